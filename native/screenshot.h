// A picture of the app without any display: ImGui's null platform and our own rasteriser.
#pragma once

#include "native/app.h"
#include "native/png.h"

namespace gopark {

// An ImGui context that needs no window. One at a time.
class HeadlessImGui {
 public:
  HeadlessImGui(float width, float height, float density = 1.0f);
  ~HeadlessImGui();
  HeadlessImGui(const HeadlessImGui&) = delete;
  HeadlessImGui& operator=(const HeadlessImGui&) = delete;

  // One whole frame, not drawn.
  void frame(App& app);
  // The same, drawn.
  Picture picture(App& app);

 private:
  float width_, height_;
};

}  // namespace gopark
