// The command line: list, run, explain, compare, check, play. The text twin of everything that the
// app shows.
//
// Exit codes. run: the program's own (2 after a panic, deadlock or fatal error, and at a limit).
// explain and compare: 0 clean, 1 leaked, deadlock or panic, 2 a limit stopped the run. check: 0
// PROVED clean, 1 BUG, 2 INCOMPLETE. All: 3 the program was refused, 64 wrong usage, an unreadable
// file, or a schedule that does not fit the program.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace gopark {

inline constexpr int kExitRefused = 3;
inline constexpr int kExitUsage = 64;

struct Streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
};

// Without the program's name.
int run_cli(const std::vector<std::string>& arguments, Streams streams);

}  // namespace gopark
