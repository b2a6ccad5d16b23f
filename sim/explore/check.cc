#include <algorithm>

#include "sim/explore/explorer.h"
#include "sim/explore/replay_path.h"
#include "sim/explore/sample.h"
#include "sim/explore/untangle.h"
#include "sim/explore/verdict_search.h"
#include "sim/vm/independence.h"

namespace gopark {

namespace {

constexpr uint32_t kMostPreemptions = 4;

constexpr uint64_t kStretch = 2'000;  // transitions between two questions whether to go on

// `search`: an Explorer or a VerdictSearch.
template <typename Search>
ExploreReport finish(Search& search, const CheckOptions& options) {
  while (!search.advance(kStretch)) {
    if (!options.interrupted) continue;
    if (const auto why = options.interrupted(search.progress())) search.stop(*why);
  }
  return search.report();
}

ExploreOptions options_for(const CheckOptions& options, ClockMode clock) {
  ExploreOptions one;
  one.world = options.world;
  one.world.clock = clock;
  one.budget_states = options.budget_states;
  return one;
}

// `run`: a PathRun, or the report of another search.
template <typename Run>
void take(ExploreReport& report, const Run& run) {
  report.schedule = run.schedule;
  report.findings = run.findings;
  report.outcome = run.outcome;
  report.steps = run.steps;
  report.preemptions = run.preemptions;
}

// Turns that can be brought together are. What goes on for ever has no end to compare.
void untangle(const std::shared_ptr<const Program>& program, const ExploreOptions& options,
              bool races, ExploreReport& report) {
  if (report.path.empty() || report.outcome.kind == OutcomeKind::Running) return;
  const PathRun run = run_path(program, options.world,
                               untangled(program, options.world, report.path, races), races);
  if (!run.findings.empty() && run.preemptions <= report.preemptions) take(report, run);
}

// Searches all schedules without preemptions, with one, with two... The first that fails has the
// fewest, and that is known as long as each search before it came to its end.
class FewerPreemptions {
 public:
  FewerPreemptions(const std::shared_ptr<const Program>& program, const ExploreOptions& options,
                   const CheckOptions& how, bool races)
      : program_(program), options_(options), how_(how) {
    options_.stop_at_bug = true;
    options_.races = races;
  }

  // REQUIRES: the report's run fails.
  void look(ExploreReport& report) {
    for (uint32_t bound = 0; bound < report.preemptions && may_go_on(bound); ++bound) {
      const ExploreReport found = search(bound);
      if (found.verdict == ProofVerdict::Bug) {
        if (found.preemptions < report.preemptions) {
          report.path = found.path;
          take(report, found);
        }
        report.fewest_preemptions = all_searched_ && report.preemptions == bound;
        return;
      }
      all_searched_ = all_searched_ && found.exhausted;
    }
    // Of races the searches see some only where a preemption more was allowed.
    report.fewest_preemptions = report.preemptions == 0 ||
                                (all_searched_ && !options_.races && bounds_ == report.preemptions);
  }

 private:
  bool may_go_on(uint32_t bound) const { return all_searched_ || bound <= kMostPreemptions; }
  // Too large to be searched whole: a short look may still find one.
  uint64_t budget() const {
    return std::min(how_.budget_states,
                    all_searched_ ? std::max(left_, kSimpleSearchStates) : kSimpleSearchStates);
  }
  ExploreReport search(uint32_t bound) {
    options_.max_preemptions = bound;
    options_.budget_states = budget();
    Explorer explorer(program_, options_);
    ExploreReport report = finish(explorer, how_);
    left_ -= std::min(left_, report.progress.states);
    bounds_ = bound + 1;
    return report;
  }

