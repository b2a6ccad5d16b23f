// Universe: what Go predeclares, made once for a compilation. (go/types: universe.go.)
#pragma once

#include <array>
#include <cstddef>

#include "sim/lang/ast.h"
#include "sim/lang/scope.h"
#include "sim/lang/types.h"

namespace gopark::lang {

class Universe {
 public:
  explicit Universe(Arena* arena);

  Type* basic(BasicKind kind) const { return basics_[static_cast<std::size_t>(kind)]; }
  Type* invalid() const { return basic(BasicKind::Invalid); }
  Type* byte() const { return byte_; }  // the node that prints as "byte"
  Type* rune() const { return rune_; }
  Type* any() const { return any_; }
  Type* empty_interface() const { return empty_interface_; }  // written interface{}
  Type* error() const { return error_; }
  Type* comparable() const { return comparable_; }
  const Object* iota() const { return iota_; }
  Scope* scope() const { return scope_; }

 private:
  void declare_types();
  void declare_constants();
  void declare_builtins();
  void declare_error();
  Object* declare(ObjectKind kind, const char* name, Type* type);

  Arena* arena_;
  Scope* scope_;
  std::array<Type*, static_cast<std::size_t>(BasicKind::UntypedNil) + 1> basics_{};
  Type* byte_ = nullptr;
  Type* rune_ = nullptr;
  Type* any_ = nullptr;
  Type* empty_interface_ = nullptr;
  Type* error_ = nullptr;
  Type* comparable_ = nullptr;
  Object* iota_ = nullptr;
};

}  // namespace gopark::lang
