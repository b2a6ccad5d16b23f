// The letters that ImGui drew in a frame: where they are, and whether they can be read.
#pragma once

#include <string>
#include <vector>

#include <imgui.h>

namespace gopark {

struct Glyph {
  ImVec2 from, to;       // of its quad
  ImVec4 clip;           // what its window shows of it
  std::size_t list = 0;  // of the frame
  unsigned index = 0;    // of its first vertex among the list's indices: what is later lies above
};

// Of the frame that was rendered last, in the order in which they are drawn.
std::vector<Glyph> drawn_glyphs();

// Letters that stick out of their window at a side. Source lines scroll sideways: theirs may.
// Header and transport do not scroll at all: there it counts above and below, too.
std::vector<Glyph> cut_glyphs(const std::vector<Glyph>& glyphs);

// Letters on which another one lies, without an area between them that hides them.
std::vector<Glyph> overlaid_glyphs(const std::vector<Glyph>& glyphs);

// The windows in which these are, with places: for people.
std::string places_of(const std::vector<Glyph>& glyphs);

}  // namespace gopark
