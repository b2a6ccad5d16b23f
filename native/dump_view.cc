#include "native/dump_view.h"

#include <algorithm>

#include "sim/narrate/read_dump.h"

namespace gopark {

namespace {

DumpGroupView group_view(const DumpGroup& group, const std::vector<LeakShape>& shapes) {
  DumpGroupView view;
  view.title = title_of(group);
  if (const DumpFrame* frame = own_frame(group.first)) view.at = place_text(*frame);
  if (!group.first.created.function.empty()) view.created = place_text(group.first.created);
  view.waits_for = what_it_waits_for(group.kind);
  view.lessons = leaks_like(group, shapes);
  return view;
}

}  // namespace

DumpView dump_view(std::string_view text, const std::vector<LessonText>& lessons) {
  const Result<GoroutineDump> dump = read_dump(text);
  if (!dump.ok()) return {"The clipboard holds no dump (" + dump.error() + ").", "", {}};
  std::vector<LeakShape> shapes;
  for (const LessonText& lesson : lessons) shapes.push_back(lesson.parks);
  const std::vector<DumpGroup>& groups = dump.value().groups;
  DumpView view;
  view.summary = std::to_string(dump.value().goroutines) + " goroutines in " +
                 std::to_string(groups.size()) + " groups";
  const std::size_t shown = std::min(groups.size(), kMaxShownGroups);
  if (shown < groups.size()) view.summary += ", of which the first " + std::to_string(shown);
  for (std::size_t i = 0; i < shown; ++i) view.groups.push_back(group_view(groups[i], shapes));
  return view;
}

}  // namespace gopark
