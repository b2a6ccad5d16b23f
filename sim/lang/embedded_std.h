// The standard packages that are written in Go (sim/lang/std/*.go), carried inside the program.
#pragma once

#include <span>

#include "sim/base/embedded_file.h"

namespace gopark {

// Sorted by path; `path` is the file's name, such as "context.go".
std::span<const EmbeddedFile> embedded_std_files();

}  // namespace gopark
