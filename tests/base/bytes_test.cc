#include "sim/base/bytes.h"

#include <cstdint>
#include <string>

#include <gtest/gtest.h>

namespace gopark {
namespace {

enum class Colour : uint8_t { Red, Green };

TEST(Bytes, WhatIsWrittenIsRead) {
  ByteWriter to;
  for (const uint64_t number : {uint64_t{0}, uint64_t{127}, uint64_t{128}, ~uint64_t{0}})
    to.put(number);
  to.put(Colour::Green);
  to.put(std::string(300, 'x'));
  const std::string bytes = to.take();

  ByteReader from(bytes);
  for (const uint64_t number : {uint64_t{0}, uint64_t{127}, uint64_t{128}, ~uint64_t{0}})
    EXPECT_EQ(from.number<uint64_t>(), number);
  EXPECT_EQ(from.number<Colour>(), Colour::Green);
  EXPECT_EQ(from.text(), std::string(300, 'x'));
  EXPECT_TRUE(from.at_end());
}

TEST(Bytes, ANumberThatIsTooLargeForItsPlaceIsWrong) {
  ByteWriter to;
  to.put(uint64_t{255});
  to.put(uint64_t{256});
  const std::string bytes = to.take();
  ByteReader from(bytes);
  EXPECT_EQ(from.number<uint8_t>(), 255);
  EXPECT_TRUE(from.ok());
  EXPECT_EQ(from.number<uint8_t>(), 0);
  EXPECT_FALSE(from.ok());
}

TEST(Bytes, DamagedBytesGiveNothingAndStayWrong) {
  for (const std::string& bytes :
       {std::string("\x80"), std::string("\x05shor"), std::string(11, '\xff'), std::string()}) {
    ByteReader from(bytes);
    EXPECT_EQ(from.text(), "") << bytes;
    EXPECT_FALSE(from.ok());
    EXPECT_EQ(from.number<uint64_t>(), 0u);
    EXPECT_FALSE(from.at_end());
  }
}

TEST(Bytes, AListIsNeverLongerThanWhatIsLeft) {
  ByteWriter to;
  to.put(uint64_t{1} << 40);
  const std::string bytes = to.take();
  ByteReader from(bytes);
  EXPECT_EQ(from.count(), 0u);
  EXPECT_FALSE(from.ok());
}

}  // namespace
}  // namespace gopark
