// What counts as a bug when all schedules are searched.
#pragma once

#include <vector>

#include "sim/detect/finding.h"

namespace gopark {

// Leaks, deadlocks and panics of a state; and goroutines that were alive when main returned and
// that nobody is left to wake (NeverWakes): blocked, though reachable, while nothing runs, sleeps
// or ticks any more. One that merely had not finished is no failure.
std::vector<Finding> failures_of(const World& world);

}  // namespace gopark
