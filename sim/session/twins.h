// Twins: two variants of a program, leaky and fixed, on one leash: both under the same schedule.
//
// As long as both meet the same choices they get the same picks. From the first choice that only
// one of them has, the second follows the first by role: where the first let goroutine R move
// although it was D's turn in Go's order, so does the second when it is D's turn and R can move (R
// and D by spawn path), in the same sequence; select cases, map order, timers and math/rand follow
// the same goroutine's choices of the same kind and number of ways. What has no counterpart gets
// Go's own order.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "sim/session/session.h"

namespace gopark {

class Twins {
 public:
  // `options` say how the first runs; the second follows.
  Twins(std::shared_ptr<const Program> leaky, std::shared_ptr<const Program> fixed,
        SessionOptions options = {});

  Session& leaky() { return leaky_; }
  Session& fixed() { return fixed_; }

  // The first step in which not the same happens in both: another goroutine moves, or it does
  // something else. Capacities, which select case it was, and why somebody is parked do not count:
  // they are not yet a difference for anybody else. nullopt: they never part.
  std::optional<uint64_t> parting() const { return parting_; }

 private:
  Session leaky_;
  Session fixed_;
  std::optional<uint64_t> parting_;
};

}  // namespace gopark
