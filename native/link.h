// Links: everything that names a view, in the text form of the page (web/page/links.js).
//
//     #lesson=timeout&variant=fixed&step=12&schedule=g1:1/2&code=1.<program>
//
// Version 1 of `code`: the program in UTF-8, deflate-raw, base64url. A link is untrusted text: all
// of it is bounded here.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "sim/base/result.h"

namespace gopark {

inline constexpr std::size_t kMaxLinkBytes = 2'000'000;
inline constexpr std::size_t kMaxLinkProgram = 100'000;  // bytes, unpacked

struct Link {
  std::string lesson;   // "playground": only a program
  std::string variant;  // "leaky", "fixed"; "": both
  std::optional<uint64_t> step;
  std::string schedule;             // "": Go's own order
  std::optional<std::string> code;  // of the variant
};

// Deflate-raw; a Host has them.
using Pack = std::function<Result<std::string>(const std::string&)>;

// Whether a text means a link: it has a '#', and after it a lesson.
bool is_link(std::string_view text);
// Of the text from its '#' on. An error is a sentence; what a newer page may have added is passed
// over.
Result<Link> parse_link(std::string_view text, const Pack& inflate);
// With its '#'.
Result<std::string> format_link(const Link& link, const Pack& deflate);

}  // namespace gopark
