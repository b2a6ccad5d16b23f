// State: what a World owns, open to the rest of vm/. Everything in vm/ is a function over a State;
// nobody outside vm/ includes this file.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/vm/access.h"
#include "sim/vm/event.h"
#include "sim/vm/layout.h"
#include "sim/vm/world.h"

namespace gopark {

class Liveness;

// What the interpreter needs of a function, side by side in memory.
struct HotFunction {
  const Instruction* code = nullptr;
  uint32_t extent = 0;  // registers that its code touches, windows included
  uint32_t parameter_words = 0;
  bool has_closure = false;
  bool quiet = false;
  bool notes_accesses = true;
};

// Derived from a Program once, shared by all copies of a World.
struct Prepared {
  explicit Prepared(const Program& program);
  std::vector<HotFunction> functions;
  std::vector<Reference> strings;          // by index in Program::strings
  std::vector<Reference> function_values;  // by FunctionId
  std::vector<uint64_t> dispatch_keys;     // open addressing: type << 32 | method, + 1
  std::vector<FunctionId> dispatch_values;
  std::shared_ptr<const Liveness> liveness;
  // Of package runtime: what run-time panics are that neither errorString nor plainError is.
  TypeId bounds_error{};     // boundsError
  TypeId assertion_error{};  // *TypeAssertionError, of a struct with the text
  TypeId nil_panic_error{};  // *PanicNilError, the same
};

// Who spawned whom, for names. Outlives the goroutines.
struct Spawn {
  uint32_t parent = 0;
  uint32_t ordinal = 0;
  Address record = 0;
};
inline constexpr std::size_t kMaxSpawnsKept = 1u << 24;

// What one run of the interpreter is asked to do.
enum class Mode : uint8_t {
  Free,         // until the goroutine stops by itself or the step budget is used up
  Step,         // up to and including the next visible operation
  Poise,        // up to, not including, the next visible operation
  Instruction,  // one instruction
};

// What was written to one of the two outputs with nothing to the other in between.
struct OutputRun {
  bool to_error = false;
  uint64_t begin = 0;  // in that output
};

class Canonical;

struct State {
  std::shared_ptr<const Program> program;
  std::shared_ptr<const Prepared> prepared;
  WorldOptions options;
  Memory memory;
  std::string output;
  std::string error_output;
  std::vector<OutputRun> output_runs;  // in the order of time
  std::vector<Spawn> spawns;           // index = id
  // Whether objects that a second goroutine can reach are marked, so that access to them is a
  // visible operation. Off only in World::run's fast path, which no one can step through.
  bool tracks_variables = true;
  // Not part of the state:
  const World* world = nullptr;          // for schedulers
  std::shared_ptr<Canonical> canonical;  // made when circles are looked for; its buffers alone
  Scheduler* scheduler = nullptr;        // while running
  std::vector<Event>* events = nullptr;
  std::vector<Access>* accesses = nullptr;        // null: nobody looks for data races
  std::vector<CodePlace>* clock_reads = nullptr;  // null: nobody asks who reads the clock
  // The running goroutine's place while the interpreter holds it in locals.
  bool interpreting = false;
  uint32_t live_pc = 0;
  uint32_t live_base = 0;  // payload word of register 0
  FunctionId live_function{};

