#include "sim/vm/native.h"

#include "sim/vm/natives_finalizer.h"
#include "sim/vm/natives_math.h"
#include "sim/vm/natives_reflect.h"
#include "sim/vm/natives_runtime.h"
#include "sim/vm/natives_sync.h"
#include "sim/vm/natives_text.h"

namespace gopark {

namespace {

using namespace natives;
using Signed32 = Atomic<32, true>;
using Signed64 = Atomic<64, true>;
using Unsigned32 = Atomic<32, false>;
using Unsigned64 = Atomic<64, false>;

constexpr uint8_t kWhenTimeMoves = static_cast<uint8_t>(Visible::WhenTimeMoves);
constexpr Native kNatives[] = {
#define NATIVE(name, function, visible) Native{name, function, Visible{visible}},
#include "sim/vm/natives.inc"
#undef NATIVE
};
constexpr uint32_t kNativeCount = sizeof kNatives / sizeof kNatives[0];

}  // namespace

const Native& native(uint32_t id) {
  GOPARK_ASSERT(id < kNativeCount);
  return kNatives[id];
}

// Called once a native and compilation: no table is worth its keep.
uint32_t find_native(std::string_view name) {
  for (uint32_t id = 0; id < kNativeCount; ++id)
    if (kNatives[id].name == name) return id;
  return kNone;
}

std::string_view to_string(WaitReason reason) {
  constexpr std::string_view kTexts[] = {
#define WAIT_REASON(name, text) text,
#include "sim/vm/wait_reason.inc"
#undef WAIT_REASON
  };
  return kTexts[static_cast<std::size_t>(reason)];
}

}  // namespace gopark
