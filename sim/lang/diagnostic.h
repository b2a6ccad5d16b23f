// Diagnostics: what is wrong with the learner's program, at a place, in Go's wording where Go has
// one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/lang/ast.h"

namespace gopark::lang {

// The files of one compilation. Index 0.. as used in Pos::file.
struct SourceText {
  std::string path;  // as shown in messages: "leaky.go"; std packages: "context/context.go"
  std::string text;
  bool is_std = false;
};
struct FileSet {
  std::vector<SourceText> files;
};

struct Diagnostic {
  Pos pos;
  std::string message;  // may hold further lines, indented by a tab as Go does (have/want)
};

// Collects diagnostics; keeps the first kMaxDiagnostics in source order and one per line and
// message.
inline constexpr std::size_t kMaxDiagnostics = 100;
class Diagnostics {
 public:
  void add(Pos pos, std::string message);
  bool empty() const { return list_.empty(); }
  void clear() { list_.clear(); }
  // Sorted by file, line, column; duplicates on one line dropped as gc does; at most
  // kMaxDiagnostics and then one "too many errors".
  std::vector<Diagnostic> sorted() const;

 private:
  std::vector<Diagnostic> list_;
};

// "leaky.go:7:3"
std::string position_text(Pos pos, const FileSet& files);
// "leaky.go:7:3: declared and not used: x"
std::string to_string(const Diagnostic& diagnostic, const FileSet& files);

}  // namespace gopark::lang
