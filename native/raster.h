// A small software rasteriser of ImGui's draw lists, so that pictures are made with no display and
// no GPU, the same on every machine.
#pragma once

#include <imgui.h>

#include "native/png.h"

namespace gopark {

// Takes over the textures that the draw data asks for, and draws it over `background` (an ImU32).
Picture rasterise(ImDrawData& data, ImU32 background);

// Answers texture requests without drawing: the null backend of the tests.
void accept_textures(ImDrawData& data);

}  // namespace gopark
