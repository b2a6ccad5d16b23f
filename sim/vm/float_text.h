// Floating-point numbers as text and back, to the digit as Go's package strconv does it. Exact
// arithmetic on decimal digits, so that every build agrees.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gopark {

// (Go: strconv.FormatFloat.) `format` is one of b e E f g G x X; another gives "%" and the letter.
// `precision` -1: the fewest digits that read back as the same value of `bits` (32 or 64) bits.
std::string format_float(double value, char format, int64_t precision, int bits);

enum class FloatProblem : uint8_t { None, Syntax, Range };
struct ParsedFloat {
  double value = 0;
  FloatProblem problem = FloatProblem::None;  // Range: value is an infinity
};
// (Go: strconv.ParseFloat.)
ParsedFloat parse_float(std::string_view text, int bits);

}  // namespace gopark
