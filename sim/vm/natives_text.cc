#include "sim/vm/natives_text.h"

#include <bit>

#include "sim/vm/float_text.h"
#include "sim/vm/unicode.h"

namespace gopark::natives {

using namespace layout;

namespace {

// A position as Go gives it: -1 for none.
NativeDid answer_place(NativeCall& c, std::size_t place) {
  return answer(c, place == std::string_view::npos ? ~Word{0} : place);
}

// Calls visit(rune, its bytes) for each rune; an invalid byte is U+FFFD of one byte.
template <typename F>
void for_each_rune(std::string_view text, F&& visit) {
  while (!text.empty()) {
    const Rune rune = decode_rune(text);
    visit(rune.value, text.substr(0, rune.width));
    text.remove_prefix(rune.width);
  }
}

bool room_for_text(NativeCall& c, uint64_t bytes) {
  return make_room(c.s, bytes / sizeof(Word) + 2);
}

std::string hexadecimal(uint32_t value, std::size_t width) {
  std::string text(width, '0');
  for (std::size_t i = width; i-- > 0; value >>= 4) text[i] = "0123456789abcdef"[value & 15];
  return text;
}

}  // namespace

// ---- strconv

// formatDigits(u uint64, base int) string. REQUIRES: 2 <= base <= 36; package strconv looks.
NativeDid strconv_format_digits(NativeCall& c) {
  uint64_t rest = c.argument(0);
  const uint64_t base = c.argument(1);
  std::string digits;
  do {
    digits.insert(digits.begin(), "0123456789abcdefghijklmnopqrstuvwxyz"[rest % base]);
    rest /= base;
  } while (rest != 0);
  return answer_text(c, digits);
}

// formatFloat(f float64, fmt byte, prec, bitSize int) string
NativeDid strconv_format_float(NativeCall& c) {
  const int64_t precision = c.integer(2);
  if (precision > 0 && !room_for_text(c, static_cast<uint64_t>(precision))) return NativeDid::Ended;
  return answer_text(
      c, format_float(std::bit_cast<double>(c.argument(0)), static_cast<char>(c.argument(1)),
                      precision, static_cast<int>(c.integer(3))));
}

// parseFloat(s string, bitSize int) (f float64, problem int)
NativeDid strconv_parse_float(NativeCall& c) {
  const ParsedFloat parsed = parse_float(c.string(0), c.integer(1) == 32 ? 32 : 64);
  c.result(0, std::bit_cast<Word>(parsed.value));
  c.result(1, static_cast<Word>(parsed.problem));
  return NativeDid::Done;
}

namespace {

// (Go: strconv.appendEscapedRune.)
std::string escaped(int32_t rune) {
  switch (rune) {
    case '\a':
      return "\\a";
    case '\b':
      return "\\b";
    case '\f':
      return "\\f";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    case '\v':
      return "\\v";
    default:
      break;
  }
  const auto r = static_cast<uint32_t>(rune);
  if (r < ' ' || r == 0x7f) return "\\x" + hexadecimal(r, 2);
  return r < 0x10000 ? "\\u" + hexadecimal(r, 4) : "\\U" + hexadecimal(r, 8);
}

}  // namespace

// quoted(s string, quote byte, ascii, graphic bool) string
NativeDid strconv_quoted(NativeCall& c) {
  const auto quote = static_cast<char>(c.argument(1));
  const bool ascii = c.argument(2) != 0, graphic = c.argument(3) != 0;
  std::string text(1, quote);
  for_each_rune(c.string(0), [&](int32_t rune, std::string_view bytes) {
    if (bytes.size() == 1 && rune == 0xFFFD) {
      text += "\\x" + hexadecimal(static_cast<unsigned char>(bytes[0]), 2);
    } else if (rune == quote || rune == '\\') {
      text += '\\';
      text += bytes;
    } else if ((rune < 0x80 || !ascii) && (is_print(rune) || (graphic && is_graphic(rune)))) {
      text += bytes;
    } else {
      text += escaped(rune);
    }
  });
  return answer_text(c, text + quote);
}

NativeDid strconv_is_print(NativeCall& c) {
  return answer(c, is_print(c.integer(0)) ? 1 : 0);
}

NativeDid strconv_is_graphic(NativeCall& c) {
  return answer(c, is_graphic(c.integer(0)) ? 1 : 0);
}

// ---- utf8

NativeDid utf8_rune_count(NativeCall& c) {
  Word count = 0;
  for_each_rune(c.string(0), [&](int32_t, std::string_view) { ++count; });
  return answer(c, count);
}

NativeDid utf8_valid(NativeCall& c) {
  bool valid = true;
  for_each_rune(c.string(0), [&](int32_t rune, std::string_view bytes) {
    valid = valid && (rune != 0xFFFD || bytes.size() > 1);
  });
  return answer(c, valid ? 1 : 0);
}

// ---- unicode

NativeDid unicode_class_of(NativeCall& c) {
  return answer(c, static_cast<Word>(class_of_rune(c.integer(0))));
}

// toCase(to int, r rune) rune
NativeDid unicode_to_case(NativeCall& c) {
  return answer(c, static_cast<Word>(to_case(c.integer(1), static_cast<RuneCase>(c.argument(0)))));
}

NativeDid unicode_simple_fold(NativeCall& c) {
  return answer(c, static_cast<Word>(simple_fold(c.integer(0))));
}

// ---- strings

// Index(s, substr string) int
NativeDid strings_index(NativeCall& c) {
  return answer_place(c, c.string(0).find(c.string(1)));
}

NativeDid strings_last_index(NativeCall& c) {
  return answer_place(c, c.string(0).rfind(c.string(1)));
}

NativeDid strings_index_byte(NativeCall& c) {
  return answer_place(c, c.string(0).find(static_cast<char>(c.argument(1))));
}

// IndexByte(b []byte, c byte) int
NativeDid bytes_index_byte(NativeCall& c) {
  const Address first = c.argument(0) == 0 ? 0 : NativeCall::word_of(c.argument(0));
  const uint32_t length = low(c.argument(1));
  for (uint32_t i = 0; i < length; ++i)
    if (c.s.get(first + i) == c.argument(2)) return answer(c, i);
  return answer_place(c, std::string_view::npos);
}

// Count(s, substr string) int
NativeDid strings_count(NativeCall& c) {
  const std::string_view text = c.string(0), part = c.string(1);
  if (part.empty()) {
    utf8_rune_count(c);
    return answer(c, c.argument(0) + 1);
  }
  Word count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + part.size()))
    ++count;
  return answer(c, count);
}

