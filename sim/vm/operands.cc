#include "sim/vm/operands.h"

#include <algorithm>

namespace gopark {

namespace {

struct Roles {
  char a, b, c;  // as in opcodes.inc: '-', D, U, W, I, O
};
constexpr Roles kRoles[] = {
#define OPCODE(name, a, b, c) Roles{#a[0], #b[0], #c[0]},
#include "sim/vm/opcodes.inc"
#undef OPCODE
};

class Walk {
 public:
  Walk(const Program& program, const Function& function, uint32_t pc)
      : program_(program), code_(function.code.data() + pc), function_(function) {}

  Operands run() {
    const Instruction i = code_[0];
    const Roles roles = kRoles[static_cast<std::size_t>(i.op)];
    plain(roles.a, i.a);
    plain(roles.b, i.b);
    plain(roles.c, i.c);
    ranges(i);
    return std::move(operands_);
  }

 private:
  void read(uint32_t first, uint32_t count) {
    if (first != kNoRegister && count != 0) operands_.reads.push_back({first, count});
  }
  void write(uint32_t first, uint32_t count) {
    if (first != kNoRegister && count != 0) operands_.writes.push_back({first, count});
  }
  void plain(char role, uint32_t reg) {
    if (role == 'D') write(reg, 1);
    if (role == 'U') read(reg, 1);
  }
  const TypeDescription& type(uint32_t id) const { return type_of(program_, TypeId{id}); }
  Instruction ext(uint32_t n = 1) const { return code_[n]; }

  // The W operands of each opcode that has any.
  void ranges(Instruction i) {
    switch (i.op) {
      case Opcode::MoveN:
        read(i.b, i.c);
        return write(i.a, i.c);
      case Opcode::Zero:
        return write(i.a, i.b);
      case Opcode::EqualTyped:
        read(i.b, type(type32(ext())).words);
        return read(i.c, type(type32(ext())).words);
      case Opcode::LoadN:
        return write(i.a, ext().a);
      case Opcode::StoreN:
        return read(i.b, ext().a);
      case Opcode::ArrayLoad:
        read(i.b, array_words());
        return write(i.a, ext().a);
      case Opcode::ArrayStore:
        // The rest of the array stays as it was: it is read and written.
        read(i.a, array_words());
        read(i.b, ext().a);
        return write(i.a, array_words());
      case Opcode::Select:
        return select_cases(i.b);
      default:
        return slices(i);
    }
  }
  uint32_t array_words() const {
    const Instruction e = ext();
    return static_cast<uint32_t>(program_.constants[uint32_t{e.b} | uint32_t{e.c} << 16]) * e.a;
  }
  void select_cases(uint32_t count) {
    for (uint32_t n = 0; n < count; ++n) {
      const Instruction one = ext(1 + 2 * n);
      const uint32_t words = ext(2 + 2 * n).a;
      read(one.a, 1);
      if (one.op == Opcode::SelectSend)
        read(one.b, words);
      else
        write(one.b, words), write(one.c, 1);
    }
  }
  void slices(Instruction i) {
    switch (i.op) {
      case Opcode::MakeSlice:
      case Opcode::StringToBytes:
      case Opcode::StringToRunes:
      case Opcode::StringRune:
        return write(i.a, 2);
      case Opcode::SliceLen:
      case Opcode::SliceCap:
      case Opcode::BytesToString:
      case Opcode::RunesToString:
      case Opcode::IndexAddress:
        return read(i.b, 2);
      case Opcode::IndexLoad:
        read(i.b, 2);
        return write(i.a, ext().a);
      case Opcode::IndexStore:
        read(i.a, 2);
        return read(i.b, ext().a);
      case Opcode::SliceSlice:
        read(i.b, 2);
        bounds(i.c, ext().b);
        return write(i.a, 2);
      case Opcode::SliceArray:
        bounds(i.c, ext().b);
        return write(i.a, 2);
      case Opcode::StringSlice:
        return bounds(i.c, ext().b);
      case Opcode::Append:
        read(i.b, 2);
        read(i.c, ext().a * type(uint32_t{ext().b} | uint32_t{ext().c} << 16).words);
        return write(i.a, 2);
      case Opcode::AppendSlice:
        read(i.c, 2);
        [[fallthrough]];
      case Opcode::AppendString:
        read(i.b, 2);
        return write(i.a, 2);
      case Opcode::CopySlice:
        read(i.c, 2);
        return read(i.b, 2);
      case Opcode::CopyString:
        return read(i.b, 2);
      case Opcode::ClearSlice:
        return read(i.a, 2);
      default:
        return maps(i);
    }
  }
  void bounds(uint32_t first, uint32_t given) {
    for (uint32_t n = 0; n < 3; ++n)
      if ((given >> n & 1) != 0) read(first + n, 1);
  }
  void maps(Instruction i) {
    switch (i.op) {
      case Opcode::MapGet:
        read(i.c, key_words());
        write(i.a, value_words());
        return write(ext().c, 1);
      case Opcode::MapSet:
        read(i.b, key_words());
        return read(i.c, value_words());
      case Opcode::MapDelete:
        return read(i.b, key_words());
      case Opcode::MapNext:
        write(i.b, key_words());
        return write(i.c, value_words());
      default:
        return calls(i);
    }
  }
  uint32_t key_words() const { return type(static_cast<uint32_t>(type(type32(ext())).key)).words; }
  uint32_t value_words() const {
    return type(static_cast<uint32_t>(type(type32(ext())).element)).words;
  }

