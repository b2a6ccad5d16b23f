// The canvas's face to JavaScript, called from web/page/canvas.js alone. An instance of the module
// has one canvas at most; a worker's has none.

#include <cstring>
#include <memory>
#include <string>

#include <emscripten.h>

#include "web/canvas.h"

EM_JS(void, gopark_js_tell, (const char* json),
      { Module["tell"](JSON.parse(UTF8ToString(json))); });

namespace gopark {

namespace {

constexpr double kMaxStep = 1e9;

uint64_t whole_step(double step) {
  return step >= 1 ? static_cast<uint64_t>(step < kMaxStep ? step : kMaxStep) : 0;
}

}  // namespace

extern "C" {

// Null: no WebGL 2.
EMSCRIPTEN_KEEPALIVE Canvas* gopark_canvas_open(const Given* given) {
  auto canvas = std::make_unique<Canvas>();
  const bool opened =
      canvas->open(*given, [](const std::string& json) { gopark_js_tell(json.c_str()); });
  return opened ? canvas.release() : nullptr;
}

// Once the module has its second half; before it only what was given can be shown.
EMSCRIPTEN_KEEPALIVE void gopark_canvas_know_all(Canvas* canvas) {
  canvas->know_all();
}

EMSCRIPTEN_KEEPALIVE void gopark_canvas_show(Canvas* canvas, const char* lesson) {
  canvas->show(lesson);
}

EMSCRIPTEN_KEEPALIVE void gopark_canvas_text(Canvas* canvas, unsigned side, const char* text) {
  canvas->set_text(side, text);
}

EMSCRIPTEN_KEEPALIVE void gopark_canvas_variant(Canvas* canvas, unsigned side) {
  canvas->set_variant(side);
}

EMSCRIPTEN_KEEPALIVE void gopark_canvas_schedule(Canvas* canvas, const char* text) {
  canvas->set_schedule(text);
}

EMSCRIPTEN_KEEPALIVE void gopark_canvas_step(Canvas* canvas, double step) {
  canvas->set_step(whole_step(step));
}

// `answer`: an index; -1 for a question that was passed.
EMSCRIPTEN_KEEPALIVE void gopark_canvas_answer(Canvas* canvas, unsigned side, const char* ask,
                                               int answer) {
  canvas->set_answer(side, ask, answer);
}

// `theme`: dark, light or contrast.
EMSCRIPTEN_KEEPALIVE void gopark_canvas_look(Canvas* canvas, const char* theme, float scale,
                                             int reduced_motion) {
  canvas->host().app().set_reduced_motion(reduced_motion != 0);
  canvas->set_look(parse_theme(theme).value_or(ThemeKind::Dark), scale);
}

EMSCRIPTEN_KEEPALIVE void gopark_canvas_size(Canvas* canvas, float width, float height,
                                             float density) {
  canvas->host().resize(width, height, density);
}

EMSCRIPTEN_KEEPALIVE void gopark_canvas_visible(Canvas* canvas, int visible) {
  canvas->host().set_visible(visible != 0);
}

EMSCRIPTEN_KEEPALIVE void gopark_canvas_lost(Canvas* canvas) {
  canvas->host().lose_context();
}

EMSCRIPTEN_KEEPALIVE void gopark_canvas_restored(Canvas* canvas) {
  canvas->host().restore_context();
}

EMSCRIPTEN_KEEPALIVE int gopark_canvas_paste(Canvas* canvas, const char* text) {
  return canvas->host().paste(text) ? 1 : 0;
}

// The text is to be freed by the caller.
EMSCRIPTEN_KEEPALIVE char* gopark_canvas_copy(Canvas* canvas, int cut) {
  return strdup(canvas->host().copy(cut != 0).c_str());
}

// How many were drawn: for tests.
EMSCRIPTEN_KEEPALIVE double gopark_canvas_frames(Canvas* canvas) {
  return static_cast<double>(canvas->host().frames());
}

}  // extern "C"

}  // namespace gopark
