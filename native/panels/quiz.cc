// What do I think happens next, and was I right?
#include "native/panels/panels.h"

namespace gopark {

void draw_question(const Look& look, const QuizItem& item, Commands& commands) {
  panel_title(
      look, item.side == 0 ? "Before the next step · leaky.go" : "Before the next step · fixed.go");
  ImGui::PushFont(look.bold, look.size * 1.05f);
  text_wrapped(item.question.ask, look.theme.text);
  ImGui::PopFont();
  for (std::size_t i = 0; i < item.question.answers.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    const std::string text = std::to_string(i + 1) + "   " + item.question.answers[i];
    if (wrapped_button(look, text, "answer")) commands.push_back({Action::Answer, i, 0, ""});
    ImGui::PopID();
  }
  text_wrapped("Press its number, or point at it. Step on to skip.", look.theme.dim);
}

void draw_mark(const Look& look, const QuizItem& item) {
  const bool right = item.is_right();
  const Shade shade = right ? Shade::Finished : Shade::Leaked;
  const float size = ImGui::GetTextLineHeight();
  draw_shade(*ImGui::GetWindowDrawList(), ImGui::GetCursorScreenPos(), size, shade, look.theme);
  ImGui::Dummy(ImVec2(size, size));
  ImGui::SameLine();
  const std::string said = item.question.answers[*item.answer];
  text_wrapped("You said: " + said +
                   (right ? "" : "  It was: " + item.question.answers[item.question.right]),
               look.theme.ink[static_cast<std::size_t>(shade)]);
  text_wrapped(item.question.because, look.theme.dim);
  ImGui::Separator();
}

}  // namespace gopark
