#include "tests/oracle/real_go.h"

#include <filesystem>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/oracle/verdict.h"

namespace gopark::oracle {
namespace {

namespace fs = std::filesystem;
using ::testing::IsEmpty;

const fs::path kScenarios = fs::path(GOPARK_SOURCE_DIR) / "scenarios";

std::vector<std::string> lesson_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kScenarios))
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  return names;
}

// The lines of lessons.txt about one variant, as describe_leftovers() writes them.
std::string recorded_leftovers(const std::string& variant) {
  std::istringstream lines(read_file(GOPARK_SOURCE_DIR "/tests/oracle/lessons.txt"));
  std::string recorded;
  for (std::string line; std::getline(lines, line);)
    if (line.rfind(variant + ": ", 0) == 0) recorded += line.substr(variant.size() + 2) + "\n";
  return recorded;
}

TEST(NewerWording, RewritesWhatChangedAfterGo119) {
  EXPECT_EQ(newer_wording("x declared but not used"), "declared and not used: x");
  EXPECT_EQ(newer_wording("imported and not used: \"strings\" as s"),
            "\"strings\" imported as s and not used");
  EXPECT_EQ(newer_wording("cannot use T{} (value of type T) as type I in return statement:\n"
                          "\tT does not implement I (missing M method)"),
            "cannot use T{} (value of type T) as I value in return statement: "
            "T does not implement I (missing method M)");
  EXPECT_EQ(newer_wording("syntax error: unexpected else, expecting }"),
            "syntax error: unexpected keyword else, expected }");
}

TEST(NewerWording, LeavesTheRestAlone) {
  for (const std::string same :
       {"undefined: x", "missing return", "cannot assign to struct field m[\"a\"].n in map",
        "invalid operation: i + s (mismatched types int and string)",
        "not enough arguments in call to f\n\thave (number)\n\twant (int, int)"})
    EXPECT_EQ(newer_wording(same), same);
}

class Lessons : public testing::Test {
 protected:
  void SetUp() override {
    if (!real_go_available()) GTEST_SKIP() << "there is no go command";
  }
};

TEST_F(Lessons, RealGoLeavesWhatTheLessonWants) {
  for (const std::string& name : lesson_names())
    EXPECT_THAT(check_lesson((kScenarios / name).string()), IsEmpty()) << name;
}

TEST_F(Lessons, RealGoLeavesWhatIsRecorded) {
  for (const std::string& name : lesson_names())
    for (const std::string variant : {"leaky", "fixed"})
      EXPECT_EQ(describe_leftovers((kScenarios / name / (variant + ".go")).string()),
                recorded_leftovers(name + "/" + variant))
          << name << "/" << variant;
}

}  // namespace
}  // namespace gopark::oracle
