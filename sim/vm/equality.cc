// Equality, hashing and method lookup by runtime type. (Go: alg.go, iface.go.)
#include <algorithm>
#include <bit>
#include <cmath>

#include "sim/base/hash.h"
#include "sim/vm/state.h"

namespace gopark {

using namespace layout;

namespace {

double as_double(Word w) {
  return std::bit_cast<double>(w);
}

bool is_float(Kind kind) {
  return kind == Kind::Float32 || kind == Kind::Float64;
}

Equality equal_interfaces(const State& s, Reference a, Reference b, TypeId* culprit) {
  if (a == 0 || b == 0) return a == b ? Equality::Equal : Equality::Different;
  const uint32_t type_a = aux_of(s.get(base_of(a))), type_b = aux_of(s.get(base_of(b)));
  if (type_a != type_b) return Equality::Different;
  return equal(s, TypeId{type_a}, s.memory.data() + word_of(a), s.memory.data() + word_of(b),
               culprit);
}

// The first element that differs or cannot be compared decides.
template <typename Next>
Equality all_equal(uint64_t count, Next&& next) {
  for (uint64_t i = 0; i < count; ++i)
    if (const Equality e = next(i); e != Equality::Equal) return e;
  return Equality::Equal;
}

}  // namespace

Equality equal(const State& s, TypeId id, const Word* a, const Word* b, TypeId* culprit) {
  const TypeDescription& type = type_of(*s.program, id);
  const auto when = [](bool same) { return same ? Equality::Equal : Equality::Different; };
  if (!type.comparable) {
    *culprit = id;
    return Equality::Uncomparable;
  }
  if (is_float(type.kind)) return when(as_double(*a) == as_double(*b));
  switch (type.kind) {
    case Kind::String:
      return when(*a == *b || string_bytes(s, *a) == string_bytes(s, *b));
    case Kind::Interface:
      return equal_interfaces(s, *a, *b, culprit);
    case Kind::Array: {
      const uint32_t words = type_of(*s.program, type.element).words;
      return all_equal(type.length, [&](uint64_t i) {
        return equal(s, type.element, a + i * words, b + i * words, culprit);
      });
    }
    case Kind::Struct:
      return all_equal(type.fields.size(), [&](uint64_t i) {
        const FieldDescription& field = type.fields[i];
        if (field.name == "_") return Equality::Equal;
        return equal(s, field.type, a + field.offset, b + field.offset, culprit);
      });
    default:
      return when(*a == *b);
  }
}

uint64_t hash_value(const State& s, TypeId id, const Word* words, TypeId* culprit) {
  const TypeDescription& type = type_of(*s.program, id);
  if (!type.comparable) {
    *culprit = id;
    return 0;
  }
  if (is_float(type.kind)) return mix(std::bit_cast<Word>(as_double(*words) + 0.0));
  switch (type.kind) {
    case Kind::String:
      return hash_text(string_bytes(s, *words));
    case Kind::Interface: {
      if (*words == 0) return 0;
      const TypeId dynamic{aux_of(s.get(base_of(*words)))};
      return mix(hash_value(s, dynamic, s.memory.data() + word_of(*words), culprit) +
                 static_cast<uint32_t>(dynamic));
    }
    case Kind::Array: {
      const uint32_t stride = type_of(*s.program, type.element).words;
      uint64_t h = 1;
      for (uint64_t i = 0; i < type.length; ++i)
        h = mix(h ^ hash_value(s, type.element, words + i * stride, culprit));
      return h;
    }
    case Kind::Struct: {
      uint64_t h = 2;
      for (const FieldDescription& field : type.fields)
        if (field.name != "_")
          h = mix(h ^ hash_value(s, field.type, words + field.offset, culprit));
      return h;
    }
    default:
      return mix(*words);
  }
}

FunctionId find_method(const State& s, TypeId type, MethodId method) {
  const auto& keys = s.prepared->dispatch_keys;
  const uint64_t key =
      (uint64_t{static_cast<uint32_t>(type)} << 32 | static_cast<uint32_t>(method)) + 1;
  for (uint64_t at = mix(key) & (keys.size() - 1);; at = (at + 1) & (keys.size() - 1)) {
    if (keys[at] == key) return s.prepared->dispatch_values[at];
    if (keys[at] == 0) return FunctionId{kNone};
  }
}

bool implements(const State& s, TypeId type, TypeId interface) {
  const auto& required = type_of(*s.program, interface).required;
  return std::all_of(required.begin(), required.end(),
                     [&](MethodId m) { return find_method(s, type, m) != FunctionId{kNone}; });
}

}  // namespace gopark
