#include "sim/vm/circles.h"

#include <algorithm>

#include "sim/vm/canonical.h"
#include "sim/vm/clock_readers.h"
#include "sim/vm/state.h"

namespace gopark {

using namespace layout;

namespace {

// Two goroutines may share a bit: then neither counts as having moved.
Word bit_of(const State& s, Address g) {
  return Word{1} << (s.field(g, kGSerial) % 64);
}

bool is_looked_at(const State& s) {
  const bool has_mark = s.get(kMarkA) != 0 || s.get(kMarkB) != 0;
  return has_mark && s.get(kSteps) <= s.get(kMarkAt) + kMarkLooks;
}

StateHash hash_of(const World& world, State& s) {
  if (s.canonical == nullptr) s.canonical = std::make_shared<Canonical>(*s.program);
  return s.canonical->hash(world);
}

bool time_changes_something(const State& s) {
  return s.get(kTimerCount) != 0 || reads_clock(*s.program);
}

void set_mark(const World& world, State& s) {
  const Word steps = s.get(kSteps);
  const bool is_small =
      s.get(kGoroutines) <= kMostInCircle && s.get(kLiveWords) <= kMostWordsInCircle;
  const bool matters = is_small && (s.get(kRunnable) > 1 || time_changes_something(s));
  const StateHash hash = matters ? hash_of(world, s) : StateHash{};
  s.set(kMarkA, hash.a);
  s.set(kMarkB, hash.b);
  s.set(kMarkAt, steps);
  s.set(kMarkMovers, 0);
  s.set(kMarkNext, steps + std::max<Word>(steps - s.get(kClockMovedAt), kFirstMark));
}

// Since the clock has moved.
Word time_of_steps(const State& s) {
  return (s.get(kSteps) - s.get(kClockMovedAt)) * kTimeOfStep;
}

bool time_is_up(const State& s) {
  const Address timer = earliest_timer(s);
  return timer != 0 && !comes_at_any_time(s, timer) &&
         s.field(timer, kTWhen) <= s.get(kClock) + time_of_steps(s);
}

bool all_have_moved(const State& s) {
  Word seen = 0;
  bool all = true;
  for_each_candidate(s, [&](Address g) {
    const Word bit = bit_of(s, g);
    all = all && (s.get(kMarkMovers) & bit) != 0 && (seen & bit) == 0;
    seen |= bit;
  });
  return all;
}

}  // namespace

bool is_watched(const State& s) {
  return s.options.time_passes_in_circles && (s.get(kSteps) >= s.get(kMarkNext) || is_looked_at(s));
}

Circle find_circle(const World& world, State& s) {
  if (!is_watched(s)) return Circle::None;
  if (s.get(kSteps) >= s.get(kMarkNext)) {
    const bool is_up = time_is_up(s);
    set_mark(world, s);
    if (is_up) return Circle::TimeIsUp;
    return time_of_steps(s) >= kTimeOfSlice ? Circle::OfSome : Circle::None;
  }
  if (hash_of(world, s) != StateHash{s.get(kMarkA), s.get(kMarkB)}) return Circle::None;
  if (!all_have_moved(s)) return Circle::OfSome;
  return time_changes_something(s) ? Circle::OfAll : Circle::None;
}

void note_mover(State& s) {
  if (is_looked_at(s)) s.set(kMarkMovers, s.get(kMarkMovers) | bit_of(s, low(s.get(kCurrent))));
}

void let_time_pass(State& s) {
  if (fire_due(s)) return;
  const auto now = static_cast<int64_t>(s.get(kClock));
  if (recording_events(s)) emit(s, kNoGoroutine, ClockAdvanced{now, now + kTimeInCircle, true});
  s.set(kClock, static_cast<Word>(now + kTimeInCircle));
  note_clock_moved(s);
}

void note_clock_moved(State& s) {
  if (!s.options.time_passes_in_circles) return;
  s.set(kMarkA, 0);
  s.set(kMarkB, 0);
  s.set(kClockMovedAt, s.get(kSteps));
  s.set(kMarkNext, s.get(kSteps) + kFirstMark);
}

uint64_t steps_to_mark(const State& s) {
  if (!s.options.time_passes_in_circles) return ~uint64_t{0};
  return s.get(kMarkNext) - s.get(kSteps);
}

}  // namespace gopark
