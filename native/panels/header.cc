// What am I looking at, and how do I change the view?
#include <algorithm>

#include "native/panels/panels.h"

namespace gopark {

namespace {

void draw_items(const Look& look, const ActionItems& items, Commands& commands) {
  for (const ActionItem& item : items) {
    action_button(look, commands, item.action, item.label, item.on);
    ImGui::SameLine();
  }
}

ActionItems variant_items(const HeaderView& view, const UiState& ui) {
  if (!view.has_twins) return {};
  const bool leaky = ui.shown == Shown::Leaky || (view.one_source && ui.shown == Shown::Both);
  ActionItems items = {{Action::ShowLeaky, "leaky", leaky}};
  if (!view.one_source) items.push_back({Action::ShowBoth, "both", ui.shown == Shown::Both});
  items.push_back({Action::ShowFixed, "fixed", ui.shown == Shown::Fixed});
  return items;
}

ActionItems edit_items(const Look& look, const HeaderView& view, float box_width,
                       const UiState& ui) {
  ActionItems items = {{Action::Edit, "Edit", ui.editing}};
  if (!ui.editing && !view.narrow && box_width >= 780 * look.unit)
    items.push_back({Action::Share, "Share"});
  if (!ui.editing) return items;
  items.push_back({Action::Reset, "Reset"});
  if (view.has_twins) items.push_back({Action::TakeFix, "Take the fix"});
  return items;
}

// The title gets what the buttons leave.
void draw_title(const Look& look, const std::string& title, float width) {
  ImGui::PushFont(look.bold, look.size * 1.2f);
  ImGui::AlignTextToFramePadding();
  text_in(title, width, look.theme.text);
  ImGui::PopFont();
  ImGui::SameLine();
}

}  // namespace

void draw_header_panel(const Look& look, const Box& box, const HeaderView& view, const UiState& ui,
                       Commands& commands) {
  ImGui::SetCursorScreenPos(ImVec2(box.x, box.y));
  ImGui::PushStyleColor(ImGuiCol_ChildBg, look.theme.background);
  ImGui::BeginChild("header", ImVec2(box.width, box.height));
  ImGui::PopStyleColor();
  const ActionItems lessons = {{Action::Lessons, "Lessons"}};
  const ActionItems variants = variant_items(view, ui),
                    edits = edit_items(look, view, box.width, ui);
  ActionItems right = {
      {Action::NextTheme, "Theme"}, {Action::Smaller, "A-"}, {Action::Larger, "A+"}};
  const ActionItems help = {{Action::Help, "?"}};
  draw_items(look, lessons, commands);
  if (view.narrow) {
    draw_title(look, view.title, box.width - width_of(lessons) - width_of(help));
    ImGui::SameLine(box.width - width_of(help) + ImGui::GetStyle().ItemSpacing.x);
    draw_items(look, help, commands);
    ImGui::NewLine();
    draw_items(look, variants, commands);
    draw_items(look, edits, commands);
    if (!ui.editing) draw_items(look, right, commands);
  } else if (box.width < 780 * look.unit) {
    // The rest has keys, and stands in the palette.
    draw_title(look, view.title,
               box.width - width_of(lessons) - width_of(variants) - width_of(edits) -
                   width_of(help) - 20 * look.unit);
    ImGui::SameLine(box.width - width_of(variants) - width_of(edits) - width_of(help));
    draw_items(look, variants, commands);
    draw_items(look, edits, commands);
    draw_items(look, help, commands);
  } else {
    right.insert(right.begin(), {Action::Lecture, "Lecture", ui.lecture});
    right.push_back(help.front());
    const float gap = 20 * look.unit;
    const float others = width_of(lessons) + width_of(variants) + width_of(edits) + width_of(right);
    draw_title(look, view.title, box.width - others - 2 * gap);
    ImGui::SameLine(0, gap);
    draw_items(look, variants, commands);
    ImGui::SameLine(0, gap);
    draw_items(look, edits, commands);
    ImGui::SameLine(box.width - width_of(right) + ImGui::GetStyle().ItemSpacing.x);
    draw_items(look, right, commands);
  }
  ImGui::EndChild();
}

}  // namespace gopark
