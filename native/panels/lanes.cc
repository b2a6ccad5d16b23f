// Who ran when, who waits, and where did the values go?
#include <algorithm>
#include <cmath>
#include <map>

#include "native/panels/panels.h"

namespace gopark {

namespace {

struct Axis {
  float left = 0, width = 1;
  uint64_t steps = 1;
  uint64_t step_at(float x) const {
    const float share = std::clamp((x - left) / width, 0.0f, 1.0f);
    return static_cast<uint64_t>(
        std::ceil(static_cast<double>(share) * static_cast<double>(steps)));
  }
  float at(double step) const {
    return left + static_cast<float>(step / static_cast<double>(steps)) * width;
  }
};

// Stretches narrower than this are drawn as one with their neighbour.
constexpr float kNarrowest = 1.5f;

void draw_stretches(const Look& look, const Lane& lane, const Axis& axis, float y, float height,
                    uint64_t position) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float done = axis.left - kNarrowest;
  for (auto next = lane.stretches.begin(); next != lane.stretches.end(); ++next) {
    // Of a million stretches only those that can be seen are looked at.
    next = std::partition_point(next, lane.stretches.end(), [&](const Stretch& s) {
      return axis.at(static_cast<double>(s.to)) - done < kNarrowest;
    });
    if (next == lane.stretches.end() || next->from >= position) break;
    const Stretch& s = *next;
    const uint64_t to = std::min(s.to, position);
    const float x0 = axis.at(static_cast<double>(s.from)), x1 = axis.at(static_cast<double>(to));
    if (x1 - done < kNarrowest) break;
    const bool thin = s.shade == Shade::Runnable || s.shade == Shade::Finished;
    const float inset = thin ? height * 0.38f : 0;
    fill_shade(list, ImVec2(x0 + 1, y + inset),
               ImVec2(std::max(x1 - 1, x0 + 1), y + height - inset), s.shade, look.theme,
               look.unit);
    const char* word = s.shade == Shade::Leaked ? "leaked" : to_string(s.reason).data();
    if (!thin && s.shade != Shade::Running &&
        ImGui::CalcTextSize(word).x + 8 * look.unit < x1 - x0) {
      const ImVec2 size = ImGui::CalcTextSize(word);
      const ImVec2 p(x0 + 6 * look.unit, y + (height - size.y) / 2);
      const bool hatched = s.shade == Shade::Leaked;
      if (hatched)
        list.AddRectFilled(ImVec2(p.x - 4 * look.unit, y + look.unit),
                           ImVec2(p.x + size.x + 4 * look.unit, y + height - look.unit),
                           look.theme.panel, 3 * look.unit);
      list.AddText(p, hatched ? look.theme.ink[static_cast<std::size_t>(s.shade)] : IM_COL32_BLACK,
                   word);
    }
    done = x1;
  }
}

void draw_arrow(const Look& look, ImVec2 from, ImVec2 to, float motion, const std::string& value,
                bool is_new) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImU32 color = is_new ? look.theme.accent : look.theme.dim;
  list.AddLine(from, to, color, (is_new ? 2.5f : 1.5f) * look.unit);
  const float dx = to.x - from.x, dy = to.y - from.y;
  const float length = std::max(std::sqrt(dx * dx + dy * dy), 1.0f);
  const float ux = dx / length * 8 * look.unit, uy = dy / length * 8 * look.unit;
  list.AddTriangleFilled(to, ImVec2(to.x - ux - uy * 0.6f, to.y - uy + ux * 0.6f),
                         ImVec2(to.x - ux + uy * 0.6f, to.y - uy - ux * 0.6f), color);
  if (!is_new) return;
  const ImVec2 size = ImGui::CalcTextSize(value.c_str());
  const ImVec2 at(from.x + dx * motion + 8 * look.unit, from.y + dy * motion - size.y / 2);
  list.AddRectFilled(ImVec2(at.x - 4 * look.unit, at.y),
                     ImVec2(at.x + size.x + 4 * look.unit, at.y + size.y), look.theme.accent,
                     4 * look.unit);
  list.AddText(at, look.theme.on_accent, value.c_str());
}

