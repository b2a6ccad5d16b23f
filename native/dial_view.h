// What is shown of all schedules under one clock: does it always fail, sometimes, or never?
#pragma once

#include <optional>
#include <string>

#include "native/schedule_search.h"

namespace gopark {

struct DialView {
  std::string sentence;         // "Timers in order: 5 of 14 fail."
  std::optional<double> share;  // of the schedules that fail; nullopt: not known
};
// `has_timers`: otherwise both clocks are the same, and none is named.
DialView dial_view(const ClockSearch& search, bool has_timers);

// "1,000"; past what a double holds exactly, "more than 1,000,000,000,000,000".
std::string schedules_text(double count);

}  // namespace gopark
