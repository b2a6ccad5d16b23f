// ScriptedScheduler: "main moves, then main.1, then main again", for tests and for lessons that are
// told by hand.
//
// Entry i answers choice number i: a goroutine's spawn path for ChoiceKind::Next ("clock" for the
// timer of the async clock), and "#2" for the third way of any choice. "" and what follows the last
// entry: Go's own order.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/vm/choice.h"

namespace gopark {

class ScriptedScheduler final : public Scheduler {
 public:
  explicit ScriptedScheduler(std::vector<std::string> script) : script_(std::move(script)) {}

  // An entry that fits no way on is answered with 0 and remembered in problem().
  uint64_t pick(const World& world, const Choice& choice) override;

  // "choice 3: no way is called main.2, there are main, main.1". The first one.
  const std::optional<std::string>& problem() const { return problem_; }

 private:
  std::vector<std::string> script_;
  std::optional<std::string> problem_;
};

}  // namespace gopark
