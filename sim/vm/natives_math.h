// Natives of package math: what IEEE 754 rounds correctly, and the bits of numbers. The rest is Go,
// because libraries differ in the last bit.
#pragma once

#include "sim/vm/native.h"

namespace gopark::natives {

NativeDid math_same_bits(NativeCall& c);  // Float64bits, Float64frombits
NativeDid math_float32_bits(NativeCall& c);
NativeDid math_float32_from_bits(NativeCall& c);
NativeDid math_sqrt(NativeCall& c);
NativeDid math_floor(NativeCall& c);
NativeDid math_mod(NativeCall& c);
NativeDid math_fma(NativeCall& c);

}  // namespace gopark::natives
