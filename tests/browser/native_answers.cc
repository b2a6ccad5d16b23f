// What the page's engine answers when it is compiled for this machine: every lesson, then random
// programs, a JSON object a line. The browser tests ask the WebAssembly module the same
// (same_test.mjs) and compare letter by letter.
#include <cstdio>
#include <string>

#include "native/embedded_lessons.h"
#include "tests/explore/generate.h"
#include "web/page_run.h"

namespace gopark {
namespace {

constexpr uint64_t kPrograms = 1000;
constexpr uint64_t kSearched = 250;  // of the random programs: every schedule, too
constexpr uint64_t kBudgetStates = 4'000;
constexpr uint64_t kChunk = 50'000;

std::string report_of(PageRun& run) {
  std::string report = run.begin_check(kBudgetStates);
  while (report.find("\"done\":true") == std::string::npos) report = run.advance_check(kChunk);
  return report;
}

void answer(const std::string& name, const std::string& text, bool search) {
  SessionOptions options;
  options.max_steps = kMaxStorySteps;
  options.world.max_memory_bytes = 256u << 20;
  options.world.max_output_bytes = 1u << 20;
  options.checkpoint_bytes = 32u << 20;
  lang::Toolchain toolchain;
  PageRun run(toolchain);
  const std::string story = run.load("main.go", text, options);
  JsonWriter json;
  json.begin_object();
  json.field("name", name);
  json.field("text", text);
  json.field("story", story);
  json.field("report", search && run.loaded() ? report_of(run) : "");
  json.end_object();
  std::puts(json.text().c_str());
}

}  // namespace
}  // namespace gopark

int main() {
  for (const gopark::EmbeddedFile& file : gopark::embedded_lessons()) {
    const std::string path(file.path);
    if (path.size() > 3 && path.substr(path.size() - 3) == ".go")
      gopark::answer(path, std::string(file.text), true);
  }
  for (uint64_t seed = 1; seed <= gopark::kPrograms; ++seed)
    gopark::answer("seed " + std::to_string(seed), gopark::random_program(seed),
                   seed <= gopark::kSearched);
}
