// Untyped expressions get their type from where they are used. (go/types: expr.go.)
#include <cstddef>

#include "sim/lang/checker.h"

namespace gopark::lang {
namespace {

bool is_numeric_untyped(const Type* type) {
  return (basic_flags(type->basic) & kNumeric) != 0;
}

// Which basic types a non-constant untyped value may become.
bool fits_kind(const Type* untyped, Type* target) {
  switch (untyped->basic) {
    case BasicKind::UntypedBool:
      return is_basic(target, kBoolean);
    case BasicKind::UntypedInt:
    case BasicKind::UntypedRune:
    case BasicKind::UntypedFloat:
      return is_basic(target, kNumeric);
    case BasicKind::UntypedString:
      return is_basic(target, kString);
    default:
      return false;
  }
}

}  // namespace

// Go: Default.
Type* Checker::default_type(Type* type) {
  if (!is_untyped(type)) return type;
  switch (type->basic) {
    case BasicKind::UntypedBool:
      return basic(BasicKind::Bool);
    case BasicKind::UntypedInt:
      return basic(BasicKind::Int);
    case BasicKind::UntypedRune:
      return universe_.rune();
    case BasicKind::UntypedFloat:
      return basic(BasicKind::Float64);
    case BasicKind::UntypedString:
      return basic(BasicKind::String);
    default:
      return type;
  }
}

void Checker::use_default_type(Operand* x) {
  if (x->valid() && is_untyped(x->type) && !x->is_nil()) {
    convert_untyped(x, default_type(x->type));
  }
}

// Carries the type that the context gave to an untyped expression down its tree.
void Checker::update_expr_type(Expr* expr, Type* type, bool final) {
  if (expr == nullptr || expr->mode == Mode::Invalid || !is_untyped(expr->type)) return;
  if (expr->kind == ExprKind::Paren) update_expr_type(as<ParenExpr>(expr)->x, type, final);
  if (expr->constant == nullptr || expr->mode != Mode::Constant) {
    if (expr->kind == ExprKind::Unary) update_expr_type(as<UnaryExpr>(expr)->x, type, final);
    if (expr->kind == ExprKind::Binary) {
      const BinaryExpr* binary = as<BinaryExpr>(expr);
      const bool comparison = binary->op >= Token::Eql && binary->op <= Token::Geq;
      const bool is_shift = binary->op == Token::Shl || binary->op == Token::Shr;
      if (!comparison) update_expr_type(binary->x, type, final);
      if (!comparison && !is_shift) update_expr_type(binary->y, type, final);
    }
  }
  if (!final && is_untyped(type)) {
    expr->type = underlying(type);
    return;
  }
  if (shifted_.erase(expr) != 0 && !all_basic(type, kInteger)) {
    error(expr, "invalid operation: shifted operand " + text(expr) + " (type " + text(type) +
                    ") must be integer");
    return;
  }
  if (expr->mode == Mode::Constant) {
    Operand x;
    x.mode = expr->mode;
    x.type = expr->type;
    x.constant = expr->constant;
    x.expr = expr;
    const Constant* value = nullptr;
    Misfit misfit = Misfit::None;
    if (implicit_type(x, type, &value, &misfit) == nullptr) {
      return invalid_conversion(misfit, x, underlying(type));
    }
    if (value != nullptr) expr->constant = value;
  }
  expr->type = type;
}

void Checker::convert_untyped(Operand* x, Type* target) {
  const Constant* value = nullptr;
  Misfit misfit = Misfit::None;
  Type* type = implicit_type(*x, target, &value, &misfit);
  if (type == nullptr) {
    invalid_conversion(misfit, *x, is_type_param(target) ? target : underlying(target));
    x->invalidate();
    return;
  }
  if (value != nullptr) x->constant = value;
  if (type != x->type) {
    x->type = type;
    update_expr_type(x->expr, type, false);
  }
}

void Checker::invalid_conversion(Misfit misfit, const Operand& x, Type* target) {
  const std::string operand = text(x);
  const std::string type = target == nullptr ? "invalid type" : text(target);
  if (misfit == Misfit::Truncated) return error(x, operand + " truncated to " + type);
  if (misfit == Misfit::Overflows) return error(x, operand + " overflows " + type);
  error(x, "cannot convert " + operand + " to type " + type);
}

// The type that an untyped operand takes where `target` is wanted; null and why when it cannot.
// `value` gets a constant's rounded value. (Go: implicitTypeAndValue.)
Type* Checker::implicit_type(const Operand& x, Type* target, const Constant** value,
                             Misfit* misfit) {
  if (!x.valid() || !is_untyped(x.type) || !is_valid(target)) return x.type;
  *misfit = Misfit::Other;
  if (is_untyped(target)) {
    if (is_numeric_untyped(x.type) && is_numeric_untyped(target)) {
      return x.type->basic < target->basic ? target : x.type;
    }
    return x.type->basic == target->basic ? x.type : nullptr;
  }
  if (x.is_nil()) return has_nil(target) ? target : nullptr;
  if (is_type_param(target)) {
    const bool fits = under_is(target, [&](Type* u) {
      const Constant* ignored = nullptr;
      return u != nullptr && implicit_type(x, u, &ignored, misfit) != nullptr;
    });
    return fits ? target : nullptr;
  }
  Type* u = completed_interface(target);
  if (u == nullptr) return nullptr;
  if (u->kind == TypeKind::Basic) {
    if (x.mode == Mode::Constant) {
      *misfit = representation(x, u, value);
      return *misfit == Misfit::None ? target : nullptr;
    }
    return fits_kind(x.type, target) ? target : nullptr;
  }
  if (u->kind != TypeKind::Interface) return nullptr;
  const bool empty = u->methods.empty() && u->unions.empty() && !u->comparable;
  return empty ? default_type(x.type) : nullptr;
}

}  // namespace gopark::lang
