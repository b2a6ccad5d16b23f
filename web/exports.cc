// The module's face to JavaScript: plain C functions, called from web/page/engine.js alone.
//
// Texts come in as UTF-8 with a NUL at the end. An answer is JSON (web/page/types.d.ts), valid
// until the next call with the same run. Step numbers are doubles, which JavaScript has exactly up
// to 2^53.

#include <algorithm>
#include <string>

#include <emscripten.h>

#include "native/embedded_lessons.h"
#include "web/given.h"
#include "web/page_run.h"

namespace gopark {

namespace {

// On the page a run that is longer ends with a sentence.
constexpr double kMaxPageSteps = 10'000'000;
constexpr uint64_t kMaxPageMemory = 256u << 20;

struct OpenRun {
  Given* given;
  PageRun run;
  std::string answer;
};

uint64_t whole(double value) {
  return value >= 1 ? static_cast<uint64_t>(std::min(value, kMaxPageSteps)) : 0;
}

const char* keep(OpenRun& open, std::string answer) {
  open.answer = std::move(answer);
  return open.answer.c_str();
}

const char* keep_error(OpenRun& open, std::string_view sentence) {
  JsonWriter json;
  json.begin_object();
  json.field("ok", false);
  json.field("error", sentence);
  json.end_object();
  return keep(open, json.text());
}

WorldOptions page_world(bool async_clock) {
  WorldOptions options;
  options.clock = async_clock ? ClockMode::Async : ClockMode::Quiescent;
  options.max_memory_bytes = kMaxPageMemory;
  options.max_output_bytes = 1u << 20;
  return options;
}

}  // namespace

extern "C" {

// What the page gives, for any number of runs and for a canvas.
EMSCRIPTEN_KEEPALIVE Given* gopark_given() {
  return new Given;
}

EMSCRIPTEN_KEEPALIVE OpenRun* gopark_open(Given* given) {
  return new OpenRun{given, PageRun(given->toolchain()), {}};
}

EMSCRIPTEN_KEEPALIVE void gopark_close(OpenRun* open) {
  delete open;
}

// `policy`: go, fifo or random. `schedule`: "" or the schedule's text form, which wins.
EMSCRIPTEN_KEEPALIVE const char* gopark_load(OpenRun* open, const char* path, const char* text,
                                             const char* policy, double seed, const char* schedule,
                                             int async_clock, double max_steps) {
  SessionOptions options;
  options.world = page_world(async_clock != 0);
  options.policy = {parse_policy_kind(policy).value_or(PolicyKind::Go), whole(seed)};
  options.max_steps = std::max<uint64_t>(1, whole(max_steps));
  options.checkpoint_bytes = 32u << 20;
  if (schedule[0] != '\0') {
    const Result<Schedule> parsed = parse_schedule(schedule);
    if (!parsed.ok()) return keep_error(*open, parsed.error());
    options.schedule = parsed.value();
  }
  const std::optional<Compiled> known = open->given->find(path, text);
  return keep(*open,
              open->run.load(path, text, std::move(options), known ? known->program : nullptr));
}

EMSCRIPTEN_KEEPALIVE const char* gopark_state(OpenRun* open, double step) {
  if (!open->run.loaded()) return keep_error(*open, "no program is loaded");
  return keep(*open, open->run.state(whole(step)));
}

EMSCRIPTEN_KEEPALIVE const char* gopark_choose(OpenRun* open, double step, double index) {
  if (!open->run.loaded()) return keep_error(*open, "no program is loaded");
  return keep(*open, open->run.choose(whole(step), whole(index)));
}

// Text, not JSON.
EMSCRIPTEN_KEEPALIVE const char* gopark_dump(OpenRun* open, double step) {
  return keep(*open, open->run.loaded() ? open->run.dump(whole(step)) : "");
}

EMSCRIPTEN_KEEPALIVE const char* gopark_check_begin(OpenRun* open, double budget_states) {
  if (!open->run.loaded()) return keep_error(*open, "no program is loaded");
  return keep(*open, open->run.begin_check(std::max<uint64_t>(1, whole(budget_states))));
}

// Goes on with the search that gopark_check_begin() began since the last load.
EMSCRIPTEN_KEEPALIVE const char* gopark_check_advance(OpenRun* open, double transitions) {
  if (!open->run.checking()) return keep_error(*open, "no search has begun");
  return keep(*open, open->run.advance_check(whole(transitions)));
}

// When that search is over.
EMSCRIPTEN_KEEPALIVE const char* gopark_check_turning(OpenRun* open) {
  if (!open->run.checking()) return keep_error(*open, "no search has begun");
  return keep(*open, open->run.turning());
}

EMSCRIPTEN_KEEPALIVE const char* gopark_fixes_begin(OpenRun* open, double budget_states) {
  if (!open->run.loaded()) return keep_error(*open, "no program is loaded");
  return keep(*open, open->run.begin_fixes(std::max<uint64_t>(1, whole(budget_states))));
}

EMSCRIPTEN_KEEPALIVE const char* gopark_fixes_advance(OpenRun* open) {
  if (!open->run.fixing()) return keep_error(*open, "nobody looks for fixes");
  return keep(*open, open->run.advance_fixes());
}

// What pack_lesson() wrote: 0 when that was another build's.
EMSCRIPTEN_KEEPALIVE int gopark_give(Given* given, const char* bytes, double size) {
  return given->add({bytes, static_cast<std::size_t>(size)}) ? 1 : 0;
}

// 1: the text was given, and loading it takes no compiler.
EMSCRIPTEN_KEEPALIVE int gopark_knows(const Given* given, const char* text) {
  return given->knows(text) ? 1 : 0;
}

// How many bytes pack_lesson() gives; they stand at gopark_packed() until the next call with the
// run.
EMSCRIPTEN_KEEPALIVE double gopark_pack(OpenRun* open, const char* lesson) {
  open->answer = pack_lesson(lesson);
  return static_cast<double>(open->answer.size());
}

EMSCRIPTEN_KEEPALIVE const char* gopark_packed(const OpenRun* open) {
  return open->answer.data();
}

// A file of scenarios/, such as "timeout/leaky.go"; null for another path. Lives as long as the
// module.
EMSCRIPTEN_KEEPALIVE const char* gopark_lesson_file(const char* path) {
  for (const EmbeddedFile& file : embedded_lessons()) {
    if (file.path == path) return file.text.data();
  }
  return nullptr;
}

}  // extern "C"

}  // namespace gopark
