// Questions about types that the checker asks all the time. (go/types: predicates.go, type.go.)
//
// "is" questions look at a type's underlying type and are false for type parameters; "all"
// questions ask every type of a type parameter's type set. Null and invalid types answer false.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/lang/types.h"

namespace gopark::lang {

// What a basic kind is; combined with |.
enum BasicFlags : uint32_t {
  kBoolean = 1,
  kInteger = 2,
  kUnsigned = 4,
  kFloat = 8,
  kComplex = 16,
  kString = 32,
  kOrdered = kInteger | kFloat | kString,
  kNumeric = kInteger | kFloat | kComplex,
  kConstType = kBoolean | kNumeric | kString,
};

uint32_t basic_flags(BasicKind kind);
int basic_bits(BasicKind kind);  // size of a numeric kind

bool is_valid(const Type* type);
bool is_kind(Type* type, TypeKind kind);  // of the underlying type
bool is_type_param(const Type* type);
bool is_basic(Type* type, uint32_t flags);
bool all_basic(Type* type, uint32_t flags);
bool has_name(const Type* type);  // Basic, Named, TypeParam
bool is_generic(const Type* type);
bool has_nil(Type* type);
bool is_bytes_or_runes(Type* type);
bool is_pointer_to_interface(Type* type);

// Dynamic: interfaces count as comparable, since == on them may panic only at run time.
enum class Comparability : uint8_t { Dynamic, Strict };
bool is_comparable(Type* type, Comparability mode = Comparability::Dynamic);

// The interface of a type parameter's constraint, finished; or `type` itself, finished.
Type* completed_interface(Type* type);
// The terms of a type parameter's type set, or null when it is not restricted to any.
const std::vector<UnionTerm>* type_terms(Type* type_param);
// The one underlying type of all types that `type` stands for, or null. (Go: coreType.)
Type* core_type(Type* type);
bool term_includes(const UnionTerm& term, Type* type);

// Calls f with the underlying type of each type that `type` stands for, null when they are not
// restricted; stops at the first false and returns it. (Go: underIs.)
template <typename F>
bool under_is(Type* type, F f) {
  if (!is_type_param(type)) return f(underlying(type));
  const std::vector<UnionTerm>* terms = type_terms(type);
  if (terms == nullptr || terms->empty()) return f(static_cast<Type*>(nullptr));
  for (const UnionTerm& term : *terms) {
    if (!f(underlying(term.type))) return false;
  }
  return true;
}

// Array behind a pointer, else the type itself. Takes and gives underlying types.
Type* array_behind_pointer(Type* type);
Type* dereferenced(Type* type, bool* is_pointer);  // *T gives T; no Named pointer type

// Whether a type mentions a type parameter (of `among`, or any when null).
bool is_parameterized(Type* type, const std::vector<Type*>* among = nullptr);

}  // namespace gopark::lang
