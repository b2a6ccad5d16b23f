// Leaky and fixed on one leash.
#include "sim/session/twins.h"

#include <gtest/gtest.h>

#include "tests/session/run_of.h"

namespace gopark {
namespace {

std::string program_with_capacity(const std::string& capacity) {
  return R"(
func example() {
	c := make(chan int)" +
         capacity + R"()
	for i := 0; i < 3; i++ {
		go func() { c <- i }()
	}
	println(<-c)
}
func main() {
	example()
	time.Sleep(1)
})";
}

Twins twins_of(const std::string& leaky, const std::string& fixed, SessionOptions options = {}) {
  return Twins(program_of(leaky), program_of(fixed), options);
}

TEST(Twins, EqualProgramsNeverPart) {
  const std::string program = program_with_capacity("");
  EXPECT_FALSE(twins_of(program, program).parting());
}

TEST(Twins, TheyPartWherePrintlnWritesSomethingElse) {
  Twins twins =
      twins_of("func main() { println(1); println(2) }", "func main() { println(1); println(3) }");
  EXPECT_EQ(twins.parting(), 2u);
}

TEST(Twins, TheyPartWhereTheFirstSenderParksAndTheOtherDoesNot) {
  Twins twins = twins_of(program_with_capacity(""), program_with_capacity(", 3"));
  ASSERT_TRUE(twins.parting());
  const auto did = [&](Session& session) {
    session.seek(*twins.parting());
    bool parked = false;
    for (const Event& event : session.events()) {
      parked = parked || std::holds_alternative<Parked>(event.data);
    }
    return session.world().name_of(session.events().front().goroutine) +
           (parked ? " parked" : " sent");
  };
  EXPECT_EQ(did(twins.leaky()), "main.1 parked");
  EXPECT_EQ(did(twins.fixed()), "main.1 sent");
}

TEST(Twins, UnderAScheduleTheFixedOneFollowsByRole) {
  for (uint64_t seed = 0; seed < 20; ++seed) {
    SessionOptions options;
    options.policy = Policy{PolicyKind::Random, seed};
    Twins twins = twins_of(program_with_capacity(""), program_with_capacity(", 3"), options);
    twins.leaky().run_to_end();
    twins.fixed().run_to_end();
    EXPECT_EQ(twins.fixed().world().outcome().kind, OutcomeKind::Exited);
    // The same goroutine wins in both.
    EXPECT_EQ(twins.leaky().world().error_output(), twins.fixed().world().error_output())
        << "seed " << seed;
  }
}

TEST(Twins, WhatComesBeforeThePartingIsTheSame) {
  SessionOptions options;
  options.policy = Policy{PolicyKind::Random, 5};
  Twins twins = twins_of(program_with_capacity(""), program_with_capacity(", 3"), options);
  ASSERT_TRUE(twins.parting());
  for (uint64_t step = 1; step < *twins.parting(); ++step) {
    twins.leaky().seek(step);
    twins.fixed().seek(step);
    EXPECT_EQ(twins.leaky().events().size(), twins.fixed().events().size()) << step;
  }
}

}  // namespace
}  // namespace gopark
