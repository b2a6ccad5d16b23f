// What does a leak cost when the handler is called again and again?
#include <algorithm>
#include <cmath>

#include "native/panels/panels.h"

namespace gopark {

namespace {

constexpr uint64_t kMemoryLimit = 512ULL << 20;  // of a usual container
constexpr uint64_t kCallsPerSecond = 50;

void draw_cost(const Look& look, const MemoryRow& row, uint64_t calls, uint64_t most) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const uint64_t bytes = row.retained_per_call * calls;
  const bool leaks = row.leaked > 0;
  const Shade shade = leaks ? Shade::Leaked : Shade::Finished;
  ImGui::PushFont(look.bold, look.size);
  ImGui::TextUnformatted(row.title.c_str());
  ImGui::PopFont();
  ImGui::SameLine();
  const std::string text =
      count_text(row.leaked * calls) + " parked for ever · " + bytes_text(bytes);
  text_in(text, ImGui::GetContentRegionAvail().x, look.theme.ink[static_cast<std::size_t>(shade)]);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x, height = 14 * look.unit;
  ImGui::Dummy(ImVec2(width, height));
  list.AddRectFilled(at, ImVec2(at.x + width, at.y + height), look.theme.raised, 4 * look.unit);
  const double share = most == 0 ? 0 : static_cast<double>(bytes) / static_cast<double>(most);
  if (bytes > 0)
    fill_shade(list, at,
               ImVec2(at.x + width * static_cast<float>(std::min(share, 1.0)), at.y + height),
               shade, look.theme, look.unit);
  if (!leaks) return;
  const uint64_t seconds = kMemoryLimit / (row.retained_per_call * kCallsPerSecond) + 1;
  text_wrapped("At " + count_text(kCallsPerSecond) + " calls a second, " +
                   bytes_text(kMemoryLimit) + " are full after " + count_text(seconds / 60) +
                   " min " + std::to_string(seconds % 60) + " s.",
               look.theme.text);
}

}  // namespace

void draw_memory(const Look& look, const std::vector<MemoryRow>& rows, UiState& ui) {
  uint64_t most = 0;
  for (const MemoryRow& row : rows)
    most = std::max(most, row.retained_per_call * std::max<uint64_t>(ui.odometer_calls, 1));
  auto power = static_cast<int>(std::lround(std::log10(static_cast<double>(ui.odometer_calls))));
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted("Called");
  ImGui::SameLine();
  for (int p = 0; p <= 6; p += 1) {
    uint64_t calls = 1;
    for (int i = 0; i < p; ++i) calls *= 10;
    if (p > 0) ImGui::SameLine(0, 3 * look.unit);
    const bool on = p == power;
    ImGui::PushStyleColor(ImGuiCol_Button, on ? look.theme.accent : look.theme.raised);
    ImGui::PushStyleColor(ImGuiCol_Text, on ? look.theme.on_accent : look.theme.text);
    if (ImGui::Button(count_text(calls).c_str())) ui.odometer_calls = calls;
    ImGui::PopStyleColor(2);
  }
  ImGui::SameLine();
  ImGui::TextUnformatted("times:");
  for (const MemoryRow& row : rows) draw_cost(look, row, ui.odometer_calls, most);
  for (const MemoryRow& row : rows)
    text_wrapped(row.title + " now: " + count_text(row.goroutines) + " goroutines, stacks " +
                     bytes_text(row.stack_bytes) + ", heap " + bytes_text(row.heap_bytes) + ".",
                 look.theme.dim);
}

}  // namespace gopark
