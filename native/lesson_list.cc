#include "native/lesson_list.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "native/source_diff.h"

namespace gopark {

namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

void add_decisive(LessonText& lesson, std::string_view key, std::string_view value) {
  if (key == "at") {
    lesson.questions.emplace_back();
    lesson.questions.back().at = value;
    return;
  }
  if (lesson.questions.empty()) return;
  Question& question = lesson.questions.back();
  if (key == "ask") question.ask = value;
  if (key == "because") question.because = value;
  if (key == "right") question.right = question.answers.size();
  if (key == "right" || key == "wrong") question.answers.emplace_back(value);
}

// leaked main.1 "chan send" leaky.go:30
void add_park(LessonText& lesson, std::string_view line) {
  const std::size_t open = line.find('"'), close = line.rfind('"');
  if (open < close) lesson.parks.emplace_back(line.substr(open + 1, close - open - 1));
}

// One "key: value" line of the head; `section` is the list that "- " lines belong to.
void read_line(LessonText& lesson, std::string_view line, std::string& section) {
  if (line.substr(0, 2) == "- ") {
    line.remove_prefix(2);
    const std::size_t colon = line.find(':');
    if (section == "notes") lesson.notes.emplace_back(line);
    if (section == "want") add_park(lesson, line);
    if (section == "decisive" && colon != std::string_view::npos)
      add_decisive(lesson, line.substr(0, colon), trimmed(line.substr(colon + 1)));
    return;
  }
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return;
  const std::string_view value = trimmed(line.substr(colon + 1));
  section = line.substr(0, colon);
  if (section == "title") lesson.title = value;
  if (section == "notice") lesson.notice = value;
  if (section == "relation") lesson.relation = value;
  if (section == "order") lesson.order = std::atoi(std::string(value).c_str());
}

void read_head(LessonText& lesson, std::string_view text) {
  std::string section;
  int fences = 0;
  for (const std::string_view line : lines_of(text)) {
    if (line == "---" && ++fences == 2) return;
    if (fences == 1) read_line(lesson, line, section);
  }
}

}  // namespace

std::vector<LessonText> lessons_of(std::span<const EmbeddedFile> files) {
  std::map<std::string, LessonText> by_name;
  for (const EmbeddedFile& file : files) {
    const std::size_t slash = file.path.find('/');
    if (slash == std::string_view::npos) continue;
    LessonText& lesson = by_name[std::string(file.path.substr(0, slash))];
    const std::string_view base = file.path.substr(slash + 1);
    if (base == "leaky.go") lesson.leaky = file.text;
    if (base == "fixed.go") lesson.fixed = file.text;
    if (base == "lesson.md") read_head(lesson, file.text);
  }
  std::vector<LessonText> lessons;
  for (auto& [name, lesson] : by_name) {
    lesson.name = name;
    if (lesson.title.empty()) lesson.title = name;
    lessons.push_back(std::move(lesson));
  }
  std::stable_sort(lessons.begin(), lessons.end(),
                   [](const LessonText& a, const LessonText& b) { return a.order < b.order; });
  return lessons;
}

}  // namespace gopark
