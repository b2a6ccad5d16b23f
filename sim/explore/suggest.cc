#include "sim/explore/suggest.h"

#include <algorithm>

#include "sim/lang/repair.h"
#include "sim/lang/toolchain.h"
#include "sim/sched/policy.h"

namespace gopark {

namespace {

constexpr uint64_t kPrintingSteps = 100'000;

// What it prints in Go's own order.
std::string printed(const std::shared_ptr<const Program>& program, const WorldOptions& options) {
  World world(program, options);
  const std::unique_ptr<Scheduler> scheduler = make_scheduler(Policy{});
  world.run(*scheduler, kPrintingSteps, is_in_go_order(Policy{}));
  return std::string(world.output());
}

// Whether each line of `before` is still there, in its order; others may stand between them.
bool still_prints(std::string_view after, std::string_view before) {
  while (!before.empty()) {
    const std::size_t end = std::min(before.find('\n'), before.size() - 1) + 1;
    const std::string_view line = before.substr(0, end);
    bool found = false;
    while (!found && !after.empty()) {
      const std::size_t after_end = std::min(after.find('\n'), after.size() - 1) + 1;
      found = after.substr(0, after_end) == line;
      after.remove_prefix(after_end);
    }
    if (!found) return false;
    before.remove_prefix(end);
  }
  return true;
}

}  // namespace

SuggestReport suggest(const std::string& path, std::string_view source,
                      const SuggestOptions& options) {
  SuggestReport report;
  lang::Toolchain toolchain;
  const lang::CompileResult original = toolchain.compile(path, source);
  if (!original.ok()) return report;
  CheckOptions how = options.check;
  how.budget_states = std::min(how.budget_states, kSuggestStates);
  const std::string before = printed(original.program, how.world);
  for (const lang::Repair& repair : lang::repairs_of(source)) {
    if (report.suggestions.size() >= options.most) break;
    if (how.interrupted && how.interrupted({})) break;
    ++report.tried;
    const lang::CompileResult repaired = toolchain.compile(path, repair.after);
    if (!repaired.ok()) continue;
    if (!still_prints(printed(repaired.program, how.world), before)) continue;
    const CheckReport checked = check(repaired.program, how);
    if (checked.result.verdict != ProofVerdict::Proved) continue;
    report.suggestions.push_back({repair.what, repair.after, checked.result.progress.states});
  }
  return report;
}

}  // namespace gopark
