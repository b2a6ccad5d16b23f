// What a name is by the place where it stands: for colouring, before anything is checked.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/lang/ast.h"
#include "sim/lang/syntax_scanner.h"

namespace gopark::lang {

enum class NameRole : uint8_t {
  Unknown,   // no name, or its place does not tell: T(x) may be a call or a conversion
  Type,      // where a type is declared or meant: in a type, in T{}, x.(T), make(T)
  Function,  // where one is declared, or called with type arguments
  Value,     // where a field or a parameter is declared, or a label stands
};

// One for each token. Takes the tokens of any text; of what is no Go it knows what the parser could
// make of the rest.
std::vector<NameRole> name_roles(const TokenList& tokens);

}  // namespace gopark::lang
