// What did the program print, and how did it end?
#include "native/panels/panels.h"

namespace gopark {

void draw_output(const Look& look, const std::vector<OutputView>& outputs) {
  for (const OutputView& view : outputs) {
    panel_title(look, view.title.c_str());
    ImGui::PushFont(look.mono, look.size);
    for (const Complaint& complaint : view.complaints)
      text_wrapped(view.title + ":" + std::to_string(complaint.line) + ":" +
                       std::to_string(complaint.column) + ": " + complaint.message,
                   look.theme.ink[static_cast<std::size_t>(Shade::Leaked)]);
    text_wrapped(view.output.empty() ? "(nothing printed yet)" : view.output,
                 view.output.empty() ? look.theme.dim : look.theme.text);
    if (!view.outcome.empty())
      text_wrapped(view.outcome, look.theme.ink[static_cast<std::size_t>(Shade::Waiting)]);
    ImGui::PopFont();
  }
}

}  // namespace gopark
