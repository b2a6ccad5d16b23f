// Types, fields and parameters.
#include <algorithm>
#include <string>
#include <utility>

#include "sim/lang/syntax_grammar.h"

namespace gopark::lang {
namespace {

// Where any parameter has a name and a type, lone names are names too, and no types.
bool has_names(const std::vector<ParameterShape>& list) {
  return std::any_of(list.begin(), list.end(),
                     [](const ParameterShape& each) { return each.named && each.typed; });
}

}  // namespace

Expr* Grammar::type() {
  if (Expr* type = type_or_none()) return type;
  syntax_error("expected type");
  advance(set_of(Lexeme::Comma, Lexeme::Colon, Lexeme::Semi, Lexeme::Rparen, Lexeme::Rbrack,
                 Lexeme::Rbrace));
  return nullptr;
}

// Type = TypeName | TypeLit | "(" Type ")" . Null, and nothing consumed, when none starts here.
Expr* Grammar::type_or_none() {
  const Nesting nesting(*this);
  if (!nesting) return nullptr;
  const uint32_t first = index_;
  switch (lexeme()) {
    case Lexeme::Star: {
      next();
      Expr* base = type();
      auto* star = make<StarExpr>(first);
      star->x = base;
      return star;
    }
    case Lexeme::Arrow:
      next();
      want(Lexeme::Chan);
      return channel_type(first, ChanDir::RecvOnly);
    case Lexeme::Func:
      next();
      return func_type("function type", first);
    case Lexeme::Lbrack:
      next();
      return got(Lexeme::Rbrack) ? array_type(first, nullptr) : array_type_rest(first);
    case Lexeme::Chan:
      next();
      return channel_type(first, got(Lexeme::Arrow) ? ChanDir::SendOnly : ChanDir::Both);
    case Lexeme::Map: {
      next();
      want(Lexeme::Lbrack);
      Expr* key = type();
      want(Lexeme::Rbrack);
      Expr* value = type();
      auto* map = make<MapTypeExpr>(first);
      map->key = key;
      map->value = value;
      return map;
    }
    case Lexeme::Struct:
      return struct_type();
    case Lexeme::Interface:
      return interface_type();
    case Lexeme::Name:
      return qualified_name(false);
    case Lexeme::Lparen: {
      next();
      Expr* inside = type();
      want(Lexeme::Rparen);
      auto* paren = make<ParenExpr>(first);
      paren->x = inside;
      return paren;
    }
    default:
      return nullptr;
  }
}

// At the element's type.
Expr* Grammar::channel_type(uint32_t first, ChanDir dir) {
  Expr* element = type_or_none();
  if (element == nullptr) syntax_error("missing channel element type");
  auto* channel = make<ChanTypeExpr>(first);
  channel->dir = dir;
  channel->element = element;
  return channel;
}

// After "[": the length or "...", "]" and the element type.
Expr* Grammar::array_type_rest(uint32_t bracket) {
  Expr* length = nullptr;
  if (got(Lexeme::DotDotDot)) {
    length = make<EllipsisExpr>(index_ - 1);
  } else {
    ++expression_nesting_;
    length = expr().tree;
    --expression_nesting_;
    if (at(Lexeme::Comma)) {
      syntax_error("unexpected comma; expected ]");
      next();
    }
  }
  want(Lexeme::Rbrack);
  return array_type(bracket, length);
}

// TypeName [ TypeArgs ] .
Expr* Grammar::qualified_name(bool name_consumed) {
  if (!name_consumed) {
    if (at(Lexeme::Name)) {
      next();
    } else {
      syntax_error("expected name");
      advance(set_of(Lexeme::Dot, Lexeme::Semi, Lexeme::Rbrace));
    }
  }
  const uint32_t first = index_ - 1;
  Expr* x = ident_at(first);
  if (got(Lexeme::Dot)) {
    name();
    x = selector(x, first);
  }
  return at(Lexeme::Lbrack) ? type_instance(x, first) : x;
}

Expr* Grammar::type_instance(Expr* x, uint32_t first) {
  want(Lexeme::Lbrack);
  Shape arguments;
  if (at(Lexeme::Rbrack)) {
    syntax_error("expected type");
  } else {
    bool comma = false;
    arguments = type_list(&comma);
    accept_tildes(arguments.first, arguments.last);
  }
  want(Lexeme::Rbrack);
  return instance(x, first, arguments);
}

Expr* Grammar::struct_type() {
  const uint32_t first = index_;
  auto* structure = arena_.make<StructTypeExpr>();
  want(Lexeme::Struct);
  want(Lexeme::Lbrace);
  list("struct type", Lexeme::Semi, Lexeme::Rbrace, [this, structure] {
    field(structure);
    return false;
  });
  structure->pos = pos(first);
  structure->end = tokens_.end(tokens_.tokens[index_ - 1]);
  return structure;
}

// FieldDecl = (IdentifierList Type | [ "*" ] TypeName) [ Tag ] .
void Grammar::field(StructTypeExpr* structure) {
  Field field;
  field.pos = pos(index_);
  if (!field_type(&field)) return;
  field.embedded = field.names.empty();
  const uint32_t tag = index_;
  if (got(Lexeme::Literal)) {
    field.tag = tokens_.text(tokens_.tokens[tag]);
    if (tokens_.tokens[tag].op != Token::String) {
      syntax_error_at(tag, "struct field tag must be a string");
    }
  }
  structure->fields.push_back(std::move(field));
}

// The names, if there are any, and the type. False, with an error, when it is no field.
bool Grammar::field_type(Field* field) {
  const uint32_t first = index_;
  switch (lexeme()) {
    case Lexeme::Name:
      next();
      if (at(Lexeme::Dot) || at(Lexeme::Literal) || at(Lexeme::Semi) || at(Lexeme::Rbrace)) {
        field->type_expr = qualified_name(true);  // embedded
      } else if (at(Lexeme::Lbrack)) {
        // a [n]E, or T[A] embedded
        if (!array_or_type_arguments(&field->type_expr)) field->names = {ident_at(first)};
      } else {
        field->names = {ident_at(first)};
        while (got(Lexeme::Comma)) field->names.push_back(name());
        field->type_expr = type();
      }
      return true;
    case Lexeme::Star: {
      next();
      if (at(Lexeme::Lparen)) {
        syntax_error("cannot parenthesize embedded type");
        next();
        qualified_name(false);
        got(Lexeme::Rparen);
        return true;
      }
      Expr* base = qualified_name(false);
      auto* star = make<StarExpr>(first);
      star->x = base;
      field->type_expr = star;
      return true;
    }
    case Lexeme::Lparen:
      syntax_error("cannot parenthesize embedded type");
      next();
      got(Lexeme::Star);
      qualified_name(false);
      got(Lexeme::Rparen);
      return true;
    default:
      syntax_error("expected field name or embedded type");
      advance(set_of(Lexeme::Semi, Lexeme::Rbrace));
      return false;
  }
}

// After a name, at "[": an array or slice type, or the name with type arguments.
bool Grammar::array_or_type_arguments(Expr** tree) {
  const uint32_t bracket = index_;
  want(Lexeme::Lbrack);
  if (got(Lexeme::Rbrack)) {
    *tree = array_type(bracket, nullptr);
    return false;
  }
  bool comma = false;
  const Shape arguments = type_list(&comma);
  want(Lexeme::Rbrack);
  if (Expr* element = comma ? nullptr : type_or_none()) {
    auto* array = make<ArrayTypeExpr>(bracket);
    array->length = arguments.tree;
    array->element = element;
    *tree = array;
    return false;
  }
  accept_tildes(arguments.first, arguments.last);
  *tree = instance(ident_at(bracket - 1), bracket - 1, arguments);
  return true;
}

Expr* Grammar::interface_type() {
  const uint32_t first = index_;
  auto* interface = arena_.make<InterfaceTypeExpr>();
  want(Lexeme::Interface);
  want(Lexeme::Lbrace);
  list("interface type", Lexeme::Semi, Lexeme::Rbrace, [this, interface] {
    interface->elements.push_back(interface_element());
    return false;
  });
  interface->pos = pos(first);
  interface->end = tokens_.end(tokens_.tokens[index_ - 1]);
  return interface;
}

// InterfaceElem = MethodSpec | Term { "|" Term } .
InterfaceElement Grammar::interface_element() {
  InterfaceElement element;
  element.pos = pos(index_);
  if (at(Lexeme::Name)) {
    next();
    method_or_embedded(&element);
  } else {
    element.terms.push_back(term());
  }
  if (element.method == nullptr) union_terms(&element);
  return element;
}

// After a name: a method's signature, or the rest of an embedded type.
void Grammar::method_or_embedded(InterfaceElement* element) {
  const uint32_t first = index_ - 1;
  const auto method = [&] {
    element->method = ident_at(first);
    element->signature = func_type("interface method", first);
  };
  if (at(Lexeme::Lparen)) return method();
  if (!at(Lexeme::Lbrack)) {
    element->terms.push_back(qualified_name(true));
    return;
  }
  const uint32_t bracket = index_;
  next();
  if (at(Lexeme::Rbrack)) {
    const uint32_t close = index_;
    next();
    const bool is_method = at(Lexeme::Lparen);
    error_at(close, is_method ? "empty type parameter list" : "empty type argument list");
    if (is_method) method();
    return;
  }
  const std::vector<ParameterShape> list = parameters(Lexeme::Rbrack, ParameterNames::Optional);
  if (list.empty() ? at(Lexeme::Lparen) : has_names(list)) {
    method();
    if (!list.empty()) error_at(bracket, "interface method must have no type parameters");
    return;
  }
  auto* instance = make<IndexExpr>(first);
  instance->x = ident_at(first);
  for (const Field& field : fields_of(list)) instance->indices.push_back(field.type_expr);
  element->terms.push_back(instance);
}

// After the first term.
void Grammar::union_terms(InterfaceElement* element) {
  while (at_operator(Token::Or)) {
    next();
    element->terms.push_back(term());
  }
}

// T1 | T2 | T3 as nested binary expressions, as go/ast has them. After the first term, whose first
// token `first` is.
Expr* Grammar::union_rest(Expr* first_term, uint32_t first) {
  Expr* left = first_term;
  while (at_operator(Token::Or)) {
    const uint32_t op = index_;
    next();
    Expr* right = term();
    auto* both = make<BinaryExpr>(first);
    both->op = Token::Or;
    both->op_pos = pos(op);
    both->x = left;
    both->y = right;
    left = both;
    rise(first);
  }
  return left;
}

// Term = [ "~" ] Type .
Expr* Grammar::term() {
  const uint32_t first = index_;
  if (at_operator(Token::Tilde)) {
    next();
    Expr* base = type();
    auto* tilde = make<UnaryExpr>(first);
    tilde->op = Token::Tilde;
    tilde->x = base;
    return tilde;
  }
  if (Expr* type = type_or_none()) return type;
  syntax_error("expected ~ term or type");
  advance(set_of(Lexeme::Operator, Lexeme::Semi, Lexeme::Rparen, Lexeme::Rbrack, Lexeme::Rbrace));
  return nullptr;
}

// [ TypeParams ] Parameters [ Result ] . Type parameters are refused where a context is named.
// What it is the type of starts at token `first`.
FuncType* Grammar::func_type(std::string_view no_type_parameters_in, uint32_t first) {
  auto* function = arena_.make<FuncType>();
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
      function->type_params = fields_of(parameters(Lexeme::Rbrack, ParameterNames::Required));
    }
  }
  want(Lexeme::Lparen);
  function->params = fields_of(parameters(Lexeme::Rparen, ParameterNames::Optional));
  function->results = func_result();
  function->pos = pos(first);
  function->end = tokens_.end(tokens_.tokens[index_ - 1]);
  return function;
}

