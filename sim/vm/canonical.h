// Canonical: a 128-bit hash of what a state means, not of where it stands in memory.
//
// Two states get the same hash when one becomes the other by renaming goroutines and heap objects:
// Go programs cannot tell (no goroutine identity in the language, no order of addresses). Left out:
// dead registers, names, the order of the run queues, counters of the run. Kept: every wait queue's
// order. (Iosif; Bogor; JPF.)
//
// 128 bits: at 10^8 states the chance that any two differ and still agree is below 10^-22.
#pragma once

#include <cstdint>
#include <memory>

#include "sim/vm/world.h"

namespace gopark {

class ClockReaders;

struct StateHash {
  uint64_t a = 0;
  uint64_t b = 0;
  friend bool operator==(const StateHash&, const StateHash&) = default;
};

// Keeps its buffers from one state to the next. One per search.
class Canonical {
 public:
  // The clock's value is part of the states from which `readers` says that it may be read; null: of
  // all, if the program can read it.
  explicit Canonical(const Program& program, ClockReaders* readers = nullptr);
  ~Canonical();
  // `marked` is told apart from goroutines that do the same.
  StateHash hash(const World& world, GoroutineId marked = kNoGoroutine);

 private:
  class Walk;
  std::unique_ptr<Walk> walk_;
};

// What a goroutine would do next. REQUIRES (next_operation): it is runnable and was poised.
enum class NextKind : uint8_t {
  Local,  // commutes with everything that others do: go, print, the end of a goroutine that is not
          // main
  Visible,  // any other visible operation
  Unknown,  // stands inside a long computation
};
NextKind next_kind(const World& world, GoroutineId id);

// Whether it has finalizers. When the collector finds their objects is not searched.
bool sets_finalizers(const Program& program);

}  // namespace gopark
