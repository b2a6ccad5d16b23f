// Memory: every word of a run's state, addressed by index, with an undo journal and an incremental
// fingerprint.
//
// One mechanism serves stepping back (undo), "what changed" (the journal), equality of states (the
// fingerprint) and backtracking in the explorer. Two ways to write: store(), which journals while
// recording; and raw(), which never does and is only for the interpreter's fast path when not
// recording.
//
// Invariants: fingerprint() == full_fingerprint(); word 0 is always 0.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/base/assert.h"
#include "sim/base/hash.h"
#include "sim/vm/bytecode.h"

namespace gopark {

using Address = uint32_t;

// What a word contributes to the fingerprint; a zero word contributes nothing, so unused memory
// costs nothing.
inline uint64_t fingerprint_of(Address address, Word value) {
  if (value == 0) return 0;
  uint64_t x = (value ^ (uint64_t{address} * 0x9e3779b97f4a7c15ULL)) * 0xd6e8feb86659fd93ULL;
  return (x ^ (x >> 32)) * 0xd6e8feb86659fd93ULL;
}

// Whether the fingerprint is carried along while recording. Not: it is computed when asked for.
enum class Fingerprint : uint8_t { Kept, Not };

class Memory {
 public:
  Memory() : words_(kInitialWords, 0) {}
  // A copy has the words and no journal, and does not record.
  Memory(const Memory& other) : words_(other.words_) {}
  Memory& operator=(const Memory& other) {
    if (this != &other) *this = Memory(other);
    return *this;
  }
  Memory(Memory&&) noexcept = default;
  Memory& operator=(Memory&&) noexcept = default;
  ~Memory() = default;

  Word load(Address a) const { return words_[a]; }
  const Word* data() const { return words_.data(); }
  Word* raw() { return words_.data(); }

  [[gnu::always_inline]] void store(Address a, Word value) {
    Word& word = words_[a];
    if (recording_) [[unlikely]]
      record(a, word, value);
    word = value;
  }

  // Makes the words below `end` addressable. May move the memory: pointers from data() and raw()
  // are then stale.
  void reserve(Address end) {
    if (end > words_.size())
      words_.resize(std::max<std::size_t>(end, words_.size() + words_.size() / 2));
  }
  std::size_t capacity_bytes() const { return words_.size() * sizeof(Word); }

  // --- journal
  void set_recording(bool on, Fingerprint fingerprint = Fingerprint::Kept) {
    const bool keeps = on && fingerprint == Fingerprint::Kept;
    if (keeps && !keeps_fingerprint_) fingerprint_ = full_fingerprint();
    keeps_fingerprint_ = keeps;
    recording_ = on;
  }
  bool recording() const { return recording_; }
  uint64_t fingerprint() const { return keeps_fingerprint_ ? fingerprint_ : full_fingerprint(); }
  uint64_t full_fingerprint() const {
    uint64_t h = 0;
    for (std::size_t a = 0; a < words_.size(); ++a)
      h ^= fingerprint_of(static_cast<Address>(a), words_[a]);
    return h;
  }
  // A position in the journal, for undo_to. Positions below journal_begin() are forgotten.
  uint64_t mark() const { return journal_begin_ + journal_.size(); }
  uint64_t journal_begin() const { return journal_begin_; }
  std::size_t journal_bytes() const { return journal_.size() * sizeof(Entry); }
  // Restores every word to what it was at `mark`. REQUIRES: journal_begin() <= mark <=
  // this->mark().
  void undo_to(uint64_t mark) {
    GOPARK_ASSERT(mark >= journal_begin_ && mark <= this->mark());
    const std::size_t keep = static_cast<std::size_t>(mark - journal_begin_);
    for (std::size_t at = journal_.size(); at-- > keep;) {
      const Entry entry = journal_[at];
      Word& word = words_[entry.address];
      if (keeps_fingerprint_) exchange_in_fingerprint(entry.address, word, entry.old);
      word = entry.old;
    }
    journal_.resize(keep);
  }
  // Forgets the journal before `mark`: there is no way back past it any more.
  void forget_before(uint64_t mark) {
    GOPARK_ASSERT(mark >= journal_begin_ && mark <= this->mark());
    journal_.erase(journal_.begin(),
                   journal_.begin() + static_cast<std::ptrdiff_t>(mark - journal_begin_));
    journal_begin_ = mark;
  }
  // Calls f(address, old value) for each write since `mark`, newest first.
  template <typename F>
  void for_each_change_since(uint64_t mark, F&& f) const {
    GOPARK_ASSERT(mark >= journal_begin_);
    for (std::size_t i = journal_.size(); i > static_cast<std::size_t>(mark - journal_begin_); --i)
      f(journal_[i - 1].address, journal_[i - 1].old);
  }
  [[gnu::noinline]] void record(Address a, Word old, Word value) {
    if (old == value) return;
    journal_.push_back(Entry{a, old});
    if (keeps_fingerprint_) exchange_in_fingerprint(a, old, value);
  }

 private:
  void exchange_in_fingerprint(Address a, Word before, Word after) {
    fingerprint_ ^= fingerprint_of(a, before) ^ fingerprint_of(a, after);
  }

  static constexpr std::size_t kInitialWords = 1024;
#pragma pack(push, 4)
  struct Entry {
    Address address = 0;
    Word old = 0;
  };
#pragma pack(pop)
  static_assert(sizeof(Entry) == 12);
  std::vector<Word> words_;
  std::vector<Entry> journal_;
  uint64_t journal_begin_ = 0;
  uint64_t fingerprint_ = 0;
  bool recording_ = false;
  bool keeps_fingerprint_ = false;
};

}  // namespace gopark
