#include "native/fonts.h"

#include "sim/base/assert.h"

namespace gopark {

namespace {

ImFont* add(std::string_view name, bool merge) {
  for (const EmbeddedFile& file : embedded_fonts()) {
    if (file.path != name) continue;
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.MergeMode = merge;
    // ImGui does not write to data that it does not own.
    void* data = const_cast<char*>(file.text.data());
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(data, static_cast<int>(file.text.size()),
                                                      17.0f, &config);
  }
  GOPARK_ASSERT(false, "every font is embedded");
  return nullptr;
}

}  // namespace

Fonts load_fonts() {
  Fonts fonts;
  fonts.prose = add("prose.ttf", false);
  add("mono.ttf", true);
  fonts.bold = add("prose-bold.ttf", false);
  add("mono.ttf", true);
  fonts.mono = add("mono.ttf", false);
  add("prose.ttf", true);
  return fonts;
}

}  // namespace gopark
