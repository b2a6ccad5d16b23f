// Liveness: which registers of a frame may still be read, instruction by instruction. A reference
// in a dead register keeps nothing alive: that is how "main dropped done at step 14" is known. (Go:
// cmd/compile, plive.go.)
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "sim/vm/bytecode.h"

namespace gopark {

class Liveness {
 public:
  explicit Liveness(const Program& program)
      : program_(program), functions_(program.functions.size()) {}

  // Calls visit(register) for each register that holds a reference and may still be read, in a
  // frame of `function` that stands at `pc`: before the instruction when it is the innermost frame
  // (its operation is pending), otherwise inside the call at pc (its window belongs to the callee).
  template <typename F>
  void for_each_live_pointer(FunctionId function, uint32_t pc, bool innermost, F&& visit) const {
    const PerFunction& facts = facts_of(function);
    const std::vector<uint32_t>* pointers = pointers_at(function, pc);
    if (pointers == nullptr) return;
    const uint64_t* live = row(facts, innermost ? pc : pc, innermost);
    const uint32_t window = innermost ? facts.registers : window_of(function, pc);
    for (const uint32_t slot : *pointers)
      if (slot < window && (live[slot / 64] >> slot % 64 & 1) != 0) visit(slot);
  }
  // Every live register, reference or not (innermost frame), for canonical states in the explorer.
  template <typename F>
  void for_each_live(FunctionId function, uint32_t pc, bool innermost, F&& visit) const {
    const PerFunction& facts = facts_of(function);
    const uint64_t* live = row(facts, pc, innermost);
    const uint32_t window =
        innermost ? facts.registers : std::min(facts.registers, window_of(function, pc));
    for (uint32_t slot = 0; slot < window; ++slot)
      if ((live[slot / 64] >> slot % 64 & 1) != 0) visit(slot);
  }
  bool is_pointer(FunctionId function, uint32_t pc, uint32_t slot) const;

 private:
  struct PerFunction {
    bool done = false;
    uint32_t registers = 0;
    uint32_t row_words = 0;
    std::vector<uint64_t> in;   // row per pc: live before it
    std::vector<uint64_t> out;  // row per pc: live after it
  };
  const uint64_t* row(const PerFunction& f, uint32_t pc, bool before) const {
    return (before ? f.in : f.out).data() + std::size_t{pc} * f.row_words;
  }
  const PerFunction& facts_of(FunctionId id) const;
  const std::vector<uint32_t>* pointers_at(FunctionId id, uint32_t pc) const;
  uint32_t window_of(FunctionId id, uint32_t pc) const;

  const Program& program_;
  mutable std::vector<PerFunction> functions_;  // computed on first use; the same whoever asks
};

}  // namespace gopark
