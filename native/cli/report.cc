#include "native/cli/report.h"

#include <nlohmann/json.hpp>

namespace gopark {

namespace {

nlohmann::ordered_json finding_json(const Program& program, const Finding& finding,
                                    const std::string& why) {
  const SourcePlace place = source_place(program, finding.place),
                    created = source_place(program, finding.created);
  return {{"kind", std::string(to_string(finding.kind))},
          {"goroutine", finding.name},
          {"function", std::string(place.function)},
          {"wait_reason", std::string(status_text(finding.status, finding.reason))},
          {"file", std::string(place.file)},
          {"line", place.line},
          {"created_line", created.line},
          {"doomed_at_step", finding.doomed_at_step},
          {"why", why}};
}

}  // namespace

Report report_of(Session& session, const std::string& title) {
  const RunFindings run = find_all(session);
  Report report;
  report.program = title;
  report.verdict = std::string(to_string(run.verdict));
  report.schedules = "1";
  report.steps = run.steps;
  report.schedule = to_string(session.schedule());
  report.findings = run.findings;
  for (const Finding& finding : report.findings)
    report.why.push_back(is_failure(finding) ? to_text(prove(session, finding)) : "");
  session.seek(run.steps);
  return report;
}

std::string to_json(const Program& program, const Report& report) {
  nlohmann::ordered_json findings = nlohmann::ordered_json::array();
  for (std::size_t i = 0; i < report.findings.size(); ++i)
    findings.push_back(
        finding_json(program, report.findings[i], i < report.why.size() ? report.why[i] : ""));
  nlohmann::ordered_json object = {{"program", report.program},   {"verdict", report.verdict},
                                   {"proved", report.proved},     {"schedules", report.schedules},
                                   {"states", report.states},     {"steps", report.steps},
                                   {"schedule", report.schedule}, {"findings", findings}};
  if (!report.bound.empty()) object["bound"] = report.bound;
  return object.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string finding_line(const Program& program, const Finding& finding) {
  const SourcePlace place = source_place(program, finding.place);
  std::string kind(to_string(finding.kind));
  for (char& c : kind)
    if (c == '_') c = ' ';
  std::string line = kind + ": " + finding.name + " [" +
                     std::string(status_text(finding.status, finding.reason)) + "]";
  if (place.line != 0) line += " at " + std::string(place.file) + ":" + std::to_string(place.line);
  const SourcePlace created = source_place(program, finding.created);
  if (created.line != 0) line += ", created at line " + std::to_string(created.line);
  return line;
}

std::string to_text(const Program& program, const Report& report) {
  std::string text;
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    text += finding_line(program, report.findings[i]) + "\n";
    if (i < report.why.size() && !report.why[i].empty()) text += "  " + report.why[i] + "\n";
  }
  return text;
}

}  // namespace gopark
