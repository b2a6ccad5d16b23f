#include "native/cli/dump_text.h"

#include <algorithm>
#include <array>

#include "native/cli/json.h"

namespace gopark {

namespace {

constexpr std::size_t kMostIds = 100;  // of one group, in JSON

constexpr std::array<std::string_view, 13> kKindNames = {
    "send", "receive", "select", "nil_channel", "no_cases", "lock",   "wait_group",
    "cond", "io",      "sleep",  "other",       "active",   "runtime"};

std::string count_text(std::size_t count, const std::string& one) {
  return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

std::vector<std::string> names_like(const DumpGroup& group,
                                    const std::vector<LessonEntry>& lessons) {
  std::vector<LeakShape> shapes;
  for (const LessonEntry& entry : lessons) {
    LeakShape& shape = shapes.emplace_back();
    for (const WantedFinding& one : entry.lesson.want) shape.push_back(one.reason);
  }
  std::vector<std::string> names;
  for (const std::size_t index : leaks_like(group, shapes)) names.push_back(lessons[index].name);
  return names;
}

std::string group_text(const DumpGroup& group, const std::vector<LessonEntry>& lessons,
                       const Paint& paint) {
  std::string text = "\n" + paint(Color::Bold, title_of(group)) + "\n";
  if (const DumpFrame* frame = own_frame(group.first)) text += "  at " + place_text(*frame) + "\n";
  if (!group.first.created.function.empty()) {
    text += "  created by " + place_text(group.first.created) + "\n";
  }
  text += "  " + wrapped(what_it_waits_for(group.kind), 2) + "\n";
  std::string names;
  for (const std::string& name : names_like(group, lessons)) {
    names += (names.empty() ? "" : ", ") + name;
  }
  if (!names.empty()) text += "  " + wrapped("Looks like: " + names, 2) + "\n";
  return text;
}

Json frame_json(const DumpFrame& frame) {
  return {{"function", frame.function}, {"file", frame.file}, {"line", frame.line}};
}

Json group_json(const DumpGroup& group, const std::vector<LessonEntry>& lessons) {
  Json names = Json::array(), frames = Json::array(), ids = Json::array();
  for (const std::string& name : names_like(group, lessons)) names.push_back(name);
  for (const DumpFrame& frame : group.first.frames) frames.push_back(frame_json(frame));
  for (std::size_t i = 0; i < std::min(group.ids.size(), kMostIds); ++i) {
    ids.push_back(group.ids[i]);
  }
  const DumpFrame* own = own_frame(group.first);
  return {{"count", group.ids.size()},
          {"kind", std::string(kKindNames[static_cast<std::size_t>(group.kind)])},
          {"wait_reason", group.first.reason},
          {"most_minutes", group.most_minutes},
          {"leaked", group.first.leaked},
          {"at", own == nullptr ? Json() : frame_json(*own)},
          {"created_by", frame_json(group.first.created)},
          {"frames", frames},
          {"goroutines", ids},
          {"lessons", names}};
}

}  // namespace

std::string dump_text(const GoroutineDump& dump, const std::vector<LessonEntry>& lessons,
                      const Paint& paint) {
  std::string text = count_text(dump.goroutines, "goroutine") + " in " +
                     count_text(dump.groups.size(), "group") + ".\n";
  for (const DumpGroup& group : dump.groups) text += group_text(group, lessons, paint);
  return text + "\nA dump is one moment: it shows who waits, not that nobody will come. " +
         "Open a lesson\nwith `gopark explain NAME`, or prove it from source with `gopark "
         "check`.\n";
}

std::string dump_json(const GoroutineDump& dump, const std::vector<LessonEntry>& lessons) {
  Json groups = Json::array();
  for (const DumpGroup& group : dump.groups) groups.push_back(group_json(group, lessons));
  const Json object = {{"goroutines", dump.goroutines}, {"groups", groups}};
  return object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace gopark
