// Comparisons and conditions. Words compare by one instruction, mostly fused with the jump.
#include <utility>

#include "sim/base/assert.h"
#include "sim/lang/compile_function.h"

namespace gopark::lang {

namespace {

// How values of a type compare.
enum class Comparison : uint8_t { Words, Floats, Strings, Typed };

Comparison comparison_of(const Type* type) {
  switch (kind_of(type)) {
    case Kind::Float32:
    case Kind::Float64:
      return Comparison::Floats;
    case Kind::String:
      return Comparison::Strings;
    case Kind::Struct:
    case Kind::Array:
    case Kind::Interface:
      return Comparison::Typed;
    default:
      return Comparison::Words;
  }
}

Token negated(Token op) {
  switch (op) {
    case Token::Eql:
      return Token::Neq;
    case Token::Neq:
      return Token::Eql;
    case Token::Lss:
      return Token::Geq;
    case Token::Leq:
      return Token::Gtr;
    case Token::Gtr:
      return Token::Leq;
    default:
      return Token::Lss;
  }
}

// x op y is y mirrored(op) x.
Token mirrored(Token op) {
  switch (op) {
    case Token::Lss:
      return Token::Gtr;
    case Token::Leq:
      return Token::Geq;
    case Token::Gtr:
      return Token::Lss;
    case Token::Geq:
      return Token::Leq;
    default:
      return op;
  }
}

// Zero-extended narrow integers compare alike either way.
bool compares_unsigned(const Type* type) {
  const Kind kind = kind_of(type);
  return is_unsigned_kind(kind) && narrow_bits(kind) == 0;
}

Opcode immediate_opcode(Token op) {
  switch (op) {
    case Token::Eql:
      return Opcode::JumpEqualImm;
    case Token::Neq:
      return Opcode::JumpNotEqualImm;
    case Token::Lss:
      return Opcode::JumpLessImm;
    case Token::Leq:
      return Opcode::JumpLessEqualImm;
    case Token::Gtr:
      return Opcode::JumpGreaterImm;
    default:
      return Opcode::JumpGreaterEqualImm;
  }
}

bool is_empty_string(const Expr* e) {
  return e->mode == Mode::Constant && e->constant != nullptr &&
         e->constant->kind == ConstantKind::String && e->constant->text.empty();
}

bool is_comparison(const Expr* e) {
  if (e->kind != ExprKind::Binary) return false;
  const Token op = as<BinaryExpr>(e)->op;
  return op >= Token::Eql && op <= Token::Geq;
}

}  // namespace

// The type both operands are brought to. Against an interface that is the interface.
const Type* FunctionCompiler::comparison_type(const Expr* x, const Expr* y) {
  if (is_nil(x)) return y->type;
  if (is_nil(y)) return x->type;
  if (is_interface_type(y->type) && !is_interface_type(x->type)) return y->type;
  return x->type;
}

void FunctionCompiler::compare(const BinaryExpr* e, Reg to) {
  TempScope temps(*this);
  if (is_nil(e->x) || is_nil(e->y)) {
    const Reg x = eval(is_nil(e->x) ? e->y : e->x);
    const Reg nil = integer(0);
    code_.emit(e->op == Token::Eql ? Opcode::Equal : Opcode::NotEqual, to, x, nil);
    return;
  }
  const Type* type = comparison_type(e->x, e->y);
  const Reg x = value(e->x, type);
  const Reg y = value(e->y, type);
  compare_registers(e->op, type, x, y, to);
}

// to = x op y.
void FunctionCompiler::compare_registers(Token op, const Type* type, Reg x, Reg y, Reg to) {
  if (op == Token::Gtr || op == Token::Geq) {
    std::swap(x, y);
    op = mirrored(op);
  }
  const bool ordered = op == Token::Lss || op == Token::Leq;
  const bool less = op == Token::Lss;
  switch (comparison_of(type)) {
    case Comparison::Words:
      if (ordered && compares_unsigned(type))
        code_.emit(less ? Opcode::LessUnsigned : Opcode::LessEqualUnsigned, to, x, y);
      else if (ordered)
        code_.emit(less ? Opcode::LessSigned : Opcode::LessEqualSigned, to, x, y);
      else
        code_.emit(op == Token::Eql ? Opcode::Equal : Opcode::NotEqual, to, x, y);
      return;
    case Comparison::Floats:
      code_.emit(!ordered ? Opcode::FloatEqual
                 : less   ? Opcode::FloatLess
                          : Opcode::FloatLessEqual,
                 to, x, y);
      break;
    case Comparison::Strings:
      code_.emit(!ordered ? Opcode::StringEqual
                 : less   ? Opcode::StringLess
                          : Opcode::StringLessEqual,
                 to, x, y);
      break;
    case Comparison::Typed:
      code_.emit(Opcode::EqualTyped, to, x, y);
      code_.extend_type(layout().id(type));
      break;
  }
  if (op == Token::Neq) code_.emit(Opcode::Not, to, to);
}

void FunctionCompiler::jump_if(const Expr* e, bool sense, Label& label) {
  e = unparen(e);
  TempScope temps(*this);
  if (hoisted_.count(e) == 0) {
    if (e->mode == Mode::Constant) {
      if (e->constant->boolean == sense) code_.jump(label);
      return;
    }
    if (e->kind == ExprKind::Unary && as<UnaryExpr>(e)->op == Token::Not)
      return jump_if(as<UnaryExpr>(e)->x, !sense, label);
    if (is_comparison(e)) return jump_if_compare(as<BinaryExpr>(e), sense, label);
    if (e->kind == ExprKind::Binary) return jump_if_logical(as<BinaryExpr>(e), sense, label);
  }
  code_.jump_if(sense ? Opcode::JumpIf : Opcode::JumpIfNot, eval(e), label);
}

void FunctionCompiler::jump_if_logical(const BinaryExpr* e, bool sense, Label& label) {
  // `a && b` jumps on false, and `a || b` on true, from either operand.
  const bool either = (e->op == Token::LOr) == sense;
  Label skip;
  jump_if(e->x, either ? sense : !sense, either ? label : skip);
  hoist({e->y});
  jump_if(e->y, sense, label);
  code_.bind(skip);
}

void FunctionCompiler::jump_if_compare(const BinaryExpr* e, bool sense, Label& label) {
  TempScope temps(*this);
  PlaceScope place(*this, e->op_pos);
  const bool with_nil = is_nil(e->x) || is_nil(e->y);
  const Type* type = comparison_type(e->x, e->y);
  if (with_nil) {
    const Reg x = eval(is_nil(e->x) ? e->y : e->x);
    return code_.jump_compare(immediate_opcode(sense ? e->op : negated(e->op)), x, 0, label);
  }
  if (jump_if_immediate(e->op, type, e->x, e->y, sense, label)) return;
  if (jump_if_immediate(mirrored(e->op), type, e->y, e->x, sense, label)) return;
  const Reg x = value(e->x, type);
  const Reg y = value(e->y, type);
  jump_if_words(e->op, type, x, y, sense, label);
}

// y is a small constant, or the empty string.
bool FunctionCompiler::jump_if_immediate(Token op, const Type* type, const Expr* x, const Expr* y,
                                         bool sense, Label& label) {
  const bool equality = op == Token::Eql || op == Token::Neq;
  int64_t number = 0;
  if (comparison_of(type) == Comparison::Strings) {
    if (!equality || !is_empty_string(y)) return false;
  } else {
    if (comparison_of(type) != Comparison::Words || !constant_integer(y, &number)) return false;
    if (!equality && compares_unsigned(type)) return false;
    if (number < INT16_MIN || number > INT16_MAX) return false;
  }
  const Reg reg = eval(x);
  code_.jump_compare(immediate_opcode(sense ? op : negated(op)), reg, static_cast<uint16_t>(number),
                     label);
  return true;
}

// Jumps when (x op y) == sense, for values in registers.
void FunctionCompiler::jump_if_words(Token op, const Type* type, Reg x, Reg y, bool sense,
                                     Label& label) {
  const bool equality = op == Token::Eql || op == Token::Neq;
  if (comparison_of(type) != Comparison::Words || (!equality && compares_unsigned(type))) {
    // != is decided by the jump, which saves a Not.
    const bool flip = op == Token::Neq;
    const Reg result = allocate_word();
    compare_registers(flip ? Token::Eql : op, type, x, y, result);
    return code_.jump_if(sense != flip ? Opcode::JumpIf : Opcode::JumpIfNot, result, label);
  }
  if (!sense) op = negated(op);
  if (op == Token::Gtr || op == Token::Geq) {
    std::swap(x, y);
    op = mirrored(op);
  }
  const Opcode opcode = op == Token::Eql   ? Opcode::JumpEqual
                        : op == Token::Neq ? Opcode::JumpNotEqual
                        : op == Token::Lss ? Opcode::JumpLess
                                           : Opcode::JumpLessEqual;
  code_.jump_compare(opcode, x, y, label);
}

// A case of a switch: jumps when the tag, which is already evaluated, equals y.
void FunctionCompiler::jump_if_equal(const Expr* tag, Reg tag_value, const Expr* y, Label& label) {
  TempScope temps(*this);
  hoist({y});
  if (is_nil(y)) return code_.jump_compare(Opcode::JumpEqualImm, tag_value, 0, label);
  const Type* type = comparison_type(tag, y);
  int64_t number = 0;
  if (comparison_of(type) == Comparison::Words && constant_integer(y, &number) &&
      number >= INT16_MIN && number <= INT16_MAX)
    return code_.jump_compare(Opcode::JumpEqualImm, tag_value, static_cast<uint16_t>(number),
                              label);
  Reg x = tag_value;
  if (is_interface_type(type) && !is_interface_type(tag->type)) {
    x = allocate_reference();
    box(tag_value, tag->type, x);
  }
  jump_if_words(Token::Eql, type, x, value(y, type), true, label);
}

}  // namespace gopark::lang
