// Go's types and named objects as the checker sees them, shaped after go/types.
//
// Types live in the Arena; identical composite types may be several Type nodes, so compare with
// identical(), never by pointer. Named types, instances of generic ones included, are unique and
// pointers suffice. Of Basic types compare `basic`: byte and rune are nodes of their own, with the
// kinds Uint8 and Int32.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/lang/ast.h"

namespace gopark::lang {

enum class TypeKind : uint8_t {
  Basic,
  Named,
  Pointer,
  Slice,
  Array,
  Map,
  Chan,
  Struct,
  Signature,
  Interface,
  Tuple,
  TypeParam
};

enum class BasicKind : uint8_t {
  Invalid,
  Bool,
  Int,
  Int8,
  Int16,
  Int32,
  Int64,
  Uint,
  Uint8,
  Uint16,
  Uint32,
  Uint64,
  Uintptr,
  Float32,
  Float64,
  Complex64,
  Complex128,
  String,
  UnsafePointer,
  UntypedBool,
  UntypedInt,
  UntypedRune,
  UntypedFloat,
  UntypedString,
  UntypedNil,
};

struct Package;
struct DeclInfo;    // checker.h
class PendingType;  // below

// A field of a struct, a parameter, a result.
struct Variable {
  std::string name;
  Type* type = nullptr;
  bool embedded = false;
  Package* package = nullptr;  // for unexported field identity
  Pos pos;
  std::string tag = {};  // of a struct's field
};

struct Method {  // of an interface's method set, or declared on a Named type
  std::string name;
  Type* signature = nullptr;      // Signature, without receiver
  Object* function = nullptr;     // the declared Func; for an interface method its abstract object
  bool pointer_receiver = false;  // declared methods only
  Package* package = nullptr;     // for unexported names
};

struct UnionTerm {
  bool tilde = false;
  Type* type = nullptr;
};

// One struct for all kinds: which fields mean something follows from `kind`.
struct Type {
  TypeKind kind = TypeKind::Basic;
  BasicKind basic = BasicKind::Invalid;  // Basic
  std::string name;                      // Basic, TypeParam
  Type* element = nullptr;               // Pointer, Slice, Array, Map (value), Chan
  Type* key = nullptr;                   // Map
  int64_t length = 0;                    // Array
  ChanDir dir = ChanDir::Both;           // Chan
  std::vector<Variable> fields;          // Struct fields; Tuple members
  std::vector<Variable> params;          // Signature; the last is a Slice when variadic
  std::vector<Variable> results;         // Signature
  bool variadic = false;                 // Signature
  std::vector<Method> methods;  // Interface: complete, sorted by name, embedded ones included.
                                // Named: declared methods, in source order
  std::vector<std::vector<UnionTerm>>
      unions;                   // Interface used as constraint: the type sets to intersect
  std::vector<Type*> embedded;  // Interface: the interfaces that it embeds, as written
  bool comparable = false;      // Interface: `comparable` constraint
  Object* object = nullptr;     // Named: its TypeName (name, package); TypeParam likewise
  Type* underlying = nullptr;   // Named: never Named itself once resolved
  std::vector<Type*>
      type_args;  // Named: of an instantiated generic type; its object is the generic's
  Type* constraint = nullptr;      // TypeParam: an interface
  std::vector<Type*> type_params;  // Named, Signature: of a generic one; empty for instances
  Type* origin = nullptr;          // Named: the generic type of an instance
  bool in_generic = false;         // Named: declared inside a generic function as written
  PendingType* pending = nullptr;  // checker: what finishes this type when it is first looked into
};

// Finishes a type on first use: an interface's complete method set, an instance's underlying type.
class PendingType {
 public:
  PendingType() = default;
  PendingType(const PendingType&) = delete;
  PendingType& operator=(const PendingType&) = delete;
  virtual ~PendingType() = default;
  virtual void complete(Type* type) = 0;
};

// go/types' names for the usual questions. All total: an Invalid type answers false and never
// crashes.
Type* underlying(Type* type);
// underlying() asks for a Type it may not change but takes it as one that it could.
inline const Type* under(const Type* type) {
  return underlying(const_cast<Type*>(type));
}
bool identical(const Type* a, const Type* b);
bool identical_ignoring_tags(const Type* a, const Type* b);
bool is_interface(Type* type);  // no type parameter is one
bool is_untyped(const Type* type);
std::string to_string(const Type* type,
                      const Package* relative_to);  // as Go's messages write it: "chan<- int",
                                                    // "map[string][]main.T", "func(int) error"
// The same without the leading "func": "(int) error".
std::string signature_string(const Type* signature, const Package* relative_to);

bool is_exported(std::string_view name);

enum class ObjectKind : uint8_t { Var, Const, TypeName, Func, PackageName, Builtin, Nil, Label };

// A named thing. (go/types: Object.)
struct Object {
  ObjectKind kind = ObjectKind::Var;
  std::string name;
  Pos pos;
  Type* type = nullptr;
  Package* package = nullptr;  // where declared; null for the universe
  // Var
  bool is_global = false;
  bool is_param = false;  // parameter, receiver or result; TypeName: a type parameter
  bool is_result = false;
  bool used = false;
  bool captured = false;       // used by a function literal inside the one that declares it
  bool address_taken = false;  // & applied, or a pointer method called on it, or sliced as an array
  bool reassigned = false;     // assigned anywhere but at its declaration
  const FuncLit* owner = nullptr;  // the innermost literal that declares it; null: the FuncDecl
  // A variable needs a heap cell when address_taken || (captured && reassigned); captured alone is
  // copied. (Go: the same rule.) Const
  const Constant* constant = nullptr;
  // Func
  FuncDecl* declaration = nullptr;  // null for interface methods
  Type* receiver = nullptr;         // methods: the Named type
  bool pointer_receiver = false;
  std::vector<Type*> type_args;  // concrete instances of generic functions
  // PackageName
  Package* imported = nullptr;
  // Builtin
  BuiltinId builtin = BuiltinId::None;
  // For the checker's own use.
  DeclInfo* info = nullptr;  // how a package-level object is declared
  uint32_t color = 0;        // 0: not looked at, 1: done, 2 + n: being checked, n-th on the path
};

// A package-level variable's initialisation, in the order that the language spec asks for.
struct Initializer {
  std::vector<Object*> variables;  // one, or several for `var a, b = f()`; a null entry is `_`
  Expr* value = nullptr;
};

struct Package {
  std::string path;  // "context", "main"
  std::string name;
  Scope* scope = nullptr;
  std::vector<SourceFile*> files;
  std::vector<Package*> imports;          // in order of import path
  std::vector<Initializer> initializers;  // checker: in initialisation order
  std::vector<FuncDecl*> functions;  // checker: all with bodies or native: functions, methods, init
                                     // (in order), and concrete instances of generics
  std::vector<Object*> init_functions;  // checker: every `func init()`, in order
  std::vector<Object*> globals;         // checker: package-level variables in source order
  bool is_std = false;
};

}  // namespace gopark::lang
