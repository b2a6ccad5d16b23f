// Colours that can be read, bands that do not overlap, signs that the fonts have.
#include "native/theme.h"

#include <gtest/gtest.h>

#include "native/layout.h"
#include "tests/native/app_fixture.h"

namespace gopark {
namespace {

TEST(Theme, EveryTextHasContrastOnEveryBackground) {
  for (const ThemeKind kind : {ThemeKind::Dark, ThemeKind::Light, ThemeKind::Contrast})
    for (const ColorPair& pair : text_pairs(theme_of(kind)))
      EXPECT_GE(contrast(pair.text, pair.background), 4.5)
          << to_string(kind) << ": " << pair.name << std::hex << " " << pair.text << " on "
          << pair.background;
}

TEST(Theme, ContrastOfBlackOnWhiteIs21) {
  EXPECT_NEAR(contrast(IM_COL32_BLACK, IM_COL32_WHITE), 21.0, 0.01);
  EXPECT_NEAR(contrast(IM_COL32_WHITE, IM_COL32_WHITE), 1.0, 0.01);
}

bool overlap(const Box& a, const Box& b) {
  return a.x < b.x + b.width - 0.5f && b.x < a.x + a.width - 0.5f && a.y < b.y + b.height - 0.5f &&
         b.y < a.y + a.height - 0.5f;
}

void expect_tidy(float width, float height, const UiState& ui, std::size_t variants) {
  const Layout layout = layout_of(width, height, ui, variants, 5);
  std::vector<Box> boxes = {layout.header, layout.transport, layout.lower};
  // Without height they are tabs of the lower panel.
  for (const Box& box : {layout.lanes, layout.channels})
    if (box.height > 0) boxes.push_back(box);
  boxes.insert(boxes.end(), layout.sources.begin(), layout.sources.end());
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    EXPECT_GT(boxes[i].height, 0);
    EXPECT_GE(boxes[i].x, 0);
    EXPECT_LE(boxes[i].x + boxes[i].width, width + 0.5f);
    EXPECT_LE(boxes[i].y + boxes[i].height, height + 0.5f);
    for (std::size_t j = 0; j < i; ++j)
      EXPECT_FALSE(overlap(boxes[i], boxes[j])) << i << " and " << j << " at " << width;
  }
}

TEST(Layout, BandsDoNotOverlapAndStayInside) {
  for (const float scale : {1.0f, 2.0f}) {
    UiState ui;
    ui.scale = scale;
    for (const bool lecture : {false, true}) {
      ui.lecture = lecture;
      for (const std::size_t variants : {1u, 2u}) {
        expect_tidy(1280, 720, ui, variants);
        expect_tidy(1920, 1080, ui, variants);
        expect_tidy(640, 900, ui, variants);
      }
    }
  }
}

TEST(Layout, LectureTypeIsAtLeast28Pixels) {
  UiState ui;
  ui.lecture = true;
  EXPECT_GE(body_size(ui), 28.0f);
}

void expect_glyphs(ImFont* font, std::string_view text) {
  const char* at = text.data();
  const char* end = at + text.size();
  while (at < end) {
    unsigned int sign = 0;
    const auto byte = static_cast<unsigned char>(*at);
    const int length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    sign = length == 1 ? byte : byte & (0xFFu >> (length + 1));
    for (int i = 1; i < length; ++i) sign = sign << 6 | (static_cast<unsigned char>(at[i]) & 0x3Fu);
    if (sign >= 0x20) {
      EXPECT_TRUE(font->IsGlyphInFont(static_cast<ImWchar>(sign)))
          << std::hex << sign << " in " << text;
    }
    at += length;
  }
}

TEST_F(AppTest, TheFontsHaveEverySignThatIsShown) {
  ImFont* font = ImGui::GetIO().Fonts->Fonts[0];
  for (const ActionInfo& info : all_actions()) {
    expect_glyphs(font, info.title);
    expect_glyphs(font, key_label(info.action));
  }
  for (const EmbeddedFile& file : embedded_lessons()) expect_glyphs(font, file.text);
  expect_glyphs(font, "·×…→←↑↓▶‖✗✓");
}

}  // namespace
}  // namespace gopark
