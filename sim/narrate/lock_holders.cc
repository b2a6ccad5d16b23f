#include "sim/narrate/lock_holders.h"

#include <algorithm>

namespace gopark {

namespace {

class Follower {
 public:
  explicit Follower(Reference lock) : lock_(lock) {}

  void follow(uint64_t step, const Event& event) {
    const LockHolder who{event.goroutine, step, event.place};
    if (const auto* parked = std::get_if<Parked>(&event.data)) {
      if (parked->object == lock_ && parked->reason == WaitReason::RWMutexLock) now_.waiting = who;
      if (parked->object == lock_ && parked->reason == WaitReason::RWMutexRLock)
        parked_readers_.push_back(who);
    }
    if (const auto* readied = std::get_if<Readied>(&event.data)) woken(readied->goroutine);
    const auto* operation = std::get_if<SyncOperation>(&event.data);
    if (operation != nullptr && operation->object == lock_)
      take(operation->kind, operation->value, who);
  }
  LockHolders holders() const { return now_; }

 private:
  void take(SyncKind kind, int64_t value, const LockHolder& who) {
    if (kind == SyncKind::Lock || (kind == SyncKind::TryLock && value != 0)) now_.locked = who;
    if (kind == SyncKind::Unlock) now_.locked.reset();
    if (kind == SyncKind::WriterLock) now_.writer = who;
    if (kind == SyncKind::WriterUnlock) now_.writer.reset();
    if (kind == SyncKind::RLock) now_.readers.push_back(who);
    if (kind == SyncKind::RUnlock) drop_reader(who.goroutine);
  }
  // Whoever is woken has the lock at once.
  void woken(GoroutineId id) {
    if (now_.waiting && now_.waiting->goroutine == id) {
      now_.writer = now_.waiting;
      now_.waiting.reset();
    }
    const auto reader = std::find_if(parked_readers_.begin(), parked_readers_.end(),
                                     [id](const LockHolder& r) { return r.goroutine == id; });
    if (reader == parked_readers_.end()) return;
    now_.readers.push_back(*reader);
    parked_readers_.erase(reader);
  }
  // Most often its own; Go lets anybody give a read lock back.
  void drop_reader(GoroutineId id) {
    std::vector<LockHolder>& readers = now_.readers;
    const auto own = std::find_if(readers.rbegin(), readers.rend(),
                                  [id](const LockHolder& r) { return r.goroutine == id; });
    if (own != readers.rend())
      readers.erase(std::next(own).base());
    else if (!readers.empty())
      readers.pop_back();
  }

  Reference lock_;
  LockHolders now_;
  std::vector<LockHolder> parked_readers_;
};

}  // namespace

LockHolders lock_holders(const Session& session, Reference lock) {
  Follower follower(lock);
  session.replay([&](uint64_t step, const World&, std::span<const Event> events) {
    for (const Event& event : events) follower.follow(step, event);
    return true;
  });
  return follower.holders();
}

}  // namespace gopark
