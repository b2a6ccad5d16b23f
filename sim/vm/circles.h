// Circles: programs that wait for time by asking again and again.
//
//     for !ready.Load() { runtime.Gosched() }   // a goroutine that sleeps will set it
//
// Somebody can always run here, so a clock that moves only when nobody can would stand still for
// ever. Therefore states are looked at now and then: when one comes again, then those who have
// moved in between change nothing by going on. The others get their turn; if there are none, time
// passes. (R. P. Brent, "An improved Monte Carlo factorization algorithm", 1980: a mark that moves
// on to twice the distance.) What goes on and on without a circle, such as counting, takes time as
// well.
#pragma once

#include <cstdint>

namespace gopark {

struct State;
class World;

// Steps after the clock has moved before a state is marked for the first time.
inline constexpr uint64_t kFirstMark = 1000;
// Steps after a mark that are looked at: a longer circle is not found.
inline constexpr uint64_t kMarkLooks = 64;

// Goroutines; with more no state is marked, since each look at one costs so much.
inline constexpr uint64_t kMostInCircle = 256;
inline constexpr uint64_t kMostWordsInCircle = 1 << 16;  // of memory; likewise
// What a step takes, about as in Go, where the clock would stand still otherwise: nanoseconds.
inline constexpr uint64_t kTimeOfStep = 100;
// After which whoever runs gives way for once. (Go: forcePreemptNS.)
inline constexpr uint64_t kTimeOfSlice = 10'000'000;
// What passes where no timer is pending, as in `for time.Now().Before(deadline) {}`: nanoseconds.
inline constexpr int64_t kTimeInCircle = 1'000'000;

enum class Circle : uint8_t {
  None,
  OfSome,    // perhaps, of those who moved; others could run as well
  OfAll,     // and time may change something: a timer is pending, or somebody looks at the clock
  TimeIsUp,  // none that is known; the steps since the clock has moved took until the next timer
};

// Whether the next step has to be looked at, and by World::step.
bool is_watched(const State& s);
// To be asked before each step. Never found where WorldOptions::time_passes_in_circles is off.
Circle find_circle(const World& world, State& s);
// The earliest timer fires; if there is none, it is a little later.
void let_time_pass(State& s);
// The goroutine in charge makes a step.
void note_mover(State& s);
void note_clock_moved(State& s);

// Steps until one is watched. REQUIRES: the next one is not.
uint64_t steps_to_mark(const State& s);

}  // namespace gopark
