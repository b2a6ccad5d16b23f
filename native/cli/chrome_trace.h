// --chrome-trace FILE: a run as a trace that chrome://tracing and Perfetto open: a track for each
// goroutine, a slice for each step and each time parked, an arrow for each message.
#pragma once

#include <ostream>

#include "sim/session/session.h"

namespace gopark {

// One step is drawn as one millisecond, since most of a run takes no virtual time; the clock is
// among each slice's arguments. Tracks have the goroutines' ids. (Trace Event Format: X, M, s and
// f.)
void write_chrome_trace(const Session& session, std::ostream& out);

}  // namespace gopark
