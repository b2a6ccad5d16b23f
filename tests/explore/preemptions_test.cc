// The fewest preemptions that a failure needs: what check() says, against every run one by one,
// without the explorer.
#include <iostream>
#include <map>
#include <optional>

#include <gtest/gtest.h>

#include "sim/explore/explorer.h"
#include "sim/explore/failures.h"
#include "sim/lang/toolchain.h"
#include "tests/explore/generate.h"
#include "tests/explore/told_answers.h"
#include "tests/sanitized.h"

namespace gopark {
namespace {

constexpr uint64_t kPreemptionPrograms = kSanitized ? 150 : 800;
constexpr uint64_t kPreemptionSteps = 5'000;  // of all runs of one program
constexpr uint64_t kMaxDepth = 60;

// Walks through all runs of a program by copying the World at every choice.
class AllRuns {
 public:
  // Of the runs that fail; nullopt: none does.
  std::optional<uint64_t> fewest(const World& start) {
    walk(start, 0, 0);
    return fewest_;
  }
  bool was_cut() const { return cut_; }

 private:
  void walk(const World& world, uint64_t preemptions, uint64_t depth) {
    if (fewest_ && preemptions >= *fewest_) return;
    if (world.ended()) {
      if (!failures_of(world).empty()) fewest_ = preemptions;
      return;
    }
    if (depth > kMaxDepth) cut_ = true;
    if (cut_) return;
    ToldAnswers told;
    do {
      step(world, told, preemptions, depth);
    } while (!cut_ && told.next());
  }
  // One step with these answers, and all that follows.
  void step(const World& before, ToldAnswers& told, uint64_t preemptions, uint64_t depth) {
    if (++steps_ > kPreemptionSteps) cut_ = true;
    World world = before;
    const bool chooses = world.candidate_count() > 1;
    world.step(told);
    // The first candidate is the one that runs, if it can go on.
    const bool preempts = chooses && before.current() != kNoGoroutine && told.answers.front() != 0;
    walk(world, preemptions + (preempts ? 1 : 0), depth + 1);
  }
  std::optional<uint64_t> fewest_;
  uint64_t steps_ = 0;
  bool cut_ = false;
};

std::shared_ptr<const Program> compiled(lang::Toolchain& toolchain, const std::string& text) {
  const lang::CompileResult result = toolchain.compile("random.go", text);
  EXPECT_TRUE(result.ok()) << text;
  return result.program;
}

TEST(Preemptions, CheckFindsTheFewestThatEveryRunOneByOneShows) {
  lang::Toolchain toolchain;
  std::map<uint64_t, uint64_t> seen;
  uint64_t not_known = 0;
  for (uint64_t seed = 0; seed < kPreemptionPrograms; ++seed) {
    const std::string text = random_program(seed);
    const auto program = compiled(toolchain, text);
    ASSERT_TRUE(program);
    CheckOptions options;
    options.clock = ClockMode::Quiescent;
    const ExploreReport report = check(program, options).result;
    if (report.verdict != ProofVerdict::Bug || is_race(report.findings.front())) continue;
    AllRuns runs;
    const std::optional<uint64_t> fewest = runs.fewest(World(program));
    if (runs.was_cut()) continue;
    ASSERT_TRUE(fewest) << "seed " << seed << "\n" << text;
    if (!report.fewest_preemptions) ++not_known;
    EXPECT_EQ(report.preemptions, *fewest) << "seed " << seed << "\n" << text;
    ++seen[*fewest];
  }
  for (const auto& [preemptions, programs] : seen)
    std::cout << programs << " programs fail with " << preemptions << " preemptions\n";
  std::cout << not_known << " not known to be the fewest\n";
  EXPECT_EQ(not_known, 0u);
  EXPECT_GT(seen[1], 0u);
}

// After `first` stored and `second` looked away once, the state is the same whoever moved last; but
// only if it was the reader may it read on without a second preemption. Both orders, since the
// search comes to one of them first.
TEST(Preemptions, WhoMovedLastTellsStatesApart) {
  const auto program_with = [](const std::string& starts) {
    return R"(package main

import (
	"sync"
	"sync/atomic"
)

var ended sync.WaitGroup
var looked, stage atomic.Int32

func read() {
	defer ended.Done()
	looked.Store(1)
	if stage.Load() == 1 {
		panic("between the two stores")
	}
}

func write() {
	defer ended.Done()
	stage.Store(1)
	stage.Store(2)
}

func main() {
)" + starts +
           R"(
	for looked.Load() == 0 || stage.Load() < 2 {
	}
}
)";
  };
  lang::Toolchain toolchain;
  for (const char* starts : {"\tgo read()\n\tgo write()", "\tgo write()\n\tgo read()"}) {
    const auto program = compiled(toolchain, program_with(starts));
    ASSERT_TRUE(program);
    ExploreOptions options;
    for (const uint32_t bound : {0u, 1u}) {
      options.max_preemptions = bound;
      Explorer explorer(program, options);
      while (!explorer.advance(10'000)) {
      }
      EXPECT_EQ(explorer.report().verdict == ProofVerdict::Bug, bound == 1) << starts;
    }
  }
}

}  // namespace
}  // namespace gopark
