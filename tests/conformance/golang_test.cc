// Go's own tests, from the installed Go, through the simulator: the whole folder test/ by what the
// first line of each file asks for. What does not pass is either refused with the feature's name or
// listed in golang_gaps.txt.
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <map>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/conformance/golang_suite.h"
#include "tests/conformance/simulate.h"

namespace gopark::conformance {
namespace {

namespace fs = std::filesystem;

// A line of golang_gaps.txt.
struct Gap {
  std::string kind;  // older, compiler, slow or gap: the file says what they mean
  std::string why;
};

std::map<std::string, Gap> golang_gaps() {
  std::map<std::string, Gap> gaps;
  const fs::path list = fs::path(GOPARK_SOURCE_DIR) / "tests/conformance/golang_gaps.txt";
  for (const std::string& line : lines_of_list(list)) {
    std::istringstream words(line);
    Gap gap;
    std::string name;
    words >> gap.kind >> name;
    std::getline(words >> std::ws, gap.why);
    EXPECT_NE(gap.why, "") << line << ": no reason is given";
    EXPECT_TRUE(gaps.emplace(name, gap).second) << name << " is listed twice";
  }
  return gaps;
}

// One row of the table.
struct Count {
  int run = 0, passed = 0, refused = 0, failed = 0, slow = 0;

  double share() const { return 100.0 * passed / (run + slow); }
};

class Survey {
 public:
  explicit Survey(std::map<std::string, Gap> gaps) : gaps_(std::move(gaps)) {}

  void take(const GolangTest& test) {
    if (!test.outside.empty()) return count_outside(test.outside);
    const auto gap = gaps_.find(test.name);
    if (gap == gaps_.end()) return judge(test, verdict_of(toolchain_, test));
    const Gap listed = gap->second;
    gaps_.erase(gap);
    if (listed.kind == "slow") return count(test, [](Count& row) { ++row.slow; });
    const GolangVerdict verdict = verdict_of(toolchain_, test);
    EXPECT_EQ(verdict.result, GolangResult::Failed)
        << test.name << " is listed in golang_gaps.txt, and does not fail: take it out";
    if (listed.kind == "gap") return count_failed(test, listed.why);
    EXPECT_TRUE(listed.kind == "older" || listed.kind == "compiler") << listed.kind;
    count_outside(listed.kind == "older" ? "another version of Go" : "the compiler itself");
  }

  void print() const {
    std::cout << "of Go's own tests       run  passed  refused  failed  too slow to run\n";
    print_row("concurrent           ", concurrent_);
    print_row("all                  ", all_);
    std::cout << std::fixed << std::setprecision(1) << all_.share()
              << " % pass, of the concurrent ones " << concurrent_.share()
              << " %\n\nrefused, by feature\n";
    print_counts(features_);
    std::cout << "\nfailed\n" << failed_ << "\nnot asked, for they need\n";
    print_counts(outside_);
  }

  const Count& all() const { return all_; }
  const Count& concurrent() const { return concurrent_; }
  const std::map<std::string, Gap>& unmet_gaps() const { return gaps_; }

 private:
  template <typename Add>
  void count(const GolangTest& test, Add add) {
    add(all_);
    if (test.concurrent) add(concurrent_);
  }
  void count_outside(const std::string& why) { ++outside_[why]; }
  void count_failed(const GolangTest& test, const std::string& why) {
    count(test, [](Count& row) { ++row.run, ++row.failed; });
    failed_ += "    " + test.name + ": " + why + "\n";
  }
  void judge(const GolangTest& test, const GolangVerdict& verdict) {
    switch (verdict.result) {
      case GolangResult::Passed:
        return count(test, [](Count& row) { ++row.run, ++row.passed; });
      case GolangResult::Refused:
        ++features_[verdict.why];
        return count(test, [](Count& row) { ++row.run, ++row.refused; });
      case GolangResult::Outside:
        return count_outside(verdict.why);
      case GolangResult::Failed:
        ADD_FAILURE() << test.name << " " << verdict.why;
        count_failed(test, "NEW");
    }
  }
  static void print_row(const char* title, const Count& row) {
    std::cout << title << std::setw(6) << row.run << std::setw(8) << row.passed << std::setw(9)
              << row.refused << std::setw(8) << row.failed << std::setw(17) << row.slow << "\n";
  }
  static void print_counts(const std::map<std::string, int>& counts) {
    for (const auto& [name, number] : counts)
      std::cout << std::setw(6) << number << "  " << name << "\n";
  }

  lang::Toolchain toolchain_;
  std::map<std::string, Gap> gaps_;
  std::map<std::string, int> features_, outside_;
  std::string failed_;
  Count all_, concurrent_;
};

// GOPARK_GOLANG of the environment: only the tests with these words in their name.
TEST(Golang, OwnTestsPassOrNameWhatIsMissing) {
  const std::vector<GolangTest> tests = golang_tests(golang_test_folder());
  ASSERT_GE(tests.size(), 1500u) << "Go's own tests are not installed (package golang-src)";
  const char* only = std::getenv("GOPARK_GOLANG");
  Survey survey(golang_gaps());
  for (const GolangTest& test : tests)
    if (only == nullptr || test.name.find(only) != std::string::npos) survey.take(test);
  survey.print();
  if (only != nullptr) return;
  for (const auto& [name, gap] : survey.unmet_gaps())
    ADD_FAILURE() << name << " is listed in golang_gaps.txt, and is no test that is run";
  EXPECT_GE(survey.all().share(), 96.5);
  EXPECT_GE(survey.concurrent().share(), 96.5);
}

}  // namespace
}  // namespace gopark::conformance
