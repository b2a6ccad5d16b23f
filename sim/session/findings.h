// The findings of a whole run: what detect/ says about its end, with the steps at which it came to
// that.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/detect/finding.h"
#include "sim/session/session.h"

namespace gopark {

struct RunFindings {
  Outcome outcome;
  Verdict verdict = Verdict::Clean;
  uint64_t steps = 0;             // length of the run
  std::vector<Finding> findings;  // by goroutine id
};

// Dating costs a search through the run for each finding, and each probe looks at the whole heap.
// So at most so many are dated, and fewer the more the run holds at its end: kDatingBytes / live
// bytes. The others keep doomed_at_step 0.
inline constexpr uint64_t kMaxDated = 1000;
inline constexpr uint64_t kDatingBytes = 100u << 20;
uint64_t dated_findings(const World& end);

// Walks the session to its end, and leaves it there.
//
// parked_at_step and doomed_at_step are dated here. The latter by bisection: once leaked, a
// goroutine stays leaked, so the first such step lies between its park and the end. For a deadlock
// it is the step at which nobody was left who could ever wake the goroutine, which may be long
// before all were asleep.
RunFindings find_all(Session& session);

// A place on the seek bar.
enum class MarkerKind : uint8_t { Parked, Doomed, End };
struct Marker {
  uint64_t step = 0;
  MarkerKind kind = MarkerKind::End;
  GoroutineId goroutine{};
};
// By step: where each goroutine of the findings parked for the last time, where it was doomed, and
// the end.
std::vector<Marker> markers_of(const RunFindings& run);

}  // namespace gopark