struct Rows {
  std::map<GoroutineId, float> middle;  // y of each lane
  float height = 0;
};

void draw_messages(const Look& look, const LanesView& view, const Axis& axis, const Rows& rows) {
  if (view.messages == nullptr) return;
  float last = axis.left - kNarrowest;
  for (const Message& message : *view.messages) {
    if (message.received > view.position) break;
    const float x = axis.at(static_cast<double>(message.received));
    if (x - last < kNarrowest && message.received != view.position) continue;
    last = x;
    const auto from = rows.middle.find(message.from), to = rows.middle.find(message.to);
    if (from == rows.middle.end() || to == rows.middle.end()) continue;
    const bool is_new = message.received == view.position;
    draw_arrow(look, ImVec2(axis.at(static_cast<double>(message.sent) - 0.5), from->second),
               ImVec2(axis.at(static_cast<double>(message.received) - 0.3), to->second),
               look.motion, message.value, is_new);
  }
}

// The future that was, before the person chose another way: outlines only.
void draw_old_future(const Look& look, const Trace& old, const Axis& axis, const Rows& rows,
                     uint64_t position) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (const Lane& lane : old.lanes) {
    const auto middle = rows.middle.find(lane.goroutine);
    if (middle == rows.middle.end()) continue;
    const float half = rows.height * 0.3f;
    for (const Stretch& s : lane.stretches) {
      if (s.to <= position || s.shade == Shade::Runnable || s.shade == Shade::Finished) continue;
      const float x0 = axis.at(static_cast<double>(std::max(s.from, position)));
      const float x1 = axis.at(static_cast<double>(s.to));
      list.AddRect(ImVec2(x0 + 1, middle->second - half),
                   ImVec2(std::max(x1 - 1, x0 + 2), middle->second + half),
                   look.theme.ink[static_cast<std::size_t>(s.shade)], 3 * look.unit,
                   ImDrawFlags_None, look.unit);
    }
  }
}

constexpr float kFaded = 0.35f;

ImU32 with_alpha(ImU32 color, float alpha) {
  return (color & ~IM_COL32_A_MASK) | static_cast<ImU32>(alpha * 255.0f) << IM_COL32_A_SHIFT;
}

// From who is parked at `y` to who could wake it.
void draw_waker(const Look& look, float x, float y, float other, ImU32 color, float thick) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float bow = x + 18 * look.unit;
  list.AddBezierCubic(ImVec2(x, y), ImVec2(bow, y), ImVec2(bow, other), ImVec2(x, other), color,
                      thick * look.unit, 16);
}

// Who let go: the line fades, and ends in a cross instead of a dot.
void draw_lost(const Look& look, const LanesView& view, float x, float y, const Rows& rows) {
  const float alpha = view.has_lost_now ? 1 - (1 - kFaded) * look.motion : kFaded;
  const ImU32 color = with_alpha(look.theme.ink[static_cast<std::size_t>(Shade::Leaked)], alpha);
  const float size = 12 * look.unit;
  for (const GoroutineId id : view.lost) {
    const auto other = rows.middle.find(id);
    if (other == rows.middle.end()) continue;
    draw_waker(look, x, y, other->second, color, 1.2f);
    draw_shade(*ImGui::GetWindowDrawList(), ImVec2(x - size / 2, other->second - size / 2), size,
               Shade::Leaked, look.theme);
  }
}

// The last one let go: in a word, where there is room for it.
void draw_never(const Look& look, float x, float y, float right) {
  const char* words = "never wakes";
  const ImVec2 size = ImGui::CalcTextSize(words), at(x + 22 * look.unit, y - size.y / 2);
  if (at.x + size.x > right) return;
  ImGui::GetWindowDrawList()->AddText(at, look.theme.ink[static_cast<std::size_t>(Shade::Leaked)],
                                      words);
}

