#include "tests/lang/tree_dump.h"

#include <initializer_list>
#include <string_view>
#include <vector>

namespace gopark::lang {
namespace {

std::string at(Pos pos) {
  return "@" + std::to_string(pos.line) + ":" + std::to_string(pos.column);
}

std::string node(std::string_view name, std::initializer_list<std::string> parts) {
  std::string text = "(" + std::string(name);
  for (const std::string& part : parts) text += " " + part;
  return text + ")";
}

std::string dump(const Expr* expr);
std::string dump(const Stmt* stmt);
std::string dump(const GenDecl& decl);

std::string dump(const std::vector<Expr*>& list) {
  std::string text = "[";
  for (const Expr* each : list) text += " " + dump(each);
  return text + "]";
}

std::string dump(const std::vector<Stmt*>& list) {
  std::string text = "{\n";
  for (const Stmt* each : list) {
    if (each->kind != StmtKind::Empty) text += dump(each) + "\n";
  }
  return text + "}";
}

std::string dump(const std::vector<Field>& fields) {
  std::string text = "<";
  for (const Field& field : fields) {
    for (const Ident* name : field.names) text += dump(name) + ",";
    text += dump(field.type_expr) + field.tag + ";";
  }
  return text + ">";
}

std::string dump_signature(const FuncType* type) {
  return dump(type->type_params) + dump(type->params) + dump(type->results);
}

std::string dump_block(const BlockStmt* block) {
  if (block == nullptr) return "nil";
  return node("Block", {at(block->pos), at(block->end), dump(block->statements)});
}

template <typename Clause>
std::string dump_clauses(const std::vector<Clause*>& clauses) {
  std::string text = "{\n";
  for (const Stmt* clause : clauses) text += dump(clause) + "\n";
  return text + "}";
}

std::string dump_elements(const InterfaceTypeExpr* type) {
  std::string text = "{";
  for (const InterfaceElement& element : type->elements) {
    if (element.method != nullptr) {
      text += dump(element.method) + dump_signature(element.signature);
    } else {
      text += dump(element.terms);
    }
    text += ";";
  }
  return text + "}";
}

std::string_view direction(ChanDir dir) {
  if (dir == ChanDir::Both) return "both";
  return dir == ChanDir::SendOnly ? "send" : "receive";
}

std::string op_text(Token op) {
  return std::string(token_text(op));
}

std::string assign_text(Token op) {
  return op_text(op) + (op == Token::Assign || op == Token::Define ? "" : "=");
}

std::string dump_type(const Expr* expr) {
  const std::string start = at(expr->pos);
  switch (expr->kind) {
    case ExprKind::Ellipsis:
      return node("Ellipsis", {start, dump(as<EllipsisExpr>(expr)->element)});
    case ExprKind::ArrayType: {
      const auto* array = as<ArrayTypeExpr>(expr);
      return node("ArrayType", {start, dump(array->length), dump(array->element)});
    }
    case ExprKind::StructType:
      return node("StructType", {start, at(expr->end), dump(as<StructTypeExpr>(expr)->fields)});
    case ExprKind::FuncType:
      return node("FuncType", {start, dump_signature(as<FuncType>(expr))});
    case ExprKind::InterfaceType:
      return node("InterfaceType",
                  {start, at(expr->end), dump_elements(as<InterfaceTypeExpr>(expr))});
    case ExprKind::MapType: {
      const auto* map = as<MapTypeExpr>(expr);
      return node("MapType", {start, dump(map->key), dump(map->value)});
    }
    case ExprKind::ChanType: {
      const auto* channel = as<ChanTypeExpr>(expr);
      return node("ChanType",
                  {start, std::string(direction(channel->dir)), dump(channel->element)});
    }
    default:
      return "Bad";
  }
}

std::string dump(const Expr* expr) {
  if (expr == nullptr) return "nil";
  const std::string start = at(expr->pos);
  const std::string end = at(expr->end);
  switch (expr->kind) {
    case ExprKind::Ident:
      return as<Ident>(expr)->name + start;
    case ExprKind::BasicLit:
      return as<BasicLit>(expr)->text + start;
    case ExprKind::CompositeLit: {
      const auto* literal = as<CompositeLit>(expr);
      return node("CompositeLit", {start, end, dump(literal->type_expr), dump(literal->elements)});
    }
    case ExprKind::FuncLit: {
      const auto* literal = as<FuncLit>(expr);
      return node("FuncLit",
                  {start, dump_signature(literal->signature), dump_block(literal->body)});
    }
    case ExprKind::Paren:
      return node("Paren", {start, end, dump(as<ParenExpr>(expr)->x)});
    case ExprKind::Selector: {
      const auto* selector = as<SelectorExpr>(expr);
      return node("Selector", {start, end, dump(selector->x), dump(selector->sel)});
    }
    case ExprKind::Index: {
      const auto* index = as<IndexExpr>(expr);
      return node("Index", {start, end, dump(index->x), dump(index->indices)});
    }
    case ExprKind::Slice: {
      const auto* slice = as<SliceExpr>(expr);
      return node("Slice", {start, end, dump(slice->x), dump(slice->low), dump(slice->high),
                            dump(slice->max), slice->three ? "3" : "2"});
    }
    case ExprKind::TypeAssert: {
      const auto* assertion = as<TypeAssertExpr>(expr);
      return node("TypeAssert", {start, end, dump(assertion->x), dump(assertion->type_expr)});
    }
    case ExprKind::Call: {
      const auto* call = as<CallExpr>(expr);
      return node("Call", {start, end, dump(call->fun), at(call->lparen), dump(call->args),
                           call->ellipsis ? "..." : "", at(call->rparen)});
    }
    case ExprKind::Star:
      return node("Star", {start, end, dump(as<StarExpr>(expr)->x)});
    case ExprKind::Unary: {
      const auto* unary = as<UnaryExpr>(expr);
      return node("Unary", {start, end, op_text(unary->op), dump(unary->x)});
    }
    case ExprKind::Binary: {
      const auto* binary = as<BinaryExpr>(expr);
      return node("Binary", {start, end, dump(binary->x), op_text(binary->op) + at(binary->op_pos),
                             dump(binary->y)});
    }
    case ExprKind::KeyValue: {
      const auto* pair = as<KeyValueExpr>(expr);
      return node("KeyValue", {start, end, dump(pair->key), dump(pair->value)});
    }
    default:
      return dump_type(expr);
  }
}

std::string dump_control(const Stmt* stmt) {
  const std::string start = at(stmt->pos);
  const std::string end = at(stmt->end);
  switch (stmt->kind) {
    case StmtKind::If: {
      const auto* branch = as<IfStmt>(stmt);
      return node("If", {start, end, dump(branch->init), dump(branch->condition),
                         dump_block(branch->then), dump(branch->otherwise)});
    }
    case StmtKind::Case: {
      const auto* clause = as<CaseClause>(stmt);
      return node("Case", {start, clause->is_default ? "default" : dump(clause->values),
                           dump(clause->body)});
    }
    case StmtKind::Switch: {
      const auto* choice = as<SwitchStmt>(stmt);
      return node("Switch", {start, end, dump(choice->init), dump(choice->tag),
                             dump_clauses(choice->clauses)});
    }
    case StmtKind::TypeSwitch: {
      const auto* choice = as<TypeSwitchStmt>(stmt);
      return node("TypeSwitch", {start, end, dump(choice->init), dump(choice->binding),
                                 dump(choice->x), dump_clauses(choice->clauses)});
    }
    case StmtKind::Comm: {
      const auto* clause = as<CommClause>(stmt);
      return node("Comm", {start, dump(clause->comm), dump(clause->body)});
    }
    case StmtKind::Select:
      return node("Select", {start, end, dump_clauses(as<SelectStmt>(stmt)->clauses)});
    case StmtKind::For: {
      const auto* loop = as<ForStmt>(stmt);
      return node("For", {start, end, dump(loop->init), dump(loop->condition), dump(loop->post),
                          dump_block(loop->body)});
    }
    case StmtKind::Range: {
      const auto* loop = as<RangeStmt>(stmt);
      return node("Range", {start, end, dump(loop->key), dump(loop->value), op_text(loop->op),
                            dump(loop->x), dump_block(loop->body)});
    }
    default:
      return "Bad";
  }
}

std::string dump(const Stmt* stmt) {
  if (stmt == nullptr) return "nil";
  const std::string start = at(stmt->pos);
  const std::string end = at(stmt->end);
  switch (stmt->kind) {
    case StmtKind::Empty:
      return "Empty";
    case StmtKind::Decl:
      return dump(*as<DeclStmt>(stmt)->decl);
    case StmtKind::Labeled: {
      const auto* labeled = as<LabeledStmt>(stmt);
      return node("Labeled", {start, dump(labeled->label), dump(labeled->body)});
    }
    case StmtKind::Expr:
      return node("Expr", {start, end, dump(as<ExprStmt>(stmt)->x)});
    case StmtKind::Send: {
      const auto* send = as<SendStmt>(stmt);
      return node("Send", {start, end, dump(send->channel), at(send->arrow), dump(send->value)});
    }
    case StmtKind::IncDec: {
      const auto* step = as<IncDecStmt>(stmt);
      return node("IncDec", {start, end, op_text(step->op), dump(step->x)});
    }
    case StmtKind::Assign: {
      const auto* assign = as<AssignStmt>(stmt);
      return node("Assign", {start, end, dump(assign->lhs),
                             assign_text(assign->op) + at(assign->op_pos), dump(assign->rhs)});
    }
    case StmtKind::Go:
      return node("Go", {start, end, dump(as<GoStmt>(stmt)->call)});
    case StmtKind::Defer:
      return node("Defer", {start, end, dump(as<DeferStmt>(stmt)->call)});
    case StmtKind::Return:
      return node("Return", {start, end, dump(as<ReturnStmt>(stmt)->results)});
    case StmtKind::Branch: {
      const auto* branch = as<BranchStmt>(stmt);
      return node("Branch", {start, end, op_text(branch->op), dump(branch->label)});
    }
    case StmtKind::Block:
      return dump_block(as<BlockStmt>(stmt));
    default:
      return dump_control(stmt);
  }
}

std::string dump(const GenDecl& decl) {
  std::string text = "(Decl " + at(decl.pos) + " " + op_text(decl.token) + "\n";
  for (const ImportSpec* spec : decl.imports) {
    text +=
        node("Import", {at(spec->pos), dump(spec->name), spec->path, at(spec->path_pos)}) + "\n";
  }
  for (const ValueSpec* spec : decl.values) {
    std::string names;
    for (const Ident* name : spec->names) names += dump(name) + ",";
    text += node("Value", {at(spec->pos), names, dump(spec->type_expr), dump(spec->values),
                           std::to_string(decl.token == Token::Const ? spec->iota : 0)});
    text += "\n";
  }
  for (const TypeSpec* spec : decl.types) {
    text += node("Type", {at(spec->pos), dump(spec->name), dump(spec->type_params),
                          spec->alias ? "=" : "", dump(spec->type_expr)});
    text += "\n";
  }
  return text + ")";
}

}  // namespace

std::string dump_tree(const SourceFile& file) {
  std::string text = "package " + dump(file.package_name) + "\n";
  for (const Decl& decl : file.declarations) {
    if (decl.gen != nullptr) {
      text += dump(*decl.gen) + "\n";
      continue;
    }
    const FuncDecl& function = *decl.func;
    text += node("Func",
                 {at(function.pos), at(function.end), dump(function.name), dump(function.receiver),
                  dump_signature(function.signature), dump_block(function.body)});
    text += "\n";
  }
  return text;
}

}  // namespace gopark::lang
