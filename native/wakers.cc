#include "native/wakers.h"

#include <algorithm>

#include "sim/detect/holders.h"

namespace gopark {

namespace {

// The failures that can be looked at without making anybody wait.
std::vector<const Finding*> failures_to_watch(const RunFindings& findings) {
  std::vector<const Finding*> watched;
  uint64_t looks = 0;
  for (const Finding& finding : findings.findings) {
    if (!is_failure(finding) || is_race(finding) || finding.parked_at_step == 0) continue;
    looks += findings.steps - finding.parked_at_step + 1;
    if (looks > kMaxWakerLooks) break;
    watched.push_back(&finding);
  }
  return watched;
}

void add(std::vector<Waker>& wakers, GoroutineId id, uint64_t step) {
  const auto known = std::find_if(wakers.begin(), wakers.end(),
                                  [id](const Waker& waker) { return waker.id == id; });
  if (known == wakers.end())
    wakers.push_back({id, step});
  else
    known->until = step;
}

void look(Wakers& wakers, const Finding& finding, uint64_t step, const World& world) {
  const bool doomed = finding.doomed_at_step > 0 && step >= finding.doomed_at_step;
  const auto goroutine = world.goroutine(finding.goroutine);
  if (step < finding.parked_at_step || doomed || !goroutine) return;
  if (goroutine->status != GoroutineStatus::Waiting) return;
  for (const Holder& holder : holders_of(world, finding.goroutine))
    if (holder.kind == HolderKind::Goroutine)
      add(wakers[finding.goroutine], holder.goroutine, step);
}

}  // namespace

WakersReader::WakersReader(const RunFindings& findings) : watched_(failures_to_watch(findings)) {}

bool WakersReader::see(uint64_t step, const World& world) {
  for (const Finding* finding : watched_) look(wakers_, *finding, step, world);
  return !watched_.empty();
}

}  // namespace gopark
