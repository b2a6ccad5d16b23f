#include "native/cli/check_text.h"

#include <algorithm>
#include <cmath>

#include "native/cli/diff.h"
#include "sim/explore/suggest.h"

namespace gopark {

namespace {

// "76 of 118 fail", or about how many where the numbers are astronomical.
std::string schedules_text(const ExploreReport& report) {
  if (!report.counts_exact) return "not counted";
  if (report.failing == 0 && report.verdict == ProofVerdict::Bug)
    return "none fails but for the race";
  const auto number = [](double n) {
    if (n < 1e15) return std::to_string(static_cast<uint64_t>(n));
    return "about 10^" + std::to_string(static_cast<int>(std::floor(std::log10(n))));
  };
  return number(report.failing) + " of " + number(report.total) + " fail";
}

// Takes over what only the search could know: that a goroutine never wakes.
void take_never_wakes(Report& report, const ExploreReport& result) {
  if (are_races(result.findings)) return;
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    for (const Finding& known : result.findings) {
      Finding& finding = report.findings[i];
      if (known.name != finding.name || known.kind != FindingKind::NeverWakes) continue;
      finding.kind = FindingKind::NeverWakes;
      if (i >= report.proofs.size()) continue;
      // The proof of a run says what holds it; that nothing ever uses that, the search says.
      std::vector<Clause>& proof = report.proofs[i];
      if (!proof.empty()) proof.resize(1);
      proof.push_back({"main has returned, and nothing runs, sleeps or ticks that could wake it.",
                       report.steps});
      proof.push_back({"So it never wakes.", report.steps, finding.goroutine});
    }
  }
  if (report.verdict == Verdict::Clean) report.verdict = Verdict::Leak;
}

// The program goes round for ever, and somebody is parked all the while.
void add_never_wakes(Report& report, const ExploreReport& result) {
  for (const Finding& finding : result.findings) {
    if (finding.kind != FindingKind::NeverWakes) continue;
    report.findings.push_back(finding);
    report.proofs.resize(report.findings.size());
    report.verdict = Verdict::Leak;
    report.proofs.back() = {
        {finding.name + " is parked.", report.steps, finding.goroutine},
        {"From here on the program runs for ever.", report.steps},
        {"All its futures were looked at: in none of them does anybody wake " + finding.name + ".",
         report.steps},
        {"So it never wakes.", report.steps, finding.goroutine}};
  }
}

std::string turning_text(const TurningPoint& point, const std::string& program) {
  if (!point.passing) return "  With this clock no schedule ends clean.\n";
  return "  Point of no return: step " + std::to_string(point.step) +
         ". Until then it could end clean, as here:\n    gopark explain " + program +
         " --schedule '" + to_string(*point.passing) + "'\n";
}

std::string fixes_text(const ReportedFixes& found, const Paint& paint) {
  const std::string tried = std::to_string(found.tried) + (found.tried == 1 ? " edit" : " edits");
  if (found.fixes.empty()) return "\nNo fix found: " + tried + " tried, none PROVED.\n";
  std::string text =
      "\nFixes that are PROVED clean in every schedule, and print what it printed (" + tried +
      " tried):\n";
  for (const ReportedFix& fix : found.fixes) {
    text += "\n" + paint(Color::Green, fix.what) + " (" + std::to_string(fix.states) +
            " states)\n" + fix.diff;
  }
  return text;
}

// With the word whether these are the fewest.
std::string preemptions_text(const ExploreReport& result) {
  const std::string count = std::to_string(result.preemptions) +
                            (result.preemptions == 1 ? " preemption" : " preemptions");
  if (result.preemptions == 0) return count;
  return count +
         (result.fewest_preemptions ? " (with fewer none fails)" : " (perhaps not the fewest)");
}

std::string_view clock_name(ClockMode clock) {
  return clock == ClockMode::Async ? "async" : "quiescent";
}

}  // namespace

