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
Shape Grammar::shape(ShapeKind kind, uint32_t first, Expr* tree) const {
  Shape result;
  result.tree = tree;
  result.kind = kind;
  result.first = result.at = first;
  result.last = index_ > first ? index_ - 1 : first;
  return result;
}

// What was read as an expression turned out to stand where only types may.
void Grammar::accept_tildes(uint32_t first, uint32_t last) {
  while (!tildes_.empty() && tildes_.back() >= first && tildes_.back() <= last) {
    tildes_.pop_back();
  }
}

// A list when there is more than one.
Shape Grammar::expr_list() {
  const Shape first = expr();
  if (!at(Lexeme::Comma)) return first;
  auto* elements = arena_.make<std::vector<Expr*>>();
  elements->push_back(first.tree);
  uint32_t third = 0;
  while (got(Lexeme::Comma)) {
    if (elements->size() == 2) third = index_;
    elements->push_back(expr().tree);
  }
  Shape list = shape(ShapeKind::List, first.first, nullptr);
  list.elements = elements;
  list.third = third;
  return list;
}

// `first` is a name that was read already.
Shape Grammar::binary_expr(const Shape* first, int precedence) {
  const Height height(*this);
  Shape x = first != nullptr ? primary_expr(first) : unary_expr();
  for (int own = precedence_of(token()); own > precedence; own = precedence_of(token())) {
    const uint32_t op = index_;
    next();
    x = binary(x, op, binary_expr(nullptr, own));
    rise(x.first);
  }
  return x;
}

Shape Grammar::binary(const Shape& x, uint32_t op, const Shape& y) {
  auto* tree = make<BinaryExpr>(x.first);
  tree->op = tokens_.tokens[op].op;
  tree->op_pos = pos(op);
  tree->x = x.tree;
  tree->y = y.tree;
  Shape both = shape(ShapeKind::Binary, x.first, tree);
  both.op = tree->op;
  both.at = op;
  both.is_value = true;
  both.is_type_only = x.is_type_only || y.is_type_only;
  if (both.op == Token::Mul && x.kind == ShapeKind::Name) {
    both.may_declare = true;
    both.declares = y.is_type_only;
  } else if (both.op == Token::Or) {
    both.may_declare = x.may_declare;
    both.declares = y.is_type_only ? x.may_declare : x.declares;
  }
  return both;
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
  Expr* tree = nullptr;
  if (tokens_.tokens[op].op == Token::Mul) {
    auto* star = make<StarExpr>(op);
    star->x = x.tree;
    tree = star;
  } else {
    auto* unary = make<UnaryExpr>(op);
    unary->op = tokens_.tokens[op].op;
    unary->x = x.tree;
    tree = unary;
  }
  Shape result = shape(ShapeKind::Unary, op, tree);
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
    auto* tree = make<UnaryExpr>(arrow);
    tree->op = Token::Arrow;
    tree->x = x.tree;
    Shape receive = shape(ShapeKind::Unary, arrow, tree);
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
  if (x.tail == ChannelTail::Both) receive_only(arrow, as<ChanTypeExpr>(x.tree));
  Shape channel = shape(ShapeKind::ChanType, arrow, x.tree);
  channel.is_type_only = true;
  channel.tail = ChannelTail::Receives;
  return channel;
}

// An arrow, token `arrow`, in front of a channel type that was read as a value: <-chan<- chan T is
// <-chan (<-chan T). (Go: unaryExpr.)
void Grammar::receive_only(uint32_t arrow, ChanTypeExpr* channel) {
  for (ChanTypeExpr* each = channel;; each = as<ChanTypeExpr>(each->element)) {
    const bool sends = each->dir == ChanDir::SendOnly;
    each->pos = pos(arrow);
    each->dir = ChanDir::RecvOnly;
    if (!sends) return;
    arrow += 2;
  }
}

// Operand = Literal | Name | "(" Expression ")" | Type .
Shape Grammar::operand() {
  const uint32_t first = index_;
  switch (lexeme()) {
    case Lexeme::Name:
      next();
      return shape(ShapeKind::Name, first, ident_at(first));
    case Lexeme::Literal: {
      next();
      Shape literal = shape(ShapeKind::Literal, first, literal_at(first));
      literal.is_value = true;
      return literal;
    }
    case Lexeme::Lparen:
      return paren();
    case Lexeme::Func:
      return func_operand();
    case Lexeme::Lbrack:
    case Lexeme::Chan:
    case Lexeme::Map:
    case Lexeme::Struct:
    case Lexeme::Interface:
      return type_operand();
    default:
      syntax_error("expected expression");
      advance(set_of(Lexeme::Rparen, Lexeme::Rbrack, Lexeme::Rbrace));
      return shape(ShapeKind::Bad, first, nullptr);
  }
}

