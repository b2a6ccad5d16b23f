// Constant values of Go expressions. (go/constant.)
//
// Integers are exact up to kMaxIntegerBits; an operation that needs more is an overflow that the
// checker reports
// ("constant ... overflow"). Floats are long double rounded where Go's result is a float64.
#pragma once

#include <cstdint>
#include <string>

namespace gopark::lang {

__extension__ typedef __int128 Int128;

inline constexpr int kMaxIntegerBits = 126;

enum class ConstantKind : uint8_t { Unknown, Bool, String, Int, Float };

struct Constant {
  ConstantKind kind = ConstantKind::Unknown;
  bool boolean = false;
  Int128 integer = 0;
  double real = 0;   // Float
  std::string text;  // String: the bytes
};

}  // namespace gopark::lang
