// The app's fonts, carried inside the program.
#pragma once

#include <span>

#include <imgui.h>

#include "sim/base/embedded_file.h"

namespace gopark {

// mono.ttf, prose.ttf, prose-bold.ttf: English, Go, and the app's own signs.
std::span<const EmbeddedFile> embedded_fonts();
// mono-more.ttf and so on: what else learners' programs show.
std::span<const EmbeddedFile> embedded_more_fonts();

struct Fonts {
  ImFont* prose = nullptr;
  ImFont* bold = nullptr;
  ImFont* mono = nullptr;
};

enum class Letters { First, All };

// The fonts of the current context, in the place of those that it had. Each falls back to the other
// for signs that it lacks. Not within a frame.
Fonts load_fonts(Letters letters = Letters::All);

}  // namespace gopark
