#include "tests/explore/all_outputs.h"

#include <tuple>
#include <utility>

#include "sim/vm/canonical.h"
#include "tests/explore/told_answers.h"

namespace gopark {

namespace {

class OutputSearch {
 public:
  OutputSearch(const std::shared_ptr<const Program>& program, uint64_t max_states)
      : canonical_(*program), max_states_(max_states) {}

  bool walk(const World& world) {
    if (world.ended()) {
      outputs.emplace(world.output());
      return true;
    }
    const StateHash hash = canonical_.hash(world);
    if (!seen_.emplace(hash.a, hash.b, world.output()).second) return true;
    if (seen_.size() > max_states_) return false;
    ToldAnswers told;
    do {
      World next = world;
      next.step(told);
      if (!walk(next)) return false;
    } while (told.next());
    return true;
  }

  std::set<std::string> outputs;

 private:
  Canonical canonical_;
  uint64_t max_states_;
  std::set<std::tuple<uint64_t, uint64_t, std::string>> seen_;
};

}  // namespace

std::optional<std::set<std::string>> all_outputs(const std::shared_ptr<const Program>& program,
                                                 const WorldOptions& options, uint64_t max_states) {
  OutputSearch search(program, max_states);
  if (!search.walk(World(program, options))) return std::nullopt;
  return search.outputs;
}

}  // namespace gopark
