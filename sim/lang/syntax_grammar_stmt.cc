// Statements.
#include <string>

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

}  // namespace

// { Statement ";" } . The last ";" is optional before "}".
void Grammar::statement_list() {
  while (!at(Lexeme::EndOfFile) && !at(Lexeme::Rbrace) && !at(Lexeme::Case) &&
         !at(Lexeme::Default)) {
    if (at(Lexeme::Semi)) {  // an empty statement, which tree-sitter takes in few places
      renderings_[index_].dropped = true;
      next();
      continue;
    }
    if (!statement()) return;
    if (got(Lexeme::Semi) || at(Lexeme::Rbrace)) continue;
    syntax_error("at end of statement");
    advance(set_of(Lexeme::Semi, Lexeme::Rbrace, Lexeme::Case, Lexeme::Default));
    got(Lexeme::Semi);
  }
}

// Any statement but the empty one. False, and nothing consumed, when none starts here.
bool Grammar::statement() {
  const Nesting nesting(*this);
  if (!nesting) return false;
  switch (lexeme()) {
    case Lexeme::Var:
      next();
      group(&Grammar::var_spec);
      return true;
    case Lexeme::Const:
      next();
      group(&Grammar::const_spec);
      return true;
    case Lexeme::Type:
      next();
      group(&Grammar::type_spec);
      return true;
    case Lexeme::Lbrace:
      block("");
      return true;
    case Lexeme::For:
      for_statement();
      return true;
    case Lexeme::Switch:
      switch_statement();
      return true;
    case Lexeme::Select:
      select_statement();
      return true;
    case Lexeme::If:
      if_statement();
      return true;
    case Lexeme::Fallthrough:
      next();
      return true;
    case Lexeme::Break:
    case Lexeme::Continue:
      next();
      got(Lexeme::Name);
      return true;
    case Lexeme::Goto:
      next();
      name();
      return true;
    case Lexeme::Go:
    case Lexeme::Defer:
      call_statement();
      return true;
    case Lexeme::Return:
      next();
      if (!at(Lexeme::Semi) && !at(Lexeme::Rbrace)) expr_list();
      return true;
    default:
      break;
  }
  if (!starts_simple_statement(token())) return false;
  const bool is_name = at(Lexeme::Name);
  const Shape first = expr_list();
  if (is_name && first.kind == ShapeKind::Name && at(Lexeme::Colon)) return labeled();
  simple_statement(&first, Lexeme::EndOfFile);
  return true;
}

