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
  Box lanes, channels, lower;
};

// On a narrow screen (under 800 px at scale 1) one source is shown, and the lower panels stack.
// `lanes`: rows of the longest variant; with few of them the sources get the room.
Layout layout_of(float width, float height, const UiState& ui, std::size_t variants,
                 std::size_t lanes);

}  // namespace gopark
