// 64-bit hashing for fingerprints and tables: the same value in every build, native and
// WebAssembly.
//
// Not cryptographic, and not std::hash, which differs between libraries. Only 64-bit arithmetic of
// fixed-width types, so that the width of size_t never matters.
#pragma once

#include <cstdint>
#include <string_view>

namespace gopark {

// A bijection of 64-bit words in which every input bit moves every output bit. mix(0) is not 0.
constexpr uint64_t mix(uint64_t word) {
  word += 0x9e3779b97f4a7c15u;
  word = (word ^ (word >> 30)) * 0xbf58476d1ce4e5b9u;
  word = (word ^ (word >> 27)) * 0x94d049bb133111ebu;
  return word ^ (word >> 31);
}

// The part that `word`, stored at `address`, has in a fingerprint. Parts are combined by xor, so
// that a store updates a fingerprint as `h ^= mix(address, old) ^ mix(address, word)`.
constexpr uint64_t mix(uint64_t address, uint64_t word) {
  return mix(word + address * 0xd1342543de82ef95u);
}

// Folds the next word of a sequence into the hash of the words before it; the order matters.
constexpr uint64_t hash_next(uint64_t hash, uint64_t word) {
  return mix(hash ^ word) + hash * 0xd1342543de82ef95u;
}

// FNV-1a over the bytes, then mixed, so that the low bits of a short text are as good as the high.
constexpr uint64_t hash_text(std::string_view text) {
  uint64_t hash = 0xcbf29ce484222325u;
  for (const char byte : text) {
    hash = (hash ^ static_cast<uint8_t>(byte)) * 0x100000001b3u;
  }
  return mix(hash);
}

}  // namespace gopark