std::vector<Field> Grammar::func_result() {
  if (got(Lexeme::Lparen)) return fields_of(parameters(Lexeme::Rparen, ParameterNames::Optional));
  Field field;
  field.pos = pos(index_);
  field.type_expr = type_or_none();
  if (field.type_expr == nullptr) return {};
  return {std::move(field)};
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
  const Height height(*this);
  const bool unions = close == Lexeme::Rbrack;
  result->name = result->type = name != nullptr ? name->name : index_;
  if (name != nullptr || got(Lexeme::Name)) {
    const bool bracket = at(Lexeme::Lbrack);
    const bool is_type = bracket ? array_or_type_arguments(&result->type_tree)
                                 : at(Lexeme::Dot) || (unions && at_operator(Token::Or));
    result->named = !is_type;
    result->typed = bracket || is_type;
    if (bracket && !is_type) result->type = result->name + 1;
    if (is_type && !bracket) result->type_tree = qualified_name(true);
  }
  if (!result->typed) {
    result->type = index_;
    result->typed = at(Lexeme::DotDotDot) || (unions && at_operator(Token::Tilde));
    if (got(Lexeme::DotDotDot)) {
      Expr* element = type_or_none();
      if (element == nullptr) syntax_error("... is missing type");
      auto* variadic = make<EllipsisExpr>(result->type);
      variadic->element = element;
      result->type_tree = variadic;
    } else {
      result->type_tree = result->typed ? term() : type_or_none();
      result->typed = result->typed || result->type_tree != nullptr;
    }
  }
  if (result->typed && unions) result->type_tree = union_rest(result->type_tree, result->type);
  if (result->typed || result->named) return true;
  syntax_error("expected " + std::string(lexeme_text(close)));
  advance(set_of(Lexeme::Comma, close));
  return false;
}

// In (a, b int) only the last has a type of its own: a lone name takes the type of the next.
std::vector<Field> Grammar::fields_of(const std::vector<ParameterShape>& list) {
  const bool named = has_names(list);
  std::vector<Field> fields;
  Field field;
  for (const ParameterShape& each : list) {
    if (field.names.empty()) field.pos = pos(each.name);
    if (named) field.names.push_back(ident_at(each.name));
    if (named && !each.typed) continue;
    field.type_expr = each.typed ? each.type_tree : ident_at(each.name);
    fields.push_back(std::exchange(field, Field()));
  }
  return fields;
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
