// From the search's path to a run that everyone can repeat: the same movers, on a fresh World, step
// by step.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "sim/detect/finding.h"
#include "sim/sched/schedule.h"
#include "sim/vm/world.h"

namespace gopark {

// Who moved (kNoGoroutine: the clock), and the answers to the choices inside the step.
struct PathMove {
  GoroutineId mover{};
  std::vector<uint64_t> answers;
};

// The first `steps` steps of a run before its path begins: those of a schedule.
struct Prefix {
  const Schedule* schedule = nullptr;
  uint64_t steps = 0;
};

struct PathRun {
  Schedule schedule;
  Outcome outcome;
  std::vector<Finding> findings;
  uint64_t steps = 0;
  uint64_t preemptions = 0;
};

// `tail`: steps after the path at most, in Go's own order. With `races` a data race in the run is
// the last of the findings. Follows the path, then Go's own order to the end of the run (at most
// kMaxTail steps more).
inline constexpr uint64_t kMaxTail = 100'000;
PathRun run_path(const std::shared_ptr<const Program>& program, const WorldOptions& options,
                 const std::vector<PathMove>& path, bool races, uint64_t tail = kMaxTail,
                 Prefix prefix = {});

}  // namespace gopark
