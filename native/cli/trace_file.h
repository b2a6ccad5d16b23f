// --trace FILE: every step of a run as one JSON object a line, for other programs.
#pragma once

#include <ostream>

#include "sim/session/session.h"

namespace gopark {

// {"step":4,"goroutine":"main.1","function":"main.Example.func1","file":"leaky.go","line":14,
//  "clock_ns":0,"sentence":"…","channels":["c  no buffer  sending: main.1"]}
void write_trace(const Session& session, std::ostream& out);

}  // namespace gopark
