// Assignments and short variable declarations. Operands on the left are evaluated before anything
// is assigned, and everything before a call on the right is read after it, as gc does.
#include <algorithm>

#include "sim/lang/compile_function.h"
#include "sim/lang/expr_string.h"

namespace gopark::lang {

namespace {

bool is_blank(const Expr* e) {
  e = unparen(e);
  return e->kind == ExprKind::Ident && as<Ident>(e)->name == "_";
}

const Object* named_variable(const Expr* e) {
  e = unparen(e);
  return e->kind == ExprKind::Ident ? as<Ident>(e)->object : nullptr;
}

}  // namespace

void FunctionCompiler::assign(const AssignStmt* s) {
  if (s->op == Token::Define) return define(s);
  TempScope temps(*this);
  if (s->op != Token::Assign) return assign_operation(s->lhs[0], s->op, s->rhs[0]);
  if (s->lhs.size() == 1) return assign_one(s->lhs[0], s->rhs[0]);
  if (s->rhs.size() == 1) return assign_spread(s);
  assign_many(s);
}

// A channel that is made is known by the name of what it is assigned to.
void FunctionCompiler::name_channel(const Expr* value, const std::string& name) {
  value = unparen(value);
  if (value->kind != ExprKind::Call || as<CallExpr>(value)->builtin != BuiltinId::Make) return;
  if (kind_of(value->type) == Kind::Chan && !name.empty()) channel_names_[value] = name;
}

void FunctionCompiler::assign_one(const Expr* left, const Expr* right) {
  if (is_blank(left)) {
    hoist({right});
    return discard(right);
  }
  name_channel(right, to_string(left));
  hoist({left, right});
  if (is_in_registers(left)) return value_to(right, left->type, locate(left).base);
  if (is_large(left->type) && assign_large(left, right)) return;
  const Reg reg = value(right, left->type);
  store(locate(left), reg);
}

// Large values are copied in memory, where they stand in memory.
bool FunctionCompiler::assign_large(const Expr* left, const Expr* right) {
  const Location to = locate(left);
  if (to.kind == Location::Kind::MapEntry || is_interface_type(left->type)) return false;
  right = unparen(right);
  if (right->kind == ExprKind::CompositeLit) {
    const Reg fresh = allocate_composite(as<CompositeLit>(right), right->type, kNoReg);
    Location from = in_memory(fresh, right->type);
    from.known_non_nil = true;
    copy_memory(to, from);
    return true;
  }
  if (!copies_in_memory(right)) return false;
  copy_memory(to, locate(right));
  return true;
}

void FunctionCompiler::assign_value(const Expr* left, const TypedValue& value) {
  if (is_blank(left)) return;
  TempScope temps(*this);
  const Reg reg = convert(value.reg, value.type, left->type, kNoReg);
  store(locate(left), reg);
}

// Where each expression on the left stands. Registers that the assignment changes are copied.
std::vector<Location> FunctionCompiler::locate_all(const std::vector<Expr*>& left) {
  const bool changes_registers = std::any_of(left.begin(), left.end(), [this](const Expr* e) {
    return !is_blank(e) && is_in_registers(e);
  });
  std::vector<Location> places;
  for (const Expr* e : left) {
    Location place = is_blank(e) ? Location{} : locate(e);
    places.push_back(changes_registers ? frozen(place) : place);
  }
  return places;
}

void FunctionCompiler::assign_many(const AssignStmt* s) {
  std::vector<const Expr*> parts;
  for (const Expr* e : s->lhs)
    if (!is_blank(e)) parts.push_back(e);
  parts.insert(parts.end(), s->rhs.begin(), s->rhs.end());
  hoist(parts);
  const std::vector<Location> places = locate_all(s->lhs);
  const std::size_t last = s->lhs.size() - 1;
  const bool last_in_place = is_distinct_register(s->lhs, last);
  std::vector<Reg> values;
  for (std::size_t n = 0; n <= last; ++n) {
    const Type* type = is_blank(s->lhs[n]) ? s->rhs[n]->type : s->lhs[n]->type;
    if (n == last && last_in_place)
      value_to(s->rhs[n], type, places[n].base);
    else
      values.push_back(push(s->rhs[n], type));
  }
  for (std::size_t n = 0; n < values.size(); ++n) store(places[n], values[n]);
}

// Whether the value of the n-th variable may be written as soon as it is known: it is a whole
// variable in registers, and no other part of the assignment writes to it.
bool FunctionCompiler::is_distinct_register(const std::vector<Expr*>& left, std::size_t n) {
  const Object* variable = named_variable(left[n]);
  if (variable == nullptr || is_blank(left[n]) || !is_in_registers(left[n])) return false;
  for (std::size_t other = 0; other < left.size(); ++other) {
    if (other == n || is_blank(left[other])) continue;
    const Object* object = named_variable(left[other]);
    if (object == variable) return false;
    if (object == nullptr) {
      const Expr* part = unparen(left[other]);
      if (is_in_registers(part) || part->kind == ExprKind::Index) return false;
    }
  }
  return true;
}

void FunctionCompiler::assign_spread(const AssignStmt* s) {
  std::vector<const Expr*> parts;
  for (const Expr* e : s->lhs)
    if (!is_blank(e)) parts.push_back(e);
  parts.push_back(s->rhs[0]);
  hoist(parts);
  assign_values(s->lhs, spread_values(s->rhs[0]));
}

// Finds all places before it writes to one.
void FunctionCompiler::assign_values(const std::vector<Expr*>& left,
                                     const std::vector<TypedValue>& values) {
  const std::vector<Location> places = locate_all(left);
  for (std::size_t n = 0; n < places.size(); ++n) {
    if (places[n].kind == Location::Kind::Nowhere) continue;
    store(places[n], convert(values[n].reg, values[n].type, left[n]->type, kNoReg));
  }
}

// The values of f() with several results, or of v, ok = x.
std::vector<FunctionCompiler::TypedValue> FunctionCompiler::spread_values(const Expr* e) {
  e = unparen(e);
  std::vector<TypedValue> values;
  if (e->comma_ok) {
    const Reg reg = eval_comma_ok(e);
    values.push_back(TypedValue{reg, e->type});
    values.push_back(TypedValue{reg + words(e->type), program_.bool_type()});
    return values;
  }
  Reg reg = eval(e);
  for (const Variable& result : e->type->fields) {
    values.push_back(TypedValue{reg, result.type});
    reg += words(result.type);
  }
  return values;
}

void FunctionCompiler::assign_operation(const Expr* left, Token op, const Expr* right) {
  hoist({left, right});
  if (is_in_registers(left)) {
    const Reg reg = locate(left).base;
    return operate(op, left->type, reg, reg, right);
  }
  const Location place = updated_place(left);
  const Reg result = allocate(left->type);
  const Reg old = load(place, result);
  operate(op, left->type, result, old, right);
  store(place, result);
}

// A place that is read and then written: found only once.
Location FunctionCompiler::updated_place(const Expr* left) {
  const Location place = locate(left);
  return place.kind == Location::Kind::PointerElement ? resolve(place) : place;
}

void FunctionCompiler::increment(const IncDecStmt* s) {
  hoist({s->x});
  const bool in_registers = is_in_registers(s->x);
  const Location place = updated_place(s->x);
  const Reg result = in_registers ? place.base : allocate(s->x->type);
  const Reg old = in_registers ? place.base : load(place, result);
  const Kind kind = kind_of(s->x->type);
  if (is_float_kind(kind)) {
    const Reg one = allocate_word();
    load_integer(one, 0x3ff0000000000000);  // 1.0
    arithmetic(s->op == Token::Inc ? Token::Add : Token::Sub, s->x->type, result, old, one);
  } else {
    code_.emit(Opcode::AddImm, result, old, s->op == Token::Inc ? 1 : 0xffff);
    normalize(s->x->type, result);
  }
  if (!in_registers) store(place, result);
}

// ---------------------------------------------------------------- :=

void FunctionCompiler::define(const AssignStmt* s) {
  hoist({s->rhs.begin(), s->rhs.end()});
  if (s->rhs.size() != s->lhs.size()) return define_spread(s);
  const bool all_new =
      std::all_of(s->declares.begin(), s->declares.end(), [](bool b) { return b; });
  if (all_new || s->lhs.size() == 1) {
    for (std::size_t n = 0; n < s->lhs.size(); ++n) {
      name_channel(s->rhs[n], to_string(s->lhs[n]));
      declare_expr(as<Ident>(s->lhs[n])->object, s->rhs[n]);
    }
    return;
  }
  // Variables that exist already change only when all values are known.
  std::vector<TypedValue> values;
  for (std::size_t n = 0; n < s->lhs.size(); ++n) {
    name_channel(s->rhs[n], to_string(s->lhs[n]));
    const Type* type = is_blank(s->lhs[n]) ? s->rhs[n]->type : s->lhs[n]->type;
    values.push_back(TypedValue{push(s->rhs[n], type), type});
  }
  assign_defined(s, values);
}

void FunctionCompiler::define_spread(const AssignStmt* s) {
  assign_defined(s, spread_values(s->rhs[0]));
}

void FunctionCompiler::assign_defined(const AssignStmt* s, const std::vector<TypedValue>& values) {
  for (std::size_t n = 0; n < s->lhs.size(); ++n) {
    if (is_blank(s->lhs[n])) continue;
    if (s->declares[n])
      declare_value(as<Ident>(s->lhs[n])->object, values[n]);
    else
      assign_value(s->lhs[n], values[n]);
  }
}

// The variable takes over the value's registers, unless it needs others.
void FunctionCompiler::declare_value(const Object* variable, const TypedValue& value) {
  if (variable == nullptr || variable->name == "_") return;
  if (is_interface_type(variable->type) && !is_interface_type(value.type)) {
    const Reg reg = allocate_reference();
    box(value.reg, value.type, reg);
    return adopt(variable, reg);
  }
  if (registers_.is_variable(value.reg, words(variable->type)))
    return declare_from(variable, value.reg);
  adopt(variable, value.reg);
}

}  // namespace gopark::lang
