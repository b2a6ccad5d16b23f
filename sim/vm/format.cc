#include "sim/vm/format.h"

#include <bit>
#include <cmath>

namespace gopark {

namespace {

bool is_signed(Kind kind) {
  return kind >= Kind::Int && kind <= Kind::Int64;
}
bool is_unsigned(Kind kind) {
  return kind >= Kind::Uint && kind <= Kind::Uintptr;
}

std::string hex(Word w) {
  std::string digits;
  do {
    digits.insert(digits.begin(), "0123456789abcdef"[w % 16]);
    w /= 16;
  } while (w != 0);
  return "0x" + digits;
}

std::string quote(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

// The text of a value of a basic kind; "" for other kinds.
std::string basic_text(const State& s, Kind kind, Word w) {
  if (kind == Kind::Bool) return w != 0 ? "true" : "false";
  if (is_signed(kind)) return std::to_string(static_cast<int64_t>(w));
  if (is_unsigned(kind)) return std::to_string(w);
  if (kind == Kind::Float32 || kind == Kind::Float64)
    return format_print_float(std::bit_cast<double>(w));
  if (kind == Kind::String) return std::string(string_bytes(s, w));
  return "";
}

// An address of the simulator as one of Go's heap.
std::string address_text(Reference r) {
  return r == 0 ? "0x0" : hex(0xc000000000 + (base_of(r) + layout::high(r)) * sizeof(Word));
}

}  // namespace

std::string format_print_float(double d) {
  if (std::isnan(d)) return "NaN";
  if (std::isinf(d)) return d > 0 ? "+Inf" : "-Inf";
  std::string text = std::signbit(d) ? "-" : "+";
  double value = std::fabs(d);
  int exponent = 0;
  // (Go: printfloat: seven digits, rounded by hand.)
  if (value != 0) {
    while (value >= 10) value /= 10, ++exponent;
    while (value < 1) value *= 10, --exponent;
    double half = 5;
    for (int i = 0; i < 7; ++i) half /= 10;
    value += half;
    if (value >= 10) value /= 10, ++exponent;
  }
  for (int i = 0; i < 7; ++i) {
    const int digit = static_cast<int>(value);
    text += static_cast<char>('0' + digit);
    if (i == 0) text += '.';
    value = (value - digit) * 10;
  }
  text += exponent < 0 ? "e-" : "e+";
  const std::string digits = std::to_string(exponent < 0 ? -exponent : exponent);
  return text + std::string(digits.size() < 3 ? 3 - digits.size() : 0, '0') + digits;
}

std::string format_panic_value(const State& s, Reference interface) {
  if (interface == 0) return "nil";
  const TypeDescription& type =
      type_of(*s.program, TypeId{layout::aux_of(s.get(base_of(interface)))});
  const Word w = type.words == 0 ? 0 : s.get(layout::word_of(interface));
  const std::string text = basic_text(s, type.kind, w);
  if (text.empty() && type.kind != Kind::String)
    return "(" + type.name + ") " + hex(0xc000000000 + base_of(interface) * sizeof(Word));
  if (type.package.empty()) return text;  // a predeclared type
  return type.name + "(" + (type.kind == Kind::String ? quote(text) : text) + ")";
}

std::string format_printed(const State& s, Reference boxed) {
  const TypeDescription& type = type_of(*s.program, TypeId{layout::aux_of(s.get(base_of(boxed)))});
  const Address words = layout::word_of(boxed);
  const Word w = type.words == 0 ? 0 : s.get(words);
  if (type.kind == Kind::Slice) {
    const Word length = s.get(words + 1);
    return "[" + std::to_string(layout::low(length)) + "/" + std::to_string(layout::high(length)) +
           "]" + address_text(w);
  }
  if (type.kind == Kind::Struct)  // an interface; see lang/std/runtime
    return w == 0 ? "(0x0,0x0)"
                  : "(" + hex(layout::aux_of(s.get(base_of(w)))) + "," + address_text(w) + ")";
  const std::string text = basic_text(s, type.kind, w);
  return text.empty() && type.kind != Kind::String ? address_text(w) : text;
}

}  // namespace gopark
