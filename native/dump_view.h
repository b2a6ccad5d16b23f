// What a pasted goroutine dump of real Go says, ready to be drawn.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "native/lesson_list.h"

namespace gopark {

struct DumpGroupView {
  std::string title;                 // "4 goroutines [chan send], up to 12 minutes"
  std::string at, created;           // places; "" when the dump does not say
  std::string waits_for;             // a sentence
  std::vector<std::size_t> lessons;  // that leak alike, as indices
};

struct DumpView {
  std::string problem;  // why there is nothing to show; "" when there is
  std::string summary;  // "412 goroutines in 3 groups"
  std::vector<DumpGroupView> groups;
};

// Groups beyond the first kMaxShownGroups are only counted.
inline constexpr std::size_t kMaxShownGroups = 200;
DumpView dump_view(std::string_view text, const std::vector<LessonText>& lessons);

}  // namespace gopark
