// Types, fields and parameters.
#include <string>

#include "sim/lang/syntax_grammar.h"

namespace gopark::lang {

void Grammar::type() {
  if (type_or_none()) return;
  syntax_error("expected type");
  advance(set_of(Lexeme::Comma, Lexeme::Colon, Lexeme::Semi, Lexeme::Rparen, Lexeme::Rbrack,
                 Lexeme::Rbrace));
}

// Type = TypeName | TypeLit | "(" Type ")" . False, and nothing consumed, when none starts here.
bool Grammar::type_or_none() {
  const Nesting nesting(*this);
  if (!nesting) return false;
  switch (lexeme()) {
    case Lexeme::Star:
      next();
      type();
      return true;
    case Lexeme::Arrow:
      next();
      want(Lexeme::Chan);
      channel_element();
      return true;
    case Lexeme::Func:
      next();
      func_type("function type");
      return true;
    case Lexeme::Lbrack:
      next();
      if (got(Lexeme::Rbrack)) {
        type();
      } else {
        array_type_rest();
      }
      return true;
    case Lexeme::Chan:
      next();
      got(Lexeme::Arrow);
      channel_element();
      return true;
    case Lexeme::Map:
      next();
      want(Lexeme::Lbrack);
      type();
      want(Lexeme::Rbrack);
      type();
      return true;
    case Lexeme::Struct:
      struct_type();
      return true;
    case Lexeme::Interface:
      interface_type();
      return true;
    case Lexeme::Name:
      qualified_name(false);
      return true;
    case Lexeme::Lparen:
      next();
      type();
      want(Lexeme::Rparen);
      return true;
    default:
      return false;
  }
}

void Grammar::channel_element() {
  if (!type_or_none()) syntax_error("missing channel element type");
}

// After "[": the length or "...", "]" and the element type.
void Grammar::array_type_rest() {
  const uint32_t dots = index_;
  if (got(Lexeme::DotDotDot)) {
    want(Lexeme::Rbrack);
    type();
    // tree-sitter has no tree for it elsewhere; the checker complains.
    if (dots != literal_type_ + 1 || !at(Lexeme::Lbrace)) write_as_bad(dots, dots);
    return;
  }
  ++expression_nesting_;
  expr();
  --expression_nesting_;
  if (at(Lexeme::Comma)) {
    syntax_error("unexpected comma; expected ]");
    next();
  }
  want(Lexeme::Rbrack);
  type();
}

// TypeName [ TypeArgs ] .
void Grammar::qualified_name(bool name_consumed) {
  if (!name_consumed) {
    if (at(Lexeme::Name)) {
      next();
    } else {
      syntax_error("expected name");
      advance(set_of(Lexeme::Dot, Lexeme::Semi, Lexeme::Rbrace));
    }
  }
  if (got(Lexeme::Dot)) name();
  if (at(Lexeme::Lbrack)) type_instance();
}

void Grammar::type_instance() {
  want(Lexeme::Lbrack);
  if (at(Lexeme::Rbrack)) {
    syntax_error("expected type");
  } else {
    bool comma = false;
    const Shape arguments = type_list(&comma);
    unwrap_types(arguments.first, arguments.last);
  }
  want(Lexeme::Rbrack);
}

void Grammar::struct_type() {
  want(Lexeme::Struct);
  want(Lexeme::Lbrace);
  list("struct type", Lexeme::Semi, Lexeme::Rbrace, [this] {
    field();
    return false;
  });
}

// FieldDecl = (IdentifierList Type | [ "*" ] TypeName) [ Tag ] .
void Grammar::field() {
  switch (lexeme()) {
    case Lexeme::Name:
      next();
      if (at(Lexeme::Dot) || at(Lexeme::Literal) || at(Lexeme::Semi) || at(Lexeme::Rbrace)) {
        qualified_name(true);  // embedded
      } else if (at(Lexeme::Lbrack)) {
        array_or_type_arguments();  // a [n]E, or T[A] embedded
      } else {
        while (got(Lexeme::Comma)) name();
        type();
      }
      break;
    case Lexeme::Star:
      next();
      if (at(Lexeme::Lparen)) {
        syntax_error("cannot parenthesize embedded type");
        next();
        qualified_name(false);
        got(Lexeme::Rparen);
      } else {
        qualified_name(false);
      }
      break;
    case Lexeme::Lparen:
      syntax_error("cannot parenthesize embedded type");
      next();
      got(Lexeme::Star);
      qualified_name(false);
      got(Lexeme::Rparen);
      break;
    default:
      syntax_error("expected field name or embedded type");
      advance(set_of(Lexeme::Semi, Lexeme::Rbrace));
      return;
  }
  const uint32_t tag = index_;
  if (got(Lexeme::Literal) && tokens_.tokens[tag].op != Token::String) {
    syntax_error_at(tag, "struct field tag must be a string");
  }
}

// After a name, at "[": an array or slice type, or type arguments.
bool Grammar::array_or_type_arguments() {
  want(Lexeme::Lbrack);
  if (got(Lexeme::Rbrack)) {
    type();
    return false;
  }
  bool comma = false;
  const Shape arguments = type_list(&comma);
  want(Lexeme::Rbrack);
  if (!comma && type_or_none()) return false;
  unwrap_types(arguments.first, arguments.last);
  return true;
}

void Grammar::interface_type() {
  want(Lexeme::Interface);
  want(Lexeme::Lbrace);
  list("interface type", Lexeme::Semi, Lexeme::Rbrace, [this] {
    interface_element();
    return false;
  });
}

// InterfaceElem = MethodSpec | Term { "|" Term } .
void Grammar::interface_element() {
  if (!at(Lexeme::Name)) return union_terms(false);
  next();
  bool is_method = false;
  method_or_embedded(&is_method);
  if (!is_method) union_terms(true);
}

// After a name: a method's signature, or the rest of an embedded type.
void Grammar::method_or_embedded(bool* is_method) {
  *is_method = at(Lexeme::Lparen);
  if (*is_method) return func_type("interface method");
  if (!at(Lexeme::Lbrack)) return qualified_name(true);
  const uint32_t bracket = index_;
  next();
  if (at(Lexeme::Rbrack)) {
    const uint32_t close = index_;
    next();
    *is_method = at(Lexeme::Lparen);
    error_at(close, *is_method ? "empty type parameter list" : "empty type argument list");
    if (*is_method) func_type("interface method");
    return;
  }
  const std::vector<ParameterShape> list = parameters(Lexeme::Rbrack, ParameterNames::Optional);
  *is_method = list.empty() ? at(Lexeme::Lparen) : list.front().named && list.front().typed;
  if (!*is_method) return;
  func_type("interface method");
  if (!list.empty()) error_at(bracket, "interface method must have no type parameters");
}

void Grammar::union_terms(bool first_consumed) {
  if (!first_consumed) term();
  while (at_operator(Token::Or)) {
    next();
    term();
  }
}

// Term = [ "~" ] Type .
void Grammar::term() {
  if (at_operator(Token::Tilde)) {
    next();
    return type();
  }
  if (type_or_none()) return;
  syntax_error("expected ~ term or type");
  advance(set_of(Lexeme::Operator, Lexeme::Semi, Lexeme::Rparen, Lexeme::Rbrack, Lexeme::Rbrace));
}

// [ TypeParams ] Parameters [ Result ] . Type parameters are refused where a context is named.
void Grammar::func_type(std::string_view no_type_parameters_in) {
  const uint32_t bracket = index_;
  if (got(Lexeme::Lbrack)) {
    if (!no_type_parameters_in.empty()) {
      syntax_error_at(bracket,
                      std::string(no_type_parameters_in) + " must have no type parameters");
    }
    if (at(Lexeme::Rbrack)) {
      syntax_error("empty type parameter list");
      next();
    } else {
      parameters(Lexeme::Rbrack, ParameterNames::Required);
    }
  }
  want(Lexeme::Lparen);
  parameters(Lexeme::Rparen, ParameterNames::Optional);
  func_result();
}

void Grammar::func_result() {
  if (got(Lexeme::Lparen)) {
    parameters(Lexeme::Rparen, ParameterNames::Optional);
  } else {
    type_or_none();
  }
}

// After "(" or "[". `first` is a name already consumed, perhaps with its type.
std::vector<ParameterShape> Grammar::parameters(Lexeme close, ParameterNames names,
                                                const ParameterShape* first) {
  std::vector<ParameterShape> result;
  if (first != nullptr && first->typed && got(close)) return {*first};
  const uint32_t end = list("parameter list", Lexeme::Comma, close, [&] {
    ParameterShape each;
    if (first != nullptr && first->typed) {
      result.push_back(*first);
    } else if (parameter(close, first, &each)) {
      result.push_back(each);
    }
    first = nullptr;
    return false;
  });
  check_parameters(result, names, end);
  return result;
}

// ParameterDecl = [ Name ] [ "..." ] Type, or a lone name; in "[" "]" a type may be a union.
// `name` may be consumed already.
bool Grammar::parameter(Lexeme close, const ParameterShape* name, ParameterShape* result) {
  const bool unions = close == Lexeme::Rbrack;
  result->name = result->type = name != nullptr ? name->name : index_;
  if (name != nullptr || got(Lexeme::Name)) {
    const bool bracket = at(Lexeme::Lbrack);
    const bool is_type =
        bracket ? array_or_type_arguments() : at(Lexeme::Dot) || (unions && at_operator(Token::Or));
    result->named = !is_type;
    result->typed = bracket || is_type;
    if (at(Lexeme::Dot)) qualified_name(true);
  }
  if (!result->typed) {
    result->type = index_;
    result->typed = at(Lexeme::DotDotDot) || (unions && at_operator(Token::Tilde));
    if (got(Lexeme::DotDotDot)) {
      if (!type_or_none()) syntax_error("... is missing type");
    } else if (result->typed) {
      term();
    } else {
      result->typed = type_or_none();
    }
  }
  if (result->typed && unions) union_terms(true);
  if (result->typed || result->named) return true;
  syntax_error("expected " + std::string(lexeme_text(close)));
  advance(set_of(Lexeme::Comma, close));
  return false;
}

// The token at which Go reports a type: parentheses and `func` are not part of its trees.
uint32_t Grammar::reported_type(uint32_t first) const {
  while (tokens_.tokens[first].lexeme == Lexeme::Lparen) ++first;
  return tokens_.tokens[first].lexeme == Lexeme::Func ? first + 1 : first;
}

// Either all parameters have names or none has. A lone name takes the type of the next parameter.
void Grammar::check_parameters(const std::vector<ParameterShape>& list, ParameterNames names,
                               uint32_t end) {
  std::size_t named = 0;
  std::size_t typed = 0;
  for (const ParameterShape& each : list) {
    named += each.named && each.typed ? 1 : 0;
    typed += each.typed ? 1 : 0;
  }
  const bool required = names == ParameterNames::Required;
  if (named == list.size() || (named == 0 && !required)) return;
  uint32_t wrong = UINT32_MAX;  // the leftmost offender
  bool has_type = false;        // of the parameters to the right
  for (std::size_t i = list.size(); i-- > 0;) {
    if (list[i].typed && !list[i].named) wrong = reported_type(list[i].type);
    if (!list[i].typed && !has_type) wrong = list[i].name;
    has_type = has_type || list[i].typed;
  }
  if (wrong == UINT32_MAX) return;
  if (!required) {
    syntax_error_at(wrong, "mixed named and unnamed parameters");
  } else if (named == typed) {
    syntax_error_at(end, "missing type constraint");
  } else {
    syntax_error_at(wrong, "type parameters must be named");
  }
}

}  // namespace gopark::lang
