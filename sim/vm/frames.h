// The frames of a goroutine that does not run just now, innermost first, without a list of them.
#pragma once

#include "sim/vm/state.h"

namespace gopark {

// Calls visit(const Frame&). REQUIRES: the interpreter is not running.
template <typename F>
void for_each_frame(const State& s, Address goroutine, F&& visit) {
  const Word place = s.field(goroutine, layout::kGStack);
  const Word code = s.field(goroutine, layout::kGCode);
  const Address stack = layout::low(place);
  Frame frame{FunctionId{layout::high(code)}, layout::low(code), layout::high(place), 0, true};
  for (;;) {
    const Word link = s.field(stack, frame.base - 2), chain = s.field(stack, frame.base - 1);
    frame.flags = layout::high(chain);
    visit(static_cast<const Frame&>(frame));
    if ((frame.flags & layout::kFrameEntry) != 0) return;
    frame = {FunctionId{layout::high(link)}, layout::low(link), frame.base - layout::low(chain), 0,
             false};
  }
}

}  // namespace gopark
