// Where in the run am I, and what has just happened?
#include <algorithm>

#include "native/panels/panels.h"

namespace gopark {

namespace {

constexpr uint64_t kMaxTicks = 60;  // more steps than this are a plain bar

float x_of(uint64_t step, uint64_t length, float left, float width) {
  const double share = length == 0 ? 0 : static_cast<double>(step) / static_cast<double>(length);
  return left + static_cast<float>(share) * width;
}

void draw_marker(ImDrawList& list, const Look& look, const Marker& marker, ImVec2 at) {
  const float size = 15 * look.unit;
  const ImVec2 corner(at.x - size / 2, at.y - 19 * look.unit);
  if (marker.kind == MarkerKind::Parked) draw_shade(list, corner, size, Shade::Waiting, look.theme);
  if (marker.kind == MarkerKind::Doomed) draw_shade(list, corner, size, Shade::Leaked, look.theme);
}

// Below the bar: where the twins part, and the questions with their marks.
void draw_below(ImDrawList& list, const Look& look, const TransportView& view, ImVec2 from,
                float width) {
  ImGui::PushFont(look.bold, look.size * 0.8f);
  const float size = ImGui::GetTextLineHeight(), word = ImGui::CalcTextSize("part").x;
  float part = view.part ? x_of(*view.part, view.length, from.x, width) - word / 2 : 0;
  for (const QuestionMark& mark : view.questions) {
    const Shade shade = mark.is_right ? Shade::Finished : Shade::Leaked;
    const float x = x_of(mark.step, view.length, from.x, width);
    if (mark.is_open)
      list.AddText(ImVec2(x - size * 0.25f, from.y), look.theme.accent, "?");
    else if (mark.is_answered)
      draw_shade(list, ImVec2(x - size / 2, from.y), size, shade, look.theme);
    // The word stands right of the marks that it would touch.
    if (x + size * 0.6f > part && x - size * 0.6f < part + word) part = x + size * 0.7f;
  }
  if (view.part) list.AddText(ImVec2(part, from.y), look.theme.dim, "part");
  ImGui::PopFont();
}

void draw_bar(const Look& look, const TransportView& view, ImVec2 from, float width) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float y = from.y, r = 4 * look.unit;
  const float here = x_of(view.step, view.length, from.x, width);
  list.AddLine(from, ImVec2(from.x + width, y), look.theme.outline, 4 * look.unit);
  list.AddLine(from, ImVec2(here, y), look.theme.accent, 4 * look.unit);
  if (view.length <= kMaxTicks)
    for (uint64_t s = 0; s <= view.length; ++s)
      list.AddCircleFilled(ImVec2(x_of(s, view.length, from.x, width), y), r,
                           s <= view.step ? look.theme.accent : look.theme.outline);
  const auto is_hidden = [&](const Marker& marker) {
    return marker.kind == MarkerKind::Parked &&
           std::any_of(view.markers.begin(), view.markers.end(), [&](const Marker& other) {
             return other.kind == MarkerKind::Doomed && other.step == marker.step;
           });
  };
  for (const Marker& marker : view.markers)
    if (!is_hidden(marker))
      draw_marker(list, look, marker, ImVec2(x_of(marker.step, view.length, from.x, width), y));
  draw_below(list, look, view, ImVec2(from.x, y + 7 * look.unit), width);
  list.AddCircleFilled(ImVec2(here, y), 9 * look.unit, look.theme.accent);
  list.AddCircleFilled(ImVec2(here, y), 5 * look.unit, look.theme.panel);
}

void draw_seek_bar(const Look& look, const TransportView& view, float width, Commands& commands) {
  const float height = 36 * look.unit, margin = 12 * look.unit;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::InvisibleButton("seek", ImVec2(width, height));
  const ImVec2 from(at.x + margin, at.y + height * 0.6f);
  const float inner = std::max(width - 2 * margin, 1.0f);
  if (ImGui::IsItemActive() && view.length > 0) {
    const float share = std::clamp((ImGui::GetIO().MousePos.x - from.x) / inner, 0.0f, 1.0f);
    const auto step =
        static_cast<uint64_t>(static_cast<double>(share) * static_cast<double>(view.length) + 0.5);
    if (step != view.step) commands.push_back({Action::Seek, step, 0, ""});
  }
  draw_bar(look, view, from, inner);
}

void draw_story(const Look& look, const TransportView& view) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (view.who.id != kNoGoroutine) {
    const float size = ImGui::GetTextLineHeight();
    draw_shade(list, ImGui::GetCursorScreenPos(), size, view.who.shade, look.theme);
    ImGui::Dummy(ImVec2(size, size));
    ImGui::SameLine();
  }
  ImGui::PushFont(look.bold, look.size * 1.1f);
  text_wrapped(view.story, look.theme.text);
  ImGui::PopFont();
}

void draw_buttons(const Look& look, const UiState& ui, Commands& commands) {
  action_button(look, commands, Action::Back, "< Back");
  ImGui::SameLine();
  action_button(look, commands, Action::Step, "Step >");
  ImGui::SameLine();
  action_button(look, commands, Action::Play, ui.playing ? "Pause" : "Play", ui.playing);
  ImGui::SameLine();
}

void draw_count(const std::string& count) {
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(count.c_str());
}

}  // namespace

void draw_transport_panel(const Look& look, const Box& box, const TransportView& view,
                          const UiState& ui, Commands& commands) {
  begin_panel("transport", box, look);
  draw_buttons(look, ui, commands);
  const std::string count =
      count_text(view.step) + " of " + count_text(view.length) + (ui.only_causes ? " ·" : "");
  const float spacing = ImGui::GetStyle().ItemSpacing.x;
  if (view.narrow) {
    draw_count(count);
    draw_seek_bar(look, view, ImGui::GetContentRegionAvail().x, commands);
    draw_story(look, view);
    return end_panel();
  }
  const std::string told = "step " + count;
  const float part = view.part ? button_width("They part") + spacing : 0;
  const float width =
      ImGui::GetContentRegionAvail().x - ImGui::CalcTextSize(told.c_str()).x - part - 2 * spacing;
  const float y = ImGui::GetCursorPosY();
  ImGui::SetCursorPosY(y - 6 * look.unit);
  draw_seek_bar(look, view, std::max(width, 40 * look.unit), commands);
  ImGui::SameLine();
  ImGui::SetCursorPosY(y);
  draw_count(told);
  if (view.part) {
    ImGui::SameLine();
    action_button(look, commands, Action::Part, "They part");
  }
  draw_story(look, view);
  end_panel();
}

}  // namespace gopark
