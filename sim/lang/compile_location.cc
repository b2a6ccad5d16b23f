// Locations: what an expression that can stand left of `=` denotes, and how to read, write and
// point to it.
#include <algorithm>

#include "sim/base/assert.h"
#include "sim/lang/compile_function.h"

namespace gopark::lang {

namespace {

constexpr uint64_t kMaxOffset = 0xffff;  // of Load, Store and FieldAddress

}  // namespace

Location FunctionCompiler::in_memory(Reg pointer, const Type* type) {
  Location place;
  place.kind = Location::Kind::Memory;
  place.type = type;
  place.base = pointer;
  return place;
}

Location FunctionCompiler::locate_variable(const Object* variable) {
  Location place;
  place.type = variable->type;
  if (variable->is_global) {
    place.kind = Location::Kind::Global;
    place.offset = program_.global_offset(variable);
    return place;
  }
  const Home* home = home_of(variable);
  GOPARK_ASSERT(home != nullptr, "a variable is used outside its scope");
  if (home->cell) {
    place = in_memory(home->reg, variable->type);
    place.known_non_nil = true;
    return place;
  }
  place.kind = Location::Kind::Register;
  place.base = home->reg;
  return place;
}

Location FunctionCompiler::locate(const Expr* e) {
  e = unparen(e);
  if (hoisted_.count(e) == 0 && e->mode != Mode::Constant) {
    switch (e->kind) {
      case ExprKind::Ident:
        if (as<Ident>(e)->name == "_" && as<Ident>(e)->object == nullptr) return Location{};
        if (as<Ident>(e)->object->kind == ObjectKind::Var)
          return locate_variable(as<Ident>(e)->object);
        break;
      case ExprKind::Star:
        return in_memory(eval(as<StarExpr>(e)->x), e->type);
      case ExprKind::Index:
        if (as<IndexExpr>(e)->instance == nullptr &&
            kind_of(as<IndexExpr>(e)->x->type) != Kind::String)
          return locate_index(as<IndexExpr>(e));
        break;
      case ExprKind::Selector: {
        const auto* selector = as<SelectorExpr>(e);
        if (selector->selection == SelectionKind::Field)
          return field_of(locate(selector->x), selector->path);
        if (selector->selection == SelectionKind::PackageMember &&
            selector->sel->object->kind == ObjectKind::Var)
          return locate_variable(selector->sel->object);
        break;
      }
      default:
        break;
    }
  }
  Location value;
  value.kind = Location::Kind::Register;
  value.type = e->type;
  value.base = eval(e);
  value.is_temporary = true;
  return value;
}

// The parts of a map's value can only be read: from a copy.
Location FunctionCompiler::without_map(const Location& place) {
  if (place.kind != Location::Kind::MapEntry) return place;
  Location copy;
  copy.kind = Location::Kind::Register;
  copy.type = place.type;
  copy.base = load(place);
  copy.is_temporary = true;
  return copy;
}

Location FunctionCompiler::field_of(Location base, const std::vector<uint32_t>& path) {
  for (const uint32_t field : path) {
    base = without_map(base);
    if (kind_of(base.type) == Kind::Pointer)
      base = in_memory(load(base), under(base.type)->element);
    const uint32_t offset = layout().field_offset(base.type, field);
    if (base.kind == Location::Kind::Register)
      base.base += offset;
    else
      base.offset += offset;
    base.type = under(base.type)->fields[field].type;
  }
  return base;
}

Location FunctionCompiler::locate_index(const IndexExpr* e) {
  const Type* container = under(e->x->type);
  Location place;
  if (container->kind == TypeKind::Map) {
    place.kind = Location::Kind::MapEntry;
    place.type = container->element;
    place.container = e->x->type;
    place.base = eval(e->x);
    place.index = value(e->indices[0], container->key);
    return place;
  }
  if (container->kind == TypeKind::Array) return element_of(locate(e->x), e->indices[0]);
  if (container->kind == TypeKind::Pointer)
    return element_of(in_memory(eval(e->x), container->element), e->indices[0]);
  GOPARK_ASSERT(container->kind == TypeKind::Slice);
  place.kind = Location::Kind::SliceElement;
  place.type = place.container = container->element;
  place.base = eval(e->x);
  place.index = eval(e->indices[0]);
  return place;
}

// An element of the array that stands at a location.
Location FunctionCompiler::element_of(Location array, const Expr* index) {
  array = without_map(array);
  const Type* type = under(array.type);
  const uint32_t step = words(type->element);
  array.type = type->element;
  int64_t constant = 0;
  if (constant_integer(index, &constant)) {
    const uint64_t offset = static_cast<uint64_t>(constant) * step;
    if (array.kind == Location::Kind::Register)
      array.base += static_cast<Reg>(offset);
    else
      array.offset += offset;
    return array;
  }
  Location element;
  element.type = element.container = type->element;
  element.length = type->length;
  element.is_temporary = array.is_temporary;
  if (array.kind == Location::Kind::ArrayElement) {
    array.type = type;
    element.kind = Location::Kind::ArrayElement;
    element.base = load(array);
    element.is_temporary = true;
  } else if (array.kind == Location::Kind::Register) {
    element.kind = Location::Kind::ArrayElement;
    element.base = array.base;
  } else {
    array.type = type;
    element.kind = Location::Kind::PointerElement;
    element.base = array.kind == Location::Kind::Memory && array.offset == 0
                       ? array.base
                       : address(array, kNoReg);
  }
  element.index = eval(index);
  return element;
}

// What ElementAddress, ArrayLoad and ArrayStore need to know of an array.
void FunctionCompiler::extend_array(const Type* element, int64_t length) {
  const uint32_t constant = program_.constant(static_cast<uint64_t>(length));
  code_.extend(words(element), constant & 0xffff, constant >> 16);
}

Location FunctionCompiler::resolve(const Location& location) {
  Location place = location;
  place.kind = Location::Kind::Memory;
  place.known_non_nil = true;
  if (location.kind == Location::Kind::SliceElement) {
    place.base = allocate_reference();
    code_.emit(Opcode::IndexAddress, place.base, location.base, location.index);
    code_.extend(words(location.container));
    return place;
  }
  if (location.kind == Location::Kind::PointerElement) {
    place.base = allocate_reference();
    code_.emit(Opcode::ElementAddress, place.base, location.base, location.index);
    extend_array(location.container, location.length);
    return place;
  }
  return location;
}

std::pair<Reg, uint32_t> FunctionCompiler::near_pointer(Reg pointer, uint64_t offset) {
  while (offset > kMaxOffset) {
    const Reg next = allocate_reference();
    code_.emit(Opcode::FieldAddress, next, pointer, kMaxOffset);
    pointer = next;
    offset -= kMaxOffset;
  }
  return {pointer, static_cast<uint32_t>(offset)};
}

void FunctionCompiler::load_memory(const Location& location, Reg to) {
  TempScope temps(*this);
  const auto [pointer, offset] = near_pointer(location.base, location.offset);
  const uint32_t count = words(location.type);
  if (count == 1) {
    code_.emit(Opcode::Load, to, pointer, offset);
  } else if (count > 1) {
    code_.emit(Opcode::LoadN, to, pointer, offset);
    code_.extend(std::min(count, kMaxFrameWords));
  } else if (!location.known_non_nil) {
    code_.emit(Opcode::CheckNil, pointer);
  }
}

void FunctionCompiler::store_memory(const Location& location, Reg value) {
  TempScope temps(*this);
  const auto [pointer, offset] = near_pointer(location.base, location.offset);
  const uint32_t count = words(location.type);
  if (count == 1) {
    code_.emit(Opcode::Store, pointer, value, offset);
  } else if (count > 1) {
    code_.emit(Opcode::StoreN, pointer, value, offset);
    code_.extend(std::min(count, kMaxFrameWords));
  } else if (!location.known_non_nil) {
    code_.emit(Opcode::CheckNil, pointer);
  }
}

Reg FunctionCompiler::load(const Location& location, Reg hint) {
  if (location.kind == Location::Kind::Register) return location.base;
  const Reg to = target(location.type, hint);
  TempScope temps(*this);
  const uint32_t count = words(location.type);
  switch (location.kind) {
    case Location::Kind::Memory:
      load_memory(location, to);
      break;
    case Location::Kind::Global:
      load_global(location, to);
      break;
    case Location::Kind::ArrayElement:
      load_array_element(location, to);
      break;
    case Location::Kind::SliceElement:
      if (location.offset == 0 && count == words(location.container)) {
        code_.emit(Opcode::IndexLoad, to, location.base, location.index);
        code_.extend(count);
        break;
      }
      load_memory(resolve(location), to);
      break;
    case Location::Kind::PointerElement:
      load_memory(resolve(location), to);
      break;
    case Location::Kind::MapEntry:
      code_.emit(Opcode::MapGet, to, location.base, location.index);
      code_.extend_type(layout().id(location.container), kNoReg);
      break;
    default:
      GOPARK_ASSERT(false, "nothing to load");
  }
  return to;
}

void FunctionCompiler::load_global(const Location& location, Reg to) {
  const uint32_t count = words(location.type);
  if (count == 1) code_.emit_wide(Opcode::LoadGlobal, to, static_cast<uint32_t>(location.offset));
  if (count < 2) return;
  Location place = in_memory(address(location, kNoReg), location.type);
  place.known_non_nil = true;
  load_memory(place, to);
}

void FunctionCompiler::load_array_element(const Location& location, Reg to) {
  const bool whole = location.offset == 0 && words(location.type) == words(location.container);
  const Reg element = whole ? to : allocate(location.container);
  code_.emit(Opcode::ArrayLoad, element, location.base, location.index);
  extend_array(location.container, location.length);
  if (!whole) move(to, element + static_cast<Reg>(location.offset), words(location.type));
}

void FunctionCompiler::store(const Location& location, Reg value) {
  if (location.kind == Location::Kind::Nowhere) return;
  TempScope temps(*this);
  const uint32_t count = words(location.type);
  switch (location.kind) {
    case Location::Kind::Nowhere:
      return;
    case Location::Kind::Register:
      return move(location.base, value, count);
    case Location::Kind::Memory:
      return store_memory(location, value);
    case Location::Kind::Global:
      return store_global(location, value);
    case Location::Kind::ArrayElement:
      return store_array_element(location, value);
    case Location::Kind::SliceElement:
      if (location.offset != 0 || count != words(location.container))
        return store_memory(resolve(location), value);
      code_.emit(Opcode::IndexStore, location.base, value, location.index);
      return code_.extend(count);
    case Location::Kind::PointerElement:
      return store_memory(resolve(location), value);
    case Location::Kind::MapEntry:
      code_.emit(Opcode::MapSet, location.base, location.index, value);
      return code_.extend_type(layout().id(location.container));
  }
}

void FunctionCompiler::store_global(const Location& location, Reg value) {
  const uint32_t count = words(location.type);
  if (count == 1)
    code_.emit_wide(Opcode::StoreGlobal, value, static_cast<uint32_t>(location.offset));
  if (count < 2) return;
  Location place = in_memory(address(location, kNoReg), location.type);
  place.known_non_nil = true;
  store_memory(place, value);
}

void FunctionCompiler::store_array_element(const Location& location, Reg value) {
  GOPARK_ASSERT(!location.is_temporary, "a store into a copy");
  Reg element = value;
  if (location.offset != 0 || words(location.type) != words(location.container)) {
    element = allocate(location.container);
    code_.emit(Opcode::ArrayLoad, element, location.base, location.index);
    extend_array(location.container, location.length);
    move(element + static_cast<Reg>(location.offset), value, words(location.type));
  }
  code_.emit(Opcode::ArrayStore, location.base, element, location.index);
  extend_array(location.container, location.length);
}

// A pointer to the location: `hint`, a new temporary, or the register of a variable's cell.
Reg FunctionCompiler::address(const Location& location, Reg hint) {
  if (location.kind == Location::Kind::Memory && location.offset == 0 && location.known_non_nil)
    return location.base;
  const Reg to = hint != kNoReg ? hint : allocate_reference();
  TempScope temps(*this);
  if (location.kind == Location::Kind::Global) {
    code_.emit_wide(Opcode::GlobalAddress, to, static_cast<uint32_t>(location.offset));
    return to;
  }
  const Location place = resolve(location);
  GOPARK_ASSERT(place.kind == Location::Kind::Memory, "the address of a register");
  const auto [pointer, offset] = near_pointer(place.base, place.offset);
  code_.emit(Opcode::FieldAddress, to, pointer, offset);
  return to;
}

Location FunctionCompiler::frozen(Location location) {
  const auto copy = [this](Reg reg, uint32_t count, const std::vector<uint32_t>& pointers) {
    if (!registers_.is_variable(reg, count)) return reg;
    const Reg fresh = registers_.allocate(count, pointers);
    move(fresh, reg, count);
    return fresh;
  };
  switch (location.kind) {
    case Location::Kind::Memory:
      if (!location.known_non_nil) location.base = copy(location.base, 1, {0});
      return location;
    case Location::Kind::SliceElement:
      location.base = copy(location.base, 2, {0});
      location.index = copy(location.index, 1, {});
      return location;
    case Location::Kind::PointerElement:
      location.base = copy(location.base, 1, {0});
      location.index = copy(location.index, 1, {});
      return location;
    case Location::Kind::ArrayElement:
      location.index = copy(location.index, 1, {});
      return location;
    case Location::Kind::MapEntry: {
      const Type* key = under(location.container)->key;
      location.base = copy(location.base, 1, {0});
      location.index = copy(location.index, words(key), layout().pointers(key));
      return location;
    }
    default:
      return location;
  }
}

// Copies a value between two places in memory, of any size. (Go: typedmemmove.)
void FunctionCompiler::copy_memory(const Location& to, const Location& from) {
  TempScope temps(*this);
  const uint64_t count = words(to.type);
  const Reg slices = registers_.allocate(4, {0, 2});
  const Location* const places[] = {&to, &from};
  for (uint32_t n = 0; n < 2; ++n) {
    const Reg slice = slices + 2 * n;
    move(slice, address(*places[n], slice), 1);
    load_integer(slice + 1, count | count << 32);
  }
  const Reg copied = allocate_word();
  code_.emit(Opcode::CopySlice, copied, slices, slices + 2);
  code_.extend(1);
}

}  // namespace gopark::lang
