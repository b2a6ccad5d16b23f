// What the commands report of a run or a search: text for people, one JSON object for programs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "native/cli/terminal.h"
#include "sim/explore/turning_point.h"
#include "sim/narrate/proof.h"
#include "sim/session/findings.h"

namespace gopark {

// At most so many findings are proved, and so many listed; the others are counted.
inline constexpr std::size_t kMaxProved = 100;
inline constexpr std::size_t kMaxListed = 1000;

// A repair that was checked and is PROVED.
struct ReportedFix {
  std::string what;  // "give done one slot"
  std::string diff;  // unified
  uint64_t states = 0;
};
struct ReportedFixes {
  std::vector<ReportedFix> fixes;  // the smallest edit first
  std::size_t tried = 0;
};

struct Report {
  std::string program;
  Verdict verdict = Verdict::Clean;
  bool proved = false;          // of all schedules: only a search can say that
  std::string schedules = "1";  // how many were looked at, in words where there are many
  uint64_t states = 0;          // of a search
  uint64_t steps = 0;
  std::string schedule;  // text form
  std::string bound;     // of an incomplete search
  // Of a bug that check found; and whether it is known that no failing schedule has fewer.
  std::optional<uint64_t> preemptions;
  bool fewest_preemptions = false;
  Outcome outcome;
  std::vector<Finding> findings;
  std::vector<std::vector<Clause>> proofs;    // one a finding, for the first of them
  std::optional<TurningPoint> turning_point;  // of a bug that check found
  std::optional<ReportedFixes> fixes;         // when they were asked for
};

// Runs to the end, dates and proves what is found.
Report report_of(Session& session, const std::string& title);

// The race that a run has shown, with the clauses that say so. A run that was clean but for it gets
// the verdict Race.
void add_race(Report& report, const Session& session, const Finding& race);

// One line, ends with a newline.
std::string to_json(const Program& program, const Report& report);

// "leaked: main.1 [chan send] at leaky.go:14, created at leaky.go:12"
std::string finding_line(const Program& program, const Finding& finding);
// The lines of all findings; many of a kind at one place are told as one, with their number.
std::string finding_lines(const Program& program, const std::vector<Finding>& findings);

// "LEAK: 1 goroutine never wakes."
std::string verdict_line(const Report& report);
// The findings, each with its proof, clause by clause.
std::string told_findings(const Program& program, const Report& report, const Paint& paint);

}  // namespace gopark