Expr* Grammar::literal_at(uint32_t token) {
  if (tokens_.tokens[token].bad) return make_between<BadExpr>(token, token);
  auto* literal = make_between<BasicLit>(token, token);
  literal->token = tokens_.tokens[token].op;
  literal->text = tokens_.text(tokens_.tokens[token]);
  return literal;
}

Shape Grammar::paren() {
  const uint32_t first = index_;
  next();
  ++expression_nesting_;
  const Shape x = expr();
  --expression_nesting_;
  want(Lexeme::Rparen);
  auto* tree = make<ParenExpr>(first);
  tree->x = x.tree;
  Shape paren = shape(ShapeKind::Paren, first, tree);
  paren.op = x.op;
  paren.is_value = x.is_value;
  paren.is_type_only = x.is_type_only;
  paren.inside = x.kind == ShapeKind::Paren ? x.inside : x.kind;
  paren.inside_at = x.kind == ShapeKind::Paren ? x.inside_at : x.at;
  return paren;
}

// A type where an expression may stand: the type of a composite literal, a conversion's or an
// argument.
Shape Grammar::type_operand() {
  const uint32_t first = index_;
  const Lexeme start = lexeme();
  Expr* tree = type();
  Shape type = shape(literal_type_kind(start), first, tree);
  type.is_type_only = true;
  if (start == Lexeme::Chan) type.tail = channel_tail(first);
  return type;
}

// A function literal, or a function's type.
Shape Grammar::func_operand() {
  const uint32_t first = index_;
  next();
  FuncType* signature = func_type("function type", first);
  if (!at(Lexeme::Lbrace)) {
    Shape type = shape(ShapeKind::FuncType, first, signature);
    type.is_type_only = true;
    type.at = first + 1;
    return type;
  }
  ++expression_nesting_;
  BlockStmt* body = func_body();
  --expression_nesting_;
  auto* tree = make<FuncLit>(first);
  tree->signature = signature;
  tree->body = body;
  Shape function = shape(ShapeKind::FuncLiteral, first, tree);
  function.is_value = true;
  return function;
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
// `first` is a name that was read already.
Shape Grammar::primary_expr(const Shape* first) {
  Shape x = first != nullptr ? *first : operand();
  while (primary_suffix(&x)) rise(x.first);
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
    case Lexeme::Lbrace:
      if (!may_be_composite(*x)) return false;
      composite_suffix(x);
      return true;
    default:
      return false;
  }
}

void Grammar::composite_suffix(Shape* x) {
  if (x->kind == ShapeKind::Paren) {
    syntax_error("cannot parenthesize type in composite literal");
  }
  const uint32_t start = x->first;
  if (x->kind == ShapeKind::Index) accept_tildes(start, x->last);
  const uint32_t brace = index_;
  CompositeLit* literal = literal_body();
  if (literal != nullptr) {
    literal->pos = pos(start);
    literal->type_expr = x->tree;
  }
  *x = shape(ShapeKind::Composite, start, literal);
  x->at = brace;
  x->is_value = true;
}

void Grammar::selector_suffix(Shape* x) {
  const uint32_t start = x->first;
  const uint32_t dot = index_;
  next();
  if (got(Lexeme::Name)) {
    *x = shape(ShapeKind::Selector, start, selector(x->tree, start));
  } else if (got(Lexeme::Lparen)) {
    assertion_suffix(x);
  } else {
    syntax_error("expected name or (");
    return advance(set_of(Lexeme::Semi, Lexeme::Rparen));
  }
  x->at = dot;
}

