// JsonWriter: JSON text, written from front to back. Keys in the order in which they are written.
//
//     JsonWriter json;
//     json.begin_object();
//     json.field("step", uint64_t{3});
//     json.key("lines"); json.begin_array(); json.number(7); json.end_array();
//     json.end_object();
//     json.text();
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace gopark {

class JsonWriter {
 public:
  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  void key(std::string_view name) {
    string(name);
    text_ += ':';
    needs_comma_ = false;
  }

  // Bytes that are not UTF-8 are kept: who decodes the text replaces them.
  void string(std::string_view value) {
    separate();
    text_ += '"';
    for (const char c : value) append_escaped(c);
    text_ += '"';
    needs_comma_ = true;
  }
  void boolean(bool value) { word(value ? "true" : "false"); }
  template <std::integral T>
  void number(T value) {
    word(std::to_string(value));
  }

  void field(std::string_view name, std::string_view value) { key(name), string(value); }
  void field(std::string_view name, const char* value) { key(name), string(value); }
  template <std::integral T>
  void field(std::string_view name, T value) {
    key(name);
    if constexpr (std::same_as<T, bool>) {
      boolean(value);
    } else {
      number(value);
    }
  }

  const std::string& text() const { return text_; }

 private:
  void separate() {
    if (needs_comma_) text_ += ',';
  }
  void open(char bracket) {
    separate();
    text_ += bracket;
    needs_comma_ = false;
  }
  void close(char bracket) {
    text_ += bracket;
    needs_comma_ = true;
  }
  void word(std::string_view value) {
    separate();
    text_ += value;
    needs_comma_ = true;
  }
  void append_escaped(char c) {
    static constexpr char kHex[] = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      text_ += '\\';
      text_ += c;
    } else if (byte < 0x20) {
      text_ += "\\u00";
      text_ += kHex[byte >> 4];
      text_ += kHex[byte & 15];
    } else {
      text_ += c;
    }
  }

  std::string text_;
  bool needs_comma_ = false;
};

}  // namespace gopark
