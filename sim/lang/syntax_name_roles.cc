#include "sim/lang/syntax_name_roles.h"

#include <algorithm>
#include <tuple>

#include "sim/lang/compile_walk.h"
#include "sim/lang/syntax.h"
#include "sim/lang/syntax_grammar.h"

namespace gopark::lang {
namespace {

// Walks a tree in which anything may be missing.
class Roles {
 public:
  explicit Roles(const TokenList& tokens) : tokens_(tokens), roles_(tokens.tokens.size()) {}

  void of(const SourceFile& file) {
    for (const Decl& decl : file.declarations) {
      if (decl.gen != nullptr) declaration(decl.gen);
      if (decl.func == nullptr) continue;
      mark(decl.func->name, NameRole::Function);
      fields(decl.func->receiver);
      type(decl.func->signature);
      statement(decl.func->body);
    }
  }
  std::vector<NameRole> take() { return std::move(roles_); }

 private:
  // The tree of a text that is refused may be of any depth.
  class Level {
   public:
    explicit Level(uint32_t* depth) : depth_(depth) { ++*depth_; }
    ~Level() { --*depth_; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;
    bool is_too_deep() const { return *depth_ > kMaxTreeDepth; }

   private:
    uint32_t* depth_;
  };

  void mark(const Ident* name, NameRole role) {
    if (name == nullptr) return;
    const auto at = std::lower_bound(tokens_.tokens.begin(), tokens_.tokens.end(), name->pos,
                                     [](const SourceToken& token, const Pos& pos) {
                                       return std::tie(token.line, token.column) <
                                              std::tie(pos.line, pos.column);
                                     });
    if (at != tokens_.tokens.end() && at->lexeme == Lexeme::Name)
      roles_[static_cast<std::size_t>(at - tokens_.tokens.begin())] = role;
  }

  // ---- declarations
  void declaration(const GenDecl* decl) {
    for (const ValueSpec* spec : decl->values) {
      type(spec->type_expr);
      values(spec->values);
    }
    for (const TypeSpec* spec : decl->types) {
      mark(spec->name, NameRole::Type);
      type_parameters(spec->type_params);
      type(spec->type_expr);
    }
  }
  void fields(const std::vector<Field>& list, NameRole role = NameRole::Value) {
    for (const Field& field : list) {
      for (const Ident* name : field.names) mark(name, role);
      type(field.type_expr);
    }
  }
  void type_parameters(const std::vector<Field>& list) { fields(list, NameRole::Type); }

  // ---- where only a type can stand
  void type(const Expr* e) {
    const Level level(&depth_);
    if (e == nullptr || level.is_too_deep()) return;
    switch (e->kind) {
      case ExprKind::Ident:
        return mark(as<Ident>(e), NameRole::Type);
      case ExprKind::Selector:
        return mark(as<SelectorExpr>(e)->sel, NameRole::Type);
      case ExprKind::Paren:
        return type(as<ParenExpr>(e)->x);
      case ExprKind::Star:
        return type(as<StarExpr>(e)->x);
      case ExprKind::Ellipsis:
        return type(as<EllipsisExpr>(e)->element);
      case ExprKind::Unary:  // ~T
        return type(as<UnaryExpr>(e)->x);
      case ExprKind::Binary:  // T | U
        type(as<BinaryExpr>(e)->x);
        return type(as<BinaryExpr>(e)->y);
      case ExprKind::Index:
        type(as<IndexExpr>(e)->x);
        return types(as<IndexExpr>(e)->indices);
      default:
        return type_literal(e);
    }
  }
  void types(const std::vector<Expr*>& list) {
    for (const Expr* e : list) type(e);
  }
  void type_literal(const Expr* e) {
    switch (e->kind) {
      case ExprKind::ArrayType:
        value(as<ArrayTypeExpr>(e)->length);
        return type(as<ArrayTypeExpr>(e)->element);
      case ExprKind::MapType:
        type(as<MapTypeExpr>(e)->key);
        return type(as<MapTypeExpr>(e)->value);
      case ExprKind::ChanType:
        return type(as<ChanTypeExpr>(e)->element);
      case ExprKind::StructType:
        return fields(as<StructTypeExpr>(e)->fields);
      case ExprKind::FuncType:
        type_parameters(as<FuncType>(e)->type_params);
        fields(as<FuncType>(e)->params);
        return fields(as<FuncType>(e)->results);
      case ExprKind::InterfaceType:
        for (const InterfaceElement& element : as<InterfaceTypeExpr>(e)->elements) {
          mark(element.method, NameRole::Function);
          type(element.signature);
          types(element.terms);
        }
        return;
      default:
        return;
    }
  }