// x.(T), x.(type), after the "(".
void Grammar::assertion_suffix(Shape* x) {
  const uint32_t start = x->first;
  const bool is_guard = got(Lexeme::Type);
  if (is_guard) guards_.push_back(start);
  Expr* asserted = is_guard ? nullptr : type();
  want(Lexeme::Rparen);
  auto* tree = make<TypeAssertExpr>(start);
  tree->x = x->tree;
  tree->type_expr = asserted;
  *x = shape(is_guard ? ShapeKind::TypeSwitchGuard : ShapeKind::Assertion, start, tree);
  x->is_value = true;
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
  Expr* low = nullptr;
  if (!at(Lexeme::Colon)) {
    bool comma = false;
    const Shape index = type_list(&comma);
    if (comma || at(Lexeme::Rbrack)) {
      const bool is_value = x->is_value || index.is_value;
      want(Lexeme::Rbrack);
      *x = shape(ShapeKind::Index, start, instance(x->tree, start, index));
      x->is_value = is_value;
      x->at = bracket;
      return;
    }
    low = index.tree;
  }
  if (!got(Lexeme::Colon)) {
    syntax_error("expected comma, : or ]");
    advance(set_of(Lexeme::Comma, Lexeme::Colon, Lexeme::Rbrack));
  }
  auto* slice = arena_.make<SliceExpr>();
  slice->x = x->tree;
  slice->low = low;
  slice_rest(slice);
  slice->pos = pos(start);
  slice->end = tokens_.end(tokens_.tokens[index_ - 1]);
  *x = shape(ShapeKind::Slice, start, slice);
  x->is_value = true;
  x->at = bracket;
}

Expr* Grammar::missing_index(const std::string& which) {
  tolerated_error_at(index_, which + " index required in 3-index slice");
  return bad_expr(index_, index_ - 1);
}

// After "[" [ low ] ":".
void Grammar::slice_rest(SliceExpr* slice) {
  ++expression_nesting_;
  if (!at(Lexeme::Colon) && !at(Lexeme::Rbrack)) slice->high = expr().tree;
  slice->three = at(Lexeme::Colon);
  if (slice->three) {
    if (slice->high == nullptr) slice->high = missing_index("middle");
    next();
    slice->max = at(Lexeme::Rbrack) ? missing_index("final") : expr().tree;
  }
  --expression_nesting_;
  want(Lexeme::Rbrack);
}

// f(a, b), f(xs...).
void Grammar::call_suffix(Shape* x) {
  const bool after_name = x->kind == ShapeKind::Name;
  const uint32_t start = x->first;
  const uint32_t paren = index_;
  auto* call = arena_.make<CallExpr>();
  next();
  bool is_type_only = false;
  ++expression_nesting_;
  list("argument list", Lexeme::Comma, Lexeme::Rparen, [&] {
    const Shape argument = expr();
    is_type_only = argument.is_type_only;
    call->args.push_back(argument.tree);
    call->ellipsis = got(Lexeme::DotDotDot);
    return call->ellipsis;
  });
  --expression_nesting_;
  call->pos = pos(start);
  call->end = tokens_.end(tokens_.tokens[index_ - 1]);
  call->fun = x->tree;
  call->lparen = pos(paren);
  call->rparen = pos(index_ - 1);
  *x = shape(ShapeKind::Call, start, call);
  x->at = paren;
  x->is_value = true;
  x->may_declare = after_name && call->args.size() == 1 && !call->ellipsis;
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

// LiteralValue = "{" [ Element { "," Element } [ "," ] ] "}" . Without its type.
CompositeLit* Grammar::literal_body() {
  const Nesting nesting(*this);
  if (!nesting) return nullptr;
  const uint32_t first = index_;
  auto* literal = arena_.make<CompositeLit>();
  ++expression_nesting_;
  want(Lexeme::Lbrace);
  list("composite literal", Lexeme::Comma, Lexeme::Rbrace, [&] {
    literal->elements.push_back(literal_pair());
    return false;
  });
  --expression_nesting_;
  literal->pos = pos(first);
  literal->end = tokens_.end(tokens_.tokens[index_ - 1]);
  return literal;
}

// An element, perhaps with its key.
Expr* Grammar::literal_pair() {
  const uint32_t first = index_;
  Expr* element = literal_element();
  if (!got(Lexeme::Colon)) return element;
  Expr* value = literal_element();
  auto* pair = make<KeyValueExpr>(first);
  pair->key = element;
  pair->value = value;
  return pair;
}

Expr* Grammar::literal_element() {
  return at(Lexeme::Lbrace) ? literal_body() : expr().tree;
}

// An expression, or several types, each perhaps followed by a comma: what may stand in "[" "]".
Shape Grammar::type_list(bool* comma) {
  ++expression_nesting_;
  const Shape first = expr();
  Shape result = first;
  *comma = at(Lexeme::Comma);
  while (got(Lexeme::Comma)) {
    Expr* type = type_or_none();
    if (type == nullptr) break;
    accept_tildes(first.first, first.last);
    auto* elements = result.elements;
    if (elements == nullptr) elements = arena_.make<std::vector<Expr*>>(first.tree);
    elements->push_back(type);
    result = shape(ShapeKind::List, first.first, nullptr);
    result.elements = elements;
  }
  --expression_nesting_;
  return result;
}

}  // namespace gopark::lang
