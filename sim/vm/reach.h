// What holds what: the references inside objects and the live references of stacks. The collector,
// leak detection and marking of shared objects all see the heap through this one walk.
#pragma once

#include "sim/vm/liveness.h"
#include "sim/vm/state.h"

namespace gopark {

// Calls visit(reference) for each non-nil reference in the payload of the object at `base`. For a
// goroutine's record that includes its stack's live references and deferred calls, not the channel
// that it waits on (a wait queue keeps nothing alive, and neither does waiting).
template <typename F>
void for_each_reference(const State& s, Address base, F&& visit);

// Calls visit(reference) for each live reference in the frames of a goroutine.
template <typename F>
void for_each_stack_reference(const State& s, Address goroutine, F&& visit) {
  const Address stack = layout::low(s.field(goroutine, layout::kGStack));
  for (const Frame& frame : frames_of(s, goroutine)) {
    s.prepared->liveness->for_each_live_pointer(frame.function, frame.pc, frame.innermost,
                                                [&](uint32_t slot) {
                                                  const Word w = s.field(stack, frame.base + slot);
                                                  if (w != 0) visit(w);
                                                });
  }
}

namespace reach_detail {

template <typename F>
void visit_words(const State& s, Address first, const std::vector<uint32_t>& offsets, F& visit) {
  for (const uint32_t offset : offsets)
    if (const Word w = s.get(first + offset); w != 0) visit(w);
}

template <typename F>
void visit_elements(const State& s, Address first, uint64_t count, TypeId element, F& visit) {
  const TypeDescription& type = type_of(*s.program, element);
  if (type.pointers.empty()) return;
  for (uint64_t i = 0; i < count; ++i)
    visit_words(s, first + static_cast<Address>(i * type.words), type.pointers, visit);
}

template <typename F>
void visit_channel(const State& s, Address base, F& visit) {
  const Word element = s.field(base, layout::kCElement);
  const TypeDescription& type = type_of(*s.program, TypeId{layout::low(element)});
  if (type.pointers.empty()) return;
  const uint64_t capacity = s.field(base, layout::kCCapacity);
  for (uint64_t i = 0; i < s.field(base, layout::kCCount); ++i) {
    const uint64_t slot = (s.field(base, layout::kCHead) + i) % capacity;
    visit_words(s, base + 1 + layout::kCBuffer + static_cast<Address>(slot * type.words),
                type.pointers, visit);
  }
}

template <typename F>
void visit_goroutine(const State& s, Address base, F& visit) {
  visit(Reference{layout::low(s.field(base, layout::kGStack))});
  for_each_stack_reference(s, base, visit);
  const Word defers = s.field(base, layout::kGDefers);
  if (layout::low(defers) != 0) visit(Reference{layout::low(defers)});
  if (layout::high(defers) != 0) visit(Reference{layout::high(defers)});
  if (const Word ticket = s.field(base, layout::kGTicket); ticket != 0) visit(ticket);
  if (const Word bubble = s.field(base, layout::kGBubble); bubble != 0) visit(bubble);
}

template <typename F>
void visit_deferred(const State& s, Address base, F& visit) {
  if (const Word next = s.field(base, layout::kDNext); next != 0) visit(next);
  if (const Word closure = s.field(base, layout::kDClosure); closure != 0) visit(closure);
  const Function& function =
      function_of(*s.program, FunctionId{layout::low(s.field(base, layout::kDFunction))});
  visit_words(s, base + 1 + layout::kDArguments, function.parameter_pointers, visit);
}

// A parked goroutine's waiters belong to its record and live as long.
template <typename F>
void visit_map_entries(const State& s, Address base, uint32_t map_type, F& visit) {
  const TypeDescription& type = type_of(*s.program, TypeId{map_type});
  const TypeDescription& key = type_of(*s.program, type.key);
  const TypeDescription& value = type_of(*s.program, type.element);
  const uint32_t stride = 1 + key.words + value.words;
  const uint64_t entries = layout::words_of(s.get(base)) / stride;
  for (uint64_t i = 0; i < entries; ++i) {
    const Address entry = base + 1 + static_cast<Address>(i * stride);
    if (s.get(entry) == 0) continue;
    visit_words(s, entry + 1, key.pointers, visit);
    visit_words(s, entry + 1 + key.words, value.pointers, visit);
  }
}

}  // namespace reach_detail

template <typename F>
void for_each_reference(const State& s, Address base, F&& visit) {
  using namespace layout;
  using namespace reach_detail;
  const Word header = s.get(base);
  const uint32_t aux = aux_of(header);
  switch (kind_of(header)) {
    case ObjectKind::Free:
    case ObjectKind::String:
    case ObjectKind::Raw:
    case ObjectKind::Stack:
      return;
    case ObjectKind::Value:
    case ObjectKind::Box:
      return visit_words(s, base + 1, type_of(*s.program, TypeId{aux}).pointers, visit);
    case ObjectKind::Array: {
      const uint32_t words = type_of(*s.program, TypeId{aux}).words;
      return visit_elements(s, base + 1, words == 0 ? 0 : words_of(header) / words, TypeId{aux},
                            visit);
    }
    case ObjectKind::Closure:
      return visit_words(s, base + 1, function_of(*s.program, FunctionId{aux}).capture_pointers,
                         visit);
    case ObjectKind::Channel:
      return visit_channel(s, base, visit);
    case ObjectKind::Map:
      if (s.field(base, kMEntries) != 0) visit(s.field(base, kMEntries));
      if (s.field(base, kMIndex) != 0) visit(s.field(base, kMIndex));
      return;
    case ObjectKind::MapEntries:
      return visit_map_entries(s, base, aux, visit);
    case ObjectKind::Iterator:
      if (s.field(base, kIMap) != 0) visit(s.field(base, kIMap));
      if (s.field(base, kIKeys) != 0) visit(s.field(base, kIKeys));
      return;
    case ObjectKind::Goroutine:
      if (kind_of(s.get(base)) == ObjectKind::Goroutine) {
        // The waiters of a parked select.
        const Word waits = s.field(base, kGWaitsOn);
        if (waits != 0 && kind_of(s.get(base_of(waits))) == ObjectKind::Waiter) visit(waits);
      }
      return visit_goroutine(s, base, visit);
    case ObjectKind::Waiter:
      if (s.field(base, kWNextCase) != 0) visit(s.field(base, kWNextCase));
      return;
    case ObjectKind::Deferred:
      return visit_deferred(s, base, visit);
    case ObjectKind::Panic:
      for (const uint32_t word : {kPValue, kPNext, kPText})
        if (s.field(base, word) != 0) visit(s.field(base, word));
      return;
    case ObjectKind::Timer:
      if (static_cast<TimerKind>(s.field(base, kTKind)) != TimerKind::WakeGoroutine)
        visit(s.field(base, kTTarget));
      return;
    case ObjectKind::Globals:
      return visit_words(s, base + 1, s.program->global_pointers, visit);
  }
}

}  // namespace gopark
