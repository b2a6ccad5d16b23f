// Exact numbers for constant arithmetic: integers of any length and quotients of them.
// (Go: math/big, as go/constant uses it.)
//
// Sizes stay small: the checker refuses integers over kMaxIntegerBits, and rationals beyond
// kMaxRationalBits become Unknown. So the schoolbook algorithms are enough.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gopark::lang {

// A signed integer: sign and magnitude, no leading zero limbs, zero is not negative.
class BigInteger {
 public:
  BigInteger() = default;
  explicit BigInteger(int64_t value);
  static BigInteger from_unsigned(uint64_t value);

  bool is_zero() const { return limbs_.empty(); }
  bool is_negative() const { return negative_; }
  int sign() const { return limbs_.empty() ? 0 : negative_ ? -1 : 1; }
  bool is_odd() const { return !limbs_.empty() && (limbs_[0] & 1U) != 0; }
  int bit_length() const;
  BigInteger negated() const;
  BigInteger magnitude() const;
  // The low 64 bits of the magnitude.
  uint64_t low64() const;
  bool bit(int index) const;

  friend BigInteger operator+(const BigInteger& x, const BigInteger& y);
  friend BigInteger operator-(const BigInteger& x, const BigInteger& y);
  friend BigInteger operator*(const BigInteger& x, const BigInteger& y);
  // Of the magnitude; the sign is kept.
  BigInteger shifted_left(int bits) const;
  BigInteger shifted_right(int bits) const;
  static int compare(const BigInteger& x, const BigInteger& y);
  // Truncates toward zero, as Go's / and % do. REQUIRES: y is not zero.
  static void divide(const BigInteger& x, const BigInteger& y, BigInteger* quotient,
                     BigInteger* remainder);
  static BigInteger gcd(BigInteger x, BigInteger y);
  static BigInteger power(uint32_t base, uint32_t exponent);
  // Appends a digit: *this = *this * base + digit. REQUIRES: not negative.
  void multiply_add(uint32_t base, uint32_t digit);
  std::string decimal() const;

 private:
  void trim();
  static int compare_magnitude(const BigInteger& x, const BigInteger& y);
  static BigInteger add_magnitude(const BigInteger& x, const BigInteger& y);
  static BigInteger subtract_magnitude(const BigInteger& x, const BigInteger& y);
  uint32_t divide_small(uint32_t divisor);
  static void divide_large(const BigInteger& x, const BigInteger& y, BigInteger* quotient,
                           BigInteger* remainder);
  bool subtract_product(const BigInteger& v, uint64_t digit, std::size_t j);
  void add_back(const BigInteger& v, std::size_t j);

  bool negative_ = false;
  std::vector<uint32_t> limbs_;  // least significant first
};

// numerator / denominator in lowest terms, denominator > 0.
struct Rational {
  BigInteger numerator;
  BigInteger denominator{1};
};

inline constexpr int kMaxRationalBits = 1 << 15;

// Lowest terms and a positive denominator. REQUIRES: denominator is not zero.
Rational make_rational(BigInteger numerator, BigInteger denominator);
Rational rational_from_double(double value);  // REQUIRES: finite
// Rounded half to even to a float64 or float32, subnormals included; infinite when it is too large.
double round_to_double(const Rational& value);
double round_to_float(const Rational& value);
// As Go's %.6g prints it.
std::string format_six_digits(const Rational& value);

}  // namespace gopark::lang
