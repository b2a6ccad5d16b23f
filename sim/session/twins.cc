#include "sim/session/twins.h"

#include <algorithm>
#include <string>
#include <vector>

#include "sim/base/hash.h"
#include "sim/sched/recorder.h"
#include "sim/sched/schedulers.h"

namespace gopark {

namespace {

// Steps beyond this many are not compared.
constexpr std::size_t kMaxCompared = 1u << 22;

// ---- the schedule of the second

std::string name_of(const World& world, GoroutineId id) {
  return id == kNoGoroutine ? "" : world.name_of(id);
}

// A choice as the first run met it.
struct Met {
  Choice choice;
  uint64_t pick = 0;
  std::vector<std::string> candidates;  // of ChoiceKind::Next
  std::string mover;                    // of the other kinds: who was moving
};

std::vector<std::string> candidate_names(const World& world, const Choice& choice) {
  std::vector<std::string> names;
  if (choice.kind != ChoiceKind::Next) return names;
  for (uint64_t i = 0; i < choice.count; ++i) names.push_back(name_of(world, world.candidate(i)));
  return names;
}

class Observer final : public Scheduler {
 public:
  explicit Observer(Scheduler& inner) : inner_(inner) {}
  uint64_t pick(const World& world, const Choice& choice) override {
    const uint64_t pick = inner_.pick(world, choice);
    met.push_back(
        Met{choice, pick, candidate_names(world, choice), name_of(world, world.current())});
    return pick;
  }
  std::vector<Met> met;

 private:
  Scheduler& inner_;
};

// Follows what the first run did. It keeps state, so it is for one run forward; its picks are
// recorded.
class Follower final : public Scheduler {
 public:
  explicit Follower(const std::vector<Met>& lead) : lead_(lead) {}

  uint64_t pick(const World& world, const Choice& choice) override {
    const Met here{choice, 0, candidate_names(world, choice), name_of(world, world.current())};
    if (in_step_ && next_ < lead_.size() && is_same(lead_[next_], here)) {
      other_ = next_ + 1;
      return lead_[next_++].pick;
    }
    in_step_ = false;
    return choice.kind == ChoiceKind::Next ? follow_move(here) : follow_other(here);
  }

 private:
  static bool is_same(const Met& a, const Met& b) {
    return a.choice.kind == b.choice.kind && a.choice.count == b.choice.count &&
           a.candidates == b.candidates;
  }

  uint64_t follow_move(const Met& here) {
    for (std::size_t i = next_; i < lead_.size(); ++i) {
      const Met& met = lead_[i];
      if (met.choice.kind != ChoiceKind::Next || met.pick == 0) continue;
      if (met.candidates.front() != here.candidates.front()) continue;
      const auto found = std::find(here.candidates.begin(), here.candidates.end(),
                                   met.candidates[static_cast<std::size_t>(met.pick)]);
      if (found == here.candidates.end()) continue;
      next_ = i + 1;
      return static_cast<uint64_t>(found - here.candidates.begin());
    }
    return 0;
  }

  uint64_t follow_other(const Met& here) {
    for (std::size_t i = other_; i < lead_.size(); ++i) {
      const Met& met = lead_[i];
      if (met.choice.kind != here.choice.kind || met.choice.count != here.choice.count) continue;
      if (met.mover != here.mover) continue;
      other_ = i + 1;
      return met.pick;
    }
    return pick_in_go_order(0, here.choice);
  }

