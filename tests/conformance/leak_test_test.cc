// The leak_test.go that we write fails under real Go where gopark found a leak, and passes for the
// fix.
#include "sim/narrate/leak_test.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "tests/oracle/process.h"
#include "tests/oracle/real_go.h"

namespace gopark::oracle {
namespace {

namespace fs = std::filesystem;

// Where Debian puts the sources of goleak, which ./dev installs.
constexpr const char* kGoPath = "GOPATH=/usr/share/gocode";
constexpr const char* kGoleak = "/usr/share/gocode/src/go.uber.org/goleak";

ProcessResult go_test(const std::string& lesson, const std::string& variant) {
  const TemporaryFolder folder;
  fs::copy(fs::path(GOPARK_SOURCE_DIR) / "scenarios" / lesson / variant,
           fs::path(folder.path()) / variant);
  std::ofstream(fs::path(folder.path()) / "leak_test.go") << leak_test(variant, {"a\nfinding"});
  return run_process({"go", "test", "-timeout", "60s"}, folder.path(),
                     {"GO111MODULE=off", kGoPath});
}

TEST(LeakTest, FailsForTheLeakAndPassesForTheFix) {
  ASSERT_TRUE(real_go_available());
  ASSERT_TRUE(fs::exists(kGoleak));
  const ProcessResult leaky = go_test("premature_return", "leaky.go");
  EXPECT_EQ(leaky.exit_code, 1);
  EXPECT_NE(leaky.out.find("found unexpected goroutines"), std::string::npos)
      << leaky.out << leaky.err;
  EXPECT_NE(leaky.out.find("leaky.go:14"), std::string::npos) << leaky.out;
  const ProcessResult fixed = go_test("premature_return", "fixed.go");
  EXPECT_EQ(fixed.exit_code, 0) << fixed.out << fixed.err;
}

TEST(LeakTest, ItsCommentIsBounded) {
  const std::string text = leak_test("a\nb.go", std::vector<std::string>(12, "leaked:\nmain.1"));
  EXPECT_EQ(text.find("// What gopark found in a b.go, with real Go:\n"), 0u);
  EXPECT_NE(text.find("// leaked: main.1\n// and 2 more\npackage main\n"), std::string::npos)
      << text;
}

}  // namespace
}  // namespace gopark::oracle
