// The long texts of the command line: a run told step by step, twins, a check; and the trace.
#pragma once

#include <optional>
#include <string>

#include "native/cli/report.h"
#include "native/cli/source.h"
#include "sim/session/twins.h"

namespace gopark {

// A run step by step in 80 columns, then the findings and their proof. Leaves the session at its
// end.
std::string tell_run(Session& session, const ProgramSource& source, const Loaded& loaded,
                     const Report& report, bool colored);
std::string tell_twins(Twins& twins, const std::string& lesson, const ProgramSource& leaky,
                       const Loaded& leaky_program, const Report& leaky_report,
                       const ProgramSource& fixed, const Loaded& fixed_program,
                       const Report& fixed_report, bool colored);
std::string twins_json(const Loaded& leaky, const Report& leaky_report, const Loaded& fixed,
                       const Report& fixed_report, std::optional<uint64_t> parting);
std::string tell_check(const ProgramSource& source, const Program& program,
                       const CheckReport& found, const Report& report);
// "76 of 118 leak", or in words where the numbers are astronomical.
std::string schedules_text(const ExploreReport& report);
// {"steps": [{"step": 1, "goroutine": "main", "line": 7, "sentence": "..."}]}
std::string trace_json(const Session& session);

}  // namespace gopark
