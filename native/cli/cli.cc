#include "native/cli/cli.h"

#include <CLI/CLI.hpp>
#include <fstream>
#include <functional>
#include <istream>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>

#include "native/cli/report.h"
#include "native/cli/source.h"
#include "native/cli/story.h"
#include "sim/explore/explorer.h"
#include "sim/narrate/dump.h"
#include "sim/session/twins.h"

namespace gopark {

namespace {

struct Options {
  std::vector<std::string> names;
  std::string policy = "go";
  uint64_t seed = 0;
  std::optional<std::string> schedule;
  uint64_t max_steps = kDefaultMaxSteps;
  uint64_t max_memory = WorldOptions{}.max_memory_bytes;
  uint64_t budget_states = CheckOptions{}.budget_states;
  std::string clock;
  bool json = false;
  std::string trace;
  std::string color = "auto";
};

class Command {
 public:
  Command(const Options& options, Streams& streams) : options_(options), streams_(streams) {}

  int list() {
    for (const LessonEntry& lesson : all_lessons())
      streams_.out << lesson.name
                   << std::string(lesson.name.size() < 24 ? 24 - lesson.name.size() : 1, ' ')
                   << lesson.file.title << "\n";
    return 0;
  }

  int run() {
    return with_program(options_.names[0],
                        [this](const ProgramSource& source, const Loaded& loaded) {
                          std::optional<SessionOptions> how = session_options(source, Own::No);
                          if (!how) return kExitUsage;
                          World world(loaded.program, world_options(*how));
                          const std::unique_ptr<Scheduler> scheduler = make_scheduler(how->policy);
                          if (how->schedule || options_.json || !options_.trace.empty())
                            return run_session(source, loaded, *how);
                          world.run(*scheduler, how->max_steps, is_in_go_order(how->policy));
                          streams_.out << world.output() << std::flush;
                          streams_.err << world.error_output() << exit_text(world);
                          report_findings(*loaded.program, findings_of(world));
                          return exit_code(world);
                        });
  }

  int explain() {
    return with_program(options_.names[0],
                        [this](const ProgramSource& source, const Loaded& loaded) {
                          std::optional<SessionOptions> how = session_options(source, Own::Yes);
                          if (!how) return kExitUsage;
                          Session session(loaded.program, *how);
                          const Report report = report_of(session, source.title);
                          if (!write_trace(session)) return kExitUsage;
                          if (options_.json)
                            streams_.out << to_json(*loaded.program, report);
                          else
                            streams_.out << tell_run(session, source, loaded, report, colored());
                          return fails(report) ? 1 : 0;
                        });
  }

  int compare() {
    const std::string& lesson = options_.names[0];
    if (!is_lesson(lesson)) return usage(lesson + ": no such lesson; `gopark list` names them");
    return with_program(lesson + "/leaky", [&](const ProgramSource& leaky,
                                               const Loaded& leaky_program) {
      return with_program(lesson + "/fixed", [&](const ProgramSource& fixed,
                                                 const Loaded& fixed_program) {
        std::optional<SessionOptions> how = session_options(leaky, Own::Yes);
        if (!how) return kExitUsage;
        Twins twins(leaky_program.program, fixed_program.program, *how);
        const Report first = report_of(twins.leaky(), leaky.title),
                     second = report_of(twins.fixed(), fixed.title);
        if (options_.json)
          streams_.out << twins_json(leaky_program, first, fixed_program, second, twins.parting());
        else
          streams_.out << tell_twins(twins, lesson, leaky, leaky_program, first, fixed,
                                     fixed_program, second, colored());
        return fails(first) ? 1 : 0;
      });
    });
  }

  int check() {
    int worst = 0;
    for (const std::string& name : options_.names) {
      const int code =
          with_program(name, [this](const ProgramSource& source, const Loaded& loaded) {
            return check_one(source, loaded);
          });
      worst = std::max(worst, code);
    }
    return worst;
  }

 private:
  enum class Own : uint8_t { No, Yes };  // whether a lesson's own schedule is the default

  template <typename F>
  int with_program(const std::string& name, F&& f) {
    const Result<ProgramSource> source = load_program(name, streams_.in);
    if (!source.ok()) return usage(source.error());
    const Loaded loaded = compile_source(source.value());
    if (loaded.program == nullptr) {
      streams_.err << loaded.diagnostics;
      return kExitRefused;
    }
    return f(source.value(), loaded);
  }
  int usage(const std::string& sentence) {
    streams_.err << "gopark: " << sentence << "\n";
    return kExitUsage;
  }

  std::optional<SessionOptions> session_options(const ProgramSource& source, Own own) {
    SessionOptions how;
    how.policy.kind = *parse_policy_kind(options_.policy);
    how.policy.seed = options_.seed;
    how.max_steps = options_.max_steps;
    how.world.max_memory_bytes = options_.max_memory;
    if (options_.clock == "async") how.world.clock = ClockMode::Async;
    std::string text = options_.schedule.value_or("");
    if (!options_.schedule && own == Own::Yes && options_.policy == "go") text = source.schedule;
    if (text.empty()) return how;
    Result<Schedule> schedule = parse_schedule(text);
    if (!schedule.ok()) {
      usage(schedule.error());
      return std::nullopt;
    }
    how.schedule = std::move(schedule).value();
    how.world.clock = how.schedule->clock;
    return how;
  }
  static WorldOptions world_options(const SessionOptions& how) { return how.world; }

