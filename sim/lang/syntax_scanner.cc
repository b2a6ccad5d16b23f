#include "sim/lang/syntax_scanner.h"

#include <algorithm>
#include <array>

#include "sim/lang/syntax_unicode.h"

namespace gopark::lang {
namespace {

constexpr uint32_t kEndOfText = UINT32_MAX;  // as a rune
constexpr uint32_t kByteOrderMark = 0xFEFF;
// On average, comments and blanks included.
constexpr std::size_t kBytesOfToken = 5;
constexpr std::size_t kOutlineBytesOfToken = 20;
constexpr std::string_view kDirectivePrefix = "gopark:";

constexpr std::string_view kLexemeTexts[] = {
    "EOF",    "name",     "literal", "op",     "op=",       "opop",        "=",       ":=",
    "<-",     "*",        "(",       "[",      "{",         ")",           "]",       "}",
    ",",      ";",        ":",       ".",      "...",       "break",       "case",    "chan",
    "const",  "continue", "default", "defer",  "else",      "fallthrough", "for",     "func",
    "go",     "goto",     "if",      "import", "interface", "map",         "package", "range",
    "return", "select",   "struct",  "switch", "type",      "var",
};

// ASCII but NUL.
bool is_plain(char byte) {
  return static_cast<signed char>(byte) > 0;
}
bool is_blank(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\r';
}
bool is_name_byte(char byte) {
  const auto letter = static_cast<char>(byte | 0x20);
  return (letter >= 'a' && letter <= 'z') || (byte >= '0' && byte <= '9') || byte == '_';
}

// Keywords by hash; no two have the same. (Go: cmd/compile/internal/syntax, keywordMap.)
constexpr std::size_t kKeywordSlots = 64;
constexpr std::size_t keyword_slot(std::string_view name) {
  const auto first = static_cast<unsigned char>(name[0]);
  const auto second = static_cast<unsigned char>(name[1]);
  return ((static_cast<std::size_t>(first) << 4 ^ second) + name.size()) % kKeywordSlots;
}
constexpr auto kKeywords = [] {
  std::array<Lexeme, kKeywordSlots> keywords{};  // EndOfFile: none
  for (auto i = static_cast<std::size_t>(Lexeme::Break); i < std::size(kLexemeTexts); ++i)
    keywords[keyword_slot(kLexemeTexts[i])] = static_cast<Lexeme>(i);
  return keywords;
}();

// Name when it is no keyword.
Lexeme lexeme_of_name(std::string_view name) {
  if (name.size() < 2) return Lexeme::Name;
  const Lexeme keyword = kKeywords[keyword_slot(name)];
  const bool is_it = kLexemeTexts[static_cast<std::size_t>(keyword)] == name;
  return is_it && is_keyword(keyword) ? keyword : Lexeme::Name;
}

bool is_decimal(uint32_t rune) {
  return rune >= '0' && rune <= '9';
}
uint32_t lower(uint32_t rune) {
  return rune | 0x20;
}
bool is_hex(uint32_t rune) {
  return is_decimal(rune) || (rune < 0x80 && lower(rune) >= 'a' && lower(rune) <= 'f');
}

std::string base_name(uint32_t base) {
  switch (base) {
    case 2:
      return "binary";
    case 8:
      return "octal";
    case 10:
      return "decimal";
    default:
      return "hexadecimal";
  }
}

// Go: fmt's %q of a rune.
std::string quoted_rune(uint32_t rune) {
  switch (rune) {
    case '\n':
      return "'\\n'";
    case '\t':
      return "'\\t'";
    case '\r':
      return "'\\r'";
    case '\'':
      return "'\\''";
    case '\\':
      return "'\\\\'";
    default:
      break;
  }
  std::string text = "'";
  append_utf8(text, rune);
  return text + "'";
}

// The index of the first `_` that does not separate digits, or -1.
int64_t invalid_separator(std::string_view text) {
  char previous = '.';  // '_', '0' for any digit, '.' for anything else
  bool hex = false;
  std::size_t i = 0;
  if (text.size() >= 2 && text[0] == '0') {
    const uint32_t prefix = lower(static_cast<unsigned char>(text[1]));
    hex = prefix == 'x';
    if (hex || prefix == 'o' || prefix == 'b') {
      previous = '0';  // the prefix counts as a digit
      i = 2;
    }
  }
  for (; i < text.size(); ++i) {
    const auto rune = static_cast<unsigned char>(text[i]);
    if (rune == '_') {
      if (previous != '0') return static_cast<int64_t>(i);
      previous = '_';
    } else if (is_decimal(rune) || (hex && is_hex(rune))) {
      previous = '0';
    } else {
      if (previous == '_') return static_cast<int64_t>(i) - 1;
      previous = '.';
    }
  }
  return previous == '_' ? static_cast<int64_t>(text.size()) - 1 : -1;
}

class Scanner {
 public:
  // From the place `start`, at offset `begin`, to the end of `source`.
  Scanner(std::string_view source, const Pos& start, uint32_t begin, Diagnostics& diagnostics)
      : diagnostics_(diagnostics),
        offset_(begin),
        line_(start.line),
        line_start_(begin - (start.column - 1)) {
    list_.source = source;
    list_.file = start.file;
    advance();
  }

