#include "web/host_html5.h"

#include <algorithm>
#include <array>
#include <cfloat>
#include <cmath>
#include <cstdlib>

#include <backends/imgui_impl_opengl3.h>
#include <emscripten.h>
#include <imgui_internal.h>

#include "native/embedded_lessons.h"
#include "native/toolchain_compile.h"

// The module's own canvas, whatever it is called in the page.
EM_JS(void, gopark_js_name_canvas, (), { specialHTMLTargets["#canvas"] = Module["canvas"]; });
EM_JS(void, gopark_js_cursor, (const char* name),
      { Module["canvas"].style.cursor = UTF8ToString(name); });
EM_JS(void, gopark_js_copy, (const char* text), { Module["copy"](UTF8ToString(text)); });
EM_JS(void, gopark_js_full_screen, (int on), { Module["fullScreen"](!!on); });
// emscripten_async_call would bring Emscripten's whole library for a program that has the page to
// itself.
EM_JS(void, gopark_js_later, (void* host, double milliseconds),
      { setTimeout(_gopark_host_on_time, milliseconds, host); });
EM_JS(void, gopark_js_leave, (), { Module["canvas"].blur(); });
EM_JS(void, gopark_js_remember, (const char* text), { Module["remember"](UTF8ToString(text)); });
EM_JS(char*, gopark_js_recall, (), {
  const text = Module["recall"]();
  const size = lengthBytesUTF8(text) + 1;
  const at = _malloc(size);
  stringToUTF8(text, at, size);
  return at;
});

namespace gopark {

namespace {

constexpr const char* kCanvas = "#canvas";
constexpr int kSettleFrames = 3;    // ImGui needs some to come to rest
constexpr float kDragPixels = 8;    // a finger that moves less taps
constexpr double kWheelLine = 100;  // pixels of a wheel's notch

double milliseconds() {
  return emscripten_get_now();
}

struct NamedKey {
  std::string_view name;  // KeyboardEvent.key
  ImGuiKey key;
};
constexpr auto kNamedKeys = std::to_array<NamedKey>({{"ArrowLeft", ImGuiKey_LeftArrow},
                                                     {"ArrowRight", ImGuiKey_RightArrow},
                                                     {"ArrowUp", ImGuiKey_UpArrow},
                                                     {"ArrowDown", ImGuiKey_DownArrow},
                                                     {"PageUp", ImGuiKey_PageUp},
                                                     {"PageDown", ImGuiKey_PageDown},
                                                     {"Home", ImGuiKey_Home},
                                                     {"End", ImGuiKey_End},
                                                     {"Delete", ImGuiKey_Delete},
                                                     {"Backspace", ImGuiKey_Backspace},
                                                     {"Enter", ImGuiKey_Enter},
                                                     {"Escape", ImGuiKey_Escape},
                                                     {" ", ImGuiKey_Space},
                                                     {"?", ImGuiKey_Slash},
                                                     {"/", ImGuiKey_Slash},
                                                     {"=", ImGuiKey_Equal},
                                                     {"-", ImGuiKey_Minus},
                                                     {"+", ImGuiKey_KeypadAdd},
                                                     {".", ImGuiKey_Period}});

ImGuiKey key_of(std::string_view name) {
  if (name.size() == 1) {
    const char c = name[0];
    if (c >= 'a' && c <= 'z') return static_cast<ImGuiKey>(ImGuiKey_A + (c - 'a'));
    if (c >= 'A' && c <= 'Z') return static_cast<ImGuiKey>(ImGuiKey_A + (c - 'A'));
    if (c >= '0' && c <= '9') return static_cast<ImGuiKey>(ImGuiKey_0 + (c - '0'));
  }
  for (const NamedKey& named : kNamedKeys)
    if (named.name == name) return named.key;
  return ImGuiKey_None;
}

// One character, and not the name of a key.
bool is_text(std::string_view name) {
  if (name.empty()) return false;
  const auto first = static_cast<unsigned char>(name[0]);
  const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  return name.size() == size;
}

const char* cursor_name(ImGuiMouseCursor cursor) {
  switch (cursor) {
    case ImGuiMouseCursor_TextInput:
      return "text";
    case ImGuiMouseCursor_Hand:
      return "pointer";
    case ImGuiMouseCursor_ResizeEW:
      return "ew-resize";
    case ImGuiMouseCursor_ResizeNS:
      return "ns-resize";
    case ImGuiMouseCursor_ResizeAll:
      return "move";
    case ImGuiMouseCursor_NotAllowed:
      return "not-allowed";
    default:
      return "default";
  }
}

// Progress alone outlives the canvas: its programs and settings are the page's.
Host page_host() {
  Host host;
  host.now = [] { return milliseconds() / 1000; };
  host.copy = [](const std::string& text) { gopark_js_copy(text.c_str()); };
  host.remember = [](const std::string& name, const std::string& text) {
    if (name == "progress") gopark_js_remember(text.c_str());
  };
  host.recall = [](const std::string& name) -> std::optional<std::string> {
    if (name != "progress") return std::nullopt;
    char* at = gopark_js_recall();
    std::string text = at;
    std::free(at);
    return text;
  };
  host.set_full_screen = [](bool on) { gopark_js_full_screen(on ? 1 : 0); };
  host.can_quit = false;
  host.has_all = false;
  return host;
}

}  // namespace

// ---------------------------------------------------------------- starting

std::unique_ptr<CanvasHost> CanvasHost::open(const Given& given,
                                             std::function<void(CanvasHost&)> told) {
  gopark_js_name_canvas();
  std::unique_ptr<CanvasHost> host(new CanvasHost(given, std::move(told)));
  if (!host->make_context()) return nullptr;
  host->listen();
  return host;
}

CanvasHost::CanvasHost(const Given& given, std::function<void(CanvasHost&)> told)
    : told_(std::move(told)) {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.BackendPlatformName = "gopark_html5";
  io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
  ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
  platform.Platform_ClipboardUserData = &clipboard_;
  platform.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) {
    *static_cast<std::string*>(ImGui::GetPlatformIO().Platform_ClipboardUserData) = text;
  };
  platform.Platform_GetClipboardTextFn = [](ImGuiContext*) {
    return static_cast<std::string*>(ImGui::GetPlatformIO().Platform_ClipboardUserData)->c_str();
  };
  Host host = page_host();
  host.paste = [this] { return clipboard_; };
  std::vector<LessonText> lessons = given.lessons();
  app_ = std::make_unique<App>(std::move(host), given_or(given, toolchain_compile()),
                               std::move(lessons));
}

