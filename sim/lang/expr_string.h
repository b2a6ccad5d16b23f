// The Go text of an expression or type expression, as gc quotes it in its messages:
// `invalid operation: x + y (mismatched types int and string)`.
//
// One line, in Go's normal spacing. The bodies of function and composite literals are shortened to
// {…}. Parentheses appear where the source has them. (Go: cmd/compile/internal/syntax, ShortForm.)
#pragma once

#include <string>

#include "sim/lang/ast.h"

namespace gopark::lang {

// Null gives the empty text, a BadExpr "<bad expr>".
std::string to_string(const Expr* expr);

}  // namespace gopark::lang
