#include "sim/vm/natives_sync.h"

#include "sim/vm/reach.h"

namespace gopark::natives {

using namespace layout;

namespace {

constexpr std::string_view kNil = "invalid memory address or nil pointer dereference";

// Words of the structs in sim/lang/std/sync/sync.go. A queue is one word, head | tail << 32, that
// Go sees as an int, so that it keeps nobody alive.
enum MutexWord : uint32_t { kLocked, kMutexQueue };
enum RWWord : uint32_t { kWriterLocked, kReaders = 2, kWriterWaiting, kWriterQueue, kReaderQueue };
enum WaitGroupWord : uint32_t { kCounter, kWaitQueue };
enum CondWord : uint32_t { kLocker, kCondQueue, kCondSelf };

// The receiver's words. A method on a nil pointer panics like any other access.
struct Object {
  NativeCall& c;
  Reference reference;
  Address words;

  explicit Object(NativeCall& call)
      : c(call), reference(call.argument(0)), words(reference == 0 ? 0 : word_of(reference)) {}
  bool is_nil() const { return reference == 0; }
  Word get(uint32_t word) const { return c.s.get(words + word); }
  void set(uint32_t word, Word value) { c.s.set(words + word, value); }
  Address queue(uint32_t word) const { return words + word; }
};

NativeDid nil_panic(NativeCall& c) {
  panic_runtime(c.s, kNil);
  return NativeDid::Panicked;
}

NativeDid fatal(NativeCall& c, std::string_view text) {
  end_run(c.s, OutcomeKind::FatalError, 2, text, c.id());
  return NativeDid::Ended;
}

void report(NativeCall& c, SyncKind kind, Reference object, int64_t value = 0) {
  if (kind == SyncKind::AtomicRead || kind == SyncKind::AtomicWrite) {
    Access how;
    how.write = kind == SyncKind::AtomicWrite;
    how.atomic = how.visible = true;
    note_access(c.s, c.goroutine, object, 1, how);
  }
  if (recording_events(c.s)) emit(c.s, c.id(), SyncOperation{kind, object, value});
}

NativeDid park_on(NativeCall& c, WaitReason reason, Reference object, Address queue) {
  push_back(c.s, queue, c.goroutine);
  park(c.s, c.goroutine, reason, object);
  return NativeDid::Parked;
}

// Wakes a goroutine whose native is complete: it goes on after it.
void wake_done(State& s, Address g) {
  const Word code = s.field(g, kGCode);
  s.set_field(g, kGCode, pack(low(code) + 1, high(code)));
  ready(s, g);
}

bool take_woken(NativeCall& c) {
  const Word status = c.s.field(c.goroutine, kGStatus);
  if ((status & kGWoken) == 0) return false;
  c.s.set_field(c.goroutine, kGStatus, status & ~kGWoken);
  return true;
}

}  // namespace

// ---- Mutex: whoever comes first takes a free lock, also past those that were woken for it
// (barging). A woken one that finds it taken waits at the front. (Go: sync.Mutex, normal mode.)

NativeDid mutex_lock(NativeCall& c) {
  Object m(c);
  if (m.is_nil()) return nil_panic(c);
  const bool woken = take_woken(c);
  if (m.get(kLocked) == 0) {
    m.set(kLocked, 1);
    report(c, SyncKind::Lock, m.reference);
    return NativeDid::Done;
  }
  if (!woken) return park_on(c, WaitReason::MutexLock, m.reference, m.queue(kMutexQueue));
  push_front(c.s, m.queue(kMutexQueue), c.goroutine);
  park(c.s, c.goroutine, WaitReason::MutexLock, m.reference);
  return NativeDid::Parked;
}

NativeDid mutex_unlock(NativeCall& c) {
  Object m(c);
  if (m.is_nil()) return nil_panic(c);
  if (m.get(kLocked) == 0) return fatal(c, "fatal error: sync: unlock of unlocked mutex");
  m.set(kLocked, 0);
  report(c, SyncKind::Unlock, m.reference);
  if (const Address g = pop_front(c.s, m.queue(kMutexQueue)); g != 0) {
    c.s.set_field(g, kGStatus, c.s.field(g, kGStatus) | kGWoken);
    ready(c.s, g);
  }
  return NativeDid::Done;
}

NativeDid mutex_try_lock(NativeCall& c) {
  Object m(c);
  if (m.is_nil()) return nil_panic(c);
  const bool taken = m.get(kLocked) == 0;
  if (taken) m.set(kLocked, 1);
  report(c, SyncKind::TryLock, m.reference, taken ? 1 : 0);
  return answer(c, taken ? 1 : 0);
}

// ---- RWMutex: a writer that waits keeps new readers out.

NativeDid rw_rlock(NativeCall& c) {
  Object m(c);
  if (m.is_nil()) return nil_panic(c);
  if (m.get(kWriterWaiting) != 0)
    return park_on(c, WaitReason::RWMutexRLock, m.reference, m.queue(kReaderQueue));
  m.set(kReaders, m.get(kReaders) + 1);
  report(c, SyncKind::RLock, m.reference);
  return NativeDid::Done;
}

NativeDid rw_runlock(NativeCall& c) {
  Object m(c);
  if (m.is_nil()) return nil_panic(c);
  if (m.get(kReaders) == 0) return fatal(c, "fatal error: sync: RUnlock of unlocked RWMutex");
  m.set(kReaders, m.get(kReaders) - 1);
  report(c, SyncKind::RUnlock, m.reference);
  if (m.get(kReaders) == 0)
    if (const Address writer = pop_front(c.s, m.queue(kWriterQueue)); writer != 0)
      wake_done(c.s, writer);
  return NativeDid::Done;
}

NativeDid rw_try_rlock(NativeCall& c) {
  Object m(c);
  if (m.is_nil()) return nil_panic(c);
  const bool taken = m.get(kWriterWaiting) == 0;
  if (taken) m.set(kReaders, m.get(kReaders) + 1);
  report(c, SyncKind::TryLock, m.reference, taken ? 1 : 0);
  return answer(c, taken ? 1 : 0);
}

NativeDid rw_try_lock(NativeCall& c) {
  Object m(c);
  if (m.is_nil()) return nil_panic(c);
  const bool taken =
      m.get(kWriterLocked) == 0 && m.get(kReaders) == 0 && m.get(kWriterWaiting) == 0;
  if (taken) {
    m.set(kWriterLocked, 1);
    m.set(kWriterWaiting, 1);
  }
  report(c, SyncKind::TryLock, m.reference, taken ? 1 : 0);
  return answer(c, taken ? 1 : 0);
}

// Runs after the inner mutex was locked: announces the writer and waits for the readers that are
// inside.
NativeDid rw_lock(NativeCall& c) {
  Object m(c);
  if (m.is_nil()) return nil_panic(c);
  m.set(kWriterWaiting, 1);
  if (m.get(kReaders) != 0)
    return park_on(c, WaitReason::RWMutexLock, m.reference, m.queue(kWriterQueue));
  report(c, SyncKind::WriterLock, m.reference);
  return NativeDid::Done;
}

NativeDid rw_unlock(NativeCall& c) {
  Object m(c);
  if (m.is_nil()) return nil_panic(c);
  if (m.get(kWriterWaiting) == 0) return fatal(c, "fatal error: sync: Unlock of unlocked RWMutex");
  m.set(kWriterWaiting, 0);
  report(c, SyncKind::WriterUnlock, m.reference);
  while (const Address reader = pop_front(c.s, m.queue(kReaderQueue))) {
    m.set(kReaders, m.get(kReaders) + 1);
    wake_done(c.s, reader);
  }
  return NativeDid::Done;
}

// ---- WaitGroup

NativeDid wait_group_add(NativeCall& c) {
  Object wg(c);
  if (wg.is_nil()) return nil_panic(c);
  const int64_t counter = static_cast<int64_t>(wg.get(kCounter)) + c.integer(1);
  wg.set(kCounter, static_cast<Word>(counter));
  report(c, SyncKind::WaitGroupAdd, wg.reference, counter);
  if (counter < 0) {
    const Word text = new_string(c.s, "sync: negative WaitGroup counter");
    panic_value(c.s, new_box(c.s, c.program().string_type, &text));
    return NativeDid::Panicked;
  }
  if (counter == 0)
    while (const Address waiter = pop_front(c.s, wg.queue(kWaitQueue))) wake_done(c.s, waiter);
  return NativeDid::Done;
}

NativeDid wait_group_wait(NativeCall& c) {
  Object wg(c);
  if (wg.is_nil()) return nil_panic(c);
  if (wg.get(kCounter) != 0)
    return park_on(c, WaitReason::WaitGroupWait, wg.reference, wg.queue(kWaitQueue));
  report(c, SyncKind::WaitGroupWait, wg.reference);
  return NativeDid::Done;
}

// ---- Cond: the place in the queue is taken before the lock is given up, as a Waiter, so that a
// Signal in between is not lost. kWCase of the Waiter: 1 once it was signalled. (Go: notifyListAdd,
// notifyListWait.)

NativeDid cond_enqueue(NativeCall& c) {
  const Reference queue = c.argument(0);
  if (queue == 0) return nil_panic(c);
  const Address waiter = allocate(c.s, ObjectKind::Waiter, kWWords, 0);
  c.s.set_field(waiter, kWGoroutine, c.goroutine);
  push_back(c.s, word_of(queue), waiter);
  c.s.set_field(c.goroutine, kGTicket, waiter);
  return NativeDid::Done;
}

namespace {

NativeDid park_with_ticket(NativeCall& c, WaitReason reason) {
  const Address waiter = base_of(c.s.field(c.goroutine, kGTicket));
  if (c.s.field(waiter, kWCase) == 0) {
    park(c.s, c.goroutine, reason, c.argument(0));
    return NativeDid::Parked;
  }
  c.s.set_field(c.goroutine, kGTicket, 0);
  release(c.s, waiter);
  return NativeDid::Done;
}

}  // namespace

NativeDid cond_park(NativeCall& c) {
  const NativeDid did = park_with_ticket(c, WaitReason::CondWait);
  if (did == NativeDid::Done) report(c, SyncKind::CondWait, c.argument(0));
  return did;
}

namespace {

bool signal_one(NativeCall& c, Object& cond) {
  const Address waiter = pop_front(c.s, cond.queue(kCondQueue));
  if (waiter == 0) return false;
  const Address g = low(c.s.field(waiter, kWGoroutine));
  const Word status = c.s.field(g, kGStatus);
  const auto reason = static_cast<WaitReason>(status >> 8 & 0xff);
  const bool is_parked = static_cast<GoroutineStatus>(status & 0xff) == GoroutineStatus::Waiting &&
                         (reason == WaitReason::CondWait || reason == WaitReason::IOWait ||
                          reason == WaitReason::Sleep);
  if (!is_parked) {
    c.s.set_field(waiter, kWCase, 1);
    return true;
  }
  c.s.set_field(g, kGTicket, 0);
  release(c.s, waiter);
  wake_done(c.s, g);
  return true;
}

}  // namespace

// (Go: copyChecker.check.)
bool is_no_copy(NativeCall& c) {
  Object cond(c);
  if (cond.is_nil()) return nil_panic(c), false;
  if (cond.get(kCondSelf) == 0) cond.set(kCondSelf, cond.reference);
  if (cond.get(kCondSelf) == cond.reference) return true;
  const Word text = new_string(c.s, "sync.Cond is copied");
  panic_value(c.s, new_box(c.s, c.program().string_type, &text));
  return false;
}

NativeDid cond_signal(NativeCall& c) {
  Object cond(c);
  if (cond.is_nil()) return nil_panic(c);
  report(c, SyncKind::CondSignal, cond.reference, cond.get(kCondQueue) != 0 ? 1 : 0);
  signal_one(c, cond);
  return NativeDid::Done;
}

NativeDid cond_broadcast(NativeCall& c) {
  Object cond(c);
  if (cond.is_nil()) return nil_panic(c);
  report(c, SyncKind::CondBroadcast, cond.reference, cond.get(kCondQueue) != 0 ? 1 : 0);
  while (signal_one(c, cond)) {
  }
  return NativeDid::Done;
}

// ---- coroutines of iter.Pull: two goroutines of which one waits in the queue while the other
// runs. (Go: coro.go.)

namespace {

constexpr uint32_t kCoroutineQueue = 0;

bool wake_other(Object& coroutine) {
  const Address other = pop_front(coroutine.c.s, coroutine.queue(kCoroutineQueue));
  if (other != 0) wake_done(coroutine.c.s, other);
  return other != 0;
}

NativeDid await_turn(Object& coroutine) {
  return park_on(coroutine.c, WaitReason::Coroutine, coroutine.reference,
                 coroutine.queue(kCoroutineQueue));
}

}  // namespace

// The new goroutine waits for its first turn, unless it has been given already.
NativeDid coroutine_begin(NativeCall& c) {
  Object coroutine(c);
  if (coroutine.get(kCoroutineQueue) != 0) return NativeDid::Done;
  return await_turn(coroutine);
}

NativeDid coroutine_switch(NativeCall& c) {
  Object coroutine(c);
  wake_other(coroutine);
  return await_turn(coroutine);
}

NativeDid coroutine_exit(NativeCall& c) {
  Object coroutine(c);
  wake_other(coroutine);
  return NativeDid::Done;
}

// ---- connections wait as a Cond does, and say so in Go's words for it. (Go: netpoll.go.)

NativeDid poll_park(NativeCall& c) {
  return park_with_ticket(c, WaitReason::IOWait);
}

NativeDid poll_wake(NativeCall& c) {
  Object poll(c);
  while (signal_one(c, poll)) {
  }
  return NativeDid::Done;
}

// ---- testing/synctest. (Go: runtime/synctest.go.)

NativeDid synctest_current(NativeCall& c) {
  return answer(c, c.s.field(c.goroutine, kGBubble));
}

NativeDid synctest_enter(NativeCall& c) {
  enter_bubble(c.s, c.goroutine, c.argument(0));
  return NativeDid::Done;
}

namespace {

// Until all others in the bubble are durably blocked.
NativeDid await_rest(NativeCall& c, BubbleWord word, WaitReason reason) {
  const Reference bubble = c.argument(0);
  if (c.s.field(base_of(bubble), kBActive) <= 1) return NativeDid::Done;
  c.s.set_field(base_of(bubble), word, c.goroutine);
  park(c.s, c.goroutine, reason, bubble);
  return NativeDid::Parked;
}

}  // namespace

NativeDid synctest_idle(NativeCall& c) {
  return await_rest(c, kBRoot, WaitReason::SynctestRun);
}

NativeDid synctest_await(NativeCall& c) {
  return await_rest(c, kBWaiter, WaitReason::SynctestWait);
}

NativeDid synctest_sleep(NativeCall& c) {
  return park_with_ticket(c, WaitReason::Sleep);
}

// ---- section: the step goes on to its end (see Loop::step_done).

NativeDid section_begin(NativeCall& c) {
  if (c.argument(0) == 0) return nil_panic(c);
  c.s.set(kInSection, c.s.get(kInSection) + 1);
  return NativeDid::Done;
}

NativeDid section_end(NativeCall& c) {
  GOPARK_ASSERT(c.s.get(kInSection) != 0, "a section ends where it has begun");
  c.s.set(kInSection, c.s.get(kInSection) - 1);
  report(c, c.argument(1) != 0 ? SyncKind::AtomicWrite : SyncKind::AtomicRead, c.argument(0));
  return NativeDid::Done;
}

// ---- atomic

namespace {

template <int kBits, bool kSigned>
Word normal(Word w) {
  if constexpr (kBits == 64)
    return w;
  else if constexpr (kSigned)
    return static_cast<Word>(int64_t{static_cast<int32_t>(w)});
  else
    return w & 0xffffffff;
}

void report_write(NativeCall& c) {
  report(c, SyncKind::AtomicWrite, c.argument(0));
}

}  // namespace

template <int kBits, bool kSigned>
NativeDid Atomic<kBits, kSigned>::add(NativeCall& c) {
  Object o(c);
  if (o.is_nil()) return nil_panic(c);
  report_write(c);
  const Word sum = normal<kBits, kSigned>(o.get(0) + c.argument(1));
  o.set(0, sum);
  return answer(c, sum);
}

template <int kBits, bool kSigned>
NativeDid Atomic<kBits, kSigned>::load(NativeCall& c) {
  Object o(c);
  if (o.is_nil()) return nil_panic(c);
  report(c, SyncKind::AtomicRead, o.reference);
  return answer(c, o.get(0));
}

template <int kBits, bool kSigned>
NativeDid Atomic<kBits, kSigned>::store(NativeCall& c) {
  Object o(c);
  if (o.is_nil()) return nil_panic(c);
  report_write(c);
  o.set(0, c.argument(1));
  return NativeDid::Done;
}

template <int kBits, bool kSigned>
NativeDid Atomic<kBits, kSigned>::swap(NativeCall& c) {
  Object o(c);
  if (o.is_nil()) return nil_panic(c);
  report_write(c);
  const Word old = o.get(0);
  o.set(0, c.argument(1));
  return answer(c, old);
}

template <int kBits, bool kSigned>
NativeDid Atomic<kBits, kSigned>::compare_and_swap(NativeCall& c) {
  Object o(c);
  if (o.is_nil()) return nil_panic(c);
  report_write(c);
  const bool same = o.get(0) == c.argument(1);
  if (same) o.set(0, c.argument(2));
  return answer(c, same ? 1 : 0);
}

template <int kBits, bool kSigned>
NativeDid Atomic<kBits, kSigned>::bit_and(NativeCall& c) {
  Object o(c);
  if (o.is_nil()) return nil_panic(c);
  report_write(c);
  const Word old = o.get(0);
  o.set(0, normal<kBits, kSigned>(old & c.argument(1)));
  return answer(c, old);
}

template <int kBits, bool kSigned>
NativeDid Atomic<kBits, kSigned>::bit_or(NativeCall& c) {
  Object o(c);
  if (o.is_nil()) return nil_panic(c);
  report_write(c);
  const Word old = o.get(0);
  o.set(0, normal<kBits, kSigned>(old | c.argument(1)));
  return answer(c, old);
}

template struct Atomic<32, true>;
template struct Atomic<32, false>;
template struct Atomic<64, true>;
template struct Atomic<64, false>;

NativeDid atomic_load_interface(NativeCall& c) {
  return Atomic<64, false>::load(c);
}

namespace {

void store_interface(NativeCall& c, Object& o, Word value) {
  o.set(0, value);
  if (c.s.tracks_variables && (c.s.get(base_of(o.reference)) & kSharedFlag) != 0)
    mark_shared(c.s, value);
}

}  // namespace

NativeDid atomic_swap_interface(NativeCall& c) {
  Object o(c);
  if (o.is_nil()) return nil_panic(c);
  report_write(c);
  const Word old = o.get(0);
  store_interface(c, o, c.argument(1));
  return answer(c, old);
}

NativeDid atomic_compare_and_swap_interface(NativeCall& c) {
  Object o(c);
  if (o.is_nil()) return nil_panic(c);
  report_write(c);
  const Word old = o.get(0), wanted = c.argument(1);
  bool same = old == wanted;
  if (old != 0 && wanted != 0 && c.dynamic_type(old) == c.dynamic_type(wanted)) {
    TypeId culprit{};
    const Word* memory = c.s.memory.data();
    const Equality e =
        equal(c.s, c.dynamic_type(old), memory + word_of(old), memory + word_of(wanted), &culprit);
    if (e == Equality::Uncomparable) {
      panic_runtime(c.s, "comparing uncomparable type " + type_of(c.program(), culprit).name);
      return NativeDid::Panicked;
    }
    same = e == Equality::Equal;
  }
  if (same) store_interface(c, o, c.argument(2));
  return answer(c, same ? 1 : 0);
}

}  // namespace gopark::natives
