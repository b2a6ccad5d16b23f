// Holds a program's markers against what real Go does with it.
#pragma once

#include <string>
#include <vector>

namespace gopark::oracle {

// What differs between the markers of the program and real Go, one text each; empty if all is well.
// An older Go than the program needs is not asked: `skipped` becomes true.
std::vector<std::string> check_program(const std::string& path, bool& skipped);

// Rewrites the file's markers ERROR, or Exit, Stderr and Output, to what real Go does. Of standard
// error only what is the same in every run is taken.
void fill_markers(const std::string& path);

// What differs between a lesson's folder (leaky.go, fixed.go and the `want` list of lesson.md) and
// what real Go leaves at the end of main.
std::vector<std::string> check_lesson(const std::string& folder);

// The goroutines that are left when main returns, one line each:
// "main.Example.func1 [chan send] leaky.go:14, created by main.Example leaky.go:12".
std::string describe_leftovers(const std::string& path);

// All that Go's compiler says about a file, as "path:line:col: message" in the newer wording.
std::string describe_diagnostics(const std::string& path);

}  // namespace gopark::oracle
