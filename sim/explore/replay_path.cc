#include "sim/explore/replay_path.h"

#include "sim/detect/race_watch.h"
#include "sim/explore/failures.h"
#include "sim/sched/recorder.h"
#include "sim/sched/replay.h"

namespace gopark {

namespace {

// Answers with the path's movers, found by id among the candidates.
class PathScheduler : public Scheduler {
 public:
  explicit PathScheduler(const std::vector<PathMove>& path) : path_(path) {}

  void at(std::size_t move) {
    move_ = move;
    answered_ = 0;
  }
  // Whether this move takes the processor from one that could go on: it is the first candidate.
  bool preempts(const World& world) const {
    return move_ < path_.size() && world.current() != kNoGoroutine &&
           candidate(world, world.candidate_count()) != 0;
  }
  uint64_t pick(const World& world, const Choice& choice) override {
    if (move_ >= path_.size()) return 0;
    if (choice.kind == ChoiceKind::Next) return candidate(world, choice.count);
    const std::vector<uint64_t>& answers = path_[move_].answers;
    const uint64_t answer = answered_ < answers.size() ? answers[answered_] : 0;
    ++answered_;
    return answer < choice.count ? answer : 0;
  }

 private:
  uint64_t candidate(const World& world, uint64_t count) const {
    for (uint64_t i = 0; i < count; ++i)
      if (world.candidate(i) == path_[move_].mover) return i;
    return 0;
  }
  const std::vector<PathMove>& path_;
  std::size_t move_ = 0;
  std::size_t answered_ = 0;
};

// Follows the prefix, too.
void follow(World& world, Recorder& recorder, std::optional<ReplayScheduler>& replay,
            uint64_t steps) {
  while (replay && world.steps() < steps && world.step(recorder)) {
  }
  replay.reset();
}

// Who answers: the prefix's schedule while there is one, then the path.
class PrefixedScheduler : public Scheduler {
 public:
  PrefixedScheduler(std::optional<ReplayScheduler>& prefix, PathScheduler& path)
      : prefix_(prefix), path_(path) {}
  uint64_t pick(const World& world, const Choice& choice) override {
    return prefix_ ? prefix_->pick(world, choice) : path_.pick(world, choice);
  }

 private:
  std::optional<ReplayScheduler>& prefix_;
  PathScheduler& path_;
};

}  // namespace

PathRun run_path(const std::shared_ptr<const Program>& program, const WorldOptions& options,
                 const std::vector<PathMove>& path, bool races, uint64_t tail, Prefix prefix) {
  World world(program, options);
  PathScheduler scheduler(path);
  std::optional<ReplayScheduler> replay;
  if (prefix.schedule != nullptr) replay.emplace(*prefix.schedule);
  PrefixedScheduler both(replay, scheduler);
  Recorder recorder(both, options.clock);
  follow(world, recorder, replay, prefix.steps);
  std::optional<RaceWatch> watch;
  if (races) watch.emplace(world);
  PathRun run;
  for (std::size_t move = 0; !world.ended() && move < path.size() + tail; ++move) {
    scheduler.at(move);
    if (scheduler.preempts(world)) ++run.preemptions;
    if (watch)
      watch->step(recorder);
    else
      world.step(recorder);
  }
  run.schedule = recorder.schedule();
  run.outcome = world.outcome();
  run.steps = world.steps();
  run.findings = failures_of(world);
  if (watch && watch->race()) run.findings.push_back(*watch->race());
  return run;
}

}  // namespace gopark
