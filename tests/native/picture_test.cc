// Pictures without a display.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <zlib.h>

#include "tests/native/app_fixture.h"

namespace gopark {
namespace {

// The picture that README.md shows:
//     gopark-app timeout --step 9 --screenshot tests/native/timeout.png --size 1280x720
constexpr const char* kReadmePicture = GOPARK_SOURCE_DIR "/tests/native/timeout.png";

uint32_t u32_at(const std::string& bytes, std::size_t at) {
  uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<uint8_t>(bytes[at + i]);
  return value;
}

// The rows of a PNG as to_png() writes it: one block of data, no filters.
std::string rows_of_png(const std::string& png, std::size_t size) {
  constexpr std::size_t kHeader = 8 + 25;  // the signature and the chunk IHDR
  std::string rows(size, '\0');
  auto length = static_cast<uLongf>(size);
  uncompress(reinterpret_cast<Bytef*>(rows.data()), &length,
             reinterpret_cast<const Bytef*>(png.data() + kHeader + 8), u32_at(png, kHeader));
  rows.resize(length);
  return rows;
}

TEST_F(AppTest, TheReadmeShowsTheAppAsItLooks) {
  std::ostringstream png;
  png << std::ifstream(kReadmePicture, std::ios::binary).rdbuf();
  ASSERT_GT(png.str().size(), 100u);
  ASSERT_TRUE(app_.open("timeout"));
  app_.set_reduced_motion(true);
  app_.perform({Action::Seek, 9, 0, ""});
  app_.finish_searches();
  const Picture now = imgui_.picture(app_);
  const std::size_t size = static_cast<std::size_t>(now.height) * (1 + 3u * 1280);
  const std::string shown = rows_of_png(png.str(), size), drawn = rows_of_png(to_png(now), size);
  ASSERT_EQ(shown.size(), drawn.size());
  // Compilers round the edges of letters apart.
  std::size_t other = 0;
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    const int apart = static_cast<uint8_t>(shown[i]) - static_cast<uint8_t>(drawn[i]);
    other += std::abs(apart) > 32 ? 1 : 0;
  }
  EXPECT_LT(other, drawn.size() / 500) << "make it anew: see kReadmePicture";
}

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
