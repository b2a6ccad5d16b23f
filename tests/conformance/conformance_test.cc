// Every program of tests/go through the simulator, held against its markers; and every lesson
// against its `want` list. known_gaps.txt lists what fails today, and must shrink.
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "sim/explore/failures.h"
#include "sim/sched/policy.h"
#include "tests/conformance/simulate.h"
#include "tests/sanitized.h"

namespace gopark::conformance {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = GOPARK_SOURCE_DIR;

// "FOLDER/FILE.go reason": the reasons, by file.
std::map<std::string, std::string> known_gaps() {
  std::map<std::string, std::string> gaps;
  for (const std::string& line : lines_of_list(kRoot / "tests/conformance/known_gaps.txt")) {
    const std::size_t blank = line.find(' ');
    gaps[line.substr(0, blank)] = blank == std::string::npos ? "" : line.substr(blank + 1);
  }
  return gaps;
}

struct Count {
  int run = 0;
  int passed = 0;
  int gaps = 0;
};

// Holds one folder against its markers and takes the gaps that it met out of `gaps`.
Count check_folder(const std::string& folder, std::map<std::string, std::string>& gaps) {
  Count count;
  for (const fs::path& path : programs_in(kRoot / "tests/go" / folder)) {
    const std::string name = folder + "/" + path.filename().string();
    const bool is_gap = gaps.erase(name) != 0;
    if (count.run++ % kSanitizedStride != 0) continue;
    const std::string problem = problem_of(path);
    if (problem.empty()) ++count.passed;
    if (is_gap) ++count.gaps;
    EXPECT_FALSE(is_gap && problem.empty())
        << name << " passes: take it out of tests/conformance/known_gaps.txt";
    if (!is_gap) {
      EXPECT_EQ(problem, "") << name;
    }
  }
  return count;
}

TEST(Conformance, ProgramsDoWhatTheirMarkersSay) {
  std::map<std::string, std::string> gaps = known_gaps();
  for (const auto& [name, reason] : gaps) EXPECT_NE(reason, "") << name << " has no reason";
  std::cout << "folder    run  passed  gaps\n";
  for (const char* folder : {"lang", "chan", "panic", "std", "err"}) {
    const Count count = check_folder(folder, gaps);
    std::cout << folder << std::string(8 - std::string(folder).size(), ' ') << "  " << count.run
              << "  " << count.passed << "  " << count.gaps << "\n";
  }
  for (const auto& [name, reason] : gaps) ADD_FAILURE() << name << " is listed and does not exist";
}

std::vector<oracle::ExpectedFinding> wanted_by(const fs::path& lesson) {
  std::vector<oracle::ExpectedFinding> findings;
  std::istringstream lines(read_text(lesson));
  for (std::string line; std::getline(lines, line);) {
    oracle::ExpectedFinding finding;
    if (line.substr(0, 2) == "- " && oracle::parse_finding(line.substr(2), finding))
      findings.push_back(finding);
  }
  return findings;
}

TEST(Conformance, LessonsHaveTheFindingsThatTheyWant) {
  int lessons = 0;
  for (const auto& entry : fs::directory_iterator(kRoot / "scenarios")) {
    if (!entry.is_directory()) continue;
    ++lessons;
    const auto wanted = wanted_by(entry.path() / "lesson.md");
    EXPECT_FALSE(wanted.empty()) << entry.path();
    for (const char* variant : {"leaky.go", "fixed.go"}) {
      const auto program = compile_or_fail(entry.path() / variant);
      ASSERT_TRUE(program) << entry.path();
      const World fast = run(program, Path::Fast, 100'000);
      const bool leaky = std::string(variant) == "leaky.go";
      const auto findings = leaky ? failures_of(fast) : findings_of(fast);
      EXPECT_EQ(difference_of_findings(*program, findings,
                                       leaky ? wanted : std::vector<oracle::ExpectedFinding>{}),
                "")
          << entry.path() / variant;
      EXPECT_EQ(fast.outcome().kind, OutcomeKind::Exited) << entry.path() / variant;
      EXPECT_EQ(end_of(run(program, Path::Stepping, 100'000)), end_of(fast))
          << entry.path() / variant;
    }
  }
  EXPECT_GE(lessons, 20);
}

// The lesson's main, called so often by another one.
std::shared_ptr<const Program> called(const fs::path& variant, int times) {
  std::string text = read_text(variant);
  const std::string head = "\nfunc main() {";
  const std::size_t at = text.find(head);
  if (at == std::string::npos) return nullptr;
  text.replace(at, head.size(), "\nfunc lesson() {");
  text += "\nfunc main() {\n\tfor i := 0; i < " + std::to_string(times) +
          "; i++ {\n\t\tlesson()\n\t}\n}\n";
  return lang::Toolchain().compile(variant.string(), text).program;
}

constexpr int kCalls = kSanitized ? 2'000 : 100'000;
constexpr int kLeakyCalls = kSanitized ? 100 : 1'000;

TEST(Conformance, ALessonCalledAHundredThousandTimesDoesNotGrowUnlessItLeaks) {
  constexpr uint64_t kEnough = 16u << 20;
  int lessons = 0;
  for (const auto& entry : fs::directory_iterator(kRoot / "scenarios")) {
    if (!entry.is_directory() || lessons++ % kSanitizedStride != 0) continue;
    const auto fixed = called(entry.path() / "fixed.go", kCalls);
    ASSERT_TRUE(fixed) << entry.path();
    WorldOptions options;
    options.max_memory_bytes = kEnough;
    World world(fixed, options);
    const auto scheduler = make_scheduler(Policy{});
    world.run(*scheduler, 100'000'000, true);
    EXPECT_EQ(world.outcome().kind, OutcomeKind::Exited) << entry.path() << world.outcome().text;
    EXPECT_EQ(world.goroutine_count(), 1u) << entry.path();
    const auto leaky = called(entry.path() / "leaky.go", kLeakyCalls);
    ASSERT_TRUE(leaky) << entry.path();
    const World grown = run(leaky, Path::Fast, 100'000'000);
    if (grown.outcome().kind != OutcomeKind::Exited) continue;  // it ends with its first call
    EXPECT_GE(grown.goroutine_count(), static_cast<uint64_t>(kLeakyCalls)) << entry.path();
  }
}

}  // namespace
}  // namespace gopark::conformance
