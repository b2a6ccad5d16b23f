#include "sim/sched/schedulers.h"

#include "sim/base/assert.h"
#include "sim/base/hash.h"

namespace gopark {

namespace {

uint64_t hash_of(uint64_t seed, uint64_t number) {
  return hash_next(mix(seed), number);
}

// Maps the high half of a hash to [0, bound). The unevenness is below bound / 2^32.
uint64_t below(uint64_t hash, uint64_t bound) {
  GOPARK_ASSERT(bound >= 1 && bound <= uint64_t{1} << 32);
  return ((hash >> 32) * bound) >> 32;
}

}  // namespace

uint64_t hashed_pick(uint64_t seed, const Choice& choice) {
  return below(hash_of(seed, choice.number), choice.count);
}

uint64_t pick_in_go_order(uint64_t seed, const Choice& choice) {
  return choice.kind == ChoiceKind::Random ? hashed_pick(seed, choice) : 0;
}

uint64_t GoScheduler::pick(const World&, const Choice& choice) {
  return pick_in_go_order(seed_, choice);
}

uint64_t FifoScheduler::pick(const World& world, const Choice& choice) {
  if (choice.kind == ChoiceKind::Next) return world.oldest_candidate();
  return pick_in_go_order(seed_, choice);
}

uint64_t RandomScheduler::pick(const World&, const Choice& choice) {
  if (choice.kind != ChoiceKind::Next) return hashed_pick(seed_, choice);
  const uint64_t hash = hash_of(seed_, choice.number);
  const bool goes_on = (hash & 1) == 0;
  return goes_on ? 0 : 1 + below(hash, choice.count - 1);
}

}  // namespace gopark
