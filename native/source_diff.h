// The tokens that differ between a leaky program and its fix, as byte ranges of lines.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace gopark {

struct ChangedRange {
  uint32_t line = 0;          // from 1
  uint32_t from = 0, to = 0;  // bytes of the line, half-open
};

std::vector<std::string_view> lines_of(std::string_view text);

// A row of the two texts side by side: line numbers from 1; 0: only the other one has this line.
struct AlignedRow {
  uint32_t left = 0, right = 0;
};

struct SourceDiff {
  std::vector<ChangedRange> left, right;
  std::vector<AlignedRow> rows;  // all lines of both
};
SourceDiff diff_sources(std::string_view left, std::string_view right);

}  // namespace gopark
