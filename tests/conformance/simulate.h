// The simulator as the conformance tests use it: a file's text to what the simulator does with it,
// in the terms of the markers of tests/go.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "sim/detect/finding.h"
#include "sim/lang/toolchain.h"
#include "sim/vm/world.h"
#include "tests/oracle/markers.h"

namespace gopark::conformance {

// The whole file. A file that cannot be read is a failed test, and gives "".
std::string read_text(const std::filesystem::path& path);

// The *.go files directly in a folder, sorted. None if there is no such folder.
std::vector<std::filesystem::path> programs_in(const std::filesystem::path& folder);

// All lines of a list that are neither empty nor a `#` comment.
std::vector<std::string> lines_of_list(const std::filesystem::path& path);

// The program, or null after a failed test that shows the diagnostics.
std::shared_ptr<const Program> compile_or_fail(const std::filesystem::path& path);

// Collecting: as Fast, with the garbage collector at every chance.
enum class Path : uint8_t { Fast, Stepping, Collecting };

// Go's own order, to the end or to so many steps.
World run(const std::shared_ptr<const Program>& program, Path path, uint64_t max_steps);

// What both paths of World have to agree on.
std::string end_of(const World& world);

// What is wrong with the simulator's answer to a program with markers; empty if nothing is.
std::string problem_of(const std::filesystem::path& path);

// What differs between findings and the wanted ones; empty if nothing does.
std::string difference_of_findings(const Program& program, const std::vector<Finding>& findings,
                                   const std::vector<oracle::ExpectedFinding>& wanted);

}  // namespace gopark::conformance