  const std::vector<Met>& lead_;
  bool in_step_ = true;    // all choices so far were the same
  std::size_t next_ = 0;   // from where on to look for the next move
  std::size_t other_ = 0;  // and for the next choice of another kind
};

SessionOptions following(const SessionOptions& options, const std::shared_ptr<const Program>& leaky,
                         const std::shared_ptr<const Program>& fixed) {
  const bool is_go_order = !options.schedule && options.policy == Policy{};
  if (is_go_order) return options;
  SessionOptions follow = options;
  if (follow.schedule) follow.world.clock = follow.schedule->clock;
  SessionScheduler scheduler(options.policy, options.schedule);
  Observer observer(scheduler);
  World first(leaky, follow.world);
  for (uint64_t i = 0; i < options.max_steps && first.step(observer); ++i) {
  }
  Follower follower(observer.met);
  Recorder recorder(follower, follow.world.clock);
  World second(fixed, follow.world);
  for (uint64_t i = 0; i < options.max_steps && second.step(recorder); ++i) {
  }
  follow.schedule = recorder.schedule();
  return follow;
}

// ---- what happened in a step, as far as it counts

class Signature {
 public:
  explicit Signature(const World& world) : world_(world) {}

  uint64_t of(std::span<const Event> events) {
    hash_ = static_cast<uint64_t>(world_.outcome().kind);
    for (const Event& event : events) {
      if (!counts(event.data)) continue;
      add_name(event.goroutine);
      add(event.data.index());
      std::visit([this](const auto& data) { add_data(data); }, event.data);
    }
    return hash_;
  }

 private:
  static bool counts(const EventData& data) {
    return !std::holds_alternative<SelectChose>(data) &&
           !std::holds_alternative<VariableRead>(data) &&
           !std::holds_alternative<VariableWritten>(data);
  }

  void add(uint64_t word) { hash_ = hash_next(hash_, word); }
  void add_name(GoroutineId id) { add(hash_text(name_of(world_, id))); }
  void add_value(const MovedValue& value) {
    if (!type_of(world_.program(), value.type).pointers.empty()) return;
    add(value.words[0]);
    add(value.words[1]);
  }

  template <typename T>
  void add_data(const T&) {}
  void add_data(const GoroutineCreated& created) { add_name(created.child); }
  void add_data(const Readied& readied) { add_name(readied.goroutine); }
  void add_data(const Sent& sent) {
    add_name(sent.receiver);
    add_value(sent.value);
  }
  void add_data(const Received& received) {
    add_name(received.sender);
    add(received.ok ? 1 : 0);
    add_value(received.value);
  }
  void add_data(const SyncOperation& operation) {
    add(static_cast<uint64_t>(operation.kind));
    add(static_cast<uint64_t>(operation.value));
  }
  void add_data(const Slept& slept) { add(static_cast<uint64_t>(slept.nanoseconds)); }
  void add_data(const ClockAdvanced& advanced) { add(static_cast<uint64_t>(advanced.to)); }
  void add_data(const TimerFired& fired) { add_name(fired.woke); }
  void add_data(const Printed& printed) {
    const std::string_view written = printed.to_error ? world_.error_output() : world_.output();
    add(hash_text(written.substr(static_cast<std::size_t>(printed.offset), printed.length)));
  }
  void add_data(const Exited& exited) { add(static_cast<uint64_t>(exited.code)); }

  const World& world_;
  uint64_t hash_ = 0;
};

std::vector<uint64_t> signatures(const Session& session) {
  std::vector<uint64_t> signatures;
  session.replay([&](uint64_t, const World& world, std::span<const Event> events) {
    signatures.push_back(Signature(world).of(events));
    return signatures.size() < kMaxCompared;
  });
  return signatures;
}

std::optional<uint64_t> find_parting(const Session& leaky, const Session& fixed) {
  const std::vector<uint64_t> a = signatures(leaky), b = signatures(fixed);
  const auto [end_a, end_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  if (end_a == a.end() && end_b == b.end()) return std::nullopt;
  return static_cast<uint64_t>(end_a - a.begin()) + 1;
}

}  // namespace

Twins::Twins(std::shared_ptr<const Program> leaky, std::shared_ptr<const Program> fixed,
             SessionOptions options)
    : leaky_(leaky, options),
      fixed_(fixed, following(options, leaky, fixed)),
      parting_(find_parting(leaky_, fixed_)) {}

}  // namespace gopark
