// What does a leak cost when the handler is called again and again?
#include <algorithm>

#include "native/panels/panels.h"

namespace gopark {

namespace {

constexpr uint64_t kMostCalls = 1'000'000, kMostRate = 1000;  // a second
constexpr uint64_t kMemoryLimit = 512ULL << 20;               // of a usual container

std::string time_text(uint64_t seconds) {
  if (seconds < 120) return count_text(seconds) + " s";
  if (seconds < 7200) return count_text(seconds / 60) + " min";
  if (seconds < 48 * 3600) return count_text(seconds / 3600) + " h";
  return count_text(seconds / 86400) + " days";
}

// "Called [-] 1,000 [+] times": ten times more or less at a click, up to `most`.
void choose_number(const char* before, const char* after, uint64_t most, uint64_t& value) {
  const std::string number = count_text(value);
  const float widest = ImGui::CalcTextSize(count_text(most).c_str()).x;
  ImGui::PushID(before);
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(before);
  ImGui::SameLine();
  if (ImGui::Button("-") && value > 1) value /= 10;
  ImGui::SameLine();
  const float x = ImGui::GetCursorPosX();
  ImGui::SetCursorPosX(x + (widest - ImGui::CalcTextSize(number.c_str()).x) / 2);
  ImGui::TextUnformatted(number.c_str());
  ImGui::SameLine(x + widest + ImGui::GetStyle().ItemSpacing.x);
  if (ImGui::Button("+") && value < most) value *= 10;
  ImGui::SameLine();
  ImGui::TextUnformatted(after);
  ImGui::PopID();
}

// The width that choose_number takes.
float number_width(const char* before, const char* after, uint64_t most) {
  const std::string text = std::string(before) + count_text(most) + after;
  return ImGui::CalcTextSize(text.c_str()).x + button_width("-") + button_width("+") +
         4 * ImGui::GetStyle().ItemSpacing.x;
}

void draw_cost(const Look& look, const MemoryRow& row, uint64_t calls, uint64_t rate,
               uint64_t most) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const uint64_t bytes = row.retained_per_call * calls;
  const bool leaks = row.leaked > 0;
  const Shade shade = leaks ? Shade::Leaked : Shade::Finished;
  ImGui::PushFont(look.bold, look.size);
  ImGui::TextUnformatted(row.title.c_str());
  ImGui::PopFont();
  std::string text = count_text(row.leaked * calls) + " parked for ever · " + bytes_text(bytes);
  if (leaks)
    text += " · " + bytes_text(kMemoryLimit) + " full after " +
            time_text(kMemoryLimit / (row.retained_per_call * rate) + 1);
  flow(ImGui::CalcTextSize(text.c_str()).x);
  text_wrapped(text, look.theme.ink[static_cast<std::size_t>(shade)]);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x, height = 14 * look.unit;
  ImGui::Dummy(ImVec2(width, height));
  list.AddRectFilled(at, ImVec2(at.x + width, at.y + height), look.theme.raised, 4 * look.unit);
  const double share = most == 0 ? 0 : static_cast<double>(bytes) / static_cast<double>(most);
  if (bytes > 0)
    fill_shade(list, at,
               ImVec2(at.x + width * static_cast<float>(std::min(share, 1.0)), at.y + height),
               shade, look.theme, look.unit);
}

}  // namespace

void draw_memory(const Look& look, const std::vector<MemoryRow>& rows, uint64_t calls, UiState& ui,
                 Commands& commands) {
  uint64_t most = 0;
  for (const MemoryRow& row : rows)
    most = std::max(most, row.retained_per_call * std::max<uint64_t>(ui.odometer_calls, 1));
  const bool runs = ui.odometer_since >= 0;
  choose_number("Called", "times", kMostCalls, ui.odometer_calls);
  flow(number_width("at", "a second", kMostRate));
  choose_number("at", "a second", kMostRate, ui.odometer_rate);
  flow(button_width("Start"));
  action_button(look, commands, Action::RunOdometer, runs ? "Stop" : "Start", runs);
  for (const MemoryRow& row : rows) draw_cost(look, row, calls, ui.odometer_rate, most);
  if (runs)
    text_wrapped(count_text(calls) + " calls in " + time_text(calls / ui.odometer_rate) + ".",
                 look.theme.text);
  for (const MemoryRow& row : rows)
    text_wrapped(row.title + " now: " + count_text(row.goroutines) + " goroutines, stacks " +
                     bytes_text(row.stack_bytes) + ", heap " + bytes_text(row.heap_bytes) + ".",
                 look.theme.dim);
}

}  // namespace gopark
