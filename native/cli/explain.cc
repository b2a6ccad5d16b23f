#include "native/cli/explain.h"

#include <algorithm>
#include <map>

#include "native/cli/steps.h"

namespace gopark {

namespace {

// At each step the goroutines that are doomed from it on.
std::map<uint64_t, std::vector<std::string>> dooms_by_step(const Report& report) {
  std::map<uint64_t, std::vector<std::string>> dooms;
  for (const Finding& finding : report.findings) {
    if (finding.doomed_at_step != 0) dooms[finding.doomed_at_step].push_back(finding.name);
  }
  return dooms;
}

std::string doom_text(const std::vector<std::string>& names) {
  if (names.size() == 1) return "✗ From here on nobody can ever wake " + names.front() + ".";
  return "✗ From here on nobody can ever wake " + std::to_string(names.size()) +
         " goroutines: " + names[0] + ", " + names[1] + (names.size() > 2 ? ", …" : ".");
}

std::string rows_text(const std::vector<StepRow>& rows, const ToldRun& run, const Paint& paint) {
  const auto dooms = dooms_by_step(run.report);
  std::string text;
  for (const StepRow& row : rows) {
    text += row_text(row, run.loaded.lines, paint);
    for (auto it = dooms.lower_bound(row.first); it != dooms.end() && it->first <= row.last; ++it) {
      text += std::string(17, ' ') + paint(Color::Red, wrapped(doom_text(it->second), 17)) + "\n";
    }
  }
  return text;
}

std::string outcome_text(const Report& report) {
  const std::string steps = std::to_string(report.steps) + (report.steps == 1 ? " step" : " steps");
  switch (report.outcome.kind) {
    case OutcomeKind::Exited:
      return "The program ended after " + steps + " with exit code " +
             std::to_string(report.outcome.code) + ".";
    default:
      return "After " + steps + ": " + report.outcome.text;
  }
}

Color verdict_color(const Report& report) {
  return report.verdict == Verdict::Clean ? Color::Green : Color::Red;
}

std::string ending(const ToldRun& run, const Paint& paint) {
  return outcome_text(run.report) + "\n" +
         paint(verdict_color(run.report), wrapped(verdict_line(run.report), 0)) + "\n" +
         told_findings(*run.loaded.program, run.report, paint);
}

std::string schedule_note(const Report& report) {
  constexpr std::size_t kShown = 60;
  const bool is_go_order = report.schedule == "g1:" || report.schedule == "g1a:";
  if (is_go_order) return "";
  return "  schedule " + cut(report.schedule, kShown);
}

}  // namespace

std::string explain_run(const Session& session, const ToldRun& run, const Paint& paint) {
  std::string text = paint(Color::Bold, run.source.title) + schedule_note(run.report) + "\n\n";
  const auto rows = tell_steps(session, run.source.path, run.report.steps);
  return text + rows_text(rows, run, paint) + "\n" + ending(run, paint);
}

namespace {

// Length of the longest common subsequence of the rest of both, from each pair of lines on.
class CommonLines {
 public:
  CommonLines(const std::vector<std::string>& a, const std::vector<std::string>& b)
      : width_(b.size() + 1), lengths_((a.size() + 1) * width_) {
    for (std::size_t i = a.size(); i-- > 0;) {
      for (std::size_t j = b.size(); j-- > 0;) {
        const std::size_t skip = std::max(at(i + 1, j), at(i, j + 1));
        lengths_[i * width_ + j] = a[i] == b[j] ? at(i + 1, j + 1) + 1 : skip;
      }
    }
  }
  std::size_t at(std::size_t i, std::size_t j) const { return lengths_[i * width_ + j]; }

 private:
  std::size_t width_;
  std::vector<std::size_t> lengths_;
};

std::string diff_line(char sign, std::size_t line, const std::string& text) {
  const std::size_t start = std::min(text.find_first_not_of(" \t"), text.size());
  return cut("  " + std::string(1, sign) + " " + std::to_string(line) + ": " +
                 harmless(text.substr(start)),
             kColumns);
}

}  // namespace

std::string diff_text(const std::vector<std::string>& before, const std::vector<std::string>& after,
                      const Paint& paint) {
  constexpr std::size_t kMaxLines = 2000;
  if (before.size() > kMaxLines || after.size() > kMaxLines) return "  (too long to compare)\n";
  const CommonLines common(before, after);
  std::string text;
  std::size_t i = 0, j = 0;
  while (i < before.size() || j < after.size()) {
    if (i < before.size() && j < after.size() && before[i] == after[j]) {
      ++i, ++j;
    } else if (j == after.size() ||
               (i < before.size() && common.at(i + 1, j) >= common.at(i, j + 1))) {
      text += paint(Color::Red, diff_line('-', i + 1, before[i])) + "\n";
      ++i;
    } else {
      text += paint(Color::Green, diff_line('+', j + 1, after[j])) + "\n";
      ++j;
    }
  }
  return text;
}

namespace {

std::string lines_of_rows(const std::vector<StepRow>& rows, const Paint& paint) {
  std::string text;
  for (const StepRow& row : rows) text += row_line(row, paint);
  return text;
}

std::string goes_on(const Session& session, const ToldRun& run, uint64_t from, const Paint& paint) {
  const auto rows = tell_steps(session, run.source.path, run.report.steps, {from, ~uint64_t{0}});
  return "\n" + paint(Color::Bold, run.source.title) + "\n" + lines_of_rows(rows, paint) +
         ending(run, paint);
}

}  // namespace

std::string explain_twins(Twins& twins, const ToldRun& leaky, const ToldRun& fixed,
                          const std::string& relation, const Paint& paint) {
  std::string text = paint(Color::Bold, "The change") + "\n" +
                     diff_text(leaky.loaded.lines, fixed.loaded.lines, paint);
  if (!relation.empty()) text += "  " + wrapped(relation, 2) + "\n";
  const uint64_t parting = twins.parting().value_or(leaky.report.steps + 1);
  if (parting > 1) {
    text += "\n" + paint(Color::Bold, "The same happens in both") + "\n";
    text += lines_of_rows(
        tell_steps(twins.leaky(), leaky.source.path, leaky.report.steps, {1, parting - 1}), paint);
  }
  if (!twins.parting()) return text + "\nThey never part.\n" + ending(leaky, paint);
  text += "\nThey part at step " + std::to_string(parting) + ".\n";
  return text + goes_on(twins.leaky(), leaky, parting, paint) +
         goes_on(twins.fixed(), fixed, parting, paint);
}

std::string play_lesson(const LessonEntry& entry, Twins& twins, const ToldRun& leaky,
                        const ToldRun& fixed, const Paint& paint) {
  const std::string title = std::to_string(entry.lesson.order) + ". " + entry.lesson.title;
  std::string text(kColumns, '=');
  text += "\n" + paint(Color::Bold, title) + "\n\n" + wrapped("Watch: " + entry.lesson.notice, 0) +
          "\n\n";
  text += explain_run(twins.leaky(), leaky, paint);
  text += "\n" + paint(Color::Bold, "The fix") + "\n" +
          diff_text(leaky.loaded.lines, fixed.loaded.lines, paint) + "  " +
          wrapped(entry.lesson.relation, 2) + "\n";
  const uint64_t parting = twins.parting().value_or(1);
  if (parting > 1) {
    text += "\nUp to step " + std::to_string(parting - 1) +
            " the same happens. Then the fixed program goes on so:\n";
  }
  return text + goes_on(twins.fixed(), fixed, parting, paint) + "\n";
}

}  // namespace gopark
