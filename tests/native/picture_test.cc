// Pictures without a display.
#include "tests/native/app_fixture.h"

namespace gopark {
namespace {

TEST_F(AppTest, APictureIsTheSameEveryTime) {
  const Picture first = imgui_.picture(app_), second = imgui_.picture(app_);
  EXPECT_EQ(first.width, 1280);
  EXPECT_EQ(first.height, 720);
  EXPECT_TRUE(first.pixels == second.pixels);
}

TEST_F(AppTest, APictureIsMoreThanItsBackground) {
  const Picture picture = imgui_.picture(app_);
  std::map<uint32_t, int> colors;
  for (const uint32_t pixel : picture.pixels) ++colors[pixel];
  EXPECT_GT(colors.size(), 100u);
}

TEST(Png, BeginsAndEndsAsThePngStandardSays) {
  Picture picture{2, 1, {0xff0000ffu, 0xff00ff00u}};
  const std::string png = to_png(picture);
  EXPECT_EQ(png.substr(0, 8), "\x89PNG\r\n\x1a\n");
  EXPECT_EQ(png.substr(12, 4), "IHDR");
  EXPECT_EQ(png.substr(png.size() - 8, 4), "IEND");
}

}  // namespace
}  // namespace gopark
