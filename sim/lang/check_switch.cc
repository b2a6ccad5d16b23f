// Switches over values and over types. (go/types: stmt.go.)
#include <cstddef>
#include <utility>

#include "sim/lang/checker.h"

namespace gopark::lang {

void Checker::report_switch_defaults(const std::vector<CaseClause*>& clauses) {
  const CaseClause* first = nullptr;
  for (const CaseClause* clause : clauses) {
    if (!clause->is_default) continue;
    if (first == nullptr) {
      first = clause;
    } else {
      error(clause->pos, "multiple defaults (first at " + position(first->pos) + ")");
    }
  }
}

void Checker::switch_statement(SwitchStmt* stmt) {
  open_scope();
  statement({}, stmt->init);
  Operand x;
  Ident yes;  // a switch without a tag compares with true
  if (stmt->tag != nullptr) {
    expression(&x, stmt->tag);
    assignment(&x, nullptr, "switch expression");
    if (x.valid() && !is_comparable(x.type) && !has_nil(x.type)) {
      error(x, "cannot switch on " + text(x) +
                   (is_kind(x.type, TypeKind::Struct) || is_kind(x.type, TypeKind::Array)
                        ? " (" + text(x.type) + " is not comparable)"
                        : ""));
      x.invalidate();
    }
  } else {
    yes.name = "true";
    yes.pos = stmt->pos;
    x.mode = Mode::Constant;
    x.type = basic(BasicKind::Bool);
    x.constant = keep(make_bool(true));
    x.expr = &yes;
  }
  report_switch_defaults(stmt->clauses);
  std::vector<CaseValue> seen;
  for (std::size_t i = 0; i < stmt->clauses.size(); i++) {
    CaseClause* clause = stmt->clauses[i];
    case_values(&x, clause->values, &seen);
    StatementContext context;
    context.fallthrough_allowed = i + 1 < stmt->clauses.size();
    context.final_case = !context.fallthrough_allowed;
    open_scope();
    statement_list(context, clause->body);
    close_scope();
  }
  close_scope();
}

void Checker::case_values(Operand* x, const std::vector<Expr*>& values,
                          std::vector<CaseValue>* seen) {
  for (Expr* expr : values) {
    Operand value;
    expression(&value, expr);
    if (!x->valid() || !value.valid()) continue;
    Operand tag = *x;
    match_types(&value, &tag);
    if (!value.valid()) continue;
    Operand result = value;
    comparison(&result, &tag, Token::Eql, true);
    if (!result.valid() || value.mode != Mode::Constant) continue;
    if (value.constant->kind == ConstantKind::Bool || env_.in_instance) continue;
    if (value.constant->kind == ConstantKind::Unknown) continue;
    bool duplicate = false;
    for (const CaseValue& other : *seen) {
      if (other.value->kind != value.constant->kind || !identical(other.type, value.type)) continue;
      if (!compare_constants(Token::Eql, *other.value, *value.constant)) continue;
      error(value, "duplicate case " + text(value) + " in expression switch\n\t" +
                       position(other.pos) + ": previous case");
      duplicate = true;
      break;
    }
    if (!duplicate) seen->push_back({value.constant, value.type, expr->pos});
  }
}

// The type of the last case; null for nil. (Go: caseTypes.)
Type* Checker::case_types(const Operand* x, const std::vector<Expr*>& types,
                          std::vector<CaseType>* seen) {
  Type* type = nullptr;
  for (Expr* expr : types) {
    const Expr* plain = unparen(expr);
    const Object* object =
        plain->kind == ExprKind::Ident ? env_.scope->lookup(as<Ident>(plain)->name) : nullptr;
    if (object != nullptr && object->kind == ObjectKind::Nil) {
      Operand nil;
      expression(&nil, expr);
      type = nullptr;
    } else {
      type = variable_type(expr);
      if (!is_valid(type)) continue;
    }
    bool duplicate = false;
    for (const CaseType& other : *seen) {
      const bool same = type == nullptr || other.type == nullptr ? type == other.type
                                                                 : identical(type, other.type);
      if (!same || env_.in_instance) continue;
      error(expr, "duplicate case " + (type != nullptr ? text(type) : "nil") +
                      " in type switch\n\t" + position(other.pos) + ": previous case");
      duplicate = true;
      break;
    }
    if (duplicate) continue;
    seen->push_back({type, expr->pos});
    if (x != nullptr && type != nullptr) check_assertable(expr, *x, type, true);
  }
  return type;
}

Object* Checker::clause_variable(TypeSwitchStmt* stmt, CaseClause* clause, Type* type) {
  Object* variable = new_variable(stmt->binding, type);
  clause->implicit = variable;
  declare(env_.scope, variable);
  return variable;
}

void Checker::type_switch_statement(TypeSwitchStmt* stmt) {
  open_scope();
  statement({}, stmt->init);
  const Ident* binding = stmt->binding;
  if (binding != nullptr && binding->name == "_") {
    error(binding, "no new variable on left side of :=");
    binding = nullptr;
  }
  Operand x;
  expression(&x, stmt->x);
  bool comparable_cases = false;
  if (x.valid()) {
    comparable_cases = is_interface(x.type);
    if (!comparable_cases) {
      error(x, is_type_param(x.type) ? "cannot use type switch on type parameter value " + text(x)
                                     : text(x) + " is not an interface");
    }
  }
  report_switch_defaults(stmt->clauses);
  bool used = false;
  std::vector<CaseType> seen;
  for (CaseClause* clause : stmt->clauses) {
    Type* type = case_types(comparable_cases ? &x : nullptr, clause->values, &seen);
    open_scope();
    clause->implicit = nullptr;
    Object* variable = nullptr;
    if (binding != nullptr) {
      if (clause->values.size() != 1 || type == nullptr) type = x.valid() ? x.type : invalid();
      variable = clause_variable(stmt, clause, type);
    }
    StatementContext context;
    context.in_type_switch = true;
    statement_list(context, clause->body);
    used = used || (variable != nullptr && variable->used);
    close_scope();
  }
  if (binding != nullptr && !used && x.valid()) {
    error(binding, "declared and not used: " + binding->name);
  }
  close_scope();
}

}  // namespace gopark::lang
