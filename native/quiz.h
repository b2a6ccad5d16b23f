// Quiz: the questions of a lesson, each at the step before which it is asked, and what the person
// answered. Pure; the app decides when to ask.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "native/lesson_list.h"
#include "native/variant.h"

namespace gopark {

struct QuizItem {
  uint32_t side = 0;  // 0 leaky, 1 fixed
  uint64_t step = 0;  // asked by who stands right before it
  Question question;
  std::optional<std::size_t> answer;  // index in question.answers
  bool skipped = false;

  bool is_open() const { return !answer && !skipped; }
  bool is_right() const { return answer && *answer == question.right; }
};

// By step. Questions whose step the runs never come to are left out: an edit may do that.
std::vector<QuizItem> quiz_of(const std::vector<Question>& questions,
                              const std::vector<Variant>& variants);

}  // namespace gopark
