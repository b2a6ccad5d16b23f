#include "sim/detect/finding.h"

#include <algorithm>
#include <array>

#include "sim/base/assert.h"
#include "sim/detect/leaked.h"

namespace gopark {

namespace {

constexpr std::array<std::string_view, 6> kFindingNames = {
    "leaked", "alive_at_exit", "never_wakes", "deadlock", "panic", "race"};
constexpr std::array<std::string_view, 6> kVerdictNames = {"clean", "leak",       "deadlock",
                                                           "panic", "incomplete", "race"};

bool has_crashed(const Outcome& outcome) {
  return outcome.kind == OutcomeKind::Panicked || outcome.kind == OutcomeKind::FatalError;
}

// The kind of what is to be said about this goroutine at such an end; nothing to say: false.
bool kind_of_finding(const Outcome& outcome, GoroutineId id, bool leaked, FindingKind* kind) {
  if (outcome.kind == OutcomeKind::Deadlock) return *kind = FindingKind::Deadlock, true;
  if (has_crashed(outcome) && id == outcome.goroutine) return *kind = FindingKind::Panic, true;
  if (leaked) return *kind = FindingKind::Leaked, true;
  if (outcome.kind != OutcomeKind::Exited || id == kMainGoroutine) return false;
  return *kind = FindingKind::AliveAtExit, true;
}

CodePlace place_of(const World& world, GoroutineId id) {
  const CodePlace user = world.user_place(id);
  if (static_cast<uint32_t>(user.function) != kNone) return user;
  const std::vector<FrameView> frames = world.frames(id);
  return frames.empty() ? user : frames.front().place;
}

Finding describe(const World& world, const GoroutineView& view, FindingKind kind) {
  Finding finding;
  finding.kind = kind;
  finding.goroutine = view.id;
  finding.name = world.name_of(view.id);
  finding.status = view.status;
  finding.reason = view.reason;
  finding.waits_on = view.waits_on;
  finding.place = place_of(world, view.id);
  finding.created = view.created_at;
  return finding;
}

}  // namespace

std::string_view to_string(FindingKind kind) {
  return kFindingNames[static_cast<std::size_t>(kind)];
}

std::string_view to_string(Verdict verdict) {
  return kVerdictNames[static_cast<std::size_t>(verdict)];
}

bool is_failure(const Finding& finding) {
  if (finding.kind != FindingKind::AliveAtExit) return true;
  return finding.status == GoroutineStatus::Waiting && finding.reason != WaitReason::Sleep;
}

std::vector<Finding> findings_of(const World& world) {
  const Outcome outcome = world.outcome();
  const std::vector<GoroutineId> leaked = leaked_goroutines(world);
  std::vector<Finding> findings;
  for (const GoroutineId id : world.goroutines()) {
    const auto view = world.goroutine(id);
    const bool is_leaked = std::binary_search(leaked.begin(), leaked.end(), id);
    FindingKind kind{};
    if (view && kind_of_finding(outcome, id, is_leaked, &kind)) {
      findings.push_back(describe(world, *view, kind));
    }
  }
  return findings;
}

Finding finding_about(const World& world, GoroutineId id, FindingKind kind) {
  const auto view = world.goroutine(id);
  GOPARK_ASSERT(view.has_value(), "a living goroutine");
  return describe(world, *view, kind);
}

bool are_races(const std::vector<Finding>& findings) {
  return std::all_of(findings.begin(), findings.end(), is_race);
}

Verdict verdict_of(const Outcome& outcome, const std::vector<Finding>& findings) {
  if (outcome.kind == OutcomeKind::Deadlock) return Verdict::Deadlock;
  if (has_crashed(outcome)) return Verdict::Panic;
  if (!findings.empty() && are_races(findings)) return Verdict::Race;
  if (std::any_of(findings.begin(), findings.end(), is_failure)) return Verdict::Leak;
  return outcome.kind == OutcomeKind::Exited ? Verdict::Clean : Verdict::Incomplete;
}

SourcePlace source_place(const Program& program, CodePlace place) {
  if (static_cast<uint32_t>(place.function) == kNone) return {};
  const Function& function = function_of(program, place.function);
  SourcePlace source;
  source.function = function.name;
  if (function.file < program.files.size()) source.file = program.files[function.file].path;
  source.line = function.line;
  if (function.lines.empty()) return source;
  const LineEntry& entry = line_at(function, place.pc);
  source.line = entry.line;
  source.column = entry.column;
  return source;
}

std::string_view status_text(GoroutineStatus status, WaitReason reason) {
  switch (status) {
    case GoroutineStatus::Running:
      return "running";
    case GoroutineStatus::Runnable:
      return "runnable";
    case GoroutineStatus::Finished:
      return "finished";
    case GoroutineStatus::Waiting:
      break;
  }
  return to_string(reason);
}

}  // namespace gopark
