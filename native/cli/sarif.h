// Findings of `gopark check` as SARIF 2.1.0, which editors and code hosts show beside the line.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "native/cli/report.h"

namespace gopark {

struct CheckedProgram {
  std::string path;  // as given
  std::shared_ptr<const Program> program;
  Report report;
};

// One run with a result for each finding, and a notification for each program that was not decided.
std::string to_sarif(const std::vector<CheckedProgram>& checked);

}  // namespace gopark
