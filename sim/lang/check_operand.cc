// Assignability, and assigning a value to a place of a known type. (go/types: operand.go,
// assignments.go.)
#include "sim/lang/checker.h"

namespace gopark::lang {

// Whether x may be assigned to a variable of the type; the cause of a failure when there is more to
// say than the types. (Go: assignableTo.)
bool Checker::assignable(const Operand& x, Type* target, std::string* cause) {
  if (!x.valid() || !is_valid(target) || !is_valid(x.type)) return true;
  Type* type = x.type;
  if (identical(type, target)) return true;
  Type* from = completed_interface(type);
  Type* to = completed_interface(target);
  if (!is_valid(from) || !is_valid(to)) return true;
  const bool from_param = is_type_param(type);
  const bool to_param = is_type_param(target);
  if (is_untyped(from)) {
    const Constant* value = nullptr;
    Misfit misfit = Misfit::None;
    return implicit_type(x, target, &value, &misfit) != nullptr;
  }
  const bool neither_param = !from_param && !to_param;
  const bool one_unnamed = !has_name(type) || !has_name(target);
  if (neither_param && one_unnamed && identical(from, to)) return true;
  if ((to->kind == TypeKind::Interface && !to_param) || is_pointer_to_interface(to)) {
    return implements(type, target, false, cause);
  }
  if (from->kind == TypeKind::Interface && !from_param) {
    std::string ignored;
    if (!to_param && implements(target, type, false, &ignored)) *cause = "need type assertion";
    return false;
  }
  if (from->kind == TypeKind::Chan && from->dir == ChanDir::Both && to->kind == TypeKind::Chan &&
      identical(from->element, to->element)) {
    return one_unnamed;
  }
  return !neither_param && assignable_type_params(x, target);
}

// A value of an unnamed type is assignable to a type parameter when it is to each type of its set,
// and the other way round.
bool Checker::assignable_type_params(const Operand& x, Type* target) {
  const bool to_param = is_type_param(target);
  if (to_param ? has_name(x.type) : !is_type_param(x.type) || has_name(target)) return false;
  const std::vector<UnionTerm>* terms = type_terms(to_param ? target : x.type);
  if (terms == nullptr) return false;
  for (const UnionTerm& term : *terms) {
    std::string ignored;
    Operand y = x;
    if (!to_param) y.type = term.type;
    if (!assignable(y, to_param ? term.type : target, &ignored)) return false;
  }
  return true;
}

// Gives an untyped operand its type and checks that it fits; a null target means "any variable".
// `context` ends the message: "assignment", "argument to f". (Go: assignment.)
void Checker::assignment(Operand* x, Type* target, const std::string& context) {
  single_value(x);
  if (!x->valid()) return;
  if (x->mode == Mode::NoValue || x->mode == Mode::Builtin || x->mode == Mode::TypeExpr ||
      x->mode == Mode::Package) {
    error(*x, "cannot assign " + text(*x) + " to " +
                  (target != nullptr ? text(target) : std::string("_")) + " in " + context);
    x->invalidate();
    return;
  }
  if (is_untyped(x->type)) {
    Type* wanted = target;
    if (x->is_nil() && target == nullptr) {
      error(*x, "use of untyped nil in " + context);
      x->invalidate();
      return;
    }
    if (!x->is_nil() && (target == nullptr || is_interface(target))) {
      wanted = default_type(x->type);
    }
    const Constant* value = nullptr;
    Misfit misfit = Misfit::None;
    Type* type = implicit_type(*x, wanted, &value, &misfit);
    if (type == nullptr) {
      std::string message =
          "cannot use " + text(*x) + " as " + text(wanted) + " value in " + context;
      if (misfit == Misfit::Truncated) message += " (truncated)";
      if (misfit == Misfit::Overflows) message += " (overflows)";
      error(*x, message);
      x->invalidate();
      return;
    }
    if (value != nullptr) x->constant = value;
    if (type != x->type) {
      x->type = type;
      update_expr_type(x->expr, type, false);
    }
  }
  if (is_generic(x->type) && x->type->kind == TypeKind::Signature) {
    error(*x, "cannot use generic function " + text(x->expr) + " without instantiation");
    x->invalidate();
    return;
  }
  if (target == nullptr) return;
  std::string cause;
  if (assignable(*x, target, &cause)) return;
  error(*x, "cannot use " + text(*x) + " as " + text(target) + " value in " + context +
                (cause.empty() ? "" : ": " + cause));
  x->invalidate();
}

}  // namespace gopark::lang
