#include "sim/sched/replay.h"

#include "sim/sched/schedulers.h"
#include "sim/vm/inspect.h"

namespace gopark {

namespace {

std::string ways(uint64_t count) {
  return std::to_string(count) + (count == 1 ? " way" : " ways");
}

// As in the text form, where the others stand after the ';'.
std::string name_of(const ScheduleMismatch& mismatch) {
  return (mismatch.is_next ? "choice " : "choice ;") + std::to_string(mismatch.number + 1);
}

std::optional<ScheduleMismatch> left_over(const PickList& picks, uint64_t met, bool is_next) {
  if (met >= picks.size()) return std::nullopt;
  return ScheduleMismatch{is_next, met, 0, picks.at(met).count};
}

}  // namespace

std::string to_string(const ScheduleMismatch& mismatch) {
  const std::string said = "the schedule says " + std::to_string(mismatch.said);
  if (mismatch.offered == 0) {
    return "the program changed: the run ended before " + name_of(mismatch) + ", where " + said +
           " ways";
  }
  return "the program changed: " + name_of(mismatch) + " offers " + ways(mismatch.offered) + ", " +
         said;
}

uint64_t ReplayScheduler::pick(const World&, const Choice& choice) {
  const PickList& picks = schedule_.of(choice.kind);
  if (choice.number >= picks.size()) return pick_in_go_order(0, choice);
  const Pick pick = picks.at(choice.number);
  if (pick.count == choice.count) return pick.index;
  if (!mismatch_) {
    const bool is_next = choice.kind == ChoiceKind::Next;
    mismatch_ = ScheduleMismatch{is_next, choice.number, choice.count, pick.count};
  }
  return 0;
}

std::optional<ScheduleMismatch> ReplayScheduler::left_over(const World& world) const {
  if (const auto left = gopark::left_over(schedule_.next, next_choices(world), true)) return left;
  return gopark::left_over(schedule_.others, other_choices(world), false);
}

}  // namespace gopark
