// Small random concurrent Go programs, by a seed: the food of the differential tests.
#pragma once

#include <cstdint>
#include <string>

namespace gopark {

// A program of two or three goroutines, some of which start more, over channels (capacity 0 to 2),
// close, len, select with and without default, Mutex, TryLock, RWMutex, WaitGroup, Cond, Once,
// atomics, contexts, shared variables, globals, Sleep, After and Timer; locks and channels also as
// fields and elements, and handed on through channels. It has no long loops, so every run ends; it
// may leak, deadlock, panic or race. The same seed gives the same text. Those that look at the
// clock do under real Go what the real time makes them do.
enum class Clock : uint8_t { NeverRead, Read };
std::string random_program(uint64_t seed, Clock clock = Clock::Read);

}  // namespace gopark
