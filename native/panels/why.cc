// Why is it stuck, and who could still wake it?
#include "native/panels/panels.h"

namespace gopark {

namespace {

// "step 14  main dropped done…": the step is a link, underlined; the whole row can be clicked.
void draw_clause(const Look& look, const Clause& clause, int index, Commands& commands) {
  const bool is_link = clause.step > 0;
  const std::string link = is_link ? "step " + count_text(clause.step) : "";
  const float indent = ImGui::CalcTextSize("step 0000").x + 8 * look.unit;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const ImVec2 size = ImGui::CalcTextSize(clause.text.c_str(), nullptr, false, width - indent);
  ImGui::PushID(index);
  if (ImGui::InvisibleButton("clause", ImVec2(width, size.y)) && is_link)
    commands.push_back({Action::Seek, clause.step, 0, ""});
  const bool hovered = is_link && ImGui::IsItemHovered();
  ImGui::PopID();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (hovered)
    list.AddRectFilled(at, ImVec2(at.x + width, at.y + size.y), look.theme.raised, 4 * look.unit);
  if (is_link) {
    const ImVec2 text = ImGui::CalcTextSize(link.c_str());
    list.AddText(at, look.theme.accent, link.c_str());
    list.AddLine(ImVec2(at.x, at.y + text.y), ImVec2(at.x + text.x, at.y + text.y),
                 look.theme.accent, look.unit);
  }
  list.AddText(ImGui::GetFont(), ImGui::GetFontSize(), ImVec2(at.x + indent, at.y), look.theme.text,
               clause.text.c_str(), nullptr, width - indent);
}

void draw_holders(const Look& look, const WhyView& view, Commands& commands) {
  ImGui::PushStyleColor(ImGuiCol_Text, look.theme.dim);
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted("Who could still wake it:");
  ImGui::PopStyleColor();
  for (const GoroutineTag& tag : view.could_wake) {
    flow(goroutine_width(look, tag));
    if (goroutine_button(look, tag, "holder", false))
      commands.push_back({Action::Select, static_cast<uint64_t>(tag.id), 0, ""});
  }
  if (view.more_could_wake == 0) return;
  const std::string more = "and " + count_text(view.more_could_wake) + " more";
  flow(ImGui::CalcTextSize(more.c_str()).x);
  text_wrapped(more, look.theme.dim);
}

}  // namespace

void draw_why(const Look& look, const WhyView& view, const std::string& title, const UiState& ui,
              Commands& commands) {
  if (!view.subject) {
    text_wrapped(view.has_run ? "Step on: as soon as somebody waits, this tells why."
                              : "As soon as it compiles, this tells who waits, and why.",
                 look.theme.dim);
    return;
  }
  ImGui::PushFont(look.bold, look.size * 1.05f);
  if (goroutine_button(look, *view.subject, "subject", ui.selected == view.subject->id))
    commands.push_back({Action::Select, static_cast<uint64_t>(view.subject->id), 0, ""});
  ImGui::PopFont();
  flow(ImGui::CalcTextSize(title.c_str()).x);
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + 5 * look.unit);
  panel_title(look, title.c_str());
  int index = 0;
  for (const Clause& clause : view.clauses) draw_clause(look, clause, index++, commands);
  if (!view.never && !view.could_wake.empty()) draw_holders(look, view, commands);
  if (!view.future.empty()) text_wrapped(view.future, look.theme.dim);
}

}  // namespace gopark
