#include "native/cli/cli.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <ostream>

#include "native/cli/check_text.h"
#include "native/cli/chrome_trace.h"
#include "native/cli/dump_text.h"
#include "native/cli/explain.h"
#include "native/cli/json.h"
#include "native/cli/options.h"
#include "native/cli/sarif.h"
#include "native/cli/search_watch.h"
#include "native/cli/trace_file.h"
#include "sim/narrate/dump.h"
#include "sim/narrate/leak_test.h"
#include "sim/session/races.h"

namespace gopark {

namespace {

int exit_code_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::Clean:
      return 0;
    case Verdict::Incomplete:
      return 2;
    case Verdict::Leak:
    case Verdict::Deadlock:
    case Verdict::Panic:
    case Verdict::Race:
      break;
  }
  return 1;
}

class Cli {
 public:
  Cli(const Options& options, Streams& streams)
      : options_(options), streams_(streams), paint_(is_colored(options, streams)) {}

  int perform() {
    switch (options_.command) {
      case CommandKind::List:
        return list();
      case CommandKind::Run:
        return run();
      case CommandKind::Explain:
        return explain(options_.names[0]);
      case CommandKind::Compare:
        return compare();
      case CommandKind::Check:
        return check();
      case CommandKind::Dump:
        return dump(options_.names[0]);
      case CommandKind::LeakTest:
        return leak_test(options_.names[0]);
      case CommandKind::Play:
        return play();
    }
    return kExitUsage;
  }

 private:
  // A program that compiled.
  struct Opened {
    ProgramSource source;
    Loaded loaded;
  };

  static bool is_colored(const Options& options, const Streams& streams) {
    return options.color == ColorMode::Always ||
           (options.color == ColorMode::Auto && streams.out_is_terminal);
  }

  int usage(const std::string& sentence) {
    streams_.err << "gopark: " << harmless(sentence) << "\n";
    return kExitUsage;
  }

  // Says what is wrong and sets code_ when it answers nothing.
  std::optional<Opened> open(const std::string& name) {
    Result<ProgramSource> source = load_program(name, streams_.in);
    if (!source.ok()) return code_ = usage(source.error()), std::nullopt;
    return open(std::move(source).value());
  }
  std::optional<Opened> open(ProgramSource source) {
    Opened opened{std::move(source), {}};
    opened.loaded = compile_source(opened.source);
    if (opened.loaded.program != nullptr) return opened;
    streams_.err << harmless(opened.loaded.diagnostics);
    code_ = kExitRefused;
    return std::nullopt;
  }

  std::optional<SessionOptions> how_to_run(const ProgramSource& source) {
    const bool use_lesson_schedule = options_.command != CommandKind::Run;
    Result<SessionOptions> how = session_options(options_, source, use_lesson_schedule);
    if (!how.ok()) return code_ = usage(how.error()), std::nullopt;
    return std::move(how).value();
  }

  // Whether the schedule, if there was one, was this program's; complains if not.
  bool fits(const Session& session) {
    const Outcome outcome = session.world().outcome();
    std::string problem;
    if (outcome.kind == OutcomeKind::ScheduleMismatch) problem = outcome.text;
    const bool ended = outcome.kind != OutcomeKind::StepLimit;
    if (const auto left = session.left_over(); left && problem.empty() && ended) {
      problem = to_string(*left);
    }
    if (problem.empty()) return true;
    code_ = usage(problem);
    return false;
  }

  bool trace(const Session& session) {
    return write_file(options_.trace, session, write_trace) &&
           write_file(options_.chrome_trace, session, write_chrome_trace);
  }
  // Says when it cannot.
  bool write_file(const std::string& path, const Session& session,
                  void (*write)(const Session&, std::ostream&)) {
    if (path.empty()) return true;
    std::ofstream out(path, std::ios::binary);
    if (out) write(session, out);
    out.close();
    if (out) return true;
    code_ = usage(path + ": cannot be written");
    return false;
  }

  // ---- list

  int list() {
    const std::vector<LessonEntry> lessons = all_lessons();
    if (options_.json) return list_json(lessons);
    for (const LessonEntry& entry : lessons) {
      streams_.out << padded(entry.name, 24) << padded(to_string(entry.lesson.kind), 9)
                   << entry.lesson.title << "\n";
    }
    return 0;
  }

  int list_json(const std::vector<LessonEntry>& lessons) {
    Json array = Json::array();
    for (const LessonEntry& entry : lessons) {
      array.push_back({{"name", entry.name},
                       {"title", entry.lesson.title},
                       {"order", entry.lesson.order},
                       {"kind", std::string(to_string(entry.lesson.kind))},
                       {"notice", entry.lesson.notice}});
    }
    streams_.out << Json({{"lessons", array}}).dump(2) << "\n";
    return 0;
  }

  // ---- run

