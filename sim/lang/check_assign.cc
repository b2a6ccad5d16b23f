// Assignments and initialisations. (go/types: assignments.go.)
#include <algorithm>
#include <cstddef>
#include <utility>

#include "sim/lang/checker.h"

namespace gopark::lang {
namespace {

std::string measure(std::size_t count, const char* unit) {
  return std::to_string(count) + " " + unit + (count != 1 ? "s" : "");
}

}  // namespace

void Checker::initialize_constant(Object* object, Operand* x) {
  if (!x->valid() || !is_valid(x->type) || (object->type != nullptr && !is_valid(object->type))) {
    if (object->type == nullptr) object->type = invalid();
    return;
  }
  if (x->mode != Mode::Constant) {
    error(*x, text(*x) + " is not constant");
    if (object->type == nullptr) object->type = invalid();
    return;
  }
  if (object->type == nullptr) object->type = x->type;
  assignment(x, object->type, "constant declaration");
  if (x->valid()) object->constant = x->constant;
}

// False after a mistake; the variable then counts as used and has some type.
bool Checker::initialize_variable(Object* object, Operand* x, const std::string& context) {
  const bool hopeless =
      !x->valid() || !is_valid(x->type) || (object->type != nullptr && !is_valid(object->type));
  if (hopeless) {
    if (object->type == nullptr) object->type = invalid();
    object->used = true;
    return false;
  }
  if (object->type == nullptr) {
    if (x->is_nil() && is_untyped(x->type)) {
      error(*x, "use of untyped nil in " + context);
      object->type = invalid();
      object->used = true;
      return false;
    }
    object->type = default_type(x->type);
  }
  assignment(x, object->type, context);
  if (x->valid()) return true;
  object->used = true;
  return false;
}

// Marks `v, ok = x` on the expression that has the two values.
void Checker::record_comma_ok(Expr* expr) {
  for (; expr->kind == ExprKind::Paren; expr = as<ParenExpr>(expr)->x) expr->comma_ok = true;
  expr->comma_ok = true;
}

void Checker::assignment_mismatch(const std::vector<Expr*>& values, std::size_t variables,
                                  std::size_t count) {
  const Expr* first = values[0];
  std::string message = "assignment mismatch: " + measure(variables, "variable") + " but ";
  const Expr* call = unparen(values[0]);
  if (values.size() == 1 && call->kind == ExprKind::Call) {
    message += text(as<CallExpr>(call)->fun) + " returns " + measure(count, "value");
  } else {
    message += measure(count, "value");
  }
  error(first, message);
}

void Checker::return_count_error(const std::vector<Object*>& results,
                                 const std::vector<Operand>& values, ReturnStmt* statement) {
  const bool too_many = values.size() > results.size();
  Pos at = statement->pos;
  if (too_many) {
    at = values[results.size()].expr->pos;
  } else if (!values.empty()) {
    at = values.back().expr->pos;
  }
  std::vector<Type*> have, want;
  for (const Operand& value : values) have.push_back(value.type);
  for (const Object* result : results) want.push_back(result->type);
  error(at, std::string(too_many ? "too many" : "not enough") + " return values\n\thave " +
                types_summary(have, false) + "\n\twant " + types_summary(want, false));
}

// Variables get values one by one, from one call, or as v, ok. For a return statement the variables
// are the results. (Go: initVars.)
void Checker::initialize_variables(const std::vector<Object*>& variables,
                                   const std::vector<Expr*>& values, ReturnStmt* statement) {
  const std::string context = statement != nullptr ? "return statement" : "assignment";
  // f() alone may have several values, or none.
  const bool single_call = values.size() == 1 && unparen(values[0])->kind == ExprKind::Call;
  if (variables.size() == values.size() && !single_call) {
    bool ok = true;
    for (std::size_t i = 0; i < values.size(); i++) {
      Operand x;
      expression_for(&x, values[i], variables[i]->type);
      ok = initialize_variable(variables[i], &x, context) && ok;
    }
    if (!ok) {
      for (Object* variable : variables) variable->used = true;
    }
    return;
  }
  bool comma_ok = false;
  std::vector<Operand> list =
      expression_list(values, variables.size() == 2 && statement == nullptr, &comma_ok);
  if (list.size() == variables.size()) {
    if (comma_ok) record_comma_ok(values[0]);
    for (std::size_t i = 0; i < list.size(); i++) {
      initialize_variable(variables[i], &list[i], context);
    }
    return;
  }
  for (Object* variable : variables) {
    variable->used = true;
    if (variable->type == nullptr) variable->type = invalid();
  }
  for (const Operand& x : list) {
    if (!x.valid()) return;
  }
  if (statement != nullptr) return return_count_error(variables, list, statement);
  assignment_mismatch(values, variables.size(), list.size());
}

// Checks the left side of an assignment; its type, null for `_`, invalid after a mistake. A
// variable is not used by being assigned. (Go: lhsVar.)
Type* Checker::assignment_target(Expr* lhs) {
  Expr* plain = unparen(lhs);
  Operand z;
  if (plain->kind == ExprKind::Ident) {
    Ident* ident = as<Ident>(plain);
    if (ident->name == "_") {
      ident->object = nullptr;
      ident->mode = Mode::Variable;
      return nullptr;
    }
    z.type = invalid();
    identifier(&z, ident, true);
    record(z);
    if (lhs != plain) {
      z.expr = lhs;
      record(z);
    }
    exclude(&z, true, true);
  } else {
    expression(&z, lhs);
  }
  if (!z.valid() || !is_valid(z.type)) return invalid();
  if (z.mode == Mode::Variable || z.mode == Mode::MapIndex) {
    mark_root(lhs, Effect::Assigned);
    return z.type;
  }
  report_unassignable(lhs);
  return invalid();
}

void Checker::report_unassignable(Expr* lhs) {
  const Expr* plain = unparen(lhs);
  const bool in_map = plain->kind == ExprKind::Selector &&
                      unparen(as<SelectorExpr>(plain)->x)->mode == Mode::MapIndex;
  error(lhs, in_map ? "cannot assign to struct field " + text(lhs) + " in map"
                    : "cannot assign to " + text(lhs) +
                          " (neither addressable nor a map index expression)");
}

bool Checker::assign_variable(Expr* lhs, Operand* x) {
  Type* type = assignment_target(lhs);
  if (type != nullptr && !is_valid(type)) return false;
  if (!x->valid() || !is_valid(x->type)) return false;
  assignment(x, type, "assignment");
  if (type == nullptr && x->valid()) {
    Expr* blank = unparen(lhs);
    blank->type = x->type;
  }
  return x->valid();
}

void Checker::use_names(const BadExpr& bad) {
  for (const std::string& name : bad.names) {
    Object* object = env_.scope->lookup(name);
    const bool may_be_unused = object != nullptr && (object->kind == ObjectKind::Var ||
                                                     object->kind == ObjectKind::PackageName);
    if (may_be_unused) object->used = true;
  }
}

// After a mistake an assigned variable counts as used.
void Checker::mark_used(Expr* lhs) {
  Expr* plain = unparen(lhs);
  if (plain->kind != ExprKind::Ident || as<Ident>(plain)->object == nullptr) return;
  Object* object = as<Ident>(plain)->object;
  if (object->kind == ObjectKind::Var) object->used = true;
}

void Checker::assign_variables(AssignStmt* stmt) {
  const std::vector<Expr*>& lhs = stmt->lhs;
  bool ok = true;
  const bool single_call = stmt->rhs.size() == 1 && unparen(stmt->rhs[0])->kind == ExprKind::Call;
  if (lhs.size() == stmt->rhs.size() && !single_call) {
    for (std::size_t i = 0; i < lhs.size(); i++) {
      Operand x;
      Type* target = assignment_target(lhs[i]);
      expression_for(&x, stmt->rhs[i], target);
      const bool known = target == nullptr || is_valid(target);
      if (known && x.valid() && is_valid(x.type)) {
        assignment(&x, target, "assignment");
        if (target == nullptr && x.valid()) unparen(lhs[i])->type = x.type;
      }
      ok = ok && known && x.valid();
    }
  } else {
    bool comma_ok = false;
    std::vector<Operand> values = expression_list(stmt->rhs, lhs.size() == 2, &comma_ok);
    if (values.size() != lhs.size()) {
      use(lhs);
      const bool reported =
          std::any_of(values.begin(), values.end(), [](const Operand& x) { return !x.valid(); });
      if (!reported) assignment_mismatch(stmt->rhs, lhs.size(), values.size());
      return;
    }
    if (comma_ok) record_comma_ok(stmt->rhs[0]);
    for (std::size_t i = 0; i < lhs.size(); i++) ok = assign_variable(lhs[i], &values[i]) && ok;
  }
  if (ok) return;
  for (Expr* expr : lhs) mark_used(expr);
}

// x op= y
void Checker::assign_operation(AssignStmt* stmt) {
  if (stmt->lhs.size() != 1 || stmt->rhs.size() != 1) {
    error(stmt->op_pos, "assignment operation " + std::string(token_text(stmt->op)) +
                            "= requires single-valued expressions");
    use(stmt->lhs);
    use(stmt->rhs);
    return;
  }
  Expr* lhs = stmt->lhs[0];
  Operand x;
  Operand y;
  expression(&x, lhs);
  expression(&y, stmt->rhs[0]);
  const Operand target = x;
  binary_operands(&x, &y, stmt->op, nullptr, lhs, stmt->rhs[0], stmt->op_pos);
  if (!x.valid() || !target.valid()) return;
  if (target.mode != Mode::Variable && target.mode != Mode::MapIndex) {
    return report_unassignable(lhs);
  }
  mark_root(lhs, Effect::Assigned);
  x.expr = lhs;
  assignment(&x, target.type, "assignment");
}

// The variable that the i-th name of `:=` stands for; null after a mistake. A name that the block
// has already is assigned.
Object* Checker::defined_variable(AssignStmt* stmt, std::size_t i) {
  Expr* lhs = stmt->lhs[i];
  if (lhs->kind != ExprKind::Ident) {
    use(lhs);
    error(lhs, "non-name " + text(lhs) + " on left side of :=");
    return nullptr;
  }
  Ident* ident = as<Ident>(lhs);
  const auto same_name = [&](const Expr* other) {
    return other->kind == ExprKind::Ident && as<Ident>(other)->name == ident->name;
  };
  const auto end = stmt->lhs.begin() + static_cast<std::ptrdiff_t>(i);
  if (ident->name != "_" && std::any_of(stmt->lhs.begin(), end, same_name)) {
    error(lhs, ident->name + " repeated on left side of :=");
    return nullptr;
  }
  if (Object* existing = env_.scope->find(ident->name)) {
    ident->object = existing;
    if (existing->kind != ObjectKind::Var) {
      error(lhs, "cannot assign to " + text(lhs));
      return nullptr;
    }
    existing->reassigned = true;
    return existing;
  }
  Object* variable = new_variable(ident, nullptr);
  if (ident->name != "_") {
    ident->object = variable;
    stmt->declares[i] = true;
  }
  return variable;
}

// Go: shortVarDecl.
void Checker::short_declaration(AssignStmt* stmt) {
  const std::size_t count = stmt->lhs.size();
  std::vector<Object*> variables;
  bool has_mistake = false;
  stmt->declares.assign(count, false);
  for (std::size_t i = 0; i < count; i++) {
    Object* variable = defined_variable(stmt, i);
    if (variable == nullptr) {  // something stands in, so that the counts are right
      has_mistake = true;
      const Ident blank;
      variable = new_variable(&blank, nullptr);
    }
    variables.push_back(variable);
  }
  initialize_variables(variables, stmt->rhs, nullptr);
  bool declares_any = false;
  for (std::size_t i = 0; i < count; i++) {
    stmt->lhs[i]->mode = Mode::Variable;
    stmt->lhs[i]->type = variables[i]->type;
    if (stmt->declares[i]) declare_local(variables[i]);
    declares_any = declares_any || stmt->declares[i];
  }
  if (!declares_any && !has_mistake) {
    error(stmt->op_pos, "no new variables on left side of :=");
  }
}

}  // namespace gopark::lang
