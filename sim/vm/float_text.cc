#include "sim/vm/float_text.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <vector>

namespace gopark {

namespace {

// ---- a number of `bits` bits taken apart: mantissa * 2^exponent

struct Parts {
  bool negative = false;
  uint64_t mantissa = 0;
  int exponent = 0;
  bool lowest_of_its_power = false;  // the neighbour below is half as far as the one above
};

constexpr int kMantissaBits64 = 52, kMantissaBits32 = 23;

Parts take_apart(double value, int bits) {
  const bool narrow = bits == 32;
  const int mantissa_bits = narrow ? kMantissaBits32 : kMantissaBits64;
  const int bias = narrow ? 127 : 1023;
  const uint64_t word =
      narrow ? std::bit_cast<uint32_t>(static_cast<float>(value)) : std::bit_cast<uint64_t>(value);
  Parts p;
  p.negative = (word >> (bits - 1)) != 0;
  p.mantissa = word & ((uint64_t{1} << mantissa_bits) - 1);
  const auto biased = static_cast<int>(word >> mantissa_bits & (narrow ? 0xFF : 0x7FF));
  p.lowest_of_its_power = p.mantissa == 0 && biased > 1;
  if (biased != 0) p.mantissa |= uint64_t{1} << mantissa_bits;
  p.exponent = std::max(biased, 1) - bias - mantissa_bits;
  return p;
}

// ---- decimal digits

struct Decimal {
  std::string digits;  // without zeros at either end; "" is zero
  int64_t point = 0;   // the value is 0.digits * 10^point
};

// A natural number in limbs of nine decimal digits, lowest first.
class Natural {
 public:
  explicit Natural(uint64_t value) {
    for (; value != 0; value /= kBase) limbs_.push_back(static_cast<uint32_t>(value % kBase));
  }
  void multiply(uint32_t factor) {
    uint64_t carry = 0;
    for (uint32_t& limb : limbs_) {
      const uint64_t product = uint64_t{limb} * factor + carry;
      limb = static_cast<uint32_t>(product % kBase);
      carry = product / kBase;
    }
    if (carry != 0) limbs_.push_back(static_cast<uint32_t>(carry));
  }
  // Multiplies by factor^power, `at_once` powers in a step. REQUIRES: factor^at_once < kBase.
  void multiply(uint32_t factor, int power, int at_once) {
    uint32_t big = 1;
    for (int i = 0; i < at_once; ++i) big *= factor;
    for (; power >= at_once; power -= at_once) multiply(big);
    for (; power > 0; --power) multiply(factor);
  }
  std::string digits() const {
    std::string text;
    for (std::size_t i = limbs_.size(); i-- > 0;) {
      const std::string limb = std::to_string(limbs_[i]);
      if (!text.empty()) text.append(9 - limb.size(), '0');
      text += limb;
    }
    return text;
  }

