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
  uint32_t side;
  FindBar* find;
  const FindMatch* current;  // null: nothing is looked for, or found
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

// The field that has the caret tells where; or gets it, where the search ended.
void meet_search(ImGuiInputTextCallbackData& data, const Field& field) {
  FindBar& find = *field.find;
  if (find.gives_caret && field.current != nullptr) {
    data.SelectionStart = static_cast<int>(field.current->from);
    data.SelectionEnd = data.CursorPos = static_cast<int>(field.current->to);
  }
  find.gives_caret = false;
  find.side = field.side;
  find.at = static_cast<uint32_t>(std::min(data.SelectionStart, data.CursorPos));
}

int on_edit(ImGuiInputTextCallbackData* data) {
  const auto& field = *static_cast<Field*>(data->UserData);
  if (data->EventFlag == ImGuiInputTextFlags_CallbackAlways) meet_search(*data, field);
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

struct Found {
  std::vector<FindMatch> matches;
  std::size_t current = 0;
};

Found find_in(const std::string& text, const FindBar& find) {
  Found found{find_matches(text, find.text, find.letters), 0};
  if (!found.matches.empty()) found.current = current_match(found.matches, find.at);
  return found;
}

// From the start of its line, in the font that is pushed.
struct Span {
  float from = 0, to = 0;
};

// The field shows a tab as four blanks, and so is `text` of the view's line.
Span span_of(const FindMatch& match, const std::string& text) {
  const auto width = [&](uint32_t from, uint32_t to) {
    float sum = 0;
    for (uint32_t at = from; at < to;) {
      const uint32_t tab = static_cast<uint32_t>(std::min<std::size_t>(text.find('\t', at), to));
      sum += ImGui::CalcTextSize(text.c_str() + at, text.c_str() + tab).x;
      if (tab < to) sum += ImGui::CalcTextSize("    ").x;
      at = tab + 1;
    }
    return sum;
  };
  const float from = width(match.line_from, match.from);
  return {from, from + width(match.from, match.to)};
}

void draw_matches(const Look& look, const Found& found, const std::string& text, ImVec2 top,
                  float height, ImDrawList& list) {
  for (std::size_t i = 0; i < found.matches.size(); ++i) {
    const float y = top.y + height * static_cast<float>(found.matches[i].line - 1);
    if (y + height < list.GetClipRectMin().y || y > list.GetClipRectMax().y) continue;
    const Span span = span_of(found.matches[i], text);
    const ImVec2 from(top.x + span.from, y), to(top.x + span.to, y + height);
    list.AddRectFilled(from, to, look.theme.changed, 3 * look.unit);
    if (i == found.current)
      list.AddRect(ImVec2(from.x - look.unit, from.y), ImVec2(to.x + look.unit, to.y),
                   look.theme.accent, 3 * look.unit, ImDrawFlags_None, 2 * look.unit);
  }
}

// The field that InputTextMultiline has just drawn; null: it is out of sight.
ImGuiWindow* last_field() {
  ImGuiWindow* parent = ImGui::GetCurrentWindow();
  return parent->DC.ChildWindows.empty() ? nullptr : parent->DC.ChildWindows.back();
}

// Brings the current match into sight where it is not.
void scroll_to(ImGuiWindow& field, const FindMatch& match) {
  const float height = ImGui::GetFontSize(), room = field.InnerRect.GetHeight();
  const float y = height * static_cast<float>(match.line - 1);
  if (y >= field.Scroll.y && y + 2 * height <= field.Scroll.y + room) return;
  ImGui::SetScrollY(&field, std::max(y - room / 2, 0.0f));
}

// How far the text is moved to the left: as far as the caret needs it, or the match.
float scrolled_by(ImGuiID field_id, const ImGuiWindow& field, const Found& found,
                  const std::string& text) {
  if (const ImGuiInputTextState* state = ImGui::GetInputTextState(field_id)) return state->Scroll.x;
  if (found.matches.empty()) return 0;
  const float end = span_of(found.matches[found.current], text).to + 40;
  return std::max(end - field.InnerRect.GetWidth(), 0.0f);
}

// The field draws no text of its own: the highlighted one lies over it, at its scrolling.
void draw_over(const Look& look, const SourceView& view, ImGuiID field_id, const Found& found,
               const std::string& text) {
  ImGuiWindow* shown = last_field();
  if (shown == nullptr) return;
  ImGuiWindow& field = *shown;
  const ImVec2 pad = ImGui::GetStyle().FramePadding;
  const float height = ImGui::GetFontSize();
  ImVec2 at(field.Pos.x + pad.x - scrolled_by(field_id, field, found, text),
            field.Pos.y + pad.y - field.Scroll.y);
  ImDrawList& list = *field.DrawList;
  list.PushClipRect(field.InnerClipRect.Min, field.InnerClipRect.Max, false);
  draw_matches(look, found, text, at, height, list);
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

// Gives a field the caret. SetKeyboardFocusHere passes over fields that take the Tab key.
void activate(ImGuiID field) {
  ImGui::ActivateItemByID(field);
  ImGui::GetCurrentContext()->NavNextActivateFlags = ImGuiActivateFlags_PreferInput;
}

// What was pasted is no program (the app says so): the field has its text from before.
void take_back(std::string& text, const std::string& before) {
  text = before;
  ImGuiInputTextState* state = ImGui::GetInputTextState(ImGui::GetID("##text"));
  if (state != nullptr) state->ReloadUserBufAndKeepSelection();
}

void draw_field(const Look& look, const SourceView& view, uint32_t side, ImVec2 size,
                std::string& text, const Found& found, UiState& ui, Commands& commands) {
  const bool is_searched = side == ui.find.side;
  ImGui::PushFont(look.mono, look.size);
  ImGui::PushStyleColor(ImGuiCol_Text, IM_COL32_BLACK_TRANS);
  const ImGuiInputTextFlags flags =
      ImGuiInputTextFlags_AllowTabInput | ImGuiInputTextFlags_CallbackResize |
      ImGuiInputTextFlags_CallbackEdit | ImGuiInputTextFlags_CallbackAlways;
  Field field{&text, static_cast<int>(text.size()), side, &ui.find,
              found.matches.empty() ? nullptr : &found.matches[found.current]};
  if (ui.find.gives_caret && is_searched) activate(ImGui::GetID("##text"));
  keep_text_on_escape();
  const std::string before = text;
  const bool changed = ImGui::InputTextMultiline("##text", text.data(), text.capacity() + 1, size,
                                                 flags, on_edit, &field);
  ImGui::PopStyleColor();
  if (changed) commands.push_back({Action::SetSource, 0, side, text});
  if (text.size() > kMaxProgramText) take_back(text, before);
  ImGuiWindow* shown = last_field();
  if (ui.find.wants_scroll && is_searched && shown != nullptr && field.current != nullptr)
    scroll_to(*shown, *field.current);
  if (is_searched) ui.find.wants_scroll = false;
  draw_over(look, changed ? plain_view(text) : view, ImGui::GetID("##text"),
            ui.find.is_open ? found : Found{}, text);
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
                       std::string& text, UiState& ui, Commands& commands) {
  begin_panel(side == 0 ? "source0" : "source1", box, look);
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ImGui::GetStyle().FramePadding.y);
  panel_title(look, (view.title + (view.is_stale ? " · editing · does not compile yet"
                                                 : " · editing · " + view.verdict))
                        .c_str());
  if (!ui.find.is_open) {
    flow(button_width("Find"));
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - ImGui::GetStyle().FramePadding.y);
    action_button(look, commands, Action::Find, "Find");
  }
  Found found;
  if (side == ui.find.side) found = find_in(text, ui.find);
  if (ui.find.is_open && side == ui.find.side)
    draw_find_bar(look, found.matches.size(), found.current, ui.find, commands);
  std::size_t rows = view.fix.empty() ? 0 : view.fix.size() + 1;
  for (const SourceLineView& line : view.lines) rows += line.complaints.size();
  const float below = std::min(static_cast<float>(rows) * ImGui::GetTextLineHeightWithSpacing(),
                               box.height * 0.35f);
  draw_field(look, view, side, ImVec2(-1, ImGui::GetContentRegionAvail().y - below), text, found,
             ui, commands);
  if (rows > 0) {
    ImGui::BeginChild("remarks");
    draw_remarks(look, view);
    ImGui::EndChild();
  }
  end_panel();
}

}  // namespace gopark
