// run_of(R"(…Go…)"): a small language for tests about one run, so that their bodies read as
// stories.
//
//     const std::string output = run_of(R"(…)").with_schedule("g1:1/2").output();
//
// A text without "package main" gets the package clause, and the imports that it names.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "sim/lang/toolchain.h"
#include "sim/session/findings.h"
#include "sim/session/session.h"

namespace gopark {

inline std::string with_package(std::string_view text) {
  if (text.find("package main") != std::string_view::npos) return std::string(text);
  std::string header = "package main\n";
  for (const std::string_view package :
       {"context", "errors", "fmt", "log", "math/rand", "os", "runtime", "sync", "time"}) {
    const std::string name(package.substr(package.rfind('/') + 1));
    if (text.find(name + ".") != std::string_view::npos) {
      header += "import \"" + std::string(package) + "\"\n";
    }
  }
  return header + std::string(text);
}

// Fails the test with the diagnostics when the text is refused; then the program is one that ends
// at once.
inline std::shared_ptr<const Program> program_of(std::string_view text) {
  lang::Toolchain toolchain;
  const lang::CompileResult result = toolchain.compile("main.go", with_package(text));
  for (const lang::Diagnostic& d : result.diagnostics) {
    ADD_FAILURE() << to_string(d, result.files) << "\n" << with_package(text);
  }
  return result.ok() ? result.program : program_of("func main() {}");
}

class RunOf {
 public:
  explicit RunOf(std::string_view text) : program_(program_of(text)) {}

  RunOf& with_schedule(std::string_view text) {
    const Result<Schedule> schedule = parse_schedule(text);
    EXPECT_TRUE(schedule.ok()) << text;
    if (schedule.ok()) options_.schedule = schedule.value();
    return *this;
  }
  RunOf& with_policy(PolicyKind kind, uint64_t seed = 0) {
    options_.policy = Policy{kind, seed};
    return *this;
  }
  RunOf& with_clock(ClockMode clock) {
    options_.world.clock = clock;
    return *this;
  }
  RunOf& with_max_steps(uint64_t steps) {
    options_.max_steps = steps;
    return *this;
  }
  RunOf& with_checkpoint_bytes(uint64_t bytes) {
    options_.checkpoint_bytes = bytes;
    return *this;
  }

  Session session() const { return Session(program_, options_); }
  std::shared_ptr<const Program> program() const { return program_; }
  const SessionOptions& options() const { return options_; }

  // Of the whole run.
  std::string output() const {
    Session run = session();
    run.run_to_end();
    return std::string(run.world().output());
  }
  Outcome outcome() const {
    Session run = session();
    run.run_to_end();
    return run.world().outcome();
  }
  RunFindings findings() const {
    Session run = session();
    return find_all(run);
  }

 private:
  std::shared_ptr<const Program> program_;
  SessionOptions options_;
};

inline RunOf run_of(std::string_view text) {
  return RunOf(text);
}

// "leaked main.1 [chan send]; leaked main.2 [select]"
inline std::string findings_text(const RunOf& run) {
  std::string text;
  for (const Finding& finding : run.findings().findings) {
    if (!text.empty()) text += "; ";
    text += std::string(to_string(finding.kind)) + " " + finding.name + " [" +
            std::string(status_text(finding.status, finding.reason)) + "]";
  }
  return text;
}

}  // namespace gopark
