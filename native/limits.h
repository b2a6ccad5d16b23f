// How much of a program and of its run is shown at once, in the app and on the page.
#pragma once

#include <cstddef>

namespace gopark {

inline constexpr std::size_t kMaxProgramText = 1u << 20;  // bytes: more is no program for a picture
inline constexpr std::size_t kMaxProofs = 20;             // findings that are proved in words
inline constexpr std::size_t kMaxShownSchedule = 2'000;   // bytes; copied it is whole
inline constexpr std::size_t kMaxShownOutput = 20'000;    // bytes, from the end

}  // namespace gopark