  int run() {
    const auto opened = open(options_.names[0]);
    if (!opened) return code_;
    const auto how = how_to_run(opened->source);
    if (!how) return code_;
    const bool needs_session = how->schedule || options_.json || !options_.trace.empty() ||
                               !options_.chrome_trace.empty() || options_.race;
    return needs_session ? run_session(*opened, *how) : run_fast(*opened, *how);
  }

  int run_fast(const Opened& opened, const SessionOptions& how) {
    WorldOptions options = how.world;
    options.time_passes_in_circles = true;
    World world(opened.loaded.program, options);
    const std::unique_ptr<Scheduler> scheduler = make_scheduler(how.policy);
    world.run(*scheduler, how.max_steps, is_in_go_order(how.policy));
    print_end(world);
    return exit_code(world);
  }

  int run_session(const Opened& opened, const SessionOptions& how) {
    Session session(opened.loaded.program, how);
    session.run_to_end();
    if (!fits(session) || !trace(session)) return code_;
    const std::optional<Finding> race = looks_for_races() ? race_in(session) : std::nullopt;
    if (options_.json) {
      Report report = report_of(session, opened.source.title);
      if (race) add_race(report, session, *race);
      streams_.out << to_json(*opened.loaded.program, report);
    } else {
      print_end(session.world());
      if (race) streams_.err << finding_line(*opened.loaded.program, *race) << "\n";
    }
    const int code = exit_code(session.world());
    return race && code == 0 ? exit_code_of(Verdict::Race) : code;
  }

  // A schedule is most often one that shows something.
  bool looks_for_races() const { return options_.race || options_.schedule.has_value(); }
  void take_race(Report& report, const Session& session) {
    if (const auto race = race_in(session)) add_race(report, session, *race);
  }

  // As the Go program would, and then what it left behind.
  void print_end(const World& world) {
    world.for_each_written([this](std::string_view text, bool to_error) {
      (to_error ? streams_.err : streams_.out) << text << std::flush;
    });
    streams_.err << exit_text(world);
    std::vector<Finding> findings = findings_of(world);
    std::erase_if(findings, [](const Finding& finding) {  // the exit text has said it
      return finding.kind == FindingKind::Deadlock || finding.kind == FindingKind::Panic;
    });
    streams_.err << finding_lines(world.program(), findings);
  }

  // ---- explain

  int explain(const std::string& name) {
    const auto opened = open(name);
    if (!opened) return code_;
    const auto how = how_to_run(opened->source);
    if (!how) return code_;
    Session session(opened->loaded.program, *how);
    Report report = report_of(session, opened->source.title);
    if (!fits(session) || !trace(session)) return code_;
    if (looks_for_races()) take_race(report, session);
    if (options_.json) {
      streams_.out << to_json(*opened->loaded.program, report);
    } else {
      streams_.out << explain_run(session, {opened->source, opened->loaded, report}, paint_);
    }
    return exit_code_of(report.verdict);
  }

  // ---- compare

  int compare() {
    const auto entry = find_lesson(options_.names[0]);
    const bool is_pair = options_.names.size() == 2;
    if (!entry && !is_pair) {
      return usage(options_.names[0] + ": no such lesson; `gopark list` names them");
    }
    if (is_pair) return compare(open(options_.names[0]), open(options_.names[1]), "");
    return compare(open(source_of(*entry, LessonVariant::Leaky)),
                   open(source_of(*entry, LessonVariant::Fixed)), entry->lesson.relation);
  }

  int compare(const std::optional<Opened>& leaky, const std::optional<Opened>& fixed,
              const std::string& relation) {
    if (!leaky || !fixed) return code_;
    const auto how = how_to_run(leaky->source);
    if (!how) return code_;
    Twins twins(leaky->loaded.program, fixed->loaded.program, *how);
    const Report first = report_of(twins.leaky(), leaky->source.title);
    const Report second = report_of(twins.fixed(), fixed->source.title);
    if (!fits(twins.leaky()) || !trace(twins.leaky())) return code_;
    if (options_.json) {
      streams_.out << twins_json(*leaky, first, *fixed, second, twins.parting());
    } else {
      streams_.out << explain_twins(twins, {leaky->source, leaky->loaded, first},
                                    {fixed->source, fixed->loaded, second}, relation, paint_);
    }
    return std::max(exit_code_of(first.verdict) % 2, exit_code_of(second.verdict) % 2);
  }

  static std::string twins_json(const Opened& leaky, const Report& first, const Opened& fixed,
                                const Report& second, std::optional<uint64_t> parting) {
    const Json object = {{"leaky", Json::parse(to_json(*leaky.loaded.program, first))},
                         {"fixed", Json::parse(to_json(*fixed.loaded.program, second))},
                         {"parting_step", parting ? Json(*parting) : Json()}};
    return object.dump(2) + "\n";
  }

  // ---- check

