// The heap: size-class free lists in the world's own words, and a mark-and-sweep collector that
// runs at safepoints only, after a fixed amount of allocation, so that it is as deterministic as
// the rest.
#include <algorithm>
#include <cstring>
#include <iterator>

#include "sim/vm/liveness.h"
#include "sim/vm/reach.h"
#include "sim/vm/state.h"

namespace gopark {

using namespace layout;

namespace {

// Size classes: every size up to kExactClasses, then four a doubling.
struct SizeClass {
  uint32_t index = 0;
  uint64_t words = 0;  // that a block of the class holds
};

SizeClass large_size_class(uint64_t words) {
  uint32_t index = kExactClasses;
  uint64_t base = kExactClasses;
  while (words > base * 2) {
    base *= 2;
    index += 4;
  }
  const uint64_t quarter = base / 4;
  const uint64_t step = (words - base + quarter - 1) / quarter;
  return {index + static_cast<uint32_t>(step) - 1, base + step * quarter};
}

inline SizeClass size_class(uint64_t words) {
  if (words > kExactClasses) return large_size_class(words);
  const uint64_t rounded = std::max<uint64_t>(words, 1);
  return {static_cast<uint32_t>(rounded - 1), rounded};
}

// `is_fresh`: it was never used, so its words are zero already.
Address take_block(State& s, const SizeClass& size, bool* is_fresh) {
  const Address list = kFreeLists + size.index;
  const Address head = low(s.get(list));
  *is_fresh = head == 0;
  if (head != 0) {
    s.set(list, s.get(head + 1));
    return head;
  }
  const Address base = low(s.get(kBump));
  const uint64_t end = base + 1 + size.words;
  GOPARK_ASSERT(end < 0xffffffff, "the run's memory has at most 2^32 words");
  s.memory.reserve(static_cast<Address>(end));
  s.set(kBump, end);
  return base;
}

void clear_payload(State& s, Address base, uint64_t words) {
  if (!s.memory.recording()) {
    std::fill_n(s.memory.raw() + base + 1, words, Word{0});
    return;
  }
  for (uint64_t i = 0; i < words; ++i) {
    const Address a = base + 1 + static_cast<Address>(i);
    if (s.get(a) != 0) s.set(a, 0);
  }
}

bool over_limit(const State& s, uint64_t words) {
  return (s.get(kLiveWords) + words) * sizeof(Word) > s.options.max_memory_bytes;
}

void end_at_memory_limit(State& s) {
  if (s.ended()) return;
  end_run(s, OutcomeKind::MemoryLimit, 2,
          "memory limit: the program holds " + std::to_string(s.get(kLiveWords) * sizeof(Word)) +
              " bytes and asked for more than the limit of " +
              std::to_string(s.options.max_memory_bytes) + " (--max-memory)");
}

}  // namespace

Address allocate(State& s, ObjectKind kind, uint64_t words, uint32_t aux) {
  GOPARK_ASSERT(words <= kMaxPayloadWords);
  const SizeClass size = size_class(words);
  bool is_fresh = false;
  const Address base = take_block(s, size, &is_fresh);
  if (!is_fresh) clear_payload(s, base, size.words);
  s.set(base, make_header(kind, size.words, aux));
  s.set(kLiveWords, s.get(kLiveWords) + size.words + 1);
  if (over_limit(s, 0)) end_at_memory_limit(s);
  return base;
}

void release(State& s, Address base) {
  GOPARK_ASSERT(kind_of(s.get(base)) != ObjectKind::Free, "a block is released once");
  const uint64_t words = words_of(s.get(base));
  const Address list = kFreeLists + size_class(words).index;
  s.set(base, make_header(ObjectKind::Free, words, 0));
  s.set(base + 1, s.get(list));
  s.set(list, base);
  s.set(kLiveWords, s.get(kLiveWords) - words - 1);
}

bool make_room(State& s, uint64_t words) {
  if (words <= kMaxPayloadWords && over_limit(s, words)) collect(s);
  if (words <= kMaxPayloadWords && !over_limit(s, words)) return true;
  end_at_memory_limit(s);
  return false;
}

void maybe_collect(State& s) {
  if (s.get(kLiveWords) > s.get(kGcThreshold)) collect(s);
}

namespace {

class Marker {
 public:
  explicit Marker(State& s) : s_(s), marked_(s.get(kBump) / 64 + 1, 0) {}

