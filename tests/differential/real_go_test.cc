// Random programs and mutated lessons under real Go and under the simulator: both refuse them in
// the same lines, or how a run of real Go ends is how some schedule of the simulator ends. An end
// is what was printed, the exit code, the text of the panic, and who is left blocked, where and
// why.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <regex>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "sim/detect/finding.h"
#include "sim/lang/toolchain.h"
#include "sim/narrate/dump.h"
#include "sim/sched/policy.h"
#include "tests/conformance/simulate.h"
#include "tests/differential/go_program.h"
#include "tests/explore/generate.h"
#include "tests/oracle/real_batch.h"

namespace gopark {
namespace {

namespace fs = std::filesystem;

constexpr uint64_t kPrograms = 500;
constexpr std::size_t kBatch = 250;
constexpr int kRepeats = 4;
constexpr uint64_t kMaxSteps = 20'000;
constexpr uint64_t kSampledSteps = 400'000;  // of all samples of one program

struct End {
  std::string output, error;
  int code = 0;
  std::multiset<std::string> blocked;

  friend bool operator==(const End&, const End&) = default;
};

std::string text_of(const End& end) {
  std::string text = "exit code " + std::to_string(end.code) + "\n" + end.output + end.error;
  for (const std::string& who : end.blocked) text += "  blocked: " + who + "\n";
  return text;
}

// Where something lies is the machine's: a mutated `fmt.Println(<-c)` may print the channel.
std::string without_addresses(const std::string& text) {
  return std::regex_replace(text, std::regex("0xc000[0-9a-f]{6}"), "0xADDRESS");
}

// What stands before the dump of the goroutines, without the lines that tell addresses.
std::string head_of(const std::string& text) {
  std::string head;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.substr(0, 10) == "goroutine " && line.back() == ':') break;
    if (line.empty() || line.substr(0, 8) == "[signal ") continue;
    head += line + "\n";
  }
  return head;
}

std::string blocked_text(std::string_view reason, int line, int created_line) {
  return std::string(reason) + " in line " + std::to_string(line) + ", created in line " +
         std::to_string(created_line);
}

// A panic does not wait for the others: where they are is not compared.
bool compares_goroutines(const std::string& error) {
  return error.find("panic: ") == std::string::npos &&
         (error.find("fatal error: ") == std::string::npos ||
          error.find("all goroutines are asleep") != std::string::npos);
}

End end_of(const oracle::RealLeftovers& left, const std::string& file) {
  End end{
      without_addresses(left.process.out), head_of(left.process.err), left.process.exit_code, {}};
  if (!compares_goroutines(end.error)) return end;
  for (const oracle::DumpGoroutine& g : left.goroutines) {
    if (g.wait_reason == "running" || g.wait_reason == "runnable") continue;
    if (g.place().file == file)
      end.blocked.insert(blocked_text(g.wait_reason, g.place().line, g.created_by.line));
  }
  return end;
}

// Nullopt: a limit of ours was met first.
std::optional<End> end_of(const World& world) {
  const Outcome outcome = world.outcome();
  if (outcome.kind > OutcomeKind::Deadlock) return std::nullopt;
  End end{without_addresses(std::string(world.output())),
          head_of(std::string(world.error_output()) + exit_text(world)),
          outcome.code,
          {}};
  if (!compares_goroutines(end.error) || outcome.text.find("os.Exit") != std::string::npos)
    return end;
  for (const GoroutineId id : world.goroutines()) {
    const auto view = world.goroutine(id);
    if (!world.is_waiting(id) || world.user_place(id).function == FunctionId{kNone}) continue;
    const int created =
        view->created_at.function == FunctionId{kNone}
            ? 0
            : static_cast<int>(source_place(world.program(), view->created_at).line);
    const int line = static_cast<int>(source_place(world.program(), world.user_place(id)).line);
    end.blocked.insert(blocked_text(status_text(view->status, view->reason), line, created));
  }
  return end;
}

struct Tally {
  int programs = 0, refused = 0, clean = 0, leaking = 0, deadlocked = 0, panicked = 0;
  int in_go_order = 0, sampled = 0, inconclusive = 0, busy = 0, different = 0;
};

class Comparison {
 public:
  Comparison(const std::string& source, const std::string& file, lang::Toolchain& toolchain,
             Tally& tally)
      : file_(file), result_(toolchain.compile(file, source)), tally_(tally) {}

