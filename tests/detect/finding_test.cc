// What is said about a run, at each kind of end.
#include "sim/detect/finding.h"

#include <gtest/gtest.h>

#include "tests/session/run_of.h"

namespace gopark {
namespace {

Verdict verdict(const RunOf& run) {
  return run.findings().verdict;
}

TEST(Verdict, CleanWhenEverybodyFinished) {
  EXPECT_EQ(verdict(run_of("func main() {}")), Verdict::Clean);
}

TEST(Verdict, LeakWhenSomebodyIsStuckAtTheEnd) {
  EXPECT_EQ(verdict(run_of("func main() { go func() { select {} }(); time.Sleep(1) }")),
            Verdict::Leak);
}

TEST(Verdict, CleanWhenTheOthersCouldStillRun) {
  const RunOf run = run_of("func main() { go func() { println() }() }");
  EXPECT_EQ(findings_text(run), "alive_at_exit main.1 [runnable]");
  EXPECT_EQ(verdict(run), Verdict::Clean);
}

TEST(Verdict, DeadlockCountsEverybodyWhoIsAsleep) {
  const RunOf run =
      run_of("func main() { c := make(chan int); go func() { c <- 1 }(); select {} }");
  EXPECT_EQ(verdict(run), Verdict::Deadlock);
  EXPECT_EQ(findings_text(run), "deadlock main [select (no cases)]; deadlock main.1 [chan send]");
}

TEST(Verdict, PanicNamesTheGoroutine) {
  const RunOf run = run_of(R"(
func main() {
	go func() { panic("no") }()
	time.Sleep(1)
})");
  EXPECT_EQ(verdict(run), Verdict::Panic);
  const RunFindings found = run.findings();
  ASSERT_EQ(found.findings.size(), 1u);
  EXPECT_EQ(found.findings[0].kind, FindingKind::Panic);
  EXPECT_EQ(found.findings[0].name, "main.1");
  EXPECT_EQ(source_place(*run.program(), found.findings[0].place).line, 5u);
}

TEST(Verdict, IncompleteAtALimitWhenNothingWasFound) {
  EXPECT_EQ(verdict(run_of("func main() { for {} }").with_max_steps(50)), Verdict::Incomplete);
}

TEST(Verdict, ALeakBeforeALimitIsALeak) {
  EXPECT_EQ(verdict(run_of(R"(
func main() {
	go func() { select {} }()
	for {
		time.Sleep(1)
	}
})")
                        .with_max_steps(50)),
            Verdict::Leak);
}

TEST(Finding, SaysFunctionLineAndWhereItWasStarted) {
  const RunOf run = run_of(R"(package main

import "time"

func leak() {
	c := make(chan int)
	go func() {
		c <- 1
	}()
}

func main() {
	leak()
	time.Sleep(1)
}
)");
  const RunFindings found = run.findings();
  ASSERT_EQ(found.findings.size(), 1u);
  const SourcePlace place = source_place(*run.program(), found.findings[0].place);
  EXPECT_EQ(place.function, "main.leak.func1");
  EXPECT_EQ(place.file, "main.go");
  EXPECT_EQ(place.line, 8u);
  EXPECT_EQ(source_place(*run.program(), found.findings[0].created).line, 7u);
}

TEST(Finding, AfterOsExitTheOthersAreStillThere) {
  EXPECT_EQ(findings_text(run_of(R"(
var c = make(chan int)

func main() {
	go func() { <-c }()
	time.Sleep(1)
	os.Exit(3)
})")),
            "alive_at_exit main.1 [chan receive]");
}

}  // namespace
}  // namespace gopark
