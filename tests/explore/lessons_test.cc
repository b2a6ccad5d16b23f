// The lessons through check(): each leaky variant is a bug with a schedule that shows it, each
// fixed one is proved under both clocks.
#include <filesystem>

#include <gtest/gtest.h>

#include "sim/explore/explorer.h"
#include "sim/explore/failures.h"
#include "sim/sched/replay.h"
#include "tests/conformance/simulate.h"

namespace gopark {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> lessons() {
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(GOPARK_SOURCE_DIR "/scenarios"))
    if (entry.is_directory()) folders.push_back(entry.path());
  EXPECT_GE(folders.size(), 20u);
  return folders;
}

// "main.1 chan send 30"
std::string text_of(const Program& program, const Finding& finding) {
  return finding.name + " " + std::string(status_text(finding.status, finding.reason)) + " " +
         std::to_string(source_place(program, finding.place).line);
}

std::vector<std::string> wanted_by(const fs::path& lesson) {
  std::vector<std::string> texts;
  std::string text = conformance::read_text(lesson);
  for (std::size_t at = 0; (at = text.find("\n- ", at)) != std::string::npos; ++at) {
    oracle::ExpectedFinding w;
    if (oracle::parse_finding(text.substr(at + 3, text.find('\n', at + 1) - at - 3), w))
      texts.push_back(w.goroutine + " " + w.wait_reason + " " + std::to_string(w.line));
  }
  return texts;
}

TEST(Lessons, LeakyOnesAreBugsThatReplay) {
  for (const fs::path& folder : lessons()) {
    const auto program = conformance::compile_or_fail(folder / "leaky.go");
    ASSERT_TRUE(program);
    const ExploreReport report = check(program, {}).result;
    EXPECT_EQ(to_string(report.verdict), "BUG") << folder;
    std::vector<std::string> found;
    for (const Finding& finding : report.findings) found.push_back(text_of(*program, finding));
    EXPECT_EQ(found, wanted_by(folder / "lesson.md")) << folder;

    WorldOptions options;
    options.clock = report.schedule.clock;
    World world(program, options);
    ReplayScheduler scheduler(report.schedule);
    while (world.step(scheduler)) {
    }
    EXPECT_FALSE(scheduler.mismatch()) << folder;
    std::vector<std::string> again;
    for (const Finding& finding : failures_of(world)) again.push_back(text_of(*program, finding));
    EXPECT_EQ(again, found) << folder;
  }
}

TEST(Lessons, FixedOnesAreProvedUnderBothClocks) {
  for (const fs::path& folder : lessons()) {
    const auto program = conformance::compile_or_fail(folder / "fixed.go");
    ASSERT_TRUE(program);
    const CheckReport report = check(program, {});
    EXPECT_EQ(to_string(report.result.verdict), "PROVED") << folder << report.result.bound;
    EXPECT_TRUE(report.both_clocks);
  }
}

}  // namespace
}  // namespace gopark
