#include "sim/session/races.h"

#include "sim/detect/race_watch.h"
#include "sim/sched/replay.h"

namespace gopark {

std::optional<Finding> race_in(const Session& session) {
  World world(session.shared_program(), session.world().options());
  ReplayScheduler scheduler(session.schedule());
  RaceWatch watch(world);
  const uint64_t steps = session.world().steps();
  world.set_recording(true);  // as in Session::schedule()
  while (world.steps() < steps && watch.step(scheduler) && !watch.race())
    world.forget_before(world.mark());
  return watch.race();
}

}  // namespace gopark
