#include "sim/lang/constant.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

#include "sim/base/assert.h"

namespace gopark::lang {
namespace {

// Beyond this size of numerator or denominator a quotient continues as a number of kFloatBits bits,
// as go/constant does.
constexpr int kExactBits = 4096;
constexpr int kFloatBits = 512;
constexpr std::size_t kShownCharacters = 72;

int small_bit_length(Int128 value) {
  if (value < 0) value = -value;
  int bits = 0;
  for (; value != 0; value >>= 1) bits++;
  return bits;
}

BigInteger big(const Constant& x) {
  if (x.exact != nullptr) return x.exact->numerator;
  const bool negative = x.integer < 0;
  const Int128 value = negative ? -x.integer : x.integer;
  const auto high = static_cast<uint64_t>(value >> 64);
  const BigInteger result = BigInteger::from_unsigned(high).shifted_left(64) +
                            BigInteger::from_unsigned(static_cast<uint64_t>(value));
  return negative ? result.negated() : result;
}

Rational rational(const Constant& x) {
  if (x.exact != nullptr) return *x.exact;
  return {big(x), BigInteger(1)};
}

bool is_number(const Constant& x) {
  return x.kind == ConstantKind::Int || x.kind == ConstantKind::Float;
}

bool is_small(const Constant& x) {
  return x.exact == nullptr;
}

// The nearest number of kFloatBits bits, toward zero.
Rational shorten(const Rational& value) {
  const int shift = kFloatBits - (value.numerator.bit_length() - value.denominator.bit_length());
  BigInteger numerator = value.numerator;
  BigInteger denominator = value.denominator;
  if (shift > 0) numerator = numerator.shifted_left(shift);
  if (shift < 0) denominator = denominator.shifted_left(-shift);
  BigInteger quotient, remainder;
  BigInteger::divide(numerator, denominator, &quotient, &remainder);
  if (shift < 0) return {quotient.shifted_left(-shift), BigInteger(1)};
  return make_rational(std::move(quotient), BigInteger(1).shifted_left(shift));
}

Constant small_operation(Token op, Int128 x, Int128 y) {
  switch (op) {
    case Token::Add:
      return make_integer(x + y);
    case Token::Sub:
      return make_integer(x - y);
    case Token::Mul:
      return make_integer(x * y);
    case Token::Quo:
      return make_integer(x / y);
    case Token::Rem:
      return make_integer(x % y);
    case Token::And:
      return make_integer(x & y);
    case Token::Or:
      return make_integer(x | y);
    case Token::Xor:
      return make_integer(x ^ y);
    case Token::AndNot:
      return make_integer(x & ~y);
    default:
      return {};
  }
}

// Bit operations of numbers of any length, in two's complement of enough bits.
BigInteger bitwise(Token op, const BigInteger& x, const BigInteger& y) {
  const int bits = std::max(x.bit_length(), y.bit_length()) + 1;
  const BigInteger modulus = BigInteger(1).shifted_left(bits);
  const BigInteger left = x.is_negative() ? x + modulus : x;
  const BigInteger right = y.is_negative() ? y + modulus : y;
  BigInteger result;
  for (int i = bits - 1; i >= 0; i--) {
    const bool a = left.bit(i);
    const bool b = right.bit(i);
    const bool bit = op == Token::And   ? a && b
                     : op == Token::Or  ? a || b
                     : op == Token::Xor ? a != b
                                        : a && !b;
    result = result.shifted_left(1) + BigInteger(bit ? 1 : 0);
  }
  return result.bit(bits - 1) ? result - modulus : result;
}

Constant big_operation(Token op, const BigInteger& x, const BigInteger& y) {
  BigInteger quotient, remainder;
  switch (op) {
    case Token::Add:
      return make_integer(x + y);
    case Token::Sub:
      return make_integer(x - y);
    case Token::Mul:
      return make_integer(x * y);
    case Token::Quo:
      BigInteger::divide(x, y, &quotient, &remainder);
      return make_integer(std::move(quotient));
    case Token::Rem:
      BigInteger::divide(x, y, &quotient, &remainder);
      return make_integer(std::move(remainder));
    default:
      return make_integer(bitwise(op, x, y));
  }
}

Constant rational_operation(Token op, const Rational& x, const Rational& y) {
  switch (op) {
    case Token::Add:
      return make_float(make_rational(x.numerator * y.denominator + y.numerator * x.denominator,
                                      x.denominator * y.denominator));
    case Token::Sub:
      return make_float(make_rational(x.numerator * y.denominator - y.numerator * x.denominator,
                                      x.denominator * y.denominator));
    case Token::Mul:
      return make_float(make_rational(x.numerator * y.numerator, x.denominator * y.denominator));
    case Token::Quo:
      if (y.numerator.is_zero()) return {};
      return make_float(make_rational(x.numerator * y.denominator, x.denominator * y.numerator));
    default:
      return {};
  }
}

bool small_operands(Token op, const Constant& x, const Constant& y) {
  if (!is_small(x) || !is_small(y)) return false;
  if (op != Token::Mul) return true;
  return small_bit_length(x.integer) + small_bit_length(y.integer) <= kSmallIntegerBits;
}

int order(const Constant& x, const Constant& y) {
  if (x.kind == ConstantKind::String) return x.text.compare(y.text);
  if (x.kind == ConstantKind::Int && y.kind == ConstantKind::Int && is_small(x) && is_small(y)) {
    return x.integer < y.integer ? -1 : x.integer > y.integer ? 1 : 0;
  }
  const Rational a = rational(x);
  const Rational b = rational(y);
  return BigInteger::compare(a.numerator * b.denominator, b.numerator * a.denominator);
}

}  // namespace

Constant make_bool(bool value) {
  Constant x;
  x.kind = ConstantKind::Bool;
  x.boolean = value;
  return x;
}

Constant make_string(std::string bytes) {
  Constant x;
  x.kind = ConstantKind::String;
  x.text = std::move(bytes);
  return x;
}

Constant make_integer(Int128 value) {
  Constant x;
  x.kind = ConstantKind::Int;
  x.integer = value;
  if (small_bit_length(value) > kSmallIntegerBits) return make_integer(big(x));
  return x;
}

Constant make_integer(BigInteger value) {
  Constant x;
  x.kind = ConstantKind::Int;
  if (value.bit_length() > kSmallIntegerBits) {
    x.exact = std::make_shared<const Rational>(Rational{std::move(value), BigInteger(1)});
    return x;
  }
  const uint64_t high = value.magnitude().shifted_right(64).low64();
  x.integer = static_cast<Int128>(high) << 64 | static_cast<Int128>(value.low64());
  if (value.is_negative()) x.integer = -x.integer;
  return x;
}

Constant make_float(Rational value) {
  if (value.numerator.bit_length() > kExactBits || value.denominator.bit_length() > kExactBits) {
    value = shorten(value);
  }
  if (value.numerator.bit_length() > kMaxRationalBits ||
      value.denominator.bit_length() > kMaxRationalBits) {
    return {};
  }
  Constant x;
  x.kind = ConstantKind::Float;
  x.real = round_to_double(value);
  x.exact = std::make_shared<const Rational>(std::move(value));
  return x;
}

Constant to_integer(const Constant& x) {
  if (x.kind == ConstantKind::Int) return x;
  if (x.kind != ConstantKind::Float) return {};
  if (BigInteger::compare(x.exact->denominator, BigInteger(1)) != 0) return {};
  return make_integer(x.exact->numerator);
}

Constant to_float(const Constant& x) {
  if (!is_number(x)) return {};
  return x.kind == ConstantKind::Float ? x : make_float(rational(x));
}

Constant round_to_float32(const Constant& x) {
  const double value = round_to_float(rational(x));
  return std::isinf(value) ? Constant() : make_float(rational_from_double(value));
}

Constant round_to_float64(const Constant& x) {
  const double value = round_to_double(rational(x));
  return std::isinf(value) ? Constant() : make_float(rational_from_double(value));
}

int sign(const Constant& x) {
  if (!is_number(x)) return 1;
  if (x.exact != nullptr) return x.exact->numerator.sign();
  return x.integer < 0 ? -1 : x.integer > 0 ? 1 : 0;
}

int bit_length(const Constant& x) {
  if (x.kind != ConstantKind::Int) return 0;
  return x.exact != nullptr ? x.exact->numerator.bit_length() : small_bit_length(x.integer);
}

bool int64_value(const Constant& x, int64_t* value) {
  if (x.kind != ConstantKind::Int || !is_small(x)) return false;
  if (x.integer < std::numeric_limits<int64_t>::min()) return false;
  if (x.integer > std::numeric_limits<int64_t>::max()) return false;
  *value = static_cast<int64_t>(x.integer);
  return true;
}

bool uint64_value(const Constant& x, uint64_t* value) {
  if (x.kind != ConstantKind::Int || !is_small(x) || x.integer < 0) return false;
  if (x.integer > static_cast<Int128>(std::numeric_limits<uint64_t>::max())) return false;
  *value = static_cast<uint64_t>(x.integer);
  return true;
}

Constant unary_operation(Token op, const Constant& x, int unsigned_bits) {
  switch (op) {
    case Token::Add:
      return x;
    case Token::Sub:
      return binary_operation(Token::Sub, make_integer(Int128{0}), x, Division::Exact);
    case Token::Not:
      return make_bool(!x.boolean);
    case Token::Xor: {
      const Constant flipped =
          binary_operation(Token::Sub, make_integer(Int128{-1}), x, Division::Integer);
      if (unsigned_bits == 0) return flipped;
      const Constant mask = make_integer((Int128{1} << unsigned_bits) - 1);
      return binary_operation(Token::And, flipped, mask, Division::Integer);
    }
    default:
      return {};
  }
}

Constant binary_operation(Token op, const Constant& x, const Constant& y, Division division) {
  if (x.kind == ConstantKind::Bool) {
    return make_bool(op == Token::LAnd ? x.boolean && y.boolean : x.boolean || y.boolean);
  }
  if (x.kind == ConstantKind::String) return make_string(x.text + y.text);
  if (!is_number(x) || !is_number(y)) return {};
  const bool integers = x.kind == ConstantKind::Int && y.kind == ConstantKind::Int;
  if (!integers || (op == Token::Quo && division == Division::Exact)) {
    return rational_operation(op, rational(x), rational(y));
  }
  if (small_operands(op, x, y)) return small_operation(op, x.integer, y.integer);
  return big_operation(op, big(x), big(y));
}

Constant shift_operation(Token op, const Constant& x, uint32_t count) {
  const BigInteger value = big(x);
  const int bits = static_cast<int>(count);
  if (op == Token::Shl) return make_integer(value.shifted_left(bits));
  if (!value.is_negative()) return make_integer(value.shifted_right(bits));
  // Shifts of negative numbers round down: -(((-x) - 1) >> n) - 1.
  const BigInteger one(1);
  return make_integer((value.negated() - one).shifted_right(bits).negated() - one);
}

bool compare_constants(Token op, const Constant& x, const Constant& y) {
  if (x.kind == ConstantKind::Unknown || y.kind == ConstantKind::Unknown) return false;
  if (x.kind == ConstantKind::Bool) return (x.boolean == y.boolean) == (op == Token::Eql);
  const int result = order(x, y);
  switch (op) {
    case Token::Eql:
      return result == 0;
    case Token::Neq:
      return result != 0;
    case Token::Lss:
      return result < 0;
    case Token::Leq:
      return result <= 0;
    case Token::Gtr:
      return result > 0;
    default:
      return result >= 0;
  }
}

std::string to_string(const Constant& x) {
  switch (x.kind) {
    case ConstantKind::Bool:
      return x.boolean ? "true" : "false";
    case ConstantKind::String: {
      std::string text = quote(x.text);
      if (text.size() <= kShownCharacters) return text;
      std::size_t end = kShownCharacters - 3;
      while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80) end--;
      return text.substr(0, end) + "...";
    }
    case ConstantKind::Int:
      return big(x).decimal();
    case ConstantKind::Float:
      return format_six_digits(*x.exact);
    case ConstantKind::Unknown:
      return "unknown";
  }
  return "";
}

}  // namespace gopark::lang
