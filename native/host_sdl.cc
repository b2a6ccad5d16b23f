#include "native/host_sdl.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <SDL.h>
#include <backends/imgui_impl_opengl3.h>
#include <backends/imgui_impl_opengl3_loader.h>
#include <backends/imgui_impl_sdl2.h>

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

Result<std::string> read_file(const std::string& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return Error{path + ": there is no such file"};
  std::ifstream in(path, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in && !in.eof()) return Error{path + " cannot be read"};
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

class Window {
 public:
  ~Window() {
    if (context_ != nullptr) {
      ImGui_ImplOpenGL3_Shutdown();
      ImGui_ImplSDL2_Shutdown();
      ImGui::DestroyContext();
      SDL_GL_DeleteContext(context_);
    }
    if (window_ != nullptr) SDL_DestroyWindow(window_);
    SDL_Quit();
  }

  Result<Done> open() {
    if (SDL_Init(SDL_INIT_VIDEO | SDL_INIT_TIMER) != 0)
      return Error{"there is no display to open a window on (" + std::string(SDL_GetError()) + ")"};
    if (is_blind()) return Error{"there is no display to open a window on"};
    if (!make(SDL_GL_CONTEXT_PROFILE_CORE, 3, 0) && !make(SDL_GL_CONTEXT_PROFILE_ES, 3, 0))
      return Error{"neither OpenGL 3 nor OpenGL ES 3 can be had here (" +
                   std::string(SDL_GetError()) + ")"};
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui_ImplSDL2_InitForOpenGL(window_, context_);
    ImGui_ImplOpenGL3_Init(is_es_ ? "#version 300 es" : "#version 130");
    SDL_GL_SetSwapInterval(1);
    return Done{};
  }

  void loop(App& app) {
    int owed = 3;  // frames until ImGui has settled
    bool was_full = false;
    while (!app.ui().quit) {
      if (wait(app, owed > 0)) owed = 3;
      draw(app);
      owed = std::max(owed - 1, 0);
      if (app.ui().full_screen != was_full) {
        was_full = app.ui().full_screen;
        SDL_SetWindowFullscreen(window_, was_full ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
      }
    }
  }

 private:
  bool make(int profile, int major, int minor) {
    is_es_ = profile == SDL_GL_CONTEXT_PROFILE_ES;
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, profile);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, major);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, minor);
    if (window_ != nullptr) SDL_DestroyWindow(window_);
    window_ = SDL_CreateWindow("gopark", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, 1440, 900,
                               SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
    context_ = window_ == nullptr ? nullptr : SDL_GL_CreateContext(window_);
    return context_ != nullptr;
  }

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
    ImGui_ImplSDL2_ProcessEvent(&event);
    if (event.type == SDL_QUIT) app.ui().quit = true;
    if (event.type == SDL_DROPFILE) {
      app.perform({Action::OpenFile, 0, 0, event.drop.file});
      SDL_free(event.drop.file);
    }
  }

  void draw(App& app) {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplSDL2_NewFrame();
    ImGui::NewFrame();
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    app.frame(size.x, size.y);
    ImGui::Render();
    const ImVec2 density = ImGui::GetIO().DisplayFramebufferScale;
    glViewport(0, 0, static_cast<int>(size.x * density.x), static_cast<int>(size.y * density.y));
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    SDL_GL_SwapWindow(window_);
  }

  SDL_Window* window_ = nullptr;
  SDL_GLContext context_ = nullptr;
  bool is_es_ = false;
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
  host.recall = recall;
  host.remember = remember;
  return host;
}

Result<Done> run_in_window(const std::function<std::unique_ptr<App>()>& make) {
  Window window;
  const Result<Done> opened = window.open();
  if (!opened.ok()) return opened;
  const std::unique_ptr<App> app = make();
  window.loop(*app);
  return Done{};
}

}  // namespace gopark