CanvasHost::~CanvasHost() {
  app_.reset();
  if (context_ > 0) {
    ImGui_ImplOpenGL3_Shutdown();
    emscripten_webgl_destroy_context(context_);
  }
  ImGui::DestroyContext();
}

// The page has made the context already (CONTEXT in page/canvas.js), as it is asked for here.
bool CanvasHost::make_context() {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.alpha = attributes.depth = attributes.antialias = EM_FALSE;
  context_ = emscripten_webgl_create_context(kCanvas, &attributes);
  has_context_ = context_ > 0 &&
                 emscripten_webgl_make_context_current(context_) == EMSCRIPTEN_RESULT_SUCCESS &&
                 ImGui_ImplOpenGL3_Init("#version 300 es");
  return has_context_;
}

void CanvasHost::listen() {
  const auto on_mouse = [](int type, const EmscriptenMouseEvent* event, void* self) -> EM_BOOL {
    return static_cast<CanvasHost*>(self)->mouse(type, *event);
  };
  const auto on_touch = [](int type, const EmscriptenTouchEvent* event, void* self) -> EM_BOOL {
    return static_cast<CanvasHost*>(self)->touch(type, *event);
  };
  const auto on_key = [](int type, const EmscriptenKeyboardEvent* event, void* self) -> EM_BOOL {
    return static_cast<CanvasHost*>(self)->key(type, *event);
  };
  const auto on_wheel = [](int, const EmscriptenWheelEvent* event, void* self) -> EM_BOOL {
    return static_cast<CanvasHost*>(self)->wheel(*event);
  };
  const auto on_focus = [](int type, const EmscriptenFocusEvent*, void* self) -> EM_BOOL {
    return static_cast<CanvasHost*>(self)->focus(type == EMSCRIPTEN_EVENT_FOCUS);
  };
  emscripten_set_mousemove_callback(kCanvas, this, false, on_mouse);
  emscripten_set_mousedown_callback(kCanvas, this, false, on_mouse);
  emscripten_set_mouseup_callback(kCanvas, this, false, on_mouse);
  emscripten_set_mouseleave_callback(kCanvas, this, false, on_mouse);
  emscripten_set_touchstart_callback(kCanvas, this, false, on_touch);
  emscripten_set_touchmove_callback(kCanvas, this, false, on_touch);
  emscripten_set_touchend_callback(kCanvas, this, false, on_touch);
  emscripten_set_touchcancel_callback(kCanvas, this, false, on_touch);
  emscripten_set_keydown_callback(kCanvas, this, false, on_key);
  emscripten_set_keyup_callback(kCanvas, this, false, on_key);
  emscripten_set_wheel_callback(kCanvas, this, false, on_wheel);
  emscripten_set_focus_callback(kCanvas, this, false, on_focus);
  emscripten_set_blur_callback(kCanvas, this, false, on_focus);
}

// ---------------------------------------------------------------- frames

void CanvasHost::wake() {
  frames_due_ = kSettleFrames;
  request_frame();
}

