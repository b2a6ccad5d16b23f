// Liveness: which registers of a frame may still be read, instruction by instruction. A reference
// in a dead register keeps nothing alive: that is how "main dropped done at step 14" is known. (Go:
// cmd/compile, plive.go.)
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
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
  // Below another one and not at a call it stands at what has panicked: it will only go on where it
  // recovers, and what the instruction did not write any more is not to be looked at.
  template <typename F>
  void for_each_live_pointer(FunctionId function, uint32_t pc, bool innermost, F&& visit) const {
    const PerFunction& facts = facts_of(function);
    const std::vector<uint32_t>* pointers = pointers_at(function, pc);
    if (pointers == nullptr) return;
    const uint32_t window = innermost ? facts.registers : window_of(function, pc);
    const uint64_t* live = row(facts, pc, innermost, window);
    for (const uint32_t slot : *pointers)
      if (slot < window && (live[slot / 64] >> slot % 64 & 1) != 0) visit(slot);
  }
  // Every live register, reference or not, for canonical states in the explorer. A list that is
  // made once for each place.
  struct Register {
    uint32_t slot = 0;
    bool is_pointer = false;
  };
  const std::vector<Register>& live_registers(FunctionId function, uint32_t pc,
                                              bool innermost) const {
    PerFunction& facts = functions_[static_cast<std::size_t>(function)];
    if (!facts.lists.empty())
      if (const auto& list = facts.lists[2 * pc + (innermost ? 1 : 0)]) return *list;
    return list_live_registers(function, pc, innermost);
  }

  // Whether a register may be read once the instruction at pc is done.
  bool is_live_after(FunctionId function, uint32_t pc, uint32_t slot) const;

 private:
  struct PerFunction {
    bool done = false;
    uint32_t registers = 0;
    uint32_t row_words = 0;
    std::vector<uint64_t> in;          // row per pc: live before it
    std::vector<uint64_t> out;         // row per pc: live after it
    std::vector<uint64_t> recovering;  // one row: live where a panic in it is recovered
    // 2 * pc, + 1 for the innermost frame. Empty: none was asked for.
    std::vector<std::unique_ptr<const std::vector<Register>>> lists;
  };
  // `window`: of the call at pc, kNone if there is none.
  const uint64_t* row(const PerFunction& f, uint32_t pc, bool innermost, uint32_t window) const {
    if (!innermost && window == kNone) return f.recovering.data();
    return (innermost ? f.in : f.out).data() + std::size_t{pc} * f.row_words;
  }
  const PerFunction& facts_of(FunctionId id) const;
  const std::vector<Register>& list_live_registers(FunctionId function, uint32_t pc,
                                                   bool innermost) const;
  const std::vector<uint32_t>* pointers_at(FunctionId id, uint32_t pc) const;
  uint32_t window_of(FunctionId id, uint32_t pc) const;

  const Program& program_;
  mutable std::vector<PerFunction> functions_;  // computed on first use; the same whoever asks
};

}  // namespace gopark
