// Visits the syntax tree, and the questions about it that the compiler asks before it translates.
#pragma once

#include <functional>
#include <vector>

#include "sim/lang/types.h"

namespace gopark::lang {

// An expression or a statement; one of the two is set.
struct Node {
  const Expr* expr = nullptr;
  const Stmt* stmt = nullptr;
};

// Calls visit on each direct child, in source order. Types, labels and the bodies of function
// literals are children too; absent parts are not visited.
void for_each_child(Node node, const std::function<void(Node)>& visit);

const Expr* unparen(const Expr* e);

// The function literals in a node that are not inside another literal, in source order.
std::vector<const FuncLit*> literals_in(Node node);
// The loops over functions in a node that are not inside a literal, outer ones first.
std::vector<const RangeStmt*> range_funcs_in(Node node);

// A way out of the body of a loop over a function that ends more than the loop.
struct RangeExit {
  Token op = Token::None;        // Break, Continue or Goto; None: return
  const Stmt* target = nullptr;  // as BranchStmt::target
  friend bool operator==(const RangeExit&, const RangeExit&) = default;
};
// Each once, in source order. The place in this list is what the loop's `next` says, from 1 on.
std::vector<RangeExit> range_exits(const RangeStmt* loop);

// Whether the node itself, not a literal in it, has a defer statement.
bool has_defer(Node node);

}  // namespace gopark::lang
