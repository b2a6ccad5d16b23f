#include "sim/lang/compile_registers.h"

#include <algorithm>

#include "sim/base/assert.h"

namespace gopark::lang {

Reg Registers::allocate(uint32_t words, const std::vector<uint32_t>& pointers) {
  if (words > kMaxFrameWords - top_) {
    // The function is refused; its code is never used.
    overflowed_ = true;
    return 0;
  }
  const Reg first = top_;
  top_ += words;
  high_water_ = std::max(high_water_, top_);
  slots_.resize(top_);
  set_pointers(first, words, pointers);
  return first;
}

void Registers::release(Reg mark) {
  if (overflowed_) return;
  GOPARK_ASSERT(mark <= top_);
  if (mark == top_) return;
  top_ = mark;
  slots_.resize(mark);
  ++version_;
}

void Registers::set_pointers(Reg first, uint32_t words, const std::vector<uint32_t>& pointers) {
  if (overflowed_) return;
  GOPARK_ASSERT(first + words <= top_);
  for (uint32_t n = 0; n < words; ++n) slots_[first + n].reference = false;
  for (const uint32_t offset : pointers) slots_[first + offset].reference = true;
  ++version_;
}

void Registers::set_variable(Reg first, uint32_t words) {
  if (overflowed_) return;
  for (uint32_t n = 0; n < words; ++n) slots_[first + n].variable = true;
}

bool Registers::is_variable(Reg first, uint32_t words) const {
  for (uint32_t n = first; n < first + words && n < slots_.size(); ++n) {
    if (slots_[n].variable) return true;
  }
  return false;
}

std::vector<uint32_t> Registers::references(Reg limit) const {
  std::vector<uint32_t> found;
  references(limit, &found);
  return found;
}

void Registers::references(Reg limit, std::vector<uint32_t>* found) const {
  found->clear();
  const uint32_t end = std::min(limit, top_);
  for (uint32_t n = 0; n < end; ++n) {
    if (slots_[n].reference) found->push_back(n);
  }
}

}  // namespace gopark::lang
