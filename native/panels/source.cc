// Which line is each goroutine at, and what is the one change between the twins?
#include <algorithm>
#include <cmath>

#include "native/panels/panels.h"

namespace gopark {

namespace {

struct Columns {
  float advance = 0;  // of one character
  float number = 0;   // width of the line numbers
};

void draw_changed(const Look& look, const SourceLineView& line, ImVec2 at, float advance,
                  float height) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (const ChangedRange& range : line.changed) {
    const float from = at.x + advance * static_cast<float>(range.from) - 2 * look.unit;
    const float to =
        at.x + advance * static_cast<float>(std::max(range.to, range.from + 1)) + 2 * look.unit;
    list.AddRectFilled(ImVec2(from, at.y), ImVec2(to, at.y + height), look.theme.changed,
                       3 * look.unit);
    // Inside the row, so that nothing of it is left when the row is scrolled away.
    list.AddRectFilled(ImVec2(from, at.y + height - 2 * look.unit), ImVec2(to, at.y + height),
                       look.theme.fill[static_cast<std::size_t>(Shade::Finished)]);
  }
}

// The names of those who stand here, at the right edge.
void draw_here(const Look& look, const SourceLineView& line, float right, float y, float height) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  std::string more;
  if (line.here_count > 3) more = "+" + count_text(line.here_count - 3);
  ImGui::PushFont(look.bold, look.size * 0.9f);
  float x = right;
  if (!more.empty()) {
    x -= ImGui::CalcTextSize(more.c_str()).x + 6 * look.unit;
    list.AddText(ImVec2(x, y), look.theme.text, more.c_str());
  }
  for (std::size_t i = std::min<std::size_t>(line.here.size(), 3); i-- > 0;) {
    const GoroutineTag& tag = line.here[i];
    const ImVec2 size = ImGui::CalcTextSize(tag.name.c_str());
    x -= size.x + height + 14 * look.unit;
    list.AddRectFilled(ImVec2(x, y), ImVec2(x + size.x + height + 8 * look.unit, y + height),
                       look.theme.raised, height / 2);
    draw_shade(list, ImVec2(x + 3 * look.unit, y), height, tag.shade, look.theme);
    list.AddText(ImVec2(x + height + 3 * look.unit, y + (height - size.y) / 2),
                 look.theme.ink[static_cast<std::size_t>(tag.shade)], tag.name.c_str());
  }
  ImGui::PopFont();
}

ImU32 color_of(const Theme& theme, lang::HighlightKind kind) {
  switch (kind) {
    case lang::HighlightKind::Keyword:
      return theme.keyword;
    case lang::HighlightKind::Type:
      return theme.type;
    case lang::HighlightKind::Function:
    case lang::HighlightKind::Builtin:
      return theme.function;
    case lang::HighlightKind::Constant:
    case lang::HighlightKind::Number:
      return theme.number;
    case lang::HighlightKind::String:
      return theme.string;
    case lang::HighlightKind::Comment:
      return theme.comment;
    default:
      return theme.text;
  }
}

// Whole pixels, so that a whole number of rows fills its frame.
float row_height(const Look& look) {
  return std::floor(ImGui::GetTextLineHeight() + 3 * look.unit);
}

