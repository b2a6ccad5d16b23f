#include "sim/base/assert.h"
#include "sim/lang/syntax_builder.h"

namespace gopark::lang {
namespace {

Token assignment_token(const SourceToken& token) {
  switch (token.lexeme) {
    case Lexeme::Assign:
      return Token::Assign;
    case Lexeme::Define:
      return Token::Define;
    default:
      return token.op;
  }
}

}  // namespace

// What is no call, which the recognizer reported, is kept too, so that its types are checked.
template <typename T>
Stmt* TreeBuilder::call_statement(SyntaxNode node) {
  Expr* x = expr(node.named_child(0));
  while (x->kind == ExprKind::Paren) x = as<ParenExpr>(x)->x;
  T* statement = make<T>(node);
  if (x->kind == ExprKind::Call)
    statement->call = as<CallExpr>(x);
  else
    statement->uncalled = x;
  return statement;
}

BlockStmt* TreeBuilder::block(SyntaxNode node) {
  auto* block = make<BlockStmt>(node);
  block->statements = statements(node);
  return block;
}

std::vector<Stmt*> TreeBuilder::statements(SyntaxNode parent) {
  std::vector<Stmt*> list;
  for (const SyntaxNode& child : parent.named_children()) {
    if (child.kind() != NodeKind::StatementList) continue;
    for (const SyntaxNode& each : child.named_children()) list.push_back(statement(each));
  }
  return list;
}

Stmt* TreeBuilder::statement(SyntaxNode node) {
  switch (node.kind()) {
    case NodeKind::EmptyStatement:
      return make<EmptyStmt>(node);
    case NodeKind::ExpressionStatement: {
      auto* statement = make<ExprStmt>(node);
      statement->x = expr(node.named_child(0));
      return statement;
    }
    case NodeKind::SendStatement:
      return send(node);
    case NodeKind::ReceiveStatement:
      return receive(node);
    case NodeKind::IncStatement:
      return inc_dec(node, Token::Inc);
    case NodeKind::DecStatement:
      return inc_dec(node, Token::Dec);
    case NodeKind::AssignmentStatement:
    case NodeKind::ShortVarDeclaration:
      return assignment(node);
    case NodeKind::ReturnStatement: {
      auto* statement = make<ReturnStmt>(node);
      statement->results = expr_list(node.named_child(0));
      return statement;
    }
    case NodeKind::GoStatement:
      return call_statement<GoStmt>(node);
    case NodeKind::DeferStatement:
      return call_statement<DeferStmt>(node);
    case NodeKind::IfStatement:
      return if_statement(node);
    case NodeKind::ForStatement:
      return for_statement(node);
    case NodeKind::ExpressionSwitchStatement:
      return switch_statement(node);
    case NodeKind::TypeSwitchStatement:
      return type_switch_statement(node);
    case NodeKind::SelectStatement:
      return select_statement(node);
    case NodeKind::LabeledStatement:
      return labeled(node);
    case NodeKind::FallthroughStatement:
      return branch(node, Token::Fallthrough);
    case NodeKind::BreakStatement:
      return branch(node, Token::Break);
    case NodeKind::ContinueStatement:
      return branch(node, Token::Continue);
    case NodeKind::GotoStatement:
      return branch(node, Token::Goto);
    case NodeKind::Block:
      return block(node);
    default: {
      auto* statement = make<DeclStmt>(node);
      statement->decl = declaration(node);
      GOPARK_ASSERT(statement->decl != nullptr, "the builder knows every statement");
      return statement;
    }
  }
}

Stmt* TreeBuilder::labeled(SyntaxNode node) {
  auto* labeled = make<LabeledStmt>(node);
  labeled->label = ident(node.field(NodeField::Label));
  labeled->body = statement(node.named_child(1));
  return labeled;
}

Stmt* TreeBuilder::send(SyntaxNode node) {
  auto* send = make<SendStmt>(node);
  send->channel = expr(node.field(NodeField::Channel));
  send->value = expr(node.field(NodeField::Value));
  send->arrow = pos(node.token("<-"));
  return send;
}

Stmt* TreeBuilder::inc_dec(SyntaxNode node, Token op) {
  auto* statement = make<IncDecStmt>(node);
  statement->x = expr(node.named_child(0));
  statement->op = op;
  return statement;
}

Stmt* TreeBuilder::assignment(SyntaxNode node) {
  auto* assign = make<AssignStmt>(node);
  const SyntaxNode op = node.children()[1];
  assign->lhs = expr_list(node.field(NodeField::Left));
  assign->op = assignment_token(first_token(op));
  assign->op_pos = pos(op);
  assign->rhs = expr_list(node.field(NodeField::Right));
  return assign;
}

// The receive of a select case, with or without variables.
Stmt* TreeBuilder::receive(SyntaxNode node) {
  if (node.field(NodeField::Left)) return assignment(node);
  auto* statement = make<ExprStmt>(node);
  statement->x = expr(node.field(NodeField::Right));
  return statement;
}

Stmt* TreeBuilder::branch(SyntaxNode node, Token op) {
  auto* branch = make<BranchStmt>(node);
  branch->op = op;
  if (const SyntaxNode label = node.named_child(0)) branch->label = ident(label);
  return branch;
}

Stmt* TreeBuilder::if_statement(SyntaxNode node) {
  auto* statement = make<IfStmt>(node);
  statement->init = statement_or_null(node.field(NodeField::Initializer));
  statement->condition = expr(node.field(NodeField::Condition));
  statement->then = block(node.field(NodeField::Consequence));
  statement->otherwise = statement_or_null(node.field(NodeField::Alternative));
  return statement;
}

Stmt* TreeBuilder::for_statement(SyntaxNode node) {
  const SyntaxNode head = node.named_child(0);
  if (head.kind() == NodeKind::RangeClause) return range_statement(node, head);
  auto* loop = make<ForStmt>(node);
  loop->body = block(node.field(NodeField::Body));
  if (head.kind() == NodeKind::ForClause) {
    loop->init = statement_or_null(head.field(NodeField::Initializer));
    loop->condition = expr_or_null(head.field(NodeField::Condition));
    loop->post = statement_or_null(head.field(NodeField::Update));
  } else if (head.kind() != NodeKind::Block) {
    loop->condition = expr(head);
  }
  return loop;
}

Stmt* TreeBuilder::range_statement(SyntaxNode node, SyntaxNode clause) {
  auto* loop = make<RangeStmt>(node);
  if (const SyntaxNode left = clause.field(NodeField::Left)) {
    const std::vector<Expr*> variables = expr_list(left);
    loop->key = variables[0];
    if (variables.size() > 1) loop->value = variables[1];
    loop->op = clause.token(":=") ? Token::Define : Token::Assign;
  }
  loop->x = expr(clause.field(NodeField::Right));
  loop->body = block(node.field(NodeField::Body));
  return loop;
}

Stmt* TreeBuilder::switch_statement(SyntaxNode node) {
  auto* statement = make<SwitchStmt>(node);
  statement->init = statement_or_null(node.field(NodeField::Initializer));
  statement->tag = expr_or_null(node.field(NodeField::Value));
  statement->clauses = case_clauses(node);
  return statement;
}

Stmt* TreeBuilder::type_switch_statement(SyntaxNode node) {
  auto* statement = make<TypeSwitchStmt>(node);
  statement->init = statement_or_null(node.field(NodeField::Initializer));
  if (const SyntaxNode alias = node.field(NodeField::Alias)) {
    statement->binding = ident(alias.named_child(0));
  }
  statement->x = expr(node.field(NodeField::Value));
  statement->clauses = case_clauses(node);
  return statement;
}

std::vector<CaseClause*> TreeBuilder::case_clauses(SyntaxNode node) {
  std::vector<CaseClause*> clauses;
  for (const SyntaxNode& child : node.named_children()) {
    switch (child.kind()) {
      case NodeKind::ExpressionCase:
      case NodeKind::TypeCase:
      case NodeKind::DefaultCase:
        clauses.push_back(case_clause(child));
        break;
      default:
        break;
    }
  }
  return clauses;
}

// A clause ends with its last statement, or its colon.
template <typename T>
void TreeBuilder::finish_clause(SyntaxNode node, T* clause) {
  clause->body = statements(node);
  clause->end = clause->body.empty() ? end(node.token(":")) : clause->body.back()->end;
}

CaseClause* TreeBuilder::case_clause(SyntaxNode node) {
  auto* clause = make<CaseClause>(node);
  clause->is_default = node.kind() == NodeKind::DefaultCase;
  for (const SyntaxNode& each : node.fields(NodeField::Type)) clause->values.push_back(type(each));
  if (const SyntaxNode values = node.field(NodeField::Value)) clause->values = expr_list(values);
  finish_clause(node, clause);
  return clause;
}

Stmt* TreeBuilder::select_statement(SyntaxNode node) {
  auto* statement = make<SelectStmt>(node);
  for (const SyntaxNode& child : node.named_children()) {
    statement->clauses.push_back(comm_clause(child));
  }
  return statement;
}

CommClause* TreeBuilder::comm_clause(SyntaxNode node) {
  auto* clause = make<CommClause>(node);
  clause->comm = statement_or_null(node.field(NodeField::Communication));
  finish_clause(node, clause);
  return clause;
}

}  // namespace gopark::lang
