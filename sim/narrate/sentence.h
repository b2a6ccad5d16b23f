// One sentence for one step: at most 20 words, the cause first, names as the source has them.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "sim/vm/event.h"
#include "sim/vm/world.h"

namespace gopark {

inline constexpr std::size_t kMaxSentenceWords = 20;

// A step may be a part of an operation that the learner sees as one. Whoever lists steps may leave
// such a part out where the same goroutine, at the same line, made the rest just before or after.
enum class StepPart : uint8_t { Whole, LeadsUp, Trails };

// One step as people read it.
struct StepStory {
  GoroutineId goroutine{};  // who moved; kNoGoroutine: the clock, or nobody
  std::string name;         // its spawn path; "clock"; "" for nobody
  CodePlace place;          // where it did it, in the learner's files if it was there
  std::string sentence;
  StepPart part = StepPart::Whole;
  std::vector<FunctionId> returned;  // the functions that it has left, innermost first, where known
  std::vector<Reference>
      channels;  // that the step made, closed, or whose buffer or queues it changed
};

// `world` right after the step, `events` what the step did. `returned`: the functions that the
// goroutine has left in this step, innermost first, where known: "main returns from Example and
// sleeps for 10ms."
StepStory tell_step(const World& world, std::span<const Event> events,
                    std::span<const FunctionId> returned = {});

// Tells the steps of one run in order, so that it knows which functions each step returned from.
class StoryTeller {
 public:
  StepStory tell(const World& world, std::span<const Event> events);

 private:
  using Stack = std::vector<FunctionId>;  // the learner's own functions, outermost first
  std::map<GoroutineId, Stack> stacks_;
};

// "c  cap 2  [50 75]  sending: main.1 (100)": what a channel holds and who waits at it, on one
// line.
std::string channel_line(const World& world, Reference channel);

}  // namespace gopark
