#include "sim/vm/natives_reflect.h"

#include <algorithm>
#include <bit>

#include "sim/vm/reach.h"

namespace gopark::natives {

using namespace layout;

namespace {

// A value in the run's memory: its type and its first word's address.
struct Value {
  const TypeDescription* type = nullptr;  // null: a nil interface
  TypeId id{};
  Address at = 0;

  bool is(Kind kind) const { return type != nullptr && type->kind == kind; }
};

Value held_by(const State& s, Reference interface) {
  if (interface == 0) return {};
  const TypeId id{aux_of(s.get(base_of(interface)))};
  return {&type_of(*s.program, id), id, word_of(interface)};
}

Value argument(const NativeCall& c, uint32_t i = 0) {
  return held_by(c.s, c.argument(i));
}

Word first_word(const State& s, const Value& v) {
  return v.type == nullptr || v.type->words == 0 ? 0 : s.get(v.at);
}

// Numbers of reflectlite.Kind: 0 is Invalid, then bytecode.h's order.
Word kind_number(Kind kind) {
  return static_cast<Word>(kind) + 1;
}

bool has_element(const Value& v) {
  return v.is(Kind::Pointer) || v.is(Kind::Slice) || v.is(Kind::Array) || v.is(Kind::Map) ||
         v.is(Kind::Chan);
}

// The value as an interface: what it holds if it is one, a box of a copy otherwise.
Reference boxed(State& s, TypeId type, Address at) {
  const TypeDescription& description = type_of(*s.program, type);
  if (description.kind == Kind::Interface) return s.get(at);
  std::vector<Word> words(description.words);
  for (uint32_t i = 0; i < description.words; ++i) words[i] = s.get(at + i);
  return new_box(s, type, words.data());
}

struct Elements {
  TypeId type{};
  Address first = 0;
  uint64_t count = 0;
  uint32_t words = 0;
};

Elements elements_of(const State& s, const Value& v) {
  Elements e;
  if (!v.is(Kind::Slice) && !v.is(Kind::Array)) return e;
  e.type = v.type->element;
  e.words = type_of(*s.program, e.type).words;
  if (v.is(Kind::Array)) {
    e.first = v.at;
    e.count = v.type->length;
  } else if (s.get(v.at) != 0) {
    e.first = word_of(s.get(v.at));
    e.count = low(s.get(v.at + 1));
  }
  return e;
}

const FieldDescription* field_argument(const NativeCall& c) {
  const Value v = argument(c);
  const Word i = c.argument(1);
  return v.is(Kind::Struct) && i < v.type->fields.size()
             ? &v.type->fields[static_cast<std::size_t>(i)]
             : nullptr;
}

// A new slice of one-word elements.
NativeDid answer_slice(NativeCall& c, TypeId element, const std::vector<Word>& words) {
  if (!make_room(c.s, words.size() + 1)) return NativeDid::Ended;
  const Address array =
      allocate(c.s, ObjectKind::Array, words.size(), static_cast<uint32_t>(element));
  for (uint32_t i = 0; i < words.size(); ++i) c.s.set_field(array, i, words[i]);
  c.result(0, array);
  c.result(1, pack(words.size(), words.size()));
  return NativeDid::Done;
}

}  // namespace

NativeDid reflect_kind_of(NativeCall& c) {
  const Value v = argument(c);
  return answer(c, v.type == nullptr ? 0 : kind_number(v.type->kind));
}

NativeDid reflect_type_name(NativeCall& c) {
  const Value v = argument(c);
  return answer_text(c, v.type == nullptr ? "<nil>" : v.type->name);
}

NativeDid reflect_elem_kind(NativeCall& c) {
  const Value v = argument(c);
  return answer(c, has_element(v) ? kind_number(type_of(c.program(), v.type->element).kind) : 0);
}

NativeDid reflect_elem_type_name(NativeCall& c) {
  const Value v = argument(c);
  return answer_text(c, has_element(v) ? type_of(c.program(), v.type->element).name : "");
}

NativeDid reflect_key_type_name(NativeCall& c) {
  const Value v = argument(c);
  return answer_text(c, v.is(Kind::Map) ? type_of(c.program(), v.type->key).name : "");
}

NativeDid reflect_word(NativeCall& c) {
  return answer(c, first_word(c.s, argument(c)));
}

// Go's heap begins there on 64-bit systems; the same object has the same address in every build.
NativeDid reflect_address(NativeCall& c) {
  constexpr Word kHeap = 0xc000000000;
  const Word r = first_word(c.s, argument(c));
  return answer(c, r == 0 ? 0 : kHeap + (uint64_t{base_of(r)} + offset_of(r)) * sizeof(Word));
}

NativeDid reflect_len(NativeCall& c) {
  const Value v = argument(c);
  if (v.type == nullptr) return answer(c, 0);
  switch (v.type->kind) {
    case Kind::String:
      return answer(c, string_bytes(c.s, c.s.get(v.at)).size());
    case Kind::Slice:
    case Kind::Array:
      return answer(c, elements_of(c.s, v).count);
    case Kind::Map:
      return answer(c, map_length(c.s, c.s.get(v.at)));
    case Kind::Chan:
      return answer(c, c.s.get(v.at) == 0 ? 0 : c.s.field(base_of(c.s.get(v.at)), kCCount));
    case Kind::Struct:
      return answer(c, v.type->fields.size());
    default:
      return answer(c, 0);
  }
}

namespace {

void note(NativeCall& c, Reference at, uint64_t words, bool write) {
  Access how;
  how.write = write;
  note_access(c.s, c.goroutine, at, words, how);
}

}  // namespace

NativeDid reflect_index(NativeCall& c) {
  const Value v = argument(c);
  if (const FieldDescription* field = field_argument(c); field != nullptr)
    return answer(c, boxed(c.s, field->type, v.at + field->offset));
  const Elements e = elements_of(c.s, v);
  const Word i = c.argument(1);
  if (i >= e.count) return answer(c, 0);
  if (v.is(Kind::Slice)) note(c, c.s.get(v.at) + (i * e.words << 32), e.words, false);
  return answer(c, boxed(c.s, e.type, e.first + static_cast<Address>(i * e.words)));
}

NativeDid reflect_field_name(NativeCall& c) {
  const FieldDescription* field = field_argument(c);
  return answer_text(c, field == nullptr ? "" : field->name);
}

NativeDid reflect_field_type_name(NativeCall& c) {
  const FieldDescription* field = field_argument(c);
  return answer_text(c, field == nullptr ? "" : type_of(c.program(), field->type).name);
}

NativeDid reflect_field_exported(NativeCall& c) {
  const FieldDescription* field = field_argument(c);
  return answer(c, field != nullptr && field->exported ? 1 : 0);
}

NativeDid reflect_field_embeds_struct(NativeCall& c) {
  const FieldDescription* field = field_argument(c);
  const bool embeds =
      field != nullptr && field->embedded && type_of(c.program(), field->type).kind == Kind::Struct;
  return answer(c, embeds ? 1 : 0);
}

NativeDid reflect_bytes(NativeCall& c) {
  const Value v = argument(c);
  const Elements e = elements_of(c.s, v);
  if (v.is(Kind::Slice) && e.first == 0) {
    c.result(0, 0);
    c.result(1, 0);
    return NativeDid::Done;
  }
  if (v.is(Kind::Slice)) note(c, c.s.get(v.at), e.count * e.words, false);
  std::vector<Word> bytes;
  for (uint64_t i = 0; e.words == 1 && i < e.count; ++i)
    bytes.push_back(c.s.get(e.first + static_cast<Address>(i)));
  return answer_slice(c, c.program().byte_type, bytes);
}

NativeDid reflect_elem(NativeCall& c) {
  const Value v = argument(c);
  const Word pointer = first_word(c.s, v);
  if (!v.is(Kind::Pointer) || pointer == 0) return answer(c, 0);
  note(c, pointer, type_of(c.program(), v.type->element).words, false);
  return answer(c, boxed(c.s, v.type->element, word_of(pointer)));
}

// ---- maps, entry by entry

namespace {

struct Entries {
  TypeId key{};
  TypeId value{};
  uint32_t key_words = 0;
  uint32_t stride = 0;
  Address first = 0;
  uint64_t used = 0;

