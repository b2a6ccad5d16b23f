#include "sim/session/findings.h"

#include <algorithm>
#include <map>

#include "sim/detect/leaked.h"

namespace gopark {

namespace {

// The step of the last park of each goroutine that is still parked at the end.
std::map<GoroutineId, uint64_t> last_parks(const Session& session) {
  std::map<GoroutineId, uint64_t> parks;
  session.replay([&](uint64_t step, const World&, std::span<const Event> events) {
    for (const Event& event : events) {
      if (std::holds_alternative<Parked>(event.data)) parks[event.goroutine] = step;
      if (std::holds_alternative<GoroutineFinished>(event.data)) parks.erase(event.goroutine);
      if (const auto* readied = std::get_if<Readied>(&event.data)) parks.erase(readied->goroutine);
    }
    return true;
  });
  return parks;
}

// Dates the findings of one run, by probing at which steps they are leaked.
class Dating {
 public:
  explicit Dating(Session& session) : session_(session) {}

  // Each is leaked at step `high` and none is at step `low`.
  void bisect(std::vector<Finding*> findings, uint64_t low, uint64_t high) {
    while (!findings.empty() && high - low > 1) {
      const uint64_t middle = low + (high - low) / 2;
      std::vector<Finding*> early = leaked_at(middle, findings);
      if (early.size() == findings.size()) {
        high = middle;
        continue;
      }
      std::erase_if(findings, [&early](Finding* f) {
        return std::find(early.begin(), early.end(), f) != early.end();
      });
      bisect(std::move(early), low, middle);
      low = middle;
    }
    for (Finding* finding : findings) finding->doomed_at_step = high;
  }

  // Those of `findings` that are leaked after that step.
  std::vector<Finding*> leaked_at(uint64_t step, const std::vector<Finding*>& findings) {
    session_.seek(step);
    const std::vector<GoroutineId> leaked = leaked_goroutines(session_.world());
    std::vector<Finding*> found;
    for (Finding* finding : findings) {
      if (std::binary_search(leaked.begin(), leaked.end(), finding->goroutine)) {
        found.push_back(finding);
      }
    }
    return found;
  }

 private:
  Session& session_;
};

// Most are doomed at the very step that parks them: one probe tells. The others are bisected
// together.
void date_dooms(Session& session, std::vector<Finding>& findings, uint64_t steps) {
  Dating dating(session);
  std::map<uint64_t, std::vector<Finding*>> by_park;
  std::vector<Finding*> all;
  const uint64_t limit = dated_findings(session.world());
  for (Finding& finding : findings) {
    if (all.size() < limit) all.push_back(&finding);
  }
  if (all.empty()) return;
  std::vector<Finding*> later;
  for (Finding* finding : dating.leaked_at(steps, all)) {
    if (finding->parked_at_step != 0)
      by_park[finding->parked_at_step].push_back(finding);
    else
      later.push_back(finding);
  }
  for (auto& [park, group] : by_park) {
    const std::vector<Finding*> at_once = dating.leaked_at(park, group);
    for (Finding* finding : group) {
      const bool is_doomed = std::find(at_once.begin(), at_once.end(), finding) != at_once.end();
      if (is_doomed)
        finding->doomed_at_step = park;
      else
        later.push_back(finding);
    }
  }
  dating.bisect(std::move(later), 0, steps);
}

}  // namespace

uint64_t dated_findings(const World& end) {
  return std::min(kMaxDated, kDatingBytes / (end.live_bytes() + 1));
}

RunFindings find_all(Session& session) {
  RunFindings run;
  run.steps = session.run_to_end();
  run.outcome = session.world().outcome();
  run.findings = findings_of(session.world());
  run.verdict = verdict_of(run.outcome, run.findings);
  if (run.findings.empty()) return run;
  const std::map<GoroutineId, uint64_t> parks = last_parks(session);
  for (Finding& finding : run.findings) {
    if (const auto park = parks.find(finding.goroutine); park != parks.end()) {
      finding.parked_at_step = park->second;
    }
  }
  date_dooms(session, run.findings, run.steps);
  session.seek(run.steps);
  return run;
}

std::vector<Marker> markers_of(const RunFindings& run) {
  std::vector<Marker> markers;
  for (const Finding& finding : run.findings) {
    if (finding.parked_at_step != 0) {
      markers.push_back(Marker{finding.parked_at_step, MarkerKind::Parked, finding.goroutine});
    }
    if (finding.doomed_at_step != 0) {
      markers.push_back(Marker{finding.doomed_at_step, MarkerKind::Doomed, finding.goroutine});
    }
  }
  markers.push_back(Marker{run.steps, MarkerKind::End, run.outcome.goroutine});
  std::stable_sort(markers.begin(), markers.end(),
                   [](const Marker& a, const Marker& b) { return a.step < b.step; });
  return markers;
}

}  // namespace gopark
