// Outline: a file's declarations without the bodies of its functions, and each body when asked for.
//
// A program reaches a small part of the std packages that it imports, so most of what the parser
// and the checker would do with them is for nothing. Positions are those of the whole file.
// REQUIRES: the text is Go, laid out by gofmt, as that of the std packages is: bodies that are
// never read are never judged, and where they end is seen from the layout (scan_outline).
#pragma once

#include <cstdint>
#include <string_view>

#include "sim/lang/ast.h"
#include "sim/lang/diagnostic.h"

namespace gopark::lang {

class Outline {
 public:
  // Text, arena and diagnostics must outlive the outline.
  Outline(std::string_view text, uint32_t file, Arena& arena, Diagnostics& diagnostics);

  // Functions and methods with a body have an empty one, and are `unread`.
  SourceFile* file() const { return file_; }
  // Fills in the body. REQUIRES: the function is one of this file's, and unread.
  void read_body(FuncDecl* function);

 private:
  std::string_view text_;
  SourceFile* file_;
  Arena& arena_;
  Diagnostics& diagnostics_;
};

}  // namespace gopark::lang
