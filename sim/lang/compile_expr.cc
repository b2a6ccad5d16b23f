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
      return load(locate(e), hint);
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
  const Reg to = target(e->type, hint);
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
  if (hint == kNoReg && words(e->type) > 0) {
    const Reg before = registers_.top();
    const Location field = locate(e);
    // A variable's own registers, or nothing to clean up.
    if (field.kind == Location::Kind::Register || registers_.top() == before) return load(field);
    registers_.release(before);
    return load_over(field, before);
  }
  const Reg to = target(e->type, hint);
  TempScope temps(*this);
  const Reg reg = load(locate(e), to);
  move(to, reg, words(e->type));
  return to;
}

}  // namespace gopark::lang
