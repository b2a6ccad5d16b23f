// Order of evaluation, as gc has it (Go: cmd/compile, walk/order.go): what has effects runs from
// left to right and leaves its value in a temporary; variables and memory are read afterwards.
//
// Most expressions have no call, or nothing that a call could change, and are translated as they
// stand.
#include <algorithm>

#include "sim/lang/compile_function.h"

namespace gopark::lang {

namespace {

bool runs_code(const CallExpr* call) {
  if (call->call_kind == CallKind::Conversion) return false;
  if (call->call_kind == CallKind::Call) return true;
  switch (call->builtin) {
    case BuiltinId::Len:
    case BuiltinId::Cap:
    case BuiltinId::Min:
    case BuiltinId::Max:
    case BuiltinId::New:
      return false;
    default:
      return true;
  }
}

bool is_field_through_pointer(const SelectorExpr* selector) {
  if (selector->selection != SelectionKind::Field) return false;
  const Type* type = selector->x->type;
  for (const uint32_t field : selector->path) {
    if (kind_of(type) == Kind::Pointer) return true;
    type = under(type)->fields[field].type;
  }
  return false;
}

bool is_struct_literal(const Expr* e) {
  if (e->kind != ExprKind::CompositeLit) return false;
  const Type* type = under(e->type);
  if (type->kind == TypeKind::Pointer) type = under(type->element);
  return type->kind == TypeKind::Struct;
}

// Structs and arrays are compared in memory. (Go: addrTemp.)
bool compares_memory(const Expr* e) {
  if (e->kind != ExprKind::Binary) return false;
  const auto* binary = as<BinaryExpr>(e);
  const Kind kind = kind_of(binary->x->type);
  return (binary->op == Token::Eql || binary->op == Token::Neq) &&
         (kind == Kind::Struct || kind == Kind::Array);
}

// Whether a value becomes an interface by a call that takes its address. (Go: dataWordFuncName.)
bool boxes_by_address(const Type* type) {
  const Type* u = under(type);
  switch (kind_of(u)) {
    case Kind::Bool:
    case Kind::Int8:
    case Kind::Uint8:
    case Kind::Pointer:
    case Kind::Chan:
    case Kind::Map:
    case Kind::Func:
      return true;
    case Kind::Struct:
      return u->fields.size() != 1 || boxes_by_address(u->fields[0].type);
    case Kind::Array:
      return u->length != 1 || boxes_by_address(u->element);
    default:
      return false;
  }
}

// The parts of an expression that are evaluated with it: no types, no bodies of literals, no names
// of fields.
void for_each_part(const Expr* e, const std::function<void(const Expr*)>& visit) {
  if (e->kind == ExprKind::FuncLit) return;
  const bool keyed_fields = is_struct_literal(e);
  for_each_child(Node{e, nullptr}, [&](Node child) {
    if (child.expr == nullptr || child.expr->mode == Mode::TypeExpr) return;
    if (keyed_fields && child.expr->kind == ExprKind::KeyValue)
      return visit(as<KeyValueExpr>(child.expr)->value);
    visit(child.expr);
  });
}

}  // namespace

FunctionCompiler::Effects FunctionCompiler::effects_of(const Expr* e) {
  if (e->mode == Mode::Constant || e->mode == Mode::TypeExpr) return {};
  const auto known = effects_.find(e);
  if (known != effects_.end()) return known->second;
  Effects effects;
  switch (e->kind) {
    case ExprKind::Ident: {
      const Object* object = as<Ident>(e)->object;
      if (object == nullptr || object->kind != ObjectKind::Var) return effects;
      const Home* home = home_of(object);
      effects.reads = home == nullptr || home->cell;
      return effects;
    }
    case ExprKind::Call:
      effects.calls = runs_code(as<CallExpr>(e));
      break;
    case ExprKind::Unary:
      effects.calls = as<UnaryExpr>(e)->op == Token::Arrow;
      break;
    case ExprKind::Star:
      effects.reads = true;
      break;
    case ExprKind::Index:
      effects.reads = as<IndexExpr>(e)->instance == nullptr &&
                      kind_of(as<IndexExpr>(e)->x->type) != Kind::String;
      break;
    case ExprKind::Selector: {
      const auto* selector = as<SelectorExpr>(e);
      effects.reads = is_field_through_pointer(selector);
      if (selector->selection == SelectionKind::PackageMember) return effects_of(selector->sel);
      break;
    }
    default:
      break;
  }
  for_each_part(e, [&](const Expr* part) {
    const Effects inner = effects_of(part);
    effects.calls = effects.calls || inner.calls;
    effects.reads = effects.reads || inner.reads;
  });
  return effects_[e] = effects;
}

// Whether gc gives this expression a temporary before it goes on.
bool FunctionCompiler::is_hoistable(const Expr* e) {
  if (e->comma_ok) return false;
  switch (e->kind) {
    case ExprKind::Call:
      return runs_code(as<CallExpr>(e)) && e->mode != Mode::NoValue;
    case ExprKind::Unary:
      return as<UnaryExpr>(e)->op == Token::Arrow;
    case ExprKind::Binary: {
      const Token op = as<BinaryExpr>(e)->op;
      return (op == Token::LAnd || op == Token::LOr) && effects_of(e).calls;
    }
    case ExprKind::Slice:
    case ExprKind::TypeAssert:
      return true;
    default:
      return false;
  }
}

bool FunctionCompiler::needs_order(const std::vector<const Expr*>& list) {
  Effects all;
  for (const Expr* e : list) {
    const Effects one = effects_of(e);
    all.calls = all.calls || one.calls;
    all.reads = all.reads || one.reads;
  }
  return all.calls && all.reads;
}

void FunctionCompiler::hoist(const std::vector<const Expr*>& list) {
  if (!needs_order(list)) return;
  for (const Expr* e : list) hoist_calls(e);
}

// What becomes an interface by its address is copied, and lies there while other arguments run.
void FunctionCompiler::hoist_call(const CallExpr* e) {
  const std::vector<const Expr*> list = evaluated_with(e);
  if (!needs_order(list)) return;
  const Type* signature = under(e->fun->type);
  const std::size_t named = signature->params.size() - (signature->variadic ? 1 : 0);
  for (const Expr* part : list) {
    hoist_calls(part);
    const auto at = std::find(e->args.begin(), e->args.end(), part);
    const auto n = static_cast<std::size_t>(at - e->args.begin());
    if (at == e->args.end() || (n >= named && (!signature->variadic || e->ellipsis))) continue;
    const Type* type =
        n < named ? signature->params[n].type : under(signature->params.back().type)->element;
    if (is_interface_type(type) && boxes_by_address(part->type)) copy_boxed(part);
  }
}

void FunctionCompiler::copy_boxed(const Expr* argument) {
  const Expr* bare = unparen(argument);
  const bool lies_somewhere =
      bare->kind == ExprKind::Selector || bare->kind == ExprKind::Index ||
      bare->kind == ExprKind::Star ||
      (bare->kind == ExprKind::Ident && home_of(as<Ident>(bare)->object) == nullptr);
  if (lies_somewhere || bare->mode == Mode::Constant || hoisted_.count(bare) != 0) return;
  const Reg copy = allocate(argument->type);
  eval_to(argument, copy);
  hoisted_[argument] = copy;
}

// Bounds of a slice get temporaries as a whole, but for variables. (Go: cheapExpr.)
void FunctionCompiler::hoist_bounds(const Expr* sliced, const std::vector<const Expr*>& bounds) {
  std::vector<const Expr*> parts{sliced};
  parts.insert(parts.end(), bounds.begin(), bounds.end());
  if (!needs_order(parts)) return;
  hoist_calls(sliced);
  for (const Expr* bound : bounds) {
    hoist_calls(bound);
    if (unparen(bound)->kind == ExprKind::Ident || bound->mode == Mode::Constant) continue;
    const Reg reg = eval(bound);
    hoisted_[bound] = reg;
  }
}

void FunctionCompiler::hoist_calls(const Expr* e) {
  if (e->mode == Mode::Constant || e->mode == Mode::TypeExpr || hoisted_.count(e) != 0) return;
  if (is_hoistable(e)) {
    const Reg reg = eval(e);
    hoisted_[e] = reg;
    return;
  }
  // What is in the right operand of && without effects needs no order.
  if (e->kind == ExprKind::Binary &&
      (as<BinaryExpr>(e)->op == Token::LAnd || as<BinaryExpr>(e)->op == Token::LOr))
    return;
  for_each_part(e, [&](const Expr* part) { hoist_calls(part); });
  if (compares_memory(e)) {
    copy_compared(as<BinaryExpr>(e)->x);
    copy_compared(as<BinaryExpr>(e)->y);
  }
}

// gc compares elements, fields and package variables where they lie, and copies of all others.
void FunctionCompiler::copy_compared(const Expr* operand) {
  const Expr* bare = unparen(operand);
  const bool local = bare->kind == ExprKind::Ident && home_of(as<Ident>(bare)->object) != nullptr;
  if (!local && bare->kind != ExprKind::CompositeLit) return;
  const Reg copy = allocate(operand->type);
  eval_to(operand, copy);
  hoisted_[operand] = copy;
}

}  // namespace gopark::lang
