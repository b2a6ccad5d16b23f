// What `check` reports: the verdict of a search, for people and as a Report.
#pragma once

#include <string>

#include "native/cli/report.h"
#include "native/cli/source.h"
#include "sim/explore/explorer.h"

namespace gopark {

// A bug's run is run once more as a Session, for its dates and proofs.
Report check_report(const ProgramSource& source, const Loaded& loaded, const CheckReport& found,
                    const WorldOptions& options, uint64_t budget_states);
// Looks for repairs that are PROVED.
ReportedFixes fixes_for(const ProgramSource& source, const CheckOptions& how);
std::string check_text(const Program& program, const CheckReport& found, const Report& report,
                       const Paint& paint);

}  // namespace gopark