  TokenList scan_all() {
    list_.tokens.reserve((list_.source.size() - offset_) / kBytesOfToken + 16);
    do {
      scan_token();
      list_.tokens.push_back(token_);
    } while (token_.lexeme != Lexeme::EndOfFile);
    return std::move(list_);
  }
  TokenList scan_outline() {
    list_.tokens.reserve(list_.source.size() / kOutlineBytesOfToken + 16);
    do {
      scan_token();
      list_.tokens.push_back(token_);
      if (opens_body()) skip_body();
    } while (token_.lexeme != Lexeme::EndOfFile);
    return std::move(list_);
  }

 private:
  void advance();
  void advance_slowly();
  template <typename Predicate>
  void skip(Predicate plain);
  void scan_token();
  bool scan_comment();  // true: it acted as a newline and became a Semi
  bool opens_body();
  void skip_body();
  bool skip_block_comment();
  void skip_line_comment();
  void scan_name();
  void scan_operator();
  void scan_dot();
  void scan_number(bool seen_point);
  void scan_prefix();
  bool scan_exponent(bool ok);
  bool check_digits(bool ok);
  uint32_t scan_digits(uint32_t base, bool note_invalid);
  void scan_rune();
  void scan_string();
  void scan_raw_string();
  bool scan_escape(uint32_t quote);
  bool scan_escape_digits(uint32_t count, uint32_t base, uint32_t max);
  bool at_name_rune(bool first);

  bool accept(uint32_t rune) {
    if (rune_ != rune) return false;
    advance();
    return true;
  }
  void finish(Lexeme lexeme, bool ends_statement = false) {
    token_.lexeme = lexeme;
    token_.length = offset_ - token_.offset;
    semi_at_newline_ = ends_statement;
  }
  void finish_operator(Token op) {
    token_.op = op;
    finish(Lexeme::Operator);
  }
  void finish_assignable(Token op) {  // op or op=
    token_.op = op;
    finish(accept('=') ? Lexeme::AssignOp : Lexeme::Operator);
  }
  void finish_literal(Token kind, bool ok) {
    token_.op = kind;
    token_.bad = !ok;
    finish(Lexeme::Literal, true);
  }
  std::string_view token_text() const {
    return list_.source.substr(token_.offset, offset_ - token_.offset);
  }
  void error_at(uint32_t offset, uint32_t line, uint32_t column, std::string message) {
    list_.first_error_offset = std::min(list_.first_error_offset, offset);
    diagnostics_.add(Pos{list_.file, line, column}, std::move(message));
  }
  void error(std::string message) {
    error_at(offset_, line_, offset_ - line_start_ + 1, std::move(message));
  }
  void error_in_token(uint32_t at, std::string message) {
    error_at(token_.offset + at, token_.line, token_.column + at, std::move(message));
  }

  Diagnostics& diagnostics_;
  TokenList list_;
  SourceToken token_;
  bool semi_at_newline_ = false;
  bool in_signature_ = false;  // of a function of the file, while an outline is scanned
  uint32_t depth_ = 0;         // of the parentheses and brackets in it

  uint32_t rune_ = ' ';  // the current rune, at offset_
  uint32_t size_ = 0;    // its bytes
  uint32_t offset_ = 0;
  uint32_t line_ = 1;
  uint32_t line_start_ = 0;  // offset

