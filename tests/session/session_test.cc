// One run, walked: forward, back, anywhere, at three grains; the same state at the same step,
// whichever way.
#include "sim/session/session.h"

#include <array>

#include <gtest/gtest.h>

#include "sim/base/prng.h"
#include "sim/vm/circles.h"
#include "tests/session/run_of.h"

namespace gopark {
namespace {

// Channels, select, a mutex, timers, maps, math/rand and a panic that is recovered.
constexpr std::string_view kBusy = R"(
type counter struct {
	mu sync.Mutex
	n  map[string]int
}

func (c *counter) add(key string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n[key]++
}

func work(jobs <-chan int, out chan<- int, c *counter) {
	defer func() { recover() }()
	for j := range jobs {
		c.add(fmt.Sprint("job", j%2))
		select {
		case out <- j * j:
		case <-time.After(time.Millisecond):
			panic("late")
		}
	}
}

func main() {
	jobs, out := make(chan int, 2), make(chan int)
	c := &counter{n: map[string]int{}}
	for i := 0; i < 3; i++ {
		go work(jobs, out, c)
	}
	go func() {
		for i := 0; i < 6; i++ {
			jobs <- rand.Intn(10)
		}
		close(jobs)
	}()
	sum := 0
	for i := 0; i < 4; i++ {
		sum += <-out
	}
	time.Sleep(5 * time.Millisecond)
	for k, v := range c.n {
		fmt.Println(k, v)
	}
	fmt.Println(sum)
})";

constexpr std::string_view kPingPong = R"(
func main() {
	ping, pong := make(chan int), make(chan int)
	go func() {
		for v := range ping {
			pong <- v + 1
		}
	}()
	for v := 0; ; {
		ping <- v
		v = <-pong
	}
})";

std::vector<uint64_t> fingerprints(Session& session) {
  std::vector<uint64_t> prints{session.world().fingerprint()};
  while (session.step()) prints.push_back(session.world().fingerprint());
  return prints;
}

TEST(Session, TwiceTheSameRun) {
  for (const PolicyKind kind : {PolicyKind::Go, PolicyKind::Fifo, PolicyKind::Random}) {
    for (uint64_t seed = 0; seed < 5; ++seed) {
      const RunOf run = run_of(kBusy).with_policy(kind, seed);
      Session first = run.session(), second = run.session();
      ASSERT_EQ(fingerprints(first), fingerprints(second));
      EXPECT_EQ(first.world().output(), second.world().output());
    }
  }
}

TEST(Session, BackAndForwardOverEveryStepGivesTheSameStates) {
  for (const ClockMode clock : {ClockMode::Quiescent, ClockMode::Async}) {
    for (uint64_t seed = 0; seed < 10; ++seed) {
      Session session =
          run_of(kBusy).with_policy(PolicyKind::Random, seed).with_clock(clock).session();
      const std::vector<uint64_t> prints = fingerprints(session);
      for (std::size_t i = prints.size() - 1; i > 0; --i) {
        ASSERT_TRUE(session.back());
        ASSERT_EQ(session.world().fingerprint(), prints[i - 1]) << "back to " << i - 1;
        ASSERT_TRUE(session.step());
        ASSERT_EQ(session.world().fingerprint(), prints[i]) << "forward to " << i;
        ASSERT_TRUE(session.back());
      }
      EXPECT_TRUE(session.at_start());
      EXPECT_FALSE(session.back());
    }
  }
}

TEST(Session, FromEverySnapshotTheRunEndsTheSame) {
  Session session = run_of(kBusy).with_policy(PolicyKind::Random, 3).session();
  const std::vector<uint64_t> prints = fingerprints(session);
  const std::string output(session.world().output());
  for (std::size_t i = 0; i < prints.size(); ++i) {
    session.seek(i);
    Session fork = session.fork();
    ASSERT_EQ(fork.world().fingerprint(), prints[i]);
    fork.run_to_end();
    ASSERT_EQ(fork.world().fingerprint(), prints.back()) << "from " << i;
    ASSERT_EQ(fork.world().output(), output);
  }
}