ReportedFixes fixes_for(const ProgramSource& source, const CheckOptions& how) {
  SuggestOptions options;
  options.check = how;
  const SuggestReport found = suggest(source.path, source.text, options);
  ReportedFixes fixes;
  fixes.tried = found.tried;
  for (const Suggestion& one : found.suggestions) {
    fixes.fixes.push_back(
        {one.what, unified_diff(source.path, source.text, one.after), one.states});
  }
  return fixes;
}

Report check_report(const ProgramSource& source, const Loaded& loaded, const CheckReport& found,
                    const WorldOptions& options, uint64_t budget_states) {
  const ExploreReport& result = found.result;
  Report report;
  if (result.verdict == ProofVerdict::Bug) {
    SessionOptions how;
    how.world = options;
    how.world.clock = found.clock;
    how.schedule = result.schedule;
    const bool endless = result.outcome.kind == OutcomeKind::Running;
    if (endless) how.max_steps = result.steps;
    Session session(loaded.program, how);
    report = report_of(session, source.title);
    take_never_wakes(report, result);
    if (endless) add_never_wakes(report, result);
    for (const Finding& finding : result.findings)
      if (is_race(finding)) add_race(report, session, finding);
    report.schedule = to_string(result.schedule);
    report.preemptions = result.preemptions;
    report.fewest_preemptions = result.fewest_preemptions;
    if (!endless && !are_races(result.findings))
      report.turning_point =
          turning_point(loaded.program, how.world, result.schedule, result.steps, budget_states);
  }
  if (result.verdict == ProofVerdict::Proved) report.verdict = Verdict::Clean;
  if (result.verdict == ProofVerdict::Incomplete) report.verdict = Verdict::Incomplete;
  report.program = source.title;
  report.proved = result.verdict == ProofVerdict::Proved;
  report.states = result.progress.states;
  report.schedules = schedules_text(result);
  report.bound = result.bound;
  return report;
}

std::string check_text(const Program& program, const CheckReport& found, const Report& report,
                       const Paint& paint) {
  const ExploreReport& result = found.result;
  const bool proved = result.verdict == ProofVerdict::Proved;
  std::string text = paint(proved ? Color::Green : Color::Red, to_string(result.verdict)) + "  " +
                     paint(Color::Bold, report.program) + "\n";
  const std::string searched = std::to_string(result.progress.states) + " states, " +
                               std::to_string(result.progress.transitions) + " steps";
  const std::string clock = std::string(clock_name(found.clock)) + " clock";
  switch (result.verdict) {
    case ProofVerdict::Proved:
      text += "  Clean in every schedule, with " +
              (found.both_clocks ? std::string("both clocks") : "the " + clock) + " (" + searched +
              ").\n";
      if (report.fixes) text += "  Nothing to fix.\n";
      break;
    case ProofVerdict::Incomplete:
      text += "  Nothing found so far; stopped by " + result.bound + " (" + searched + ", " +
              clock + ").\n";
      if (found.both_clocks && found.clock == ClockMode::Async)
        text += "  With the quiescent clock it is clean in every schedule.\n";
      if (report.fixes) text += "  Without a failure no fix can be looked for.\n";
      break;
    case ProofVerdict::Bug:
      text += "  Schedules: " + report.schedules + " (" + searched + ", " + clock + ").\n";
      text += "  The simplest: " + preemptions_text(result) + ", " + std::to_string(result.steps) +
              " steps. See it with\n    gopark explain " + report.program + " --schedule '" +
              report.schedule + "'" +
              (result.outcome.kind == OutcomeKind::Running
                   ? " --max-steps " + std::to_string(result.steps)
                   : "") +
              "\n";
      if (report.turning_point) text += turning_text(*report.turning_point, report.program);
      if (std::any_of(result.findings.begin(), result.findings.end(), is_race))
        text += "  A data race: what the program does is not defined, whatever it did here.\n";
      if (!result.outcome.text.empty()) text += "  " + result.outcome.text + "\n";
      text += told_findings(program, report, paint);
      if (report.fixes) text += fixes_text(*report.fixes, paint);
      break;
  }
  return text;
}

}  // namespace gopark
