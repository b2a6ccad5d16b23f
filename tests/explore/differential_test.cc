// Random programs: each reduction of the explorer, alone and with the others, says the same as the
// search without any and meets the same failures; every bug replays; what is proved never fails in
// a random run.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "sim/explore/explorer.h"
#include "sim/explore/failures.h"
#include "sim/lang/toolchain.h"
#include "sim/sched/policy.h"
#include "sim/sched/replay.h"
#include "sim/vm/independence.h"
#include "tests/explore/generate.h"
#include "tests/sanitized.h"

namespace gopark {
namespace {

// The sanitizers look for other mistakes than a difference: a quarter is enough for them.
constexpr uint64_t kPrograms = kSanitized ? 100 : 1000;
constexpr uint64_t kBudgetStates = 20'000;
constexpr uint64_t kUnmergedTransitions = 4'000;
constexpr uint64_t kRandomRuns = kSanitized ? 100 : 1000;
constexpr uint64_t kMaxSteps = 10'000;

struct Tally {
  uint64_t proved = 0, bugs = 0, incomplete = 0, unmerged = 0, random_runs = 0;
  uint64_t states = 0, states_of_sets = 0;  // without reductions, and with persistent sets
  uint64_t states_with_clock = 0, states_without_clock = 0;  // where nobody reads it
};

// A search without end answers nothing: within so many transitions, or nullopt.
std::optional<ExploreReport> explore(const std::shared_ptr<const Program>& program,
                                     const ExploreOptions& options, uint64_t transitions) {
  Explorer explorer(program, options);
  if (!explorer.advance(transitions)) return std::nullopt;
  return explorer.report();
}

using Kinds = std::set<std::string>;

Kinds kinds_of(const std::vector<Finding>& findings) {
  Kinds kinds;
  for (const Finding& finding : findings)
    kinds.insert(std::string(to_string(finding.kind)) + " " + finding.name + " " +
                 std::string(status_text(finding.status, finding.reason)));
  return kinds;
}

World replayed(const std::shared_ptr<const Program>& program, const ExploreReport& report) {
  WorldOptions options;
  options.clock = report.schedule.clock;
  World world(program, options);
  ReplayScheduler scheduler(report.schedule);
  while (world.steps() < report.steps && world.step(scheduler)) {
  }
  EXPECT_FALSE(scheduler.mismatch());
  return world;
}

// All failures that a search meets, and whether a panic is one of them.
struct Met {
  std::optional<ExploreReport> report;
  Kinds kinds;
  bool panics = false;
  bool races = false;

  bool is_known() const { return report && report->verdict != ProofVerdict::Incomplete; }
};

Met all_of(const std::shared_ptr<const Program>& program, ExploreOptions options) {
  Met met;
  options.on_failure = [&met](const std::vector<Finding>& findings) {
    // By where they stand: those that do the same are one to the search, whatever their names.
    for (const Finding& finding : findings)
      met.kinds.insert(std::string(to_string(finding.kind)) + " " +
                       std::string(status_text(finding.status, finding.reason)) + " " +
                       std::to_string(static_cast<uint32_t>(finding.place.function)) + " " +
                       std::to_string(finding.place.pc));
    met.panics = met.panics || std::any_of(findings.begin(), findings.end(), [](const Finding& f) {
                   return f.kind == FindingKind::Panic;
                 });
  };
  met.report = explore(program, options, 1'000'000);
  if (met.report)
    met.races = std::any_of(met.report->findings.begin(), met.report->findings.end(), is_race);
  return met;
}

class Differential {
 public:
  Differential(std::shared_ptr<const Program> program, ClockMode clock, Tally& tally)
      : program_(std::move(program)), tally_(tally) {
    options_.world.clock = clock;
    options_.budget_states = kBudgetStates;
    options_.stop_at_bug = false;
    options_.races = false;  // see races_test.cc
  }

  void check() {
    const auto reduced = explore(program_, options_, 1'000'000);
    ASSERT_TRUE(reduced);
    if (reduced->verdict == ProofVerdict::Incomplete) {
      ++tally_.incomplete;
      return;
    }
    ++(reduced->verdict == ProofVerdict::Proved ? tally_.proved : tally_.bugs);
    compare_with_clock(*reduced);
    compare_with_plain(*reduced);
    compare_persistent_sets();
    if (reduced->verdict == ProofVerdict::Bug) compare_replay(*reduced);
    if (reduced->verdict == ProofVerdict::Proved) run_at_random();
  }

