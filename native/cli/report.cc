#include "native/cli/report.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "native/cli/json.h"
#include "sim/narrate/names.h"

namespace gopark {

namespace {

// 0 stands for "not known" in a Finding; JSON has a word for that.
Json number_or_null(uint64_t number) {
  return number == 0 ? Json() : Json(number);
}

std::string access_text(bool writes) {
  return writes ? "write" : "read";
}

Json finding_json(const Program& program, const Finding& finding, const std::string& why) {
  const SourcePlace place = source_place(program, finding.place);
  const SourcePlace created = source_place(program, finding.created);
  Json json = {{"kind", std::string(to_string(finding.kind))},
               {"goroutine", finding.name},
               {"function", std::string(place.function)},
               {"wait_reason", std::string(status_text(finding.status, finding.reason))},
               {"file", std::string(place.file)},
               {"line", place.line},
               {"created_line", number_or_null(created.line)},
               {"parked_at_step", number_or_null(finding.parked_at_step)},
               {"doomed_at_step", number_or_null(finding.doomed_at_step)},
               {"why", why}};
  if (!is_race(finding)) return json;
  const SourcePlace other = source_place(program, finding.racing.other_place);
  json["access"] = access_text(finding.racing.writes);
  json["other"] = {{"goroutine", finding.racing.other},
                   {"access", access_text(finding.racing.other_writes)},
                   {"file", std::string(other.file)},
                   {"line", other.line}};
  return json;
}

std::string place_text(const SourcePlace& place) {
  return std::string(place.file) + ":" + std::to_string(place.line);
}

// "leaked", "alive at exit"
std::string kind_text(FindingKind kind) {
  std::string text(to_string(kind));
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

// " [chan send] at leaky.go:14, created at leaky.go:12"
std::string where_text(const Program& program, const Finding& finding) {
  if (is_race(finding)) {
    const SourcePlace place = source_place(program, finding.place);
    const SourcePlace other = source_place(program, finding.racing.other_place);
    return " " + access_text(finding.racing.writes) + "s at " + place_text(place) + ", and " +
           finding.racing.other + " " + access_text(finding.racing.other_writes) + "s at " +
           place_text(other);
  }
  const SourcePlace place = source_place(program, finding.place);
  std::string text = " [" + std::string(status_text(finding.status, finding.reason)) + "]";
  if (place.line != 0) text += " at " + place_text(place);
  const SourcePlace created = source_place(program, finding.created);
  if (created.line != 0) text += ", created at " + place_text(created);
  return text;
}

std::string plural(std::size_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

// The variable of the race, by what the accesses of the run are told to be; "" if it has no name.
std::string racing_variable(const Session& session, const Finding& race) {
  std::string name;
  session.replay([&](uint64_t, const World& world, std::span<const Event> events) {
    for (const Event& event : events) {
      const bool is_it = event.goroutine == race.goroutine &&
                         event.place.function == race.place.function &&
                         event.place.pc == race.place.pc;
      const auto* written = std::get_if<VariableWritten>(&event.data);
      const auto* read = std::get_if<VariableRead>(&event.data);
      if (is_it && written != nullptr)
        name = variable_name(world, event.goroutine, written->variable);
      if (is_it && read != nullptr) name = variable_name(world, event.goroutine, read->variable);
    }
    return name.empty();
  });
  return name == "a shared variable" ? "" : name;
}

}  // namespace

Report report_of(Session& session, const std::string& title) {
  RunFindings run = find_all(session);
  Report report;
  report.program = title;
  report.verdict = run.verdict;
  report.steps = run.steps;
  report.schedule = to_string(session.schedule());
  report.outcome = run.outcome;
  report.findings = std::move(run.findings);
  const std::size_t proved = std::min({report.findings.size(), kMaxProved,
                                       static_cast<std::size_t>(dated_findings(session.world()))});
  for (std::size_t i = 0; i < proved; ++i) {
    report.proofs.push_back(prove(session, report.findings[i]));
  }
  session.seek(report.steps);
  return report;
}

void add_race(Report& report, const Session& session, const Finding& race) {
  const Program& program = session.program();
  const std::string variable = racing_variable(session, race);
  const std::string what = variable.empty() ? "the same variable" : variable;
  report.findings.push_back(race);
  report.proofs.resize(report.findings.size());
  const SourcePlace place = source_place(program, race.place);
  const SourcePlace other = source_place(program, race.racing.other_place);
  const auto said = [&](const std::string& who, bool writes, const SourcePlace& at) {
    return who + (writes ? " writes " : " reads ") + what + " at " + place_text(at) + ".";
  };
  report.proofs.back() = {{said(race.racing.other, race.racing.other_writes, other), 0},
                          {said(race.name, race.racing.writes, place), 0, race.goroutine},
                          {"No channel, lock or atomic operation orders the two: a data race.", 0},
                          {"What a Go program with a data race does is not defined.", 0}};
  if (report.verdict == Verdict::Clean || report.verdict == Verdict::Incomplete)
    report.verdict = Verdict::Race;
}

std::string to_json(const Program& program, const Report& report) {
  Json findings = Json::array();
  for (std::size_t i = 0; i < std::min(report.findings.size(), kMaxListed); ++i) {
    const std::string why = i < report.proofs.size() ? to_text(report.proofs[i]) : "";
    findings.push_back(finding_json(program, report.findings[i], why));
  }
  Json object = {{"program", report.program},   {"verdict", std::string(to_string(report.verdict))},
                 {"proved", report.proved},     {"schedules", report.schedules},
                 {"states", report.states},     {"steps", report.steps},
                 {"schedule", report.schedule}, {"findings", findings}};
  if (report.findings.size() > kMaxListed) object["findings_total"] = report.findings.size();
  if (!report.bound.empty()) object["bound"] = report.bound;
  if (!report.outcome.text.empty()) object["outcome"] = report.outcome.text;
  if (report.preemptions) {
    object["preemptions"] = *report.preemptions;
    object["fewest_preemptions"] = report.fewest_preemptions;
  }
  if (report.turning_point) {
    object["point_of_no_return"] = report.turning_point->step;
    if (report.turning_point->passing)
      object["nearest_passing_schedule"] = to_string(*report.turning_point->passing);
  }
  if (report.fixes) {
    Json fixes = Json::array();
    for (const ReportedFix& fix : report.fixes->fixes) {
      fixes.push_back({{"what", fix.what}, {"diff", fix.diff}, {"states", fix.states}});
    }
    object["fixes"] = fixes;
    object["fixes_tried"] = report.fixes->tried;
  }
  return object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string finding_line(const Program& program, const Finding& finding) {
  return kind_text(finding.kind) + ": " + finding.name + where_text(program, finding);
}

std::string finding_lines(const Program& program, const std::vector<Finding>& findings) {
  constexpr std::size_t kToldApart = 10;
  struct Group {
    std::size_t count = 0;
    std::string lines;          // of the first ones
    std::string before, after;  // of the number, when there are many
  };
  std::map<std::string, std::size_t> index;
  std::vector<Group> groups;
  for (const Finding& finding : findings) {
    const std::string kind = kind_text(finding.kind), where = where_text(program, finding);
    const auto [entry, is_new] = index.try_emplace(kind + where, groups.size());
    const std::string first = ", the first is " + finding.name + "\n";
    if (is_new) groups.push_back({0, "", kind + ": ", " goroutines" + where + first});
    Group& group = groups[entry->second];
    if (++group.count <= kToldApart) group.lines += kind + ": " + finding.name + where + "\n";
  }
  std::string text;
  for (const Group& group : groups) {
    const bool many = group.count > kToldApart;
    text += many ? group.before + std::to_string(group.count) + group.after : group.lines;
  }
  return text;
}

std::string verdict_line(const Report& report) {
  const auto count = static_cast<std::size_t>(
      std::count_if(report.findings.begin(), report.findings.end(), is_failure));
  const bool all_alive =
      std::all_of(report.findings.begin(), report.findings.end(),
                  [](const Finding& f) { return f.kind == FindingKind::AliveAtExit; });
  switch (report.verdict) {
    case Verdict::Clean:
      if (report.findings.empty()) return "Clean: every goroutine finished.";
      return "Clean: " + plural(report.findings.size(), "goroutine was", "goroutines were") +
             " still there, but not stuck.";
    case Verdict::Leak:
      if (all_alive) {
        return "LEAK: " + plural(count, "goroutine was", "goroutines were") +
               " still parked when main returned. That is no proof; gopark check looks for one.";
      }
      return "LEAK: " + plural(count, "goroutine never wakes.", "goroutines never wake.");
    case Verdict::Deadlock:
      return "DEADLOCK: all goroutines are asleep.";
    case Verdict::Panic:
      return "PANIC: the program crashed.";
    case Verdict::Race:
      return "DATA RACE: what the program does is not defined.";
    case Verdict::Incomplete:
      return "INCOMPLETE: nothing was found up to there.";
  }
  return "";
}

std::string told_findings(const Program& program, const Report& report, const Paint& paint) {
  constexpr std::size_t kTold = 10;
  std::string text;
  for (std::size_t i = 0; i < std::min(report.findings.size(), kTold); ++i) {
    text += "\n" + paint(Color::Bold, wrapped(finding_line(program, report.findings[i]), 2)) + "\n";
    if (i >= report.proofs.size()) continue;
    for (const Clause& clause : report.proofs[i]) {
      const std::string step = clause.step == 0 ? "" : "step " + std::to_string(clause.step);
      text += "  " + paint(Color::Dim, padded(step, 11)) + " " + wrapped(clause.text, 14) + "\n";
    }
  }
  if (report.findings.size() <= kTold) return text;
  const std::vector<Finding> others(report.findings.begin() + kTold, report.findings.end());
  return text + "\nand " + plural(others.size(), "more:", "more:") + "\n" +
         finding_lines(program, others);
}

}  // namespace gopark
