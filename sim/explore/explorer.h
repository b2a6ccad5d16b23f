// Explorer: runs every schedule of a program and says one of three things, and is never wrong about
// it: PROVED clean, BUG with a schedule that shows it, or INCOMPLETE with the bound that stopped
// it.
//
// A stateful depth-first search over visible operations, on one World and its journal. States are
// told apart by vm/canonical.h. Reductions, each switchable so that tests can compare with the
// plain search:
//   fusion           a goroutine runs its invisible instructions at once, up to its next visible
//                    operation
//   local steps      an operation that commutes with all others (go, print, the end of a goroutine)
//                    is taken alone, unless that leads to a state that is already known, where the
//                    search branches fully
//   persistent sets  what touches the same is tried in every order, the rest is left for later
//                    (vm/independence.h); where the path runs in a circle the search branches fully
//   unread clock     the clock's value is forgotten where nobody will read it
// Every access to a variable that two goroutines can reach is a visible operation, but for those of
// append, copy, map loops and the std packages. A data race among any of them is a finding of its
// own: what a program with one does is not defined, so it is never PROVED.
//
// advance() works for a while and returns, so that a frame never stalls and a search can be
// cancelled.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/detect/finding.h"
#include "sim/explore/replay_path.h"
#include "sim/sched/schedule.h"
#include "sim/vm/world.h"

namespace gopark {

class ClockReaders;

enum class ProofVerdict : uint8_t { Proved, Bug, Incomplete };
std::string_view to_string(ProofVerdict verdict);  // "PROVED", "BUG", "INCOMPLETE"

enum class Reduction : uint8_t { Off, On };

// Ways of a choice of math/rand that are tried: the first so many, and where there are more the
// verdict cannot be PROVED. Many would hide a failure behind their number: few are tried first.
inline constexpr uint64_t kFewRandomWays = 16;
inline constexpr uint64_t kMaxRandomWays = 1024;

struct ExploreOptions {
  WorldOptions world;  // its clock is the one that is explored
  uint64_t budget_states = 2'000'000;
  uint64_t max_depth = 100'000;  // steps of one schedule
  Reduction local_steps = Reduction::On;
  // Only a persistent set of each state's goroutines is tried (vm/independence.h). Says the same,
  // but not how many schedules there are: counts are not exact. Includes local steps.
  Reduction persistent_sets = Reduction::Off;
  // The clock is part of a state only where it may still be read (vm/clock_readers.h); off:
  // wherever the program can read it.
  Reduction unread_clock = Reduction::On;
  uint64_t random_ways = kFewRandomWays;
  // With persistent sets: once so many states are kept, those from which one goroutine alone is
  // tried are not. In a small search that costs more than it gives.
  uint64_t keep_all_up_to = 1'000;
  Reduction merging = Reduction::On;  // off: every path apart, for tests on tiny programs
  // Stop at the first bug, or go on and count all schedules. The counts are of schedules up to the
  // reductions.
  bool stop_at_bug = true;
  bool races = true;  // look for data races
  // Called with the findings of each failing end that is met, for tests.
  std::function<void(const std::vector<Finding>&)> on_failure;
  // At most so many switches away from a goroutine that could have gone on. Can never be PROVED,
  // but exhausted: then no schedule with so few of them fails. Without persistent sets, which do
  // not respect the bound; local steps do: a preemption before one could as well come after it.
  std::optional<uint32_t> max_preemptions;
};

struct ExploreProgress {
  uint64_t states = 0;
  uint64_t transitions = 0;
  uint64_t depth = 0;
  uint64_t bytes = 0;  // that are kept for the states
};

struct ExploreReport {
  ProofVerdict verdict = ProofVerdict::Incomplete;
  std::string bound;        // Incomplete: what stopped it, a sentence
  bool random_cut = false;  // Incomplete for nothing else than that random choices were cut
  // Bug: the run that shows it.
  std::vector<PathMove> path;  // the search's own, up to the failure
  Schedule schedule;
  std::vector<Finding> findings;
  Outcome outcome;
  uint64_t steps = 0;
  uint64_t preemptions = 0;  // switches away from a goroutine that could have gone on
  // No failing schedule under this clock has fewer: all of those were searched. Said by check().
  bool fewest_preemptions = false;
  bool exhausted = false;  // every schedule within max_preemptions was searched, and none fails
  // Maximal schedules (up to the reductions) that end with a failure, and all. Saturating; exact is
  // false when the search met a cycle or stopped early.
  double failing = 0, total = 0;
  bool counts_exact = false;
  ExploreProgress progress;
};

// A way from `start` on to an end without a failure. Not known: a bound of the search was met, or
// some continuation runs for ever.
struct CleanEnd {
  bool known = false;
  std::optional<std::vector<PathMove>> path;  // nullopt: there is none
};
CleanEnd find_clean_end(const World& start, const ExploreOptions& options);

class Explorer {
 public:
  explicit Explorer(std::shared_ptr<const Program> program, ExploreOptions options = {});
  ~Explorer();

  // Makes up to `transitions` more. True: the search is over and report() stands.
  bool advance(uint64_t transitions);
  // Ends the search here: what was found stands, else the verdict is Incomplete with this bound.
  void stop(const std::string& bound);
  ExploreProgress progress() const;
  // REQUIRES: advance() has answered true.
  const ExploreReport& report() const;

 private:
  friend CleanEnd find_clean_end(const World& start, const ExploreOptions& options);
  static CleanEnd clean_end(const World& start, const ExploreOptions& options);

  class Search;
  std::shared_ptr<const Program> program_;
  ExploreOptions options_;
  std::unique_ptr<ClockReaders> readers_;  // whom this search and those before it have seen
  std::unique_ptr<Search> search_;
};

// Every schedule under both clocks, the quiescent one first. A bug comes with Go's own order if
// that shows it, else with the fewest preemptions: all schedules with none are searched, then those
// with one... until one fails. Where that takes more than kFewestPreemptionsStates, the schedule
// that was found is untangled, and one of fewer preemptions taken if kSimpleSearchStates are enough
// to find it. What `gopark check` does.
inline constexpr uint64_t kFewestPreemptionsStates = 25'000;
inline constexpr uint64_t kSimpleSearchStates = 5'000;
enum class Engine : uint8_t {
  All,     // the search; when that is too much, sampling
  Search,  // only the search
  Sample,  // only sampling, which never says PROVED
};
struct CheckOptions {
  Engine engine = Engine::All;
  uint64_t samples = 400;          // runs under each clock
  std::optional<ClockMode> clock;  // only this one
  uint64_t budget_states = 2'000'000;
  WorldOptions world;
  // Asked now and then; a text (what stopped it: "interrupted") ends the search there.
  std::function<std::optional<std::string>(const ExploreProgress&)> interrupted;
};
struct CheckReport {
  ExploreReport result;  // the progress of a proof is that of the searches under both clocks
  ClockMode clock = ClockMode::Quiescent;  // that the bug needs; of a proof: the quiescent one, and
                                           // the async one as well
  bool both_clocks = false;                // both were searched
};
CheckReport check(const std::shared_ptr<const Program>& program, const CheckOptions& options);

}  // namespace gopark
