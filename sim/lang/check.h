// Checks packages as Go does and fills in the syntax tree's "checker" fields. (go/types.)
//
// Mistakes become Diagnostics in the words of Go 1.22's compiler; checking goes on after each, and
// a construct whose parts are wrong gives no follow-up message. Nothing is thrown and no input
// makes the checker crash or loop. When a diagnostic was added, the tree must not be compiled.
//
// Packages are checked one at a time; an import calls the Importer, which checks (or remembers) the
// imported package with the same CheckContext. Generic functions and types are checked once as
// written, and once more as a clone for every list of type arguments: the compiler sees only
// concrete functions (Package::functions, CallExpr::instance, IndexExpr::instance, and the object
// of an identifier that names a generic function is the instance).
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "sim/lang/ast.h"
#include "sim/lang/diagnostic.h"
#include "sim/lang/types.h"
#include "sim/lang/universe.h"

namespace gopark::lang {

// One concrete version of a generic function or type.
struct Instance {
  std::vector<Type*> type_args;
  Object* function = nullptr;        // of a generic function
  Type* type = nullptr;              // of a generic type
  const Package* owner = nullptr;    // that asked for it first
  std::vector<Instance*> uses = {};  // in its body, its methods and its underlying type
};

class Checker;

// What all packages of one compilation share. Not copyable; outlives the packages.
class CheckContext {
 public:
  // The package of an import path, checked; null when the simulator has none. Called at most once
  // for each import declaration. Must not be called again for a package that is being checked:
  // standard packages have no import cycles.
  using Importer = std::function<Package*(const std::string& path)>;
  // Fills in the body of a function that is `unread`.
  using BodyReader = std::function<void(FuncDecl*)>;

  // `supported` are the import paths for which the importer has a package, for the message about
  // one that it has not. Arena, files and diagnostics must outlive the context.
  CheckContext(Arena* arena, const FileSet* files, Diagnostics* diagnostics, Importer importer,
               std::vector<std::string> supported);
  CheckContext(const CheckContext&) = delete;
  CheckContext& operator=(const CheckContext&) = delete;

  Arena& arena() { return *arena_; }
  const FileSet& files() const { return *files_; }
  Diagnostics& diagnostics() { return *diagnostics_; }
  const Universe& universe() const { return universe_; }
  const std::vector<std::string>& supported() const { return supported_; }
  Package* import_package(const std::string& path) { return importer_(path); }
  // Reads and checks the body of a function that is unread; without effect on others. Std packages
  // are checked without their bodies, which are wanted by the compiler, by instances of generic
  // functions, and where a variable's initialisation depends on them.
  void need_body(const FuncDecl* function);
  void set_body_reader(BodyReader reader) { body_reader_ = std::move(reader); }
  void set_checker(const Package* package, Checker* checker) { checkers_[package] = checker; }
  // The instances of a generic function or type that exist so far.
  std::vector<Instance*>& instances(const Object* generic) { return instances_[generic]; }
  Instance* find_instance(const Object* generic, const std::vector<Type*>& type_args);
  // Before a program is checked: those of an earlier one are its own, and may be half done.
  void forget_instances_of_programs();

 private:
  Arena* arena_;
  const FileSet* files_;
  Diagnostics* diagnostics_;
  Importer importer_;
  BodyReader body_reader_;
  std::vector<std::string> supported_;
  Universe universe_;
  std::map<const Object*, std::vector<Instance*>> instances_;  // only looked up, never walked
  std::map<const Package*, Checker*> checkers_;                // likewise
};

// Checks the files of one package. Never null; what is wrong is in the context's diagnostics.
// Bodiless functions are allowed in standard packages only (SourceText::is_std).
Package* check_package(CheckContext& context, const std::string& path,
                       const std::vector<SourceFile*>& files);

// An expression and what it is, as Go's messages say it: "x (variable of type int)",
// "300 (untyped int constant)", "f() (no value)".
std::string describe(const Expr* expr);

}  // namespace gopark::lang
