// Why is it stuck, and who could still wake it?
#include "native/panels/panels.h"

namespace gopark {

namespace {

void draw_clause(const Look& look, const Clause& clause, int index, Commands& commands) {
  const bool is_link = clause.step > 0;
  const std::string text =
      clause.text + (is_link ? "  (step " + std::to_string(clause.step) + ")" : "");
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const ImVec2 size = ImGui::CalcTextSize(text.c_str(), nullptr, false, width);
  ImGui::PushID(index);
  if (ImGui::InvisibleButton("clause", ImVec2(width, size.y)) && is_link)
    commands.push_back({Action::Seek, clause.step, 0, ""});
  const bool hovered = is_link && ImGui::IsItemHovered();
  ImGui::PopID();
  ImGui::SetCursorScreenPos(at);
  text_wrapped(text, hovered ? look.theme.accent : look.theme.text);
}

}  // namespace

void draw_why(const Look& look, const WhyView& view, const std::string& title, const UiState& ui,
              Commands& commands) {
  if (!view.subject) {
    text_wrapped("Step on: as soon as somebody waits, this tells why.", look.theme.dim);
    return;
  }
  panel_title(look, title.c_str());
  ImGui::PushFont(look.bold, look.size * 1.05f);
  if (goroutine_button(look, *view.subject, "subject", ui.selected == view.subject->id))
    commands.push_back({Action::Select, static_cast<uint64_t>(view.subject->id), 0, ""});
  ImGui::PopFont();
  int index = 0;
  for (const Clause& clause : view.clauses) draw_clause(look, clause, index++, commands);
  if (view.never || view.could_wake.empty()) return;
  text_wrapped("Who could still wake it:", look.theme.dim);
  for (const GoroutineTag& tag : view.could_wake)
    if (goroutine_button(look, tag, "holder", false))
      commands.push_back({Action::Select, static_cast<uint64_t>(tag.id), 0, ""});
}

}  // namespace gopark
