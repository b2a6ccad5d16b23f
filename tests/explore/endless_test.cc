// Programs that run for ever: who is blocked in all of their futures never wakes, who is woken now
// and then does.
#include <gtest/gtest.h>

#include "sim/explore/explorer.h"
#include "sim/lang/toolchain.h"
#include "tests/sanitized.h"

namespace gopark {
namespace {

std::string body(const std::string& globals, const std::string& main) {
  return "package main\n\nimport \"time\"\n\n" + globals + "\nfunc main() {\n" + main + "}\n";
}

std::string forever(const std::string& what) {
  return "for {\ntime.Sleep(time.Second)\n" + what + "}\n";
}

// "PROVED" or "BUG main.1 never_wakes"
std::string said_of(const std::string& text) {
  const lang::CompileResult compiled = lang::Toolchain().compile("endless.go", text);
  if (!compiled.ok()) return "does not compile:\n" + text;
  CheckOptions options;
  options.budget_states = 50'000;
  const ExploreReport report = check(compiled.program, options).result;
  std::string said(to_string(report.verdict));
  for (const Finding& finding : report.findings)
    said += " " + finding.name + " " + std::string(to_string(finding.kind));
  return said + (report.bound.empty() ? "" : ": " + report.bound);
}

TEST(Endless, BehindARegistryThatNobodyReads) {
  EXPECT_EQ(said_of(body("var registry = map[string]chan int{}\n",
                         "c := make(chan int)\nregistry[\"a\"] = c\ngo func() { c <- 1 }()\n" +
                             forever(""))),
            "BUG main.1 never_wakes");
}

TEST(Endless, WhoIsServedIsNotLost) {
  EXPECT_EQ(said_of(body(
                "", "c := make(chan int)\ngo func() { for range c {} }()\n" + forever("c <- 1\n"))),
            "PROVED");
}

TEST(Endless, OnlyTheOneThatIsNeverServed) {
  EXPECT_EQ(
      said_of(body("var a, b = make(chan int), make(chan int)\n",
                   "go func() { for { <-a } }()\ngo func() { <-b }()\n" + forever("a <- 1\n"))),
      "BUG main.2 never_wakes");
}

// Two do the same: each of them can be woken, so no state proves anything until one of them was.
TEST(Endless, OfTwoThatAreAlikeOneIsLeft) {
  const std::string said = said_of(body("var b = make(chan int)\n",
                                        "for i := 0; i < 2; i++ {\ngo func() { <-b }()\n}\n"
                                        "time.Sleep(1)\nb <- 1\n" +
                                            forever("")));
  EXPECT_EQ(said.find("BUG main."), 0u) << said;
  EXPECT_NE(said.find("never_wakes"), std::string::npos) << said;
  EXPECT_EQ(said.find("never_wakes"), said.rfind("never_wakes")) << said;
}

TEST(Endless, TwoThatShareTheServiceAreBothServed) {
  EXPECT_EQ(said_of(body("var b = make(chan int)\n",
                         "for i := 0; i < 2; i++ {\ngo func() { for { <-b } }()\n}\n" +
                             forever("b <- 1\n"))),
            "PROVED");
}

// Server style: main itself waits for ever, and that is no finding.
TEST(Endless, MainMayWaitForEverWhileOthersWork) {
  EXPECT_EQ(said_of(body("", "go func() {\n" + forever("") + "}()\nselect {}\n")), "PROVED");
}

TEST(Endless, WhatCannotBeSettledIsIncomplete) {
  if (kSanitized) GTEST_SKIP() << "half a minute, and nothing that other stories do not touch";
  const std::string said = said_of(
      body("var n int\nvar registry = make(chan int)\n",
           "go func() { if n == 1000000 { registry <- 1 }\n<-registry }()\n" + forever("n++\n")));
  EXPECT_NE(said.substr(0, 6), "PROVED") << said;
}

// The clock can always tick before main goes on, and each tick is a new state: a search that goes
// down that path would not come back.
TEST(Endless, TicksThatCountAreGivenUpSoon) {
  const lang::CompileResult compiled =
      lang::Toolchain().compile("ticks.go", body("var ticks int\n",
                                                 "stop := make(chan bool)\ngo func() {\nfor {\n"
                                                 "select {\ncase <-stop:\nreturn\n"
                                                 "case <-time.After(1):\nticks++\n}\n}\n}()\n"
                                                 "time.Sleep(1)\nclose(stop)\n"));
  ASSERT_TRUE(compiled.ok());
  CheckOptions options;
  options.clock = ClockMode::Async;
  options.engine = Engine::Search;
  const ExploreReport report = check(compiled.program, options).result;
  EXPECT_EQ(to_string(report.verdict), "INCOMPLETE");
  EXPECT_EQ(report.bound, "a goroutine that could move and was passed over 2000 times in a row");
  EXPECT_LT(report.progress.states, 100'000u);
}

// One that spins leads nowhere new: it is not missed.
TEST(Endless, WhoSpinsMayWait) {
  EXPECT_EQ(said_of("package main\n\nimport \"runtime\"\n\nfunc main() {\n"
                    "go func() { for { runtime.Gosched() } }()\n"
                    "for i := 0; i < 3000; i++ {\nruntime.Gosched()\n}\n}\n"),
            "PROVED");
}

TEST(Endless, ASignalComesInTheEnd) {
  const std::string text = R"(package main

import (
	"os"
	"os/signal"
)

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	defer signal.Stop(c)
	println((<-c).String())
}
)";
  EXPECT_EQ(said_of(text), "PROVED");
}

}  // namespace
}  // namespace gopark
