// Every text can be read: none is cut at the side of its panel, none lies on another. In every
// lesson at its decisive step, on screens from a phone to a projector, in all themes; judged by the
// letters that ImGui drew.
#include "tests/native/app_fixture.h"
#include "tests/native/glyphs.h"
#include "tests/sanitized.h"

namespace gopark {
namespace {

struct Screen {
  float width, height, scale;
  bool lecture;
};
constexpr Screen kScreens[] = {
    {1280, 720, 1, false}, {1280, 720, 2, false}, {1920, 1080, 1, false}, {1920, 1080, 2, false},
    {1280, 720, 1, true},  {1920, 1080, 1, true}, {390, 844, 1, false}};
constexpr LowerPanel kPanels[] = {LowerPanel::Why,          LowerPanel::Schedule,
                                  LowerPanel::AllSchedules, LowerPanel::Memory,
                                  LowerPanel::Output,       LowerPanel::Notes};
constexpr ThemeKind kThemes[] = {ThemeKind::Dark, ThemeKind::Light, ThemeKind::Contrast};

class LegibleTest : public testing::TestWithParam<Screen> {
 protected:
  LegibleTest()
      : imgui_(GetParam().width, GetParam().height),
        app_(host(), toolchain_compile(), lessons_of(embedded_lessons())) {
    app_.ui().scale = GetParam().scale;
    app_.ui().lecture = GetParam().lecture;
  }

  static Host host() {
    Host host;
    host.reduced_motion = true;
    return host;
  }

  void expect_legible(const std::string& what) {
    for (int i = 0; i < 3; ++i) imgui_.frame(app_);
    const std::vector<Glyph> glyphs = drawn_glyphs();
    EXPECT_GT(glyphs.size(), 20u) << what;
    const std::vector<Glyph> cut = cut_glyphs(glyphs), overlaid = overlaid_glyphs(glyphs);
    EXPECT_TRUE(cut.empty()) << what << ": cut" << places_of(cut);
    EXPECT_TRUE(overlaid.empty()) << what << ": one on the other" << places_of(overlaid);
  }

  // Where the last question of the lesson is asked.
  void to_decisive_step() {
    app_.perform(app_.quiz().empty() ? Command{Action::Last, 0, 0, ""}
                                     : Command{Action::Seek, app_.quiz().back().step, 0, ""});
  }

  void see_panels(const std::string& lesson) {
    for (const LowerPanel panel : kPanels) {
      app_.ui().lower = panel;
      expect_legible(lesson + " panel " + std::to_string(static_cast<int>(panel)));
    }
  }

  HeadlessImGui imgui_;
  App app_;
};

TEST_P(LegibleTest, EachLessonAtItsDecisiveStepAndAtItsEnd) {
  for (std::size_t i = 0; i < app_.lessons().size(); i += kSanitized ? 7 : 1) {
    app_.open_lesson(i);
    if (GetParam().scale == 1 && GetParam().width == 1280)
      app_.finish_searches();
    else
      app_.perform({Action::CancelSearch, 0, 0, ""});
    to_decisive_step();
    app_.ui().theme = kThemes[i % 3];
    see_panels(app_.lessons()[i].name);
    for (const ThemeKind theme : kThemes) {
      app_.ui().theme = theme;
      app_.ui().lower = kPanels[i % 6];
      expect_legible(app_.lessons()[i].name + " " + std::string(to_string(theme)));
    }
    if (!app_.quiz().empty()) {
      app_.ui().asking = static_cast<int>(app_.quiz().size()) - 1;
      expect_legible(app_.lessons()[i].name + " asks");
      app_.ui().asking = -1;
    }
    app_.perform({Action::Last, 0, 0, ""});
    app_.ui().lower = LowerPanel::Why;
    expect_legible(app_.lessons()[i].name + " at its end");
  }
}

TEST_P(LegibleTest, WhatLiesOverEverything) {
  app_.open_lesson(0);
  for (const Overlay overlay : {Overlay::Lessons, Overlay::Help, Overlay::Palette, Overlay::Parts,
                                Overlay::Open, Overlay::Dump, Overlay::Share}) {
    app_.ui().overlay = overlay;
    expect_legible("overlay " + std::to_string(static_cast<int>(overlay)));
  }
}

TEST_P(LegibleTest, TheEditorWithItsRemarksAndTheFindBar) {
  app_.open_lesson(0);
  app_.perform({Action::Edit, 0, 0, ""});
  expect_legible("editor");
  app_.perform({Action::Find, 0, 0, ""});
  app_.ui().find.text = "main";
  expect_legible("find");
  app_.perform({Action::SetSource, 0, 0, "package main\n\nfunc main() {\n\tx := y\n}\n"});
  expect_legible("a program that does not compile");
}

TEST_P(LegibleTest, OneBandAtATime) {
  app_.open_lesson(1);
  to_decisive_step();
  for (const Band band : {Band::Sources, Band::Lanes, Band::Channels, Band::Lower}) {
    app_.ui().band = band;
    expect_legible("band " + std::to_string(static_cast<int>(band)));
  }
}

std::string screen_name(const testing::TestParamInfo<Screen>& info) {
  const Screen& s = info.param;
  return "On" + std::to_string(static_cast<int>(s.width)) + "x" +
         std::to_string(static_cast<int>(s.height)) + "Scale" +
         std::to_string(static_cast<int>(s.scale)) + (s.lecture ? "InLectureMode" : "");
}

INSTANTIATE_TEST_SUITE_P(Screens, LegibleTest, testing::ValuesIn(kScreens), screen_name);

// The test above sees what it looks for.
TEST(Glyphs, ATextOnATextAndATextThatSticksOutAreFound) {
  HeadlessImGui imgui(400, 300);
  load_fonts();
  const auto frame = [](bool hides, float x) {
    ImGui::NewFrame();
    ImGui::SetNextWindowPos(ImVec2(0, 0));
    ImGui::SetNextWindowSize(ImVec2(200, 100));
    ImGui::Begin("window", nullptr, ImGuiWindowFlags_NoDecoration);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddText(ImVec2(20, 20), IM_COL32_WHITE, "below");
    if (hides) list.AddRectFilled(ImVec2(10, 10), ImVec2(100, 60), IM_COL32_BLACK, 5);
    list.AddText(ImVec2(x, 22), IM_COL32_WHITE, "above");
    ImGui::End();
    ImGui::Render();
    accept_textures(*ImGui::GetDrawData());
    return drawn_glyphs();
  };
  frame(false, 90);
  EXPECT_TRUE(overlaid_glyphs(frame(false, 90)).empty());
  EXPECT_GT(overlaid_glyphs(frame(false, 24)).size(), 2u);
  EXPECT_TRUE(overlaid_glyphs(frame(true, 24)).empty()) << "an area hides what is below";
  EXPECT_TRUE(cut_glyphs(frame(false, 90)).empty());
  EXPECT_FALSE(cut_glyphs(frame(false, 180)).empty());
}

}  // namespace
}  // namespace gopark
