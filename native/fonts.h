// The app's fonts, carried inside the program.
#pragma once

#include <span>

#include <imgui.h>

#include "sim/base/embedded_file.h"

namespace gopark {

// mono.ttf, prose.ttf, prose-bold.ttf.
std::span<const EmbeddedFile> embedded_fonts();

struct Fonts {
  ImFont* prose = nullptr;
  ImFont* bold = nullptr;
  ImFont* mono = nullptr;
};

// Adds them to the current context. Each falls back to the other for signs that it lacks.
Fonts load_fonts();

}  // namespace gopark
