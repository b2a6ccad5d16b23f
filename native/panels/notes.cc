// What do I say here, and what do I ask the room?
#include "native/panels/panels.h"

namespace gopark {

void draw_notes(const Look& look, const NotesView& view) {
  if (!view.notice.empty()) {
    panel_title(look, "Notice");
    text_wrapped(view.notice, look.theme.text);
  }
  if (!view.next_question.empty()) {
    panel_title(look, ("The next question, at step " + count_text(view.next_step)).c_str());
    text_wrapped(view.next_question, look.theme.accent);
  }
  if (!view.notes.empty()) panel_title(look, "To say");
  for (const std::string& note : view.notes) text_wrapped("· " + note, look.theme.text);
  if (view.notes.empty()) text_wrapped("A program of your own has no notes.", look.theme.dim);
}

void draw_notes_window(const Look& look, const Box& box, const NotesView& view) {
  begin_panel("notes", box, look);
  ImGui::PushFont(look.bold, look.size * 1.2f);
  text_wrapped(view.title + "   step " + count_text(view.step) + " of " + count_text(view.length),
               look.theme.text);
  text_wrapped(view.story, look.theme.accent);
  ImGui::PopFont();
  ImGui::Dummy(ImVec2(0, 8 * look.unit));
  draw_notes(look, view);
  end_panel();
}

}  // namespace gopark
