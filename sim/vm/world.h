// World: the whole state of one run of a Program, as a value. Copy it to fork the run.
//
// Everything that a run can see lives in one Memory (layout.h); what stands beside it (output
// bytes, the list of spawns) only grows, and its length is in the memory too, so that undo restores
// it.
//
// A World never decides: where there are two ways on it asks a Scheduler. It has no clock, no
// randomness, no threads, no files. Programs cannot harm it: their mistakes become an Outcome.
//
// To run:   World world(program, options); while (world.step(scheduler)) ...;
// To step back: world.set_recording(true); auto m = world.mark(); world.step(s); world.undo_to(m);
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/vm/access.h"
#include "sim/vm/bytecode.h"
#include "sim/vm/choice.h"
#include "sim/vm/event.h"
#include "sim/vm/ids.h"
#include "sim/vm/layout.h"
#include "sim/vm/memory.h"
#include "sim/vm/outcome.h"

namespace gopark {

enum class ClockMode : uint8_t {
  Quiescent,  // virtual time moves only when nothing can run (Go: testing/synctest)
  Async,      // the earliest timer may fire at any point
};

struct WorldOptions {
  ClockMode clock = ClockMode::Quiescent;
  // Also when those who can run only go round in a circle (vm/circles.h). For runs that a person
  // looks at: a search finds circles itself.
  bool time_passes_in_circles = false;
  uint64_t max_memory_bytes = 2ULL << 30;  // of the run's memory
  uint64_t max_output_bytes = 64ULL << 20;
  // Words in use below which nothing is collected. 0: collects at every chance, for tests.
  uint64_t collect_above_words = 1u << 16;
};

// Backward jumps and calls without a visible operation after which a step ends by itself, so that
// every step is bounded.
inline constexpr uint64_t kQuantum = 1000;
// Quanta after which a goroutine that hogs the processor is preempted, as Go's sysmon does after 10
// ms. (Go: forcePreemptNS.)
inline constexpr uint64_t kMaxSliceQuanta = 10000;
// Words of one goroutine's stack. Go's limit is 1 GB on 64-bit systems; ours is the same in words
// of frames.
inline constexpr uint64_t kMaxStackWords = 1ULL << 24;

// Spawns on the path to a goroutine that its name spells out. A longer path names nothing to a
// reader, and the names of a million goroutines that each start the next would fill the memory.
inline constexpr uint32_t kMaxNamedDepth = 32;

struct FrameView {
  CodePlace place;        // pc of the instruction that is running or calling
  Address registers = 0;  // address of register 0
};

struct GoroutineView {
  GoroutineId id{};
  GoroutineId parent{};
  GoroutineStatus status = GoroutineStatus::Runnable;
  WaitReason reason = WaitReason::None;
  std::vector<Reference> waits_on;  // channels of all cases for a select; empty for sleep
  CodePlace created_at;             // the go statement; function kNone for main
  bool is_current = false;
};

struct ChannelView {
  Reference channel = 0;
  uint64_t capacity = 0;
  uint64_t count = 0;
  bool closed = false;
  bool is_timers = false;  // len and cap tell nothing of its buffer (Go 1.23)
  uint64_t shown_capacity() const { return is_timers ? 0 : capacity; }  // what cap says
  uint32_t serial = 0;  // 1, 2, ... in order of make
  CodePlace made_at;
  TypeId element{};
  std::vector<std::vector<Word>> buffer;        // oldest first; at most kMaxShown values
  std::vector<GoroutineId> senders, receivers;  // parked, in queue order; at most kMaxShown each
  uint64_t sender_count = 0, receiver_count = 0;
  static constexpr std::size_t kMaxShown = 1000;
};

struct TimerView {
  Reference timer = 0;
  int64_t when = 0;
  int64_t period = 0;
  layout::TimerKind kind{};
  Reference target = 0;  // channel or closure; for WakeGoroutine the goroutine's record
};

struct State;  // vm/state.h

class World {
 public:
  explicit World(std::shared_ptr<const Program> program, WorldOptions options = {});
  World(const World& other);
  World& operator=(const World& other);
  World(World&&) noexcept;
  World& operator=(World&&) noexcept;
  ~World();

  // ---- running. All return false when the run has ended (see outcome()).
  // One step: the scheduler picks who moves, and that goroutine runs up to and including its next
  // visible operation.
  bool step(Scheduler& scheduler);
  // Runs until the end or until `max_steps` steps are done in all (then the outcome is StepLimit).
  // The fast path: same outcome, output and end state as stepping with the same scheduler when that
  // scheduler always answers 0 to ChoiceKind::Next (`in_go_order` true); otherwise it is just a
  // loop over step().
  bool run(Scheduler& scheduler, uint64_t max_steps, bool in_go_order);
  // One bytecode instruction of the current goroutine, or of the one that the scheduler picks when
  // a step begins.
  bool step_instruction(Scheduler& scheduler);
  bool in_step() const;
  // Ends the run from outside (StepLimit, ScheduleMismatch).
  void end(OutcomeKind kind, int32_t code, std::string_view text);

