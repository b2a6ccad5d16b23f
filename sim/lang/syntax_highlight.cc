#include "sim/lang/syntax_highlight.h"

#include <algorithm>
#include <iterator>

#include "sim/lang/syntax.h"
#include "sim/lang/syntax_name_roles.h"
#include "sim/lang/syntax_scanner.h"

namespace gopark::lang {
namespace {

constexpr std::string_view kBuiltinFunctions[] = {
    "append", "cap", "clear", "close", "complex", "copy",  "delete",  "imag", "len",
    "make",   "max", "min",   "new",   "panic",   "print", "println", "real", "recover"};
constexpr std::string_view kBuiltinTypes[] = {
    "any",     "bool",   "byte",   "comparable", "complex128", "complex64", "error", "float32",
    "float64", "int",    "int16",  "int32",      "int64",      "int8",      "rune",  "string",
    "uint",    "uint16", "uint32", "uint64",     "uint8",      "uintptr"};
constexpr std::string_view kConstants[] = {"false", "iota", "nil", "true"};

template <std::size_t kSize>
bool contains(const std::string_view (&names)[kSize], std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

class Highlighter {
 public:
  explicit Highlighter(std::string_view source)
      : source_(source), tokens_(scan(source, 0, diagnostics_)), roles_(name_roles(tokens_)) {}

  std::vector<HighlightSpan> spans() {
    uint32_t end = 0;  // of the token before
    for (std::size_t i = 0; i < tokens_.tokens.size(); ++i) {
      const SourceToken& token = tokens_.tokens[i];
      if (token.lexeme == Lexeme::Semi && token.cause != SemiCause::Semicolon) continue;
      comments(end, token.offset);
      end = token.offset + token.length;
      if (token.length > 0) spans_.push_back({token.offset, token.length, kind_of(i)});
    }
    return std::move(spans_);
  }

 private:
  // Between two tokens stand blanks, comments and what is no Go.
  void comments(uint32_t begin, uint32_t end) {
    const std::string_view gap = source_.substr(0, end);
    for (uint32_t at = begin; at < end;) {
      const std::string_view opens = gap.substr(at, 2);
      std::size_t past = at + 1;
      if (opens == "//") past = std::min(gap.find('\n', at), gap.size());
      if (opens == "/*") past = std::min(gap.find("*/", at + 2), gap.size() - 2) + 2;
      if (opens == "//" || opens == "/*")
        spans_.push_back({at, static_cast<uint32_t>(past) - at, HighlightKind::Comment});
      at = static_cast<uint32_t>(past);
    }
  }

  HighlightKind kind_of(std::size_t i) const {
    const SourceToken& token = tokens_.tokens[i];
    if (is_keyword(token.lexeme)) return HighlightKind::Keyword;
    switch (token.lexeme) {
      case Lexeme::Name:
        return kind_of_name(i);
      case Lexeme::Literal:
        return token.op == Token::Char || token.op == Token::String ? HighlightKind::String
                                                                    : HighlightKind::Number;
      case Lexeme::Lparen:
      case Lexeme::Rparen:
      case Lexeme::Lbrack:
      case Lexeme::Rbrack:
      case Lexeme::Lbrace:
      case Lexeme::Rbrace:
      case Lexeme::Comma:
      case Lexeme::Semi:
      case Lexeme::Colon:
      case Lexeme::Dot:
        return HighlightKind::Punctuation;
      default:
        return HighlightKind::Operator;
    }
  }

  HighlightKind kind_of_name(std::size_t i) const {
    switch (roles_[i]) {
      case NameRole::Type:
        return text_of(i) == "nil" ? HighlightKind::Constant : HighlightKind::Type;
      case NameRole::Function:
        return HighlightKind::Function;
      case NameRole::Value:
        return HighlightKind::Variable;
      case NameRole::Unknown:
        break;
    }
    const bool is_called = tokens_.tokens[i + 1].lexeme == Lexeme::Lparen;  // the end is a token
    const HighlightKind kind = is_called ? HighlightKind::Function : HighlightKind::Variable;
    if (i > 0 && tokens_.tokens[i - 1].lexeme == Lexeme::Dot) return kind;
    if (contains(kConstants, text_of(i))) return HighlightKind::Constant;
    if (contains(kBuiltinTypes, text_of(i))) return HighlightKind::Type;
    return is_called && contains(kBuiltinFunctions, text_of(i)) ? HighlightKind::Builtin : kind;
  }
  std::string_view text_of(std::size_t i) const { return tokens_.text(tokens_.tokens[i]); }

  const std::string_view source_;
  Diagnostics diagnostics_;  // which nobody reads
  const TokenList tokens_;
  const std::vector<NameRole> roles_;
  std::vector<HighlightSpan> spans_;
};

}  // namespace

std::vector<HighlightSpan> highlight(std::string_view source) {
  if (source.size() > kMaxSourceBytes) return {};
  return Highlighter(source).spans();
}

}  // namespace gopark::lang
