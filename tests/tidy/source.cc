#include "tests/tidy/source.h"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <fstream>
#include <sstream>

namespace gopark::tidy {
namespace {

std::string output_of(const std::string& command) {
  std::string output;
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return output;
  char buffer[4096];
  for (size_t count = 0; (count = fread(buffer, 1, sizeof buffer, pipe)) > 0;) {
    output.append(buffer, count);
  }
  return pclose(pipe) == 0 ? output : "";
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// Overwrites comments and literals of `text_`, one piece at a time.
class Blanker {
 public:
  explicit Blanker(std::string_view text) : text_(text) {}

  std::string run() {
    while (at_ < text_.size()) skip_piece();
    return std::move(text_);
  }

 private:
  void skip_piece() {
    if (starts("//")) return blank_to(line_end());
    if (starts("/*")) return blank_to(end_of("*/", at_ + 2));
    if (text_[at_] == '"') return is_raw() ? skip_raw() : skip_quoted('"');
    if (text_[at_] == '\'' && !is_digit_separator()) return skip_quoted('\'');
    ++at_;
  }

  bool starts(std::string_view start) const { return text_.compare(at_, start.size(), start) == 0; }

  size_t end_of(std::string_view mark, size_t from) const {
    const size_t found = text_.find(mark, from);
    return found == std::string::npos ? text_.size() : found + mark.size();
  }

  // A comment goes on behind a newline that is escaped.
  size_t line_end() const {
    size_t end = text_.find('\n', at_);
    while (end != std::string::npos && end > 0 && text_[end - 1] == '\\') {
      end = text_.find('\n', end + 1);
    }
    return end == std::string::npos ? text_.size() : end;
  }

  void blank_to(size_t end) {
    for (; at_ < end; ++at_) {
      if (text_[at_] != '\n') text_[at_] = ' ';
    }
  }

  void skip_quoted(char quote) {
    size_t end = ++at_;
    while (end < text_.size() && text_[end] != quote && text_[end] != '\n') {
      end += text_[end] == '\\' ? 2 : 1;
    }
    blank_to(std::min(end, text_.size()));
    ++at_;
  }

  bool is_raw() const {
    if (at_ == 0 || text_[at_ - 1] != 'R') return false;
    size_t start = at_ - 1;
    while (start > 0 && is_word_char(text_[start - 1])) --start;
    const std::string_view prefix = std::string_view(text_).substr(start, at_ - start);
    return prefix == "R" || prefix == "u8R" || prefix == "uR" || prefix == "UR" || prefix == "LR";
  }

  void skip_raw() {
    const size_t open = text_.find('(', at_);
    if (open == std::string::npos) return blank_to(text_.size());
    const std::string close = ")" + text_.substr(at_ + 1, open - at_ - 1) + "\"";
    const size_t end = end_of(close, open);
    ++at_;
    blank_to(end - 1);
    ++at_;
  }

  // 1'000 or 0xff'ff, but not u8'x'.
  bool is_digit_separator() const {
    size_t start = at_;
    while (start > 0 && (is_word_char(text_[start - 1]) || text_[start - 1] == '\'')) --start;
    return start < at_ && std::isdigit(static_cast<unsigned char>(text_[start])) != 0;
  }

  std::string text_;
  size_t at_ = 0;
};

bool is_directive(std::string_view line) {
  const size_t first = line.find_first_not_of(" \t");
  return first != std::string_view::npos && line[first] == '#';
}

}  // namespace

Tree tracked_files(const std::string& root) {
  // A checkout that another user owns is read all the same: nothing in it is run.
  const std::string git = "git -c safe.directory='*' -C '" + root + "' ls-files -z";
  std::istringstream names(output_of(git));
  Tree tree;
  for (std::string name; std::getline(names, name, '\0');) {
    std::ifstream in(root + "/" + name, std::ios::binary);
    if (!in) continue;  // Deleted, but not yet in a commit.
    std::ostringstream text;
    text << in.rdbuf();
    tree.push_back({name, text.str()});
  }
  return tree;
}

bool is_cpp(std::string_view path) {
  return ends_with(path, ".h") || ends_with(path, ".cc") || ends_with(path, ".inc");
}

bool is_under(std::string_view path, std::string_view folder) {
  return path.size() > folder.size() && path.substr(0, folder.size()) == folder &&
         path[folder.size()] == '/';
}

std::string code_of(std::string_view text) {
  return Blanker(text).run();
}

std::string declarations_of(std::string_view text) {
  std::string code = code_of(text);
  size_t start = 0;
  bool goes_on = false;
  while (start < code.size()) {
    const size_t end = std::min(code.find('\n', start), code.size());
    const std::string_view line = std::string_view(code).substr(start, end - start);
    const bool blank = goes_on || is_directive(line);
    goes_on = blank && !line.empty() && line.back() == '\\';
    if (blank) {
      std::fill(code.begin() + static_cast<std::ptrdiff_t>(start),
                code.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    }
    start = end + 1;
  }
  return code;
}

std::vector<Include> includes_of(std::string_view text) {
  const std::string code = code_of(text);
  const std::vector<std::string_view> code_lines = lines_of(code);
  const std::vector<std::string_view> lines = lines_of(text);
  std::vector<Include> includes;
  for (size_t i = 0; i < code_lines.size(); ++i) {
    if (!is_directive(code_lines[i]) || find_word(code_lines[i], "include") == std::string::npos) {
      continue;
    }
    const size_t open = lines[i].find_first_of("\"<");
    if (open == std::string_view::npos) continue;
    const size_t close = lines[i].find(lines[i][open] == '<' ? '>' : '"', open + 1);
    if (close == std::string_view::npos) continue;
    includes.push_back(
        {static_cast<int>(i) + 1, std::string(lines[i].substr(open + 1, close - open - 1))});
  }
  return includes;
}

int line_at(std::string_view text, size_t position) {
  return 1 + static_cast<int>(std::count(
                 text.begin(), text.begin() + static_cast<std::ptrdiff_t>(position), '\n'));
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

bool is_word_char(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

size_t find_word(std::string_view text, std::string_view word, size_t from) {
  const auto is_letter = [](char c) { return is_word_char(c) && c != '_'; };
  for (size_t at = text.find(word, from); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    const size_t end = at + word.size();
    const bool joined_before = is_letter(word.front()) && at > 0 && is_word_char(text[at - 1]);
    const bool joined_after =
        is_letter(word.back()) && end < text.size() && is_word_char(text[end]);
    if (!joined_before && !joined_after) return at;
  }
  return std::string_view::npos;
}

}  // namespace gopark::tidy
