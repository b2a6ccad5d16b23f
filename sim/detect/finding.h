// Finding: what a detector reports about one goroutine at the end of a run, as a value. Sentences
// and proofs are made in narrate/.
//
// Three verdicts, never mixed: Leaked is a proof for this state; AliveAtExit is only an
// observation, the goroutine was still there when main returned; NeverWakes is a proof over all
// schedules and comes from explore/ alone. Beside these stand Deadlock and Panic, which are how the
// run ended.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/vm/world.h"

namespace gopark {

enum class FindingKind : uint8_t { Leaked, AliveAtExit, NeverWakes, Deadlock, Panic, Race };

// "leaked", "alive_at_exit", ...: the words of the command line and of lesson.md.
std::string_view to_string(FindingKind kind);

struct Finding {
  FindingKind kind = FindingKind::Leaked;
  GoroutineId goroutine{};
  std::string name;  // spawn path
  GoroutineStatus status = GoroutineStatus::Waiting;
  WaitReason reason = WaitReason::None;
  std::vector<Reference> waits_on;  // valid in the world that was looked at
  CodePlace place;                  // innermost frame in the learner's files, else innermost
  CodePlace created;                // its go statement; function kNone for main
  uint64_t parked_at_step = 0;      // the step that parked it for the last time; 0: not known
  // Of a race: the access of `goroutine` at `place`, and the other one that nothing orders it with.
  struct Racing {
    bool writes = false;
    bool other_writes = false;
    std::string other;  // spawn path
    CodePlace other_place;
  };
  Racing racing;
  uint64_t doomed_at_step = 0;  // the first step after which it was leaked; 0: never, or not known
};

inline bool is_race(const Finding& finding) {
  return finding.kind == FindingKind::Race;
}

// Whether all of them are data races; so it is when there are none.
bool are_races(const std::vector<Finding>& findings);

// Whether it makes the verdict "leak": one that merely could still run or sleeps does not.
bool is_failure(const Finding& finding);

// How one run ended, all in all. Incomplete: a limit stopped it and nothing was found until then.
enum class Verdict : uint8_t { Clean, Leak, Deadlock, Panic, Incomplete, Race };

// "clean", "leak", "deadlock", "panic", "incomplete", "race"
std::string_view to_string(Verdict verdict);

// What can be said at the end of a run (or at its latest step), by goroutine id. Before the end
// only leaked goroutines are reported. In a deadlock every goroutine is part of it, and reported as
// such.
std::vector<Finding> findings_of(const World& world);

// What is to be said about a living goroutine, as this kind of finding.
Finding finding_about(const World& world, GoroutineId id, FindingKind kind);

Verdict verdict_of(const Outcome& outcome, const std::vector<Finding>& findings);

// A source place as people read it.
struct SourcePlace {
  std::string_view function;  // "main.Example.func1"; empty if there is none
  std::string_view file;
  uint32_t line = 0;
  uint32_t column = 0;
};
SourcePlace source_place(const Program& program, CodePlace place);

// The wait reason, or "running", "runnable": what stands in brackets in Go's dumps.
std::string_view status_text(GoroutineStatus status, WaitReason reason);

}  // namespace gopark
