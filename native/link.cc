#include "native/link.h"

#include <algorithm>

namespace gopark {

namespace {

constexpr std::string_view kDigits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string to_base64url(std::string_view bytes) {
  std::string out;
  uint32_t bits = 0;
  int count = 0;
  for (const char c : bytes) {
    bits = bits << 8 | static_cast<unsigned char>(c);
    for (count += 8; count >= 6; count -= 6) out.push_back(kDigits[bits >> (count - 6) & 63]);
  }
  if (count > 0) out.push_back(kDigits[bits << (6 - count) & 63]);
  return out;
}

std::optional<std::string> from_base64url(std::string_view text) {
  std::string out;
  uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    bits = bits << 6 | static_cast<uint32_t>(digit);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out.push_back(static_cast<char>(bits >> count & 255));
  }
  return out;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// "%2F" and "+", as forms write them.
std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 &&
                        hex_digit(text[i + 2]) >= 0;
    if (escape) {
      out.push_back(static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2])));
      i += 2;
    } else {
      out.push_back(text[i] == '+' ? ' ' : text[i]);
    }
  }
  return out;
}

// Everything but letters, digits and "/:,;*.-_" as "%2F".
std::string encoded(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  constexpr std::string_view kPlain = "/:,;*.-_";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || kPlain.find(c) != std::string_view::npos)
      out.push_back(c);
    else
      out.append({'%', kHex[byte >> 4], kHex[byte & 15]});
  }
  return out;
}

// At most nine digits.
std::optional<uint64_t> whole_number(const std::string& text) {
  const bool digits =
      !text.empty() && text.size() <= 9 &&
      std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits ? std::optional<uint64_t>(std::stoull(text)) : std::nullopt;
}

Result<std::string> program_of(std::string_view code, const Pack& inflate) {
  const Error damaged{"the program in this link is damaged or too long"};
  if (code.substr(0, 2) != "1.") return damaged;
  const std::optional<std::string> packed = from_base64url(code.substr(2));
  if (!packed) return damaged;
  Result<std::string> text = inflate(*packed);
  if (!text.ok()) return damaged;
  return text;
}

}  // namespace

bool is_link(std::string_view text) {
  const std::size_t hash = text.find('#');
  return hash != std::string_view::npos &&
         text.substr(hash).find("lesson=") != std::string_view::npos;
}

Result<Link> parse_link(std::string_view text, const Pack& inflate) {
  if (text.size() > kMaxLinkBytes) return Error{"this link is too long to be read"};
  text.remove_prefix(std::min(text.find('#'), text.size() - 1) + 1);
  Link link;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    const std::size_t equals = std::min(part.find('='), part.size());
    const std::string_view name = part.substr(0, equals);
    const std::string value = decoded(part.substr(std::min(equals + 1, part.size())));
    if (name == "lesson") link.lesson = value;
    if (name == "variant" && (value == "leaky" || value == "fixed")) link.variant = value;
    if (name == "step") link.step = whole_number(value);
    if (name == "schedule") link.schedule = value.substr(0, 20'000);
    if (name != "code") continue;
    Result<std::string> program = program_of(value, inflate);
    if (!program.ok()) return Error{program.error()};
    link.code = std::move(program.value());
  }
  if (link.lesson.empty()) return Error{"this link names no lesson"};
  return link;
}

Result<std::string> format_link(const Link& link, const Pack& deflate) {
  std::string out = "#lesson=" + encoded(link.lesson);
  if (!link.variant.empty()) out += "&variant=" + link.variant;
  if (link.step) out += "&step=" + std::to_string(*link.step);
  if (!link.schedule.empty()) out += "&schedule=" + encoded(link.schedule);
  if (!link.code) return out;
  if (link.code->size() > kMaxLinkProgram)
    return Error{"the program is too long for a link: 100,000 bytes are the most"};
  const Result<std::string> packed = deflate(*link.code);
  if (!packed.ok()) return Error{packed.error()};
  return out + "&code=1." + to_base64url(packed.value());
}

}  // namespace gopark
