#include "sim/vm/bytecode.h"

#include <algorithm>
#include <array>

#include "sim/base/assert.h"

namespace gopark {

namespace {

struct OpcodeFacts {
  std::string_view name;
  char roles[3];  // as in opcodes.inc: '-', D, U, W, I, O
};

constexpr OpcodeFacts kFacts[] = {
#define OPCODE(name, a, b, c) OpcodeFacts{#name, {#a[0], #b[0], #c[0]}},
#include "sim/vm/opcodes.inc"
#undef OPCODE
};

const OpcodeFacts& facts_of(Opcode op) {
  GOPARK_ASSERT(static_cast<std::size_t>(op) < std::size(kFacts));
  return kFacts[static_cast<std::size_t>(op)];
}

bool has_wide_immediate(const OpcodeFacts& facts) {
  return facts.roles[1] == 'I' && facts.roles[2] == 'I';
}

std::string hexadecimal(uint64_t value) {
  std::string digits;
  for (; value != 0; value >>= 4) digits.insert(digits.begin(), "0123456789abcdef"[value & 15]);
  return "0x" + (digits.empty() ? "0" : digits);
}

// One function as text: labels are pcs, registers r0, r1, …, immediates plain numbers.
class Disassembler {
 public:
  Disassembler(const Program& program, const Function& function)
      : program_(program), function_(function) {}

  std::string run() {
    header();
    uint32_t line = 0;
    for (uint32_t pc = 0; pc < function_.code.size();) {
      mark_line(pc, line);
      pc = instruction(pc);
    }
    return std::move(text_);
  }

 private:
  void header() {
    text_ = function_.name + ": parameters " + std::to_string(function_.parameter_words) +
            ", results " + std::to_string(function_.result_words) + ", captures " +
            std::to_string(function_.capture_words) + ", frame " +
            std::to_string(function_.frame_words);
    if (function_.recover_pc != kNone)
      text_ += ", recover at " + std::to_string(function_.recover_pc);
    text_ += "\n";
  }

  // "12:" where a new line starts, with a star at the start of a statement.
  void mark_line(uint32_t pc, uint32_t& line) {
    if (function_.lines.empty()) return;
    const LineEntry& entry = line_at(function_, pc);
    const bool starts = entry.pc == pc && entry.statement;
    if (!starts && entry.line == line) return;
    line = entry.line;
    text_ += " line " + std::to_string(line) + (starts ? " *" : "") + "\n";
  }

  uint32_t instruction(uint32_t pc) {
    const Instruction i = function_.code[pc];
    const uint32_t extra = extra_words(i);
    text_ += "  " + std::to_string(pc) + " " + std::string(opcode_name(i.op));
    operands(i, pc);
    for (uint32_t n = 1; n <= extra && pc + n < function_.code.size(); ++n) extension(i, pc + n, n);
    remark(i, pc);
    text_ += "\n";
    return pc + 1 + extra;
  }

  void operands(Instruction i, uint32_t pc) {
    const OpcodeFacts& facts = facts_of(i.op);
    one(facts.roles[0], i.a, pc);
    if (has_wide_immediate(facts) && !is_pair(i.op)) return wide(i, pc);
    one(facts.roles[1], i.b, pc);
    one(facts.roles[2], i.c, pc);
  }
  // Opcodes with two separate immediates.
  static bool is_pair(Opcode op) { return op == Opcode::Select; }

  void wide(Instruction i, uint32_t pc) {
    if (i.op == Opcode::Jump || i.op == Opcode::JumpIf || i.op == Opcode::JumpIfNot)
      text_ += " ->" + std::to_string(static_cast<int64_t>(pc) + 1 + imm32(i));
    else
      text_ += " " + std::to_string(imm32(i));
  }
  void one(char role, uint16_t operand, uint32_t pc) {
    if (role == '-') return;
    if (role == 'O')
      text_ += " ->" + std::to_string(static_cast<int64_t>(pc) + 1 + static_cast<int16_t>(operand));
    else if (role == 'I')
      text_ += " " + std::to_string(static_cast<int16_t>(operand));
    else
      text_ += operand == kNoRegister ? std::string(" _") : " r" + std::to_string(operand);
  }

  void extension(Instruction i, uint32_t pc, uint32_t n) {
    const Instruction e = function_.code[pc];
    if (i.op == Opcode::Select && n % 2 == 1) {
      text_ += "\n    " + std::string(opcode_name(e.op));
      return operands(e, pc);
    }
    text_ +=
        " [" + std::to_string(e.a) + " " + std::to_string(e.b) + " " + std::to_string(e.c) + "]";
  }

