// Where each band of the screen stands. Pure arithmetic, so that a test can show that nothing
// overlaps and everything is inside the window.
#pragma once

#include <vector>

#include "native/ui_state.h"

namespace gopark {

struct Box {
  float x = 0, y = 0, width = 0, height = 0;
};

struct Layout {
  Box header, transport, notice;
  std::vector<Box> sources;  // one or two
  // Without height: they are tabs of `lower`.
  Box lanes, channels;
  Box lower;
  bool stacked = false;  // one source, and one panel with the rest as tabs
  bool narrow = false;   // header and transport take more rows
};

// On a narrow screen (under 800 px at scale 1) the bands stack, and one source is shown.
// `lanes`: rows of the longest variant; with few of them the sources get the room.
bool is_narrow(float width, const UiState& ui);
Layout layout_of(float width, float height, const UiState& ui, std::size_t variants,
                 std::size_t lanes);

}  // namespace gopark
