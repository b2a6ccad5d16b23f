// What an instruction reads and writes: the operand roles of opcodes.inc, with the ranges that
// follow from widths.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/vm/bytecode.h"

namespace gopark {

// A run of registers.
struct RegisterRange {
  uint32_t first = 0;
  uint32_t count = 0;
};

// Everything that one instruction touches; at most a few ranges each, plus one per case of a
// select.
struct Operands {
  std::vector<RegisterRange> reads;
  std::vector<RegisterRange> writes;
};

Operands operands_of(const Program& program, const Function& function, uint32_t pc);

// Jump targets of the instruction at pc (without falling through), and whether it falls through.
struct Successors {
  uint32_t targets[2] = {kNone, kNone};
  bool falls_through = true;
};
Successors successors_of(const Function& function, uint32_t pc);

}  // namespace gopark
