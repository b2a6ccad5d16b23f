#include "native/theme.h"

#include <algorithm>
#include <cmath>

namespace gopark {

namespace {

// 0xRRGGBB as ImGui packs it.
constexpr ImU32 rgb(uint32_t hex) {
  return 0xff000000u | (hex & 0xff) << 16 | (hex & 0xff00) | hex >> 16;
}

constexpr Theme make_dark() {
  Theme t;
  t.background = rgb(0x0F1319);
  t.panel = rgb(0x171D26);
  t.raised = rgb(0x263140);
  t.outline = rgb(0x37465A);
  t.text = rgb(0xEEF2F7);
  t.dim = rgb(0xA3B1C2);
  t.accent = rgb(0xF0E442);
  t.on_accent = rgb(0x14181F);
  t.changed = rgb(0x14493C);
  t.keyword = rgb(0xD9A3C6);
  t.string = rgb(0x9BD9A8);
  t.comment = rgb(0xA3B1C2);
  t.number = rgb(0xF2B866);
  t.type = rgb(0x7FC8F2);
  t.function = rgb(0xE6E08A);
  t.fill = {rgb(0x0072B2), rgb(0x8793A1), rgb(0xE69F00),
            rgb(0x56B4E9), rgb(0xD55E00), rgb(0x009E73)};
  t.ink = {rgb(0x74BDF2), rgb(0xC3CCD6), rgb(0xF2B23A),
           rgb(0x7FC8F2), rgb(0xFF9B5E), rgb(0x52CFA6)};
  return t;
}

constexpr Theme make_light() {
  Theme t;
  t.background = rgb(0xE9EDF2);
  t.panel = rgb(0xFFFFFF);
  t.raised = rgb(0xDFE6EE);
  t.outline = rgb(0xB4BFCC);
  t.text = rgb(0x14181F);
  t.dim = rgb(0x4A5563);
  t.accent = rgb(0x00527F);
  t.on_accent = rgb(0xFFFFFF);
  t.changed = rgb(0xC6EBDD);
  t.keyword = rgb(0x7A2F62);
  t.string = rgb(0x1E5B2E);
  t.comment = rgb(0x4A5563);
  t.number = rgb(0x7A4300);
  t.type = rgb(0x00527F);
  t.function = rgb(0x5A4A00);
  t.fill = {rgb(0x0072B2), rgb(0x8793A1), rgb(0xE69F00),
            rgb(0x56B4E9), rgb(0xD55E00), rgb(0x009E73)};
  t.ink = {rgb(0x00568A), rgb(0x4A5563), rgb(0x7A4F00),
           rgb(0x0A567F), rgb(0x953F00), rgb(0x00573F)};
  return t;
}

constexpr Theme make_contrast() {
  Theme t;
  t.background = rgb(0x000000);
  t.panel = rgb(0x000000);
  t.raised = rgb(0x1E1E1E);
  t.outline = rgb(0xFFFFFF);
  t.text = rgb(0xFFFFFF);
  t.dim = rgb(0xD0D0D0);
  t.accent = rgb(0xFFEE33);
  t.on_accent = rgb(0x000000);
  t.changed = rgb(0x004D38);
  t.keyword = rgb(0xFFC2E5);
  t.string = rgb(0xA8F0B8);
  t.comment = rgb(0xD0D0D0);
  t.number = rgb(0xFFC870);
  t.type = rgb(0x9AD9FF);
  t.function = rgb(0xFFF59B);
  t.fill = {rgb(0x2E9BE0), rgb(0xB0B8C0), rgb(0xFFB000),
            rgb(0x7CCBFF), rgb(0xFF7A1F), rgb(0x14C795)};
  t.ink = {rgb(0x8CCBFF), rgb(0xE0E4E8), rgb(0xFFC23D),
           rgb(0x9AD9FF), rgb(0xFFA56B), rgb(0x4FE3B8)};
  return t;
}

constexpr std::array<Theme, 3> kThemes = {make_dark(), make_light(), make_contrast()};
constexpr std::array<std::string_view, 3> kThemeNames = {"dark", "light", "contrast"};
constexpr std::array<std::string_view, kShades> kShadeNames = {"running",  "runnable", "waiting",
                                                               "sleeping", "leaked",   "finished"};

double channel(ImU32 color, unsigned shift) {
  const double c = static_cast<double>(color >> shift & 255) / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(ImU32 color) {
  return 0.2126 * channel(color, 0) + 0.7152 * channel(color, 8) + 0.0722 * channel(color, 16);
}

void set_spacing(ImGuiStyle& style, float scale) {
  const auto px = [scale](float x, float y) { return ImVec2(x * scale, y * scale); };
  style.WindowPadding = px(12, 10);
  style.FramePadding = px(10, 5);
  style.ItemSpacing = px(8, 6);
  style.ItemInnerSpacing = px(6, 4);
  style.CellPadding = px(8, 3);
  style.ScrollbarSize = 12 * scale;
  style.GrabMinSize = 14 * scale;
  style.WindowRounding = style.ChildRounding = style.PopupRounding = 8 * scale;
  style.FrameRounding = style.GrabRounding = 6 * scale;
  style.WindowBorderSize = style.PopupBorderSize = 1;
  style.ChildBorderSize = style.FrameBorderSize = 0;
  style.AntiAliasedLinesUseTex = false;
}

void set_colors(ImGuiStyle& style, const Theme& theme) {
  const ImVec4 none(0, 0, 0, 0);
  const auto color = [](ImU32 c) { return ImGui::ColorConvertU32ToFloat4(c); };
  for (ImVec4& c : style.Colors) c = color(theme.raised);
  const auto set = [&](ImGuiCol index, ImU32 c) { style.Colors[index] = color(c); };
  set(ImGuiCol_Text, theme.text);
  set(ImGuiCol_TextDisabled, theme.dim);
  set(ImGuiCol_WindowBg, theme.background);
  set(ImGuiCol_ChildBg, theme.panel);
  set(ImGuiCol_PopupBg, theme.panel);
  set(ImGuiCol_Border, theme.outline);
  set(ImGuiCol_Separator, theme.outline);
  set(ImGuiCol_InputTextCursor, theme.text);
  set(ImGuiCol_ButtonActive, theme.outline);
  set(ImGuiCol_ButtonHovered, theme.outline);
  set(ImGuiCol_HeaderHovered, theme.outline);
  set(ImGuiCol_ScrollbarGrab, theme.outline);
  set(ImGuiCol_CheckMark, theme.accent);
  set(ImGuiCol_SliderGrab, theme.accent);
  set(ImGuiCol_NavCursor, theme.accent);
  set(ImGuiCol_TextSelectedBg, theme.changed);
  for (const ImGuiCol index : {ImGuiCol_BorderShadow, ImGuiCol_ScrollbarBg, ImGuiCol_TableRowBg,
                               ImGuiCol_TableRowBgAlt, ImGuiCol_NavWindowingHighlight})
    style.Colors[index] = none;
  style.Colors[ImGuiCol_ModalWindowDimBg] = ImVec4(0, 0, 0, 0.55f);
}

}  // namespace

std::string_view to_string(ThemeKind kind) {
  return kThemeNames[static_cast<std::size_t>(kind)];
}

std::optional<ThemeKind> parse_theme(std::string_view text) {
  for (std::size_t i = 0; i < kThemeNames.size(); ++i)
    if (text == kThemeNames[i]) return static_cast<ThemeKind>(i);
  return std::nullopt;
}

std::string_view to_string(Shade shade) {
  return kShadeNames[static_cast<std::size_t>(shade)];
}

const Theme& theme_of(ThemeKind kind) {
  return kThemes[static_cast<std::size_t>(kind)];
}

std::vector<ColorPair> text_pairs(const Theme& t) {
  std::vector<ColorPair> pairs = {
      {"text on accent", t.on_accent, t.accent},  {"text on changed", t.text, t.changed},
      {"number on changed", t.number, t.changed}, {"function on changed", t.function, t.changed},
      {"type on changed", t.type, t.changed},     {"keyword on changed", t.keyword, t.changed},
      {"string on changed", t.string, t.changed}, {"comment on changed", t.comment, t.changed}};
  for (const Shade shade : {Shade::Waiting, Shade::Sleeping})
    pairs.push_back({"word on a lane", IM_COL32_BLACK, t.fill[static_cast<std::size_t>(shade)]});
  for (const ImU32 under : {t.background, t.panel, t.raised}) {
    for (const ColorPair& pair :
         {ColorPair{"text", t.text, under}, ColorPair{"dim", t.dim, under},
          ColorPair{"accent", t.accent, under}, ColorPair{"keyword", t.keyword, under},
          ColorPair{"string", t.string, under}, ColorPair{"comment", t.comment, under},
          ColorPair{"number", t.number, under}, ColorPair{"type", t.type, under},
          ColorPair{"function", t.function, under}})
      pairs.push_back(pair);
    for (const ImU32 ink : t.ink) pairs.push_back({"ink", ink, under});
  }
  return pairs;
}

double contrast(ImU32 a, ImU32 b) {
  const double la = luminance(a), lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

void apply_theme(const Theme& theme, float scale) {
  ImGuiStyle& style = ImGui::GetStyle();
  set_spacing(style, scale);
  set_colors(style, theme);
}

}  // namespace gopark
