// Who has a Mutex or RWMutex at the end of a run, or waits for it in front of others, and since
// when.
//
// Read from the events of the run. An RWMutex and the mutex inside it, which keeps writers apart,
// are one object here.
#pragma once

#include <optional>
#include <vector>

#include "sim/session/session.h"

namespace gopark {

struct LockHolder {
  GoroutineId goroutine{};
  uint64_t step = 0;
  CodePlace place;
};

struct LockHolders {
  std::optional<LockHolder> locked;   // a Mutex, or the one inside an RWMutex
  std::optional<LockHolder> writer;   // of an RWMutex
  std::optional<LockHolder> waiting;  // a writer that waits for the readers to leave
  std::vector<LockHolder> readers;    // the latest last
};

LockHolders lock_holders(const Session& session, Reference lock);

}  // namespace gopark