  void mark(Reference r) {
    const Address base = base_of(r);
    if (base == 0 || is_marked(base)) return;
    marked_[base / 64] |= uint64_t{1} << base % 64;
    pending_.push_back(base);
  }
  void drain() {
    while (!pending_.empty()) {
      const Address base = pending_.back();
      pending_.pop_back();
      for_each_reference(s_, base, [this](Reference r) { mark(r); });
    }
  }
  // As if it were marked, without what it holds.
  void pass_over(Address base) { marked_[base / 64] |= uint64_t{1} << base % 64; }
  bool is_marked(Address base) const { return (marked_[base / 64] >> base % 64 & 1) != 0; }

 private:
  State& s_;
  std::vector<uint64_t> marked_;
  std::vector<Address> pending_;
};

void sweep(State& s, const Marker& marker) {
  const Address end = low(s.get(kBump));
  for (Address base = kHeapStart; base < end;) {
    const Word header = s.get(base);
    const Address next = base + 1 + words_of(header);
    const bool keep = kind_of(header) == ObjectKind::Free || (header & kImmortalFlag) != 0;
    if (!keep && !marker.is_marked(base)) release(s, base);
    base = next;
  }
}

void mark_roots(const State& s, Marker& marker) {
  marker.mark(s.get(kGlobals));
  const Address timers = low(s.get(kTimerHeap));
  marker.mark(timers);
  for (uint32_t i = 0; i < s.get(kTimerCount); ++i) marker.mark(s.field(timers, i));
  marker.mark(s.get(kEndText));
  for (Address g = low(s.get(kAllHead)); g != 0; g = low(s.field(g, kGAll))) marker.mark(g);
}

// What a finalizer's call and the content of its object hold. The object itself is nobody's.
void mark_held_by_finalizer(const State& s, Address finalizer, Marker& marker) {
  marker.mark(s.field(finalizer, kFCall));
  for_each_reference(s, base_of(s.field(finalizer, kFObject)),
                     [&marker](Reference r) { marker.mark(r); });
}

}  // namespace

std::vector<Address> finalizers_due(State& s, Reference first) {
  Marker marker(s);
  std::vector<Address> all, due;
  for (Reference f = first; f != 0; f = s.field(base_of(f), kFNext)) all.push_back(base_of(f));
  for (const Address f : all) marker.pass_over(f);
  for (const Address f : all) mark_held_by_finalizer(s, f, marker);
  mark_roots(s, marker);
  marker.drain();
  std::copy_if(all.begin(), all.end(), std::back_inserter(due),
               [&](Address f) { return !marker.is_marked(base_of(s.field(f, kFObject))); });
  return due;
}

void collect(State& s) {
  Marker marker(s);
  mark_roots(s, marker);
  marker.drain();
  sweep(s, marker);
  const uint64_t least = s.options.collect_above_words;
  s.set(kGcThreshold, least == 0 ? 0 : std::max(least, s.get(kLiveWords) * 2));
  s.set(kCollections, s.get(kCollections) + 1);
}

Reference new_string_of_length(State& s, uint64_t bytes) {
  if (bytes == 0) return 0;
  const Address base = allocate(s, ObjectKind::String, 1 + (bytes + 7) / 8, 0);
  s.set_field(base, 0, bytes);
  return base;
}

Reference new_string(State& s, std::string_view bytes) {
  const Reference string = new_string_of_length(s, bytes.size());
  for (std::size_t i = 0; i < bytes.size(); i += 8) {
    Word word = 0;
    std::memcpy(&word, bytes.data() + i, std::min<std::size_t>(8, bytes.size() - i));
    s.set_field(base_of(string), 1 + static_cast<uint32_t>(i / 8), word);
  }
  return string;
}

std::string_view string_bytes(const State& s, Reference string) {
  if (string == 0) return {};
  const Word* payload = s.memory.data() + base_of(string) + 1;
  return {reinterpret_cast<const char*>(payload + 1), static_cast<std::size_t>(payload[0])};
}

Reference new_box(State& s, TypeId type, const Word* words) {
  const uint32_t count = type_of(*s.program, type).words;
  const Address base = allocate(s, ObjectKind::Box, count, static_cast<uint32_t>(type));
  for (uint32_t i = 0; i < count; ++i) s.set_field(base, i, words[i]);
  return base;
}

}  // namespace gopark
