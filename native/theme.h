// The three themes: colours, and the sizes that everything is measured in.
//
// A state of a goroutine is a shape and a word first, a colour second (Okabe-Ito). Each state has a
// `fill` for areas and an `ink` for text: ink has a contrast of at least 4.5:1 on every background
// of its theme, which a test computes.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <imgui.h>

namespace gopark {

enum class ThemeKind : uint8_t { Dark, Light, Contrast };
std::string_view to_string(ThemeKind kind);  // "dark", "light", "contrast"
std::optional<ThemeKind> parse_theme(std::string_view text);

enum class Shade : uint8_t { Running, Runnable, Waiting, Sleeping, Leaked, Finished };
inline constexpr std::size_t kShades = 6;
// The word that stands beside the shape: "running", "runnable", "waiting"...
std::string_view to_string(Shade shade);

struct Theme {
  ImU32 background = 0;  // behind everything
  ImU32 panel = 0;       // of a panel
  ImU32 raised = 0;      // buttons, the selected line
  ImU32 outline = 0;
  ImU32 text = 0;
  ImU32 dim = 0;     // text that is not new in this step
  ImU32 accent = 0;  // what changed, what is selected; text of links
  ImU32 on_accent = 0;
  ImU32 changed = 0;  // behind changed tokens of a twin
  ImU32 keyword = 0, string = 0, comment = 0, number = 0, type = 0, function = 0;
  std::array<ImU32, kShades> fill{};
  std::array<ImU32, kShades> ink{};
};

const Theme& theme_of(ThemeKind kind);

// Every pair of text and background that the panels draw.
struct ColorPair {
  const char* name = "";
  ImU32 text = 0;
  ImU32 background = 0;
};
std::vector<ColorPair> text_pairs(const Theme& theme);
// Contrast ratio of WCAG 2, from 1 to 21.
double contrast(ImU32 a, ImU32 b);

// Sets ImGui's style: our colours and our spacing, at this scale.
void apply_theme(const Theme& theme, float scale);

}  // namespace gopark
