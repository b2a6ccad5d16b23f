// How a goroutine stopped being able to reach something, in one step of a run.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/session/session.h"

namespace gopark {

enum class DropKind : uint8_t {
  Finished,  // the goroutine ended
  Returned,  // the function returned that held it
  LastUse,   // the function goes on, but never uses it again
  Stuck,     // it still has it, but is leaked itself
  Unable,    // it still has it, but no code that would use it as is needed
};

struct Drop {
  DropKind kind = DropKind::LastUse;
  std::string variable;  // of the goroutine, that led there; "" if it is not known
  std::string function;  // Returned: which one
  std::string reason;    // Stuck: its wait reason
};

// What happened to `goroutine` in step `step` + 1, before which it could reach one of `objects`.
// Moves the session.
Drop find_drop(Session& session, GoroutineId goroutine, const std::vector<Reference>& objects,
               uint64_t step);

}  // namespace gopark
