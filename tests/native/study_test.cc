// Questions, other schedules, the game, all schedules, progress.
#include "native/quiz.h"
#include "native/schedule_search.h"
#include "tests/native/app_fixture.h"
#include "tests/sanitized.h"

namespace gopark {
namespace {

void press_digit(ImGuiIO& io, HeadlessImGui& imgui, App& app, ImGuiKey key) {
  for (const bool down : {true, false}) {
    io.AddKeyEvent(key, down);
    imgui.frame(app);
    imgui.frame(app);
  }
}

class StudyTest : public AppTest {
 protected:
  void step_to_question() {
    for (int i = 0; i < 100 && app_.ui().asking < 0 && app_.step() < app_.length(); ++i)
      press(Action::Step);
  }
  const QuizItem& asked() const { return app_.quiz()[static_cast<std::size_t>(app_.ui().asking)]; }
  std::string schedule_text() {
    press(Action::CopySchedule);
    return clipboard_;
  }
};

TEST_F(StudyTest, APastedDumpNamesTheLessonsLikeIt) {
  clipboard_ =
      "goroutine 7 [chan send, 12 minutes]:\nmain.work(0x1)\n\t/src/main.go:30 +0x1d\n"
      "created by main.main in goroutine 1\n\t/src/main.go:27 +0x2b\n";
  press(Action::PasteDump);
  EXPECT_EQ(app_.ui().overlay, Overlay::Dump);
  ASSERT_EQ(app_.dump().groups.size(), 1u);
  EXPECT_EQ(app_.dump().groups[0].title, "1 goroutine [chan send], up to 12 minutes");
  ASSERT_FALSE(app_.dump().groups[0].lessons.empty());
  for (const std::size_t index : app_.dump().groups[0].lessons)
    EXPECT_EQ(app_.lessons()[index].parks.at(0), "chan send");
  press(Action::Close);
  EXPECT_EQ(app_.ui().overlay, Overlay::None);
}

TEST_F(StudyTest, AClickBesideWhatLiesOverEverythingClosesItAndDoesNothingElse) {
  press(Action::Parts);
  click(640, 110);
  EXPECT_EQ(app_.ui().overlay, Overlay::Parts) << "a click into it";
  const std::string before = leaky().name + std::to_string(app_.step());
  click(1140, 77);
  EXPECT_EQ(app_.ui().overlay, Overlay::None);
  EXPECT_EQ(leaky().name + std::to_string(app_.step()), before) << "the seek bar was below";
}

TEST_F(StudyTest, AClipboardWithoutADumpIsOneSentence) {
  clipboard_ = "hello";
  press(Action::PasteDump);
  EXPECT_TRUE(app_.dump().groups.empty());
  EXPECT_NE(app_.dump().problem.find("no goroutine found"), std::string::npos);
}

TEST_F(StudyTest, EveryQuestionOfEveryLessonHasItsStep) {
  for (std::size_t i = 0; i < app_.lessons().size(); i += kSanitizedStride) {
    app_.open_lesson(i);
    EXPECT_EQ(app_.quiz().size(), app_.lessons()[i].questions.size()) << app_.lessons()[i].name;
  }
}

TEST_F(StudyTest, SteppingStopsBeforeADecisiveStepAndADigitAnswers) {
  ASSERT_TRUE(app_.open("timeout"));
  step_to_question();
  ASSERT_GE(app_.ui().asking, 0);
  const uint64_t before = app_.step();
  EXPECT_EQ(asked().step, before + 1);
  const std::string at = asked().question.at;
  press_digit(ImGui::GetIO(), imgui_, app_, ImGuiKey_1);
  EXPECT_LT(app_.ui().asking, 0);
  EXPECT_EQ(app_.step(), before + 1) << "an answer shows what happens";
  EXPECT_EQ(app_.quiz().front().question.at, at);
  EXPECT_EQ(app_.quiz().front().answer, std::optional<std::size_t>(0));
  EXPECT_EQ(app_.ui().shown, Shown::Both) << "the digit was an answer, not a view";
}

TEST_F(StudyTest, SteppingOnSkipsTheQuestion) {
  ASSERT_TRUE(app_.open("timeout"));
  step_to_question();
  ASSERT_GE(app_.ui().asking, 0);
  const uint64_t before = app_.step();
  press(Action::Step);
  EXPECT_EQ(app_.step(), before + 1);
  EXPECT_TRUE(app_.quiz().front().skipped);
  press(Action::Back);
  press(Action::Step);
  EXPECT_LT(app_.ui().asking, 0) << "it is not asked again";
}

TEST_F(StudyTest, TwoQuestionsAtOneStepAreAskedOneAfterTheOther) {
  ASSERT_TRUE(app_.open("premature_return"));
  step_to_question();
  const uint64_t before = app_.step();
  press_digit(ImGui::GetIO(), imgui_, app_, ImGuiKey_1);
  EXPECT_EQ(app_.ui().asking, 1);
  EXPECT_EQ(app_.step(), before);
  press_digit(ImGui::GetIO(), imgui_, app_, ImGuiKey_1);
  EXPECT_LT(app_.ui().asking, 0);
  EXPECT_EQ(app_.step(), before + 1);
}

TEST_F(StudyTest, QuestionsCanBeSwitchedOff) {
  press(Action::Quiz);
  step_to_question();
  EXPECT_LT(app_.ui().asking, 0);
  EXPECT_EQ(app_.step(), app_.length());
}

TEST_F(StudyTest, AWholeLessonWithRightAnswersIsRemembered) {
  for (int i = 0; i < 200 && app_.step() < app_.length(); ++i) {
    if (app_.ui().asking < 0) {
      press(Action::Step);
      continue;
    }
    const auto key = static_cast<ImGuiKey>(ImGuiKey_1 + static_cast<int>(asked().question.right));
    press_digit(ImGui::GetIO(), imgui_, app_, key);
  }
  EXPECT_EQ(app_.step(), app_.length());
  const std::string count = std::to_string(app_.quiz().size());
  EXPECT_EQ(kept_["progress"], app_.lessons()[0].name + "=" + count + "/" + count + " done\n");
}

TEST_F(StudyTest, OnlyTheStepsThatMatterAreFewer) {
  press(Action::Quiz);
  press(Action::Causes);
  uint64_t steps = 0;
  while (app_.step() < app_.length() && steps < 100) {
    press(Action::Step);
    ++steps;
    EXPECT_TRUE(std::count(leaky().causes.begin(), leaky().causes.end(), app_.step()) > 0 ||
                app_.step() == app_.length());
  }
  EXPECT_LT(steps, app_.length());
}

TEST_F(StudyTest, TheGhostIsTheReceiveBehindTheEarlyReturn) {
  ASSERT_TRUE(app_.open("premature_return"));
  ASSERT_EQ(leaky().ghosts.size(), 1u);
  const std::string line(lines_of(leaky().text)[leaky().ghosts.front().line - 1]);
  EXPECT_NE(line.find("<-c"), std::string::npos) << line;
  EXPECT_TRUE(source_view(leaky(), {}).lines[leaky().ghosts.front().line - 1].ghost.empty());
  press(Action::Last);
  EXPECT_FALSE(source_view(leaky(), {}).lines[leaky().ghosts.front().line - 1].ghost.empty());
  ASSERT_TRUE(app_.open("timeout"));
  EXPECT_EQ(leaky().ghosts.size(), 1u) << "the case that was not taken";
  ASSERT_TRUE(app_.open("ncast"));
  EXPECT_TRUE(leaky().ghosts.empty()) << "its one receive did happen";
}

TEST_F(StudyTest, ARandomScheduleAndBackToGosOrder) {
  ASSERT_TRUE(app_.open("ncast"));
  const std::string own = schedule_text();
  std::string other = own;
  for (int i = 0; i < 10 && other == own; ++i) {
    press(Action::RandomOrder);
    other = schedule_text();
  }
  EXPECT_NE(own, other);
  press(Action::GoOrder);
  EXPECT_EQ(schedule_text(), own);
  app_.perform({Action::LoadSchedule, 0, 0, other + "\n"});
  EXPECT_EQ(schedule_text(), other);
  EXPECT_FALSE(leaky().old_future.lanes.empty()) << "the run before is kept as a ghost";
}

TEST_F(StudyTest, WhatIsNoScheduleIsOneSentence) {
  app_.perform({Action::LoadSchedule, 0, 0, "nonsense"});
  EXPECT_NE(app_.ui().notice.find("no schedule"), std::string::npos);
  EXPECT_EQ(leaky().findings.verdict, Verdict::Leak);
}

TEST_F(StudyTest, ChoosingMakesABranchAndTheOldOneIsATabAway) {
  ASSERT_TRUE(app_.open("ncast"));
  press(Action::Quiz);
  const std::string own = schedule_text();
  Session probe = leaky().session->fork();
  while (!probe.at_end() && probe.choices_ahead().empty()) probe.step();
  ASSERT_FALSE(probe.at_end());
  app_.perform({Action::Seek, probe.position().step, 0, ""});
  const uint64_t other = probe.choices_ahead().front().pick == 0 ? 1 : 0;
  app_.perform({Action::Choose, other, 0, ""});
  EXPECT_NE(schedule_text(), own);
  EXPECT_EQ(app_.variants()[0].session->position(), app_.variants()[1].session->position());
  press(Action::NextBranch);
  EXPECT_EQ(schedule_text(), own);
}

TEST_F(StudyTest, TheFixCannotBeBeaten) {
  ASSERT_TRUE(app_.open("ncast"));
  press(Action::BeatFix);
  EXPECT_EQ(app_.ui().shown, Shown::Fixed);
  Variant& fixed = app_.variants()[1];
  for (int i = 0; i < 100 && !fixed.session->at_end(); ++i) {
    const auto ahead = fixed.session->choices_ahead();
    ASSERT_FALSE(ahead.empty()) << "the game stands at choices only";
    app_.perform({Action::Choose, ahead.front().choice.count - 1, 0, ""});
  }
  EXPECT_TRUE(fixed.session->at_end());
  EXPECT_EQ(fixed.findings.verdict, Verdict::Clean);
}

TEST_F(StudyTest, TheFixIsOneKey) {
  press(Action::TakeFix);
  EXPECT_EQ(leaky().text, app_.variants()[1].original);
  EXPECT_EQ(leaky().findings.verdict, Verdict::Clean);
  press(Action::Reset);
  EXPECT_EQ(leaky().findings.verdict, Verdict::Leak);
}

TEST_F(StudyTest, OneBandAtATimeAndBack) {
  for (const Band band : {Band::Sources, Band::Lanes, Band::Channels, Band::Lower, Band::All}) {
    press(Action::NextBand);
    EXPECT_EQ(app_.ui().band, band);
  }
  press(Action::NextBand);
  press(Action::Close);
  EXPECT_EQ(app_.ui().band, Band::All);
}

TEST_F(StudyTest, EveryLessonIsBugAndItsFixProved) {
  for (std::size_t i = 0; i < app_.lessons().size(); i += kSanitizedStride) {
    app_.open_lesson(i);
    for (const bool is_fixed : {false, true}) {
      ScheduleSearch search(app_.variants()[is_fixed ? 1 : 0].program);
      while (!search.advance(10'000)) {
      }
      EXPECT_EQ(search.verdict(), is_fixed ? ProofVerdict::Proved : ProofVerdict::Bug)
          << app_.lessons()[i].name << " " << search.bound();
      EXPECT_EQ(search.simplest_bug() == nullptr, is_fixed);
    }
  }
}

TEST_F(StudyTest, TheSimplestFailingScheduleCanBeLoaded) {
  ASSERT_TRUE(app_.open("timeout"));
  app_.finish_searches();
  press(Action::AllSchedules);
  press(Action::Simplest);
  EXPECT_EQ(leaky().findings.verdict, Verdict::Leak);
  press(Action::ShowFixed);
  app_.perform({Action::Simplest, 0, 1, ""});
  EXPECT_EQ(app_.ui().notice, "No schedule of this program fails.");
}

TEST_F(StudyTest, AFixThatIsProvedIsOneClick) {
  ASSERT_TRUE(app_.open("timeout"));
  press(Action::AllSchedules);
  app_.finish_searches();
  app_.perform({Action::ApplyFix, 0, 0, ""});
  EXPECT_EQ(leaky().text, app_.variants()[1].text) << "it is the lesson's own fix";
  EXPECT_EQ(leaky().findings.verdict, Verdict::Clean);
  EXPECT_NE(app_.ui().notice.find("give done one slot"), std::string::npos);
  app_.finish_searches();
  const std::string fixed = leaky().text;
  app_.perform({Action::ApplyFix, 0, 0, ""});
  EXPECT_EQ(leaky().text, fixed) << "a clean program needs none";
  press(Action::Reset);
  EXPECT_EQ(leaky().findings.verdict, Verdict::Leak);
}

TEST_F(StudyTest, FixesAreFoundFrameByFrame) {
  ASSERT_TRUE(app_.open("ncast"));
  press(Action::AllSchedules);
  for (int frame = 0; frame < 5000 && app_.next_frame_at(); ++frame) settle();
  EXPECT_FALSE(app_.next_frame_at()) << "the search ends, and then nothing is drawn";
  app_.perform({Action::ApplyFix, 0, 0, ""});
  EXPECT_NE(leaky().text.find("len(items))"), std::string::npos);
}

TEST_F(StudyTest, ASlotKnowsTheStepThatSentItsValue) {
  ASSERT_TRUE(app_.open("full_buffer"));
  press(Action::Last);
  const std::vector<ChannelRow> rows = channel_rows(leaky());
  ASSERT_FALSE(rows.empty());
  ASSERT_EQ(rows[0].slots.size(), 2u);
  ASSERT_EQ(rows[0].slot_sent.size(), 2u);
  EXPECT_GT(rows[0].slot_sent[0], 0u);
  EXPECT_LT(rows[0].slot_sent[0], rows[0].slot_sent[1]);
  app_.perform({Action::Seek, rows[0].slot_sent[1], 0, ""});
  EXPECT_EQ(channel_rows(leaky())[0].slots.back(), rows[0].slots[1]);
}

TEST_F(StudyTest, WhoHasJustParkedIsTheSubject) {
  ASSERT_TRUE(app_.open("timeout"));
  while (tag_of(leaky(), kMainGoroutine).shade != Shade::Waiting && app_.step() < app_.length())
    app_.perform({Action::Seek, app_.step() + 1, 0, ""});
  const WhyView why = why_view(leaky(), kNoGoroutine);
  ASSERT_TRUE(why.subject);
  EXPECT_EQ(why.subject->name, "main");
  EXPECT_EQ(lanes_view(leaky(), "").parked, kMainGoroutine) << "lines lead from it to its wakers";
  EXPECT_FALSE(lanes_view(leaky(), "").could_wake.empty());
}

TEST_F(StudyTest, WhoWaitsIsToldWhoWakesIt) {
  ASSERT_TRUE(app_.open("ncast"));
  app_.perform({Action::Seek, 4, 0, ""});
  while (tag_of(leaky(), kMainGoroutine).shade != Shade::Waiting && app_.step() < app_.length())
    app_.perform({Action::Seek, app_.step() + 1, 0, ""});
  const WhyView why = why_view(leaky(), kMainGoroutine);
  const auto found = std::find_if(why.clauses.begin(), why.clauses.end(), [](const Clause& c) {
    return c.text.find("wakes it in this run") != std::string::npos;
  });
  ASSERT_NE(found, why.clauses.end());
  EXPECT_GT(found->step, app_.step());
}

TEST_F(StudyTest, TheNearestScheduleThatPassesPartsAtThePointOfNoReturn) {
  app_.open_text("main.go",
                 "package main\n\nimport \"runtime\"\n\nfunc main() {\n\tc := make(chan int)\n"
                 "\tgo func() {\n\t\tc <- 1\n\t}()\n\tselect {\n\tcase <-c:\n\tdefault:\n\t}\n"
                 "\truntime.Gosched()\n\truntime.Gosched()\n}\n");
  app_.finish_searches();
  ASSERT_EQ(leaky().findings.verdict, Verdict::Leak);
  app_.perform({Action::NearestClean, 0, 0, ""});
  EXPECT_EQ(leaky().findings.verdict, Verdict::Clean);
  EXPECT_EQ(app_.ui().notice, "This schedule passes. It parts from the one that fails at step 4.");
}

TEST_F(StudyTest, ALeakInEveryScheduleHasNoNearestThatPasses) {
  ASSERT_TRUE(app_.open("premature_return"));
  app_.finish_searches();
  app_.perform({Action::NearestClean, 0, 0, ""});
  EXPECT_EQ(app_.ui().notice, "No schedule that passes is known beside this run.");
}

TEST_F(StudyTest, GivingUpShowsTheProof) {
  ASSERT_TRUE(app_.open("premature_return"));
  app_.finish_searches();
  press(Action::BeatFix);
  press(Action::BeatFix);
  EXPECT_NE(app_.ui().notice.find("clean: PROVED. No scheduler can make it leak."),
            std::string::npos)
      << app_.ui().notice;
  EXPECT_EQ(app_.ui().lower, LowerPanel::AllSchedules);
}

TEST_F(StudyTest, WhoLetsGoOfWhatIsWaitedForFadesAndTheLastOneMeansNever) {
  ASSERT_TRUE(app_.open("timeout"));
  const uint64_t doomed = leaky().findings.findings.front().doomed_at_step;
  const GoroutineId worker = leaky().findings.findings.front().goroutine;
  app_.perform({Action::Seek, doomed, 0, ""});
  const LanesView never = lanes_view(leaky(), "", worker);
  EXPECT_TRUE(never.never);
  EXPECT_TRUE(never.could_wake.empty());
  std::size_t lessons = 0;
  for (std::size_t i = 0; i < app_.lessons().size(); i += kSanitizedStride) {
    app_.open_lesson(i);
    const Finding& finding = leaky().findings.findings.front();
    if (finding.doomed_at_step <= finding.parked_at_step) continue;
    app_.perform({Action::Seek, finding.doomed_at_step - 1, 0, ""});
    const LanesView before = lanes_view(leaky(), "", finding.goroutine);
    app_.perform({Action::Seek, finding.doomed_at_step, 0, ""});
    const LanesView after = lanes_view(leaky(), "", finding.goroutine);
    EXPECT_FALSE(before.could_wake.empty()) << app_.lessons()[i].name;
    EXPECT_TRUE(after.has_lost_now) << app_.lessons()[i].name;
    for (const GoroutineId id : before.could_wake)
      EXPECT_EQ(std::count(after.lost.begin(), after.lost.end(), id), 1) << app_.lessons()[i].name;
    ++lessons;
  }
  EXPECT_GE(lessons, kSanitized ? 1u : 3u);
}

TEST_F(StudyTest, TheOdometerCountsCallsByTheClock) {
  app_.set_reduced_motion(false);
  app_.ui().odometer_calls = 100;
  press(Action::RunOdometer);
  EXPECT_EQ(app_.ui().lower, LowerPanel::Memory);
  EXPECT_TRUE(app_.next_frame_at().has_value());
  const Picture start = imgui_.picture(app_);
  now_ += 5;  // 50 of 100 calls, at 10 a second
  EXPECT_TRUE(start.pixels != imgui_.picture(app_).pixels);
  EXPECT_GE(app_.ui().odometer_since, 0);
  now_ += 5.1;
  settle();
  EXPECT_LT(app_.ui().odometer_since, 0) << "all have come in: nothing moves any more";
}

TEST_F(StudyTest, OfManyGoroutinesTheOneThatIsLookedForIsFound) {
  if (kSanitized) GTEST_SKIP() << "half a minute, and nothing that other stories do not touch";
  app_.open_text("main.go",
                 "package main\n\nfunc main() {\n\tc := make(chan int)\n\tfor i := 0; i < 50; i++ "
                 "{\n\t\tgo func() { c <- i }()\n\t}\n\t<-c\n\tselect {}\n}\n");
  app_.perform({Action::Last, 0, 0, ""});
  settle();
  press(Action::FilterLanes);
  type("main.37");
  EXPECT_EQ(app_.ui().lane_filter, "main.37");
  const LanesView view = lanes_view(leaky(), app_.ui().lane_filter);
  ASSERT_EQ(view.lanes.size(), 1u);
  EXPECT_EQ(view.lanes[0].tag.name, "main.37");
  EXPECT_EQ(lanes_view(leaky(), "leaked").more + kMaxLanes, 50u) << "49 senders and main";
  press(Action::Close);
  EXPECT_TRUE(app_.ui().lane_filter.empty());
}

}  // namespace
}  // namespace gopark
