// Access: one read or write of memory that a second goroutine can reach. What data races are found
// from.
#pragma once

#include <cstdint>

#include "sim/vm/event.h"
#include "sim/vm/memory.h"

namespace gopark {

struct Access {
  GoroutineId who{};
  CodePlace place;     // innermost frame in the learner's own files
  Address first = 0;   // word in the run's memory; of a map its header, whatever the key
  uint32_t words = 0;  // how many from there on
  bool write = false;
  bool atomic = false;   // by sync/atomic
  bool visible = false;  // it is the visible operation that ends its step
};

// Whether two accesses are a data race when nothing orders them. (Go memory model: conflicting
// accesses, at least one of them not synchronizing.)
inline bool conflict(const Access& a, const Access& b) {
  return a.who != b.who && (a.write || b.write) && !(a.atomic && b.atomic) &&
         a.first < b.first + b.words && b.first < a.first + a.words;
}

}  // namespace gopark
