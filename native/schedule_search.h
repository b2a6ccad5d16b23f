// ScheduleSearch: every schedule of one program, a little in every frame, so that no frame stalls.
//
// First the verdict under the quiescent clock, then under the async one, each with its count; after
// a bug the simplest schedule that shows it is looked for. It never draws and never reads a clock:
// the caller says how much to do.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "sim/explore/explorer.h"
#include "sim/explore/verdict_search.h"

namespace gopark {

// States of one search; more ends INCOMPLETE. The picture is for people: `gopark check` goes
// further.
inline constexpr uint64_t kAppSearchStates = 200'000;

struct ClockSearch {
  ClockMode clock = ClockMode::Quiescent;
  ExploreReport report;
};

class ScheduleSearch {
 public:
  explicit ScheduleSearch(std::shared_ptr<const Program> program,
                          uint64_t budget_states = kAppSearchStates);

  // Makes up to so many transitions more. True: it is over.
  bool advance(uint64_t transitions);
  bool is_over() const { return verdict_search_ == nullptr && simpler_ == nullptr; }
  // Ends here; what was found stands.
  void cancel();

  ProofVerdict verdict() const;
  // What stopped it, when INCOMPLETE: a sentence.
  std::string bound() const;
  uint64_t states() const;  // looked at so far, in all
  const std::vector<ClockSearch>& clocks() const { return clocks_; }
  // Those that are worth telling: without timers the first speaks for both.
  std::span<const ClockSearch> told() const;
  bool has_timers() const { return has_timers_; }  // otherwise both clocks are the same
  // Of the first clock with a bug; null: none was found.
  const Schedule* simplest_bug() const { return has_bug_ ? &simplest_ : nullptr; }

 private:
  void begin(ClockMode clock);
  void finish_clock();
  void finish_clocks();
  void begin_simpler();
  void finish_simpler();

  std::shared_ptr<const Program> program_;
  bool has_timers_;
  uint64_t budget_states_;  // of each search
  ClockMode clock_ = ClockMode::Quiescent;
  // One of them, while it is running: of clock_, or the search for a simpler schedule.
  std::unique_ptr<VerdictSearch> verdict_search_;
  std::unique_ptr<Explorer> simpler_;
  std::vector<ClockSearch> clocks_;
  bool has_bug_ = false;
  bool cancelled_ = false;
  Schedule simplest_;
  uint64_t preemptions_ = 0;  // of simplest_
  uint32_t bound_ = 0;        // preemptions allowed in the search for a simpler one
  uint64_t states_before_ = 0;
};

}  // namespace gopark
