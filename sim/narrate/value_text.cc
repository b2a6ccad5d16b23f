#include "sim/narrate/value_text.h"

#include <bit>
#include <cmath>
#include <functional>

namespace gopark {

namespace {

constexpr int kMaxDepth = 3;
constexpr std::size_t kMaxElements = 8;
constexpr std::string_view kCut = "…";

// Where the words of a value are read: the run's memory, or a copy.
struct Words {
  const Word* first = nullptr;
  Word operator[](uint32_t i) const { return first[i]; }
  Words from(uint32_t offset) const { return Words{first + offset}; }
};

class ValuePrinter {
 public:
  explicit ValuePrinter(const World& world) : world_(world) {}

  std::string print(TypeId id, Words words, int depth) const {
    const TypeDescription& type = type_of(world_.program(), id);
    switch (type.kind) {
      case Kind::Bool:
        return words[0] != 0 ? "true" : "false";
      case Kind::Int:
      case Kind::Int8:
      case Kind::Int16:
      case Kind::Int32:
      case Kind::Int64:
        return integer(type, static_cast<int64_t>(words[0]));
      case Kind::Uint:
      case Kind::Uint8:
      case Kind::Uint16:
      case Kind::Uint32:
      case Kind::Uint64:
      case Kind::Uintptr:
        return std::to_string(words[0]);
      case Kind::Float32:
      case Kind::Float64:
        return floating(std::bit_cast<double>(words[0]));
      case Kind::String:
        return string(words[0]);
      case Kind::Pointer:
        return pointer(type, words[0], depth);
      case Kind::Slice:
        return slice(type, words, depth);
      case Kind::Array:
        return array(type, words, depth);
      case Kind::Map:
        return map(id, words[0], depth);
      case Kind::Chan:
        return words[0] == 0 ? "nil" : "a channel";
      case Kind::Struct:
        return structure(type, words, depth);
      case Kind::Func:
        return function(words[0]);
      case Kind::Interface:
        return interface(words[0], depth);
    }
    return type.name;
  }

 private:
  std::string view(ValueView value, int depth) const {
    return print(value.type, Words{world_.memory().data() + value.address}, depth);
  }

  static std::string integer(const TypeDescription& type, int64_t value) {
    if (type.named && type.name == "time.Duration") return duration_text(value);
    return std::to_string(value);
  }

  // Up to six digits, without zeros at the end.
  static std::string floating(double value) {
    if (std::isnan(value)) return "NaN";
    if (std::isinf(value)) return value > 0 ? "+Inf" : "-Inf";
    std::string text = std::to_string(value);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text;
  }

  std::string string(Word word) const {
    const auto bytes = string_at(world_, word);
    return bytes ? quoted(*bytes) : "(gone)";
  }

  std::string pointer(const TypeDescription& type, Word word, int depth) const {
    if (word == 0) return "nil";
    const auto target = pointed_value(world_, word, type.element);
    const Kind kind = type_of(world_.program(), type.element).kind;
    if (!target || depth > 0 || kind != Kind::Struct) return "a " + type.name;
    return "&" + view(*target, depth + 1);
  }

  std::string list(std::size_t count, uint64_t all,
                   const std::function<std::string(std::size_t)>& at, std::string_view open,
                   std::string_view close) const {
    std::string text(open);
    for (std::size_t i = 0; i < count && text.size() < kMaxValueText; ++i) {
      if (i > 0) text += ' ';
      text += at(i);
    }
    if (all > count || text.size() >= kMaxValueText) text += kCut;
    return text.append(close);
  }

  std::string slice(const TypeDescription& type, Words words, int depth) const {
    if (depth >= kMaxDepth) return "[…]";
    const auto elements = slice_elements(world_, words[0], words[1], type.element, kMaxElements);
    const auto at = [&](std::size_t i) { return view(elements[i], depth + 1); };
    return list(elements.size(), words[1] & 0xffffffff, at, "[", "]");
  }

  std::string array(const TypeDescription& type, Words words, int depth) const {
    if (depth >= kMaxDepth) return "[…]";
    const uint32_t width = type_of(world_.program(), type.element).words;
    const std::size_t count =
        static_cast<std::size_t>(std::min<uint64_t>(type.length, kMaxElements));
    const auto at = [&](std::size_t i) {
      return print(type.element, words.from(static_cast<uint32_t>(i) * width), depth + 1);
    };
    return list(count, type.length, at, "[", "]");
  }

  std::string map(TypeId id, Word word, int depth) const {
    const auto size = map_size(world_, word);
    if (!size) return "(gone)";
    if (depth >= kMaxDepth) return "map[…]";
    const auto entries = map_entries(world_, word, id, kMaxElements);
    const auto at = [&](std::size_t i) {
      return view(entries[i].key, depth + 1) + ":" + view(entries[i].value, depth + 1);
    };
    return list(entries.size(), *size, at, "map[", "]");
  }

