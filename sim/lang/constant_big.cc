#include "sim/lang/constant_big.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <limits>
#include <utility>

#include "sim/base/assert.h"

namespace gopark::lang {
namespace {

constexpr int kLimbBits = 32;

struct FloatFormat {
  int mantissa_bits;
  int min_exponent;  // of the last mantissa bit
  int max_exponent;  // values from 2^max_exponent on are infinite
};
constexpr FloatFormat kDouble{53, -1074, 1024};
constexpr FloatFormat kFloat{24, -149, 128};

// floor(|value| * 2^-exponent), and whether anything was cut off.
BigInteger scaled(const Rational& value, int exponent, bool* inexact) {
  BigInteger numerator = value.numerator.magnitude();
  BigInteger denominator = value.denominator;
  if (exponent < 0) numerator = numerator.shifted_left(-exponent);
  if (exponent > 0) denominator = denominator.shifted_left(exponent);
  BigInteger quotient, remainder;
  BigInteger::divide(numerator, denominator, &quotient, &remainder);
  *inexact = !remainder.is_zero();
  return quotient;
}

double round_to_format(const Rational& value, FloatFormat format) {
  if (value.numerator.is_zero()) return 0;
  int exponent =
      value.numerator.bit_length() - value.denominator.bit_length() - format.mantissa_bits - 1;
  exponent = std::max(exponent, format.min_exponent - 1);
  bool inexact = false;
  BigInteger mantissa = scaled(value, exponent, &inexact);
  while (mantissa.bit_length() > format.mantissa_bits + 1) {
    inexact = inexact || mantissa.is_odd();
    mantissa = mantissa.shifted_right(1);
    exponent++;
  }
  const bool half = mantissa.is_odd();
  uint64_t bits = mantissa.low64() >> 1;
  exponent++;
  if (half && (inexact || (bits & 1U) != 0)) bits++;
  const double result = std::ldexp(static_cast<double>(bits), exponent);
  const bool infinite = result >= std::ldexp(1.0, format.max_exponent - 1) * 2;
  const double magnitude = infinite ? std::numeric_limits<double>::infinity() : result;
  return value.numerator.is_negative() ? -magnitude : magnitude;
}

}  // namespace

BigInteger::BigInteger(int64_t value) {
  const bool negative = value < 0;
  *this =
      from_unsigned(negative ? ~static_cast<uint64_t>(value) + 1 : static_cast<uint64_t>(value));
  negative_ = negative;
}

BigInteger BigInteger::from_unsigned(uint64_t value) {
  BigInteger result;
  for (; value != 0; value >>= kLimbBits) result.limbs_.push_back(static_cast<uint32_t>(value));
  return result;
}

void BigInteger::trim() {
  while (!limbs_.empty() && limbs_.back() == 0) limbs_.pop_back();
  if (limbs_.empty()) negative_ = false;
}

int BigInteger::bit_length() const {
  if (limbs_.empty()) return 0;
  int bits = static_cast<int>(limbs_.size() - 1) * kLimbBits;
  for (uint32_t top = limbs_.back(); top != 0; top >>= 1) bits++;
  return bits;
}

BigInteger BigInteger::negated() const {
  BigInteger result = *this;
  result.negative_ = !negative_ && !limbs_.empty();
  return result;
}

BigInteger BigInteger::magnitude() const {
  BigInteger result = *this;
  result.negative_ = false;
  return result;
}

uint64_t BigInteger::low64() const {
  uint64_t value = limbs_.empty() ? 0 : limbs_[0];
  if (limbs_.size() > 1) value |= static_cast<uint64_t>(limbs_[1]) << kLimbBits;
  return value;
}

bool BigInteger::bit(int index) const {
  const auto limb = static_cast<std::size_t>(index / kLimbBits);
  return limb < limbs_.size() && (limbs_[limb] >> (index % kLimbBits) & 1U) != 0;
}

int BigInteger::compare_magnitude(const BigInteger& x, const BigInteger& y) {
  if (x.limbs_.size() != y.limbs_.size()) return x.limbs_.size() < y.limbs_.size() ? -1 : 1;
  for (std::size_t i = x.limbs_.size(); i-- > 0;) {
    if (x.limbs_[i] != y.limbs_[i]) return x.limbs_[i] < y.limbs_[i] ? -1 : 1;
  }
  return 0;
}

int BigInteger::compare(const BigInteger& x, const BigInteger& y) {
  if (x.negative_ != y.negative_) return x.negative_ ? -1 : 1;
  const int order = compare_magnitude(x, y);
  return x.negative_ ? -order : order;
}

BigInteger BigInteger::add_magnitude(const BigInteger& x, const BigInteger& y) {
  BigInteger sum;
  uint64_t carry = 0;
  for (std::size_t i = 0; i < std::max(x.limbs_.size(), y.limbs_.size()); i++) {
    if (i < x.limbs_.size()) carry += x.limbs_[i];
    if (i < y.limbs_.size()) carry += y.limbs_[i];
    sum.limbs_.push_back(static_cast<uint32_t>(carry));
    carry >>= kLimbBits;
  }
  if (carry != 0) sum.limbs_.push_back(static_cast<uint32_t>(carry));
  return sum;
}

// REQUIRES: |x| >= |y|.
BigInteger BigInteger::subtract_magnitude(const BigInteger& x, const BigInteger& y) {
  BigInteger difference;
  int64_t borrow = 0;
  for (std::size_t i = 0; i < x.limbs_.size(); i++) {
    borrow += x.limbs_[i];
    if (i < y.limbs_.size()) borrow -= y.limbs_[i];
    difference.limbs_.push_back(static_cast<uint32_t>(borrow));
    borrow >>= kLimbBits;
  }
  difference.trim();
  return difference;
}

BigInteger operator+(const BigInteger& x, const BigInteger& y) {
  BigInteger result;
  if (x.negative_ == y.negative_) {
    result = BigInteger::add_magnitude(x, y);
    result.negative_ = x.negative_;
  } else if (BigInteger::compare_magnitude(x, y) >= 0) {
    result = BigInteger::subtract_magnitude(x, y);
    result.negative_ = x.negative_;
  } else {
    result = BigInteger::subtract_magnitude(y, x);
    result.negative_ = y.negative_;
  }
  result.trim();
  return result;
}

BigInteger operator-(const BigInteger& x, const BigInteger& y) {
  return x + y.negated();
}

BigInteger operator*(const BigInteger& x, const BigInteger& y) {
  BigInteger product;
  product.limbs_.assign(x.limbs_.size() + y.limbs_.size(), 0);
  for (std::size_t i = 0; i < x.limbs_.size(); i++) {
    uint64_t carry = 0;
    for (std::size_t j = 0; j < y.limbs_.size(); j++) {
      carry += static_cast<uint64_t>(x.limbs_[i]) * y.limbs_[j] + product.limbs_[i + j];
      product.limbs_[i + j] = static_cast<uint32_t>(carry);
      carry >>= kLimbBits;
    }
    product.limbs_[i + y.limbs_.size()] = static_cast<uint32_t>(carry);
  }
  product.negative_ = x.negative_ != y.negative_;
  product.trim();
  return product;
}

BigInteger BigInteger::shifted_left(int bits) const {
  if (limbs_.empty() || bits == 0) return *this;
  BigInteger result;
  result.negative_ = negative_;
  result.limbs_.assign(static_cast<std::size_t>(bits / kLimbBits), 0);
  const int rest = bits % kLimbBits;
  uint64_t carry = 0;
  for (const uint32_t limb : limbs_) {
    carry |= static_cast<uint64_t>(limb) << rest;
    result.limbs_.push_back(static_cast<uint32_t>(carry));
    carry >>= kLimbBits;
  }
  if (carry != 0) result.limbs_.push_back(static_cast<uint32_t>(carry));
  return result;
}

BigInteger BigInteger::shifted_right(int bits) const {
  const auto skip = static_cast<std::size_t>(bits / kLimbBits);
  BigInteger result;
  if (skip >= limbs_.size()) return result;
  const int rest = bits % kLimbBits;
  for (std::size_t i = skip; i < limbs_.size(); i++) {
    uint64_t window = limbs_[i];
    if (i + 1 < limbs_.size()) window |= static_cast<uint64_t>(limbs_[i + 1]) << kLimbBits;
    result.limbs_.push_back(static_cast<uint32_t>(window >> rest));
  }
  result.negative_ = negative_;
  result.trim();
  return result;
}

uint32_t BigInteger::divide_small(uint32_t divisor) {
  uint64_t remainder = 0;
  for (std::size_t i = limbs_.size(); i-- > 0;) {
    remainder = remainder << kLimbBits | limbs_[i];
    limbs_[i] = static_cast<uint32_t>(remainder / divisor);
    remainder %= divisor;
  }
  trim();
  return static_cast<uint32_t>(remainder);
}

void BigInteger::divide(const BigInteger& x, const BigInteger& y, BigInteger* quotient,
                        BigInteger* remainder) {
  GOPARK_ASSERT(!y.is_zero());
  const bool quotient_negative = x.negative_ != y.negative_;
  const bool remainder_negative = x.negative_;
  if (compare_magnitude(x, y) < 0) {
    *remainder = x;
    *quotient = BigInteger();
    return;
  }
  if (y.limbs_.size() == 1) {
    *quotient = x.magnitude();
    *remainder = from_unsigned(quotient->divide_small(y.limbs_[0]));
  } else {
    divide_large(x, y, quotient, remainder);
  }
  quotient->negative_ = quotient_negative;
  remainder->negative_ = remainder_negative;
  quotient->trim();
  remainder->trim();
}

// Of magnitudes. REQUIRES: |x| >= |y|, and y has two limbs or more. (Knuth, volume 2, algorithm D.)
void BigInteger::divide_large(const BigInteger& x, const BigInteger& y, BigInteger* quotient,
                              BigInteger* remainder) {
  const int shift = (kLimbBits - y.bit_length() % kLimbBits) % kLimbBits;
  BigInteger u = x.magnitude().shifted_left(shift);
  const BigInteger v = y.magnitude().shifted_left(shift);
  const std::size_t n = v.limbs_.size();
  u.limbs_.resize(std::max(u.limbs_.size(), x.limbs_.size()) + 1, 0);
  const std::size_t m = u.limbs_.size() - n - 1;
  BigInteger q;
  q.limbs_.assign(m + 1, 0);
  for (std::size_t j = m + 1; j-- > 0;) {
    const uint64_t top = static_cast<uint64_t>(u.limbs_[j + n]) << kLimbBits | u.limbs_[j + n - 1];
    uint64_t digit = top / v.limbs_[n - 1];
    uint64_t rest = top % v.limbs_[n - 1];
    while (digit >> kLimbBits != 0 ||
           digit * v.limbs_[n - 2] > (rest << kLimbBits | u.limbs_[j + n - 2])) {
      digit--;
      rest += v.limbs_[n - 1];
      if (rest >> kLimbBits != 0) break;
    }
    if (u.subtract_product(v, digit, j)) {
      digit--;
      u.add_back(v, j);
    }
    q.limbs_[j] = static_cast<uint32_t>(digit);
  }
  u.trim();
  *remainder = u.shifted_right(shift);
  *quotient = std::move(q);
}

// *this -= v * digit << (32 * j); true when the result is negative, and so wraps around.
bool BigInteger::subtract_product(const BigInteger& v, uint64_t digit, std::size_t j) {
  const std::size_t n = v.limbs_.size();
  int64_t borrow = 0;
  uint64_t carry = 0;
  for (std::size_t i = 0; i < n; i++) {
    carry += digit * v.limbs_[i];
    borrow += static_cast<int64_t>(limbs_[i + j]) - static_cast<int64_t>(carry & 0xffffffffU);
    limbs_[i + j] = static_cast<uint32_t>(borrow);
    borrow >>= kLimbBits;
    carry >>= kLimbBits;
  }
  borrow += static_cast<int64_t>(limbs_[j + n]) - static_cast<int64_t>(carry);
  limbs_[j + n] = static_cast<uint32_t>(borrow);
  return borrow < 0;
}

void BigInteger::add_back(const BigInteger& v, std::size_t j) {
  uint64_t carry = 0;
  for (std::size_t i = 0; i < v.limbs_.size(); i++) {
    carry += static_cast<uint64_t>(limbs_[i + j]) + v.limbs_[i];
    limbs_[i + j] = static_cast<uint32_t>(carry);
    carry >>= kLimbBits;
  }
  limbs_[j + v.limbs_.size()] += static_cast<uint32_t>(carry);
}

BigInteger BigInteger::gcd(BigInteger x, BigInteger y) {
  x.negative_ = false;
  y.negative_ = false;
  while (!y.is_zero()) {
    BigInteger quotient, remainder;
    divide(x, y, &quotient, &remainder);
    x = std::exchange(y, std::move(remainder));
  }
  return x;
}

BigInteger BigInteger::power(uint32_t base, uint32_t exponent) {
  BigInteger result(1);
  BigInteger square = from_unsigned(base);
  for (; exponent != 0; exponent >>= 1) {
    if ((exponent & 1U) != 0) result = result * square;
    if (exponent > 1) square = square * square;
  }
  return result;
}

void BigInteger::multiply_add(uint32_t base, uint32_t digit) {
  uint64_t carry = digit;
  for (uint32_t& limb : limbs_) {
    carry += static_cast<uint64_t>(limb) * base;
    limb = static_cast<uint32_t>(carry);
    carry >>= kLimbBits;
  }
  if (carry != 0) limbs_.push_back(static_cast<uint32_t>(carry));
}

std::string BigInteger::decimal() const {
  if (limbs_.empty()) return "0";
  constexpr uint32_t kChunk = 1'000'000'000;
  BigInteger rest = magnitude();
  std::string reversed;
  while (!rest.is_zero()) {
    uint32_t chunk = rest.divide_small(kChunk);
    for (int i = 0; i < 9 && (chunk != 0 || !rest.is_zero()); i++, chunk /= 10) {
      reversed.push_back(static_cast<char>('0' + chunk % 10));
    }
  }
  if (negative_) reversed.push_back('-');
  std::reverse(reversed.begin(), reversed.end());
  return reversed;
}

Rational make_rational(BigInteger numerator, BigInteger denominator) {
  if (denominator.is_negative()) {
    numerator = numerator.negated();
    denominator = denominator.negated();
  }
  const BigInteger common = BigInteger::gcd(numerator, denominator);
  Rational result;
  BigInteger rest;
  BigInteger::divide(numerator, common, &result.numerator, &rest);
  BigInteger::divide(denominator, common, &result.denominator, &rest);
  return result;
}

Rational rational_from_double(double value) {
  int exponent = 0;
  const double fraction = std::frexp(value, &exponent);
  BigInteger numerator(static_cast<int64_t>(std::ldexp(fraction, kDouble.mantissa_bits)));
  exponent -= kDouble.mantissa_bits;
  if (exponent >= 0) return {numerator.shifted_left(exponent), BigInteger(1)};
  return make_rational(std::move(numerator), BigInteger(1).shifted_left(-exponent));
}

double round_to_double(const Rational& value) {
  return round_to_format(value, kDouble);
}
double round_to_float(const Rational& value) {
  return round_to_format(value, kFloat);
}

namespace {

// |value| * 10^-scale, rounded half to even.
BigInteger decimal_digits(const Rational& value, int scale) {
  BigInteger numerator = value.numerator.magnitude();
  BigInteger denominator = value.denominator;
  const BigInteger power = BigInteger::power(10, static_cast<uint32_t>(std::abs(scale)));
  (scale < 0 ? numerator : denominator) = (scale < 0 ? numerator : denominator) * power;
  BigInteger quotient, remainder;
  BigInteger::divide(numerator, denominator, &quotient, &remainder);
  const int half = BigInteger::compare(remainder.shifted_left(1), denominator);
  if (half > 0 || (half == 0 && quotient.is_odd())) quotient = quotient + BigInteger(1);
  return quotient;
}

std::string with_exponent(const std::string& digits, int exponent) {
  std::string text = digits.substr(0, 1);
  if (digits.size() > 1) text += "." + digits.substr(1);
  const int magnitude = std::abs(exponent);
  return text + (exponent < 0 ? "e-" : "e+") + (magnitude < 10 ? "0" : "") +
         std::to_string(magnitude);
}

}  // namespace

std::string format_six_digits(const Rational& value) {
  if (value.numerator.is_zero()) return "0";
  constexpr int kDigits = 6;
  const int bits = value.numerator.bit_length() - value.denominator.bit_length();
  int exponent = static_cast<int>(std::floor(bits * 0.30102999566398));  // of the first digit
  std::string digits = decimal_digits(value, exponent - kDigits + 1).decimal();
  while (static_cast<int>(digits.size()) > kDigits) {
    exponent++;
    digits = decimal_digits(value, exponent - kDigits + 1).decimal();
  }
  while (static_cast<int>(digits.size()) < kDigits) {
    exponent--;
    digits = decimal_digits(value, exponent - kDigits + 1).decimal();
  }
  while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
  const auto count = static_cast<int>(digits.size());
  std::string text;
  if (exponent < -4 || exponent >= kDigits) {
    text = with_exponent(digits, exponent);
  } else if (exponent < 0) {
    text = "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
  } else if (count <= exponent + 1) {
    text = digits + std::string(static_cast<std::size_t>(exponent + 1 - count), '0');
  } else {
    const auto point = static_cast<std::size_t>(exponent + 1);
    text = digits.substr(0, point) + "." + digits.substr(point);
  }
  return (value.numerator.is_negative() ? "-" : "") + text;
}

}  // namespace gopark::lang