void CanvasHost::request_frame() {
  if (is_requested_ || !is_visible_ || !has_context_) return;
  is_requested_ = true;
  const auto on_frame = [](double, void* self) -> EM_BOOL {
    static_cast<CanvasHost*>(self)->frame();
    return EM_FALSE;
  };
  emscripten_request_animation_frame(on_frame, this);
}

void CanvasHost::frame() {
  is_requested_ = false;
  if (!is_visible_ || !has_context_ || ImGui::GetIO().DisplaySize.x < 1) return;
  if (frames_due_ > 0) --frames_due_;
  draw();
  told_(*this);
  show_cursor();
  schedule_next();
}

void CanvasHost::draw() {
  emscripten_webgl_make_context_current(context_);
  ImGui_ImplOpenGL3_NewFrame();
  ImGuiIO& io = ImGui::GetIO();
  const double now = milliseconds();
  io.DeltaTime = static_cast<float>(std::clamp((now - last_) / 1000, 0.001, 0.1));
  last_ = now;
  ImGui::NewFrame();
  app_->frame(io.DisplaySize.x, io.DisplaySize.y);
  ImGui::Render();
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  ++frames_;
}

// The next frame at once, later, or when somebody wakes us.
void CanvasHost::schedule_next() {
  if (frames_due_ > 0) return request_frame();
  const std::optional<double> due = app_->next_frame_at();
  if (!due) return;
  const double at = *due * 1000, now = milliseconds();
  if (at <= now + 4) return request_frame();
  if (timer_at_ > 0 && timer_at_ <= at) return;
  timer_at_ = at;
  gopark_js_later(this, std::ceil(std::min(at - now, 1e6)));
}

void CanvasHost::on_time() {
  timer_at_ = 0;
  request_frame();
}

extern "C" EMSCRIPTEN_KEEPALIVE void gopark_host_on_time(CanvasHost* host) {
  host->on_time();
}

void CanvasHost::show_cursor() {
  const ImGuiMouseCursor cursor = ImGui::GetMouseCursor();
  if (cursor == cursor_) return;
  cursor_ = cursor;
  gopark_js_cursor(cursor_name(cursor));
}

void CanvasHost::resize(float width, float height, float density) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = ImVec2(width, height);
  io.DisplayFramebufferScale = ImVec2(density, density);
  emscripten_set_canvas_element_size(kCanvas, static_cast<int>(std::lround(width * density)),
                                     static_cast<int>(std::lround(height * density)));
  wake();
}

void CanvasHost::set_visible(bool visible) {
  is_visible_ = visible;
  if (visible) wake();
}

// The objects of the lost context are gone with it: everything is made anew.
void CanvasHost::restore_context() {
  emscripten_webgl_make_context_current(context_);
  ImGui_ImplOpenGL3_Shutdown();
  has_context_ = ImGui_ImplOpenGL3_Init("#version 300 es");
  wake();
}

// ---------------------------------------------------------------- pointer

bool CanvasHost::mouse(int type, const EmscriptenMouseEvent& event) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(ImGuiMouseSource_Mouse);
  if (type == EMSCRIPTEN_EVENT_MOUSELEAVE) {
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  } else {
    io.AddMousePosEvent(static_cast<float>(event.targetX), static_cast<float>(event.targetY));
  }
  // The browser counts left, middle, right; ImGui left, right, middle.
  constexpr int kButtons[] = {0, 2, 1};
  const bool is_button = type == EMSCRIPTEN_EVENT_MOUSEDOWN || type == EMSCRIPTEN_EVENT_MOUSEUP;
  if (is_button && event.button < 3)
    io.AddMouseButtonEvent(kButtons[event.button], type == EMSCRIPTEN_EVENT_MOUSEDOWN);
  wake();
  return false;  // the browser's own: the focus, for one
}

// Does a window under the pointer go on in that direction?
bool CanvasHost::can_scroll(double by) const {
  for (const ImGuiWindow* window = ImGui::GetCurrentContext()->HoveredWindow; window != nullptr;
       window = window->ParentWindow) {
    if (window->ScrollMax.y > 0 && !(window->Flags & ImGuiWindowFlags_NoScrollWithMouse))
      return by < 0 ? window->Scroll.y > 0 : window->Scroll.y < window->ScrollMax.y;
    if (!(window->Flags & ImGuiWindowFlags_ChildWindow)) break;
  }
  return false;
}

bool CanvasHost::wheel(const EmscriptenWheelEvent& event) {
  if (!has_focus_ || event.mouse.ctrlKey || !can_scroll(event.deltaY)) return false;
  const double unit = event.deltaMode == DOM_DELTA_PIXEL ? kWheelLine : 3;
  ImGui::GetIO().AddMouseWheelEvent(static_cast<float>(-event.deltaX / unit),
                                    static_cast<float>(-event.deltaY / unit));
  wake();
  return true;
}

