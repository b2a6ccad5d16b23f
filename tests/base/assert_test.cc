#include "sim/base/assert.h"

#include <gtest/gtest.h>

namespace gopark {
namespace {

TEST(Assert, HoldingConditionIsEvaluatedOnceAndGoesOn) {
  int evaluations = 0;
  GOPARK_ASSERT(++evaluations == 1);
  EXPECT_EQ(evaluations, 1);
}

TEST(AssertDeathTest, FailingConditionNamesItselfAndAborts) {
  EXPECT_DEATH(GOPARK_ASSERT(1 + 1 == 3), "assert_test.cc:[0-9]+: assertion failed: 1 \\+ 1 == 3");
}

TEST(AssertDeathTest, MeaningIsPrintedBesideTheCondition) {
  EXPECT_DEATH(GOPARK_ASSERT(false, "a goroutine has a frame"),
               "false \\(a goroutine has a frame\\)");
}

}  // namespace
}  // namespace gopark