  // What differs; empty if nothing does. The run is repeated when it ends as no schedule does: a
  // machine that is busy lets a timer fire too late now and then, and what is wrong comes again.
  std::string problem(const oracle::RealBatch& batch, std::size_t n, oracle::BatchResult real) {
    if (!real.diagnostics.empty() || !result_.ok()) return problem_of_lines(real.diagnostics);
    count(end_of(real.run, file_));
    int different = 0;
    for (int run = 0; run < kRepeats; ++run) {
      if (run > 0) real = batch.run(n);
      if (real.run.process.timed_out) {
        ++tally_.inconclusive;
        return "";
      }
      const std::string problem = problem_of_end(end_of(real.run, file_));
      if (problem.empty() && run == 0) return "";
      if (!problem.empty() && ++different == 2) return problem;
    }
    ++tally_.busy;
    return "";
  }

 private:
  std::string problem_of_lines(const std::vector<oracle::GoDiagnostic>& real) {
    ++tally_.refused;
    std::set<int> theirs, theirs_of_syntax, ours;
    std::string said = "real Go says\n";
    for (const oracle::GoDiagnostic& d : real) {
      theirs.insert(d.line);
      if (d.message.starts_with("syntax error: ")) theirs_of_syntax.insert(d.line);
      said += "  " + std::to_string(d.line) + ": " + d.message + "\n";
    }
    said += "gopark says\n";
    for (const lang::Diagnostic& d : result_.diagnostics) {
      ours.insert(static_cast<int>(d.pos.line));
      said += "  " + to_string(d, result_.files) + "\n";
      if (d.message.find("not supported by the simulator") != std::string::npos) {
        ++tally_.inconclusive;
        return "";
      }
    }
    // What follows a syntax error depends on how a parser finds its way again.
    if (said.find("syntax error: ") != std::string::npos && !theirs_of_syntax.empty() &&
        !ours.empty())
      return *theirs.begin() == *ours.begin() || *theirs_of_syntax.begin() == *ours.begin() ? ""
                                                                                            : said;
    // gc looks at jumps while it parses, and at nothing else if one is wrong.
    const bool jumps = said.find(" label ") != std::string::npos ||
                       said.find(" is not in a loop") != std::string::npos;
    if (jumps && !theirs.empty()) return ours.count(*theirs.begin()) != 0 ? "" : said;
    return theirs == ours ? "" : said;
  }

  std::string problem_of_end(const End& wanted) {
    uint64_t steps = 0;
    std::string nearest;
    for (uint64_t seed = 0; steps < kSampledSteps; ++seed) {
      WorldOptions options;
      options.clock = seed % 3 == 2 ? ClockMode::Async : ClockMode::Quiescent;
      World world(result_.program, options);
      const Policy policy{seed == 0 ? PolicyKind::Go : PolicyKind::Random, seed};
      const auto scheduler = make_scheduler(policy);
      world.run(*scheduler, kMaxSteps, is_in_go_order(policy));
      steps += world.steps() + 10;
      const std::optional<End> end = end_of(world);
      if (!end && seed == 0) {
        ++tally_.inconclusive;
        return "";
      }
      if (end && *end == wanted) {
        ++(seed == 0 ? tally_.in_go_order : tally_.sampled);
        return "";
      }
      if (seed == 0) nearest = text_of(*end);
    }
    return "real Go ends with " + text_of(wanted) + "gopark in Go's order with " + nearest;
  }
  void count(const End& end) {
    if (end.error.find("panic: ") != std::string::npos)
      ++tally_.panicked;
    else if (end.error.find("fatal error: ") != std::string::npos)
      ++tally_.deadlocked;
    else
      ++(end.blocked.empty() ? tally_.clean : tally_.leaking);
  }

  std::string file_;
  lang::CompileResult result_;
  Tally& tally_;
};

