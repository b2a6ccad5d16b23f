// Numbers and texts as bytes, and back. A number has 7 bits in each byte, the low ones first
// (LEB128); a text and a list have their size before them.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace gopark {

template <typename T>
concept Number = std::integral<T> || std::is_enum_v<T>;

class ByteWriter {
 public:
  template <Number T>
  void put(T value) {
    auto rest = static_cast<uint64_t>(value);
    for (; rest >= 0x80; rest >>= 7) bytes_.push_back(static_cast<char>(rest | 0x80));
    bytes_.push_back(static_cast<char>(rest));
  }
  void put(std::string_view text) {
    put(text.size());
    bytes_ += text;
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Takes any bytes. Once something was wrong, all further numbers are 0 and all texts empty.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  // Everything was right, and nothing is left.
  bool at_end() const { return ok_ && rest_.empty(); }
  bool ok() const { return ok_; }

  // A number that T does not hold is wrong.
  template <Number T>
  T number() {
    uint64_t number = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) break;
      const auto byte = static_cast<uint8_t>(rest_.front());
      rest_.remove_prefix(1);
      number |= uint64_t{byte & 0x7fu} << shift;
      if (byte >= 0x80) continue;
      const T value = static_cast<T>(number);
      if (static_cast<uint64_t>(value) == number) return value;
      break;
    }
    fail();
    return T{};
  }
  // Part of the bytes that were given.
  std::string_view text() {
    const std::size_t size = count();
    const std::string_view text = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return text;
  }
  // How many entries follow: no more than there are bytes, as each takes one at least.
  std::size_t count() {
    const auto size = number<std::size_t>();
    if (size <= rest_.size()) return size;
    fail();
    return 0;
  }

 private:
  void fail() {
    ok_ = false;
    rest_ = {};
  }

  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace gopark