// repeat(s string, count int) string. REQUIRES: the length of the result is an int.
NativeDid strings_repeat(NativeCall& c) {
  const uint64_t count = c.argument(1), bytes = c.string(0).size() * count;
  if (!room_for_text(c, bytes)) return NativeDid::Ended;
  std::string text;
  text.reserve(static_cast<std::size_t>(bytes));
  for (uint64_t i = 0; i < count && !c.string(0).empty(); ++i) text += c.string(0);
  return answer_text(c, text);
}

// replace(s, old, new string, n int) string. REQUIRES: old is not empty.
NativeDid strings_replace(NativeCall& c) {
  const std::string_view text = c.string(0), old = c.string(1), fresh = c.string(2);
  std::string replaced;
  std::size_t done = 0;
  for (int64_t left = c.integer(3); left != 0; --left) {
    const std::size_t at = text.find(old, done);
    if (at == std::string_view::npos) break;
    replaced += text.substr(done, at - done);
    replaced += fresh;
    done = at + old.size();
    if (!room_for_text(c, replaced.size() + text.size())) return NativeDid::Ended;
  }
  if (done == 0 && replaced.empty()) return answer(c, c.argument(0));
  replaced += text.substr(done);
  return answer_text(c, replaced);
}

// mapCase(s string, to int) string
NativeDid strings_map_case(NativeCall& c) {
  const auto to = static_cast<RuneCase>(c.argument(1));
  std::string text;
  for_each_rune(c.string(0),
                [&](int32_t rune, std::string_view) { text += encode_rune(to_case(rune, to)); });
  return answer_text(c, text);
}

namespace {

bool equal_but_for_case(int32_t a, int32_t b) {
  for (int64_t rune = simple_fold(a); a != b && rune != a; rune = simple_fold(rune))
    if (rune == b) return true;
  return a == b;
}

}  // namespace

// EqualFold(s, t string) bool
NativeDid strings_equal_fold(NativeCall& c) {
  std::string_view a = c.string(0), b = c.string(1);
  while (!a.empty() && !b.empty()) {
    const Rune x = decode_rune(a), y = decode_rune(b);
    if (!equal_but_for_case(x.value, y.value)) return answer(c, 0);
    a.remove_prefix(x.width);
    b.remove_prefix(y.width);
  }
  return answer(c, a.empty() && b.empty() ? 1 : 0);
}

}  // namespace gopark::natives
