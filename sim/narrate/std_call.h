// What a goroutine is in the middle of when a std package makes one operation of the learner's out
// of several steps: RWMutex.Lock locks an inner mutex first, Cond.Wait gives its lock back.
#pragma once

#include <cstdint>

#include "sim/vm/world.h"

namespace gopark {

enum class StdCall : uint8_t {
  None,  // the learner's own code, or a call that is one step
  RWMutexLock,
  RWMutexUnlock,
  CondWait,
  OnceDo,
  Context,  // anything of package context
  Log,      // of log and log/slog
  Other
};

// By the innermost frames of the goroutine, right after its step.
StdCall std_call(const World& world, GoroutineId goroutine);

}  // namespace gopark
