// The lessons of scenarios/, carried inside the program.
#pragma once

#include <span>

#include "sim/base/embedded_file.h"

namespace gopark {

// Sorted by path, such as "timeout/fixed.go", "timeout/leaky.go", "timeout/lesson.md".
std::span<const EmbeddedFile> embedded_lessons();

}  // namespace gopark
