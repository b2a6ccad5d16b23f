// What `check` answers about programs as people write them: tests/explore/programs/*.go, each with
// the answer in its first line: `// PROVED`, or `// BUG` with goroutine, kind and wait reason of
// the first finding.
#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

#include "sim/explore/explorer.h"
#include "tests/conformance/simulate.h"

namespace gopark {
namespace {

namespace fs = std::filesystem;

// For each of them, and each is done in far less.
constexpr uint64_t kBudgetStates = 50'000;

std::string said_of(const ExploreReport& report) {
  std::string said(to_string(report.verdict));
  if (!report.findings.empty()) {
    const Finding& first = report.findings.front();
    said += " " + first.name + " " + std::string(to_string(first.kind)) + " " +
            std::string(status_text(first.status, first.reason));
  }
  return said;
}

TEST(Programs, EachGetsTheAnswerInItsFirstLine) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(GOPARK_SOURCE_DIR "/tests/explore/programs"))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  ASSERT_GE(files.size(), 16u);
  for (const fs::path& file : files) {
    const std::string text = conformance::read_text(file);
    const auto program = conformance::compile_or_fail(file);
    ASSERT_TRUE(program);
    CheckOptions options;
    options.budget_states = kBudgetStates;
    EXPECT_EQ(said_of(check(program, options).result), text.substr(3, text.find('\n') - 3)) << file;
  }
}

}  // namespace
}  // namespace gopark
