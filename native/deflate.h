// Deflate-raw by zlib, for the program in a link.
#pragma once

#include <string>

#include "sim/base/result.h"

namespace gopark {

Result<std::string> deflate_raw(const std::string& text);
// An error for what is damaged, or unpacks to more than `limit` bytes.
Result<std::string> inflate_raw(const std::string& packed, std::size_t limit);

}  // namespace gopark
