// How a run ended.
#pragma once

#include <cstdint>
#include <string>

#include "sim/vm/ids.h"

namespace gopark {

enum class OutcomeKind : uint8_t {
  Running,           // not ended yet
  Exited,            // main returned (code 0) or os.Exit(code)
  Panicked,          // unrecovered panic; code 2
  FatalError,        // "fatal error: ..." other than deadlock; code 2
  Deadlock,          // all goroutines are asleep; code 2
  StepLimit,         // --max-steps
  MemoryLimit,       // --max-memory
  OutputLimit,       // World::Options::max_output_bytes
  ScheduleMismatch,  // a replayed schedule does not fit the program
};

struct Outcome {
  OutcomeKind kind = OutcomeKind::Running;
  int32_t code = 0;
  // What Go prints on stderr before the goroutine dump: "panic: send on closed channel",
  // "fatal error: all goroutines are asleep - deadlock!". For limits a sentence with the figure
  // that was reached.
  std::string text;
  GoroutineId goroutine{};  // who panicked
};

}  // namespace gopark
