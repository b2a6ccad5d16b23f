#include "sim/lang/clone.h"

#include <vector>

namespace gopark::lang {
namespace {

class Cloner {
 public:
  explicit Cloner(Arena* arena) : arena_(arena) {}

  FuncDecl* function(const FuncDecl& from);

 private:
  // A new node of the kind with the positions of the old one.
  template <typename T>
  T* start(const T& from) {
    T* node = arena_->make<T>();
    node->pos = from.pos;
    node->end = from.end;
    return node;
  }

  Ident* ident(const Ident* from);
  Expr* expr(const Expr* from);
  std::vector<Expr*> exprs(const std::vector<Expr*>& from);
  std::vector<Field> fields(const std::vector<Field>& from);
  FuncType* signature(const FuncType* from);
  Expr* operand(const Expr* from);
  Expr* type(const Expr* from);
  Expr* interface_type(const InterfaceTypeExpr& from);

  Stmt* stmt(const Stmt* from);
  Stmt* simple(const Stmt* from);
  Stmt* compound(const Stmt* from);
  std::vector<Stmt*> stmts(const std::vector<Stmt*>& from);
  BlockStmt* block(const BlockStmt* from);
  CallExpr* call(const CallExpr* from) { return static_cast<CallExpr*>(expr(from)); }
  std::vector<CaseClause*> clauses(const std::vector<CaseClause*>& from);
  GenDecl* declaration(const GenDecl& from);

