#include "native/cli/options.h"

#include <CLI/CLI.hpp>
#include <array>
#include <sstream>
#include <utility>

#include "native/cli/cli.h"

namespace gopark {

namespace {

// A run that people read step by step ends earlier than one that is only run.
constexpr uint64_t kToldMaxSteps = 1'000'000;

struct CommandText {
  CommandKind kind;
  const char* name;
  const char* about;
  const char* argument;  // nullptr: takes none
  int most;              // arguments; the least is 1, for play 0
};

constexpr std::array<CommandText, 8> kCommands = {{
    {CommandKind::List, "list", "The lessons", nullptr, 0},
    {CommandKind::Run, "run", "Run once; the program's output and exit code", "program", 1},
    {CommandKind::Explain, "explain", "The run step by step, the findings and their proof",
     "program", 1},
    {CommandKind::Compare, "compare", "Leaky and fixed on one schedule, and where they part",
     "lesson", 2},
    {CommandKind::Check, "check", "Every schedule: PROVED, BUG or INCOMPLETE", "program", 1000},
    {CommandKind::Dump, "dump", "What a goroutine dump of real Go shows, and the lessons like it",
     "file", 1},
    {CommandKind::LeakTest, "leak-test", "A leak_test.go that shows the findings with real Go",
     "program", 1},
    {CommandKind::Play, "play", "The four patterns, or one lesson: leaky, then the fix", "program",
     1},
}};

// A check of CLI11: "" or what is wrong.
std::string whole_number(const std::string& text) {
  const bool is_whole = !text.empty() && text.size() < 20 &&
                        text.find_first_not_of("0123456789") == std::string::npos;
  return is_whole ? "" : text + " is not a whole number";
}

void add_how_to_run(CLI::App& command, Options& options) {
  command.add_option("--policy", options.policy, "Who moves: go (the default), fifo, random")
      ->check(CLI::IsMember({"go", "fifo", "random"}));
  command.add_option("--seed", options.seed, "Of policy random, and of math/rand")
      ->check(whole_number);
  command.add_option("--schedule", options.schedule, "The text of a schedule, to be replayed");
  command.add_option("--clock", options.clock, "quiescent (the default) or async")
      ->check(CLI::IsMember({"quiescent", "async"}));
  command.add_option("--max-steps", options.max_steps, "Stop after so many steps")
      ->check(whole_number);
  command
      .add_option("--max-memory", options.max_memory_bytes,
                  "What the program may hold: bytes, or with a unit as in 64MB")
      ->transform(CLI::AsSizeValue(false));
  command.add_option("--budget-states", options.budget_states, "check: how many states to look at")
      ->check(whole_number);
  command.add_option("--chrome-trace", options.chrome_trace,
                     "Write the run as a trace for Perfetto and chrome://tracing");
  command.add_option("--trace", options.trace,
                     "Write each step to this file, a JSON object a line");
}

void add_how_to_print(CLI::App& command, Options& options) {
  command.add_option("--color", options.color, "auto (the default), always, never")
      ->transform(CLI::Transformer(std::map<std::string, ColorMode>{
          {"auto", ColorMode::Auto}, {"always", ColorMode::Always}, {"never", ColorMode::Never}}));
}

void add_command(CLI::App& app, const CommandText& text, Options& options) {
  CLI::App* command = app.add_subcommand(text.name, text.about);
  command->callback([&options, kind = text.kind] { options.command = kind; });
  if (text.kind != CommandKind::Play && text.kind != CommandKind::LeakTest) {
    command->add_flag("--json", options.json, "Print one JSON object");
  }
  add_how_to_print(*command, options);
  if (text.argument == nullptr) return;
  const bool is_program = text.kind != CommandKind::Dump;
  CLI::Option* names = command->add_option(
      text.argument, options.names,
      text.kind == CommandKind::Check
          ? "Lessons, LESSON/leaky, LESSON/fixed, Go files, folders of them, - for stdin"
      : is_program ? "A lesson, LESSON/leaky, LESSON/fixed, a Go file, or - for stdin"
                   : "The dump, as from a crash or /debug/pprof/goroutine?debug=2; - for stdin");
  names->expected(text.kind == CommandKind::Play ? 0 : 1, text.most);
  if (text.kind != CommandKind::Play) names->required();
  if (text.kind == CommandKind::Check) {
    command
        ->add_option("--budget-seconds", options.budget_seconds,
                     "How long to look at each program; then INCOMPLETE")
        ->check(CLI::NonNegativeNumber);
    command
        ->add_option(
            "--engine", options.engine,
            "search (every schedule), sample (random ones, never PROVED), or all (the default)")
        ->check(CLI::IsMember({"all", "search", "sample"}));
    command->add_flag("--sarif", options.sarif, "Print the findings as one SARIF 2.1.0 log")
        ->excludes("--json");
    command->add_flag("--suggest", options.suggest,
                      "Try fixes, and show those that are PROVED as a diff");
  }
  if (text.kind == CommandKind::Run || text.kind == CommandKind::Explain) {
    command->add_flag("--race", options.race, "Look for a data race in this run, as go run -race");
  }
  if (is_program && text.kind != CommandKind::Play) add_how_to_run(*command, options);
}

}  // namespace

ParsedOptions parse_options(const std::vector<std::string>& arguments) {
  Options options;
  CLI::App app{"gopark: watch goroutines park, and prove which ones never wake", "gopark"};
  app.require_subcommand(1);
  for (const CommandText& text : kCommands) add_command(app, text, options);
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::ParseError& error) {
    std::ostringstream text;
    const bool was_asked_for = app.exit(error, text, text) == 0;
    return {std::nullopt, text.str(), was_asked_for ? 0 : kExitUsage};
  }
  return {std::move(options), "", 0};
}

Result<SessionOptions> session_options(const Options& options, const ProgramSource& source,
                                       bool use_lesson_schedule) {
  SessionOptions how;
  how.policy.kind = options.policy ? *parse_policy_kind(*options.policy) : PolicyKind::Go;
  how.policy.seed = options.seed.value_or(0);
  const bool is_told = options.command != CommandKind::Run;
  how.max_steps = options.max_steps.value_or(is_told ? kToldMaxSteps : kDefaultMaxSteps);
  how.world.max_memory_bytes = options.max_memory_bytes;
  how.world.clock = options.clock == "async" ? ClockMode::Async : ClockMode::Quiescent;
  std::string text = options.schedule.value_or("");
  const bool nothing_said = !options.policy && !options.seed && !options.clock;
  if (!options.schedule && use_lesson_schedule && nothing_said) text = source.schedule;
  if (!options.schedule && text.empty()) return how;
  Result<Schedule> schedule = parse_schedule(text);
  if (!schedule.ok()) return Error{schedule.error()};
  if (options.clock && schedule.value().clock != how.world.clock) {
    return Error{"--clock " + *options.clock +
                 " contradicts the schedule, which has the other clock"};
  }
  if (options.policy) return Error{"--policy and --schedule both say who moves"};
  how.schedule = std::move(schedule).value();
  return how;
}

}  // namespace gopark
