// Where in the run am I, and what has just happened?
#include <algorithm>

#include "native/panels/panels.h"

namespace gopark {

namespace {

constexpr uint64_t kMaxTicks = 60;  // more steps than this are a plain bar

float x_of(uint64_t step, uint64_t length, float left, float width) {
  const double share = length == 0 ? 0 : static_cast<double>(step) / static_cast<double>(length);
  return left + static_cast<float>(share) * width;
}

void draw_marker(ImDrawList& list, const Look& look, const Marker& marker, ImVec2 at) {
  const float size = 15 * look.unit;
  const ImVec2 corner(at.x - size / 2, at.y - 19 * look.unit);
  if (marker.kind == MarkerKind::Parked) draw_shade(list, corner, size, Shade::Waiting, look.theme);
  if (marker.kind == MarkerKind::Doomed) draw_shade(list, corner, size, Shade::Leaked, look.theme);
}

struct Word {
  float x = 0, width = 0;  // the middle of the word, wished for
  const char* text = "";   // "": the mark of an answer
  ImU32 color = 0;
  Shade shade = Shade::Finished;
};

// The questions with their marks stay at their steps; other words go to the right of what they
// would touch, or to its left where the bar ends.
void place(std::vector<Word>& words, float gap, float right) {
  std::stable_sort(words.begin(), words.end(),
                   [](const Word& a, const Word& b) { return a.x < b.x; });
  float free = words.empty() ? 0 : words.front().x - words.front().width;
  for (Word& word : words) {
    word.x = std::max(word.x - word.width / 2, free);
    free = word.x + word.width + gap;
  }
  for (std::size_t i = words.size(); i-- > 0;) {
    words[i].x = std::min(words[i].x, right - words[i].width);
    right = words[i].x - gap;
  }
}

// Below the bar: the questions, where the twins part, and from where on it is too late.
void draw_below(ImDrawList& list, const Look& look, const TransportView& view, ImVec2 from,
                float width) {
  ImGui::PushFont(look.bold, look.size * 0.8f);
  const float size = ImGui::GetTextLineHeight();
  std::vector<Word> words;
  const auto add = [&](uint64_t step, const char* text, ImU32 color, Shade shade) {
    const float wide = *text == '\0' ? size : ImGui::CalcTextSize(text).x;
    words.push_back({x_of(step, view.length, from.x, width), wide, text, color, shade});
  };
  uint64_t last = 0;  // two questions at one step are one mark
  for (const QuestionMark& mark : view.questions) {
    const bool again = !words.empty() && words.back().text[0] == '?' && last == mark.step;
    if (mark.is_open && !again) add(mark.step, "?", look.theme.accent, {});
    last = mark.step;
    if (mark.is_answered) add(mark.step, "", 0, mark.is_right ? Shade::Finished : Shade::Leaked);
  }
  if (view.part) add(*view.part, "part", look.theme.dim, {});
  if (view.no_return)
    add(*view.no_return, "too late", look.theme.ink[static_cast<std::size_t>(Shade::Leaked)], {});
  place(words, 5 * look.unit, from.x + width + 10 * look.unit);
  for (const Word& word : words) {
    const ImVec2 at(word.x, from.y);
    if (*word.text == '\0')
      draw_shade(list, at, size, word.shade, look.theme);
    else
      list.AddText(at, word.color, word.text);
  }
  ImGui::PopFont();
}

std::span<const Marker> markers_of(const TransportView& view) {
  return view.markers == nullptr ? std::span<const Marker>() : std::span(*view.markers);
}

std::span<const Marker> markers_at(const TransportView& view, uint64_t step) {
  const std::span<const Marker> all = markers_of(view);
  const auto begin = std::partition_point(
      all.begin(), all.end(), [step](const Marker& marker) { return marker.step < step; });
  const auto end = std::partition_point(
      begin, all.end(), [step](const Marker& marker) { return marker.step == step; });
  return {begin, end};
}

// Whoever is doomed where it parks has one sign, not two.
bool is_hidden(const TransportView& view, const Marker& marker) {
  if (marker.kind != MarkerKind::Parked) return false;
  const std::span<const Marker> here = markers_at(view, marker.step);
  return std::any_of(here.begin(), here.end(),
                     [](const Marker& other) { return other.kind == MarkerKind::Doomed; });
}

// What stands at the step under the pointer.
void tell_step_at(const TransportView& view, uint64_t step) {
  std::string text = "step " + count_text(step);
  for (const Marker& marker : markers_at(view, step)) {
    if (marker.kind == MarkerKind::Parked) text += "\nparks for the last time";
    if (marker.kind == MarkerKind::Doomed) text += "\nfrom here on nobody can wake it";
  }
  if (view.part == step) text += "\nhere the twins part";
  if (view.no_return == step) text += "\ntoo late: from here on no schedule ends clean";
  ImGui::SetTooltip("%s", text.c_str());
}

void draw_bar(const Look& look, const TransportView& view, ImVec2 from, float width) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float y = from.y, r = 4 * look.unit;
  const float here = x_of(view.step, view.length, from.x, width);
  list.AddLine(from, ImVec2(from.x + width, y), look.theme.outline, 4 * look.unit);
  list.AddLine(from, ImVec2(here, y), look.theme.accent, 4 * look.unit);
  if (view.length <= kMaxTicks)
    for (uint64_t s = 0; s <= view.length; ++s)
      list.AddCircleFilled(ImVec2(x_of(s, view.length, from.x, width), y), r,
                           s <= view.step ? look.theme.accent : look.theme.outline);
  // Where there are thousands, one stands for its neighbours: less than two pixels apart they would
  // hide each other.
  const auto apart = static_cast<uint64_t>(2 * static_cast<double>(view.length) / width);
  std::optional<uint64_t> last[3];
  for (const Marker& marker : markers_of(view)) {
    std::optional<uint64_t>& before = last[static_cast<std::size_t>(marker.kind)];
    if ((before && marker.step < *before + apart) || is_hidden(view, marker)) continue;
    before = marker.step;
    draw_marker(list, look, marker, ImVec2(x_of(marker.step, view.length, from.x, width), y));
  }
  if (view.no_return) {
    const float x = x_of(*view.no_return, view.length, from.x, width);
    list.AddLine(ImVec2(x, y - 9 * look.unit), ImVec2(x, y + 9 * look.unit),
                 look.theme.ink[static_cast<std::size_t>(Shade::Leaked)], 3 * look.unit);
  }
  draw_below(list, look, view, ImVec2(from.x, y + 7 * look.unit), width);
  list.AddCircleFilled(ImVec2(here, y), 9 * look.unit, look.theme.accent);
  list.AddCircleFilled(ImVec2(here, y), 5 * look.unit, look.theme.panel);
}

void draw_seek_bar(const Look& look, const TransportView& view, float width, Commands& commands) {
  const float height = 36 * look.unit, margin = 12 * look.unit;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::InvisibleButton("seek", ImVec2(width, height));
  const ImVec2 from(at.x + margin, at.y + height * 0.6f);
  const float inner = std::max(width - 2 * margin, 1.0f);
  const float share = std::clamp((ImGui::GetIO().MousePos.x - from.x) / inner, 0.0f, 1.0f);
  const auto step =
      static_cast<uint64_t>(static_cast<double>(share) * static_cast<double>(view.length) + 0.5);
  if (ImGui::IsItemActive() && view.length > 0 && step != view.step)
    commands.push_back({Action::Seek, step, 0, ""});
  if (ImGui::IsItemHovered()) tell_step_at(view, step);
  draw_bar(look, view, from, inner);
}

void draw_story(const Look& look, const TransportView& view) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (view.who.id != kNoGoroutine) {
    const float size = ImGui::GetTextLineHeight();
    draw_shade(list, ImGui::GetCursorScreenPos(), size, view.who.shade, look.theme);
    ImGui::Dummy(ImVec2(size, size));
    ImGui::SameLine();
  }
  ImGui::PushFont(look.bold, look.size * 1.1f);
  text_wrapped(view.story, look.theme.text);
  ImGui::PopFont();
}

