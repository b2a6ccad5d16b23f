// Which lessons are there, which keys, what are the parts called, and what did a dump say?
#include <algorithm>

#include "native/find.h"
#include "native/panels/panels.h"

namespace gopark {

namespace {

void take_caret_when_opening() {
  if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
}

void draw_lessons(const Look& look, const std::vector<LessonText>& lessons, std::size_t current,
                  const std::vector<std::string>& progress, Commands& commands) {
  for (std::size_t i = 0; i < lessons.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    const std::string label = std::to_string(i + 1) + "  " + lessons[i].title;
    ImGui::PushFont(look.bold, look.size * 1.1f);
    if (ImGui::Selectable(label.c_str(), i == current))
      commands.push_back({Action::OpenLesson, i, 0, ""});
    ImGui::PopFont();
    ImGui::Indent();
    text_wrapped(lessons[i].notice, look.theme.dim);
    if (i < progress.size() && !progress[i].empty())
      text_wrapped(progress[i], look.theme.ink[static_cast<std::size_t>(Shade::Finished)]);
    ImGui::Unindent();
    ImGui::PopID();
  }
}

// The whole title can be clicked, and wraps where the window is narrow.
bool wrapped_choice(const Look& look, const std::string& text) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const ImVec2 size = ImGui::CalcTextSize(text.c_str(), nullptr, false, width);
  const bool clicked =
      ImGui::Selectable(("##" + text).c_str(), false, ImGuiSelectableFlags_None, ImVec2(0, size.y));
  ImGui::GetWindowDrawList()->AddText(ImGui::GetFont(), ImGui::GetFontSize(), at, look.theme.text,
                                      text.c_str(), nullptr, width);
  return clicked;
}

void draw_key_row(const Look& look, const ActionInfo& info, Commands& commands) {
  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  ImGui::PushFont(look.mono, look.size * 0.95f);
  ImGui::TextUnformatted(key_label(info.action).c_str());
  ImGui::PopFont();
  ImGui::TableNextColumn();
  if (wrapped_choice(look, std::string(info.title))) commands.push_back({info.action, 0, 0, ""});
}

bool begin_keys() {
  if (!ImGui::BeginTable("keys", 2, ImGuiTableFlags_SizingFixedFit)) return false;
  ImGui::TableSetupColumn("key", ImGuiTableColumnFlags_WidthFixed);
  ImGui::TableSetupColumn("title", ImGuiTableColumnFlags_WidthStretch);
  return true;
}

void draw_actions(const Look& look, const std::string& query, Commands& commands) {
  if (!begin_keys()) return;
  for (const ActionInfo& info : all_actions())
    if (!info.key.empty() && contains(info.title, query)) draw_key_row(look, info, commands);
  ImGui::EndTable();
}

constexpr Action kShares[] = {
    Action::CopyLink,          Action::CopySchedule, Action::CopyTest,
    Action::SaveSvg,           Action::SavePng,      Action::SaveFilmstrip,
    Action::SaveFilmstripPage, Action::SaveTrace,    Action::SaveChromeTrace};

void draw_shares(const Look& look, Commands& commands) {
  if (begin_keys()) {
    for (const Action action : kShares) draw_key_row(look, info_of(action), commands);
    ImGui::EndTable();
  }
  text_wrapped("Files go into the folder that the app was started in.", look.theme.dim);
}

void draw_palette(const Look& look, UiState& ui, Commands& commands) {
  take_caret_when_opening();
  if (input_line("##query", "type what you want to do", ui.query)) {
    for (const ActionInfo& info : all_actions()) {
      if (info.key.empty() || !contains(info.title, ui.query)) continue;
      commands.push_back({info.action, 0, 0, ""});
      break;
    }
  }
  draw_actions(look, ui.query, commands);
}

void draw_parts(const Look& look) {
  struct Part {
    Shade shade;
    const char* name;
    const char* meaning;
  };
  constexpr Part kParts[] = {
      {Shade::Running, "running", "the one goroutine that moves in this step"},
      {Shade::Runnable, "runnable", "could move; it is not its turn"},
      {Shade::Waiting, "waiting", "parked: it sleeps until another goroutine wakes it"},
      {Shade::Sleeping, "sleeping", "a timer will wake it"},
      {Shade::Leaked, "leaked", "parked, and nobody who can still run could ever wake it"},
      {Shade::Finished, "finished", "its function has returned"}};
  for (const Part& part : kParts) {
    const float size = ImGui::GetTextLineHeight();
    draw_shade(*ImGui::GetWindowDrawList(), ImGui::GetCursorScreenPos(), size, part.shade,
               look.theme);
    ImGui::Dummy(ImVec2(size, size));
    ImGui::SameLine();
    ImGui::PushFont(look.bold, look.size);
    ImGui::TextUnformatted(part.name);
    ImGui::PopFont();
    ImGui::SameLine(140 * look.unit);
    text_wrapped(part.meaning, look.theme.text);
  }
  text_wrapped(
      "A channel has slots (its capacity) and two lines in front of it: goroutines that "
      "wait to send, and goroutines that wait to receive. Without slots a value goes from "
      "hand to hand, so both must be there.",
      look.theme.text);
}

const char* title_of(Overlay overlay) {
  switch (overlay) {
    case Overlay::None:
      break;
    case Overlay::Lessons:
      return "Lessons";
    case Overlay::Help:
      return "Keys";
    case Overlay::Palette:
      return "What do you want to do?";
    case Overlay::Parts:
      return "The parts";
    case Overlay::Open:
      return "Open a Go file";
    case Overlay::Dump:
      return "A goroutine dump";
    case Overlay::Share:
      return "Share";
  }
  return "";
}

void draw_content(const Look& look, const std::vector<LessonText>& lessons, std::size_t current,
                  const std::vector<std::string>& progress, const DumpView& dump, UiState& ui,
                  Commands& commands) {
  switch (ui.overlay) {
    case Overlay::None:
      break;
    case Overlay::Lessons:
      draw_lessons(look, lessons, current, progress, commands);
      break;
    case Overlay::Help:
      draw_actions(look, "", commands);
      break;
    case Overlay::Palette:
      draw_palette(look, ui, commands);
      break;
    case Overlay::Parts:
      draw_parts(look);
      break;
    case Overlay::Open:
      take_caret_when_opening();
      if (input_line("##path", "path of the file, then Enter", ui.query))
        commands.push_back({Action::OpenFile, 0, 0, ui.query});
      break;
    case Overlay::Share:
      draw_shares(look, commands);
      break;
    case Overlay::Dump:
      draw_dump(look, dump, lessons, commands);
      break;
  }
}

// What lies below is dim, and takes no clicks: one there closes what lies over it.
void draw_veil(const Box& screen, Commands& commands) {
  ImGui::SetNextWindowPos(ImVec2(screen.x, screen.y));
  ImGui::SetNextWindowSize(ImVec2(screen.width, screen.height));
  ImGui::PushStyleColor(ImGuiCol_WindowBg, ImGui::GetColorU32(ImGuiCol_ModalWindowDimBg));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
  ImGui::Begin("veil", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoFocusOnAppearing);
  if (ImGui::IsWindowHovered() && ImGui::IsMouseClicked(ImGuiMouseButton_Left))
    commands.push_back({Action::Close, 0, 0, ""});
  ImGui::End();
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
}

}  // namespace

