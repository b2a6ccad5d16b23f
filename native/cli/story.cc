#include "native/cli/story.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/narrate/sentence.h"

namespace gopark {

namespace {

constexpr std::size_t kColumns = 80;

struct Paint {
  bool on;
  std::string operator()(const char* code, const std::string& text) const {
    return on ? "\x1b[" + std::string(code) + "m" + text + "\x1b[0m" : text;
  }
};

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

// Words in lines of at most `width` columns, each but the first behind `indent` blanks.
std::string wrapped(const std::string& text, std::size_t indent, std::size_t width) {
  std::string out, line;
  std::size_t at = 0;
  const auto flush = [&] {
    out += (out.empty() ? "" : "\n" + std::string(indent, ' ')) + line;
    line.clear();
  };
  while (at < text.size()) {
    std::size_t end = text.find(' ', at);
    if (end == std::string::npos) end = text.size();
    const std::string word = text.substr(at, end - at);
    if (!line.empty() && indent + line.size() + 1 + word.size() > width) flush();
    line += (line.empty() ? "" : " ") + word;
    at = end + 1;
  }
  flush();
  return out;
}

std::string source_line(const Loaded& loaded, uint32_t line) {
  if (line == 0 || line > loaded.lines.size()) return "";
  std::string text = loaded.lines[line - 1];
  const std::size_t start = text.find_first_not_of(" \t");
  return start == std::string::npos ? "" : text.substr(start);
}

std::string verdict_line(const Report& report) {
  if (report.verdict == "clean") return "clean: every goroutine finished.";
  if (report.verdict == "leak")
    return "LEAK: " + std::to_string(report.findings.size()) +
           (report.findings.size() == 1 ? " goroutine never wakes." : " goroutines never wake.");
  if (report.verdict == "deadlock") return "DEADLOCK: all goroutines are asleep.";
  if (report.verdict == "panic") return "PANIC";
  return "incomplete: a limit stopped the run.";
}

std::string told_findings(const Program& program, const Report& report) {
  std::string text;
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    text += "  " + finding_line(program, report.findings[i]) + "\n";
    if (i < report.why.size() && !report.why[i].empty())
      text += "    " + wrapped(report.why[i], 4, kColumns) + "\n";
  }
  return text;
}

}  // namespace

std::string tell_run(Session& session, const ProgramSource& source, const Loaded& loaded,
                     const Report& report, bool colored) {
  const Paint paint{colored};
  std::string text = paint("1", source.title) +
                     (report.schedule.empty() ? "" : "   schedule " + report.schedule) + "\n\n";
  StoryTeller teller;
  session.replay([&](uint64_t step, const World& world, std::span<const Event> events) {
    const StepStory story = teller.tell(world, events);
    const SourcePlace place = source_place(*loaded.program, story.place);
    const bool ours = place.line != 0 && place.file == source.path;
    text += padded(std::to_string(step), 4) + " " + paint("36", padded(story.name, 8)) + " " +
            wrapped(story.sentence, 14, kColumns) + "\n";
    if (ours)
      text += std::string(14, ' ') +
              paint("2", std::to_string(place.line) + ": " + source_line(loaded, place.line)) +
              "\n";
    for (const Reference channel : story.channels)
      text += std::string(14, ' ') + paint("33", channel_line(world, channel)) + "\n";
    return step < 10'000;
  });
  const std::string_view output = session.world().output();
  if (!output.empty()) {
    text += "\nIt printed:\n";
    std::size_t start = 0;
    while (start < output.size()) {
      const std::size_t end = std::min(output.find('\n', start), output.size());
      text += "  " + std::string(output.substr(start, end - start)) + "\n";
      start = end + 1;
    }
  }
  text += "\n" + paint(report.verdict == "clean" ? "32" : "31", verdict_line(report)) + "\n";
  if (const Outcome outcome = session.world().outcome(); !outcome.text.empty())
    text += "  " + outcome.text + "\n";
  return text + told_findings(*loaded.program, report);
}

