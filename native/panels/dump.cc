// Where do the goroutines of my own program stand, and which lesson is like it?
#include "native/panels/panels.h"

namespace gopark {

namespace {

void draw_group(const Look& look, const DumpGroupView& group,
                const std::vector<LessonText>& lessons, Commands& commands) {
  panel_title(look, group.title.c_str());
  ImGui::PushFont(look.mono, look.size);
  if (!group.at.empty()) text_wrapped("at " + group.at, look.theme.text);
  if (!group.created.empty()) text_wrapped("created by " + group.created, look.theme.dim);
  ImGui::PopFont();
  text_wrapped(group.waits_for, look.theme.text);
  for (const std::size_t index : group.lessons) {
    const std::string label = "Lesson: " + lessons[index].title;
    if (ImGui::Button(label.c_str())) commands.push_back({Action::OpenLesson, index, 0, ""});
  }
}

}  // namespace

void draw_dump(const Look& look, const DumpView& view, const std::vector<LessonText>& lessons,
               Commands& commands) {
  if (!view.problem.empty()) text_wrapped(view.problem, look.theme.text);
  if (!view.summary.empty()) text_wrapped(view.summary + ".", look.theme.dim);
  for (std::size_t i = 0; i < view.groups.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    draw_group(look, view.groups[i], lessons, commands);
    ImGui::PopID();
  }
}

}  // namespace gopark
