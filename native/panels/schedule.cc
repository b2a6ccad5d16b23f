// Who runs next? Choose, and see what becomes of it.
#include "native/panels/panels.h"

namespace gopark {

namespace {

void draw_way(const Look& look, const WayOn& way, std::size_t index, Commands& commands) {
  ImGui::PushID(static_cast<int>(index));
  const bool clicked = way.tag.id != kNoGoroutine
                           ? goroutine_button(look, way.tag, "way", way.picked)
                           : ImGui::Button(way.label.c_str());
  if (clicked) commands.push_back({Action::Choose, index, 0, ""});
  if (way.picked) {
    ImGui::SameLine();
    ImGui::PushStyleColor(ImGuiCol_Text, look.theme.dim);
    ImGui::TextUnformatted("this run");
    ImGui::PopStyleColor();
  }
  ImGui::PopID();
}

void draw_branches(const Look& look, const ScheduleView& view, Commands& commands) {
  if (view.branches.size() < 2) return;
  panel_title(look, "Branches");
  for (std::size_t i = 0; i < view.branches.size(); ++i) {
    const bool on = i == view.branch;
    if (i > 0) flow(button_width(view.branches[i].c_str()));
    ImGui::PushID(static_cast<int>(i));
    ImGui::PushStyleColor(ImGuiCol_Button, on ? look.theme.accent : look.theme.raised);
    ImGui::PushStyleColor(ImGuiCol_Text, on ? look.theme.on_accent : look.theme.text);
    if (ImGui::Button(view.branches[i].c_str())) commands.push_back({Action::Branch, i, 0, ""});
    ImGui::PopStyleColor(2);
    ImGui::PopID();
  }
}

void draw_policies(const Look& look, const ScheduleView& view, Commands& commands) {
  const ActionItem items[] = {
      {Action::GoOrder, "Go's order", view.policy == PolicyKind::Go},
      {Action::FifoOrder, "Oldest first", view.policy == PolicyKind::Fifo},
      {Action::RandomOrder, "Random", view.policy == PolicyKind::Random},
      {Action::CopySchedule, "Copy text"},
      {Action::PasteSchedule, "Paste text"},
      {Action::BeatFix, view.is_game ? "Give up" : "Beat the fix", view.is_game}};
  bool first = true;
  for (const ActionItem& item : items) {
    if (!first) flow(button_width(item.label));
    first = false;
    action_button(look, commands, item.action, item.label, item.on);
  }
  if (view.policy == PolicyKind::Random)
    text_wrapped("seed " + std::to_string(view.seed), look.theme.dim);
}

}  // namespace

void draw_schedule(const Look& look, const ScheduleView& view, Commands& commands) {
  if (!view.headline.empty()) text_wrapped(view.headline, look.theme.accent);
  if (view.question.empty() && view.headline.empty())
    text_wrapped("The next step has only one way on.", look.theme.dim);
  if (!view.question.empty()) {
    text_wrapped(view.question, look.theme.text);
    for (std::size_t i = 0; i < view.ways.size(); ++i) draw_way(look, view.ways[i], i, commands);
  }
  draw_branches(look, view, commands);
  ImGui::Dummy(ImVec2(0, 2 * look.unit));
  draw_policies(look, view, commands);
  ImGui::PushFont(look.mono, look.size * 0.95f);
  text_in(view.text, ImGui::GetContentRegionAvail().x, look.theme.dim);
  ImGui::PopFont();
}

}  // namespace gopark
