// Find: where a text stands in a program that is edited. Pure functions; what is typed into the
// find bar and which match is the current one are in UiState.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gopark {

enum class LetterCase : uint8_t { Any, Same };

// Bytes from..to of the text, in one line of it.
struct FindMatch {
  uint32_t from = 0, to = 0;
  uint32_t line = 0;       // from 1
  uint32_t line_from = 0;  // the byte at which that line begins
};

// From the start to the end, none inside another; without a text to look for: none. With
// LetterCase::Any the letters A-Z are found as a-z too; other letters are found as they are.
std::vector<FindMatch> find_matches(std::string_view text, std::string_view wanted,
                                    LetterCase letters);
// The first that begins at byte `at` or later, else the first. REQUIRES: there are some.
std::size_t current_match(const std::vector<FindMatch>& matches, uint32_t at);
// Whether `wanted` stands anywhere in `text`, however its letters A-Z are written.
bool contains(std::string_view text, std::string_view wanted);

// "3 of 7" for the match with index 2; "none"; "" where nothing is looked for.
std::string find_count(std::size_t matches, std::size_t current, std::string_view wanted);

}  // namespace gopark
