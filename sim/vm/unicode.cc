#include "sim/vm/unicode.h"

#include <algorithm>
#include <iterator>

namespace gopark {

namespace {

// First rune << 4 | class, ascending; a run ends where the next begins.
constexpr uint32_t kRuns[] = {
#define CLASS_RUN(first, name) (uint32_t{first} << 4 | static_cast<uint32_t>(RuneClass::name)),
#define CASE_RANGE(first, last, upper, lower, title)
#define CASE_PAIRS(first, last)
#define FOLD(rune, next)
#include "sim/vm/unicode_tables.inc"
#undef CLASS_RUN
#undef CASE_RANGE
#undef CASE_PAIRS
#undef FOLD
};

// What to add to a rune for each RuneCase. In pairs the first of two is upper case, the second
// lower.
struct CaseRange {
  int32_t first;
  int32_t last;
  int32_t add[3];
  bool pairs;
};

constexpr CaseRange kCases[] = {
#define CLASS_RUN(first, name)
#define CASE_RANGE(first, last, upper, lower, title) \
  CaseRange{first, last, {upper, lower, title}, false},
#define CASE_PAIRS(first, last) CaseRange{first, last, {}, true},
#define FOLD(rune, next)
#include "sim/vm/unicode_tables.inc"
#undef CLASS_RUN
#undef CASE_RANGE
#undef CASE_PAIRS
#undef FOLD
};

struct Fold {
  int32_t rune;
  int32_t next;
};

constexpr Fold kFolds[] = {
#define CLASS_RUN(first, name)
#define CASE_RANGE(first, last, upper, lower, title)
#define CASE_PAIRS(first, last)
#define FOLD(rune, next) Fold{rune, next},
#include "sim/vm/unicode_tables.inc"
#undef CLASS_RUN
#undef CASE_RANGE
#undef CASE_PAIRS
#undef FOLD
};

constexpr int64_t kMaxRune = 0x10FFFF;

bool is_rune(int64_t rune) {
  return rune >= 0 && rune <= kMaxRune;
}

}  // namespace

RuneClass class_of_rune(int64_t rune) {
  if (!is_rune(rune)) return RuneClass::Other;
  const auto r = static_cast<uint32_t>(rune);
  const uint32_t run =
      *std::prev(std::upper_bound(std::begin(kRuns), std::end(kRuns), r << 4 | 15));
  const auto found = static_cast<RuneClass>(run & 15);
  if (found != RuneClass::Alternating) return found;
  return (r - (run >> 4)) % 2 == 0 ? RuneClass::Upper : RuneClass::Lower;
}

bool is_graphic(int64_t rune) {
  return class_of_rune(rune) <= RuneClass::Space;
}

bool is_print(int64_t rune) {
  return rune == ' ' || class_of_rune(rune) < RuneClass::Space;
}

int64_t to_case(int64_t rune, RuneCase to) {
  if (!is_rune(rune)) return rune;
  const CaseRange* range =
      std::lower_bound(std::begin(kCases), std::end(kCases), rune,
                       [](const CaseRange& c, int64_t r) { return c.last < r; });
  if (range == std::end(kCases) || rune < range->first) return rune;
  if (!range->pairs) return rune + range->add[static_cast<std::size_t>(to)];
  const int64_t upper = range->first + ((rune - range->first) & ~int64_t{1});
  return to == RuneCase::Lower ? upper + 1 : upper;
}

int64_t simple_fold(int64_t rune) {
  if (!is_rune(rune)) return rune;
  const Fold* fold = std::lower_bound(std::begin(kFolds), std::end(kFolds), rune,
                                      [](const Fold& f, int64_t r) { return f.rune < r; });
  if (fold != std::end(kFolds) && fold->rune == rune) return fold->next;
  const int64_t lower = to_case(rune, RuneCase::Lower);
  return lower != rune ? lower : to_case(rune, RuneCase::Upper);
}

}  // namespace gopark
