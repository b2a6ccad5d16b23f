// Untangling: a failing run whose goroutines go as far as they can at a time. A search meets a
// failure in the order that suits the search; people read runs of one goroutine, and ask at each
// switch why.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "sim/explore/replay_path.h"

namespace gopark {

// Runs that may be made for it.
inline constexpr uint64_t kUntanglingRuns = 400;

// The path with turns of the same goroutine brought together, as long as the run still ends in the
// same failures and has fewer preemptions, or as many and fewer switches. Greedy: no turn can be
// moved any more, which is not always the least. REQUIRES: the path ends in a failure.
std::vector<PathMove> untangled(const std::shared_ptr<const Program>& program,
                                const WorldOptions& options, std::vector<PathMove> path, bool races,
                                uint64_t runs = kUntanglingRuns);

}  // namespace gopark
