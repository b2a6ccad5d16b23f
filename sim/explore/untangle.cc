#include "sim/explore/untangle.h"

#include <algorithm>
#include <string>
#include <tuple>

namespace gopark {

namespace {

// One goroutine's moves without a switch.
using Turn = std::vector<PathMove>;

std::vector<Turn> turns_of(const std::vector<PathMove>& path) {
  std::vector<Turn> turns;
  for (const PathMove& move : path) {
    if (turns.empty() || turns.back().front().mover != move.mover) turns.emplace_back();
    turns.back().push_back(move);
  }
  return turns;
}

std::vector<PathMove> path_of(const std::vector<Turn>& turns) {
  std::vector<PathMove> path;
  for (const Turn& turn : turns) path.insert(path.end(), turn.begin(), turn.end());
  return path;
}

std::vector<std::string> failures_in(const PathRun& run) {
  std::vector<std::string> texts;
  for (const Finding& finding : run.findings)
    texts.push_back(finding.name + " " + std::string(to_string(finding.kind)) + " " +
                    std::string(status_text(finding.status, finding.reason)) + " " +
                    std::to_string(static_cast<uint32_t>(finding.place.function)) + " " +
                    std::to_string(finding.place.pc));
  std::stable_sort(texts.begin(), texts.end());
  return texts;
}

class Untangling {
 public:
  Untangling(std::shared_ptr<const Program> program, const WorldOptions& options,
             const std::vector<PathMove>& path, bool races, uint64_t runs)
      : program_(std::move(program)),
        options_(options),
        races_(races),
        runs_(runs),
        turns_(turns_of(path)) {
    const PathRun run = follow(turns_);
    failures_ = failures_in(run);
    cost_ = cost_of(run, turns_);
  }

  std::vector<PathMove> run() {
    while (runs_ > 0 && bring_two_together()) {
    }
    return path_of(turns_);
  }

 private:
  using Cost = std::tuple<uint64_t, std::size_t>;

  PathRun follow(const std::vector<Turn>& turns) const {
    return run_path(program_, options_, path_of(turns), races_);
  }
  static Cost cost_of(const PathRun& run, const std::vector<Turn>& turns) {
    return {run.preemptions, turns.size()};
  }
  bool bring_two_together() {
    for (std::size_t first = 0; first < turns_.size(); ++first)
      for (std::size_t later = first + 2; later < turns_.size(); ++later) {
        if (turns_[later].front().mover != turns_[first].front().mover) continue;
        if (moved(first, later - 1) || moved(later, first + 1)) return true;
        break;  // only neighbours
      }
    return false;
  }
  // Takes a turn to another place, if that is better.
  bool moved(std::size_t from, std::size_t to) {
    if (runs_ == 0) return false;
    --runs_;
    std::vector<Turn> turns = turns_;
    Turn turn = std::move(turns[from]);
    turns.erase(turns.begin() + static_cast<std::ptrdiff_t>(from));
    turns.insert(turns.begin() + static_cast<std::ptrdiff_t>(to), std::move(turn));
    turns = turns_of(path_of(turns));
    const PathRun run = follow(turns);
    const Cost cost = cost_of(run, turns);
    if (cost >= cost_ || failures_in(run) != failures_) return false;
    turns_ = std::move(turns);
    cost_ = cost;
    return true;
  }

  std::shared_ptr<const Program> program_;
  WorldOptions options_;
  bool races_;
  uint64_t runs_;
  std::vector<Turn> turns_;
  std::vector<std::string> failures_;
  Cost cost_;
};

}  // namespace

std::vector<PathMove> untangled(const std::shared_ptr<const Program>& program,
                                const WorldOptions& options, std::vector<PathMove> path, bool races,
                                uint64_t runs) {
  return Untangling(program, options, path, races, runs).run();
}

}  // namespace gopark