// What is mutated: the lessons, and the programs of tests/go about channels.
std::vector<std::string> sources_to_mutate() {
  std::vector<std::string> sources;
  for (const auto& entry : fs::directory_iterator(GOPARK_SOURCE_DIR "/scenarios"))
    if (entry.is_directory())
      for (const char* variant : {"leaky.go", "fixed.go"})
        sources.push_back(conformance::read_text(entry.path() / variant));
  for (const fs::path& path : conformance::programs_in(GOPARK_SOURCE_DIR "/tests/go/chan"))
    sources.push_back(conformance::read_text(path));
  // Those that do something before main would do it in every program of a batch; older releases of
  // real Go do not know what Go 1.22 does; a batch is built with the standard library alone.
  std::erase_if(sources, [](const std::string& source) {
    return source.find("\nfunc init(") != std::string::npos ||
           source.find("gopark:go1.22") != std::string::npos ||
           source.find("\"golang.org/x/") != std::string::npos ||
           source.find("= make(") < source.find("\nfunc ");
  });
  std::sort(sources.begin(), sources.end());
  return sources;
}

// Without the tree of contexts, which releases before Go 1.21 do not have.
std::string random_program_of_any_release(uint64_t seed) {
  constexpr uint64_t kAnother = 1'000'000'000;
  std::string program = random_program(seed, Clock::NeverRead);
  while (program.find("context.WithCancelCause") != std::string::npos)
    program = random_program(seed += kAnother, Clock::NeverRead);
  return program;
}

std::string program_of(uint64_t seed, const std::vector<std::string>& sources) {
  switch (seed % 10) {
    case 0:
      return with_own_names(random_program_of_any_release(seed), seed);
    case 1:
    case 2:
      return random_go_program(seed, Mistake::OneTypeError);
    case 3:
      return mutated(random_go_program(seed, Mistake::None), seed);
    case 4:
    case 5:
      return with_own_names(mutated(sources[seed / 10 % sources.size()], seed), seed);
    default:
      return random_go_program(seed, Mistake::None);
  }
}

uint64_t number_in(const char* variable, uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

void compare_batch(uint64_t first, std::size_t count, const std::vector<std::string>& sources,
                   Tally& tally) {
  std::vector<std::string> programs;
  for (std::size_t n = 0; n < count; ++n) programs.push_back(program_of(first + n, sources));
  const oracle::RealBatch batch(programs);
  const std::vector<oracle::BatchResult> real = batch.run_all();
  lang::Toolchain toolchain;
  for (std::size_t n = 0; n < count; ++n) {
    const std::string file = "p" + std::to_string(n) + ".go";
    ++tally.programs;
    const std::string problem =
        Comparison(programs[n], file, toolchain, tally).problem(batch, n, real[n]);
    if (problem.empty()) continue;
    ++tally.different;
    ADD_FAILURE() << "seed " << first + n << "\n" << programs[n] << problem;
  }
}

// GOPARK_PROGRAMS of the environment: how many; GOPARK_FUZZ_SEED: from which on;
// GOPARK_FUZZ_SECONDS: for so long instead.
TEST(RealGo, EndsAsSomeScheduleDoesOrIsRefusedInTheSameLines) {
  ASSERT_TRUE(oracle::real_go_available());
  const std::vector<std::string> sources = sources_to_mutate();
  const uint64_t first = number_in("GOPARK_FUZZ_SEED", 1) * 1'000'000;
  const uint64_t seconds = number_in("GOPARK_FUZZ_SECONDS", 0);
  const uint64_t wanted = seconds != 0 ? UINT64_MAX : number_in("GOPARK_PROGRAMS", kPrograms);
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
  Tally tally;
  for (uint64_t done = 0; done < wanted; done += kBatch) {
    if (seconds != 0 && std::chrono::steady_clock::now() >= end) break;
    compare_batch(first + done, std::min<uint64_t>(kBatch, wanted - done), sources, tally);
  }
  std::cout << tally.programs << " programs: " << tally.refused << " refused, " << tally.clean
            << " clean, " << tally.leaking << " leaking, " << tally.deadlocked << " deadlocked, "
            << tally.panicked << " panicked; " << tally.in_go_order << " end as in Go's order, "
            << tally.sampled << " as in another, " << tally.inconclusive << " not compared, "
            << tally.busy << " too late on a busy machine, " << tally.different << " differ\n";
  EXPECT_GT(tally.refused, tally.programs / 10);
  EXPECT_GT(tally.leaking, tally.programs / 50);
  EXPECT_LT(tally.inconclusive, tally.programs / 10);
}

}  // namespace
}  // namespace gopark
