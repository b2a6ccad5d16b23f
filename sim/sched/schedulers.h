// The policies: schedulers that need nothing but the world, the choice and a seed. Each is a pure
// function of these, so that asking again after a step back gives the same answer.
//
// A policy decides ChoiceKind::Next in its own way. All answer the others alike, unless said
// otherwise: Select, MapOrder and Timer with 0 (source order, insertion order, order of creation),
// and Random (math/rand) by a hash of (seed, choice.number).
#pragma once

#include <cstdint>

#include "sim/vm/choice.h"
#include "sim/vm/world.h"

namespace gopark {

// Uniform in [0, choice.count), by (seed, choice.number) alone. REQUIRES: choice.count <= 2^32.
uint64_t hashed_pick(uint64_t seed, const Choice& choice);

// What every policy answers to a choice other than Next, and what Go's own order answers to all.
uint64_t pick_in_go_order(uint64_t seed, const Choice& choice);

// Go's own order with GOMAXPROCS=1: who runs goes on until it parks or its time slice ends; then
// runnext, then the run queue. The default.
class GoScheduler final : public Scheduler {
 public:
  explicit GoScheduler(uint64_t seed = 0) : seed_(seed) {}
  uint64_t pick(const World& world, const Choice& choice) override;

 private:
  uint64_t seed_;
};

// As Go's own order without runnext: whoever has been ready longest runs.
class FifoScheduler final : public Scheduler {
 public:
  explicit FifoScheduler(uint64_t seed = 0) : seed_(seed) {}
  uint64_t pick(const World& world, const Choice& choice) override;

 private:
  uint64_t seed_;
};

// Any schedule, by a seed. Next: Go's own pick half of the time, otherwise one of the others, all
// alike; so runs stay readable, and yet a goroutine is preempted at every second chance. All other
// choices: uniform.
class RandomScheduler final : public Scheduler {
 public:
  explicit RandomScheduler(uint64_t seed) : seed_(seed) {}
  uint64_t pick(const World& world, const Choice& choice) override;

 private:
  uint64_t seed_;
};

}  // namespace gopark