  Arena* arena_;
};

Ident* Cloner::ident(const Ident* from) {
  if (from == nullptr) return nullptr;
  Ident* node = start(*from);
  node->name = from->name;
  return node;
}

std::vector<Expr*> Cloner::exprs(const std::vector<Expr*>& from) {
  std::vector<Expr*> list;
  list.reserve(from.size());
  for (const Expr* e : from) list.push_back(expr(e));
  return list;
}

std::vector<Field> Cloner::fields(const std::vector<Field>& from) {
  std::vector<Field> list;
  for (const Field& field : from) {
    Field copy = field;
    for (Ident*& name : copy.names) name = ident(name);
    copy.type_expr = expr(field.type_expr);
    list.push_back(copy);
  }
  return list;
}

FuncType* Cloner::signature(const FuncType* from) {
  FuncType* node = start(*from);
  node->type_params = fields(from->type_params);
  node->params = fields(from->params);
  node->results = fields(from->results);
  return node;
}

Expr* Cloner::expr(const Expr* from) {
  if (from == nullptr) return nullptr;
  return from->kind >= ExprKind::Ellipsis ? type(from) : operand(from);
}

Expr* Cloner::operand(const Expr* from) {
  switch (from->kind) {
    case ExprKind::Ident:
      return ident(as<Ident>(from));
    case ExprKind::BasicLit: {
      BasicLit* node = start(*as<BasicLit>(from));
      node->token = as<BasicLit>(from)->token;
      node->text = as<BasicLit>(from)->text;
      return node;
    }
    case ExprKind::CompositeLit: {
      CompositeLit* node = start(*as<CompositeLit>(from));
      node->type_expr = expr(as<CompositeLit>(from)->type_expr);
      node->elements = exprs(as<CompositeLit>(from)->elements);
      return node;
    }
    case ExprKind::FuncLit: {
      FuncLit* node = start(*as<FuncLit>(from));
      node->signature = signature(as<FuncLit>(from)->signature);
      node->body = block(as<FuncLit>(from)->body);
      return node;
    }
    case ExprKind::Paren: {
      ParenExpr* node = start(*as<ParenExpr>(from));
      node->x = expr(as<ParenExpr>(from)->x);
      return node;
    }
    case ExprKind::Selector: {
      SelectorExpr* node = start(*as<SelectorExpr>(from));
      node->x = expr(as<SelectorExpr>(from)->x);
      node->sel = ident(as<SelectorExpr>(from)->sel);
      return node;
    }
    case ExprKind::Index: {
      IndexExpr* node = start(*as<IndexExpr>(from));
      node->x = expr(as<IndexExpr>(from)->x);
      node->indices = exprs(as<IndexExpr>(from)->indices);
      return node;
    }
    case ExprKind::Slice: {
      const SliceExpr* slice = as<SliceExpr>(from);
      SliceExpr* node = start(*slice);
      node->x = expr(slice->x);
      node->low = expr(slice->low);
      node->high = expr(slice->high);
      node->max = expr(slice->max);
      node->three = slice->three;
      return node;
    }
    case ExprKind::TypeAssert: {
      TypeAssertExpr* node = start(*as<TypeAssertExpr>(from));
      node->x = expr(as<TypeAssertExpr>(from)->x);
      node->type_expr = expr(as<TypeAssertExpr>(from)->type_expr);
      return node;
    }
    case ExprKind::Call: {
      const CallExpr* c = as<CallExpr>(from);
      CallExpr* node = start(*c);
      node->fun = expr(c->fun);
      node->args = exprs(c->args);
      node->ellipsis = c->ellipsis;
      node->lparen = c->lparen;
      node->rparen = c->rparen;
      return node;
    }
    case ExprKind::Star: {
      StarExpr* node = start(*as<StarExpr>(from));
      node->x = expr(as<StarExpr>(from)->x);
      return node;
    }
    case ExprKind::Unary: {
      UnaryExpr* node = start(*as<UnaryExpr>(from));
      node->op = as<UnaryExpr>(from)->op;
      node->x = expr(as<UnaryExpr>(from)->x);
      return node;
    }
    case ExprKind::Binary: {
      BinaryExpr* node = start(*as<BinaryExpr>(from));
      node->op = as<BinaryExpr>(from)->op;
      node->op_pos = as<BinaryExpr>(from)->op_pos;
      node->x = expr(as<BinaryExpr>(from)->x);
      node->y = expr(as<BinaryExpr>(from)->y);
      return node;
    }
    case ExprKind::KeyValue: {
      KeyValueExpr* node = start(*as<KeyValueExpr>(from));
      node->key = expr(as<KeyValueExpr>(from)->key);
      node->value = expr(as<KeyValueExpr>(from)->value);
      return node;
    }
    default:
      return start(*as<BadExpr>(from));
  }
}

Expr* Cloner::type(const Expr* from) {
  switch (from->kind) {
    case ExprKind::Ellipsis: {
      EllipsisExpr* node = start(*as<EllipsisExpr>(from));
      node->element = expr(as<EllipsisExpr>(from)->element);
      return node;
    }
    case ExprKind::ArrayType: {
      ArrayTypeExpr* node = start(*as<ArrayTypeExpr>(from));
      node->length = expr(as<ArrayTypeExpr>(from)->length);
      node->element = expr(as<ArrayTypeExpr>(from)->element);
      return node;
    }
    case ExprKind::StructType: {
      StructTypeExpr* node = start(*as<StructTypeExpr>(from));
      node->fields = fields(as<StructTypeExpr>(from)->fields);
      return node;
    }
    case ExprKind::FuncType:
      return signature(as<FuncType>(from));
    case ExprKind::InterfaceType:
      return interface_type(*as<InterfaceTypeExpr>(from));
    case ExprKind::MapType: {
      MapTypeExpr* node = start(*as<MapTypeExpr>(from));
      node->key = expr(as<MapTypeExpr>(from)->key);
      node->value = expr(as<MapTypeExpr>(from)->value);
      return node;
    }
    default: {
      ChanTypeExpr* node = start(*as<ChanTypeExpr>(from));
      node->dir = as<ChanTypeExpr>(from)->dir;
      node->element = expr(as<ChanTypeExpr>(from)->element);
      return node;
    }
  }
}

Expr* Cloner::interface_type(const InterfaceTypeExpr& from) {
  InterfaceTypeExpr* node = start(from);
  for (const InterfaceElement& element : from.elements) {
    InterfaceElement copy;
    copy.pos = element.pos;
    copy.method = ident(element.method);
    if (element.signature != nullptr) copy.signature = signature(element.signature);
    copy.terms = exprs(element.terms);
    node->elements.push_back(copy);
  }
  return node;
}

std::vector<Stmt*> Cloner::stmts(const std::vector<Stmt*>& from) {
  std::vector<Stmt*> list;
  list.reserve(from.size());
  for (const Stmt* s : from) list.push_back(stmt(s));
  return list;
}

BlockStmt* Cloner::block(const BlockStmt* from) {
  if (from == nullptr) return nullptr;
  BlockStmt* node = start(*from);
  node->statements = stmts(from->statements);
  return node;
}

std::vector<CaseClause*> Cloner::clauses(const std::vector<CaseClause*>& from) {
  std::vector<CaseClause*> list;
  for (const CaseClause* clause : from) {
    CaseClause* node = start(*clause);
    node->values = exprs(clause->values);
    node->is_default = clause->is_default;
    node->body = stmts(clause->body);
    list.push_back(node);
  }
  return list;
}

GenDecl* Cloner::declaration(const GenDecl& from) {
  GenDecl* node = arena_->make<GenDecl>();
  node->pos = from.pos;
  node->token = from.token;
  for (const ValueSpec* value : from.values) {
    ValueSpec* spec = arena_->make<ValueSpec>();
    spec->pos = value->pos;
    for (const Ident* name : value->names) spec->names.push_back(ident(name));
    spec->type_expr = expr(value->type_expr);
    spec->values = exprs(value->values);
    spec->iota = value->iota;
    node->values.push_back(spec);
  }
  for (const TypeSpec* type_spec : from.types) {
    TypeSpec* spec = arena_->make<TypeSpec>();
    spec->pos = type_spec->pos;
    spec->name = ident(type_spec->name);
    spec->type_params = fields(type_spec->type_params);
    spec->alias = type_spec->alias;
    spec->type_expr = expr(type_spec->type_expr);
    node->types.push_back(spec);
  }
  return node;
}

Stmt* Cloner::stmt(const Stmt* from) {
  if (from == nullptr) return nullptr;
  return from->kind >= StmtKind::Block ? compound(from) : simple(from);
}

Stmt* Cloner::simple(const Stmt* from) {
  switch (from->kind) {
    case StmtKind::Decl: {
      DeclStmt* node = start(*as<DeclStmt>(from));
      node->decl = declaration(*as<DeclStmt>(from)->decl);
      return node;
    }
    case StmtKind::Empty:
      return start(*as<EmptyStmt>(from));
    case StmtKind::Labeled: {
      LabeledStmt* node = start(*as<LabeledStmt>(from));
      node->label = ident(as<LabeledStmt>(from)->label);
      node->body = stmt(as<LabeledStmt>(from)->body);
      return node;
    }
    case StmtKind::Expr: {
      ExprStmt* node = start(*as<ExprStmt>(from));
      node->x = expr(as<ExprStmt>(from)->x);
      return node;
    }
    case StmtKind::Send: {
      SendStmt* node = start(*as<SendStmt>(from));
      node->channel = expr(as<SendStmt>(from)->channel);
      node->value = expr(as<SendStmt>(from)->value);
      node->arrow = as<SendStmt>(from)->arrow;
      return node;
    }
    case StmtKind::IncDec: {
      IncDecStmt* node = start(*as<IncDecStmt>(from));
      node->x = expr(as<IncDecStmt>(from)->x);
      node->op = as<IncDecStmt>(from)->op;
      return node;
    }
    case StmtKind::Assign: {
      const AssignStmt* assign = as<AssignStmt>(from);
      AssignStmt* node = start(*assign);
      node->lhs = exprs(assign->lhs);
      node->rhs = exprs(assign->rhs);
      node->op = assign->op;
      node->op_pos = assign->op_pos;
      return node;
    }
    case StmtKind::Go: {
      GoStmt* node = start(*as<GoStmt>(from));
      node->call = call(as<GoStmt>(from)->call);
      node->uncalled = expr(as<GoStmt>(from)->uncalled);
      return node;
    }
    case StmtKind::Defer: {
      DeferStmt* node = start(*as<DeferStmt>(from));
      node->call = call(as<DeferStmt>(from)->call);
      node->uncalled = expr(as<DeferStmt>(from)->uncalled);
      return node;
    }
    case StmtKind::Return: {
      ReturnStmt* node = start(*as<ReturnStmt>(from));
      node->results = exprs(as<ReturnStmt>(from)->results);
      return node;
    }
    case StmtKind::Branch: {
      BranchStmt* node = start(*as<BranchStmt>(from));
      node->op = as<BranchStmt>(from)->op;
      node->label = ident(as<BranchStmt>(from)->label);
      return node;
    }
    default:
      return start(*as<BadStmt>(from));
  }
}

Stmt* Cloner::compound(const Stmt* from) {
  switch (from->kind) {
    case StmtKind::Block:
      return block(as<BlockStmt>(from));
    case StmtKind::If: {
      const IfStmt* branch = as<IfStmt>(from);
      IfStmt* node = start(*branch);
      node->init = stmt(branch->init);
      node->condition = expr(branch->condition);
      node->then = block(branch->then);
      node->otherwise = stmt(branch->otherwise);
      return node;
    }
    case StmtKind::Switch: {
      SwitchStmt* node = start(*as<SwitchStmt>(from));
      node->init = stmt(as<SwitchStmt>(from)->init);
      node->tag = expr(as<SwitchStmt>(from)->tag);
      node->clauses = clauses(as<SwitchStmt>(from)->clauses);
      return node;
    }
    case StmtKind::TypeSwitch: {
      const TypeSwitchStmt* type_switch = as<TypeSwitchStmt>(from);
      TypeSwitchStmt* node = start(*type_switch);
      node->init = stmt(type_switch->init);
      node->binding = ident(type_switch->binding);
      node->x = expr(type_switch->x);
      node->clauses = clauses(type_switch->clauses);
      return node;
    }
    case StmtKind::Select: {
      SelectStmt* node = start(*as<SelectStmt>(from));
      for (const CommClause* clause : as<SelectStmt>(from)->clauses) {
        CommClause* copy = start(*clause);
        copy->comm = stmt(clause->comm);
        copy->body = stmts(clause->body);
        node->clauses.push_back(copy);
      }
      return node;
    }
    case StmtKind::For: {
      const ForStmt* loop = as<ForStmt>(from);
      ForStmt* node = start(*loop);
      node->init = stmt(loop->init);
      node->condition = expr(loop->condition);
      node->post = stmt(loop->post);
      node->body = block(loop->body);
      return node;
    }
    default: {
      const RangeStmt* loop = as<RangeStmt>(from);
      RangeStmt* node = start(*loop);
      node->key = expr(loop->key);
      node->value = expr(loop->value);
      node->op = loop->op;
      node->x = expr(loop->x);
      node->body = block(loop->body);
      return node;
    }
  }
}

FuncDecl* Cloner::function(const FuncDecl& from) {
  FuncDecl* node = arena_->make<FuncDecl>();
  node->pos = from.pos;
  node->end = from.end;
  node->name = ident(from.name);
  node->receiver = fields(from.receiver);
  node->signature = signature(from.signature);
  node->body = block(from.body);
  node->directive = from.directive;
  return node;
}

}  // namespace

FuncDecl* clone(const FuncDecl& declaration, Arena& arena) {
  return Cloner(&arena).function(declaration);
}

}  // namespace gopark::lang
