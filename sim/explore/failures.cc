#include "sim/explore/failures.h"

#include <algorithm>

#include "sim/detect/leaked.h"
#include "sim/vm/canonical.h"

namespace gopark {

namespace {

// main has returned, and every other goroutine is blocked. (A finalizer might wake one.)
bool nobody_is_left(const World& world) {
  if (world.outcome().kind != OutcomeKind::Exited || world.has_timers()) return false;
  if (sets_finalizers(world.program())) return false;
  const std::vector<GoroutineId> ids = world.goroutines();
  return std::all_of(ids.begin(), ids.end(), [&world](GoroutineId id) {
    return id == kMainGoroutine || is_blocked(*world.goroutine(id));
  });
}

}  // namespace

std::vector<Finding> failures_of(const World& world) {
  std::vector<Finding> findings = findings_of(world);
  // While others run, main may wait for ever: so servers are written.
  if (!world.ended())
    findings.erase(std::remove_if(findings.begin(), findings.end(),
                                  [](const Finding& f) { return f.goroutine == kMainGoroutine; }),
                   findings.end());
  const bool alone = nobody_is_left(world);
  for (Finding& finding : findings)
    if (finding.kind == FindingKind::AliveAtExit && alone && finding.goroutine != kMainGoroutine)
      finding.kind = FindingKind::NeverWakes;
  findings.erase(
      std::remove_if(findings.begin(), findings.end(),
                     [](const Finding& f) { return f.kind == FindingKind::AliveAtExit; }),
      findings.end());
  return findings;
}

}  // namespace gopark