  void calls(Instruction i) {
    switch (i.op) {
      case Opcode::Send:
        return read(i.b, i.c);
      case Opcode::Receive:
        return write(i.a, ext().a);
      case Opcode::MakeInterface:
        return read(i.b, type(type32(ext())).words);
      case Opcode::AssertType:
        return write(i.a, type(type32(ext())).words);
      case Opcode::Call: {
        const Function& callee = function_of(program_, FunctionId{static_cast<uint32_t>(imm32(i))});
        return call(i.a, callee.parameter_words,
                    std::max(callee.result_words, callee.parameter_words));
      }
      case Opcode::CallClosure:
        return call(i.a, i.c, i.c + 1u);
      case Opcode::CallInterface:
        read(i.a + 3u, ext().c);
        return write(i.a, 3u + ext().c);
      case Opcode::Go:
      case Opcode::Defer:
        return read(i.a + 2u, ext().c);
      case Opcode::GoClosure:
      case Opcode::DeferClosure:
        return read(i.a + 2u, ext().c);
      case Opcode::GoInterface:
      case Opcode::DeferInterface:
        return read(i.a + 3u, ext().c);
      case Opcode::Return:
        return read(i.a, i.b);
      case Opcode::MakeClosure:
        return read(i.c, i.b);
      case Opcode::Native:
        return read(0, function_.parameter_words);
      default:
        return;
    }
  }
  void call(uint32_t window, uint32_t arguments, uint32_t results) {
    read(window + 2, arguments);
    write(window, 2 + results);
  }

  const Program& program_;
  const Instruction* code_;
  const Function& function_;
  Operands operands_;
};

}  // namespace

Operands operands_of(const Program& program, const Function& function, uint32_t pc) {
  return Walk(program, function, pc).run();
}

Successors successors_of(const Function& function, uint32_t pc) {
  const Instruction i = function.code[pc];
  const uint32_t next = pc + 1 + extra_words(i);
  Successors result;
  switch (i.op) {
    case Opcode::Jump:
      result.targets[0] = next + static_cast<uint32_t>(imm32(i));
      result.falls_through = false;
      break;
    case Opcode::JumpIf:
    case Opcode::JumpIfNot:
      result.targets[0] = next + static_cast<uint32_t>(imm32(i));
      break;
    case Opcode::JumpEqual:
    case Opcode::JumpNotEqual:
    case Opcode::JumpLess:
    case Opcode::JumpLessEqual:
    case Opcode::JumpEqualImm:
    case Opcode::JumpNotEqualImm:
    case Opcode::JumpLessImm:
    case Opcode::JumpLessEqualImm:
    case Opcode::JumpGreaterImm:
    case Opcode::JumpGreaterEqualImm:
      result.targets[0] = next + static_cast<uint32_t>(static_cast<int16_t>(i.c));
      break;
    case Opcode::MapNext:
      result.targets[0] =
          next + static_cast<uint32_t>(static_cast<int16_t>(function.code[pc + 1].c));
      break;
    case Opcode::Return:
    case Opcode::Unreachable:
      result.falls_through = false;
      break;
    default:
      break;
  }
  return result;
}

}  // namespace gopark
