#include "native/host_sdl.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <SDL.h>
#include <backends/imgui_impl_opengl3.h>
#include <backends/imgui_impl_opengl3_loader.h>
#include <backends/imgui_impl_sdl2.h>

#include "native/deflate.h"
#include "native/link.h"
#include "native/png.h"
#include "native/window_events.h"

namespace gopark {

namespace {

namespace fs = std::filesystem;

double seconds() {
  using Clock = std::chrono::steady_clock;
  return std::chrono::duration<double>(Clock::now().time_since_epoch()).count();
}

// Where settings live; empty when there is no such place.
fs::path settings_folder() {
  if (const char* folder = std::getenv("XDG_CONFIG_HOME")) return fs::path(folder) / "gopark";
  if (const char* home = std::getenv("HOME")) return fs::path(home) / ".config" / "gopark";
  return {};
}

// Whoever asks refuses what is longer than kMaxProgramText, so that no more is read of a huge file.
constexpr std::size_t kMostRead = kMaxProgramText + 1;

Result<std::string> read_file(const std::string& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return Error{path + ": there is no such file"};
  std::ifstream in(path, std::ios::binary);
  std::string text(kMostRead, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (!in && !in.eof()) return Error{path + " cannot be read"};
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text;
}

Result<Done> write_file(const std::string& path, const std::string& text) {
  std::ofstream out(path, std::ios::binary);
  out << text;
  out.flush();
  if (!out) return Error{path + " cannot be written"};
  return Done{};
}

std::optional<std::string> recall(const std::string& name) {
  const Result<std::string> text = read_file((settings_folder() / name).string());
  return text.ok() ? std::optional(text.value()) : std::nullopt;
}

void remember(const std::string& name, const std::string& text) {
  const fs::path folder = settings_folder();
  if (folder.empty()) return;
  std::error_code error;
  fs::create_directories(folder, error);
  // Written beside it and then renamed: whenever the program is killed, one of the two is whole.
  const fs::path whole = folder / name, part = folder / (name + ".part");
  if (write_file(part.string(), text).ok()) fs::rename(part, whole, error);
}

// Without a display SDL falls back to drivers that draw for nobody, unless somebody asked for one.
bool is_blind() {
  const char* driver = SDL_GetCurrentVideoDriver();
  const std::string name = driver == nullptr ? "" : driver;
  return std::getenv("SDL_VIDEODRIVER") == nullptr &&
         (name == "dummy" || name == "offscreen" || name == "evdev");
}

// Where a window stood when it was left.
struct Place {
  int x = SDL_WINDOWPOS_CENTERED, y = SDL_WINDOWPOS_CENTERED, width = 1440, height = 900;
  bool maximized = false;
};

// A damaged text, or a place on a display that is gone, is the middle of the first one.
Place recall_place() {
  Place place;
  std::istringstream text(recall("window").value_or(""));
  SDL_Rect kept{};
  bool maximized = false;
  if (!(text >> kept.x >> kept.y >> kept.w >> kept.h >> maximized)) return place;
  if (kept.w < 320 || kept.h < 240 || kept.w > 16'384 || kept.h > 16'384) return place;
  for (int i = 0; i < SDL_GetNumVideoDisplays(); ++i) {
    SDL_Rect display{}, common{};
    if (SDL_GetDisplayBounds(i, &display) != 0 || !SDL_IntersectRect(&display, &kept, &common))
      continue;
    if (common.w >= 100 && common.h >= 100) return {kept.x, kept.y, kept.w, kept.h, maximized};
  }
  return place;
}

// A window with an OpenGL context and an ImGui context of its own.
class Surface {
 public:
  Surface() = default;
  ~Surface() {
    if (imgui_ != nullptr) {
      use();
      ImGui_ImplOpenGL3_Shutdown();
      ImGui_ImplSDL2_Shutdown();
      ImGui::DestroyContext(imgui_);
    }
    if (context_ != nullptr) SDL_GL_DeleteContext(context_);
    if (window_ != nullptr) SDL_DestroyWindow(window_);
  }
  Surface(const Surface&) = delete;
  Surface& operator=(const Surface&) = delete;

  Result<Done> open(const char* title, const Place& place) {
    if (!make(title, place, SDL_GL_CONTEXT_PROFILE_CORE) &&
        !make(title, place, SDL_GL_CONTEXT_PROFILE_ES))
      return Error{"neither OpenGL 3 nor OpenGL ES 3 can be had here (" +
                   std::string(SDL_GetError()) + ")"};
    imgui_ = ImGui::CreateContext();
    use();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui_ImplSDL2_InitForOpenGL(window_, context_);
    ImGui_ImplOpenGL3_Init(is_es_ ? "#version 300 es" : "#version 130");
    SDL_GL_SetSwapInterval(1);
    return Done{};
  }

  // Makes its contexts current.
  void use() {
    SDL_GL_MakeCurrent(window_, context_);
    ImGui::SetCurrentContext(imgui_);
  }
  SDL_Window* window() const { return window_; }

  template <typename Frame>
  void draw(const Frame& frame) {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplSDL2_NewFrame();
    ImGui::NewFrame();
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    frame(size.x, size.y);
    ImGui::Render();
    glViewport(0, 0, pixels().width, pixels().height);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  }
  void show() { SDL_GL_SwapWindow(window_); }

  // What was drawn and not yet shown.
  Picture picture() const {
    Picture picture = pixels();
    const auto width = static_cast<std::size_t>(picture.width);
    const auto height = static_cast<std::size_t>(picture.height);
    std::vector<uint32_t> upside_down(width * height);
    glReadPixels(0, 0, picture.width, picture.height, GL_RGBA, GL_UNSIGNED_BYTE,
                 upside_down.data());
    for (std::size_t y = height; y-- > 0;)
      picture.pixels.insert(picture.pixels.end(),
                            upside_down.begin() + static_cast<std::ptrdiff_t>(y * width),
                            upside_down.begin() + static_cast<std::ptrdiff_t>((y + 1) * width));
    return picture;
  }

 private:
  bool make(const char* title, const Place& place, int profile) {
    is_es_ = profile == SDL_GL_CONTEXT_PROFILE_ES;
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, profile);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
    if (window_ != nullptr) SDL_DestroyWindow(window_);
    const uint32_t maximized = place.maximized ? uint32_t{SDL_WINDOW_MAXIMIZED} : 0;
    window_ = SDL_CreateWindow(
        title, place.x, place.y, place.width, place.height,
        SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI | maximized);
    context_ = window_ == nullptr ? nullptr : SDL_GL_CreateContext(window_);
    return context_ != nullptr;
  }

  // A picture of this size, still empty.
  static Picture pixels() {
    const ImGuiIO& io = ImGui::GetIO();
    Picture picture;
    picture.width = static_cast<int>(io.DisplaySize.x * io.DisplayFramebufferScale.x);
    picture.height = static_cast<int>(io.DisplaySize.y * io.DisplayFramebufferScale.y);
    return picture;
  }

  SDL_Window* window_ = nullptr;
  SDL_GLContext context_ = nullptr;
  ImGuiContext* imgui_ = nullptr;
  bool is_es_ = false;
};

// Into the folder that the app was started in, or into the person's own where that cannot be.
std::string write_picture(const Picture& picture, const std::string& name) {
  const std::string png = to_png(picture);
  if (write_file(name, png).ok()) return "Saved as " + name + ".";
  const char* home = std::getenv("HOME");
  const std::string other = home == nullptr ? name : (fs::path(home) / name).string();
  const Result<Done> done = write_file(other, png);
  return done.ok() ? "Saved as " + other + "." : done.error() + ".";
}

// The window of the app, and the one with the notes.
class Windows {
 public:
  ~Windows() {
    notes_.reset();
    main_.reset();
    SDL_Quit();
  }

