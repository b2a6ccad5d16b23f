// The rules of the house. Each takes a tree and returns one complaint for each breach, as
// "path:line: what is wrong, and what to do instead".
#pragma once

#include <string>
#include <vector>

#include "tests/tidy/source.h"

namespace gopark::tidy {

using Complaints = std::vector<std::string>;

// DESIGN's arrows between the folders of sim/, native/ and web/, read from the includes.
Complaints check_arrows(const Tree& tree);
// Words that would bring a clock, chance, threads, files, exceptions or output into sim/.
Complaints check_banned_words(const Tree& tree);
// No variable that outlives a call: neither at namespace scope, nor static in a class or function.
Complaints check_globals(const Tree& tree);
// One difference between the desktop and the page is allowed in C++, not two.
Complaints check_platform_switches(const Tree& tree);
// Every .cc file is named in a CMakeLists.txt, and every .h and .inc is included by some file.
Complaints check_dead_files(const Tree& tree);
Complaints check_disabled_tests(const Tree& tree);
// ImGui is seen by native/, web/ and their tests only.
Complaints check_libraries(const Tree& tree);
// No path of one machine and no package registry's host.
Complaints check_places(const Tree& tree);
Complaints check_top_level(const Tree& tree);

// The ten longest functions and the ten longest files, for a reader to judge.
std::string longest(const Tree& tree);

}  // namespace gopark::tidy
