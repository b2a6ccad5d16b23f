// The steps of a run as rows for people: what a terminal, a trace file and a comparison show.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "native/cli/report.h"
#include "native/cli/source.h"
#include "native/cli/terminal.h"
#include "sim/session/session.h"

namespace gopark {

struct StepRow {
  uint64_t first = 0,
           last = 0;      // steps; more than one when plain reads or computation lead up to it
  std::string goroutine;  // "main.1", "clock", ""
  uint32_t line = 0;      // in the learner's file; 0: elsewhere
  std::string sentence;
  std::vector<std::string> channels;  // a line each
  bool is_gap = false;                // stands for steps that are not told
};

struct StepRange {
  uint64_t from = 1, to = ~uint64_t{0};
};

// Rows of at most this many steps are told from the beginning of a run, and as many as kToldAtEnd
// from its end.
inline constexpr uint64_t kToldAtStart = 400;
inline constexpr uint64_t kToldAtEnd = 40;

// The steps of the range, of `steps` in all. Reads of shared variables, and computation, are told
// together with the step of the same goroutine at the same line that follows.
std::vector<StepRow> tell_steps(const Session& session, const std::string& file, uint64_t steps,
                                StepRange range = {});

// A block of lines for one row: the step, who, the source line, the sentence, the channels.
std::string row_text(const StepRow& row, const std::vector<std::string>& source,
                     const Paint& paint);
// One line, two where the sentence is long; without source and channels.
std::string row_line(const StepRow& row, const Paint& paint);

}  // namespace gopark
