#include "sim/lang/universe.h"

#include "sim/lang/check_builtin.h"
#include "sim/lang/constant.h"

namespace gopark::lang {
namespace {

struct BasicName {
  BasicKind kind;
  const char* name;
  bool declared;  // has a name in programs
};
constexpr BasicName kBasics[] = {
    {BasicKind::Invalid, "invalid type", false},
    {BasicKind::Bool, "bool", true},
    {BasicKind::Int, "int", true},
    {BasicKind::Int8, "int8", true},
    {BasicKind::Int16, "int16", true},
    {BasicKind::Int32, "int32", true},
    {BasicKind::Int64, "int64", true},
    {BasicKind::Uint, "uint", true},
    {BasicKind::Uint8, "uint8", true},
    {BasicKind::Uint16, "uint16", true},
    {BasicKind::Uint32, "uint32", true},
    {BasicKind::Uint64, "uint64", true},
    {BasicKind::Uintptr, "uintptr", true},
    {BasicKind::Float32, "float32", true},
    {BasicKind::Float64, "float64", true},
    {BasicKind::Complex64, "complex64", true},
    {BasicKind::Complex128, "complex128", true},
    {BasicKind::String, "string", true},
    {BasicKind::UnsafePointer, "unsafe.Pointer", false},
    {BasicKind::UntypedBool, "untyped bool", false},
    {BasicKind::UntypedInt, "untyped int", false},
    {BasicKind::UntypedRune, "untyped rune", false},
    {BasicKind::UntypedFloat, "untyped float", false},
    {BasicKind::UntypedString, "untyped string", false},
    {BasicKind::UntypedNil, "untyped nil", false},
};

Type* make_basic(Arena* arena, BasicKind kind, const char* name) {
  Type* type = arena->make<Type>();
  type->basic = kind;
  type->name = name;
  return type;
}

}  // namespace

Universe::Universe(Arena* arena) : arena_(arena), scope_(arena->make<Scope>(nullptr)) {
  declare_types();
  declare_error();
  declare_constants();
  declare_builtins();
}

Object* Universe::declare(ObjectKind kind, const char* name, Type* type) {
  Object* object = arena_->make<Object>();
  object->kind = kind;
  object->name = name;
  object->type = type;
  object->color = 1;
  scope_->insert(object);
  return object;
}

void Universe::declare_types() {
  for (const BasicName& entry : kBasics) {
    Type* type = make_basic(arena_, entry.kind, entry.name);
    basics_[static_cast<std::size_t>(entry.kind)] = type;
    if (entry.declared) declare(ObjectKind::TypeName, entry.name, type);
  }
  byte_ = make_basic(arena_, BasicKind::Uint8, "byte");
  rune_ = make_basic(arena_, BasicKind::Int32, "rune");
  declare(ObjectKind::TypeName, "byte", byte_);
  declare(ObjectKind::TypeName, "rune", rune_);
  any_ = arena_->make<Type>();
  any_->kind = TypeKind::Interface;
  any_->name = "any";
  empty_interface_ = arena_->make<Type>();
  empty_interface_->kind = TypeKind::Interface;
  declare(ObjectKind::TypeName, "any", any_);
}

// type error interface{ Error() string }, and type comparable interface{ comparable }
void Universe::declare_error() {
  error_ = arena_->make<Type>();
  error_->kind = TypeKind::Named;
  error_->object = declare(ObjectKind::TypeName, "error", error_);
  Type* signature = arena_->make<Type>();
  signature->kind = TypeKind::Signature;
  signature->results.push_back({"", basic(BasicKind::String), false, nullptr, {}, {}});
  Object* function = arena_->make<Object>();
  function->kind = ObjectKind::Func;
  function->name = "Error";
  function->type = signature;
  function->receiver = error_;
  function->color = 1;
  Type* methods = arena_->make<Type>();
  methods->kind = TypeKind::Interface;
  methods->methods.push_back({"Error", signature, function, false, nullptr});
  error_->underlying = methods;

  comparable_ = arena_->make<Type>();
  comparable_->kind = TypeKind::Named;
  comparable_->object = declare(ObjectKind::TypeName, "comparable", comparable_);
  Type* constraint = arena_->make<Type>();
  constraint->kind = TypeKind::Interface;
  constraint->comparable = true;
  comparable_->underlying = constraint;
}

void Universe::declare_constants() {
  for (const bool value : {false, true}) {
    Object* object =
        declare(ObjectKind::Const, value ? "true" : "false", basic(BasicKind::UntypedBool));
    object->constant = arena_->make<Constant>(make_bool(value));
  }
  iota_ = declare(ObjectKind::Const, "iota", basic(BasicKind::UntypedInt));
  declare(ObjectKind::Nil, "nil", basic(BasicKind::UntypedNil));
}

void Universe::declare_builtins() {
  for (const BuiltinDescription& builtin : kBuiltins) {
    declare(ObjectKind::Builtin, builtin.name, invalid())->builtin = builtin.id;
  }
}

}  // namespace gopark::lang