void draw_line(const Look& look, const SourceLineView& line, uint32_t side, const Columns& columns,
               Commands& commands) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = row_height(look);
  const float width = ImGui::GetContentRegionAvail().x;
  ImGui::PushID(static_cast<int>(line.number));
  if (ImGui::InvisibleButton("line", ImVec2(width, height)))
    commands.push_back({Action::RunToLine, line.number, side, ""});
  ImGui::PopID();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered() || line.moved_here)
    list.AddRectFilled(at, ImVec2(at.x + width, at.y + height), look.theme.raised, 3 * look.unit);
  if (line.moved_here)
    list.AddRectFilled(at, ImVec2(at.x + 4 * look.unit, at.y + height), look.theme.accent);
  const std::string number = std::to_string(line.number);
  const float x = at.x + columns.number - ImGui::CalcTextSize(number.c_str()).x;
  list.AddText(ImVec2(x, at.y + look.unit), look.theme.dim, number.c_str());
  const ImVec2 text(at.x + columns.number + 14 * look.unit, at.y + look.unit);
  draw_changed(look, line, ImVec2(text.x, at.y), columns.advance, height);
  draw_tokens(look, line, text, list);
  draw_here(look, line, at.x + width, at.y, height);
  if (!line.ghost.empty()) {
    const float end = text.x + columns.advance * static_cast<float>(line.text.size());
    float indent = 0;
    while (indent < static_cast<float>(line.text.size()) &&
           line.text[static_cast<std::size_t>(indent)] == ' ')
      ++indent;
    const ImU32 color = look.theme.ink[static_cast<std::size_t>(Shade::Waiting)];
    for (float dash = text.x + columns.advance * indent; dash < end; dash += 7 * look.unit)
      list.AddRectFilled(ImVec2(dash, at.y + height - 1.5f * look.unit),
                         ImVec2(std::min(dash + 4 * look.unit, end), at.y + height), color);
    ImGui::PushFont(look.prose, look.size * 0.9f);
    const std::string words = "◌ " + line.ghost;
    if (end + ImGui::CalcTextSize(words.c_str()).x + 16 * look.unit < at.x + width)
      list.AddText(ImVec2(end + 16 * look.unit, at.y + look.unit), color, words.c_str());
    ImGui::PopFont();
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", line.ghost.c_str());
  }
  for (const std::string& complaint : line.complaints) {
    list.AddLine(ImVec2(text.x, at.y + height), ImVec2(at.x + width, at.y + height),
                 look.theme.fill[static_cast<std::size_t>(Shade::Leaked)], 2 * look.unit);
    text_in(complaint, width, look.theme.ink[static_cast<std::size_t>(Shade::Leaked)]);
  }
}

// What all schedules say, in a frame.
void draw_badge(const Look& look, const std::string& badge) {
  const ImVec2 at = ImGui::GetCursorScreenPos(), size = ImGui::CalcTextSize(badge.c_str());
  const float pad = 6 * look.unit;
  ImGui::Dummy(ImVec2(size.x + 2 * pad, size.y));
  if (ImGui::IsItemHovered()) ImGui::SetTooltip("over all schedules: press A");
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRect(at, ImVec2(at.x + size.x + 2 * pad, at.y + size.y), look.theme.dim, 4 * look.unit,
               ImDrawFlags_None, look.unit);
  list.AddText(ImVec2(at.x + pad, at.y), look.theme.text, badge.c_str());
}

void draw_title(const Look& look, const SourceView& view) {
  ImGui::PushFont(look.bold, look.size);
  ImGui::TextUnformatted(view.title.c_str());
  if (!view.has_remark && ImGui::IsItemHovered()) ImGui::SetTooltip("%s", view.remark.c_str());
  ImGui::SameLine(0, 14 * look.unit);
  const float size = ImGui::GetTextLineHeight();
  draw_shade(*ImGui::GetWindowDrawList(), ImGui::GetCursorScreenPos(), size, view.verdict_shade,
             look.theme);
  ImGui::Dummy(ImVec2(size, size));
  ImGui::SameLine();
  const bool old_picture = view.is_stale && view.has_run;
  const std::string text =
      view.verdict + (old_picture ? " · the picture is of the last text that compiled" : "");
  text_wrapped(text, look.theme.ink[static_cast<std::size_t>(view.verdict_shade)]);
  if (!view.badge.empty()) {
    flow(ImGui::CalcTextSize(view.badge.c_str()).x + 16 * look.unit);
    draw_badge(look, view.badge);
  }
  ImGui::PopFont();
}

// What the lesson says about this program. Twins keep as much room for it as the longer one needs,
// so that their lines stand side by side.
void draw_remark(const Look& look, const std::string& remark, float height) {
  const float y = ImGui::GetCursorPosY();
  if (!remark.empty() && height > 0) text_wrapped(remark, look.theme.text);
  if (height > 0) ImGui::SetCursorPosY(y + height + ImGui::GetStyle().ItemSpacing.y);
}