// From who is parked to everyone who could still wake it.
void draw_wakers(const Look& look, const LanesView& view, const Axis& axis, const Rows& rows) {
  const auto parked = rows.middle.find(view.parked);
  if (parked == rows.middle.end()) return;
  const float x = axis.at(static_cast<double>(view.position));
  const ImU32 color = look.theme.ink[static_cast<std::size_t>(Shade::Waiting)];
  draw_lost(look, view, x, parked->second, rows);
  for (const GoroutineId id : view.could_wake) {
    const auto other = rows.middle.find(id);
    if (other == rows.middle.end()) continue;
    draw_waker(look, x, parked->second, other->second, color, 2);
    ImGui::GetWindowDrawList()->AddCircleFilled(ImVec2(x, other->second), 4 * look.unit, color, 12);
  }
  if (view.never && view.old_future == nullptr)
    draw_never(look, x, parked->second, axis.left + axis.width);
}

void draw_label(const Look& look, const LaneView& lane, float width, const UiState& ui,
                Commands& commands) {
  const float height = ImGui::GetTextLineHeight();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  if (ImGui::InvisibleButton("lane", ImVec2(width, height + 2 * look.unit)))
    commands.push_back({Action::Select, static_cast<uint64_t>(lane.tag.id), 0, ""});
  if (ImGui::IsItemHovered())
    ImGui::SetTooltip("%s  %s", lane.tag.name.c_str(), lane.tag.state.c_str());
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ui.selected == lane.tag.id)
    list.AddRectFilled(at, ImVec2(at.x + width - 4 * look.unit, at.y + height + 2 * look.unit),
                       look.theme.raised, 4 * look.unit);
  draw_shade(list, at, height, lane.tag.shade, look.theme);
  list.PushClipRect(at, ImVec2(at.x + width - 4 * look.unit, at.y + 2 * height), true);
  const ImVec2 name(at.x + height + 5 * look.unit, at.y);
  list.AddText(name, look.theme.text, lane.tag.name.c_str());
  const std::string& state = lane.folded > 1 ? lane.summary : lane.tag.state;
  const float state_x = name.x + ImGui::CalcTextSize((lane.tag.name + "  ").c_str()).x;
  // Where the words have no room "leaked" stands for "leaked: chan send", and else the shape alone.
  for (const std::string& words : {state, state.substr(0, state.find(':'))}) {
    if (state_x + ImGui::CalcTextSize(words.c_str()).x > at.x + width - 4 * look.unit) continue;
    list.AddText(ImVec2(state_x, name.y), look.theme.ink[static_cast<std::size_t>(lane.tag.shade)],
                 words.c_str());
    break;
  }
  list.PopClipRect();
}

// The same for both twins, so that a step stands at the same place in both.
float label_width(const Look& look, const std::vector<TwinLanes>& twins, float width) {
  float widest = 0;
  for (const TwinLanes& twin : twins)
    for (const LaneView& lane : twin.view.lanes) {
      const std::string& state = lane.folded > 1 ? lane.summary : lane.tag.state;
      widest = std::max(widest, ImGui::CalcTextSize((lane.tag.name + "  " + state).c_str()).x);
    }
  return std::min(width * 0.45f, widest + ImGui::GetTextLineHeight() + 14 * look.unit);
}

