#include "sim/vm/world.h"

#include <algorithm>

#include "sim/vm/circles.h"
#include "sim/vm/liveness.h"
#include "sim/vm/operands.h"
#include "sim/vm/reach.h"
#include "sim/vm/state.h"

namespace gopark {

using namespace layout;

namespace {

// Registers that a function's code touches, the windows of its calls included.
uint32_t extent_of(const Program& program, const Function& function) {
  uint32_t extent =
      std::max({function.frame_words, function.parameter_words + 1, function.result_words, 1u});
  for (uint32_t pc = 0; pc < function.code.size(); pc += 1 + extra_words(function.code[pc])) {
    const Operands operands = operands_of(program, function, pc);
    for (const auto* ranges : {&operands.reads, &operands.writes})
      for (const RegisterRange& range : *ranges)
        extent = std::max(extent, range.first + range.count);
  }
  return extent;
}

HotFunction hot_function(const Program& program, const Function& function) {
  return {function.code.data(),     extent_of(program, function),
          function.parameter_words, function.capture_words != 0,
          function.quiet,           !function.quiet || function.unsynchronized};
}

void fill_dispatch(const Program& program, Prepared& prepared) {
  std::size_t count = 0;
  for (const TypeDescription& type : program.types) count += type.methods.size();
  std::size_t size = 16;
  while (size < count * 2) size *= 2;
  prepared.dispatch_keys.assign(size, 0);
  prepared.dispatch_values.assign(size, FunctionId{kNone});
  for (std::size_t id = 0; id < program.types.size(); ++id)
    for (const MethodEntry& entry : program.types[id].methods) {
      const uint64_t key = (uint64_t{id} << 32 | static_cast<uint32_t>(entry.method)) + 1;
      std::size_t at = mix(key) & (size - 1);
      while (prepared.dispatch_keys[at] != 0) at = (at + 1) & (size - 1);
      prepared.dispatch_keys[at] = key;
      prepared.dispatch_values[at] = entry.function;
    }
}

// Strings and function values of the program are objects like others, made first and never
// collected.
Address make_immortal(State& s, Address base) {
  s.set(base, s.get(base) | kImmortalFlag);
  return base;
}

Reference make_string(State& s, const std::string& text) {
  const Reference string = new_string(s, text);
  if (string != 0) make_immortal(s, base_of(string));
  return string;
}
Reference make_function_value(State& s, uint32_t id) {
  return make_immortal(s, allocate(s, ObjectKind::Closure, 0, id));
}

// They stand at the same places in every World of the program.
std::shared_ptr<const Prepared> make_constants(State& s) {
  const auto& known = s.program->prepared.get();
  auto fresh = known ? nullptr : std::make_shared<Prepared>(*s.program);
  for (const std::string& text : s.program->strings) {
    const Reference string = make_string(s, text);
    if (fresh) fresh->strings.push_back(string);
  }
  for (uint32_t id = 0; id < s.program->functions.size(); ++id) {
    const Reference value = make_function_value(s, id);
    if (fresh) fresh->function_values.push_back(value);
  }
  if (!fresh) return known;
  if (!s.ended()) s.program->prepared.keep(fresh);  // there was room for all
  return fresh;
}

void boot(State& s) {
  s.set(kBump, kHeapStart);
  s.set(kNextSerial, 1);
  s.set(kGcThreshold, s.options.collect_above_words);
  s.prepared = make_constants(s);
  s.set(kGlobals, make_immortal(s, allocate(s, ObjectKind::Globals,
                                            std::max(1u, s.program->global_words), 0)));
  const Address main = spawn(s, s.program->entry, 0, nullptr, 0, CodePlace{FunctionId{kNone}, 0});
  s.set(kMainRecord, main);
}

// A type of package runtime; 0 if the program does not have it.
TypeId runtime_type(const Program& program, std::string_view name) {
  for (uint32_t id = 0; id < program.types.size(); ++id)
    if (program.types[id].name == name) return TypeId{id};
  return TypeId{};
}

}  // namespace

Prepared::Prepared(const Program& program) : liveness(std::make_shared<const Liveness>(program)) {
  for (const Function& function : program.functions)
    functions.push_back(hot_function(program, function));
  fill_dispatch(program, *this);
  bounds_error = runtime_type(program, "runtime.boundsError");
  assertion_error = runtime_type(program, "*runtime.TypeAssertionError");
  nil_panic_error = runtime_type(program, "*runtime.PanicNilError");
}

World::World(std::shared_ptr<const Program> program, WorldOptions options)
    : state_(std::make_unique<State>()) {
  state_->program = std::move(program);
  state_->options = options;
  boot(*state_);
}

World::World(const World& other) : state_(std::make_unique<State>(*other.state_)) {
  state_->events = nullptr;
  state_->accesses = nullptr;
  state_->clock_reads = nullptr;
}
World& World::operator=(const World& other) {
  if (this != &other) *this = World(other);
  return *this;
}
World::World(World&&) noexcept = default;
World& World::operator=(World&&) noexcept = default;
World::~World() = default;

// ---------------------------------------------------------------- running

namespace {

void end_in_deadlock(State& s) {
  const bool main_left = low(s.get(kMainRecord)) == 0 && s.get(kGoroutines) == 0;
  end_run(s, OutcomeKind::Deadlock, 2,
          main_left ? "fatal error: no goroutines (main called runtime.Goexit) - deadlock!"
                    : "fatal error: all goroutines are asleep - deadlock!");
}

}  // namespace

// Puts a goroutine in charge. False: this step was the clock's, or the run ended; nobody is to
// move.
bool World::begin_step(Scheduler& scheduler) {
  State& s = *state_;
  s.world = this;
  s.scheduler = &scheduler;
  const uint64_t count = gopark::candidate_count(s);
  if (count == 0) {
    if (!fire_due(s)) end_in_deadlock(s);
    return false;
  }
  switch (find_circle(*this, s)) {
    case Circle::None:
      break;
    case Circle::OfSome:
      if (low(s.get(kCurrent)) != 0) yield_current(s);
      break;
    case Circle::OfAll:
    case Circle::TimeIsUp:
      let_time_pass(s);
      return false;
  }
  if (take_candidate(s, ask(s, ChoiceKind::Next, count)) != 0) {
    note_mover(s);
    return true;
  }
  fire_due(s);
  return false;
}

void World::finish_step() {
  State& s = *state_;
  s.set(kSteps, s.get(kSteps) + 1);
  if (s.get(kMidStep) != 0) s.set(kMidStep, 0);
  if (s.get(kSliceQuanta) < kMaxSliceQuanta || low(s.get(kCurrent)) == 0) return;
  s.set(kSliceQuanta, 0);
  if (s.get(kRunnable) < 2) return;
  if (recording_events(s)) emit(s, current(), Yielded{});
  yield_current(s);
}

bool World::step(Scheduler& scheduler) {
  State& s = *state_;
  if (s.ended()) return false;
  s.world = this;
  s.scheduler = &scheduler;
  if (in_step() || begin_step(scheduler)) {
    uint64_t unlimited = ~uint64_t{0};
    interpret(s, Mode::Step, unlimited);
  }
  finish_step();
  return !s.ended();
}

bool World::step_instruction(Scheduler& scheduler) {
  State& s = *state_;
  if (s.ended()) return false;
  s.world = this;
  s.scheduler = &scheduler;
  if (!in_step() && !begin_step(scheduler)) {
    finish_step();
    return !s.ended();
  }
  uint64_t unlimited = ~uint64_t{0};
  if (interpret(s, Mode::Instruction, unlimited) == Stop::Instruction)
    s.set(kMidStep, 1);
  else
    finish_step();
  return !s.ended();
}

// The first candidate moves; the choice counts as met, as it does when stepping.
void World::next_in_go_order() {
  State& s = *state_;
  const uint64_t count = gopark::candidate_count(s);
  if (count > 1) s.set(kChoices, s.get(kChoices) + 1);
  if (count != 0 && take_first(s) != 0) return;
  if (!fire_due(s)) end_in_deadlock(s);
  s.set(kSteps, s.get(kSteps) + 1);
}

bool World::run(Scheduler& scheduler, uint64_t max_steps, bool in_go_order) {
  State& s = *state_;
  s.world = this;
  s.scheduler = &scheduler;
  const bool fast =
      in_go_order && !s.memory.recording() && s.events == nullptr && s.accesses == nullptr;
  if (fast && s.get(kSteps) == 0) s.tracks_variables = false;
  while (!s.ended()) {
    if (s.get(kSteps) >= max_steps) {
      end(OutcomeKind::StepLimit, 2,
          "step limit: " + std::to_string(s.get(kSteps)) +
              " steps done, and the program has not ended (--max-steps)");
    } else if (!fast || s.tracks_variables || in_step() || is_watched(s)) {
      step(scheduler);
    } else if (low(s.get(kCurrent)) == 0) {
      next_in_go_order();
    } else {
      uint64_t left = std::min(max_steps - s.get(kSteps), steps_to_mark(s));
      const uint64_t before = left;
      const Stop stop = interpret(s, Mode::Free, left);
      // A goroutine that blocked, ended or yielded ended its step too.
      s.set(kSteps, s.get(kSteps) + (before - left) +
                        (stop == Stop::Blocked || stop == Stop::Ended ? 1 : 0));
      if (s.get(kSliceQuanta) >= kMaxSliceQuanta && low(s.get(kCurrent)) != 0) {
        s.set(kSliceQuanta, 0);
        if (s.get(kRunnable) > 1) yield_current(s);
      }
    }
  }
  return false;
}

bool World::poise(GoroutineId id) {
  State& s = *state_;
  if (s.ended()) return false;
  uint64_t index = 0, found = ~uint64_t{0};
  for_each_candidate(s, [&](Address g) {
    if (id_of(s, g) == id) found = index;
    ++index;
  });
  GOPARK_ASSERT(found < index, "poise needs a runnable goroutine");
  take_candidate(s, found);
  uint64_t unlimited = ~uint64_t{0};
  interpret(s, Mode::Poise, unlimited);
  return !s.ended();
}

void World::end(OutcomeKind kind, int32_t code, std::string_view text) {
  end_run(*state_, kind, code, text);
}
void World::collect() {
  gopark::collect(*state_);
}

// ---------------------------------------------------------------- recording

void World::set_recording(bool on, Fingerprint fingerprint) {
  state_->memory.set_recording(on, fingerprint);
}
bool World::recording() const {
  return state_->memory.recording();
}
uint64_t World::mark() const {
  return state_->memory.mark();
}
uint64_t World::journal_begin() const {
  return state_->memory.journal_begin();
}
std::size_t World::journal_bytes() const {
  return state_->memory.journal_bytes();
}
void World::forget_before(uint64_t mark) {
  state_->memory.forget_before(mark);
}
uint64_t World::fingerprint() const {
  return state_->memory.fingerprint();
}
void World::set_event_sink(std::vector<Event>* sink) {
  state_->events = sink;
}
void World::set_access_sink(std::vector<Access>* sink) {
  state_->accesses = sink;
}
void World::set_clock_sink(std::vector<CodePlace>* sink) {
  state_->clock_reads = sink;
}

void World::undo_to(uint64_t mark) {
  State& s = *state_;
  s.memory.undo_to(mark);
  s.output.resize(static_cast<std::size_t>(s.get(kOutputLength)));
  s.error_output.resize(static_cast<std::size_t>(s.get(kErrorLength)));
  std::vector<OutputRun>& runs = s.output_runs;
  while (!runs.empty() && runs.back().begin >= s.written(runs.back().to_error).size())
    runs.pop_back();
  s.spawns.resize(
      std::min<std::size_t>(s.spawns.size(), static_cast<std::size_t>(s.get(kNextSerial))));
}

// ---------------------------------------------------------------- the run so far

Outcome World::outcome() const {
  const State& s = *state_;
  return {static_cast<OutcomeKind>(s.get(kEnded)),
          static_cast<int32_t>(static_cast<uint32_t>(s.get(kExitCode))),
          std::string(string_bytes(s, s.get(kEndText))), GoroutineId{low(s.get(kEndGoroutine))}};
}
bool World::ended() const {
  return state_->ended();
}
bool World::is_waiting(GoroutineId id) const {
  const State& s = *state_;
  const auto serial = static_cast<std::size_t>(id);
  if (serial == 0 || serial >= s.spawns.size()) return false;
  const Address g = s.spawns[serial].record;
  if (kind_of(s.get(g)) != ObjectKind::Goroutine || id_of(s, g) != id) return false;
  return static_cast<GoroutineStatus>(s.field(g, kGStatus) & 0xff) == GoroutineStatus::Waiting;
}
bool World::in_step() const {
  return state_->get(kMidStep) != 0;
}
bool World::closed_a_stream() const {
  return state_->get(kStreamClosed) != 0;
}
std::string_view World::error_output() const {
  return state_->error_output;
}
std::string_view World::output() const {
  return state_->output;
}
namespace {

// The next run of the same output is the next but one.
std::string_view written_in_run(State& s, std::size_t i) {
  const std::vector<OutputRun>& runs = s.output_runs;
  const std::string_view all = s.written(runs[i].to_error);
  const uint64_t end = i + 2 < runs.size() ? runs[i + 2].begin : all.size();
  return all.substr(runs[i].begin, end - runs[i].begin);
}

}  // namespace

void World::for_each_written(
    const std::function<void(std::string_view text, bool to_error)>& visit) const {
  for (std::size_t i = 0; i < state_->output_runs.size(); ++i)
    visit(written_in_run(*state_, i), state_->output_runs[i].to_error);
}
// Looks at the end only: it is asked for in every frame.
std::string World::terminal_output(uint64_t most) const {
  std::size_t first = state_->output_runs.size();
  uint64_t bytes = 0;
  while (first > 0 && bytes < most) bytes += written_in_run(*state_, --first).size();
  uint64_t left_out = bytes - std::min(bytes, most);
  std::string text;
  for (std::size_t i = first; i < state_->output_runs.size(); ++i) {
    text += written_in_run(*state_, i).substr(left_out);
    left_out = 0;
  }
  return text;
}
uint64_t World::steps() const {
  return state_->get(kSteps);
}
uint64_t World::choices() const {
  return state_->get(kChoices) + state_->get(kOtherChoices);
}
int64_t World::clock() const {
  return static_cast<int64_t>(state_->get(kClock));
}
uint64_t World::live_bytes() const {
  return state_->get(kLiveWords) * sizeof(Word);
}
uint64_t World::goroutine_count() const {
  return state_->get(kGoroutines);
}
uint64_t World::goroutines_created() const {
  return state_->get(kNextSerial) - 1;
}
bool World::has_timers() const {
  return state_->get(kTimerCount) != 0;
}
uint64_t World::collections() const {
  return state_->get(kCollections);
}
const Program& World::program() const {
  return *state_->program;
}
std::shared_ptr<const Program> World::shared_program() const {
  return state_->program;
}
const WorldOptions& World::options() const {
  return state_->options;
}
const Memory& World::memory() const {
  return state_->memory;
}
Reference World::globals_object() const {
  return state_->get(kGlobals);
}

}  // namespace gopark
