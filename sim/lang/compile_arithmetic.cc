// Operators on numbers, strings and truth values. Integers narrower than 64 bits are kept sign- or
// zero-extended: normalize() after whatever may leave that range.
#include "sim/base/assert.h"
#include "sim/lang/compile_function.h"

namespace gopark::lang {

namespace {

bool is_comparison(Token op) {
  return op >= Token::Eql && op <= Token::Geq;
}

bool fits_short(int64_t value) {
  return value >= INT16_MIN && value <= INT16_MAX;
}

Opcode integer_opcode(Token op, bool is_unsigned) {
  switch (op) {
    case Token::Add:
      return Opcode::Add;
    case Token::Sub:
      return Opcode::Sub;
    case Token::Mul:
      return Opcode::Mul;
    case Token::Quo:
      return is_unsigned ? Opcode::DivUnsigned : Opcode::DivSigned;
    case Token::Rem:
      return is_unsigned ? Opcode::RemUnsigned : Opcode::RemSigned;
    case Token::And:
      return Opcode::And;
    case Token::Or:
      return Opcode::Or;
    case Token::Xor:
      return Opcode::Xor;
    default:
      return Opcode::AndNot;
  }
}

Opcode float_opcode(Token op) {
  switch (op) {
    case Token::Add:
      return Opcode::FloatAdd;
    case Token::Sub:
      return Opcode::FloatSub;
    case Token::Mul:
      return Opcode::FloatMul;
    default:
      return Opcode::FloatDiv;
  }
}

// Whether a result can leave the range of a narrow type. MinInt / -1 can.
bool may_leave_range(Token op, bool is_unsigned) {
  switch (op) {
    case Token::Add:
    case Token::Sub:
    case Token::Mul:
    case Token::Shl:
      return true;
    case Token::Quo:
      return !is_unsigned;
    default:
      return false;
  }
}

}  // namespace

void FunctionCompiler::normalize(const Type* type, Reg reg) {
  const Kind kind = kind_of(type);
  const uint32_t bits = narrow_bits(kind);
  if (bits == 0) return;
  code_.emit(is_unsigned_kind(kind) ? Opcode::ExtendUnsigned : Opcode::ExtendSigned, reg, reg,
             bits);
}

Reg FunctionCompiler::eval_binary(const BinaryExpr* e, Reg hint) {
  if (e->op == Token::LAnd || e->op == Token::LOr) return eval_logical(e, hint);
  PlaceScope place(*this, e->op_pos);
  const Reg to = target(e->type, hint);
  TempScope temps(*this);
  if (is_comparison(e->op)) {
    compare(e, to);
    return to;
  }
  // The left operand may pass through the result's register: it is read last where it is written.
  const Reg left_hint = may_overwrite(to, e->type) ? to : kNoReg;
  const Reg x = eval(e->x, left_hint);
  operate(e->op, e->type, to, x, e->y);
  return to;
}

// to = x op y, where y is still to be evaluated.
void FunctionCompiler::operate(Token op, const Type* type, Reg to, Reg x, const Expr* y) {
  if (op == Token::Shl || op == Token::Shr) return shift(op, type, to, x, y);
  if (arithmetic_immediate(op, type, to, x, y)) return;
  arithmetic(op, type, to, x, eval(y));
}

void FunctionCompiler::arithmetic(Token op, const Type* type, Reg to, Reg x, Reg y) {
  const Kind kind = kind_of(type);
  if (kind == Kind::String) {
    code_.emit(Opcode::StringConcat, to, x, y);
    return;
  }
  if (is_float_kind(kind)) {
    code_.emit(float_opcode(op), to, x, y);
    if (kind == Kind::Float32) code_.emit(Opcode::RoundFloat32, to, to);
    return;
  }
  const bool is_unsigned = is_unsigned_kind(kind);
  code_.emit(integer_opcode(op, is_unsigned), to, x, y);
  if (may_leave_range(op, is_unsigned)) normalize(type, to);
}

bool FunctionCompiler::arithmetic_immediate(Token op, const Type* type, Reg to, Reg x,
                                            const Expr* y) {
  int64_t number = 0;
  if ((op != Token::Add && op != Token::Sub) || !is_integer_kind(kind_of(type))) return false;
  if (!constant_integer(y, &number) || !fits_short(number)) return false;
  if (op == Token::Sub) number = -number;
  if (!fits_short(number)) return false;
  code_.emit(Opcode::AddImm, to, x, static_cast<uint16_t>(number));
  normalize(type, to);
  return true;
}

void FunctionCompiler::shift(Token op, const Type* type, Reg to, Reg x, const Expr* count) {
  const Reg amount = eval(count);
  const bool checked = count->mode != Mode::Constant && !is_unsigned_kind(kind_of(count->type));
  if (checked) code_.emit(Opcode::CheckShift, amount);
  const bool is_unsigned = is_unsigned_kind(kind_of(type));
  if (op == Token::Shl)
    code_.emit(Opcode::Shl, to, x, amount);
  else
    code_.emit(is_unsigned ? Opcode::ShrUnsigned : Opcode::ShrSigned, to, x, amount);
  if (op == Token::Shl) normalize(type, to);
}

Reg FunctionCompiler::eval_negate(const UnaryExpr* e, Reg hint) {
  const Kind kind = kind_of(e->type);
  const Reg to = target(e->type, hint);
  TempScope temps(*this);
  const Reg x = eval(e->x, may_overwrite(to, e->type) ? to : kNoReg);
  switch (e->op) {
    case Token::Not:
      code_.emit(Opcode::Not, to, x);
      break;
    case Token::Sub:
      code_.emit(is_float_kind(kind) ? Opcode::FloatNeg : Opcode::Neg, to, x);
      normalize(e->type, to);
      break;
    default:
      GOPARK_ASSERT(e->op == Token::Xor);
      code_.emit(Opcode::Complement, to, x);
      normalize(e->type, to);
  }
  return to;
}

// x && y: y is evaluated only when x is true.
Reg FunctionCompiler::eval_logical(const BinaryExpr* e, Reg hint) {
  const Reg to = target(e->type, hint);
  TempScope temps(*this);
  // A variable keeps its value until the whole is known: y may read it.
  const Reg result = may_overwrite(to, e->type) ? to : allocate(e->type);
  Label end;
  eval_to(e->x, result);
  code_.jump_if(e->op == Token::LAnd ? Opcode::JumpIfNot : Opcode::JumpIf, result, end);
  hoist({e->y});
  eval_to(e->y, result);
  code_.bind(end);
  move(to, result, 1);
  return to;
}

}  // namespace gopark::lang
