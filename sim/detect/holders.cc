#include "sim/detect/holders.h"

#include <algorithm>
#include <utility>

#include "sim/detect/leaked.h"
#include "sim/vm/inspect.h"

namespace gopark {

namespace {

// Walks everything that any goroutine, global or timer reaches, turns the references around, and
// walks back from the targets.
class BackwardSearch {
 public:
  explicit BackwardSearch(const World& world) : world_(world) {}

  Marks run(const std::vector<Reference>& targets) {
    collect_edges();
    std::stable_sort(edges_.begin(), edges_.end());
    for (const Reference target : targets) reach(base_of(target));
    while (!pending_.empty()) {
      const uint32_t object = pending_.back();
      pending_.pop_back();
      auto it = std::lower_bound(edges_.begin(), edges_.end(), std::pair(object, uint32_t{0}));
      for (; it != edges_.end() && it->first == object; ++it) reach(it->second);
    }
    return std::move(leading_);
  }

 private:
  void reach(uint32_t base) {
    if (base != 0 && leading_.add(base)) pending_.push_back(base);
  }

  void visit(Reference r) {
    if (r != 0 && seen_.add(base_of(r))) pending_.push_back(base_of(r));
  }

  void collect_edges() {
    const auto visit_it = [this](Reference r) { visit(r); };
    for (const GoroutineId id : world_.goroutines()) {
      world_.for_each_live_reference_in_stack(id, visit_it);
    }
    visit(world_.globals_object());
    for (const TimerView& timer : world_.timers()) {
      if (timer.kind != layout::TimerKind::WakeGoroutine) visit(timer.target);
    }
    while (!pending_.empty()) {
      const uint32_t from = pending_.back();
      pending_.pop_back();
      // What leads to the globals object is not a holder by that: each global is one by itself.
      const bool is_globals = from == base_of(world_.globals_object());
      world_.for_each_reference_in_object(from, [this, from, is_globals](Reference r) {
        if (r == 0) return;
        if (!is_globals) edges_.emplace_back(base_of(r), from);
        visit(r);
      });
    }
  }

  const World& world_;
  Marks seen_, leading_;
  std::vector<uint32_t> pending_;
  std::vector<std::pair<uint32_t, uint32_t>> edges_;  // target, source
};

bool stack_leads(const World& world, GoroutineId id, const Marks& leading) {
  bool found = false;
  world.for_each_live_reference_in_stack(
      id, [&](Reference r) { found = found || leading.has(base_of(r)); });
  return found;
}

bool global_leads(const World& world, uint32_t index, const Marks& leading) {
  bool found = false;
  for_each_reference_in_global(world, index,
                               [&](Reference r) { found = found || leading.has(base_of(r)); });
  return found;
}

}  // namespace

Marks objects_leading_to(const World& world, const std::vector<Reference>& targets) {
  return BackwardSearch(world).run(targets);
}

std::vector<Holder> holders_of(const World& world, const std::vector<Reference>& awaited,
                               GoroutineId except) {
  const Marks leading = objects_leading_to(world, awaited);
  std::vector<Holder> holders;
  for (const GoroutineId id : world.goroutines()) {
    if (id == except || !stack_leads(world, id, leading)) continue;
    const auto view = world.goroutine(id);
    holders.push_back(
        Holder{HolderKind::Goroutine, id, 0, 0, view.has_value() && is_blocked(*view)});
  }
  for (uint32_t i = 0; i < world.program().globals.size(); ++i) {
    if (global_leads(world, i, leading))
      holders.push_back(Holder{HolderKind::Global, {}, i, 0, false});
  }
  for (const TimerView& timer : world.timers()) {
    if (timer.kind == layout::TimerKind::WakeGoroutine || !leading.has(base_of(timer.target)))
      continue;
    holders.push_back(Holder{HolderKind::Timer, {}, 0, timer.timer, false});
  }
  return holders;
}

std::vector<Holder> holders_of(const World& world, GoroutineId waiter) {
  const auto view = world.goroutine(waiter);
  GOPARK_ASSERT(view.has_value(), "only a living goroutine waits");
  return holders_of(world, view->waits_on, waiter);
}

}  // namespace gopark
