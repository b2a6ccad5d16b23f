// What becomes of it when I change the program?
#include <algorithm>

#include <imgui_internal.h>

#include "native/panels/panels.h"
#include "native/source_diff.h"

namespace gopark {

namespace {

struct Field {
  std::string* text;
  int length;  // before this frame's typing
};

// A new line begins as far in as the one before.
void indent(ImGuiInputTextCallbackData& data, const Field& field) {
  const bool is_new_line = data.BufTextLen == field.length + 1 && data.CursorPos > 0 &&
                           data.Buf[data.CursorPos - 1] == '\n';
  if (!is_new_line) return;
  int start = data.CursorPos - 1;
  while (start > 0 && data.Buf[start - 1] != '\n') --start;
  std::string tabs;
  while (data.Buf[start] == '\t') tabs.push_back(data.Buf[start++]);
  if (!tabs.empty()) data.InsertChars(data.CursorPos, tabs.c_str());
}

int on_edit(ImGuiInputTextCallbackData* data) {
  const auto& field = *static_cast<Field*>(data->UserData);
  if (data->EventFlag == ImGuiInputTextFlags_CallbackEdit) indent(*data, field);
  if (data->EventFlag != ImGuiInputTextFlags_CallbackResize) return 0;
  field.text->resize(static_cast<std::size_t>(data->BufTextLen));
  data->Buf = field.text->data();
  return 0;
}

// A wave under what the compiler complains about; its words when the pointer is there.
void draw_squiggle(const Look& look, ImDrawList& list, const SourceLineView& line, ImVec2 at,
                   float height) {
  const ImU32 color = look.theme.ink[static_cast<std::size_t>(Shade::Leaked)];
  const float advance = ImGui::CalcTextSize("0").x, step = 3 * look.unit;
  const std::size_t first = std::min(line.text.find_first_not_of(' '), line.text.size());
  const float from = at.x + advance * static_cast<float>(first);
  const float to = std::max(at.x + advance * static_cast<float>(line.text.size()), from + 12);
  bool up = false;
  for (float x = from; x < to; x += step, up = !up)
    list.AddLine(ImVec2(x, at.y + height + (up ? -step / 2 : step / 2)),
                 ImVec2(x + step, at.y + height + (up ? step / 2 : -step / 2)), color,
                 1.5f * look.unit);
  if (ImGui::IsMouseHoveringRect(ImVec2(from, at.y), ImVec2(to, at.y + height)))
    ImGui::SetTooltip("%s", line.complaints.front().c_str());
}

// The field draws no text of its own: the highlighted one lies over it, at its scrolling.
void draw_over(const Look& look, const SourceView& view, ImGuiID field_id) {
  ImGuiWindow* parent = ImGui::GetCurrentWindow();
  if (parent->DC.ChildWindows.empty()) return;
  ImGuiWindow& field = *parent->DC.ChildWindows.back();
  const ImGuiInputTextState* state = ImGui::GetInputTextState(field_id);
  const ImVec2 pad = ImGui::GetStyle().FramePadding;
  const float height = ImGui::GetFontSize();
  ImVec2 at(field.Pos.x + pad.x - (state == nullptr ? 0 : state->Scroll.x),
            field.Pos.y + pad.y - field.Scroll.y);
  ImDrawList& list = *field.DrawList;
  list.PushClipRect(field.InnerClipRect.Min, field.InnerClipRect.Max, false);
  for (const SourceLineView& line : view.lines) {
    if (at.y + height > field.Pos.y && at.y < field.Pos.y + field.Size.y) {
      draw_tokens(look, line, at, list);
      if (!line.complaints.empty()) draw_squiggle(look, list, line, at, height);
    }
    at.y += height;
  }
  list.PopClipRect();
}

// What was typed in this very frame: not yet highlighted.
SourceView plain_view(const std::string& text) {
  SourceView view;
  for (const std::string_view line : lines_of(text)) {
    SourceLineView& shown = view.lines.emplace_back();
    for (const char c : line) shown.text += c == '\t' ? std::string(4, ' ') : std::string(1, c);
    shown.tokens = {{0, static_cast<uint32_t>(shown.text.size()), lang::HighlightKind::Variable}};
  }
  return view;
}

void draw_field(const Look& look, const SourceView& view, uint32_t side, ImVec2 size,
                std::string& text, Commands& commands) {
  ImGui::PushFont(look.mono, look.size);
  ImGui::PushStyleColor(ImGuiCol_Text, IM_COL32_BLACK_TRANS);
  const ImGuiInputTextFlags flags = ImGuiInputTextFlags_AllowTabInput |
                                    ImGuiInputTextFlags_CallbackResize |
                                    ImGuiInputTextFlags_CallbackEdit;
  Field field{&text, static_cast<int>(text.size())};
  const bool changed = ImGui::InputTextMultiline("##text", text.data(), text.capacity() + 1, size,
                                                 flags, on_edit, &field);
  ImGui::PopStyleColor();
  if (changed) commands.push_back({Action::SetSource, 0, side, text});
  draw_over(look, changed ? plain_view(text) : view, ImGui::GetID("##text"));
  ImGui::PopFont();
}

// What the compiler says, and what the lesson's own fix would change.
void draw_remarks(const Look& look, const SourceView& view) {
  for (const SourceLineView& line : view.lines)
    for (const std::string& complaint : line.complaints)
      text_wrapped("line " + std::to_string(line.number) + ": " + complaint,
                   look.theme.ink[static_cast<std::size_t>(Shade::Leaked)]);
  if (view.fix.empty()) return;
  text_wrapped("The lesson's fix:", look.theme.dim);
  ImGui::PushFont(look.mono, look.size * 0.95f);
  for (const std::string& line : view.fix) {
    const Shade shade = line.front() == '+' ? Shade::Finished : Shade::Leaked;
    text_wrapped(line, look.theme.ink[static_cast<std::size_t>(shade)]);
  }
  ImGui::PopFont();
}

}  // namespace

void draw_editor_panel(const Look& look, const Box& box, const SourceView& view, uint32_t side,
                       std::string& text, Commands& commands) {
  begin_panel(side == 0 ? "source0" : "source1", box, look);
  panel_title(look, (view.title + (view.is_stale ? " · editing · does not compile yet"
                                                 : " · editing · " + view.verdict))
                        .c_str());
  std::size_t rows = view.fix.empty() ? 0 : view.fix.size() + 1;
  for (const SourceLineView& line : view.lines) rows += line.complaints.size();
  const float below = std::min(static_cast<float>(rows) * ImGui::GetTextLineHeightWithSpacing(),
                               box.height * 0.35f);
  draw_field(look, view, side, ImVec2(-1, ImGui::GetContentRegionAvail().y - below), text,
             commands);
  if (rows > 0) {
    ImGui::BeginChild("remarks");
    draw_remarks(look, view);
    ImGui::EndChild();
  }
  end_panel();
}

}  // namespace gopark
