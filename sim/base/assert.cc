#include "sim/base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace gopark {

void fail_assertion(const char* file, int line, const char* condition, const char* meaning) {
  const bool has_meaning = meaning[0] != '\0';
  std::fprintf(stderr, "%s:%d: assertion failed: %s%s%s%s\n", file, line, condition,
               has_meaning ? " (" : "", meaning, has_meaning ? ")" : "");
  std::abort();
}

}  // namespace gopark
