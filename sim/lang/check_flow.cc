// Terminating statements: where a function needs no final return. (go/types: return.go.)
#include <algorithm>
#include <cstddef>

#include "sim/lang/checker.h"

namespace gopark::lang {
namespace {

bool has_break_list(const std::vector<Stmt*>& list, std::string_view label, bool implicit);

// Whether a break leaves the statement with the label, or, when `implicit`, the one around.
bool has_break(const Stmt* stmt, std::string_view label, bool implicit) {
  if (stmt == nullptr) return false;
  switch (stmt->kind) {
    case StmtKind::Labeled:
      return has_break(as<LabeledStmt>(stmt)->body, label, implicit);
    case StmtKind::Branch: {
      const BranchStmt* branch = as<BranchStmt>(stmt);
      if (branch->op != Token::Break) return false;
      return branch->label == nullptr ? implicit : branch->label->name == label;
    }
    case StmtKind::Block:
      return has_break_list(as<BlockStmt>(stmt)->statements, label, implicit);
    case StmtKind::If:
      return has_break(as<IfStmt>(stmt)->then, label, implicit) ||
             has_break(as<IfStmt>(stmt)->otherwise, label, implicit);
    case StmtKind::Switch:
    case StmtKind::TypeSwitch: {
      const std::vector<CaseClause*>& clauses = stmt->kind == StmtKind::Switch
                                                    ? as<SwitchStmt>(stmt)->clauses
                                                    : as<TypeSwitchStmt>(stmt)->clauses;
      return !label.empty() &&
             std::any_of(clauses.begin(), clauses.end(), [&](const CaseClause* clause) {
               return has_break_list(clause->body, label, false);
             });
    }
    case StmtKind::Select: {
      const std::vector<CommClause*>& clauses = as<SelectStmt>(stmt)->clauses;
      return !label.empty() &&
             std::any_of(clauses.begin(), clauses.end(), [&](const CommClause* clause) {
               return has_break_list(clause->body, label, false);
             });
    }
    case StmtKind::For:
      return !label.empty() && has_break(as<ForStmt>(stmt)->body, label, false);
    case StmtKind::Range:
      return !label.empty() && has_break(as<RangeStmt>(stmt)->body, label, false);
    default:
      return false;
  }
}

bool has_break_list(const std::vector<Stmt*>& list, std::string_view label, bool implicit) {
  return std::any_of(list.begin(), list.end(),
                     [&](const Stmt* stmt) { return has_break(stmt, label, implicit); });
}

bool is_panic(const Stmt* stmt, const FunctionContext& function) {
  const Expr* expr = as<ExprStmt>(stmt)->x;
  while (expr->kind == ExprKind::Paren) expr = as<ParenExpr>(expr)->x;
  return expr->kind == ExprKind::Call && std::find(function.panics.begin(), function.panics.end(),
                                                   as<CallExpr>(expr)) != function.panics.end();
}

}  // namespace

bool Checker::is_terminating_list(const std::vector<Stmt*>& list, const FunctionContext& function) {
  for (std::size_t i = list.size(); i-- > 0;) {
    if (list[i]->kind != StmtKind::Empty) return is_terminating(list[i], "", function);
  }
  return false;
}

bool Checker::is_terminating(const Stmt* stmt, std::string_view label,
                             const FunctionContext& function) {
  if (stmt == nullptr) return false;
  const auto ends = [&](const std::vector<Stmt*>& body) {
    return is_terminating_list(body, function) && !has_break_list(body, label, true);
  };
  const auto switch_ends = [&](const std::vector<CaseClause*>& clauses) {
    bool has_default = false;
    for (const CaseClause* clause : clauses) {
      has_default = has_default || clause->is_default;
      if (!ends(clause->body)) return false;
    }
    return has_default;
  };
  switch (stmt->kind) {
    case StmtKind::Bad:
      return true;  // reported; nobody knows
    case StmtKind::Labeled:
      return is_terminating(as<LabeledStmt>(stmt)->body, as<LabeledStmt>(stmt)->label->name,
                            function);
    case StmtKind::Expr:
      return is_panic(stmt, function);
    case StmtKind::Return:
      return true;
    case StmtKind::Branch: {
      const Token op = as<BranchStmt>(stmt)->op;
      return op == Token::Goto || op == Token::Fallthrough;
    }
    case StmtKind::Block:
      return is_terminating_list(as<BlockStmt>(stmt)->statements, function);
    case StmtKind::If:
      return as<IfStmt>(stmt)->otherwise != nullptr &&
             is_terminating(as<IfStmt>(stmt)->then, "", function) &&
             is_terminating(as<IfStmt>(stmt)->otherwise, "", function);
    case StmtKind::Switch:
      return switch_ends(as<SwitchStmt>(stmt)->clauses);
    case StmtKind::TypeSwitch:
      return switch_ends(as<TypeSwitchStmt>(stmt)->clauses);
    case StmtKind::Select: {
      const std::vector<CommClause*>& clauses = as<SelectStmt>(stmt)->clauses;
      return std::all_of(clauses.begin(), clauses.end(),
                         [&](const CommClause* clause) { return ends(clause->body); });
    }
    case StmtKind::For:
      return as<ForStmt>(stmt)->condition == nullptr &&
             !has_break(as<ForStmt>(stmt)->body, label, true);
    default:
      return false;
  }
}

}  // namespace gopark::lang
