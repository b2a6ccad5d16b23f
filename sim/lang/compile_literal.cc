// Composite literals and function literals.
#include <algorithm>

#include "sim/lang/compile_function.h"

namespace gopark::lang {

namespace {

const Expr* value_of(const Expr* element) {
  return element->kind == ExprKind::KeyValue ? as<KeyValueExpr>(element)->value : element;
}

std::string key_name(const Expr* element) {
  if (element->kind != ExprKind::KeyValue) return "";
  const Expr* key = as<KeyValueExpr>(element)->key;
  return key->kind == ExprKind::Ident ? as<Ident>(key)->name : "";
}

// A literal whose parts can be written one by one where the value is to be.
const CompositeLit* plain_literal(const Expr* e, const Type* type) {
  e = unparen(e);
  if (e->kind != ExprKind::CompositeLit || as<CompositeLit>(e)->implicit_address) return nullptr;
  if (is_interface_type(type)) return nullptr;
  const Kind kind = kind_of(e->type);
  return kind == Kind::Struct || kind == Kind::Array ? as<CompositeLit>(e) : nullptr;
}

}  // namespace

Reg FunctionCompiler::eval_composite(const CompositeLit* e, Reg hint) {
  if (e->implicit_address) return allocate_composite(e, under(e->type)->element, hint);
  switch (kind_of(e->type)) {
    case Kind::Slice:
      return slice_literal(e, hint);
    case Kind::Map:
      return map_literal(e, hint);
    default:
      break;
  }
  const Reg to = target(e->type, hint);
  TempScope temps(*this);
  // A variable keeps its value until the literal is complete: the parts may read it.
  const Reg whole = may_overwrite(to, e->type) ? to : allocate(e->type);
  composite_to(e, e->type, whole);
  move(to, whole, words(e->type));
  return to;
}

// A struct or array in registers.
void FunctionCompiler::composite_to(const CompositeLit* e, const Type* type, Reg to) {
  const Type* u = under(type);
  const bool is_struct = u->kind == TypeKind::Struct;
  const std::size_t parts = is_struct ? u->fields.size() : static_cast<std::size_t>(u->length);
  if (e->elements.size() < parts) zero(to, words(type));
  for (std::size_t n = 0; n < e->elements.size(); ++n) {
    const auto index = static_cast<uint32_t>(e->indices[n]);
    const Type* part = is_struct ? u->fields[index].type : u->element;
    const Reg offset = is_struct ? layout().field_offset(type, index) : index * words(part);
    const Expr* value = value_of(e->elements[n]);
    if (is_struct) name_channel(value, key_name(e->elements[n]));
    if (const CompositeLit* inner = plain_literal(value, part))
      composite_to(inner, part, to + offset);
    else
      value_to(value, part, to + offset);
  }
}

// A new variable that holds the literal's value. Small ones are put together in registers first.
Reg FunctionCompiler::allocate_composite(const CompositeLit* e, const Type* type, Reg hint) {
  const Reg to = hint != kNoReg ? hint : allocate_reference();
  TempScope temps(*this);
  constexpr uint32_t kMaxTogether = 16;
  const TypeId id = layout().id(type);
  const Kind kind = kind_of(type);
  const bool in_registers =
      (kind != Kind::Struct && kind != Kind::Array) || words(type) <= kMaxTogether;
  const Reg pointer = may_overwrite(to, type) ? to : allocate_reference();
  if (in_registers) {
    const Reg whole = allocate(type);
    if (kind == Kind::Struct || kind == Kind::Array)
      composite_to(e, type, whole);
    else if (kind == Kind::Slice)
      move(whole, slice_literal(e, whole), 2);
    else
      move(whole, map_literal(e, whole), 1);
    code_.emit_wide(Opcode::New, pointer, static_cast<uint32_t>(id));
    Location place = in_memory(pointer, type);
    place.known_non_nil = true;
    store_memory(place, whole);
  } else {
    const Reg fresh = allocate_reference();
    code_.emit_wide(Opcode::New, fresh, static_cast<uint32_t>(id));
    Location place = in_memory(fresh, type);
    place.known_non_nil = true;
    composite_in_memory(e, type, place);
    move(pointer, fresh, 1);
  }
  move(to, pointer, 1);
  return to;
}

// Into memory that is zero.
void FunctionCompiler::composite_in_memory(const CompositeLit* e, const Type* type,
                                           Location where) {
  const Type* u = under(type);
  const bool is_struct = u->kind == TypeKind::Struct;
  for (std::size_t n = 0; n < e->elements.size(); ++n) {
    const auto index = static_cast<uint64_t>(e->indices[n]);
    const Type* part = is_struct ? u->fields[index].type : u->element;
    Location place = where;
    place.type = part;
    place.offset +=
        is_struct ? layout().field_offset(type, static_cast<uint32_t>(index)) : index * words(part);
    const Expr* value = value_of(e->elements[n]);
    if (is_struct) name_channel(value, key_name(e->elements[n]));
    element_in_memory(value, part, place);
  }
}

// Initialises a part of memory that is zero.
void FunctionCompiler::element_in_memory(const Expr* value, const Type* type, Location where) {
  TempScope temps(*this);
  const CompositeLit* literal = plain_literal(value, type);
  if (literal != nullptr && (is_large(type) || where.kind == Location::Kind::Memory))
    return composite_in_memory(literal, type, where);
  if (is_large(type) && copies_in_memory(value)) return copy_memory(where, locate(value));
  store(where, this->value(value, type));
}

// Whether a large value can be copied from where it stands.
bool FunctionCompiler::copies_in_memory(const Expr* e) {
  e = unparen(e);
  if (hoisted_.count(e) != 0) return false;
  return e->mode == Mode::Variable && !is_in_registers(e);
}

// A new array behind a new slice.
Reg FunctionCompiler::slice_literal(const CompositeLit* e, Reg hint) {
  const Type* type = kind_of(e->type) == Kind::Pointer ? under(e->type)->element : e->type;
  Type* element = under(type)->element;
  const Reg to = target(type, hint);
  TempScope temps(*this);
  const Reg whole = may_overwrite(to, type) ? to : allocate(type);
  const auto length = static_cast<uint64_t>(e->length);
  const Type* array = layout().array_of(element, e->length);
  check_size(array);
  if (layout().is_too_large(array)) return to;
  const Reg pointer = allocate_reference();
  code_.emit_wide(Opcode::New, pointer, static_cast<uint32_t>(layout().id(array)));
  fill_array(e, element, pointer);
  move(whole, pointer, 1);
  load_integer(whole + 1, length | length << 32);
  move(to, whole, 2);
  return to;
}

// Neighbouring elements go from registers to the array in one instruction.
void FunctionCompiler::fill_array(const CompositeLit* e, const Type* element, Reg pointer) {
  constexpr uint32_t kMaxTogether = 32;
  const uint32_t step = words(element);
  const std::size_t at_once = step == 0 ? 1 : std::max(1u, kMaxTogether / step);
  for (std::size_t n = 0; n < e->elements.size();) {
    TempScope temps(*this);
    Location place = in_memory(pointer, element);
    place.known_non_nil = true;
    place.offset = static_cast<uint64_t>(e->indices[n]) * step;
    if (is_large(element)) {
      element_in_memory(value_of(e->elements[n++]), element, place);
      continue;
    }
    const Reg first = registers_.top();
    std::size_t count = 0;
    do {
      push(value_of(e->elements[n + count]), element);
      ++count;
    } while (count < at_once && n + count < e->elements.size() &&
             e->indices[n + count] == e->indices[n] + static_cast<int64_t>(count));
    store_words(place, first, static_cast<uint32_t>(count) * step);
    n += count;
  }
}

void FunctionCompiler::store_words(const Location& place, Reg first, uint32_t count) {
  if (count == 0) return;
  const auto [pointer, offset] = near_pointer(place.base, place.offset);
  if (count == 1) {
    code_.emit(Opcode::Store, pointer, first, offset);
    return;
  }
  code_.emit(Opcode::StoreN, pointer, first, offset);
  code_.extend(count);
}

Reg FunctionCompiler::map_literal(const CompositeLit* e, Reg hint) {
  const Type* type = kind_of(e->type) == Kind::Pointer ? under(e->type)->element : e->type;
  const Type* map = under(type);
  const Reg to = target(type, hint);
  TempScope temps(*this);
  const Reg fresh = allocate_reference();
  const TypeId id = layout().id(type);
  code_.emit_wide(Opcode::MakeMap, fresh, static_cast<uint32_t>(id));
  for (const Expr* element : e->elements) {
    TempScope entry(*this);
    const auto* pair = as<KeyValueExpr>(element);
    const Reg key = push(pair->key, map->key);
    const Reg value = push(pair->value, map->element);
    code_.emit(Opcode::MapSet, fresh, key, value);
    code_.extend_type(id);
  }
  move(to, fresh, 1);
  return to;
}

Reg FunctionCompiler::eval_function_literal(const FuncLit* e, Reg hint) {
  const FunctionId function = program_.literal(e, request_);
  std::vector<Captured> captured;
  for (const Object* object : e->captures) {
    const Home* home = home_of(object);
    if (home->cell)
      captured.push_back(Captured{home->reg, 1, {0}});
    else
      captured.push_back(Captured{home->reg, words(object->type), layout().pointers(object->type)});
  }
  return make_closure(function, captured, e->type, hint);
}

// A function value; what it captured is copied into it.
Reg FunctionCompiler::make_closure(FunctionId function, const std::vector<Captured>& captured,
                                   const Type* type, Reg hint) {
  const Reg to = target(type, hint);
  TempScope temps(*this);
  uint32_t count = 0;
  for (const Captured& one : captured) count += one.words;
  if (count == 0) {
    code_.emit_wide(Opcode::LoadFunction, to, static_cast<uint32_t>(function));
    return to;
  }
  Reg first = captured[0].reg;
  bool in_order = true;
  Reg expected = first;
  for (const Captured& one : captured) {
    in_order = in_order && one.reg == expected;
    expected += one.words;
  }
  if (!in_order) {
    first = registers_.top();
    for (const Captured& one : captured)
      move(registers_.allocate(one.words, one.pointers), one.reg, one.words);
  }
  code_.emit(Opcode::MakeClosure, to, count, first);
  code_.extend_type(TypeId{static_cast<uint32_t>(function)});
  return to;
}

}  // namespace gopark::lang
