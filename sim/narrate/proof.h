// Why a goroutine is stuck, as a proof: a few clauses in order, each about one step of the run.
//
//     main.1 is parked sending on done (no buffer).            step 12
//     Only main could receive.                                 step 13
//     main dropped done when Example returned.                 step 14
//     So nobody ever will: leaked.                             step 14
//
// Found by comparing who holds what the goroutine waits on (detect/holders.h) at different steps:
// the last step at which somebody else could still reach it, and what became of each of them in the
// next.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/session/findings.h"
#include "sim/session/session.h"

namespace gopark {

struct Clause {
  std::string text;         // a whole sentence, at most 20 words
  uint64_t step = 0;        // where to look; 0: no step in particular
  GoroutineId goroutine{};  // whom it is about; kNoGoroutine: nobody in particular
};

// Of a finding of this very run. Moves the session.
std::vector<Clause> prove(Session& session, const Finding& finding);

// The clauses in a row, with the step where it matters: "… (step 14)".
std::string to_text(const std::vector<Clause>& clauses);

}  // namespace gopark
