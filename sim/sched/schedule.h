// Schedule: the picks made at the choices of a run, and the clock it ran with. Program + schedule =
// run.
//
// Only real choices (two or more ways on) are in it, each as index/count, so that a replay notices
// when the program offers something else than it did. "Who moves next" and all other choices are
// two lists, numbered apart as in Choice. Past the end of a list a replay takes Go's own order, so
// the empty schedule is Go's own order.
//
// Text form, version 1, made to fit into a link:
//
//     schedule = "g1" [ "a" ] ":" [ picks ] [ ";" picks ]  "a": the async clock; who moves; all
//     others picks    = run { "," run } run      = index "/" count [ "*" times ]             the
//     same pick, so many times in a row
//
// "g1:0/2*12,1/3" is twelve times the first of two goroutines, then the second of three. No blanks.
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
inline constexpr uint64_t kMaxPicks = uint64_t{1} << 40;       // in one list
inline constexpr std::size_t kMaxRuns = std::size_t{1} << 22;  // of equal picks, in one list
inline constexpr std::size_t kMaxScheduleText = 64u << 20;     // bytes

// The picks made at choices number 0, 1, 2... of one kind; equal neighbours take no more room than
// one.
class PickList {
 public:
  uint64_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  // Whether append() may no longer be called.
  bool full() const { return runs_.size() >= kMaxRuns || size_ >= kMaxPicks; }
  // REQUIRES: number < size(). O(log of the number of runs).
  Pick at(uint64_t number) const;
  // REQUIRES: !full(), the invariant of Pick, and times <= kMaxPicks - size().
  void append(Pick pick, uint64_t times = 1);
  // Keeps the first `size` picks. REQUIRES: size <= size().
  void truncate(uint64_t size);

  friend bool operator==(const PickList&, const PickList&) = default;
  friend std::string to_string(const PickList& picks);

 private:
  struct Run {
    Pick pick;
    uint64_t first = 0;  // number of its first pick
    friend bool operator==(const Run&, const Run&) = default;
  };
  std::vector<Run> runs_;  // neighbours differ
  uint64_t size_ = 0;
};

struct Schedule {
  ClockMode clock = ClockMode::Quiescent;
  PickList next;    // ChoiceKind::Next
  PickList others;  // all other kinds

  PickList& of(ChoiceKind kind) { return kind == ChoiceKind::Next ? next : others; }
  const PickList& of(ChoiceKind kind) const { return kind == ChoiceKind::Next ? next : others; }

  friend bool operator==(const Schedule&, const Schedule&) = default;
};

std::string to_string(const PickList& picks);
std::string to_string(const Schedule& schedule);

// Total: every text gives a schedule or a sentence such as "schedule: column 7: expected a digit".
// Columns count bytes from 1.
Result<Schedule> parse_schedule(std::string_view text);

}  // namespace gopark
