// Labels, break, continue and goto: where they lead. (Go: cmd/compile/internal/syntax/branches.go.)
#pragma once

#include <functional>
#include <string>

#include "sim/lang/ast.h"
#include "sim/lang/diagnostic.h"

namespace gopark::lang {

using ReportBranch = std::function<void(Pos, std::string)>;

// Sets the targets of the branches in one function's body, and reports what leads nowhere. Literals
// inside are functions of their own. REQUIRES: a body without syntax errors. Names need not be
// bound.
void check_branches(const FileSet& files, BlockStmt* body, const ReportBranch& report);

}  // namespace gopark::lang
