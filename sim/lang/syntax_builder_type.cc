#include <iterator>
#include <utility>

#include "sim/base/assert.h"
#include "sim/lang/syntax_builder.h"

namespace gopark::lang {

Expr* TreeBuilder::type(SyntaxNode node) {
  switch (node.kind()) {
    case NodeKind::GenericType:
      return generic_type(node);
    case NodeKind::QualifiedType:
      return selector(node.field(NodeField::Package), node.field(NodeField::Name), node);
    case NodeKind::PointerType: {
      auto* star = make<StarExpr>(node);
      star->x = type(node.named_child(0));
      return star;
    }
    case NodeKind::NegatedType: {
      auto* tilde = make<UnaryExpr>(node);
      tilde->op = Token::Tilde;
      tilde->x = type(node.named_child(0));
      return tilde;
    }
    case NodeKind::ParenthesizedType:
      return paren(node);
    case NodeKind::ArrayType:
    case NodeKind::SliceType:
    case NodeKind::ImplicitLengthArrayType:
      return array_type(node);
    case NodeKind::StructType:
      return struct_type(node);
    case NodeKind::InterfaceType:
      return interface_type(node);
    case NodeKind::MapType: {
      auto* map = make<MapTypeExpr>(node);
      map->key = type(node.field(NodeField::Key));
      map->value = type(node.field(NodeField::Value));
      return map;
    }
    case NodeKind::ChannelType:
      return channel_type(node);
    case NodeKind::FunctionType:
      return signature(node);
    case NodeKind::TypeElem:
    case NodeKind::TypeConstraint:
      return type_union(node);
    case NodeKind::Identifier:
    case NodeKind::TypeIdentifier:
    case NodeKind::PackageIdentifier:
      return name(node);
    default:
      GOPARK_ASSERT(false, "the builder knows every node of a tree without errors");
      return make<BadExpr>(node);
  }
}

// T[A, B]. The grammar reads ~T[A] as (~T)[A].
Expr* TreeBuilder::generic_type(SyntaxNode node) {
  SyntaxNode generic = node.field(NodeField::Type);
  const bool tilde = generic.kind() == NodeKind::NegatedType;
  if (tilde) generic = generic.named_child(0);
  auto* instance = make<IndexExpr>(node);
  instance->pos = pos(generic);
  instance->x = type(generic);
  instance->indices = type_arguments(node.field(NodeField::TypeArguments));
  if (!tilde) return instance;
  auto* negated = make<UnaryExpr>(node);
  negated->op = Token::Tilde;
  negated->x = instance;
  return negated;
}

std::vector<Expr*> TreeBuilder::type_arguments(SyntaxNode node) {
  std::vector<Expr*> list;
  for (const SyntaxNode& child : node.named_children()) list.push_back(type_union(child));
  return list;
}

// T1 | T2 | T3 as nested binary expressions, as go/ast has them; a single term is itself.
Expr* TreeBuilder::type_union(SyntaxNode node) {
  Expr* left = nullptr;
  Pos op_pos;
  for (const SyntaxNode& child : node.children()) {
    if (!child.is_named()) {
      op_pos = pos(child);
      continue;
    }
    Expr* term = type(child);
    if (left != nullptr) {
      auto* both = make<BinaryExpr>(node);
      both->end = term->end;
      both->op = Token::Or;
      both->op_pos = op_pos;
      both->x = left;
      both->y = term;
      term = both;
    }
    left = term;
  }
  return left;
}

Expr* TreeBuilder::array_type(SyntaxNode node) {
  auto* array = make<ArrayTypeExpr>(node);
  if (const SyntaxNode dots = node.token("...")) array->length = make<EllipsisExpr>(dots);
  if (const SyntaxNode length = node.field(NodeField::Length)) {
    array->length = expr(length);
    // Nothing else is no Go here: see Grammar::array_type_rest.
    if (array->length->kind == ExprKind::Bad && tree_.is_bad(length)) {
      array->length = make<EllipsisExpr>(length);
    }
  }
  array->element = type(node.field(NodeField::Element));
  return array;
}

Expr* TreeBuilder::struct_type(SyntaxNode node) {
  auto* structure = make<StructTypeExpr>(node);
  for (const SyntaxNode& field : node.named_child(0).named_children()) {
    structure->fields.push_back(struct_field(field));
  }
  return structure;
}

Field TreeBuilder::struct_field(SyntaxNode node) {
  Field field;
  field.pos = pos(node);
  for (const SyntaxNode& name : node.fields(NodeField::Name)) field.names.push_back(ident(name));
  field.embedded = field.names.empty();
  field.type_expr = type(node.field(NodeField::Type));
  if (const SyntaxNode star = node.token("*")) {
    auto* pointer = make<StarExpr>(star);
    pointer->end = field.type_expr->end;
    pointer->x = field.type_expr;
    field.type_expr = pointer;
  }
  if (const SyntaxNode tag = node.field(NodeField::Tag)) field.tag = tokens_.text(first_token(tag));
  return field;
}

Expr* TreeBuilder::interface_type(SyntaxNode node) {
  auto* interface = make<InterfaceTypeExpr>(node);
  for (const SyntaxNode& child : node.named_children()) {
    interface->elements.push_back(interface_element(child));
  }
  return interface;
}

InterfaceElement TreeBuilder::interface_element(SyntaxNode node) {
  InterfaceElement element;
  element.pos = pos(node);
  if (node.kind() == NodeKind::MethodElem) {
    element.method = ident(node.field(NodeField::Name));
    element.signature = signature(node);
    return element;
  }
  for (const SyntaxNode& term : node.named_children()) element.terms.push_back(type(term));
  return element;
}

Expr* TreeBuilder::channel_type(SyntaxNode node) {
  const uint32_t first = tree_.first_token(node);
  if (tokens_.tokens[first].lexeme == Lexeme::Arrow) {
    auto* channel = make<ChanTypeExpr>(node);
    channel->dir = ChanDir::RecvOnly;
    channel->element = type(node.field(NodeField::Value));
    return channel;
  }
  return channel_type_at(node, first);
}

// The channel type whose `chan` is token `first`; the node may start with an arrow before it. In
// `chan <- chan T` the arrow belongs to the left `chan`, where the grammar may have it otherwise.
Expr* TreeBuilder::channel_type_at(SyntaxNode node, uint32_t first) {
  auto* channel = make<ChanTypeExpr>(node);
  channel->pos = tokens_.pos(tokens_.tokens[first]);
  const SyntaxNode value = node.field(NodeField::Value);
  const bool sends = tokens_.tokens[first + 1].lexeme == Lexeme::Arrow;
  const bool misplaced = sends && tree_.first_token(value) == first + 1;
  if (sends) channel->dir = ChanDir::SendOnly;
  channel->element = misplaced ? channel_type_at(value, first + 2) : type(value);
  return channel;
}

// An arrow, token `arrow`, in front of a channel type that was read as a value: <-chan<- chan T is
// <-chan (<-chan T). (Go: unaryExpr.)
Expr* TreeBuilder::receive_only(uint32_t arrow, ChanTypeExpr* channel) {
  for (ChanTypeExpr* each = channel;; each = as<ChanTypeExpr>(each->element)) {
    const bool sends = each->dir == ChanDir::SendOnly;
    each->pos = tokens_.pos(tokens_.tokens[arrow]);
    each->dir = ChanDir::RecvOnly;
    if (!sends) return channel;
    arrow += 2;
  }
}

// Of a declaration, a literal, a function type or an interface's method.
FuncType* TreeBuilder::signature(SyntaxNode node) {
  auto* function = make<FuncType>(node);
  const SyntaxNode result = node.field(NodeField::Result);
  if (const SyntaxNode names = node.field(NodeField::TypeParameters)) {
    function->type_params = type_parameters(names);
  }
  function->params = parameters(node.field(NodeField::Parameters));
  function->end = end(result ? result : node.field(NodeField::Parameters));
  if (!result) return function;
  if (result.kind() == NodeKind::ParameterList) {
    function->results = parameters(result);
  } else {
    Field field;
    field.pos = pos(result);
    field.type_expr = type(result);
    function->results.push_back(std::move(field));
  }
  return function;
}

// In (a, b int) only the last entry has a type of its own: where any parameter has a name, a lone
// name takes the type of the next.
std::vector<Field> TreeBuilder::parameters(SyntaxNode node) {
  std::vector<Field> fields;
  bool named = false;
  for (const SyntaxNode& child : node.named_children()) {
    fields.push_back(parameter(child));
    named = named || !fields.back().names.empty();
  }
  if (!named) return fields;
  std::vector<Field> grouped;
  std::vector<Ident*> waiting;
  for (Field& field : fields) {
    if (field.names.empty()) {
      waiting.push_back(as<Ident>(field.type_expr));
      continue;
    }
    field.names.insert(field.names.begin(), waiting.begin(), waiting.end());
    field.pos = field.names.front()->pos;
    waiting.clear();
    grouped.push_back(std::move(field));
  }
  return grouped;
}

Field TreeBuilder::parameter(SyntaxNode node) {
  Field field;
  field.pos = pos(node);
  for (const SyntaxNode& name : node.fields(NodeField::Name)) field.names.push_back(ident(name));
  field.type_expr = type(node.field(NodeField::Type));
  if (node.kind() == NodeKind::VariadicParameterDeclaration) {
    auto* variadic = make<EllipsisExpr>(node);
    variadic->pos = pos(node.token("..."));
    variadic->element = field.type_expr;
    field.type_expr = variadic;
  }
  return field;
}

std::vector<Field> TreeBuilder::type_parameters(SyntaxNode node) {
  std::vector<Field> fields;
  for (const SyntaxNode& child : node.named_children()) fields.push_back(parameter(child));
  return fields;
}

}  // namespace gopark::lang
