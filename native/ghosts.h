// Ghosts: what would have freed a leaked goroutine but never ran: the receive behind the early
// return, the close that nobody reached.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/session/findings.h"
#include "sim/session/session.h"

namespace gopark {

struct Ghost {
  uint32_t line = 0;            // of the learner's source
  std::string text;             // "the receive that never happened"
  uint64_t doomed_at_step = 0;  // shown from there on
};

// Of the first failure, when it is parked at a send or receive: the operations of the source on the
// channel of that name that this run never did.
std::vector<Ghost> find_ghosts(const Session& session, const RunFindings& run);

}  // namespace gopark
