#include "native/fonts.h"

#include <initializer_list>
#include <string>

#include "sim/base/assert.h"

namespace gopark {

namespace {

ImFont* add(std::span<const EmbeddedFile> files, std::string_view name, bool merge) {
  for (const EmbeddedFile& file : files) {
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

// The later names lend what the first lacks.
ImFont* add_font(std::initializer_list<std::string_view> names, Letters letters) {
  ImFont* font = nullptr;
  for (const std::string_view name : names) {
    ImFont* added = add(embedded_fonts(), std::string(name) + ".ttf", font != nullptr);
    if (font == nullptr) font = added;
  }
  if (letters == Letters::First) return font;
  for (const std::string_view name : names)
    add(embedded_more_fonts(), std::string(name) + "-more.ttf", true);
  return font;
}

}  // namespace

Fonts load_fonts(Letters letters) {
  ImGui::GetIO().Fonts->Clear();
  Fonts fonts;
  fonts.prose = add_font({"prose", "mono"}, letters);
  fonts.bold = add_font({"prose-bold", "mono"}, letters);
  fonts.mono = add_font({"mono", "prose"}, letters);
  return fonts;
}

}  // namespace gopark
