// Seeded sampling: runs with random schedules, for programs that are too large to be searched. It
// can find a failure, and never proves that there is none.
//
// Every other run is a random walk (who moves is drawn at each choice); the others are PCT: each
// goroutine has a random priority, the highest that can move does, and at kPctDepth - 1 random
// steps the one that would move falls behind all others. (Burckhardt, Kothari, Musuvathi,
// Nagarakatte: A Randomized Scheduler with Probabilistic Guarantees of Finding Bugs, 2010.)
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "sim/explore/replay_path.h"

namespace gopark {

inline constexpr uint64_t kPctDepth = 3;

struct SampleOptions {
  WorldOptions world;
  uint64_t runs = 400;
  uint64_t max_steps = 20'000;  // of one run
  bool races = true;            // look for data races as well
  // Asked between runs; a text ends the sampling.
  std::function<std::optional<std::string>()> interrupted;
};

struct Sampled {
  uint64_t runs = 0;               // made
  std::optional<PathRun> failing;  // the first that failed
};
// The same options, the same runs.
Sampled sample(const std::shared_ptr<const Program>& program, const SampleOptions& options);

}  // namespace gopark
