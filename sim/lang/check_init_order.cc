// The order in which package-level variables are initialised. (go/types: initorder.go.)
#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <utility>

#include "sim/lang/checker.h"

namespace gopark::lang {
namespace {

// Variables and constants and what each needs, with functions replaced by what they use.
class InitializationOrder {
 public:
  InitializationOrder(const std::vector<Object*>& objects, CheckContext& context)
      : context_(context) {
    for (Object* object : objects) {
      if (object->kind == ObjectKind::TypeName) continue;
      source_order_[object] = static_cast<uint32_t>(source_order_.size());
      if (object->kind != ObjectKind::Func) needs_[object] = reachable(object);
    }
  }

  // Calls emit(object) in order and cycle(path) for each cycle.
  template <typename Emit, typename Cycle>
  void run(Emit emit, Cycle cycle) {
    std::map<Object*, std::size_t> open;  // needs that are not initialised yet
    std::map<Object*, std::vector<Object*>> users;
    std::set<std::pair<std::pair<std::size_t, uint32_t>, Object*>> queue;
    for (const auto& [object, needs] : needs_) {
      open[object] = needs.size();
      for (Object* need : needs) users[need].push_back(object);
      queue.insert({{needs.size(), source_order_[object]}, object});
    }
    while (!queue.empty()) {
      Object* object = queue.begin()->second;
      queue.erase(queue.begin());
      if (open[object] > 0) {
        std::set<Object*> seen;
        std::vector<Object*> path;
        if (find_path(object, object, &seen, &path)) cycle(path);
      }
      for (Object* user : users[object]) {
        const uint32_t order = source_order_[user];
        const bool waiting = queue.erase({{open[user], order}, user}) != 0;
        open[user]--;
        if (waiting) queue.insert({{open[user], order}, user});
      }
      emit(object);
    }
  }

 private:
  // Variables and constants that an object's initialiser uses, directly or through functions.
  std::set<Object*> reachable(const Object* from) {
    std::set<Object*> result;
    std::set<const Object*> functions;
    std::vector<const Object*> work = {from};
    while (!work.empty()) {
      const Object* object = work.back();
      work.pop_back();
      for (Object* used : object->info->dependencies) {
        if (used->kind == ObjectKind::Func) {
          if (used->info == nullptr || !functions.insert(used).second) continue;
          if (used->declaration != nullptr) context_.need_body(used->declaration);
          work.push_back(used);
        } else {
          result.insert(used);
        }
      }
    }
    return result;
  }

  // Go: findPath. The path is in reverse.
  static bool find_path(Object* from, const Object* to, std::set<Object*>* seen,
                        std::vector<Object*>* path) {
    if (from->info == nullptr || !seen->insert(from).second) return false;
    for (Object* used : from->info->dependencies) {
      if (used == to || find_path(used, to, seen, path)) {
        path->push_back(used);
        return true;
      }
    }
    return false;
  }

  CheckContext& context_;
  std::map<Object*, uint32_t> source_order_;
  std::map<Object*, std::set<Object*>> needs_;
};

}  // namespace

void Checker::initialization_order() {
  std::set<const DeclInfo*> emitted;
  InitializationOrder order(objects_, context_);
  order.run(
      [&](Object* object) {
        DeclInfo* info = object->info;
        if (object->kind != ObjectKind::Var || info->init == nullptr) return;
        if (!emitted.insert(info).second) return;
        Initializer initializer;
        initializer.value = info->init;
        std::vector<Object*> variables = info->group;
        if (variables.empty()) variables.push_back(object);
        for (Object* variable : variables) {
          initializer.variables.push_back(variable->name == "_" ? nullptr : variable);
        }
        package_->initializers.push_back(std::move(initializer));
      },
      [&](const std::vector<Object*>& cycle) { report_initialization_cycle(cycle); });
}

// Go: reportCycle. cycle[0] is the object that closes the circle, the rest leads back to it.
void Checker::report_initialization_cycle(const std::vector<Object*>& cycle) {
  const Object* object = cycle[0];
  if (cycle.size() == 1) {
    return error(object->pos, "initialization cycle: " + object->name + " refers to itself");
  }
  std::string message = "initialization cycle for " + object->name;
  for (std::size_t i = cycle.size(); i-- > 0;) {
    const Object* next = cycle[i];
    message += "\n\t" + position(object->pos) + ": " + object->name + " refers to " + next->name;
    object = next;
  }
  error(cycle[0]->pos, message);
}

}  // namespace gopark::lang
