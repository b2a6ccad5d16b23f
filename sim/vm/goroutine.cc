// Goroutines: creation, the run queues in Go's order, parking and waking. (Go: proc.go.)
#include <algorithm>

#include "sim/vm/reach.h"
#include "sim/vm/state.h"

namespace gopark {

using namespace layout;

namespace {

constexpr Word kStatusMask = 0xff;
constexpr Word kReasonMask = 0xff00;

void set_status(State& s, Address g, GoroutineStatus status, WaitReason reason) {
  const Word rest = s.field(g, kGStatus) & ~(kStatusMask | kReasonMask);
  s.set_field(g, kGStatus, rest | static_cast<Word>(status) | static_cast<Word>(reason) << 8);
}

bool is_linked(const State& s, Address queue_word, Address node) {
  return s.field(node, kGLink) != 0 || low(s.get(queue_word)) == node;
}

Address create_record(State& s, FunctionId function, CodePlace site) {
  const HotFunction& hot = s.prepared->functions[static_cast<std::size_t>(function)];
  const Address stack = allocate(s, ObjectKind::Stack, hot.extent + kLinkWords, 0);
  const Address g = allocate(s, ObjectKind::Goroutine, kGWords, 0);
  s.set_field(g, kGStack, pack(stack, kLinkWords));
  s.set_field(g, kGCode, pack(0, static_cast<uint32_t>(function)));
  s.set_field(g, kGCreated, pack(site.pc, static_cast<uint32_t>(site.function)));
  s.set_field(stack, 1, uint64_t{kFrameEntry} << 32);
  return g;
}

void name_goroutine(State& s, Address g) {
  const uint64_t serial = s.get(kNextSerial);
  s.set(kNextSerial, serial + 1);
  const Address parent = low(s.get(kCurrent));
  uint32_t parent_serial = 0;
  uint32_t ordinal = 0;
  if (parent != 0) {
    parent_serial = low(s.field(parent, kGSerial));
    ordinal = high(s.field(parent, kGStatus)) + 1;
    s.set_field(parent, kGStatus, pack(low(s.field(parent, kGStatus)), ordinal));
  }
  s.set_field(g, kGSerial, pack(serial, parent_serial));
  if (serial < kMaxSpawnsKept) {
    if (s.spawns.size() != serial) s.spawns.resize(static_cast<std::size_t>(serial));
    s.spawns.push_back(Spawn{parent_serial, ordinal, g});
  }
}

void link_into_all(State& s, Address g) {
  const Address head = low(s.get(kAllHead));
  s.set_field(g, kGAll, pack(head, 0));
  if (head != 0) s.set_field(head, kGAll, pack(low(s.field(head, kGAll)), g));
  s.set(kAllHead, g);
}

void unlink_from_all(State& s, Address g) {
  const Word link = s.field(g, kGAll);
  const Address next = low(link), previous = high(link);
  if (next != 0) s.set_field(next, kGAll, pack(low(s.field(next, kGAll)), previous));
  if (previous != 0)
    s.set_field(previous, kGAll, pack(next, high(s.field(previous, kGAll))));
  else
    s.set(kAllHead, next);
}

// The one that was run-next goes to the tail of the run queue. (Go: runqput with next = true.)
void make_run_next(State& s, Address g) {
  if (const Address kicked = low(s.get(kRunNext)); kicked != 0) push_back(s, kRunQueue, kicked);
  s.set(kRunNext, g);
}

}  // namespace

// A queue's word holds head | tail << 32; nodes link through kGLink: next | previous << 32.
void push_back(State& s, Address queue_word, Address node) {
  const Word queue = s.get(queue_word);
  const Address head = low(queue), tail = high(queue);
  s.set_field(node, kGLink, pack(0, tail));
  if (tail != 0) s.set_field(tail, kGLink, pack(node, high(s.field(tail, kGLink))));
  s.set(queue_word, pack(head != 0 ? head : node, node));
}

void push_front(State& s, Address queue_word, Address node) {
  const Word queue = s.get(queue_word);
  const Address head = low(queue), tail = high(queue);
  s.set_field(node, kGLink, pack(head, 0));
  if (head != 0) s.set_field(head, kGLink, pack(low(s.field(head, kGLink)), node));
  s.set(queue_word, pack(node, tail != 0 ? tail : node));
}

void unlink(State& s, Address queue_word, Address node) {
  if (!is_linked(s, queue_word, node)) return;
  const Word link = s.field(node, kGLink);
  const Address next = low(link), previous = high(link);
  Address head = low(s.get(queue_word)), tail = high(s.get(queue_word));
  if (previous != 0)
    s.set_field(previous, kGLink, pack(next, high(s.field(previous, kGLink))));
  else
    head = next;
  if (next != 0)
    s.set_field(next, kGLink, pack(low(s.field(next, kGLink)), previous));
  else
    tail = previous;
  s.set_field(node, kGLink, 0);
  s.set(queue_word, pack(head, tail));
}

Address pop_front(State& s, Address queue_word) {
  const Word queue = s.get(queue_word);
  const Address head = low(queue);
  if (head == 0) return 0;
  const Address next = low(s.field(head, kGLink));
  if (next != 0) s.set_field(next, kGLink, pack(low(s.field(next, kGLink)), 0));
  s.set_field(head, kGLink, 0);
  s.set(queue_word, next == 0 ? 0 : pack(next, high(queue)));
  return head;
}

namespace {

// ---- bubbles of testing/synctest. (Go: synctest.go.)

Address bubble_record(const State& s, Address g) {
  return base_of(s.field(g, kGBubble));
}

void count_in_bubble(State& s, Address bubble, BubbleWord word, int change) {
  s.set_field(bubble, word, s.field(bubble, word) + static_cast<Word>(int64_t{change}));
}

bool is_in_bubble(const State& s, Reference channel) {
  return (s.field(base_of(channel), kCFlags) >> kCBubbleShift & kCBubbleMask) != 0;
}

// Whether only goroutines of its own bubble can end this wait. (Go: isIdleInSynctest.)
bool is_durable(const State& s, WaitReason reason, Reference object) {
  switch (reason) {
    case WaitReason::ChanReceiveNil:
    case WaitReason::ChanSendNil:
    case WaitReason::SelectNoCases:
    case WaitReason::Sleep:
    case WaitReason::CondWait:
    case WaitReason::Coroutine:
    case WaitReason::SynctestRun:
    case WaitReason::SynctestWait:
      return true;
    case WaitReason::WaitGroupWait:
      return kind_of(s.get(base_of(object))) != ObjectKind::Globals;
    case WaitReason::ChanReceive:
    case WaitReason::ChanSend:
    case WaitReason::Select: {
      if (object == 0) return true;
      if (kind_of(s.get(base_of(object))) != ObjectKind::Waiter) return is_in_bubble(s, object);
      for (Address w = base_of(object); w != 0; w = base_of(s.field(w, kWNextCase)))
        if (!is_in_bubble(s, s.field(w, kWChannel))) return false;
      return true;
    }
    default:
      return false;
  }
}

// Once all are durably blocked, synctest.Wait goes on, or else the bubble's root.
void wake_if_at_rest(State& s, Address bubble) {
  if (s.field(bubble, kBActive) != 0) return;
  const BubbleWord word = s.field(bubble, kBWaiter) != 0 ? kBWaiter : kBRoot;
  const Address g = low(s.field(bubble, word));
  if (g == 0) return;
  s.set_field(bubble, word, 0);
  const Word code = s.field(g, kGCode);
  s.set_field(g, kGCode, pack(low(code) + 1, high(code)));  // past its native
  ready(s, g);
}

// Who is started by a timer has no parent.
void inherit_bubble(State& s, Address g, CodePlace site) {
  const Address parent = low(s.get(kCurrent));
  if (parent == 0 || site.function == FunctionId{kNone}) return;
  const Address bubble = bubble_record(s, parent);
  if (bubble == 0) return;
  s.set_field(g, kGBubble, bubble);
  count_in_bubble(s, bubble, kBActive, 1);
  count_in_bubble(s, bubble, kBTotal, 1);
  if (s.tracks_variables) mark_shared(s, bubble);
}

void leave_bubble(State& s, Address bubble) {
  if (bubble == 0) return;
  count_in_bubble(s, bubble, kBActive, -1);
  count_in_bubble(s, bubble, kBTotal, -1);
  wake_if_at_rest(s, bubble);
}

void rest_in_bubble(State& s, Address g, WaitReason reason, Reference object) {
  const Address bubble = bubble_record(s, g);
  if (bubble == 0 || !is_durable(s, reason, object)) return;
  s.set_field(g, kGStatus, s.field(g, kGStatus) | kGDurable);
  count_in_bubble(s, bubble, kBActive, -1);
  wake_if_at_rest(s, bubble);
}

void stir_in_bubble(State& s, Address g) {
  const Word status = s.field(g, kGStatus);
  if ((status & kGDurable) == 0) return;
  s.set_field(g, kGStatus, status & ~kGDurable);
  count_in_bubble(s, bubble_record(s, g), kBActive, 1);
}

}  // namespace

void enter_bubble(State& s, Address g, Reference bubble) {
  s.set_field(g, kGBubble, bubble);
  if (bubble == 0) return;
  s.set_field(base_of(bubble), kBActive, 1);
  s.set_field(base_of(bubble), kBTotal, 1);
}

Word bubble_of(const State& s, Address g) {
  const Address bubble = g == 0 ? 0 : bubble_record(s, g);
  return bubble == 0 ? 0 : s.field(bubble, kBSerial) & kCBubbleMask;
}

Address spawn(State& s, FunctionId function, Reference closure, const Word* arguments,
              uint32_t count, CodePlace site) {
  const std::vector<Word> kept(arguments, arguments + count);  // allocation may move the memory
  const Address g = create_record(s, function, site);
  const Address stack = low(s.field(g, kGStack));
  const HotFunction& hot = s.prepared->functions[static_cast<std::size_t>(function)];
  for (uint32_t i = 0; i < count; ++i) s.set_field(stack, kLinkWords + i, kept[i]);
  if (hot.has_closure) s.set_field(stack, kLinkWords + hot.parameter_words, closure);
  name_goroutine(s, g);
  link_into_all(s, g);
  s.set(kGoroutines, s.get(kGoroutines) + 1);
  s.set(kRunnable, s.get(kRunnable) + 1);
  inherit_bubble(s, g, site);
  if (s.get(kGoroutines) > 1 && s.get(kSpawned) == 0) s.set(kSpawned, 1);
  make_run_next(s, g);
  if (s.tracks_variables) for_each_stack_reference(s, g, [&s](Reference r) { mark_shared(s, r); });
  return g;
}

void finish(State& s, Address g) {
  const Address bubble = bubble_record(s, g);
  unlink_from_all(s, g);
  s.set(kGoroutines, s.get(kGoroutines) - 1);
  s.set(kRunnable, s.get(kRunnable) - 1);
  s.set(kCurrent, 0);
  release(s, low(s.field(g, kGStack)));
  s.set_field(g, kGCode, 0);  // it is up to date only when the goroutine stands still
  release(s, g);
  leave_bubble(s, bubble);
}

void ready(State& s, Address g) {
  set_status(s, g, GoroutineStatus::Runnable, WaitReason::None);
  s.set_field(g, kGWaitsOn, 0);
  stir_in_bubble(s, g);
  s.set(kRunnable, s.get(kRunnable) + 1);
  make_run_next(s, g);
  if (recording_events(s))
    emit(s, id_of(s, low(s.get(kCurrent)) != 0 ? low(s.get(kCurrent)) : g), Readied{id_of(s, g)});
}

void yield_current(State& s) {
  const Address g = low(s.get(kCurrent));
  set_status(s, g, GoroutineStatus::Runnable, WaitReason::None);
  push_back(s, kGlobalQueue, g);
  s.set(kCurrent, 0);
}

void park(State& s, Address g, WaitReason reason, Reference object) {
  GOPARK_ASSERT(s.get(kInSection) == 0, "nothing blocks in a section");
  set_status(s, g, GoroutineStatus::Waiting, reason);
  s.set_field(g, kGWaitsOn, object);
  s.set(kRunnable, s.get(kRunnable) - 1);
  if (recording_events(s)) {
    const bool is_select = object != 0 && kind_of(s.get(base_of(object))) == ObjectKind::Waiter;
    emit(s, id_of(s, g), Parked{reason, is_select ? 0 : object});
  }
  s.set(kCurrent, 0);
  rest_in_bubble(s, g, reason, object);
}

uint64_t candidate_count(const State& s) {
  const bool timer = s.options.clock == ClockMode::Async && s.get(kTimerCount) != 0;
  return s.get(kRunnable) + (timer ? 1 : 0);
}

namespace {

struct Candidate {
  Address record = 0;
  Address queue = 0;  // kRunQueue or kGlobalQueue; otherwise the single word that holds it
};

Candidate find_candidate(const State& s, uint64_t index) {
  for (const Address single : {Address{kCurrent}, Address{kRunNext}})
    if (const Address g = low(s.get(single)); g != 0 && index-- == 0) return {g, single};
  for (const Address queue : {Address{kRunQueue}, Address{kGlobalQueue}})
    for (Address g = low(s.get(queue)); g != 0; g = low(s.field(g, kGLink)))
      if (index-- == 0) return {g, queue};
  return {};
}

}  // namespace

Address candidate_record(const State& s, uint64_t index) {
  return find_candidate(s, index).record;
}

Address take_candidate(State& s, uint64_t index) {
  const Candidate chosen = find_candidate(s, index);
  if (chosen.record == 0 || chosen.queue == kCurrent) return chosen.record;
  if (low(s.get(kCurrent)) != 0) yield_current(s);
  if (chosen.queue == kRunNext)
    s.set(kRunNext, 0);
  else
    unlink(s, chosen.queue, chosen.record);
  set_status(s, chosen.record, GoroutineStatus::Running, WaitReason::None);
  s.set(kCurrent, chosen.record);
  s.set(kSliceQuanta, 0);
  return chosen.record;
}

Address take_first(State& s) {
  Address g = low(s.get(kRunNext));
  if (g != 0)
    s.set(kRunNext, 0);
  else if (g = pop_front(s, kRunQueue); g == 0)
    g = pop_front(s, kGlobalQueue);
  if (g == 0) return 0;
  set_status(s, g, GoroutineStatus::Running, WaitReason::None);
  s.set(kCurrent, g);
  s.set(kSliceQuanta, 0);
  return g;
}

void grow_stack(State& s, Address g, uint32_t used, uint32_t need) {
  const Address old = low(s.field(g, kGStack));
  const uint64_t size = std::max<uint64_t>(need, uint64_t{words_of(s.get(old))} * 2);
  const Address fresh = allocate(s, ObjectKind::Stack, size, 0);
  for (uint32_t i = 0; i < used; ++i) s.set_field(fresh, i, s.field(old, i));
  s.set_field(g, kGStack, pack(fresh, high(s.field(g, kGStack))));
  release(s, old);
}

void end_run(State& s, OutcomeKind kind, int32_t code, std::string_view text, GoroutineId who) {
  if (s.ended()) return;
  s.set(kEnded, static_cast<Word>(kind));  // first: what follows may allocate past a limit
  s.set(kExitCode, static_cast<Word>(static_cast<uint32_t>(code)));
  s.set(kEndText, new_string(s, text));
  s.set(kEndGoroutine, static_cast<Word>(who));
}

namespace {

// The innermost frame in the learner's own files.
CodePlace user_place_of(const State& s, Address g) {
  for (const Frame& frame : frames_of(s, g))
    if (!function_of(*s.program, frame.function).is_std) return {frame.function, frame.pc};
  return {FunctionId{kNone}, 0};
}

}  // namespace

void emit(State& s, GoroutineId who, EventData data) {
  if (s.events == nullptr) return;
  CodePlace place{FunctionId{kNone}, 0};
  const uint32_t serial = static_cast<uint32_t>(who);
  if (serial != 0 && serial < s.spawns.size()) {
    const Address g = s.spawns[serial].record;
    if (kind_of(s.get(g)) == ObjectKind::Goroutine && id_of(s, g) == who)
      place = user_place_of(s, g);
  }
  s.events->push_back(Event{who, place, std::move(data)});
}

void note_access(State& s, Address g, Reference at, uint64_t words, Access how) {
  if (s.accesses == nullptr || at == 0 || words == 0) return;
  const Address base = base_of(at);
  const Word header = s.get(base);
  const bool is_map = kind_of(header) == ObjectKind::Map;
  const bool reachable =
      kind_of(header) == ObjectKind::Globals ? s.get(kSpawned) != 0 : (header & kSharedFlag) != 0;
  if (!reachable) return;
  how.who = id_of(s, g);
  how.place = user_place_of(s, g);
  how.first = is_map ? base : word_of(at);
  how.words = is_map ? 1 : static_cast<uint32_t>(words);
  s.accesses->push_back(how);
}

uint64_t ask(State& s, ChoiceKind kind, uint64_t count) {
  if (count < 2) return 0;
  const Address counter = kind == ChoiceKind::Next ? kChoices : kOtherChoices;
  const uint64_t number = s.get(counter);
  s.set(counter, number + 1);
  const uint64_t pick = s.scheduler->pick(*s.world, Choice{kind, count, number});
  GOPARK_ASSERT(pick < count, "a scheduler picks one of the ways on");
  return pick;
}

std::vector<Frame> frames_of(const State& s, Address g) {
  std::vector<Frame> frames;
  const Word place = s.field(g, kGStack);
  const Address stack = low(place);
  const bool live = s.interpreting && g == low(s.get(kCurrent));
  uint32_t base = live ? s.live_base : high(place);
  uint32_t pc = live ? s.live_pc : low(s.field(g, kGCode));
  uint32_t function = live ? static_cast<uint32_t>(s.live_function) : high(s.field(g, kGCode));
  for (;;) {
    const Word link = s.field(stack, base - 2), chain = s.field(stack, base - 1);
    frames.push_back(Frame{FunctionId{function}, pc, base, high(chain), frames.empty()});
    if ((high(chain) & kFrameEntry) != 0) return frames;
    pc = low(link);
    function = high(link);
    base -= low(chain);
  }
}

void mark_shared(State& s, Reference from) {
  std::vector<Address> pending;
  const auto visit = [&](Reference r) {
    const Address base = base_of(r);
    const Word header = s.get(base);
    if ((header & (kSharedFlag | kImmortalFlag)) != 0 || kind_of(header) == ObjectKind::Goroutine)
      return;
    s.set(base, header | kSharedFlag);
    pending.push_back(base);
  };
  if (from != 0) visit(from);
  while (!pending.empty()) {
    const Address base = pending.back();
    pending.pop_back();
    for_each_reference(s, base, visit);
  }
}

}  // namespace gopark
