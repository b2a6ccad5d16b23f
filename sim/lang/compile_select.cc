// select: all channels and values are evaluated first, in the order of the source, variables too
// (Go: walk/order.go copies each before the next); then one instruction decides; then the branch of
// the chosen case runs.
#include "sim/base/assert.h"
#include "sim/lang/compile_function.h"
#include "sim/lang/expr_string.h"

namespace gopark::lang {

namespace {

const Expr* received(const CommClause* clause) {
  const Stmt* comm = clause->comm;
  const Expr* e =
      comm->kind == StmtKind::Expr ? as<ExprStmt>(comm)->x : as<AssignStmt>(comm)->rhs[0];
  return unparen(e);
}

}  // namespace

void FunctionCompiler::select_statement(const SelectStmt* s) {
  const ScopeMark mark = open_scope();
  std::vector<SelectCase> cases = select_cases(s);
  const bool has_default = cases.size() < s->clauses.size();
  Label end;
  flow_.push_back(Flow{s, &end, nullptr});
  if (cases.size() == 1 && !has_default) {
    single_case(cases[0]);
  } else if (cases.empty() && has_default) {
    clause_body(s->clauses[0], kNoReg, kNoReg);
  } else {
    const Reg index = allocate_word();
    emit_select(cases, has_default, index);
    select_branches(s, cases, index, end);
  }
  flow_.pop_back();
  code_.bind(end);
  close_scope(mark);
}

std::vector<FunctionCompiler::SelectCase> FunctionCompiler::select_cases(const SelectStmt* s) {
  std::vector<SelectCase> cases;
  std::vector<const Expr*> parts;
  for (const CommClause* clause : s->clauses) {
    if (clause->comm == nullptr) continue;
    SelectCase one;
    one.clause = clause;
    if (clause->comm->kind == StmtKind::Send) {
      one.send = as<SendStmt>(clause->comm);
      parts.push_back(one.send->channel);
      parts.push_back(one.send->value);
    } else {
      one.receive = as<UnaryExpr>(received(clause));
      parts.push_back(one.receive->x);
    }
    cases.push_back(std::move(one));
  }
  // What comes before the last call is copied.
  while (!parts.empty() && !effects_of(parts.back()).calls) parts.pop_back();
  std::size_t before_call = parts.empty() ? 0 : parts.size() - 1;
  for (SelectCase& one : cases) evaluate_case(one, before_call);
  for (SelectCase& one : cases) allocate_case(one);
  return cases;
}

void FunctionCompiler::evaluate_case(SelectCase& one, std::size_t& before_call) {
  const auto part = [&](const Expr* e, const Type* type) {
    hoist({e});
    if (before_call == 0) return value(e, type);
    --before_call;
    return push(e, type);
  };
  const Expr* channel = one.send != nullptr ? one.send->channel : one.receive->x;
  one.channel = part(channel, channel->type);
  one.element = under(channel->type)->element;
  if (one.send != nullptr) one.value = part(one.send->value, one.element);
}

// Registers for what is received, where it is wanted.
void FunctionCompiler::allocate_case(SelectCase& one) {
  if (one.receive == nullptr || one.clause->comm->kind != StmtKind::Assign) return;
  const auto* assignment = as<AssignStmt>(one.clause->comm);
  if (wants(assignment->lhs[0])) one.value = allocate(one.element);
  if (assignment->lhs.size() > 1 && wants(assignment->lhs[1])) one.ok = allocate_word();
}

void FunctionCompiler::emit_select(const std::vector<SelectCase>& cases, bool has_default,
                                   Reg index) {
  const uint32_t pc =
      code_.emit(Opcode::Select, index, static_cast<uint32_t>(cases.size()), has_default ? 1 : 0);
  for (uint32_t n = 0; n < cases.size(); ++n) {
    const SelectCase& one = cases[n];
    const uint32_t count = words(one.element);
    const Reg value = count == 0 ? kNoReg : one.value;
    if (one.send != nullptr)
      code_.append_case(Opcode::SelectSend, one.channel, value, 0);
    else
      code_.append_case(Opcode::SelectReceive, one.channel, value, one.ok);
    code_.extend(count);
    code_.name_operand(pc + 1 + 2 * n,
                       to_string(one.send != nullptr ? one.send->channel : one.receive->x));
  }
}

void FunctionCompiler::select_branches(const SelectStmt* s, std::vector<SelectCase>& cases,
                                       Reg index, Label& end) {
  Label otherwise;
  for (uint32_t n = 1; n < cases.size(); ++n)
    code_.jump_compare(Opcode::JumpEqualImm, index, n, cases[n].label);
  if (cases.size() < s->clauses.size())
    code_.jump_compare(Opcode::JumpEqualImm, index, static_cast<uint32_t>(cases.size()), otherwise);
  for (SelectCase& one : cases) {
    code_.bind(one.label);
    clause_body(one.clause, one.value, one.ok);
    if (!code_.is_unreachable()) code_.jump(end);
  }
  code_.bind(otherwise);
  for (const CommClause* clause : s->clauses) {
    if (clause->comm == nullptr) clause_body(clause, kNoReg, kNoReg);
  }
}

// One case and no default is the plain operation. (Go: walkSelectCases.)
void FunctionCompiler::single_case(SelectCase& one) {
  const uint32_t count = words(one.element);
  const Reg value = count == 0 ? kNoReg : one.value;
  PlaceScope place(*this, one.send != nullptr ? one.send->arrow : one.receive->pos);
  uint32_t pc = 0;
  if (one.send != nullptr) {
    pc = code_.emit(Opcode::Send, one.channel, one.value, count);
  } else {
    pc = code_.emit(Opcode::Receive, value, one.channel, one.ok);
    code_.extend(count);
  }
  code_.name_operand(pc, to_string(one.send != nullptr ? one.send->channel : one.receive->x));
  clause_body(one.clause, one.value, one.ok);
}

void FunctionCompiler::clause_body(const CommClause* clause, Reg value, Reg ok) {
  const ScopeMark mark = open_scope();
  code_.begin_statement(clause->pos);
  if (clause->comm != nullptr && clause->comm->kind == StmtKind::Assign) {
    const auto* assignment = as<AssignStmt>(clause->comm);
    std::vector<TypedValue> values{TypedValue{value, received(clause)->type},
                                   TypedValue{ok, program_.bool_type()}};
    if (assignment->op == Token::Define)
      assign_defined(assignment, values);
    else  // one after the other, as gc does
      for (std::size_t n = 0; n < assignment->lhs.size(); ++n)
        assign_value(assignment->lhs[n], values[n]);
  }
  statements(clause->body);
  close_scope(mark);
}

}  // namespace gopark::lang
