// What becomes of it when I change the program?
#include "native/panels/panels.h"

namespace gopark {

namespace {

int grow(ImGuiInputTextCallbackData* data) {
  if (data->EventFlag != ImGuiInputTextFlags_CallbackResize) return 0;
  auto& text = *static_cast<std::string*>(data->UserData);
  text.resize(static_cast<std::size_t>(data->BufTextLen));
  data->Buf = text.data();
  return 0;
}

}  // namespace

void draw_editor_panel(const Look& look, const Box& box, const SourceView& view, uint32_t side,
                       std::string& text, Commands& commands) {
  begin_panel(side == 0 ? "source0" : "source1", box, look);
  panel_title(look, view.is_stale ? "editing · does not compile yet" : "editing");
  float below = 0;
  for (const SourceLineView& line : view.lines)
    below += static_cast<float>(line.complaints.size()) * ImGui::GetTextLineHeightWithSpacing();
  below = std::min(below, box.height * 0.4f);
  ImGui::PushFont(look.mono, look.size);
  const ImGuiInputTextFlags flags =
      ImGuiInputTextFlags_AllowTabInput | ImGuiInputTextFlags_CallbackResize;
  const ImVec2 size(-1, ImGui::GetContentRegionAvail().y - below);
  if (ImGui::InputTextMultiline("##text", text.data(), text.capacity() + 1, size, flags, grow,
                                &text))
    commands.push_back({Action::SetSource, 0, side, text});
  ImGui::PopFont();
  ImGui::BeginChild("complaints");
  for (const SourceLineView& line : view.lines)
    for (const std::string& complaint : line.complaints)
      text_wrapped("line " + std::to_string(line.number) + ": " + complaint,
                   look.theme.ink[static_cast<std::size_t>(Shade::Leaked)]);
  ImGui::EndChild();
  end_panel();
}

}  // namespace gopark
