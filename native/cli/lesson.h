// Lesson: what lesson.md of one folder of scenarios/ says. The grammar is in scenarios/README.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/result.h"
#include "sim/detect/finding.h"

namespace gopark {

enum class LessonKind : uint8_t { Pattern, Cause };
enum class LessonVariant : uint8_t { Leaky, Fixed };

std::string_view to_string(LessonKind kind);        // "pattern", "cause"
std::string_view to_string(LessonVariant variant);  // "leaky", "fixed"

// A finding that leaky.go is to have.
struct WantedFinding {
  FindingKind kind = FindingKind::Leaked;
  std::string goroutine;  // spawn path
  std::string reason;     // wait reason
  std::string file;
  uint32_t line = 0;
};

struct Answer {
  bool is_right = false;
  std::string text;
};

// A question that is asked before a step. The step is named by its place, not by its number.
struct DecisiveStep {
  LessonVariant variant = LessonVariant::Leaky;
  uint32_t line = 0;
  std::string
      operation;  // wait reason, or the statement's keyword: "go", "make", "close", "print", …
  std::string goroutine;
  uint32_t count = 1;  // which time this goroutine does it there
  std::string ask;
  std::vector<Answer> answers;
  std::string because;
};

struct Lesson {
  std::string title;
  uint32_t order = 0;
  LessonKind kind = LessonKind::Pattern;
  std::string notice;
  std::string relation;
  std::vector<WantedFinding> want;
  std::vector<std::string> wrong_models;
  std::vector<DecisiveStep> decisive;
  std::string schedule;  // text form; "": Go's own order
  std::vector<std::string> notes;
  std::string text;  // after the front matter
};

// Total. An error reads "lesson.md:7: what is wrong".
Result<Lesson> parse_lesson(std::string_view text);

}  // namespace gopark
