#include "native/widgets/draw.h"

#include <algorithm>
#include <cmath>

#include <imgui_internal.h>

namespace gopark {

namespace {

ImU32 with_alpha(ImU32 color, float alpha) {
  return (color & 0x00ffffffu) | static_cast<ImU32>(alpha * 255.0f) << 24;
}

void draw_moon(ImDrawList& list, ImVec2 middle, float r, ImU32 color) {
  // Two circles meet at the horns: 60 degrees above and below the x axis, seen from the first.
  constexpr float kHorn = 1.0472f;
  const float bite = r * 0.92f, away = r * 0.5f + std::sqrt(bite * bite - r * r * 0.75f);
  const float turn = std::atan2(r * 0.866f, r * 0.5f - away);
  list.PathArcTo(middle, r, kHorn, 2 * 3.14159265f - kHorn, 24);
  // Without the horns again: the triangulation wants no point twice.
  constexpr float kApart = 0.06f;
  list.PathArcTo(ImVec2(middle.x + away, middle.y), bite, 2 * 3.14159265f - turn - kApart,
                 turn + kApart, 22);
  list.PathFillConcave(color);
}

// The longest beginning of `text` that fits with "…" after it.
std::string shortened(const std::string& text, float width) {
  std::size_t low = 0, high = text.size();
  while (low < high) {
    const std::size_t middle = (low + high + 1) / 2;
    if (ImGui::CalcTextSize((text.substr(0, middle) + "…").c_str()).x <= width)
      low = middle;
    else
      high = middle - 1;
  }
  while (low > 0 && (static_cast<unsigned char>(text[low]) & 0xC0) == 0x80) --low;
  return text.substr(0, low) + "…";
}

int grow(ImGuiInputTextCallbackData* data) {
  if (data->EventFlag != ImGuiInputTextFlags_CallbackResize) return 0;
  auto& text = *static_cast<std::string*>(data->UserData);
  text.resize(static_cast<std::size_t>(data->BufTextLen));
  data->Buf = text.data();
  return 0;
}

}  // namespace

void keep_text_on_escape() {
  ImGui::SetKeyOwner(ImGuiKey_Escape, ImGui::GetID("nobody"));
}

bool input_line(const char* id, const char* hint, std::string& text, float width) {
  ImGui::SetNextItemWidth(width);
  keep_text_on_escape();
  const ImGuiInputTextFlags flags =
      ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CallbackResize;
  return ImGui::InputTextWithHint(id, hint, text.data(), text.capacity() + 1, flags, grow, &text);
}

void begin_panel(const char* id, const Box& box, const Look& look) {
  ImGui::SetCursorScreenPos(ImVec2(box.x, box.y));
  ImGui::PushStyleColor(ImGuiCol_ChildBg, look.theme.panel);
  ImGui::BeginChild(id, ImVec2(box.width, box.height), ImGuiChildFlags_AlwaysUseWindowPadding);
  ImGui::PopStyleColor();
  if (look.theme.panel != look.theme.background) return;
  // Without a colour of its own a panel needs an outline: around its scrollbar, too.
  const ImVec2 from(box.x, box.y), to(box.x + box.width, box.y + box.height);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.PushClipRect(from, to, false);
  list.AddRect(ImVec2(from.x + 1, from.y + 1), ImVec2(to.x - 1, to.y - 1), look.theme.outline,
               8 * look.unit);
  list.PopClipRect();
}

void end_panel() {
  ImGui::EndChild();
}

void panel_title(const Look& look, const char* text) {
  ImGui::PushFont(look.bold, look.size * 0.9f);
  ImGui::PushStyleColor(ImGuiCol_Text, look.theme.dim);
  ImGui::TextUnformatted(text);
  ImGui::PopStyleColor();
  ImGui::PopFont();
}

void draw_shade(ImDrawList& list, ImVec2 at, float size, Shade shade, const Theme& theme) {
  const ImU32 color = theme.ink[static_cast<std::size_t>(shade)];
  const float r = size * 0.38f, thick = std::max(size * 0.14f, 1.5f);
  const ImVec2 m(at.x + size / 2, at.y + size / 2);
  const auto p = [&](float x, float y) { return ImVec2(m.x + x * r, m.y + y * r); };
  switch (shade) {
    case Shade::Running:
      list.AddTriangleFilled(p(-0.8f, -1), p(1, 0), p(-0.8f, 1), color);
      break;
    case Shade::Runnable:
      list.AddCircle(m, r * 0.9f, color, 24, thick);
      break;
    case Shade::Waiting:
      list.AddRectFilled(p(-0.8f, -1), p(-0.2f, 1), color);
      list.AddRectFilled(p(0.2f, -1), p(0.8f, 1), color);
      break;
    case Shade::Sleeping:
      draw_moon(list, m, r, color);
      break;
    case Shade::Leaked:
      list.AddLine(p(-0.9f, -0.9f), p(0.9f, 0.9f), color, thick * 1.3f);
      list.AddLine(p(-0.9f, 0.9f), p(0.9f, -0.9f), color, thick * 1.3f);
      break;
    case Shade::Finished:
      list.AddLine(p(-1, 0.1f), p(-0.3f, 0.8f), color, thick);
      list.AddLine(p(-0.3f, 0.8f), p(1, -0.8f), color, thick);
      break;
  }
}

void fill_shade(ImDrawList& list, ImVec2 from, ImVec2 to, Shade shade, const Theme& theme,
                float unit) {
  const ImU32 color = theme.fill[static_cast<std::size_t>(shade)];
  const bool light = shade == Shade::Runnable || shade == Shade::Finished;
  list.AddRectFilled(from, to, with_alpha(color, light ? 0.45f : 1.0f), 3 * unit);
  if (shade != Shade::Leaked) return;
  list.PushClipRect(from, to, true);
  const float height = to.y - from.y;
  for (float x = from.x - height; x < to.x; x += 9 * unit)
    list.AddLine(ImVec2(x, to.y), ImVec2(x + height, from.y), with_alpha(theme.background, 0.75f),
                 2.5f * unit);
  list.PopClipRect();
}

void text_in(const std::string& text, float width, ImU32 color) {
  ImGui::PushStyleColor(ImGuiCol_Text, color);
  const bool fits = ImGui::CalcTextSize(text.c_str()).x <= width;
  ImGui::TextUnformatted(fits ? text.c_str() : shortened(text, width).c_str());
  ImGui::PopStyleColor();
  if (!fits && ImGui::IsItemHovered()) ImGui::SetTooltip("%s", text.c_str());
}

void text_wrapped(const std::string& text, ImU32 color) {
  ImGui::PushStyleColor(ImGuiCol_Text, color);
  ImGui::PushTextWrapPos(0.0f);
  ImGui::TextUnformatted(text.c_str());
  ImGui::PopTextWrapPos();
  ImGui::PopStyleColor();
}

bool wrapped_button(const Look& look, const std::string& text, const char* id) {
  const float pad = 7 * look.unit, width = ImGui::GetContentRegionAvail().x;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 size = ImGui::CalcTextSize(text.c_str(), nullptr, false, width - 2 * pad);
  const bool clicked = ImGui::InvisibleButton(id, ImVec2(width, size.y + 1.2f * pad));
  const ImVec2 end(at.x + width, at.y + size.y + 1.2f * pad);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(at, end, look.theme.raised, 6 * look.unit);
  if (ImGui::IsItemHovered() || ImGui::IsItemFocused())
    list.AddRect(at, end, look.theme.accent, 6 * look.unit, ImDrawFlags_None, 2 * look.unit);
  list.AddText(ImGui::GetFont(), ImGui::GetFontSize(), ImVec2(at.x + pad, at.y + 0.6f * pad),
               look.theme.text, text.c_str(), nullptr, width - 2 * pad);
  return clicked;
}

float button_width(const char* label) {
  return ImGui::CalcTextSize(label).x + 2 * ImGui::GetStyle().FramePadding.x;
}

void flow(float width) {
  const float right = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
  const float spacing = ImGui::GetStyle().ItemSpacing.x;
  if (ImGui::GetItemRectMax().x + spacing + width <= right) ImGui::SameLine();
}

float goroutine_width(const Look& look, const GoroutineTag& tag) {
  const float text = ImGui::CalcTextSize((tag.name + "  " + tag.state).c_str()).x;
  return text + ImGui::GetTextLineHeight() + 15 * look.unit;
}

bool goroutine_button(const Look& look, const GoroutineTag& tag, const char* id, bool selected) {
  const float height = ImGui::GetTextLineHeight(), pad = 5 * look.unit;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = goroutine_width(look, tag);
  ImGui::PushID(static_cast<int>(tag.id));
  const bool clicked = ImGui::InvisibleButton(id, ImVec2(width, height + pad));
  ImGui::PopID();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (selected || ImGui::IsItemHovered())
    list.AddRectFilled(at, ImVec2(at.x + width, at.y + height + pad), look.theme.raised,
                       6 * look.unit);
  draw_shade(list, ImVec2(at.x + pad, at.y + pad / 2), height, tag.shade, look.theme);
  const ImVec2 name_at(at.x + pad * 2 + height, at.y + pad / 2);
  list.AddText(name_at, look.theme.text, tag.name.c_str());
  list.AddText(ImVec2(name_at.x + ImGui::CalcTextSize((tag.name + "  ").c_str()).x, name_at.y),
               look.theme.ink[static_cast<std::size_t>(tag.shade)], tag.state.c_str());
  return clicked;
}

bool action_button(const Look& look, Commands& commands, Action action, const char* label,
                   bool on) {
  ImGui::PushStyleColor(ImGuiCol_Button, on ? look.theme.accent : look.theme.raised);
  ImGui::PushStyleColor(ImGuiCol_Text, on ? look.theme.on_accent : look.theme.text);
  if (on) ImGui::PushStyleColor(ImGuiCol_ButtonHovered, look.theme.accent);
  const bool clicked = ImGui::Button(label);
  ImGui::PopStyleColor(on ? 3 : 2);
  if (ImGui::IsItemHovered()) {
    const std::string key = key_label(action);
    ImGui::SetTooltip("%s%s%s%s", std::string(info_of(action).title).c_str(),
                      key.empty() ? "" : "  [", key.c_str(), key.empty() ? "" : "]");
  }
  if (clicked) commands.push_back({action, 0, 0, ""});
  return clicked;
}

float width_of(const ActionItems& items) {
  float width = 0;
  for (const ActionItem& item : items)
    width += button_width(item.label) + ImGui::GetStyle().ItemSpacing.x;
  return width;
}

}  // namespace gopark
