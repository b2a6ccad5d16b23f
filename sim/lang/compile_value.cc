// Registers, moves and constants; the questions about types that all parts ask.
#include <bit>

#include "sim/lang/compile_function.h"

namespace gopark::lang {

bool is_unsigned_kind(Kind kind) {
  return kind >= Kind::Uint && kind <= Kind::Uintptr;
}
bool is_float_kind(Kind kind) {
  return kind == Kind::Float32 || kind == Kind::Float64;
}
bool is_integer_kind(Kind kind) {
  return kind >= Kind::Int && kind <= Kind::Uintptr;
}

uint32_t narrow_bits(Kind kind) {
  switch (kind) {
    case Kind::Int8:
    case Kind::Uint8:
      return 8;
    case Kind::Int16:
    case Kind::Uint16:
      return 16;
    case Kind::Int32:
    case Kind::Uint32:
      return 32;
    default:
      return 0;
  }
}

bool is_nil(const Expr* e) {
  e = unparen(e);
  if (e->mode == Mode::NilValue) return true;
  if (e->kind != ExprKind::Ident) return false;
  const Object* object = as<Ident>(e)->object;
  return object != nullptr && object->kind == ObjectKind::Nil;
}

bool constant_integer(const Expr* e, int64_t* value) {
  if (e->mode != Mode::Constant || e->constant == nullptr) return false;
  if (e->constant->kind == ConstantKind::Bool) {
    *value = e->constant->boolean ? 1 : 0;
    return true;
  }
  if (e->constant->kind == ConstantKind::String || is_float_kind(kind_of(e->type))) return false;
  const Constant integer = to_integer(*e->constant);
  return integer.kind == ConstantKind::Int && int64_value(integer, value);
}

Reg FunctionCompiler::allocate(const Type* type) {
  return registers_.allocate(words(type), layout().pointers(type));
}

Reg FunctionCompiler::allocate_reference() {
  return registers_.allocate(1, {0});
}

Reg FunctionCompiler::target(const Type* type, Reg hint) {
  return hint != kNoReg ? hint : allocate(type);
}

bool FunctionCompiler::may_overwrite(Reg reg, const Type* type) {
  return !registers_.is_variable(reg, words(type));
}

void FunctionCompiler::move(Reg to, Reg from, uint32_t count) {
  if (to == from || count == 0) return;
  if (count == 1)
    code_.emit(Opcode::Move, to, from);
  else
    code_.emit(Opcode::MoveN, to, from, count);
}

void FunctionCompiler::zero(Reg first, uint32_t count) {
  if (count == 1) code_.emit_wide(Opcode::LoadImm, first, 0);
  if (count > 1) code_.emit(Opcode::Zero, first, count);
}

void FunctionCompiler::load_integer(Reg to, uint64_t value) {
  const int64_t number = static_cast<int64_t>(value);
  if (number >= INT32_MIN && number <= INT32_MAX)
    code_.emit_wide(Opcode::LoadImm, to, static_cast<uint32_t>(value));
  else
    code_.emit_wide(Opcode::LoadConst, to, program_.constant(value));
}

void FunctionCompiler::load_string(Reg to, const std::string& text) {
  if (text.empty())
    zero(to, 1);
  else
    code_.emit_wide(Opcode::LoadString, to, program_.string(text));
}

Reg FunctionCompiler::integer(int64_t value) {
  const Reg reg = allocate_word();
  load_integer(reg, static_cast<uint64_t>(value));
  return reg;
}

Reg FunctionCompiler::eval_nil(const Type* type, Reg hint) {
  const Reg to = target(type, hint);
  zero(to, words(type));
  return to;
}

namespace {

uint64_t float_bits(const Constant& value, Kind kind) {
  const Constant number = to_float(value);
  double real = number.real;
  if (kind == Kind::Float32) real = static_cast<double>(static_cast<float>(real));
  return std::bit_cast<uint64_t>(real);
}

uint64_t integer_bits(const Constant& value) {
  const Constant number = to_integer(value);
  int64_t small = 0;
  if (int64_value(number, &small)) return static_cast<uint64_t>(small);
  uint64_t large = 0;
  uint64_value(number, &large);
  return large;
}

}  // namespace

Reg FunctionCompiler::eval_constant(const Constant& value, const Type* type, Reg hint) {
  const Reg to = target(type, hint);
  const Kind kind = kind_of(type);
  if (value.kind == ConstantKind::String)
    load_string(to, value.text);
  else if (value.kind == ConstantKind::Bool)
    load_integer(to, value.boolean ? 1 : 0);
  else if (is_float_kind(kind))
    load_integer(to, float_bits(value, kind));
  else
    load_integer(to, integer_bits(value));
  return to;
}

}  // namespace gopark::lang
