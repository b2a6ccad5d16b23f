// Policy: which scheduler a run gets, as a value that a command line or a link can carry.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "sim/vm/choice.h"

namespace gopark {

enum class PolicyKind : uint8_t { Go, Fifo, Random };

struct Policy {
  PolicyKind kind = PolicyKind::Go;
  uint64_t seed = 0;

  friend bool operator==(const Policy&, const Policy&) = default;
};

// "go", "fifo", "random", as on the command line; nullopt for any other text.
std::optional<PolicyKind> parse_policy_kind(std::string_view text);
std::string_view to_string(PolicyKind kind);

std::unique_ptr<Scheduler> make_scheduler(const Policy& policy);

// Whether World::run may take its fast path: the policy answers 0 to every ChoiceKind::Next.
inline bool is_in_go_order(const Policy& policy) {
  return policy.kind == PolicyKind::Go;
}

}  // namespace gopark