  int check() {
    int worst = 0;
    for (const std::string& name : options_.names) {
      const Result<std::vector<std::string>> programs = programs_in(name);
      if (!programs.ok()) {
        worst = std::max(worst, usage(programs.error()));
        continue;
      }
      for (const std::string& program : programs.value()) {
        if (SearchWatch::was_interrupted()) break;
        const auto opened = open(program);
        worst = std::max(worst, opened ? check(*opened) : code_);
      }
    }
    if (options_.sarif) streams_.out << to_sarif(checked_);
    return worst;
  }

  int check(const Opened& opened) {
    SearchWatch watch(options_.budget_seconds, streams_.err_is_terminal ? &streams_.err : nullptr);
    CheckOptions how;
    how.budget_states = options_.budget_states;
    how.engine = options_.engine == "search"   ? Engine::Search
                 : options_.engine == "sample" ? Engine::Sample
                                               : Engine::All;
    how.world.max_memory_bytes = options_.max_memory_bytes;
    how.interrupted = [&watch](const ExploreProgress& now) { return watch.ask(now); };
    if (options_.clock) {
      how.clock = options_.clock == "async" ? ClockMode::Async : ClockMode::Quiescent;
    }
    const CheckReport found = gopark::check(opened.loaded.program, how);
    Report report = check_report(opened.source, opened.loaded, found, how.world,
                                 std::min(how.budget_states, kTurningStates));
    if (options_.suggest) {
      report.fixes = found.result.verdict == ProofVerdict::Bug ? fixes_for(opened.source, how)
                                                               : ReportedFixes();
    }
    tell(opened, found, report);
    switch (found.result.verdict) {
      case ProofVerdict::Proved:
        return 0;
      case ProofVerdict::Bug:
        return 1;
      case ProofVerdict::Incomplete:
        break;
    }
    return 2;
  }

  void tell(const Opened& opened, const CheckReport& found, const Report& report) {
    const Program& program = *opened.loaded.program;
    if (options_.sarif) {
      checked_.push_back({opened.source.title, opened.loaded.program, report});
    } else {
      streams_.out << (options_.json ? to_json(program, report)
                                     : check_text(program, found, report, paint_));
    }
  }

  // ---- dump

  int dump(const std::string& name) {
    const Result<std::string> text = read_text(name, streams_.in);
    if (!text.ok()) return usage(text.error());
    // Escape sequences in the dump must not reach the terminal.
    const Result<GoroutineDump> found = read_dump(harmless(text.value()));
    if (!found.ok()) return usage(name + ": " + found.error());
    const std::vector<LessonEntry> lessons = all_lessons();
    streams_.out << (options_.json ? dump_json(found.value(), lessons)
                                   : dump_text(found.value(), lessons, paint_));
    return 0;
  }

  // ---- leak-test

  int leak_test(const std::string& name) {
    const auto opened = open(name);
    if (!opened) return code_;
    const auto how = how_to_run(opened->source);
    if (!how) return code_;
    Session session(opened->loaded.program, *how);
    session.run_to_end();
    if (!fits(session)) return code_;
    std::vector<std::string> found;
    for (const Finding& finding : findings_of(session.world())) {
      if (is_failure(finding)) found.push_back(finding_line(*opened->loaded.program, finding));
    }
    streams_.out << harmless(gopark::leak_test(opened->source.path, found));
    return 0;
  }

  // ---- play

  int play() {
    if (!options_.names.empty()) {
      const auto entry = find_lesson(options_.names[0]);
      return entry ? play(*entry) : explain(options_.names[0]);
    }
    for (const LessonEntry& entry : all_lessons()) {
      if (entry.lesson.kind != LessonKind::Pattern) continue;
      if (const int code = play(entry); code != 0) return code;
    }
    streams_.out << "More: gopark list. One lesson: gopark play LESSON.\n";
    return 0;
  }

  int play(const LessonEntry& entry) {
    const auto leaky = open(source_of(entry, LessonVariant::Leaky));
    const auto fixed = open(source_of(entry, LessonVariant::Fixed));
    if (!leaky || !fixed) return code_;
    const auto how = how_to_run(leaky->source);
    if (!how) return code_;
    Twins twins(leaky->loaded.program, fixed->loaded.program, *how);
    const Report first = report_of(twins.leaky(), leaky->source.title);
    const Report second = report_of(twins.fixed(), fixed->source.title);
    streams_.out << play_lesson(entry, twins, {leaky->source, leaky->loaded, first},
                                {fixed->source, fixed->loaded, second}, paint_);
    return 0;
  }

  const Options& options_;
  Streams& streams_;
  Paint paint_;
  std::vector<CheckedProgram> checked_;  // for --sarif
  int code_ = 0;                         // why open() and the like answered nothing
};

}  // namespace

int run_cli(const std::vector<std::string>& arguments, Streams streams) {
  const ParsedOptions parsed = parse_options(arguments);
  if (parsed.options) return Cli(*parsed.options, streams).perform();
  (parsed.exit_code == 0 ? streams.out : streams.err) << parsed.text;
  return parsed.exit_code;
}

}  // namespace gopark
