// The grammar's tokens, errors and recovery.
#include "sim/lang/syntax_grammar.h"

#include <algorithm>

#include "sim/base/assert.h"
#include "sim/lang/syntax.h"

namespace gopark::lang {
namespace {

bool contains(LexemeSet set, Lexeme lexeme) {
  return (set & set_of(lexeme)) != 0;
}

// Keywords that start a statement: inside functions recovery stops there.
constexpr LexemeSet kStatementStarts =
    set_of(Lexeme::Break, Lexeme::Const, Lexeme::Continue, Lexeme::Defer, Lexeme::Fallthrough,
           Lexeme::For, Lexeme::Go, Lexeme::Goto, Lexeme::If, Lexeme::Return, Lexeme::Select,
           Lexeme::Switch, Lexeme::Type, Lexeme::Var);

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

std::string_view semicolon_text(SemiCause cause) {
  switch (cause) {
    case SemiCause::Semicolon:
      return "semicolon";
    case SemiCause::Newline:
      return "newline";
    default:
      return "EOF";
  }
}

bool is_word(Lexeme lexeme) {
  return lexeme == Lexeme::Name || lexeme == Lexeme::Literal || is_keyword(lexeme);
}

bool ends_operand(Lexeme lexeme) {
  return lexeme == Lexeme::Name || lexeme == Lexeme::Literal || lexeme == Lexeme::Rparen ||
         lexeme == Lexeme::Rbrack || lexeme == Lexeme::Rbrace;
}

bool is_spaced_between_operands(Lexeme lexeme) {
  return lexeme == Lexeme::Operator || lexeme == Lexeme::Star || lexeme == Lexeme::Arrow ||
         lexeme == Lexeme::AssignOp || lexeme == Lexeme::Assign || lexeme == Lexeme::Define;
}

}  // namespace

std::vector<Expr*> elements_of(const Shape& x) {
  if (x.kind == ShapeKind::List) return *x.elements;
  return {x.tree};
}

Grammar::Grammar(const TokenList& tokens, Arena& arena, Diagnostics& diagnostics, Bodies bodies)
    : tokens_(tokens), arena_(arena), diagnostics_(diagnostics), bodies_(bodies) {}

void Grammar::next() {
  if (!at(Lexeme::EndOfFile)) ++index_;
}

bool Grammar::got(Lexeme lexeme) {
  if (!at(lexeme)) return false;
  next();
  return true;
}

void Grammar::want(Lexeme lexeme) {
  if (got(lexeme)) return;
  std::string_view name = lexeme_text(lexeme);
  if (lexeme == Lexeme::Comma) name = "comma";
  if (lexeme == Lexeme::Semi) name = "semicolon or newline";
  syntax_error("expected " + std::string(name));
  skip_one();
}

// Takes `:=` for `=`, with an error.
bool Grammar::got_assign() {
  if (at(Lexeme::Define)) syntax_error("expected =");
  return got(Lexeme::Define) || got(Lexeme::Assign);
}

void Grammar::advance(LexemeSet follow) {
  follow |= set_of(Lexeme::EndOfFile);
  if (function_nesting_ > 0) follow |= kStatementStarts;
  while (!contains(follow, lexeme())) next();
}

bool Grammar::has_errors() const {
  return errors_ > 0 || token().bad ||
         tokens_.first_error_offset < token().offset + token().length ||
         (at(Lexeme::EndOfFile) && tokens_.first_error_offset != UINT32_MAX);
}

void Grammar::error_at(uint32_t token, std::string message) {
  ++errors_;
  diagnostics_.add(tokens_.pos(tokens_.tokens[token]), std::move(message));
}

void Grammar::tolerated_error_at(uint32_t token, std::string message) {
  ++tolerated_errors_;
  error_at(token, std::move(message));
}

void Grammar::error_later_at(uint32_t token, std::string message) {
  deferred_.push_back({token, std::move(message), false});
}

void Grammar::tolerated_error_later_at(uint32_t token, std::string message) {
  deferred_.push_back({token, std::move(message), true});
}

void Grammar::report_deferred() {
  if (errors_ > tolerated_errors_) return;
  for (const uint32_t guard : guards_) error_at(guard, "use of .(type) outside type switch");
  for (const uint32_t tilde : tildes_) {
    error_at(tilde, "cannot use ~ outside of interface or type constraint");
  }
  for (Deferred& mistake : deferred_) {
    if (mistake.is_tolerated) ++tolerated_errors_;
    error_at(mistake.token, std::move(mistake.message));
  }
}

void Grammar::syntax_error_at(uint32_t token, std::string_view message) {
  if (at(Lexeme::EndOfFile) && has_errors()) {
    is_incomplete_ = true;
    return;
  }
  std::string text = "syntax error: ";
  if (starts_with(message, "in ") || starts_with(message, "at ") ||
      starts_with(message, "after ")) {
    text += "unexpected " + found() + " ";
  } else if (starts_with(message, "expected ")) {
    text += "unexpected " + found() + ", ";
  }
  text += message;
  error_at(token, std::move(text));
}

std::string Grammar::found() const {
  const std::string text(tokens_.text(token()));
  switch (lexeme()) {
    case Lexeme::Name:
      return "name " + text;
    case Lexeme::Literal:
      return "literal " + text;
    case Lexeme::Semi:
      return std::string(semicolon_text(token().cause));
    case Lexeme::Comma:
      return "comma";
    case Lexeme::EndOfFile:
      return "EOF";
    default:
      return is_keyword(lexeme()) ? "keyword " + text : text;
  }
}

std::string Grammar::text_of(uint32_t first, uint32_t last) const {
  std::string text;
  Lexeme previous = Lexeme::EndOfFile;
  for (uint32_t i = first; i <= last; ++i) {
    const Lexeme current = tokens_.tokens[i].lexeme;
    if (current == Lexeme::Lbrace) {
      if (previous == Lexeme::Rparen) text += ' ';
      const bool empty = tokens_.tokens[i + 1].lexeme == Lexeme::Rbrace;
      for (uint32_t depth = 1; depth > 0 && i < last;) {
        const Lexeme inside = tokens_.tokens[++i].lexeme;
        depth += inside == Lexeme::Lbrace ? 1 : 0;
        depth -= inside == Lexeme::Rbrace ? 1 : 0;
      }
      text += empty ? "{}" : "{…}";
      previous = Lexeme::Rbrace;
      continue;
    }
    const bool is_send_type = current == Lexeme::Arrow && previous == Lexeme::Chan;
    const bool is_infix = is_spaced_between_operands(current) && ends_operand(previous);
    if (is_infix || (is_word(previous) && is_word(current))) text += ' ';
    text += tokens_.text(tokens_.tokens[i]);
    if (is_infix || is_send_type || current == Lexeme::Comma) text += ' ';
    previous = current;
  }
  return text;
}

std::string Grammar::text_of(const StatementShape& statement) const {
  if (statement.kind != StatementKind::Assign) return text_of(statement.first, statement.last);
  const auto emphasized = [&](const Shape& x) {
    const std::string text = x.kind == ShapeKind::Bad ? "<bad expr>" : text_of(x.first, x.last);
    return x.kind == ShapeKind::Binary ? "(" + text + ")" : text;
  };
  return "assignment " + emphasized(statement.left) + " = " + emphasized(statement.right);
}

// Ends the analysis with this error.
void Grammar::give_up(std::string_view message) {
  if (!gave_up_) syntax_error(message);
  gave_up_ = true;
  index_ = static_cast<uint32_t>(tokens_.tokens.size()) - 1;
}

Grammar::Nesting::Nesting(Grammar& grammar)
    : grammar_(grammar),
      height_(grammar),
      first_(grammar.index_),
      ok_(++grammar.nesting_ <= kMaxNesting) {
  if (!ok_) grammar_.give_up("exceeded max nesting depth");
}

Grammar::Nesting::~Nesting() {
  --grammar_.nesting_;
  grammar_.rise(first_);
}

void Grammar::rise(uint32_t first) {
  if (++height_ + nesting_ > kMaxTreeDepth) too_deep_at_ = std::min(too_deep_at_, first);
}

Ident* Grammar::ident_at(uint32_t token) {
  auto* name = make_between<Ident>(token, token);
  name->name = tokens_.text(tokens_.tokens[token]);
  return name;
}

// What stands in place of the tokens from `first` to `last`, which were reported. Its position is
// that of the first.
BadExpr* Grammar::bad_expr(uint32_t first, uint32_t last) {
  auto* bad = make_between<BadExpr>(first, first);
  for (uint32_t i = first; i <= last; ++i) {
    const SourceToken& token = tokens_.tokens[i];
    if (token.lexeme == Lexeme::Name) bad->names.emplace_back(tokens_.text(token));
  }
  return bad;
}

// After `.` and a name.
Expr* Grammar::selector(Expr* x, uint32_t first) {
  auto* selector = make<SelectorExpr>(first);
  selector->x = x;
  selector->sel = ident_at(index_ - 1);
  return selector;
}

// x[arguments], after "]".
Expr* Grammar::instance(Expr* x, uint32_t first, const Shape& arguments) {
  auto* index = make<IndexExpr>(first);
  index->x = x;
  index->indices = elements_of(arguments);
  return index;
}

// After "[", the length, if there is one, and "]".
Expr* Grammar::array_type(uint32_t bracket, Expr* length) {
  Expr* element = type();
  auto* array = make<ArrayTypeExpr>(bracket);
  array->length = length;
  array->element = element;
  return array;
}

}  // namespace gopark::lang
