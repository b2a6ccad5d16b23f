#include "sim/vm/program_image.h"

#include <algorithm>
#include <concepts>
#include <tuple>
#include <type_traits>
#include <utility>

#include "sim/base/bytes.h"
#include "sim/base/hash.h"

namespace gopark {

namespace {

// Every field of what a Program is made of, in the order of bytecode.h. T: const or not.
template <typename T, typename U>
concept Is = std::same_as<std::remove_const_t<T>, U>;

auto fields(Is<Instruction> auto& i) {
  return std::tie(i.op, i.a, i.b, i.c);
}
auto fields(Is<FieldDescription> auto& f) {
  return std::tie(f.name, f.type, f.offset, f.embedded, f.exported);
}
auto fields(Is<MethodEntry> auto& m) {
  return std::tie(m.method, m.function);
}
auto fields(Is<TypeDescription> auto& t) {
  return std::tie(t.kind, t.name, t.package, t.named, t.comparable, t.words, t.pointers, t.element,
                  t.key, t.length, t.fields, t.methods, t.required);
}
auto fields(Is<LineEntry> auto& l) {
  return std::tie(l.pc, l.line, l.column, l.statement);
}
auto fields(Is<LocalVariable> auto& v) {
  return std::tie(v.name, v.type, v.slot, v.from_pc, v.to_pc, v.in_cell, v.is_capture);
}
auto fields(Is<Safepoint> auto& s) {
  return std::tie(s.pc, s.map);
}
auto fields(Is<OperandName> auto& o) {
  return std::tie(o.pc, o.text);
}
auto fields(Is<Function> auto& f) {
  return std::tie(f.name, f.file, f.line, f.end_line, f.parameter_words, f.result_words,
                  f.frame_words, f.capture_words, f.capture_pointers, f.parameter_pointers,
                  f.recover_pc, f.is_std, f.is_wrapper, f.quiet, f.unsynchronized, f.code, f.lines,
                  f.safepoints, f.pointer_maps, f.locals, f.operands);
}
auto fields(Is<GlobalVariable> auto& g) {
  return std::tie(g.name, g.type, g.offset, g.file, g.line, g.is_std);
}
auto fields(Is<FileName> auto& f) {
  return std::tie(f.path, f.is_std);
}
auto fields(Is<Program> auto& p) {
  return std::tie(p.files, p.functions, p.entry, p.main_function, p.types, p.method_names,
                  p.constants, p.strings, p.globals, p.global_words, p.global_pointers,
                  p.string_type, p.int_type, p.byte_type, p.rune_type, p.error_string_type,
                  p.plain_error_type, p.error_method, p.string_method, p.source_hash);
}

template <typename T>
concept Record = requires(T& item) {
  fields(item);
};

void put(ByteWriter& to, const Number auto& value) {
  to.put(value);
}
void put(ByteWriter& to, const std::string& text) {
  to.put(text);
}
template <typename T>
void put(ByteWriter& to, const std::vector<T>& items);
void put(ByteWriter& to, const Record auto& record) {
  std::apply([&](const auto&... field) { (put(to, field), ...); }, fields(record));
}
template <typename T>
void put(ByteWriter& to, const std::vector<T>& items) {
  to.put(items.size());
  for (const T& item : items) put(to, item);
}

template <Number T>
void get(ByteReader& from, T& value) {
  value = from.number<T>();
}
void get(ByteReader& from, std::string& text) {
  text = from.text();
}
template <typename T>
void get(ByteReader& from, std::vector<T>& items);
void get(ByteReader& from, Record auto& record) {
  std::apply([&](auto&... field) { (get(from, field), ...); }, fields(record));
}
template <typename T>
void get(ByteReader& from, std::vector<T>& items) {
  const std::size_t size = from.count();
  for (std::size_t i = 0; from.ok() && i < size; ++i) get(from, items.emplace_back());
}

// Tells apart builds whose programs mean different things by the same numbers.
constexpr uint64_t kBuild = [] {
  uint64_t hash = 0;
#define OPCODE(name, a, b, c) hash = hash_next(hash, hash_text(#name));
#include "sim/vm/opcodes.inc"
#undef OPCODE
#define NATIVE(name, function, visible) hash = hash_next(hash, hash_text(name));
#include "sim/vm/natives.inc"
#undef NATIVE
  return hash;
}();

uint64_t seal(std::string_view fields) {
  return hash_next(kBuild, hash_text(fields));
}

// A field of all programs: lists entry by entry, so that what is alike stands close together, where
// every compressor finds it.
template <typename T>
void put_each(ByteWriter& to, const std::vector<const T*>& values) {
  for (const T* value : values) put(to, *value);
}
template <typename T>
void put_each(ByteWriter& to, const std::vector<const std::vector<T>*>& lists) {
  std::size_t most = 0;
  for (const auto* list : lists) {
    to.put(list->size());
    most = std::max(most, list->size());
  }
  for (std::size_t i = 0; i < most; ++i)
    for (const auto* list : lists)
      if (i < list->size()) put(to, (*list)[i]);
}

template <typename T>
void get_each(ByteReader& from, const std::vector<T*>& values) {
  for (T* value : values) get(from, *value);
}
template <typename T>
void get_each(ByteReader& from, const std::vector<std::vector<T>*>& lists) {
  std::vector<std::size_t> sizes;
  for (std::size_t i = 0; i < lists.size(); ++i) sizes.push_back(from.count());
  const std::size_t most = *std::max_element(sizes.begin(), sizes.end());
  for (std::size_t i = 0; from.ok() && i < most; ++i)
    for (std::size_t list = 0; list < lists.size(); ++list)
      if (i < sizes[list]) get(from, lists[list]->emplace_back());
}

// use(the same field of each program), for each field.
template <typename P>
void for_each_field(const std::vector<P*>& programs, auto use) {
  using Fields = decltype(fields(*programs[0]));
  [&]<std::size_t... index>(std::index_sequence<index...>) {
    const auto one = [&]<std::size_t which>(std::integral_constant<std::size_t, which>) {
      using Field = std::remove_reference_t<std::tuple_element_t<which, Fields>>;
      std::vector<Field*> same;
      for (P* program : programs) same.push_back(&std::get<which>(fields(*program)));
      use(same);
    };
    (one(std::integral_constant<std::size_t, index>()), ...);
  }
  (std::make_index_sequence<std::tuple_size_v<Fields>>());
}

}  // namespace

std::string write_programs(std::span<const std::shared_ptr<const Program>> programs) {
  ByteWriter to, image;
  std::vector<const Program*> all;
  for (const auto& program : programs) all.push_back(program.get());
  to.put(all.size());
  if (!all.empty()) for_each_field(all, [&](const auto& same) { put_each(to, same); });
  const std::string bytes = to.take();
  image.put(seal(bytes));
  image.put(bytes);
  return image.take();
}

std::vector<std::shared_ptr<Program>> read_programs(std::string_view image) {
  ByteReader reader(image);
  const auto sealed = reader.number<uint64_t>();
  const std::string_view bytes = reader.text();
  if (!reader.at_end() || sealed != seal(bytes)) return {};
  ByteReader from(bytes);
  std::vector<std::shared_ptr<Program>> programs(from.count());
  std::vector<Program*> all;
  for (auto& program : programs) all.push_back((program = std::make_shared<Program>()).get());
  if (!all.empty()) for_each_field(all, [&](const auto& same) { get_each(from, same); });
  if (!from.at_end()) programs.clear();
  return programs;
}

}  // namespace gopark
