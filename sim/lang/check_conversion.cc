// Conversions T(x). (go/types: conversions.go.)
#include "sim/lang/checker.h"
#include "sim/lang/syntax_unicode.h"

namespace gopark::lang {

// A constant stays one when its value fits; an integer becomes the string of that rune.
bool Checker::constant_conversion(Operand* x, Type* target) {
  Type* u = underlying(target);
  Constant rounded;
  if (representable_value(*x->constant, u, &rounded)) {
    x->constant = keep(std::move(rounded));
    return true;
  }
  if (!is_basic(x->type, kInteger) || !is_basic(u, kString)) return false;
  uint64_t rune = kReplacementRune;
  if (!uint64_value(*x->constant, &rune) || rune > kMaxRune) rune = kReplacementRune;
  std::string bytes;
  append_utf8(bytes, static_cast<uint32_t>(rune));
  x->constant = keep(make_string(std::move(bytes)));
  return true;
}

// `to_type_param`: the type is written as a type parameter; its values are never constants, also in
// an instance, where it stands for a concrete type.
void Checker::conversion(Operand* x, Type* target, bool to_type_param) {
  const bool constant_argument = x->mode == Mode::Constant;
  const bool constant_type = is_basic(target, kConstType) && !is_type_param(target);
  bool ok = false;
  std::string cause;
  if (constant_argument && constant_type) {
    ok = constant_conversion(x, target);
    if (!ok && is_basic(x->type, kInteger) && is_basic(target, kInteger)) {
      error(*x, "constant " + to_string(*x->constant) + " overflows " + text(target));
      x->invalidate();
      return;
    }
  } else if (constant_argument && is_type_param(target)) {
    ok = under_is(target, [&](Type* u) {
      if (u == nullptr) return false;
      if (is_basic(x->type, kString) && is_bytes_or_runes(u)) return true;
      Operand copy = *x;
      return is_basic(u, kConstType) && constant_conversion(&copy, u);
    });
  } else {
    ok = convertible(*x, target, &cause);
  }
  if (!ok) {
    error(*x, "cannot convert " + text(*x) + " to type " + text(target) +
                  (cause.empty() ? "" : ": " + cause));
    x->invalidate();
    return;
  }
  if (is_untyped(x->type)) {
    Type* final = target;
    if (!x->is_nil()) {
      if (is_interface(target) || (constant_argument && !constant_type)) {
        final = default_type(x->type);
      } else if (x->mode == Mode::Constant && is_basic(x->type, kInteger) &&
                 all_basic(target, kString)) {
        final = default_type(x->type);
      }
    }
    // The operand of a constant conversion keeps its own value; only its type follows.
    if (x->expr != nullptr && constant_argument && constant_type && !to_type_param) {
      if (is_untyped(x->expr->type)) x->expr->type = final;
    } else {
      update_expr_type(x->expr, final, true);
    }
  }
  const bool constant = constant_argument && constant_type && !to_type_param;
  x->mode = constant ? Mode::Constant : Mode::Value;
  x->type = target;
}

// Go: convertibleTo.
bool Checker::convertible(const Operand& x, Type* target, std::string* cause) {
  if (assignable(x, target, cause)) return true;
  Type* type = x.type;
  if (is_type_param(type) || is_type_param(target)) {
    return convertible_type_params(x, target, cause);
  }
  Type* from = underlying(type);
  Type* to = underlying(target);
  if (identical_ignoring_tags(from, to)) return true;
  if (type->kind == TypeKind::Pointer && target->kind == TypeKind::Pointer &&
      !is_type_param(type->element) && !is_type_param(target->element) &&
      identical_ignoring_tags(underlying(type->element), underlying(target->element))) {
    return true;
  }
  if (is_basic(from, kInteger | kFloat) && is_basic(to, kInteger | kFloat)) return true;
  if (is_basic(from, kComplex) && is_basic(to, kComplex)) return true;
  if (is_basic(to, kString) && (is_basic(from, kInteger) || is_bytes_or_runes(from))) return true;
  if (is_basic(from, kString) && is_bytes_or_runes(to)) return true;
  if (from->kind != TypeKind::Slice) return false;
  Type* array = array_behind_pointer(to);
  return array->kind == TypeKind::Array && identical(from->element, array->element);
}

bool Checker::convertible_type_params(const Operand& x, Type* target, std::string* cause) {
  const bool from_param = is_type_param(x.type);
  Type* param = from_param ? x.type : target;
  const std::vector<UnionTerm>* terms = type_terms(param);
  if (terms == nullptr) return false;
  for (const UnionTerm& term : *terms) {
    Operand y = x;
    if (from_param) y.type = term.type;
    if (convertible(y, from_param ? target : term.type, cause)) continue;
    *cause = "cannot convert " + text(y.type) + (from_param ? " (in " + text(param) + ")" : "") +
             " to type " + text(from_param ? target : term.type) +
             (from_param ? "" : " (in " + text(param) + ")");
    return false;
  }
  return true;
}

}  // namespace gopark::lang
