// Where else does this text stand?
#include <algorithm>

#include "native/panels/panels.h"

namespace gopark {

namespace {

ActionItems items_of(const FindBar& find) {
  return {{Action::FindPrevious, "Before"},
          {Action::FindNext, "Next"},
          {Action::FindCase, "Aa", find.letters == LetterCase::Same},
          {Action::Close, "Close"}};
}

// Enter goes on to the next match and keeps the caret here; with Shift to the one before.
void draw_line(FindBar& find, float width, Commands& commands) {
  bool& keeps_caret = ImGui::GetIO().ConfigInputTextEnterKeepActive;
  keeps_caret = true;
  if (find.wants_caret) ImGui::SetKeyboardFocusHere();
  find.wants_caret = false;
  const std::string before = find.text;
  if (input_line("##find", "find", find.text, width))
    commands.push_back(
        {ImGui::GetIO().KeyShift ? Action::FindPrevious : Action::FindNext, 0, 0, ""});
  find.has_caret = ImGui::IsItemActive();
  find.wants_scroll = find.wants_scroll || find.text != before;
  keeps_caret = false;
}

}  // namespace

void draw_find_bar(const Look& look, std::size_t matches, std::size_t current, FindBar& find,
                   Commands& commands) {
  const std::string count = find_count(matches, current, find.text);
  const float room = ImGui::GetContentRegionAvail().x, words = ImGui::CalcTextSize("000 of 000").x;
  const float least = 120 * look.unit;
  const ActionItems items = items_of(find);
  draw_line(find,
            std::max(room - words - width_of(items) - 2 * ImGui::GetStyle().ItemSpacing.x,
                     std::min(least, room)),
            commands);
  flow(words);
  ImGui::PushStyleColor(ImGuiCol_Text, matches == 0
                                           ? look.theme.ink[static_cast<std::size_t>(Shade::Leaked)]
                                           : look.theme.text);
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(count.c_str());
  ImGui::PopStyleColor();
  for (const ActionItem& item : items) {
    flow(button_width(item.label));
    action_button(look, commands, item.action, item.label, item.on);
  }
}

}  // namespace gopark
