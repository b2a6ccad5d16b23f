#include "sim/sched/replay.h"

#include "sim/sched/schedulers.h"

namespace gopark {

namespace {

std::string ways(uint64_t count) {
  return std::to_string(count) + (count == 1 ? " way" : " ways");
}

}  // namespace

std::string to_string(const ScheduleMismatch& mismatch) {
  const std::string said = "the schedule says " + std::to_string(mismatch.said);
  if (mismatch.offered == 0) {
    return "the program changed: the run ended before choice " +
           std::to_string(mismatch.number + 1) + ", " + said + " ways there";
  }
  return "the program changed: choice " + std::to_string(mismatch.number + 1) + " offers " +
         ways(mismatch.offered) + ", " + said;
}

uint64_t ReplayScheduler::pick(const World&, const Choice& choice) {
  if (choice.number >= schedule_.size()) return pick_in_go_order(0, choice);
  const Pick pick = schedule_.at(choice.number);
  if (pick.count == choice.count) return pick.index;
  if (!mismatch_) mismatch_ = ScheduleMismatch{choice.number, choice.count, pick.count};
  return 0;
}

std::optional<ScheduleMismatch> ReplayScheduler::left_over(uint64_t choices) const {
  if (choices >= schedule_.size()) return std::nullopt;
  return ScheduleMismatch{choices, 0, schedule_.at(choices).count};
}

}  // namespace gopark
