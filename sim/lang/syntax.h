// Go text to a syntax tree.
//
// Two stages: the scanner makes tokens (syntax_scanner.h), the parser makes their tree and words
// what is wrong as Go's compiler does (syntax_grammar.h). Text that is accepted is Go, and Go that
// is not accepted is told so. Std packages come in pieces: syntax_outline.h.
#pragma once

#include <cstddef>
#include <cstdint>

#include "sim/lang/ast.h"
#include "sim/lang/diagnostic.h"

namespace gopark::lang {

// Any text of this size is parsed within about a second.
inline constexpr std::size_t kMaxSourceBytes = std::size_t{256} << 10;
// How deep statements and expressions may be nested in the source.
inline constexpr uint32_t kMaxNesting = 1000;
// How deep the tree may be. A chain like a+b+c is as deep as it is long.
inline constexpr uint32_t kMaxTreeDepth = 2 * kMaxNesting;

// Parses files.files[file]. The tree and its nodes belong to the arena.
// When the text is not Go, diagnostics say why and the tree is empty, without even a package name:
// as in Go, nothing is checked after a syntax error. A few mistakes, such as `go f`, give both a
// diagnostic and a tree.
SourceFile* parse_file(const FileSet& files, uint32_t file, Arena& arena, Diagnostics& diagnostics);

}  // namespace gopark::lang
