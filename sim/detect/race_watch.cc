#include "sim/detect/race_watch.h"

#include <algorithm>

namespace gopark {

RaceWatch::RaceWatch(World& world) : world_(world) {
  world_.set_access_sink(&accesses_);
}
RaceWatch::~RaceWatch() {
  world_.set_access_sink(nullptr);
}

bool RaceWatch::step(Scheduler& scheduler) {
  accesses_.clear();
  note_created();
  for (auto& [id, waiting] : waiting_) waiting = world_.is_waiting(id);
  const bool goes_on = world_.step(scheduler);
  // Freed memory is handed out again: what was seen in it says nothing about what is there now.
  if (world_.collections() != collections_) past_.clear();
  collections_ = world_.collections();
  for (const Access& access : accesses_) {
    ++time_;
    judge(access);
    remember(access);
  }
  ++time_;
  note_synchronized();
  return goes_on;
}

// The go statement orders what its goroutine does after what was done before it.
void RaceWatch::note_created() {
  while (created_ < world_.goroutines_created()) {
    const GoroutineId id{static_cast<uint32_t>(++created_)};
    waiting_.emplace(id, false);
    synchronized(id);
  }
}

// Who has completed a synchronizing operation in this step: the one that moved, unless it only
// accessed a variable or parked, and those that it woke.
void RaceWatch::note_synchronized() {
  bool parked = false;
  for (const auto& [id, waited] : waiting_) {
    const bool waits = world_.is_waiting(id);
    if (waited && !waits) synchronized(id);
    parked = parked || (!waited && waits);
  }
  const bool plain = !accesses_.empty() && accesses_.back().visible && !accesses_.back().atomic;
  if (plain || parked) return;
  if (const GoroutineId mover = world_.current(); mover != kNoGoroutine) return synchronized(mover);
  // It yielded or finished, and is not known any more.
  for (const auto& [id, waited] : waiting_) synchronized(id);
}

void RaceWatch::judge(const Access& access) {
  if (race_) return;
  const uint64_t mine = synchronized_[access.who];
  for (Address at = access.first; at < access.first + access.words; ++at) {
    const auto found = past_.find(at);
    if (found == past_.end()) continue;
    for (const Past& past : found->second) {
      if (!conflict(past.access, access)) continue;
      if (past.time < mine && past.time < synchronized_[past.access.who]) continue;
      race_ = race_finding(world_, access, past.access);
      return;
    }
  }
}

void RaceWatch::remember(const Access& access) {
  for (Address at = access.first; at < access.first + access.words; ++at) {
    std::vector<Past>& pasts = past_[at];
    const auto same = std::find_if(pasts.begin(), pasts.end(), [&](const Past& past) {
      return past.access.who == access.who && past.access.write == access.write &&
             past.access.atomic == access.atomic;
    });
    if (same == pasts.end())
      pasts.push_back({access, time_});
    else
      *same = {access, time_};
  }
}

Finding race_finding(const World& world, const Access& later, const Access& earlier) {
  Finding finding;
  finding.kind = FindingKind::Race;
  finding.goroutine = later.who;
  finding.name = world.name_of(later.who);
  finding.status = GoroutineStatus::Running;
  finding.place = later.place;
  finding.created = CodePlace{FunctionId{kNone}, 0};
  if (const auto view = world.goroutine(later.who)) finding.created = view->created_at;
  finding.racing = {later.write, earlier.write, world.name_of(earlier.who), earlier.place};
  return finding;
}

}  // namespace gopark
