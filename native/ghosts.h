// Ghosts: what would have freed a leaked goroutine but never ran: the receive behind the early
// return, the close that nobody reached.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
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

// Reads them off a run that is replayed: of the first failure, when it is parked at a send or
// receive, the operations of the source on the channel of that name that this run never did.
class GhostsReader {
 public:
  // REQUIRES: `program` outlives it.
  GhostsReader(const Program& program, const RunFindings& run);
  ~GhostsReader();
  // Each step in order. False: it needs no more of them.
  bool see(uint64_t step, const World& world, std::span<const Event> events);
  std::vector<Ghost> finish() const;  // at the end

 private:
  class DoneLines;
  const Program& program_;
  std::string channel_;  // as the source names it
  uint64_t doomed_at_step_ = 0;
  std::unique_ptr<DoneLines> done_;  // null: there is nothing to look for
};

}  // namespace gopark
