// Keys to actions: actions.inc names the keys, this reads them from ImGui.
#pragma once

#include <optional>
#include <string_view>

#include <imgui.h>

#include "native/commands.h"

namespace gopark {

// "Ctrl+Shift+Right" as ImGui's chord; nullopt for a name that ImGui does not know.
std::optional<ImGuiKeyChord> parse_chord(std::string_view key);

// Asks for the action of each key that was pressed in this frame. While text is typed, only keys
// with Ctrl, F keys and Escape count.
void read_keys(bool typing, Commands& commands);

}  // namespace gopark
