// Which goroutines are leaked: parked, and nothing that can still run can reach what they wait for.
// It is a proof, with no false positives. (Go 1.26: the goroutine leak profile.)
//
// The fixed point, see sim/README.md:
//   1. Roots: globals, pending timers, and the live references of every goroutine that is not
//   blocked.
//      A sleeping goroutine is not blocked: its timer wakes it. One that waits for a connection is
//      a root too: the world outside may wake it.
//   2. A wait queue keeps neither its channel nor its waiters alive.
//   3. A blocked goroutine becomes a root when something that it waits on is reached (for a select:
//   any
//      case). Operations on nil channels and `select {}` wait on nothing, so nothing ever wakes
//      them.
//   4. The blocked goroutines that never became a root are leaked.
//
// Once leaked, leaked for the rest of the run: what cannot be reached cannot be reached again.
#pragma once

#include <vector>

#include "sim/vm/world.h"

namespace gopark {

// Whether the goroutine waits for another goroutine: parked, and neither asleep nor waiting for its
// synctest bubble to come to rest.
bool is_blocked(const GoroutineView& goroutine);

// Sorted by id. Time: linear in what the run has allocated.
std::vector<GoroutineId> leaked_goroutines(const World& world);

}  // namespace gopark
