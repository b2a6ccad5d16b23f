#include "native/find.h"

#include <algorithm>

namespace gopark {

namespace {

char small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

std::size_t find_from(std::string_view text, std::size_t at, std::string_view wanted,
                      LetterCase letters) {
  const auto same = [letters](char a, char b) {
    return letters == LetterCase::Same ? a == b : small(a) == small(b);
  };
  const auto start = text.begin() + static_cast<std::ptrdiff_t>(at);
  const auto found = std::search(start, text.end(), wanted.begin(), wanted.end(), same);
  return found == text.end() ? std::string_view::npos
                             : static_cast<std::size_t>(found - text.begin());
}

}  // namespace

std::vector<FindMatch> find_matches(std::string_view text, std::string_view wanted,
                                    LetterCase letters) {
  std::vector<FindMatch> matches;
  if (wanted.empty()) return matches;
  uint32_t line = 1, line_from = 0, seen = 0;
  for (std::size_t at = find_from(text, 0, wanted, letters); at != std::string_view::npos;
       at = find_from(text, at + wanted.size(), wanted, letters)) {
    for (; seen < at; ++seen)
      if (text[seen] == '\n') ++line, line_from = seen + 1;
    const auto from = static_cast<uint32_t>(at);
    matches.push_back({from, from + static_cast<uint32_t>(wanted.size()), line, line_from});
  }
  return matches;
}

std::size_t current_match(const std::vector<FindMatch>& matches, uint32_t at) {
  const auto found = std::find_if(matches.begin(), matches.end(),
                                  [at](const FindMatch& match) { return match.from >= at; });
  return found == matches.end() ? 0 : static_cast<std::size_t>(found - matches.begin());
}

bool contains(std::string_view text, std::string_view wanted) {
  return find_from(text, 0, wanted, LetterCase::Any) != std::string_view::npos || wanted.empty();
}

std::string find_count(std::size_t matches, std::size_t current, std::string_view wanted) {
  if (wanted.empty()) return "";
  if (matches == 0) return "none";
  return std::to_string(current + 1) + " of " + std::to_string(matches);
}

}  // namespace gopark
