// go and defer: function and arguments are evaluated by the statement, the call happens later.
#include <algorithm>

#include "sim/lang/compile_function.h"
#include "sim/lang/expr_string.h"

namespace gopark::lang {

void FunctionCompiler::call_later(const CallExpr* e, LaterKind kind) {
  TempScope temps(*this);
  if (e->call_kind != CallKind::Call) return builtin_later(e, kind);
  fix_arguments(e);
  hoist(evaluated_with(e));
  Callee callee = resolve_callee(e);
  if (callee.operand.empty() && unparen(e->fun)->kind != ExprKind::FuncLit)
    callee.operand = to_string(e->fun);
  const Reg window = open_window();
  push_arguments(e, callee, window);
  emit_later(callee, kind, window, registers_.top() - window - 2);
}

// gc copies each argument of go and defer before it evaluates the next. (Go: escape,
// rewriteArgument.)
void FunctionCompiler::fix_arguments(const CallExpr* e) {
  for (auto argument = e->args.begin(); argument != e->args.end(); ++argument) {
    const bool call_follows = std::any_of(
        argument + 1, e->args.end(), [this](const Expr* later) { return effects_of(later).calls; });
    if (!call_follows) return;
    hoist({*argument});
    if ((*argument)->mode == Mode::Constant || is_nil(*argument) || hoisted_.count(*argument) != 0)
      continue;
    hoisted_[*argument] = push(*argument, (*argument)->type);
  }
}

void FunctionCompiler::emit_later(const Callee& callee, LaterKind kind, Reg window,
                                  uint32_t argument_words) {
  const bool is_go = kind == LaterKind::Go;
  uint32_t pc = 0;
  switch (callee.kind) {
    case Callee::Kind::Static:
      pc = code_.emit(is_go ? Opcode::Go : Opcode::Defer, window);
      code_.extend_type(TypeId{static_cast<uint32_t>(callee.function)}, argument_words);
      break;
    case Callee::Kind::Closure:
      pc = code_.emit(is_go ? Opcode::GoClosure : Opcode::DeferClosure, window, callee.value);
      code_.extend_type(TypeId{callee.is_literal ? static_cast<uint32_t>(callee.function) + 1 : 0},
                        argument_words);
      break;
    case Callee::Kind::Interface:
      pc = code_.emit(is_go ? Opcode::GoInterface : Opcode::DeferInterface, window, callee.value);
      code_.extend_type(TypeId{static_cast<uint32_t>(callee.method)}, argument_words - 1);
      break;
  }
  code_.name_operand(pc, callee.operand);
  if (!is_go && range_body_of() != nullptr) defer_outside();
}

// A builtin gets a function of its own, whose parameters are its evaluated operands.
void FunctionCompiler::builtin_later(const CallExpr* e, LaterKind kind) {
  std::vector<const Expr*> operands;
  for (const Expr* argument : e->args) {
    if (argument->mode != Mode::Constant && argument->mode != Mode::TypeExpr && !is_nil(argument))
      operands.push_back(argument);
  }
  hoist(operands);
  Callee callee;
  callee.function = program_.deferred_builtin(e, request_);
  const Reg window = open_window();
  for (const Expr* operand : operands) push(operand, operand->type);
  emit_later(callee, kind, window, registers_.top() - window - 2);
}

}  // namespace gopark::lang
