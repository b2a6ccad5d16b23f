// SessionScheduler: how a session answers choices: by hand where somebody chose, else by the
// schedule if there is one, else by the policy. Pure, so that a replay is the same run.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "sim/sched/policy.h"
#include "sim/sched/replay.h"
#include "sim/sched/schedule.h"
#include "sim/vm/choice.h"

namespace gopark {

class SessionScheduler final : public Scheduler {
 public:
  SessionScheduler(const Policy& policy, const std::optional<Schedule>& schedule);
  SessionScheduler(const SessionScheduler& other);
  SessionScheduler(SessionScheduler&&) noexcept = default;
  SessionScheduler& operator=(SessionScheduler&&) noexcept = default;

  uint64_t pick(const World& world, const Choice& choice) override;

  // The schedule does not fit the program. Stays until it is forgotten.
  std::optional<ScheduleMismatch> mismatch() const;
  void forget_mismatch();
  // What the schedule says beyond the choices that the run in `world` met.
  std::optional<ScheduleMismatch> left_over(const World& world) const;

  // Answers choice `number` with `index`.
  void answer(ChoiceKind kind, uint64_t number, uint64_t index);
  // Forgets what the schedule and answers by hand say about choices from these numbers on.
  void forget_from(uint64_t next_number, uint64_t other_number);

 private:
  Policy policy_;
  std::unique_ptr<Scheduler> by_policy_;
  std::unique_ptr<ReplayScheduler> by_schedule_;           // null without a schedule
  std::map<std::pair<bool, uint64_t>, uint64_t> answers_;  // (is Next, number) -> index
};

}  // namespace gopark
