// Where a program comes from: a file, standard input ("-"), or a lesson ("timeout",
// "timeout/fixed").
#pragma once

#include <istream>
#include <memory>
#include <string>
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
  LessonFile file;
};

// All lessons in their order.
std::vector<LessonEntry> all_lessons();
bool is_lesson(const std::string& name);
Result<std::string> read_file(const std::string& path);
// "timeout" is "timeout/leaky".
Result<ProgramSource> load_program(const std::string& name, std::istream& in);

struct Loaded {
  std::shared_ptr<const Program> program;  // null: refused
  std::vector<std::string> lines;          // of the source
  std::string diagnostics;
};
Loaded compile_source(const ProgramSource& source);

}  // namespace gopark
