// Events: what one step did, as small values. Sentences about them are made in narrate/, never
// here.
#pragma once

#include <array>
#include <cstdint>
#include <variant>

#include "sim/vm/ids.h"

namespace gopark {

// A Go value that moved, kept as its type and its first two words (enough for everything but wider
// structs and arrays). References inside are valid in the World right after the step.
struct MovedValue {
  TypeId type{};
  std::array<Word, 2> words{};
};

struct GoroutineCreated {
  GoroutineId child{};
  FunctionId function{};
};
struct GoroutineFinished {};
struct Parked {
  WaitReason reason{};
  Reference object = 0;
};  // object: channel or sync object; 0 for nil channels, sleep and select (see World::waits_on)
struct Readied {
  GoroutineId goroutine{};
};  // woken by this step
struct ChannelMade {
  Reference channel = 0;
  uint64_t capacity = 0;
};
struct Sent {
  Reference channel = 0;
  MovedValue value;
  GoroutineId receiver{};
};  // receiver: who got it directly; kNoGoroutine: it went into the buffer
struct Received {
  Reference channel = 0;
  MovedValue value;
  bool ok = true;
  GoroutineId sender{};
};  // sender: a parked one whose value was taken or moved in
struct Closed {
  Reference channel = 0;
  uint32_t receivers = 0;
  uint32_t senders = 0;
};  // how many it woke
struct SelectChose {
  uint32_t index = 0;
  uint32_t cases = 0;
  bool is_default = false;
};  // the Sent/Received follows
enum class SyncKind : uint8_t {
  Lock,
  Unlock,
  WriterLock,    // of an RWMutex, after its inner mutex
  WriterUnlock,  // of an RWMutex, before its inner mutex
  RLock,
  RUnlock,
  TryLock,
  WaitGroupAdd,
  WaitGroupWait,
  CondSignal,
  CondBroadcast,
  CondWait,
  OnceDo,
  AtomicRead,
  AtomicWrite
};
struct SyncOperation {
  SyncKind kind{};
  Reference object = 0;
  int64_t value = 0;
};  // value: new counter of a WaitGroup; success of TryLock; whether Signal, Broadcast found anyone
struct Slept {
  int64_t nanoseconds = 0;
};
struct TimerStarted {
  Reference timer = 0;
  int64_t when = 0;
};
struct TimerStopped {
  Reference timer = 0;
  bool was_pending = false;
};
struct TimerFired {
  Reference timer = 0;
  Reference channel = 0;
  GoroutineId woke{};
};
struct ClockAdvanced {
  int64_t from = 0;
  int64_t to = 0;
  bool somebody_runs = false;  // vm/circles.h
};                             // nanoseconds of virtual time
struct Printed {
  uint64_t offset = 0;
  uint32_t length = 0;
  bool to_error = false;
};  // bytes of World::output() or error_output()
struct VariableRead {
  Reference variable = 0;
};
struct VariableWritten {
  Reference variable = 0;
};
struct MapEntryTaken {};  // by a range, out of several
struct Panicked {
  Reference value = 0;
};  // the interface value
struct Recovered {};
struct Yielded {};  // runtime.Gosched, or the end of a time slice
struct Exited {
  int32_t code = 0;
};                  // main returned or os.Exit
struct Crashed {};  // fatal error or unrecovered panic; see Outcome

using EventData =
    std::variant<GoroutineCreated, GoroutineFinished, Parked, Readied, ChannelMade, Sent, Received,
                 Closed, SelectChose, SyncOperation, Slept, TimerStarted, TimerStopped, TimerFired,
                 ClockAdvanced, Printed, VariableRead, VariableWritten, MapEntryTaken, Panicked,
                 Recovered, Yielded, Exited, Crashed>;

struct CodePlace {
  FunctionId function{};
  uint32_t pc = 0;

  friend bool operator==(const CodePlace&, const CodePlace&) = default;
};

struct Event {
  GoroutineId goroutine{};  // who did it; kNoGoroutine: the clock
  CodePlace place;          // innermost frame in the learner's own files
  EventData data;
};

}  // namespace gopark
