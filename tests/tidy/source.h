// The repository as the tidy test sees it: a list of files, and C++ text without what is not code.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gopark::tidy {

struct File {
  std::string path;  // From the repository's root, with '/'.
  std::string text;
};
using Tree = std::vector<File>;

// Every file that git tracks in the repository at `root`; empty where git does not answer.
Tree tracked_files(const std::string& root);

// A C++ file of ours: .h, .cc or .inc.
bool is_cpp(std::string_view path);
bool is_under(std::string_view path, std::string_view folder);  // folder without a last '/'

// The text with comments, string literals and character literals overwritten by blanks. Newlines
// stay, so that positions and lines are those of the text. Quotes stay, what is between them does
// not.
std::string code_of(std::string_view text);

// code_of() with preprocessor lines overwritten as well.
std::string declarations_of(std::string_view text);

struct Include {
  int line = 0;
  std::string path;  // What stands between the quotes or the angle brackets.
};
std::vector<Include> includes_of(std::string_view text);

// From 1.
int line_at(std::string_view text, size_t position);
std::vector<std::string_view> lines_of(std::string_view text);

bool is_word_char(char c);
// The position of `word` as a whole word at or after `from`, or npos. An end of `word` that is not
// a letter or a digit (as in `unordered_` or `std::`) may touch anything.
size_t find_word(std::string_view text, std::string_view word, size_t from = 0);

}  // namespace gopark::tidy