 private:
  static constexpr uint32_t kBase = 1'000'000'000;
  std::vector<uint32_t> limbs_;
};

void trim_zeros(Decimal& d) {
  while (!d.digits.empty() && d.digits.back() == '0') d.digits.pop_back();
  if (d.digits.empty()) d.point = 0;
}

// All the digits of mantissa * 2^exponent. A negative power of two is a power of five over one of
// ten.
Decimal exact_decimal(uint64_t mantissa, int exponent) {
  Natural n(mantissa);
  if (exponent >= 0)
    n.multiply(2, exponent, 29);
  else
    n.multiply(5, -exponent, 12);
  Decimal d;
  d.digits = n.digits();
  d.point = static_cast<int64_t>(d.digits.size()) + std::min(exponent, 0);
  trim_zeros(d);
  return d;
}

char digit_at(const Decimal& d, std::size_t i) {
  return i < d.digits.size() ? d.digits[i] : '0';
}

bool rounds_up(const Decimal& d, std::size_t keep) {
  if (keep >= d.digits.size() || d.digits[keep] != '5') return digit_at(d, keep) > '5';
  const bool exactly_half = d.digits.find_first_not_of('0', keep + 1) == std::string::npos;
  if (!exactly_half) return true;
  return keep > 0 && (d.digits[keep - 1] - '0') % 2 != 0;
}

void increment(Decimal& d) {
  while (!d.digits.empty() && d.digits.back() == '9') d.digits.pop_back();
  if (d.digits.empty()) {
    d.digits = "1";
    ++d.point;
  } else {
    ++d.digits.back();
  }
}

// Cuts to `keep` digits; half goes to even.
void round_to(Decimal& d, int64_t keep) {
  if (keep < 0) {
    d = {};
    return;
  }
  const auto n = static_cast<std::size_t>(keep);
  if (n >= d.digits.size()) return trim_zeros(d);
  const bool up = rounds_up(d, n);
  d.digits.resize(n);
  if (up) return increment(d);
  trim_zeros(d);
}

// The digits of a and b beside each other: b's may begin one place further left.
std::string aligned(const Decimal& d, int64_t point) {
  return std::string(static_cast<std::size_t>(point - d.point), '0') + d.digits;
}

// The shortest number between the halfway points to both neighbours; of the shortest the nearest
// one.
Decimal shortest_decimal(const Parts& p) {
  if (p.mantissa == 0) return {};
  const int below_bits = p.lowest_of_its_power ? 2 : 1;
  // In units of 2^(exponent - 2): the value, and the halfway points.
  const uint64_t middle = p.mantissa * 4;
  const Decimal value = exact_decimal(middle, p.exponent - 2);
  const Decimal low = exact_decimal(middle - (below_bits == 2 ? 1 : 2), p.exponent - 2);
  const Decimal high = exact_decimal(middle + 2, p.exponent - 2);
  const bool inclusive = p.mantissa % 2 == 0;
  const int64_t point = high.point;
  const Decimal v{aligned(value, point), point}, l{aligned(low, point), point};
  // Whether v cut, or cut and incremented, after i digits stays inside.
  bool above_low = false, below_high = false;
  int high_delta = 0;  // of the digits so far: high - v is 0; 1 and then only 9s against 0s; more
  for (std::size_t i = 0; i < v.digits.size(); ++i) {
    const char cl = digit_at(l, i), cv = digit_at(v, i), ch = digit_at(high, i);
    above_low = above_low || cl != cv;
    if (high_delta == 0 && cv + 1 < ch)
      high_delta = 2;
    else if (high_delta == 0 && cv != ch)
      high_delta = 1;
    else if (high_delta == 1 && (cv != '9' || ch != '0'))
      high_delta = 2;
    const bool low_ends_here = i + 1 >= l.digits.size();
    const bool down_is_inside = above_low || (inclusive && low_ends_here);
    const bool high_ends_here = i + 1 >= high.digits.size();
    below_high = high_delta > 0 && (inclusive || high_delta > 1 || !high_ends_here);
    if (!down_is_inside && !below_high) continue;
    Decimal result = v;
    if (down_is_inside && below_high) {
      round_to(result, static_cast<int64_t>(i) + 1);
    } else {
      result.digits.resize(i + 1);
      if (below_high) increment(result);
    }
    // Leading zeros of the alignment are not digits.
    const std::size_t zeros = std::min(result.digits.find_first_not_of('0'), result.digits.size());
    result.digits.erase(0, zeros);
    result.point -= static_cast<int64_t>(zeros);
    trim_zeros(result);
    return result;
  }
  return value;
}

// ---- layouts

std::string exponent_text(int64_t exponent, std::size_t width) {
  const std::string digits = std::to_string(exponent < 0 ? -exponent : exponent);
  return (exponent < 0 ? "-" : "+") +
         std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
}

// d.ddde±dd with `precision` digits after the point.
std::string with_exponent(const Decimal& d, int64_t precision, char letter) {
  std::string text(1, digit_at(d, 0));
  if (precision > 0) {
    text += '.';
    for (int64_t i = 1; i <= precision; ++i) text += digit_at(d, static_cast<std::size_t>(i));
  }
  return text + letter + exponent_text(d.digits.empty() ? 0 : d.point - 1, 2);
}

std::string without_exponent(const Decimal& d, int64_t precision) {
  std::string text;
  for (int64_t i = 0; i < d.point; ++i) text += digit_at(d, static_cast<std::size_t>(i));
  if (text.empty()) text = "0";
  if (precision <= 0) return text;
  text += '.';
  for (int64_t i = d.point; i < d.point + precision; ++i)
    text += i < 0 ? '0' : digit_at(d, static_cast<std::size_t>(i));
  return text;
}

std::string general(const Decimal& d, int64_t precision, bool shortest, char letter) {
  const auto count = static_cast<int64_t>(d.digits.size());
  int64_t limit = precision;
  if (limit > count && count >= d.point) limit = count;
  if (shortest) limit = 6;
  const int64_t exponent = d.point - 1;
  if (exponent < -4 || exponent >= limit) {
    if (precision > count) precision = count;
    return with_exponent(d, precision - 1, letter);
  }
  return without_exponent(d, std::max<int64_t>(count - d.point, 0));
}

std::string decimal_text(const Parts& p, char format, int64_t precision) {
  const bool shortest = precision < 0;
  const char lower = static_cast<char>(format | 0x20);
  Decimal d;
  if (shortest) {
    d = shortest_decimal(p);
    const auto count = static_cast<int64_t>(d.digits.size());
    precision = lower == 'e'   ? count - 1
                : lower == 'f' ? std::max<int64_t>(count - d.point, 0)
                               : count;
  } else {
    d = exact_decimal(p.mantissa, p.exponent);
    if (lower == 'g' && precision == 0) precision = 1;
    // 1100 digits hold any float64 exactly.
    const int64_t wanted = std::min<int64_t>(precision, 1100);
    round_to(d, lower == 'e' ? wanted + 1 : lower == 'f' ? d.point + wanted : wanted);
  }
  if (lower == 'e') return with_exponent(d, precision, format);
  if (lower == 'f') return without_exponent(d, precision);
  return general(d, precision, shortest, format == 'g' ? 'e' : 'E');
}

// 0x1.yyyyyyyyp±dd. (Go: fmtX.)
std::string hexadecimal(const Parts& p, char format, int64_t precision) {
  uint64_t mantissa = p.mantissa;
  int64_t exponent = 0;
  if (mantissa != 0) {
    const int shift = std::countl_zero(mantissa);
    mantissa <<= shift;  // 1 in the top bit
    exponent = p.exponent + 63 - shift;
  }
  // Four bits a digit below the top bit: 15 digits.
  mantissa >>= 3;
  constexpr int kDigits = 15;
  constexpr uint64_t kOne = uint64_t{1} << 60;
  if (precision >= 0 && precision < kDigits) {
    const auto drop = static_cast<int>((kDigits - precision) * 4);
    const uint64_t extra = mantissa & ((uint64_t{1} << drop) - 1);
    const uint64_t half = uint64_t{1} << (drop - 1);
    mantissa >>= drop;
    if (extra > half || (extra == half && (mantissa & 1) != 0)) ++mantissa;
    mantissa <<= drop;
    if ((mantissa & (kOne << 1)) != 0) {
      mantissa >>= 1;
      ++exponent;
    }
  }
  const std::string_view digits = format == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
  std::string text = {'0', format, mantissa >= kOne ? '1' : '0'};
  uint64_t rest = mantissa & (kOne - 1);
  if (precision != 0 && !(precision < 0 && rest == 0)) {
    text += '.';
    for (int64_t i = 0; precision < 0 ? rest != 0 : i < precision; ++i) {
      text += digits[static_cast<std::size_t>(rest >> 56)];
      rest = rest << 4 & (kOne - 1);
    }
  }
  return text + (format == 'X' ? 'P' : 'p') + exponent_text(exponent, 2);
}

}  // namespace

std::string format_float(double value, char format, int64_t precision, int bits) {
  if (bits == 32) value = static_cast<double>(static_cast<float>(value));
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value > 0 ? "+Inf" : "-Inf";
  const Parts p = take_apart(value, bits);
  const std::string sign = p.negative ? "-" : "";
  switch (format) {
    case 'b':
      return sign + std::to_string(p.mantissa) + "p" + exponent_text(p.exponent, 1);
    case 'x':
    case 'X':
      return sign + hexadecimal(p, format, precision);
    case 'e':
    case 'E':
    case 'f':
    case 'g':
    case 'G':
      return sign + decimal_text(p, format, precision);
    default:
      return std::string("%") + format;
  }
}

// ---- reading

namespace {

bool is_digit(char c, bool hex) {
  if (c >= '0' && c <= '9') return true;
  const char lower = static_cast<char>(c | 0x20);
  return hex && lower >= 'a' && lower <= 'f';
}

bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() && std::equal(text.begin(), text.end(), lower.begin(),
                                                   [](char a, char b) { return (a | 0x20) == b; });
}

// The text without sign and underscores, as strtod reads it; "" when it is no number.
std::string cleaned(std::string_view text) {
  const bool hex = text.size() >= 2 && text[0] == '0' && (text[1] | 0x20) == 'x';
  std::string clean(text.substr(0, hex ? 2 : 0));
  std::size_t i = clean.size();
  bool point = false, any = false;
  char last = hex ? '0' : '^';
  for (; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '_') {
      if (last != '0') return "";
      last = '_';
      continue;
    }
    if (last == '_' && !is_digit(c, hex)) return "";
    if (c == '.' && !point) {
      point = true;
      last = '.';
    } else if (is_digit(c, hex)) {
      any = true;
      last = '0';
    } else {
      break;
    }
    clean += c;
  }
  if (!any || last == '_') return "";
  const bool has_exponent = i < text.size() && (text[i] | 0x20) == (hex ? 'p' : 'e');
  if (!has_exponent) return i == text.size() && !hex ? clean : "";
  clean += text[i++];
  if (i < text.size() && (text[i] == '+' || text[i] == '-')) clean += text[i++];
  if (i >= text.size()) return "";
  last = '^';
  for (; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '_' ? last != '0' : !is_digit(c, false)) return "";
    last = c == '_' ? '_' : '0';
    if (c != '_') clean += c;
  }
  return last == '_' ? "" : clean;
}

}  // namespace

ParsedFloat parse_float(std::string_view text, int bits) {
  bool negative = false;
  std::string_view rest = text;
  if (!rest.empty() && (rest[0] == '+' || rest[0] == '-')) {
    negative = rest[0] == '-';
    rest.remove_prefix(1);
  }
  const double sign = negative ? -1 : 1;
  if (equals_ignoring_case(rest, "inf") || equals_ignoring_case(rest, "infinity"))
    return {sign * HUGE_VAL, FloatProblem::None};
  if (equals_ignoring_case(text, "nan")) return {std::nan(""), FloatProblem::None};
  const std::string clean = cleaned(rest);
  if (clean.empty()) return {0, FloatProblem::Syntax};
  const double value = bits == 32 ? static_cast<double>(std::strtof(clean.c_str(), nullptr))
                                  : std::strtod(clean.c_str(), nullptr);
  return {sign * value, std::isinf(value) ? FloatProblem::Range : FloatProblem::None};
}

}  // namespace gopark
