// Any bytes as a schedule's text: parsing answers, and what parses comes back from its text the
// same.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "sim/base/assert.h"
#include "sim/sched/schedule.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const gopark::Result<gopark::Schedule> schedule = gopark::parse_schedule(text);
  if (!schedule.ok()) return 0;
  const auto again = gopark::parse_schedule(to_string(schedule.value()));
  GOPARK_ASSERT(again.ok() && again.value() == schedule.value());
  return 0;
}
