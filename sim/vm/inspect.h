// Looking into the values of a run, for people: strings, boxes, elements, variables. Pure reading.
//
// A register may hold a reference that is no longer used, to an object that has been collected and
// whose place has been given away. So every function here takes any word, and answers nullopt (or
// nothing) where there is no object of the asked kind any more. What is answered is valid until the
// next step.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "sim/vm/world.h"

namespace gopark {

// Words of the run's memory that hold a value. address 0: a value without words.
struct ValueView {
  TypeId type{};
  Address address = 0;
};

struct MapEntryView {
  ValueView key;
  ValueView value;
};

// A variable of a frame at its current place, in order of declaration.
struct VariableView {
  const LocalVariable* variable = nullptr;
  ValueView value;
};

// Choices that the run has met, of who moves next, and all others: the next Choice::number of each.
uint64_t next_choices(const World& world);
uint64_t other_choices(const World& world);

// The bytes of a string value; "" for nil.
std::optional<std::string_view> string_at(const World& world, Reference string);
// What an interface value holds; nullopt for nil too.
std::optional<ValueView> boxed_value(const World& world, Reference interface);
// What a pointer of the given element type points to; nullopt for nil too.
std::optional<ValueView> pointed_value(const World& world, Reference pointer, TypeId element);
// The first `limit` elements of the slice whose two words are given.
std::vector<ValueView> slice_elements(const World& world, Word first, Word lengths, TypeId element,
                                      std::size_t limit);
std::optional<uint64_t> map_size(const World& world, Reference map);
// The first `limit` entries in order of insertion.
std::vector<MapEntryView> map_entries(const World& world, Reference map, TypeId type,
                                      std::size_t limit);
// The function of a function value; nullopt for nil too.
std::optional<FunctionId> called_function(const World& world, Reference function);

// The variables that can be seen at the frame's place; a name that is hidden by an inner one is
// left out.
std::vector<VariableView> variables_in(const World& world, const FrameView& frame);

// Calls visit for each non-nil reference in the global variable Program::globals[index].
void for_each_reference_in_global(const World& world, uint32_t index,
                                  const std::function<void(Reference)>& visit);

}  // namespace gopark
