#include "native/screenshot.h"

#include "native/raster.h"

namespace gopark {

HeadlessImGui::HeadlessImGui(float width, float height, float density)
    : width_(width), height_(height) {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.DisplaySize = ImVec2(width, height);
  io.DisplayFramebufferScale = ImVec2(density, density);
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
}

HeadlessImGui::~HeadlessImGui() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
  ImGui::DestroyContext();
}

void HeadlessImGui::frame(App& app) {
  ImGui::GetIO().DeltaTime = 1.0f / 60.0f;
  ImGui::NewFrame();
  app.frame(width_, height_);
  ImGui::Render();
  accept_textures(*ImGui::GetDrawData());
}

Picture HeadlessImGui::picture(App& app) {
  // ImGui settles sizes and scrolling over a few frames.
  for (int i = 0; i < 4; ++i) frame(app);
  return rasterise(*ImGui::GetDrawData(), app.theme().background);
}

}  // namespace gopark
