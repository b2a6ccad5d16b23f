// A choice: a point of a run with two or more ways on. Who answers them decides the run.
#pragma once

#include <cstdint>

#include "sim/vm/ids.h"

namespace gopark {

class World;

enum class ChoiceKind : uint8_t {
  Next,    // which goroutine moves: World::candidate(i). 0 is what Go with GOMAXPROCS=1 would run;
           // with the async clock and a pending timer the last one is "the earliest timer fires"
  Select,  // which ready case, in source order
  MapOrder,  // which of the remaining entries a range over a map takes next, in insertion order
  Timer,     // which of several timers due at the same instant fires first, in order of creation
  Random,    // math/rand; count is the range asked for, at most 2^32
};

struct Choice {
  ChoiceKind kind = ChoiceKind::Next;
  uint64_t count = 0;   // ways on; always >= 2
  uint64_t number = 0;  // 0, 1, 2... in this run, counted apart for Next and for all other kinds
};

// A Scheduler answers choices. It never executes anything and keeps no state of the run.
class Scheduler {
 public:
  virtual ~Scheduler() = default;
  // Returns a pick < choice.count.
  virtual uint64_t pick(const World& world, const Choice& choice) = 0;
};

}  // namespace gopark
