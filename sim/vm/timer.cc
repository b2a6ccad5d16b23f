// Virtual time: pending timers in a binary heap by (when, serial). (Go: time.go.)
//
// The heap is an object of the run's memory, so that undo and the fingerprint cover it.
#include <algorithm>
#include <optional>

#include "sim/vm/circles.h"
#include "sim/vm/state.h"

namespace gopark {

using namespace layout;

namespace {

// From year 1 to 2000-01-01, where virtual time begins.
constexpr Word kSecondsToStart = 63082281600;

Address timer_at(const State& s, uint64_t i) {
  return low(s.field(low(s.get(kTimerHeap)), static_cast<uint32_t>(i)));
}

void put(State& s, uint64_t i, Address timer) {
  s.set_field(low(s.get(kTimerHeap)), static_cast<uint32_t>(i), timer);
  s.set_field(timer, kTHeapIndex, i + 1);  // 0: not pending
}

bool before(const State& s, Address a, Address b) {
  const auto when_a = static_cast<int64_t>(s.field(a, kTWhen)),
             when_b = static_cast<int64_t>(s.field(b, kTWhen));
  return when_a != when_b ? when_a < when_b : s.field(a, kTSerial) < s.field(b, kTSerial);
}

void sift_up(State& s, uint64_t i, Address timer) {
  while (i > 0 && before(s, timer, timer_at(s, (i - 1) / 2))) {
    put(s, i, timer_at(s, (i - 1) / 2));
    i = (i - 1) / 2;
  }
  put(s, i, timer);
}

void sift_down(State& s, uint64_t i, Address timer) {
  const uint64_t count = s.get(kTimerCount);
  for (;;) {
    uint64_t child = 2 * i + 1;
    if (child >= count) break;
    if (child + 1 < count && before(s, timer_at(s, child + 1), timer_at(s, child))) ++child;
    if (!before(s, timer_at(s, child), timer)) break;
    put(s, i, timer_at(s, child));
    i = child;
  }
  put(s, i, timer);
}

void reserve_heap(State& s) {
  const Address old = low(s.get(kTimerHeap));
  const uint64_t count = s.get(kTimerCount);
  if (old != 0 && count < words_of(s.get(old))) return;
  const Address fresh = allocate(s, ObjectKind::Raw, std::max<uint64_t>(8, count * 2), 0);
  for (uint32_t i = 0; i < count; ++i) s.set_field(fresh, i, s.field(old, i));
  s.set(kTimerHeap, fresh);
  if (old != 0) release(s, old);
}

void insert(State& s, Address timer) {
  reserve_heap(s);
  const uint64_t count = s.get(kTimerCount);
  s.set(kTimerCount, count + 1);
  sift_up(s, count, timer);
}

void remove(State& s, Address timer) {
  const uint64_t i = s.field(timer, kTHeapIndex) - 1;
  const uint64_t last = s.get(kTimerCount) - 1;
  const Address moved = timer_at(s, last);
  s.set_field(low(s.get(kTimerHeap)), static_cast<uint32_t>(last), 0);
  s.set(kTimerCount, last);
  s.set_field(timer, kTHeapIndex, 0);
  if (moved == timer) return;
  if (i > 0 && before(s, moved, timer_at(s, (i - 1) / 2)))
    sift_up(s, i, moved);
  else
    sift_down(s, i, moved);
}

// Of the timers due at the earliest instant, which goes first is a choice; what may come at any
// time is one more way on. (Only those are sorted: there may be many thousands of others.)
Address choose_due(State& s) {
  std::vector<Address> due;
  std::optional<int64_t> earliest;  // of those that have an instant
  for (uint64_t i = 0; i < s.get(kTimerCount); ++i) {
    const Address timer = timer_at(s, i);
    if (comes_at_any_time(s, timer)) continue;
    const auto when = static_cast<int64_t>(s.field(timer, kTWhen));
    earliest = std::min(earliest.value_or(when), when);
  }
  for (uint64_t i = 0; i < s.get(kTimerCount); ++i) {
    const Address timer = timer_at(s, i);
    if (comes_at_any_time(s, timer) || static_cast<int64_t>(s.field(timer, kTWhen)) == earliest)
      due.push_back(timer);
  }
  std::stable_sort(due.begin(), due.end(), [&s](Address a, Address b) { return before(s, a, b); });
  return due[static_cast<std::size_t>(ask(s, ChoiceKind::Timer, due.size()))];
}

void act(State& s, Address timer) {
  const Reference target = s.field(timer, kTTarget);
  switch (static_cast<TimerKind>(s.field(timer, kTKind))) {
    case TimerKind::WakeGoroutine: {
      const Address g = low(target);
      if (recording_events(s)) emit(s, kNoGoroutine, TimerFired{timer, 0, id_of(s, g)});
      const Word code = s.field(g, kGCode);
      s.set_field(g, kGCode, pack(low(code) + 1, high(code)));  // past the Native of time.Sleep
      ready(s, g);
      return release(s, timer);
    }
    case TimerKind::SendTime: {
      if (recording_events(s)) emit(s, kNoGoroutine, TimerFired{timer, target, kNoGoroutine});
      // A time.Time of sim/lang/std/time: seconds since year 1, nanoseconds, location (nil: UTC).
      const Word now[3] = {kSecondsToStart + s.get(kClock) / 1'000'000'000,
                           s.get(kClock) % 1'000'000'000, 0};
      try_send(s, target, now);
      return;
    }
    case TimerKind::CallFunction: {
      if (recording_events(s)) emit(s, kNoGoroutine, TimerFired{timer, 0, kNoGoroutine});
      const FunctionId function{aux_of(s.get(base_of(target)))};
      spawn(s, function, target, nullptr, 0, CodePlace{FunctionId{kNone}, 0});
      return;
    }
  }
}

void fire(State& s, Address timer) {
  const auto when = static_cast<int64_t>(s.field(timer, kTWhen));
  const auto now = static_cast<int64_t>(s.get(kClock));
  if (when > now && !comes_at_any_time(s, timer)) {
    if (recording_events(s))
      emit(s, kNoGoroutine, ClockAdvanced{now, when, candidate_count(s) != 0});
    s.set(kClock, static_cast<Word>(when));
  }
  remove(s, timer);
  if (const auto period = static_cast<int64_t>(s.field(timer, kTPeriod)); period > 0) {
    s.set_field(timer, kTWhen, static_cast<Word>(when + period));
    insert(s, timer);
  }
  act(s, timer);
}

}  // namespace

Address earliest_timer(const State& s) {
  return s.get(kTimerCount) == 0 ? 0 : timer_at(s, 0);
}

bool comes_at_any_time(const State& s, Address timer) {
  return static_cast<int64_t>(s.field(timer, kTPeriod)) == kAnyTime;
}

Address start_timer(State& s, TimerKind kind, int64_t when, int64_t period, Reference target) {
  const Address timer = allocate(s, ObjectKind::Timer, kTWords, 0);
  s.set(kNextTimer, s.get(kNextTimer) + 1);
  s.set_field(timer, kTWhen,
              static_cast<Word>(std::max(when, static_cast<int64_t>(s.get(kClock)))));
  s.set_field(timer, kTPeriod, static_cast<Word>(period));
  s.set_field(timer, kTKind, static_cast<Word>(kind));
  s.set_field(timer, kTTarget, target);
  s.set_field(timer, kTSerial, s.get(kNextTimer));
  insert(s, timer);
  return timer;
}

bool stop_timer(State& s, Address timer) {
  if (s.field(timer, kTHeapIndex) == 0) return false;
  remove(s, timer);
  return true;
}

void rearm_timer(State& s, Address timer, int64_t when, int64_t period) {
  s.set(kNextTimer, s.get(kNextTimer) + 1);
  s.set_field(timer, kTWhen,
              static_cast<Word>(std::max(when, static_cast<int64_t>(s.get(kClock)))));
  s.set_field(timer, kTPeriod, static_cast<Word>(period));
  s.set_field(timer, kTSerial, s.get(kNextTimer));
  insert(s, timer);
}

bool fire_due(State& s) {
  if (s.get(kTimerCount) == 0) return false;
  note_clock_moved(s);
  fire(s, choose_due(s));
  return true;
}

}  // namespace gopark
