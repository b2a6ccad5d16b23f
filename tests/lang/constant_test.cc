// Constant arithmetic: exact where Go's is, rounded where Go rounds.
#include "sim/lang/constant.h"

#include <string>

#include <gtest/gtest.h>

namespace gopark::lang {
namespace {

Constant number(const std::string& text) {
  const bool is_float = text.find_first_of(".pP") != std::string::npos ||
                        (text.substr(0, 2) != "0x" && text.find('e') != std::string::npos);
  std::string error;
  Constant value = literal_value(is_float ? Token::Float : Token::Int, text, &error);
  EXPECT_EQ(error, "") << text;
  return value;
}

std::string why_refused(Token token, const std::string& text) {
  std::string error;
  EXPECT_EQ(literal_value(token, text, &error).kind, ConstantKind::Unknown) << text;
  return error;
}

std::string bytes(Token token, const std::string& text) {
  std::string error;
  const Constant value = literal_value(token, text, &error);
  EXPECT_EQ(error, "") << text;
  return token == Token::Char ? to_string(value) : value.text;
}

Constant apply(const std::string& x, Token op, const std::string& y,
               Division division = Division::Exact) {
  return binary_operation(op, number(x), number(y), division);
}

TEST(Constant, LiteralsOfEveryBase) {
  EXPECT_EQ(to_string(number("0")), "0");
  EXPECT_EQ(to_string(number("1_000_000")), "1000000");
  EXPECT_EQ(to_string(number("0x_Ff")), "255");
  EXPECT_EQ(to_string(number("0b101")), "5");
  EXPECT_EQ(to_string(number("0o17")), "15");
  EXPECT_EQ(to_string(number("017")), "15");
  EXPECT_EQ(number("1.5").real, 1.5);
  EXPECT_EQ(number("0x1p-2").real, 0.25);
  EXPECT_EQ(number("0x1.8p1").real, 3.0);
  EXPECT_EQ(number(".5e1").real, 5.0);
  EXPECT_EQ(number("010.5").real, 10.5) << "a leading zero makes no float octal";
}

TEST(Constant, MalformedLiteralsSayWhy) {
  EXPECT_EQ(why_refused(Token::Int, "089"), "invalid digit '8' in octal literal");
  EXPECT_EQ(why_refused(Token::Int, "0b12"), "invalid digit '2' in binary literal");
  EXPECT_EQ(why_refused(Token::Int, "0x"), "hexadecimal literal has no digits");
  EXPECT_EQ(why_refused(Token::Float, "1e"), "exponent has no digits");
  EXPECT_NE(why_refused(Token::Float, "1e999999999").find("not supported"), std::string::npos);
  EXPECT_EQ(why_refused(Token::Int, "1" + std::string(200, '0')), "excessively large constant");
}

TEST(Constant, StringsAndRunesAreUnquoted) {
  EXPECT_EQ(bytes(Token::String, R"("a\n\x00\101\u00e9")"), std::string("a\n\0A\xc3\xa9", 6));
  EXPECT_EQ(bytes(Token::String, "`a\\n\r\nb`"), "a\\n\nb") << "raw: no escapes, no \\r";
  EXPECT_EQ(bytes(Token::String, "\"\xff\""), "\xff") << "bytes stay as they are";
  EXPECT_EQ(bytes(Token::Char, "'\\''"), "39");
  EXPECT_EQ(bytes(Token::Char, "'\\U0001F600'"), "128512");
  EXPECT_EQ(why_refused(Token::String, R"("\q")"), "unknown escape");
  EXPECT_EQ(why_refused(Token::Char, R"('\400')"), "octal escape value 256 > 255");
  EXPECT_EQ(why_refused(Token::Char, "'ab'"), "more than one character in rune literal");
}

TEST(Constant, IntegersAreExactBeyond64Bits) {
  const Constant huge = shift_operation(Token::Shl, number("1"), 500);
  EXPECT_EQ(bit_length(huge), 501);
  EXPECT_EQ(to_string(shift_operation(Token::Shr, huge, 498)), "4");
  const Constant sum = binary_operation(Token::Add, huge, number("7"), Division::Integer);
  EXPECT_EQ(to_string(binary_operation(Token::Sub, sum, huge, Division::Integer)), "7");
  EXPECT_EQ(to_string(binary_operation(Token::Rem, sum, number("1000007"), Division::Integer)),
            "14933")
      << "2^500 + 7 mod 1000007";
  EXPECT_EQ(to_string(apply("18446744073709551615", Token::Mul, "18446744073709551615")),
            "340282366920938463426481119284349108225");
  uint64_t value = 0;
  EXPECT_TRUE(uint64_value(number("18446744073709551615"), &value));
  EXPECT_EQ(value, UINT64_MAX);
  EXPECT_FALSE(uint64_value(number("18446744073709551616"), &value));
}

TEST(Constant, IntegerDivisionTruncatesTowardZero) {
  const Constant minus7 = unary_operation(Token::Sub, number("7"), 0);
  EXPECT_EQ(to_string(binary_operation(Token::Quo, minus7, number("2"), Division::Integer)), "-3");
  EXPECT_EQ(to_string(binary_operation(Token::Rem, minus7, number("2"), Division::Integer)), "-1");
  EXPECT_EQ(to_string(shift_operation(Token::Shr, minus7, 1)), "-4") << "shifts round down";
  EXPECT_EQ(to_string(apply("7", Token::Quo, "2")), "3.5");
}

TEST(Constant, BitwiseOperationsUseTwosComplement) {
  const Constant minus1 = unary_operation(Token::Sub, number("1"), 0);
  const Constant minus6 = unary_operation(Token::Sub, number("6"), 0);
  EXPECT_EQ(to_string(binary_operation(Token::And, minus6, number("255"), Division::Integer)),
            "250");
  EXPECT_EQ(to_string(binary_operation(Token::Xor, minus1, number("5"), Division::Integer)), "-6");
  EXPECT_EQ(to_string(unary_operation(Token::Xor, number("5"), 8)), "250") << "of a uint8";
  EXPECT_EQ(to_string(unary_operation(Token::Xor, number("5"), 0)), "-6");
  const Constant huge = shift_operation(Token::Shl, number("1"), 300);
  const Constant masked = binary_operation(
      Token::AndNot, binary_operation(Token::Or, huge, number("5"), Division::Integer), huge,
      Division::Integer);
  EXPECT_EQ(to_string(masked), "5");
}

TEST(Constant, FloatsAreExactQuotients) {
  const Constant tenth = apply("0.1", Token::Mul, "3");
  EXPECT_TRUE(compare_constants(Token::Eql, tenth, number("0.3")))
      << "as in Go, unlike at run time";
  EXPECT_EQ(tenth.real, 0.3);
  const Constant third = apply("1", Token::Quo, "3");
  const Constant one = binary_operation(Token::Mul, third, number("3"), Division::Exact);
  EXPECT_EQ(to_integer(one).kind, ConstantKind::Int);
  EXPECT_EQ(to_integer(third).kind, ConstantKind::Unknown);
  EXPECT_EQ(apply("1e400", Token::Quo, "1e390").real, 1e10) << "beyond float64 on the way";
}

TEST(Constant, RoundsHalfToEvenAndKeepsSubnormals) {
  EXPECT_EQ(number("9007199254740993.0").real, 9007199254740992.0);
  EXPECT_EQ(number("9007199254740995.0").real, 9007199254740996.0);
  EXPECT_EQ(number("5e-324").real, 5e-324);
  EXPECT_EQ(number("2e-324").real, 0.0);
  EXPECT_EQ(number("1.7976931348623157e308").real, 1.7976931348623157e308);
  EXPECT_EQ(round_to_float64(number("1e309")).kind, ConstantKind::Unknown);
  EXPECT_EQ(round_to_float32(number("16777217.0")).real, 16777216.0);
  EXPECT_EQ(round_to_float32(number("3.5e38")).kind, ConstantKind::Unknown);
}

TEST(Constant, FloatsPrintWithSixDigits) {
  EXPECT_EQ(to_string(number("0.1")), "0.1");
  EXPECT_EQ(to_string(number("3.14159265358979")), "3.14159");
  EXPECT_EQ(to_string(number("1e10")), "1e+10");
  EXPECT_EQ(to_string(number("123456.0")), "123456");
  EXPECT_EQ(to_string(number("1234567.0")), "1.23457e+06");
  EXPECT_EQ(to_string(number("0.0001")), "0.0001");
  EXPECT_EQ(to_string(number("0.00001")), "1e-05");
  EXPECT_EQ(to_string(number("999999.5")), "1e+06");
  EXPECT_EQ(to_string(unary_operation(Token::Sub, number("2.5"), 0)), "-2.5");
}

TEST(Constant, StringsPrintQuotedAndShortened) {
  EXPECT_EQ(to_string(make_string("a\"\n\x01")), R"("a\"\n\x01")");
  const std::string shown = to_string(make_string(std::string(200, 'x')));
  EXPECT_EQ(shown.size(), 72U);
  EXPECT_EQ(shown.substr(69), "...");
}

TEST(Constant, EndlessGrowthBecomesUnknown) {
  Constant x = number("1e300");
  for (int i = 0; i < 20 && x.kind == ConstantKind::Float; i++) {
    x = binary_operation(Token::Mul, x, x, Division::Exact);
  }
  EXPECT_EQ(x.kind, ConstantKind::Unknown);
}

}  // namespace
}  // namespace gopark::lang