std::string tell_twins(Twins& twins, const std::string& lesson, const ProgramSource& leaky,
                       const Loaded& leaky_program, const Report& leaky_report,
                       const ProgramSource& fixed, const Loaded& fixed_program,
                       const Report& fixed_report, bool colored) {
  const Paint paint{colored};
  std::string text = paint("1", lesson) + ": leaky and fixed under one schedule\n\nThe change:\n";
  for (std::size_t i = 0; i < std::max(leaky_program.lines.size(), fixed_program.lines.size());
       ++i) {
    const std::string a = i < leaky_program.lines.size() ? leaky_program.lines[i] : "",
                      b = i < fixed_program.lines.size() ? fixed_program.lines[i] : "";
    if (a == b) continue;
    text += paint("31", "  - " + std::to_string(i + 1) + ": " +
                            source_line(leaky_program, static_cast<uint32_t>(i + 1))) +
            "\n";
    text += paint("32", "  + " + std::to_string(i + 1) + ": " +
                            source_line(fixed_program, static_cast<uint32_t>(i + 1))) +
            "\n";
    if (leaky_program.lines.size() != fixed_program.lines.size()) break;
  }
  for (const LessonEntry& entry : all_lessons())
    if (entry.name == lesson) text += "  " + wrapped(entry.file.relation, 2, kColumns) + "\n";
  text += "\n";
  if (const auto parting = twins.parting()) {
    text += "They part at step " + std::to_string(*parting) + ":\n";
    const auto at = [&](Session& session, const ProgramSource& source) {
      StoryTeller teller;
      session.replay([&](uint64_t step, const World& world, std::span<const Event> events) {
        const StepStory story = teller.tell(world, events);
        if (step == *parting)
          text += "  " + padded(source.path, 9) + " " +
                  wrapped(story.name + ": " + story.sentence, 12, kColumns) + "\n";
        return step < *parting;
      });
    };
    at(twins.leaky(), leaky);
    at(twins.fixed(), fixed);
  } else {
    text += "They never part.\n";
  }
  const auto end = [&](const ProgramSource& source, const Loaded& loaded, const Report& report) {
    text += "\n" + padded(source.path, 9) + " " + std::to_string(report.steps) + " steps, " +
            paint(report.verdict == "clean" ? "32" : "31", verdict_line(report)) + "\n";
    text += told_findings(*loaded.program, report);
  };
  end(leaky, leaky_program, leaky_report);
  end(fixed, fixed_program, fixed_report);
  return text;
}

std::string twins_json(const Loaded& leaky, const Report& leaky_report, const Loaded& fixed,
                       const Report& fixed_report, std::optional<uint64_t> parting) {
  nlohmann::ordered_json object;
  object["leaky"] = nlohmann::ordered_json::parse(to_json(*leaky.program, leaky_report));
  object["fixed"] = nlohmann::ordered_json::parse(to_json(*fixed.program, fixed_report));
  object["parting_step"] = parting ? nlohmann::ordered_json(*parting) : nlohmann::ordered_json();
  return object.dump(2) + "\n";
}

std::string schedules_text(const ExploreReport& report) {
  if (!report.counts_exact) return "not counted";
  const auto number = [](double n) {
    if (n < 1e15) return std::to_string(static_cast<uint64_t>(n));
    return "about 10^" + std::to_string(static_cast<int>(std::floor(std::log10(n))));
  };
  return number(report.failing) + " of " + number(report.total) + " fail";
}

std::string tell_check(const ProgramSource& source, const Program& program,
                       const CheckReport& found, const Report& report) {
  const ExploreReport& result = found.result;
  std::string text = std::string(to_string(result.verdict)) + "  " + source.title;
  const std::string searched = std::to_string(result.progress.states) + " states, " +
                               std::to_string(result.progress.transitions) + " steps";
  const char* clock = found.clock == ClockMode::Async ? "async" : "quiescent";
  switch (result.verdict) {
    case ProofVerdict::Proved:
      text += "\n  clean in every schedule" +
              std::string(found.both_clocks ? ", with both clocks"
                                            : std::string(", with the ") + clock + " clock") +
              " (" + searched + ")\n";
      break;
    case ProofVerdict::Incomplete:
      text += "\n  nothing found so far; stopped by " + result.bound + " (" + searched + ", " +
              clock + " clock)\n";
      break;
    case ProofVerdict::Bug:
      text += "\n  schedules: " + report.schedules + " (" + searched + ", " + clock + " clock)\n";
      text += "  simplest: " + std::to_string(result.preemptions) +
              (result.preemptions == 1 ? " preemption, " : " preemptions, ") +
              std::to_string(result.steps) + " steps; replay with --schedule '" +
              to_string(result.schedule) + "'\n";
      if (!result.outcome.text.empty()) text += "  " + result.outcome.text + "\n";
      text += told_findings(program, report);
      break;
  }
  return text;
}

std::string trace_json(const Session& session) {
  nlohmann::ordered_json steps = nlohmann::ordered_json::array();
  StoryTeller teller;
  session.replay([&](uint64_t step, const World& world, std::span<const Event> events) {
    const StepStory story = teller.tell(world, events);
    const SourcePlace place = source_place(world.program(), story.place);
    steps.push_back({{"step", step},
                     {"goroutine", story.name},
                     {"file", std::string(place.file)},
                     {"line", place.line},
                     {"clock_ns", world.clock()},
                     {"sentence", story.sentence}});
    return step < 1'000'000;
  });
  return nlohmann::ordered_json({{"schedule", to_string(session.schedule())}, {"steps", steps}})
             .dump(1, ' ', false, nlohmann::json::error_handler_t::replace) +
         "\n";
}

}  // namespace gopark