  // What a number stands for.
  void remark(Instruction i, uint32_t pc) {
    const uint32_t index = static_cast<uint32_t>(imm32(i));
    if (i.op == Opcode::LoadString) text_ += " \"" + escaped(program_.strings[index]) + "\"";
    if (i.op == Opcode::LoadConst) text_ += " =" + hexadecimal(program_.constants[index]);
    if (i.op == Opcode::Call || i.op == Opcode::LoadFunction)
      text_ += " " + function_of(program_, FunctionId{index}).name;
    if (i.op == Opcode::New || i.op == Opcode::MakeMap) text_ += " " + type_name(index);
    if (i.op == Opcode::MakeInterface || i.op == Opcode::AssertType || i.op == Opcode::IsType ||
        i.op == Opcode::AssertInterface || i.op == Opcode::MakeChan)
      text_ += " " + type_name(type32(function_.code[pc + 1]));
    if (i.op == Opcode::MakeClosure || i.op == Opcode::Go || i.op == Opcode::Defer)
      text_ += " " + function_of(program_, FunctionId{type32(function_.code[pc + 1])}).name;
    const std::string_view operand = operand_at(function_, pc);
    if (!operand.empty()) text_ += " ; " + std::string(operand);
  }
  std::string type_name(uint32_t id) const { return type_of(program_, TypeId{id}).name; }

  static std::string escaped(const std::string& text) {
    std::string result;
    for (const char c : text) {
      if (c == '\n')
        result += "\\n";
      else if (c == '"' || c == '\\')
        result += std::string("\\") + c;
      else
        result += c;
    }
    return result;
  }

  const Program& program_;
  const Function& function_;
  std::string text_;
};

}  // namespace

std::string_view opcode_name(Opcode op) {
  return facts_of(op).name;
}

uint32_t extra_words(Instruction instruction) {
  switch (instruction.op) {
    case Opcode::EqualTyped:
    case Opcode::LoadN:
    case Opcode::StoreN:
    case Opcode::ElementAddress:
    case Opcode::ArrayLoad:
    case Opcode::ArrayStore:
    case Opcode::MakeSlice:
    case Opcode::IndexLoad:
    case Opcode::IndexStore:
    case Opcode::IndexAddress:
    case Opcode::SliceSlice:
    case Opcode::Append:
    case Opcode::AppendSlice:
    case Opcode::AppendString:
    case Opcode::CopySlice:
    case Opcode::ClearSlice:
    case Opcode::StringSlice:
    case Opcode::MapGet:
    case Opcode::MapSet:
    case Opcode::MapDelete:
    case Opcode::MapNext:
    case Opcode::MakeChan:
    case Opcode::Receive:
    case Opcode::SelectSend:
    case Opcode::SelectReceive:
    case Opcode::MakeInterface:
    case Opcode::IsType:
    case Opcode::CallInterface:
    case Opcode::MakeClosure:
    case Opcode::Go:
    case Opcode::GoClosure:
    case Opcode::GoInterface:
    case Opcode::Defer:
    case Opcode::DeferClosure:
    case Opcode::DeferInterface:
      return 1;
    case Opcode::SliceArray:
    case Opcode::AssertType:
    case Opcode::AssertInterface:
      return 2;
    case Opcode::Select:
      return 2u * instruction.b;
    default:
      return 0;
  }
}

const LineEntry& line_at(const Function& function, uint32_t pc) {
  GOPARK_ASSERT(!function.lines.empty());
  auto after = std::upper_bound(function.lines.begin(), function.lines.end(), pc,
                                [](uint32_t at, const LineEntry& entry) { return at < entry.pc; });
  return after == function.lines.begin() ? *after : *(after - 1);
}

std::string_view operand_at(const Function& function, uint32_t pc) {
  const auto found =
      std::lower_bound(function.operands.begin(), function.operands.end(), pc,
                       [](const OperandName& operand, uint32_t at) { return operand.pc < at; });
  if (found == function.operands.end() || found->pc != pc) return "";
  return found->text;
}

const Function& function_of(const Program& program, FunctionId id) {
  GOPARK_ASSERT(static_cast<std::size_t>(id) < program.functions.size());
  return program.functions[static_cast<std::size_t>(id)];
}

const TypeDescription& type_of(const Program& program, TypeId id) {
  GOPARK_ASSERT(static_cast<std::size_t>(id) < program.types.size());
  return program.types[static_cast<std::size_t>(id)];
}

std::string disassemble(const Program& program, const Function& function) {
  return Disassembler(program, function).run();
}

}  // namespace gopark