 private:
  void compare_with_clock(const ExploreReport& reduced) {
    ExploreOptions with_clock = options_;
    with_clock.unread_clock = Reduction::Off;
    const auto all = explore(program_, with_clock, 1'000'000);
    ASSERT_TRUE(all);
    tally_.states_with_clock += all->progress.states;
    tally_.states_without_clock += reduced.progress.states;
    if (all->verdict == ProofVerdict::Incomplete) return;
    EXPECT_EQ(to_string(all->verdict), to_string(reduced.verdict)) << "unread clock";
  }
  void compare_with_plain(const ExploreReport& reduced) {
    ExploreOptions plain = options_;
    plain.unread_clock = Reduction::Off;
    plain.local_steps = Reduction::Off;
    const auto all_steps = explore(program_, plain, 1'000'000);
    ASSERT_TRUE(all_steps);
    if (all_steps->verdict != ProofVerdict::Incomplete) {
      EXPECT_EQ(to_string(all_steps->verdict), to_string(reduced.verdict)) << "local steps";
    }
    plain.merging = Reduction::Off;
    const auto all_paths = explore(program_, plain, kUnmergedTransitions);
    if (!all_paths || all_paths->verdict == ProofVerdict::Incomplete) return;
    ++tally_.unmerged;
    EXPECT_EQ(to_string(all_paths->verdict), to_string(reduced.verdict)) << "merging";
    if (all_steps->counts_exact) {
      EXPECT_EQ(all_paths->total, all_steps->total) << "schedules, merging";
      EXPECT_EQ(all_paths->failing, all_steps->failing) << "failing schedules, merging";
    }
  }
  // They rest on there being no race, so races are looked for. A panic ends a run, and may come
  // before another failure that the full search meets: then only the verdicts agree.
  void compare_persistent_sets() {
    ExploreOptions options = options_;
    options.races = true;
    options.local_steps = Reduction::Off;
    const Met full = all_of(program_, options);
    options.persistent_sets = Reduction::On;
    options.keep_all_up_to = 0;  // these are small programs
    const Met reduced = all_of(program_, options);
    ASSERT_TRUE(reduced.report);
    if (!full.is_known() || !reduced.is_known()) return;
    tally_.states += full.report->progress.states;
    tally_.states_of_sets += reduced.report->progress.states;
    EXPECT_EQ(to_string(full.report->verdict), to_string(reduced.report->verdict))
        << "persistent sets";
    if (full.panics) return;
    EXPECT_EQ(full.races, reduced.races) << "races, persistent sets";
    if (!full.races) {
      EXPECT_EQ(full.kinds, reduced.kinds) << "failures, persistent sets";
    }
  }
  void compare_replay(const ExploreReport& report) {
    const World world = replayed(program_, report);
    EXPECT_EQ(kinds_of(failures_of(world)), kinds_of(report.findings)) << "replay";
    EXPECT_FALSE(report.findings.empty());
  }
  void run_at_random() {
    for (uint64_t seed = 0; seed < kRandomRuns; ++seed) {
      World world(program_, options_.world);
      const auto scheduler = make_scheduler({PolicyKind::Random, seed});
      world.run(*scheduler, kMaxSteps, false);
      ++tally_.random_runs;
      ASSERT_TRUE(failures_of(world).empty())
          << "a proved program fails at random with seed " << seed << ": "
          << *kinds_of(failures_of(world)).begin() << " " << world.outcome().text;
    }
  }

  std::shared_ptr<const Program> program_;
  ExploreOptions options_;
  Tally& tally_;
};

void check_text(lang::Toolchain& toolchain, const std::string& text, Tally& tally) {
  const lang::CompileResult result = toolchain.compile("random.go", text);
  std::string said;
  for (const lang::Diagnostic& d : result.diagnostics) said += to_string(d, result.files) + "\n";
  ASSERT_TRUE(result.ok()) << said << text;
  for (const ClockMode clock : {ClockMode::Quiescent, ClockMode::Async}) {
    // Without timers there is only one clock.
    if (clock == ClockMode::Async && !uses_timers(*result.program)) continue;
    Differential(result.program, clock, tally).check();
    ASSERT_FALSE(testing::Test::HasFailure())
        << (clock == ClockMode::Async ? "async" : "quiescent") << " clock\n"
        << text;
  }
}

// GOPARK_PROGRAMS of the environment: how many instead of kPrograms.
uint64_t program_count() {
  const char* count = std::getenv("GOPARK_PROGRAMS");
  return count == nullptr ? kPrograms : std::strtoull(count, nullptr, 10);
}

TEST(Differential, ReductionsReplaysAndRandomRunsAgreeOnRandomPrograms) {
  lang::Toolchain toolchain;
  Tally tally;
  for (uint64_t seed = 0; seed < program_count(); ++seed) {
    check_text(toolchain, random_program(seed), tally);
    if (testing::Test::HasFailure()) {
      std::cout << "seed " << seed << "\n";
      return;
    }
  }
  std::cout << program_count() << " programs, both clocks: " << tally.proved << " proved, "
            << tally.bugs << " bugs, " << tally.incomplete << " incomplete, " << tally.unmerged
            << " searched without merging, " << tally.random_runs << " random runs; "
            << tally.states << " states, " << tally.states_of_sets << " with persistent sets; "
            << tally.states_with_clock << " with the clock, " << tally.states_without_clock
            << " where it is read\n";
  EXPECT_LT(tally.states_of_sets * 4, tally.states * 3);
  EXPECT_GT(tally.proved, program_count() / 20);
  EXPECT_GT(tally.bugs, program_count() / 20);
  EXPECT_GT(tally.unmerged, program_count() / 4);
}

// Programs on which something once differed.
TEST(Differential, OldDifferencesStayAway) {
  lang::Toolchain toolchain;
  Tally tally;
  const std::filesystem::path folder(GOPARK_SOURCE_DIR "/tests/explore/regressions");
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
    std::ifstream in(entry.path());
    std::ostringstream text;
    text << in.rdbuf();
    check_text(toolchain, text.str(), tally);
  }
}

}  // namespace
}  // namespace gopark
