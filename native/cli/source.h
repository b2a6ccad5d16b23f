// Where a program comes from: a file, standard input ("-"), or a lesson ("timeout",
// "timeout/fixed").
#pragma once

#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "native/cli/lesson.h"
#include "sim/base/result.h"
#include "sim/vm/bytecode.h"

namespace gopark {

struct ProgramSource {
  std::string title;  // as given: "timeout/leaky", "main.go"
  std::string path;   // for messages: "leaky.go"
  std::string text;
  std::string schedule;  // the lesson's own, or ""
};

struct LessonEntry {
  std::string name;
  Lesson lesson;
  std::string_view leaky, fixed;  // source texts
};

// All lessons in their order.
std::vector<LessonEntry> all_lessons();
std::optional<LessonEntry> find_lesson(std::string_view name);
ProgramSource source_of(const LessonEntry& entry, LessonVariant variant);

// "timeout" is "timeout/leaky". Errors are for people: "main.go: no such file or lesson".
Result<ProgramSource> load_program(const std::string& name, std::istream& in);

// The Go files of a folder, by name and without tests (each is a program of its own), or the name
// itself when it is no folder. An error: no Go file is there.
Result<std::vector<std::string>> programs_in(const std::string& name);

// What a file, or standard input ("-"), holds, cut after 64 MiB. The same errors.
Result<std::string> read_text(const std::string& name, std::istream& in);

struct Loaded {
  std::shared_ptr<const Program> program;  // null: refused
  std::vector<std::string> lines;          // of the source
  std::string diagnostics;                 // a line each
};
Loaded compile_source(const ProgramSource& source);

}  // namespace gopark
