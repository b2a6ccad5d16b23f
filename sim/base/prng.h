// Prng is the one source of pseudo-random numbers: xoshiro256**, seeded through splitmix64.
//
// A value: copying it copies the whole future. The same seed gives the same numbers in every build;
// the distributions of <random> do not, so picks are made here too.
#pragma once

#include <bit>
#include <cstdint>

#include "sim/base/assert.h"
#include "sim/base/hash.h"

namespace gopark {

class Prng {
 public:
  explicit constexpr Prng(uint64_t seed) {
    for (uint64_t& word : state_) {
      word = mix(seed);  // mix() adds splitmix64's increment itself.
      seed += 0x9e3779b97f4a7c15u;
    }
  }

  // All 64 bits are uniform.
  constexpr uint64_t next() {
    const uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
    const uint64_t shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
  }

  // Uniform in [0, bound). REQUIRES: bound > 0.
  constexpr uint32_t below(uint32_t bound) {
    GOPARK_ASSERT(bound > 0);
    // Lemire's method: the high half of a product is the pick; the few low halves that would favour
    // some picks are drawn again.
    const uint32_t uneven = (0u - bound) % bound;
    uint64_t product = 0;
    do {
      product = (next() >> 32) * bound;
    } while (static_cast<uint32_t>(product) < uneven);
    return static_cast<uint32_t>(product >> 32);
  }

  friend constexpr bool operator==(const Prng&, const Prng&) = default;

 private:
  uint64_t state_[4] = {};
};

}  // namespace gopark
