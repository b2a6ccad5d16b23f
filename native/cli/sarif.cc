#include "native/cli/sarif.h"

#include <algorithm>
#include <array>

#include "native/cli/json.h"

namespace gopark {

namespace {

struct Rule {
  FindingKind kind;
  const char* about;
};

constexpr std::array<Rule, 6> kRules = {{
    {FindingKind::Leaked, "Nothing that can still run can reach what the goroutine waits for."},
    {FindingKind::AliveAtExit, "The goroutine was still there when main returned."},
    {FindingKind::NeverWakes, "In no future does anybody wake the goroutine."},
    {FindingKind::Deadlock, "All goroutines are asleep."},
    {FindingKind::Panic, "The program crashes."},
    {FindingKind::Race, "Two goroutines access a variable, and nothing orders them."},
}};

Json rules() {
  Json rules = Json::array();
  for (const Rule& rule : kRules)
    rules.push_back(
        {{"id", std::string(to_string(rule.kind))}, {"shortDescription", {{"text", rule.about}}}});
  return rules;
}

// A std package's file is not in the learner's folder: then the checked file stands for it.
Json location(const CheckedProgram& checked, CodePlace at) {
  const SourcePlace place = source_place(*checked.program, at);
  Json physical = {{"artifactLocation", {{"uri", checked.path}}}};
  if (place.line != 0) {
    physical["region"] = {{"startLine", place.line}};
    if (place.column != 0) physical["region"]["startColumn"] = place.column;
  }
  return {{"physicalLocation", physical}};
}

Json related(const CheckedProgram& checked, CodePlace at, const std::string& text) {
  Json result = location(checked, at);
  result["message"] = {{"text", text}};
  return result;
}

Json result_of(const CheckedProgram& checked, std::size_t i) {
  const Finding& finding = checked.report.findings[i];
  std::string text = finding_line(*checked.program, finding) + ".";
  if (i < checked.report.proofs.size() && !checked.report.proofs[i].empty())
    text += " " + to_text(checked.report.proofs[i]);
  Json result = {{"ruleId", std::string(to_string(finding.kind))},
                 {"level", "error"},
                 {"message", {{"text", text}}},
                 {"locations", Json::array({location(checked, finding.place)})}};
  Json others = Json::array();
  if (source_place(*checked.program, finding.created).line != 0)
    others.push_back(related(checked, finding.created, finding.name + " is created here"));
  if (is_race(finding))
    others.push_back(
        related(checked, finding.racing.other_place, finding.racing.other + " is here"));
  if (!others.empty()) result["relatedLocations"] = others;
  result["properties"] = {{"schedule", checked.report.schedule}};
  return result;
}

}  // namespace

std::string to_sarif(const std::vector<CheckedProgram>& checked) {
  Json results = Json::array(), notifications = Json::array();
  for (const CheckedProgram& one : checked) {
    if (!one.report.bound.empty())
      notifications.push_back(
          {{"level", "warning"},
           {"message", {{"text", one.path + ": not decided; stopped by " + one.report.bound}}}});
    for (std::size_t i = 0; i < std::min(one.report.findings.size(), kMaxListed); ++i)
      results.push_back(result_of(one, i));
  }
  const Json run = {{"tool", {{"driver", {{"name", "gopark"}, {"rules", rules()}}}}},
                    {"invocations", Json::array({{{"executionSuccessful", true},
                                                  {"toolExecutionNotifications", notifications}}})},
                    {"results", results}};
  const Json log = {{"version", "2.1.0"}, {"runs", Json::array({run})}};
  return log.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace gopark