// The page lets the browser scroll up and down (touch-action: pan-y), which ends our touch. So a
// finger presses only once it is clear that it taps, or drags sideways.
bool CanvasHost::touch(int type, const EmscriptenTouchEvent& event) {
  ImGuiIO& io = ImGui::GetIO();
  const EmscriptenTouchPoint& point = event.touches[0];
  const auto x = static_cast<float>(point.targetX), y = static_cast<float>(point.targetY);
  io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
  if (type == EMSCRIPTEN_EVENT_TOUCHSTART) {
    finger_ = event.numTouches == 1;
    drags_ = false;
    finger_x_ = x;
    finger_y_ = y;
    finger_window_y_ = point.clientY;
    return false;
  }
  if (!finger_) return false;
  // Some browsers end the touch of a page that scrolls as if it had been a tap.
  if (type == EMSCRIPTEN_EVENT_TOUCHMOVE && !drags_ &&
      std::abs(static_cast<float>(point.clientY - finger_window_y_)) >= kDragPixels) {
    finger_ = false;
    return false;
  }
  if (type == EMSCRIPTEN_EVENT_TOUCHMOVE && !drags_) {
    if (std::abs(x - finger_x_) < kDragPixels) return false;
    drags_ = true;
    io.AddMousePosEvent(finger_x_, finger_y_);
    io.AddMouseButtonEvent(0, true);
  }
  if (type == EMSCRIPTEN_EVENT_TOUCHMOVE) {
    io.AddMousePosEvent(x, y);
  } else {
    finger_ = false;
    if (type == EMSCRIPTEN_EVENT_TOUCHEND && !drags_) {
      io.AddMousePosEvent(finger_x_, finger_y_);
      io.AddMouseButtonEvent(0, true);
    }
    if (type == EMSCRIPTEN_EVENT_TOUCHEND || drags_) io.AddMouseButtonEvent(0, false);
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  }
  wake();
  return type != EMSCRIPTEN_EVENT_TOUCHCANCEL;  // no mouse events for the same finger
}

// ---------------------------------------------------------------- keys, focus, clipboard

bool CanvasHost::key(int type, const EmscriptenKeyboardEvent& event) {
  ImGuiIO& io = ImGui::GetIO();
  const std::string_view name = event.key;
  const ImGuiKey known = key_of(name);
  const bool down = type == EMSCRIPTEN_EVENT_KEYDOWN, command = event.ctrlKey || event.metaKey;
  io.AddKeyEvent(ImGuiMod_Shift, event.shiftKey);
  if (!down) {
    io.AddKeyEvent(ImGuiMod_Ctrl, false);
    io.AddKeyEvent(known, false);
    wake();
    return false;
  }
  const bool edits = known == ImGuiKey_A || known == ImGuiKey_Y || known == ImGuiKey_Z;
  if (event.altKey || (command && !(io.WantTextInput && edits))) return false;
  const UiState& ui = app_->ui();
  const bool is_open = ui.overlay != Overlay::None || ui.asking >= 0 || ui.spotlight ||
                       ui.band != Band::All || (ui.editing && ui.find.is_open);
  if (known == ImGuiKey_Escape && !is_open) {
    gopark_js_leave();
    return true;
  }
  if (io.WantTextInput && !command && is_text(name))
    io.AddInputCharactersUTF8(std::string(name).c_str());
  else if (known == ImGuiKey_None)
    return false;
  io.AddKeyEvent(ImGuiMod_Ctrl, command);
  if (known != ImGuiKey_None) io.AddKeyEvent(known, true);
  wake();
  return true;
}

bool CanvasHost::focus(bool has_focus) {
  has_focus_ = has_focus;
  ImGui::GetIO().AddFocusEvent(has_focus);
  wake();
  return false;
}

// Draws at once: the browser wants the answer in its event.
void CanvasHost::press_chord(ImGuiKey key) {
  ImGuiIO& io = ImGui::GetIO();
  for (const bool down : {true, false}) {
    io.AddKeyEvent(ImGuiMod_Ctrl, down);
    io.AddKeyEvent(key, down);
    if (has_context_) draw();
  }
  wake();
}

std::string CanvasHost::copy(bool cut) {
  if (!ImGui::GetIO().WantTextInput) return "";
  clipboard_.clear();
  press_chord(cut ? ImGuiKey_X : ImGuiKey_C);
  return clipboard_;
}

bool CanvasHost::paste(const std::string& text) {
  clipboard_ = text;
  if (ImGui::GetIO().WantTextInput) {
    press_chord(ImGuiKey_V);
    return true;
  }
  if (text.rfind("goroutine ", 0) != 0) return false;
  app_->perform({Action::PasteDump, 0, 0, ""});
  wake();
  return true;
}

}  // namespace gopark
