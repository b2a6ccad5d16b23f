#include "native/schedule_search.h"

#include <algorithm>

#include "sim/explore/replay_path.h"
#include "sim/vm/independence.h"

namespace gopark {

ScheduleSearch::ScheduleSearch(std::shared_ptr<const Program> program, uint64_t budget_states)
    : program_(std::move(program)),
      has_timers_(uses_timers(*program_)),
      budget_states_(budget_states) {
  begin(ClockMode::Quiescent);
}

void ScheduleSearch::begin(ClockMode clock) {
  clock_ = clock;
  ExploreOptions options;
  options.world.clock = clock;
  options.budget_states = budget_states_;
  verdict_search_ = std::make_unique<VerdictSearch>(program_, options);
}

bool ScheduleSearch::advance(uint64_t transitions) {
  if (verdict_search_ != nullptr && verdict_search_->advance(transitions))
    finish_clock();
  else if (simpler_ != nullptr && simpler_->advance(transitions))
    finish_simpler();
  return is_over();
}

void ScheduleSearch::finish_clock() {
  states_before_ += verdict_search_->progress().states;
  clocks_.push_back({clock_, verdict_search_->report()});
  verdict_search_.reset();
  if (cancelled_) return;
  if (clock_ == ClockMode::Async) return finish_clocks();
  if (has_timers_) return begin(ClockMode::Async);
  // Without timers there is only one clock.
  clocks_.push_back({ClockMode::Async, clocks_.back().report});
  finish_clocks();
}

void ScheduleSearch::finish_clocks() {
  const auto bug = std::find_if(clocks_.begin(), clocks_.end(), [](const ClockSearch& c) {
    return c.report.verdict == ProofVerdict::Bug;
  });
  if (bug == clocks_.end()) return;
  has_bug_ = true;
  simplest_ = bug->report.schedule;
  preemptions_ = bug->report.preemptions;
  // Go's own order is the simplest of all, if it shows the failure.
  WorldOptions world;
  world.clock = bug->clock;
  const PathRun own = run_path(program_, world, {}, are_races(bug->report.findings));
  if (own.findings.empty()) return begin_simpler();
  simplest_ = own.schedule;
}

// The fewest preemptions first: the first hit is the simplest.
void ScheduleSearch::begin_simpler() {
  if (bound_ >= preemptions_) return;
  ExploreOptions options;
  options.world.clock = simplest_.clock;
  options.budget_states = budget_states_ / 4;
  options.max_preemptions = bound_;
  simpler_ = std::make_unique<Explorer>(program_, options);
}

void ScheduleSearch::finish_simpler() {
  const ExploreReport& report = simpler_->report();
  states_before_ += report.progress.states;
  const bool found = report.verdict == ProofVerdict::Bug;
  if (found) simplest_ = report.schedule;
  simpler_.reset();
  ++bound_;
  if (!found && !cancelled_) begin_simpler();
}

void ScheduleSearch::cancel() {
  if (is_over()) return;
  cancelled_ = true;
  if (verdict_search_ != nullptr) verdict_search_->stop("cancelled");
  if (simpler_ != nullptr) simpler_->stop("cancelled");
  while (!advance(1)) {
  }
}

std::span<const ClockSearch> ScheduleSearch::told() const {
  return std::span(clocks_).first(has_timers_ ? clocks_.size()
                                              : std::min<std::size_t>(clocks_.size(), 1));
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
  if (verdict_search_ != nullptr) return states_before_ + verdict_search_->progress().states;
  return states_before_ + (simpler_ != nullptr ? simpler_->progress().states : 0);
}

}  // namespace gopark
