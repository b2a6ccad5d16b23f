#include "native/dial_view.h"

#include "native/views.h"

namespace gopark {

namespace {

bool fails_only_by_races(const ExploreReport& report) {
  return report.failing == 0 && !report.findings.empty() && are_races(report.findings);
}

// Of a verdict that came before all schedules were counted.
std::string uncounted(const ExploreReport& report) {
  return (report.verdict == ProofVerdict::Bug ? "at least one schedule fails"
                                              : "no schedule fails") +
         std::string("; there are too many to be counted.");
}

std::string said_of(const ExploreReport& report) {
  if (report.verdict == ProofVerdict::Incomplete) return report.bound + ".";
  if (fails_only_by_races(report))
    return "a data race is all that fails: what the program does is not defined.";
  if (!report.counts_exact) return uncounted(report);
  const std::string total = schedules_text(report.total);
  if (report.failing == 0) return "none of " + total + " fails.";
  return schedules_text(report.failing) + " of " + total + " fail.";
}

std::optional<double> share_of(const ExploreReport& report) {
  if (report.verdict == ProofVerdict::Proved) return 0;
  if (report.verdict == ProofVerdict::Incomplete || !report.counts_exact || report.total <= 0)
    return std::nullopt;
  return report.failing / report.total;
}

}  // namespace

DialView dial_view(const ClockSearch& search, bool has_timers) {
  const std::string clock = !has_timers                        ? "All schedules: "
                            : search.clock == ClockMode::Async ? "Timers at any moment: "
                                                               : "Timers in order: ";
  return {clock + said_of(search.report), share_of(search.report)};
}

std::string schedules_text(double count) {
  if (count < 1e15) return count_text(static_cast<uint64_t>(count));
  return "more than " + count_text(1'000'000'000'000'000);
}

}  // namespace gopark
