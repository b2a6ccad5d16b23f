// ProgramCompiler holds what all functions of one program share: the tables of the Program, and the
// list of functions still to be translated. Asking for a function's id is what makes it reachable.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "sim/lang/compile_emit.h"
#include "sim/lang/compile_method.h"
#include "sim/lang/compile_walk.h"
#include "sim/lang/diagnostic.h"
#include "sim/lang/layout.h"
#include "sim/vm/bytecode.h"

namespace gopark::lang {

enum class BodyKind : uint8_t {
  Declaration,     // of a FuncDecl
  Literal,         // of a FuncLit
  Forward,         // calls a method that has no Go body here: a native's, or an interface's
  Builtin,         // a builtin under go or defer
  Initialization,  // a package's variables and init functions
  Entry,           // runtime.main
};

// Where a method that is translated for a special use finds its receiver.
enum class ReceiverFrom : uint8_t {
  Parameter,  // the first parameters hold a value of `root`
  Box,        // one word: the payload of a box with dynamic type `root`, or a pointer to it
  Capture,    // captured words hold a value of `root` (a method value)
};

// A method's receiver is reached from a value of type `root` through the fields of `path`.
struct Receiver {
  ReceiverFrom from = ReceiverFrom::Parameter;
  const Type* root = nullptr;  // null: the function is called as it was declared
  std::vector<uint32_t> path;
};

// What a std function's directive says: see Function::quiet and Function::unsynchronized.
struct Quietness {
  bool quiet = false;
  bool unsynchronized = false;
};

// One function to translate.
struct FunctionRequest {
  FunctionId id{};
  BodyKind kind = BodyKind::Declaration;
  std::string name;
  const Package* package = nullptr;
  const FuncDecl* declaration = nullptr;  // Declaration; Forward to a native
  const FuncLit* literal = nullptr;       // Literal
  const CallExpr* call = nullptr;         // Builtin
  Receiver receiver;                      // Declaration, Forward
  const Type* interface = nullptr;        // Forward to an interface's method, with its name
  const Type* signature = nullptr;        // Forward
  MethodId method{};                      // Forward to an interface's method
  Quietness quietness;
};

class ProgramCompiler {
 public:
  ProgramCompiler(const FileSet& files, const std::vector<Package*>& packages,
                  Diagnostics& diagnostics, std::function<void(const FuncDecl*)> need_body);
  Program run();

  const FileSet& files() const { return files_; }
  Layout& layout() { return layout_; }
  Program& program() { return program_; }
  void refuse(Pos pos, std::string message);

  uint32_t constant(Word value);
  uint32_t string(const std::string& text);
  uint32_t global_offset(const Object* variable) const;

  // The function of a declared function or method, called with its receiver as first parameter.
  FunctionId declared(const Object* function);
  // A method with another way to its receiver.
  FunctionId method(const Object* function, Receiver receiver);
  FunctionId interface_method(const Type* interface, const Method& method, Receiver receiver);
  // `outer` holds the literal or the call.
  FunctionId literal(const FuncLit* literal, const FunctionRequest& outer);
  FunctionId deferred_builtin(const CallExpr* call, const FunctionRequest& outer);
  FunctionId initialization(const Package* package);
  FunctionId runtime_function(const std::string& name);
  Object* runtime_object(const std::string& name) const;
  const Type* pointer_to_runtime(const char* name);

  // Values of this type get boxed: all its methods, and those of its parts, become reachable. fmt
  // finds those of parts, but for what an unexported field holds. (Go: reflect's flagRO.)
  TypeId boxed(const Type* type);

  // Gives names to all literals in a body: "main.f.func1", and inside it "main.f.func1.1".
  void name_literals(const std::string& outer, Node body);
  const std::vector<Package*>& packages() const { return packages_; }
  const Type* bool_type() const { return bool_type_; }
  const Type* int_type() const { return int_type_; }
  const Type* rune_type() const { return rune_type_; }

 private:
  FunctionId request(const std::string& key, FunctionRequest request);
  void compile(const FunctionRequest& request);
  void add_files();
  void add_globals();
  void name_initializer_literals(const Package* package);
  void add_runtime_types();
  void add_methods(const Type* type, TypeId id);
  void box_parts(const Type* type);
  std::string number(const void* thing);
  std::string receiver_key(const Receiver& receiver);
  std::string name_of(const Object* function) const;
  Quietness quietness(const FuncDecl* declaration);
  FunctionId method_entry(const Type* type, const MethodOfType& method);
  void name_range_bodies(const std::string& outer, Node body);
  void name_literal(const FuncLit* literal, const std::string& name);
  Object* find_function(const Package* package, const std::string& name) const;

  const FileSet& files_;
  const std::vector<Package*>& packages_;
  Diagnostics& diagnostics_;
  std::function<void(const FuncDecl*)> need_body_;
  Program program_;
  Layout layout_;
  Arena runtime_types_;
  const Type* bool_type_ = nullptr;
  const Type* int_type_ = nullptr;
  const Type* rune_type_ = nullptr;

  std::deque<FunctionRequest> pending_;
  std::map<std::string, FunctionId> requested_;
  std::map<const void*, uint32_t> numbers_;  // of nodes and types, for keys of requested_
  std::map<Word, uint32_t> constants_;
  std::map<std::string, uint32_t> strings_;
  std::map<const Object*, uint32_t> globals_;
  std::set<TypeId> boxed_;
  std::map<const FuncLit*, std::string> literal_names_;
  std::map<const FuncDecl*, std::string> init_names_;
  std::map<uint32_t, Quietness> quiet_files_;
};

// As in Go's dumps: "main.Example", "main.(*T).Run", "main.T.String", "main.Map[...]".
std::string function_name(const Object* function);

}  // namespace gopark::lang
