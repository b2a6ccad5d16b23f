#include "native/trace.h"

#include <algorithm>
#include <deque>
#include <map>

#include "sim/narrate/names.h"
#include "sim/narrate/value_text.h"
#include "sim/vm/inspect.h"

namespace gopark {

namespace {

struct InBuffer {
  uint64_t step = 0;
  GoroutineId sender{};
};

// What it is, where nothing in the source names it.
std::string_view kind_name(SyncKind kind) {
  switch (kind) {
    case SyncKind::WaitGroupAdd:
    case SyncKind::WaitGroupWait:
      return "a wait group";
    case SyncKind::CondSignal:
    case SyncKind::CondBroadcast:
    case SyncKind::CondWait:
      return "a condition";
    default:
      return "a mutex";
  }
}

// "main" of "main.3"
std::string parent_path(const std::string& name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string::npos ? name : name.substr(0, dot);
}

uint64_t count_until(const std::vector<uint64_t>& steps, uint64_t step) {
  return static_cast<uint64_t>(std::upper_bound(steps.begin(), steps.end(), step) - steps.begin());
}

}  // namespace

class TraceReader::Tracer {
 public:
  void step(uint64_t step, const World& world, std::span<const Event> events) {
    step_ = step;
    trace_.steps = step;
    if (step == 1) birth(kMainGoroutine, world, 0);
    if (!events.empty() && events.front().goroutine != kNoGoroutine) ran(events.front().goroutine);
    if (events.empty() && world.current() != kNoGoroutine) ran(world.current());
    for (const Event& event : events)
      std::visit([&](const auto& data) { on(event, data, world); }, event.data);
  }

  Trace finish(const RunFindings& findings) {
    for (Lane& lane : trace_.lanes)
      if (!lane.stretches.empty() && lane.stretches.back().shade != Shade::Finished)
        lane.stretches.back().to = trace_.steps;
    for (const Finding& finding : findings.findings)
      if (finding.doomed_at_step > 0) doom(finding);
    if (trace_.lanes.size() > kMaxLanes) group();
    for (Lane& lane : trace_.lanes)
      std::erase_if(lane.stretches, [](const Stretch& s) { return s.from >= s.to; });
    return std::move(trace_);
  }

  void cut() { trace_.is_cut = true; }

 private:
  Lane* lane(GoroutineId id) {
    const auto found = index_.find(id);
    return found == index_.end() ? nullptr : &trace_.lanes[found->second];
  }

  void birth(GoroutineId id, const World& world, uint64_t at) {
    Lane lane;
    lane.goroutine = id;
    lane.name = world.name_of(id);
    lane.born = at;
    if (const auto view = world.goroutine(id)) lane.created = view->created_at;
    lane.stretches.push_back({at, at, Shade::Runnable, WaitReason::None});
    index_[id] = trace_.lanes.size();
    trace_.lanes.push_back(std::move(lane));
  }

  // From `at` on the goroutine is in this state.
  void turn(GoroutineId id, uint64_t at, Shade shade, WaitReason reason = WaitReason::None) {
    Lane* l = lane(id);
    if (l == nullptr) return;
    Stretch& last = l->stretches.back();
    last.to = at;
    if (last.shade == shade && last.reason == reason) return;
    l->stretches.push_back({at, at, shade, reason});
  }

  void ran(GoroutineId id) {
    turn(id, step_ - 1, Shade::Running);
    turn(id, step_, Shade::Runnable);
  }

