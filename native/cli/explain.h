// The long texts: a run told step by step, and twins side by side in time.
#pragma once

#include <optional>
#include <string>

#include "native/cli/report.h"
#include "native/cli/source.h"
#include "sim/session/twins.h"

namespace gopark {

// One program with its run.
struct ToldRun {
  const ProgramSource& source;
  const Loaded& loaded;
  const Report& report;
};

// The run step by step in 80 columns, how it ended, the findings and their proof.
std::string explain_run(const Session& session, const ToldRun& run, const Paint& paint);

// What the variants differ in, the steps that they share, where they part, how each goes on and
// ends. `relation`: the lesson's sentence, or "".
std::string explain_twins(Twins& twins, const ToldRun& leaky, const ToldRun& fixed,
                          const std::string& relation, const Paint& paint);

// A lesson from beginning to end: what to watch, the leaky run and why its goroutines never wake,
// the fix, and how the fixed run goes on from where they part.
std::string play_lesson(const LessonEntry& entry, Twins& twins, const ToldRun& leaky,
                        const ToldRun& fixed, const Paint& paint);

// The lines that differ, as "- 27: …" and "+ 27: …".
std::string diff_text(const std::vector<std::string>& before, const std::vector<std::string>& after,
                      const Paint& paint);

}  // namespace gopark