void draw_overlay(const Look& look, const Box& screen, const std::vector<LessonText>& lessons,
                  std::size_t current, const std::vector<std::string>& progress,
                  const DumpView& dump, UiState& ui, Commands& commands) {
  if (ui.overlay == Overlay::None) return;
  const float width = std::min(screen.width * 0.9f, 720 * look.unit);
  const float margin = screen.height * 0.1f, most = screen.height - 2 * margin;
  draw_veil(screen, commands);
  ImGui::SetNextWindowPos(ImVec2((screen.width - width) / 2, margin));
  ImGui::SetNextWindowSizeConstraints(ImVec2(width, 0), ImVec2(width, most));
  ImGui::SetNextWindowFocus();
  ImGui::PushStyleColor(ImGuiCol_WindowBg, look.theme.panel);
  ImGui::Begin(title_of(ui.overlay), nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize);
  ImGui::PopStyleColor();
  ImGui::PushFont(look.bold, look.size * 1.25f);
  ImGui::TextUnformatted(title_of(ui.overlay));
  ImGui::PopFont();
  ImGui::SameLine(width - 90 * look.unit);
  action_button(look, commands, Action::Close, "Close");
  // As high as what is in it, and scrolling where that is too much.
  const float rest = ImGui::GetCursorPosY() + ImGui::GetStyle().WindowPadding.y;
  ImGui::SetNextWindowSizeConstraints(ImVec2(0, 0), ImVec2(width, most - rest));
  ImGui::BeginChild("content", ImVec2(0, 0), ImGuiChildFlags_AutoResizeY);
  draw_content(look, lessons, current, progress, dump, ui, commands);
  ImGui::EndChild();
  ImGui::End();
}

}  // namespace gopark
