#include "sim/explore/turning_point.h"

#include "sim/explore/explorer.h"
#include "sim/explore/replay_path.h"
#include "sim/sched/replay.h"

namespace gopark {

namespace {

World world_after(const std::shared_ptr<const Program>& program, const WorldOptions& options,
                  const Schedule& schedule, uint64_t steps) {
  World world(program, options);
  ReplayScheduler scheduler(schedule);
  while (world.steps() < steps && world.step(scheduler)) {
  }
  return world;
}

}  // namespace

std::optional<TurningPoint> turning_point(const std::shared_ptr<const Program>& program,
                                          const WorldOptions& options, const Schedule& failing,
                                          uint64_t steps, uint64_t budget_states) {
  ExploreOptions how;
  how.world = options;
  how.budget_states = budget_states;
  // Once there is no way out there is none later, so bisect: out of `good` steps there is one, out
  // of `bad` there is none.
  uint64_t good = 0, bad = steps;
  std::optional<std::vector<PathMove>> way_out;
  for (uint64_t at = 0; at < bad; at = good + (bad - good) / 2) {
    const CleanEnd found = find_clean_end(world_after(program, options, failing, at), how);
    if (!found.known) return std::nullopt;
    if (found.path) {
      good = at;
      way_out = found.path;
    } else {
      bad = at;
    }
    if (bad - good <= 1) break;
  }
  TurningPoint point;
  point.step = bad;
  if (bad == 0) return point;
  if (!way_out) return std::nullopt;
  const PathRun run = run_path(program, options, *way_out, false, kMaxTail, {&failing, good});
  if (run.outcome.kind != OutcomeKind::Exited || !run.findings.empty()) return std::nullopt;
  point.passing = run.schedule;
  return point;
}

}  // namespace gopark
