// What am I looking at, and how do I change the view?
#include "native/panels/panels.h"

namespace gopark {

namespace {

void draw_right_side(const Look& look, const UiState& ui, float width, Commands& commands) {
  struct Item {
    Action action;
    const char* label;
    bool on;
  };
  const Item items[] = {{Action::Lecture, "Lecture", ui.lecture},
                        {Action::NextTheme, "Theme", false},
                        {Action::Smaller, "A-", false},
                        {Action::Larger, "A+", false},
                        {Action::Help, "?", false}};
  const ImGuiStyle& style = ImGui::GetStyle();
  float needed = -style.ItemSpacing.x;
  for (const Item& item : items)
    needed += ImGui::CalcTextSize(item.label).x + 2 * style.FramePadding.x + style.ItemSpacing.x;
  ImGui::SameLine(std::max(width - needed, ImGui::GetCursorPosX()));
  for (const Item& item : items) {
    action_button(look, commands, item.action, item.label, item.on);
    ImGui::SameLine();
  }
}

}  // namespace

void draw_header_panel(const Look& look, const Box& box, const HeaderView& view, const UiState& ui,
                       Commands& commands) {
  ImGui::SetCursorScreenPos(ImVec2(box.x, box.y));
  ImGui::PushStyleColor(ImGuiCol_ChildBg, look.theme.background);
  ImGui::BeginChild("header", ImVec2(box.width, box.height));
  ImGui::PopStyleColor();
  action_button(look, commands, Action::Lessons, "Lessons");
  ImGui::SameLine();
  ImGui::PushFont(look.bold, look.size * 1.25f);
  ImGui::AlignTextToFramePadding();
  text_in(view.title, box.width * 0.3f, look.theme.text);
  ImGui::PopFont();
  ImGui::SameLine(0, 20 * look.unit);
  if (view.has_twins) {
    action_button(look, commands, Action::ShowLeaky, "leaky", ui.shown == Shown::Leaky);
    ImGui::SameLine(0, 2 * look.unit);
    action_button(look, commands, Action::ShowBoth, "both", ui.shown == Shown::Both);
    ImGui::SameLine(0, 2 * look.unit);
    action_button(look, commands, Action::ShowFixed, "fixed", ui.shown == Shown::Fixed);
    ImGui::SameLine(0, 20 * look.unit);
  }
  action_button(look, commands, Action::Edit, "Edit", ui.editing);
  if (ui.editing) {
    ImGui::SameLine();
    action_button(look, commands, Action::Reset, "Reset");
  }
  ImGui::SameLine();
  draw_right_side(look, ui, box.width, commands);
  ImGui::EndChild();
}

}  // namespace gopark
