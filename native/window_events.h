// What a window of the desktop tells the app, besides the keys and the pointer, which ImGui reads:
// a file was dropped on it, the person came back to it, it is to be closed.
#pragma once

#include <SDL_events.h>

#include "native/app.h"

namespace gopark {

// `window`: the number that SDL gave to the app's own; every other one is that of the notes. Frees
// what SDL handed over with the event.
void tell_app(App& app, const SDL_Event& event, uint32_t window);

}  // namespace gopark
