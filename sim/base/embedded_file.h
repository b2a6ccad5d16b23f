// EmbeddedFile is one file of the repository that a build carries inside the program: a standard
// package written in Go, or a part of a lesson. `.cmake/embed.cmake` generates the tables.
#pragma once

#include <string_view>

namespace gopark {

struct EmbeddedFile {
  std::string_view path;  // Relative to the embedded folder, with '/'.
  std::string_view text;  // The bytes as they are in the repository; lives as long as the program.
};

}  // namespace gopark
