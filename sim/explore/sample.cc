#include "sim/explore/sample.h"

#include <algorithm>
#include <map>

#include "sim/base/prng.h"
#include "sim/detect/race_watch.h"
#include "sim/explore/failures.h"
#include "sim/sched/recorder.h"

namespace gopark {

namespace {

// Answers at random, and counts how often that takes the processor from somebody.
class SamplingScheduler : public Scheduler {
 public:
  explicit SamplingScheduler(uint64_t seed) : random_(seed) {}

  uint64_t pick(const World& world, const Choice& choice) final {
    if (choice.kind != ChoiceKind::Next) return draw(choice.count);
    const uint64_t answer = who_moves(world, choice.count);
    if (answer != 0 && world.candidate(0) == world.current()) ++preemptions_;
    return answer;
  }
  uint64_t preemptions() const { return preemptions_; }

 protected:
  virtual uint64_t who_moves(const World& world, uint64_t count) = 0;
  // Below `bound`, which is at most 2^32 (ChoiceKind::Random).
  uint64_t draw(uint64_t bound) {
    return bound > 0xffffffff ? random_.next() >> 32
                              : random_.below(static_cast<uint32_t>(std::max<uint64_t>(1, bound)));
  }

 private:
  Prng random_;
  uint64_t preemptions_ = 0;
};

class RandomWalk final : public SamplingScheduler {
 public:
  using SamplingScheduler::SamplingScheduler;

 private:
  uint64_t who_moves(const World&, uint64_t count) override { return draw(count); }
};

// `length`: about how many steps a run has.
class Pct final : public SamplingScheduler {
 public:
  Pct(uint64_t seed, uint64_t length) : SamplingScheduler(seed) {
    for (uint64_t i = 1; i < kPctDepth; ++i) falls_.push_back(draw(length));
    std::stable_sort(falls_.begin(), falls_.end());
  }

 private:
  uint64_t who_moves(const World& world, uint64_t count) override {
    uint64_t best = highest(world, count);
    while (fallen_ < falls_.size() && world.steps() >= falls_[fallen_]) {
      // Below all that were drawn, and below those that fell before.
      priorities_[world.candidate(best)] = falls_.size() - fallen_++;
      best = highest(world, count);
    }
    return best;
  }
  uint64_t highest(const World& world, uint64_t count) {
    uint64_t best = 0;
    for (uint64_t i = 1; i < count; ++i)
      if (priority(world.candidate(i)) > priority(world.candidate(best))) best = i;
    return best;
  }
  uint64_t priority(GoroutineId id) {
    const auto [entry, added] = priorities_.try_emplace(id, 0);
    if (added) entry->second = kPctDepth + draw(uint64_t{1} << 32);
    return entry->second;
  }

  std::vector<uint64_t> falls_;
  std::size_t fallen_ = 0;
  std::map<GoroutineId, uint64_t> priorities_;
};

PathRun run_once(const std::shared_ptr<const Program>& program, const SampleOptions& options,
                 SamplingScheduler& scheduler) {
  World world(program, options.world);
  Recorder recorder(scheduler, options.world.clock);
  std::optional<RaceWatch> watch;
  if (options.races) watch.emplace(world);
  while (world.steps() < options.max_steps &&
         (watch ? watch->step(recorder) : world.step(recorder))) {
  }
  PathRun run;
  run.schedule = recorder.schedule();
  run.outcome = world.outcome();
  run.steps = world.steps();
  run.preemptions = scheduler.preemptions();
  run.findings = failures_of(world);
  if (watch && watch->race()) run.findings.push_back(*watch->race());
  if (recorder.overflowed()) run.findings.clear();  // nobody could repeat it
  return run;
}

// The same seed and length, the same run.
PathRun run_of_seed(const std::shared_ptr<const Program>& program, const SampleOptions& options,
                    uint64_t seed, uint64_t length) {
  RandomWalk walk(seed);
  Pct pct(seed, length);
  SamplingScheduler& scheduler =
      seed % 2 == 0 ? static_cast<SamplingScheduler&>(walk) : static_cast<SamplingScheduler&>(pct);
  return run_once(program, options, scheduler);
}

// A failing run that goes on for ever, ended at the step that shows the failure: who is leaked
// stays so, and a race that was seen was seen.
PathRun shortened(const std::shared_ptr<const Program>& program, SampleOptions options,
                  uint64_t seed, uint64_t length, PathRun run) {
  uint64_t clean = 0;
  while (run.steps - clean > 1) {
    options.max_steps = clean + (run.steps - clean) / 2;
    PathRun shorter = run_of_seed(program, options, seed, length);
    if (shorter.findings.empty())
      clean = options.max_steps;
    else
      run = std::move(shorter);
  }
  return run;
}

}  // namespace

Sampled sample(const std::shared_ptr<const Program>& program, const SampleOptions& options) {
  Sampled sampled;
  uint64_t length = options.max_steps;
  while (sampled.runs < options.runs && !(options.interrupted && options.interrupted())) {
    const uint64_t seed = sampled.runs++;
    PathRun run = run_of_seed(program, options, seed, length);
    if (!run.findings.empty()) {
      const bool endless = run.outcome.kind == OutcomeKind::Running;
      sampled.failing =
          endless ? shortened(program, options, seed, length, std::move(run)) : std::move(run);
      return sampled;
    }
    length = run.steps;
  }
  return sampled;
}

}  // namespace gopark
