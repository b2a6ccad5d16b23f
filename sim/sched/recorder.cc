#include "sim/sched/recorder.h"

#include "sim/sched/schedulers.h"

namespace gopark {

uint64_t Recorder::pick(const World& world, const Choice& choice) {
  const uint64_t index = inner_.pick(world, choice);
  if (overflowed_ || recorded_.full()) {
    overflowed_ = true;
    return index;
  }
  GOPARK_ASSERT(choice.number == recorded_.size(), "a recorder sees each choice once, in order");
  recorded_.append(Pick{index, choice.count});
  if (index != pick_in_go_order(0, choice)) needed_ = recorded_.size();
  return index;
}

Schedule Recorder::schedule() const {
  Schedule schedule = recorded_;
  schedule.truncate(needed_);
  return schedule;
}

}  // namespace gopark
