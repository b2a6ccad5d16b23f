// Expressions.
#include <string>

#include "sim/lang/syntax_grammar.h"

namespace gopark::lang {
namespace {

int precedence_of(const SourceToken& token) {
  if (token.lexeme == Lexeme::Star) return 5;
  if (token.lexeme != Lexeme::Operator) return 0;
  switch (token.op) {
    case Token::LOr:
      return 1;
    case Token::LAnd:
      return 2;
    case Token::Eql:
    case Token::Neq:
    case Token::Lss:
    case Token::Leq:
    case Token::Gtr:
    case Token::Geq:
      return 3;
    case Token::Add:
    case Token::Sub:
    case Token::Or:
    case Token::Xor:
      return 4;
    case Token::Quo:
    case Token::Rem:
    case Token::And:
    case Token::AndNot:
    case Token::Shl:
    case Token::Shr:
      return 5;
    default:
      return 0;
  }
}

bool is_unary_operator(const SourceToken& token) {
  if (token.lexeme == Lexeme::Star) return true;
  if (token.lexeme != Lexeme::Operator) return false;
  switch (token.op) {
    case Token::Add:
    case Token::Sub:
    case Token::Not:
    case Token::Xor:
    case Token::Tilde:
    case Token::And:
      return true;
    default:
      return false;
  }
}

ShapeKind literal_type_kind(Lexeme lexeme) {
  switch (lexeme) {
    case Lexeme::Lbrack:
      return ShapeKind::ArrayType;
    case Lexeme::Struct:
      return ShapeKind::StructType;
    case Lexeme::Map:
      return ShapeKind::MapType;
    case Lexeme::Chan:
      return ShapeKind::ChanType;
    case Lexeme::Interface:
      return ShapeKind::InterfaceType;
    default:
      return ShapeKind::FuncType;
  }
}

}  // namespace

// A shape from `first` to the token before the current one.
Shape Grammar::shape(ShapeKind kind, uint32_t first) const {
  Shape result;
  result.kind = kind;
  result.first = result.at = first;
  result.last = index_ > first ? index_ - 1 : first;
  return result;
}

void Grammar::wrap_type(uint32_t first, uint32_t last) {
  renderings_[first].type_starts = true;
  renderings_[last].type_ends = true;
}

void Grammar::write_as_bad(uint32_t first, uint32_t last) {
  renderings_[first] = Rendering{};
  renderings_[first].is_bad = true;
  renderings_[first].bad_last = last;
  for (uint32_t i = first + 1; i <= last; ++i) renderings_[i].dropped = true;
}

// What was read as an expression turned out to stand where only types may.
void Grammar::unwrap_types(uint32_t first, uint32_t last) {
  for (uint32_t i = first; i <= last; ++i) {
    renderings_[i].type_starts = renderings_[i].type_ends = false;
  }
  while (!tildes_.empty() && tildes_.back() >= first && tildes_.back() <= last) {
    tildes_.pop_back();
  }
}

// A list when there is more than one.
Shape Grammar::expr_list() {
  const Shape first = expr();
  if (!at(Lexeme::Comma)) return first;
  uint32_t third = 0;
  for (uint32_t count = 2; got(Lexeme::Comma); ++count) {
    if (count == 3) third = index_;
    expr();
  }
  Shape list = shape(ShapeKind::List, first.first);
  list.third = third;
  return list;
}

// `first` is an operand that was read already.
Shape Grammar::binary_expr(const Shape* first, int precedence) {
  Shape x = first != nullptr ? *first : unary_expr();
  for (int own = precedence_of(token()); own > precedence; own = precedence_of(token())) {
    const uint32_t op = index_;
    const Token op_token = token().op;
    next();
    const Shape y = binary_expr(nullptr, own);
    Shape both = shape(ShapeKind::Binary, x.first);
    both.op = op_token;
    both.at = op;
    both.is_value = true;
    both.is_type_only = x.is_type_only || y.is_type_only;
    if (op_token == Token::Mul && x.kind == ShapeKind::Name) {
      both.may_declare = true;
      both.declares = y.is_type_only;
    } else if (op_token == Token::Or) {
      both.may_declare = x.may_declare;
      both.declares = y.is_type_only ? x.may_declare : x.declares;
    }
    x = both;
  }
  return x;
}

Shape Grammar::unary_expr() {
  const Nesting nesting(*this);
  if (!nesting) return Shape();
  if (at(Lexeme::Arrow)) return receive_or_channel();
  if (!is_unary_operator(token())) return primary_expr(nullptr);
  const uint32_t op = index_;
  next();
  if (tokens_.tokens[op].op == Token::Tilde) tildes_.push_back(op);
  const Shape x = unary_expr();
  Shape result = shape(ShapeKind::Unary, op);
  result.op = tokens_.tokens[op].op;
  result.is_value = result.op != Token::Mul;
  result.is_type_only = x.is_type_only || result.op == Token::Tilde;
  return result;
}

// `<-x`. When x is a channel type the arrow belongs to it: <-chan T, and <-chan<- chan T is
// <-chan (<-chan T).
Shape Grammar::receive_or_channel() {
  const uint32_t arrow = index_;
  next();
  const Shape x = unary_expr();
  if (x.kind != ShapeKind::ChanType) {
    Shape receive = shape(ShapeKind::Unary, arrow);
    receive.op = Token::Arrow;
    receive.is_value = true;
    receive.is_type_only = x.is_type_only;
    return receive;
  }
  if (x.tail == ChannelTail::Receives) syntax_error("unexpected <-, expected chan");
  if (x.tail == ChannelTail::SendsNonChannel) {
    uint32_t element = x.first;
    while (tokens_.tokens[element].lexeme == Lexeme::Chan ||
           tokens_.tokens[element].lexeme == Lexeme::Arrow) {
      ++element;
    }
    syntax_error("unexpected " + text_of(element, x.last) + ", expected chan");
  }
  Shape channel = shape(ShapeKind::ChanType, arrow);
  channel.is_type_only = true;
  channel.tail = ChannelTail::Receives;
  return channel;
}

// Operand = Literal | Name | "(" Expression ")" | Type .
Shape Grammar::operand() {
  const uint32_t first = index_;
  switch (lexeme()) {
    case Lexeme::Name:
      next();
      return shape(ShapeKind::Name, first);
    case Lexeme::Literal: {
      next();
      Shape literal = shape(ShapeKind::Literal, first);
      literal.is_value = true;
      return literal;
    }
    case Lexeme::Lparen: {
      next();
      ++expression_nesting_;
      const Shape x = expr();
      --expression_nesting_;
      want(Lexeme::Rparen);
      Shape paren = shape(ShapeKind::Paren, first);
      paren.op = x.op;
      paren.is_value = x.is_value;
      paren.is_type_only = x.is_type_only;
      paren.inside = x.kind == ShapeKind::Paren ? x.inside : x.kind;
      paren.inside_at = x.kind == ShapeKind::Paren ? x.inside_at : x.at;
      return paren;
    }
    case Lexeme::Func:
    case Lexeme::Lbrack:
    case Lexeme::Chan:
    case Lexeme::Map:
    case Lexeme::Struct:
    case Lexeme::Interface:
      return type_operand();
    default:
      syntax_error("expected expression");
      advance(set_of(Lexeme::Rparen, Lexeme::Rbrack, Lexeme::Rbrace));
      return shape(ShapeKind::Bad, first);
  }
}

// A type where an expression may stand: the type of a composite literal, a function literal, a
// conversion's or an argument.
Shape Grammar::type_operand() {
  const uint32_t first = index_;
  const Lexeme start = lexeme();
  literal_type_ = first;
  if (start == Lexeme::Func) {
    next();
    func_type("function type");
    if (at(Lexeme::Lbrace)) {
      ++expression_nesting_;
      func_body();
      --expression_nesting_;
      Shape function = shape(ShapeKind::FuncLiteral, first);
      function.is_value = true;
      return function;
    }
  } else {
    type();
  }
  Shape type = shape(literal_type_kind(start), first);
  type.is_type_only = true;
  if (start == Lexeme::Func) type.at = first + 1;
  if (start == Lexeme::Chan) type.tail = channel_tail(first);
  const bool may_be_literal =
      start == Lexeme::Lbrack || start == Lexeme::Map || start == Lexeme::Struct;
  if (!(may_be_literal && at(Lexeme::Lbrace))) wrap_type(type.first, type.last);
  return type;
}

// Of the channel type that starts with `chan` at this token: what a `<-` in front of it meets.
ChannelTail Grammar::channel_tail(uint32_t chan) const {
  const auto lexeme_at = [&](uint32_t i) { return tokens_.tokens[i].lexeme; };
  while (lexeme_at(chan + 1) == Lexeme::Arrow) {
    chan += 2;
    if (lexeme_at(chan) == Lexeme::Arrow) return ChannelTail::Receives;
    if (lexeme_at(chan) != Lexeme::Chan) return ChannelTail::SendsNonChannel;
  }
  return ChannelTail::Both;
}

// PrimaryExpr = Operand { Selector | Index | Slice | TypeAssertion | Arguments | LiteralValue } .
// `first` is an operand that was read already.
Shape Grammar::primary_expr(const Shape* first) {
  Shape x = first != nullptr ? *first : operand();
  while (primary_suffix(&x)) continue;
  return x;
}

bool Grammar::primary_suffix(Shape* x) {
  switch (lexeme()) {
    case Lexeme::Dot:
      selector_suffix(x);
      return true;
    case Lexeme::Lbrack:
      index_suffix(x);
      return true;
    case Lexeme::Lparen:
      call_suffix(x);
      return true;
    case Lexeme::Lbrace: {
      if (!may_be_composite(*x)) return false;
      if (x->kind == ShapeKind::Paren) {
        syntax_error("cannot parenthesize type in composite literal");
      }
      const uint32_t start = x->first;
      if (x->kind == ShapeKind::Index) unwrap_types(start, x->last);
      const uint32_t brace = index_;
      literal_body();
      *x = shape(ShapeKind::Composite, start);
      x->at = brace;
      x->is_value = true;
      return true;
    }
    default:
      return false;
  }
}

void Grammar::selector_suffix(Shape* x) {
  const uint32_t start = x->first;
  const uint32_t dot = index_;
  next();
  if (got(Lexeme::Name)) {
    *x = shape(ShapeKind::Selector, start);
  } else if (got(Lexeme::Lparen)) {
    const bool is_guard = got(Lexeme::Type);
    if (is_guard) {
      guards_.push_back(start);
    } else {
      type();
    }
    want(Lexeme::Rparen);
    *x = shape(is_guard ? ShapeKind::TypeSwitchGuard : ShapeKind::Assertion, start);
    x->is_value = true;
  } else {
    syntax_error("expected name or (");
    return advance(set_of(Lexeme::Semi, Lexeme::Rparen));
  }
  x->at = dot;
}

// x[i], x[i:j], x[i:j:k], x[T1, T2].
void Grammar::index_suffix(Shape* x) {
  const uint32_t start = x->first;
  const uint32_t bracket = index_;
  next();
  if (at(Lexeme::Rbrack)) {
    syntax_error("expected operand");
    next();
    return;
  }
  if (!at(Lexeme::Colon)) {
    bool comma = false;
    const Shape index = type_list(&comma);
    if (comma || at(Lexeme::Rbrack)) {
      const bool is_value = x->is_value || index.is_value;
      want(Lexeme::Rbrack);
      *x = shape(ShapeKind::Index, start);
      x->is_value = is_value;
      x->at = bracket;
      return;
    }
  }
  if (!got(Lexeme::Colon)) {
    syntax_error("expected comma, : or ]");
    advance(set_of(Lexeme::Comma, Lexeme::Colon, Lexeme::Rbrack));
  }
  slice_rest();
  *x = shape(ShapeKind::Slice, start);
  x->is_value = true;
  x->at = bracket;
}

void Grammar::missing_index(const std::string& which) {
  tolerated_error_at(index_, which + " index required in 3-index slice");
  renderings_[index_].bad_before = true;
}

// After "[" [ low ] ":".
void Grammar::slice_rest() {
  ++expression_nesting_;
  const bool has_high = !at(Lexeme::Colon) && !at(Lexeme::Rbrack);
  if (has_high) expr();
  if (at(Lexeme::Colon)) {
    if (!has_high) missing_index("middle");
    next();
    if (at(Lexeme::Rbrack)) {
      missing_index("final");
    } else {
      expr();
    }
  }
  --expression_nesting_;
  want(Lexeme::Rbrack);
}

// f(a, b), f(xs...).
void Grammar::call_suffix(Shape* x) {
  const bool after_name = x->kind == ShapeKind::Name;
  const uint32_t start = x->first;
  const uint32_t paren = index_;
  next();
  uint32_t count = 0;
  bool is_type_only = false;
  bool dots = false;
  ++expression_nesting_;
  list("argument list", Lexeme::Comma, Lexeme::Rparen, [&] {
    is_type_only = expr().is_type_only;
    ++count;
    dots = got(Lexeme::DotDotDot);
    return dots;
  });
  --expression_nesting_;
  *x = shape(ShapeKind::Call, start);
  x->at = paren;
  x->is_value = true;
  x->may_declare = after_name && count == 1 && !dots;
  x->declares = x->may_declare && is_type_only;
}

// Whether `{` after x opens a literal's value rather than a block.
bool Grammar::may_be_composite(const Shape& x) const {
  const bool inside_paren = x.kind == ShapeKind::Paren;
  switch (inside_paren ? x.inside : x.kind) {
    case ShapeKind::Name:
    case ShapeKind::Selector:
      return expression_nesting_ >= 0;
    case ShapeKind::Index:
      return expression_nesting_ >= 0 && !x.is_value;
    case ShapeKind::ArrayType:
    case ShapeKind::StructType:
    case ShapeKind::MapType:
      return true;
    default:
      return false;
  }
}

// LiteralValue = "{" [ Element { "," Element } [ "," ] ] "}" .
void Grammar::literal_body() {
  const Nesting nesting(*this);
  if (!nesting) return;
  ++expression_nesting_;
  want(Lexeme::Lbrace);
  list("composite literal", Lexeme::Comma, Lexeme::Rbrace, [this] {
    literal_element();
    if (got(Lexeme::Colon)) literal_element();
    return false;
  });
  --expression_nesting_;
}

void Grammar::literal_element() {
  if (at(Lexeme::Lbrace)) {
    literal_body();
  } else {
    expr();
  }
}

// An expression, or several types, each perhaps followed by a comma: what may stand in "[" "]".
Shape Grammar::type_list(bool* comma) {
  ++expression_nesting_;
  const Shape first = expr();
  Shape result = first;
  *comma = at(Lexeme::Comma);
  while (at(Lexeme::Comma)) {
    const uint32_t separator = index_;
    next();
    if (type_or_none()) {
      unwrap_types(first.first, first.last);
      result = shape(ShapeKind::List, first.first);
      continue;
    }
    renderings_[separator].dropped = true;
    break;
  }
  --expression_nesting_;
  return result;
}

}  // namespace gopark::lang
