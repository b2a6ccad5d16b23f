// Go's own channel tests, from the installed Go, through the simulator. What the simulator cannot
// do is in golang_gaps.txt, with the words that its diagnostic must hold.
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <regex>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/conformance/simulate.h"
#include "tests/oracle/process.h"

namespace gopark::conformance {
namespace {

namespace fs = std::filesystem;

constexpr uint64_t kMaxSteps = 30'000'000;

fs::path go_tests() {
  const oracle::ProcessResult said = oracle::run_process({"go", "env", "GOROOT"}, ".");
  return fs::path(said.out.substr(0, said.out.find('\n'))) / "test";
}

std::vector<fs::path> channel_tests(const fs::path& root) {
  std::vector<fs::path> programs = programs_in(root / "chan");
  for (const fs::path& path : programs_in(root / "ken"))
    if (path.filename().string().substr(0, 4) == "chan") programs.push_back(path);
  return programs;
}

// The lines that `// ERROR "regexp"` names, with the pattern to be found in a message there.
std::map<uint32_t, std::regex> wanted_errors(const std::string& source) {
  std::map<uint32_t, std::regex> wanted;
  std::istringstream lines(source);
  uint32_t number = 0;
  const std::regex marker("// ERROR \"(.*)\"");
  for (std::string line; std::getline(lines, line);) {
    ++number;
    std::smatch match;
    if (std::regex_search(line, match, marker)) wanted[number] = std::regex(match[1].str());
  }
  return wanted;
}

std::string problem_of_errors(const lang::CompileResult& result, const std::string& source) {
  std::map<uint32_t, std::regex> wanted = wanted_errors(source);
  std::string problem;
  std::map<uint32_t, bool> met;
  for (const lang::Diagnostic& d : result.diagnostics) {
    const auto line = wanted.find(d.pos.line);
    if (line == wanted.end())
      problem += "not wanted: " + to_string(d, result.files) + "\n";
    else if (std::regex_search(d.message, line->second))
      met[d.pos.line] = true;
  }
  for (const auto& [line, pattern] : wanted)
    if (!met[line]) problem += "line " + std::to_string(line) + " is not diagnosed\n";
  return problem;
}

// A test of kind `run` passes when it exits with 0 and prints nothing.
std::string problem_of_run(const std::shared_ptr<const Program>& program) {
  const World world = run(program, Path::Fast, kMaxSteps);
  const Outcome outcome = world.outcome();
  if (outcome.kind == OutcomeKind::Exited && outcome.code == 0 && world.output().empty()) return "";
  return "ended with " + std::to_string(outcome.code) + ": " + outcome.text + "\n" +
         std::string(world.output().substr(0, 300));
}

std::string problem_of_test(const fs::path& path) {
  const std::string source = read_text(path);
  lang::Toolchain toolchain;
  const lang::CompileResult result = toolchain.compile(path.filename().string(), source);
  if (source.substr(0, 13) == "// errorcheck") return problem_of_errors(result, source);
  if (result.ok()) return problem_of_run(result.program);
  std::string said = "refused";
  for (const lang::Diagnostic& d : result.diagnostics) said += "\n  " + to_string(d, result.files);
  return said;
}

// "chan/name.go missing words": what the problem must say, by name.
std::map<std::string, std::string> golang_gaps() {
  std::map<std::string, std::string> gaps;
  const fs::path list = fs::path(GOPARK_SOURCE_DIR) / "tests/conformance/golang_gaps.txt";
  for (const std::string& line : lines_of_list(list)) {
    const std::size_t blank = line.find(' ');
    if (blank == std::string::npos)
      ADD_FAILURE() << line << ": no feature is named";
    else
      gaps[line.substr(0, blank)] = line.substr(blank + 1);
  }
  return gaps;
}

TEST(Golang, ChannelTestsPassOrNameWhatIsMissing) {
  const std::vector<fs::path> programs = channel_tests(go_tests());
  ASSERT_GE(programs.size(), 20u) << "Go's own tests are not installed (package golang-src)";
  std::map<std::string, std::string> gaps = golang_gaps();
  std::size_t passed = 0;
  for (const fs::path& path : programs) {
    const std::string name =
        path.parent_path().filename().string() + "/" + path.filename().string();
    const std::string problem = problem_of_test(path);
    const auto gap = gaps.find(name);
    if (problem.empty()) ++passed;
    std::cout << (problem.empty() ? "pass     " : "missing  ") << name
              << (gap == gaps.end() ? "" : "  " + gap->second) << "\n";
    if (gap == gaps.end()) {
      EXPECT_EQ(problem, "") << name;
    } else {
      EXPECT_NE(problem.find(gap->second), std::string::npos)
          << name << " is listed with `" << gap->second << "`, and says: " << problem;
      gaps.erase(gap);
    }
  }
  std::cout << passed << " of " << programs.size() << " pass\n";
  for (const auto& [name, reason] : gaps) ADD_FAILURE() << name << " is listed and does not exist";
}

}  // namespace
}  // namespace gopark::conformance
