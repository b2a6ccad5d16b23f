#include "sim/base/result.h"

#include <memory>

#include <gtest/gtest.h>

namespace gopark {
namespace {

Result<int> half_of(int number) {
  if (number % 2 != 0) return Error{"the number is odd"};
  return number / 2;
}

TEST(Result, HoldsAValue) {
  const Result<int> half = half_of(8);
  ASSERT_TRUE(half.ok());
  EXPECT_EQ(half.value(), 4);
}

TEST(Result, HoldsASentence) {
  const Result<int> half = half_of(7);
  ASSERT_FALSE(half.ok());
  EXPECT_EQ(half.error(), "the number is odd");
}

TEST(Result, ValueMovesOut) {
  Result<std::unique_ptr<int>> owner(std::make_unique<int>(5));
  const std::unique_ptr<int> taken = std::move(owner).value();
  EXPECT_EQ(*taken, 5);
}

TEST(Result, TextValueIsNotMistakenForAnError) {
  const Result<std::string> text(std::string("fine"));
  EXPECT_TRUE(text.ok());
}

TEST(ResultDeathTest, ValueOfAnErrorIsABug) {
  EXPECT_DEATH((void)half_of(7).value(), "ok\\(\\)");
}

TEST(ResultDeathTest, ErrorOfAValueIsABug) {
  EXPECT_DEATH((void)half_of(8).error(), "!ok\\(\\)");
}

}  // namespace
}  // namespace gopark
