// Lesson: the front matter and text of one lesson.md, as scenarios/README.md words the grammar.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/result.h"

namespace gopark {

inline constexpr std::size_t kMaxLessonBytes = std::size_t{1} << 20;

struct LessonQuestion {
  std::string at;  // "leaky:14 chan send main.1"
  std::string ask;
  std::vector<std::string> answers;  // as they stand
  std::size_t right = 0;
  std::string because;
};

struct LessonFile {
  std::string title, kind, notice, relation, schedule;
  uint32_t order = 0;
  std::vector<std::string> want, wrong_models, notes;
  std::vector<LessonQuestion> decisive;
  std::string text;
};

// Total: every text gives a lesson or a sentence such as "lesson.md:7: unknown key: colour".
Result<LessonFile> parse_lesson(std::string_view text);

}  // namespace gopark
