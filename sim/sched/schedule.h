// Schedule: the picks made at the choices of a run, and the clock it ran with. Program + schedule =
// run.
//
// Only real choices (two or more ways on) are in it, each as index/count, so that a replay notices
// when the program offers something else than it did. Past its end a replay takes Go's own order,
// so the empty schedule is Go's own order.
//
// Text form, version 1, made to fit into a link:
//
//     schedule = "g1" [ "a" ] ":" [ run { "," run } ]      "a": the async clock
//     run      = index "/" count [ "*" times ]             the same pick, so many times in a row
//
// "g1:0/2*12,1/3" is twelve times the first of two ways, then the second of three. No blanks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/result.h"
#include "sim/vm/world.h"

namespace gopark {

// One answered choice. Invariant: index < count, 2 <= count <= kMaxWays.
struct Pick {
  uint64_t index = 0;
  uint64_t count = 2;

  friend bool operator==(const Pick&, const Pick&) = default;
};

inline constexpr uint64_t kMaxWays = uint64_t{1} << 32;        // as ChoiceKind::Random offers
inline constexpr uint64_t kMaxPicks = uint64_t{1} << 40;       // in one schedule
inline constexpr std::size_t kMaxRuns = std::size_t{1} << 22;  // of equal picks, in one schedule
inline constexpr std::size_t kMaxScheduleText = 64u << 20;     // bytes

class Schedule {
 public:
  ClockMode clock = ClockMode::Quiescent;

  uint64_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  // Whether append() may be called.
  bool full() const { return runs_.size() >= kMaxRuns || size_ >= kMaxPicks; }
  // REQUIRES: number < size(). O(log runs), O(1) when called with growing numbers.
  Pick at(uint64_t number) const;
  // REQUIRES: !full(), and the invariant of Pick.
  void append(Pick pick) { append(pick, 1); }
  void append(Pick pick, uint64_t times);
  // Keeps the first `size` picks. REQUIRES: size <= size().
  void truncate(uint64_t size);

  friend bool operator==(const Schedule& a, const Schedule& b) {
    return a.clock == b.clock && a.size_ == b.size_ && a.runs_ == b.runs_;
  }
  friend std::string to_string(const Schedule& schedule);

 private:
  struct Run {
    Pick pick;
    uint64_t first = 0;  // number of its first pick
    friend bool operator==(const Run&, const Run&) = default;
  };
  std::vector<Run> runs_;  // neighbours differ
  uint64_t size_ = 0;
};

std::string to_string(const Schedule& schedule);

// Total: every text gives a schedule or a sentence such as "schedule: column 7: expected a digit".
// Columns count bytes from 1.
Result<Schedule> parse_schedule(std::string_view text);

}  // namespace gopark
