#include "sim/detect/leaked.h"

#include <algorithm>
#include <utility>

#include "sim/detect/marks.h"

namespace gopark {

bool is_blocked(const GoroutineView& goroutine) {
  if (goroutine.status != GoroutineStatus::Waiting) return false;
  switch (goroutine.reason) {
    case WaitReason::Sleep:
    case WaitReason::SynctestRun:
    case WaitReason::SynctestWait:
      return false;
    default:
      return true;
  }
}

namespace {

// The goroutines and what the blocked ones wait on, sorted by the awaited object.
struct Waiting {
  uint32_t object = 0;
  std::size_t goroutine = 0;  // index in LeakSearch::goroutines_

  friend bool operator<(const Waiting& a, const Waiting& b) {
    return std::pair(a.object, a.goroutine) < std::pair(b.object, b.goroutine);
  }
};

class LeakSearch {
 public:
  explicit LeakSearch(const World& world) : world_(world) {}

  std::vector<GoroutineId> run() {
    find_goroutines();
    mark_roots();
    while (!pending_.empty()) {
      const uint32_t object = pending_.back();
      pending_.pop_back();
      wake_waiters_of(object);
      world_.for_each_reference_in_object(object, [this](Reference r) { reach(r); });
    }
    return unreached();
  }

 private:
  struct Entry {
    GoroutineId id{};
    bool is_root = false;
  };

  void find_goroutines() {
    for (const GoroutineId id : world_.goroutines()) {
      const auto view = world_.goroutine(id);
      if (!view) continue;
      const bool blocked = is_blocked(*view) && view->reason != WaitReason::IOWait;
      if (blocked) {
        for (const Reference r : view->waits_on) {
          if (r != 0) waiting_.push_back(Waiting{base_of(r), goroutines_.size()});
        }
      }
      goroutines_.push_back(Entry{id, !blocked});
    }
    std::stable_sort(waiting_.begin(), waiting_.end());
  }

  void mark_roots() {
    reach(world_.globals_object());
    for (const TimerView& timer : world_.timers()) {
      reach(timer.timer);
      if (timer.kind != layout::TimerKind::WakeGoroutine) reach(timer.target);
    }
    for (const Entry& entry : goroutines_) {
      if (entry.is_root) reach_stack(entry.id);
    }
  }

  void reach(Reference r) {
    if (r != 0 && marks_.add(base_of(r))) pending_.push_back(base_of(r));
  }

  void reach_stack(GoroutineId id) {
    world_.for_each_live_reference_in_stack(id, [this](Reference r) { reach(r); });
  }

  void wake_waiters_of(uint32_t object) {
    auto it = std::lower_bound(waiting_.begin(), waiting_.end(), Waiting{object, 0});
    for (; it != waiting_.end() && it->object == object; ++it) {
      Entry& entry = goroutines_[it->goroutine];
      if (std::exchange(entry.is_root, true)) continue;
      reach_stack(entry.id);
    }
  }

  std::vector<GoroutineId> unreached() const {
    std::vector<GoroutineId> leaked;
    for (const Entry& entry : goroutines_) {
      if (!entry.is_root) leaked.push_back(entry.id);
    }
    return leaked;
  }

  const World& world_;
  Marks marks_;
  std::vector<uint32_t> pending_;
  std::vector<Entry> goroutines_;
  std::vector<Waiting> waiting_;
};

}  // namespace

std::vector<GoroutineId> leaked_goroutines(const World& world) {
  return LeakSearch(world).run();
}

}  // namespace gopark
