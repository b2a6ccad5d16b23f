// The four answers that share one place: why, who next, how much memory, what was printed.
#include "native/panels/panels.h"

namespace gopark {

void draw_lower_panel(const Look& look, const Box& box, const LowerViews& views, UiState& ui,
                      Commands& commands) {
  begin_panel("lower", box, look);
  action_button(look, commands, Action::Why, "Why", ui.lower == LowerPanel::Why);
  ImGui::SameLine();
  action_button(look, commands, Action::Schedule, "Who next?", ui.lower == LowerPanel::Schedule);
  ImGui::SameLine();
  action_button(look, commands, Action::Memory, "Memory", ui.lower == LowerPanel::Memory);
  ImGui::SameLine();
  action_button(look, commands, Action::Output, "Output", ui.lower == LowerPanel::Output);
  ImGui::BeginChild("content");
  if (ui.lower == LowerPanel::Why) draw_why(look, views.why, views.side_title, ui, commands);
  if (ui.lower == LowerPanel::Schedule) draw_schedule(look, views.schedule, commands);
  if (ui.lower == LowerPanel::Memory) draw_memory(look, views.memory, ui);
  if (ui.lower == LowerPanel::Output) draw_output(look, views.outputs);
  ImGui::EndChild();
  end_panel();
}

}  // namespace gopark
