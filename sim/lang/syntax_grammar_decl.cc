// Files and declarations.
#include <string>
#include <utility>

#include "sim/lang/constant.h"
#include "sim/lang/syntax_grammar.h"
#include "sim/lang/syntax_unicode.h"

namespace gopark::lang {

bool Grammar::file() {
  // `go build` reads package clause and imports first, with go/parser's words, and stops at the
  // first error there.
  if (!package_clause()) return false;
  imports();
  const bool header_is_wrong = has_errors();
  if (errors_ == 0) top_level();
  report_deferred();
  // What is wrong with characters and literals leaves the rest to be checked.
  return errors_ == tolerated_errors_ && !header_is_wrong && !is_incomplete_;
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
bool Grammar::package_clause() {
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
  if (!at(Lexeme::EndOfFile)) want(Lexeme::Semi);
  return !has_errors();
}

void Grammar::imports() {
  while (errors_ == 0 && got(Lexeme::Import)) {
    if (got(Lexeme::Lparen)) {
      header_import_group();
    } else {
      header_import_spec();
    }
    if (errors_ > 0 || at(Lexeme::EndOfFile) || got(Lexeme::Semi)) continue;
    syntax_error("after top level declaration");
  }
}

void Grammar::header_import_group() {
  while (errors_ == 0 && !got(Lexeme::Rparen)) {
    header_import_spec();
    if (errors_ > 0 || got(Lexeme::Semi) || at(Lexeme::Rparen)) continue;
    error_at(index_, "expected ';', " + found_in_header());
  }
}

// ImportSpec = [ "." | PackageName ] ImportPath .
void Grammar::import_spec() {
  if (at(Lexeme::Name) || at(Lexeme::Dot)) next();
  const uint32_t path = index_;
  if (!got(Lexeme::Literal)) {
    syntax_error("missing import path; require quoted string");
    advance(set_of(Lexeme::Semi, Lexeme::Rparen));
  } else if (tokens_.tokens[path].op != Token::String) {
    syntax_error_at(path, "import path must be a string");
  }
}

void Grammar::header_import_spec() {
  const uint32_t first = index_;
  const uint32_t path = at(Lexeme::Name) || at(Lexeme::Dot) ? first + 1 : first;
  const SourceToken& literal = tokens_.tokens[path];
  if (literal.lexeme != Lexeme::Literal) {
    return error_at(path, "missing import path; require quoted string");
  }
  if (literal.op != Token::String) return error_at(path, "import path must be a string");
  if (!literal.bad) check_import_path(path);
  import_spec();
}

// Go: parser.isValidImport.
void Grammar::check_import_path(uint32_t path) {
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
}

void Grammar::top_level() {
  bool bodiless = false;  // the declaration before was a function without a body
  while (!at(Lexeme::EndOfFile)) {
    const bool after_bodiless = std::exchange(bodiless, false);
    if (got(Lexeme::Const)) {
      group(&Grammar::const_spec);
    } else if (got(Lexeme::Type)) {
      group(&Grammar::type_spec);
    } else if (got(Lexeme::Var)) {
      group(&Grammar::var_spec);
    } else if (got(Lexeme::Func)) {
      bodiless = func_declaration();
    } else if (at(Lexeme::Import)) {
      syntax_error("imports must appear before other declarations");
      next();
      group(&Grammar::import_spec);
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

// spec | "(" { spec ";" } ")" . The last ";" is optional, but not for tree-sitter.
void Grammar::group(void (Grammar::*spec)()) {
  if (!got(Lexeme::Lparen)) return (this->*spec)();
  list("grouped declaration", Lexeme::Semi, Lexeme::Rparen, [&] {
    (this->*spec)();
    if (at(Lexeme::Rparen)) renderings_[index_].semicolon_before = true;
    return false;
  });
}

void Grammar::name() {
  if (got(Lexeme::Name)) return;
  syntax_error("expected name");
  skip_one();
}

void Grammar::name_list() {
  name();
  while (got(Lexeme::Comma)) name();
}

// ConstSpec = IdentifierList [ [ Type ] "=" ExpressionList ] .
void Grammar::const_spec() {
  const uint32_t first = index_;
  name_list();
  if (at(Lexeme::EndOfFile) || at(Lexeme::Semi) || at(Lexeme::Rparen)) return;
  type_or_none();
  if (got_assign()) {
    expr_list();
  } else {
    // Go leaves this to the type checker; tree-sitter has no tree for it.
    const std::string name(tokens_.text(tokens_.tokens[first]));
    error_later_at(first, "missing init expr for " + name);
  }
}

// VarSpec = IdentifierList ( Type [ "=" ExpressionList ] | "=" ExpressionList ) .
void Grammar::var_spec() {
  name_list();
  if (!got_assign()) {
    type();
    if (!got_assign()) return;
  }
  expr_list();
}

// TypeSpec = identifier [ TypeParams ] [ "=" ] Type .
void Grammar::type_spec() {
  name();
  bool typed = false;
  if (at(Lexeme::Lbrack)) {
    typed = type_spec_with_bracket();
  } else {
    got_assign();
    typed = type_or_none();
  }
  if (typed) return;
  syntax_error("in type declaration");
  advance(set_of(Lexeme::Semi, Lexeme::Rparen));
}

// `[` starts an array type or type parameters: T [n]E, T [P any] E. An expression is read first
// and looked at. False when a type is missing.
bool Grammar::type_spec_with_bracket() {
  next();
  if (got(Lexeme::Rbrack)) {
    type();
    return true;
  }
  if (!at(Lexeme::Name)) {
    array_type_rest();
    return true;
  }
  const uint32_t first = index_;
  Shape x = shape(ShapeKind::Name, first);
  next();
  x.last = first;
  if (!at(Lexeme::Lbrack)) {
    ++expression_nesting_;
    const Shape primary = primary_expr(&x);
    x = binary_expr(&primary, 0);
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
    type();
    return true;
  }
  unwrap_types(x.first, x.last);
  const ParameterShape parameter{true, declares, first, first + 1};
  parameters(Lexeme::Rbrack, ParameterNames::Required, &parameter);
  got_assign();
  return type_or_none();
}

// FunctionDecl = "func" Name [ TypeParams ] Signature [ Body ] .
// MethodDecl   = "func" Receiver Name Signature [ Body ] .
bool Grammar::func_declaration() {
  bool is_method = false;
  if (got(Lexeme::Lparen)) {
    is_method = true;
    const std::size_t count = parameters(Lexeme::Rparen, ParameterNames::Optional).size();
    if (count == 0) error_at(index_, "method has no receiver");
    if (count > 1) error_at(index_, "method has multiple receivers");
  }
  if (at(Lexeme::Name)) {
    next();
    func_type(is_method ? "method" : "");
  } else {
    syntax_error(is_method ? "expected name" : "expected name or (");
    advance(set_of(Lexeme::Lbrace, Lexeme::Semi));
  }
  if (!at(Lexeme::Lbrace)) return true;
  func_body();
  return false;
}

void Grammar::func_body() {
  ++function_nesting_;
  block("");
  --function_nesting_;
}

}  // namespace gopark::lang
