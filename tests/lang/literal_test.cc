// The values of Go literals, and what the scanner says of malformed ones.
#include <string>

#include <gtest/gtest.h>

#include "sim/lang/constant.h"
#include "tests/lang/parsed.h"

namespace gopark::lang {
namespace {

Constant value(Token token, const std::string& text) {
  std::string error;
  Constant result = literal_value(token, text, &error);
  EXPECT_EQ(error, "") << text;
  return result;
}

int64_t integer(const std::string& text) {
  int64_t result = 0;
  EXPECT_TRUE(int64_value(value(Token::Int, text), &result)) << text;
  return result;
}

int64_t rune(const std::string& text) {
  int64_t result = 0;
  EXPECT_TRUE(int64_value(value(Token::Char, text), &result)) << text;
  return result;
}

double real(const std::string& text) {
  return value(Token::Float, text).real;
}

std::string bytes(const std::string& text) {
  return value(Token::String, text).text;
}

// What Go says of `var _ = TEXT`.
std::string refusal(const std::string& text) {
  return parse("package p\nvar _ = " + text + "\n")->messages();
}

TEST(Literal, IntegersInEveryBase) {
  EXPECT_EQ(integer("0"), 0);
  EXPECT_EQ(integer("42"), 42);
  EXPECT_EQ(integer("1_000_000"), 1000000);
  EXPECT_EQ(integer("0x_Ff"), 255);
  EXPECT_EQ(integer("0XaB"), 171);
  EXPECT_EQ(integer("0b1011"), 11);
  EXPECT_EQ(integer("0B_11"), 3);
  EXPECT_EQ(integer("0o17"), 15);
  EXPECT_EQ(integer("0O17"), 15);
  EXPECT_EQ(integer("017"), 15);
  EXPECT_EQ(integer("0_17"), 15);
  EXPECT_EQ(integer("9223372036854775807"), INT64_MAX);
}

TEST(Literal, IntegersBeyondSixtyFourBits) {
  uint64_t largest = 0;
  EXPECT_TRUE(uint64_value(value(Token::Int, "18446744073709551615"), &largest));
  EXPECT_EQ(largest, UINT64_MAX);
  const Constant large = value(Token::Int, "0x1" + std::string(64, '0'));
  EXPECT_EQ(bit_length(large), 257);
}

TEST(Literal, Floats) {
  EXPECT_EQ(real("1.5"), 1.5);
  EXPECT_EQ(real(".25"), 0.25);
  EXPECT_EQ(real("3."), 3.0);
  EXPECT_EQ(real("1e3"), 1000.0);
  EXPECT_EQ(real("1E-2"), 0.01);
  EXPECT_EQ(real("1_0.2_5e+1"), 102.5);
  EXPECT_EQ(real("0.1"), 0.1);
  EXPECT_EQ(real("09.5"), 9.5);
  EXPECT_EQ(real("0x1p-2"), 0.25);
  EXPECT_EQ(real("0X1.8P1"), 3.0);
  EXPECT_EQ(real("0x.8p0"), 0.5);
  EXPECT_EQ(real("1.7976931348623157e308"), 1.7976931348623157e308);
  EXPECT_EQ(real("2.2250738585072014e-308"), 2.2250738585072014e-308);
}

TEST(Literal, Runes) {
  EXPECT_EQ(rune("'a'"), 'a');
  EXPECT_EQ(rune("'ä'"), 0xE4);
  EXPECT_EQ(rune("'😀'"), 0x1F600);
  EXPECT_EQ(rune("'\\n'"), '\n');
  EXPECT_EQ(rune("'\\''"), '\'');
  EXPECT_EQ(rune("'\\\\'"), '\\');
  EXPECT_EQ(rune("'\\000'"), 0);
  EXPECT_EQ(rune("'\\377'"), 255);
  EXPECT_EQ(rune("'\\x41'"), 0x41);
  EXPECT_EQ(rune("'\\u00e4'"), 0xE4);
  EXPECT_EQ(rune("'\\U0010FFFF'"), 0x10FFFF);
  EXPECT_EQ(rune("'\"'"), '"');
}

TEST(Literal, Strings) {
  EXPECT_EQ(bytes("\"\""), "");
  EXPECT_EQ(bytes("\"a\\tb\\\"c\\\\\""), "a\tb\"c\\");
  EXPECT_EQ(bytes("\"\\a\\b\\f\\n\\r\\v\""), "\a\b\f\n\r\v");
  EXPECT_EQ(bytes("\"\\xff\\377\""), "\xFF\xFF");
  EXPECT_EQ(bytes("\"\\u65e5\\U00008a9e\""), "日語");
  EXPECT_EQ(bytes("\"größe\""), "größe");
  EXPECT_EQ(bytes("\"it's\""), "it's");
}

TEST(Literal, RawStringsKeepAllButCarriageReturns) {
  EXPECT_EQ(bytes("`a\\n\r\n\"b\"`"), "a\\n\n\"b\"");
}

TEST(Literal, MalformedNumbers) {
  EXPECT_EQ(refusal("0x"), "2:11: hexadecimal literal has no digits\n");
  EXPECT_EQ(refusal("0b"), "2:11: binary literal has no digits\n");
  EXPECT_EQ(refusal("09"), "2:10: invalid digit '9' in octal literal\n");
  EXPECT_EQ(refusal("0b12"), "2:12: invalid digit '2' in binary literal\n");
  EXPECT_EQ(refusal("0o18"), "2:12: invalid digit '8' in octal literal\n");
  EXPECT_EQ(refusal("1__0"), "2:11: '_' must separate successive digits\n");
  EXPECT_EQ(refusal("10_"), "2:11: '_' must separate successive digits\n");
  EXPECT_EQ(refusal("1_.5"), "2:10: '_' must separate successive digits\n");
  EXPECT_EQ(refusal("1e"), "2:11: exponent has no digits\n");
  EXPECT_EQ(refusal("1p3"), "2:10: 'p' exponent requires hexadecimal mantissa\n");
  EXPECT_EQ(refusal("0b1e3"), "2:12: 'e' exponent requires decimal mantissa\n");
  EXPECT_EQ(refusal("0x1.5"), "2:14: hexadecimal mantissa requires a 'p' exponent\n");
  EXPECT_EQ(refusal("0o1.5"), "2:12: invalid radix point in octal literal\n");
}

TEST(Literal, MalformedRunes) {
  EXPECT_EQ(refusal("''"), "2:10: empty rune literal or unescaped '\n");
  EXPECT_EQ(refusal("'ab'"), "2:9: more than one character in rune literal\n");
  EXPECT_EQ(refusal("'\\q'"), "2:11: unknown escape\n");
  EXPECT_EQ(refusal("'\\\"'"), "2:11: unknown escape\n");
  EXPECT_EQ(refusal("'a"), "2:11: newline in rune literal\n");
}

TEST(Literal, MalformedEscapes) {
  EXPECT_EQ(refusal("\"\\'\""), "2:11: unknown escape\n");
  EXPECT_EQ(refusal("\"\\400\""), "2:14: octal escape value 256 > 255\n");
  EXPECT_EQ(refusal("\"\\08\""), "2:12: invalid character '8' in octal escape\n");
  EXPECT_EQ(refusal("\"\\xg\""), "2:12: invalid character 'g' in hexadecimal escape\n");
  EXPECT_EQ(refusal("\"\\ud800\""), "2:16: escape is invalid Unicode code point U+D800\n");
  EXPECT_EQ(refusal("\"\\U00110000\""), "2:20: escape is invalid Unicode code point U+110000\n");
}

}  // namespace
}  // namespace gopark::lang
