// Recorder asks another scheduler and writes down what it answered: the way from a run to its
// schedule. It is for one run, from its first choice on and forward only.
#pragma once

#include <cstdint>

#include "sim/sched/schedule.h"
#include "sim/vm/choice.h"

namespace gopark {

class Recorder final : public Scheduler {
 public:
  // `inner` must outlive the recorder.
  Recorder(Scheduler& inner, ClockMode clock) : inner_(inner) { recorded_.clock = clock; }

  // REQUIRES: the choices of each list come in order, from number 0 on.
  uint64_t pick(const World& world, const Choice& choice) override;

  // The picks so far, without those at the end that Go's own order makes anyway: a run in Go's own
  // order gives the empty schedule.
  Schedule schedule() const;
  // The run has more picks than a Schedule can hold; schedule() is then only its beginning.
  bool overflowed() const { return overflowed_; }

 private:
  Scheduler& inner_;
  Schedule recorded_;
  // Picks up to the last one that differs from Go's own order, of each list.
  uint64_t needed_next_ = 0, needed_others_ = 0;
  bool overflowed_ = false;
};

}  // namespace gopark