  std::string structure(const TypeDescription& type, Words words, int depth) const {
    if (type.named && type.name == "time.Time") return "a time";
    if (depth >= kMaxDepth) return "{…}";
    const auto at = [&](std::size_t i) {
      return print(type.fields[i].type, words.from(type.fields[i].offset), depth + 1);
    };
    return list(type.fields.size(), type.fields.size(), at, "{", "}");
  }

  std::string function(Word word) const {
    if (word == 0) return "nil";
    const auto id = called_function(world_, word);
    return id ? "func " + function_of(world_.program(), *id).name : "a function";
  }

  std::string interface(Word word, int depth) const {
    if (word == 0) return "nil";
    const auto value = boxed_value(world_, word);
    if (!value) return "(gone)";
    if (const std::string text = error_message(*value); !text.empty()) return text;
    return view(*value, depth);
  }

  // Of an error that is a pointer to a struct with its message in front, as errors.New and
  // fmt.Errorf make them: the message. Methods cannot be called here.
  std::string error_message(ValueView value) const {
    const TypeDescription& type = type_of(world_.program(), value.type);
    if (type.kind != Kind::Pointer || !has_error_method(type)) return "";
    const TypeDescription& target = type_of(world_.program(), type.element);
    if (target.kind != Kind::Struct || target.fields.empty()) return "";
    const FieldDescription& first = target.fields.front();
    if (type_of(world_.program(), first.type).kind != Kind::String) return "";
    const Word pointer = world_.memory().load(value.address);
    const auto message = pointed_value(world_, pointer, first.type);
    return message ? view(*message, 0) : "";
  }

  bool has_error_method(const TypeDescription& type) const {
    for (const MethodEntry& entry : type.methods) {
      if (entry.method == world_.program().error_method) return true;
    }
    return false;
  }

  const World& world_;
};

// Cuts after a whole character at or before `limit`.
std::string cut(std::string text, std::size_t limit) {
  if (text.size() <= limit) return text;
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xc0) == 0x80) --limit;
  text.resize(limit);
  return text.append(kCut);
}

std::string escaped(char c) {
  switch (c) {
    case '\n':
      return "\\n";
    case '\t':
      return "\\t";
    case '\r':
      return "\\r";
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    default:
      break;
  }
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= 0x20 && byte != 0x7f) return std::string(1, c);
  constexpr std::string_view kDigits = "0123456789abcdef";
  return {'\\', 'x', kDigits[byte >> 4], kDigits[byte & 15]};
}

}  // namespace

std::string value_text(const World& world, ValueView value) {
  const Words words{world.memory().data() + value.address};
  return cut(ValuePrinter(world).print(value.type, words, 0), 2 * kMaxValueText);
}

std::string value_text(const World& world, TypeId type, const std::vector<Word>& words) {
  return cut(ValuePrinter(world).print(type, Words{words.data()}, 0), 2 * kMaxValueText);
}

std::string value_text(const World& world, const MovedValue& value) {
  const TypeDescription& type = type_of(world.program(), value.type);
  if (type.words > value.words.size()) return "a " + type.name;
  return cut(ValuePrinter(world).print(value.type, Words{value.words.data()}, 0),
             2 * kMaxValueText);
}

namespace {

// value / 10^digits with its fraction, without zeros at the end.
std::string decimal(uint64_t value, uint32_t digits) {
  uint64_t unit = 1;
  for (uint32_t i = 0; i < digits; ++i) unit *= 10;
  std::string text = std::to_string(value / unit);
  std::string fraction = std::to_string(unit + value % unit).substr(1);
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  return fraction.empty() ? text : text + "." + fraction;
}

}  // namespace

// (Go: time.Duration.String.)
std::string duration_text(int64_t nanoseconds) {
  if (nanoseconds == 0) return "0s";
  const bool negative = nanoseconds < 0;
  const uint64_t left = negative ? uint64_t{0} - static_cast<uint64_t>(nanoseconds)
                                 : static_cast<uint64_t>(nanoseconds);
  constexpr uint64_t kSecond = 1'000'000'000, kMinute = 60 * kSecond, kHour = 60 * kMinute;
  std::string text = negative ? "-" : "";
  if (left < 1'000) return text + std::to_string(left) + "ns";
  if (left < 1'000'000) return text + decimal(left, 3) + "µs";
  if (left < kSecond) return text + decimal(left, 6) + "ms";
  if (left >= kHour) text += std::to_string(left / kHour) + "h";
  if (left >= kMinute) text += std::to_string(left % kHour / kMinute) + "m";
  return text + decimal(left % kMinute, 9) + "s";
}

std::string quoted(std::string_view bytes, std::size_t limit) {
  const bool is_long = bytes.size() > limit;
  std::size_t end = is_long ? limit : bytes.size();
  while (is_long && end > 0 && (static_cast<unsigned char>(bytes[end]) & 0xc0) == 0x80) --end;
  std::string text = "\"";
  for (const char c : bytes.substr(0, end)) text += escaped(c);
  if (is_long) text += kCut;
  return text + "\"";
}

}  // namespace gopark
