// A whole syntax tree as text, every position included, in the form that tree_dump.go gives go/ast:
// equal texts mean equal trees. One declaration, statement or case a line.
#pragma once

#include <string>

#include "sim/lang/ast.h"

namespace gopark::lang {

std::string dump_tree(const SourceFile& file);

}  // namespace gopark::lang
