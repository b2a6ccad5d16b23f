#include "sim/vm/verify.h"

#include <algorithm>
#include <optional>

#include "sim/vm/operands.h"

namespace gopark {

namespace {

// Registers that hold a value, one bit each.
using Bits = std::vector<bool>;

class FunctionVerifier {
 public:
  FunctionVerifier(const Program& program, const Function& function)
      : program_(program),
        function_(function),
        registers_(std::max(function.frame_words,
                            function.parameter_words + (function.capture_words > 0 ? 1 : 0))) {}

  std::string run() {
    if (shape() && jumps() && tables()) assignments();
    return std::move(problem_);
  }

 private:
  bool fail(uint32_t pc, const std::string& what) {
    if (problem_.empty()) problem_ = function_.name + ", pc " + std::to_string(pc) + ": " + what;
    return false;
  }

  // ---- instructions, their ext words and operands

  bool shape() {
    const std::vector<Instruction>& code = function_.code;
    is_start_.assign(code.size() + 1, false);
    if (code.empty()) return fail(0, "no code");
    for (uint32_t pc = 0; pc < code.size();) {
      is_start_[pc] = true;
      const uint32_t next = pc + 1 + extra_words(code[pc]);
      if (next > code.size()) return fail(pc, "the last instruction lacks ext words");
      if (!indices(pc) || !ranges(pc)) return false;
      last_ = pc;
      pc = next;
    }
    if (successors_of(function_, last_).falls_through)
      return fail(last_, "the last instruction falls through");
    return true;
  }

  bool index(uint32_t pc, uint64_t value, std::size_t size, const char* what) {
    if (value < size) return true;
    return fail(pc, std::string(what) + " " + std::to_string(value) + " does not exist");
  }

  // The numbers in an instruction that name entries of the program's tables.
  bool indices(uint32_t pc) {
    const Instruction i = function_.code[pc];
    const uint32_t wide = static_cast<uint32_t>(imm32(i));
    switch (i.op) {
      case Opcode::LoadConst:
        return index(pc, wide, program_.constants.size(), "constant");
      case Opcode::LoadString:
        return index(pc, wide, program_.strings.size(), "string");
      case Opcode::Call:
      case Opcode::LoadFunction:
        return index(pc, wide, program_.functions.size(), "function");
      case Opcode::New:
      case Opcode::MakeMap:
        return index(pc, wide, program_.types.size(), "type");
      case Opcode::LoadGlobal:
      case Opcode::StoreGlobal:
        return index(pc, wide, program_.global_words, "global");
      case Opcode::GlobalAddress:
        return index(pc, wide, program_.global_words + 1u, "global");
      default:
        return ext_indices(pc, i);
    }
  }

  bool ext_indices(uint32_t pc, Instruction i) {
    if (extra_words(i) == 0) return true;
    const Instruction ext = function_.code[pc + 1];
    const uint32_t upper = uint32_t{ext.b} | uint32_t{ext.c} << 16;
    switch (i.op) {
      case Opcode::EqualTyped:
      case Opcode::MakeSlice:
      case Opcode::AppendSlice:
      case Opcode::AppendString:
      case Opcode::MapGet:
      case Opcode::MapSet:
      case Opcode::MapDelete:
      case Opcode::MapNext:
      case Opcode::MakeChan:
      case Opcode::MakeInterface:
      case Opcode::AssertType:
      case Opcode::AssertInterface:
      case Opcode::IsType:
        return index(pc, type32(ext), program_.types.size(), "type");
      case Opcode::Append:
        return index(pc, upper, program_.types.size(), "type");
      case Opcode::ElementAddress:
      case Opcode::ArrayLoad:
      case Opcode::ArrayStore:
        return index(pc, upper, program_.constants.size(), "constant");
      case Opcode::MakeClosure:
      case Opcode::Go:
      case Opcode::Defer:
        return index(pc, type32(ext), program_.functions.size(), "function");
      case Opcode::CallInterface:
      case Opcode::GoInterface:
      case Opcode::DeferInterface:
        return index(pc, type32(ext), program_.method_names.size(), "method");
      default:
        return true;
    }
  }

