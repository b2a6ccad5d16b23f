// The desktop: a window by SDL2, drawn with OpenGL 3 (or GLES 3), redrawn only when something
// moved.
#pragma once

#include "native/app.h"
#include "sim/base/result.h"

namespace gopark {

// A host with files, clipboard and settings, but no window yet. Works without a display.
Host desktop_host();

// Opens the window, lets `make` build the app in it, and runs until it is closed. Remembers where
// the window stood. An error is one sentence: no display, no OpenGL 3.
Result<Done> run_in_window(const std::function<std::unique_ptr<App>(Host)>& make);

}  // namespace gopark
