#include "native/source_diff.h"

#include <algorithm>
#include <string>

namespace gopark {

namespace {

bool in_word(char c) {
  return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The part of `line` that `other` does not have, widened to whole words.
ChangedRange changed_part(std::string_view line, std::string_view other, uint32_t number) {
  const std::size_t shared = std::min(line.size(), other.size());
  std::size_t head = 0, tail = 0;
  while (head < shared && line[head] == other[head]) ++head;
  while (tail < shared - head && line[line.size() - 1 - tail] == other[other.size() - 1 - tail])
    ++tail;
  std::size_t to = line.size() - tail;
  while (head > 0 && head < line.size() && in_word(line[head]) && in_word(line[head - 1])) --head;
  while (to < line.size() && to > 0 && in_word(line[to]) && in_word(line[to - 1])) ++to;
  return {number, static_cast<uint32_t>(head), static_cast<uint32_t>(std::max(head, to))};
}

ChangedRange whole(std::string_view line, uint32_t number) {
  const std::size_t start = std::min(line.find_first_not_of(" \t"), line.size());
  return {number, static_cast<uint32_t>(start), static_cast<uint32_t>(line.size())};
}

// Lengths of the longest common subsequences of the lines from (i, j) on.
class Table {
 public:
  Table(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b)
      : width_(b.size() + 1), cells_((a.size() + 1) * width_, 0) {
    for (std::size_t i = a.size(); i-- > 0;)
      for (std::size_t j = b.size(); j-- > 0;)
        cells_[i * width_ + j] =
            a[i] == b[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
  }
  uint32_t at(std::size_t i, std::size_t j) const { return cells_[i * width_ + j]; }

 private:
  std::size_t width_;
  std::vector<uint32_t> cells_;
};

using Numbers = std::vector<std::size_t>;

// Lines that stand against each other in one place of the two texts.
void add_block(SourceDiff& diff, const std::vector<std::string_view>& a,
               const std::vector<std::string_view>& b, Numbers& left, Numbers& right) {
  const bool paired = left.size() == right.size();
  for (std::size_t k = 0; k < left.size(); ++k) {
    const auto number = static_cast<uint32_t>(left[k] + 1);
    diff.left.push_back(paired ? changed_part(a[left[k]], b[right[k]], number)
                               : whole(a[left[k]], number));
  }
  for (std::size_t k = 0; k < right.size(); ++k) {
    const auto number = static_cast<uint32_t>(right[k] + 1);
    diff.right.push_back(paired ? changed_part(b[right[k]], a[left[k]], number)
                                : whole(b[right[k]], number));
  }
  for (std::size_t k = 0; k < std::max(left.size(), right.size()); ++k)
    diff.rows.push_back({k < left.size() ? static_cast<uint32_t>(left[k] + 1) : 0,
                         k < right.size() ? static_cast<uint32_t>(right[k] + 1) : 0});
  left.clear();
  right.clear();
}

}  // namespace

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

SourceDiff diff_sources(std::string_view left, std::string_view right) {
  const std::vector<std::string_view> a = lines_of(left), b = lines_of(right);
  SourceDiff diff;
  if (a.size() * b.size() > 4'000'000) return diff;
  const Table table(a, b);
  Numbers only_left, only_right;
  std::size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      add_block(diff, a, b, only_left, only_right);
      ++i, ++j;
      diff.rows.push_back({static_cast<uint32_t>(i), static_cast<uint32_t>(j)});
    } else if (j == b.size() || (i < a.size() && table.at(i + 1, j) >= table.at(i, j + 1))) {
      only_left.push_back(i++);
    } else {
      only_right.push_back(j++);
    }
  }
  add_block(diff, a, b, only_left, only_right);
  return diff;
}

}  // namespace gopark
