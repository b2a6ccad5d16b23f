// The command line as a value, checked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "native/cli/source.h"
#include "sim/base/result.h"
#include "sim/explore/explorer.h"
#include "sim/session/session.h"

namespace gopark {

enum class CommandKind : uint8_t { List, Run, Explain, Compare, Check, Dump, LeakTest, Play };
enum class ColorMode : uint8_t { Auto, Always, Never };

struct Options {
  CommandKind command = CommandKind::List;
  std::vector<std::string> names;  // of programs or lessons
  std::optional<std::string> policy;
  std::optional<uint64_t> seed;
  std::optional<std::string> schedule;
  std::optional<std::string> clock;
  std::optional<uint64_t> max_steps;
  uint64_t max_memory_bytes = WorldOptions{}.max_memory_bytes;
  uint64_t budget_states = CheckOptions{}.budget_states;
  std::optional<double> budget_seconds;  // check: of each program
  std::string engine = "all";
  bool sarif = false;
  bool json = false;
  bool race = false;     // run, explain: look for a data race in this run
  bool suggest = false;  // check: look for fixes, too
  std::string trace;     // a file; "": none
  std::string chrome_trace;
  ColorMode color = ColorMode::Auto;
};

// What came of reading the arguments: options, or text to print and an exit code.
struct ParsedOptions {
  std::optional<Options> options;
  std::string text;
  int exit_code = 0;  // 0: it was asked for (--help)
};

// Without the program's name.
ParsedOptions parse_options(const std::vector<std::string>& arguments);

// How a run is to go. A lesson's own schedule holds when nothing else was said about who moves and
// `use_lesson_schedule` says so.
Result<SessionOptions> session_options(const Options& options, const ProgramSource& source,
                                       bool use_lesson_schedule);

}  // namespace gopark
