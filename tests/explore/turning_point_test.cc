// The point of no return of the lessons' leaky variants, against a search at every step of the run.
#include "sim/explore/turning_point.h"

#include <filesystem>

#include <gtest/gtest.h>

#include "sim/explore/explorer.h"
#include "sim/explore/failures.h"
#include "sim/sched/replay.h"
#include "tests/conformance/simulate.h"
#include "tests/explore/generate.h"

namespace gopark {
namespace {

namespace fs = std::filesystem;

World replayed(const std::shared_ptr<const Program>& program, const WorldOptions& options,
               const Schedule& schedule, uint64_t steps) {
  World world(program, options);
  ReplayScheduler scheduler(schedule);
  while (world.steps() < steps && world.step(scheduler)) {
  }
  EXPECT_FALSE(scheduler.mismatch());
  return world;
}

struct Failing {
  std::shared_ptr<const Program> program;
  WorldOptions options;
  ExploreReport report;
};

void expect_true_at_every_step(const Failing& failing, const TurningPoint& point) {
  ExploreOptions how;
  how.world = failing.options;
  for (uint64_t step = 0; step <= failing.report.steps; ++step) {
    const CleanEnd end = find_clean_end(
        replayed(failing.program, failing.options, failing.report.schedule, step), how);
    ASSERT_TRUE(end.known);
    EXPECT_EQ(end.path.has_value(), step < point.step) << "after step " << step;
  }
}

void expect_passes(const Failing& failing, const TurningPoint& point) {
  ASSERT_EQ(point.passing.has_value(), point.step != 0);
  if (!point.passing) return;
  const auto after = [&](const Schedule& schedule, uint64_t steps) {
    return replayed(failing.program, failing.options, schedule, steps).fingerprint();
  };
  EXPECT_EQ(after(*point.passing, point.step - 1), after(failing.report.schedule, point.step - 1));
  EXPECT_NE(after(*point.passing, point.step), after(failing.report.schedule, point.step));
  const World end = replayed(failing.program, failing.options, *point.passing, 1'000'000);
  EXPECT_EQ(end.outcome().kind, OutcomeKind::Exited);
  EXPECT_TRUE(failures_of(end).empty());
}

struct TurnTally {
  std::size_t can_pass = 0, never = 0;

  void judge(const Failing& failing) {
    const auto point = turning_point(failing.program, failing.options, failing.report.schedule,
                                     failing.report.steps);
    if (!point) return;
    expect_true_at_every_step(failing, *point);
    expect_passes(failing, *point);
    ++(point->passing ? can_pass : never);
  }
};

TEST(TurningPoint, IsTrueAtEveryStepOfTheLessons) {
  TurnTally tally;
  for (const auto& entry : fs::directory_iterator(GOPARK_SOURCE_DIR "/scenarios")) {
    if (!entry.is_directory()) continue;
    Failing failing;
    failing.program = conformance::compile_or_fail(entry.path() / "leaky.go");
    ASSERT_TRUE(failing.program);
    const CheckReport found = check(failing.program, {});
    failing.report = found.result;
    failing.options.clock = found.clock;
    SCOPED_TRACE(entry.path().filename());
    tally.judge(failing);
  }
  EXPECT_GE(tally.never, 15u);
}

TEST(TurningPoint, IsTrueAtEveryStepOfRandomPrograms) {
  lang::Toolchain toolchain;
  TurnTally tally;
  for (uint64_t seed = 0; seed < 200; ++seed) {
    Failing failing;
    const std::string text = random_program(seed);
    failing.program = toolchain.compile("random.go", text).program;
    ASSERT_TRUE(failing.program);
    CheckOptions options;
    options.clock = failing.options.clock = seed % 2 == 0 ? ClockMode::Quiescent : ClockMode::Async;
    failing.report = check(failing.program, options).result;
    if (failing.report.failing == 0) continue;  // clean, or but a race
    SCOPED_TRACE(text);
    tally.judge(failing);
    ASSERT_FALSE(HasFailure());
  }
  EXPECT_GE(tally.can_pass, 20u);
  EXPECT_GE(tally.never, 20u);
}

TEST(TurningPoint, ABudgetTooSmallSaysNothing) {
  const auto program =
      conformance::compile_or_fail(GOPARK_SOURCE_DIR "/scenarios/timeout/leaky.go");
  ASSERT_TRUE(program);
  const CheckReport found = check(program, {});
  WorldOptions options;
  options.clock = found.clock;
  EXPECT_FALSE(turning_point(program, options, found.result.schedule, found.result.steps, 1));
}

}  // namespace
}  // namespace gopark
