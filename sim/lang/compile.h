// Checked packages to a Program.
//
// Translates main, everything that it can reach, and all package initialisation. What is refused
// here (limits, and the few features the checker lets pass) becomes a diagnostic.
#pragma once

#include <functional>
#include <vector>

#include "sim/lang/diagnostic.h"
#include "sim/lang/types.h"
#include "sim/vm/bytecode.h"

namespace gopark::lang {

// `packages`: checked without a diagnostic, in dependency order; "runtime" is among them and "main"
// is the last. The program means nothing when a diagnostic was added. Its source_hash is the
// caller's to fill in. `need_body` is called for each function before it is translated, and gives
// it its body when it is unread.
Program compile_packages(const FileSet& files, const std::vector<Package*>& packages,
                         Diagnostics& diagnostics,
                         const std::function<void(const FuncDecl*)>& need_body);

}  // namespace gopark::lang
