// The values of literals: numbers in every base, runes, strings with escapes.
#include <algorithm>
#include <cstddef>
#include <utility>

#include "sim/lang/constant.h"
#include "sim/lang/syntax_unicode.h"

namespace gopark::lang {
namespace {

constexpr int kMaxDecimalExponent = 5000;
constexpr int kMaxBinaryExponent = 1 << 14;

struct NumberText {
  uint32_t base = 10;
  std::string_view prefix_name = "decimal";
  std::string digits;    // without prefix and underscores
  std::string fraction;  // after the point
  int64_t exponent = 0;  // decimal, or binary for hexadecimal floats
  bool is_float = false;
};

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 99;
}

bool is_decimal_digit(char c) {
  return c >= '0' && c <= '9';
}

void split_prefix(std::string_view* text, NumberText* number, bool is_float) {
  if (text->size() < 2 || (*text)[0] != '0') return;
  const char mark = static_cast<char>((*text)[1] | 0x20);
  if (mark == 'x') *number = {16, "hexadecimal", "", "", 0, false};
  if (mark == 'o') *number = {8, "octal", "", "", 0, false};
  if (mark == 'b') *number = {2, "binary", "", "", 0, false};
  if (number->base != 10) {
    text->remove_prefix(2);
  } else if (!is_float) {
    *number = {8, "octal", "", "", 0, false};
    text->remove_prefix(1);
  }
}

// Moves digits from `text` to `digits`, underscores dropped.
bool take_digits(std::string_view* text, const NumberText& number, std::string* digits,
                 std::string* error) {
  const uint32_t alphabet = number.base == 16 ? 16 : 10;
  while (!text->empty()) {
    const char c = text->front();
    const auto value = static_cast<uint32_t>(digit_value(c));
    if (c != '_' && value >= alphabet) break;
    if (c != '_' && value >= number.base) {
      *error = std::string("invalid digit '") + c + "' in " + std::string(number.prefix_name) +
               " literal";
      return false;
    }
    if (c != '_') digits->push_back(c);
    text->remove_prefix(1);
  }
  return true;
}

bool take_exponent(std::string_view* text, NumberText* number, std::string* error) {
  if (text->empty()) return true;
  const char mark = static_cast<char>(text->front() | 0x20);
  if (mark != (number->base == 16 ? 'p' : 'e')) return true;
  text->remove_prefix(1);
  number->is_float = true;
  const bool negative = !text->empty() && text->front() == '-';
  if (!text->empty() && (text->front() == '-' || text->front() == '+')) text->remove_prefix(1);
  if (text->empty() || !is_decimal_digit(text->front())) {
    *error = "exponent has no digits";
    return false;
  }
  while (!text->empty() && (is_decimal_digit(text->front()) || text->front() == '_')) {
    if (text->front() != '_') {
      number->exponent =
          std::min<int64_t>(number->exponent * 10 + digit_value(text->front()), int64_t{1} << 30);
    }
    text->remove_prefix(1);
  }
  if (negative) number->exponent = -number->exponent;
  return true;
}

bool split_number(std::string_view text, bool is_float, NumberText* number, std::string* error) {
  const std::string_view whole = text;
  split_prefix(&text, number, is_float);
  if (!take_digits(&text, *number, &number->digits, error)) return false;
  if (!text.empty() && text.front() == '.') {
    number->is_float = true;
    text.remove_prefix(1);
    if (!take_digits(&text, *number, &number->fraction, error)) return false;
  }
  if (!take_exponent(&text, number, error)) return false;
  const bool no_digits = number->digits.empty() && number->fraction.empty() && whole != "0" &&
                         !(number->base == 8 && whole.find_first_not_of("0_") == whole.npos);
  if (!text.empty() || no_digits) {
    *error = no_digits ? std::string(number->prefix_name) + " literal has no digits"
                       : "malformed constant: " + std::string(whole);
    return false;
  }
  return true;
}

BigInteger parse_digits(std::string_view digits, uint32_t base) {
  BigInteger value;
  for (const char c : digits) value.multiply_add(base, static_cast<uint32_t>(digit_value(c)));
  return value;
}

Constant float_of(const NumberText& number, std::string* error) {
  const uint32_t base = number.base == 16 ? 16 : 10;
  BigInteger numerator = parse_digits(number.digits + number.fraction, base);
  if (numerator.is_zero()) return make_float(Rational{});
  int64_t exponent = number.exponent;
  exponent -= static_cast<int64_t>(number.fraction.size()) * (base == 16 ? 4 : 1);
  const int64_t limit = base == 16 ? kMaxBinaryExponent : kMaxDecimalExponent;
  if (exponent > limit || exponent < -limit) {
    *error = "an exponent this large is not supported by the simulator";
    return {};
  }
  const auto magnitude = static_cast<uint32_t>(exponent < 0 ? -exponent : exponent);
  const BigInteger power = base == 16 ? BigInteger(1).shifted_left(static_cast<int>(magnitude))
                                      : BigInteger::power(10, magnitude);
  if (exponent < 0) return make_float(make_rational(std::move(numerator), power));
  return make_float(Rational{numerator * power, BigInteger(1)});
}

Constant number_value(Token token, std::string_view text, std::string* error) {
  NumberText number;
  if (!split_number(text, token == Token::Float, &number, error)) return {};
  if (token == Token::Float || number.is_float) return float_of(number, error);
  Constant value = make_integer(parse_digits(number.digits, number.base));
  if (bit_length(value) > kMaxIntegerBits) {
    *error = "excessively large constant";
    return {};
  }
  return value;
}

// One character or escape of a rune or interpreted string literal.
struct Unquoted {
  uint32_t rune = 0;
  bool is_byte = false;  // \x and octal escapes give one byte
};

int simple_escape(char c, char quote_mark) {
  constexpr std::string_view kNames = "abfnrtv\\";
  constexpr std::string_view kValues = "\a\b\f\n\r\t\v\\";
  if (c == quote_mark) return quote_mark;
  const std::size_t at = kNames.find(c);
  return at == kNames.npos ? -1 : kValues[at];
}

bool numeric_escape(std::string_view* text, std::size_t count, uint32_t base, Unquoted* out,
                    std::string* error) {
  uint32_t value = 0;
  for (std::size_t i = 0; i < count; i++) {
    const char c = i < text->size() ? (*text)[i] : '\0';
    if (static_cast<uint32_t>(digit_value(c)) >= base) {
      *error = "invalid character in escape sequence";
      return false;
    }
    value = value * base + static_cast<uint32_t>(digit_value(c));
  }
  text->remove_prefix(count);
  out->rune = value;
  out->is_byte = count <= 3;
  const bool surrogate = !out->is_byte && value >= 0xd800 && value < 0xe000;
  if (out->is_byte ? value > 255 : value > kMaxRune || surrogate) {
    *error = out->is_byte ? "octal escape value " + std::to_string(value) + " > 255"
                          : "escape is invalid Unicode code point";
    return false;
  }
  return true;
}

bool take_escape(std::string_view* text, char quote_mark, Unquoted* out, std::string* error) {
  const char c = text->empty() ? '\0' : text->front();
  const int simple = simple_escape(c, quote_mark);
  if (simple >= 0) {
    text->remove_prefix(1);
    out->rune = static_cast<uint32_t>(simple);
    return true;
  }
  if (c >= '0' && c <= '7') return numeric_escape(text, 3, 8, out, error);
  if (c == 'x' || c == 'u' || c == 'U') {
    text->remove_prefix(1);
    return numeric_escape(text, c == 'x' ? 2 : c == 'u' ? 4 : 8, 16, out, error);
  }
  *error = "unknown escape";
  return false;
}

uint32_t take_rune(std::string_view* text) {
  const DecodedRune decoded = decode_rune(*text);
  text->remove_prefix(decoded.size);
  return decoded.rune;
}

Constant char_value(std::string_view text, std::string* error) {
  if (text.size() < 3) {
    *error = "empty rune literal or unescaped ' in rune literal";
    return {};
  }
  text = text.substr(1, text.size() - 2);
  Unquoted value;
  if (text.front() == '\\') {
    text.remove_prefix(1);
    if (!take_escape(&text, '\'', &value, error)) return {};
  } else {
    value.rune = take_rune(&text);
  }
  if (!text.empty()) {
    *error = "more than one character in rune literal";
    return {};
  }
  return make_integer(static_cast<Int128>(value.rune));
}

Constant string_value(std::string_view text, std::string* error) {
  if (text.size() < 2) {
    *error = "string not terminated";
    return {};
  }
  const bool raw = text.front() == '`';
  text = text.substr(1, text.size() - 2);
  std::string bytes;
  while (!text.empty()) {
    const char c = text.front();
    if (c != '\\' || raw) {
      if (!raw || c != '\r') bytes.push_back(c);
      text.remove_prefix(1);
      continue;
    }
    text.remove_prefix(1);
    Unquoted value;
    if (!take_escape(&text, '"', &value, error)) return {};
    if (value.is_byte || value.rune < 0x80) {
      bytes.push_back(static_cast<char>(value.rune));
    } else {
      append_utf8(bytes, value.rune);
    }
  }
  return make_string(std::move(bytes));
}

}  // namespace

