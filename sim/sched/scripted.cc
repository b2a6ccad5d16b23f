#include "sim/sched/scripted.h"

#include "sim/sched/schedulers.h"
#include "sim/vm/world.h"

namespace gopark {

namespace {

std::string candidate_name(const World& world, uint64_t index) {
  const GoroutineId id = world.candidate(index);
  return id == kNoGoroutine ? "clock" : world.name_of(id);
}

std::string candidate_names(const World& world, uint64_t count) {
  std::string names;
  for (uint64_t i = 0; i < count; ++i) {
    if (i > 0) names += ", ";
    names += candidate_name(world, i);
  }
  return names;
}

}  // namespace

uint64_t ScriptedScheduler::pick(const World& world, const Choice& choice) {
  if (choice.kind == ChoiceKind::Next) return pick_move(world, choice);
  if (choice.number >= others_.size()) return pick_in_go_order(0, choice);
  const uint64_t index = others_[choice.number];
  if (index < choice.count) return index;
  remember(choice, std::to_string(index), std::to_string(choice.count) + " ways");
  return 0;
}

uint64_t ScriptedScheduler::pick_move(const World& world, const Choice& choice) {
  if (choice.number >= moves_.size() || moves_[choice.number].empty()) return 0;
  const std::string& name = moves_[choice.number];
  for (uint64_t i = 0; i < choice.count; ++i) {
    if (candidate_name(world, i) == name) return i;
  }
  remember(choice, name, candidate_names(world, choice.count));
  return 0;
}

void ScriptedScheduler::remember(const Choice& choice, std::string_view entry,
                                 std::string_view ways) {
  if (problem_) return;
  problem_ = "choice " + std::to_string(choice.number + 1) + ": no way is called " +
             std::string(entry) + ", there are " + std::string(ways);
}

}  // namespace gopark
