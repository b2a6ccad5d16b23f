// What does a leak cost when the handler is called again and again?
#include <algorithm>

#include "native/panels/panels.h"

namespace gopark {

namespace {

constexpr uint64_t kMemoryLimit = 512ULL << 20;  // of a usual container

std::string time_text(uint64_t seconds) {
  if (seconds < 120) return count_text(seconds) + " s";
  if (seconds < 7200) return count_text(seconds / 60) + " min";
  if (seconds < 48 * 3600) return count_text(seconds / 3600) + " h";
  return count_text(seconds / 86400) + " days";
}

// A row of numbers of which one is chosen.
void choose_number(const Look& look, const char* before, const char* after, uint64_t last,
                   uint64_t& value) {
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(before);
  ImGui::PushID(before);
  for (uint64_t number = 1; number <= last; number *= 10) {
    const std::string label = count_text(number);
    flow(button_width(label.c_str()));
    const bool on = number == value;
    ImGui::PushStyleColor(ImGuiCol_Button, on ? look.theme.accent : look.theme.raised);
    ImGui::PushStyleColor(ImGuiCol_Text, on ? look.theme.on_accent : look.theme.text);
    if (ImGui::Button(label.c_str())) value = number;
    ImGui::PopStyleColor(2);
  }
  ImGui::PopID();
  flow(ImGui::CalcTextSize(after).x);
  ImGui::TextUnformatted(after);
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

void draw_memory(const Look& look, const std::vector<MemoryRow>& rows, UiState& ui) {
  uint64_t most = 0;
  for (const MemoryRow& row : rows)
    most = std::max(most, row.retained_per_call * std::max<uint64_t>(ui.odometer_calls, 1));
  choose_number(look, "Called", "times", 1'000'000, ui.odometer_calls);
  choose_number(look, "at", "a second", 1000, ui.odometer_rate);
  for (const MemoryRow& row : rows) draw_cost(look, row, ui.odometer_calls, ui.odometer_rate, most);
  for (const MemoryRow& row : rows)
    text_wrapped(row.title + " now: " + count_text(row.goroutines) + " goroutines, stacks " +
                     bytes_text(row.stack_bytes) + ", heap " + bytes_text(row.heap_bytes) + ".",
                 look.theme.dim);
}

}  // namespace gopark
