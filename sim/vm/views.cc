// What others may see of a World: goroutines, frames, channels, timers, references.
#include <algorithm>

#include "sim/vm/reach.h"
#include "sim/vm/state.h"

namespace gopark {

using namespace layout;

namespace {

// The record of a living goroutine, or 0.
Address record_of(const State& s, GoroutineId id) {
  const auto serial = static_cast<uint32_t>(id);
  if (serial != 0 && serial < s.spawns.size()) {
    const Address g = s.spawns[serial].record;
    return g != 0 && kind_of(s.get(g)) == ObjectKind::Goroutine && id_of(s, g) == id ? g : 0;
  }
  for (Address g = low(s.get(kAllHead)); g != 0; g = low(s.field(g, kGAll)))
    if (id_of(s, g) == id) return g;
  return 0;
}

CodePlace place_of(Word packed) {
  return {FunctionId{high(packed)}, low(packed)};
}

std::vector<Reference> waits_of(const State& s, Address g) {
  const Word object = s.field(g, kGWaitsOn);
  if (object == 0) return {};
  if (kind_of(s.get(base_of(object))) != ObjectKind::Waiter) return {object};
  std::vector<Reference> channels;
  for (Address w = base_of(object); w != 0; w = base_of(s.field(w, kWNextCase))) {
    const Reference channel = s.field(w, kWChannel);
    if (std::find(channels.begin(), channels.end(), channel) == channels.end())
      channels.push_back(channel);
  }
  return channels;
}

std::vector<GoroutineId> queue_of(const State& s, Address channel, uint32_t word, uint64_t* count) {
  std::vector<GoroutineId> ids;
  *count = 0;
  for (Address node = low(s.field(channel, word)); node != 0;
       node = low(s.field(node, kGLink)), ++*count) {
    if (ids.size() >= ChannelView::kMaxShown) continue;
    const bool is_waiter = kind_of(s.get(node)) == ObjectKind::Waiter;
    ids.push_back(id_of(s, is_waiter ? low(s.field(node, kWGoroutine)) : node));
  }
  return ids;
}

std::vector<std::vector<Word>> buffer_of(const State& s, Address c) {
  std::vector<std::vector<Word>> values;
  const uint32_t words = high(s.field(c, kCElement));
  const uint64_t capacity = s.field(c, kCCapacity);
  const uint64_t count = std::min<uint64_t>(s.field(c, kCCount), ChannelView::kMaxShown);
  for (uint64_t i = 0; i < count; ++i) {
    const uint64_t slot = (s.field(c, kCHead) + i) % capacity;
    std::vector<Word> value;
    for (uint32_t w = 0; w < words; ++w)
      value.push_back(s.field(c, kCBuffer + static_cast<uint32_t>(slot * words) + w));
    values.push_back(std::move(value));
  }
  return values;
}

}  // namespace

uint64_t World::candidate_count() const {
  return gopark::candidate_count(*state_);
}

GoroutineId World::candidate(uint64_t index) const {
  const Address g = candidate_record(*state_, index);
  return g == 0 ? kNoGoroutine : id_of(*state_, g);
}

void World::list_candidates(std::vector<GoroutineId>* candidates) const {
  const State& s = *state_;
  candidates->clear();
  for_each_candidate(s, [&](Address g) { candidates->push_back(id_of(s, g)); });
  if (candidates->size() < gopark::candidate_count(s)) candidates->push_back(kNoGoroutine);
}

// Everyone in the run queue became ready before the one that is run-next, and yielded ones at an
// unknown time before or after; the run queue goes first, as Go polls it first.
uint64_t World::oldest_candidate() const {
  const State& s = *state_;
  if (low(s.get(kCurrent)) != 0) return 0;
  const bool has_next = low(s.get(kRunNext)) != 0;
  return has_next && (s.get(kRunQueue) != 0 || s.get(kGlobalQueue) != 0) ? 1 : 0;
}

std::vector<GoroutineId> World::goroutines() const {
  const State& s = *state_;
  std::vector<GoroutineId> ids;
  for (Address g = low(s.get(kAllHead)); g != 0; g = low(s.field(g, kGAll)))
    ids.push_back(id_of(s, g));
  std::reverse(ids.begin(), ids.end());
  return ids;
}

GoroutineId World::current() const {
  const Address g = low(state_->get(kCurrent));
  return g == 0 ? kNoGoroutine : id_of(*state_, g);
}

std::optional<GoroutineView> World::goroutine(GoroutineId id) const {
  const State& s = *state_;
  const Address g = record_of(s, id);
  if (g == 0) return std::nullopt;
  GoroutineView view;
  view.id = id;
  view.parent = GoroutineId{high(s.field(g, kGSerial))};
  const Word status = s.field(g, kGStatus);
  view.status = static_cast<GoroutineStatus>(status & 0xff);
  view.reason = static_cast<WaitReason>(status >> 8 & 0xff);
  view.is_current = g == low(s.get(kCurrent));
  view.waits_on = waits_of(s, g);
  view.created_at = place_of(s.field(g, kGCreated));
  return view;
}

std::vector<FrameView> World::frames(GoroutineId id) const {
  const State& s = *state_;
  const Address g = record_of(s, id);
  std::vector<FrameView> views;
  if (g == 0) return views;
  const Address stack = low(s.field(g, kGStack));
  for (const Frame& frame : frames_of(s, g))
    views.push_back({CodePlace{frame.function, frame.pc}, stack + 1 + frame.base});
  return views;
}

CodePlace World::user_place(GoroutineId id) const {
  for (const FrameView& frame : frames(id))
    if (!function_of(program(), frame.place.function).is_std) return frame.place;
  return {FunctionId{kNone}, 0};
}

std::string World::name_of(GoroutineId id) const {
  const State& s = *state_;
  const auto serial = static_cast<uint32_t>(id);
  if (id == kMainGoroutine) return "main";
  const std::string number = "goroutine " + std::to_string(serial);
  if (serial >= s.spawns.size()) return number;
  std::string path;
  uint32_t at = serial, depth = 0;
  while (at != 0 && at < s.spawns.size() && s.spawns[at].parent != 0) {
    if (++depth > kMaxNamedDepth) return number;
    path = "." + std::to_string(s.spawns[at].ordinal) + path;
    at = s.spawns[at].parent;
  }
  // Started by a timer (time.AfterFunc): no goroutine is its parent.
  return (at == 1 ? "main" : "timer" + std::to_string(at)) + path;
}

std::vector<Reference> World::channels() const {
  const State& s = *state_;
  std::vector<Reference> found;
  const Address end = low(s.get(kBump));
  for (Address base = kHeapStart; base < end; base += 1 + words_of(s.get(base)))
    if (kind_of(s.get(base)) == ObjectKind::Channel) found.push_back(base);
  std::stable_sort(found.begin(), found.end(), [&s](Reference a, Reference b) {
    return high(s.field(base_of(a), kCFlags)) < high(s.field(base_of(b), kCFlags));
  });
  return found;
}

std::optional<ChannelView> World::channel(Reference r) const {
  const State& s = *state_;
  const Address c = base_of(r);
  if (c < kHeapStart || c >= low(s.get(kBump)) || kind_of(s.get(c)) != ObjectKind::Channel)
    return std::nullopt;
  ChannelView view;
  view.channel = r;
  view.capacity = s.field(c, kCCapacity);
  view.count = s.field(c, kCCount);
  view.closed = (s.field(c, kCFlags) & kCClosed) != 0;
  view.is_timers = (s.field(c, kCFlags) & kCTimer) != 0;
  view.serial = high(s.field(c, kCFlags));
  view.made_at = place_of(s.field(c, kCSite));
  view.element = TypeId{low(s.field(c, kCElement))};
  view.buffer = buffer_of(s, c);
  view.senders = queue_of(s, c, kCSendQueue, &view.sender_count);
  view.receivers = queue_of(s, c, kCReceiveQueue, &view.receiver_count);
  return view;
}

std::vector<TimerView> World::timers() const {
  const State& s = *state_;
  std::vector<TimerView> views;
  const Address heap = low(s.get(kTimerHeap));
  for (uint32_t i = 0; i < s.get(kTimerCount); ++i) {
    const Address t = low(s.field(heap, i));
    views.push_back({t, static_cast<int64_t>(s.field(t, kTWhen)),
                     static_cast<int64_t>(s.field(t, kTPeriod)),
                     static_cast<TimerKind>(s.field(t, kTKind)), s.field(t, kTTarget)});
  }
  std::stable_sort(views.begin(), views.end(), [&s](const TimerView& a, const TimerView& b) {
    if (a.when != b.when) return a.when < b.when;
    return s.field(base_of(a.timer), kTSerial) < s.field(base_of(b.timer), kTSerial);
  });
  return views;
}

uint64_t World::stack_bytes(GoroutineId id) const {
  const State& s = *state_;
  const Address g = record_of(s, id);
  if (g == 0) return 0;
  uint64_t words = words_of(s.get(g)) + 1 + words_of(s.get(low(s.field(g, kGStack)))) + 1;
  const Word waits = s.field(g, kGWaitsOn);
  if (waits != 0 && kind_of(s.get(base_of(waits))) == ObjectKind::Waiter)
    for (Address w = base_of(waits); w != 0; w = base_of(s.field(w, kWNextCase)))
      words += words_of(s.get(w)) + 1;
  return words * sizeof(Word);
}

void World::for_each_reference_in_object(Address base,
                                         const std::function<void(Reference)>& visit) const {
  for_each_reference(*state_, base, visit);
}

void World::for_each_live_reference_in_stack(GoroutineId id,
                                             const std::function<void(Reference)>& visit) const {
  // The record leads to the frames, and to deferred calls and panics in flight.
  if (const Address g = record_of(*state_, id); g != 0) for_each_reference(*state_, g, visit);
}

}  // namespace gopark
