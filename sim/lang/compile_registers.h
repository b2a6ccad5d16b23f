// Registers hands out the words of one frame, as a stack: variables and temporaries are released in
// the reverse order of their allocation. It knows which of them hold references (for safepoints)
// and which are the home of a variable (and so must not be written before an assignment is due).
#pragma once

#include <cstdint>
#include <vector>

namespace gopark::lang {

using Reg = uint32_t;

// The most registers of one frame. More is a diagnostic.
inline constexpr uint32_t kMaxFrameWords = 60000;

class Registers {
 public:
  Reg top() const { return top_; }
  uint32_t high_water() const { return high_water_; }
  bool overflowed() const { return overflowed_; }

  // `pointers` are the offsets of references within the words.
  Reg allocate(uint32_t words, const std::vector<uint32_t>& pointers);
  Reg allocate_word() { return allocate(1, {}); }
  // Everything from `mark` on is free again.
  void release(Reg mark);

  // Says anew what the words from `first` on hold.
  void set_pointers(Reg first, uint32_t words, const std::vector<uint32_t>& pointers);
  void set_variable(Reg first, uint32_t words);
  bool is_variable(Reg first, uint32_t words) const;

  // The allocated registers below `limit` that hold references.
  std::vector<uint32_t> references(Reg limit) const;
  void references(Reg limit, std::vector<uint32_t>* found) const;  // in place of what it held
  // Changes whenever references() may.
  uint64_t version() const { return version_; }

 private:
  struct Slot {
    bool reference = false;
    bool variable = false;
  };
  std::vector<Slot> slots_;
  Reg top_ = 0;
  uint32_t high_water_ = 0;
  bool overflowed_ = false;
  uint64_t version_ = 0;
};

}  // namespace gopark::lang
