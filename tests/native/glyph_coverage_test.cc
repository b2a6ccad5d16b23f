// Every character that the program can show has a shape in each of its fonts: those of its own
// strings, of the simulator's sentences and messages, of the lessons, and of Go's packages that it
// carries.
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <imgui_internal.h>

#include "tests/native/app_fixture.h"

namespace gopark {
namespace {

namespace fs = std::filesystem;

// Where each character was seen first.
using Characters = std::map<unsigned, std::string>;

void add(Characters& seen, std::string_view text, const std::string& where) {
  const std::string copy(text);
  for (const char* at = copy.c_str(); *at != 0;) {
    unsigned character = 0;
    at += ImTextCharFromUtf8(&character, at, copy.c_str() + copy.size());
    if (character >= 32) seen.try_emplace(character, where);
  }
}

// What stands between quotes; a line that is only a comment shows nothing.
void add_strings(Characters& seen, std::string_view line, const std::string& where) {
  if (line.find_first_not_of(' ') == line.find("//")) return;
  for (std::size_t from = line.find('"'); from != std::string_view::npos;) {
    std::size_t to = from + 1;
    while (to < line.size() && line[to] != '"') to += line[to] == '\\' ? 2 : 1;
    if (to >= line.size()) return;
    add(seen, line.substr(from + 1, to - from - 1), where);
    from = line.find('"', to + 1);
  }
}

Characters characters_of(const fs::path& folder) {
  Characters seen;
  for (const fs::directory_entry& entry :
       fs::recursive_directory_iterator(fs::path(GOPARK_SOURCE_DIR) / folder)) {
    const std::string kind = entry.path().extension().string();
    // It writes SVG, which is drawn in the fonts of whoever shows it.
    if (entry.path().filename() == "run_picture.cc") continue;
    const bool is_code = kind == ".cc" || kind == ".h" || kind == ".inc";
    if (!is_code && kind != ".go" && kind != ".md") continue;
    std::ostringstream text;
    text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    std::size_t number = 0;
    const std::string whole = text.str();
    for (const std::string_view line : lines_of(whole)) {
      const std::string where = entry.path().string() + ":" + std::to_string(++number);
      if (is_code)
        add_strings(seen, line, where);
      else
        add(seen, line, where);
    }
  }
  return seen;
}

class GlyphCoverage : public testing::TestWithParam<const char*> {};

TEST_P(GlyphCoverage, EveryCharacterHasAShapeInEveryFace) {
  HeadlessImGui imgui(1280, 720);
  // The page's first picture has no others; Go's packages are shown later.
  const bool is_sim = std::string_view(GetParam()) == "sim";
  const Fonts fonts = load_fonts(is_sim ? Letters::All : Letters::First);
  const Characters seen = characters_of(GetParam());
  EXPECT_GT(seen.size(), 80u) << "letters, digits, signs";
  for (const auto& [character, where] : seen)
    for (ImFont* face : {fonts.prose, fonts.bold, fonts.mono})
      EXPECT_TRUE(face->IsGlyphInFont(static_cast<ImWchar>(character)))
          << std::hex << "U+" << character << " of " << where;
}

std::string folder_name(const testing::TestParamInfo<const char*>& folder) {
  return folder.param;
}

INSTANTIATE_TEST_SUITE_P(Folders, GlyphCoverage, testing::Values("native", "sim", "scenarios"),
                         folder_name);

TEST(GlyphFaces, AStringIsReadAndACommentIsNot) {
  Characters seen;
  add_strings(seen, "  f(\"\\\"√\", \"×\");  // ∞", "");
  EXPECT_EQ(seen.count(0x221A), 1u);
  EXPECT_EQ(seen.count(0xD7), 1u);
  EXPECT_EQ(seen.count(0x221E), 0u);
  add_strings(seen, "  // \"∞\"", "");
  EXPECT_EQ(seen.count(0x221E), 0u);
}

TEST(GlyphFaces, LettersThatFewProgramsHaveComeWithAll) {
  HeadlessImGui imgui(1280, 720);
  for (const auto& [letters, there] : {std::pair{Letters::First, false}, {Letters::All, true}}) {
    const Fonts fonts = load_fonts(letters);
    for (ImFont* face : {fonts.prose, fonts.bold, fonts.mono})
      for (const int letter : {0xE9, 0x3B1, 0x416})  // é, α, Ж
        EXPECT_EQ(face->IsGlyphInFont(static_cast<ImWchar>(letter)), there);
  }
}

// What a learner types in another writing is not lost: each sign is one "unknown" shape.
TEST(GlyphFaces, WhatNoFontHasIsShownAsUnknown) {
  HeadlessImGui imgui(1280, 720);
  const Fonts fonts = load_fonts();
  for (ImFont* face : {fonts.prose, fonts.bold, fonts.mono}) {
    EXPECT_FALSE(face->IsGlyphInFont(0x4E2D));
    EXPECT_TRUE(face->IsGlyphInFont(0xFFFD));
  }
}

}  // namespace
}  // namespace gopark