void draw_twin(const Look& look, const TwinLanes& twin, float width, float label, uint64_t longest,
               UiState& ui, Commands& commands) {
  const float height = ImGui::GetTextLineHeight();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  Axis axis{at.x + label, (width - label - 26 * look.unit) * ui.zoom,
            std::max<uint64_t>(longest, 1)};
  Rows rows{{}, height + 8 * look.unit};
  for (std::size_t i = 0; i < twin.view.lanes.size(); ++i)
    rows.middle[twin.view.lanes[i].tag.id] = at.y + (static_cast<float>(i) + 0.5f) * rows.height;
  const float here = axis.at(static_cast<double>(twin.view.position));
  const float bottom = at.y + rows.height * static_cast<float>(twin.view.lanes.size());
  for (const LaneView& lane : twin.view.lanes) {
    ImGui::PushID(static_cast<int>(lane.tag.id));
    const float y = ImGui::GetCursorScreenPos().y;
    draw_label(look, lane, label, ui, commands);
    ImGui::SetCursorScreenPos(ImVec2(axis.left, y));
    if (ImGui::InvisibleButton("run", ImVec2(axis.width, height + 2 * look.unit)))
      commands.push_back({Action::Seek, axis.step_at(ImGui::GetIO().MousePos.x), 0, ""});
    draw_stretches(look, *lane.lane, axis, y, height, twin.view.position);
    ImGui::SetCursorScreenPos(ImVec2(at.x, y + rows.height));
    ImGui::PopID();
  }
  ImGui::Dummy(ImVec2(0, 0));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (twin.view.old_future != nullptr)
    draw_old_future(look, *twin.view.old_future, axis, rows, twin.view.position);
  list.AddLine(ImVec2(here, at.y), ImVec2(here, bottom), look.theme.accent, 2 * look.unit);
  draw_wakers(look, twin.view, axis, rows);
  draw_messages(look, twin.view, axis, rows);
}

// Which of thousands? A part of a name or of a state.
void draw_filter(const Look& look, const std::vector<TwinLanes>& twins, UiState& ui,
                 Commands& commands) {
  if (ui.filter_wants_caret) ImGui::SetKeyboardFocusHere();
  ui.filter_wants_caret = false;
  uint64_t shown = 0;
  for (const TwinLanes& twin : twins) shown += twin.view.lanes.size() + twin.view.more;
  const std::string count = ui.lane_filter.empty() ? "" : count_text(shown) + " found";
  const float words = ImGui::CalcTextSize("000,000 found").x;
  const float width = ImGui::GetContentRegionAvail().x - words - button_width("Close") -
                      2 * ImGui::GetStyle().ItemSpacing.x;
  input_line("##filter", "a name or a state: main.7, parked, leaked", ui.lane_filter,
             std::max(width, 80 * look.unit));
  ImGui::SameLine();
  const float x = ImGui::GetCursorPosX();
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(count.c_str());
  ImGui::SameLine(x + words + ImGui::GetStyle().ItemSpacing.x);
  action_button(look, commands, Action::Close, "Close");
}

}  // namespace

void draw_lanes(const Look& look, const std::vector<TwinLanes>& twins, UiState& ui,
                Commands& commands) {
  if (ui.filters_lanes) draw_filter(look, twins, ui, commands);
  uint64_t longest = 1;
  for (const TwinLanes& twin : twins) longest = std::max(longest, twin.view.steps);
  const float gap = 16 * look.unit;
  const auto count = static_cast<float>(std::max<std::size_t>(twins.size(), 1));
  const float each = (ImGui::GetContentRegionAvail().x - gap * (count - 1)) / count;
  const float label = label_width(look, twins, each);
  for (std::size_t i = 0; i < twins.size(); ++i) {
    if (i > 0) ImGui::SameLine(0, gap);
    ImGui::PushID(static_cast<int>(i));
    ImGui::BeginChild("twin", ImVec2(each, 0), ImGuiChildFlags_None,
                      ImGuiWindowFlags_HorizontalScrollbar);
    if (twins.size() > 1) panel_title(look, twins[i].title.c_str());
    draw_twin(look, twins[i], each, label, longest, ui, commands);
    if (twins[i].view.more > 0)
      text_wrapped("and " + count_text(twins[i].view.more) + " more", look.theme.dim);
    ImGui::EndChild();
    ImGui::PopID();
  }
}

void draw_lanes_panel(const Look& look, const Box& box, const std::vector<TwinLanes>& twins,
                      UiState& ui, Commands& commands) {
  begin_panel("lanes", box, look);
  draw_lanes(look, twins, ui, commands);
  end_panel();
}

}  // namespace gopark
