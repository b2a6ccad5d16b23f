// for … range. (go/types: range.go of Go 1.24.)
#include <array>
#include <cstddef>
#include <utility>

#include "sim/lang/checker.h"

namespace gopark::lang {
// The types of the iteration variables; false when x cannot be ranged over.
bool Checker::range_types(Operand* x, RangeStmt* stmt, Type** key, Type** value) {
  const Type* u = array_behind_pointer(core_type(x->type));
  std::string cause;
  bool is_function = false;
  *key = nullptr;
  *value = nullptr;
  if (u == nullptr) {
    cause = "no core type";
  } else if (u->kind == TypeKind::Basic && (basic_flags(u->basic) & kString) != 0) {
    *key = basic(BasicKind::Int);
    *value = universe_.rune();
  } else if (is_integer_range(*x)) {
    *key = x->type;
  } else if (u->kind == TypeKind::Array || u->kind == TypeKind::Slice) {
    *key = basic(BasicKind::Int);
    *value = u->element;
  } else if (u->kind == TypeKind::Map) {
    *key = u->key;
    *value = u->element;
  } else if (u->kind == TypeKind::Chan) {
    if (u->dir == ChanDir::SendOnly) {
      cause = "receive from send-only channel";
    } else {
      *key = u->element;
    }
  } else if (u->kind == TypeKind::Signature) {
    cause = range_func_problem(u);
    is_function = cause.empty();
    if (is_function) {
      const std::vector<Variable>& params = core_type(u->params[0].type)->params;
      if (!params.empty()) *key = params[0].type;
      if (params.size() > 1) *value = params[1].type;
    }
  }
  if (*key == nullptr && !is_function) {
    if (u == nullptr || is_valid(u)) {
      error(*x, "cannot range over " + text(*x) + (cause.empty() ? "" : ": " + cause));
    }
    return false;
  }
  if (*key == nullptr && stmt->key != nullptr) {
    error(stmt->key, "range over " + text(*x) + " permits no iteration variables");
    return false;
  }
  if (*value == nullptr && stmt->value != nullptr) {
    error(stmt->value, "range over " + text(*x) + " permits only one iteration variable");
    return false;
  }
  return true;
}

// An untyped constant that is a whole number counts, also 1e3.
bool Checker::is_integer_range(const Operand& x) {
  if (x.mode == Mode::Constant && is_untyped(x.type)) {
    return is_basic(x.type, kNumeric) && to_integer(*x.constant).kind == ConstantKind::Int;
  }
  return all_basic(x.type, kInteger);
}

void Checker::range_statement(RangeStmt* stmt) {
  Operand x;
  expression(&x, stmt->x);
  Type* key = nullptr;
  Type* value = nullptr;
  bool valid = x.valid() && range_types(&x, stmt, &key, &value);
  const bool over_integer = valid && is_integer_range(x);
  if (valid && !over_integer) use_default_type(&x);
  if (valid && is_kind(core_type(x.type), TypeKind::Signature))
    return range_func_body(stmt, &x, key, value);
  open_scope();
  range_variables(stmt, &x, valid ? key : nullptr, valid ? value : nullptr, over_integer);
  if (over_integer && x.valid() && is_untyped(x.type)) {
    assignment(&x, nullptr, "range clause");
  }
  if (over_integer && x.valid() && !all_basic(x.type, kInteger)) {
    error(x, "cannot use iteration variable of type " + text(x.type));
  }
  if (stmt->body != nullptr) statement({}, stmt->body);
  close_scope();
}

void Checker::range_variables(RangeStmt* stmt, Operand* x, Type* key, Type* value,
                              bool over_integer) {
  if (stmt->op == Token::Define) return range_declare(stmt, x, key, value, over_integer);
  if (stmt->key != nullptr) range_assign(stmt->key, x, key, over_integer);
  if (stmt->value != nullptr) range_assign(stmt->value, x, value, false);
}

void Checker::range_declare(RangeStmt* stmt, Operand* x, Type* key, Type* value,
                            bool over_integer) {
  const std::array<Expr*, 2> lhs = {stmt->key, stmt->value};
  const std::array<Type*, 2> types = {key, value};
  std::vector<Object*> declared;
  bool has_mistake = false;
  for (std::size_t i = 0; i < lhs.size(); i++) {
    if (lhs[i] == nullptr) continue;
    if (lhs[i]->kind != ExprKind::Ident) {
      error(lhs[i], "non-name " + text(lhs[i]) + " on left side of :=");
      has_mistake = true;
      continue;
    }
    Ident* ident = as<Ident>(lhs[i]);
    Object* variable = new_variable(ident, nullptr);
    if (ident->name != "_") {
      ident->object = variable;
      declared.push_back(variable);
    }
    if (types[i] == nullptr) {
      variable->type = invalid();
      variable->used = true;
    } else if (over_integer) {
      if (!is_basic(types[i], kInteger)) variable->type = basic(BasicKind::Int);
      initialize_variable(variable, x, "range clause");
    } else {
      variable->type = types[i];
      if (!is_valid(types[i])) variable->used = true;
    }
    ident->mode = Mode::Variable;
    ident->type = variable->type;
  }
  if (declared.empty() && !has_mistake) {
    error(stmt->key != nullptr ? stmt->key->pos : stmt->pos, "no new variables on left side of :=");
  }
  for (Object* variable : declared) declare_local(variable);
}

void Checker::range_assign(Expr* lhs, Operand* x, Type* type, bool over_integer) {
  if (type == nullptr) return use(lhs);
  if (over_integer) {
    assign_variable(lhs, x);
    return;
  }
  Operand value;
  value.mode = Mode::Value;
  value.type = type;
  value.expr = lhs;
  Type* target = assignment_target(lhs);
  if (target == nullptr || !is_valid(target)) return;
  assignment(&value, target, "assignment");
}

}  // namespace gopark::lang
