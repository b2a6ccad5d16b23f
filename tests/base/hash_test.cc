#include "sim/base/hash.h"

#include <bit>
#include <set>

#include <gtest/gtest.h>

namespace gopark {
namespace {

// The first outputs of splitmix64 seeded with 0, from its authors' reference code.
static_assert(mix(0) == 0xe220a8397b1dcdafu);
static_assert(mix(0x9e3779b97f4a7c15u) == 0x6e789e6aa1b965f4u);

// Pinned: fingerprints are compared between builds and kept in files.
static_assert(hash_text("") == mix(0xcbf29ce484222325u));
static_assert(hash_text("a") == mix(0xaf63dc4c8601ec8cu));

TEST(Hash, OneChangedBitChangesAboutHalfOfTheBits) {
  for (int bit = 0; bit < 64; ++bit) {
    const int changed = std::popcount(mix(uint64_t{1} << bit) ^ mix(0));
    EXPECT_GT(changed, 12) << "bit " << bit;
    EXPECT_LT(changed, 52) << "bit " << bit;
  }
}

TEST(Hash, SmallAddressesAndWordsNeverShareAPart) {
  std::set<uint64_t> parts;
  for (uint64_t address = 0; address < 200; ++address) {
    for (uint64_t word = 0; word < 200; ++word) parts.insert(mix(address, word));
  }
  EXPECT_EQ(parts.size(), 200u * 200u);
}

TEST(Hash, SwappedWordsOfTwoAddressesGiveAnotherFingerprint) {
  EXPECT_NE(mix(1, 7) ^ mix(2, 8), mix(1, 8) ^ mix(2, 7));
}

TEST(Hash, SequenceHashDependsOnOrderAndLength) {
  const uint64_t seed = 0;
  EXPECT_NE(hash_next(hash_next(seed, 1), 2), hash_next(hash_next(seed, 2), 1));
  EXPECT_NE(hash_next(seed, 0), seed);
  EXPECT_NE(hash_next(hash_next(seed, 0), 0), hash_next(seed, 0));
}

TEST(Hash, TextBytesAboveAsciiAreUnsigned) {
  EXPECT_NE(hash_text("\xff"), hash_text("\x7f"));
  EXPECT_EQ(hash_text("\xff"), mix((0xcbf29ce484222325u ^ 0xffu) * 0x100000001b3u));
}

}  // namespace
}  // namespace gopark
