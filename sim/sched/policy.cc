#include "sim/sched/policy.h"

#include <array>
#include <utility>

#include "sim/sched/schedulers.h"

namespace gopark {

namespace {

constexpr std::array<std::pair<PolicyKind, std::string_view>, 3> kNames = {{
    {PolicyKind::Go, "go"},
    {PolicyKind::Fifo, "fifo"},
    {PolicyKind::Random, "random"},
}};

}  // namespace

std::optional<PolicyKind> parse_policy_kind(std::string_view text) {
  for (const auto& [kind, name] : kNames) {
    if (name == text) return kind;
  }
  return std::nullopt;
}

std::string_view to_string(PolicyKind kind) {
  return kNames[static_cast<std::size_t>(kind)].second;
}

std::unique_ptr<Scheduler> make_scheduler(const Policy& policy) {
  switch (policy.kind) {
    case PolicyKind::Fifo:
      return std::make_unique<FifoScheduler>(policy.seed);
    case PolicyKind::Random:
      return std::make_unique<RandomScheduler>(policy.seed);
    case PolicyKind::Go:
      break;
  }
  return std::make_unique<GoScheduler>(policy.seed);
}

}  // namespace gopark
