// Independence: which goroutines a search must let move in a state, when what it leaves out only
// differs in the order of operations that do not touch each other. (Godefroid: persistent sets.)
//
// The set T. It starts with one goroutine that can move, and takes in every goroutine that can
// reach what the next operation of a member touches, until nobody is added. References come from
// nowhere: a goroutine gets them from its own live registers, from the heap behind these, from
// globals that its code still names, and from others through what both can reach. So as long as no
// member moves, nobody else can ever touch what the members' next operations touch: each of these
// stays possible, or stays blocked, and commutes with whatever the others do. Trying only the
// members that can move therefore meets every deadlock, and every goroutine that is blocked for
// good, of the full search.
//
// What a pointer reaches is the value that its type points to, and what is behind that: neighbours
// in an array are apart. Registers whose type is not known reach the whole object.
//
// Three rules go beyond what is touched:
//   Lock of a mutex that is held  waits until the mutex is free or nothing else can move. Nobody
//   can see who has already queued up: Unlock hands nothing over, and whoever comes first takes a
//   free lock. So the queue only matters when time passes, and that takes all to be blocked. Done,
//   and Wait  of a WaitGroup touch nothing when nobody else will ever add to one: the counter then
//   only falls, and in any order it reaches zero once, or below it in a panic. The end of main
//   comes last. Who is blocked for good stays so while others go on; a panic that comes meanwhile
//   is one more failure, not one less. So this finds a failure if there is one, but not each of
//   them, nor all ends that are clean.
//
// Where time may pass at any time, the clock is one more that moves, and may be a member of T. It
// reaches the channels of pending timers and what their functions reach; its next move touches the
// channels of the timers that are due first. Beside that the clock and the order of timers are one
// thing, which its move touches, and so does whoever starts, stops or resets a timer, reads the
// clock or sleeps; whoever may still do so reaches it. A section touches it only where it says so
// (BeginTimed). A set that is everybody with the clock among them is not cut down to who queues up
// or comes last: timers need not have an end.
//
// A section that only looks  touches nothing when nobody else will ever change what is looked at
// so.
//
// All of it holds for programs without data races; the search reports a race where it meets one
// (the accesses since a goroutine's last operation count as touched), and a circle of states must
// have one that is searched in full: the caller sees to it.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "sim/vm/access.h"
#include "sim/vm/world.h"

namespace gopark {

class Independence {
 public:
  explicit Independence(const Program& program);
  ~Independence();

  // A set T among the candidates, not empty; all of them where no smaller one is known.
  // `segments`: accesses that goroutines have made since their last visible operations.
  // REQUIRES: every goroutine that can move has been poised.
  std::vector<GoroutineId> persistent_set(const World& world,
                                          const std::vector<GoroutineId>& candidates,
                                          const std::vector<Access>& segments);

 private:
  class Finder;
  std::unique_ptr<Finder> finder_;
};

// Whether the program can start a timer: otherwise the two clocks are the same.
bool uses_timers(const Program& program);

}  // namespace gopark