Constant literal_value(Token token, std::string_view text, std::string* error) {
  switch (token) {
    case Token::Int:
    case Token::Float:
      return number_value(token, text, error);
    case Token::Char:
      return char_value(text, error);
    case Token::String:
      return string_value(text, error);
    default:
      *error = "malformed constant: " + std::string(text);
      return {};
  }
}

std::string quote(std::string_view bytes) {
  constexpr std::string_view kHex = "0123456789abcdef";
  constexpr std::string_view kNames = "abtnvfr";  // of \a (7) to \r (13)
  std::string text = "\"";
  while (!bytes.empty()) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    std::string_view rest = bytes;
    const uint32_t rune = take_rune(&rest);
    const std::size_t length = bytes.size() - rest.size();
    if (byte == '"' || byte == '\\') {
      text += {'\\', static_cast<char>(byte)};
    } else if (byte >= 7 && byte <= 13) {
      text += {'\\', kNames[byte - 7U]};
    } else if (byte < 0x20 || byte == 0x7f || (rune == 0xfffd && length == 1)) {
      text += {'\\', 'x', kHex[byte >> 4], kHex[byte & 15U]};
    } else {
      text += bytes.substr(0, length);
    }
    bytes = rest;
  }
  return text + "\"";
}

}  // namespace gopark::lang
