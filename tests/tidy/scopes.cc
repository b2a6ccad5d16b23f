#include "tests/tidy/scopes.h"

#include <algorithm>

#include "tests/tidy/source.h"

namespace gopark::tidy {
namespace {

std::string_view trimmed(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

bool has_word(std::string_view text, std::string_view word) {
  return find_word(text, word) != std::string_view::npos;
}

std::string_view first_word(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_word_char);
  return text.substr(0, static_cast<size_t>(end - text.begin()));
}

bool is_one_of(std::string_view word, const std::vector<std::string_view>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The text behind the bracket that closes the one at the start.
std::string_view behind_brackets(std::string_view text, char open, char close) {
  int depth = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == open) ++depth;
    if (text[i] == close && --depth == 0) return trimmed(text.substr(i + 1));
  }
  return {};
}

// Without `public:`, [[attributes]] and __extension__ at the start.
std::string_view without_labels(std::string_view text) {
  text = trimmed(text);
  if (text.substr(0, 2) == "[[") return without_labels(behind_brackets(text, '[', ']'));
  const std::string_view word = first_word(text);
  if (word == "__extension__") return without_labels(text.substr(word.size()));
  if (!is_one_of(word, {"public", "private", "protected"})) return text;
  return without_labels(text.substr(std::min(text.find(':'), text.size() - 1) + 1));
}

// Without labels and `template <…>` at the start.
std::string_view without_prefixes(std::string_view text) {
  text = without_labels(text);
  const std::string_view word = first_word(text);
  if (word != "template") return text;
  return without_prefixes(behind_brackets(trimmed(text.substr(word.size())), '<', '>'));
}

// `Name::Name() : member_` before the '{' of the member's value.
bool ends_in_member_initializer(std::string_view head) {
  const size_t close = head.find(')');
  return close != std::string_view::npos && head.find(" : ", close) != std::string_view::npos &&
         (is_word_char(head.back()) || head.back() == '>');
}

bool is_function_head(std::string_view head) {
  const size_t open = head.find('(');
  return has_word(head, "operator") || (open != std::string_view::npos && head.find('=') > open);
}

// What the '{' behind `head` opens.
Scope scope_of(std::string_view head, Scope parent) {
  head = without_prefixes(head);
  const std::string_view word = first_word(head);
  const bool is_type = is_one_of(word, {"class", "struct", "union", "enum"});
  if (parent == Scope::Function) {
    return is_type && head.find('=') == std::string_view::npos ? Scope::Class : Scope::Function;
  }
  if (parent == Scope::Initializer) return Scope::Initializer;
  if (has_word(head, "namespace") || head.empty()) return Scope::Namespace;
  if (word == "extern" && head.find('(') == std::string_view::npos) return Scope::Namespace;
  if (is_type) return Scope::Class;
  if (ends_in_member_initializer(head)) return Scope::Initializer;
  return is_function_head(head) ? Scope::Function : Scope::Initializer;
}

std::string function_name(std::string_view head) {
  head = without_prefixes(head);
  const size_t symbol = find_word(head, "operator");
  if (symbol != std::string_view::npos) {
    return std::string(head.substr(symbol, head.find('(', symbol) - symbol));
  }
  const size_t end = std::min(head.find('('), head.size());
  size_t start = end;
  while (start > 0 &&
         (is_word_char(head[start - 1]) || head[start - 1] == ':' || head[start - 1] == '~')) {
    --start;
  }
  return std::string(head.substr(start, end - start));
}

struct Open {
  Scope scope = Scope::Namespace;
  int line = 0;
  std::string head;  // The statement so far, which goes on behind an initializer.
  int parens = 0;    // Around the '{'.
};

class Scanner {
 public:
  explicit Scanner(std::string_view text) : code_(declarations_of(text)) {}

  Outline run() {
    for (const char c : code_) take(c);
    return std::move(outline_);
  }

 private:
  Scope scope() const { return open_.empty() ? Scope::Namespace : open_.back().scope; }

  void take(char c) {
    if (c == '\n') ++line_;
    if (c == '(') ++parens_;
    if (c == ')') --parens_;
    if (c == '{') return open_scope();
    if (c == '}') return close_scope();
    if (c == ';' && parens_ == 0) return end_statement();
    statement_ += c == '\n' ? ' ' : c;
  }

  void open_scope() {
    const Scope opened = scope_of(statement_, scope());
    if (opened != Scope::Initializer) add_statement();
    open_.push_back({opened, line_, statement_, parens_});
    statement_.clear();
    parens_ = 0;
  }

  void close_scope() {
    if (open_.empty()) return;
    const Open closed = std::move(open_.back());
    open_.pop_back();
    parens_ = closed.parens;
    statement_ = closed.scope == Scope::Initializer ? closed.head + "{}" : "";
    if (closed.scope == Scope::Function && scope() != Scope::Function) {
      outline_.functions.push_back(
          {function_name(closed.head), closed.line, line_ - closed.line + 1});
    }
  }

  void end_statement() {
    add_statement();
    statement_.clear();
  }

  void add_statement() {
    const std::string_view text = trimmed(statement_);
    if (!text.empty()) outline_.statements.push_back({scope(), line_, std::string(text)});
  }

  std::string code_;
  std::vector<Open> open_;
  std::string statement_;
  int parens_ = 0;
  int line_ = 1;
  Outline outline_;
};

int word_count(std::string_view text) {
  int count = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (is_word_char(text[i]) && (i == 0 || !is_word_char(text[i - 1]))) ++count;
  }
  return count;
}

bool defines_no_variable(std::string_view text) {
  return is_one_of(first_word(text),
                   {"using", "typedef", "template", "class", "struct", "union", "enum", "friend",
                    "concept", "static_assert", "namespace", "extern"}) ||
         has_word(text, "operator");
}

}  // namespace

Outline outline_of(std::string_view text) {
  return Scanner(text).run();
}

bool defines_mutable_variable(const Statement& statement) {
  const std::string_view text = without_labels(statement.text);
  if (defines_no_variable(text) || has_word(text, "constexpr")) return false;
  const std::string_view head = trimmed(text.substr(0, text.find_first_of("={")));
  if (head.find('(') != std::string_view::npos || word_count(head) < 2) return false;
  const size_t star = head.rfind('*');
  return !has_word(star == std::string_view::npos ? head : head.substr(star), "const");
}

}  // namespace gopark::tidy
