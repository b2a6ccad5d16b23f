// x.f: package members, fields, methods, method expressions. (go/types: call.go, selector.)
#include <cstddef>
#include <utility>

#include "sim/lang/checker.h"

namespace gopark::lang {

void Checker::record_selection(SelectorExpr* expr, SelectionKind kind, const Lookup& found) {
  expr->selection = kind;
  expr->path = found.path;
  expr->method = found.method;
  expr->receiver = found.receiver;
  expr->method_index = found.method_index;
}

// pkg.Name. False when x is no package.
bool Checker::package_selector(Operand* x, SelectorExpr* expr) {
  if (expr->x->kind != ExprKind::Ident) return false;
  Ident* ident = as<Ident>(expr->x);
  Object* object = env_.scope->lookup(ident->name);
  if (object == nullptr || object->kind != ObjectKind::PackageName) return false;
  object->used = true;
  ident->object = object;
  ident->mode = Mode::Package;
  ident->type = invalid();
  expr->selection = SelectionKind::PackageMember;
  const Package* imported = object->imported;
  if (imported->scope == nullptr) return true;  // the import was refused
  const std::string& name = expr->sel->name;
  Object* member = imported->scope->find(name);
  if (member == nullptr) {
    const std::string hint =
        imported->is_std && is_exported(name)
            ? " (the simulator has only a part of package " + imported->name + ")"
            : "";
    error(expr->sel, "undefined: " + ident->name + "." + name + hint);
  } else if (!is_exported(name)) {
    error(expr->sel, "name " + name + " not exported by package " + imported->name);
  } else {
    package_member(x, expr, member);
  }
  return true;
}

void Checker::package_member(Operand* x, SelectorExpr* expr, Object* member) {
  expr->sel->object = member;
  x->type = member->type;
  if (!is_valid(member->type)) return;
  switch (member->kind) {
    case ObjectKind::Const:
      x->mode = Mode::Constant;
      x->constant = member->constant;
      break;
    case ObjectKind::TypeName:
      x->mode = Mode::TypeExpr;
      break;
    case ObjectKind::Var:
      x->mode = Mode::Variable;
      break;
    default:
      x->mode = Mode::Value;
      break;
  }
}

void Checker::selector(Operand* x, SelectorExpr* expr) {
  expr->selection = SelectionKind::None;
  if (package_selector(x, expr)) return;
  const std::string& name = expr->sel->name;
  expression_or_type(x, expr->x, false);
  if (!x->valid()) return;
  if (x->mode == Mode::Builtin || x->is_nil()) {
    error(expr->x, x->is_nil() ? "invalid use of nil in selector expression"
                               : "invalid use of " + text(*x) + " in selector expression");
    return x->invalidate();
  }
  if (name == "_") {
    error(expr->sel, "cannot refer to blank field or method");
    return x->invalidate();
  }
  Type* const given = x->type;
  use_default_type(x);
  const Lookup found = lookup(x->type, x->mode == Mode::Variable, name);
  const bool is_type = x->mode == Mode::TypeExpr;
  const std::string selected = text(expr->x) + "." + name;
  switch (found.result) {
    case LookupResult::Field:
      if (!is_type) return selected_field(x, expr, found);
      error(expr->sel,
            selected + " undefined (type " + text(x->type) + " has no method " + name + ")");
      break;
    case LookupResult::Method:
    case LookupResult::InterfaceMethod:
      if (is_type) return method_expression(x, expr, found);
      return selected_method(x, expr, found);
    case LookupResult::Ambiguous:
      error(expr->sel, "ambiguous selector " + selected);
      break;
    case LookupResult::NeedsAddress:
      if (is_type) {
        error(expr->sel, "invalid method expression " + selected + " (needs pointer receiver (*" +
                             text(x->type) + ")." + name + ")");
      } else {
        error(expr->sel, "cannot call pointer method " + name + " on " + text(x->type));
      }
      break;
    case LookupResult::NotFound:
      if (underlying(x->type) == nullptr) {
        error(expr, "invalid recursive type " + text(x->type));
        break;
      }
      if (!is_valid(underlying(x->type))) break;
      error(expr->sel,
            selected + " undefined (" +
                (is_pointer_to_interface(x->type)
                     ? "type " + text(x->type) + " is pointer to interface, not interface"
                     : lookup_failure(is_untyped(given) ? given : x->type, name, false)) +
                ")");
      break;
  }
  x->invalidate();
}

void Checker::selected_field(Operand* x, SelectorExpr* expr, const Lookup& found) {
  record_selection(expr, SelectionKind::Field, found);
  const bool addressable = x->mode == Mode::Variable || found.indirect;
  x->mode = addressable ? Mode::Variable : Mode::Value;
  x->type = found.field->type;
  if (!is_valid(x->type)) x->invalidate();
}

void Checker::selected_method(Operand* x, SelectorExpr* expr, const Lookup& found) {
  const bool dynamic = found.result == LookupResult::InterfaceMethod;
  Type* signature = method_signature(found.method);
  record_selection(expr, dynamic ? SelectionKind::InterfaceMethod : SelectionKind::Method, found);
  expr->sel->object = found.method;
  add_dependency(found.method);
  if (!dynamic && found.method->pointer_receiver && !found.indirect) {
    mark_root(expr->x, Effect::AddressTaken);
  }
  x->mode = is_valid(signature) ? Mode::Value : Mode::Invalid;
  x->type = signature;
}

// T.m is a function whose first parameter is the receiver.
void Checker::method_expression(Operand* x, SelectorExpr* expr, const Lookup& found) {
  const Type* signature = method_signature(found.method);
  record_selection(expr, SelectionKind::MethodExpr, found);
  expr->sel->object = found.method;
  add_dependency(found.method);
  if (!is_valid(signature)) return x->invalidate();
  Type* type = new_type(TypeKind::Signature);
  const bool named = !signature->params.empty() && !signature->params[0].name.empty();
  type->params.push_back({named ? "_" : "", x->type, false, env_.package, expr->pos, {}});
  type->params.insert(type->params.end(), signature->params.begin(), signature->params.end());
  type->results = signature->results;
  type->variadic = signature->variadic;
  x->mode = Mode::Value;
  x->type = type;
}

}  // namespace gopark::lang
