// The tree that tree-sitter makes of one file's tokens, and the way back from its nodes to them.
//
// tree-sitter does not read the file itself but its tokens, one blank apart, in a form in which its
// grammar agrees with Go's: every semicolon that Go inserts is written out, comments are gone, and
// names and literals are replaced by the plainest of their class, since the grammar treats some
// (nil, make, escapes) specially. What a name or literal was, and where, is asked of its token.
// The recognizer adds a Rendering where more is needed.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <tree_sitter/api.h>

#include "sim/lang/syntax_scanner.h"

namespace gopark::lang {

enum class NodeKind : uint8_t {
  Other,  // an anonymous token, an error, or a node that is never asked for
#define NODE(name, text) name,
#include "sim/lang/syntax_nodes.inc"
#undef NODE
};

enum class NodeField : uint16_t {
  None,
#define FIELD(name, text) name,
#include "sim/lang/syntax_fields.inc"
#undef FIELD
};

// How a token is written for tree-sitter where its grammar and Go's differ.
struct Rendering {
  bool dropped = false;           // Go allows it where the grammar does not: an empty statement
  bool semicolon_before = false;  // the grammar wants one before this `)`
  bool empty_statement_after = false;  // the grammar wants a statement after the `:` of a label
  // The first and last token of a type that stands where an expression may: the grammar accepts
  // that only as the argument of `make`, so it is written make(T). See SyntaxTree::wraps_type.
  bool type_starts = false;
  bool type_ends = false;
  // What the grammar does not take, and is reported: written as a name. See SyntaxTree::is_bad.
  bool is_bad = false;
  uint32_t bad_last = 0;    // with is_bad: the last token that this one stands for
  bool bad_before = false;  // an operand is missing in front of this token
};

// A node of the tree, or none. A value, valid as long as its SyntaxTree.
class SyntaxNode {
 public:
  SyntaxNode() = default;
  explicit SyntaxNode(TSNode node) : node_(node) {}

  explicit operator bool() const { return !ts_node_is_null(node_); }
  NodeKind kind() const;
  bool is_named() const { return ts_node_is_named(node_); }
  std::string_view type() const { return ts_node_type(node_); }  // of a token: its text
  uint32_t start() const { return ts_node_start_byte(node_); }
  uint32_t end() const { return ts_node_end_byte(node_); }
  bool has_error() const { return ts_node_has_error(node_); }

  std::vector<SyntaxNode> children() const;               // tokens too
  std::vector<SyntaxNode> named_children() const;         // without tokens
  SyntaxNode named_child(uint32_t index) const;           // none when there are fewer
  SyntaxNode field(NodeField field) const;                // the first child of that field, or none
  std::vector<SyntaxNode> fields(NodeField field) const;  // all named children of that field
  SyntaxNode token(std::string_view text) const;  // the first child that is this token, or none

 private:
  TSNode node_ = {};
};

// Walks a tree in source order without recursion.
class TreeWalk {
 public:
  explicit TreeWalk(TSNode root) : cursor_(ts_tree_cursor_new(root)) {}
  ~TreeWalk() { ts_tree_cursor_delete(&cursor_); }
  TreeWalk(const TreeWalk&) = delete;
  TreeWalk& operator=(const TreeWalk&) = delete;

  TSNode node() const { return ts_tree_cursor_current_node(&cursor_); }
  uint32_t depth() const { return static_cast<uint32_t>(above_.size()); }
  TSNode above(uint32_t levels) const;  // 1: the parent; a null node above the root
  NodeField field() const;              // that the node is in its parent
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

class SyntaxTree {
 public:
  // REQUIRES: one rendering a token. `tokens` must outlive the tree.
  SyntaxTree(const TokenList& tokens, const std::vector<Rendering>& renderings);

  SyntaxNode root() const { return SyntaxNode(ts_tree_root_node(tree_.get())); }
  // Whether the call expression is no call but a type, written as make(T) for the grammar's sake.
  bool wraps_type(SyntaxNode call) const;
  // Whether the identifier stands for what is no Go.
  bool is_bad(SyntaxNode identifier) const { return text_[identifier.start()] == kBad[0]; }
  // The last token that it stands for. REQUIRES: is_bad.
  uint32_t bad_last(SyntaxNode identifier) const { return bad_last_.at(identifier.start()); }
  // The index in tokens.tokens of a node's first and last token.
  uint32_t first_token(SyntaxNode node) const;
  uint32_t last_token(SyntaxNode node) const;
  // The first token, in source order, of what tree-sitter could not parse; UINT32_MAX: all is well.
  uint32_t first_error() const;
  // The first token of the first node that lies deeper than `limit` levels, or UINT32_MAX.
  uint32_t first_deeper_than(uint32_t limit) const;

 private:
  static constexpr std::string_view kBad = "b";  // no name is written so

  void render(const std::vector<Rendering>& renderings);
  void render_token(uint32_t index, const Rendering& rendering);
  void write(uint32_t index, std::string_view text);
  void write_bad(uint32_t index, uint32_t last);

  const TokenList& tokens_;
  std::string text_;
  std::vector<uint32_t> token_at_;         // for each byte of text_
  std::map<uint32_t, uint32_t> bad_last_;  // by offset in text_
  TreeOwner tree_;
};

}  // namespace gopark::lang
