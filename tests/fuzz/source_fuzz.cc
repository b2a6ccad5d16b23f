// Any bytes as Go source: refused with diagnostics or compiled, and never a crash. What is accepted
// must also be coloured in order.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "sim/base/assert.h"
#include "sim/lang/syntax_highlight.h"
#include "sim/lang/toolchain.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  using namespace gopark::lang;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  // Kept, as everywhere else: to read the library's packages anew takes half a second here.
  static Toolchain toolchain;
  const CompileResult result = toolchain.compile("fuzz.go", text);
  GOPARK_ASSERT(result.ok() == result.diagnostics.empty(), "a refusal has a reason");
  uint32_t covered = 0;
  for (const HighlightSpan& span : highlight(text)) {
    GOPARK_ASSERT(span.length > 0 && span.offset >= covered);
    covered = span.offset + span.length;
  }
  GOPARK_ASSERT(covered <= size);
  return 0;
}
