// What the app and the page say of all schedules, and how a search of them is stopped.
#include "native/schedule_search.h"

#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

#include "native/dial_view.h"
#include "tests/conformance/simulate.h"
#include "tests/sanitized.h"

namespace gopark {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> programs() {
  std::vector<fs::path> files;
  for (const char* folder : {"/tests/explore/programs", "/tests/bench/programs"})
    for (const auto& entry : fs::directory_iterator(std::string(GOPARK_SOURCE_DIR) + folder))
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

// Of each search, and nearly all of the programs are done in far less, though most of them have
// millions of schedules.
constexpr uint64_t kProgramStates = 20'000;

TEST(ScheduleSearch, SaysWhatCheckSays) {
  const std::vector<fs::path> files = programs();
  ASSERT_GE(files.size(), 20u);
  for (std::size_t i = 0; i < files.size(); i += kSanitizedStride) {
    const auto program = conformance::compile_or_fail(files[i]);
    ASSERT_TRUE(program);
    CheckOptions options;
    options.engine = Engine::Search;
    options.budget_states = kProgramStates;
    ScheduleSearch search(program, kProgramStates);
    while (!search.advance(10'000)) {
    }
    const CheckReport said = check(program, options);
    EXPECT_EQ(search.verdict(), said.result.verdict) << files[i] << " " << search.bound();
    if (said.result.verdict != ProofVerdict::Bug) continue;
    ASSERT_NE(search.simplest_bug(), nullptr);
    EXPECT_EQ(search.simplest_bug()->clock, said.clock) << files[i];
  }
}

// Ten philosophers: the proof is soon there, the schedules are too many to be counted.
TEST(ScheduleSearch, AProofDoesNotWaitForTheCount) {
  const auto program = conformance::compile_or_fail(
      GOPARK_SOURCE_DIR "/tests/bench/programs/philosophers_ordered.go");
  ASSERT_TRUE(program);
  ScheduleSearch search(program);
  while (!search.advance(10'000)) {
  }
  EXPECT_EQ(search.verdict(), ProofVerdict::Proved) << search.bound();
  ASSERT_EQ(search.clocks().size(), 2u);
  EXPECT_FALSE(search.clocks()[0].report.counts_exact);
  EXPECT_LT(search.states(), kAppSearchStates) << "there are no timers: one clock is searched";
}

DialView dial_of_bench(const std::string& name, uint64_t budget) {
  const auto program =
      conformance::compile_or_fail(GOPARK_SOURCE_DIR "/tests/bench/programs/" + name);
  EXPECT_TRUE(program);
  ScheduleSearch search(program, budget);
  while (!search.advance(10'000)) {
  }
  return dial_view(search.clocks().front(), false);
}

TEST(Dial, SaysHowManyFailOrThatTheyAreTooMany) {
  const DialView some = dial_of_bench("ncast_leaky.go", 20'000);
  EXPECT_TRUE(some.sentence.ends_with(" fail.")) << some.sentence;
  EXPECT_GT(some.share, 0.0);
  EXPECT_LT(some.share, 1.0);
  const DialView none = dial_of_bench("philosophers_ordered.go", kAppSearchStates);
  EXPECT_EQ(none.sentence, "All schedules: no schedule fails; there are too many to be counted.");
  EXPECT_EQ(none.share, 0.0);
  const DialView open = dial_of_bench("philosophers_ordered.go", 100);
  EXPECT_EQ(open.sentence, "All schedules: the budget of 100 states (--budget-states).");
  EXPECT_FALSE(open.share) << "a search that was given up has counted nothing";
}

// A proof that stands is not lost when the counting is stopped.
TEST(VerdictSearch, StoppedWhileItCountsItKeepsTheVerdict) {
  const auto program = conformance::compile_or_fail(
      GOPARK_SOURCE_DIR "/tests/bench/programs/philosophers_ordered.go");
  ASSERT_TRUE(program);
  uint64_t proof_states = 0;
  {
    ExploreOptions reduced;
    reduced.persistent_sets = Reduction::On;
    Explorer proof(program, reduced);
    while (!proof.advance(10'000)) {
    }
    proof_states = proof.report().progress.states;
  }
  const auto stopped_at = [&](uint64_t states) {
    VerdictSearch search(program, {});
    while (search.progress().states < states) search.advance(100);
    search.stop("stopped");
    while (!search.advance(1)) {
    }
    return search.report();
  };
  EXPECT_EQ(stopped_at(proof_states / 2).verdict, ProofVerdict::Incomplete);
  EXPECT_EQ(stopped_at(proof_states / 2).bound, "stopped");
  EXPECT_EQ(stopped_at(proof_states + 100).verdict, ProofVerdict::Proved);
}

TEST(ScheduleSearch, CancelledAtOnceItIsIncomplete) {
  const auto program =
      conformance::compile_or_fail(GOPARK_SOURCE_DIR "/tests/bench/programs/ncast_fixed.go");
  ASSERT_TRUE(program);
  ScheduleSearch search(program);
  search.cancel();
  EXPECT_TRUE(search.is_over());
  EXPECT_EQ(search.verdict(), ProofVerdict::Incomplete);
  EXPECT_EQ(search.bound(), "cancelled");
}

}  // namespace
}  // namespace gopark