TEST(Session, SeekingAnywhereInALongRun) {
  const uint64_t steps = 20'000;
  Session session = run_of(kPingPong).with_max_steps(steps).session();
  const std::vector<uint64_t> prints = fingerprints(session);
  ASSERT_EQ(prints.size(), steps + 1);
  Prng prng(5);
  for (int i = 0; i < 500; ++i) {
    const uint64_t step = prng.below(steps + 1);
    session.seek(step);
    ASSERT_EQ(session.position().step, step);
    ASSERT_EQ(session.world().fingerprint(), prints[step]);
  }
}

TEST(Session, StepsBackPastItsWindowAreReplayed) {
  const uint64_t steps = 5'000;
  RunOf run = run_of(kPingPong).with_max_steps(steps);
  SessionOptions options = run.options();
  options.journal_bytes = 10'000;  // a few dozen steps
  Session session(run.program(), options);
  const std::vector<uint64_t> prints = fingerprints(session);
  for (std::size_t i = prints.size() - 1; i > 0; --i) {
    ASSERT_TRUE(session.back());
    ASSERT_EQ(session.world().fingerprint(), prints[i - 1]);
  }
}

TEST(Session, CheckpointsAreThinnedToTheirBudget) {
  const uint64_t steps = 30'000;
  Session session =
      run_of(kPingPong).with_max_steps(steps).with_checkpoint_bytes(200'000).session();
  const std::vector<uint64_t> prints = fingerprints(session);
  for (const uint64_t step : {29'999ull, 1ull, 15'000ull, 1'024ull, 0ull, 30'000ull}) {
    session.seek(step);
    ASSERT_EQ(session.world().fingerprint(), prints[step]) << step;
  }
}

TEST(Session, SeekPastTheEndStopsAtTheEnd) {
  Session session = run_of("func main() { println() }").session();
  session.seek(1'000'000);
  EXPECT_TRUE(session.at_end());
  EXPECT_EQ(session.position().step, *session.length());
}

TEST(Session, EventsAreThoseOfTheStepThatLedThere) {
  Session session = run_of(kBusy).with_policy(PolicyKind::Random, 1).session();
  std::vector<std::size_t> counts{0};
  EXPECT_TRUE(session.events().empty());
  while (session.step()) counts.push_back(session.events().size());
  Prng prng(2);
  for (int i = 0; i < 200; ++i) {
    const uint64_t step = prng.below(static_cast<uint32_t>(counts.size()));
    session.seek(step);
    ASSERT_EQ(session.events().size(), counts[step]) << step;
  }
}

// ---- grains

TEST(Session, InstructionsAddUpToSteps) {
  Session session = run_of(kBusy).with_policy(PolicyKind::Random, 4).session();
  const std::vector<uint64_t> prints = fingerprints(session);
  session.seek(0);
  while (session.step(Grain::Instruction)) {
    if (session.position().instruction != 0) continue;
    ASSERT_EQ(session.world().fingerprint(), prints[session.position().step]);
  }
  EXPECT_EQ(session.position(), (Position{prints.size() - 1, 0}));
}

TEST(Session, BackOverInstructionsAndStatementsIsTheWayForward) {
  for (const Grain grain : {Grain::Instruction, Grain::Statement}) {
    Session session = run_of(kBusy).with_policy(PolicyKind::Random, 4).session();
    std::vector<std::pair<Position, uint64_t>> way{
        {session.position(), session.world().fingerprint()}};
    while (session.step(grain)) way.emplace_back(session.position(), session.world().fingerprint());
    for (std::size_t i = way.size() - 1; i > 0; --i) {
      ASSERT_TRUE(session.back(grain));
      ASSERT_EQ(session.position(), way[i - 1].first)
          << "from " << way[i].first.step << "." << way[i].first.instruction;
      ASSERT_EQ(session.world().fingerprint(), way[i - 1].second);
    }
    EXPECT_FALSE(session.back(grain));
  }
}

TEST(Session, AStatementStepStandsAtAStatementOfTheLearner) {
  Session session = run_of(R"(package main

func main() {
	x := 1
	x = x + 1
	x = x * 2
	println(x)
}
)")
                        .session();
  std::vector<uint32_t> lines;
  while (session.step(Grain::Statement)) {
    const World& world = session.world();
    if (session.position().instruction == 0) continue;
    lines.push_back(source_place(world.program(), world.user_place(world.current())).line);
  }
  EXPECT_EQ(lines, (std::vector<uint32_t>{4, 5, 6, 7, 8})) << "8: the return at the brace";
}

TEST(Session, AnOperationStepFromInsideAStepEndsThatStep) {
  Session session = run_of(kBusy).session();
  session.step(Grain::Instruction);
  session.step(Grain::Instruction);
  session.step();
  EXPECT_EQ(session.position(), (Position{1, 0}));
}

// ---- choices

constexpr std::string_view kTwoSenders = R"(
func main() {
	c := make(chan string)
	go func() { c <- "a" }()
	go func() { c <- "b" }()
	println(<-c)
})";

