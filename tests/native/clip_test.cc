// No text is cut at the side of its panel: in every lesson, at sizes from a phone to a projector.
// Judged by the glyphs that ImGui drew and the rectangles it clipped them to.
#include <cmath>

#include "tests/native/app_fixture.h"
#include "tests/sanitized.h"

namespace gopark {
namespace {

struct Glyph {
  ImVec2 from, to;
  bool is_glyph = false;
};

Glyph glyph_at(const ImDrawList& list, const ImDrawCmd& command, unsigned index) {
  const auto vertex = [&](unsigned i) -> const ImDrawVert& {
    return list.VtxBuffer[static_cast<int>(
        list.IdxBuffer[static_cast<int>(command.IdxOffset + index + i)] + command.VtxOffset)];
  };
  const ImDrawVert &a = vertex(0), &b = vertex(1), &c = vertex(2);
  const bool box = a.pos.y == b.pos.y && b.pos.x == c.pos.x && a.uv.x != b.uv.x;
  return {a.pos, c.pos, box && b.uv.y != c.uv.y};
}

// Source lines scroll sideways, so their window may cut them.
bool may_cut(const ImDrawList& list) {
  const std::string owner = list._OwnerName == nullptr ? "" : list._OwnerName;
  return owner.find("/lines") != std::string::npos;
}

int cut_glyphs(const ImDrawList& list) {
  int cut = 0;
  for (const ImDrawCmd& command : list.CmdBuffer) {
    const ImVec4 clip = command.ClipRect;
    for (unsigned i = 0; i + 6 <= command.ElemCount; i += 3) {
      const Glyph glyph = glyph_at(list, command, i);
      if (!glyph.is_glyph) continue;
      const bool hidden = glyph.to.y <= clip.y || glyph.from.y >= clip.w;
      const bool outside = glyph.from.x < clip.x - 1 || glyph.to.x > clip.z + 1;
      cut += !hidden && outside ? 1 : 0;
    }
  }
  return cut;
}

class ClipTest : public testing::Test {
 protected:
  static void expect_whole(float width, float height, float scale, bool lecture) {
    HeadlessImGui imgui(width, height);
    Host host;
    host.reduced_motion = true;
    App app(host, toolchain_compile(), lessons_of(embedded_lessons()));
    app.ui().scale = scale;
    app.ui().lecture = lecture;
    for (std::size_t lesson = 0; lesson < app.lessons().size(); lesson += kSanitized ? 5 : 1) {
      app.open_lesson(lesson);
      app.perform({Action::Last, 0, 0, ""});
      for (const LowerPanel panel :
           {LowerPanel::Why, LowerPanel::Schedule, LowerPanel::AllSchedules, LowerPanel::Memory,
            LowerPanel::Notes}) {
        app.ui().lower = panel;
        for (int i = 0; i < 3; ++i) imgui.frame(app);
        for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
          if (may_cut(*list)) continue;
          EXPECT_EQ(cut_glyphs(*list), 0)
              << app.lessons()[lesson].name << " " << width << "x" << height << " scale " << scale
              << " panel " << static_cast<int>(panel) << " in " << list->_OwnerName;
        }
      }
    }
  }
};

TEST_F(ClipTest, OnALaptop) {
  expect_whole(1280, 720, 1, false);
}
TEST_F(ClipTest, OnALaptopInLectureMode) {
  expect_whole(1280, 720, 1, true);
}
TEST_F(ClipTest, OnAProjector) {
  expect_whole(1920, 1080, 1, true);
}
TEST_F(ClipTest, AtTwiceTheSize) {
  expect_whole(1920, 1080, 2, false);
}
TEST_F(ClipTest, OnAPhone) {
  expect_whole(390, 844, 1, false);
}

}  // namespace
}  // namespace gopark
