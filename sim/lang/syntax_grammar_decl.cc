// Files and declarations.
#include <string>
#include <utility>

#include "sim/base/assert.h"
#include "sim/lang/constant.h"
#include "sim/lang/syntax_grammar.h"
#include "sim/lang/syntax_unicode.h"

namespace gopark::lang {

bool Grammar::file(SourceFile* parsed) {
  // `go build` reads package clause and imports first, with go/parser's words, and stops at the
  // first error there.
  SourceFile made = *parsed;
  if (!package_clause(&made)) return false;
  imports(&made);
  const bool header_is_wrong = has_errors();
  if (errors_ == 0) top_level(&made);
  report_deferred();
  // What is wrong with characters and literals leaves the rest to be checked.
  if (errors_ != tolerated_errors_ || header_is_wrong || is_incomplete_) return false;
  if (too_deep_at_ != UINT32_MAX) {
    error_at(too_deep_at_, "exceeded max nesting depth");
    return false;
  }
  *parsed = std::move(made);
  return true;
}

void Grammar::what_there_is(SourceFile* parsed) {
  if (package_clause(parsed)) imports(parsed);
  top_level(parsed);
}

// What go/parser says it found.
std::string Grammar::found_in_header() const {
  const std::string text(tokens_.text(token()));
  switch (lexeme()) {
    case Lexeme::Name:
    case Lexeme::Literal:
      return "found " + text;
    case Lexeme::Semi:
      if (token().cause == SemiCause::Newline) return "found newline";
      return token().cause == SemiCause::EndOfFile ? "found 'EOF'" : "found ';'";
    case Lexeme::EndOfFile:
      return "found 'EOF'";
    default:
      return "found '" + text + "'";
  }
}

// PackageClause = "package" identifier ";" .
bool Grammar::package_clause(SourceFile* parsed) {
  if (!got(Lexeme::Package)) {
    if (has_errors()) return false;
    error_at(index_, "expected 'package', " + found_in_header());
    return false;
  }
  if (!at(Lexeme::Name)) {
    if (!has_errors()) error_at(index_, "expected 'IDENT', " + found_in_header());
    return false;
  }
  if (tokens_.text(token()) == "_") error_later_at(index_, "invalid package name _");
  next();
  parsed->package_name = ident_at(index_ - 1);
  if (!at(Lexeme::EndOfFile)) want(Lexeme::Semi);
  return !has_errors();
}

void Grammar::imports(SourceFile* parsed) {
  while (errors_ == 0 && got(Lexeme::Import)) {
    auto* decl = arena_.make<GenDecl>();
    decl->pos = pos(index_ - 1);
    decl->token = Token::Import;
    parsed->declarations.push_back(Decl{decl, nullptr});
    if (got(Lexeme::Lparen)) {
      header_import_group(decl);
    } else {
      header_import_spec(decl);
    }
    if (errors_ > 0 || at(Lexeme::EndOfFile) || got(Lexeme::Semi)) continue;
    syntax_error("after top level declaration");
  }
}

void Grammar::header_import_group(GenDecl* decl) {
  while (errors_ == 0 && !got(Lexeme::Rparen)) {
    header_import_spec(decl);
    if (errors_ > 0 || got(Lexeme::Semi) || at(Lexeme::Rparen)) continue;
    error_at(index_, "expected ';', " + found_in_header());
  }
}

// ImportSpec = [ "." | PackageName ] ImportPath .
void Grammar::import_spec(GenDecl* decl) {
  auto* spec = arena_.make<ImportSpec>();
  spec->pos = pos(index_);
  if (at(Lexeme::Name) || at(Lexeme::Dot)) {
    spec->name = ident_at(index_);
    next();
  }
  const uint32_t path = index_;
  spec->path_pos = pos(path);
  decl->imports.push_back(spec);
  if (!got(Lexeme::Literal)) {
    syntax_error("missing import path; require quoted string");
    advance(set_of(Lexeme::Semi, Lexeme::Rparen));
  } else if (tokens_.tokens[path].op != Token::String) {
    syntax_error_at(path, "import path must be a string");
  }
}

void Grammar::header_import_spec(GenDecl* decl) {
  const uint32_t first = index_;
  const uint32_t path = at(Lexeme::Name) || at(Lexeme::Dot) ? first + 1 : first;
  const SourceToken& literal = tokens_.tokens[path];
  if (literal.lexeme != Lexeme::Literal) {
    return error_at(path, "missing import path; require quoted string");
  }
  if (literal.op != Token::String) return error_at(path, "import path must be a string");
  import_spec(decl);
  if (!literal.bad) decl->imports.back()->path = check_import_path(path);
}

// The path that the literal says. (Go: parser.isValidImport.)
std::string Grammar::check_import_path(uint32_t path) {
  constexpr std::string_view kIllegal = "!\"#$%&'()*,:;<=>?[\\]^{|}`";
  const std::string_view literal = tokens_.text(tokens_.tokens[path]);
  std::string error;
  const std::string text = literal_value(Token::String, literal, &error).text;
  bool valid = !text.empty();
  for (std::string_view rest = text; !rest.empty();) {
    const DecodedRune next_rune = decode_rune(rest);
    const uint32_t rune = next_rune.rune;
    rest.remove_prefix(next_rune.size);
    if (!is_printable(rune) || rune == ' ' || rune == kReplacementRune ||
        (rune < 0x80 && kIllegal.find(static_cast<char>(rune)) != kIllegal.npos)) {
      valid = false;
    }
  }
  if (!valid) error_at(path, "invalid import path: " + std::string(literal));
  return text;
}

void Grammar::top_level(SourceFile* parsed) {
  bool bodiless = false;  // the declaration before was a function without a body
  const auto add = [&](GenDecl* decl) { parsed->declarations.push_back(Decl{decl, nullptr}); };
  while (!at(Lexeme::EndOfFile)) {
    const bool after_bodiless = std::exchange(bodiless, false);
    if (got(Lexeme::Const)) {
      add(group(Token::Const, &Grammar::const_spec));
    } else if (got(Lexeme::Type)) {
      add(group(Token::Type, &Grammar::type_spec));
    } else if (got(Lexeme::Var)) {
      add(group(Token::Var, &Grammar::var_spec));
    } else if (got(Lexeme::Func)) {
      parsed->declarations.push_back(Decl{nullptr, func_declaration()});
      bodiless = parsed->declarations.back().func->body == nullptr;
    } else if (at(Lexeme::Import)) {
      syntax_error("imports must appear before other declarations");
      next();
      group(Token::Import, &Grammar::import_spec);
    } else {
      syntax_error(at(Lexeme::Lbrace) && after_bodiless
                       ? "unexpected semicolon or newline before {"
                       : "non-declaration statement outside function body");
      advance(set_of(Lexeme::Import, Lexeme::Const, Lexeme::Type, Lexeme::Var, Lexeme::Func));
      continue;
    }
    if (!at(Lexeme::EndOfFile) && !got(Lexeme::Semi)) {
      syntax_error("after top level declaration");
      advance(set_of(Lexeme::Import, Lexeme::Const, Lexeme::Type, Lexeme::Var, Lexeme::Func));
    }
  }
}

// spec | "(" { spec ";" } ")" . The last ";" is optional.
GenDecl* Grammar::group(Token token, Spec spec) {
  auto* decl = arena_.make<GenDecl>();
  decl->pos = pos(index_ - 1);
  decl->token = token;
  if (!got(Lexeme::Lparen)) {
    (this->*spec)(decl);
    return decl;
  }
  list("grouped declaration", Lexeme::Semi, Lexeme::Rparen, [&] {
    (this->*spec)(decl);
    return false;
  });
  return decl;
}

Ident* Grammar::name() {
  if (got(Lexeme::Name)) return ident_at(index_ - 1);
  syntax_error("expected name");
  skip_one();
  return nullptr;
}

std::vector<Ident*> Grammar::name_list() {
  std::vector<Ident*> names{name()};
  while (got(Lexeme::Comma)) names.push_back(name());
  return names;
}

// ConstSpec = IdentifierList [ [ Type ] "=" ExpressionList ] .
void Grammar::const_spec(GenDecl* decl) {
  const uint32_t first = index_;
  auto* spec = arena_.make<ValueSpec>();
  spec->pos = pos(first);
  spec->iota = static_cast<int64_t>(decl->values.size());
  decl->values.push_back(spec);
  spec->names = name_list();
  if (at(Lexeme::EndOfFile) || at(Lexeme::Semi) || at(Lexeme::Rparen)) return;
  spec->type_expr = type_or_none();
  if (got_assign()) {
    spec->values = elements_of(expr_list());
  } else {
    // Go leaves this to the type checker.
    const std::string name(tokens_.text(tokens_.tokens[first]));
    error_later_at(first, "missing init expr for " + name);
  }
}

// VarSpec = IdentifierList ( Type [ "=" ExpressionList ] | "=" ExpressionList ) .
void Grammar::var_spec(GenDecl* decl) {
  auto* spec = arena_.make<ValueSpec>();
  spec->pos = pos(index_);
  decl->values.push_back(spec);
  spec->names = name_list();
  if (!got_assign()) {
    spec->type_expr = type();
    if (!got_assign()) return;
  }
  spec->values = elements_of(expr_list());
}

// TypeSpec = identifier [ TypeParams ] [ "=" ] Type .
void Grammar::type_spec(GenDecl* decl) {
  auto* spec = arena_.make<TypeSpec>();
  spec->pos = pos(index_);
  decl->types.push_back(spec);
  spec->name = name();
  bool typed = false;
  if (at(Lexeme::Lbrack)) {
    typed = type_spec_with_bracket(spec);
  } else {
    spec->alias = got_assign();
    spec->type_expr = type_or_none();
    typed = spec->type_expr != nullptr;
  }
  if (typed) return;
  syntax_error("in type declaration");
  advance(set_of(Lexeme::Semi, Lexeme::Rparen));
}

// `[` starts an array type or type parameters: T [n]E, T [P any] E. An expression is read first
// and looked at. False when a type is missing.
bool Grammar::type_spec_with_bracket(TypeSpec* spec) {
  const uint32_t bracket = index_;
  next();
  if (got(Lexeme::Rbrack)) {
    spec->type_expr = array_type(bracket, nullptr);
    return true;
  }
  if (!at(Lexeme::Name)) {
    spec->type_expr = array_type_rest(bracket);
    return true;
  }
  const uint32_t first = index_;
  next();
  Shape x = shape(ShapeKind::Name, first, ident_at(first));
  if (!at(Lexeme::Lbrack)) {
    ++expression_nesting_;
    x = binary_expr(&x, 0);
    --expression_nesting_;
  }
  const bool lone_name = x.kind == ShapeKind::Name;
  const bool declares = x.declares || (x.may_declare && at(Lexeme::Comma));
  if (!declares && !(lone_name && !at(Lexeme::Rbrack))) {
    if (at(Lexeme::Comma)) {
      syntax_error("unexpected comma; expected ]");
      next();
    }
    want(Lexeme::Rbrack);
    spec->type_expr = array_type(bracket, x.tree);
    return true;
  }
  accept_tildes(x.first, x.last);
  ParameterShape parameter{true, declares, first, first + 1, nullptr};
  if (declares) parameter.type_tree = constraint_of(x.tree, first + 1);
  spec->type_params = fields_of(parameters(Lexeme::Rbrack, ParameterNames::Required, &parameter));
  spec->alias = got_assign();
  spec->type_expr = type_or_none();
  return spec->type_expr != nullptr;
}

// `*T`, `(T)`, `*T | U` of what was read as the expression `P *T`, `P (T)`, `P *T | U`; `first` is
// the constraint's first token. (Go: extractName.)
Expr* Grammar::constraint_of(Expr* x, uint32_t first) {
  Expr* constraint = nullptr;
  if (x->kind == ExprKind::Call) {
    auto* paren = arena_.make<ParenExpr>();
    paren->x = as<CallExpr>(x)->args[0];
    constraint = paren;
  } else if (as<BinaryExpr>(x)->op == Token::Mul) {
    auto* star = arena_.make<StarExpr>();
    star->x = as<BinaryExpr>(x)->y;
    constraint = star;
  } else {
    as<BinaryExpr>(x)->x = constraint_of(as<BinaryExpr>(x)->x, first);
    constraint = x;
  }
  constraint->pos = pos(first);
  constraint->end = x->end;
  return constraint;
}

// FunctionDecl = "func" Name [ TypeParams ] Signature [ Body ] .
// MethodDecl   = "func" Receiver Name Signature [ Body ] .
FuncDecl* Grammar::func_declaration() {
  const uint32_t first = index_ - 1;
  auto* decl = arena_.make<FuncDecl>();
  decl->pos = pos(first);
  decl->directive = directive_above(decl->pos.line);
  const bool is_method = got(Lexeme::Lparen);
  if (is_method) {
    const std::vector<ParameterShape> receivers =
        parameters(Lexeme::Rparen, ParameterNames::Optional);
    if (receivers.empty()) error_at(index_, "method has no receiver");
    if (receivers.size() > 1) error_at(index_, "method has multiple receivers");
    decl->receiver = fields_of(receivers);
  }
  if (got(Lexeme::Name)) {
    decl->name = ident_at(index_ - 1);
    decl->signature = func_type(is_method ? "method" : "", first);
  } else {
    syntax_error(is_method ? "expected name" : "expected name or (");
    advance(set_of(Lexeme::Lbrace, Lexeme::Semi));
  }
  if (at(Lexeme::Lbrace)) {
    if (bodies_ == Bodies::LeftUnread) {
      leave_unread(decl);
    } else {
      decl->body = func_body();
    }
  }
  decl->end = tokens_.end(tokens_.tokens[index_ - 1]);
  return decl;
}

std::string Grammar::directive_above(uint32_t line) const {
  for (const DirectiveComment& directive : tokens_.directives) {
    if (directive.line + 1 == line) return directive.text;
  }
  return "";
}

// At the body's brace.
void Grammar::leave_unread(FuncDecl* function) {
  function->unread = true;
  const uint32_t first = index_;
  uint32_t depth = 0;
  do {
    depth += at(Lexeme::Lbrace) ? 1 : 0;
    depth -= at(Lexeme::Rbrace) ? 1 : 0;
    next();
  } while (depth > 0 && !at(Lexeme::EndOfFile));
  const SourceToken& last = tokens_.tokens[index_ - 1];
  function->body_begin = tokens_.tokens[first].offset;
  function->body_end = last.offset + last.length;
  function->body = make<BlockStmt>(first);
}

BlockStmt* Grammar::body() {
  BlockStmt* body = func_body();
  GOPARK_ASSERT(errors_ == 0, "the text is not Go");
  return body;
}

BlockStmt* Grammar::func_body() {
  const uint32_t first = index_;
  const uint32_t errors = errors_;
  ++function_nesting_;
  BlockStmt* body = block("");
  --function_nesting_;
  if (errors_ == errors && !gave_up_ && !is_incomplete_)
    bodies_without_errors_.push_back({body, first, index_ - 1});
  return body;
}

std::vector<BlockStmt*> Grammar::whole_bodies() const {
  std::vector<BlockStmt*> whole;
  if (too_deep_at_ != UINT32_MAX) return whole;
  for (const BodyRead& body : bodies_without_errors_) {
    const SourceToken* tokens = tokens_.tokens.data();
    const bool is_whole = std::none_of(tokens + body.first, tokens + body.last + 1,
                                       [](const SourceToken& token) { return token.bad; });
    if (is_whole) whole.push_back(body.tree);
  }
  return whole;
}

}  // namespace gopark::lang
