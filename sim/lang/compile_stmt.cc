// Statements. Each begins a line entry of its own, so that a debugger can stop there.
#include <algorithm>

#include "sim/base/assert.h"
#include "sim/lang/compile_function.h"
#include "sim/lang/expr_string.h"

namespace gopark::lang {

void FunctionCompiler::statements(const std::vector<Stmt*>& list) {
  for (const Stmt* s : list) statement(s);
}

void FunctionCompiler::statement(const Stmt* s) {
  switch (s->kind) {
    case StmtKind::Empty:
      return;
    case StmtKind::Block:
      return block(as<BlockStmt>(s));
    case StmtKind::Labeled:
      return labeled(as<LabeledStmt>(s));
    default:
      break;
  }
  code_.begin_statement(s->pos);
  switch (s->kind) {
    // These leave variables behind.
    case StmtKind::Decl:
      return declaration(as<DeclStmt>(s)->decl);
    case StmtKind::Assign:
      return assign(as<AssignStmt>(s));
    default: {
      TempScope temps(*this);
      return control_statement(s);
    }
  }
}

void FunctionCompiler::control_statement(const Stmt* s) {
  switch (s->kind) {
    case StmtKind::Expr:
      return discard(as<ExprStmt>(s)->x);
    case StmtKind::Send:
      return send(as<SendStmt>(s));
    case StmtKind::IncDec:
      return increment(as<IncDecStmt>(s));
    case StmtKind::Go:
      return call_later(as<GoStmt>(s)->call, LaterKind::Go);
    case StmtKind::Defer:
      return call_later(as<DeferStmt>(s)->call, LaterKind::Defer);
    case StmtKind::Return:
      return return_statement(as<ReturnStmt>(s));
    case StmtKind::Branch:
      return branch(as<BranchStmt>(s));
    case StmtKind::If:
      return if_statement(as<IfStmt>(s));
    case StmtKind::Switch:
      return switch_statement(as<SwitchStmt>(s));
    case StmtKind::TypeSwitch:
      return type_switch(as<TypeSwitchStmt>(s));
    case StmtKind::Select:
      return select_statement(as<SelectStmt>(s));
    case StmtKind::For:
      return for_statement(as<ForStmt>(s));
    case StmtKind::Range:
      return range_statement(as<RangeStmt>(s));
    default:
      GOPARK_ASSERT(false, "not a statement");
  }
}

void FunctionCompiler::block(const BlockStmt* s) {
  const ScopeMark mark = open_scope();
  statements(s->statements);
  close_scope(mark);
}

void FunctionCompiler::declaration(const GenDecl* decl) {
  if (decl->token != Token::Var) return;
  for (const ValueSpec* spec : decl->values) {
    code_.begin_statement(spec->pos);
    value_spec(spec);
  }
}

void FunctionCompiler::value_spec(const ValueSpec* spec) {
  if (spec->values.empty()) {
    for (const Ident* name : spec->names) declare_zero(name->object);
    return;
  }
  hoist({spec->values.begin(), spec->values.end()});
  if (spec->values.size() == spec->names.size()) {
    for (std::size_t n = 0; n < spec->names.size(); ++n) {
      name_channel(spec->values[n], spec->names[n]->name);
      declare_expr(spec->names[n]->object, spec->values[n]);
    }
    return;
  }
  const std::vector<TypedValue> values = spread_values(spec->values[0]);
  for (std::size_t n = 0; n < spec->names.size(); ++n)
    declare_value(spec->names[n]->object, values[n]);
}

void FunctionCompiler::send(const SendStmt* s) {
  hoist({s->channel, s->value});
  const Type* element = under(s->channel->type)->element;
  const Reg channel = eval(s->channel);
  const Reg reg = value(s->value, element);
  PlaceScope place(*this, s->arrow);
  const uint32_t pc = code_.emit(Opcode::Send, channel, reg, words(element));
  code_.name_operand(pc, to_string(s->channel));
}

// ---------------------------------------------------------------- return

void FunctionCompiler::return_statement(const ReturnStmt* s) {
  if (range_body_of() != nullptr) return return_from_range_body(s);
  bool kept = has_defer_ && function_.result_words > 0;
  for (const Result& result : results_) kept = kept || result.home.cell;
  if (!s->results.empty()) {
    hoist({s->results.begin(), s->results.end()});
    if (!kept) return return_values(s);
    keep_results(s);
  }
  if (has_defer_) code_.emit(Opcode::RunDefers, registers_.top());
  return_results();
}

// Nothing can see the result variables: the values go straight to the caller.
void FunctionCompiler::return_values(const ReturnStmt* s) {
  if (has_defer_) code_.emit(Opcode::RunDefers, registers_.top());
  Reg first = 0;
  if (results_.size() == 1)
    first = value(s->results[0], results_[0].type);
  else
    first = push_results(s);
  code_.emit(Opcode::Return, function_.result_words == 0 ? 0 : first, function_.result_words);
}

Reg FunctionCompiler::push_results(const ReturnStmt* s) {
  std::vector<const Type*> types;
  for (const Result& result : results_) types.push_back(result.type);
  return push_results(s, types);
}

// All results next to each other in temporaries.
Reg FunctionCompiler::push_results(const ReturnStmt* s, const std::vector<const Type*>& types) {
  if (s->results.size() == types.size()) {
    const Reg first = registers_.top();
    for (std::size_t n = 0; n < types.size(); ++n) push(s->results[n], types[n]);
    return first;
  }
  const std::vector<TypedValue> values = spread_values(s->results[0]);
  bool as_they_are = true;
  for (std::size_t n = 0; n < types.size(); ++n)
    as_they_are = as_they_are && is_interface_type(values[n].type) == is_interface_type(types[n]);
  if (as_they_are) return values[0].reg;
  const Reg first = registers_.top();
  for (std::size_t n = 0; n < types.size(); ++n) push_value(values[n], types[n]);
  return first;
}

// Into the result variables, which deferred calls may see and change.
void FunctionCompiler::keep_results(const ReturnStmt* s) {
  TempScope temps(*this);
  if (results_.size() == 1 && !results_[0].home.cell)
    return value_to(s->results[0], results_[0].type, results_[0].home.reg);
  Reg from = push_results(s);
  for (const Result& result : results_) {
    Location place = in_memory(result.home.reg, result.type);
    place.known_non_nil = true;
    if (!result.home.cell) place.kind = Location::Kind::Register;
    store(place, from);
    from += words(result.type);
  }
}

// ---------------------------------------------------------------- jumps

void FunctionCompiler::branch(const BranchStmt* s) {
  if (s->op == Token::Fallthrough) return code_.jump(*fallthrough_);
  leave(RangeExit{s->op, s->target});
}

void FunctionCompiler::leave(const RangeExit& exit) {
  if (const RangeStmt* body = range_body_of()) {
    const std::vector<RangeExit> exits = range_exits(body);
    if (std::find(exits.begin(), exits.end(), exit) != exits.end()) return leave_range_body(exit);
  }
  if (exit.op == Token::Goto) return code_.jump(goto_labels_[exit.target]);
  for (std::size_t n = flow_.size(); n-- > 0;) {
    if (flow_[n].stmt != exit.target) continue;
    return code_.jump(exit.op == Token::Break ? *flow_[n].on_break : *flow_[n].on_continue);
  }
  GOPARK_ASSERT(false, "a branch to a statement that does not enclose it");
}

void FunctionCompiler::labeled(const LabeledStmt* s) {
  code_.bind(goto_labels_[s]);
  statement(s->body);
}

void FunctionCompiler::if_statement(const IfStmt* s) {
  const ScopeMark mark = open_scope();
  if (s->init != nullptr) {
    statement(s->init);
    code_.begin_statement(s->condition->pos);
  }
  Label otherwise, end;
  jump_unless(s->condition, otherwise);
  block(s->then);
  if (s->otherwise != nullptr && !code_.is_unreachable()) code_.jump(end);
  code_.bind(otherwise);
  if (s->otherwise != nullptr) statement(s->otherwise);
  code_.bind(end);
  close_scope(mark);
}

void FunctionCompiler::jump_unless(const Expr* condition, Label& label) {
  TempScope temps(*this);
  hoist({condition});
  jump_if(condition, false, label);
}

// The condition stands behind the body, so that an iteration costs one jump.
void FunctionCompiler::for_statement(const ForStmt* s) {
  const ScopeMark mark = open_scope();
  if (s->init != nullptr) statement(s->init);
  Label body, on_continue, test, end;
  if (s->condition != nullptr) code_.jump(test);
  code_.bind(body);
  flow_.push_back(Flow{s, &end, &on_continue});
  block(s->body);
  flow_.pop_back();
  code_.bind(on_continue);
  code_.begin_statement(s->post != nullptr ? s->post->pos : s->pos);
  copy_loop_variables(s);
  if (s->post != nullptr) statement(s->post);
  if (s->condition != nullptr) {
    code_.bind(test);
    code_.begin_statement(s->condition->pos);
    TempScope temps(*this);
    hoist({s->condition});
    jump_if(s->condition, true, body);
  } else {
    if (s->post != nullptr) code_.begin_statement(s->pos);
    code_.jump(body);
  }
  code_.bind(end);
  close_scope(mark);
}

// Each iteration has its own variables, where that can be seen. (Go 1.22.)
void FunctionCompiler::copy_loop_variables(const ForStmt* s) {
  for (const Object* variable : s->loop_variables) {
    const Home* home = home_of(variable);
    if (home == nullptr || !home->cell || (!variable->captured && !variable->address_taken))
      continue;
    TempScope temps(*this);
    const Reg next = allocate_reference();
    code_.emit_wide(Opcode::New, next, static_cast<uint32_t>(layout().id(variable->type)));
    Location place = in_memory(next, variable->type);
    place.known_non_nil = true;
    if (is_large(variable->type))
      copy_memory(place, locate_variable(variable));
    else
      store(place, load(locate_variable(variable)));
    move(home->reg, next, 1);
  }
}

}  // namespace gopark::lang
