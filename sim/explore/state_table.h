// StateTable: a set of 128-bit state hashes with a small value each. Open addressing, 24 bytes a
// slot.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/vm/canonical.h"

namespace gopark {

class StateTable {
 public:
  StateTable() : slots_(32) {}

  struct Slot {
    StateHash hash;
    uint64_t value = 0;  // 0: empty
  };

  // The slot of a state, a new one (value 0) if it was not there. Valid until the next call.
  Slot& find(const StateHash& hash) {
    if ((used_ + 1) * 10 > slots_.size() * 7) grow();
    Slot& slot = probe(slots_, hash);
    if (slot.value == 0) slot.hash = hash;
    return slot;
  }
  // REQUIRES: slot came from find() just now and was empty. value is not 0.
  void fill(Slot& slot, uint64_t value) {
    slot.value = value;
    ++used_;
  }
  uint64_t size() const { return used_; }
  uint64_t bytes() const { return slots_.size() * sizeof(Slot); }

 private:
  static Slot& probe(std::vector<Slot>& slots, const StateHash& hash) {
    std::size_t at = static_cast<std::size_t>(hash.a) & (slots.size() - 1);
    while (slots[at].value != 0 && !(slots[at].hash == hash)) at = (at + 1) & (slots.size() - 1);
    return slots[at];
  }
  void grow() {
    std::vector<Slot> larger(slots_.size() * 2);
    for (const Slot& slot : slots_)
      if (slot.value != 0) probe(larger, slot.hash) = slot;
    slots_ = std::move(larger);
  }
  std::vector<Slot> slots_;
  uint64_t used_ = 0;
};

}  // namespace gopark
