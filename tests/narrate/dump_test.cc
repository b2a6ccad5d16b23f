// Goroutine dumps and exit texts, word for word.
#include "sim/narrate/dump.h"

#include <gtest/gtest.h>

#include "tests/session/run_of.h"

namespace gopark {
namespace {

World end_of(const RunOf& run) {
  Session session = run.session();
  session.run_to_end();
  return session.world();
}

constexpr std::string_view kLeak = R"(package main

import "time"

func leak(n int) {
	c := make(chan int)
	go func() {
		c <- n
	}()
}

func main() {
	leak(1)
	time.Sleep(1)
}
)";

TEST(Dump, LeakedOnesAreMarked) {
  EXPECT_EQ(goroutine_dump(end_of(run_of(kLeak))),
            "goroutine 2 [chan send (leaked)]:\n"
            "main.leak.func1()\n"
            "\tmain.go:8\n"
            "created by main.leak in goroutine 1\n"
            "\tmain.go:7\n");
}

TEST(Dump, MarksCanBeLeftOut) {
  EXPECT_EQ(goroutine_dump(end_of(run_of(kLeak)), DumpScope::All, LeakMarks::Hidden).substr(0, 25),
            "goroutine 2 [chan send]:\n");
}

TEST(ExitText, NothingWhenMainReturned) {
  const World world = end_of(run_of(kLeak));
  EXPECT_EQ(exit_text(world), "");
  EXPECT_EQ(exit_code(world), 0);
}

TEST(ExitText, ADeadlockDumpsAll) {
  const World world = end_of(run_of("package main\n\nfunc main() {\n\tselect {}\n}\n"));
  EXPECT_EQ(exit_text(world),
            "fatal error: all goroutines are asleep - deadlock!\n\n"
            "goroutine 1 [select (no cases)]:\n"
            "main.main()\n"
            "\tmain.go:4\n");
  EXPECT_EQ(exit_code(world), 2);
}

TEST(ExitText, APanicDumpsOnlyTheOneThatPanicked) {
  const World world = end_of(run_of(R"(package main

import "time"

func fail(n int) {
	panic("no")
}

func main() {
	go fail(1)
	time.Sleep(1)
}
)"));
  EXPECT_EQ(exit_text(world),
            "panic: no\n\n"
            "goroutine 2 [running]:\n"
            "main.fail(...)\n"
            "\tmain.go:6\n"
            "created by main.main in goroutine 1\n"
            "\tmain.go:10\n");
}

TEST(ExitText, OsExitIsSilent) {
  const World world = end_of(run_of("func main() { os.Exit(7) }"));
  EXPECT_EQ(exit_text(world), "");
  EXPECT_EQ(exit_code(world), 7);
}

TEST(ExitText, ALimitIsOneLine) {
  const World world = end_of(run_of("func main() { for {} }").with_max_steps(10));
  EXPECT_EQ(exit_text(world),
            "step limit: 10 steps done, and the program has not ended (--max-steps)\n");
}

TEST(Dump, ADeepStackShowsBothEnds) {
  const std::string dump = exit_text(end_of(run_of(R"(
func down(n int) int {
	if n == 0 {
		panic("deep")
	}
	return down(n-1) + 1
}
func main() { down(500) })")));
  EXPECT_NE(dump.find("...additional frames elided...\n"), std::string::npos);
  EXPECT_NE(dump.find("main.main()\n"), std::string::npos);
  EXPECT_EQ(std::count(dump.begin(), dump.end(), '\t'), 100);
}

}  // namespace
}  // namespace gopark