// After the label, at its colon.
bool Grammar::labeled() {
  const uint32_t colon = index_;
  next();
  if (at(Lexeme::Rbrace) || at(Lexeme::Semi)) {
    renderings_[colon].empty_statement_after = true;
    return true;
  }
  if (statement()) return true;
  syntax_error_at(colon, "missing statement after label");
  return false;
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
    if (keyword == Lexeme::For && at(Lexeme::Range)) return range_clause(result);
    result.right = expr_list();
    result.kind = is_define ? StatementKind::Define : StatementKind::Assign;
    if (keyword == Lexeme::Switch && is_define && result.left.kind == ShapeKind::Name &&
        result.right.kind == ShapeKind::TypeSwitchGuard) {
      result.kind = StatementKind::Expression;
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

// `context` may be empty where the brace was seen.
void Grammar::block(std::string_view context) {
  if (!got(Lexeme::Lbrace)) {
    syntax_error("expected { after " + std::string(context));
    advance(set_of(Lexeme::Name, Lexeme::Rbrace));
    if (got(Lexeme::Rbrace)) return;
  }
  statement_list();
  want(Lexeme::Rbrace);
}

// At `go` or `defer`. Go goes on to check the types of a program with these mistakes.
void Grammar::call_statement() {
  const std::string keyword(lexeme_text(lexeme()));
  next();
  const Shape x = primary_expr(nullptr);
  const bool paren = x.kind == ShapeKind::Paren;
  if (paren) tolerated_error_at(x.at, "expression in " + keyword + " must not be parenthesized");
  if ((paren ? x.inside : x.kind) != ShapeKind::Call) {
    tolerated_error_at(paren ? x.inside_at : x.at,
                       "expression in " + keyword + " must be function call");
  }
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
  StatementShape condition;
  uint32_t semicolon = UINT32_MAX;
  if (!at(Lexeme::Semi)) {
    if (got(Lexeme::Var)) {
      syntax_error("var declaration not allowed in " + std::string(lexeme_text(keyword)) +
                   " initializer");
    }
    condition = simple_statement(nullptr, keyword);
  } else if (keyword != Lexeme::For) {
    renderings_[index_].dropped = true;  // an empty initializer
  }
  if (condition.kind != StatementKind::Range) {
    if (!at(Lexeme::Lbrace)) {
      condition = StatementShape();
      header_rest(keyword, &condition, &semicolon);
    }
    check_condition(keyword, condition, semicolon);
  }
  result.is_type_switch = keyword == Lexeme::Switch &&
                          condition.kind == StatementKind::Expression &&
                          condition.left.kind == ShapeKind::TypeSwitchGuard;
  if (result.is_type_switch) guards_.pop_back();
  expression_nesting_ = outer;
  return result;
}

// After the initializer: "; condition", and "; post" of a for.
void Grammar::header_rest(Lexeme keyword, StatementShape* condition, uint32_t* semicolon) {
  if (at(Lexeme::Semi)) {
    *semicolon = index_;
    next();
  } else {
    want(Lexeme::Lbrace);  // what is missing in all likelihood
    if (!at(Lexeme::Lbrace)) advance(set_of(Lexeme::Lbrace, Lexeme::Rbrace));
  }
  if (keyword != Lexeme::For) {
    if (!at(Lexeme::Lbrace)) *condition = simple_statement(nullptr, keyword);
    return;
  }
  if (!at(Lexeme::Semi)) {
    if (at(Lexeme::Lbrace)) return syntax_error("expected for loop condition");
    *condition = simple_statement(nullptr, Lexeme::EndOfFile);
  }
  want(Lexeme::Semi);
  if (at(Lexeme::Lbrace)) return;
  const StatementShape post = simple_statement(nullptr, Lexeme::EndOfFile);
  if (post.kind == StatementKind::Define) {
    syntax_error_at(post.at, "cannot declare in post statement of for loop");
  }
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

void Grammar::for_statement() {
  header(Lexeme::For);
  block("for clause");
}

void Grammar::if_statement() {
  const Nesting nesting(*this);
  if (!nesting) return;
  header(Lexeme::If);
  block("if clause");
  if (!got(Lexeme::Else)) return;
  if (at(Lexeme::If)) return if_statement();
  if (at(Lexeme::Lbrace)) return block("");
  syntax_error("else must be followed by if or statement block");
  advance(set_of(Lexeme::Name, Lexeme::Rbrace));
}

void Grammar::switch_statement() {
  const Header head = header(Lexeme::Switch);
  if (!got(Lexeme::Lbrace)) {
    syntax_error("missing { after switch clause");
    advance(set_of(Lexeme::Case, Lexeme::Default, Lexeme::Rbrace));
  }
  while (!at(Lexeme::EndOfFile) && !at(Lexeme::Rbrace)) case_clause(head.is_type_switch);
  want(Lexeme::Rbrace);
}

void Grammar::select_statement() {
  want(Lexeme::Select);
  if (!got(Lexeme::Lbrace)) {
    syntax_error("missing { after select clause");
    advance(set_of(Lexeme::Case, Lexeme::Default, Lexeme::Rbrace));
  }
  while (!at(Lexeme::EndOfFile) && !at(Lexeme::Rbrace)) comm_clause();
  want(Lexeme::Rbrace);
}

// Of a case of a type switch; `nil` is one of them.
void Grammar::type_list() {
  do {
    const Shape x = expr();
    unwrap_types(x.first, x.last);
    if (!x.is_value) continue;
    uint32_t first = x.first, last = x.last;
    if (x.kind == ShapeKind::Paren) {
      for (; tokens_.tokens[first].lexeme == Lexeme::Lparen; ++first) --last;
    }
    tolerated_error_later_at(first, text_of(first, last) + " is not a type");
    write_as_bad(x.first, x.last);
  } while (got(Lexeme::Comma));
}

void Grammar::case_clause(bool is_type_switch) {
  if (got(Lexeme::Case)) {
    if (is_type_switch)
      type_list();
    else
      expr_list();
  } else if (!got(Lexeme::Default)) {
    syntax_error("expected case or default or }");
    advance(set_of(Lexeme::Colon, Lexeme::Case, Lexeme::Default, Lexeme::Rbrace));
  }
  want(Lexeme::Colon);
  statement_list();
}

void Grammar::not_communication(const StatementShape& comm) {
  const std::string problem = "select case must be send or receive (possibly with assignment)";
  // tree-sitter knows no other statements here.
  if (comm.kind == StatementKind::Expression) return tolerated_error_later_at(comm.at, problem);
  if (comm.kind == StatementKind::Define && comm.right.kind != ShapeKind::List)
    return tolerated_error_later_at(comm.first, problem);
  error_later_at(comm.first, problem);
}

void Grammar::comm_clause() {
  if (got(Lexeme::Case)) {
    const StatementShape comm = simple_statement(nullptr, Lexeme::EndOfFile);
    const bool assigns = comm.kind == StatementKind::Assign || comm.kind == StatementKind::Define;
    const bool is_valid = comm.kind == StatementKind::Send ||
                          (comm.kind == StatementKind::Expression && is_receive(comm.left)) ||
                          (assigns && is_receive(comm.right));
    if (!is_valid && at(Lexeme::Colon)) not_communication(comm);
  } else if (!got(Lexeme::Default)) {
    syntax_error("expected case or default or }");
    advance(set_of(Lexeme::Colon, Lexeme::Case, Lexeme::Default, Lexeme::Rbrace));
  }
  want(Lexeme::Colon);
  statement_list();
}

}  // namespace gopark::lang
