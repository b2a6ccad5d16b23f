#include "sim/session/session_scheduler.h"

#include <algorithm>

namespace gopark {

SessionScheduler::SessionScheduler(const Policy& policy, const std::optional<Schedule>& schedule)
    : policy_(policy), by_policy_(make_scheduler(policy)) {
  if (schedule) by_schedule_ = std::make_unique<ReplayScheduler>(*schedule);
}

SessionScheduler::SessionScheduler(const SessionScheduler& other)
    : Scheduler(other),
      policy_(other.policy_),
      by_policy_(make_scheduler(other.policy_)),
      answers_(other.answers_) {
  if (other.by_schedule_) {
    by_schedule_ = std::make_unique<ReplayScheduler>(other.by_schedule_->schedule());
  }
}

uint64_t SessionScheduler::pick(const World& world, const Choice& choice) {
  const auto answer = answers_.find({choice.kind == ChoiceKind::Next, choice.number});
  if (answer != answers_.end()) return std::min(answer->second, choice.count - 1);
  if (by_schedule_) return by_schedule_->pick(world, choice);
  return by_policy_->pick(world, choice);
}

std::optional<ScheduleMismatch> SessionScheduler::mismatch() const {
  return by_schedule_ ? by_schedule_->mismatch() : std::nullopt;
}

void SessionScheduler::forget_mismatch() {
  if (by_schedule_) by_schedule_->forget_mismatch();
}

std::optional<ScheduleMismatch> SessionScheduler::left_over(const World& world) const {
  return by_schedule_ ? by_schedule_->left_over(world) : std::nullopt;
}

void SessionScheduler::answer(ChoiceKind kind, uint64_t number, uint64_t index) {
  answers_[{kind == ChoiceKind::Next, number}] = index;
}

void SessionScheduler::forget_from(uint64_t next_number, uint64_t other_number) {
  std::erase_if(answers_, [&](const auto& entry) {
    const auto& [is_next, number] = entry.first;
    return number >= (is_next ? next_number : other_number);
  });
  if (!by_schedule_) return;
  Schedule kept = by_schedule_->schedule();
  kept.next.truncate(std::min(kept.next.size(), next_number));
  kept.others.truncate(std::min(kept.others.size(), other_number));
  by_schedule_ = std::make_unique<ReplayScheduler>(std::move(kept));
}

}  // namespace gopark
