// Decides whether tokens are Go, and says what is wrong with them in the words of Go's compiler.
//
// tree-sitter's grammar accepts more than Go and its error nodes explain nothing, so this follows
// Go's own parser production by production, error recovery included, and builds no tree. Wording is
// that of Go 1.20 and newer ("expected", not "expecting"). It also notes where a token must be
// written differently for tree-sitter. (Go: cmd/compile/internal/syntax, parser.)
#pragma once

#include <vector>

#include "sim/lang/diagnostic.h"
#include "sim/lang/syntax_scanner.h"
#include "sim/lang/syntax_tree.h"

namespace gopark::lang {

struct Recognition {
  // Every error, if there is one, is of a kind after which Go still checks types.
  bool is_go = false;
  std::vector<Rendering> renderings;  // one a token
};

// Recursion is bounded by kMaxNesting (syntax.h).
Recognition recognize(const TokenList& tokens, Diagnostics& diagnostics);

}  // namespace gopark::lang
