// Text for a terminal of 80 columns: colour, padding, wrapping. Widths count characters, not bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gopark {

inline constexpr std::size_t kColumns = 80;

enum class Color : uint8_t { Bold, Dim, Red, Green, Yellow, Cyan };

// Puts colour around text, or leaves it alone.
class Paint {
 public:
  explicit Paint(bool on) : on_(on) {}
  std::string operator()(Color color, std::string_view text) const;

 private:
  bool on_;
};

std::size_t width_of(std::string_view text);
// With blanks after it up to `width`.
std::string padded(std::string_view text, std::size_t width);
// Cut to `width` characters, the last of them "…".
std::string cut(std::string_view text, std::size_t width);
// Words in lines of at most kColumns, each but the first behind `indent` blanks. A word that is
// longer stands alone.
std::string wrapped(std::string_view text, std::size_t indent);
// Bytes that a terminal would obey, other than line ends and tabs, as "\x1b".
std::string harmless(std::string_view text);

}  // namespace gopark
