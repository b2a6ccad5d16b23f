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

// Go: base.ErrorfAt keeps one syntax error a line, and one of equal messages a line.
bool repeats(const Diagnostic& earlier, const Diagnostic& later) {
  return on_one_line(earlier, later) &&
         (earlier.message == later.message || (is_syntax_error(earlier) && is_syntax_error(later)));
}

}  // namespace

void Diagnostics::add(Pos pos, std::string message) {
  list_.push_back(Diagnostic{pos, std::move(message)});
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<Diagnostic> all = list_;
  std::stable_sort(all.begin(), all.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.pos.file, a.pos.line, a.pos.column) <
           std::tie(b.pos.file, b.pos.line, b.pos.column);
  });
  std::vector<Diagnostic> kept;
  std::size_t line_start = 0;  // index in `kept` of the first diagnostic of the current line
  for (Diagnostic& diagnostic : all) {
    if (!kept.empty() && !on_one_line(kept.back(), diagnostic)) line_start = kept.size();
    const auto first = kept.begin() + static_cast<std::ptrdiff_t>(line_start);
    const bool repeated = std::any_of(
        first, kept.end(), [&](const Diagnostic& earlier) { return repeats(earlier, diagnostic); });
    if (repeated) continue;
    if (kept.size() == kMaxDiagnostics) {
      kept.push_back(Diagnostic{diagnostic.pos, "too many errors"});
      break;
    }
    kept.push_back(std::move(diagnostic));
  }
  return kept;
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
