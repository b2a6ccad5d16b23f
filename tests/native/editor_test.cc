// Editing by mouse and keys.
#include "tests/native/app_fixture.h"

namespace gopark {
namespace {

class EditorTest : public AppTest {
 protected:
  void type(const char* text) {
    for (const char* c = text; *c != 0; ++c) {
      ImGui::GetIO().AddInputCharacter(static_cast<unsigned char>(*c));
      settle();
    }
  }
  // At the end of line 10 of the first lesson: `a := 1`, one tab in.
  void edit_line_10() {
    press(Action::Edit);
    press(Action::NextBand);  // the sources alone, so that the line is in sight
    click(500, 346);
  }
  std::string line(uint32_t number) const {
    return std::string(lines_of(leaky().text)[number - 1]);
  }
};

TEST_F(EditorTest, WhatIsTypedRunsAtOnce) {
  edit_line_10();
  const std::string before = line(10);
  type("2");
  EXPECT_EQ(line(10), before + "2");
  EXPECT_FALSE(leaky().is_stale);
}

TEST_F(EditorTest, ANewLineIsIndentedAsTheOneBefore) {
  edit_line_10();
  press_chord(ImGuiKey_Enter);
  type("b");
  EXPECT_EQ(line(11), "\tb");
}

TEST_F(EditorTest, AMistakeIsToldAndTheLastGoodRunStays) {
  edit_line_10();
  type(" +");
  EXPECT_TRUE(leaky().is_stale);
  EXPECT_FALSE(leaky().complaints.empty());
  EXPECT_EQ(leaky().findings.verdict, Verdict::Leak);
  const Picture with = imgui_.picture(app_);
  press_chord(ImGuiMod_Ctrl | ImGuiKey_Z);
  EXPECT_TRUE(with.pixels != imgui_.picture(app_).pixels);
}

TEST_F(EditorTest, UndoTakesBackWhatWasTyped) {
  edit_line_10();
  const std::string before = leaky().text;
  type("7");
  EXPECT_NE(leaky().text, before);
  press_chord(ImGuiMod_Ctrl | ImGuiKey_Z);
  EXPECT_EQ(leaky().text, before);
}

}  // namespace
}  // namespace gopark
