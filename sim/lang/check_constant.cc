// Which constants fit which types. (go/types: expr.go, representableConst.)
#include <cstdint>
#include <limits>

#include "sim/lang/checker.h"

namespace gopark::lang {
namespace {

bool fits_integer(const Constant& value, BasicKind kind) {
  if (kind == BasicKind::UntypedInt || kind == BasicKind::UntypedRune) return true;
  const int bits = basic_bits(kind);
  if ((basic_flags(kind) & kUnsigned) != 0) return sign(value) >= 0 && bit_length(value) <= bits;
  if (bit_length(value) < bits) return true;
  // Only the smallest value of a signed type has as many bits as the type.
  const Constant smallest = make_integer(-(Int128{1} << (bits - 1)));
  return compare_constants(Token::Eql, value, smallest);
}

std::string operation_name(const Expr* expr) {
  if (expr == nullptr) return "";
  if (expr->kind == ExprKind::Unary) {
    return as<UnaryExpr>(expr)->op == Token::Xor ? "bitwise complement " : "";
  }
  if (expr->kind != ExprKind::Binary) return "";
  switch (as<BinaryExpr>(expr)->op) {
    case Token::Add:
      return "addition ";
    case Token::Sub:
      return "subtraction ";
    case Token::Xor:
      return "bitwise XOR ";
    case Token::Mul:
      return "multiplication ";
    case Token::Shl:
      return "shift ";
    default:
      return "";
  }
}

}  // namespace

bool Checker::representable_value(const Constant& value, const Type* basic, Constant* rounded) {
  if (value.kind == ConstantKind::Unknown) return true;  // reported before
  const uint32_t flags = basic_flags(basic->basic);
  if ((flags & kInteger) != 0) {
    *rounded = to_integer(value);
    return rounded->kind == ConstantKind::Int && fits_integer(*rounded, basic->basic);
  }
  if ((flags & kFloat) != 0) {
    *rounded = to_float(value);
    if (rounded->kind != ConstantKind::Float) return false;
    if (basic->basic == BasicKind::Float32) *rounded = round_to_float32(*rounded);
    if (basic->basic == BasicKind::Float64) *rounded = round_to_float64(*rounded);
    return rounded->kind == ConstantKind::Float;
  }
  *rounded = value;
  if ((flags & kString) != 0) return value.kind == ConstantKind::String;
  return (flags & kBoolean) != 0 && value.kind == ConstantKind::Bool;
}

Checker::Misfit Checker::representation(const Operand& x, Type* basic, const Constant** value) {
  Constant rounded = *x.constant;
  if (representable_value(*x.constant, basic, &rounded)) {
    *value = keep(std::move(rounded));
    return Misfit::None;
  }
  if (is_basic(x.type, kNumeric) && is_basic(basic, kNumeric)) {
    const bool truncated = !is_basic(x.type, kInteger) && is_basic(basic, kInteger);
    return truncated ? Misfit::Truncated : Misfit::Overflows;
  }
  return Misfit::Other;
}

void Checker::representable(Operand* x, Type* basic) {
  const Constant* value = nullptr;
  const Misfit misfit = representation(*x, basic, &value);
  if (misfit != Misfit::None) {
    invalid_conversion(misfit, *x, basic);
    x->invalidate();
    return;
  }
  x->constant = value;
}

// Checks the result of a constant operation.
void Checker::overflow(Operand* x, Pos op_pos) {
  if (x->constant->kind == ConstantKind::Unknown) {
    return error(op_pos, "constant result is not representable");
  }
  if (!is_untyped(x->type)) {
    return representable(x, underlying(x->type));
  }
  if (x->constant->kind == ConstantKind::Int && bit_length(*x->constant) > kMaxIntegerBits) {
    error(op_pos, "constant " + operation_name(x->expr) + "overflow");
    x->constant = keep(Constant());
  }
}

}  // namespace gopark::lang
