// The policies, replay, script and recorder, on programs that show who ran when.
#include "sim/sched/schedulers.h"

#include <set>

#include <gtest/gtest.h>

#include "sim/sched/recorder.h"
#include "sim/sched/replay.h"
#include "sim/sched/scripted.h"
#include "tests/session/run_of.h"

namespace gopark {
namespace {

constexpr std::string_view kFiveGoroutines = R"(
func main() {
	var wg sync.WaitGroup
	for i := 0; i < 5; i++ {
		wg.Add(1)
		go func() {
			fmt.Print(i, " ")
			wg.Done()
		}()
	}
	wg.Wait()
})";

TEST(GoScheduler, TheNewestGoroutineRunsNextThenTheQueue) {
  EXPECT_EQ(run_of(kFiveGoroutines).output(), "4 0 1 2 3 ");
}

TEST(FifoScheduler, WhoHasBeenReadyLongestRuns) {
  EXPECT_EQ(run_of(kFiveGoroutines).with_policy(PolicyKind::Fifo).output(), "0 1 2 3 4 ");
}

TEST(RandomScheduler, ASeedIsARun) {
  std::set<std::string> outputs;
  for (uint64_t seed = 0; seed < 30; ++seed) {
    const RunOf run = run_of(kFiveGoroutines).with_policy(PolicyKind::Random, seed);
    const std::string output = run.output();
    EXPECT_EQ(run.output(), output) << "seed " << seed;
    outputs.insert(output);
  }
  EXPECT_GT(outputs.size(), 5u);
}

TEST(HashedPick, IsInRangeAndReachesEveryWay) {
  std::set<uint64_t> picks;
  for (uint64_t number = 0; number < 200; ++number) {
    const uint64_t pick = hashed_pick(7, Choice{ChoiceKind::Random, 5, number});
    ASSERT_LT(pick, 5u);
    picks.insert(pick);
  }
  EXPECT_EQ(picks.size(), 5u);
  EXPECT_LT(hashed_pick(7, Choice{ChoiceKind::Random, kMaxWays, 1}), kMaxWays);
}

// A world run to its end under a scheduler, stepwise.
World ended_world(const std::shared_ptr<const Program>& program, Scheduler& scheduler) {
  World world(program);
  while (world.step(scheduler)) {
  }
  return world;
}

TEST(Recorder, GoOrderIsTheEmptySchedule) {
  GoScheduler go;
  Recorder recorder(go, ClockMode::Quiescent);
  ended_world(program_of(kFiveGoroutines), recorder);
  EXPECT_EQ(to_string(recorder.schedule()), "g1:");
}

TEST(Recorder, WhatIsRecordedReplaysToTheSameState) {
  const auto program = program_of(kFiveGoroutines);
  for (uint64_t seed = 0; seed < 20; ++seed) {
    RandomScheduler random(seed);
    Recorder recorder(random, ClockMode::Quiescent);
    const World first = ended_world(program, recorder);
    ReplayScheduler replay(recorder.schedule());
    const World second = ended_world(program, replay);
    EXPECT_FALSE(replay.mismatch());
    EXPECT_EQ(second.output(), first.output());
    EXPECT_EQ(second.fingerprint(), first.fingerprint());
  }
}

TEST(Recorder, RandomNumbersArePicksOfTheirOwn) {
  const auto program =
      program_of(R"(func main() { fmt.Println(rand.Intn(1000), rand.Intn(1000)) })");
  GoScheduler go(99);
  Recorder recorder(go, ClockMode::Quiescent);
  const World first = ended_world(program, recorder);
  EXPECT_TRUE(recorder.schedule().next.empty());
  EXPECT_GE(recorder.schedule().others.size(), 2u);
  ReplayScheduler replay(recorder.schedule());
  EXPECT_EQ(ended_world(program, replay).output(), first.output());
}

TEST(ReplayScheduler, AnotherNumberOfWaysIsAMismatch) {
  ReplayScheduler replay(parse_schedule("g1:0/2,0/7").value());
  ended_world(program_of(kFiveGoroutines), replay);
  ASSERT_TRUE(replay.mismatch());
  EXPECT_EQ(to_string(*replay.mismatch()),
            "the program changed: choice 2 offers 2 ways, the schedule says 7");
}

TEST(ReplayScheduler, PicksThatAreLeftOverAreAMismatch) {
  ReplayScheduler replay(parse_schedule("g1:0/2*3;0/2").value());
  const World world = ended_world(program_of("func main() {}"), replay);
  EXPECT_FALSE(replay.mismatch());
  EXPECT_EQ(to_string(*replay.left_over(world)),
            "the program changed: the run ended before choice 1, where the schedule says 2 ways");
}

TEST(ScriptedScheduler, MovesGoroutinesByName) {
  const auto program = program_of(kFiveGoroutines);
  // Five choices while main starts them: main goes on. Then by name.
  ScriptedScheduler script(
      {"main", "main", "main", "main", "main", "main", "main", "main", "main", "main.3"});
  const World world = ended_world(program, script);
  EXPECT_FALSE(script.problem()) << *script.problem();
  EXPECT_EQ(world.output().substr(0, 2), "2 ");
}

TEST(ScriptedScheduler, SaysWhoCouldHaveMoved) {
  ScriptedScheduler script({"main.7"});
  ended_world(program_of(kFiveGoroutines), script);
  ASSERT_TRUE(script.problem());
  EXPECT_EQ(*script.problem(), "choice 1: no way is called main.7, there are main, main.1");
}

}  // namespace
}  // namespace gopark