// A row that only the twin has.
void draw_gap(const Look& look) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 size(ImGui::GetContentRegionAvail().x, row_height(look));
  ImGui::Dummy(size);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (float x = at.x + 8 * look.unit; x < at.x + size.x; x += 12 * look.unit)
    list.AddLine(ImVec2(x, at.y + size.y / 2), ImVec2(x + 4 * look.unit, at.y + size.y / 2),
                 look.theme.outline, look.unit);
}

// Only a new focus scrolls: after that the person's own scrolling counts, and twins follow it.
void follow(const SourceView& view, float fits, float row, UiState& ui) {
  ImGuiStorage& kept = *ImGui::GetStateStorage();
  int& focus = *kept.GetIntRef(ImGui::GetID("focus"), 0);
  float& set = *kept.GetFloatRef(ImGui::GetID("set"), 0);    // where it was scrolled to last
  float& seen = *kept.GetFloatRef(ImGui::GetID("seen"), 0);  // of ui.source_top
  const bool twin = !view.rows.empty();
  const auto wanted = static_cast<int>(twin ? view.focus_row : view.focus_line);
  const float now = ImGui::GetScrollY();
  const float rows = static_cast<float>(twin ? view.rows.size() : view.lines.size());
  float top = now / row;
  if (focus != wanted && wanted > 0) {
    top = static_cast<float>(wanted) - std::ceil(fits * 0.6f);
    if (twin && !view.is_apart) ui.source_top = top;
  } else if (twin && seen != ui.source_top) {
    top = ui.source_top;
  } else if (std::abs(now - set) > 1) {
    ui.source_top = top;
  }
  if (wanted > 0) focus = wanted;
  seen = ui.source_top;
  top = std::clamp(top, 0.0f, std::max(rows - fits, 0.0f));
  set = std::floor(top * row);
  if (std::abs(set - now) > 1) ImGui::SetScrollY(set);
}

void draw_rows(const Look& look, const SourceView& view, uint32_t side, Commands& commands) {
  const Columns columns{ImGui::CalcTextSize("0").x, ImGui::CalcTextSize("0000").x};
  if (view.rows.empty())
    for (const SourceLineView& line : view.lines) draw_line(look, line, side, columns, commands);
  for (const uint32_t line : view.rows) {
    if (line > 0 && line <= view.lines.size())
      draw_line(look, view.lines[line - 1], side, columns, commands);
    else
      draw_gap(look);
  }
}

}  // namespace

float remark_height(const std::string& remark, const Box& box) {
  const float width = box.width - 2 * ImGui::GetStyle().WindowPadding.x;
  return remark.empty() ? 0 : ImGui::CalcTextSize(remark.c_str(), nullptr, false, width).y;
}

void draw_tokens(const Look& look, const SourceLineView& line, ImVec2 at, ImDrawList& list) {
  const char* text = line.text.c_str();
  for (const TokenRange& token : line.tokens) {
    list.AddText(at, color_of(look.theme, token.kind), text + token.from, text + token.to);
    at.x += ImGui::CalcTextSize(text + token.from, text + token.to).x;
  }
}

void draw_source_panel(const Look& look, const Box& box, const SourceView& view, uint32_t side,
                       float remark, UiState& ui, Commands& commands) {
  begin_panel(side == 0 ? "source0" : "source1", box, look);
  draw_title(look, view);
  draw_remark(look, view.remark, remark);
  ImGui::PushFont(look.mono, look.size);
  const float row = row_height(look);
  const float fits = std::max(1.0f, std::floor(ImGui::GetContentRegionAvail().y / row));
  ImGui::BeginChild("lines", ImVec2(0, fits * row), ImGuiChildFlags_None,
                    ImGuiWindowFlags_HorizontalScrollbar);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  follow(view, fits, row, ui);
  draw_rows(look, view, side, commands);
  ImGui::PopStyleVar();
  ImGui::EndChild();
  ImGui::PopFont();
  end_panel();
}

}  // namespace gopark
