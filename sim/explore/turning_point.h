// The point of no return of a failing run, and the run that passes by the nearest: the same up to
// there, and clean.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "sim/sched/schedule.h"
#include "sim/vm/world.h"

namespace gopark {

struct TurningPoint {
  // After so many steps no continuation ends clean. 0: none ever did, every schedule fails.
  uint64_t step = 0;
  // Not for 0: it goes with the failing run for step - 1 steps, and then ends clean.
  std::optional<Schedule> passing;
};

// States that each of its searches may look at; more would keep people waiting.
inline constexpr uint64_t kTurningStates = 200'000;

// Searches all continuations at log2(steps) places of the run, at most `budget_states` at each.
// Nothing: a budget was too small, or a continuation runs for ever. REQUIRES: `failing` replays
// `steps` steps of the program and ends in a failure.
std::optional<TurningPoint> turning_point(const std::shared_ptr<const Program>& program,
                                          const WorldOptions& options, const Schedule& failing,
                                          uint64_t steps, uint64_t budget_states = kTurningStates);

}  // namespace gopark