  const std::shared_ptr<const Program>& program_;
  ExploreOptions options_;
  const CheckOptions& how_;
  bool all_searched_ = true;
  uint32_t bounds_ = 0;  // searched
  uint64_t left_ = kFewestPreemptionsStates;
};

// Go's own order is the simplest schedule of all; then the one with the fewest preemptions; of
// these one with few switches.
void simplify_failure(const std::shared_ptr<const Program>& program, const ExploreOptions& options,
                      const CheckOptions& how, bool races, ExploreReport& report) {
  const PathRun own = run_path(program, options.world, {}, races);
  if (!own.findings.empty()) {
    report.fewest_preemptions = true;
    return take(report, own);
  }
  untangle(program, options, races, report);
  const uint64_t untangled = report.preemptions;
  FewerPreemptions(program, options, how, races).look(report);
  if (report.preemptions < untangled) untangle(program, options, races, report);
}

void simplify(const std::shared_ptr<const Program>& program, const ExploreOptions& options,
              const CheckOptions& how, ExploreReport& report) {
  // A leak or a crash is more to see than a race: only when there is nothing else are races looked
  // for.
  const bool only_races = are_races(report.findings);
  const std::optional<Finding> race =
      is_race(report.findings.back()) ? std::optional(report.findings.back()) : std::nullopt;
  simplify_failure(program, options, how, only_races, report);
  if (race && !is_race(report.findings.back())) report.findings.push_back(*race);
}

ExploreReport explore(const std::shared_ptr<const Program>& program, const CheckOptions& options,
                      ClockMode clock) {
  const ExploreOptions all = options_for(options, clock);
  VerdictSearch search(program, all);
  ExploreReport report = finish(search, options);
  if (report.verdict == ProofVerdict::Bug) simplify(program, all, options, report);
  return report;
}

// What could not be searched is sampled: a failing run is a bug like any other.
void sample_into(const std::shared_ptr<const Program>& program, const CheckOptions& options,
                 ClockMode clock, ExploreReport& report) {
  SampleOptions how;
  how.world = options.world;
  how.world.clock = clock;
  how.runs = options.samples;
  how.interrupted = [&]() {
    return options.interrupted ? options.interrupted(report.progress) : std::nullopt;
  };
  const Sampled sampled = sample(program, how);
  if (!sampled.failing) {
    report.bound += (report.bound.empty() ? "" : "; then ") + std::string("no failure in ") +
                    std::to_string(sampled.runs) + " sampled runs";
    return;
  }
  report.verdict = ProofVerdict::Bug;
  report.counts_exact = false;
  report.bound.clear();
  take(report, *sampled.failing);
}

ExploreReport examine(const std::shared_ptr<const Program>& program, const CheckOptions& options,
                      ClockMode clock) {
  ExploreReport report;
  if (options.engine != Engine::Sample) report = explore(program, options, clock);
  if (options.engine != Engine::Search && report.verdict == ProofVerdict::Incomplete)
    sample_into(program, options, clock, report);
  return report;
}

}  // namespace

// A bug under the quiescent clock is the simpler one: it needs no computation to take time. PROVED
// needs both clocks, since real time is asynchronous.
CheckReport check(const std::shared_ptr<const Program>& program, const CheckOptions& options) {
  if (options.clock) return {examine(program, options, *options.clock), *options.clock, false};
  ExploreReport quiescent = examine(program, options, ClockMode::Quiescent);
  if (quiescent.verdict == ProofVerdict::Bug)
    return {std::move(quiescent), ClockMode::Quiescent, false};
  // Without timers there is only one clock.
  if (!uses_timers(*program)) return {std::move(quiescent), ClockMode::Quiescent, true};
  ExploreReport async = examine(program, options, ClockMode::Async);
  if (async.verdict == ProofVerdict::Bug) return {std::move(async), ClockMode::Async, true};
  if (quiescent.verdict == ProofVerdict::Incomplete)
    return {std::move(quiescent), ClockMode::Quiescent, true};
  if (async.verdict == ProofVerdict::Incomplete) return {std::move(async), ClockMode::Async, true};
  // The proof is of both searches, and under the async clock there is far more to search.
  quiescent.progress.states += async.progress.states;
  quiescent.progress.transitions += async.progress.transitions;
  return {std::move(quiescent), ClockMode::Quiescent, true};
}

}  // namespace gopark
