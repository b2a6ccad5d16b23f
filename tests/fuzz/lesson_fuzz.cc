// Any bytes as a lesson.md: parsing answers with a lesson or with a line number.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "native/cli/lesson.h"
#include "sim/base/assert.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const gopark::Result<gopark::Lesson> lesson = gopark::parse_lesson(text);
  if (!lesson.ok()) {
    GOPARK_ASSERT(lesson.error().rfind("lesson.md:", 0) == 0);
    return 0;
  }
  GOPARK_ASSERT(lesson.value().order >= 1 && lesson.value().decisive.size() <= 3);
  return 0;
}
