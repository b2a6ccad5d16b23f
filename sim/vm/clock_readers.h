// ClockReaders: where a program has been seen to read the clock, and whether a state may come there
// again.
//
// (Nor does it matter how far off pending timers are, but only which comes first, once nobody will
// start another one.)
//
// The clock's value is no part of a state from which nobody will read it: every future of two
// states that only differ in it is the same, a little later. So it is with the deadlines of
// contexts, beside their timers. Who reads one of them cannot be known beforehand (a context prints
// its deadline, but few programs print a context). So a search begins with the places that can be
// known, adds each one at which it sees a read, and begins anew when there was one. Once a search
// sees no new ones, nobody reads the clock in what it has left out, either: that goes on as a state
// that it has followed.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/vm/event.h"
#include "sim/vm/futures.h"
#include "sim/vm/state.h"

namespace gopark {

class ClockReaders {
 public:
  explicit ClockReaders(const Program& program);

  // A place as World::set_clock_sink gives it. False: it was known.
  bool add(CodePlace place);
  // REQUIRES: the interpreter is not running.
  bool may_read(const State& s);
  // Whether somebody may still start a timer, or sleep.
  bool may_start_timer(const State& s);

 private:
  void look_ahead(const State& s);
  bool is_reading(const State& s, Address goroutine) const;

  const Program& program_;
  std::vector<CodePlace> places_;
  bool always_ = false;  // a goroutine that does nothing else
  std::optional<Futures> futures_;
  std::vector<uint64_t> bits_;
};

// Whether the program can read the clock, by time.Now or in what a timer's channel sends.
bool reads_clock(const Program& program);

}  // namespace gopark