  void on(const Event&, const GoroutineCreated& e, const World& world) {
    birth(e.child, world, step_);
  }
  void on(const Event& event, const GoroutineFinished&, const World&) {
    turn(event.goroutine, step_, Shade::Finished);
  }
  void on(const Event& event, const Parked& e, const World&) {
    const Shade shade = e.reason == WaitReason::Sleep ? Shade::Sleeping : Shade::Waiting;
    turn(event.goroutine, step_, shade, e.reason);
  }
  void on(const Event& event, const Readied& e, const World&) {
    if (trace_.wakes.size() < kMaxMessages)
      trace_.wakes.push_back({step_, e.goroutine, event.goroutine});
    turn(e.goroutine, step_, Shade::Runnable);
  }
  void on(const Event& event, const Sent& e, const World& world) {
    if (e.receiver == kNoGoroutine && trace_.buffered.size() < kMaxMessages)
      trace_.buffered.push_back({step_, e.channel});
    if (e.receiver == kNoGoroutine)
      buffered_[e.channel].push_back({step_, event.goroutine});
    else
      message(step_, event.goroutine, e.receiver, e.channel, e.value, world);
  }
  void on(const Event& event, const Received& e, const World& world) {
    std::deque<InBuffer>& buffer = buffered_[e.channel];
    if (!buffer.empty()) {
      message(buffer.front().step, buffer.front().sender, event.goroutine, e.channel, e.value,
              world);
      buffer.pop_front();
      if (e.sender != kNoGoroutine) {
        buffer.push_back({step_, e.sender});
        if (trace_.buffered.size() < kMaxMessages) trace_.buffered.push_back({step_, e.channel});
      }
    } else if (e.sender != kNoGoroutine) {
      message(step_, e.sender, event.goroutine, e.channel, e.value, world);
    }
  }
  void on(const Event& event, const SyncOperation& e, const World& world) {
    const bool plain = e.kind == SyncKind::OnceDo || e.kind == SyncKind::AtomicRead ||
                       e.kind == SyncKind::AtomicWrite;
    const auto function = static_cast<uint32_t>(event.place.function);
    if (plain || function == kNone || world.program().functions[function].is_std) return;
    if (trace_.syncs.size() >= kMaxMessages) return;
    trace_.syncs.push_back({step_, e.object, e.kind, e.value, event.goroutine});
    if (trace_.sync_names.count(e.object) == 0)
      trace_.sync_names[e.object] = sync_name(world, e.object, event.place, kind_name(e.kind));
  }
  template <typename Other>
  void on(const Event&, const Other&, const World&) {}

  void message(uint64_t sent, GoroutineId from, GoroutineId to, Reference channel,
               const MovedValue& value, const World& world) {
    if (trace_.messages.size() >= kMaxMessages) return;
    trace_.messages.push_back({sent, step_, from, to, channel, value_text(world, value)});
  }

  // The last wait becomes a leak where it was doomed.
  void doom(const Finding& finding) {
    Lane* l = lane(finding.goroutine);
    if (l == nullptr || l->stretches.empty()) return;
    Stretch& last = l->stretches.back();
    if (last.shade != Shade::Waiting) return;
    const uint64_t at = std::clamp(finding.doomed_at_step, last.from, last.to);
    const Stretch leaked{at, last.to, Shade::Leaked, last.reason};
    last.to = at;
    l->stretches.push_back(leaked);
  }

  void group() {
    std::map<std::pair<std::string, uint64_t>, std::size_t> index;
    for (std::size_t i = 0; i < trace_.lanes.size(); ++i) {
      const Lane& lane = trace_.lanes[i];
      const uint64_t site =
          uint64_t{static_cast<uint32_t>(lane.created.function)} << 32 | lane.created.pc;
      const auto [at, is_new] =
          index.try_emplace({parent_path(lane.name), site}, trace_.groups.size());
      if (is_new) trace_.groups.push_back({lane.name, i, 0, {}, {}});
      LaneGroup& group = trace_.groups[at->second];
      if (++group.count == 2) group.name = at->first.first + ".*";
      add_parks(group, lane);
    }
    for (LaneGroup& group : trace_.groups) {
      std::sort(group.parks.begin(), group.parks.end());
      std::sort(group.leaves.begin(), group.leaves.end());
    }
  }

  // The last stretch has no end: whoever is parked then stays so.
  static void add_parks(LaneGroup& group, const Lane& lane) {
    for (const Stretch& stretch : lane.stretches) {
      if (stretch.shade != Shade::Waiting && stretch.shade != Shade::Leaked) continue;
      group.parks.push_back(stretch.from);
      if (&stretch != &lane.stretches.back()) group.leaves.push_back(stretch.to);
    }
  }

  Trace trace_;
  uint64_t step_ = 0;
  std::map<GoroutineId, std::size_t> index_;
  std::map<Reference, std::deque<InBuffer>> buffered_;
};

TraceReader::TraceReader() : tracer_(std::make_unique<Tracer>()) {}
TraceReader::~TraceReader() = default;

bool TraceReader::see(uint64_t step, const World& world, std::span<const Event> events) {
  if (step <= kMaxTraceSteps)
    tracer_->step(step, world, events);
  else
    tracer_->cut();
  return step <= kMaxTraceSteps;
}

Trace TraceReader::finish(const RunFindings& findings) {
  return tracer_->finish(findings);
}

uint64_t LaneGroup::parked_at(uint64_t step) const {
  return count_until(parks, step) - count_until(leaves, step);
}

const Stretch* stretch_at(const Lane& lane, uint64_t step) {
  const auto after = std::upper_bound(lane.stretches.begin(), lane.stretches.end(), step,
                                      [](uint64_t s, const Stretch& x) { return s <= x.to; });
  if (after == lane.stretches.end() || step < after->from) return nullptr;
  return &*after;
}

}  // namespace gopark
