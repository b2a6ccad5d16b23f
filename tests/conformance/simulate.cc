#include "tests/conformance/simulate.h"

#include <algorithm>
#include <fstream>
#include <regex>
#include <sstream>

#include <gtest/gtest.h>

#include "sim/narrate/dump.h"
#include "sim/sched/policy.h"

namespace gopark::conformance {

namespace fs = std::filesystem;

namespace {

constexpr uint64_t kMaxSteps = 20'000'000;
constexpr uint64_t kMaxComparedSteps = 300'000;
constexpr uint64_t kMaxCollectedSteps = 2'000;

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string text_of(const std::string& name, const std::string& reason, uint32_t line,
                    std::string_view kind) {
  return std::string(kind) + " " + name + " \"" + reason + "\" " + std::to_string(line);
}

// ---- programs that must be refused

struct Refusal {
  const oracle::Markers& markers;
  const lang::CompileResult& result;

  std::string said() const {
    std::string text;
    for (const lang::Diagnostic& d : result.diagnostics)
      text += "  " + to_string(d, result.files) + "\n";
    return text;
  }
  std::string problem() const {
    if (result.ok()) return "was accepted";
    if (!markers.refused.empty()) return refused_text();
    return markers.first_error_only ? first_error() : all_errors();
  }

 private:
  std::string refused_text() const {
    const bool found = std::any_of(result.diagnostics.begin(), result.diagnostics.end(),
                                   [this](const lang::Diagnostic& d) {
                                     return d.message.find(markers.refused) != std::string::npos;
                                   });
    return found ? "" : "no message holds `" + markers.refused + "`:\n" + said();
  }
  static bool is_match(const oracle::ExpectedError& wanted, const lang::Diagnostic& d) {
    return static_cast<int>(d.pos.line) == wanted.line &&
           std::regex_match(d.message, std::regex(wanted.pattern, std::regex::ECMAScript));
  }
  std::string first_error() const {
    const lang::Diagnostic& first = result.diagnostics.front();
    for (const oracle::ExpectedError& wanted : markers.errors)
      if (is_match(wanted, first)) return "";
    return "the first diagnostic is another one:\n" + said();
  }
  std::string all_errors() const {
    std::vector<lang::Diagnostic> left = result.diagnostics;
    std::string missing;
    for (const oracle::ExpectedError& wanted : markers.errors) {
      const auto found = std::find_if(
          left.begin(), left.end(), [&](const lang::Diagnostic& d) { return is_match(wanted, d); });
      if (found == left.end())
        missing += "  missing " + std::to_string(wanted.line) + ": " + wanted.pattern + "\n";
      else
        left.erase(found);
    }
    for (const lang::Diagnostic& d : left)
      missing += "  not wanted " + to_string(d, result.files) + "\n";
    return missing.empty() ? "" : "diagnostics differ:\n" + missing;
  }
};

// ---- programs that run

std::string stderr_of(const World& world) {
  return std::string(world.error_output()) + exit_text(world);
}

std::string problem_of_stderr(const World& world, const std::vector<std::string>& wanted) {
  const std::string text = stderr_of(world);
  const std::vector<std::string> lines = lines_of(text);
  for (std::size_t i = 0; i < wanted.size(); ++i)
    if (i >= lines.size() ||
        oracle::without_trailing_blanks(lines[i]) != oracle::without_trailing_blanks(wanted[i]))
      return "standard error differs at `" + wanted[i] + "`:\n" + text;
  return "";
}

std::string problem_of_run(const World& world, const oracle::Markers& markers) {
  const Outcome outcome = world.outcome();
  const std::string how = "; " + outcome.text;
  if (outcome.code != markers.exit_code)
    return "exit code " + std::to_string(outcome.code) + ", wanted " +
           std::to_string(markers.exit_code) + how;
  const std::string output = oracle::without_trailing_blanks(std::string(world.output()));
  if (markers.has_output && output != oracle::without_trailing_blanks(markers.output))
    return "standard output is\n" + output + "wanted\n" + markers.output;
  const std::string error = problem_of_stderr(world, markers.stderr_lines);
  if (!error.empty()) return error;
  return markers.has_findings
             ? difference_of_findings(world.program(), findings_of(world), markers.findings)
             : "";
}

}  // namespace

std::string read_text(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in.good()) << path;
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::vector<fs::path> programs_in(const fs::path& folder) {
  std::vector<fs::path> programs;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none))
    if (entry.path().extension() == ".go") programs.push_back(entry.path());
  std::sort(programs.begin(), programs.end());
  return programs;
}

