// Wakers: who could still wake a goroutine that ends up stuck, step by step: each until it drops
// what the goroutine waits on, or is stuck itself.
#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "sim/session/findings.h"
#include "sim/session/session.h"

namespace gopark {

struct Waker {
  GoroutineId id{};
  uint64_t until = 0;  // the last step after which it could
};
// By who is stuck, since it parked for the last time.
using Wakers = std::map<GoroutineId, std::vector<Waker>>;

// Looking costs a walk over the memory for each step, so only the first failures are told, and
// nothing of runs that are longer than this many steps in which somebody is stuck.
inline constexpr uint64_t kMaxWakerLooks = 1'000;

// Reads them off a run that is replayed. REQUIRES: `findings` outlive it.
class WakersReader {
 public:
  explicit WakersReader(const RunFindings& findings);
  // Each step in order. False: it needs no more of them.
  bool see(uint64_t step, const World& world);
  Wakers finish() { return std::move(wakers_); }

 private:
  std::vector<const Finding*> watched_;
  Wakers wakers_;
};

}  // namespace gopark
