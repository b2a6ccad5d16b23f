#include "sim/lang/syntax_builder.h"

#include <utility>

#include "sim/lang/constant.h"

namespace gopark::lang {

void TreeBuilder::build(SourceFile* file) {
  for (const SyntaxNode& child : tree_.root().named_children()) add_declaration(child, file);
}

void TreeBuilder::add_declaration(SyntaxNode node, SourceFile* file) {
  switch (node.kind()) {
    case NodeKind::PackageClause:
      file->package_name = ident(node.named_child(0));
      break;
    case NodeKind::FunctionDeclaration:
    case NodeKind::MethodDeclaration:
      file->declarations.push_back(Decl{nullptr, func_declaration(node)});
      break;
    default:
      if (GenDecl* made = declaration(node)) file->declarations.push_back(Decl{made, nullptr});
  }
}

GenDecl* TreeBuilder::declaration(SyntaxNode node) {
  switch (node.kind()) {
    case NodeKind::ImportDeclaration:
      return import_declaration(node);
    case NodeKind::ConstDeclaration:
      return const_declaration(node);
    case NodeKind::VarDeclaration:
      return var_declaration(node);
    case NodeKind::TypeDeclaration:
      return type_declaration(node);
    default:
      return nullptr;
  }
}

GenDecl* TreeBuilder::import_declaration(SyntaxNode node) {
  auto* decl = arena_.make<GenDecl>();
  decl->pos = pos(node);
  decl->token = Token::Import;
  const SyntaxNode child = node.named_child(0);
  if (child.kind() == NodeKind::ImportSpec) {
    decl->imports.push_back(import_spec(child));
    return decl;
  }
  for (const SyntaxNode& spec : child.named_children()) decl->imports.push_back(import_spec(spec));
  return decl;
}

ImportSpec* TreeBuilder::import_spec(SyntaxNode node) {
  auto* spec = arena_.make<ImportSpec>();
  const SyntaxNode path = node.field(NodeField::Path);
  std::string error;
  spec->pos = pos(node);
  if (const SyntaxNode name = node.field(NodeField::Name)) spec->name = ident(name);
  spec->path = literal_value(Token::String, tokens_.text(first_token(path)), &error).text;
  spec->path_pos = pos(path);
  return spec;
}

GenDecl* TreeBuilder::const_declaration(SyntaxNode node) {
  auto* decl = arena_.make<GenDecl>();
  decl->pos = pos(node);
  decl->token = Token::Const;
  for (const SyntaxNode& child : node.named_children()) {
    ValueSpec* spec = value_spec(child);
    spec->iota = static_cast<int64_t>(decl->values.size());
    decl->values.push_back(spec);
  }
  return decl;
}

GenDecl* TreeBuilder::var_declaration(SyntaxNode node) {
  auto* decl = arena_.make<GenDecl>();
  decl->pos = pos(node);
  decl->token = Token::Var;
  const SyntaxNode child = node.named_child(0);
  if (child.kind() == NodeKind::VarSpec) {
    decl->values.push_back(value_spec(child));
    return decl;
  }
  for (const SyntaxNode& spec : child.named_children()) decl->values.push_back(value_spec(spec));
  return decl;
}

ValueSpec* TreeBuilder::value_spec(SyntaxNode node) {
  auto* spec = arena_.make<ValueSpec>();
  spec->pos = pos(node);
  for (const SyntaxNode& name : node.fields(NodeField::Name)) spec->names.push_back(ident(name));
  if (const SyntaxNode declared = node.field(NodeField::Type)) spec->type_expr = type(declared);
  spec->values = expr_list(node.field(NodeField::Value));
  return spec;
}

GenDecl* TreeBuilder::type_declaration(SyntaxNode node) {
  auto* decl = arena_.make<GenDecl>();
  decl->pos = pos(node);
  decl->token = Token::Type;
  for (const SyntaxNode& child : node.named_children()) decl->types.push_back(type_spec(child));
  return decl;
}

TypeSpec* TreeBuilder::type_spec(SyntaxNode node) {
  auto* spec = arena_.make<TypeSpec>();
  spec->pos = pos(node);
  spec->name = ident(node.field(NodeField::Name));
  if (const SyntaxNode list = node.field(NodeField::TypeParameters)) {
    spec->type_params = type_parameters(list);
  }
  spec->alias = node.kind() == NodeKind::TypeAlias;
  spec->type_expr = type(node.field(NodeField::Type));
  return spec;
}

FuncDecl* TreeBuilder::func_declaration(SyntaxNode node) {
  auto* decl = arena_.make<FuncDecl>();
  decl->pos = pos(node);
  decl->end = end(node);
  decl->name = ident(node.field(NodeField::Name));
  if (const SyntaxNode receiver = node.field(NodeField::Receiver))
    decl->receiver = parameters(receiver);
  decl->signature = signature(node);
  if (const SyntaxNode body = node.field(NodeField::Body)) decl->body = block(body);
  decl->directive = directive_above(decl->pos.line);
  return decl;
}

std::string TreeBuilder::directive_above(uint32_t line) const {
  for (const DirectiveComment& directive : tokens_.directives) {
    if (directive.line + 1 == line) return directive.text;
  }
  return "";
}

}  // namespace gopark::lang
