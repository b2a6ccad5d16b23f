#include "sim/narrate/std_call.h"

#include <array>
#include <string_view>

namespace gopark {

namespace {

struct Named {
  std::string_view prefix;
  StdCall call;
};

constexpr std::array<Named, 7> kNamed = {{
    {"sync.(*RWMutex).Lock", StdCall::RWMutexLock},
    {"sync.(*RWMutex).Unlock", StdCall::RWMutexUnlock},
    {"sync.(*Cond).Wait", StdCall::CondWait},
    {"sync.(*Once).", StdCall::OnceDo},
    {"context.", StdCall::Context},
    {"log.", StdCall::Log},
    {"log/slog.", StdCall::Log},
}};

StdCall call_named(std::string_view function) {
  for (const Named& named : kNamed)
    if (function.starts_with(named.prefix)) return named.call;
  return StdCall::Other;
}

}  // namespace

StdCall std_call(const World& world, GoroutineId goroutine) {
  StdCall innermost = StdCall::None;
  for (const FrameView& frame : world.frames(goroutine)) {
    const Function& function = function_of(world.program(), frame.place.function);
    if (!function.is_std) break;
    const StdCall call = call_named(function.name);
    // Cond.Wait may give back an RWMutex.
    if (call == StdCall::CondWait) return call;
    if (innermost == StdCall::None || innermost == StdCall::Other) innermost = call;
  }
  return innermost;
}

}  // namespace gopark
