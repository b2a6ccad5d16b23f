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
// Whether the node itself, not a literal in it, has a defer statement.
bool has_defer(Node node);

}  // namespace gopark::lang
