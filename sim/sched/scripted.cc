#include "sim/sched/scripted.h"

#include <charconv>

#include "sim/sched/schedulers.h"
#include "sim/vm/world.h"

namespace gopark {

namespace {

std::string candidate_name(const World& world, uint64_t index) {
  const GoroutineId id = world.candidate(index);
  return id == kNoGoroutine ? "clock" : world.name_of(id);
}

std::optional<uint64_t> find_candidate(const World& world, uint64_t count, std::string_view name) {
  for (uint64_t i = 0; i < count; ++i) {
    if (candidate_name(world, i) == name) return i;
  }
  return std::nullopt;
}

std::optional<uint64_t> parse_index(std::string_view text, uint64_t count) {
  uint64_t index = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, index);
  if (error != std::errc{} || stopped != end || index >= count) return std::nullopt;
  return index;
}

std::string describe_ways(const World& world, const Choice& choice) {
  if (choice.kind != ChoiceKind::Next) return std::to_string(choice.count) + " ways";
  std::string names;
  for (uint64_t i = 0; i < choice.count; ++i) {
    if (i > 0) names += ", ";
    names += candidate_name(world, i);
  }
  return names;
}

}  // namespace

uint64_t ScriptedScheduler::pick(const World& world, const Choice& choice) {
  if (choice.number >= script_.size() || script_[choice.number].empty()) {
    return pick_in_go_order(0, choice);
  }
  const std::string_view entry = script_[choice.number];
  std::optional<uint64_t> index;
  if (entry.front() == '#') {
    index = parse_index(entry.substr(1), choice.count);
  } else if (choice.kind == ChoiceKind::Next) {
    index = find_candidate(world, choice.count, entry);
  }
  if (!index && !problem_) {
    problem_ = "choice " + std::to_string(choice.number + 1) + ": no way is called " +
               std::string(entry) + ", there are " + describe_ways(world, choice);
  }
  return index.value_or(0);
}

}  // namespace gopark
