// What stops the app from starting is one sentence in the terminal.
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <sys/wait.h>

#include "tests/sanitized.h"

namespace gopark {
namespace {

struct Answer {
  int code = 0;
  std::string text;
};

Answer start(const std::string& arguments) {
  const std::string command = "env -u DISPLAY -u WAYLAND_DISPLAY " GOPARK_BINARY_DIR
                              "/bin/gopark-app " +
                              arguments + " 2>&1";
  Answer answer;
  FILE* pipe = popen(command.c_str(), "r");
  std::array<char, 256> part{};
  while (std::fgets(part.data(), static_cast<int>(part.size()), pipe) != nullptr)
    answer.text += part.data();
  answer.code = WEXITSTATUS(pclose(pipe));
  return answer;
}

class BadStart : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(GOPARK_BINARY_DIR "/bin/gopark-app"))
      GTEST_SKIP() << "gopark-app is not built here: there is no SDL2";
  }
  static void expect_sentence(const std::string& arguments, int code, const std::string& sentence) {
    const Answer answer = start(arguments);
    EXPECT_EQ(answer.code, code) << arguments;
    EXPECT_NE(answer.text.find("gopark-app: "), std::string::npos) << answer.text;
    EXPECT_NE(answer.text.find(sentence), std::string::npos) << answer.text;
  }
};

TEST_F(BadStart, WithoutADisplayTheTerminalTellsTheLesson) {
  if (kSanitized) GTEST_SKIP() << "SDL keeps what it asked the system for";
  expect_sentence("timeout", 1, "there is no display to open a window on; `gopark explain LESSON`");
}

TEST_F(BadStart, ALinkThatIsDamaged) {
  expect_sentence("'#lesson=timeout&code=!!!!' --screenshot x.png", 64,
                  "The link cannot be opened: the program in this link is damaged or too long.");
}

TEST_F(BadStart, AFileThatIsNotThereOrIsNoProgram) {
  expect_sentence("nowhere.go --screenshot x.png", 64, "nowhere.go: there is no such file.");
  expect_sentence(GOPARK_BINARY_DIR " --screenshot x.png", 64, "there is no such file.");
  const std::string big = testing::TempDir() + "gopark-big.go";
  std::ofstream(big) << std::string((1u << 20) + 1, ' ');
  expect_sentence(big + " --screenshot x.png", 64, "is larger than 1 MB");
  std::filesystem::remove(big);
}

TEST_F(BadStart, APictureThatCannotBeWritten) {
  expect_sentence("timeout --screenshot /nowhere/x.png", 64, "/nowhere/x.png cannot be written");
  expect_sentence("timeout --screenshot x.png --size 9x9", 64, "--size: expected WIDTHxHEIGHT");
}

}  // namespace
}  // namespace gopark