void draw_buttons(const Look& look, const UiState& ui, Commands& commands) {
  action_button(look, commands, Action::Back, "< Back");
  ImGui::SameLine();
  action_button(look, commands, Action::Step, "Step >");
  ImGui::SameLine();
  action_button(look, commands, Action::Play, ui.playing ? "Pause" : "Play", ui.playing);
  ImGui::SameLine();
}

void draw_count(const std::string& count) {
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(count.c_str());
}

}  // namespace

void draw_transport_panel(const Look& look, const Box& box, const TransportView& view,
                          const UiState& ui, Commands& commands) {
  begin_panel("transport", box, look);
  draw_buttons(look, ui, commands);
  const std::string count =
      count_text(view.step) + " of " + count_text(view.length) + (ui.only_causes ? " ·" : "");
  const float spacing = ImGui::GetStyle().ItemSpacing.x;
  if (view.narrow) {
    draw_count(count);
    draw_seek_bar(look, view, ImGui::GetContentRegionAvail().x, commands);
    draw_story(look, view);
    return end_panel();
  }
  const std::string told = "step " + count;
  const float part = view.part ? button_width("They part") + spacing : 0;
  const float width =
      ImGui::GetContentRegionAvail().x - ImGui::CalcTextSize(told.c_str()).x - part - 2 * spacing;
  const float y = ImGui::GetCursorPosY();
  ImGui::SetCursorPosY(y - 6 * look.unit);
  draw_seek_bar(look, view, std::max(width, 40 * look.unit), commands);
  ImGui::SameLine();
  ImGui::SetCursorPosY(y);
  draw_count(told);
  if (view.part) {
    ImGui::SameLine();
    action_button(look, commands, Action::Part, "They part");
  }
  draw_story(look, view);
  end_panel();
}

}  // namespace gopark
