// ReplayScheduler repeats a schedule. Past the schedule's end it takes Go's own order.
//
// A choice that offers another number of ways than the schedule says is a mismatch: the program is
// not the one that was recorded. The scheduler then answers 0, remembers the first mismatch, and
// whoever runs the world ends the run (OutcomeKind::ScheduleMismatch).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "sim/sched/schedule.h"
#include "sim/vm/choice.h"

namespace gopark {

struct ScheduleMismatch {
  bool is_next = true;   // a choice of who moves; otherwise one of the others
  uint64_t number = 0;   // of the choice, from 0
  uint64_t offered = 0;  // ways that the program has there; 0: the run ended before this choice
  uint64_t said = 0;     // ways that the schedule says
};

// "the program changed: choice 17 offers 2 ways, the schedule says 3". People count choices from 1,
// and the choices other than who moves as "choice ;1".
std::string to_string(const ScheduleMismatch& mismatch);

class ReplayScheduler final : public Scheduler {
 public:
  explicit ReplayScheduler(Schedule schedule) : schedule_(std::move(schedule)) {}

  uint64_t pick(const World& world, const Choice& choice) override;

  const Schedule& schedule() const { return schedule_; }
  // The first mismatch since the start or since forget_mismatch().
  const std::optional<ScheduleMismatch>& mismatch() const { return mismatch_; }
  void forget_mismatch() { mismatch_.reset(); }
  // A mismatch when the run that ended in `world` met fewer choices than the schedule answers.
  std::optional<ScheduleMismatch> left_over(const World& world) const;

 private:
  Schedule schedule_;
  std::optional<ScheduleMismatch> mismatch_;
};

}  // namespace gopark
