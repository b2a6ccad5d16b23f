#include "native/schedule_search.h"

#include <algorithm>

namespace gopark {

ScheduleSearch::ScheduleSearch(std::shared_ptr<const Program> program, uint64_t budget_states)
    : program_(std::move(program)), budget_states_(budget_states) {
  begin(Phase::Quiescent);
}

void ScheduleSearch::begin(Phase phase) {
  phase_ = phase;
  if (phase == Phase::Over) return explorer_.reset();
  ExploreOptions options;
  options.world.clock = phase == Phase::Async ? ClockMode::Async : ClockMode::Quiescent;
  options.budget_states = budget_states_;
  options.stop_at_bug = phase == Phase::Simplest;
  if (phase == Phase::Simplest) {
    options.world.clock = simplest_.clock;
    options.max_preemptions = bound_;
    options.budget_states = budget_states_ / 4;
  }
  explorer_ = std::make_unique<Explorer>(program_, options);
}

bool ScheduleSearch::advance(uint64_t transitions) {
  if (!is_over() && explorer_->advance(transitions)) finish_phase();
  return is_over();
}

// The fewest preemptions first: the first hit is the simplest.
void ScheduleSearch::begin_simpler() {
  if (has_bug_ && bound_ < preemptions_)
    begin(Phase::Simplest);
  else
    begin(Phase::Over);
}

void ScheduleSearch::finish_phase() {
  const ExploreReport& report = explorer_->report();
  states_before_ += report.progress.states;
  if (phase_ == Phase::Simplest) {
    if (report.verdict == ProofVerdict::Bug) {
      simplest_ = report.schedule;
      return begin(Phase::Over);
    }
    ++bound_;
    return begin_simpler();
  }
  const ClockMode clock = phase_ == Phase::Async ? ClockMode::Async : ClockMode::Quiescent;
  clocks_.push_back({clock, report});
  if (report.verdict == ProofVerdict::Bug && !has_bug_) {
    has_bug_ = true;
    simplest_ = report.schedule;
    preemptions_ = report.preemptions;
  }
  if (phase_ == Phase::Quiescent)
    begin(Phase::Async);
  else
    begin_simpler();
}

void ScheduleSearch::cancel() {
  if (is_over()) return;
  cancelled_ = true;
  explorer_->stop("cancelled");
  while (!explorer_->advance(1)) {
  }
  if (phase_ != Phase::Simplest) {
    const ClockMode clock = phase_ == Phase::Async ? ClockMode::Async : ClockMode::Quiescent;
    clocks_.push_back({clock, explorer_->report()});
  }
  begin(Phase::Over);
}

ProofVerdict ScheduleSearch::verdict() const {
  if (has_bug_) return ProofVerdict::Bug;
  const bool whole =
      clocks_.size() == 2 && std::all_of(clocks_.begin(), clocks_.end(), [](const ClockSearch& c) {
        return c.report.verdict == ProofVerdict::Proved;
      });
  const bool bug = std::any_of(clocks_.begin(), clocks_.end(), [](const ClockSearch& c) {
    return c.report.verdict == ProofVerdict::Bug;
  });
  return bug ? ProofVerdict::Bug : whole ? ProofVerdict::Proved : ProofVerdict::Incomplete;
}

std::string ScheduleSearch::bound() const {
  for (const ClockSearch& search : clocks_)
    if (!search.report.bound.empty()) return search.report.bound;
  return cancelled_ ? "cancelled" : "";
}

uint64_t ScheduleSearch::states() const {
  return states_before_ + (explorer_ ? explorer_->progress().states : 0);
}

}  // namespace gopark
