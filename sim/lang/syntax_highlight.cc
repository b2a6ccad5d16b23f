#include "sim/lang/syntax_highlight.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "sim/lang/syntax.h"
#include "sim/lang/syntax_tree.h"

namespace gopark::lang {
namespace {

constexpr std::string_view kBuiltinFunctions[] = {
    "append", "cap", "clear", "close", "complex", "copy",  "delete",  "imag", "len",
    "make",   "max", "min",   "new",   "panic",   "print", "println", "real", "recover"};
constexpr std::string_view kBuiltinTypes[] = {
    "any",     "bool",   "byte",   "comparable", "complex128", "complex64", "error", "float32",
    "float64", "int",    "int16",  "int32",      "int64",      "int8",      "rune",  "string",
    "uint",    "uint16", "uint32", "uint64",     "uint8",      "uintptr"};
constexpr std::string_view kPunctuation = "()[]{},;:.";

template <std::size_t kSize>
bool contains(const std::string_view (&names)[kSize], std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool is_ascii_letter(char c) {
  return c >= 'a' && c <= 'z';
}

std::string_view type_of(TSNode node) {
  return ts_node_is_null(node) ? std::string_view() : std::string_view(ts_node_type(node));
}

bool is_field(TSNode parent, std::string_view field, TSNode child) {
  if (ts_node_is_null(parent)) return false;
  const TSNode found =
      ts_node_child_by_field_name(parent, field.data(), static_cast<uint32_t>(field.size()));
  return !ts_node_is_null(found) && ts_node_eq(found, child);
}

// Whether the name is what a call calls, f() or x.f(), or what a function's declaration declares.
bool names_function(const TreeWalk& walk) {
  const TSNode name = walk.node();
  const TSNode parent = walk.above(1);
  const std::string_view type = type_of(parent);
  if (type == "function_declaration" || type == "method_declaration" || type == "method_elem") {
    return is_field(parent, "name", name);
  }
  const bool selected = type == "selector_expression" && is_field(parent, "field", name);
  const TSNode callee = selected ? parent : name;
  const TSNode call = selected ? walk.above(2) : parent;
  return type_of(call) == "call_expression" && is_field(call, "function", callee);
}

HighlightKind kind_of_name(const TreeWalk& walk, std::string_view text) {
  const std::string_view type = type_of(walk.node());
  if (type == "type_identifier") return HighlightKind::Type;
  const bool is_function = names_function(walk);
  if (type != "identifier") return is_function ? HighlightKind::Function : HighlightKind::Variable;
  if (contains(kBuiltinTypes, text)) return HighlightKind::Type;
  if (!is_function) return HighlightKind::Variable;
  return contains(kBuiltinFunctions, text) ? HighlightKind::Builtin : HighlightKind::Function;
}

// None: look inside.
std::optional<HighlightKind> kind_of(const TreeWalk& walk, std::string_view text) {
  const TSNode node = walk.node();
  const std::string_view type = type_of(node);
  if (type.find("string_literal") != type.npos || type == "rune_literal") {
    return HighlightKind::String;
  }
  if (type == "comment") return HighlightKind::Comment;
  // The grammar's end of a statement is a leaf whose type is the NUL byte: a name of no letters.
  if (ts_node_child_count(node) > 0 || text.empty() || type.empty()) return std::nullopt;
  if (type == "int_literal" || type == "float_literal" || type == "imaginary_literal") {
    return HighlightKind::Number;
  }
  if (type == "true" || type == "false" || type == "nil" || type == "iota") {
    return HighlightKind::Constant;
  }
  if (ts_node_is_named(node) && type.find("identifier") != type.npos) {
    return kind_of_name(walk, text);
  }
  if (type == "label_name") return HighlightKind::Variable;
  if (type == "\"" || type == "`" || type == "escape_sequence") return HighlightKind::String;
  if (!ts_node_is_named(node) && is_ascii_letter(type.front())) return HighlightKind::Keyword;
  if (type == "fallthrough_statement") return HighlightKind::Keyword;
  if (ts_node_is_named(node)) return std::nullopt;
  if (kPunctuation.find(text.front()) != kPunctuation.npos && text.size() == 1) {
    return HighlightKind::Punctuation;
  }
  return HighlightKind::Operator;
}

}  // namespace

std::vector<HighlightSpan> highlight(std::string_view source) {
  std::vector<HighlightSpan> spans;
  if (source.size() > kMaxSourceBytes) return spans;
  const TreeOwner tree = parse_go(source);
  TreeWalk walk(ts_tree_root_node(tree.get()));
  for (;;) {
    const TSNode node = walk.node();
    const uint32_t start = ts_node_start_byte(node);
    const uint32_t end = ts_node_end_byte(node);
    const std::string_view text = source.substr(start, end - start);
    const std::optional<HighlightKind> kind = kind_of(walk, text);
    if (kind && text.front() != '\n') spans.push_back({start, end - start, *kind});
    if (!(!kind && walk.down()) && !walk.past()) return spans;
  }
}

}  // namespace gopark::lang
