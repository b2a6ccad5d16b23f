#include "native/window_events.h"

#include <SDL_stdinc.h>

namespace gopark {

namespace {

void tell_of_window(App& app, const SDL_WindowEvent& event, bool is_own) {
  if (event.event == SDL_WINDOWEVENT_FOCUS_GAINED) app.look_at_file();
  if (event.event != SDL_WINDOWEVENT_CLOSE) return;
  if (is_own)
    app.ui().quit = true;
  else
    app.ui().second_window = false;
}

}  // namespace

void tell_app(App& app, const SDL_Event& event, uint32_t window) {
  if (event.type == SDL_QUIT) app.ui().quit = true;
  if (event.type == SDL_WINDOWEVENT)
    tell_of_window(app, event.window, event.window.windowID == window);
  if (event.type != SDL_DROPFILE) return;
  app.perform({Action::OpenFile, 0, 0, event.drop.file});
  SDL_free(event.drop.file);
}

}  // namespace gopark