TEST(Session, ChoosingMakesAnotherRun) {
  Session session = run_of(kTwoSenders).session();
  session.run_to_end();
  EXPECT_EQ(session.world().error_output(), "b\n");
  for (session.seek(0); session.world().candidate_count() < 3;) session.step();
  // main has started both: let main.1 go.
  const std::vector<MetChoice> ahead = session.choices_ahead();
  ASSERT_EQ(ahead.size(), 1u);
  EXPECT_EQ(ahead[0].choice.count, 3u);
  EXPECT_EQ(ahead[0].pick, 0u);
  for (uint64_t i = 0; i < 3; ++i) {
    if (session.world().name_of(session.world().candidate(i)) == "main.1") {
      session.choose(ChoiceKind::Next, i);
      break;
    }
  }
  EXPECT_FALSE(session.length());
  session.run_to_end();
  EXPECT_EQ(session.world().error_output(), "a\n");
  // Its schedule replays it.
  Session again = run_of(kTwoSenders).with_schedule(to_string(session.schedule())).session();
  again.run_to_end();
  EXPECT_EQ(again.world().error_output(), "a\n");
}

// A terminal shows both outputs in the order of time, at every step of a run, whichever way one
// came.
TEST(Session, ATerminalShowsBothOutputsInTheOrderOfTime) {
  Session session = run_of(R"(
func main() {
	fmt.Println("a")
	println("b")
	print("")
	println("c")
	fmt.Println("d")
	println("e")
})")
                        .session();
  std::vector<std::string> shown;
  for (session.seek(0); !session.at_end(); session.step())
    shown.push_back(session.world().terminal_output());
  const std::string all = session.world().terminal_output();
  EXPECT_EQ(all, "a\nb\nc\nd\ne\n");
  EXPECT_EQ(session.world().terminal_output(3), "\ne\n");
  for (std::size_t step = shown.size(); step-- > 0;) {
    session.seek(step);
    EXPECT_EQ(session.world().terminal_output(), shown[step]) << step;
    session.run_to_end();
    EXPECT_EQ(session.world().terminal_output(), all) << step;
  }
}

TEST(Session, AForkPartsWithoutDisturbingTheOther) {
  Session session = run_of(kTwoSenders).session();
  session.run_to_end();
  const uint64_t print = session.world().fingerprint();
  session.seek(2);
  Session fork = session.fork();
  fork.choose(ChoiceKind::Next, 1);
  fork.run_to_end();
  session.run_to_end();
  EXPECT_EQ(session.world().fingerprint(), print);
}

TEST(Session, ItsScheduleIsTheRun) {
  for (uint64_t seed = 0; seed < 10; ++seed) {
    Session session = run_of(kBusy).with_policy(PolicyKind::Random, seed).session();
    session.run_to_end();
    const std::string text = to_string(session.schedule());
    Session again = run_of(kBusy).with_schedule(text).session();
    again.run_to_end();
    EXPECT_EQ(again.world().fingerprint(), session.world().fingerprint()) << text;
    EXPECT_FALSE(again.left_over());
  }
}

