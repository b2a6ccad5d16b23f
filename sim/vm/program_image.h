// Programs as bytes, and back: so that what was compiled once need not be compiled again.
//
// The bytes are numbers and texts as base/bytes.h writes them, field by field as vm/bytecode.h has
// them. They are for the build that wrote them: another version of the
// simulator has other opcodes or natives, and refuses its images, as it refuses damaged ones. An
// image is trusted like the code that came with it: only what our own build has written is ever
// read.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/vm/bytecode.h"

namespace gopark {

std::string write_programs(std::span<const std::shared_ptr<const Program>> programs);

// Empty when the bytes are not what write_programs() of this build gave.
std::vector<std::shared_ptr<Program>> read_programs(std::string_view image);

}  // namespace gopark
