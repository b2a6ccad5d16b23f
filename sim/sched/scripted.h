// ScriptedScheduler: "main moves, then main.1, then main again", for tests and for lessons that are
// told by hand.
//
// Entry i answers choice number i: a goroutine's spawn path for ChoiceKind::Next ("clock" for the
// timer of the async clock), and "#2" for the third way of any choice. "" and what follows the last
// entry: Go's own order.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/vm/choice.h"

namespace gopark {

class ScriptedScheduler final : public Scheduler {
 public:
  explicit ScriptedScheduler(std::vector<std::string> moves, std::vector<uint64_t> others = {})
      : moves_(std::move(moves)), others_(std::move(others)) {}

  // An entry that fits no way on is answered with 0 and remembered in problem().
  uint64_t pick(const World& world, const Choice& choice) override;

  // "choice 3: no way is called main.2, there are main, main.1". The first one.
  const std::optional<std::string>& problem() const { return problem_; }

 private:
  uint64_t pick_move(const World& world, const Choice& choice);
  void remember(const Choice& choice, std::string_view entry, std::string_view ways);

  std::vector<std::string> moves_;
  std::vector<uint64_t> others_;
  std::optional<std::string> problem_;
};

}  // namespace gopark
