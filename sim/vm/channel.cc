// Channels and select. (Go: chan.go, select.go.)
//
// A parked goroutine stands AT its instruction. Whoever wakes it completes the operation for it:
// writes the received value and ok into its registers, then moves its pc past the instruction.
#include <algorithm>
#include <array>

#include "sim/vm/reach.h"
#include "sim/vm/state.h"

namespace gopark {

using namespace layout;

namespace {

// A goroutine in a wait queue, alone or through one case of a select.
struct Waiting {
  Address goroutine = 0;
  Address waiter = 0;                        // 0: not a select
  const Instruction* at = nullptr;           // where it stands: Send, Receive or Select
  const Instruction* instruction = nullptr;  // the Send, Receive, SelectSend or SelectReceive
  Address registers = 0;                     // of its innermost frame
};

Address queue_word(Reference channel, ChannelWord queue) {
  return base_of(channel) + 1 + queue;
}

Waiting parked_at(const State& s, Address node) {
  Waiting p;
  const bool is_waiter = kind_of(s.get(node)) == ObjectKind::Waiter;
  p.goroutine = is_waiter ? low(s.field(node, kWGoroutine)) : node;
  p.waiter = is_waiter ? node : 0;
  const Word code = s.field(p.goroutine, kGCode);
  p.at = s.prepared->functions[high(code)].code + low(code);
  p.instruction = is_waiter ? p.at + 1 + 2 * s.field(node, kWCase) : p.at;
  const Word stack = s.field(p.goroutine, kGStack);
  p.registers = low(stack) + 1 + high(stack);
  return p;
}

// Takes the other cases of a parked select out of their queues. (Go: selectgo pass 3.)
void leave_other_queues(State& s, const Waiting& p) {
  for (Address w = base_of(s.field(p.goroutine, kGWaitsOn)); w != 0;) {
    const Address next = base_of(s.field(w, kWNextCase));
    const Instruction one = p.at[1 + 2 * s.field(w, kWCase)];
    if (w != p.waiter)
      unlink(s,
             queue_word(s.field(w, kWChannel),
                        one.op == Opcode::SelectSend ? kCSendQueue : kCReceiveQueue),
             w);
    if (w != p.waiter) release(s, w);
    w = next;
  }
}

// Moves the pc past the blocking instruction and makes the goroutine runnable.
// REQUIRES: its select stands in no other queue any more.
void wake_alone(State& s, const Waiting& p) {
  const Word code = s.field(p.goroutine, kGCode);
  if (p.waiter != 0) {
    const uint64_t index = s.field(p.waiter, kWCase);
    release(s, p.waiter);
    s.set(p.registers + p.at->a, index);
  }
  // A sender that close woke stays at its instruction, to panic there.
  if ((s.field(p.goroutine, kGStatus) & kGSendPanics) == 0)
    s.set_field(p.goroutine, kGCode, pack(low(code) + 1 + extra_words(*p.at), high(code)));
  ready(s, p.goroutine);
}

void wake(State& s, const Waiting& p) {
  if (p.waiter != 0) leave_other_queues(s, p);
  wake_alone(s, p);
}

Address value_of(const Waiting& p) {
  const uint16_t reg = p.instruction->op == Opcode::Receive ? p.instruction->a : p.instruction->b;
  return reg == kNoRegister ? 0 : p.registers + reg;
}

void copy_words(State& s, Address to, Address from, uint32_t words) {
  if (to == 0) return;
  for (uint32_t i = 0; i < words; ++i) s.set(to + i, from == 0 ? 0 : s.get(from + i));
}

// Gives a parked receiver its value (from == 0: the zero value) and ok.
void complete_receive(State& s, const Waiting& p, Address from, uint32_t words, bool ok) {
  copy_words(s, value_of(p), from, words);
  if (p.instruction->c != kNoRegister) s.set(p.registers + p.instruction->c, ok ? 1 : 0);
}

uint32_t element_words(const State& s, Reference channel) {
  return high(s.field(base_of(channel), kCElement));
}
TypeId element_type(const State& s, Reference channel) {
  return TypeId{low(s.field(base_of(channel), kCElement))};
}
bool is_closed(const State& s, Reference channel) {
  return (s.field(base_of(channel), kCFlags) & kCClosed) != 0;
}
// The buffer is a ring. (A division would cost more than the rest of a send.)
uint64_t wrapped(uint64_t index, uint64_t capacity) {
  return index < capacity ? index : index - capacity;
}
// REQUIRES: index < capacity.
Address slot(const State& s, Reference channel, uint64_t index) {
  const Address c = base_of(channel);
  const uint64_t at = wrapped(s.field(c, kCHead) + index, s.field(c, kCCapacity));
  return c + 1 + kCBuffer + static_cast<Address>(at * element_words(s, channel));
}

// For events only: empty when nobody records them.
MovedValue moved(const State& s, Reference channel, Address value) {
  MovedValue v;
  if (!recording_events(s)) return v;
  v.type = element_type(s, channel);
  const uint32_t words = element_words(s, channel);
  for (uint32_t i = 0; i < std::min(words, 2u) && value != 0; ++i) v.words[i] = s.get(value + i);
  return v;
}

// A value that goes through a shared channel is shared from then on.
void share_value(State& s, Reference channel, Address value) {
  if (!s.tracks_variables) return;
  for (const uint32_t offset : type_of(*s.program, element_type(s, channel)).pointers)
    if (const Word w = s.get(value + offset); w != 0) mark_shared(s, w);
}

void push_value(State& s, Reference channel, Address value) {
  const Address c = base_of(channel);
  const uint64_t count = s.field(c, kCCount);
  if (const uint32_t words = element_words(s, channel); words != 0)
    copy_words(s, slot(s, channel, count), value, words);
  s.set_field(c, kCCount, count + 1);
}

void pop_value(State& s, Reference channel, Address to) {
  const Address c = base_of(channel);
  if (const uint32_t words = element_words(s, channel); words != 0) {
    const Address from = slot(s, channel, 0);
    copy_words(s, to, from, words);
    for (uint32_t i = 0; i < words; ++i) s.set(from + i, 0);
  }
  s.set_field(c, kCHead, wrapped(s.field(c, kCHead) + 1, s.field(c, kCCapacity)));
  s.set_field(c, kCCount, s.field(c, kCCount) - 1);
}

Address first_waiting(const State& s, Reference channel, ChannelWord queue) {
  return low(s.field(base_of(channel), queue));
}

[[gnu::always_inline]] inline bool can_send(const State& s, Reference channel) {
  const Address c = base_of(channel);
  return is_closed(s, channel) || first_waiting(s, channel, kCReceiveQueue) != 0 ||
         s.field(c, kCCount) < s.field(c, kCCapacity);
}

[[gnu::always_inline]] inline bool can_receive(const State& s, Reference channel) {
  return is_closed(s, channel) || s.field(base_of(channel), kCCount) != 0 ||
         first_waiting(s, channel, kCSendQueue) != 0;
}

// Most of what a bare run does with channels: one word into or out of a buffer, where nobody waits
// in `queue`, nothing is journalled and nobody watches. The words of that channel, or else null:
// the way for everybody.
[[gnu::always_inline]] inline Word* bare_buffer(State& s, Reference channel, ChannelWord queue) {
  if (s.tracks_variables || s.memory.recording() || recording_events(s)) return nullptr;
  Word* c = s.memory.raw() + base_of(channel) + 1;
  return low(c[queue]) == 0 && high(c[kCElement]) == 1 ? c : nullptr;
}

// To the first of the receivers that wait.
void hand_over(State& s, GoroutineId who, Reference channel, Address value,
               const MovedValue& shown) {
  const Waiting receiver = parked_at(s, pop_front(s, queue_word(channel, kCReceiveQueue)));
  complete_receive(s, receiver, value, element_words(s, channel), true);
  if (recording_events(s)) emit(s, who, Sent{channel, shown, id_of(s, receiver.goroutine)});
  wake(s, receiver);
}

// REQUIRES: can_send and not closed.
void do_send(State& s, GoroutineId who, Reference channel, Address value) {
  if (Word* c = bare_buffer(s, channel, kCReceiveQueue); c != nullptr) {
    c[kCBuffer + wrapped(c[kCHead] + c[kCCount], c[kCCapacity])] = s.get(value);
    ++c[kCCount];
    return;
  }
  share_value(s, channel, value);
  const MovedValue shown = moved(s, channel, value);
  if (first_waiting(s, channel, kCReceiveQueue) != 0) [[unlikely]]
    return hand_over(s, who, channel, value, shown);
  push_value(s, channel, value);
  if (recording_events(s)) emit(s, who, Sent{channel, shown, kNoGoroutine});
}

// From the first of the senders that wait: its value is what is received, or goes into the slot
// that became free. (Go: recv.)
void take_over(State& s, GoroutineId who, Reference channel, Address to, MovedValue shown) {
  const Waiting sender = parked_at(s, pop_front(s, queue_word(channel, kCSendQueue)));
  if (s.field(base_of(channel), kCCapacity) != 0) {
    push_value(s, channel, value_of(sender));
  } else {
    shown = moved(s, channel, value_of(sender));
    copy_words(s, to, value_of(sender), element_words(s, channel));
  }
  if (recording_events(s)) emit(s, who, Received{channel, shown, true, id_of(s, sender.goroutine)});
  wake(s, sender);
}

// REQUIRES: can_receive. to and ok may be 0.
void do_receive(State& s, GoroutineId who, Reference channel, Address to, Address ok) {
  if (Word* c = bare_buffer(s, channel, kCSendQueue); c != nullptr && c[kCCount] != 0) {
    Word& front = c[kCBuffer + c[kCHead]];
    if (to != 0) s.memory.raw()[to] = front;
    if (ok != 0) s.memory.raw()[ok] = 1;
    front = 0;
    c[kCHead] = wrapped(c[kCHead] + 1, c[kCCapacity]);
    --c[kCCount];
    return;
  }
  MovedValue shown;
  const bool buffered = s.field(base_of(channel), kCCount) != 0;
  if (buffered) {
    shown = moved(s, channel, slot(s, channel, 0));
    pop_value(s, channel, to);
  }
  const bool waits = first_waiting(s, channel, kCSendQueue) != 0;
  if (ok != 0) s.set(ok, buffered || waits ? 1 : 0);
  if (waits) [[unlikely]]
    return take_over(s, who, channel, to, shown);
  if (!buffered) {
    shown.type = element_type(s, channel);
    copy_words(s, to, 0, element_words(s, channel));
  }
  if (recording_events(s)) emit(s, who, Received{channel, shown, buffered, kNoGoroutine});
}

}  // namespace

namespace {

Word made_in_bubble(const State& s, Reference channel) {
  return s.field(base_of(channel), kCFlags) >> kCBubbleShift & kCBubbleMask;
}
bool refused_outside(State& s, Address g, Reference channel, std::string_view operation) {
  if (made_in_bubble(s, channel) == bubble_of(s, g)) return false;
  end_run(s, OutcomeKind::FatalError, 2,
          "fatal error: " + std::string(operation) + " synctest channel from outside bubble",
          id_of(s, g));
  return true;
}
// A channel that a bubble made is for its own goroutines; whether the run ended because of that.
[[gnu::always_inline]] inline bool is_outsider(State& s, Address g, Reference channel,
                                               std::string_view operation) {
  return made_in_bubble(s, channel) != 0 && refused_outside(s, g, channel, operation);
}

}  // namespace

Reference make_channel(State& s, TypeId channel_type, uint64_t capacity, CodePlace site) {
  const TypeId element = type_of(*s.program, channel_type).element;
  const uint32_t words = type_of(*s.program, element).words;
  const Address c = allocate(s, ObjectKind::Channel, kCBuffer + capacity * words, 0);
  s.set(kChannelSerial, s.get(kChannelSerial) + 1);
  s.set_field(c, kCCapacity, capacity);
  s.set_field(c, kCFlags,
              s.get(kChannelSerial) << 32 | bubble_of(s, low(s.get(kCurrent))) << kCBubbleShift);
  s.set_field(c, kCSite, pack(site.pc, static_cast<uint32_t>(site.function)));
  s.set_field(c, kCElement, pack(static_cast<uint32_t>(element), words));
  return c;
}

Did send(State& s, Address g, Reference channel, Address value, uint32_t) {
  if (channel == 0) {
    park(s, g, WaitReason::ChanSendNil, 0);
    return Did::Parked;
  }
  if (is_outsider(s, g, channel, "send on")) return Did::Panicked;
  if (is_closed(s, channel)) {
    panic_plain(s, "send on closed channel");
    return Did::Panicked;
  }
  if (can_send(s, channel)) {
    do_send(s, id_of(s, g), channel, value);
    return Did::Done;
  }
  share_value(s, channel, value);
  push_back(s, queue_word(channel, kCSendQueue), g);
  park(s, g, WaitReason::ChanSend, channel);
  return Did::Parked;
}

Did receive(State& s, Address g, Reference channel, Address value, Address ok, uint32_t) {
  if (channel == 0) {
    park(s, g, WaitReason::ChanReceiveNil, 0);
    return Did::Parked;
  }
  if (is_outsider(s, g, channel, "receive on")) return Did::Panicked;
  if (can_receive(s, channel)) {
    do_receive(s, id_of(s, g), channel, value, ok);
    return Did::Done;
  }
  push_back(s, queue_word(channel, kCReceiveQueue), g);
  park(s, g, WaitReason::ChanReceive, channel);
  return Did::Parked;
}

Did close_channel(State& s, Address g, Reference channel) {
  if (channel == 0) {
    panic_plain(s, "close of nil channel");
    return Did::Panicked;
  }
  if (is_outsider(s, g, channel, "close of")) return Did::Panicked;
  if (is_closed(s, channel)) {
    panic_plain(s, "close of closed channel");
    return Did::Panicked;
  }
  const Address c = base_of(channel);
  s.set_field(c, kCFlags, s.field(c, kCFlags) | kCClosed);
  // All receivers, then all senders, who panic.
  // order.
  std::vector<Waiting> woken;
  uint32_t receivers = 0, senders = 0;
  while (const Address node = pop_front(s, queue_word(channel, kCReceiveQueue))) {
    woken.push_back(parked_at(s, node));
    // A select may wait here with several cases: the first one wins.
    if (woken.back().waiter != 0) leave_other_queues(s, woken.back());
    complete_receive(s, woken.back(), 0, element_words(s, channel), false);
    ++receivers;
  }
  while (const Address node = pop_front(s, queue_word(channel, kCSendQueue))) {
    woken.push_back(parked_at(s, node));
    // A select may wait here with several cases: the first one wins.
    if (woken.back().waiter != 0) leave_other_queues(s, woken.back());
    const Address sender = woken.back().goroutine;
    s.set_field(sender, kGStatus, s.field(sender, kGStatus) | kGSendPanics);
    ++senders;
  }
  if (recording_events(s)) emit(s, id_of(s, g), Closed{channel, receivers, senders});
  // Go stacks them up first: the last one is made ready first. (Go: closechan, gList.)
  for (std::size_t i = woken.size(); i-- > 0;) wake_alone(s, woken[i]);
  return Did::Done;
}

namespace {

struct Case {
  const Instruction* instruction = nullptr;
  Reference channel = 0;
  bool is_send = false;
};

Case case_at(const State& s, Address registers, const Instruction* select, uint32_t index) {
  const Instruction* one = select + 1 + 2 * index;
  return {one, s.get(registers + one->a), one->op == Opcode::SelectSend};
}

bool is_ready(const State& s, const Case& c) {
  if (c.channel == 0) return false;
  return c.is_send ? can_send(s, c.channel) : can_receive(s, c.channel);
}

Did perform_case(State& s, Address g, Address registers, const Instruction* at, uint32_t index) {
  const Case c = case_at(s, registers, at, index);
  const Address value = c.instruction->b == kNoRegister ? 0 : registers + c.instruction->b;
  if (c.is_send && is_closed(s, c.channel)) {
    panic_plain(s, "send on closed channel");
    return Did::Panicked;
  }
  const GoroutineId who = id_of(s, g);
  if (recording_events(s)) emit(s, who, SelectChose{index, at->b, false});
  if (c.is_send)
    do_send(s, who, c.channel, value);
  else
    do_receive(s, who, c.channel, value,
               c.instruction->c == kNoRegister ? 0 : registers + c.instruction->c);
  s.set(registers + at->a, index);
  return Did::Done;
}

// One case without default is a plain operation, and its reason is the plain one. (Measured; Go:
// walkSelectCases.)
WaitReason parked_reason(const State& s, Address registers, const Instruction* at) {
  if (at->b == 0) return WaitReason::SelectNoCases;
  if (at->b > 1) return WaitReason::Select;
  const Case only = case_at(s, registers, at, 0);
  if (only.channel == 0) return only.is_send ? WaitReason::ChanSendNil : WaitReason::ChanReceiveNil;
  return only.is_send ? WaitReason::ChanSend : WaitReason::ChanReceive;
}

void park_select(State& s, Address g, Address registers, const Instruction* at) {
  const uint32_t count = at->b;
  Address first = 0;
  std::vector<Address> waiters;
  for (uint32_t i = 0; i < count; ++i) {
    const Case c = case_at(s, registers, at, i);
    if (c.channel == 0) continue;
    if (c.is_send) share_value(s, c.channel, registers + c.instruction->b);
    const Address w = allocate(s, ObjectKind::Waiter, kWWords, 0);
    s.set_field(w, kWGoroutine, g);
    s.set_field(w, kWChannel, c.channel);
    s.set_field(w, kWCase, i);
    push_back(s, queue_word(c.channel, c.is_send ? kCSendQueue : kCReceiveQueue), w);
    if (waiters.empty())
      first = w;
    else
      s.set_field(waiters.back(), kWNextCase, w);
    waiters.push_back(w);
  }
  park(s, g, parked_reason(s, registers, at), first);
}

// What no case has received must be no reference to anything: code after the select still has these
// registers, until it has looked which case went on. `but`: what this case receives is written.
void clear_receivers(State& s, Address registers, const Instruction* select, uint32_t but) {
  const auto clear = [&s](Address at) {
    if (s.get(at) != 0) s.set(at, 0);  // a look costs less than a write
  };
  for (uint32_t i = 0; i < select->b; ++i) {
    const Instruction* one = select + 1 + 2 * i;
    if (i == but || one->op != Opcode::SelectReceive) continue;
    for (uint32_t w = 0; one->b != kNoRegister && w < one[1].a; ++w) clear(registers + one->b + w);
    if (one->c != kNoRegister) clear(registers + one->c);
  }
}

}  // namespace

Did select(State& s, Address g, Address registers, const Instruction* at) {
  const uint32_t count = at->b;
  uint32_t ready_count = 0;
  uint32_t first_ready = 0;
  for (uint32_t i = 0; i < count; ++i) {
    const Case c = case_at(s, registers, at, i);
    if (c.channel != 0 && is_outsider(s, g, c.channel, "select on")) return Did::Panicked;
    if (!is_ready(s, c)) continue;
    if (ready_count++ == 0) first_ready = i;
  }
  if (ready_count != 0) {
    uint64_t pick = ask(s, ChoiceKind::Select, ready_count);
    uint32_t index = first_ready;
    while (pick > 0) pick -= is_ready(s, case_at(s, registers, at, ++index)) ? 1 : 0;
    clear_receivers(s, registers, at, index);
    return perform_case(s, g, registers, at, index);
  }
  clear_receivers(s, registers, at, count);
  if (at->c != 0) {
    if (recording_events(s)) emit(s, id_of(s, g), SelectChose{count, count, true});
    s.set(registers + at->a, count);
    return Did::Done;
  }
  park_select(s, g, registers, at);
  return Did::Parked;
}

bool drain(State& s, Reference channel) {
  const bool any = s.field(base_of(channel), kCCount) != 0;
  while (s.field(base_of(channel), kCCount) != 0) pop_value(s, channel, 0);
  return any;
}

bool try_send(State& s, Reference channel, const Word* value) {
  if (is_closed(s, channel) || !can_send(s, channel)) return false;
  // The value comes from a timer, not from registers: put it where do_send can read it.
  const uint32_t words = element_words(s, channel);
  const Address scratch = allocate(s, ObjectKind::Raw, words, 0);
  for (uint32_t i = 0; i < words; ++i) s.set_field(scratch, i, value[i]);
  do_send(s, kNoGoroutine, channel, scratch + 1);
  release(s, scratch);
  return true;
}

}  // namespace gopark
