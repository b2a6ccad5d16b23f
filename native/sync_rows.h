// The mutexes, wait groups and conditions of a program as the channel panel shows them. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "native/views.h"

namespace gopark {

struct SyncRow {
  std::string name;   // as the source names it
  std::string state;  // "free", "held by main.1", "counter 2"
  std::vector<GoroutineTag> waiting;
  uint64_t more_waiting = 0;
  bool changed = false;  // in this step
};
inline constexpr std::size_t kMaxSyncRows = 50;

// Those that the learner's own code has used so far in this run, by first use.
std::vector<SyncRow> sync_rows(const Variant& variant);

}  // namespace gopark