std::vector<std::string> lines_of_list(const fs::path& path) {
  std::vector<std::string> lines = lines_of(read_text(path));
  std::erase_if(lines, [](const std::string& line) { return line.empty() || line[0] == '#'; });
  return lines;
}

std::shared_ptr<const Program> compile_or_fail(const fs::path& path) {
  lang::Toolchain toolchain;
  const lang::CompileResult result = toolchain.compile(path.filename().string(), read_text(path));
  for (const lang::Diagnostic& d : result.diagnostics) ADD_FAILURE() << to_string(d, result.files);
  return result.program;
}

World run(const std::shared_ptr<const Program>& program, Path path, uint64_t max_steps) {
  WorldOptions options;
  options.time_passes_in_circles = true;
  if (path == Path::Collecting) options.collect_above_words = 0;
  World world(program, options);
  const auto scheduler = make_scheduler(Policy{});
  if (path != Path::Stepping) {
    world.run(*scheduler, max_steps, true);
    return world;
  }
  while (!world.ended() && world.steps() < max_steps) world.step(*scheduler);
  if (!world.ended()) world.end(OutcomeKind::StepLimit, 0, "");
  return world;
}

std::string end_of(const World& world) {
  const Outcome outcome = world.outcome();
  std::ostringstream text;
  text << "outcome " << static_cast<int>(outcome.kind) << " " << outcome.code;
  if (outcome.kind != OutcomeKind::StepLimit) text << " " << outcome.text;
  text << "\nclock " << world.clock() << ", goroutines " << world.goroutine_count() << "\n"
       << world.output() << world.error_output();
  return text.str();
}

std::string problem_of(const fs::path& path) {
  const std::string source = read_text(path);
  const oracle::Markers markers = oracle::parse_markers(source);
  if (!markers.mistakes.empty()) return "marker: " + markers.mistakes.front();
  lang::Toolchain toolchain;
  const lang::CompileResult result = toolchain.compile(path.filename().string(), source);
  const Refusal refusal{markers, result};
  if (!markers.errors.empty() || !markers.refused.empty()) return refusal.problem();
  if (!result.ok()) return "was refused:\n" + refusal.said();
  const World world = run(result.program, Path::Fast, kMaxSteps);
  const std::string problem = problem_of_run(world, markers);
  if (!problem.empty() || world.steps() > kMaxComparedSteps) return problem;
  const std::string stepped = end_of(run(result.program, Path::Stepping, kMaxSteps));
  if (stepped != end_of(world))
    return "stepping ends in\n" + stepped + "\nthe fast path in\n" + end_of(world);
  if (world.steps() > kMaxCollectedSteps) return "";
  const std::string collected = end_of(run(result.program, Path::Collecting, kMaxSteps));
  return collected == end_of(world) ? ""
                                    : "with collections at every chance it ends in\n" + collected;
}

std::string difference_of_findings(const Program& program, const std::vector<Finding>& findings,
                                   const std::vector<oracle::ExpectedFinding>& wanted) {
  std::vector<std::string> left;
  for (const oracle::ExpectedFinding& w : wanted)
    left.push_back(text_of(w.goroutine, w.wait_reason, static_cast<uint32_t>(w.line), w.verdict));
  std::string extra;
  for (const Finding& finding : findings) {
    const SourcePlace place = source_place(program, finding.place);
    const std::string reason(status_text(finding.status, finding.reason));
    const std::string kind(to_string(finding.kind));
    auto found =
        std::find(left.begin(), left.end(), text_of(finding.name, reason, place.line, kind));
    if (found == left.end())
      found = std::find(left.begin(), left.end(), text_of(finding.name, reason, 0, kind));
    if (found == left.end())
      extra += "  not wanted: " + text_of(finding.name, reason, place.line, kind) + "\n";
    else
      left.erase(found);
  }
  for (const std::string& text : left) extra += "  missing: " + text + "\n";
  return extra.empty() ? "" : "findings differ:\n" + extra;
}

}  // namespace gopark::conformance