  Address key_at(uint64_t i) const { return first + static_cast<Address>(i * stride) + 1; }
  Address value_at(uint64_t i) const { return key_at(i) + key_words; }
};

Entries entries_of(const State& s, const Value& v) {
  Entries e;
  if (!v.is(Kind::Map) || s.get(v.at) == 0) return e;
  const Address map = base_of(s.get(v.at));
  e.key = v.type->key;
  e.value = v.type->element;
  e.key_words = type_of(*s.program, e.key).words;
  e.stride = 1 + e.key_words + type_of(*s.program, e.value).words;
  e.first = base_of(s.field(map, kMEntries)) + 1;
  e.used = s.field(map, kMUsed);
  return e;
}

int order(const State& s, TypeId type, Address a, Address b);

template <typename T>
int three_way(T a, T b) {
  return a < b ? -1 : b < a ? 1 : 0;
}

// NaN comes before other numbers.
int order_floats(Word a, Word b) {
  const double x = std::bit_cast<double>(a), y = std::bit_cast<double>(b);
  if (x < y || (x != x && y == y)) return -1;
  return x > y || (y != y && x == x) ? 1 : 0;
}

// By the name of the dynamic type; nil first. (Go: by the address of the type, which linkers lay
// out by name.)
int order_interfaces(const State& s, Reference a, Reference b) {
  if (a == 0 || b == 0) return three_way(a != 0, b != 0);
  const Value x = held_by(s, a), y = held_by(s, b);
  if (x.id == y.id) return order(s, x.id, x.at, y.at);
  const int names = three_way<std::string_view>(x.type->name, y.type->name);
  return names != 0 ? names : three_way(static_cast<uint32_t>(x.id), static_cast<uint32_t>(y.id));
}

// As fmt sorts map keys. (Go: internal/fmtsort.)
int order(const State& s, TypeId id, Address a, Address b) {
  const TypeDescription& type = type_of(*s.program, id);
  switch (type.kind) {
    case Kind::Int:
    case Kind::Int8:
    case Kind::Int16:
    case Kind::Int32:
    case Kind::Int64:
      return three_way(static_cast<int64_t>(s.get(a)), static_cast<int64_t>(s.get(b)));
    case Kind::Float32:
    case Kind::Float64:
      return order_floats(s.get(a), s.get(b));
    case Kind::String:
      return three_way(string_bytes(s, s.get(a)), string_bytes(s, s.get(b)));
    case Kind::Interface:
      return order_interfaces(s, s.get(a), s.get(b));
    case Kind::Struct:
      for (const FieldDescription& field : type.fields)
        if (const int o = order(s, field.type, a + field.offset, b + field.offset); o != 0)
          return o;
      return 0;
    case Kind::Array: {
      const uint32_t words = type_of(*s.program, type.element).words;
      for (uint32_t i = 0; i < type.length && words != 0; ++i)
        if (const int o = order(s, type.element, a + i * words, b + i * words); o != 0) return o;
      return 0;
    }
    default:
      return three_way(s.get(a), s.get(b));
  }
}

}  // namespace

NativeDid reflect_map_order(NativeCall& c) {
  if (const Value v = argument(c); v.is(Kind::Map)) note(c, c.s.get(v.at), 1, false);
  const Entries e = entries_of(c.s, argument(c));
  std::vector<Word> live;
  for (uint64_t i = 0; i < e.used; ++i)
    if (c.s.get(e.key_at(i) - 1) != 0) live.push_back(i);
  std::stable_sort(live.begin(), live.end(),
                   [&](Word a, Word b) { return order(c.s, e.key, e.key_at(a), e.key_at(b)) < 0; });
  return answer_slice(c, c.program().int_type, live);
}

NativeDid reflect_map_key(NativeCall& c) {
  const Entries e = entries_of(c.s, argument(c));
  const Word i = c.argument(1);
  return answer(c, i < e.used ? boxed(c.s, e.key, e.key_at(i)) : 0);
}

NativeDid reflect_map_value(NativeCall& c) {
  const Entries e = entries_of(c.s, argument(c));
  const Word i = c.argument(1);
  return answer(c, i < e.used ? boxed(c.s, e.value, e.value_at(i)) : 0);
}

// ---- types

NativeDid reflect_same_type(NativeCall& c) {
  const Value a = argument(c, 0), b = argument(c, 1);
  return answer(c, a.type == b.type ? 1 : 0);
}

NativeDid reflect_comparable(NativeCall& c) {
  const Value v = argument(c);
  return answer(c, v.type == nullptr || v.type->comparable ? 1 : 0);
}

namespace {

void store(State& s, Reference to, uint32_t word, Word value) {
  s.set(word_of(to) + word, value);
}

// What is written into an object that others can reach, they can reach too.
void share(State& s, Reference to) {
  if (!s.tracks_variables || (s.get(base_of(to)) & kSharedFlag) == 0) return;
  for_each_reference(s, base_of(to), [&s](Reference r) { mark_shared(s, r); });
}

}  // namespace

NativeDid reflect_assign(NativeCall& c) {
  State& s = c.s;
  const Value target = argument(c, 0), v = argument(c, 1);
  const Word pointer = first_word(s, target);
  if (!target.is(Kind::Pointer) || pointer == 0 || v.type == nullptr) return answer(c, 0);
  const TypeId type = target.type->element;
  if (type_of(c.program(), type).kind == Kind::Interface) {
    if (!implements(s, v.id, type)) return answer(c, 0);
    store(s, pointer, 0, c.argument(1));
  } else {
    if (v.id != type) return answer(c, 0);
    for (uint32_t i = 0; i < v.type->words; ++i) store(s, pointer, i, s.get(v.at + i));
  }
  share(s, pointer);
  note(c, pointer, v.type->words, true);
  return answer(c, 1);
}

NativeDid reflect_store(NativeCall& c) {
  State& s = c.s;
  const Value target = argument(c, 0);
  const Word pointer = first_word(s, target);
  if (pointer == 0) {
    panic_runtime(s, "invalid memory address or nil pointer dereference");
    return NativeDid::Panicked;
  }
  const bool is_text = type_of(c.program(), target.type->element).kind == Kind::String;
  store(s, pointer, 0, c.argument(is_text ? 2 : 1));
  share(s, pointer);
  note(c, pointer, 1, true);
  return NativeDid::Done;
}

NativeDid reflect_swap(NativeCall& c) {
  const Elements e = elements_of(c.s, argument(c));
  const Word i = c.argument(1), j = c.argument(2);
  if (i >= e.count || j >= e.count) {
    panic_runtime(c.s, "index out of range [" + std::to_string(std::max(i, j)) + "] with length " +
                           std::to_string(e.count));
    return NativeDid::Panicked;
  }
  if (const Value v = argument(c); v.is(Kind::Slice))
    for (const Word at : {i, j}) note(c, c.s.get(v.at) + (at * e.words << 32), e.words, true);
  const Address a = e.first + static_cast<Address>(i * e.words);
  const Address b = e.first + static_cast<Address>(j * e.words);
  for (uint32_t w = 0; w < e.words; ++w) {
    const Word kept = c.s.get(a + w);
    c.s.set(a + w, c.s.get(b + w));
    c.s.set(b + w, kept);
  }
  return NativeDid::Done;
}

// (Go: errors.As.)
NativeDid errors_target_problem(NativeCall& c) {
  const Value target = argument(c);
  if (target.type == nullptr) return answer_text(c, "errors: target cannot be nil");
  if (!target.is(Kind::Pointer) || first_word(c.s, target) == 0)
    return answer_text(c, "errors: target must be a non-nil pointer");
  const TypeId type = target.type->element;
  const bool is_error = find_method(c.s, type, c.program().error_method) != FunctionId{kNone};
  if (type_of(c.program(), type).kind != Kind::Interface && !is_error)
    return answer_text(c, "errors: *target must be interface or implement error");
  return answer_text(c, "");
}

}  // namespace gopark::natives
