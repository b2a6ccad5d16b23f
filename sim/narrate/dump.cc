#include "sim/narrate/dump.h"

#include <algorithm>

#include "sim/detect/finding.h"
#include "sim/detect/leaked.h"

namespace gopark {

namespace {

bool is_known(CodePlace place) {
  return static_cast<uint32_t>(place.function) != kNone;
}

std::string file_line(const Program& program, CodePlace place) {
  const SourcePlace source = source_place(program, place);
  return "\t" + std::string(source.file) + ":" + std::to_string(source.line) + "\n";
}

std::string frame_text(const Program& program, const FrameView& frame) {
  const Function& function = function_of(program, frame.place.function);
  const bool has_arguments = function.parameter_words > 0;
  return function.name + (has_arguments ? "(...)\n" : "()\n") + file_line(program, frame.place);
}

// The learner's frames, or all if none is theirs. The program's entry is the runtime's.
std::vector<FrameView> shown_frames(const World& world, GoroutineId id) {
  std::vector<FrameView> frames = world.frames(id);
  const auto is_entry = [&](const FrameView& frame) {
    return frame.place.function == world.program().entry;
  };
  std::erase_if(frames, is_entry);
  const auto is_std = [&](const FrameView& frame) {
    return function_of(world.program(), frame.place.function).is_std;
  };
  if (!std::all_of(frames.begin(), frames.end(), is_std)) std::erase_if(frames, is_std);
  return frames;
}

std::string created_by(const World& world, const GoroutineView& view) {
  if (!is_known(view.created_at)) return "";
  const Function& function = function_of(world.program(), view.created_at.function);
  return "created by " + function.name + " in goroutine " +
         std::to_string(static_cast<uint32_t>(view.parent)) + "\n" +
         file_line(world.program(), view.created_at);
}

// (Go: traceback, with _TracebackMaxFrames.)
std::string frames_text(const World& world, GoroutineId id) {
  constexpr std::size_t kShownAtEachEnd = 50;
  const std::vector<FrameView> frames = shown_frames(world, id);
  std::string text;
  for (std::size_t i = 0; i < frames.size(); ++i) {
    const bool is_inner = i < kShownAtEachEnd;
    if (!is_inner && i + kShownAtEachEnd < frames.size()) {
      if (i == kShownAtEachEnd) text += "...additional frames elided...\n";
      continue;
    }
    text += frame_text(world.program(), frames[i]);
  }
  return text;
}

std::string one_goroutine(const World& world, const GoroutineView& view, bool leaked,
                          bool crashed) {
  std::string state(crashed ? "running" : status_text(view.status, view.reason));
  if (leaked) state += " (leaked)";
  std::string text =
      "goroutine " + std::to_string(static_cast<uint32_t>(view.id)) + " [" + state + "]:\n";
  return text + frames_text(world, view.id) + created_by(world, view);
}

// Go prints the one that crashed first, then the others by id.
std::vector<GoroutineId> in_order_of_dump(const World& world, GoroutineId crashed) {
  std::vector<GoroutineId> ids = world.goroutines();
  std::stable_partition(ids.begin(), ids.end(), [&](GoroutineId id) { return id == crashed; });
  return ids;
}

}  // namespace

std::string goroutine_dump(const World& world, DumpScope scope, LeakMarks marks) {
  const GoroutineId crashed = world.outcome().goroutine;
  std::vector<GoroutineId> leaked;
  if (marks == LeakMarks::Shown) leaked = leaked_goroutines(world);
  constexpr std::size_t kShown = 1000;
  std::string text;
  std::size_t shown = 0;
  const bool main_is_gone = world.outcome().kind == OutcomeKind::Exited;
  for (const GoroutineId id : in_order_of_dump(world, crashed)) {
    if (main_is_gone && id == kMainGoroutine) continue;
    const auto view = world.goroutine(id);
    if (!view || (scope == DumpScope::Crashed && id != crashed)) continue;
    if (++shown > kShown) continue;
    if (!text.empty()) text += '\n';
    const bool is_leaked = std::binary_search(leaked.begin(), leaked.end(), id);
    text += one_goroutine(world, *view, is_leaked, id == crashed);
  }
  if (shown > kShown) text += "\n..." + std::to_string(shown - kShown) + " more goroutines...\n";
  return text;
}

std::string exit_text(const World& world) {
  const Outcome outcome = world.outcome();
  switch (outcome.kind) {
    case OutcomeKind::Running:
    case OutcomeKind::Exited:
      return "";
    case OutcomeKind::Panicked:
      return outcome.text + "\n\n" + goroutine_dump(world, DumpScope::Crashed, LeakMarks::Hidden);
    case OutcomeKind::FatalError:
    case OutcomeKind::Deadlock: {
      const std::string dump = goroutine_dump(world, DumpScope::All, LeakMarks::Hidden);
      return outcome.text + "\n" + (dump.empty() ? "" : "\n" + dump);
    }
    case OutcomeKind::StepLimit:
    case OutcomeKind::MemoryLimit:
    case OutcomeKind::OutputLimit:
    case OutcomeKind::ScheduleMismatch:
      break;
  }
  return outcome.text + "\n";
}

int exit_code(const World& world) {
  return world.outcome().code;
}

}  // namespace gopark