  // ---- where a value stands, or a type that begins like one
  void value(const Expr* e) {
    const Level level(&depth_);
    if (e == nullptr || level.is_too_deep()) return;
    switch (e->kind) {
      case ExprKind::Call:
        return call(as<CallExpr>(e));
      case ExprKind::CompositeLit:
        type(as<CompositeLit>(e)->type_expr);
        break;
      case ExprKind::FuncLit:
        type(as<FuncLit>(e)->signature);
        break;
      case ExprKind::TypeAssert:
        type(as<TypeAssertExpr>(e)->type_expr);
        break;
      default:
        type_literal(e);
    }
    children(Node{e, nullptr});
  }
  void children(Node node) {
    for_each_child(node, [this](Node child) {
      value(child.expr);
      statement(child.stmt);
    });
  }
  void values(const std::vector<Expr*>& list) {
    for (const Expr* e : list) value(e);
  }
  void call(const CallExpr* e) {
    value(e->fun);
    if (e->fun != nullptr && e->fun->kind == ExprKind::Index)
      mark_name_of(as<IndexExpr>(e->fun)->x);
    const bool makes = e->fun != nullptr && e->fun->kind == ExprKind::Ident &&
                       (as<Ident>(e->fun)->name == "make" || as<Ident>(e->fun)->name == "new");
    for (std::size_t i = 0; i < e->args.size(); ++i) {
      if (makes && i == 0) {
        type(e->args[i]);
      } else {
        value(e->args[i]);
      }
    }
  }

  void mark_name_of(const Expr* function) {
    if (function == nullptr) return;
    if (function->kind == ExprKind::Ident) mark(as<Ident>(function), NameRole::Function);
    if (function->kind == ExprKind::Selector)
      mark(as<SelectorExpr>(function)->sel, NameRole::Function);
  }

  // ---- statements
  void statement(const Stmt* s) {
    const Level level(&depth_);
    if (s == nullptr || level.is_too_deep()) return;
    switch (s->kind) {
      case StmtKind::Decl:
        return declaration(as<DeclStmt>(s)->decl);
      case StmtKind::Branch:
        return mark(as<BranchStmt>(s)->label, NameRole::Value);
      case StmtKind::Labeled:
        mark(as<LabeledStmt>(s)->label, NameRole::Value);
        return statement(as<LabeledStmt>(s)->body);
      case StmtKind::TypeSwitch:
        statement(as<TypeSwitchStmt>(s)->init);
        value(as<TypeSwitchStmt>(s)->x);
        for (const CaseClause* clause : as<TypeSwitchStmt>(s)->clauses) {
          types(clause->values);
          statements(clause->body);
        }
        return;
      default:
        children(Node{nullptr, s});
    }
  }
  void statements(const std::vector<Stmt*>& list) {
    for (const Stmt* s : list) statement(s);
  }

  const TokenList& tokens_;
  std::vector<NameRole> roles_;
  uint32_t depth_ = 0;
};

}  // namespace

std::vector<NameRole> name_roles(const TokenList& tokens) {
  Arena arena;
  Diagnostics diagnostics;
  SourceFile file;
  Grammar(tokens, arena, diagnostics).what_there_is(&file);
  Roles roles(tokens);
  roles.of(file);
  return roles.take();
}

}  // namespace gopark::lang
