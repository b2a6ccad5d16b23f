// Method sets: which methods a type's values have, and the way to each through embedded fields.
#pragma once

#include <string>
#include <vector>

#include "sim/lang/types.h"

namespace gopark::lang {

struct MethodOfType {
  std::string name;
  const Package* package = nullptr;  // where the method's name belongs to
  std::vector<uint32_t> path;  // field indices from the type to the receiver; pointers are followed
  const Type* signature = nullptr;
  Object* function = nullptr;       // of a declared method
  const Type* interface = nullptr;  // of an embedded interface's method: that interface
};

// The method set of a type that is no interface, in a fixed order. (Go: types.NewMethodSet.)
std::vector<MethodOfType> method_set(const Type* type);

}  // namespace gopark::lang
