// What `check` answers about programs as people write them: tests/explore/programs/*.go, each with
// the answer in its first line: `// PROVED`, or `// BUG` with goroutine, kind and wait reason of
// the first finding.
#include <algorithm>
#include <filesystem>
#include <optional>

#include <gtest/gtest.h>

#include "sim/explore/explorer.h"
#include "sim/explore/verdict_search.h"
#include "tests/conformance/simulate.h"

namespace gopark {
namespace {

namespace fs = std::filesystem;

// For each of them, and each is done in far less.
constexpr uint64_t kProgramStates = 50'000;

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
    options.budget_states = kProgramStates;
    EXPECT_EQ(said_of(check(program, options).result), text.substr(3, text.find('\n') - 3)) << file;
  }
}

// With a ticker most of the states come when time passes at any moment.
TEST(Programs, AProofTellsTheStatesUnderBothClocks) {
  const auto program =
      conformance::compile_or_fail(GOPARK_SOURCE_DIR "/tests/explore/programs/batcher.go");
  ASSERT_TRUE(program);
  const auto searched = [&](std::optional<ClockMode> clock) {
    CheckOptions options;
    options.clock = clock;
    return check(program, options).result.progress;
  };
  const ExploreProgress quiescent = searched(ClockMode::Quiescent);
  const ExploreProgress async = searched(ClockMode::Async);
  EXPECT_GT(async.states, quiescent.states);
  EXPECT_EQ(searched(std::nullopt).states, quiescent.states + async.states);
  EXPECT_EQ(searched(std::nullopt).transitions, quiescent.transitions + async.transitions);
}

// The search meets it with ten preemptions. One is needed: somebody stops between his two forks.
TEST(Programs, TenPhilosophersComeToTheirDeadlockWithOnePreemption) {
  const auto program = conformance::compile_or_fail(
      GOPARK_SOURCE_DIR "/tests/bench/programs/philosophers_deadlock.go");
  ASSERT_TRUE(program);
  const ExploreReport report = check(program, {}).result;
  EXPECT_EQ(said_of(report), "BUG main deadlock sync.WaitGroup.Wait");
  EXPECT_EQ(report.preemptions, 1u);
  EXPECT_TRUE(report.fewest_preemptions);
  EXPECT_EQ(report.findings.size(), 11u);
}

// Without persistent sets it takes millions of states.
TEST(Programs, TenPhilosophersInOrderAreProved) {
  const auto program = conformance::compile_or_fail(
      GOPARK_SOURCE_DIR "/tests/bench/programs/philosophers_ordered.go");
  ASSERT_TRUE(program);
  ExploreOptions options;
  options.persistent_sets = Reduction::On;
  options.budget_states = 10'000;
  Explorer explorer(program, options);
  ASSERT_TRUE(explorer.advance(100'000));
  EXPECT_EQ(said_of(explorer.report()), "PROVED") << explorer.report().bound;
}

// Several random choices one after the other, whose values nobody keeps: few states, ways without
// end.
TEST(Programs, ManyRandomChoicesAreGivenUpInTime) {
  ExploreOptions options;
  options.budget_states = kProgramStates;
  VerdictSearch search(
      conformance::compile_or_fail(GOPARK_SOURCE_DIR "/tests/go/std/rand_choices.go"), options);
  uint64_t transitions = 0;
  while (!search.advance(1000) && transitions < 2 * kWideTransitions) transitions += 1000;
  EXPECT_LT(transitions, 2 * kWideTransitions);
  EXPECT_EQ(search.report().verdict, ProofVerdict::Incomplete);
  EXPECT_EQ(search.report().bound, "a random choice of more than 16 ways");
}

}  // namespace
}  // namespace gopark