  Word get(Address a) const { return memory.load(a); }
  void set(Address a, Word w) { memory.store(a, w); }
  // Word `index` of the payload of the object at `base`.
  Word field(Address base, uint32_t index) const { return memory.load(base + 1 + index); }
  void set_field(Address base, uint32_t index, Word w) { memory.store(base + 1 + index, w); }
  bool ended() const { return memory.load(layout::kEnded) != 0; }
  std::string& written(bool to_error) { return to_error ? error_output : output; }
};

// ---- heap.cc
// A zeroed object. Never collects; REQUIRES: words <= layout::kMaxPayloadWords. Past the memory
// limit it still answers, and ends the run.
Address allocate(State& s, layout::ObjectKind kind, uint64_t words, uint32_t aux);
void release(State& s, Address base);
// Whether `words` more fit under the memory limit; ends the run with MemoryLimit if not.
bool make_room(State& s, uint64_t words);
// At a safepoint: collects when enough has been allocated since the last time.
void maybe_collect(State& s);
void collect(State& s);
// Of a list of finalizers (layout::FinalizerWord): those whose object nothing reaches but
// finalizers, in the list's order. What is in an object that has one counts as reached.
// (Go: addspecial, markroot.)
std::vector<Address> finalizers_due(State& s, Reference first);
Reference new_string(State& s, std::string_view bytes);
// Valid until the next allocation.
std::string_view string_bytes(const State& s, Reference string);
Reference new_box(State& s, TypeId type, const Word* words);
// Object with `words` uninitialised bytes of string; fill through string_storage at once.
Reference new_string_of_length(State& s, uint64_t bytes);

// ---- reach.cc: references held by objects and stacks
template <typename F>
void for_each_reference(const State& s, Address base, F&& visit);
struct Frame {
  FunctionId function{};
  uint32_t pc = 0;
  uint32_t base = 0;  // payload word of register 0 in the stack object
  uint32_t flags = 0;
  bool innermost = false;
};
// Innermost first; for the running goroutine its live place.
std::vector<Frame> frames_of(const State& s, Address goroutine);
void mark_shared(State& s, Reference from);

// ---- goroutine.cc
Address spawn(State& s, FunctionId function, Reference closure, const Word* arguments,
              uint32_t count, CodePlace site);
void finish(State& s, Address goroutine);
void push_back(State& s, Address queue_word, Address node);
void push_front(State& s, Address queue_word, Address node);
Address pop_front(State& s, Address queue_word);
void unlink(State& s, Address queue_word, Address node);
void ready(State& s, Address goroutine);  // Go's order: it becomes run-next
void yield_current(State& s);             // to the global queue
void park(State& s, Address goroutine, WaitReason reason, Reference object);
// The running goroutine's bubble becomes `bubble` (0: none), whose only goroutine it is.
void enter_bubble(State& s, Address goroutine, Reference bubble);
// The serial of a goroutine's bubble; 0: none.
Word bubble_of(const State& s, Address goroutine);
uint64_t candidate_count(const State& s);
Address candidate_record(const State& s, uint64_t index);  // 0: the async timer
// Calls visit(record) for each goroutine among the candidates, in their order.
template <typename F>
void for_each_candidate(const State& s, F&& visit) {
  using namespace layout;
  for (const Address single : {Address{kCurrent}, Address{kRunNext}})
    if (const Address g = low(s.get(single)); g != 0) visit(g);
  for (const Address queue : {Address{kRunQueue}, Address{kGlobalQueue}})
    for (Address g = low(s.get(queue)); g != 0; g = low(s.field(g, kGLink))) visit(g);
}
Address take_candidate(State& s, uint64_t index);
// take_candidate(s, 0) when nobody is current; 0: nobody is runnable.
Address take_first(State& s);
void grow_stack(State& s, Address goroutine, uint32_t used, uint32_t need);
inline GoroutineId id_of(const State& s, Address goroutine) {
  return GoroutineId{layout::low(s.field(goroutine, layout::kGSerial))};
}
void end_run(State& s, OutcomeKind kind, int32_t code, std::string_view text,
             GoroutineId who = kNoGoroutine);
void emit(State& s, GoroutineId who, EventData data);  // place: the current goroutine's
// An access by goroutine record `g`, if somebody looks and a second goroutine can reach the object.
void note_access(State& s, Address g, Reference at, uint64_t words, Access how);
inline bool recording_events(const State& s) {
  return s.events != nullptr;
}
uint64_t ask(State& s, ChoiceKind kind, uint64_t count);  // 1 way: 0, without a choice

// ---- channel.cc. The goroutine is the running one.
enum class Did : uint8_t { Done, Parked, Panicked };
Reference make_channel(State& s, TypeId channel_type, uint64_t capacity, CodePlace site);
Did send(State& s, Address g, Reference channel, Address value, uint32_t words);
Did receive(State& s, Address g, Reference channel, Address value, Address ok, uint32_t words);
Did close_channel(State& s, Address g, Reference channel);
Did select(State& s, Address g, Address registers, const Instruction* instruction);
// Takes back what a timer has sent and nobody received; whether there was anything.
bool drain(State& s, Reference channel);
// For timers: a send that is dropped when nobody is ready and the buffer is full.
bool try_send(State& s, Reference channel, const Word* value);

// ---- panic.cc. All of them leave the running goroutine's live place where execution goes on, or
// end the run.
void push_defer(State& s, FunctionId function, Reference closure, const Word* arguments,
                uint32_t count);
// The newest deferred call becomes one of the frame at `base` (of the running goroutine's stack),
// which runs its own before the frames below it do.
void defer_in(State& s, uint32_t base);
// RunDefers: enters the next deferred call of the live frame, its window at register `window`;
// false: none left.
bool run_deferred(State& s, uint32_t window);
enum class Returned : uint8_t { ToCaller, Goroutine, Unwound };
// Return, after the results were placed: leaves the live frame.
Returned leave_frame(State& s);
void go_exit(State& s);
bool goroutine_exits(const State& s);  // a Goexit has run all deferred calls
Reference recover(State& s);
void panic_runtime(State& s, std::string_view text);    // "integer divide by zero"
void panic_plain(State& s, std::string_view text);      // "send on closed channel"
void panic_bounds(State& s, std::string_view text);     // "index out of range [5] with length 3"
void panic_assertion(State& s, std::string_view text);  // "interface conversion: ..."
void panic_value(State& s, Reference interface);

// ---- timer.cc
Address start_timer(State& s, layout::TimerKind kind, int64_t when, int64_t period,
                    Reference target);
bool stop_timer(State& s, Address timer);                                 // whether it was pending
void rearm_timer(State& s, Address timer, int64_t when, int64_t period);  // REQUIRES: not pending
Address earliest_timer(const State& s);                                   // 0: none is pending
bool comes_at_any_time(const State& s, Address timer);
bool fire_due(State& s);  // one of the earliest timers, moving the clock; false: there is none

// ---- map.cc
Reference make_map(State& s, TypeId type);
Address map_find(const State& s, Reference map,
                 const Word* key);  // address of the value words; 0: absent
Address map_insert(State& s, Reference map, const Word* key);  // grows; address of the value words
void map_delete(State& s, Reference map, const Word* key);
void map_clear(State& s, Reference map);
uint64_t map_length(const State& s, Reference map);
Reference map_iterate(State& s, Reference map);
// From how many entries map_next picks; 0: it is at the end.
uint64_t map_entries_left(State& s, Reference iterator);
bool map_next(State& s, Reference iterator, Address* key, Address* value);

// ---- text.cc
Reference concat(State& s, Reference a, Reference b);
Reference substring(State& s, Reference string, uint64_t low, uint64_t high);
std::string encode_rune(int64_t rune);  // UTF-8; invalid: U+FFFD
struct Rune {
  int32_t value = 0;
  uint32_t width = 1;
};
Rune decode_rune(std::string_view bytes);  // REQUIRES: not empty. Invalid: U+FFFD, 1

// ---- equality.cc
enum class Equality : uint8_t { Equal, Different, Uncomparable };
Equality equal(const State& s, TypeId type, const Word* a, const Word* b, TypeId* culprit);
// Uncomparable dynamic type inside: sets *culprit and answers 0.
uint64_t hash_value(const State& s, TypeId type, const Word* words, TypeId* culprit);
FunctionId find_method(const State& s, TypeId type, MethodId method);  // kNone
bool implements(const State& s, TypeId type, TypeId interface);

// ---- interpreter.cc
enum class Stop : uint8_t {
  Step,  // Mode::Step: a visible operation, or a quantum, is done. Mode::Free: the step budget is
         // used up
  Blocked,      // parked, yielded or finished: there is no current goroutine
  Poised,       // Mode::Poise: stands before a visible operation
  Instruction,  // Mode::Instruction: one instruction is done, the step is not
  Ended,        // the run is over
};
// Runs the current goroutine. `steps` (Mode::Free) counts down the steps that may still be made.
Stop interpret(State& s, Mode mode, uint64_t& steps);

}  // namespace gopark
