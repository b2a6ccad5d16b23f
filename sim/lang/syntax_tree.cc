#include "sim/lang/syntax_tree.h"

#include "sim/base/assert.h"

extern "C" const TSLanguage* tree_sitter_go();

namespace gopark::lang {
namespace {

struct ParserDeleter {
  void operator()(TSParser* parser) const { ts_parser_delete(parser); }
};

}  // namespace

TSNode TreeWalk::above(uint32_t levels) const {
  return levels <= above_.size() ? above_[above_.size() - levels] : TSNode{};
}

bool TreeWalk::down() {
  const TSNode parent = node();
  if (!ts_tree_cursor_goto_first_child(&cursor_)) return false;
  above_.push_back(parent);
  return true;
}

bool TreeWalk::along() {
  return ts_tree_cursor_goto_next_sibling(&cursor_);
}

bool TreeWalk::past() {
  while (!along()) {
    if (!ts_tree_cursor_goto_parent(&cursor_)) return false;
    above_.pop_back();
  }
  return true;
}

TreeOwner parse_go(std::string_view text) {
  const std::unique_ptr<TSParser, ParserDeleter> parser(ts_parser_new());
  const bool fits = ts_parser_set_language(parser.get(), tree_sitter_go());
  GOPARK_ASSERT(fits, "tree-sitter's core knows this version of the grammar");
  TreeOwner tree(ts_parser_parse_string(parser.get(), nullptr, text.data(),
                                        static_cast<uint32_t>(text.size())));
  GOPARK_ASSERT(tree != nullptr);
  return tree;
}

}  // namespace gopark::lang
