// Random Go programs that types hold together, by a seed: what the differential tests ask real Go
// and the simulator about.
//
// They have what ordinary concurrent programs have: workers, pipelines, select, contexts, timers,
// locks, closures, structs, interfaces, generics, maps, slices, strings, defer and recover. They
// end by themselves; they may leak, deadlock or panic. Their output depends neither on the order of
// maps nor on addresses. Names at package level end in the seed, so that many can share a package.
#pragma once

#include <cstdint>
#include <string>

namespace gopark {

enum class Mistake : uint8_t { None, OneTypeError };

std::string random_go_program(uint64_t seed, Mistake mistake);

// The text with its names at package level made different from those of other seeds, main excepted.
std::string with_own_names(const std::string& source, uint64_t seed);

// The program with some lines after its imports changed: dropped, doubled, swapped, or with other
// words in them. It may no longer be a program.
std::string mutated(const std::string& source, uint64_t seed);

}  // namespace gopark
