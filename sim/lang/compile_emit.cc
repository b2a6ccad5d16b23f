#include "sim/lang/compile_emit.h"

#include "sim/base/assert.h"

namespace gopark::lang {

namespace {

bool has_window(Opcode op) {
  switch (op) {
    case Opcode::Call:
    case Opcode::CallClosure:
    case Opcode::CallInterface:
    case Opcode::RunDefers:
      return true;
    default:
      return false;
  }
}

Opcode inverse(Opcode op) {
  switch (op) {
    case Opcode::JumpIf:
      return Opcode::JumpIfNot;
    case Opcode::JumpIfNot:
      return Opcode::JumpIf;
    case Opcode::JumpEqual:
      return Opcode::JumpNotEqual;
    case Opcode::JumpNotEqual:
      return Opcode::JumpEqual;
    case Opcode::JumpEqualImm:
      return Opcode::JumpNotEqualImm;
    case Opcode::JumpNotEqualImm:
      return Opcode::JumpEqualImm;
    case Opcode::JumpLessImm:
      return Opcode::JumpGreaterEqualImm;
    case Opcode::JumpGreaterEqualImm:
      return Opcode::JumpLessImm;
    case Opcode::JumpLessEqualImm:
      return Opcode::JumpGreaterImm;
    case Opcode::JumpGreaterImm:
      return Opcode::JumpLessEqualImm;
    default:
      break;
  }
  GOPARK_ASSERT(false, "an opcode without an inverse");
  return op;
}

}  // namespace

void Emitter::push(Opcode op, uint32_t a, uint32_t b, uint32_t c) {
  GOPARK_ASSERT(registers_.overflowed() || (a <= 0xffff && b <= 0xffff && c <= 0xffff));
  function_.code.push_back(Instruction{op, static_cast<uint16_t>(a), static_cast<uint16_t>(b),
                                       static_cast<uint16_t>(c)});
}

uint32_t Emitter::emit(Opcode op, uint32_t a, uint32_t b, uint32_t c) {
  note_place();
  note_safepoint(op, a);
  last_pc_ = pc();
  push(op, a, b, c);
  return last_pc_;
}

uint32_t Emitter::emit_wide(Opcode op, uint32_t a, uint32_t imm32) {
  return emit(op, a, imm32 & 0xffff, imm32 >> 16);
}

void Emitter::extend(uint32_t a, uint32_t b, uint32_t c) {
  push(Opcode::Nop, a, b, c);
}

void Emitter::append_case(Opcode op, uint32_t channel, uint32_t value, uint32_t ok) {
  push(op, channel, value, ok);
}

void Emitter::extend_type(TypeId type, uint32_t c) {
  const uint32_t id = static_cast<uint32_t>(type);
  extend(id & 0xffff, id >> 16, c);
}

void Emitter::note_place() {
  const bool same = !function_.lines.empty() && function_.lines.back().line == place_.line;
  if (same && !statement_pending_) return;
  if (!function_.lines.empty() && function_.lines.back().pc == pc()) function_.lines.pop_back();
  function_.lines.push_back(LineEntry{pc(), place_.line, place_.column, statement_pending_});
  statement_pending_ = false;
}

void Emitter::note_safepoint(Opcode op, Reg window) {
  if (registers_.overflowed()) return;
  uint32_t map = current_map_;
  if (has_window(op) || map == kNone || map_version_ != registers_.version()) {
    registers_.references(has_window(op) ? window : registers_.top(), &references_);
    const uint32_t fresh = static_cast<uint32_t>(function_.pointer_maps.size());
    const auto [entry, added] = maps_.try_emplace(references_, fresh);
    if (added) function_.pointer_maps.push_back(references_);
    map = entry->second;
    current_map_ = has_window(op) ? kNone : map;
    map_version_ = registers_.version();
  }
  function_.safepoints.push_back(Safepoint{pc(), map});
}

void Emitter::begin_statement(Pos pos) {
  place_ = pos;
  statement_pending_ = true;
}

void Emitter::name_operand(uint32_t at, std::string text) {
  if (text.empty()) return;
  GOPARK_ASSERT(function_.operands.empty() || function_.operands.back().pc < at);
  function_.operands.push_back(OperandName{at, std::move(text)});
}

void Emitter::bind(Label& label) {
  GOPARK_ASSERT(label.pc == kNone);
  label.pc = pc();
  last_bound_ = pc();
  for (const uint32_t at : label.uses) patch(at, label.pc);
  label.uses.clear();
}

void Emitter::use(Label& label, uint32_t at) {
  if (label.pc == kNone)
    label.uses.push_back(at);
  else
    patch(at, label.pc);
}

bool Emitter::patch_short(uint16_t& field, int64_t offset) {
  if (offset < INT16_MIN || offset > INT16_MAX) {
    jump_too_far_ = true;
    return false;
  }
  field = static_cast<uint16_t>(static_cast<int16_t>(offset));
  return true;
}

void Emitter::patch(uint32_t at, uint32_t target) {
  Instruction& i = function_.code[at];
  const int64_t offset = int64_t{target} - (int64_t{at} + 1 + extra_words(i));
  switch (i.op) {
    case Opcode::Jump:
    case Opcode::JumpIf:
    case Opcode::JumpIfNot: {
      const uint32_t bits = static_cast<uint32_t>(static_cast<int32_t>(offset));
      i.b = static_cast<uint16_t>(bits & 0xffff);
      i.c = static_cast<uint16_t>(bits >> 16);
      return;
    }
    case Opcode::MapNext:
      patch_short(function_.code[at + 1].c, offset);
      return;
    default:
      patch_short(i.c, offset);
      return;
  }
}

void Emitter::jump(Label& label) {
  use(label, emit(Opcode::Jump));
}

void Emitter::jump_if(Opcode op, Reg a, Label& label) {
  use(label, emit(op, a));
}

void Emitter::jump_compare(Opcode op, Reg a, uint32_t b, Label& label) {
  if (range_ == JumpRange::Near) return use(label, emit(op, a, b));
  // !(a < b) is b <= a: the two register comparisons swap their operands.
  if (op == Opcode::JumpLess)
    emit(Opcode::JumpLessEqual, b, a, 1);
  else if (op == Opcode::JumpLessEqual)
    emit(Opcode::JumpLess, b, a, 1);
  else
    emit(inverse(op), a, b, 1);
  jump(label);
}

void Emitter::map_next(Reg iterator, Reg key, Reg value, TypeId map, Label& done) {
  const uint32_t at = emit(Opcode::MapNext, iterator, key, value);
  extend_type(map, range_ == JumpRange::Far ? 1 : 0);
  if (range_ == JumpRange::Near) return use(done, at);
  emit_wide(Opcode::Jump, 0, 1);
  jump(done);
}

bool Emitter::is_unreachable() const {
  if (last_pc_ == kNone || last_bound_ == pc()) return false;
  const Opcode op = function_.code[last_pc_].op;
  return op == Opcode::Return || op == Opcode::Jump || op == Opcode::Unreachable;
}

}  // namespace gopark::lang
