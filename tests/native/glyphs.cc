#include "tests/native/glyphs.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace gopark {

namespace {

const ImDrawVert& vertex(const ImDrawList& list, const ImDrawCmd& command, unsigned index) {
  return list
      .VtxBuffer[static_cast<int>(list.IdxBuffer[static_cast<int>(index)] + command.VtxOffset)];
}

// A quad that shows a part of the fonts' texture, both ways.
bool is_glyph(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c) {
  const bool box = a.pos.y == b.pos.y && b.pos.x == c.pos.x && a.uv.x != b.uv.x;
  return box && b.uv.y != c.uv.y && (a.col >> IM_COL32_A_SHIFT) != 0;
}

const ImDrawList& list_of(const Glyph& glyph) {
  return *ImGui::GetDrawData()->CmdLists[static_cast<int>(glyph.list)];
}

std::string owner_of(const Glyph& glyph) {
  const char* name = list_of(glyph)._OwnerName;
  return name == nullptr ? "" : name;
}

bool belongs_to(const Glyph& glyph, const char* window) {
  return owner_of(glyph).find(window) != std::string::npos;
}

struct Rect {
  float left, top, right, bottom;
  float area() const { return std::max(right - left, 0.0f) * std::max(bottom - top, 0.0f); }
};

Rect common(const Rect& a, const Rect& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
          std::min(a.bottom, b.bottom)};
}

Rect box_of(const Glyph& glyph) {
  return {glyph.from.x, glyph.from.y, glyph.to.x, glyph.to.y};
}

// What can be seen of it.
Rect seen(const Glyph& glyph) {
  return common(box_of(glyph), {glyph.clip.x, glyph.clip.y, glyph.clip.z, glyph.clip.w});
}

bool contains(const ImVec2& a, const ImVec2& b, const ImVec2& c, const ImVec2& p) {
  const auto side = [&p](const ImVec2& from, const ImVec2& to) {
    return (to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x);
  };
  const float x = side(a, b), y = side(b, c), z = side(c, a);
  return (x >= 0 && y >= 0 && z >= 0) || (x <= 0 && y <= 0 && z <= 0);
}

// Whether an opaque area of `list` between two of its indices lies over a place.
bool covers(const ImDrawList& list, unsigned first, unsigned last, ImVec2 place) {
  for (const ImDrawCmd& command : list.CmdBuffer)
    for (unsigned i = command.IdxOffset; i + 3 <= command.IdxOffset + command.ElemCount; i += 3) {
      if (i <= first || i >= last) continue;
      const ImDrawVert &a = vertex(list, command, i), &b = vertex(list, command, i + 1),
                       &c = vertex(list, command, i + 2);
      const bool opaque = ((a.col & b.col & c.col) >> IM_COL32_A_SHIFT) == 255;
      if (opaque && a.uv.x == b.uv.x && b.uv.x == c.uv.x && contains(a.pos, b.pos, c.pos, place))
        return true;
    }
  return false;
}

bool is_hidden(const Glyph& below, const Glyph& above) {
  const Rect box = seen(below);
  const ImVec2 middle((box.left + box.right) / 2, (box.top + box.bottom) / 2);
  for (std::size_t list = below.list; list <= above.list; ++list) {
    const unsigned first = list == below.list ? below.index : 0;
    const unsigned last = list == above.list ? above.index : ~0u;
    if (covers(*ImGui::GetDrawData()->CmdLists[static_cast<int>(list)], first, last, middle))
      return true;
  }
  return false;
}

// A fifth of the smaller one.
bool lies_on(const Glyph& a, const Glyph& b) {
  const Rect x = seen(a), y = seen(b);
  const float least = std::min(box_of(a).area(), box_of(b).area());
  return common(x, y).area() > least * 0.2f;
}

}  // namespace

std::vector<Glyph> drawn_glyphs() {
  std::vector<Glyph> glyphs;
  const ImDrawData& data = *ImGui::GetDrawData();
  for (int l = 0; l < data.CmdLists.Size; ++l) {
    const ImDrawList& list = *data.CmdLists[l];
    for (const ImDrawCmd& command : list.CmdBuffer)
      for (unsigned i = command.IdxOffset; i + 6 <= command.IdxOffset + command.ElemCount; i += 3) {
        const ImDrawVert &a = vertex(list, command, i), &c = vertex(list, command, i + 2);
        if (!is_glyph(a, vertex(list, command, i + 1), c)) continue;
        const Glyph glyph{a.pos, c.pos, command.ClipRect, static_cast<std::size_t>(l), i};
        if (seen(glyph).area() > 0) glyphs.push_back(glyph);
        i += 3;  // the other half of the quad
      }
  }
  return glyphs;
}

std::vector<Glyph> cut_glyphs(const std::vector<Glyph>& glyphs) {
  std::vector<Glyph> cut;
  for (const Glyph& glyph : glyphs) {
    if (belongs_to(glyph, "/lines") || belongs_to(glyph, "##text")) continue;
    const bool fixed = belongs_to(glyph, "/header") || belongs_to(glyph, "/transport");
    const bool at_side = glyph.from.x < glyph.clip.x - 1 || glyph.to.x > glyph.clip.z + 1;
    const bool above = glyph.from.y < glyph.clip.y - 1 || glyph.to.y > glyph.clip.w + 1;
    if (at_side || (fixed && above)) cut.push_back(glyph);
  }
  return cut;
}

std::vector<Glyph> overlaid_glyphs(const std::vector<Glyph>& glyphs) {
  constexpr float kCell = 64;
  std::map<std::pair<int, int>, std::vector<std::size_t>> cells;
  std::vector<Glyph> overlaid;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    const Rect box = seen(glyphs[i]);
    bool found = false;
    for (int x = static_cast<int>(box.left / kCell); x <= static_cast<int>(box.right / kCell); ++x)
      for (int y = static_cast<int>(box.top / kCell); y <= static_cast<int>(box.bottom / kCell);
           ++y) {
        std::vector<std::size_t>& cell = cells[{x, y}];
        for (const std::size_t other : cell)
          if (!found && lies_on(glyphs[other], glyphs[i]) && !is_hidden(glyphs[other], glyphs[i]))
            found = true;
        cell.push_back(i);
      }
    if (found) overlaid.push_back(glyphs[i]);
  }
  return overlaid;
}

std::string places_of(const std::vector<Glyph>& glyphs) {
  std::map<std::string, std::string> windows;
  for (const Glyph& glyph : glyphs) {
    std::string& places = windows[owner_of(glyph)];
    if (places.size() < 60)
      places += " " + std::to_string(static_cast<int>(glyph.from.x)) + "," +
                std::to_string(static_cast<int>(glyph.from.y));
  }
  std::string text;
  for (const auto& [window, places] : windows) text += "\n    " + window + " at" + places;
  return text;
}

}  // namespace gopark
