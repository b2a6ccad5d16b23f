#include "tests/oracle/verdict.h"

#include <algorithm>
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

Problems check_errors(const Markers& markers, const std::string& path) {
  std::vector<GoDiagnostic> left = real_diagnostics(path);
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

Problems check_run(const Markers& markers, const std::string& path) {
  const ProcessResult ran = run_real_go(path);
  Problems problems;
  if (ran.timed_out) problems.push_back("it does not end");
  if (ran.exit_code != markers.exit_code)
    problems.push_back("exit code " + std::to_string(ran.exit_code) + "\n" + ran.err);
  if (ran.out != markers.output) problems.push_back("it prints\n" + ran.out);
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

}  // namespace

std::vector<std::string> check_program(const std::string& path, bool& skipped) {
  const Markers markers = parse_markers(read_file(path));
  Problems problems = markers.mistakes;
  skipped = markers.differs || (markers.needs_go122 && !real_go_has_go122());
  if (skipped) return problems;
  const bool refused = !markers.errors.empty();
  if (!refused && !markers.has_output && markers.stderr_lines.empty())
    problems.push_back("it says nothing about what is expected");
  const Problems found = refused ? check_errors(markers, path) : check_run(markers, path);
  problems.insert(problems.end(), found.begin(), found.end());
  if (!markers.has_findings) return problems;
  const Problems left = check_places(markers.findings, path);
  problems.insert(problems.end(), left.begin(), left.end());
  return problems;
}

std::vector<std::string> check_lesson(const std::string& folder) {
  const auto wanted = wanted_by_lesson(folder + "/lesson.md");
  Problems problems = check_places(wanted, folder + "/leaky.go");
  if (wanted.empty()) problems.push_back(folder + "/lesson.md wants nothing");
  const Problems fixed = check_places({}, folder + "/fixed.go");
  problems.insert(problems.end(), fixed.begin(), fixed.end());
  return problems;
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
