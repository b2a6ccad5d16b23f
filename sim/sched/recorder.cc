#include "sim/sched/recorder.h"

#include "sim/sched/schedulers.h"

namespace gopark {

uint64_t Recorder::pick(const World& world, const Choice& choice) {
  const uint64_t index = inner_.pick(world, choice);
  PickList& picks = recorded_.of(choice.kind);
  if (overflowed_ || picks.full()) {
    overflowed_ = true;
    return index;
  }
  GOPARK_ASSERT(choice.number == picks.size(), "a recorder sees each choice once, in order");
  picks.append(Pick{index, choice.count});
  if (index != pick_in_go_order(0, choice)) {
    (choice.kind == ChoiceKind::Next ? needed_next_ : needed_others_) = picks.size();
  }
  return index;
}

Schedule Recorder::schedule() const {
  Schedule schedule = recorded_;
  schedule.next.truncate(needed_next_);
  schedule.others.truncate(needed_others_);
  return schedule;
}

}  // namespace gopark
