// What the commands print about findings: text for people, one JSON object for programs.
#pragma once

#include <string>
#include <vector>

#include "sim/explore/explorer.h"
#include "sim/narrate/proof.h"
#include "sim/session/findings.h"

namespace gopark {

struct Report {
  std::string program;
  std::string verdict;  // clean, leak, deadlock, panic, incomplete
  bool proved = false;
  std::string schedules;  // "1", "76 of 118 leak"
  uint64_t states = 0;
  uint64_t steps = 0;
  std::string schedule;
  std::string bound;  // of an incomplete search
  std::vector<Finding> findings;
  std::vector<std::string> why;  // one a finding
};

// Runs to the end, dates and proves what is found.
Report report_of(Session& session, const std::string& title);
std::string to_json(const Program& program, const Report& report);
// One paragraph a finding.
std::string to_text(const Program& program, const Report& report);
std::string finding_line(const Program& program, const Finding& finding);

}  // namespace gopark
