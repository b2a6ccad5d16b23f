// Any bytes as a goroutine dump: reading answers with groups that add up, or with a sentence.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "sim/base/assert.h"
#include "sim/narrate/read_dump.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const gopark::Result<gopark::GoroutineDump> dump = gopark::read_dump(text);
  if (!dump.ok()) {
    GOPARK_ASSERT(!dump.error().empty());
    return 0;
  }
  std::size_t goroutines = 0;
  for (const gopark::DumpGroup& group : dump.value().groups) {
    goroutines += group.ids.size();
    GOPARK_ASSERT(group.first.frames.size() <= gopark::kMaxDumpFrames);
    GOPARK_ASSERT(!gopark::what_it_waits_for(group.kind).empty());
    const gopark::DumpFrame* own = own_frame(group.first);
    GOPARK_ASSERT((own == nullptr) == group.first.frames.empty());
  }
  GOPARK_ASSERT(goroutines > 0 && goroutines == dump.value().goroutines);
  return 0;
}
