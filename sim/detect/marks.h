// Marks: a set of objects, by the address of each in the run's memory.
#pragma once

#include <cstdint>
#include <vector>

namespace gopark {

class Marks {
 public:
  // Whether it was not in the set before.
  bool add(uint32_t base) {
    const std::size_t word = base >> 6;
    if (word >= bits_.size()) bits_.resize(word + word / 2 + 1, 0);
    const uint64_t bit = uint64_t{1} << (base & 63);
    const bool is_new = (bits_[word] & bit) == 0;
    bits_[word] |= bit;
    return is_new;
  }

  bool has(uint32_t base) const {
    const std::size_t word = base >> 6;
    return word < bits_.size() && (bits_[word] >> (base & 63) & 1) != 0;
  }

 private:
  std::vector<uint64_t> bits_;
};

}  // namespace gopark
