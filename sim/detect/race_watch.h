// RaceWatch: looks for a data race in one run. (Go: the race detector; the Go memory model.)
//
// It reports an access b of goroutine B as racing with an earlier, conflicting access a of A if A
// has completed no synchronizing operation since a, or B none since before a: then nothing can
// order the two. No false alarms. It does not follow chains of synchronization through third
// goroutines, so a run may hold races that it does not see; the search over all schedules sees them
// in another run.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "sim/detect/finding.h"

namespace gopark {

class RaceWatch {
 public:
  // REQUIRES: world lives as long, and is stepped by nobody else.
  explicit RaceWatch(World& world);
  ~RaceWatch();
  RaceWatch(const RaceWatch&) = delete;
  RaceWatch& operator=(const RaceWatch&) = delete;

  // One step of the world, watched. As World::step.
  bool step(Scheduler& scheduler);
  // The first one.
  const std::optional<Finding>& race() const { return race_; }

 private:
  struct Past {
    Access access;
    uint64_t time = 0;
  };
  void judge(const Access& access);
  void remember(const Access& access);
  void note_created();
  void note_synchronized();
  void synchronized(GoroutineId id) { synchronized_[id] = time_; }

  World& world_;
  std::vector<Access> accesses_;               // of this step
  std::map<Address, std::vector<Past>> past_;  // by word: the last read and write of each goroutine
  std::map<GoroutineId, uint64_t> synchronized_;  // when it last completed an operation
  std::map<GoroutineId, bool> waiting_;           // before this step
  uint64_t time_ = 0;
  uint64_t created_ = 0;
  uint64_t collections_ = 0;
  std::optional<Finding> race_;
};

// What is reported of two accesses that nothing orders: `later` is the one at the finding's place.
Finding race_finding(const World& world, const Access& later, const Access& earlier);

}  // namespace gopark
