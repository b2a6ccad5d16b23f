#include "sim/vm/liveness.h"

#include <algorithm>

#include "sim/vm/operands.h"

namespace gopark {

namespace {

// Backward data flow over one function until nothing changes.
class Analysis {
 public:
  Analysis(const Program& program, const Function& function, uint32_t registers, uint32_t row_words)
      : function_(function), row_words_(row_words), size_(function.code.size()) {
    in.assign(size_ * row_words, 0);
    out.assign(size_ * row_words, 0);
    for (uint32_t pc = 0; pc < size_; pc += 1 + extra_words(function.code[pc])) {
      pcs_.push_back(pc);
      operands_.push_back(operands_of(program, function, pc));
    }
    (void)registers;
  }

  void run() {
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t n = pcs_.size(); n-- > 0;) changed = update(n) || changed;
    }
  }

  std::vector<uint64_t> in, out;

 private:
  bool update(std::size_t n) {
    const uint32_t pc = pcs_[n];
    uint64_t* after = &out[std::size_t{pc} * row_words_];
    const Successors next = successors_of(function_, pc);
    if (next.falls_through) merge(after, pc + 1 + extra_words(function_.code[pc]));
    for (const uint32_t target : next.targets)
      if (target != kNone) merge(after, target);
    if (function_.recover_pc != kNone) merge(after, function_.recover_pc);
    return apply(n, after, &in[std::size_t{pc} * row_words_]);
  }
  void merge(uint64_t* row, uint32_t pc) const {
    if (pc >= size_) return;
    for (uint32_t w = 0; w < row_words_; ++w) row[w] |= in[std::size_t{pc} * row_words_ + w];
  }
  bool apply(std::size_t n, const uint64_t* after, uint64_t* before) const {
    std::vector<uint64_t> row(after, after + row_words_);
    for (const RegisterRange& range : operands_[n].writes)
      for (uint32_t r = range.first; r < range.first + range.count && r / 64 < row_words_; ++r)
        row[r / 64] &= ~(uint64_t{1} << r % 64);
    for (const RegisterRange& range : operands_[n].reads)
      for (uint32_t r = range.first; r < range.first + range.count && r / 64 < row_words_; ++r)
        row[r / 64] |= uint64_t{1} << r % 64;
    if (function_.recover_pc != kNone) {
      // A panic inside this instruction may go on at recover_pc, before its writes.
      const uint64_t* recover = &in[std::size_t{function_.recover_pc} * row_words_];
      for (uint32_t w = 0; w < row_words_; ++w) row[w] |= recover[w];
    }
    const bool changed = !std::equal(row.begin(), row.end(), before);
    std::copy(row.begin(), row.end(), before);
    return changed;
  }

  const Function& function_;
  uint32_t row_words_;
  std::size_t size_;
  std::vector<uint32_t> pcs_;
  std::vector<Operands> operands_;
};

bool opens_window(Opcode op) {
  return op == Opcode::Call || op == Opcode::CallClosure || op == Opcode::CallInterface ||
         op == Opcode::RunDefers;
}

}  // namespace

const Liveness::PerFunction& Liveness::facts_of(FunctionId id) const {
  PerFunction& facts = functions_[static_cast<std::size_t>(id)];
  if (facts.done) return facts;
  const Function& function = function_of(program_, id);
  facts.registers = std::max(function.frame_words, function.parameter_words + 1);
  facts.row_words = facts.registers / 64 + 1;
  Analysis analysis(program_, function, facts.registers, facts.row_words);
  analysis.run();
  facts.in = std::move(analysis.in);
  facts.out = std::move(analysis.out);
  facts.recovering.assign(facts.row_words, 0);
  if (function.recover_pc != kNone)
    std::copy_n(facts.in.begin() + static_cast<std::ptrdiff_t>(function.recover_pc) *
                                       static_cast<std::ptrdiff_t>(facts.row_words),
                facts.row_words, facts.recovering.begin());
  facts.done = true;
  return facts;
}

bool Liveness::is_live_after(FunctionId function, uint32_t pc, uint32_t slot) const {
  const PerFunction& facts = facts_of(function);
  if (slot >= facts.registers) return false;
  return (facts.out[std::size_t{pc} * facts.row_words + slot / 64] >> slot % 64 & 1) != 0;
}

const std::vector<uint32_t>* Liveness::pointers_at(FunctionId id, uint32_t pc) const {
  const Function& function = function_of(program_, id);
  const auto found = std::lower_bound(function.safepoints.begin(), function.safepoints.end(), pc,
                                      [](const Safepoint& s, uint32_t at) { return s.pc < at; });
  if (found == function.safepoints.end() || found->pc != pc) return nullptr;
  return &function.pointer_maps[found->map];
}

uint32_t Liveness::window_of(FunctionId id, uint32_t pc) const {
  const Instruction i = function_of(program_, id).code[pc];
  // A frame that is not innermost stands at a call, or at whatever panicked and now runs deferred
  // calls above it.
  return opens_window(i.op) ? i.a : kNone;
}

const std::vector<Liveness::Register>& Liveness::list_live_registers(FunctionId id, uint32_t pc,
                                                                     bool innermost) const {
  const PerFunction& facts = facts_of(id);
  const uint32_t call = innermost ? kNone : window_of(id, pc);
  const uint64_t* live = row(facts, pc, innermost, call);
  const uint32_t window = std::min(facts.registers, call);
  const std::vector<uint32_t>* pointers = pointers_at(id, pc);
  auto list = std::make_unique<std::vector<Register>>();
  for (uint32_t slot = 0; slot < window; ++slot) {
    if ((live[slot / 64] >> slot % 64 & 1) == 0) continue;
    const bool is_pointer =
        pointers != nullptr && std::binary_search(pointers->begin(), pointers->end(), slot);
    list->push_back({slot, is_pointer});
  }
  auto& lists = functions_[static_cast<std::size_t>(id)].lists;
  if (lists.empty()) lists.resize(2 * function_of(program_, id).code.size());
  auto& place = lists[2 * pc + (innermost ? 1 : 0)];
  place = std::move(list);
  return *place;
}

}  // namespace gopark
