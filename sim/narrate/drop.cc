#include "sim/narrate/drop.h"

#include <algorithm>

#include "sim/detect/finding.h"
#include "sim/detect/holders.h"
#include "sim/detect/leaked.h"
#include "sim/narrate/names.h"
#include "sim/vm/inspect.h"

namespace gopark {

namespace {

// A frame counted from the outermost one, so that it keeps its number while inner ones come and go.
struct FramePlace {
  FunctionId function{};
  std::size_t number = 0;
};

// Whether one of the references in the value is such a one.
template <typename Is>
bool refers(const World& world, ValueView value, Is&& is) {
  for (const uint32_t offset : type_of(world.program(), value.type).pointers) {
    const Word word = world.memory().load(value.address + offset);
    if (word != 0 && is(word)) return true;
  }
  return false;
}

// One that holds an object itself is named rather than one that leads there. The cell of a captured
// variable counts too: its holder may be another frame.
std::string leading_variable(const World& world, const FrameView& frame,
                             const std::vector<Reference>& objects, const Marks& leading) {
  std::string name;
  for (const VariableView& view : variables_in(world, frame)) {
    const bool holds = refers(world, view.value, [&](Word word) {
      return std::find(objects.begin(), objects.end(), word) != objects.end();
    });
    if (holds) return view.variable->name;
    if (name.empty() &&
        refers(world, view.value, [&](Word word) { return leading.has(base_of(word)); }))
      name = view.variable->name;
  }
  return name;
}

// The frames of the goroutine with a variable that leads to the objects, innermost first.
struct HoldingFrame {
  FramePlace place;
  std::string variable;
};

std::vector<HoldingFrame> holding_frames(const World& world, GoroutineId goroutine,
                                         const std::vector<Reference>& objects) {
  const Marks leading = objects_leading_to(world, objects);
  const std::vector<FrameView> frames = world.frames(goroutine);
  std::vector<HoldingFrame> holding;
  for (std::size_t i = 0; i < frames.size(); ++i) {
    const FunctionId function = frames[i].place.function;
    if (function_of(world.program(), function).is_std) continue;
    std::string variable = leading_variable(world, frames[i], objects, leading);
    if (variable.empty()) continue;
    holding.push_back({FramePlace{function, frames.size() - 1 - i}, std::move(variable)});
  }
  return holding;
}

bool holds(const World& world, GoroutineId goroutine, const std::vector<Reference>& objects) {
  const std::vector<Holder> holders = holders_of(world, objects, kNoGoroutine);
  return std::any_of(holders.begin(), holders.end(), [goroutine](const Holder& holder) {
    return holder.kind == HolderKind::Goroutine && holder.goroutine == goroutine;
  });
}

bool is_still_there(const World& world, GoroutineId goroutine, const FramePlace& place) {
  const std::vector<FrameView> frames = world.frames(goroutine);
  if (place.number >= frames.size()) return false;
  return frames[frames.size() - 1 - place.number].place.function == place.function;
}

}  // namespace

Drop find_drop(Session& session, GoroutineId goroutine, const std::vector<Reference>& objects,
               uint64_t step) {
  session.seek(step);
  const std::vector<HoldingFrame> held = holding_frames(session.world(), goroutine, objects);
  session.seek(step + 1);
  const World& world = session.world();
  Drop drop;
  const auto view = world.goroutine(goroutine);
  if (!view) {
    drop.kind = DropKind::Finished;
    return drop;
  }
  const std::vector<GoroutineId> leaked = leaked_goroutines(world);
  if (std::binary_search(leaked.begin(), leaked.end(), goroutine)) {
    drop.kind = DropKind::Stuck;
    drop.reason = status_text(view->status, view->reason);
    return drop;
  }
  if (holds(world, goroutine, objects)) {
    drop.kind = DropKind::Unable;
    return drop;
  }
  for (const HoldingFrame& frame : held) {
    drop.variable = frame.variable;
    if (is_still_there(world, goroutine, frame.place)) continue;
    drop.kind = DropKind::Returned;
    drop.function = short_function_name(world.program(), frame.place.function);
  }
  return drop;
}

}  // namespace gopark