  // ---- the explorer's finer control
  // Runs goroutine `id` up to, but not including, its next visible operation. REQUIRES: it is
  // runnable. Choice-free. Returns false if it ended the run (a panic, a limit).
  bool poise(GoroutineId id);

  // ---- recording
  void set_recording(bool on, Fingerprint fingerprint = Fingerprint::Kept);
  bool recording() const;
  uint64_t mark() const;
  void undo_to(uint64_t mark);
  void forget_before(uint64_t mark);
  uint64_t journal_begin() const;
  std::size_t journal_bytes() const;
  uint64_t fingerprint() const;
  // Where events go; null: they are not made. Not part of the state; a copy starts without.
  void set_event_sink(std::vector<Event>* sink);

  // Where accesses to shared memory go, those of invisible instructions too; null: they are not
  // noted. Not part of the state; a copy starts without.
  void set_access_sink(std::vector<Access>* sink);

  // Where the places go that ask package time for the clock's value (not those that start a timer);
  // a function of kNone when package time runs as a goroutine of its own. Null: they are not noted.
  // Not part of the state; a copy starts without.
  void set_clock_sink(std::vector<CodePlace>* sink);

  // ---- the run so far
  Outcome outcome() const;
  bool ended() const;
  std::string_view output() const;        // what it wrote to standard output
  std::string_view error_output() const;  // and to standard error, print and println included
  bool closed_a_stream() const;           // one of the two, since there was a second goroutine
  // Both as a terminal shows them, in the order of time: the last `most` bytes.
  std::string terminal_output(uint64_t most = UINT64_MAX) const;
  // Calls visit(text, to_error) for each piece of them, in the order of time.
  void for_each_written(
      const std::function<void(std::string_view text, bool to_error)>& visit) const;
  uint64_t steps() const;
  uint64_t choices() const;
  int64_t clock() const;
  uint64_t live_bytes() const;
  uint64_t goroutine_count() const;     // living ones
  uint64_t goroutines_created() const;  // so far; ids are 1 to this
  uint64_t collections() const;
  const Program& program() const;
  std::shared_ptr<const Program> shared_program() const;
  const WorldOptions& options() const;
  const Memory& memory() const;

  // ---- candidates of ChoiceKind::Next, in the order of Choice: the running one, then Go's order
  uint64_t candidate_count() const;
  // kNoGoroutine stands for the timer of the async clock.
  GoroutineId candidate(uint64_t index) const;
  // All of them, in that order. Replaces what is in the list.
  void list_candidates(std::vector<GoroutineId>* candidates) const;
  // Of the candidates, how long they have been ready does not matter to Go's order but to `fifo`:
  // index of the one that became runnable first, the running one counting as first.
  uint64_t oldest_candidate() const;

  // ---- looking. Ids of goroutines that have finished are unknown: nullopt.
  std::vector<GoroutineId> goroutines() const;  // living ones, by id
  bool is_waiting(GoroutineId id) const;        // parked; finished ones are not
  GoroutineId current() const;  // who moved last; kNoGoroutine if it finished or nobody has
  std::optional<GoroutineView> goroutine(GoroutineId id) const;
  std::vector<FrameView> frames(GoroutineId id) const;  // innermost first
  // The innermost frame in the learner's own files; function kNone if there is none.
  CodePlace user_place(GoroutineId id) const;
  // Spawn path: "main", "main.1", "main.1.2". Known for finished ones too. "goroutine 1234" for one
  // that is more than kMaxNamedDepth spawns away from main.
  std::string name_of(GoroutineId id) const;
  std::vector<Reference> channels() const;  // allocated ones, by serial
  std::optional<ChannelView> channel(Reference r) const;
  std::vector<TimerView> timers() const;  // pending, earliest first
  bool has_timers() const;                // whether any is pending
  // Bytes that a goroutine's record, stack and waiters take.
  uint64_t stack_bytes(GoroutineId id) const;

  // ---- what reaches what. Calls visit(reference) for each reference held by... (see reach.cc)
  void for_each_reference_in_object(Address base,
                                    const std::function<void(Reference)>& visit) const;
  void for_each_live_reference_in_stack(GoroutineId id,
                                        const std::function<void(Reference)>& visit) const;
  Reference globals_object() const;

  // Collects garbage now. (Go: runtime.GC.)
  void collect();

  // The rest of vm/ works on the State inside.
  const State& state() const { return *state_; }

 private:
  bool begin_step(Scheduler& scheduler);
  void finish_step();
  void next_in_go_order();

  std::unique_ptr<State> state_;
};

}  // namespace gopark
