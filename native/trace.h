// Trace: a whole run as lanes, one per goroutine, and the messages between them: what the picture
// of a run needs of it, read off the events once. On its axis step n takes the place from n-1 to n.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "native/theme.h"
#include "sim/session/findings.h"
#include "sim/session/session.h"

namespace gopark {

struct Stretch {
  uint64_t from = 0, to = 0;  // steps
  Shade shade = Shade::Runnable;
  WaitReason reason = WaitReason::None;
};

struct Lane {
  GoroutineId goroutine{};
  std::string name;
  CodePlace created;
  uint64_t born = 0;
  std::vector<Stretch> stretches;  // one after another
};

// The goroutines of one go statement under one parent: a lane where there are too many for one
// each.
struct LaneGroup {
  std::string name;       // "main.*"; of a single one its own
  std::size_t first = 0;  // of them, among the lanes
  uint64_t count = 0;
  std::vector<uint64_t> parks, leaves;  // the steps at which one of them parks, or goes on; sorted
  uint64_t parked_at(uint64_t step) const;
};

// A value that went from one goroutine to another.
struct Message {
  uint64_t sent = 0, received = 0;  // steps; equal for a direct hand-over
  GoroutineId from{}, to{};
  Reference channel = 0;
  std::string value;
};

// A value that went into a buffer.
struct Buffered {
  uint64_t sent = 0;
  Reference channel = 0;
};
// Who ended a wait, and when.
struct Wake {
  uint64_t step = 0;
  GoroutineId woken{}, by{};  // by kNoGoroutine: a timer
};

// An operation of the learner's own code on a mutex, wait group or condition.
struct SyncUse {
  uint64_t step = 0;
  Reference object = 0;
  SyncKind kind{};
  int64_t value = 0;  // as in SyncOperation
  GoroutineId by{};
};

struct Trace {
  uint64_t steps = 0;
  std::vector<Lane> lanes;        // by goroutine id
  std::vector<LaneGroup> groups;  // of more than kMaxLanes lanes; else empty
  std::vector<Message> messages;
  std::vector<Buffered> buffered;               // by step; at most kMaxMessages
  std::vector<Wake> wakes;                      // the same
  std::vector<SyncUse> syncs;                   // the same
  std::map<Reference, std::string> sync_names;  // of the objects of `syncs`
  bool is_cut = false;  // longer or wider than the limits below: only the beginning is here
};

inline constexpr std::size_t kMaxLanes = 30;  // beyond that they fold by go statement
inline constexpr uint64_t kMaxTraceSteps = 2'000'000;
inline constexpr std::size_t kMaxMessages = 20'000;

// Reads a trace off a run that is replayed.
class TraceReader {
 public:
  TraceReader();
  ~TraceReader();
  // Each step in order. False: it needs no more of them.
  bool see(uint64_t step, const World& world, std::span<const Event> events);
  Trace finish(const RunFindings& findings);  // once, at the end

 private:
  class Tracer;
  std::unique_ptr<Tracer> tracer_;
};

// What the lane shows at a position: its stretch, or null before the birth and after the end.
const Stretch* stretch_at(const Lane& lane, uint64_t step);

}  // namespace gopark
