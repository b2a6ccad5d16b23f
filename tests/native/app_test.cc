// The whole app by keys and clicks.
#include <fstream>
#include <sstream>

#include "sim/base/prng.h"
#include "tests/native/app_fixture.h"
#include "tests/native/glyphs.h"
#include "tests/sanitized.h"

namespace gopark {
namespace {

TEST_F(AppTest, StartsPausedBeforeTheFirstStep) {
  EXPECT_EQ(app_.step(), 0u);
  EXPECT_FALSE(app_.ui().playing);
  EXPECT_FALSE(app_.next_frame_at()) << "an idle app asks for no frames";
}

TEST_F(AppTest, ArrowKeysStepBothTwins) {
  press(Action::Step);
  press(Action::Step);
  EXPECT_EQ(app_.step(), 2u);
  for (const Variant& variant : app_.variants())
    EXPECT_EQ(variant.session->position().step, 2u) << variant.name;
  press(Action::Back);
  EXPECT_EQ(app_.step(), 1u);
}

TEST_F(AppTest, SteppingStopsAtBothEnds) {
  press(Action::Back);
  EXPECT_EQ(app_.step(), 0u);
  press(Action::Last);
  EXPECT_EQ(app_.step(), app_.length());
  press(Action::Step);
  EXPECT_EQ(app_.step(), app_.length());
}

TEST_F(AppTest, AWholeLessonByKeyboardAlone) {
  press(Action::Part);
  EXPECT_GT(app_.step(), 0u);
  press(Action::ShowLeaky);
  EXPECT_EQ(app_.ui().shown, Shown::Leaky);
  press(Action::Last);
  press(Action::SelectNext);
  press(Action::SelectNext);
  EXPECT_EQ(tag_of(leaky(), app_.ui().selected).name, "main.1");
  EXPECT_EQ(tag_of(leaky(), app_.ui().selected).state, "leaked: chan send");
  press(Action::Memory);
  EXPECT_EQ(app_.ui().lower, LowerPanel::Memory);
  press(Action::ShowFixed);
  press(Action::First);
  EXPECT_EQ(app_.step(), 0u);
  press(Action::NextLesson);
  EXPECT_EQ(app_.lesson(), 1u);
}

TEST_F(AppTest, EveryActionWithAKeyIsReachedByItOnce) {
  std::map<ImGuiKeyChord, std::string> seen;
  for (const ActionInfo& info : all_actions()) {
    if (info.key.empty()) continue;
    const auto chord = parse_chord(info.key);
    ASSERT_TRUE(chord) << info.key;
    EXPECT_TRUE(seen.emplace(*chord, info.name).second) << info.key << " also: " << seen[*chord];
  }
}

// Both within one frame, as when a slow machine draws and the hand is quick.
TEST_F(AppTest, LettingGoOfCtrlBeforeTheLetterIsStillThatChord) {
  ASSERT_TRUE(app_.open("timeout"));
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Ctrl, true);
  settle();
  io.AddKeyEvent(ImGuiKey_S, true);
  io.AddKeyEvent(ImGuiMod_Ctrl, false);
  io.AddKeyEvent(ImGuiKey_S, false);
  settle();
  EXPECT_EQ(files_.count("leaky.go"), 1u) << "Ctrl+S saves";
  EXPECT_EQ(app_.ui().lower, LowerPanel::Why) << "S alone would show who is next";
  io.AddKeyEvent(ImGuiKey_S, true);
  io.AddKeyEvent(ImGuiMod_Ctrl, true);
  settle();
  EXPECT_EQ(app_.ui().lower, LowerPanel::Schedule) << "here Ctrl came too late";
}

TEST_F(AppTest, PlayingMovesByTheClockAndStopsAtTheEnd) {
  press(Action::Play);
  ASSERT_TRUE(app_.ui().playing);
  ASSERT_TRUE(app_.next_frame_at());
  for (int i = 0; i < 100 && app_.ui().playing; ++i) {
    now_ += 1;
    imgui_.frame(app_);
  }
  EXPECT_EQ(app_.step(), app_.length());
  EXPECT_FALSE(app_.ui().playing);
}

TEST_F(AppTest, ClickingTheSeekBarGoesThere) {
  click(1040, 77);
  EXPECT_EQ(app_.step(), app_.length());
  click(237, 77);
  EXPECT_EQ(app_.step(), 0u);
}

TEST_F(AppTest, AnEditThatDoesNotCompileKeepsTheLastPicture) {
  press(Action::Last);
  app_.perform({Action::SetSource, 0, 0, "package main\nfunc main() { x }\n"});
  settle();
  EXPECT_TRUE(leaky().is_stale);
  ASSERT_FALSE(leaky().complaints.empty());
  EXPECT_EQ(leaky().complaints.front().line, 2u);
  EXPECT_EQ(app_.step(), app_.length());
  EXPECT_EQ(kept_["unsaved-" + app_.lessons()[0].name + "-leaky.go"],
            "package main\nfunc main() { x }\n");
  press(Action::Reset);
  EXPECT_FALSE(leaky().is_stale);
}

TEST_F(AppTest, TakingTheFixMakesTheLeakyOneClean) {
  EXPECT_EQ(leaky().findings.verdict, Verdict::Leak);
  app_.perform({Action::SetSource, 0, 0, app_.variants()[1].text});
  EXPECT_EQ(leaky().findings.verdict, Verdict::Clean);
  EXPECT_TRUE(source_view(leaky(), {}).verdict == "clean");
}

TEST_F(AppTest, RunToLineStandsWhereTheGoroutineActs) {
  app_.perform({Action::RunToLine, 14, 0, ""});
  const SourceView view = source_view(leaky(), {});
  EXPECT_TRUE(view.lines[13].moved_here);
  app_.perform({Action::RunToLine, 1, 0, ""});
  EXPECT_FALSE(app_.ui().notice.empty()) << "a line where nothing happens is told";
}

TEST_F(AppTest, CopiesTheScheduleAsText) {
  press(Action::CopySchedule);
  EXPECT_EQ(clipboard_.substr(0, 3), "g1:");
}

TEST_F(AppTest, CopiesATestForRealGo) {
  press(Action::CopyTest);
  EXPECT_NE(clipboard_.find("goleak.VerifyNone(t)"), std::string::npos);
  EXPECT_NE(clipboard_.find("// main.1 [chan send] at leaky.go:14\n"), std::string::npos)
      << clipboard_;
}

TEST_F(AppTest, WhatCannotBeOpenedIsOneSentence) {
  EXPECT_FALSE(app_.open("nowhere.go"));
  EXPECT_FALSE(app_.ui().notice.empty());
  EXPECT_EQ(app_.variants().size(), 2u) << "what was there stays";
}

TEST_F(AppTest, EveryLessonIsDrawnAtItsEndInEveryTheme) {
  for (std::size_t i = 0; i < app_.lessons().size(); i += kSanitizedStride) {
    app_.open_lesson(i);
    EXPECT_EQ(app_.variants().size(), 2u) << app_.lessons()[i].name;
    EXPECT_TRUE(leaky().complaints.empty()) << app_.lessons()[i].name;
    app_.perform({Action::Last, 0, 0, ""});
    for (int theme = 0; theme < 3; ++theme) {
      press(Action::NextTheme);
      EXPECT_GT(ImGui::GetDrawData()->TotalVtxCount, 1000) << app_.lessons()[i].name;
    }
  }
}

TEST_F(AppTest, TenThousandRandomCommandsDoNoHarm) {
  Prng random(7);
  const auto count = static_cast<uint32_t>(all_actions().size());
  for (int i = 0; i < 10'000; ++i) {
    const auto action = all_actions()[random.below(count)].action;
    if (action == Action::Quit) continue;
    // What compiles anew takes a hundred times as long as the rest, so it comes less often.
    const bool compiles = action == Action::Reset || action == Action::SetSource ||
                          action == Action::OpenLesson || action == Action::NextLesson ||
                          action == Action::PreviousLesson || action == Action::OpenFile ||
                          action == Action::ApplyFix || action == Action::TakeFix;
    if (compiles && random.below(20) > 0) continue;
    Command command{action, random.below(20), static_cast<uint32_t>(random.below(3)), "x"};
    app_.perform(command);
    if (i % 50 == 0) imgui_.frame(app_);
  }
  SUCCEED();
}

// A text of a megabyte, measured in every frame, would take longer than all the rest.
TEST_F(AppTest, ALongScheduleIsShownByItsBeginningAndCopiedWhole) {
  app_.open_text(
      "main.go",
      "package main\n\nfunc main() {\n\tc := make(chan int)\n\tfor i := 0; i < 200; i++ {\n"
      "\t\tgo func() {\n\t\t\tc <- 1\n\t\t}()\n\t}\n\tfor i := 0; i < 200; i++ {\n\t\t<-c\n"
      "\t}\n}\n");
  press(Action::RandomOrder);
  press(Action::CopySchedule);
  ASSERT_GT(clipboard_.size(), kMaxShownSchedule);
  KeptViews kept;
  EXPECT_EQ(kept.schedule(leaky()), clipboard_.substr(0, kMaxShownSchedule) + "…");
  ASSERT_TRUE(app_.open("timeout"));
  press(Action::CopySchedule);
  EXPECT_EQ(KeptViews().schedule(leaky()), clipboard_);
}

// Views are made for the tab that is open only.
TEST_F(AppTest, EveryTabOfTheAnswersHasSomethingToSay) {
  ASSERT_TRUE(app_.open("timeout"));
  app_.finish_searches();
  app_.perform({Action::Last, 0, 0, ""});
  app_.ui().band = Band::Lower;
  for (const LowerPanel panel :
       {LowerPanel::Why, LowerPanel::Schedule, LowerPanel::AllSchedules, LowerPanel::Memory,
        LowerPanel::Output, LowerPanel::Notes, LowerPanel::Channels, LowerPanel::Lanes}) {
    app_.ui().lower = panel;
    settle();
    constexpr float kBelowTheTabs = 180;
    const std::vector<Glyph> glyphs = drawn_glyphs();
    EXPECT_GE(std::count_if(glyphs.begin(), glyphs.end(),
                            [](const Glyph& glyph) { return glyph.from.y > kBelowTheTabs; }),
              30)
        << static_cast<int>(panel);
  }
}

TEST_F(AppTest, DamagedSettingsCostOnlyTheSettings) {
  Host damaged = host();
  damaged.recall = [](const std::string&) {
    return std::string("theme=\xff\nscale=nan\n=\n\nlesson");
  };
  App app(damaged, toolchain_compile(), lessons_of(embedded_lessons()));
  EXPECT_EQ(app.ui().theme, ThemeKind::Dark);
  EXPECT_EQ(app.ui().scale, 1.0f);
}

// As the page does it: one lesson at first, the rest while the reader looks at it.
TEST_F(AppTest, AnAppThatBeganWithOneLessonGetsTheOthers) {
  Host first = host();
  first.has_all = false;
  App app(first, toolchain_compile(), {app_.lessons()[3]});
  ASSERT_TRUE(app.open(app_.lessons()[3].name));
  app.perform({Action::Seek, 4, 0, ""});
  for (int frame = 0; frame < 100; ++frame, now_ += 0.1) imgui_.frame(app);
  EXPECT_FALSE(app.next_frame_at()) << "nothing is searched, and nothing is drawn for it";
  app.know_all(app_.lessons());
  EXPECT_TRUE(app.next_frame_at()) << "every schedule is searched now";
  imgui_.frame(app);
  EXPECT_EQ(app.step(), 4u);
  EXPECT_EQ(app.lessons().size(), app_.lessons().size());
  app.perform({Action::NextLesson, 0, 0, ""});
  EXPECT_EQ(app.variants()[0].text, app_.lessons()[4].leaky);
}

TEST_F(AppTest, TheReadmeListsEveryKey) {
  std::ostringstream readme;
  readme << std::ifstream(GOPARK_SOURCE_DIR "/native/README.md").rdbuf();
  for (const ActionInfo& info : all_actions()) {
    if (info.key.empty()) continue;
    const std::string row =
        "| `" + key_label(info.action) + "` | " + std::string(info.title) + " |\n";
    EXPECT_NE(readme.str().find(row), std::string::npos) << row;
  }
}

}  // namespace
}  // namespace gopark
