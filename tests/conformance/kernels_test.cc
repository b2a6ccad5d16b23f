// The kernels of real bugs in tests/go/kernels, through `check` as the command line does it: the
// bug is found at the lines that have a part in it, and the fixed program is never called a BUG.
#include <algorithm>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <regex>
#include <sstream>

#include <gtest/gtest.h>

#include "native/cli/check_text.h"
#include "tests/conformance/simulate.h"
#include "tests/sanitized.h"

namespace gopark::conformance {
namespace {

namespace fs = std::filesystem;

constexpr uint64_t kBudgetStates = 40'000;
constexpr uint64_t kSamples = 60;
// The sanitizers' build looks at one kernel of so many.
constexpr std::size_t kStride = kSanitized ? 6 : 1;

std::vector<fs::path> kernels() {
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(GOPARK_SOURCE_DIR "/tests/go/kernels"))
    if (entry.is_directory()) folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end());
  return folders;
}

// `// BUG leaked "chan send"` at the end of a line.
struct Wanted {
  uint32_t line = 0;
  std::string kind;
  std::string text;  // the wait reason, or a part of the panic's text; of a race nothing
};

std::vector<Wanted> wanted_by(const std::string& source) {
  static const std::regex kMarker(R"re(// BUG (\w+)(?: "([^"]+)")?$)re");
  std::vector<Wanted> all;
  std::istringstream lines(source);
  uint32_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    std::smatch match;
    if (std::regex_search(line, match, kMarker)) all.push_back({number, match[1], match[2]});
  }
  return all;
}

struct Checked {
  Loaded loaded;
  CheckReport found;
  Report report;
};

Checked check_file(const fs::path& path) {
  ProgramSource source;
  source.title = source.path = path.filename().string();
  source.text = read_text(path);
  Checked checked;
  checked.loaded = compile_source(source);
  EXPECT_EQ(checked.loaded.diagnostics, "") << path;
  if (!checked.loaded.program) return checked;
  CheckOptions how;
  how.budget_states = kBudgetStates;
  how.samples = kSamples;
  checked.found = check(checked.loaded.program, how);
  checked.report = check_report(source, checked.loaded, checked.found, how.world, kBudgetStates);
  return checked;
}

bool is_the_bug(const Checked& checked, const Finding& finding, const Wanted& wanted) {
  const Program& program = *checked.loaded.program;
  if (to_string(finding.kind) != wanted.kind) return false;
  const bool here = source_place(program, finding.place).line == wanted.line;
  if (finding.kind == FindingKind::Race)
    return here || source_place(program, finding.racing.other_place).line == wanted.line;
  if (finding.kind == FindingKind::Panic)
    return here && checked.report.outcome.text.find(wanted.text) != std::string::npos;
  return here && status_text(finding.status, finding.reason) == wanted.text;
}

// What the report lacks; empty if it names every line that has a part in the bug.
std::string missing_in(const Checked& checked, const std::vector<Wanted>& all) {
  std::string text;
  for (const Wanted& wanted : all) {
    const auto& findings = checked.report.findings;
    const bool is_there = std::any_of(findings.begin(), findings.end(), [&](const Finding& f) {
      return is_the_bug(checked, f, wanted);
    });
    if (!is_there) text += " " + std::to_string(wanted.line) + ": " + wanted.kind;
  }
  return text;
}

std::string row(const std::string& name, const Checked& checked) {
  std::ostringstream text;
  text << std::left << std::setw(34) << name << std::setw(11)
       << to_string(checked.found.result.verdict) << std::right << std::setw(8)
       << checked.report.states << " states";
  return text.str();
}

TEST(Kernels, NineBugsOfTenAreFoundAndNoFixIsCalledABug) {
  const std::vector<fs::path> folders = kernels();
  EXPECT_GE(folders.size(), 40u);
  std::size_t found = 0, looked_at = 0;
  std::string missed;
  for (std::size_t i = 0; i < folders.size(); i += kStride) {
    const std::string name = folders[i].filename().string();
    const std::vector<Wanted> wanted = wanted_by(read_text(folders[i] / "buggy.go"));
    EXPECT_FALSE(wanted.empty()) << name;
    const Checked buggy = check_file(folders[i] / "buggy.go");
    ASSERT_TRUE(buggy.loaded.program) << name;
    const std::string lacks = missing_in(buggy, wanted);
    ++looked_at;
    if (lacks.empty())
      ++found;
    else
      missed += name + lacks + "\n";
    EXPECT_EQ(wanted_by(read_text(folders[i] / "fixed.go")).size(), 0u) << name;
    const Checked fixed = check_file(folders[i] / "fixed.go");
    ASSERT_TRUE(fixed.loaded.program) << name;
    EXPECT_NE(fixed.found.result.verdict, ProofVerdict::Bug) << name;
    std::cout << row(name, buggy) << "\n" << row("  fixed", fixed) << "\n";
  }
  std::cout << found << " of " << looked_at << " bugs were found\n" << missed;
  EXPECT_GE(10 * found, 9 * looked_at) << missed;
}

}  // namespace
}  // namespace gopark::conformance
