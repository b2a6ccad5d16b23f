// go_oracle: asks real Go about our programs.
//
//   go_oracle left FILE...      what is left when main returns
//   go_oracle say FILE...       what the compiler says, with columns, in the newer wording
//   go_oracle check PATH...     the markers of conformance programs, or all below a folder
//   go_oracle fill FILE...      writes the markers of conformance programs, as real Go says
//   go_oracle lessons FOLDER    every lesson against its `want` list
//
// Exits with 0 if real Go agrees, 1 if not, 64 for wrong usage.
#include <algorithm>
#include <atomic>
#include <filesystem>
#include <iostream>
#include <mutex>
#include <thread>

#include "tests/oracle/real_go.h"
#include "tests/oracle/verdict.h"

namespace {

namespace fs = std::filesystem;
using gopark::oracle::check_lesson;
using gopark::oracle::check_program;
using gopark::oracle::describe_diagnostics;
using gopark::oracle::describe_leftovers;

// A kernel depends on the schedule: `check` is asked about it, and one run of real Go is not.
bool is_kernel(const fs::path& program) {
  return program.parent_path().parent_path().filename() == "kernels";
}

std::vector<std::string> programs_below(const std::vector<std::string>& paths) {
  std::vector<std::string> programs;
  for (const std::string& path : paths) {
    if (!fs::is_directory(path)) {
      programs.push_back(path);
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(path))
      if (entry.path().extension() == ".go" && !is_kernel(entry.path()))
        programs.push_back(entry.path().string());
  }
  std::sort(programs.begin(), programs.end());
  return programs;
}

// The go command is slow to start, so two programs are checked at a time.
class Checks {
 public:
  explicit Checks(std::vector<std::string> programs) : programs_(std::move(programs)) {}

  // The number of programs on which real Go does not agree.
  int run() {
    std::thread other([this] { work(); });
    work();
    other.join();
    std::cout << programs_.size() << " programs, " << skipped_ << " not asked, " << failed_
              << " wrong\n";
    return failed_;
  }

 private:
  void work() {
    for (size_t i = next_++; i < programs_.size(); i = next_++) {
      bool skipped = false;
      report(programs_[i], check_program(programs_[i], skipped));
      if (skipped) ++skipped_;
    }
  }

  void report(const std::string& program, const std::vector<std::string>& problems) {
    if (problems.empty()) return;
    const std::lock_guard<std::mutex> lock(output_);
    ++failed_;
    std::cout << program << "\n";
    for (const std::string& problem : problems) std::cout << "  " << problem << "\n";
  }

  std::vector<std::string> programs_;
  std::atomic<size_t> next_ = 0;
  std::atomic<int> skipped_ = 0;
  std::mutex output_;
  int failed_ = 0;
};

int check_lessons(const std::string& folder) {
  std::vector<std::string> lessons;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.is_directory()) lessons.push_back(entry.path().string());
  std::sort(lessons.begin(), lessons.end());
  int failed = 0;
  for (const std::string& lesson : lessons) {
    const auto problems = check_lesson(lesson);
    std::cout << lesson << (problems.empty() ? ": as wanted\n" : "\n");
    for (const std::string& problem : problems) std::cout << "  " << problem << "\n";
    if (!problems.empty()) ++failed;
  }
  return failed;
}

int usage() {
  std::cerr << "usage: go_oracle left FILE... | say FILE... | check PATH... | fill FILE... | "
               "lessons FOLDER\n";
  return 64;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.size() < 2) return usage();
  if (!gopark::oracle::real_go_available()) {
    std::cerr << "go_oracle: there is no go command\n";
    return 64;
  }
  const std::vector<std::string> paths(words.begin() + 1, words.end());
  if (words[0] == "check") return Checks(programs_below(paths)).run() == 0 ? 0 : 1;
  if (words[0] == "lessons") return check_lessons(paths[0]) == 0 ? 0 : 1;
  if (words[0] == "fill") {
    for (const std::string& path : paths) gopark::oracle::fill_markers(path);
    return 0;
  }
  if (words[0] != "left" && words[0] != "say") return usage();
  for (const std::string& path : paths)
    std::cout << (words[0] == "left" ? describe_leftovers(path) : describe_diagnostics(path));
  return 0;
}