  bool ranges(uint32_t pc) {
    const Operands operands = operands_of(program_, function_, pc);
    for (const RegisterRange& range : operands.reads)
      if (!in_frame(pc, range)) return false;
    // A call may write beyond the frame: its window belongs to the callee.
    if (is_call(function_.code[pc].op)) return true;
    for (const RegisterRange& range : operands.writes)
      if (!in_frame(pc, range)) return false;
    return true;
  }

  bool in_frame(uint32_t pc, const RegisterRange& range) {
    if (uint64_t{range.first} + range.count <= registers_) return true;
    return fail(pc, "register " + std::to_string(range.first + range.count - 1) +
                        " of a frame of " + std::to_string(registers_));
  }

  static bool is_call(Opcode op) {
    return op == Opcode::Call || op == Opcode::CallClosure || op == Opcode::CallInterface;
  }

  // ---- jumps

  bool jumps() {
    for (uint32_t pc = 0; pc < function_.code.size(); ++pc) {
      if (!is_start_[pc]) continue;
      for (const uint32_t target : successors_of(function_, pc).targets) {
        if (target == kNone) continue;
        if (target >= function_.code.size() || !is_start_[target])
          return fail(pc, "a jump to " + std::to_string(target) + ", which is no instruction");
      }
    }
    const uint32_t recover = function_.recover_pc;
    if (recover != kNone && (recover >= function_.code.size() || !is_start_[recover]))
      return fail(recover, "recover_pc is no instruction");
    return true;
  }

  // ---- lines, safepoints, operand names, variables

  bool tables() { return safepoints() && lines() && names() && variables(); }

  bool safepoints() {
    std::size_t next = 0;
    for (uint32_t pc = 0; pc < function_.code.size(); ++pc) {
      if (!is_start_[pc]) continue;
      if (next >= function_.safepoints.size() || function_.safepoints[next].pc != pc)
        return fail(pc, "no safepoint");
      const uint32_t map = function_.safepoints[next++].map;
      if (!index(pc, map, function_.pointer_maps.size(), "pointer map")) return false;
      const std::vector<uint32_t>& references = function_.pointer_maps[map];
      if (!std::is_sorted(references.begin(), references.end()))
        return fail(pc, "an unsorted pointer map");
      if (!references.empty() && !in_frame(pc, {references.back(), 1})) return false;
    }
    return true;
  }

  bool lines() {
    const std::vector<LineEntry>& entries = function_.lines;
    if (entries.empty() || entries[0].pc != 0) return fail(0, "no line");
    for (std::size_t n = 0; n < entries.size(); ++n) {
      if (n > 0 && entries[n - 1].pc >= entries[n].pc) return fail(entries[n].pc, "lines unsorted");
      if (entries[n].pc >= function_.code.size() || !is_start_[entries[n].pc])
        return fail(entries[n].pc, "a line at no instruction");
    }
    return true;
  }

  bool names() {
    for (std::size_t n = 0; n < function_.operands.size(); ++n) {
      if (n > 0 && function_.operands[n - 1].pc >= function_.operands[n].pc)
        return fail(function_.operands[n].pc, "operand names unsorted");
    }
    return true;
  }

  bool variables() {
    for (const LocalVariable& local : function_.locals) {
      const uint32_t count = local.in_cell ? 1 : type_of(program_, local.type).words;
      if (local.from_pc > local.to_pc || local.to_pc > function_.code.size())
        return fail(local.from_pc, "variable " + local.name + " has no range");
      if (count > 0 && !in_frame(local.from_pc, {local.slot, count})) return false;
    }
    return true;
  }

  // ---- nothing is read that was not written: forward data flow over what holds a value

