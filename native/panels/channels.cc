// What is in each channel, who holds which lock, and who stands in line at it?
#include <algorithm>

#include "native/panels/panels.h"

namespace gopark {

namespace {

void draw_slots(const Look& look, const ChannelRow& row, Commands& commands) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float height = ImGui::GetTextLineHeight() + 4 * look.unit;
  const uint64_t slots = std::max<uint64_t>(row.capacity, row.slots.size());
  if (slots == 0) {
    ImGui::PushStyleColor(ImGuiCol_Text, look.theme.dim);
    ImGui::TextUnformatted(row.is_timers ? "empty" : "no slots: hand to hand");
    ImGui::PopStyleColor();
    return;
  }
  const uint64_t shown = std::min<uint64_t>(slots, kMaxSlots);
  for (uint64_t i = 0; i < shown; ++i) {
    const bool full = i < row.slots.size();
    const std::string text = full ? row.slots[i] : "";
    const float width = std::max(ImGui::CalcTextSize(text.c_str()).x + 12 * look.unit, height);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::PushID(static_cast<int>(i));
    const uint64_t sent = full && i < row.slot_sent.size() ? row.slot_sent[i] : 0;
    if (ImGui::InvisibleButton("slot", ImVec2(width, height)) && sent > 0)
      commands.push_back({Action::Seek, sent, 0, ""});
    if (sent > 0 && ImGui::IsItemHovered())
      ImGui::SetTooltip("sent in step %s: click to see it", count_text(sent).c_str());
    ImGui::PopID();
    list.AddRect(at, ImVec2(at.x + width, at.y + height),
                 row.changed ? look.theme.accent : look.theme.outline, 4 * look.unit,
                 ImDrawFlags_None, 2 * look.unit);
    list.AddText(ImVec2(at.x + 6 * look.unit, at.y + 2 * look.unit), look.theme.text, text.c_str());
    ImGui::SameLine(0, 3 * look.unit);
  }
  if (slots > shown) {
    ImGui::Text("… %s of %s", count_text(row.count).c_str(), count_text(slots).c_str());
    return;
  }
  ImGui::NewLine();
}

void draw_queue(const Look& look, const char* title, const std::vector<GoroutineTag>& tags,
                uint64_t more, Commands& commands) {
  if (tags.empty()) return;
  ImGui::PushStyleColor(ImGuiCol_Text, look.theme.dim);
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(title);
  ImGui::PopStyleColor();
  for (const GoroutineTag& tag : tags) {
    flow(goroutine_width(look, tag));
    if (goroutine_button(look, tag, title, false))
      commands.push_back({Action::Select, static_cast<uint64_t>(tag.id), 0, ""});
  }
  if (more > 0) {
    ImGui::SameLine();
    ImGui::Text("and %s more", count_text(more).c_str());
  }
}

void draw_row(const Look& look, const ChannelRow& row, Commands& commands) {
  ImGui::PushFont(look.mono, look.size);
  ImGui::PushStyleColor(ImGuiCol_Text, row.changed ? look.theme.accent : look.theme.text);
  ImGui::TextUnformatted(row.name.c_str());
  ImGui::PopStyleColor();
  ImGui::PopFont();
  ImGui::SameLine();
  ImGui::PushStyleColor(ImGuiCol_Text, look.theme.dim);
  ImGui::Text("cap %s%s", count_text(row.capacity).c_str(), row.closed ? " · closed" : "");
  ImGui::PopStyleColor();
  ImGui::SameLine(0, 16 * look.unit);
  draw_slots(look, row, commands);
  draw_queue(look, "waits to send:", row.senders, row.more_senders, commands);
  draw_queue(look, "waits to receive:", row.receivers, row.more_receivers, commands);
}

void draw_sync(const Look& look, const SyncRow& row, Commands& commands) {
  ImGui::PushFont(look.mono, look.size);
  ImGui::PushStyleColor(ImGuiCol_Text, row.changed ? look.theme.accent : look.theme.text);
  ImGui::TextUnformatted(row.name.c_str());
  ImGui::PopStyleColor();
  ImGui::PopFont();
  flow(ImGui::CalcTextSize(row.state.c_str()).x);
  ImGui::PushStyleColor(ImGuiCol_Text, look.theme.dim);
  ImGui::TextUnformatted(row.state.c_str());
  ImGui::PopStyleColor();
  draw_queue(look, "waits for it:", row.waiting, row.more_waiting, commands);
}

}  // namespace

void draw_channels(const Look& look, const std::vector<TwinChannels>& twins, Commands& commands) {
  for (const TwinChannels& twin : twins) {
    const bool only_locks = twin.rows.empty() && !twin.syncs.empty();
    const std::string title = only_locks           ? "Locks"
                              : twin.syncs.empty() ? "Channels"
                                                   : "Channels and locks";
    panel_title(look, twins.size() > 1 ? (title + " · " + twin.title).c_str() : title.c_str());
    ImGui::PushID(twin.title.c_str());
    if (twin.rows.empty() && twin.syncs.empty()) text_wrapped("None at this step.", look.theme.dim);
    for (std::size_t i = 0; i < twin.rows.size(); ++i) {
      ImGui::PushID(static_cast<int>(i));
      draw_row(look, twin.rows[i], commands);
      ImGui::PopID();
    }
    for (std::size_t i = 0; i < twin.syncs.size(); ++i) {
      ImGui::PushID(-1 - static_cast<int>(i));
      draw_sync(look, twin.syncs[i], commands);
      ImGui::PopID();
    }
    ImGui::PopID();
    ImGui::Dummy(ImVec2(0, 2 * look.unit));
  }
}

void draw_channels_panel(const Look& look, const Box& box, const std::vector<TwinChannels>& twins,
                         Commands& commands) {
  begin_panel("channels", box, look);
  draw_channels(look, twins, commands);
  end_panel();
}

}  // namespace gopark
