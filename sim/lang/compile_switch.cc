// switch over values and over types: first all tests, then all bodies in the order of the source,
// so that fallthrough is a jump to the next one.
#include "sim/lang/compile_function.h"

namespace gopark::lang {

void FunctionCompiler::switch_statement(const SwitchStmt* s) {
  const ScopeMark mark = open_scope();
  if (s->init != nullptr) {
    statement(s->init);
    code_.begin_statement(s->tag != nullptr ? s->tag->pos : s->pos);
  }
  std::vector<Label> bodies(s->clauses.size());
  Label end;
  switch_tests(s, bodies, end);
  switch_bodies(s, bodies, end);
  code_.bind(end);
  close_scope(mark);
}

void FunctionCompiler::switch_tests(const SwitchStmt* s, std::vector<Label>& bodies, Label& end) {
  TempScope temps(*this);
  Reg tag = 0;
  if (s->tag != nullptr) {
    hoist({s->tag});
    tag = eval(s->tag);
  }
  Label* otherwise = &end;
  for (std::size_t n = 0; n < s->clauses.size(); ++n) {
    const CaseClause* clause = s->clauses[n];
    if (clause->is_default) otherwise = &bodies[n];
    for (const Expr* value : clause->values) {
      code_.begin_statement(clause->pos);
      TempScope test(*this);
      if (s->tag != nullptr) {
        jump_if_equal(s->tag, tag, value, bodies[n]);
      } else {
        hoist({value});
        jump_if(value, true, bodies[n]);
      }
    }
  }
  code_.jump(*otherwise);
}

void FunctionCompiler::switch_bodies(const SwitchStmt* s, std::vector<Label>& bodies, Label& end) {
  flow_.push_back(Flow{s, &end, nullptr});
  Label* const outer = fallthrough_;
  for (std::size_t n = 0; n < s->clauses.size(); ++n) {
    code_.bind(bodies[n]);
    fallthrough_ = n + 1 < bodies.size() ? &bodies[n + 1] : nullptr;
    const ScopeMark mark = open_scope();
    code_.begin_statement(s->clauses[n]->pos);
    statements(s->clauses[n]->body);
    if (!code_.is_unreachable()) code_.jump(end);
    close_scope(mark);
  }
  fallthrough_ = outer;
  flow_.pop_back();
}

void FunctionCompiler::type_switch(const TypeSwitchStmt* s) {
  const ScopeMark mark = open_scope();
  if (s->init != nullptr) {
    statement(s->init);
    code_.begin_statement(s->x->pos);
  }
  hoist({s->x});
  const Reg x = push(s->x, s->x->type);
  std::vector<Label> bodies(s->clauses.size());
  Label end;
  type_tests(s, x, bodies, end);
  flow_.push_back(Flow{s, &end, nullptr});
  for (std::size_t n = 0; n < s->clauses.size(); ++n) {
    code_.bind(bodies[n]);
    const ScopeMark clause = open_scope();
    code_.begin_statement(s->clauses[n]->pos);
    type_clause(s, s->clauses[n], x);
    if (!code_.is_unreachable()) code_.jump(end);
    close_scope(clause);
  }
  flow_.pop_back();
  code_.bind(end);
  close_scope(mark);
}

void FunctionCompiler::type_tests(const TypeSwitchStmt* s, Reg x, std::vector<Label>& bodies,
                                  Label& end) {
  Label* otherwise = &end;
  for (std::size_t n = 0; n < s->clauses.size(); ++n) {
    const CaseClause* clause = s->clauses[n];
    if (clause->is_default) otherwise = &bodies[n];
    for (const Expr* type : clause->values) {
      code_.begin_statement(clause->pos);
      if (is_nil(type)) {
        code_.jump_compare(Opcode::JumpEqualImm, x, 0, bodies[n]);
        continue;
      }
      TempScope temps(*this);
      const Reg is = allocate_word();
      code_.emit(Opcode::IsType, is, x);
      code_.extend_type(layout().id(type->type));
      code_.jump_if(Opcode::JumpIf, is, bodies[n]);
    }
  }
  code_.jump(*otherwise);
}

void FunctionCompiler::type_clause(const TypeSwitchStmt* s, const CaseClause* clause, Reg x) {
  if (const Object* variable = clause->implicit) {
    if (is_interface_type(variable->type)) {
      declare_from(variable, x);
    } else {
      const Reg reg = allocate(variable->type);
      assert_type(x, s->x->type, variable->type, reg, kNoReg);
      adopt(variable, reg);
    }
  }
  statements(clause->body);
}

}  // namespace gopark::lang
