// Emitter appends instructions to one function, with their lines, safepoints and jumps.
//
// Every instruction gets a safepoint, since a goroutine may be stopped in front of any of them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/lang/ast.h"
#include "sim/lang/compile_registers.h"
#include "sim/vm/bytecode.h"

namespace gopark::lang {

// A place in the code that jumps lead to, before or after it is known.
struct Label {
  uint32_t pc = kNone;
  std::vector<uint32_t> uses;  // instructions that wait for the pc
};

// Near: a compare-and-jump reaches 32,767 instructions. Far: any distance, with one more jump.
enum class JumpRange : uint8_t { Near, Far };

class Emitter {
 public:
  Emitter(Function& function, Registers& registers, JumpRange range)
      : function_(function), registers_(registers), range_(range) {}

  // Operands are registers or the bits of an immediate. Returns the pc.
  uint32_t emit(Opcode op, uint32_t a = 0, uint32_t b = 0, uint32_t c = 0);
  uint32_t emit_wide(Opcode op, uint32_t a, uint32_t imm32);
  void extend(uint32_t a, uint32_t b = 0, uint32_t c = 0);
  void extend_type(TypeId type, uint32_t c = 0);
  // A case of the Select just emitted; extend() with its words follows.
  void append_case(Opcode op, uint32_t channel, uint32_t value, uint32_t ok);
  uint32_t pc() const { return static_cast<uint32_t>(function_.code.size()); }

  void bind(Label& label);
  void jump(Label& label);
  // Jumps when register a is not 0 (JumpIf) or is 0 (JumpIfNot).
  void jump_if(Opcode op, Reg a, Label& label);
  // op: a compare-and-jump; b is a register or a signed 16-bit immediate.
  void jump_compare(Opcode op, Reg a, uint32_t b, Label& label);
  // Emits MapNext; the label is where a finished iteration goes on.
  void map_next(Reg iterator, Reg key, Reg value, TypeId map, Label& done);
  // Some jump did not reach: compile again with JumpRange::Far.
  bool jump_too_far() const { return jump_too_far_; }
  // The last instruction never falls through and no label stands here.
  bool is_unreachable() const;

  // The place of the next instructions.
  void set_place(Pos pos) { place_ = pos; }
  Pos place() const { return place_; }
  // A statement starts with the next instruction.
  void begin_statement(Pos pos);

  void name_operand(uint32_t pc, std::string text);

 private:
  void note_place();
  void note_safepoint(Opcode op, Reg window);
  void push(Opcode op, uint32_t a, uint32_t b, uint32_t c);
  void use(Label& label, uint32_t at);
  void patch(uint32_t at, uint32_t target);
  bool patch_short(uint16_t& field, int64_t offset);

  Function& function_;
  Registers& registers_;
  JumpRange range_;
  Pos place_;
  bool statement_pending_ = false;
  bool jump_too_far_ = false;
  uint32_t last_pc_ = kNone;
  uint32_t last_bound_ = kNone;
  std::map<std::vector<uint32_t>, uint32_t> maps_;
  std::vector<uint32_t> references_;  // of the last safepoint; kept for its memory
  uint64_t map_version_ = 0;
  uint32_t current_map_ = kNone;
};

}  // namespace gopark::lang