  // `run` with a schedule, a trace or JSON: through a Session.
  int run_session(const ProgramSource& source, const Loaded& loaded, const SessionOptions& how) {
    Session session(loaded.program, how);
    const Report report = report_of(session, source.title);
    if (!write_trace(session)) return kExitUsage;
    const World& world = session.world();
    if (options_.json) {
      streams_.out << to_json(*loaded.program, report);
      return exit_code(world);
    }
    streams_.out << world.output() << std::flush;
    streams_.err << world.error_output() << exit_text(world);
    report_findings(*loaded.program, report.findings);
    return exit_code(world);
  }
  void report_findings(const Program& program, const std::vector<Finding>& findings) {
    for (const Finding& finding : findings)
      if (is_failure(finding) || finding.kind == FindingKind::AliveAtExit)
        if (finding.kind != FindingKind::Deadlock && finding.kind != FindingKind::Panic)
          streams_.err << finding_line(program, finding) << "\n";
  }

  int check_one(const ProgramSource& source, const Loaded& loaded) {
    CheckOptions how;
    how.budget_states = options_.budget_states;
    how.world.max_memory_bytes = options_.max_memory;
    if (!options_.clock.empty())
      how.clock = options_.clock == "async" ? ClockMode::Async : ClockMode::Quiescent;
    const CheckReport found = gopark::check(loaded.program, how);
    const ExploreReport& result = found.result;
    Report report = check_report(source, loaded, found);
    if (options_.json)
      streams_.out << to_json(*loaded.program, report);
    else
      streams_.out << tell_check(source, *loaded.program, found, report);
    return result.verdict == ProofVerdict::Proved ? 0 : result.verdict == ProofVerdict::Bug ? 1 : 2;
  }
  // The bug's run once more, as a Session, for its dates and its proof.
  Report check_report(const ProgramSource& source, const Loaded& loaded, const CheckReport& found) {
    const ExploreReport& result = found.result;
    Report report;
    report.program = source.title;
    if (result.verdict == ProofVerdict::Bug) {
      SessionOptions how;
      how.world.max_memory_bytes = options_.max_memory;
      how.schedule = result.schedule;
      how.world.clock = found.clock;
      Session session(loaded.program, how);
      report = report_of(session, source.title);
      for (std::size_t i = 0; i < report.findings.size(); ++i)
        for (const Finding& f : result.findings)
          if (f.name == report.findings[i].name && f.kind == FindingKind::NeverWakes) {
            report.findings[i].kind = FindingKind::NeverWakes;
            report.why[i] =
                "main has returned; nothing runs, sleeps or ticks any more that could wake it: it "
                "never wakes.";
            if (report.verdict == "clean") report.verdict = "leak";
          }
    } else {
      report.verdict = result.verdict == ProofVerdict::Proved ? "clean" : "incomplete";
    }
    report.proved = result.verdict == ProofVerdict::Proved;
    report.states = result.progress.states;
    report.schedules = schedules_text(result);
    report.bound = result.bound;
    report.schedule = result.verdict == ProofVerdict::Bug ? to_string(result.schedule) : "";
    return report;
  }

  bool write_trace(Session& session) {
    if (options_.trace.empty()) return true;
    std::ofstream out(options_.trace, std::ios::binary);
    out << trace_json(session);
    if (out) return true;
    usage(options_.trace + ": cannot be written");
    return false;
  }
  static bool fails(const Report& report) {
    return report.verdict != "clean" && report.verdict != "incomplete";
  }
  bool colored() const {
    return options_.color == "always" || (options_.color == "auto" && streams_.out_is_terminal);
  }

  const Options& options_;
  Streams& streams_;
};

void add_options(CLI::App& command, Options& options) {
  command.add_option("--policy", options.policy, "who moves: go, fifo, random")
      ->check(CLI::IsMember({"go", "fifo", "random"}));
  command.add_option("--seed", options.seed, "of policy random and of math/rand");
  command.add_option("--schedule", options.schedule, "a schedule's text, replayed");
  command.add_option("--max-steps", options.max_steps, "stop after so many steps");
  command.add_option("--max-memory", options.max_memory, "bytes that the program may hold");
  command.add_option("--budget-states", options.budget_states, "check: states to look at");
  command.add_option("--clock", options.clock, "quiescent or async")
      ->check(CLI::IsMember({"quiescent", "async"}));
  command.add_flag("--json", options.json, "one JSON object");
  command.add_option("--trace", options.trace, "write the events to this file, as JSON");
  command.add_option("--color", options.color, "auto, always, never")
      ->check(CLI::IsMember({"auto", "always", "never"}));
}

}  // namespace

int run_cli(const std::vector<std::string>& arguments, Streams streams) {
  Options options;
  CLI::App app{"gopark: watch goroutines park, and prove which ones never wake", "gopark"};
  app.require_subcommand(1);
  Command command(options, streams);
  std::function<int()> chosen;
  const auto add = [&](const char* name, const char* about, const char* argument, bool many,
                       int (Command::*perform)()) {
    CLI::App* sub = app.add_subcommand(name, about);
    if (argument != nullptr) {
      auto* names =
          sub->add_option(argument, options.names, "a Go file, - for standard input, or a lesson")
              ->required();
      if (!many) names->expected(1);
      add_options(*sub, options);
    }
    sub->callback([&chosen, &command, perform] {
      chosen = [&command, perform] { return (command.*perform)(); };
    });
  };
  add("list", "the lessons", nullptr, false, &Command::list);
  add("run", "run once; exits as the Go program would", "program", false, &Command::run);
  add("explain", "the run step by step in sentences, then the findings and their proof", "program",
      false, &Command::explain);
  add("compare", "leaky and fixed on one schedule, and where they part", "lesson", false,
      &Command::compare);
  add("check", "every schedule: PROVED, BUG or INCOMPLETE", "program", true, &Command::check);
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
  try {
    app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    return app.exit(error, streams.out, streams.err) == 0 ? 0 : kExitUsage;
  }
  return chosen();
}

}  // namespace gopark
