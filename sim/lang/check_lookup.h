// What a selector finds: a field or method of a type, directly or through embedded fields.
// (go/types: lookup.go.)
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/lang/types.h"

namespace gopark::lang {

enum class LookupResult : uint8_t {
  NotFound,
  Field,
  Method,           // declared on a named type
  InterfaceMethod,  // of an interface at the end of the path
  Ambiguous,        // found more than once at the shallowest depth
  NeedsAddress,     // a pointer method, and the receiver is neither pointer nor addressable
};

struct Lookup {
  LookupResult result = LookupResult::NotFound;
  std::vector<uint32_t> path;       // field indices; the field itself is the last for Field
  bool indirect = false;            // a pointer was followed
  const Variable* field = nullptr;  // Field
  Object* method = nullptr;         // Method, InterfaceMethod
  Type* receiver = nullptr;         // type at the end of the path: has the method or the field
  uint32_t method_index = 0;        // InterfaceMethod
};

enum class NameCase : uint8_t { Exact, Fold };

// `package`: from where; unexported names of other packages are not found, unless the case is
// folded (then the caller looks for a hint only).
Lookup lookup_field_or_method(Type* type, bool addressable, const Package* package,
                              const std::string& name, NameCase name_case = NameCase::Exact);
// The index of a struct's own field, or -1.
int field_index(const Type* structure, const Package* package, const std::string& name);

// Why a type does not have an interface's methods.
struct MissingMethod {
  const Method* method = nullptr;  // null: nothing is missing
  Object* alternative = nullptr;   // of a similar name, or with the wrong type or receiver
};

}  // namespace gopark::lang
