// Unary and binary operators, shifts and comparisons. (go/types: expr.go.)
#include <algorithm>
#include <cstddef>
#include <utility>

#include "sim/lang/checker.h"

namespace gopark::lang {
namespace {

constexpr uint64_t kMaxShift = 1023 - 1 + 52;  // Go: so that the smallest float64 can be written
constexpr std::size_t kMaxConstantText = 1 << 24;

std::string op_text(Token op) {
  return std::string(token_text(op));
}

bool is_comparison(Token op) {
  return op >= Token::Eql && op <= Token::Geq;
}
bool is_shift(Token op) {
  return op == Token::Shl || op == Token::Shr;
}

// The basic types that an operator takes.
uint32_t unary_operands(Token op) {
  if (op == Token::Not) return kBoolean;
  return op == Token::Xor ? kInteger : kNumeric;
}

uint32_t binary_operands_of(Token op) {
  switch (op) {
    case Token::Add:
      return kNumeric | kString;
    case Token::Sub:
    case Token::Mul:
    case Token::Quo:
      return kNumeric;
    case Token::LAnd:
    case Token::LOr:
      return kBoolean;
    default:
      return kInteger;
  }
}

bool is_pointer(Type* type) {
  return is_kind(type, TypeKind::Pointer);
}

// Whether an untyped operand may take the type of the other one at all. (Go: mayConvert.)
bool may_convert(const Operand& x, const Operand& y) {
  if (!is_untyped(x.type) && !is_untyped(y.type)) return false;
  if (is_interface(x.type) || is_interface(y.type)) return true;
  if (all_basic(x.type, kBoolean) != all_basic(y.type, kBoolean)) return false;
  if (all_basic(x.type, kString) != all_basic(y.type, kString)) return false;
  if (x.is_nil()) return has_nil(y.type);
  if (y.is_nil()) return has_nil(x.type);
  return !is_pointer(x.type) && !is_pointer(y.type);
}

}  // namespace

void Checker::address_of(Operand* x, UnaryExpr* expr) {
  if (unparen(expr->x)->kind != ExprKind::CompositeLit && x->mode != Mode::Variable) {
    x->expr = unparen(expr->x);
    error(*x, "invalid operation: cannot take address of " + text(*x));
    return x->invalidate();
  }
  mark_root(expr->x, Effect::AddressTaken);
  x->mode = Mode::Value;
  x->type = pointer_to(x->type);
}

void Checker::receive(Operand* x, UnaryExpr*) {
  const Type* channel = core_type(x->type);
  std::string problem;
  if (channel == nullptr) {
    problem = "cannot receive from " + text(*x) + " (no core type)";
  } else if (channel->kind != TypeKind::Chan) {
    problem = "cannot receive from non-channel " + text(*x);
  } else if (channel->dir == ChanDir::SendOnly) {
    problem = "cannot receive from send-only channel " + text(*x);
  }
  if (!problem.empty()) {
    error(*x, "invalid operation: " + problem);
    return x->invalidate();
  }
  x->mode = Mode::CommaOk;
  x->type = channel->element;
  env_.has_call_or_receive = true;
}

void Checker::unary(Operand* x, UnaryExpr* expr) {
  if (expr->op == Token::Tilde) {
    error(expr, "cannot use ~ outside of interface or type constraint");
    use(expr->x);
    return;
  }
  expression(x, expr->x);
  if (!x->valid()) return;
  if (expr->op == Token::And) return address_of(x, expr);
  if (expr->op == Token::Arrow) return receive(x, expr);
  if (!all_basic(x->type, unary_operands(expr->op))) {
    error(*x, "invalid operation: operator " + op_text(expr->op) + " not defined on " + text(*x));
    return x->invalidate();
  }
  if (x->mode != Mode::Constant) {
    x->mode = Mode::Value;
    return;
  }
  if (x->constant->kind == ConstantKind::Unknown) return;
  int unsigned_bits = 0;
  if (is_basic(x->type, kUnsigned)) unsigned_bits = basic_bits(underlying(x->type)->basic);
  x->constant = keep(unary_operation(expr->op, *x->constant, unsigned_bits));
  x->expr = expr;
  overflow(x, expr->pos);
}

void Checker::match_types(Operand* x, Operand* y) {
  if (!may_convert(*x, *y)) return;
  convert_untyped(x, y->type);
  if (!x->valid()) return;
  convert_untyped(y, x->type);
  if (!y->valid()) x->invalidate();
}

void Checker::binary(Operand* x, BinaryExpr* expr) {
  Operand y;
  expression(x, expr->x);
  expression(&y, expr->y);
  binary_operands(x, &y, expr->op, expr, expr->x, expr->y, expr->op_pos);
}

void Checker::binary_operands(Operand* x, Operand* y, Token op, BinaryExpr* expr, const Expr* lhs,
                              const Expr* rhs, Pos op_pos) {
  if (!x->valid()) return;
  if (!y->valid()) {
    x->expr = y->expr;
    return x->invalidate();
  }
  if (is_shift(op)) return shift(x, y, op, expr, op_pos);
  match_types(x, y);
  if (!x->valid()) return;
  if (is_comparison(op)) return comparison(x, y, op, false);
  if (!identical(x->type, y->type)) {
    if (is_valid(x->type) && is_valid(y->type)) {
      const std::string written =
          expr != nullptr ? text(expr) : text(lhs) + " " + op_text(op) + "= " + text(rhs);
      error(*x, "invalid operation: " + written + " (mismatched types " + text(x->type) + " and " +
                    text(y->type) + ")");
    }
    return x->invalidate();
  }
  if (!all_basic(x->type, binary_operands_of(op))) {
    error(*x, "invalid operation: operator " + op_text(op) + " not defined on " + text(*x));
    return x->invalidate();
  }
  if (division_by_zero(*x, *y, op)) return x->invalidate();
  if (x->mode != Mode::Constant || y->mode != Mode::Constant) {
    x->mode = Mode::Value;
    return;
  }
  const bool known = x->constant->kind != ConstantKind::Unknown &&
                     y->constant->kind != ConstantKind::Unknown &&
                     x->constant->text.size() + y->constant->text.size() <= kMaxConstantText;
  if (!known) {
    x->constant = keep(Constant());
    return;
  }
  const Division division = is_basic(x->type, kInteger) ? Division::Integer : Division::Exact;
  x->constant = keep(binary_operation(op, *x->constant, *y->constant, division));
  x->expr = expr;
  overflow(x, op_pos);
}

bool Checker::division_by_zero(const Operand& x, const Operand& y, Token op) {
  if (op != Token::Quo && op != Token::Rem) return false;
  if (y.mode != Mode::Constant || sign(*y.constant) != 0) return false;
  if (x.mode != Mode::Constant && !all_basic(x.type, kInteger)) return false;
  error(y, "invalid operation: division by zero");
  return true;
}

// A constant count must not be negative, and an untyped one becomes a uint.
bool Checker::shift_count(Operand* y, bool constant_shift) {
  if (y->mode == Mode::Constant) {
    const Constant value = to_integer(*y->constant);
    if (value.kind == ConstantKind::Int && sign(value) < 0) {
      error(*y, "invalid operation: negative shift count " + text(*y));
      return false;
    }
    if (is_untyped(y->type)) {
      Operand checked = *y;
      representable(&checked, basic(BasicKind::Uint));
      if (!checked.valid()) return false;
      y->constant = checked.constant;
      if (!constant_shift) convert_untyped(y, basic(BasicKind::Uint));
      return y->valid();
    }
  }
  if (is_untyped(y->type)) {
    convert_untyped(y, basic(BasicKind::Uint));
    return y->valid();
  }
  if (all_basic(y->type, kInteger)) return true;
  error(*y, "invalid operation: shift count " + text(*y) + " must be integer");
  return false;
}

void Checker::constant_shift(Operand* x, const Operand& y, Token op, Expr* expr, Pos op_pos) {
  if (!is_basic(x->type, kInteger)) x->type = basic(BasicKind::UntypedInt);
  if (x->constant->kind == ConstantKind::Unknown || y.constant->kind == ConstantKind::Unknown) {
    x->constant = keep(Constant());
    return;
  }
  uint64_t count = 0;
  if (!uint64_value(to_integer(*y.constant), &count) || count > kMaxShift) {
    error(y, "invalid operation: invalid shift count " + text(y));
    return x->invalidate();
  }
  const Constant value = to_integer(*x->constant);
  x->constant = keep(shift_operation(op, value, static_cast<uint32_t>(count)));
  x->expr = expr;
  overflow(x, op_pos);
}

void Checker::shift(Operand* x, Operand* y, Token op, Expr* expr, Pos op_pos) {
  const bool constant_integer = x->mode == Mode::Constant && is_untyped(x->type) &&
                                (to_integer(*x->constant).kind == ConstantKind::Int ||
                                 x->constant->kind == ConstantKind::Unknown);
  const bool integer = all_basic(x->type, kInteger) || constant_integer;
  if (!integer) {
    error(*x, "invalid operation: shifted operand " + text(*x) + " must be integer");
    return x->invalidate();
  }
  const bool both_constant = x->mode == Mode::Constant && y->mode == Mode::Constant;
  if (!shift_count(y, both_constant)) return x->invalidate();
  if (both_constant) return constant_shift(x, *y, op, expr, op_pos);
  if (x->mode == Mode::Constant && is_untyped(x->type)) {
    // The operand gets the type that the shift would have if it were only the operand.
    if (x->expr != nullptr) shifted_.insert(x->expr);
    x->mode = Mode::Value;
    return;
  }
  if (!all_basic(x->type, kInteger)) {
    error(*x, "invalid operation: shifted operand " + text(*x) + " must be integer");
    return x->invalidate();
  }
  x->mode = Mode::Value;
}

std::string Checker::kind_string(Type* type) {
  const Type* u = underlying(type);
  if (u == nullptr) return text(type);
  switch (u->kind) {
    case TypeKind::Array:
      return "array";
    case TypeKind::Slice:
      return "slice";
    case TypeKind::Struct:
      return "struct";
    case TypeKind::Pointer:
      return "pointer";
    case TypeKind::Signature:
      return "func";
    case TypeKind::Interface:
      return is_type_param(type) ? "type parameter " + text(type) : "interface";
    case TypeKind::Map:
      return "map";
    case TypeKind::Chan:
      return "chan";
    default:
      return text(type);
  }
}

std::string Checker::incomparable_cause(Type* type) {
  const Type* u = underlying(type);
  if (u == nullptr) return "";
  switch (u->kind) {
    case TypeKind::Slice:
    case TypeKind::Signature:
    case TypeKind::Map:
      return kind_string(type) + " can only be compared to nil";
    case TypeKind::Struct:
      for (const Variable& field : u->fields) {
        if (is_comparable(field.type)) continue;
        return "struct containing " + text(field.type) + " cannot be compared";
      }
      return "";
    case TypeKind::Array:
      return text(u) + " cannot be compared";
    case TypeKind::Interface:
      return "incomparable types in type set";
    default:
      return "";
  }
}

// Whether == or < is defined on the operands; if not, for whom and why. (Go: comparison.)
bool Checker::comparison_defined(const Operand& x, const Operand& y, Token op,
                                 const Operand** culprit, std::string* cause) {
  std::string ignored;
  if (!assignable(x, y.type, &ignored) && !assignable(y, x.type, &ignored)) {
    *culprit = &y;
    *cause = "mismatched types " + text(x.type) + " and " + text(y.type);
    return false;
  }
  if (op == Token::Eql || op == Token::Neq) {
    if (x.is_nil() || y.is_nil()) {
      *culprit = &y;
      const bool two_nils = x.is_nil() && y.is_nil();
      if (two_nils) {
        *cause = "operator " + op_text(op) + " not defined on nil";
        return false;
      }
      return has_nil(x.is_nil() ? y.type : x.type);
    }
    for (const Operand* operand : {&x, &y}) {
      if (is_comparable(operand->type)) continue;
      *culprit = operand;
      *cause = incomparable_cause(operand->type);
      return false;
    }
    return true;
  }
  for (const Operand* operand : {&x, &y}) {
    if (all_basic(operand->type, kOrdered)) continue;
    *culprit = operand;
    return false;
  }
  return true;
}

void Checker::comparison(Operand* x, Operand* y, Token op, bool switch_case) {
  if (switch_case) op = Token::Eql;
  const Operand* culprit = x;
  std::string cause;
  if (!comparison_defined(*x, *y, op, &culprit, &cause)) {
    if (cause.empty()) {
      const bool param = is_type_param(x->type) || is_type_param(y->type);
      if (param && !is_type_param(culprit->type)) culprit = culprit == x ? y : x;
      cause = param
                  ? "type parameter " + text(culprit->type) + " cannot use operator " + op_text(op)
                  : "operator " + op_text(op) + " not defined on " + kind_string(culprit->type);
    }
    if (switch_case) {
      error(*x, "invalid case " + text(x->expr) + " in switch on " + text(y->expr) + " (" + cause +
                    ")");
    } else {
      error(*culprit, "invalid operation: " + text(x->expr) + " " + op_text(op) + " " +
                          text(y->expr) + " (" + cause + ")");
    }
    return x->invalidate();
  }
  if (x->mode == Mode::Constant && y->mode == Mode::Constant) {
    x->constant = keep(make_bool(compare_constants(op, *x->constant, *y->constant)));
  } else {
    x->mode = Mode::Value;
    // The operands are used here, so they get their final types.
    update_expr_type(x->expr, default_type(x->type), true);
    update_expr_type(y->expr, default_type(y->type), true);
  }
  x->type = basic(BasicKind::UntypedBool);
}

}  // namespace gopark::lang
