// A verifier of bytecode: what the interpreter takes for granted, said and checked in one place.
//
// It holds for every function of a program that a compiler of ours made:
//   - Opcodes, registers, constants, strings, functions and types exist; ext words are there.
//   - Jumps lead to instructions; the last instruction never falls through.
//   - No register is read that was not written on every way there. After a call nothing is left in
//     its window but the results.
//   - Every instruction has a safepoint, whose references are registers of the frame; lines and
//     operand names are sorted and stand at instructions.
#pragma once

#include <string>

#include "sim/vm/bytecode.h"

namespace gopark {

// The first mistake, as "main.f, pc 12: …", or "" when there is none.
std::string verify(const Program& program);

}  // namespace gopark
