#include "sim/explore/verdict_search.h"

#include <algorithm>
#include <utility>

namespace gopark {

VerdictSearch::VerdictSearch(std::shared_ptr<const Program> program, ExploreOptions options)
    : program_(std::move(program)), options_(std::move(options)) {
  begin_proof();
}

void VerdictSearch::begin_proof() {
  ExploreOptions reduced = options_;
  if (is_wide()) reduced.budget_states = std::min(reduced.budget_states, kWideStates);
  reduced.persistent_sets = Reduction::On;
  reduced.stop_at_bug = true;
  proof_ = std::make_unique<Explorer>(program_, reduced);
}

bool VerdictSearch::advance(uint64_t transitions) {
  if (is_wide() && proof_ != nullptr && proof_->progress().transitions > kWideTransitions)
    proof_->stop("too many ways");
  if (proof_ != nullptr && proof_->advance(transitions))
    end_proof();
  else if (counting_ != nullptr && counting_->advance(transitions))
    take_counts();
  return proof_ == nullptr && counting_ == nullptr;
}

void VerdictSearch::end_proof() {
  const ExploreReport& ended = proof_->report();
  states_before_ += ended.progress.states;
  if (!is_wide() || ended.verdict != ProofVerdict::Incomplete) report_ = ended;
  proof_.reset();
  if (!report_.random_cut || is_wide() || stopped_) return begin_counting();
  options_.random_ways = kMaxRandomWays;
  begin_proof();
}

// What the proof could not get through, a search that leaves nothing out need not begin.
void VerdictSearch::begin_counting() {
  if (report_.verdict == ProofVerdict::Incomplete || stopped_) return;
  ExploreOptions all = options_;
  all.stop_at_bug = false;
  all.budget_states =
      std::min(options_.budget_states, kCountStates + 4 * std::min(states_before_, kCountStates));
  counting_ = std::make_unique<Explorer>(program_, all);
}

void VerdictSearch::take_counts() {
  const ExploreReport& counted = counting_->report();
  states_before_ += counted.progress.states;
  if (counted.verdict == ProofVerdict::Bug) {
    report_ = counted;
    report_.bound.clear();
  } else if (counted.verdict == ProofVerdict::Proved && report_.verdict == counted.verdict) {
    report_.total = counted.total;
    report_.counts_exact = counted.counts_exact;
  }
  counting_.reset();
}

void VerdictSearch::stop(const std::string& bound) {
  stopped_ = true;
  if (proof_ != nullptr) proof_->stop(bound);
  if (counting_ != nullptr) counting_->stop(bound);
}

ExploreProgress VerdictSearch::progress() const {
  const Explorer* running = proof_ != nullptr ? proof_.get() : counting_.get();
  ExploreProgress progress = running != nullptr ? running->progress() : report_.progress;
  progress.states = states_before_ + (running != nullptr ? progress.states : 0);
  return progress;
}

}  // namespace gopark
