// The lessons that the program carries, for the app: their texts in order, by folder name.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/embedded_file.h"

namespace gopark {

// A question before a decisive step: see scenarios/README.md.
struct Question {
  std::string at;  // "leaky:14 chan send main.1"
  std::string ask;
  std::vector<std::string> answers;
  std::size_t right = 0;
  std::string because;
};

struct LessonText {
  std::string name;  // its folder
  std::string title, notice, relation;
  int order = 0;
  std::string leaky, fixed;        // Go source
  std::vector<std::string> parks;  // wait reasons of the goroutines that leaky.go leaves
  std::vector<std::string> notes;
  std::vector<Question> questions;
};

// By `order`.
std::vector<LessonText> lessons_of(std::span<const EmbeddedFile> files);

}  // namespace gopark
