#include "native/variant.h"

#include <algorithm>

namespace gopark {

namespace {

// What a step looks like from outside: who did which sorts of things.
using StepShape = std::vector<std::pair<GoroutineId, std::size_t>>;

std::vector<StepShape> shapes_of(const Session& session) {
  std::vector<StepShape> shapes;
  session.replay([&](uint64_t, const World&, std::span<const Event> events) {
    StepShape shape;
    for (const Event& event : events) shape.emplace_back(event.goroutine, event.data.index());
    shapes.push_back(std::move(shape));
    return shapes.size() < 100'000;
  });
  return shapes;
}

std::vector<uint64_t> causes_of(const Variant& variant) {
  std::vector<uint64_t> steps;
  const RunFindings& run = variant.findings;
  const auto first = std::find_if(run.findings.begin(), run.findings.end(), is_failure);
  if (first == run.findings.end()) return steps;
  for (const Lane& lane : variant.trace.lanes)
    if (lane.goroutine == first->goroutine) steps.push_back(lane.born);
  steps.push_back(first->parked_at_step);
  steps.push_back(first->doomed_at_step);
  steps.push_back(run.steps);
  const auto proof = variant.proofs.find(first->goroutine);
  if (proof != variant.proofs.end())
    for (const Clause& clause : proof->second) steps.push_back(clause.step);
  std::sort(steps.begin(), steps.end());
  steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
  if (!steps.empty() && steps.front() == 0) steps.erase(steps.begin());
  return steps;
}

// What takes a look at every step: one replay for all of it.
void read_run(Variant& variant) {
  TraceReader trace;
  WakersReader wakers(variant.findings);
  GhostsReader ghosts(variant.session->program(), variant.findings);
  variant.session->replay([&](uint64_t step, const World& world, std::span<const Event> events) {
    const bool for_trace = trace.see(step, world, events);
    const bool for_wakers = wakers.see(step, world);
    const bool for_ghosts = ghosts.see(step, world, events);
    return for_trace || for_wakers || for_ghosts;
  });
  variant.trace = trace.finish(variant.findings);
  variant.wakers = wakers.finish();
  variant.ghosts = ghosts.finish();
}

std::vector<Subject> subjects_of(const RunFindings& run) {
  std::vector<Subject> subjects;
  for (const Finding& finding : run.findings) {
    const bool earlier =
        subjects.empty() || finding.parked_at_step < subjects.back().parked_at_step;
    if (earlier && is_failure(finding))
      subjects.push_back({finding.goroutine, finding.parked_at_step});
  }
  return subjects;
}

}  // namespace

void load_text(Variant& variant, const std::string& text, const Compile& compile,
               const SessionOptions& options) {
  variant.text = text;
  Compiled compiled = compile(variant.name, text);
  variant.highlights = std::move(compiled.highlights);
  variant.complaints = std::move(compiled.complaints);
  variant.is_stale = compiled.program == nullptr;
  if (variant.is_stale) return;
  variant.program = std::move(compiled.program);
  variant.session.emplace(variant.program, options);
  variant.old_future = {};
  variant.run_text = text;
  judge(variant);
}

void judge(Variant& variant) {
  if (!variant.session) return;
  const Position here = variant.session->position();
  ++variant.run;
  variant.findings = find_all(*variant.session);
  variant.failures = static_cast<uint64_t>(std::count_if(
      variant.findings.findings.begin(), variant.findings.findings.end(), is_failure));
  variant.subjects = subjects_of(variant.findings);
  variant.markers = markers_of(variant.findings);
  variant.proofs.clear();
  for (const Finding& finding : variant.findings.findings)
    if (is_failure(finding) && variant.proofs.size() < kMaxProofs)
      variant.proofs[finding.goroutine] = prove(*variant.session, finding);
  variant.session->seek(here);
  read_run(variant);
  variant.causes = causes_of(variant);
}

std::optional<uint64_t> first_difference(const Variant& a, const Variant& b) {
  if (!a.session || !b.session) return std::nullopt;
  const std::vector<StepShape> first = shapes_of(*a.session), second = shapes_of(*b.session);
  const std::size_t shared = std::min(first.size(), second.size());
  for (std::size_t i = 0; i < shared; ++i)
    if (first[i] != second[i]) return i + 1;
  if (first.size() == second.size()) return std::nullopt;
  return shared + 1;
}

}  // namespace gopark
