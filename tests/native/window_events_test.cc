// What the desktop's window tells the app: dropped files, the person's return, closing.
#include "native/window_events.h"

#include <SDL_stdinc.h>

#include "tests/native/app_fixture.h"

namespace gopark {
namespace {

constexpr uint32_t kOwnWindow = 1, kNotesWindow = 2;
constexpr const char* kClean = "package main\n\nfunc main() {\n\tprintln(1)\n}\n";
constexpr const char* kOther = "package main\n\nfunc main() {\n\tprintln(2)\n}\n";

class WindowEvents : public AppTest {
 protected:
  void drop(const char* path) {
    SDL_Event event{};
    event.type = SDL_DROPFILE;
    event.drop.file = SDL_strdup(path);
    tell_app(app_, event, kOwnWindow);
    settle();
  }
  void tell(SDL_WindowEventID what, uint32_t window = kOwnWindow) {
    SDL_Event event{};
    event.type = SDL_WINDOWEVENT;
    event.window.event = static_cast<uint8_t>(what);
    event.window.windowID = window;
    tell_app(app_, event, kOwnWindow);
    settle();
  }
};

TEST_F(WindowEvents, AFileThatIsDroppedIsOpenedAndRuns) {
  files_["work/main.go"] = kClean;
  drop("work/main.go");
  ASSERT_EQ(app_.variants().size(), 1u);
  EXPECT_EQ(leaky().name, "main.go");
  EXPECT_EQ(leaky().text, kClean);
  EXPECT_EQ(leaky().findings.verdict, Verdict::Clean);
  app_.perform({Action::SetSource, 0, 0, kOther});
  press(Action::Save);
  EXPECT_EQ(files_["work/main.go"], kOther) << "it is saved where it came from";
}

TEST_F(WindowEvents, WhatIsDroppedAndCannotBeReadLeavesTheLessonWithASentence) {
  app_.perform({Action::SetSource, 0, 0, kClean});
  drop("work/folder");
  EXPECT_EQ(app_.ui().notice, "work/folder cannot be read.");
  EXPECT_EQ(app_.variants().size(), 2u);
  EXPECT_EQ(leaky().text, kClean) << "with what was edited in it";
}

TEST_F(WindowEvents, ADroppedFileTakesNoEditsAway) {
  files_["work/main.go"] = kOther;
  ASSERT_TRUE(app_.open("timeout"));
  app_.perform({Action::SetSource, 0, 0, kClean});
  drop("work/main.go");
  ASSERT_TRUE(app_.open("timeout"));
  EXPECT_EQ(leaky().text, kClean);
}

TEST_F(WindowEvents, WhoComesBackToTheWindowSeesTheFileAsItIsNow) {
  files_["main.go"] = kClean;
  drop("main.go");
  files_["main.go"] = kOther;
  tell(SDL_WINDOWEVENT_EXPOSED);
  EXPECT_EQ(leaky().text, kClean) << "nobody came back yet";
  tell(SDL_WINDOWEVENT_FOCUS_GAINED);
  EXPECT_EQ(leaky().text, kOther);
  EXPECT_EQ(app_.ui().notice, "main.go was changed by another program, and is read anew.");
  files_.clear();
  tell(SDL_WINDOWEVENT_FOCUS_GAINED);
  EXPECT_EQ(leaky().text, kOther) << "a file that is gone is still here";
  EXPECT_NE(app_.ui().notice.find("main.go is gone"), std::string::npos);
}

TEST_F(WindowEvents, ClosingTheNotesLeavesTheApp) {
  app_.ui().second_window = true;
  tell(SDL_WINDOWEVENT_CLOSE, kNotesWindow);
  EXPECT_FALSE(app_.ui().second_window);
  EXPECT_FALSE(app_.ui().quit);
  tell(SDL_WINDOWEVENT_CLOSE);
  EXPECT_TRUE(app_.ui().quit);
}

}  // namespace
}  // namespace gopark
