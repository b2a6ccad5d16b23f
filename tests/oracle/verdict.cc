#include "tests/oracle/verdict.h"

#include <algorithm>
#include <fstream>
#include <regex>
#include <sstream>

#include "tests/oracle/markers.h"
#include "tests/oracle/real_go.h"

namespace gopark::oracle {
namespace {

using Problems = std::vector<std::string>;

std::string at(int line) {
  return "line " + std::to_string(line) + ": ";
}

// A pattern holds for the whole message in our programs: a test of the wording should say all of
// it.
bool takes(const ExpectedError& expected, const GoDiagnostic& said) {
  return expected.line == said.line &&
         std::regex_match(newer_wording(said.message), std::regex(expected.pattern));
}

std::vector<GoDiagnostic> compared_diagnostics(const Markers& markers, const std::string& path) {
  std::vector<GoDiagnostic> diagnostics = real_diagnostics(path);
  if (markers.first_error_only && !diagnostics.empty()) diagnostics.resize(1);
  return diagnostics;
}

Problems check_refused(const Markers& markers, const std::string& path) {
  const ProcessResult ran = run_process({"go", "run", path}, ".");
  if (ran.exit_code != 0 && ran.err.find(markers.refused) != std::string::npos) return {};
  return {"Go does not refuse it with: " + markers.refused + "\n" + ran.err};
}

Problems check_errors(const Markers& markers, const std::string& path) {
  std::vector<GoDiagnostic> left = compared_diagnostics(markers, path);
  Problems problems;
  for (const ExpectedError& expected : markers.errors) {
    const auto said = std::find_if(left.begin(), left.end(), [&](const GoDiagnostic& diagnostic) {
      return takes(expected, diagnostic);
    });
    if (said == left.end())
      problems.push_back(at(expected.line) + "Go does not say: " + expected.pattern);
    else
      left.erase(said);
  }
  for (const GoDiagnostic& extra : left)
    problems.push_back(at(extra.line) + "Go also says: " + newer_wording(extra.message));
  return problems;
}

// Runs the program; in its standard error the waits have their newer names.
ProcessResult run_with_newer_reasons(const std::string& path) {
  ProcessResult ran = run_real_go(path);
  for (const DumpGoroutine& goroutine : parse_dump(ran.err)) {
    const std::string header = "goroutine " + std::to_string(goroutine.number);
    ran.err = std::regex_replace(ran.err, std::regex(header + R"( \[semacquire\])"),
                                 header + " [" + goroutine.wait_reason + "]");
  }
  return ran;
}

Problems check_run(const Markers& markers, const std::string& path) {
  const ProcessResult ran = run_with_newer_reasons(path);
  Problems problems;
  if (ran.timed_out) problems.push_back("it does not end");
  if (ran.exit_code != markers.exit_code)
    problems.push_back("exit code " + std::to_string(ran.exit_code) + "\n" + ran.err);
  if (without_trailing_blanks(ran.out) != markers.output)
    problems.push_back("it prints\n" + ran.out);
  std::istringstream lines(ran.err);
  for (const std::string& expected : markers.stderr_lines) {
    std::string line;
    std::getline(lines, line);
    if (line != expected) problems.push_back("standard error has: " + line);
  }
  return problems;
}

// "chan send" at line 14 is "14 chan send". Real Go does not know our names of goroutines.
using Places = std::vector<std::string>;

Places expected_places(const std::vector<ExpectedFinding>& findings) {
  Places places;
  for (const ExpectedFinding& finding : findings)
    places.push_back(std::to_string(finding.line) + " " + finding.wait_reason);
  std::sort(places.begin(), places.end());
  return places;
}

Places real_places(const std::string& path) {
  Places places;
  for (const DumpGoroutine& goroutine : real_leftovers(path).goroutines)
    places.push_back(std::to_string(goroutine.place().line) + " " + goroutine.wait_reason);
  std::sort(places.begin(), places.end());
  return places;
}

Problems check_places(const std::vector<ExpectedFinding>& findings, const std::string& path) {
  const Places real = real_places(path);
  if (real == expected_places(findings)) return {};
  std::string all;
  for (const std::string& place : real) all += " [" + place + "]";
  return {path + ": real Go leaves" + (all.empty() ? " nothing" : all)};
}

std::vector<ExpectedFinding> wanted_by_lesson(const std::string& path) {
  std::vector<ExpectedFinding> findings;
  std::istringstream lines(read_file(path));
  for (std::string line; std::getline(lines, line);) {
    ExpectedFinding finding;
    if (line.substr(0, 2) == "- " && parse_finding(line.substr(2), finding))
      findings.push_back(finding);
  }
  return findings;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

// The source without the markers that fill_markers() writes.
std::vector<std::string> without_markers(const std::string& source) {
  std::vector<std::string> lines;
  static const std::regex kEnd("// (Output:|Exit: .*|Stderr:.*)");
  for (const std::string& line : lines_of(source)) {
    if (std::regex_match(line, kEnd)) break;
    lines.push_back(std::regex_replace(line, std::regex(R"(\s*// ERROR[ +].*$)"), ""));
  }
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

// The message as a pattern between quotes that it does not contain.
std::string quoted_pattern(const std::string& message) {
  std::string pattern = std::regex_replace(message, std::regex(R"([.*+?^${}()|[\]\\])"), R"(\$&)");
  pattern = std::regex_replace(pattern, std::regex("\n"), R"(\n)");
  pattern = std::regex_replace(pattern, std::regex("\t"), R"(\t)");
  pattern = std::regex_replace(pattern, std::regex(R"(\\\./\w+\\\.go:)"), R"(\S+:)");
  const bool has_quote = pattern.find('"') != std::string::npos;
  const char quote = has_quote ? '`' : '"';
  for (char& c : pattern)
    if (c == quote) c = '.';
  return quote + pattern + quote;
}

void fill_errors(std::vector<std::string>& lines, const std::vector<GoDiagnostic>& diagnostics) {
  for (const GoDiagnostic& diagnostic : diagnostics) {
    const bool after_the_end = static_cast<size_t>(diagnostic.line) > lines.size();
    std::string& line =
        after_the_end ? lines.back() : lines[static_cast<size_t>(diagnostic.line) - 1];
    if (line.find("// ERROR") == std::string::npos)
      line += after_the_end ? " // ERROR+1" : " // ERROR";
    line += " " + quoted_pattern(newer_wording(diagnostic.message));
  }
}

std::string comment(const std::string& prefix, const std::string& text) {
  return text.empty() ? prefix : prefix + " " + text;
}

// The lines of a panic or fatal error, and "goroutine 1 [chan send]:" if it follows: the numbers of
// other goroutines, and all addresses, differ from run to run.
std::vector<std::string> fixed_stderr_lines(const std::string& err) {
  std::vector<std::string> fixed;
  const std::vector<std::string> lines = lines_of(err);
  for (size_t i = 0; i < lines.size() && lines[i].substr(0, 8) != "[signal "; ++i) {
    if (!lines[i].empty()) {
      fixed.push_back(lines[i]);
      continue;
    }
    if (i + 1 < lines.size() && lines[i + 1].substr(0, 13) == "goroutine 1 [")
      fixed.insert(fixed.end(), {"", lines[i + 1]});
    break;
  }
  return fixed;
}

void fill_run(std::vector<std::string>& lines, const ProcessResult& ran) {
  lines.emplace_back();
  if (ran.exit_code != 0) lines.push_back("// Exit: " + std::to_string(ran.exit_code));
  for (const std::string& line : fixed_stderr_lines(ran.err))
    lines.push_back(comment("// Stderr:", line));
  if (ran.out.empty() && ran.exit_code != 0) return;
  lines.push_back("// Output:");
  for (const std::string& line : lines_of(without_trailing_blanks(ran.out)))
    lines.push_back(comment("//", line));
}

}  // namespace

std::vector<std::string> check_program(const std::string& path, bool& skipped) {
  const Markers markers = parse_markers(read_file(path));
  Problems problems = markers.mistakes;
  skipped = markers.differs || (markers.needs_go122 && !real_go_has_go122());
  if (skipped) return problems;
  if (!markers.refused.empty()) return check_refused(markers, path);
  const bool refused = !markers.errors.empty();
  if (!refused && !markers.has_output && markers.stderr_lines.empty() && markers.exit_code == 0)
    problems.push_back("it says nothing about what is expected");
  const Problems found = refused ? check_errors(markers, path) : check_run(markers, path);
  problems.insert(problems.end(), found.begin(), found.end());
  if (!markers.has_findings) return problems;
  const Problems left = check_places(markers.findings, path);
  problems.insert(problems.end(), left.begin(), left.end());
  return problems;
}

void fill_markers(const std::string& path) {
  std::vector<std::string> lines = without_markers(read_file(path));
  std::string source;
  for (const std::string& line : lines) source += line + "\n";
  std::ofstream(path) << source;
  const std::vector<GoDiagnostic> diagnostics = compared_diagnostics(parse_markers(source), path);
  if (diagnostics.empty())
    fill_run(lines, run_with_newer_reasons(path));
  else
    fill_errors(lines, diagnostics);
  source.clear();
  for (const std::string& line : lines) source += line + "\n";
  std::ofstream(path) << source;
}

std::vector<std::string> check_lesson(const std::string& folder) {
  const auto wanted = wanted_by_lesson(folder + "/lesson.md");
  Problems problems = check_places(wanted, folder + "/leaky.go");
  if (wanted.empty()) problems.push_back(folder + "/lesson.md wants nothing");
  const Problems fixed = check_places({}, folder + "/fixed.go");
  problems.insert(problems.end(), fixed.begin(), fixed.end());
  return problems;
}

std::string describe_diagnostics(const std::string& path) {
  std::ostringstream text;
  for (const GoDiagnostic& said : real_diagnostics(path))
    text << path << ":" << said.line << ":" << said.column << ": " << newer_wording(said.message)
         << "\n";
  return text.str();
}

std::string describe_leftovers(const std::string& path) {
  const RealLeftovers left = real_leftovers(path);
  if (left.process.exit_code != 0) return left.process.err;
  std::ostringstream text;
  for (const DumpGoroutine& goroutine : left.goroutines) {
    const DumpFrame& place = goroutine.place();
    text << place.function << " [" << goroutine.wait_reason << "] " << place.file << ":"
         << place.line << ", created by " << goroutine.created_by.function << " "
         << goroutine.created_by.file << ":" << goroutine.created_by.line << "\n";
  }
  return text.str();
}

}  // namespace gopark::oracle
