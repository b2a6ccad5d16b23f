// What `gopark dump` says about a goroutine dump of real Go: its groups, and the lessons in which
// the same thing can be watched.
#pragma once

#include <string>
#include <vector>

#include "native/cli/source.h"
#include "native/cli/terminal.h"
#include "sim/narrate/read_dump.h"

namespace gopark {

std::string dump_text(const GoroutineDump& dump, const std::vector<LessonEntry>& lessons,
                      const Paint& paint);
// {"goroutines": N, "groups": [{"count", "kind", "wait_reason", "function", "file", "line", …}]}
std::string dump_json(const GoroutineDump& dump, const std::vector<LessonEntry>& lessons);

}  // namespace gopark
