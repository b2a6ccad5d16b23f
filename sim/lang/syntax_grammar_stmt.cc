// Statements.
#include <string>
#include <utility>

#include "sim/lang/syntax_grammar.h"

namespace gopark::lang {
namespace {

bool is_receive(const Shape& x) {
  const ShapeKind kind = x.kind == ShapeKind::Paren ? x.inside : x.kind;
  return kind == ShapeKind::Unary && x.op == Token::Arrow;
}

bool starts_simple_statement(const SourceToken& token) {
  switch (token.lexeme) {
    case Lexeme::Operator:
      return token.op == Token::Add || token.op == Token::Sub || token.op == Token::And ||
             token.op == Token::Xor || token.op == Token::Not;
    case Lexeme::Name:
    case Lexeme::Star:
    case Lexeme::Literal:
    case Lexeme::Func:
    case Lexeme::Lparen:
    case Lexeme::Lbrack:
    case Lexeme::Struct:
    case Lexeme::Map:
    case Lexeme::Chan:
    case Lexeme::Interface:
    case Lexeme::Arrow:
      return true;
    default:
      return false;
  }
}

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

// { Statement ";" } . The last ";" is optional before "}". Empty statements leave no trace.
std::vector<Stmt*> Grammar::statement_list() {
  std::vector<Stmt*> statements;
  while (!at(Lexeme::EndOfFile) && !at(Lexeme::Rbrace) && !at(Lexeme::Case) &&
         !at(Lexeme::Default)) {
    if (got(Lexeme::Semi)) continue;
    statements.push_back(statement());
    if (statements.back() == nullptr) return statements;
    if (got(Lexeme::Semi) || at(Lexeme::Rbrace)) continue;
    syntax_error("at end of statement");
    advance(set_of(Lexeme::Semi, Lexeme::Rbrace, Lexeme::Case, Lexeme::Default));
    got(Lexeme::Semi);
  }
  return statements;
}

// Any statement but the empty one. Null, and nothing consumed, when none starts here.
Stmt* Grammar::statement() {
  const Nesting nesting(*this);
  if (!nesting) return nullptr;
  switch (lexeme()) {
    case Lexeme::Var:
      return declaration(Token::Var, &Grammar::var_spec);
    case Lexeme::Const:
      return declaration(Token::Const, &Grammar::const_spec);
    case Lexeme::Type:
      return declaration(Token::Type, &Grammar::type_spec);
    case Lexeme::Lbrace:
      return block("");
    case Lexeme::For:
      return for_statement();
    case Lexeme::Switch:
      return switch_statement();
    case Lexeme::Select:
      return select_statement();
    case Lexeme::If:
      return if_statement();
    case Lexeme::Fallthrough:
      return branch(Token::Fallthrough);
    case Lexeme::Break:
      return branch(Token::Break);
    case Lexeme::Continue:
      return branch(Token::Continue);
    case Lexeme::Goto:
      return branch(Token::Goto);
    case Lexeme::Go:
      return call_statement<GoStmt>();
    case Lexeme::Defer:
      return call_statement<DeferStmt>();
    case Lexeme::Return:
      return return_statement();
    default:
      return starts_simple_statement(token()) ? expression_statement() : nullptr;
  }
}

Stmt* Grammar::declaration(Token token, Spec spec) {
  const uint32_t first = index_;
  next();
  GenDecl* decl = group(token, spec);
  auto* statement = make<DeclStmt>(first);
  statement->decl = decl;
  return statement;
}

// At its keyword.
Stmt* Grammar::branch(Token op) {
  const uint32_t first = index_;
  next();
  Ident* label = nullptr;
  if (op == Token::Goto) {
    label = name();
  } else if (op != Token::Fallthrough && got(Lexeme::Name)) {
    label = ident_at(index_ - 1);
  }
  auto* branch = make<BranchStmt>(first);
  branch->op = op;
  branch->label = label;
  return branch;
}

Stmt* Grammar::return_statement() {
  const uint32_t first = index_;
  next();
  std::vector<Expr*> results;
  if (!at(Lexeme::Semi) && !at(Lexeme::Rbrace)) results = elements_of(expr_list());
  auto* statement = make<ReturnStmt>(first);
  statement->results = std::move(results);
  return statement;
}

// What starts with an expression: a simple statement, or one with a label.
Stmt* Grammar::expression_statement() {
  const bool is_name = at(Lexeme::Name);
  const Shape first = expr_list();
  if (is_name && first.kind == ShapeKind::Name && at(Lexeme::Colon)) return labeled(first.tree);
  return tree_of(simple_statement(&first, Lexeme::EndOfFile));
}

// After the label, at its colon.
Stmt* Grammar::labeled(Expr* label) {
  const uint32_t colon = index_;
  next();
  Stmt* body = nullptr;
  if (at(Lexeme::Rbrace) || at(Lexeme::Semi)) {
    body = make<EmptyStmt>(colon);
  } else {
    body = statement();
  }
  if (body == nullptr) {
    syntax_error_at(colon, "missing statement after label");
    return nullptr;
  }
  auto* labeled = make<LabeledStmt>(colon - 1);
  labeled->label = as<Ident>(label);
  labeled->body = body;
  return labeled;
}

// SimpleStmt = Expression | Send | IncDec | Assignment | ShortVarDecl, and RangeClause after `for`.
// `first` is an expression list that was read already; `keyword` opens the header this is part of.
StatementShape Grammar::simple_statement(const Shape* first, Lexeme keyword) {
  StatementShape result;
  result.first = result.at = first != nullptr ? first->first : index_;
  if (keyword == Lexeme::For && at(Lexeme::Range)) return range_clause(result);
  result.left = first != nullptr ? *first : expr_list();
  result.kind = StatementKind::Expression;
  const uint32_t op = index_;
  const bool is_define = at(Lexeme::Define);
  if (is_define || at(Lexeme::Assign)) {
    next();
    result.range_op = assignment_token(tokens_.tokens[op]);
    if (keyword == Lexeme::For && at(Lexeme::Range)) return range_clause(result);
    result.right = expr_list();
    result.kind = is_define ? StatementKind::Define : StatementKind::Assign;
    if (keyword == Lexeme::Switch && is_define && result.left.kind == ShapeKind::Name &&
        result.right.kind == ShapeKind::TypeSwitchGuard) {
      result.kind = StatementKind::Expression;
      result.binding = as<Ident>(result.left.tree);
      result.left = result.right;
    }
  } else if (result.left.kind == ShapeKind::List) {
    syntax_error("expected := or = or comma");
    advance(set_of(Lexeme::Semi, Lexeme::Rbrace));
  } else if (got(Lexeme::AssignOp)) {
    result.kind = StatementKind::OpAssign;
    result.right = expr();
  } else if (got(Lexeme::IncOp)) {
    result.kind = StatementKind::IncDec;
  } else if (got(Lexeme::Arrow)) {
    result.kind = StatementKind::Send;
    result.right = expr();
  }
  result.at = result.kind == StatementKind::Expression ? result.left.at : op;
  result.last = index_ - 1;
  return result;
}

// At `range`.
StatementShape Grammar::range_clause(StatementShape clause) {
  if (clause.left.kind == ShapeKind::List && clause.left.third != 0) {
    tolerated_error_later_at(clause.left.third,
                             "range clause permits at most two iteration variables");
  }
  next();
  clause.kind = StatementKind::Range;
  clause.right = expr();
  clause.last = index_ - 1;
  return clause;
}

Stmt* Grammar::tree_of(const StatementShape& statement) {
  switch (statement.kind) {
    case StatementKind::Expression: {
      auto* tree = make_between<ExprStmt>(statement.first, statement.last);
      tree->x = statement.left.tree;
      return tree;
    }
    case StatementKind::Send: {
      auto* tree = make_between<SendStmt>(statement.first, statement.last);
      tree->channel = statement.left.tree;
      tree->value = statement.right.tree;
      tree->arrow = pos(statement.at);
      return tree;
    }
    case StatementKind::IncDec: {
      auto* tree = make_between<IncDecStmt>(statement.first, statement.last);
      tree->x = statement.left.tree;
      tree->op = tokens_.tokens[statement.at].op == Token::Add ? Token::Inc : Token::Dec;
      return tree;
    }
    default: {
      auto* tree = make_between<AssignStmt>(statement.first, statement.last);
      tree->lhs = elements_of(statement.left);
      tree->rhs = elements_of(statement.right);
      tree->op = assignment_token(tokens_.tokens[statement.at]);
      tree->op_pos = pos(statement.at);
      return tree;
    }
  }
}

// `context` may be empty where the brace was seen.
BlockStmt* Grammar::block(std::string_view context) {
  const Height height(*this);
  const uint32_t first = index_;
  auto* block = arena_.make<BlockStmt>();
  block->pos = pos(first);
  if (!got(Lexeme::Lbrace)) {
    syntax_error("expected { after " + std::string(context));
    advance(set_of(Lexeme::Name, Lexeme::Rbrace));
    if (got(Lexeme::Rbrace)) return block;
  }
  block->statements = statement_list();
  want(Lexeme::Rbrace);
  block->end = tokens_.end(tokens_.tokens[index_ - 1]);
  rise(first);
  return block;
}

// At `go` or `defer`. Go goes on to check the types of a program with these mistakes: what is no
// call is kept too.
template <typename T>
Stmt* Grammar::call_statement() {
  const Height height(*this);
  const uint32_t first = index_;
  const std::string_view keyword = lexeme_text(lexeme());
  next();
  const Shape x = primary_expr(nullptr);
  T* statement = make<T>(first);
  const bool paren = x.kind == ShapeKind::Paren;
  if (paren) {
    tolerated_error_at(x.at,
                       "expression in " + std::string(keyword) + " must not be parenthesized");
  }
  if ((paren ? x.inside : x.kind) != ShapeKind::Call) {
    tolerated_error_at(paren ? x.inside_at : x.at,
                       "expression in " + std::string(keyword) + " must be function call");
  }
  Expr* tree = x.tree;
  while (tree != nullptr && tree->kind == ExprKind::Paren) tree = as<ParenExpr>(tree)->x;
  if (tree != nullptr && tree->kind == ExprKind::Call)
    statement->call = as<CallExpr>(tree);
  else
    statement->uncalled = tree;
  return statement;
}

// The header of if, for and switch up to its block.
Grammar::Header Grammar::header(Lexeme keyword) {
  Header result;
  want(keyword);
  if (at(Lexeme::Lbrace)) {
    if (keyword == Lexeme::If) syntax_error("missing condition in if statement");
    return result;
  }
  const int outer = expression_nesting_;
  expression_nesting_ = -1;
  uint32_t semicolon = UINT32_MAX;
  if (!at(Lexeme::Semi)) {
    if (got(Lexeme::Var)) {
      syntax_error("var declaration not allowed in " + std::string(lexeme_text(keyword)) +
                   " initializer");
    }
    result.condition = simple_statement(nullptr, keyword);
  }
  if (result.condition.kind != StatementKind::Range) {
    if (!at(Lexeme::Lbrace)) header_rest(keyword, &result, &semicolon);
    check_condition(keyword, result.condition, semicolon);
  }
  result.is_type_switch = keyword == Lexeme::Switch &&
                          result.condition.kind == StatementKind::Expression &&
                          result.condition.left.kind == ShapeKind::TypeSwitchGuard;
  if (result.is_type_switch) guards_.pop_back();
  expression_nesting_ = outer;
  return result;
}

// What was read as the condition is the initializer: "; condition", and "; post" of a for, follow.
void Grammar::header_rest(Lexeme keyword, Header* head, uint32_t* semicolon) {
  if (head->condition.kind != StatementKind::None) head->init = tree_of(head->condition);
  head->condition = StatementShape();
  if (at(Lexeme::Semi)) {
    *semicolon = index_;
    next();
  } else {
    want(Lexeme::Lbrace);  // what is missing in all likelihood
    if (!at(Lexeme::Lbrace)) advance(set_of(Lexeme::Lbrace, Lexeme::Rbrace));
  }
  if (keyword != Lexeme::For) {
    if (!at(Lexeme::Lbrace)) head->condition = simple_statement(nullptr, keyword);
    return;
  }
  if (!at(Lexeme::Semi)) {
    if (at(Lexeme::Lbrace)) return syntax_error("expected for loop condition");
    head->condition = simple_statement(nullptr, Lexeme::EndOfFile);
  }
  want(Lexeme::Semi);
  if (at(Lexeme::Lbrace)) return;
  const StatementShape post = simple_statement(nullptr, Lexeme::EndOfFile);
  if (post.kind == StatementKind::Define) {
    syntax_error_at(post.at, "cannot declare in post statement of for loop");
  }
  head->post = tree_of(post);
}

void Grammar::check_condition(Lexeme keyword, const StatementShape& condition, uint32_t semicolon) {
  if (condition.kind == StatementKind::Expression) return;
  if (condition.kind != StatementKind::None) {
    return syntax_error_at(condition.at, "cannot use " + text_of(condition) + " as value");
  }
  if (keyword != Lexeme::If || semicolon == UINT32_MAX) return;
  if (tokens_.tokens[semicolon].cause == SemiCause::Semicolon) {
    return syntax_error_at(semicolon, "missing condition in if statement");
  }
  const bool newline = tokens_.tokens[semicolon].cause == SemiCause::Newline;
  syntax_error_at(semicolon, std::string("unexpected ") + (newline ? "newline" : "EOF") +
                                 ", expected { after if clause");
}

Stmt* Grammar::for_statement() {
  const uint32_t first = index_;
  const Header head = header(Lexeme::For);
  if (head.condition.kind == StatementKind::Range) return range_statement(first, head.condition);
  BlockStmt* body = block("for clause");
  auto* loop = make<ForStmt>(first);
  loop->init = head.init;
  loop->condition = head.condition.left.tree;
  loop->post = head.post;
  loop->body = body;
  return loop;
}

// After its header.
Stmt* Grammar::range_statement(uint32_t first, const StatementShape& clause) {
  BlockStmt* body = block("for clause");
  auto* loop = make<RangeStmt>(first);
  loop->op = clause.range_op;
  if (loop->op != Token::None) {
    const std::vector<Expr*> variables = elements_of(clause.left);
    loop->key = variables[0];
    if (variables.size() > 1) loop->value = variables[1];
  }
  loop->x = clause.right.tree;
  loop->body = body;
  return loop;
}

IfStmt* Grammar::if_statement() {
  const Nesting nesting(*this);
  if (!nesting) return nullptr;
  const uint32_t first = index_;
  const Header head = header(Lexeme::If);
  BlockStmt* then = block("if clause");
  Stmt* other = got(Lexeme::Else) ? otherwise() : nullptr;
  auto* statement = make<IfStmt>(first);
  statement->init = head.init;
  statement->condition = head.condition.left.tree;
  statement->then = then;
  statement->otherwise = other;
  return statement;
}

// After `else`.
Stmt* Grammar::otherwise() {
  if (at(Lexeme::If)) return if_statement();
  if (at(Lexeme::Lbrace)) return block("");
  syntax_error("else must be followed by if or statement block");
  advance(set_of(Lexeme::Name, Lexeme::Rbrace));
  return nullptr;
}

Stmt* Grammar::switch_statement() {
  const uint32_t first = index_;
  const Header head = header(Lexeme::Switch);
  std::vector<CaseClause*> clauses = case_clauses(head.is_type_switch);
  if (!head.is_type_switch) {
    auto* statement = make<SwitchStmt>(first);
    statement->init = head.init;
    statement->tag = head.condition.left.tree;
    statement->clauses = std::move(clauses);
    return statement;
  }
  auto* statement = make<TypeSwitchStmt>(first);
  statement->init = head.init;
  statement->binding = head.condition.binding;
  statement->x = as<TypeAssertExpr>(head.condition.left.tree)->x;
  statement->clauses = std::move(clauses);
  return statement;
}

std::vector<CaseClause*> Grammar::case_clauses(bool is_type_switch) {
  if (!got(Lexeme::Lbrace)) {
    syntax_error("missing { after switch clause");
    advance(set_of(Lexeme::Case, Lexeme::Default, Lexeme::Rbrace));
  }
  std::vector<CaseClause*> clauses;
  while (!at(Lexeme::EndOfFile) && !at(Lexeme::Rbrace)) {
    clauses.push_back(case_clause(is_type_switch));
  }
  want(Lexeme::Rbrace);
  return clauses;
}

Stmt* Grammar::select_statement() {
  const uint32_t first = index_;
  auto* statement = arena_.make<SelectStmt>();
  want(Lexeme::Select);
  if (!got(Lexeme::Lbrace)) {
    syntax_error("missing { after select clause");
    advance(set_of(Lexeme::Case, Lexeme::Default, Lexeme::Rbrace));
  }
  while (!at(Lexeme::EndOfFile) && !at(Lexeme::Rbrace)) {
    statement->clauses.push_back(comm_clause());
  }
  want(Lexeme::Rbrace);
  statement->pos = pos(first);
  statement->end = tokens_.end(tokens_.tokens[index_ - 1]);
  return statement;
}

// Of a case of a type switch; `nil` is one of them.
std::vector<Expr*> Grammar::case_types() {
  std::vector<Expr*> types;
  do {
    const Shape x = expr();
    accept_tildes(x.first, x.last);
    types.push_back(x.tree);
  } while (got(Lexeme::Comma));
  return types;
}

CaseClause* Grammar::case_clause(bool is_type_switch) {
  auto* clause = arena_.make<CaseClause>();
  clause->pos = pos(index_);
  if (got(Lexeme::Case)) {
    clause->values = is_type_switch ? case_types() : elements_of(expr_list());
  } else if (got(Lexeme::Default)) {
    clause->is_default = true;
  } else {
    syntax_error("expected case or default or }");
    advance(set_of(Lexeme::Colon, Lexeme::Case, Lexeme::Default, Lexeme::Rbrace));
  }
  finish_clause(clause);
  return clause;
}

// The colon and the statements. A clause ends with its last statement, or its colon.
template <typename T>
void Grammar::finish_clause(T* clause) {
  const Height height(*this);
  const uint32_t colon = index_;
  want(Lexeme::Colon);
  clause->body = statement_list();
  const bool is_empty = clause->body.empty() || clause->body.back() == nullptr;
  clause->end = is_empty ? tokens_.end(tokens_.tokens[colon]) : clause->body.back()->end;
  rise(colon);
}

void Grammar::not_communication(const StatementShape& comm) {
  const std::string problem = "select case must be send or receive (possibly with assignment)";
  if (comm.kind == StatementKind::Expression) return tolerated_error_later_at(comm.at, problem);
  if (comm.kind == StatementKind::Define && comm.right.kind != ShapeKind::List)
    return tolerated_error_later_at(comm.first, problem);
  error_later_at(comm.first, problem);
}

CommClause* Grammar::comm_clause() {
  auto* clause = arena_.make<CommClause>();
  clause->pos = pos(index_);
  if (got(Lexeme::Case)) {
    clause->comm = communication();
  } else if (!got(Lexeme::Default)) {
    syntax_error("expected case or default or }");
    advance(set_of(Lexeme::Colon, Lexeme::Case, Lexeme::Default, Lexeme::Rbrace));
  }
  finish_clause(clause);
  return clause;
}

// After `case`, up to its colon.
Stmt* Grammar::communication() {
  const StatementShape comm = simple_statement(nullptr, Lexeme::EndOfFile);
  const bool assigns = comm.kind == StatementKind::Assign || comm.kind == StatementKind::Define;
  const bool is_valid = comm.kind == StatementKind::Send ||
                        (comm.kind == StatementKind::Expression && is_receive(comm.left)) ||
                        (assigns && is_receive(comm.right));
  if (!is_valid && at(Lexeme::Colon)) not_communication(comm);
  return tree_of(comm);
}

}  // namespace gopark::lang
