// The names of things in a run. Ids are numbers handed out in order, never machine addresses, so
// that two runs of the same schedule agree on them in every build.
#pragma once

#include <cstdint>
#include <string_view>

#include "sim/vm/bytecode.h"

namespace gopark {

// A goroutine by order of creation; main is 1. (Go: goid.) People see the spawn path instead:
// World::name_of.
enum class GoroutineId : uint32_t {};
inline constexpr GoroutineId kNoGoroutine{0};
inline constexpr GoroutineId kMainGoroutine{1};

// The place of an object in the run's memory: base | word offset << 32, exactly a Go pointer or
// channel value. 0 is nil. Channels have offset 0; a mutex inside a struct has that struct's base
// and its own offset.
using Reference = Word;
inline uint32_t base_of(Reference r) {
  return static_cast<uint32_t>(r);
}
inline uint32_t offset_of(Reference r) {
  return static_cast<uint32_t>(r >> 32);
}

enum class WaitReason : uint8_t {
#define WAIT_REASON(name, text) name,
#include "sim/vm/wait_reason.inc"
#undef WAIT_REASON
};
std::string_view to_string(WaitReason reason);

enum class GoroutineStatus : uint8_t { Runnable, Running, Waiting, Finished };

}  // namespace gopark
