// Statements and function bodies. (go/types: stmt.go.)
#include <algorithm>
#include <cstddef>
#include <utility>

#include "sim/lang/branches.h"
#include "sim/lang/checker.h"

namespace gopark::lang {

void Checker::function_body(Object* object, DeclInfo* info) {
  EnvironmentSaver saver(this);
  env_ = Environment();
  env_.package = info->package;
  env_.scope = info->scope;
  env_.declaration = info;
  env_.in_generic = is_generic(object->type) || !info->receiver_type_params.empty();
  FunctionContext function;
  function.signature = object->type;
  const std::size_t errors = error_count_;
  check_body(&function, info->scope, info->function->signature, info->function->body);
  info->broken = error_count_ != errors;
}

void Checker::check_body(FunctionContext* function, Scope* scope, FuncType* type, BlockStmt* body) {
  EnvironmentSaver saver(this);
  env_.scope = scope;
  env_.function = function;
  function->syntax = type;
  type->range_results.clear();
  type->frame = nullptr;
  for (const Field& field : type->results) {
    for (const Ident* name : field.names) {
      if (name->object != nullptr) function->results.push_back(name->object);
    }
  }
  statement_list({}, body->statements);
  check_branches(context_.files(), body,
                 [this](Pos pos, std::string message) { error(pos, std::move(message)); });
  if (!function->signature->results.empty() && !is_terminating_list(body->statements, *function)) {
    Pos brace = body->end;
    if (brace.column > 1) brace.column--;
    error(brace, "missing return");
  }
  report_unused_variables(*function);
}

void Checker::report_unused_variables(const FunctionContext& function) {
  for (const Object* variable : function.locals) {
    if (!variable->used) error(variable->pos, "declared and not used: " + variable->name);
  }
}

void Checker::statement_list(StatementContext context, const std::vector<Stmt*>& list) {
  const bool fallthrough_allowed = context.fallthrough_allowed;
  std::size_t count = list.size();
  while (count > 0 && list[count - 1]->kind == StmtKind::Empty) count--;
  for (std::size_t i = 0; i < count; i++) {
    context.fallthrough_allowed = fallthrough_allowed && i + 1 == count;
    statement(context, list[i]);
  }
}

void Checker::statement(StatementContext context, Stmt* stmt) {
  if (stmt == nullptr) return;
  const std::size_t top = delayed_.size();
  statement_parts(context, stmt);
  if (delayed_.size() > top) process_delayed(top);
}

void Checker::statement_parts(StatementContext context, Stmt* stmt) {
  switch (stmt->kind) {
    case StmtKind::Bad:
    case StmtKind::Empty:
      return;
    case StmtKind::Decl:
      return declaration_statement(as<DeclStmt>(stmt)->decl);
    case StmtKind::Labeled:
      return statement(context, as<LabeledStmt>(stmt)->body);
    case StmtKind::Expr:
      return expression_statement(as<ExprStmt>(stmt));
    case StmtKind::Send:
      return send_statement(as<SendStmt>(stmt));
    case StmtKind::IncDec:
      return increment_statement(as<IncDecStmt>(stmt));
    case StmtKind::Assign: {
      AssignStmt* assign = as<AssignStmt>(stmt);
      if (assign->op == Token::Assign) return assign_variables(assign);
      if (assign->op == Token::Define) return short_declaration(assign);
      return assign_operation(assign);
    }
    case StmtKind::Go:
      return suspended_call("go", as<GoStmt>(stmt)->call, as<GoStmt>(stmt)->uncalled);
    case StmtKind::Defer:
      if (env_.function->is_range_body) defer_in_range_body();
      return suspended_call("defer", as<DeferStmt>(stmt)->call, as<DeferStmt>(stmt)->uncalled);
    case StmtKind::Return:
      return return_statement(as<ReturnStmt>(stmt));
    case StmtKind::Branch:
      return fallthrough_statement(context, *as<BranchStmt>(stmt));
    case StmtKind::Block:
      return block(*as<BlockStmt>(stmt));
    case StmtKind::If:
      return if_statement(as<IfStmt>(stmt));
    case StmtKind::Switch:
      return switch_statement(as<SwitchStmt>(stmt));
    case StmtKind::TypeSwitch:
      return type_switch_statement(as<TypeSwitchStmt>(stmt));
    case StmtKind::Select:
      return select_statement(as<SelectStmt>(stmt));
    case StmtKind::For:
      return for_statement(as<ForStmt>(stmt));
    case StmtKind::Range:
      return range_statement(as<RangeStmt>(stmt));
    case StmtKind::Case:
    case StmtKind::Comm:
      return;  // inside their switch or select only
  }
}

void Checker::block(const BlockStmt& stmt) {
  open_scope();
  statement_list({}, stmt.statements);
  close_scope();
}

void Checker::expression_statement(ExprStmt* stmt) {
  Operand x;
  const CallUse kind = raw_expr(&x, stmt->x, nullptr, false);
  if (!x.valid()) return;
  if (x.mode == Mode::Builtin) return error(x, text(x) + " must be called");
  if (x.mode == Mode::TypeExpr) return error(x, text(x) + " is not an expression");
  if (kind != CallUse::Statement) error(x, text(x) + " is not used");
}

void Checker::send_statement(SendStmt* stmt) {
  Operand channel;
  Operand value;
  expression(&channel, stmt->channel);
  const Type* core = channel.valid() ? core_type(channel.type) : nullptr;
  const bool is_channel = core != nullptr && core->kind == TypeKind::Chan;
  expression_for(&value, stmt->value, is_channel ? core->element : nullptr);
  if (!channel.valid() || !value.valid()) return;
  std::string problem;
  if (core == nullptr) {
    problem = "cannot send to " + text(channel) + ": no core type";
  } else if (!is_channel) {
    problem = "cannot send to non-channel " + text(channel);
  } else if (core->dir == ChanDir::RecvOnly) {
    problem = "cannot send to receive-only channel " + text(channel);
  }
  if (!problem.empty()) return error(stmt->channel, "invalid operation: " + problem);
  assignment(&value, core->element, "send");
}

void Checker::increment_statement(IncDecStmt* stmt) {
  Operand x;
  expression(&x, stmt->x);
  if (!x.valid()) return;
  if (!all_basic(x.type, kNumeric)) {
    return error(stmt->x, "invalid operation: " + text(stmt->x) +
                              std::string(token_text(stmt->op)) + " (non-numeric type " +
                              text(x.type) + ")");
  }
  if (x.mode != Mode::Variable && x.mode != Mode::MapIndex) {
    return report_unassignable(stmt->x);
  }
  mark_root(stmt->x, Effect::Assigned);
}

// The call of a go or defer statement.
void Checker::suspended_call(const char* keyword, CallExpr* call, Expr* uncalled) {
  if (call == nullptr) return use(uncalled);  // reported when it was parsed
  Operand x;
  const CallUse use = raw_expr(&x, call, nullptr, false);
  if (!x.valid() || use == CallUse::Statement) return;
  const char* problem = use == CallUse::Conversion ? " requires function call, not conversion "
                                                   : " discards result of ";
  error(x, keyword + std::string(problem) + text(x));
}

void Checker::return_statement(ReturnStmt* stmt) {
  FunctionContext* function = env_.function;
  if (function->is_range_body) return_from_range_body();
  const std::vector<Variable>& results = function->signature->results;
  const bool named = !results.empty() && !results[0].name.empty();
  if (stmt->results.empty() && named) {
    for (Object* result : function->results) {
      const Object* visible = env_.scope->lookup(result->name);
      if (visible == nullptr || visible == result) continue;
      error(stmt->pos, "result parameter " + result->name + " not in scope at return\n\t" +
                           position(visible->pos) + ": inner declaration of var " + visible->name +
                           " " + text(result->type));
    }
    return;
  }
  if (results.empty() && stmt->results.empty()) return;
  if (results.empty()) {
    bool comma_ok = false;
    std::vector<Operand> values = expression_list(stmt->results, false, &comma_ok);
    const bool reported =
        std::any_of(values.begin(), values.end(), [](const Operand& x) { return !x.valid(); });
    if (!reported) return_count_error({}, values, stmt);
    return;
  }
  std::vector<Object*> targets;
  for (const Variable& result : results) {
    Object* target = arena_.make<Object>();
    target->name = result.name;
    target->type = result.type;
    targets.push_back(target);
  }
  initialize_variables(targets, stmt->results, stmt);
  for (Object* result : function->results) result->reassigned = true;
}

void Checker::fallthrough_statement(StatementContext context, const BranchStmt& stmt) {
  if (stmt.op != Token::Fallthrough || context.fallthrough_allowed) return;
  const char* message = "fallthrough statement out of place";
  if (context.final_case) message = "cannot fallthrough final case in switch";
  if (context.in_type_switch) message = "cannot fallthrough in type switch";
  error(stmt.pos, message);
}

void Checker::condition(Expr* expr, const char* where) {
  Operand x;
  expression(&x, expr);
  if (!x.valid()) return;
  if (!all_basic(x.type, kBoolean)) {
    return error(expr, std::string("non-boolean condition in ") + where + " statement");
  }
  use_default_type(&x);
}

void Checker::if_statement(IfStmt* stmt) {
  open_scope();
  statement({}, stmt->init);
  if (stmt->condition != nullptr) condition(stmt->condition, "if");
  if (stmt->then != nullptr) statement({}, stmt->then);
  statement({}, stmt->otherwise);
  close_scope();
}

void Checker::for_statement(ForStmt* stmt) {
  open_scope();
  stmt->loop_variables.clear();
  statement({}, stmt->init);
  if (stmt->init != nullptr && stmt->init->kind == StmtKind::Assign) {
    AssignStmt* init = as<AssignStmt>(stmt->init);
    for (std::size_t i = 0; i < init->declares.size(); i++) {
      if (init->declares[i]) stmt->loop_variables.push_back(as<Ident>(init->lhs[i])->object);
    }
  }
  if (stmt->condition != nullptr) condition(stmt->condition, "for");
  if (stmt->post != nullptr && stmt->post->kind == StmtKind::Assign &&
      as<AssignStmt>(stmt->post)->op == Token::Define) {
    error(stmt->post->pos, "cannot declare in post statement of for loop");
  } else {
    statement({}, stmt->post);
  }
  if (stmt->body != nullptr) statement({}, stmt->body);
  close_scope();
}

namespace {

// What is received from in a select case, or null.
const Expr* received(const Stmt& comm) {
  const Expr* expr = nullptr;
  if (comm.kind == StmtKind::Expr) {
    expr = as<ExprStmt>(&comm)->x;
  } else if (comm.kind == StmtKind::Assign && as<AssignStmt>(&comm)->rhs.size() == 1) {
    expr = as<AssignStmt>(&comm)->rhs[0];
  }
  while (expr != nullptr && expr->kind == ExprKind::Paren) expr = as<ParenExpr>(expr)->x;
  const bool receive =
      expr != nullptr && expr->kind == ExprKind::Unary && as<UnaryExpr>(expr)->op == Token::Arrow;
  return receive ? expr : nullptr;
}

bool is_operation_assign(const Stmt& comm) {
  if (comm.kind != StmtKind::Assign) return false;
  const Token op = as<AssignStmt>(&comm)->op;
  return op != Token::Assign && op != Token::Define;
}

}  // namespace

void Checker::select_statement(SelectStmt* stmt) {
  const CommClause* default_clause = nullptr;
  for (CommClause* clause : stmt->clauses) {
    Stmt* comm = clause->comm;
    if (comm == nullptr && default_clause != nullptr) {
      error(clause->pos, "multiple defaults (first at " + position(default_clause->pos) + ")");
    }
    if (comm == nullptr && default_clause == nullptr) default_clause = clause;
    const bool valid = comm == nullptr || comm->kind == StmtKind::Send ||
                       comm->kind == StmtKind::Bad ||
                       (received(*comm) != nullptr && !is_operation_assign(*comm));
    if (!valid) continue;  // reported when it was parsed
    open_scope();
    statement({}, comm);
    statement_list({}, clause->body);
    close_scope();
  }
}

}  // namespace gopark::lang
