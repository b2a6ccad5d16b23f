// Who runs next? Choose, and see what becomes of it.
#include "native/panels/panels.h"

namespace gopark {

void draw_schedule(const Look& look, const ScheduleView& view, Commands& commands) {
  if (view.question.empty()) {
    text_wrapped("The next step has only one way on.", look.theme.dim);
  } else {
    text_wrapped(view.question, look.theme.text);
    for (std::size_t i = 0; i < view.ways.size(); ++i) {
      const WayOn& way = view.ways[i];
      ImGui::PushID(static_cast<int>(i));
      const bool clicked = way.tag.id != kNoGoroutine
                               ? goroutine_button(look, way.tag, "way", way.picked)
                               : ImGui::Button(way.label.c_str());
      if (clicked) commands.push_back({Action::Choose, i, 0, ""});
      if (way.picked) {
        ImGui::SameLine();
        ImGui::TextUnformatted("· would be taken");
      }
      ImGui::PopID();
    }
  }
  ImGui::Dummy(ImVec2(0, 4 * look.unit));
  action_button(look, commands, Action::CopyLink, "Copy schedule");
  ImGui::SameLine();
  ImGui::PushFont(look.mono, look.size * 0.95f);
  text_in(view.text, ImGui::GetContentRegionAvail().x, look.theme.dim);
  ImGui::PopFont();
}

}  // namespace gopark
