// Natives: functions of the std packages that are written in C++. Each is one line of natives.inc
// and one function.
//
// A native runs on its own frame: parameters in registers 0, 1, ...; results go to registers 0, 1,
// ... A parameter of struct or slice type takes as many registers as it has words. It may allocate
// freely: nothing is collected while it runs. A visible native is a visible operation: the step
// ends after it.
#pragma once

#include <string_view>

#include "sim/vm/state.h"

namespace gopark {

struct NativeCall {
  State& s;
  Address goroutine;
  Address registers;  // address of register 0

  Word argument(uint32_t i) const { return s.get(registers + i); }
  int64_t integer(uint32_t i) const { return static_cast<int64_t>(argument(i)); }
  std::string_view string(uint32_t i) const {
    return string_bytes(s, argument(i));
  }  // until the next allocation
  void result(uint32_t i, Word w) { s.set(registers + i, w); }
  void result_string(uint32_t i, std::string_view text) { result(i, new_string(s, text)); }
  // The dynamic type and first payload word's address of an interface argument. REQUIRES: not nil.
  TypeId dynamic_type(Reference interface) const {
    return TypeId{layout::aux_of(s.get(base_of(interface)))};
  }
  Address payload(Reference interface) const { return word_of(interface); }
  const Program& program() const { return *s.program; }
  GoroutineId id() const { return id_of(s, goroutine); }
  static Address word_of(Reference r) { return layout::word_of(r); }
};

enum class NativeDid : uint8_t {
  Done,
  Parked,    // park() was called; whoever wakes it moves its pc past the Native, or sets
             // layout::kGWoken and lets it run again
  Yielded,   // gave up the processor after being done
  Panicked,  // panic_runtime or panic_plain was called
  Finished,  // Goexit: deferred calls run, or the goroutine is to end
  Ended,     // the run is over (os.Exit, fatal error)
};

using NativeFunction = NativeDid (*)(NativeCall&);

// Whether others can see it.
enum class Visible : uint8_t {
  No = false,
  Yes = true,
  WhenTimeMoves = 2,  // under the async clock, where time may pass just before it
};

struct Native {
  std::string_view name;  // as Function::name: "sync.(*Mutex).Lock"
  NativeFunction function = nullptr;
  Visible visible = Visible::No;

  bool is_visible(ClockMode clock) const {
    return visible == Visible::Yes ||
           (visible == Visible::WhenTimeMoves && clock == ClockMode::Async);
  }
};

const Native& native(uint32_t id);

namespace natives {

// The end of a native that has one result.
inline NativeDid answer(NativeCall& c, Word result) {
  c.result(0, result);
  return NativeDid::Done;
}
inline NativeDid answer_text(NativeCall& c, std::string_view result) {
  c.result_string(0, result);
  return NativeDid::Done;
}

}  // namespace natives

}  // namespace gopark
