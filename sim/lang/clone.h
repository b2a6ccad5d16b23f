// Copies syntax: what was written, without what the checker noted.
//
// A generic function is checked, and compiled, as a copy for every list of type arguments.
#pragma once

#include "sim/lang/ast.h"

namespace gopark::lang {

// A deep copy in the arena; positions are those of the original.
FuncDecl* clone(const FuncDecl& declaration, Arena& arena);

}  // namespace gopark::lang
