// Small random concurrent Go programs, by a seed: the food of the differential tests.
#pragma once

#include <cstdint>
#include <string>

namespace gopark {

// A program of two or three goroutines over channels (capacity 0 to 2), close, select with and
// without default, Mutex, RWMutex, WaitGroup, Cond, shared variables, Sleep and After. It has no
// loops, so every run ends; it may leak, deadlock or panic. The same seed gives the same text.
std::string random_program(uint64_t seed);

}  // namespace gopark
