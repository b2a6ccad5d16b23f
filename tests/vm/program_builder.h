// A small assembler for programs of a few instructions, so that the simulator is tested without the
// compiler. Every register is taken to hold a reference where `pointers` says so, at every
// instruction.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "sim/vm/world.h"

namespace gopark {

class ProgramBuilder {
 public:
  ProgramBuilder() {
    program_.files.push_back({"test.go", false});
    int_ = add_type(Kind::Int, "int", 1, {});
    string_ = add_type(Kind::String, "string", 1, {0});
    program_.int_type = int_;
    program_.string_type = string_;
    program_.error_string_type = add_type(Kind::String, "runtime.errorString", 1, {0});
    program_.plain_error_type = add_type(Kind::String, "runtime.plainError", 1, {0});
    add_type(Kind::String, "runtime.boundsError", 1, {0});
    program_.method_names = {"Error", "String"};
    program_.string_method = MethodId{1};
  }
  TypeId add_type(Kind kind, std::string name, uint32_t words, std::vector<uint32_t> pointers,
                  TypeId element = {}) {
    TypeDescription type;
    type.kind = kind;
    type.name = std::move(name);
    type.words = words;
    type.pointers = std::move(pointers);
    type.element = element;
    program_.types.push_back(type);
    return TypeId{static_cast<uint32_t>(program_.types.size() - 1)};
  }
  TypeId int_type() const { return int_; }
  TypeId chan_type() { return add_type(Kind::Chan, "chan int", 1, {0}, int_); }

  // The first function added is the entry.
  FunctionId add(std::string name, uint32_t parameters, uint32_t registers,
                 std::vector<uint32_t> pointers, std::vector<Instruction> code) {
    Function f;
    f.name = std::move(name);
    f.parameter_words = parameters;
    f.frame_words = registers;
    for (const uint32_t p : pointers)
      if (p < parameters) f.parameter_pointers.push_back(p);
    f.pointer_maps.push_back(std::move(pointers));
    f.lines.push_back({0, 1, 1, true});
    for (uint32_t pc = 0; pc < code.size(); ++pc) f.safepoints.push_back({pc, 0});
    f.code = std::move(code);
    program_.functions.push_back(std::move(f));
    return FunctionId{static_cast<uint32_t>(program_.functions.size() - 1)};
  }
  Function& function(FunctionId id) { return program_.functions[static_cast<std::size_t>(id)]; }
  std::shared_ptr<const Program> build() { return std::make_shared<const Program>(program_); }

 private:
  Program program_;
  TypeId int_{}, string_{};
};

inline Instruction op(Opcode o, int a = 0, int b = 0, int c = 0) {
  return {o, static_cast<uint16_t>(a), static_cast<uint16_t>(b), static_cast<uint16_t>(c)};
}
// With imm32 in b and c.
inline Instruction op32(Opcode o, int a, int32_t imm) {
  const auto u = static_cast<uint32_t>(imm);
  return {o, static_cast<uint16_t>(a), static_cast<uint16_t>(u & 0xffff),
          static_cast<uint16_t>(u >> 16)};
}
inline Instruction ext(TypeId id, int c = 0) {
  const auto u = static_cast<uint32_t>(id);
  return {Opcode::Nop, static_cast<uint16_t>(u & 0xffff), static_cast<uint16_t>(u >> 16),
          static_cast<uint16_t>(c)};
}
inline Instruction ext(FunctionId id, int c) {
  return ext(TypeId{static_cast<uint32_t>(id)}, c);
}
inline Instruction words(int n) {
  return {Opcode::Nop, static_cast<uint16_t>(n), 0, 0};
}

// Answers every choice with 0: Go's own order.
class FirstScheduler : public Scheduler {
 public:
  uint64_t pick(const World&, const Choice&) override { return 0; }
};

}  // namespace gopark
