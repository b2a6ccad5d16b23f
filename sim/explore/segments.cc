#include "sim/explore/segments.h"

#include <algorithm>

#include "sim/base/hash.h"

namespace gopark {

namespace {

bool touches(const Access& a, const Access& b) {
  return a.who == b.who && a.write == b.write && a.atomic == b.atomic &&
         a.first <= b.first + b.words && b.first <= a.first + a.words;
}

}  // namespace

bool Segments::has(GoroutineId id) const {
  return std::any_of(accesses_.begin(), accesses_.end(),
                     [id](const Access& access) { return access.who == id; });
}

const Access* Segments::conflicting(const Access& access) const {
  const auto found = std::find_if(accesses_.begin(), accesses_.end(),
                                  [&](const Access& other) { return conflict(access, other); });
  return found == accesses_.end() ? nullptr : &*found;
}

void Segments::add(const Access& access) {
  for (Access& known : accesses_) {
    if (!touches(known, access)) continue;
    const Address end = std::max(known.first + known.words, access.first + access.words);
    known.first = std::min(known.first, access.first);
    known.words = end - known.first;
    return;
  }
  accesses_.push_back(access);
}

void Segments::drop(GoroutineId id) {
  accesses_.erase(std::remove_if(accesses_.begin(), accesses_.end(),
                                 [id](const Access& access) { return access.who == id; }),
                  accesses_.end());
}

uint64_t Segments::key() const {
  uint64_t key = 0;
  for (const Access& access : accesses_)
    key += mix(mix(uint64_t{access.first} << 32 | access.words) +
               (static_cast<uint64_t>(access.who) << 1 | (access.write ? 1 : 0)));
  return key;
}

}  // namespace gopark
