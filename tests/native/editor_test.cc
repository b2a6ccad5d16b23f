// Editing by mouse and keys.
#include "tests/native/app_fixture.h"

namespace gopark {
namespace {

class EditorTest : public AppTest {
 protected:
  // At the end of line 10 of the first lesson: `a := 1`, one tab in.
  void edit_line_10() {
    press(Action::Edit);
    press(Action::NextBand);  // the sources alone, so that the line is in sight
    click(500, 340);
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

constexpr const char* kOwn = "package main\n\nfunc main() {\n\tprintln(1)\n}\n";

TEST_F(EditorTest, EditsOutliveTheProgram) {
  ASSERT_TRUE(app_.open("timeout"));
  app_.perform({Action::SetSource, 0, 0, kOwn});
  app_.perform({Action::SetSource, 0, 1, "package main\n\nfunc main() { broken"});
  App next(host(), toolchain_compile(), lessons_of(embedded_lessons()));
  ASSERT_TRUE(next.open("ncast"));
  EXPECT_EQ(next.variants()[0].text, next.variants()[0].original) << "another lesson's text";
  ASSERT_TRUE(next.open("timeout"));
  EXPECT_EQ(next.variants()[0].text, kOwn);
  EXPECT_EQ(next.variants()[1].text, "package main\n\nfunc main() { broken");
  EXPECT_TRUE(next.variants()[1].is_stale) << "the lesson's own run stays on the screen";
  EXPECT_NE(next.ui().notice.find("Your edits are back"), std::string::npos);
  next.perform({Action::Reset, 0, 0, ""});
  ASSERT_TRUE(next.open("timeout"));
  EXPECT_EQ(next.variants()[0].text, next.variants()[0].original) << "given up for good";
}

TEST_F(EditorTest, AFileIsSavedWhereItCameFromAndKeepsItsEdits) {
  files_["a/main.go"] = kOwn;
  files_["b/main.go"] = "package main\n\nfunc main() {\n\tselect {}\n}\n";
  ASSERT_TRUE(app_.open("a/main.go"));
  const std::string edited = "package main\n\nfunc main() {\n\tprintln(2)\n}\n";
  app_.perform({Action::SetSource, 0, 0, edited});
  app_.perform({Action::OpenFile, 0, 0, "b/main.go"});
  EXPECT_EQ(leaky().text, files_["b/main.go"]) << "two files of one name are two";
  app_.perform({Action::OpenFile, 0, 0, "a/main.go"});
  EXPECT_EQ(leaky().text, edited);
  press(Action::Save);
  EXPECT_EQ(files_["a/main.go"], edited);
  EXPECT_EQ(app_.ui().notice, "Saved as a/main.go.");
  app_.perform({Action::OpenFile, 0, 0, "a/main.go"});
  EXPECT_TRUE(app_.ui().notice.empty()) << "saved: nothing to bring back";
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

TEST_F(EditorTest, EscapeLeavesTheEditorAndTakesNothingBack) {
  edit_line_10();
  const std::string before = line(10);
  type("23");
  press(Action::Close);
  press(Action::Close);
  EXPECT_FALSE(app_.ui().editing);
  EXPECT_EQ(line(10), before + "23");
}

TEST_F(EditorTest, TenMegabytesAreNotPastedAndTheTextStays) {
  edit_line_10();
  type("2");
  const std::string before = leaky().text;
  ImGui::SetClipboardText(std::string(10u << 20, 'x').c_str());
  press_chord(ImGuiMod_Ctrl | ImGuiKey_V);
  EXPECT_EQ(leaky().text, before);
  EXPECT_NE(app_.ui().notice.find("More than 1 MB"), std::string::npos);
  type("3");
  EXPECT_NE(line(10).find('3'), std::string::npos) << "and typing goes on: " << line(10);
  EXPECT_LT(leaky().text.size(), before.size() + 2);
}

TEST_F(EditorTest, AFileThatAnotherProgramChangedIsOverwrittenOnlyOnRequest) {
  files_["main.go"] = kOwn;
  ASSERT_TRUE(app_.open("main.go"));
  const std::string edited = "package main\n\nfunc main() {\n\tprintln(2)\n}\n";
  app_.perform({Action::SetSource, 0, 0, edited});
  files_["main.go"] = "package main\n\nfunc main() {\n\tprintln(3)\n}\n";
  app_.look_at_file();
  EXPECT_NE(app_.ui().notice.find("You see your own edits"), std::string::npos);
  press(Action::Save);
  EXPECT_NE(files_["main.go"], edited);
  EXPECT_NE(app_.ui().notice.find("once more overwrites"), std::string::npos);
  press(Action::Save);
  EXPECT_EQ(files_["main.go"], edited);
}

TEST_F(EditorTest, AFileThatChangedIsReadAnewWhereNothingWasEdited) {
  files_["main.go"] = kOwn;
  ASSERT_TRUE(app_.open("main.go"));
  app_.look_at_file();
  EXPECT_TRUE(app_.ui().notice.empty()) << app_.ui().notice;
  const std::string other = "package main\n\nfunc main() {\n\tprintln(3)\n}\n";
  files_["main.go"] = other;
  app_.look_at_file();
  EXPECT_EQ(leaky().text, other);
  EXPECT_EQ(leaky().original, other);
}

TEST_F(EditorTest, AFileThatVanishedIsStillHereAndCanBeWrittenAgain) {
  files_["main.go"] = kOwn;
  ASSERT_TRUE(app_.open("main.go"));
  files_.clear();
  app_.look_at_file();
  EXPECT_NE(app_.ui().notice.find("main.go is gone"), std::string::npos);
  EXPECT_EQ(leaky().text, kOwn);
  press(Action::Save);
  EXPECT_EQ(files_["main.go"], kOwn);
}

TEST_F(EditorTest, WhatIsNoTextIsNotOpenedAndTheLessonStays) {
  files_["picture.go"] = std::string("\x89PNG\r\n\x1a\n\0\0", 10);
  EXPECT_FALSE(app_.open("picture.go"));
  EXPECT_EQ(app_.ui().notice, "picture.go is no text, so it is no program.");
  EXPECT_EQ(app_.variants().size(), 2u);
}

TEST_F(EditorTest, AFileThatBecameNoProgramForAPictureIsShownAsItWas) {
  files_["main.go"] = kOwn;
  ASSERT_TRUE(app_.open("main.go"));
  for (const std::string& now : {std::string("a\0b", 3), std::string(kMaxProgramText + 1, ' ')}) {
    files_["main.go"] = now;
    app_.look_at_file();
    EXPECT_EQ(leaky().text, kOwn);
    EXPECT_NE(app_.ui().notice.find("You see what it was before."), std::string::npos);
  }
}

TEST_F(EditorTest, AFileThatNeverCompiledHasNoRunAndSaysSo) {
  files_["main.go"] = "package main\n\nfunc main() {\n\tx\n}\n";
  ASSERT_TRUE(app_.open("main.go"));
  EXPECT_EQ(transport_view(leaky(), {}).story, "There is no run: the program does not compile.");
  EXPECT_FALSE(source_view(leaky(), {}).has_run);
  EXPECT_FALSE(why_view(leaky(), kNoGoroutine).has_run);
  settle();
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
