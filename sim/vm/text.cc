// Strings and UTF-8. (Go: utf8.go, string.go.)
#include "sim/vm/state.h"

namespace gopark {

namespace {

constexpr int32_t kReplacement = 0xFFFD;

// Bytes of the sequence that a lead byte opens, and the smallest value that needs so many; 0: not a
// lead byte.
struct Lead {
  uint32_t width = 0;
  int32_t bits = 0;
  int32_t least = 0;
};

Lead lead_of(unsigned char c) {
  if (c >= 0xC2 && c <= 0xDF) return {2, c & 0x1F, 0x80};
  if ((c & 0xF0) == 0xE0) return {3, c & 0x0F, 0x800};
  if (c >= 0xF0 && c <= 0xF4) return {4, c & 0x07, 0x10000};
  return {};
}

bool is_valid_rune(int64_t rune) {
  return rune >= 0 && rune <= 0x10FFFF && !(rune >= 0xD800 && rune <= 0xDFFF);
}

}  // namespace

Reference concat(State& s, Reference a, Reference b) {
  if (a == 0 || b == 0) return a == 0 ? b : a;
  const uint64_t length = string_bytes(s, a).size() + string_bytes(s, b).size();
  if (!make_room(s, length / 8 + 2)) return 0;
  std::string joined;
  joined.reserve(static_cast<std::size_t>(length));
  joined += string_bytes(s, a);
  joined += string_bytes(s, b);
  return new_string(s, joined);
}

Reference substring(State& s, Reference string, uint64_t low, uint64_t high) {
  const std::string_view bytes = string_bytes(s, string);
  if (low == 0 && high == bytes.size()) return string;
  return new_string(s, std::string(bytes.substr(static_cast<std::size_t>(low),
                                                static_cast<std::size_t>(high - low))));
}

std::string encode_rune(int64_t rune) {
  const auto r = static_cast<uint32_t>(is_valid_rune(rune) ? rune : kReplacement);
  const auto tail = [r](int shift) { return static_cast<char>(0x80 | (r >> shift & 0x3F)); };
  if (r < 0x80) return {static_cast<char>(r)};
  if (r < 0x800) return {static_cast<char>(0xC0 | r >> 6), tail(0)};
  if (r < 0x10000) return {static_cast<char>(0xE0 | r >> 12), tail(6), tail(0)};
  return {static_cast<char>(0xF0 | r >> 18), tail(12), tail(6), tail(0)};
}

Rune decode_rune(std::string_view bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  if (byte(0) < 0x80) return {byte(0), 1};
  const Lead lead = lead_of(byte(0));
  if (lead.width == 0 || bytes.size() < lead.width) return {kReplacement, 1};
  int32_t value = lead.bits;
  for (uint32_t i = 1; i < lead.width; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {kReplacement, 1};
    value = value << 6 | (byte(i) & 0x3F);
  }
  if (value < lead.least || !is_valid_rune(value)) return {kReplacement, 1};
  return {value, lead.width};
}

}  // namespace gopark
