// Finding a text in the program that is edited.
#include "native/find.h"

#include "tests/native/app_fixture.h"

namespace gopark {
namespace {

TEST(Find, NamesTheLinesInWhichATextStands) {
  const std::vector<FindMatch> matches = find_matches("ab\n\tAb ab", "ab", LetterCase::Any);
  ASSERT_EQ(matches.size(), 3u);
  EXPECT_EQ(matches[1].from, 4u);
  EXPECT_EQ(matches[1].to, 6u);
  EXPECT_EQ(matches[1].line, 2u);
  EXPECT_EQ(matches[1].line_from, 3u);
  EXPECT_EQ(find_matches("ab\n\tAb ab", "ab", LetterCase::Same).size(), 2u);
}

TEST(Find, NoMatchIsInsideAnother) {
  EXPECT_EQ(find_matches("aaaa", "aa", LetterCase::Same).size(), 2u);
  EXPECT_TRUE(find_matches("aaaa", "", LetterCase::Same).empty()) << "nothing is looked for";
}

TEST(Find, TheCurrentOneIsTheFirstFromTheCaretOnAndThenTheFirst) {
  const std::vector<FindMatch> matches = find_matches("x.x.x", "x", LetterCase::Same);
  EXPECT_EQ(current_match(matches, 0), 0u);
  EXPECT_EQ(current_match(matches, 1), 1u);
  EXPECT_EQ(current_match(matches, 5), 0u);
  EXPECT_EQ(find_count(3, 2, "x"), "3 of 3");
  EXPECT_EQ(find_count(0, 0, "x"), "none");
  EXPECT_EQ(find_count(0, 0, ""), "");
}

constexpr const char* kProgram =
    "package main\n\nfunc main() {\n\tone := 1\n\tOne := 2\n\tprintln(one, One)\n}\n";

class FindTest : public AppTest {
 protected:
  FindTest() {
    app_.open_text("main.go", kProgram);
    press(Action::Edit);
  }
  const FindBar& bar() const { return app_.ui().find; }
  // The line of the current match, and which of how many it is.
  std::string here() const {
    const auto matches = find_matches(kProgram, bar().text, bar().letters);
    const std::size_t current = current_match(matches, bar().at);
    return std::to_string(matches[current].line) + ": " +
           find_count(matches.size(), current, bar().text);
  }
};

TEST_F(FindTest, EnterGoesOnWithShiftBackAndBothGoRound) {
  press(Action::Find);
  type("one");
  EXPECT_EQ(bar().text, "one");
  EXPECT_EQ(here(), "4: 1 of 4");
  press_chord(ImGuiKey_Enter);
  EXPECT_EQ(here(), "5: 2 of 4");
  press_chord(ImGuiMod_Shift | ImGuiKey_Enter);
  press_chord(ImGuiMod_Shift | ImGuiKey_Enter);
  EXPECT_EQ(here(), "6: 4 of 4");
  press(Action::FindNext);
  EXPECT_EQ(here(), "4: 1 of 4");
  press(Action::FindCase);
  EXPECT_EQ(here(), "4: 1 of 2");
  press(Action::FindPrevious);
  EXPECT_EQ(here(), "6: 2 of 2");
  EXPECT_EQ(app_.variants()[0].text, kProgram) << "nothing of it was typed into the program";
}

TEST_F(FindTest, EscapeClosesTheBarAndWhatIsTypedThenReplacesWhatWasFound) {
  press(Action::Find);
  type("2");
  press(Action::Close);
  EXPECT_FALSE(bar().is_open);
  EXPECT_TRUE(app_.ui().editing);
  type("3");
  EXPECT_EQ(lines_of(app_.variants()[0].text)[4], "\tOne := 3") << app_.variants()[0].text;
  press(Action::Close);
  EXPECT_FALSE(app_.ui().editing);
}

TEST_F(FindTest, InTheTextTheKeysMoveTheCaretToTheNextMatch) {
  press(Action::Find);
  type("one");
  press(Action::Close);
  press(Action::Find);
  click(600, 500);  // below the text: the caret is at its end
  press(Action::FindPrevious);
  type("two");
  EXPECT_EQ(lines_of(app_.variants()[0].text)[5], "\tprintln(one, two)");
}

TEST_F(FindTest, WhatWasFoundIsPaintedAndComesIntoSight) {
  std::string text = kProgram;
  for (int i = 0; i < 200; ++i) text += "// line\n";
  app_.open_text("main.go", text + "// here\n");
  press(Action::Edit);
  const Picture before = imgui_.picture(app_);
  press(Action::Find);
  type("here");
  const auto painted = [&](ImU32 color) {
    const Picture picture = imgui_.picture(app_);
    return std::count(picture.pixels.begin(), picture.pixels.end(), color);
  };
  const auto with = painted(app_.theme().changed);
  EXPECT_GT(with, 200);
  type("x");
  EXPECT_LT(painted(app_.theme().changed), with / 4) << "none";
}

TEST_F(FindTest, WithoutTheEditorTheKeyOpensIt) {
  press(Action::Close);
  EXPECT_FALSE(app_.ui().editing);
  press(Action::Find);
  EXPECT_TRUE(app_.ui().editing);
  type("on");
  EXPECT_EQ(here(), "4: 1 of 4");
}

}  // namespace
}  // namespace gopark
