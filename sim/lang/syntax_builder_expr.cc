#include "sim/base/assert.h"
#include "sim/lang/syntax_builder.h"

namespace gopark::lang {

Expr* TreeBuilder::expr(SyntaxNode node) {
  switch (node.kind()) {
    case NodeKind::Identifier:
    case NodeKind::BlankIdentifier:
    case NodeKind::FieldIdentifier:
    case NodeKind::PackageIdentifier:
    case NodeKind::TypeIdentifier:
      return name(node);
    case NodeKind::IntLiteral:
    case NodeKind::InterpretedStringLiteral:
      return literal(node);
    case NodeKind::ParenthesizedExpression:
      return paren(node);
    case NodeKind::CompositeLiteral:
      return composite(node);
    case NodeKind::FuncLiteral:
      return func_literal(node);
    case NodeKind::SelectorExpression:
      return selector(node.field(NodeField::Operand), node.field(NodeField::Field), node);
    case NodeKind::IndexExpression:
    case NodeKind::TypeInstantiationExpression:
      return index(node);
    case NodeKind::SliceExpression:
      return slice(node);
    case NodeKind::TypeAssertionExpression:
      return type_assertion(node);
    case NodeKind::CallExpression:
      return call(node);
    case NodeKind::TypeConversionExpression:
      return conversion(node);
    case NodeKind::UnaryExpression:
      return unary(node);
    case NodeKind::BinaryExpression:
      return binary(node);
    default:
      return type(node);
  }
}

std::vector<Expr*> TreeBuilder::expr_list(SyntaxNode node) {
  std::vector<Expr*> list;
  if (!node) return list;
  if (node.kind() != NodeKind::ExpressionList) return {expr(node)};
  for (const SyntaxNode& child : node.named_children()) list.push_back(expr(child));
  return list;
}

Ident* TreeBuilder::ident(SyntaxNode node) {
  auto* name = make<Ident>(node);
  name->name = tokens_.text(first_token(node));
  return name;
}

Expr* TreeBuilder::name(SyntaxNode node) {
  if (!tree_.is_bad(node)) return ident(node);
  auto* bad = make<BadExpr>(node);
  for (uint32_t i = tree_.first_token(node); i <= tree_.bad_last(node); ++i) {
    const SourceToken& token = tokens_.tokens[i];
    if (token.lexeme == Lexeme::Name) bad->names.emplace_back(tokens_.text(token));
  }
  return bad;
}

Expr* TreeBuilder::literal(SyntaxNode node) {
  if (first_token(node).bad) return make<BadExpr>(node);
  auto* literal = make<BasicLit>(node);
  literal->token = first_token(node).op;
  literal->text = tokens_.text(first_token(node));
  return literal;
}

Expr* TreeBuilder::paren(SyntaxNode node) {
  auto* paren = make<ParenExpr>(node);
  paren->x = expr(node.named_child(0));
  return paren;
}

Expr* TreeBuilder::composite(SyntaxNode node) {
  CompositeLit* literal = literal_body(node.field(NodeField::Body));
  literal->pos = pos(node);
  literal->type_expr = type(node.field(NodeField::Type));
  return literal;
}

CompositeLit* TreeBuilder::literal_body(SyntaxNode node) {
  auto* literal = make<CompositeLit>(node);
  for (const SyntaxNode& child : node.named_children()) {
    literal->elements.push_back(element(child));
  }
  return literal;
}

Expr* TreeBuilder::element(SyntaxNode node) {
  switch (node.kind()) {
    case NodeKind::LiteralElement:
      return element(node.named_child(0));
    case NodeKind::LiteralValue:
      return literal_body(node);
    case NodeKind::KeyedElement: {
      auto* pair = make<KeyValueExpr>(node);
      pair->key = element(node.field(NodeField::Key));
      pair->value = element(node.field(NodeField::Value));
      return pair;
    }
    default:
      return expr(node);
  }
}

Expr* TreeBuilder::func_literal(SyntaxNode node) {
  auto* literal = make<FuncLit>(node);
  literal->signature = signature(node);
  literal->body = block(node.field(NodeField::Body));
  return literal;
}

Expr* TreeBuilder::selector(SyntaxNode x, SyntaxNode name, SyntaxNode whole) {
  auto* selector = make<SelectorExpr>(whole);
  selector->x = expr(x);
  selector->sel = ident(name);
  return selector;
}

// x[i] or x[T1, T2]. The grammar may read *x[T1, T2] as (*x)[T1, T2].
Expr* TreeBuilder::index(SyntaxNode node) {
  auto* index = make<IndexExpr>(node);
  const std::vector<SyntaxNode> parts = node.named_children();
  for (std::size_t i = 1; i < parts.size(); ++i) index->indices.push_back(expr(parts[i]));
  Expr* whole = nullptr;
  Expr** place = &whole;
  Expr* x = expr(parts.front());
  for (; x->kind == ExprKind::Star; x = *place) {
    x->end = index->end;
    *place = x;
    place = &as<StarExpr>(x)->x;
  }
  index->pos = x->pos;
  index->x = x;
  *place = index;
  return whole;
}

Expr* TreeBuilder::slice(SyntaxNode node) {
  auto* slice = make<SliceExpr>(node);
  slice->x = expr(node.field(NodeField::Operand));
  slice->low = expr_or_null(node.field(NodeField::Start));
  slice->high = expr_or_null(node.field(NodeField::End));
  slice->max = expr_or_null(node.field(NodeField::Capacity));
  slice->three = slice->max != nullptr;
  return slice;
}

Expr* TreeBuilder::type_assertion(SyntaxNode node) {
  auto* assertion = make<TypeAssertExpr>(node);
  assertion->x = expr(node.field(NodeField::Operand));
  assertion->type_expr = type(node.field(NodeField::Type));
  return assertion;
}

Expr* TreeBuilder::call(SyntaxNode node) {
  const SyntaxNode arguments = node.field(NodeField::Arguments);
  if (tree_.wraps_type(node)) return type(arguments.named_child(0));
  auto* call = make<CallExpr>(node);
  call->fun = expr(node.field(NodeField::Function));
  if (const SyntaxNode types = node.field(NodeField::TypeArguments)) {
    auto* instance = make<IndexExpr>(node.field(NodeField::Function));
    instance->end = end(types);
    instance->x = call->fun;
    instance->indices = type_arguments(types);
    call->fun = instance;
  }
  call->lparen = pos(arguments);
  call->rparen = tokens_.pos(last_token(arguments));
  add_arguments(arguments, call);
  return call;
}

void TreeBuilder::add_arguments(SyntaxNode list, CallExpr* call) {
  for (const SyntaxNode& argument : list.named_children()) {
    const bool variadic = argument.kind() == NodeKind::VariadicArgument;
    call->args.push_back(expr(variadic ? argument.named_child(0) : argument));
    call->ellipsis = variadic;
  }
}

Expr* TreeBuilder::conversion(SyntaxNode node) {
  auto* call = make<CallExpr>(node);
  call->fun = type(node.field(NodeField::Type));
  call->lparen = pos(node.token("("));
  call->rparen = tokens_.pos(last_token(node));
  call->args.push_back(expr(node.field(NodeField::Operand)));
  return call;
}

Expr* TreeBuilder::unary(SyntaxNode node) {
  const SourceToken& op = first_token(node);
  Expr* x = expr(node.field(NodeField::Operand));
  if (op.lexeme == Lexeme::Star) {
    auto* star = make<StarExpr>(node);
    star->x = x;
    return star;
  }
  if (op.lexeme == Lexeme::Arrow && x->kind == ExprKind::ChanType) {
    return receive_only(tree_.first_token(node), as<ChanTypeExpr>(x));
  }
  auto* unary = make<UnaryExpr>(node);
  unary->op = op.lexeme == Lexeme::Arrow ? Token::Arrow : op.op;
  unary->x = x;
  return unary;
}

Expr* TreeBuilder::binary(SyntaxNode node) {
  auto* binary = make<BinaryExpr>(node);
  const SyntaxNode op = node.field(NodeField::Operator);
  binary->op = first_token(op).op;
  binary->op_pos = pos(op);
  binary->x = expr(node.field(NodeField::Left));
  binary->y = expr(node.field(NodeField::Right));
  return binary;
}

}  // namespace gopark::lang
