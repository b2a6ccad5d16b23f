#include "native/cli/diff.h"

#include <algorithm>
#include <vector>

namespace gopark {

namespace {

constexpr std::size_t kContext = 3;

// With their ends.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1);
    lines.push_back(text.substr(0, end + 1));
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::string line_text(char mark, std::string_view line) {
  const bool is_whole = line.ends_with('\n');
  return mark + std::string(line) + (is_whole ? "" : "\n\\ No newline at end of file\n");
}

// "24,7"; a range of no lines names the line before it.
std::string range_text(std::size_t first, std::size_t count) {
  return std::to_string(count == 0 ? first : first + 1) + "," + std::to_string(count);
}

}  // namespace

std::string unified_diff(const std::string& path, std::string_view before, std::string_view after) {
  if (before == after) return "";
  const std::vector<std::string_view> a = lines_of(before), b = lines_of(after);
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t head = 0, tail = 0;
  while (head < shorter && a[head] == b[head]) ++head;
  while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  const std::size_t begin = head - std::min(head, kContext);
  const std::size_t extra = std::min(tail, kContext);
  const std::size_t a_end = a.size() - tail + extra, b_end = b.size() - tail + extra;
  std::string text = "--- " + path + "\n+++ " + path + "\n@@ -" + range_text(begin, a_end - begin) +
                     " +" + range_text(begin, b_end - begin) + " @@\n";
  for (std::size_t i = begin; i < head; ++i) text += line_text(' ', a[i]);
  for (std::size_t i = head; i < a.size() - tail; ++i) text += line_text('-', a[i]);
  for (std::size_t i = head; i < b.size() - tail; ++i) text += line_text('+', b[i]);
  for (std::size_t i = a.size() - tail; i < a_end; ++i) text += line_text(' ', a[i]);
  return text;
}

}  // namespace gopark
