#include "sim/lang/syntax_tree.h"

#include <algorithm>
#include <iterator>

#include "sim/base/assert.h"

extern "C" const TSLanguage* tree_sitter_go();

namespace gopark::lang {
namespace {

constexpr std::string_view kNodeTypes[] = {
#define NODE(name, text) text,
#include "sim/lang/syntax_nodes.inc"
#undef NODE
};

struct ParserDeleter {
  void operator()(TSParser* parser) const { ts_parser_delete(parser); }
};

constexpr const char* kFields[] = {
#define FIELD(name, text) text,
#include "sim/lang/syntax_fields.inc"
#undef FIELD
};

// NodeField's numbers are the grammar's: asking it by name would compare names at every node.
bool knows_fields(const TSLanguage* language) {
  for (TSFieldId id = 1; id <= std::size(kFields); ++id) {
    const char* name = ts_language_field_name_for_id(language, id);
    if (name == nullptr || std::string_view(name) != kFields[id - 1]) return false;
  }
  return true;
}

// What stands for a name; no name is written kTypeWrapper.
constexpr std::string_view kName = "a";
constexpr std::string_view kTypeWrapper = "make";

std::string_view plainest(const TokenList& list, uint32_t index) {
  const SourceToken& token = list.tokens[index];
  switch (token.lexeme) {
    case Lexeme::EndOfFile:
      return "";
    case Lexeme::Name:
      return kName;
    case Lexeme::Literal:
      return token.op == Token::String ? "\"\"" : "0";
    case Lexeme::Semi:
      return ";";
    default:
      return list.text(token);
  }
}

}  // namespace

NodeField TreeWalk::field() const {
  return static_cast<NodeField>(ts_tree_cursor_current_field_id(&cursor_));
}

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
  GOPARK_ASSERT(knows_fields(tree_sitter_go()), "the grammar has the fields of syntax_fields.inc");
  TreeOwner tree(ts_parser_parse_string(parser.get(), nullptr, text.data(),
                                        static_cast<uint32_t>(text.size())));
  GOPARK_ASSERT(tree != nullptr);
  return tree;
}

NodeKind SyntaxNode::kind() const {
  if (!ts_node_is_named(node_)) return NodeKind::Other;
  const std::string_view type = ts_node_type(node_);
  const auto* found = std::lower_bound(std::begin(kNodeTypes), std::end(kNodeTypes), type);
  if (found == std::end(kNodeTypes) || *found != type) return NodeKind::Other;
  return static_cast<NodeKind>(1 + std::distance(std::begin(kNodeTypes), found));
}

std::vector<SyntaxNode> SyntaxNode::children() const {
  std::vector<SyntaxNode> result;
  TreeWalk walk(node_);
  if (!walk.down()) return result;
  do {
    result.emplace_back(walk.node());
  } while (walk.along());
  return result;
}

std::vector<SyntaxNode> SyntaxNode::named_children() const {
  std::vector<SyntaxNode> result = children();
  std::erase_if(result, [](const SyntaxNode& child) { return !child.is_named(); });
  return result;
}

SyntaxNode SyntaxNode::named_child(uint32_t index) const {
  return SyntaxNode(ts_node_named_child(node_, index));
}

SyntaxNode SyntaxNode::field(NodeField field) const {
  return SyntaxNode(ts_node_child_by_field_id(node_, static_cast<TSFieldId>(field)));
}

std::vector<SyntaxNode> SyntaxNode::fields(NodeField field) const {
  std::vector<SyntaxNode> result;
  TreeWalk walk(node_);
  if (!walk.down()) return result;
  do {
    if (walk.field() == field && ts_node_is_named(walk.node())) result.emplace_back(walk.node());
  } while (walk.along());
  return result;
}

SyntaxNode SyntaxNode::token(std::string_view text) const {
  for (const SyntaxNode& child : children()) {
    if (!child.is_named() && child.type() == text) return child;
  }
  return SyntaxNode();
}

SyntaxTree::SyntaxTree(const TokenList& tokens, const std::vector<Rendering>& renderings)
    : tokens_(tokens) {
  GOPARK_ASSERT(renderings.size() == tokens.tokens.size());
  render(renderings);
  tree_ = parse_go(text_);
}

void SyntaxTree::render(const std::vector<Rendering>& renderings) {
  for (uint32_t i = 0; i < tokens_.tokens.size(); ++i) {
    render_token(i, renderings[i]);
  }
  token_at_.push_back(static_cast<uint32_t>(tokens_.tokens.size()) - 1);
}

void SyntaxTree::render_token(uint32_t index, const Rendering& rendering) {
  if (rendering.dropped) return;
  if (rendering.semicolon_before) write(index, ";");
  if (rendering.type_starts) {
    write(index, kTypeWrapper);
    write(index, "(");
  }
  if (rendering.bad_before) write_bad(index, index - 1);
  if (rendering.is_bad)
    write_bad(index, rendering.bad_last);
  else
    write(index, plainest(tokens_, index));
  if (rendering.type_ends) write(index, ")");
  if (rendering.empty_statement_after) write(index, ";");
}

void SyntaxTree::write(uint32_t index, std::string_view text) {
  text_ += text;
  text_ += ' ';
  token_at_.resize(text_.size(), index);
}

void SyntaxTree::write_bad(uint32_t index, uint32_t last) {
  bad_last_[static_cast<uint32_t>(text_.size())] = last;
  write(index, kBad);
}

bool SyntaxTree::wraps_type(SyntaxNode call) const {
  const SyntaxNode function = call.field(NodeField::Function);
  return text_.compare(function.start(), function.end() - function.start(), kTypeWrapper) == 0;
}

uint32_t SyntaxTree::first_token(SyntaxNode node) const {
  return token_at_[node.start()];
}

uint32_t SyntaxTree::last_token(SyntaxNode node) const {
  return token_at_[std::max(node.start() + 1, node.end()) - 1];
}

uint32_t SyntaxTree::first_error() const {
  TreeWalk walk(ts_tree_root_node(tree_.get()));
  for (;;) {
    const TSNode node = walk.node();
    if (ts_node_is_error(node) || ts_node_is_missing(node)) return first_token(SyntaxNode(node));
    const bool inside = ts_node_has_error(node) && walk.down();
    if (!inside && !walk.past()) return UINT32_MAX;
  }
}

uint32_t SyntaxTree::first_deeper_than(uint32_t limit) const {
  // Few nodes are not deep: most files need no walk.
  if (ts_node_descendant_count(ts_tree_root_node(tree_.get())) <= limit) return UINT32_MAX;
  TreeWalk walk(ts_tree_root_node(tree_.get()));
  for (;;) {
    if (walk.depth() > limit) return first_token(SyntaxNode(walk.node()));
    if (!walk.down() && !walk.past()) return UINT32_MAX;
  }
}

}  // namespace gopark::lang
