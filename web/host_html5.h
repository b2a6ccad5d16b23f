// CanvasHost: the app on one canvas of the page: ImGui's OpenGL 3 backend on WebGL 2, and its input
// by emscripten/html5.h.
//
// An instance of the module has one canvas, which it knows as "#canvas". The page around it keeps
// what is its own:
//   - keys count only while the canvas has the focus; Tab, the function keys and everything with
//     Ctrl or Cmd stay the browser's, but for undo, redo and select-all in a text field
//   - Escape leaves the canvas when nothing of the app is open
//   - the wheel scrolls the page unless the canvas has the focus and a panel under the pointer
//     scrolls
//   - a finger that moves up or down scrolls the page; a tap is a click, sideways is a drag
// A frame is drawn after input, or when App::next_frame_at says so; never while hidden or without a
// context. What the browser tells a document and not a canvas (copy, paste, sizes, lost contexts)
// comes from web/page/canvas.js by the functions below.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include <emscripten/html5.h>

#include "native/app.h"
#include "web/given.h"

namespace gopark {

class CanvasHost {
 public:
  // Null when the canvas has no WebGL 2. `told` is called after each frame.
  static std::unique_ptr<CanvasHost> open(const Given& given,
                                          std::function<void(CanvasHost&)> told);
  ~CanvasHost();

  App& app() { return *app_; }
  // Something has changed: draw soon.
  void wake();
  // The time that it had asked for has come.
  void on_time();
  // In CSS pixels; `density`: device pixels per CSS pixel.
  void resize(float width, float height, float density);
  void set_visible(bool visible);
  void lose_context() { has_context_ = false; }
  void restore_context();
  // What a text field of the app would put on the clipboard; "" when none is being typed in.
  std::string copy(bool cut);
  // False when the app has no use for the text.
  bool paste(const std::string& text);
  uint64_t frames() const { return frames_; }

 private:
  CanvasHost(const Given& given, std::function<void(CanvasHost&)> told);
  bool make_context();
  void listen();
  void request_frame();
  void frame();
  void draw();
  void schedule_next();
  void show_cursor();
  void press_chord(ImGuiKey key);

  bool mouse(int type, const EmscriptenMouseEvent& event);
  bool wheel(const EmscriptenWheelEvent& event);
  bool touch(int type, const EmscriptenTouchEvent& event);
  bool key(int type, const EmscriptenKeyboardEvent& event);
  bool focus(bool has_focus);
  bool can_scroll(double by) const;

  std::function<void(CanvasHost&)> told_;
  std::unique_ptr<App> app_;
  EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context_ = 0;
  bool has_context_ = false, is_visible_ = true;
  bool is_requested_ = false;  // a frame of the browser
  double timer_at_ = 0;        // ms; 0: no timer runs
  int frames_due_ = 0;
  uint64_t frames_ = 0;
  double last_ = 0;  // ms, of the frame before
  bool has_focus_ = false;
  int cursor_ = -1;
  std::string clipboard_;
  // Of the finger that is down: where it began, and whether it drags.
  bool finger_ = false, drags_ = false;
  float finger_x_ = 0, finger_y_ = 0;
  long finger_window_y_ = 0;  // in the window: the canvas moves with the page
};

}  // namespace gopark