  Result<Done> open() {
    if (SDL_Init(SDL_INIT_VIDEO | SDL_INIT_TIMER) != 0)
      return Error{"there is no display to open a window on (" + std::string(SDL_GetError()) + ")"};
    if (is_blind()) return Error{"there is no display to open a window on"};
    main_ = std::make_unique<Surface>();
    return main_->open("gopark", recall_place());
  }

  void ask_for_picture(const std::string& name) { picture_ = name; }

  void loop(App& app) {
    int owed = 3;  // frames until ImGui has settled
    bool was_full = false;
    while (!app.ui().quit) {
      if (wait(app, owed > 0)) owed = 3;
      draw(app);
      owed = std::max(owed - 1, 0);
      if (app.ui().full_screen != was_full) {
        was_full = app.ui().full_screen;
        SDL_SetWindowFullscreen(main_->window(), was_full ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
      }
      if (app.ui().second_window != (notes_ != nullptr)) show_notes(app);
    }
    remember_place();
  }

 private:
  // Sleeps until there is input or a frame is due. True when there was input.
  bool wait(App& app, bool now) {
    SDL_Event event;
    int timeout = 0;
    if (!now) {
      const auto due = app.next_frame_at();
      timeout = due ? static_cast<int>(std::clamp(*due - seconds(), 0.0, 3600.0) * 1000) : -1;
    }
    bool any =
        timeout < 0 ? SDL_WaitEvent(&event) != 0 : SDL_WaitEventTimeout(&event, timeout) != 0;
    const bool had_input = any;
    for (; any; any = SDL_PollEvent(&event) != 0) handle(app, event);
    return had_input;
  }

  void handle(App& app, const SDL_Event& event) {
    if (notes_) {
      notes_->use();
      ImGui_ImplSDL2_ProcessEvent(&event);
    }
    main_->use();
    ImGui_ImplSDL2_ProcessEvent(&event);
    tell_app(app, event, SDL_GetWindowID(main_->window()));
  }

  void draw(App& app) {
    main_->use();
    main_->draw([&](float width, float height) { app.frame(width, height); });
    if (!picture_.empty()) app.ui().notice = write_picture(main_->picture(), picture_);
    picture_.clear();
    main_->show();
    if (!notes_) return;
    notes_->use();
    notes_->draw([&](float width, float height) { app.notes_frame(fonts_, width, height); });
    notes_->show();
    main_->use();
  }

  // On another display than the app's, where there is one.
  void show_notes(App& app) {
    notes_.reset();
    if (app.ui().second_window) {
      const int mine = SDL_GetWindowDisplayIndex(main_->window());
      const int other = SDL_GetNumVideoDisplays() > 1 ? (mine == 0 ? 1 : 0) : mine;
      const auto middle = static_cast<int>(SDL_WINDOWPOS_CENTERED_DISPLAY(other));
      notes_ = std::make_unique<Surface>();
      const Result<Done> opened = notes_->open("gopark: notes", {middle, middle, 900, 700, false});
      if (opened.ok())
        fonts_ = load_fonts();
      else
        app.ui().notice = opened.error() + ".";
      if (!opened.ok()) notes_.reset();
      app.ui().second_window = opened.ok();
    }
    main_->use();
  }

  void remember_place() {
    const uint32_t flags = SDL_GetWindowFlags(main_->window());
    if ((flags & (SDL_WINDOW_FULLSCREEN_DESKTOP | SDL_WINDOW_MINIMIZED)) != 0) return;
    int x = 0, y = 0, width = 0, height = 0;
    SDL_GetWindowPosition(main_->window(), &x, &y);
    SDL_GetWindowSize(main_->window(), &width, &height);
    std::ostringstream text;
    text << x << ' ' << y << ' ' << width << ' ' << height << ' '
         << ((flags & SDL_WINDOW_MAXIMIZED) != 0) << '\n';
    remember("window", text.str());
  }

  std::unique_ptr<Surface> main_, notes_;
  Fonts fonts_;          // of notes_
  std::string picture_;  // the name of the one that was asked for; "": none
};

}  // namespace

Host desktop_host() {
  Host host;
  host.now = seconds;
  host.copy = [](const std::string& text) { SDL_SetClipboardText(text.c_str()); };
  host.paste = [] {
    char* text = SDL_GetClipboardText();
    const std::string copy = text == nullptr ? "" : text;
    SDL_free(text);
    return copy;
  };
  host.read_file = read_file;
  host.write_file = write_file;
  host.deflate = deflate_raw;
  host.inflate = [](const std::string& packed) { return inflate_raw(packed, kMaxLinkProgram); };
  host.recall = recall;
  host.remember = remember;
  return host;
}

Result<Done> run_in_window(const std::function<std::unique_ptr<App>(Host)>& make) {
  Windows windows;
  const Result<Done> opened = windows.open();
  if (!opened.ok()) return opened;
  Host host = desktop_host();
  host.can_open_windows = true;
  host.save_picture = [&windows](const std::string& name) { windows.ask_for_picture(name); };
  const std::unique_ptr<App> app = make(std::move(host));
  windows.loop(*app);
  return Done{};
}

}  // namespace gopark
