// What the scanner asks of Unicode: letters, digits, printable runes and UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gopark::lang {

inline constexpr uint32_t kMaxRune = 0x10FFFF;
inline constexpr uint32_t kReplacementRune = 0xFFFD;

bool is_letter(uint32_t rune);  // Go: unicode.IsLetter
bool is_digit(uint32_t rune);   // Go: unicode.IsDigit
// Go: unicode.IsPrint, except that an unassigned code point counts as printable.
bool is_printable(uint32_t rune);

struct DecodedRune {
  uint32_t rune = 0;
  uint32_t size = 0;  // bytes; 0: the text is empty
};
// The first rune of UTF-8 text; an invalid byte gives kReplacementRune of size 1.
// (Go: utf8.DecodeRune.)
DecodedRune decode_rune(std::string_view text);

// Appends the rune; one that is no code point becomes kReplacementRune.
void append_utf8(std::string& out, uint32_t rune);

// "U+0040 '@'", without the character when it cannot be printed. (Go: fmt's %#U.)
std::string describe_rune(uint32_t rune);

}  // namespace gopark::lang
