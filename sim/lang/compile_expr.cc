#include "sim/base/assert.h"
#include "sim/lang/compile_function.h"
#include "sim/lang/expr_string.h"

namespace gopark::lang {

Reg FunctionCompiler::eval(const Expr* e, Reg hint) {
  if (!hoisted_.empty()) {
    const auto found = hoisted_.find(e);
    if (found != hoisted_.end()) return found->second;
  }
  if (e->mode == Mode::Constant && e->constant != nullptr)
    return eval_constant(*e->constant, e->type, hint);
  return eval_kind(e, hint);
}

Reg FunctionCompiler::eval_kind(const Expr* e, Reg hint) {
  switch (e->kind) {
    case ExprKind::Ident:
      return eval_ident(as<Ident>(e), hint);
    case ExprKind::CompositeLit:
      return eval_composite(as<CompositeLit>(e), hint);
    case ExprKind::FuncLit:
      return eval_function_literal(as<FuncLit>(e), hint);
    case ExprKind::Paren:
      return eval(as<ParenExpr>(e)->x, hint);
    case ExprKind::Selector:
      return eval_selector(as<SelectorExpr>(e), hint);
    case ExprKind::Index:
      return eval_index(as<IndexExpr>(e), hint);
    case ExprKind::Slice:
      return eval_slice(as<SliceExpr>(e), hint);
    case ExprKind::TypeAssert:
      return eval_type_assert(as<TypeAssertExpr>(e), hint, kNoReg);
    case ExprKind::Call:
      return eval_call(as<CallExpr>(e), hint);
    case ExprKind::Star:
      return eval_place(e, hint);
    case ExprKind::Unary:
      return eval_unary(as<UnaryExpr>(e), hint);
    case ExprKind::Binary:
      return eval_binary(as<BinaryExpr>(e), hint);
    default:
      GOPARK_ASSERT(false, "not an expression with a value");
      return 0;
  }
}

void FunctionCompiler::eval_to(const Expr* e, Reg to) {
  TempScope temps(*this);
  move(to, eval(e, to), words(e->type));
}

Reg FunctionCompiler::value(const Expr* e, const Type* type, Reg hint) {
  if (is_nil(e)) return eval_nil(type, hint);
  if (!is_interface_type(type) || is_interface_type(e->type)) return eval(e, hint);
  const Reg to = target(type, hint);
  TempScope temps(*this);
  box(eval(e), e->type, to);
  return to;
}

void FunctionCompiler::value_to(const Expr* e, const Type* type, Reg to) {
  TempScope temps(*this);
  move(to, value(e, type, to), words(type));
}

Reg FunctionCompiler::push(const Expr* e, const Type* type) {
  const Reg to = allocate(type);
  value_to(e, type, to);
  return to;
}

Reg FunctionCompiler::eval_ident(const Ident* e, Reg hint) {
  const Object* object = e->object;
  GOPARK_ASSERT(object != nullptr);
  if (object->kind == ObjectKind::Nil) return eval_nil(e->type, hint);
  if (object->kind != ObjectKind::Func) return load(locate_variable(object), hint);
  const Reg to = target(object->type, hint);
  code_.emit_wide(Opcode::LoadFunction, to, static_cast<uint32_t>(program_.declared(object)));
  return to;
}

Reg FunctionCompiler::eval_selector(const SelectorExpr* e, Reg hint) {
  switch (e->selection) {
    case SelectionKind::PackageMember:
      return eval_ident(e->sel, hint);
    case SelectionKind::Method:
    case SelectionKind::InterfaceMethod:
      return eval_method_value(e, hint);
    case SelectionKind::MethodExpr:
      return eval_method_expression(e, hint);
    default:
      break;
  }
  PlaceScope place(*this, e->sel->pos);
  return eval_place(e, hint);
}

// Whether an expression is a variable in registers, or a fixed part of one.
bool FunctionCompiler::is_in_registers(const Expr* e) {
  e = unparen(e);
  if (hoisted_.count(e) != 0) return true;
  if (e->kind == ExprKind::Ident) {
    const Home* home = home_of(as<Ident>(e)->object);
    return home != nullptr && !home->cell;
  }
  if (e->kind == ExprKind::Index) {
    const auto* index = as<IndexExpr>(e);
    return kind_of(index->x->type) == Kind::Array && index->indices[0]->mode == Mode::Constant &&
           is_in_registers(index->x);
  }
  if (e->kind != ExprKind::Selector) return false;
  const auto* selector = as<SelectorExpr>(e);
  if (selector->selection != SelectionKind::Field) return false;
  const Type* type = selector->x->type;
  for (const uint32_t field : selector->path) {
    if (kind_of(type) == Kind::Pointer) return false;
    type = under(type)->fields[field].type;
  }
  return is_in_registers(selector->x);
}

// The value of an expression that denotes a place.
Reg FunctionCompiler::eval_place(const Expr* e, Reg hint) {
  if (is_in_registers(e)) return load(locate(e));
  const Reg to = target(e->type, hint);
  TempScope temps(*this);
  move(to, load(locate(e), to), words(e->type));
  return to;
}

Reg FunctionCompiler::eval_index(const IndexExpr* e, Reg hint) {
  if (e->instance != nullptr) {
    const Reg to = target(e->type, hint);
    code_.emit_wide(Opcode::LoadFunction, to,
                    static_cast<uint32_t>(program_.declared(e->instance)));
    return to;
  }
  PlaceScope place(*this, e->pos);
  const Kind kind = kind_of(e->x->type);
  if (kind == Kind::Map) return eval_map_index(e, hint, kNoReg);
  if (kind != Kind::String) return eval_place(e, hint);
  const Reg to = target(e->type, hint);
  TempScope temps(*this);
  const Reg text = eval(e->x);
  const Reg index = eval(e->indices[0]);
  code_.emit(Opcode::StringIndex, to, text, index);
  return to;
}

Reg FunctionCompiler::eval_map_index(const IndexExpr* e, Reg hint, Reg ok) {
  const Type* map = e->x->type;
  const Reg to = target(under(map)->element, hint);
  TempScope temps(*this);
  const Reg reg = eval(e->x);
  const Reg key = value(e->indices[0], under(map)->key);
  code_.emit(Opcode::MapGet, to, reg, key);
  code_.extend_type(layout().id(map), ok);
  return to;
}

// Three registers for low, high and max; `given` has a bit for each that is there.
Reg FunctionCompiler::slice_bounds(const SliceExpr* e, uint32_t& given) {
  const Reg first = registers_.allocate(3, {});
  const Expr* const bounds[] = {e->low, e->high, e->max};
  for (uint32_t n = 0; n < 3; ++n) {
    if (bounds[n] == nullptr) continue;
    given |= 1u << n;
    eval_to(bounds[n], first + n);
  }
  return first;
}

Reg FunctionCompiler::eval_slice(const SliceExpr* e, Reg hint) {
  PlaceScope place(*this, e->pos);
  const Reg to = target(e->type, hint);
  TempScope temps(*this);
  std::vector<const Expr*> written;
  for (const Expr* bound : {e->low, e->high, e->max})
    if (bound != nullptr) written.push_back(bound);
  hoist_bounds(e->x, written);
  uint32_t given = 0;
  const Kind kind = kind_of(e->x->type);
  if (kind == Kind::String) {
    const Reg text = eval(e->x);
    const Reg bounds = slice_bounds(e, given);
    code_.emit(Opcode::StringSlice, to, text, bounds);
    code_.extend(0, given);
    return to;
  }
  if (kind == Kind::Slice) {
    const Reg slice = eval(e->x);
    const Reg bounds = slice_bounds(e, given);
    code_.emit(Opcode::SliceSlice, to, slice, bounds);
    code_.extend(words(under(e->x->type)->element), given);
    return to;
  }
  slice_array(e, kind == Kind::Pointer ? eval(e->x) : eval_address(e->x, kNoReg), to);
  return to;
}

void FunctionCompiler::slice_array(const SliceExpr* e, Reg pointer, Reg to) {
  const Type* array = under(e->x->type);
  if (array->kind == TypeKind::Pointer) array = under(array->element);
  uint32_t given = 0;
  const Reg bounds = slice_bounds(e, given);
  code_.emit(Opcode::SliceArray, to, pointer, bounds);
  code_.extend(words(array->element), given);
  const uint32_t length = program_.constant(static_cast<uint64_t>(array->length));
  code_.extend(length & 0xffff, length >> 16);
}

Reg FunctionCompiler::eval_unary(const UnaryExpr* e, Reg hint) {
  switch (e->op) {
    case Token::Add:
      return eval(e->x, hint);
    case Token::And:
      return eval_address(e->x, hint);
    case Token::Arrow:
      return eval_receive(e, hint, kNoReg);
    default:
      return eval_negate(e, hint);
  }
}

// &x: of a variable, or of a composite literal, which then is a new variable.
Reg FunctionCompiler::eval_address(const Expr* operand, Reg hint) {
  operand = unparen(operand);
  if (operand->kind == ExprKind::CompositeLit)
    return allocate_composite(as<CompositeLit>(operand), operand->type, hint);
  const Reg to = hint != kNoReg ? hint : allocate_reference();
  PlaceScope place(*this, operand->pos);
  TempScope temps(*this);
  move(to, address(locate(operand), to), 1);
  return to;
}

Reg FunctionCompiler::eval_receive(const UnaryExpr* e, Reg hint, Reg ok) {
  const Type* element = under(e->x->type)->element;
  const Reg to = target(element, hint);
  TempScope temps(*this);
  const Reg channel = eval(e->x);
  PlaceScope place(*this, e->pos);
  const uint32_t pc = code_.emit(Opcode::Receive, words(element) == 0 ? kNoReg : to, channel, ok);
  code_.extend(words(element));
  code_.name_operand(pc, to_string(e->x));
  return to;
}

Reg FunctionCompiler::eval_type_assert(const TypeAssertExpr* e, Reg hint, Reg ok) {
  PlaceScope place(*this, e->pos);
  const Reg to = target(e->type, hint);
  TempScope temps(*this);
  return assert_type(eval(e->x), e->x->type, e->type, to, ok);
}

Reg FunctionCompiler::assert_type(Reg interface, const Type* from, const Type* to_type, Reg to,
                                  Reg ok) {
  code_.emit(is_interface_type(to_type) ? Opcode::AssertInterface : Opcode::AssertType, to,
             interface, ok);
  code_.extend_type(layout().id(to_type));
  code_.extend_type(layout().id(from));
  return to;
}

Reg FunctionCompiler::eval_comma_ok(const Expr* e) {
  e = unparen(e);
  const Reg to = allocate(e->type);
  const Reg ok = allocate_word();
  PlaceScope place(*this, e->pos);
  if (e->kind == ExprKind::Index)
    eval_map_index(as<IndexExpr>(e), to, ok);
  else if (e->kind == ExprKind::TypeAssert)
    eval_type_assert(as<TypeAssertExpr>(e), to, ok);
  else
    eval_receive(as<UnaryExpr>(e), to, ok);
  return to;
}

void FunctionCompiler::discard(const Expr* e) {
  TempScope temps(*this);
  const Expr* bare = unparen(e);
  if (bare->mode == Mode::Constant || is_nil(bare) || hoisted_.count(bare) != 0) return;
  if (bare->kind == ExprKind::Call && as<CallExpr>(bare)->call_kind == CallKind::Call) {
    call_in_place(as<CallExpr>(bare));
    return;
  }
  if (bare->kind == ExprKind::Unary && as<UnaryExpr>(bare)->op == Token::Arrow) {
    const auto* receive = as<UnaryExpr>(bare);
    const Reg channel = eval(receive->x);
    PlaceScope place(*this, receive->pos);
    const uint32_t pc = code_.emit(Opcode::Receive, kNoReg, channel, kNoReg);
    code_.extend(words(under(receive->x->type)->element));
    code_.name_operand(pc, to_string(receive->x));
    return;
  }
  eval(bare);
}

}  // namespace gopark::lang
