// A Go test that shows with real Go what a run here has found.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gopark {

// The text of leak_test.go, to be put beside the program `file` (of package main): it runs main
// under goleak (go.uber.org/goleak), which fails when a goroutine is left. `found` are the findings
// in words, one each, and become its comment; line ends in them are blanks.
std::string leak_test(std::string_view file, const std::vector<std::string>& found);

}  // namespace gopark
