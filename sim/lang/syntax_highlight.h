// What each piece of Go text is, for colouring it: in an editor while it is being typed, in a page.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace gopark::lang {

enum class HighlightKind : uint8_t {
  Keyword,
  Type,
  Function,  // where it is declared and where it is called
  Builtin,   // len, make, …
  Variable,  // and fields, packages, labels
  Constant,  // true, false, nil, iota
  String,    // and runes
  Number,
  Comment,
  Operator,
  Punctuation,
};

struct HighlightSpan {
  uint32_t offset = 0;  // bytes
  uint32_t length = 0;
  HighlightKind kind = HighlightKind::Variable;
  friend bool operator==(const HighlightSpan&, const HighlightSpan&) = default;
};

// In source order, without overlaps; blanks and what cannot be told are left out. Takes any text,
// also broken or unfinished Go; text beyond kMaxSourceBytes (syntax.h) has no spans.
std::vector<HighlightSpan> highlight(std::string_view source);

}  // namespace gopark::lang
