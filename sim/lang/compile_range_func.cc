// for … range over a function. The body becomes a function, which the function ranged over calls
// for each iteration; `state` says whether it may be called, `next` how it was left where that ends
// more than the loop. (Go: cmd/compile/internal/rangefunc.)
#include <algorithm>

#include "sim/base/assert.h"
#include "sim/lang/compile_function.h"

namespace gopark::lang {

namespace {

// What a loop's `state` holds; runtime.panicRange knows them too. (Go: abi.RF_State.)
enum RangeState : int64_t { kReady, kRunning, kDone, kExhausted, kMissedPanic };

}  // namespace

void FunctionCompiler::range_function(const RangeStmt* s) {
  const Reg function = push(s->x, s->x->type);
  declare_zero(s->state);
  if (s->next != nullptr) declare_zero(s->next);
  {
    TempScope temps(*this);
    const Reg body = eval_function_literal(s->body_function, kNoReg);
    Callee callee;
    callee.kind = Callee::Kind::Closure;
    callee.value = function;
    const Reg window = open_window();
    move(allocate(s->body_function->type), body, 1);
    emit_call(callee, window, 1);
  }
  check_range_state(s, kMissedPanic);
  set_hidden(s->state, kExhausted);
  leave_range_call(s);
}

// Panics when the state is not the one in which this may go on: at the start of the body only when
// it is ready, after the loop (kMissedPanic) unless the body is still running.
void FunctionCompiler::check_range_state(const RangeStmt* s, int64_t allowed) {
  TempScope temps(*this);
  Label fine, bad;
  const Reg state = load(locate_variable(s->state));
  if (allowed == kReady) {
    code_.jump_compare(Opcode::JumpEqualImm, state, kReady, fine);
    call_runtime("panicRange", {state});
  } else {
    code_.jump_compare(Opcode::JumpEqualImm, state, kRunning, bad);
    code_.jump(fine);
    code_.bind(bad);
    call_runtime("panicRange", {integer(kMissedPanic)});
  }
  code_.bind(fine);
}

void FunctionCompiler::set_hidden(const Object* variable, int64_t value) {
  TempScope temps(*this);
  store(locate_variable(variable), integer(value));
}

// Goes on where the body wanted to go.
void FunctionCompiler::leave_range_call(const RangeStmt* s) {
  if (s->next == nullptr) return;
  const std::vector<RangeExit> exits = range_exits(s);
  if (exits.empty()) return;
  TempScope temps(*this);
  Label end;
  std::vector<Label> labels(exits.size());
  const Reg next = load(locate_variable(s->next));
  for (std::size_t n = 0; n < exits.size(); ++n)
    code_.jump_compare(Opcode::JumpEqualImm, next, static_cast<uint32_t>(n + 1), labels[n]);
  code_.jump(end);
  for (std::size_t n = 0; n < exits.size(); ++n) {
    code_.bind(labels[n]);
    if (exits[n].op != Token::None) {
      leave(exits[n]);
    } else if (range_body_of() != nullptr) {
      leave_range_body(exits[n]);
    } else {
      if (has_defer_) code_.emit(Opcode::RunDefers, registers_.top());
      return_results();
    }
  }
  code_.bind(end);
}

// ---------------------------------------------------------------- the body

void FunctionCompiler::range_function_body(const FuncLit* literal) {
  const RangeStmt* s = literal->range;
  const Type* signature = under(literal->type);
  function_.file = literal->pos.file;
  function_.line = s->pos.line;
  function_.end_line = literal->end.line;
  begin_body(literal->signature, signature, Node{nullptr, literal->body});
  code_.begin_statement(s->pos);
  check_range_state(s, kReady);
  set_hidden(s->state, kRunning);
  if (s->op != Token::Define) assign_range_parameters(s, signature);
  Label on_break, on_continue;
  range_break_ = &on_break;
  range_body(s, on_break, on_continue);
  range_break_ = nullptr;
  Pos brace = literal->end;
  if (brace.column > 1) --brace.column;
  code_.begin_statement(brace);
  code_.bind(on_continue);
  set_hidden(s->state, kReady);
  code_.emit(Opcode::Return, integer(1), 1);
  code_.bind(on_break);
  set_hidden(s->state, kDone);
  code_.emit(Opcode::Return, integer(0), 1);
}

// Null where the loop declares no variable for a value.
std::vector<const Ident*> FunctionCompiler::range_names(const RangeStmt* s) const {
  std::vector<const Ident*> names;
  for (const Expr* variable : {s->key, s->value})
    names.push_back(s->op == Token::Define && wants(variable) ? as<Ident>(variable) : nullptr);
  return names;
}

void FunctionCompiler::assign_range_parameters(const RangeStmt* s, const Type* signature) {
  Reg reg = 0;
  const Expr* variables[] = {s->key, s->value};
  for (std::size_t n = 0; n < signature->params.size(); ++n) {
    TempScope temps(*this);
    const Type* type = signature->params[n].type;
    if (wants(variables[n])) assign_value(variables[n], TypedValue{reg, type});
    reg += words(type);
  }
}

void FunctionCompiler::leave_range_body(const RangeExit& exit) {
  const RangeStmt* s = range_body_of();
  const std::vector<RangeExit> exits = range_exits(s);
  const auto found = std::find(exits.begin(), exits.end(), exit);
  GOPARK_ASSERT(found != exits.end(), "a body is left by one of its exits");
  set_hidden(s->next, found - exits.begin() + 1);
  code_.jump(*range_break_);
}

// The values wait in the result variables of the function around.
void FunctionCompiler::return_from_range_body(const ReturnStmt* s) {
  if (!s->results.empty()) {
    TempScope temps(*this);
    hoist({s->results.begin(), s->results.end()});
    const std::vector<Object*>& results = range_body_of()->function->range_results;
    std::vector<const Type*> types;
    for (const Object* result : results) types.push_back(result->type);
    Reg from = push_results(s, types);
    for (const Object* result : results) {
      store(locate_variable(result), from);
      from += words(result->type);
    }
  }
  leave_range_body(RangeExit{});
}

void FunctionCompiler::defer_outside() {
  code_.emit(Opcode::DeferIn, load(locate_variable(range_body_of()->function->frame)));
}

}  // namespace gopark::lang
