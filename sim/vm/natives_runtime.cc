#include "sim/vm/natives_runtime.h"

#include <algorithm>

#include "sim/vm/format.h"

namespace gopark::natives {

using namespace layout;

NativeDid runtime_gosched(NativeCall& c) {
  if (recording_events(c.s)) emit(c.s, c.id(), Yielded{});
  return NativeDid::Yielded;
}

NativeDid runtime_num_goroutine(NativeCall& c) {
  return answer(c, c.s.get(kGoroutines));
}

NativeDid runtime_collect(NativeCall& c) {
  collect(c.s);
  return NativeDid::Done;
}

NativeDid runtime_goexit(NativeCall& c) {
  go_exit(c.s);
  return NativeDid::Finished;
}

// ---- callers: a "pc" is a function's id + 1 and an instruction in it

namespace {

CodePlace place_of(Word pc) {
  return CodePlace{FunctionId{high(pc) - 1}, low(pc)};
}

// The function whose code has this pc; null: none has.
const Function* function_at(const Program& program, Word pc) {
  const auto index = static_cast<uint32_t>(place_of(pc).function);
  if (index >= program.functions.size()) return nullptr;
  const Function& function = program.functions[index];
  return low(pc) < std::max<std::size_t>(1, function.code.size()) ? &function : nullptr;
}

}  // namespace

// callerAt(skip int) uint64: the frame so many above the caller of this native; 0: there is none.
// Wrappers that the compiler made do not count.
NativeDid runtime_caller_at(NativeCall& c) {
  int64_t skip = c.integer(0) + 1;
  Word found = 0;
  if (skip >= 0) {
    for (const Frame& frame : frames_of(c.s, c.goroutine)) {
      if (function_of(c.program(), frame.function).is_wrapper) continue;
      if (skip-- != 0) continue;
      found = pack(frame.pc, static_cast<uint32_t>(frame.function) + 1);
      break;
    }
  }
  return answer(c, found);
}

NativeDid runtime_caller_function(NativeCall& c) {
  const Function* function = function_at(c.program(), c.argument(0));
  return answer_text(c, function == nullptr ? "" : function->name);
}

NativeDid runtime_caller_file(NativeCall& c) {
  const Function* function = function_at(c.program(), c.argument(0));
  return answer_text(c, function == nullptr ? "" : c.program().files[function->file].path);
}

NativeDid runtime_caller_line(NativeCall& c) {
  const Word pc = c.argument(0);
  const Function* function = function_at(c.program(), pc);
  if (function == nullptr) return answer(c, 0);
  return answer(c, function->lines.empty() ? function->line : line_at(*function, low(pc)).line);
}

NativeDid runtime_goroutine_id(NativeCall& c) {
  return answer(c, static_cast<uint32_t>(c.id()));
}

NativeDid runtime_heap_bytes(NativeCall& c) {
  return answer(c, c.s.get(kLiveWords) * sizeof(Word));
}

NativeDid runtime_memory_bytes(NativeCall& c) {
  return answer(c, c.s.get(kBump) * sizeof(Word));
}

NativeDid runtime_collections(NativeCall& c) {
  return answer(c, c.s.get(kCollections));
}

// ---- time

namespace {

int64_t now(const State& s) {
  return static_cast<int64_t>(s.get(kClock));
}

// Far away, but not past the end of time. (Go: time.when.)
int64_t later(const State& s, int64_t nanoseconds) {
  constexpr int64_t kEnd = INT64_MAX;
  if (nanoseconds <= 0) return now(s);
  return nanoseconds > kEnd - now(s) ? kEnd : now(s) + nanoseconds;
}

}  // namespace

NativeDid time_sleep(NativeCall& c) {
  const int64_t duration = c.integer(0);
  if (recording_events(c.s)) emit(c.s, c.id(), Slept{duration});
  if (duration <= 0) return NativeDid::Done;
  start_timer(c.s, TimerKind::WakeGoroutine, later(c.s, duration), 0, c.goroutine);
  park(c.s, c.goroutine, WaitReason::Sleep, 0);
  return NativeDid::Parked;
}

namespace {

// The deadline of a context is read where somebody asks for it; the time in a log file's line by
// nobody.
void note_clock_read(const NativeCall& c) {
  for (const Frame& frame : frames_of(c.s, c.goroutine)) {
    const std::string_view name = function_of(c.program(), frame.function).name;
    if (name == "context.dueIn" || name == "internal/unseen.worldNow") return;
    if (name.substr(0, 5) == "time." || name == "context.asksForDeadline" ||
        name == "context.(*timerCtx).Deadline")
      continue;
    return c.s.clock_reads->push_back({frame.function, frame.pc});
  }
  c.s.clock_reads->push_back({FunctionId{kNone}, 0});
}

}  // namespace

NativeDid time_now(NativeCall& c) {
  if (c.s.clock_reads != nullptr) note_clock_read(c);
  return answer(c, c.s.get(kClock));
}

NativeDid time_asked(NativeCall& c) {
  if (c.s.clock_reads != nullptr) note_clock_read(c);
  return NativeDid::Done;
}

// hideBuffer(c chan Time): c is a timer's.
NativeDid time_hide_buffer(NativeCall& c) {
  const Address channel = base_of(c.argument(0));
  c.s.set_field(channel, kCFlags, c.s.field(channel, kCFlags) | kCTimer);
  return NativeDid::Done;
}

namespace {

NativeDid arm(NativeCall& c, TimerKind kind, int64_t when, int64_t period, Reference target) {
  const Address timer = start_timer(c.s, kind, when, period, target);
  c.result(0, timer);
  if (recording_events(c.s)) emit(c.s, c.id(), TimerStarted{timer, when});
  return NativeDid::Done;
}

}  // namespace

// startTimer(c chan Time, f func(), d, period int64) *runtimeTimer
NativeDid time_start_timer(NativeCall& c) {
  const Reference channel = c.argument(0), function = c.argument(1);
  const TimerKind kind = channel != 0 ? TimerKind::SendTime : TimerKind::CallFunction;
  const Reference target = channel != 0 ? channel : function;
  if (target == 0) {
    panic_runtime(c.s, "invalid memory address or nil pointer dereference");
    return NativeDid::Panicked;
  }
  return arm(c, kind, later(c.s, c.integer(2)), c.integer(3), target);
}

// expect(f func(), patience int64) *pending
NativeDid signal_expect(NativeCall& c) {
  return arm(c, TimerKind::CallFunction, later(c.s, c.integer(1)), kAnyTime, c.argument(0));
}

namespace {

// Whether the timer was pending; what it sent and nobody received counts. (Go 1.23: timers.)
bool stop(State& s, Address timer) {
  bool pending = stop_timer(s, timer);
  if (static_cast<TimerKind>(s.field(timer, kTKind)) == TimerKind::SendTime &&
      drain(s, s.field(timer, kTTarget)))
    pending = true;
  return pending;
}

}  // namespace

NativeDid time_stop_timer(NativeCall& c) {
  const Address timer = base_of(c.argument(0));
  const bool pending = stop(c.s, timer);
  if (recording_events(c.s)) emit(c.s, c.id(), TimerStopped{timer, pending});
  return answer(c, pending ? 1 : 0);
}

NativeDid time_reset_timer(NativeCall& c) {
  const Address timer = base_of(c.argument(0));
  const int64_t when = later(c.s, c.integer(1));
  const bool pending = stop(c.s, timer);
  rearm_timer(c.s, timer, when, c.integer(2));
  if (recording_events(c.s)) emit(c.s, c.id(), TimerStarted{timer, when});
  return answer(c, pending ? 1 : 0);
}

// ---- os

NativeDid os_exit(NativeCall& c) {
  const auto code = static_cast<int32_t>(c.integer(0));
  if (recording_events(c.s)) emit(c.s, c.id(), Exited{code});
  end_run(c.s, OutcomeKind::Exited, code, "", c.id());
  return NativeDid::Ended;
}

namespace {

NativeDid write(NativeCall& c, std::string_view text, bool to_error) {
  State& s = c.s;
  std::string& out = s.written(to_error);
  if (out.size() + text.size() > s.options.max_output_bytes) {
    end_run(s, OutcomeKind::OutputLimit, 2,
            "output limit: the program has printed " + std::to_string(out.size()) +
                " bytes and asked for more than the limit of " +
                std::to_string(s.options.max_output_bytes));
    return NativeDid::Ended;
  }
  const uint64_t offset = out.size();
  const bool goes_on = !s.output_runs.empty() && s.output_runs.back().to_error == to_error;
  if (!goes_on && !text.empty()) s.output_runs.push_back({to_error, offset});
  out += text;
  s.set(to_error ? kErrorLength : kOutputLength, out.size());
  if (recording_events(s))
    emit(s, c.id(), Printed{offset, static_cast<uint32_t>(text.size()), to_error});
  return NativeDid::Done;
}

// The values of a []any parameter in registers 0 and 1, as the builtins print and println write
// them.
std::string printed(const NativeCall& c, std::string_view between) {
  std::string text;
  const uint32_t count = low(c.argument(1));
  for (uint32_t i = 0; i < count; ++i) {
    if (i != 0) text += between;
    text += format_printed(c.s, c.s.get(word_of(c.argument(0)) + i));
  }
  return text;
}

}  // namespace

NativeDid os_write(NativeCall& c) {
  return write(c, std::string(c.string(1)), c.integer(0) == 2);
}
NativeDid os_note_closed(NativeCall& c) {
  c.s.set(kStreamClosed, c.s.get(kSpawned));
  return NativeDid::Done;
}
NativeDid runtime_print(NativeCall& c) {
  return write(c, printed(c, ""), true);
}
NativeDid runtime_println(NativeCall& c) {
  return write(c, printed(c, " ") + "\n", true);
}

// ---- math/rand

namespace {

// One choice of up to 2^32 ways; a wider range takes two of them.
uint64_t choose(State& s, uint64_t count) {
  constexpr uint64_t kWays = uint64_t{1} << 32;
  if (count != 0 && count <= kWays) return ask(s, ChoiceKind::Random, count);
  const uint64_t high = ask(s, ChoiceKind::Random, kWays), low = ask(s, ChoiceKind::Random, kWays);
  const uint64_t word = high << 32 | low;
  return count == 0 ? word : word % count;
}

}  // namespace

NativeDid rand_choose(NativeCall& c) {
  return answer(c, choose(c.s, c.argument(0)));
}

}  // namespace gopark::natives
