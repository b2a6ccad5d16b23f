// Who is leaked by reachability, and who is not: each program is one rule of the fixed point.
#include "sim/detect/leaked.h"

#include <gtest/gtest.h>

#include "sim/lang/toolchain.h"
#include "sim/sched/policy.h"
#include "tests/session/run_of.h"

namespace gopark {
namespace {

TEST(Leaked, ASenderWhoseChannelNobodyElseHolds) {
  EXPECT_EQ(findings_text(run_of(R"(
func leak() {
	c := make(chan int)
	go func() { c <- 1 }()
}
func main() {
	leak()
	time.Sleep(1)
})")),
            "leaked main.1 [chan send]");
}

// What atomic.Add returns stands where its pointer stood: a number that must not be taken for a
// reference, be it to an object or to beyond the memory.
TEST(Leaked, ANumberThatANativeReturnsIsNoReference) {
  const lang::CompileResult compiled = lang::Toolchain().compile("numbers.go", R"(package main

import "sync/atomic"

func main() {
	var n atomic.Int64
	var done atomic.Bool
	go func() { make(chan int) <- 1 }()
	for i := 0; i < 2000; i++ {
		n.Add(1)
		done.CompareAndSwap(false, true)
	}
	n.Add(1 << 30)
})");
  ASSERT_TRUE(compiled.ok());
  World world(compiled.program, {});
  const auto scheduler = make_scheduler({PolicyKind::Random, 1});
  bool was_leaked = false;
  while (world.step(*scheduler)) {
    const bool is_leaked = !leaked_goroutines(world).empty();
    EXPECT_TRUE(is_leaked || !was_leaked) << "step " << world.steps();
    was_leaked = was_leaked || is_leaked;
  }
  EXPECT_TRUE(was_leaked);
}

TEST(Leaked, NotWhileMainHoldsTheChannelInALiveVariable) {
  EXPECT_EQ(findings_text(run_of(R"(
func main() {
	c := make(chan int)
	go func() { c <- 1 }()
	time.Sleep(1)
	for i := range c {
		println(i)
		return
	}
})")),
            "alive_at_exit main.1 [runnable]")
      << "received from, and main was faster than its end";
}

TEST(Leaked, ADeadLocalHoldsNothing) {
  EXPECT_EQ(findings_text(run_of(R"(
func main() {
	c := make(chan int)
	go func() { c <- 1 }()
	time.Sleep(1)
})")),
            "leaked main.1 [chan send]");
}

TEST(Leaked, NotWhatAGlobalHolds) {
  EXPECT_EQ(findings_text(run_of(R"(
var c = make(chan int)

func main() {
	go func() { c <- 1 }()
	time.Sleep(1)
})")),
            "alive_at_exit main.1 [chan send]");
}

TEST(Leaked, NilChannelsAndSelectWithoutCasesWakeNobody) {
  EXPECT_EQ(findings_text(run_of(R"(
func main() {
	var c chan int
	go func() { c <- 1 }()
	go func() { <-c }()
	go func() { select {} }()
	go func() {
		select {
		case <-c:
		case c <- 1:
		}
	}()
	time.Sleep(1)
})")),
            "leaked main.1 [chan send (nil chan)]; leaked main.2 [chan receive (nil chan)]; "
            "leaked main.3 [select (no cases)]; leaked main.4 [select]");
}

TEST(Leaked, ASelectIsKeptByAnyOfItsChannels) {
  EXPECT_EQ(findings_text(run_of(R"(
var held = make(chan int)

func main() {
	c := make(chan int)
	go func() {
		select {
		case <-c:
		case <-held:
		}
	}()
	time.Sleep(1)
})")),
            "alive_at_exit main.1 [select]");
}

TEST(Leaked, MutexWaitGroupAndCond) {
  EXPECT_EQ(findings_text(run_of(R"(
func leak() {
	var mu sync.Mutex
	var rw sync.RWMutex
	var wg sync.WaitGroup
	cond := sync.NewCond(&sync.Mutex{})
	mu.Lock()
	rw.Lock()
	wg.Add(1)
	go func() { mu.Lock() }()
	go func() { rw.RLock() }()
	go func() { wg.Wait() }()
	go func() {
		cond.L.Lock()
		cond.Wait()
	}()
}
func main() {
	leak()
	time.Sleep(1)
})")),
            "leaked main.1 [sync.Mutex.Lock]; leaked main.2 [sync.RWMutex.RLock]; "
            "leaked main.3 [sync.WaitGroup.Wait]; leaked main.4 [sync.Cond.Wait]");
}

TEST(Leaked, TwoThatWaitForEachOther) {
  EXPECT_EQ(findings_text(run_of(R"(
func leak() {
	a, b := make(chan int), make(chan int)
	go func() { <-a; b <- 1 }()
	go func() { <-b; a <- 1 }()
}
func main() {
	leak()
	time.Sleep(1)
})")),
            "leaked main.1 [chan receive]; leaked main.2 [chan receive]");
}

TEST(Leaked, ASleeperIsARoot) {
  EXPECT_EQ(findings_text(run_of(R"(
func main() {
	c := make(chan int)
	go func() { c <- 1 }()
	go func() {
		time.Sleep(time.Hour)
		<-c
	}()
	time.Sleep(1)
})")),
            "alive_at_exit main.1 [chan send]; alive_at_exit main.2 [sleep]");
}

TEST(Leaked, APendingTimerIsARoot) {
  EXPECT_EQ(findings_text(run_of(R"(
func main() {
	c := make(chan int)
	go func() { <-c }()
	time.AfterFunc(time.Hour, func() { close(c) })
	time.Sleep(1)
})")),
            "alive_at_exit main.1 [chan receive]");
}

TEST(Leaked, AStoppedTimerIsNot) {
  EXPECT_EQ(findings_text(run_of(R"(
func start() {
	c := make(chan int)
	go func() { <-c }()
	time.AfterFunc(time.Hour, func() { close(c) }).Stop()
}
func main() {
	start()
	time.Sleep(1)
})")),
            "leaked main.1 [chan receive]");
}

TEST(Leaked, ADeferredCallHoldsItsChannel) {
  const RunOf run = run_of(R"(
func main() {
	c := make(chan int)
	go func() { <-c }()
	defer close(c)
	time.Sleep(1)
	time.Sleep(1)
})");
  Session session = run.session();
  while (session.step()) EXPECT_TRUE(leaked_goroutines(session.world()).empty());
}

TEST(Leaked, OnceLeakedAlwaysLeaked) {
  for (uint64_t seed = 0; seed < 20; ++seed) {
    const RunOf run = run_of(R"(
func work(c chan int, n int) {
	done := make(chan int)
	go func() { done <- n }()
	if n%2 == 0 {
		c <- <-done
	}
}
func main() {
	c := make(chan int, 1)
	for i := 0; i < 6; i++ {
		go work(c, i)
	}
	<-c
	time.Sleep(5)
})")
                          .with_policy(PolicyKind::Random, seed);
    Session session = run.session();
    std::vector<GoroutineId> before;
    while (session.step()) {
      const std::vector<GoroutineId> now = leaked_goroutines(session.world());
      EXPECT_TRUE(std::includes(now.begin(), now.end(), before.begin(), before.end()))
          << "seed " << seed << ", step " << session.position().step;
      before = now;
    }
    EXPECT_FALSE(before.empty());
  }
}

}  // namespace
}  // namespace gopark
