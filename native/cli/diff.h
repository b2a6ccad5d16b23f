// A unified diff of two texts that differ in one place.
#pragma once

#include <string>
#include <string_view>

namespace gopark {

// Three lines of context; `patch` takes it. "" when the texts are the same. From the first line
// that differs to the last one is one hunk, however much in between is the same.
std::string unified_diff(const std::string& path, std::string_view before, std::string_view after);

}  // namespace gopark
