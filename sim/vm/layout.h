// Where everything stands in the run's memory: the world's own words, object headers, and the words
// of each kind of object. Only vm/ includes this; others read through the views of World.
#pragma once

#include "sim/vm/ids.h"
#include "sim/vm/memory.h"

namespace gopark::layout {

// --- the world's own words, at fixed addresses
enum WorldWord : Address {
  kClock = 1,    // nanoseconds of virtual time since the start
  kCurrent,      // the running goroutine's record; 0: none
  kRunNext,      // (Go: p.runnext.)
  kRunQueue,     // head | tail << 32 of goroutine records (Go: p.runq.)
  kGlobalQueue,  // the same, for goroutines that yielded (Go: sched.runq.)
  kRunnable,     // how many goroutines are runnable or running
  kGoroutines,   // how many live
  kNextSerial,   // id of the next goroutine
  kAllHead,      // all goroutine records, newest first
  kTimerHeap,    // Array object of timer references; 0: none yet
  kTimerCount,
  kNextTimer,     // serial of the next timer
  kSteps,         // steps done
  kChoices,       // choices of who runs next that were met
  kOtherChoices,  // all other choices
  kQuanta,        // steps ended by kQuantum done without a visible operation
  kSliceQuanta,   // of these, since the current goroutine was scheduled
  kOutputLength,  // of standard output
  kErrorLength,   // of standard error
  kBump,          // first word never allocated
  kLiveWords,     // words in allocated blocks
  kGcThreshold,   // collect when kLiveWords passes it
  kCollections,
  kGlobals,  // the globals object
  kEnded,    // OutcomeKind
  kExitCode,
  kEndText,       // a string
  kEndGoroutine,  // id
  kMidStep,       // 1: the current goroutine is inside a step (finer grains)
  kInSection,     // how many sections the current goroutine is in (lang/std/internal/section)
  kStreamClosed,  // 1: a standard stream was closed while there was a second goroutine
  kSpawned,       // 1: a second goroutine has existed, so globals are shared
  // Where the program may go round in a circle (vm/circles.h); counted in steps.
  kClockMovedAt,
  kMarkAt,
  kMarkNext,
  kMarkA,  // the hash of the marked state; both 0: none is marked
  kMarkB,
  kMarkMovers,  // who has moved since, by the last bits of their serials
  kChannelSerial,
  kMainRecord,
  kFreeLists,  // kFreeListCount heads follow
};
inline constexpr uint32_t kExactClasses = 64;
inline constexpr uint32_t kFreeListCount = kExactClasses + 4 * 22;
inline constexpr Address kHeapStart = kFreeLists + kFreeListCount + 1;

// --- objects: one header word, then the payload
enum class ObjectKind : uint8_t {
  Free,
  Value,
  Array,
  String,
  Box,
  Closure,
  Channel,
  Map,
  Iterator,
  Stack,
  Goroutine,
  Waiter,
  Deferred,
  Panic,
  Timer,
  Globals,
  Raw,         // words without references
  MapEntries,  // aux = map type
};
inline constexpr Word kSharedFlag = 1u << 8;      // reachable from a second goroutine
inline constexpr Word kImmortalFlag = 1u << 9;    // part of the program, never collected
inline constexpr Word kFinalizedFlag = 1u << 10;  // it has a finalizer
inline constexpr uint64_t kMaxPayloadWords = (1ULL << 28) - 1;

// kind : 8 | flags : 8 | payload words : 28 | aux : 20 (type or function id)
inline Word make_header(ObjectKind kind, uint64_t words, uint32_t aux) {
  return static_cast<Word>(kind) | words << 16 | uint64_t{aux} << 44;
}
inline ObjectKind kind_of(Word header) {
  return static_cast<ObjectKind>(header & 0xff);
}
inline uint32_t words_of(Word header) {
  return static_cast<uint32_t>(header >> 16 & 0xfffffff);
}
inline uint32_t aux_of(Word header) {
  return static_cast<uint32_t>(header >> 44);
}

inline Word pack(uint64_t low, uint64_t high) {
  return (low & 0xffffffff) | high << 32;
}
inline uint32_t low(Word w) {
  return static_cast<uint32_t>(w);
}
inline uint32_t high(Word w) {
  return static_cast<uint32_t>(w >> 32);
}

// The word a reference points to. REQUIRES: r is not nil.
inline Address word_of(Reference r) {
  return low(r) + 1 + high(r);
}

// --- goroutine record
enum GoroutineWord : uint32_t {
  kGStatus,   // status : 8 | wait reason : 8 | flags : 16 | spawned children : 32
  kGSerial,   // id | parent's id << 32
  kGStack,    // stack object | base << 32 (base: payload word of the current frame's register 0)
  kGCode,     // pc | function << 32
  kGLink,     // next | previous << 32 in the run queue or a wait queue
  kGWaitsOn,  // reference of the channel or sync object; for a select the first Waiter
  kGAll,      // next | previous << 32 among all goroutines
  kGDefers,   // newest Deferred | newest Panic << 32
  kGCreated,  // pc | function << 32 of the go statement
  kGTicket,   // Waiter of a sync.Cond that this goroutine waits or is about to wait on
  kGBubble,   // reference of the synctest bubble that it is in; 0: none
  kGWords,
};
inline constexpr Word kGWoken = 1u << 16;       // a native continues after having been parked
inline constexpr Word kGSendPanics = 1u << 17;  // resume with "send on closed channel"
inline constexpr Word kGSystem = 1u << 18;      // reserved
inline constexpr Word kGDurable = 1u << 19;     // parked where only its bubble can wake it

// --- waiter of one case of a parked select. Shares the index of kGLink so that a queue can hold
// both. (Go: sudog.)
enum WaiterWord : uint32_t { kWGoroutine, kWChannel, kWCase, kWNextCase, kWLink, kWWords };
static_assert(static_cast<uint32_t>(kWLink) == static_cast<uint32_t>(kGLink));

// --- channel
enum ChannelWord : uint32_t {
  kCCapacity,
  kCCount,
  kCHead,
  kCFlags,  // closed : 1 | a timer's : 1 | serial of the bubble that made it << 8 | serial << 32
  kCSendQueue,
  kCReceiveQueue,
  kCSite,     // pc | function << 32 of make
  kCElement,  // element type | words per element << 32
  kCBuffer,
};
inline constexpr Word kCClosed = 1;
inline constexpr Word kCTimer = 2;  // len and cap are 0 (Go 1.23)
inline constexpr uint32_t kCBubbleShift = 8;
inline constexpr Word kCBubbleMask = 0xffffff;

// --- synctest bubble: the first words of a struct of sim/lang/std/internal/synctest. The last two
// hold the records of the goroutines that wait for the bubble to come to rest.
enum BubbleWord : uint32_t { kBSerial, kBActive, kBTotal, kBWaiter, kBRoot };

// --- map: entries in insertion order and an open-addressing index. See map.cc.
enum MapWord : uint32_t { kMCount, kMUsed, kMEntries, kMIndex, kMType, kMDeletes, kMWords };

// --- map iterator
enum IteratorWord : uint32_t { kIMap, kIKeys, kINext, kICount, kIDeletes, kIWords };

// --- deferred call: kDCode is function id | 1 << 63 for a static function, otherwise a closure
// reference
enum DeferredWord : uint32_t { kDNext, kDFrame, kDFunction, kDClosure, kDCount, kDArguments };

// --- panic in flight
enum PanicWord : uint32_t {
  kPValue,
  kPNext,
  kPFlags,
  kPFrame /* base of the deferred call that it runs */,
  kPTarget /* base of the frame that deferred it */,
  kPText,
  kPWords
};
inline constexpr Word kPRecovered = 1, kPGoexit = 2, kPPrinted = 8, kPDone = 16;

// --- what is called once an object cannot be reached: a struct of sim/lang/std/runtime
enum FinalizerWord : uint32_t { kFObject, kFArgument, kFCall, kFNext };

// --- timer
enum TimerWord : uint32_t { kTWhen, kTPeriod, kTKind, kTTarget, kTHeapIndex, kTSerial, kTWords };
enum class TimerKind : uint64_t { WakeGoroutine, SendTime, CallFunction };
// The period of what comes once, whenever time may pass, and by itself at kTWhen: a signal. Nothing
// that a state can lead to depends on kTWhen then.
inline constexpr int64_t kAnyTime = -1;

// --- frame: two link words below register 0
inline constexpr uint32_t kLinkWords = 2;
// word -2: caller's pc | caller's function << 32;  word -1: caller's base distance | flags << 32
inline constexpr uint32_t kFrameEntry = 1;     // the goroutine's first frame
inline constexpr uint32_t kFrameDeferred = 2;  // a deferred call made by RunDefers
inline constexpr uint32_t kFramePanic =
    4;  // a deferred call made while panicking: recover() works in it
inline constexpr uint32_t kFramePrint = 8;  // Error() or String() of an unrecovered panic's value

}  // namespace gopark::layout