  bool assignments() {
    in_.assign(function_.code.size(), std::nullopt);
    Bits entry(registers_, false);
    const uint32_t given = function_.parameter_words + (function_.capture_words > 0 ? 1 : 0);
    std::fill(entry.begin(), entry.begin() + given, true);
    flow_to(0, entry);
    // Whatever may panic leads there; the compiler fills the results before anything else.
    if (function_.recover_pc != kNone) flow_to(function_.recover_pc, Bits(registers_, true));
    while (!work_.empty()) {
      const uint32_t pc = work_.back();
      work_.pop_back();
      if (!step(pc)) return false;
    }
    return true;
  }

  void flow_to(uint32_t pc, const Bits& state) {
    if (!in_[pc]) {
      in_[pc] = state;
      work_.push_back(pc);
      return;
    }
    bool changed = false;
    for (uint32_t r = 0; r < registers_; ++r) {
      if (!(*in_[pc])[r] || state[r]) continue;
      (*in_[pc])[r] = false;
      changed = true;
    }
    if (changed) work_.push_back(pc);
  }

  bool step(uint32_t pc) {
    Bits state = *in_[pc];
    const Operands operands = operands_of(program_, function_, pc);
    for (const RegisterRange& range : operands.reads) {
      for (uint32_t r = range.first; r < range.first + range.count; ++r) {
        // The rest of an array that ArrayStore writes to counts as read.
        if (!state[r])
          return fail(pc, "register " + std::to_string(r) + " is read before it is written");
      }
    }
    apply_call(pc, state);
    for (const RegisterRange& range : operands.writes) {
      if (is_call(function_.code[pc].op)) break;
      for (uint32_t r = range.first; r < range.first + range.count; ++r) state[r] = true;
    }
    const Successors next = successors_of(function_, pc);
    if (next.falls_through) flow_to(pc + 1 + extra_words(function_.code[pc]), state);
    for (const uint32_t target : next.targets)
      if (target != kNone) flow_to(target, state);
    return true;
  }

  // The callee's frame lies over the window; only results are left there.
  void apply_call(uint32_t pc, Bits& state) const {
    const Instruction i = function_.code[pc];
    if (!is_call(i.op) && i.op != Opcode::RunDefers) return;
    for (uint32_t r = i.a; r < registers_; ++r) state[r] = false;
    if (i.op == Opcode::RunDefers) return;
    uint64_t results = registers_;  // of a dynamic call: not known here
    if (i.op == Opcode::Call) {
      const FunctionId callee{static_cast<uint32_t>(imm32(i))};
      results = function_of(program_, callee).result_words;
    }
    const uint64_t first = i.a + 2u;
    for (uint64_t r = first; r < std::min<uint64_t>(first + results, registers_); ++r)
      state[static_cast<std::size_t>(r)] = true;
  }

  const Program& program_;
  const Function& function_;
  const uint32_t registers_;
  std::string problem_;
  std::vector<bool> is_start_;
  uint32_t last_ = 0;
  std::vector<std::optional<Bits>> in_;
  std::vector<uint32_t> work_;
};

std::string verify_types(const Program& program) {
  for (const TypeDescription& type : program.types) {
    for (const uint32_t pointer : type.pointers)
      if (pointer >= type.words) return "type " + type.name + ": a reference outside the value";
    if (!std::is_sorted(
            type.methods.begin(), type.methods.end(),
            [](const MethodEntry& a, const MethodEntry& b) { return a.method < b.method; }))
      return "type " + type.name + ": an unsorted method table";
    for (const MethodEntry& entry : type.methods)
      if (static_cast<std::size_t>(entry.function) >= program.functions.size())
        return "type " + type.name + ": a method without function";
    for (const FieldDescription& field : type.fields)
      if (field.offset + type_of(program, field.type).words > type.words)
        return "type " + type.name + ": field " + field.name + " outside the value";
  }
  return "";
}

}  // namespace

std::string verify(const Program& program) {
  std::string problem = verify_types(program);
  for (const Function& function : program.functions) {
    if (!problem.empty()) break;
    problem = FunctionVerifier(program, function).run();
  }
  return problem;
}

}  // namespace gopark
