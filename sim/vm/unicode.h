// What a rune is: the properties that Go's packages unicode, strings and strconv ask about.
// (Go: unicode/tables.go; the tables are printed from there by unicode_tables.go.)
#pragma once

#include <cstdint>

namespace gopark {

// General categories, as far as Go tells them apart. Numbers are known to sim/lang/std/unicode.
enum class RuneClass : uint8_t {
  Upper,
  Lower,
  Title,
  Letter,  // modifiers and letters without case
  Mark,
  Digit,
  Number,
  Punct,
  Symbol,
  Space,  // Zs
  Control,
  Other,        // unassigned, private, format
  Alternating,  // only in the table: upper case, lower case, upper case...
};

// All are total: what is no rune is Other, and maps to itself.
RuneClass class_of_rune(int64_t rune);
bool is_print(int64_t rune);    // (Go: unicode.IsPrint.)
bool is_graphic(int64_t rune);  // is_print and the spaces
enum class RuneCase : uint8_t { Upper, Lower, Title };
int64_t to_case(int64_t rune, RuneCase to);
// The next rune that is equal to this one but for its case, cyclically. (Go: unicode.SimpleFold.)
int64_t simple_fold(int64_t rune);

}  // namespace gopark
