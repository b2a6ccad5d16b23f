// Does it always happen, sometimes, or never?
#include <algorithm>
#include <cmath>

#include "native/panels/panels.h"

namespace gopark {

namespace {

constexpr int kTicks = 60;

ImU32 ink(const Look& look, Shade shade) {
  return look.theme.ink[static_cast<std::size_t>(shade)];
}

// A share that is not nothing (or not all) is at least one tick.
int failing_ticks(double share) {
  int failing = static_cast<int>(std::lround(share * kTicks));
  if (share > 0) failing = std::max(failing, 1);
  if (share < 1) failing = std::min(failing, kTicks - 1);
  return failing;
}

// A ring of ticks: the failing share of all schedules crossed, the others plain; all pale when the
// share is not known.
void draw_ring(const Look& look, ImVec2 middle, float radius, std::optional<double> share) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const int failing = failing_ticks(share.value_or(0));
  const ImU32 other = share ? ink(look, Shade::Finished) : look.theme.dim;
  for (int i = 0; i < kTicks; ++i) {
    const float angle = (static_cast<float>(i) + 0.5f) / kTicks * 6.2831853f - 1.5707963f;
    const bool fails = i < failing;
    const float inner = radius * (fails ? 0.66f : 0.84f);
    const ImVec2 unit(std::cos(angle), std::sin(angle));
    list.AddLine(ImVec2(middle.x + unit.x * inner, middle.y + unit.y * inner),
                 ImVec2(middle.x + unit.x * radius, middle.y + unit.y * radius),
                 fails ? ink(look, Shade::Leaked) : other, 2.5f * look.unit);
  }
}

// Edits of the program that are clean in every schedule; a click makes one.
void draw_fixes(const Look& look, const SchedulesView& view, Commands& commands) {
  if (view.fixes.empty()) {
    if (view.looks_for_fixes) text_wrapped("Trying fixes…", look.theme.dim);
    return;
  }
  text_wrapped("Fixes, each PROVED clean:", ink(look, Shade::Finished));
  for (std::size_t i = 0; i < view.fixes.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    if (ImGui::Button(view.fixes[i].c_str()))
      commands.push_back({Action::ApplyFix, i, view.side, ""});
    ImGui::PopID();
  }
}

void draw_loads(const SchedulesView& view, Commands& commands) {
  if (view.has_simplest && ImGui::Button("Simplest that fails"))
    commands.push_back({Action::Simplest, 0, view.side, ""});
  if (!view.has_passing) return;
  if (view.has_simplest) flow(button_width("Nearest that passes"));
  if (ImGui::Button("Nearest that passes"))
    commands.push_back({Action::NearestClean, 0, view.side, ""});
}

void draw_program(const Look& look, const SchedulesView& view, Commands& commands) {
  const float radius = 2.1f * ImGui::GetTextLineHeight();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  if (!view.dials.empty())
    draw_ring(look, ImVec2(at.x + radius, at.y + radius), radius, view.dials.back().share);
  ImGui::SetCursorScreenPos(ImVec2(at.x + 2 * radius + 14 * look.unit, at.y));
  ImGui::BeginGroup();
  ImGui::PushFont(look.bold, look.size);
  text_wrapped(view.title + "   " + (view.running ? "looking…" : view.badge),
               view.running ? look.theme.dim : ink(look, view.shade));
  ImGui::PopFont();
  for (const DialView& dial : view.dials) text_wrapped(dial.sentence, look.theme.text);
  text_wrapped(count_text(view.states) + " states looked at.", look.theme.dim);
  if (view.running) action_button(look, commands, Action::CancelSearch, "Stop");
  draw_loads(view, commands);
  draw_fixes(look, view, commands);
  ImGui::EndGroup();
  const float bottom = at.y + 2 * radius;
  if (ImGui::GetCursorScreenPos().y < bottom) ImGui::SetCursorScreenPos(ImVec2(at.x, bottom));
  ImGui::Dummy(ImVec2(0, 2 * look.unit));
}

}  // namespace

void draw_all_schedules(const Look& look, const std::vector<SchedulesView>& views,
                        Commands& commands) {
  for (const SchedulesView& view : views) {
    ImGui::PushID(static_cast<int>(view.side));
    draw_program(look, view, commands);
    ImGui::PopID();
  }
}

}  // namespace gopark
