// The tree that tree-sitter makes of any text, also of one that is no Go: what the highlighter
// colours. The compiler's tree is made by the parser (syntax_grammar.h).
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include <tree_sitter/api.h>

namespace gopark::lang {

// Walks a tree in source order without recursion.
class TreeWalk {
 public:
  explicit TreeWalk(TSNode root) : cursor_(ts_tree_cursor_new(root)) {}
  ~TreeWalk() { ts_tree_cursor_delete(&cursor_); }
  TreeWalk(const TreeWalk&) = delete;
  TreeWalk& operator=(const TreeWalk&) = delete;

  TSNode node() const { return ts_tree_cursor_current_node(&cursor_); }
  TSNode above(uint32_t levels) const;  // 1: the parent; a null node above the root
  bool down();                          // to the first child, if there is one
  bool along();                         // to the next sibling, if there is one
  bool past();  // to the next node in source order that is not inside this one
 private:
  TSTreeCursor cursor_;
  std::vector<TSNode> above_;  // tree-sitter would search a parent from the root
};

struct TreeDeleter {
  void operator()(TSTree* tree) const { ts_tree_delete(tree); }
};
using TreeOwner = std::unique_ptr<TSTree, TreeDeleter>;

// What tree-sitter makes of Go text. It always makes something; errors are nodes.
TreeOwner parse_go(std::string_view text);

}  // namespace gopark::lang
