// Constant values of Go expressions. (go/constant.)
//
// Integers are exact up to kMaxIntegerBits, as Go's are; an operation that needs more is an
// overflow that the checker reports ("constant multiplication overflow"). Floats are exact
// quotients, rounded only where Go rounds: when they get the type float32 or float64.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "sim/lang/ast.h"
#include "sim/lang/constant_big.h"

namespace gopark::lang {

__extension__ typedef __int128 Int128;

inline constexpr int kMaxIntegerBits = 512;  // Go: 512 for untyped integers
inline constexpr int kSmallIntegerBits = 126;

// Unknown is what an operation gives that has no value: the checker has then reported it.
enum class ConstantKind : uint8_t { Unknown, Bool, String, Int, Float };

struct Constant {
  ConstantKind kind = ConstantKind::Unknown;
  bool boolean = false;
  Int128 integer = 0;  // Int of at most kSmallIntegerBits; every typed integer is one
  double real = 0;     // Float, rounded to a float64
  std::string text;    // String: the bytes
  std::shared_ptr<const Rational> exact = nullptr;  // Float: the value; Int: when it is larger
};

Constant make_bool(bool value);
Constant make_string(std::string bytes);
Constant make_integer(Int128 value);
Constant make_integer(BigInteger value);
Constant make_float(Rational value);  // Unknown beyond kMaxRationalBits

// The value of an Int, Float, Char or String literal; Unknown when it is malformed, with the reason
// in Go's words in `error`.
Constant literal_value(Token token, std::string_view text, std::string* error);

// Unknown when the value is no whole number (Go: ToInt) or no number at all.
Constant to_integer(const Constant& x);
Constant to_float(const Constant& x);
// Rounded to a float32 or float64; Unknown when it is too large for one.
Constant round_to_float32(const Constant& x);
Constant round_to_float64(const Constant& x);

int sign(const Constant& x);                            // Int, Float: -1, 0, 1
int bit_length(const Constant& x);                      // Int: of the magnitude
bool int64_value(const Constant& x, int64_t* value);    // false when it does not fit
bool uint64_value(const Constant& x, uint64_t* value);  // likewise

// How `/` divides: 7 / 2 is 3 for integers and 3.5 for untyped operands of which one is a float.
enum class Division : uint8_t { Integer, Exact };

// + - ^ !; ^ of an unsigned type flips `unsigned_bits` bits, 0 for signed and untyped.
Constant unary_operation(Token op, const Constant& x, int unsigned_bits);
// REQUIRES: kinds fit the operator; the divisor is not zero.
Constant binary_operation(Token op, const Constant& x, const Constant& y, Division division);
Constant shift_operation(Token op, const Constant& x, uint32_t count);
bool compare_constants(Token op, const Constant& x, const Constant& y);

// As Go's messages write it: 42, "text", 1.5, true.
std::string to_string(const Constant& x);
// Bytes as a Go string literal: "a\n\x00". (strconv.Quote.)
std::string quote(std::string_view bytes);

}  // namespace gopark::lang
