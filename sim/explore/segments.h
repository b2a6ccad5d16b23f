// Segments: of every goroutine, its accesses since its last visible operation, made by invisible
// instructions. (What is visible is compared where the search chooses who makes it.)
//
// In one state no two goroutines' segments are ordered: what would order them is an operation of
// the first after its access, and it has made none. So a conflict between two of them is a data
// race; and since the search visits every state, each race shows as such a conflict somewhere.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/vm/world.h"

namespace gopark {

class Segments {
 public:
  bool empty() const { return accesses_.empty(); }
  bool has(GoroutineId id) const;
  // The access of another goroutine that this one conflicts with, or null.
  const Access* conflicting(const Access& access) const;
  void add(const Access& access);
  void drop(GoroutineId id);
  // Part of what tells states apart. 0 when empty.
  uint64_t key() const;
  const std::vector<Access>& accesses() const { return accesses_; }

 private:
  std::vector<Access> accesses_;  // of one goroutine and kind, neighbours are one
};

}  // namespace gopark
