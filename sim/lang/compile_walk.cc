#include "sim/lang/compile_walk.h"

#include <algorithm>

namespace gopark::lang {

namespace {

// Visits what is there.
class Children {
 public:
  explicit Children(const std::function<void(Node)>& visit) : visit_(visit) {}

  void add(const Expr* e) {
    if (e != nullptr) visit_(Node{e, nullptr});
  }
  void add(const Stmt* s) {
    if (s != nullptr) visit_(Node{nullptr, s});
  }
  template <typename T>
  void add_all(const std::vector<T*>& nodes) {
    for (const T* node : nodes) add(node);
  }

  void of(const Expr* e);
  void of(const Stmt* s);

 private:
  void of_operand(const Expr* e);
  void of_control(const Stmt* s);
  void of_declaration(const GenDecl* decl);

  const std::function<void(Node)>& visit_;
};

void Children::of(const Expr* e) {
  switch (e->kind) {
    case ExprKind::CompositeLit:
      return add_all(as<CompositeLit>(e)->elements);
    case ExprKind::FuncLit:
      return add(as<FuncLit>(e)->body);
    case ExprKind::Paren:
      return add(as<ParenExpr>(e)->x);
    case ExprKind::Selector:
      return add(as<SelectorExpr>(e)->x);
    case ExprKind::Index:
      add(as<IndexExpr>(e)->x);
      return add_all(as<IndexExpr>(e)->indices);
    case ExprKind::Slice: {
      const auto* slice = as<SliceExpr>(e);
      add(slice->x);
      add(slice->low);
      add(slice->high);
      return add(slice->max);
    }
    default:
      return of_operand(e);
  }
}

void Children::of_operand(const Expr* e) {
  switch (e->kind) {
    case ExprKind::TypeAssert:
      return add(as<TypeAssertExpr>(e)->x);
    case ExprKind::Call:
      add(as<CallExpr>(e)->fun);
      return add_all(as<CallExpr>(e)->args);
    case ExprKind::Star:
      return add(as<StarExpr>(e)->x);
    case ExprKind::Unary:
      return add(as<UnaryExpr>(e)->x);
    case ExprKind::Binary:
      add(as<BinaryExpr>(e)->x);
      return add(as<BinaryExpr>(e)->y);
    case ExprKind::KeyValue:
      add(as<KeyValueExpr>(e)->key);
      return add(as<KeyValueExpr>(e)->value);
    default:
      return;  // names, literals and types
  }
}

void Children::of(const Stmt* s) {
  switch (s->kind) {
    case StmtKind::Decl:
      return of_declaration(as<DeclStmt>(s)->decl);
    case StmtKind::Labeled:
      return add(as<LabeledStmt>(s)->body);
    case StmtKind::Expr:
      return add(as<ExprStmt>(s)->x);
    case StmtKind::Send:
      add(as<SendStmt>(s)->channel);
      return add(as<SendStmt>(s)->value);
    case StmtKind::IncDec:
      return add(as<IncDecStmt>(s)->x);
    case StmtKind::Assign:
      add_all(as<AssignStmt>(s)->lhs);
      return add_all(as<AssignStmt>(s)->rhs);
    case StmtKind::Go:
      return add(static_cast<const Expr*>(as<GoStmt>(s)->call));
    case StmtKind::Defer:
      return add(static_cast<const Expr*>(as<DeferStmt>(s)->call));
    case StmtKind::Return:
      return add_all(as<ReturnStmt>(s)->results);
    default:
      return of_control(s);
  }
}

void Children::of_control(const Stmt* s) {
  switch (s->kind) {
    case StmtKind::Block:
      return add_all(as<BlockStmt>(s)->statements);
    case StmtKind::If:
      add(as<IfStmt>(s)->init);
      add(as<IfStmt>(s)->condition);
      add(as<IfStmt>(s)->then);
      return add(as<IfStmt>(s)->otherwise);
    case StmtKind::Case:
      add_all(as<CaseClause>(s)->values);
      return add_all(as<CaseClause>(s)->body);
    case StmtKind::Switch:
      add(as<SwitchStmt>(s)->init);
      add(as<SwitchStmt>(s)->tag);
      return add_all(as<SwitchStmt>(s)->clauses);
    case StmtKind::TypeSwitch:
      add(as<TypeSwitchStmt>(s)->init);
      add(as<TypeSwitchStmt>(s)->x);
      return add_all(as<TypeSwitchStmt>(s)->clauses);
    case StmtKind::Comm:
      add(as<CommClause>(s)->comm);
      return add_all(as<CommClause>(s)->body);
    case StmtKind::Select:
      return add_all(as<SelectStmt>(s)->clauses);
    case StmtKind::For:
      add(as<ForStmt>(s)->init);
      add(as<ForStmt>(s)->condition);
      add(as<ForStmt>(s)->post);
      return add(as<ForStmt>(s)->body);
    case StmtKind::Range:
      add(as<RangeStmt>(s)->key);
      add(as<RangeStmt>(s)->value);
      add(as<RangeStmt>(s)->x);
      return add(as<RangeStmt>(s)->body);
    default:
      return;
  }
}

void Children::of_declaration(const GenDecl* decl) {
  for (const ValueSpec* spec : decl->values) add_all(spec->values);
}

void collect_literals(Node node, std::vector<const FuncLit*>& out) {
  if (node.expr != nullptr && node.expr->kind == ExprKind::FuncLit) {
    out.push_back(as<FuncLit>(node.expr));
    return;
  }
  for_each_child(node, [&](Node child) { collect_literals(child, out); });
}

void collect_range_funcs(Node node, std::vector<const RangeStmt*>& out) {
  if (node.expr != nullptr) return;
  if (node.stmt->kind == StmtKind::Range && as<RangeStmt>(node.stmt)->body_function != nullptr)
    out.push_back(as<RangeStmt>(node.stmt));
  for_each_child(node, [&](Node child) { collect_range_funcs(child, out); });
}

// All statements in a node that are not inside a literal.
void collect_statements(Node node, std::vector<const Stmt*>& out) {
  if (node.expr != nullptr) return;
  out.push_back(node.stmt);
  for_each_child(node, [&](Node child) { collect_statements(child, out); });
}

}  // namespace

void for_each_child(Node node, const std::function<void(Node)>& visit) {
  Children children(visit);
  if (node.expr != nullptr) return children.of(node.expr);
  children.of(node.stmt);
}

const Expr* unparen(const Expr* e) {
  while (e != nullptr && e->kind == ExprKind::Paren) e = as<ParenExpr>(e)->x;
  return e;
}

std::vector<const FuncLit*> literals_in(Node node) {
  std::vector<const FuncLit*> found;
  if (node.expr != nullptr || node.stmt != nullptr) collect_literals(node, found);
  return found;
}

std::vector<const RangeStmt*> range_funcs_in(Node node) {
  std::vector<const RangeStmt*> found;
  if (node.expr != nullptr || node.stmt != nullptr) collect_range_funcs(node, found);
  return found;
}

std::vector<RangeExit> range_exits(const RangeStmt* loop) {
  std::vector<const Stmt*> inside;
  collect_statements(Node{nullptr, loop}, inside);
  std::vector<RangeExit> exits;
  for (const Stmt* stmt : inside) {
    RangeExit exit;
    if (stmt->kind == StmtKind::Branch) {
      exit = RangeExit{as<BranchStmt>(stmt)->op, as<BranchStmt>(stmt)->target};
      if (exit.target == nullptr ||
          std::find(inside.begin(), inside.end(), exit.target) != inside.end())
        continue;
    } else if (stmt->kind != StmtKind::Return) {
      continue;
    }
    if (std::find(exits.begin(), exits.end(), exit) == exits.end()) exits.push_back(exit);
  }
  return exits;
}

bool has_defer(Node node) {
  if (node.expr != nullptr) return false;  // only a literal could hold statements
  if (node.stmt->kind == StmtKind::Defer) return true;
  bool found = false;
  for_each_child(node, [&](Node child) { found = found || (!child.expr && has_defer(child)); });
  return found;
}

}  // namespace gopark::lang
