#include "tests/explore/all_outputs.h"

#include <tuple>
#include <utility>
#include <vector>

#include "sim/vm/canonical.h"

namespace gopark {

namespace {

// Gives the answers that it was told, then 0, and writes down how many ways there were.
class ToldAnswers : public Scheduler {
 public:
  std::vector<uint64_t> answers;
  std::vector<uint64_t> counts;

  uint64_t pick(const World&, const Choice& choice) override {
    counts.push_back(choice.count);
    if (answers.size() < counts.size()) answers.push_back(0);
    return answers[counts.size() - 1];
  }
  // False: these were the last.
  bool next() {
    answers.resize(counts.size());
    while (!answers.empty() && answers.back() + 1 >= counts[answers.size() - 1]) answers.pop_back();
    counts.clear();
    if (answers.empty()) return false;
    ++answers.back();
    return true;
  }
};

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
