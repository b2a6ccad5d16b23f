// The answers that share one place: why, who next, every schedule, how much memory, what was
// printed, what to say.
#include "native/panels/panels.h"

namespace gopark {

namespace {

struct Tab {
  LowerPanel panel;
  Action action;
  const char* label;
  const char* brief;  // where there is little room
};
constexpr Tab kTabs[] = {
    {LowerPanel::Why, Action::Why, "Why", "Why"},
    {LowerPanel::Schedule, Action::Schedule, "Who next?", "Next"},
    {LowerPanel::AllSchedules, Action::AllSchedules, "All schedules", "Schedules"},
    {LowerPanel::Memory, Action::Memory, "Memory", "Memory"},
    {LowerPanel::Output, Action::Output, "Output", "Output"},
    {LowerPanel::Notes, Action::Notes, "Notes", "Notes"},
    {LowerPanel::Channels, Action::Channels, "Channels", "Channels"},
    {LowerPanel::Lanes, Action::Lanes, "Lanes", "Lanes"}};

void draw_tabs(const Look& look, const LowerViews& views, LowerPanel open, Commands& commands) {
  bool first = true;
  for (const Tab& tab : kTabs) {
    if (tab.panel == LowerPanel::Channels && !views.has_channels) continue;
    if (tab.panel == LowerPanel::Lanes && !views.has_lanes) continue;
    const char* label = views.has_lanes ? tab.brief : tab.label;
    if (!first) flow(button_width(label));
    first = false;
    action_button(look, commands, tab.action, label, tab.panel == open);
  }
}

}  // namespace

LowerPanel open_tab(const LowerViews& views, const UiState& ui) {
  const bool hidden = (ui.lower == LowerPanel::Channels && !views.has_channels) ||
                      (ui.lower == LowerPanel::Lanes && !views.has_lanes);
  return hidden ? LowerPanel::Why : ui.lower;
}

void draw_lower_panel(const Look& look, const Box& box, const LowerViews& views, UiState& ui,
                      Commands& commands) {
  begin_panel("lower", box, look);
  if (views.question != nullptr) {
    ImGui::BeginChild("content");
    draw_question(look, *views.question, commands);
    ImGui::EndChild();
    return end_panel();
  }
  const LowerPanel open = open_tab(views, ui);
  draw_tabs(look, views, open, commands);
  ImGui::BeginChild("content");
  if (views.mark != nullptr && open == LowerPanel::Why) draw_mark(look, *views.mark);
  if (open == LowerPanel::Why) draw_why(look, views.why, views.side_title, ui, commands);
  if (open == LowerPanel::Schedule) draw_schedule(look, views.schedule, commands);
  if (open == LowerPanel::AllSchedules) draw_all_schedules(look, views.every, commands);
  if (open == LowerPanel::Memory) draw_memory(look, views.memory, views.calls, ui, commands);
  if (open == LowerPanel::Output) draw_output(look, views.outputs);
  if (open == LowerPanel::Notes) draw_notes(look, views.notes);
  if (open == LowerPanel::Channels) draw_channels(look, views.channels, commands);
  if (open == LowerPanel::Lanes) draw_lanes(look, views.lanes, ui, commands);
  ImGui::EndChild();
  end_panel();
}

}  // namespace gopark
