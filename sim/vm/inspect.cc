#include "sim/vm/inspect.h"

#include <algorithm>

namespace gopark {

using namespace layout;

namespace {

// Whether an object of this kind begins at `base`. A stale reference may fool it with another
// object of the same kind, never with a place outside the memory.
bool is_object(const World& world, Reference r, ObjectKind kind) {
  const Memory& memory = world.memory();
  const Address base = base_of(r);
  if (base < kHeapStart || base >= low(memory.load(kBump))) return false;
  const Word header = memory.load(base);
  return kind_of(header) == kind &&
         uint64_t{base} + 1 + words_of(header) <= low(memory.load(kBump));
}

// Whether `words` words from `address` on are inside the memory.
bool is_inside(const World& world, uint64_t address, uint64_t words) {
  return address >= kHeapStart && address + words <= low(world.memory().load(kBump));
}

uint32_t words_of_type(const World& world, TypeId type) {
  return type_of(world.program(), type).words;
}

Word field(const World& world, Reference r, uint32_t index) {
  return world.memory().load(base_of(r) + 1 + index);
}

}  // namespace

uint64_t next_choices(const World& world) {
  return world.memory().load(kChoices);
}
uint64_t other_choices(const World& world) {
  return world.memory().load(kOtherChoices);
}

std::optional<std::string_view> string_at(const World& world, Reference string) {
  if (string == 0) return std::string_view();
  if (!is_object(world, string, ObjectKind::String)) return std::nullopt;
  const uint64_t length = field(world, string, 0);
  const uint64_t room =
      (uint64_t{words_of(world.memory().load(base_of(string)))} - 1) * sizeof(Word);
  if (length > room) return std::nullopt;
  const Word* bytes = world.memory().data() + base_of(string) + 2;
  return std::string_view(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

std::optional<ValueView> boxed_value(const World& world, Reference interface) {
  if (!is_object(world, interface, ObjectKind::Box)) return std::nullopt;
  const uint32_t type = aux_of(world.memory().load(base_of(interface)));
  if (type >= world.program().types.size()) return std::nullopt;
  return ValueView{TypeId{type}, base_of(interface) + 1};
}

std::optional<ValueView> pointed_value(const World& world, Reference pointer, TypeId element) {
  if (pointer == 0) return std::nullopt;
  const uint64_t address = uint64_t{base_of(pointer)} + 1 + offset_of(pointer);
  if (!is_inside(world, address, words_of_type(world, element))) return std::nullopt;
  return ValueView{element, static_cast<Address>(address)};
}

std::vector<ValueView> slice_elements(const World& world, Word first, Word lengths, TypeId element,
                                      std::size_t limit) {
  std::vector<ValueView> elements;
  const uint64_t words = words_of_type(world, element);
  const uint64_t count = std::min<uint64_t>(low(lengths), limit);
  const uint64_t address = uint64_t{base_of(first)} + 1 + offset_of(first);
  if (first == 0 || !is_inside(world, address, count * words)) return elements;
  for (uint64_t i = 0; i < count; ++i) {
    elements.push_back(ValueView{element, static_cast<Address>(address + i * words)});
  }
  return elements;
}

std::optional<uint64_t> map_size(const World& world, Reference map) {
  if (map == 0) return 0;
  if (!is_object(world, map, ObjectKind::Map)) return std::nullopt;
  return field(world, map, kMCount);
}

std::vector<MapEntryView> map_entries(const World& world, Reference map, TypeId type,
                                      std::size_t limit) {
  std::vector<MapEntryView> shown;
  if (!is_object(world, map, ObjectKind::Map)) return shown;
  const Word entries = field(world, map, kMEntries);
  if (!is_object(world, entries, ObjectKind::MapEntries)) return shown;
  const TypeDescription& map_type = type_of(world.program(), type);
  const uint32_t key_words = words_of_type(world, map_type.key);
  const uint32_t stride = 1 + key_words + words_of_type(world, map_type.element);
  const uint64_t count = words_of(world.memory().load(base_of(entries))) / stride;
  for (uint64_t i = 0; i < count && shown.size() < limit; ++i) {
    const Address entry = base_of(entries) + 1 + static_cast<Address>(i * stride);
    if (world.memory().load(entry) == 0) continue;
    shown.push_back(MapEntryView{ValueView{map_type.key, entry + 1},
                                 ValueView{map_type.element, entry + 1 + key_words}});
  }
  return shown;
}

std::optional<FunctionId> called_function(const World& world, Reference function) {
  if (!is_object(world, function, ObjectKind::Closure)) return std::nullopt;
  const uint32_t id = aux_of(world.memory().load(base_of(function)));
  if (id >= world.program().functions.size()) return std::nullopt;
  return FunctionId{id};
}

namespace {

// Where the variable's words stand, or 0 when there is no sound way to them.
Address address_of(const World& world, const Function& function, const FrameView& frame,
                   const LocalVariable& variable) {
  const Memory& memory = world.memory();
  Address place = frame.registers + variable.slot;
  if (variable.is_capture) {
    const Word closure = memory.load(frame.registers + function.parameter_words);
    if (!is_object(world, closure, ObjectKind::Closure)) return 0;
    place = base_of(closure) + 1 + variable.slot;
  }
  if (!variable.in_cell) return place;
  const auto cell = pointed_value(world, memory.load(place), variable.type);
  return cell ? cell->address : 0;
}

}  // namespace

std::vector<VariableView> variables_in(const World& world, const FrameView& frame) {
  std::vector<VariableView> variables;
  if (static_cast<uint32_t>(frame.place.function) == kNone) return variables;
  const Function& function = function_of(world.program(), frame.place.function);
  for (const LocalVariable& variable : function.locals) {
    if (frame.place.pc < variable.from_pc || frame.place.pc >= variable.to_pc) continue;
    const Address address = address_of(world, function, frame, variable);
    if (address == 0 || !is_inside(world, address, words_of_type(world, variable.type))) continue;
    std::erase_if(variables,
                  [&](const VariableView& v) { return v.variable->name == variable.name; });
    variables.push_back(VariableView{&variable, ValueView{variable.type, address}});
  }
  return variables;
}

void for_each_reference_in_global(const World& world, uint32_t index,
                                  const std::function<void(Reference)>& visit) {
  const GlobalVariable& global = world.program().globals[index];
  const Address first = base_of(world.globals_object()) + 1 + global.offset;
  for (const uint32_t offset : type_of(world.program(), global.type).pointers) {
    if (const Word r = world.memory().load(first + offset); r != 0) visit(r);
  }
}

}  // namespace gopark
