#include "sim/vm/natives_math.h"

#include <bit>
#include <cmath>

namespace gopark::natives {

namespace {

double number(const NativeCall& c, uint32_t i) {
  return std::bit_cast<double>(c.argument(i));
}

NativeDid answer_number(NativeCall& c, double value) {
  return answer(c, std::bit_cast<Word>(value));
}

}  // namespace

NativeDid math_same_bits(NativeCall&) {
  return NativeDid::Done;  // a float64 is its bits, and the result stands where the argument does
}

NativeDid math_float32_bits(NativeCall& c) {
  return answer(c, std::bit_cast<uint32_t>(static_cast<float>(number(c, 0))));
}

NativeDid math_float32_from_bits(NativeCall& c) {
  return answer_number(c, std::bit_cast<float>(static_cast<uint32_t>(c.argument(0))));
}

NativeDid math_sqrt(NativeCall& c) {
  return answer_number(c, std::sqrt(number(c, 0)));
}

NativeDid math_floor(NativeCall& c) {
  return answer_number(c, std::floor(number(c, 0)));
}

NativeDid math_mod(NativeCall& c) {
  return answer_number(c, std::fmod(number(c, 0), number(c, 1)));
}

NativeDid math_fma(NativeCall& c) {
  return answer_number(c, std::fma(number(c, 0), number(c, 1), number(c, 2)));
}

}  // namespace gopark::natives
