// The app on ImGui's null backend, driven by synthetic keys and clicks: no window, no GPU.
#pragma once

#include <gtest/gtest.h>

#include "native/deflate.h"
#include "native/embedded_lessons.h"
#include "native/keys.h"
#include "native/link.h"
#include "native/raster.h"
#include "native/screenshot.h"
#include "native/toolchain_compile.h"

namespace gopark {

class AppTest : public testing::Test {
 protected:
  AppTest() : imgui_(1280, 720), app_(host(), toolchain_compile(), lessons_of(embedded_lessons())) {
    app_.open_lesson(0);
    settle();
  }

  void settle() {
    for (int i = 0; i < 3; ++i) imgui_.frame(app_);
  }

  // Presses and releases the keys of an action, as actions.inc names them.
  void press(Action action) {
    const auto chord = parse_chord(info_of(action).key);
    ASSERT_TRUE(chord) << info_of(action).name;
    press_chord(*chord);
  }
  void press_chord(ImGuiKeyChord chord) {
    ImGuiIO& io = ImGui::GetIO();
    const auto key = static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_);
    for (const bool down : {true, false}) {
      io.AddKeyEvent(ImGuiMod_Ctrl, down && (chord & ImGuiMod_Ctrl) != 0);
      io.AddKeyEvent(ImGuiMod_Shift, down && (chord & ImGuiMod_Shift) != 0);
      io.AddKeyEvent(key, down);
      settle();
    }
  }

  void type(const char* text) {
    for (const char* c = text; *c != 0; ++c) {
      ImGui::GetIO().AddInputCharacter(static_cast<unsigned char>(*c));
      settle();
    }
  }

  void click(float x, float y) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(x, y);
    imgui_.frame(app_);
    io.AddMouseButtonEvent(0, true);
    imgui_.frame(app_);
    io.AddMouseButtonEvent(0, false);
    settle();
  }

  const Variant& leaky() const { return app_.variants().front(); }

  Host host() {
    Host h;
    h.now = [this] { return now_; };
    h.paste = [this] { return clipboard_; };
    h.copy = [this](const std::string& text) { clipboard_ = text; };
    h.remember = [this](const std::string& name, const std::string& text) { kept_[name] = text; };
    h.recall = [this](const std::string& name) -> std::optional<std::string> {
      const auto kept = kept_.find(name);
      return kept == kept_.end() ? std::nullopt : std::optional(kept->second);
    };
    h.read_file = [this](const std::string& path) -> Result<std::string> {
      const auto file = files_.find(path);
      if (file == files_.end()) return Error{path + " cannot be read"};
      return file->second;
    };
    h.write_file = [this](const std::string& path, const std::string& text) -> Result<Done> {
      files_[path] = text;
      return Done{};
    };
    h.deflate = deflate_raw;
    h.inflate = [](const std::string& packed) { return inflate_raw(packed, kMaxLinkProgram); };
    h.reduced_motion = true;
    return h;
  }

  double now_ = 100;
  std::string clipboard_;
  std::map<std::string, std::string> kept_;
  std::map<std::string, std::string> files_;
  HeadlessImGui imgui_;
  App app_;
};

}  // namespace gopark
