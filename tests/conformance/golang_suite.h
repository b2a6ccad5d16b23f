// Go's own test folder, as installed with the Go sources: what each file asks for in its first
// line, and whether the simulator's answer is the one that it wants.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/lang/toolchain.h"

namespace gopark::conformance {

// What a test wants. (Go: the action in test/run.go.)
enum class GolangAction : uint8_t {
  Run,               // exits with 0, and writes what NAME.out holds, or nothing
  RunOutput,         // writes a program that does so
  ErrorCheck,        // is diagnosed in the lines with an ERROR comment, and in no other
  ErrorCheckOutput,  // writes such a program
  Compile,           // is accepted
};

struct GolangTest {
  std::filesystem::path path;
  std::string name;  // "chan/select.go"
  GolangAction action = GolangAction::Run;
  std::string source;
  // Why it is none of ours: "several files", "package unsafe", … Empty: it is to pass.
  std::string outside;
  bool concurrent = false;  // it uses goroutines, channels, select or sync
};

enum class GolangResult : uint8_t { Passed, Refused, Failed, Outside };

struct GolangVerdict {
  GolangResult result = GolangResult::Failed;
  // Refused: the feature that a diagnostic names. Failed: what is wrong. Outside: as GolangTest's.
  std::string why;
  uint64_t steps = 0;
};

// $(go env GOROOT)/test; it does not exist where Go's sources are not installed.
std::filesystem::path golang_test_folder();

// All tests that test/run.go knows, sorted by name.
std::vector<GolangTest> golang_tests(const std::filesystem::path& folder);

GolangVerdict verdict_of(lang::Toolchain& toolchain, const GolangTest& test);

}  // namespace gopark::conformance
