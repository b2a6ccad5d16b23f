#include "sim/lang/diagnostic.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace gopark::lang {
namespace {

constexpr std::string_view kSyntaxError = "syntax error: ";

bool is_syntax_error(const Diagnostic& diagnostic) {
  return diagnostic.message.compare(0, kSyntaxError.size(), kSyntaxError) == 0;
}

bool on_one_line(const Diagnostic& a, const Diagnostic& b) {
  return a.pos.file == b.pos.file && a.pos.line == b.pos.line;
}

// Go: base.ErrorfAt drops a message that repeats the last one on the same line.
bool repeats(const Diagnostic& last, const Diagnostic& diagnostic) {
  return on_one_line(last, diagnostic) && last.message == diagnostic.message;
}

}  // namespace

void Diagnostics::add(Pos pos, std::string message) {
  Diagnostic diagnostic{pos, std::move(message)};
  if (list_.empty() || !repeats(list_.back(), diagnostic)) list_.push_back(std::move(diagnostic));
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<Diagnostic> all = list_;
  std::stable_sort(all.begin(), all.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.pos.file, a.pos.line, a.pos.column) <
           std::tie(b.pos.file, b.pos.line, b.pos.column);
  });
  std::vector<Diagnostic> kept;
  const Diagnostic* syntax = nullptr;  // the last one: of each line the first is kept
  for (const Diagnostic& diagnostic : all) {
    const bool is_syntax = is_syntax_error(diagnostic);
    if (is_syntax && syntax != nullptr && on_one_line(*syntax, diagnostic)) continue;
    if (is_syntax) syntax = &diagnostic;
    const bool is_twice = !kept.empty() && kept.back().pos.column == diagnostic.pos.column &&
                          repeats(kept.back(), diagnostic);
    if (is_twice) continue;
    if (kept.size() == kMaxDiagnostics) {
      kept.push_back(Diagnostic{diagnostic.pos, "too many errors"});
      break;
    }
    kept.push_back(diagnostic);
  }
  return kept;
}

std::string position_text(Pos pos, const FileSet& files) {
  const std::string path = pos.file < files.files.size() ? files.files[pos.file].path : "";
  return path + ":" + std::to_string(pos.line) + ":" + std::to_string(pos.column);
}

std::string to_string(const Diagnostic& diagnostic, const FileSet& files) {
  std::string text;
  if (diagnostic.pos.file < files.files.size()) text = files.files[diagnostic.pos.file].path + ":";
  if (diagnostic.pos.line > 0) {
    text += std::to_string(diagnostic.pos.line) + ":" + std::to_string(diagnostic.pos.column) + ":";
  }
  return text + (text.empty() ? "" : " ") + diagnostic.message;
}

}  // namespace gopark::lang
