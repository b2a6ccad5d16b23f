// The dates of findings, against a search step by step.
#include "sim/session/findings.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "sim/detect/leaked.h"
#include "tests/session/run_of.h"

namespace gopark {
namespace {

// The first step after which the goroutine is leaked, by looking at every one.
uint64_t first_leaked(Session& session, GoroutineId id) {
  for (session.seek(0); session.step();) {
    const std::vector<GoroutineId> leaked = leaked_goroutines(session.world());
    if (std::binary_search(leaked.begin(), leaked.end(), id)) return session.position().step;
  }
  return 0;
}

constexpr std::string_view kDoomedLater = R"(
func main() {
	for i := 0; i < 3; i++ {
		c := make(chan int)
		go func() { c <- i }()
		time.Sleep(1)
		if i == 1 {
			<-c
		}
		time.Sleep(1)
	}
	a, b := make(chan int), make(chan int)
	go func() { <-a; b <- 1 }()
	go func() { <-b; a <- 1 }()
	time.Sleep(1)
	println()
	_, _ = a, b
})";

TEST(FindAll, DoomedAtTheFirstStepAfterWhichItIsLeaked) {
  for (uint64_t seed = 0; seed < 20; ++seed) {
    Session session = run_of(kDoomedLater).with_policy(PolicyKind::Random, seed).session();
    const RunFindings found = find_all(session);
    EXPECT_EQ(session.position().step, found.steps);
    ASSERT_GE(found.findings.size(), 3u);
    for (const Finding& finding : found.findings) {
      EXPECT_EQ(finding.doomed_at_step, first_leaked(session, finding.goroutine))
          << finding.name << ", seed " << seed;
      EXPECT_LE(finding.parked_at_step, finding.doomed_at_step);
      EXPECT_GT(finding.parked_at_step, 0u);
    }
  }
}

TEST(FindAll, DoomedMayComeAfterParked) {
  Session session = run_of(R"(
func main() {
	c := make(chan int)
	go func() { c <- 1 }()
	time.Sleep(1)
	println()
	if len(c) > 0 {
		<-c
	}
	time.Sleep(1)
})")
                        .session();
  const RunFindings found = find_all(session);
  ASSERT_EQ(found.findings.size(), 1u);
  EXPECT_LT(found.findings[0].parked_at_step, found.findings[0].doomed_at_step);
}

TEST(FindAll, AliveAtExitIsNeverDoomed) {
  const RunFindings found =
      run_of("var c = make(chan int)\nfunc main() { go func() { c <- 1 }(); time.Sleep(1) }")
          .findings();
  ASSERT_EQ(found.findings.size(), 1u);
  EXPECT_EQ(found.findings[0].doomed_at_step, 0u);
  EXPECT_GT(found.findings[0].parked_at_step, 0u);
}

TEST(MarkersOf, ByStepAndWithTheEnd) {
  Session session = run_of(kDoomedLater).session();
  const RunFindings found = find_all(session);
  const std::vector<Marker> markers = markers_of(found);
  EXPECT_EQ(markers.size(), 2 * found.findings.size() + 1);
  EXPECT_TRUE(std::is_sorted(markers.begin(), markers.end(),
                             [](const Marker& a, const Marker& b) { return a.step < b.step; }));
  EXPECT_EQ(markers.back().kind, MarkerKind::End);
  EXPECT_EQ(markers.back().step, found.steps);
}

}  // namespace
}  // namespace gopark
