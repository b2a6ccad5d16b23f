#include "sim/vm/program_image.h"

#include <concepts>
#include <tuple>
#include <type_traits>

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
constexpr uint64_t build_hash() {
  uint64_t hash = 0;
#define OPCODE(name, a, b, c) hash = hash_next(hash, hash_text(#name));
#include "sim/vm/opcodes.inc"
#undef OPCODE
#define NATIVE(name, function, visible) hash = hash_next(hash, hash_text(name));
#include "sim/vm/natives.inc"
#undef NATIVE
  return hash;
}

uint64_t seal(std::string_view fields) {
  return hash_next(build_hash(), hash_text(fields));
}

}  // namespace

std::string write_program(const Program& program) {
  ByteWriter fields, image;
  put(fields, program);
  const std::string bytes = fields.take();
  image.put(seal(bytes));
  image.put(bytes);
  return image.take();
}

std::shared_ptr<Program> read_program(std::string_view image) {
  ByteReader reader(image);
  const auto sealed = reader.number<uint64_t>();
  const std::string_view bytes = reader.text();
  if (!reader.at_end() || sealed != seal(bytes)) return nullptr;
  auto program = std::make_shared<Program>();
  ByteReader fields(bytes);
  get(fields, *program);
  return fields.at_end() ? program : nullptr;
}

}  // namespace gopark
