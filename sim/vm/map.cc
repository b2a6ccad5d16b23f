// Maps: entries in insertion order, found through an open-addressing index. (Go leaves the order
// open; here the order of a range is a choice, made entry by entry in map_next.)
//
// Entry: 1 state word (0 empty or deleted, 1 live), the key's words, the value's words. Index slot:
// entry + 1.
#include <algorithm>

#include "sim/vm/state.h"

namespace gopark {

using namespace layout;

namespace {

struct Shape {
  TypeId key{};
  TypeId value{};
  uint32_t key_words = 0;
  uint32_t stride = 0;
};

Shape shape_of(const State& s, Address map) {
  const TypeDescription& type =
      type_of(*s.program, TypeId{static_cast<uint32_t>(s.field(map, kMType))});
  const uint32_t key_words = type_of(*s.program, type.key).words;
  return {type.key, type.element, key_words,
          1 + key_words + type_of(*s.program, type.element).words};
}

Address entry_at(const State& s, Address map, uint64_t i, uint32_t stride) {
  return base_of(s.field(map, kMEntries)) + 1 + static_cast<Address>(i * stride);
}

uint64_t index_size(const State& s, Address map) {
  const Word index = s.field(map, kMIndex);
  if (index == 0) return 0;
  uint64_t size = 8;  // the block may be wider than asked for
  while (size * 2 <= words_of(s.get(base_of(index)))) size *= 2;
  return size;
}

// Keys were hashed without trouble when they went in.
uint64_t hash_key(const State& s, TypeId key, const Word* words) {
  TypeId ignored{};
  return hash_value(s, key, words, &ignored);
}

void index_entry(State& s, Address map, uint64_t i, const Shape& shape) {
  const uint64_t size = index_size(s, map);
  const Address index = base_of(s.field(map, kMIndex));
  const Address entry = entry_at(s, map, i, shape.stride);
  uint64_t at = hash_key(s, shape.key, s.memory.data() + entry + 1) & (size - 1);
  while (s.field(index, static_cast<uint32_t>(at)) != 0) at = (at + 1) & (size - 1);
  s.set_field(index, static_cast<uint32_t>(at), i + 1);
}

// Moves the live entries to a table with room for twice as many.
void grow(State& s, Address map, const Shape& shape) {
  const uint64_t live = s.field(map, kMCount), used = s.field(map, kMUsed);
  const uint64_t room = std::max<uint64_t>(8, live * 2);
  if (!make_room(s, room * (shape.stride + 4))) return;
  const Address old = base_of(s.field(map, kMEntries));
  const Address old_index = base_of(s.field(map, kMIndex));
  const Address entries = allocate(s, ObjectKind::MapEntries, room * shape.stride,
                                   static_cast<uint32_t>(s.field(map, kMType)));
  uint64_t count = 0;
  for (uint64_t i = 0; i < used; ++i) {
    const Address from = old + 1 + static_cast<Address>(i * shape.stride);
    if (s.get(from) == 0) continue;
    const Address to = entries + 1 + static_cast<Address>(count++ * shape.stride);
    for (uint32_t w = 0; w < shape.stride; ++w) s.set(to + w, s.get(from + w));
  }
  uint64_t slots = 8;
  while (slots < room * 2) slots *= 2;
  s.set_field(map, kMEntries, entries);
  s.set_field(map, kMIndex, allocate(s, ObjectKind::Raw, slots, 0));
  s.set_field(map, kMUsed, count);
  if (s.tracks_variables && (s.get(map) & kSharedFlag) != 0)
    s.set(entries, s.get(entries) | kSharedFlag);
  for (uint64_t i = 0; i < count; ++i) index_entry(s, map, i, shape);
  if (old != 0) release(s, old);
  if (old_index != 0) release(s, old_index);
}

// Entry number of a key, or -1.
int64_t find_entry(const State& s, Address map, const Shape& shape, const Word* key) {
  const uint64_t size = index_size(s, map);
  if (size == 0) return -1;
  const Address index = base_of(s.field(map, kMIndex));
  TypeId ignored{};
  for (uint64_t at = hash_key(s, shape.key, key) & (size - 1);; at = (at + 1) & (size - 1)) {
    const Word slot = s.field(index, static_cast<uint32_t>(at));
    if (slot == 0) return -1;
    const Address entry = entry_at(s, map, slot - 1, shape.stride);
    if (s.get(entry) != 0 &&
        equal(s, shape.key, s.memory.data() + entry + 1, key, &ignored) == Equality::Equal)
      return static_cast<int64_t>(slot - 1);
  }
}

uint64_t room_of(const State& s, Address map, const Shape& shape) {
  const Word entries = s.field(map, kMEntries);
  if (entries == 0) return 0;
  // The index must stay at most three quarters full.
  return std::min<uint64_t>(words_of(s.get(base_of(entries))) / shape.stride,
                            index_size(s, map) * 3 / 4);
}

}  // namespace

Reference make_map(State& s, TypeId type) {
  const Address map = allocate(s, ObjectKind::Map, kMWords, static_cast<uint32_t>(type));
  s.set_field(map, kMType, static_cast<Word>(type));
  return map;
}

Address map_find(const State& s, Reference map, const Word* key) {
  if (map == 0) return 0;
  const Shape shape = shape_of(s, base_of(map));
  const int64_t i = find_entry(s, base_of(map), shape, key);
  return i < 0 ? 0
               : entry_at(s, base_of(map), static_cast<uint64_t>(i), shape.stride) + 1 +
                     shape.key_words;
}

Address map_insert(State& s, Reference reference, const Word* key) {
  const Address map = base_of(reference);
  if (const Address found = map_find(s, reference, key); found != 0) return found;
  const Shape shape = shape_of(s, map);
  const std::vector<Word> kept(key, key + shape.key_words);  // growing may move the memory
  if (s.field(map, kMUsed) >= room_of(s, map, shape)) grow(s, map, shape);
  if (s.ended()) return 0;
  const uint64_t i = s.field(map, kMUsed);
  const Address entry = entry_at(s, map, i, shape.stride);
  s.set(entry, 1);
  for (uint32_t w = 0; w < shape.key_words; ++w) s.set(entry + 1 + w, kept[w]);
  s.set_field(map, kMUsed, i + 1);
  s.set_field(map, kMCount, s.field(map, kMCount) + 1);
  index_entry(s, map, i, shape);
  return entry + 1 + shape.key_words;
}

void map_delete(State& s, Reference reference, const Word* key) {
  if (reference == 0) return;
  const Address map = base_of(reference);
  const Shape shape = shape_of(s, map);
  const int64_t i = find_entry(s, map, shape, key);
  if (i < 0) return;
  const Address entry = entry_at(s, map, static_cast<uint64_t>(i), shape.stride);
  for (uint32_t w = 0; w < shape.stride; ++w) s.set(entry + w, 0);
  s.set_field(map, kMCount, s.field(map, kMCount) - 1);
  s.set_field(map, kMDeletes, s.field(map, kMDeletes) + 1);
}

void map_clear(State& s, Reference reference) {
  if (reference == 0) return;
  const Address map = base_of(reference);
  for (const uint32_t word : {kMEntries, kMIndex}) {
    if (s.field(map, word) != 0) release(s, base_of(s.field(map, word)));
    s.set_field(map, word, 0);
  }
  s.set_field(map, kMCount, 0);
  s.set_field(map, kMUsed, 0);
  s.set_field(map, kMDeletes, s.field(map, kMDeletes) + 1);
}

uint64_t map_length(const State& s, Reference map) {
  return map == 0 ? 0 : s.field(base_of(map), kMCount);
}

// An iterator holds the keys that the map had when the range began; deleted ones are skipped, new
// ones are not visited. Go allows both.
Reference map_iterate(State& s, Reference reference) {
  const Address it = allocate(s, ObjectKind::Iterator, kIWords, 0);
  s.set_field(it, kIMap, reference);
  if (map_length(s, reference) == 0) return it;
  const Address map = base_of(reference);
  const Shape shape = shape_of(s, map);
  const uint64_t count = s.field(map, kMCount);
  const Address keys =
      allocate(s, ObjectKind::Array, std::max<uint64_t>(1, count * shape.key_words),
               static_cast<uint32_t>(shape.key));
  uint64_t n = 0;
  for (uint64_t i = 0; i < s.field(map, kMUsed); ++i) {
    const Address entry = entry_at(s, map, i, shape.stride);
    if (s.get(entry) == 0) continue;
    for (uint32_t w = 0; w < shape.key_words; ++w)
      s.set_field(keys, static_cast<uint32_t>(n * shape.key_words) + w, s.get(entry + 1 + w));
    ++n;
  }
  s.set_field(it, kIKeys, keys);
  s.set_field(it, kICount, count);
  s.set_field(it, kIDeletes, s.field(map, kMDeletes));
  return it;
}

namespace {

// Brings the picked key to the front of the remaining ones, keeping the order of the others.
void rotate_to_front(State& s, Address keys, uint64_t first, uint64_t pick, uint32_t key_words) {
  for (uint32_t w = 0; w < key_words; ++w) {
    const auto at = [&](uint64_t i) { return static_cast<uint32_t>(i * key_words) + w; };
    const Word chosen = s.field(keys, at(first + pick));
    for (uint64_t i = first + pick; i > first; --i)
      s.set_field(keys, at(i), s.field(keys, at(i - 1)));
    s.set_field(keys, at(first), chosen);
  }
}

// Drops keys that were deleted meanwhile from the remaining ones.
void drop_deleted(State& s, Address it, const Shape& shape) {
  const Address keys = base_of(s.field(it, kIKeys));
  const uint64_t first = s.field(it, kINext);
  uint64_t kept = first;
  for (uint64_t i = first; i < s.field(it, kICount); ++i) {
    const Word* key = s.memory.data() + keys + 1 + i * shape.key_words;
    if (map_find(s, s.field(it, kIMap), key) == 0) continue;
    if (kept != i)
      for (uint32_t w = 0; w < shape.key_words; ++w)
        s.set_field(keys, static_cast<uint32_t>(kept * shape.key_words) + w,
                    s.field(keys, static_cast<uint32_t>(i * shape.key_words) + w));
    ++kept;
  }
  s.set_field(it, kICount, kept);
}

}  // namespace

uint64_t map_entries_left(State& s, Reference iterator) {
  const Address it = base_of(iterator);
  if (s.field(it, kIKeys) == 0) return 0;
  const Address map = base_of(s.field(it, kIMap));
  if (s.field(map, kMDeletes) != s.field(it, kIDeletes)) {
    drop_deleted(s, it, shape_of(s, map));
    s.set_field(it, kIDeletes, s.field(map, kMDeletes));
  }
  return s.field(it, kICount) - s.field(it, kINext);
}

bool map_next(State& s, Reference iterator, Address* key, Address* value) {
  const uint64_t left = map_entries_left(s, iterator);
  if (left == 0) return false;
  const Address it = base_of(iterator);
  const uint64_t next = s.field(it, kINext);
  const Shape shape = shape_of(s, base_of(s.field(it, kIMap)));
  const Address keys = base_of(s.field(it, kIKeys));
  rotate_to_front(s, keys, next, ask(s, ChoiceKind::MapOrder, left), shape.key_words);
  s.set_field(it, kINext, next + 1);
  *key = keys + 1 + static_cast<Address>(next * shape.key_words);
  *value = map_find(s, s.field(it, kIMap), s.memory.data() + *key);
  return *value != 0 || map_next(s, iterator, key, value);  // a NaN key is never found again
}

}  // namespace gopark
