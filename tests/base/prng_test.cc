#include "sim/base/prng.h"

#include <array>

#include <gtest/gtest.h>

namespace gopark {
namespace {

TEST(Prng, SameSeedSameNumbersInEveryBuild) {
  // xoshiro256** seeded by splitmix64 from 42, computed apart from this code.
  Prng prng(42);
  EXPECT_EQ(prng.next(), 0x15780b2e0c2ec716u);
  EXPECT_EQ(prng.next(), 0x6104d9866d113a7eu);
  EXPECT_EQ(prng.next(), 0xae17533239e499a1u);
}

TEST(Prng, CopyHasTheSameFuture) {
  Prng prng(7);
  prng.next();
  Prng copy = prng;
  EXPECT_EQ(copy, prng);
  for (int i = 0; i < 100; ++i) ASSERT_EQ(copy.next(), prng.next());
}

TEST(Prng, BelowOneIsAlwaysZero) {
  Prng prng(1);
  for (int i = 0; i < 100; ++i) ASSERT_EQ(prng.below(1), 0u);
}

TEST(Prng, BelowStaysBelowTheLargestBound) {
  Prng prng(1);
  for (int i = 0; i < 1000; ++i) ASSERT_LT(prng.below(0xffffffffu), 0xffffffffu);
}

TEST(Prng, BelowPicksEveryValueAboutEquallyOften) {
  Prng prng(3);
  std::array<int, 7> counts{};
  for (int i = 0; i < 70000; ++i) ++counts[prng.below(7)];
  for (const int count : counts) {
    EXPECT_GT(count, 9600);
    EXPECT_LT(count, 10400);
  }
}

TEST(Prng, BelowIsEvenWhereTheBoundDoesNotDivide) {
  // 2^32 words onto 3 * 2^30 values: without the second draw, every third value comes twice as
  // often as its neighbours.
  Prng prng(3);
  std::array<int, 3> counts{};
  for (int i = 0; i < 30000; ++i) ++counts[prng.below(0xc0000000u) % 3];
  for (const int count : counts) EXPECT_NEAR(count, 10000, 400);
}

TEST(PrngDeathTest, BelowZeroIsABug) {
  Prng prng(1);
  EXPECT_DEATH(prng.below(0), "bound > 0");
}

}  // namespace
}  // namespace gopark
