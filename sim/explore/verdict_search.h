// VerdictSearch: the verdict under one clock, and how many schedules there are.
//
// First a search with all reductions, up to the first failure; where nothing is missing but ways of
// random choices, a short one with many of them: with two or three such choices it comes to no end.
// Then all schedules, as far as that is worth it: this search leaves nothing out and has the last
// word. Incremental, as Explorer is.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "sim/explore/explorer.h"

namespace gopark {

// To count all schedules after the verdict, and 4 more for each state of the proof; a proof of more
// states than this has too many schedules anyway.
inline constexpr uint64_t kCountStates = 5'000;

// Of the search with many ways of each random choice. One step with several of them has ways
// without end and few states.
inline constexpr uint64_t kWideStates = 100'000;
inline constexpr uint64_t kWideTransitions = 500'000;

class VerdictSearch {
 public:
  // Of `options`: the world with its clock, the budget of each of the two searches.
  VerdictSearch(std::shared_ptr<const Program> program, ExploreOptions options);

  // Makes up to so many transitions more. True: it is over and report() stands.
  bool advance(uint64_t transitions);
  // Ends it here: what was found stands, else the verdict is Incomplete with this bound.
  void stop(const std::string& bound);
  ExploreProgress progress() const;  // its states: of both searches
  // REQUIRES: advance() has answered true. Its counts are exact only when all were counted.
  const ExploreReport& report() const { return report_; }

 private:
  void begin_proof();
  void end_proof();
  bool is_wide() const { return options_.random_ways == kMaxRandomWays; }
  void begin_counting();
  void take_counts();

  std::shared_ptr<const Program> program_;
  ExploreOptions options_;
  std::unique_ptr<Explorer> proof_, counting_;  // null: over, or not begun
  ExploreReport report_;
  uint64_t states_before_ = 0;
  bool stopped_ = false;
};

}  // namespace gopark
