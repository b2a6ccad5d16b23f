// Holders: who can still reach what a parked goroutine waits on. The answer to "who could still
// wake me?"
//
// A holder need not ever use what it holds; but who is not a holder can never wake the goroutine.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/detect/marks.h"
#include "sim/vm/world.h"

namespace gopark {

enum class HolderKind : uint8_t { Goroutine, Global, Timer };

struct Holder {
  HolderKind kind = HolderKind::Goroutine;
  GoroutineId goroutine{};  // of a Goroutine
  uint32_t global = 0;      // of a Global: index in Program::globals
  Reference timer = 0;      // of a Timer
  bool is_blocked = false;  // a goroutine that must itself be woken first

  friend bool operator==(const Holder&, const Holder&) = default;
};

// Everyone who holds what `waiter` waits on, the waiter itself left out: goroutines by id, then
// globals in order of declaration, then timers in the order in which they fire. Leaked goroutines
// are listed too. Empty for operations on nil channels. REQUIRES: the goroutine lives.
std::vector<Holder> holders_of(const World& world, GoroutineId waiter);

// The same for any set of objects that somebody waits on, `except` left out.
std::vector<Holder> holders_of(const World& world, const std::vector<Reference>& awaited,
                               GoroutineId except);

// All objects from which one of `targets` can be reached, the targets included.
Marks objects_leading_to(const World& world, const std::vector<Reference>& targets);

}  // namespace gopark
