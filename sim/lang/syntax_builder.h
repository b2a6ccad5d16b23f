// tree-sitter's tree to ours.
//
// REQUIRES: the tree has no errors and the recognizer accepted the tokens; what Go refuses and
// tree-sitter accepts never comes here. Recursion is bounded by the tree's depth (kMaxTreeDepth).
#pragma once

#include <string_view>
#include <vector>

#include "sim/lang/ast.h"
#include "sim/lang/syntax_scanner.h"
#include "sim/lang/syntax_tree.h"

namespace gopark::lang {

class TreeBuilder {
 public:
  TreeBuilder(const TokenList& tokens, const SyntaxTree& tree, Arena& arena)
      : tokens_(tokens), tree_(tree), arena_(arena) {}

  void build(SourceFile* file);

 private:
  // syntax_builder.cc: declarations.
  void add_declaration(SyntaxNode node, SourceFile* file);
  GenDecl* declaration(SyntaxNode node);  // null when it is none
  GenDecl* import_declaration(SyntaxNode node);
  ImportSpec* import_spec(SyntaxNode node);
  GenDecl* const_declaration(SyntaxNode node);
  GenDecl* var_declaration(SyntaxNode node);
  ValueSpec* value_spec(SyntaxNode node);
  GenDecl* type_declaration(SyntaxNode node);
  TypeSpec* type_spec(SyntaxNode node);
  FuncDecl* func_declaration(SyntaxNode node);
  std::string directive_above(uint32_t line) const;

  // syntax_builder_type.cc: types and signatures. type() also takes what an expression can be.
  Expr* type(SyntaxNode node);
  Expr* generic_type(SyntaxNode node);
  Expr* array_type(SyntaxNode node);
  Expr* struct_type(SyntaxNode node);
  Field struct_field(SyntaxNode node);
  Expr* interface_type(SyntaxNode node);
  InterfaceElement interface_element(SyntaxNode node);
  Expr* channel_type(SyntaxNode node);
  Expr* channel_type_at(SyntaxNode node, uint32_t first);
  Expr* receive_only(uint32_t arrow, ChanTypeExpr* channel);
  Expr* type_union(SyntaxNode node);
  std::vector<Expr*> type_arguments(SyntaxNode node);
  FuncType* signature(SyntaxNode node);
  std::vector<Field> parameters(SyntaxNode node);
  Field parameter(SyntaxNode node);
  std::vector<Field> type_parameters(SyntaxNode node);

  // syntax_builder_expr.cc
  Expr* expr(SyntaxNode node);
  Expr* expr_or_null(SyntaxNode node) { return node ? expr(node) : nullptr; }
  std::vector<Expr*> expr_list(SyntaxNode node);
  Ident* ident(SyntaxNode node);
  Expr* literal(SyntaxNode node);
  Expr* name(SyntaxNode node);
  Expr* paren(SyntaxNode node);
  Expr* composite(SyntaxNode node);
  CompositeLit* literal_body(SyntaxNode node);
  Expr* element(SyntaxNode node);
  Expr* func_literal(SyntaxNode node);
  Expr* selector(SyntaxNode x, SyntaxNode name, SyntaxNode whole);
  Expr* index(SyntaxNode node);
  Expr* slice(SyntaxNode node);
  Expr* type_assertion(SyntaxNode node);
  Expr* call(SyntaxNode node);
  void add_arguments(SyntaxNode list, CallExpr* call);
  Expr* conversion(SyntaxNode node);
  Expr* unary(SyntaxNode node);
  Expr* binary(SyntaxNode node);

  // syntax_builder_stmt.cc
  BlockStmt* block(SyntaxNode node);
  std::vector<Stmt*> statements(SyntaxNode parent);  // those of its statement_list, if any
  Stmt* statement(SyntaxNode node);
  Stmt* statement_or_null(SyntaxNode node) { return node ? statement(node) : nullptr; }
  template <typename T>
  Stmt* call_statement(SyntaxNode node);
  Stmt* labeled(SyntaxNode node);
  Stmt* send(SyntaxNode node);
  Stmt* inc_dec(SyntaxNode node, Token op);
  Stmt* assignment(SyntaxNode node);
  Stmt* receive(SyntaxNode node);
  Stmt* branch(SyntaxNode node, Token op);
  Stmt* if_statement(SyntaxNode node);
  Stmt* for_statement(SyntaxNode node);
  Stmt* range_statement(SyntaxNode node, SyntaxNode clause);
  Stmt* switch_statement(SyntaxNode node);
  Stmt* type_switch_statement(SyntaxNode node);
  std::vector<CaseClause*> case_clauses(SyntaxNode node);
  CaseClause* case_clause(SyntaxNode node);
  Stmt* select_statement(SyntaxNode node);
  CommClause* comm_clause(SyntaxNode node);
  template <typename T>
  void finish_clause(SyntaxNode node, T* clause);

  const SourceToken& first_token(SyntaxNode node) const {
    return tokens_.tokens[tree_.first_token(node)];
  }
  const SourceToken& last_token(SyntaxNode node) const {
    return tokens_.tokens[tree_.last_token(node)];
  }
  Pos pos(SyntaxNode node) const { return tokens_.pos(first_token(node)); }
  Pos end(SyntaxNode node) const { return tokens_.end(last_token(node)); }

  template <typename T>
  T* make(SyntaxNode node) {
    T* made = arena_.make<T>();
    made->pos = pos(node);
    made->end = end(node);
    return made;
  }

  const TokenList& tokens_;
  const SyntaxTree& tree_;
  Arena& arena_;
};

}  // namespace gopark::lang
