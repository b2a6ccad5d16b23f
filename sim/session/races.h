// Data races in a session's run.
#pragma once

#include <optional>

#include "sim/detect/finding.h"
#include "sim/session/session.h"

namespace gopark {

// The first data race of the run so far, which is run once more for it; see detect/race_watch.h.
std::optional<Finding> race_in(const Session& session);

}  // namespace gopark
