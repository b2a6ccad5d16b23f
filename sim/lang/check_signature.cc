// Function types: receivers, parameters, results. (go/types: signature.go.)
#include <cstddef>
#include <utility>

#include "sim/lang/checker.h"

namespace gopark::lang {

// `scope`, when not null, gets the scope that holds the parameters: that of the body.
Type* Checker::function_type(FuncType* expr, Type* def, Scope** scope) {
  Type* signature = new_type(TypeKind::Signature);
  if (def != nullptr) def->underlying = signature;
  Scope* inner = arena_.make<Scope>(env_.scope);
  fill_signature(signature, expr, nullptr, inner);
  if (scope != nullptr) *scope = inner;
  return record_type(expr, signature);
}

// Names are declared after all types, which must not see them.
void Checker::fill_signature(Type* signature, FuncType* expr, Field* receiver, Scope* scope) {
  std::vector<Object*> objects;
  if (receiver != nullptr) {
    std::vector<Field> fields = {*receiver};
    bool variadic = false;
    const std::vector<Variable> list =
        collect_parameters(&fields, ParameterRole::Receiver, &variadic, &objects);
    const Expr* written = receiver->type_expr;
    while (written->kind == ExprKind::Paren || written->kind == ExprKind::Star) {
      written =
          written->kind == ExprKind::Paren ? as<ParenExpr>(written)->x : as<StarExpr>(written)->x;
    }
    const bool has_type_params = written->kind == ExprKind::Index;
    if (!list.empty() && !env_.in_instance) {
      Type* type = list[0].type;
      const Pos pos = receiver->pos;
      later([this, type, pos, has_type_params] { check_receiver(type, pos, has_type_params); });
    }
  }
  signature->params =
      collect_parameters(&expr->params, ParameterRole::Parameter, &signature->variadic, &objects);
  bool no_variadic = false;
  signature->results =
      collect_parameters(&expr->results, ParameterRole::Result, &no_variadic, &objects);
  for (Object* object : objects) declare(scope, object);
}

Type* Checker::parameter_type(Expr* type_expr, bool last, ParameterRole role, bool* variadic) {
  if (type_expr->kind != ExprKind::Ellipsis) return variable_type(type_expr);
  Type* element = variable_type(as<EllipsisExpr>(type_expr)->element);
  if (role != ParameterRole::Parameter || !last) {
    error(type_expr, "can only use ... with final parameter in list");
    return record_type(type_expr, element);
  }
  *variadic = true;
  return record_type(type_expr, slice_of(element));
}

std::vector<Variable> Checker::collect_parameters(std::vector<Field>* fields, ParameterRole role,
                                                  bool* variadic, std::vector<Object*>* objects) {
  std::vector<Variable> list;
  for (std::size_t i = 0; i < fields->size(); i++) {
    Field& field = (*fields)[i];
    const bool last = i + 1 == fields->size() && field.names.size() <= 1;
    Type* type = parameter_type(field.type_expr, last, role, variadic);
    if (field.names.empty()) list.push_back({"", type, false, env_.package, field.pos, {}});
    for (Ident* name : field.names) {
      list.push_back({name->name, type, false, env_.package, name->pos, {}});
      Object* object = new_variable(name, type);
      object->is_param = true;
      object->is_result = role == ParameterRole::Result;
      object->used = true;
      name->object = name->name == "_" ? nullptr : object;
      objects->push_back(object);
    }
  }
  return list;
}

void Checker::check_receiver(Type* type, Pos pos, bool has_type_params) {
  bool is_pointer = false;
  Type* base = dereferenced(type, &is_pointer);
  if (!is_valid(base)) return;
  if (base->kind == TypeKind::Basic) {
    return error(pos, "cannot define new methods on non-local type " + text(base));
  }
  if (base->kind != TypeKind::Named) return error(pos, "invalid receiver type " + text(type));
  if (!base->type_args.empty() && !has_type_params) {
    return error(pos, "cannot define new methods on instantiated type " + text(base));
  }
  if (base->object->package != env_.package) {
    return error(pos, "cannot define new methods on non-local type " + text(base));
  }
  if (is_kind(base, TypeKind::Pointer) || is_kind(base, TypeKind::Interface)) {
    error(pos, "invalid receiver type " + text(base) + " (pointer or interface type)");
  }
}

}  // namespace gopark::lang