// A circle of `steps` steps, until a goroutine that sleeps ends it.
std::string circle_of(int steps) {
  return "func main() {\n\tend := false\n\tgo func() {\n\t\ttime.Sleep(time.Second)\n\t\tend = "
         "true\n\t}()\n\tfor !end {\n\t\tfor i := 1; i < " +
         std::to_string(steps) + "; i++ {\n\t\t\truntime.Gosched()\n\t\t}\n\t}\n}";
}

TEST(Session, TimePassesWhereAllGoRoundInACircle) {
  for (const PolicyKind kind : {PolicyKind::Go, PolicyKind::Random}) {
    const RunOf run = run_of(circle_of(2)).with_policy(kind);
    Session session = run.session();
    const std::vector<uint64_t> prints = fingerprints(session);
    EXPECT_EQ(session.world().outcome().kind, OutcomeKind::Exited);
    EXPECT_GT(prints.size(), kFirstMark);
    for (std::size_t i = prints.size() - 1; i > kFirstMark - 10; --i) {
      ASSERT_TRUE(session.back());
      ASSERT_EQ(session.world().fingerprint(), prints[i - 1]) << "back to " << i - 1;
    }
    Session again = run_of(circle_of(2)).with_schedule(to_string(session.schedule())).session();
    EXPECT_EQ(fingerprints(again), prints);
  }
}

// ---- limits

TEST(Session, TheLongestCircleThatIsFoundAndOneStepMore) {
  const auto end_of_circle = [](int steps) {
    return run_of(circle_of(steps)).with_max_steps(20'000).outcome().kind;
  };
  EXPECT_EQ(end_of_circle(static_cast<int>(kMarkLooks)), OutcomeKind::Exited);
  EXPECT_EQ(end_of_circle(static_cast<int>(kMarkLooks) + 1), OutcomeKind::StepLimit);
}

TEST(Session, TheStepLimitEndsTheRunAtTheLimit) {
  Session session = run_of("func main() { for {} }").with_max_steps(100).session();
  EXPECT_EQ(session.run_to_end(), 100u);
  EXPECT_EQ(session.world().outcome().kind, OutcomeKind::StepLimit);
  EXPECT_EQ(session.world().outcome().text,
            "step limit: 100 steps done, and the program has not ended (--max-steps)");
  session.seek(50);
  EXPECT_FALSE(session.at_end());
}

TEST(Session, AProgramThatJustFitsTheLimitEndsByItself) {
  Session probe = run_of(kTwoSenders).session();
  const uint64_t steps = probe.run_to_end();
  EXPECT_EQ(run_of(kTwoSenders).with_max_steps(steps).outcome().kind, OutcomeKind::Exited);
  EXPECT_EQ(run_of(kTwoSenders).with_max_steps(steps - 1).outcome().kind, OutcomeKind::StepLimit);
  EXPECT_EQ(run_of(kTwoSenders).with_max_steps(0).outcome().kind, OutcomeKind::StepLimit);
}

TEST(Session, AScheduleThatDoesNotFitEndsTheRunWhereItParts) {
  Session session = run_of(kTwoSenders).with_schedule("g1:0/2,0/9").session();
  const uint64_t end = session.run_to_end();
  EXPECT_EQ(session.world().outcome().kind, OutcomeKind::ScheduleMismatch);
  EXPECT_EQ(session.world().outcome().text,
            "the program changed: choice 2 offers 3 ways, the schedule says 9");
  // The run up to there can be walked.
  session.back();
  EXPECT_FALSE(session.at_end());
  EXPECT_EQ(session.position().step, end - 1);
  session.step();
  EXPECT_TRUE(session.at_end());
}

TEST(Session, TheMemoryLimitIsNamedAndTheRunCanBeWalked) {
  RunOf run = run_of(
      "func main() { var all [][]int; for { all = append(all, make([]int, 1000)); println() } }");
  SessionOptions options = run.options();
  options.world.max_memory_bytes = 1u << 20;
  Session session(run.program(), options);
  session.run_to_end();
  EXPECT_EQ(session.world().outcome().kind, OutcomeKind::MemoryLimit);
  const uint64_t print = session.world().fingerprint();
  session.seek(3);
  session.run_to_end();
  EXPECT_EQ(session.world().fingerprint(), print);
}

}  // namespace
}  // namespace gopark