  // Of the number being scanned.
  uint32_t base_ = 10;
  char prefix_ = 0;  // 0: decimal, '0', 'x', 'o' or 'b'
  bool has_digits_ = false;
  bool has_separator_ = false;
  int64_t invalid_digit_ = -1;  // index in the token
};

// Moves to the next rune that Go source may hold; reports and skips the others. Most are ASCII.
inline void Scanner::advance() {
  const bool is_newline = rune_ == '\n';
  const std::size_t next = offset_ + size_;
  if (is_newline || next >= list_.source.size() || !is_plain(list_.source[next]))
    return advance_slowly();
  offset_ = static_cast<uint32_t>(next);
  rune_ = static_cast<unsigned char>(list_.source[next]);
  size_ = 1;
}

// Moves past all bytes from the current one on that are `plain`: ASCII and no newline.
template <typename Predicate>
inline void Scanner::skip(Predicate plain) {
  const std::string_view source = list_.source;
  std::size_t end = offset_;
  while (end < source.size() && plain(source[end])) ++end;
  if (end == offset_) return;
  offset_ = static_cast<uint32_t>(end);
  rune_ = size_ = 0;
  advance();
}

void Scanner::advance_slowly() {
  for (;;) {
    offset_ += size_;
    if (rune_ == '\n') {
      ++line_;
      line_start_ = offset_;
    }
    const DecodedRune next = decode_rune(list_.source.substr(offset_));
    rune_ = next.rune;
    size_ = next.size;
    if (size_ == 0) {
      rune_ = kEndOfText;
    } else if (rune_ == 0) {
      error("invalid NUL character");
      continue;
    } else if (rune_ == kReplacementRune && size_ == 1) {
      error("invalid UTF-8 encoding");
      continue;
    } else if (rune_ == kByteOrderMark) {
      if (offset_ > 0) error("invalid BOM in the middle of the file");
      continue;
    }
    return;
  }
}

void Scanner::scan_token() {
  const bool newline_matters = semi_at_newline_;
  semi_at_newline_ = false;
  for (;;) {
    while (rune_ == ' ' || rune_ == '\t' || rune_ == '\r' || (rune_ == '\n' && !newline_matters)) {
      advance();
      skip(is_blank);
    }
    token_ = SourceToken{};
    token_.offset = offset_;
    token_.line = line_;
    token_.column = offset_ - line_start_ + 1;
    if (rune_ == kEndOfText) {
      token_.cause = SemiCause::EndOfFile;
      return finish(newline_matters ? Lexeme::Semi : Lexeme::EndOfFile);
    }
    if (rune_ == '\n') {
      token_.cause = SemiCause::Newline;
      advance();
      return finish(Lexeme::Semi);
    }
    if (rune_ == '/') {
      advance();
      if (rune_ != '/' && rune_ != '*') return finish_assignable(Token::Quo);
      semi_at_newline_ = newline_matters;
      if (scan_comment()) return;
      semi_at_newline_ = false;
      continue;
    }
    if (is_letter(rune_) || rune_ == '_' || (rune_ >= 0x80 && at_name_rune(true))) {
      return scan_name();
    }
    if (is_decimal(rune_)) return scan_number(false);
    token_.lexeme = Lexeme::EndOfFile;
    scan_operator();
    if (token_.lexeme != Lexeme::EndOfFile) return;
    error("invalid character " + describe_rune(rune_));
    advance();
  }
}

// Whether the token is the brace that a function's body stands behind, in lines of its own.
bool Scanner::opens_body() {
  switch (token_.lexeme) {
    case Lexeme::Func:
      if (token_.column == 1) depth_ = 0;
      in_signature_ = in_signature_ || token_.column == 1;
      return false;
    case Lexeme::Lparen:
    case Lexeme::Lbrack:
      ++depth_;
      return false;
    case Lexeme::Rparen:
    case Lexeme::Rbrack:
      --depth_;
      return false;
    case Lexeme::Semi:
      in_signature_ = in_signature_ && depth_ > 0;
      return false;
    default:
      return token_.lexeme == Lexeme::Lbrace && rune_ == '\n' && in_signature_ && depth_ == 0;
  }
}

// To the brace that closes it: the first that a line starts with.
void Scanner::skip_body() {
  in_signature_ = false;
  const std::size_t end = list_.source.find("\n}", offset_);
  if (end == std::string_view::npos) return;
  const std::string_view skipped = list_.source.substr(offset_, end - offset_);
  line_ += static_cast<uint32_t>(std::count(skipped.begin(), skipped.end(), '\n'));
  offset_ = static_cast<uint32_t>(end);
}

// At the second character of a comment. semi_at_newline_ says whether a newline would matter.
bool Scanner::scan_comment() {
  const bool newline_matters = semi_at_newline_;
  if (rune_ == '/') {
    skip_line_comment();
    return false;
  }
  advance();
  skip_block_comment();
  if (line_ == token_.line || !newline_matters) return false;
  token_.cause = SemiCause::Newline;
  finish(Lexeme::Semi);
  return true;
}

bool Scanner::skip_block_comment() {
  while (rune_ != kEndOfText) {
    if (rune_ != '*') {
      advance();
      continue;
    }
    advance();
    if (accept('/')) return true;
  }
  error_in_token(0, "comment not terminated");
  return false;
}

void Scanner::skip_line_comment() {
  advance();
  const uint32_t start = offset_;
  while (rune_ != '\n' && rune_ != kEndOfText) {
    advance();
    skip([](char byte) { return is_plain(byte) && byte != '\n'; });
  }
  std::string_view text = list_.source.substr(start, offset_ - start);
  if (text.substr(0, kDirectivePrefix.size()) != kDirectivePrefix) return;
  text.remove_prefix(kDirectivePrefix.size());
  while (!text.empty() && (text.back() == '\r' || text.back() == ' ')) text.remove_suffix(1);
  list_.directives.push_back(DirectiveComment{token_.line, std::string(text)});
}

// Whether the rune, not ASCII, goes on with a name; what looks like a name and is none is reported
// and taken as part of it.
bool Scanner::at_name_rune(bool first) {
  if (rune_ == kEndOfText) return false;
  if (is_letter(rune_) || rune_ == '_') return true;
  if (is_digit(rune_)) {
    if (first) error("identifier cannot begin with digit " + describe_rune(rune_));
    return true;
  }
  if (rune_ < 0x80) return false;
  error("invalid character " + describe_rune(rune_) + " in identifier");
  return true;
}

void Scanner::scan_name() {
  if (rune_ >= 0x80) advance();
  skip(is_name_byte);
  while (at_name_rune(false)) advance();
  const Lexeme lexeme = lexeme_of_name(token_text());
  finish(lexeme, lexeme == Lexeme::Name || lexeme == Lexeme::Break || lexeme == Lexeme::Continue ||
                     lexeme == Lexeme::Fallthrough || lexeme == Lexeme::Return);
}

// Leaves the lexeme EndOfFile and consumes nothing when no token starts here.
void Scanner::scan_operator() {
  const uint32_t first = rune_;
  if (first == '"') return scan_string();
  if (first == '`') return scan_raw_string();
  if (first == '\'') return scan_rune();
  constexpr std::string_view kStarts = "()[]{},;:.+-*%&|^<>=!~";
  if (first >= 0x80 || kStarts.find(static_cast<char>(first)) == std::string_view::npos) return;
  advance();
  switch (first) {
    case '(':
      return finish(Lexeme::Lparen);
    case '[':
      return finish(Lexeme::Lbrack);
    case '{':
      return finish(Lexeme::Lbrace);
    case ')':
      return finish(Lexeme::Rparen, true);
    case ']':
      return finish(Lexeme::Rbrack, true);
    case '}':
      return finish(Lexeme::Rbrace, true);
    case ',':
      return finish(Lexeme::Comma);
    case ';':
      return finish(Lexeme::Semi);
    case ':':
      return finish(accept('=') ? Lexeme::Define : Lexeme::Colon);
    case '.':
      return scan_dot();
    case '+':
    case '-': {
      const Token op = first == '+' ? Token::Add : Token::Sub;
      if (!accept(first)) return finish_assignable(op);
      token_.op = op;
      return finish(Lexeme::IncOp, true);
    }
    case '*':
      token_.op = Token::Mul;
      return finish(accept('=') ? Lexeme::AssignOp : Lexeme::Star);
    case '%':
      return finish_assignable(Token::Rem);
    case '&':
      if (accept('&')) return finish_operator(Token::LAnd);
      return finish_assignable(accept('^') ? Token::AndNot : Token::And);
    case '|':
      if (accept('|')) return finish_operator(Token::LOr);
      return finish_assignable(Token::Or);
    case '^':
      return finish_assignable(Token::Xor);
    case '<':
      if (accept('=')) return finish_operator(Token::Leq);
      if (accept('<')) return finish_assignable(Token::Shl);
      if (accept('-')) return finish(Lexeme::Arrow);
      return finish_operator(Token::Lss);
    case '>':
      if (accept('=')) return finish_operator(Token::Geq);
      if (accept('>')) return finish_assignable(Token::Shr);
      return finish_operator(Token::Gtr);
    case '=':
      if (accept('=')) return finish_operator(Token::Eql);
      return finish(Lexeme::Assign);
    case '!':
      return finish_operator(accept('=') ? Token::Neq : Token::Not);
    default:
      return finish_operator(Token::Tilde);
  }
}

void Scanner::scan_dot() {
  if (is_decimal(rune_)) return scan_number(true);
  if (list_.source.substr(offset_, 2) == "..") {
    advance();
    advance();
    return finish(Lexeme::DotDotDot);
  }
  finish(Lexeme::Dot);
}

// Consumes digits and `_`. Of a base up to 10 any decimal digit; the first too large is noted.
uint32_t Scanner::scan_digits(uint32_t base, bool note_invalid) {
  uint32_t digits = 0;
  while (rune_ == '_' || (base <= 10 ? is_decimal(rune_) : is_hex(rune_))) {
    if (rune_ == '_') {
      has_separator_ = true;
    } else {
      ++digits;
      if (note_invalid && base <= 10 && rune_ >= '0' + base && invalid_digit_ < 0) {
        invalid_digit_ = offset_ - token_.offset;
      }
    }
    advance();
  }
  return digits;
}

void Scanner::scan_prefix() {
  if (!accept('0')) return;
  switch (lower(rune_)) {
    case 'x':
      base_ = 16, prefix_ = 'x';
      return advance();
    case 'o':
      base_ = 8, prefix_ = 'o';
      return advance();
    case 'b':
      base_ = 2, prefix_ = 'b';
      return advance();
    default:
      base_ = 8, prefix_ = '0';
      has_digits_ = true;  // the leading 0
  }
}

void Scanner::scan_number(bool seen_point) {
  base_ = 10, prefix_ = 0;
  has_digits_ = has_separator_ = false;
  invalid_digit_ = -1;
  bool ok = true;
  Token kind = seen_point ? Token::Float : Token::Int;
  if (!seen_point) {
    scan_prefix();
    has_digits_ |= scan_digits(base_, true) > 0;
    if (rune_ == '.') {
      if (prefix_ == 'o' || prefix_ == 'b') {
        error("invalid radix point in " + base_name(base_) + " literal");
        ok = false;
      }
      advance();
      kind = Token::Float;
      seen_point = true;
    }
  }
  if (seen_point) has_digits_ |= scan_digits(base_, true) > 0;
  if (!has_digits_ && ok) {
    error(base_name(base_) + " literal has no digits");
    ok = false;
  }
  const uint32_t letter = lower(rune_);
  if (rune_ < 0x80 && (letter == 'e' || letter == 'p')) {
    ok = scan_exponent(ok);
    kind = Token::Float;
  } else if (prefix_ == 'x' && kind == Token::Float && ok) {
    error("hexadecimal mantissa requires a 'p' exponent");
    ok = false;
  }
  if (accept('i')) kind = Token::Imag;
  if (kind == Token::Int) ok = check_digits(ok);
  const int64_t separator = has_separator_ && ok ? invalid_separator(token_text()) : -1;
  if (separator >= 0) {
    error_in_token(static_cast<uint32_t>(separator), "'_' must separate successive digits");
    ok = false;
  }
  finish_literal(kind, ok);
}

// At the letter of an exponent.
bool Scanner::scan_exponent(bool ok) {
  const bool decimal = lower(rune_) == 'e';
  if (ok && decimal && prefix_ != 0 && prefix_ != '0') {
    error(quoted_rune(rune_) + " exponent requires decimal mantissa");
    ok = false;
  } else if (ok && !decimal && prefix_ != 'x') {
    error(quoted_rune(rune_) + " exponent requires hexadecimal mantissa");
    ok = false;
  }
  advance();
  if (rune_ == '+' || rune_ == '-') advance();
  if (scan_digits(10, false) == 0 && ok) {
    error("exponent has no digits");
    ok = false;
  }
  return ok;
}

bool Scanner::check_digits(bool ok) {
  if (!ok || invalid_digit_ < 0) return ok;
  const auto at = static_cast<uint32_t>(invalid_digit_);
  const auto digit = static_cast<unsigned char>(token_text()[at]);
  error_in_token(at,
                 "invalid digit " + quoted_rune(digit) + " in " + base_name(base_) + " literal");
  return false;
}

void Scanner::scan_rune() {
  bool ok = true;
  const auto complain = [&](bool at_start, const char* message) {
    if (!ok) return;
    at_start ? error_in_token(0, message) : error(message);
    ok = false;
  };
  advance();
  for (uint32_t count = 0;; ++count) {
    if (rune_ == '\'') {
      if (count == 0) complain(false, "empty rune literal or unescaped '");
      if (count > 1) complain(true, "more than one character in rune literal");
      advance();
      break;
    }
    if (rune_ == '\n') {
      complain(false, "newline in rune literal");
      break;
    }
    if (rune_ == kEndOfText) {
      complain(true, "rune literal not terminated");
      break;
    }
    if (accept('\\')) {
      ok = scan_escape('\'') && ok;
    } else {
      advance();
    }
  }
  finish_literal(Token::Char, ok);
}

void Scanner::scan_string() {
  bool ok = true;
  advance();
  for (;;) {
    skip([](char byte) { return is_plain(byte) && byte != '"' && byte != '\\' && byte != '\n'; });
    if (accept('"')) break;
    if (rune_ == '\n') {
      error("newline in string");
      return finish_literal(Token::String, false);
    }
    if (rune_ == kEndOfText) {
      error_in_token(0, "string not terminated");
      return finish_literal(Token::String, false);
    }
    if (accept('\\')) {
      ok = scan_escape('"') && ok;
    } else {
      advance();
    }
  }
  finish_literal(Token::String, ok);
}

void Scanner::scan_raw_string() {
  advance();
  while (!accept('`')) {
    if (rune_ == kEndOfText) {
      error_in_token(0, "string not terminated");
      return finish_literal(Token::String, false);
    }
    advance();
  }
  finish_literal(Token::String, true);
}

// After a backslash. At the end of the text the caller complains.
bool Scanner::scan_escape(uint32_t quote) {
  constexpr std::string_view kSimple = "abfnrtv\\";
  if (rune_ == kEndOfText) return true;
  if (rune_ == quote || (rune_ < 0x80 && kSimple.find(static_cast<char>(rune_)) != kSimple.npos)) {
    advance();
    return true;
  }
  if (rune_ >= '0' && rune_ <= '7') return scan_escape_digits(3, 8, 255);
  if (accept('x')) return scan_escape_digits(2, 16, 255);
  if (accept('u')) return scan_escape_digits(4, 16, kMaxRune);
  if (accept('U')) return scan_escape_digits(8, 16, kMaxRune);
  error("unknown escape");
  return false;
}

bool Scanner::scan_escape_digits(uint32_t count, uint32_t base, uint32_t max) {
  uint32_t value = 0;
  for (; count > 0; --count) {
    if (rune_ == kEndOfText) return true;
    uint32_t digit = base;
    if (is_decimal(rune_)) {
      digit = rune_ - '0';
    } else if (is_hex(rune_)) {
      digit = lower(rune_) - 'a' + 10;
    }
    if (digit >= base) {
      error("invalid character " + quoted_rune(rune_) + " in " + base_name(base) + " escape");
      return false;
    }
    value = value * base + digit;
    advance();
  }
  if (base == 8 && value > max) {
    error("octal escape value " + std::to_string(value) + " > 255");
    return false;
  }
  if (value > max || (value >= 0xD800 && value < 0xE000)) {
    error("escape is invalid Unicode code point " + describe_rune(value));
    return false;
  }
  return true;
}

}  // namespace

std::string_view lexeme_text(Lexeme lexeme) {
  return kLexemeTexts[static_cast<std::size_t>(lexeme)];
}

Pos TokenList::end(const SourceToken& token) const {
  Pos pos = this->pos(token);
  if (token.lexeme != Lexeme::Literal && token.lexeme != Lexeme::Semi) {
    pos.column += token.length;
    return pos;
  }
  for (const char c : text(token)) {
    if (c == '\n') {
      ++pos.line;
      pos.column = 1;
    } else {
      ++pos.column;
    }
  }
  return pos;
}

TokenList scan(std::string_view source, uint32_t file, Diagnostics& diagnostics) {
  return Scanner(source, Pos{file, 1, 1}, 0, diagnostics).scan_all();
}

TokenList scan_outline(std::string_view source, uint32_t file, Diagnostics& diagnostics) {
  return Scanner(source, Pos{file, 1, 1}, 0, diagnostics).scan_outline();
}

TokenList scan_part(std::string_view source, const Pos& pos, uint32_t begin, uint32_t end,
                    Diagnostics& diagnostics) {
  return Scanner(source.substr(0, end), pos, begin, diagnostics).scan_all();
}

}  // namespace gopark::lang
