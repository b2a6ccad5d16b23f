// Data races: each program of tests/go/race says with `// RACE` which two lines race, and real Go's
// race detector is asked as well (golang label). Here: the search over all schedules names the two
// lines, the schedule replays to the same race, and what has no race is PROVED.
#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

#include "sim/detect/race_watch.h"
#include "sim/explore/explorer.h"
#include "sim/sched/policy.h"
#include "sim/sched/replay.h"
#include "tests/conformance/simulate.h"
#include "tests/explore/generate.h"

namespace gopark {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> programs() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(GOPARK_SOURCE_DIR "/tests/go/race"))
    if (entry.path().extension() == ".go") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  EXPECT_GE(files.size(), 17u);
  return files;
}

std::vector<uint32_t> wanted_lines(const fs::path& file) {
  std::vector<uint32_t> lines;
  uint32_t line = 1;
  const std::string text = conformance::read_text(file);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.compare(at, 7, "// RACE") == 0) lines.push_back(line);
    if (text[at] == '\n') ++line;
  }
  return lines;
}

std::vector<uint32_t> lines_of(const Program& program, const Finding& race) {
  std::vector<uint32_t> lines = {source_place(program, race.place).line,
                                 source_place(program, race.racing.other_place).line};
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::optional<Finding> race_of(const std::vector<Finding>& findings) {
  const auto found = std::find_if(findings.begin(), findings.end(), is_race);
  return found == findings.end() ? std::nullopt : std::optional(*found);
}

std::optional<Finding> replayed(const std::shared_ptr<const Program>& program,
                                const Schedule& schedule) {
  WorldOptions options;
  options.clock = schedule.clock;
  World world(program, options);
  ReplayScheduler scheduler(schedule);
  RaceWatch watch(world);
  while (watch.step(scheduler)) {
  }
  EXPECT_FALSE(scheduler.mismatch());
  return watch.race();
}

TEST(Races, TheSearchNamesBothLinesAndTheScheduleShowsThemAgain) {
  for (const fs::path& file : programs()) {
    const auto program = conformance::compile_or_fail(file);
    ASSERT_TRUE(program);
    const ExploreReport report = check(program, {}).result;
    const std::vector<uint32_t> wanted = wanted_lines(file);
    if (wanted.empty()) {
      EXPECT_EQ(to_string(report.verdict), "PROVED") << file;
      continue;
    }
    EXPECT_EQ(to_string(report.verdict), "BUG") << file;
    const auto race = race_of(report.findings);
    ASSERT_TRUE(race) << file;
    EXPECT_EQ(lines_of(*program, *race), wanted) << file;
    EXPECT_NE(race->name, race->racing.other) << file;
    EXPECT_TRUE(race->racing.writes || race->racing.other_writes) << file;
    const auto again = replayed(program, report.schedule);
    ASSERT_TRUE(again) << file << " " << to_string(report.schedule);
    EXPECT_EQ(lines_of(*program, *again), wanted) << file;
  }
}

// The two detectors know nothing of each other: what one run shows to the watch, the search must
// find, with and without its reductions; and the schedule of the search must show the watch a race.
TEST(Races, TheWatchOfSingleRunsAndTheSearchAgreeOnRandomPrograms) {
  lang::Toolchain toolchain;
  uint64_t racy = 0, clean = 0;
  for (uint64_t seed = 0; seed < 300; ++seed) {
    const std::string text = random_program(seed);
    const lang::CompileResult result = toolchain.compile("random.go", text);
    ASSERT_TRUE(result.ok());
    ExploreOptions options;
    options.world.clock = ClockMode::Async;
    options.budget_states = 20'000;
    options.stop_at_bug = false;
    Explorer explorer(result.program, options);
    ASSERT_TRUE(explorer.advance(1'000'000));
    const ExploreReport& report = explorer.report();
    if (report.verdict == ProofVerdict::Incomplete) continue;
    const bool found = race_of(report.findings).has_value();
    ++(found ? racy : clean);
    options.local_steps = Reduction::Off;
    Explorer plain(result.program, options);
    ASSERT_TRUE(plain.advance(1'000'000));
    EXPECT_EQ(race_of(plain.report().findings).has_value(), found) << "reduced\n" << text;
    for (uint64_t run = 0; run < 40; ++run) {
      World world(result.program, options.world);
      RaceWatch watch(world);
      const auto scheduler = make_scheduler({PolicyKind::Random, run});
      for (uint64_t step = 0; step < 2000 && watch.step(*scheduler); ++step) {
      }
      if (!watch.race()) continue;
      ASSERT_TRUE(found) << "a run shows a race that the search did not find, seed " << seed << "\n"
                         << text;
      break;
    }
    ASSERT_FALSE(HasFailure());
  }
  EXPECT_GT(racy, 20u);
  EXPECT_GT(clean, 20u);
}

TEST(Races, AProgramWithARaceIsNeverProvedEvenWhenNoScheduleLeaks) {
  const auto program = conformance::compile_or_fail(GOPARK_SOURCE_DIR "/tests/go/race/counter.go");
  ASSERT_TRUE(program);
  ExploreOptions options;
  options.races = false;
  options.stop_at_bug = false;
  Explorer blind(program, options);
  ASSERT_TRUE(blind.advance(100'000));
  EXPECT_EQ(to_string(blind.report().verdict), "PROVED");
  options.races = true;
  Explorer explorer(program, options);
  ASSERT_TRUE(explorer.advance(100'000));
  EXPECT_EQ(to_string(explorer.report().verdict), "BUG");
  EXPECT_EQ(explorer.report().failing, 0);
}

}  // namespace
}  // namespace gopark
