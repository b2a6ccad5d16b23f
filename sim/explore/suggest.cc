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

class Suggester::Trial {
 public:
  Trial(std::string path, const std::string& source, SuggestOptions options)
      : path_(std::move(path)), options_(std::move(options)) {
    options_.check.budget_states = std::min(options_.check.budget_states, kSuggestStates);
    const lang::CompileResult original = toolchain_.compile(path_, source);
    if (!original.ok()) return;
    before_ = printed(original.program, options_.check.world);
    repairs_ = lang::repairs_of(source);
  }

  bool advance() {
    if (!is_over()) try_one(repairs_[report_.tried++]);
    return is_over();
  }
  const SuggestReport& report() const { return report_; }
  bool is_over() const {
    return report_.tried >= repairs_.size() || report_.suggestions.size() >= options_.most ||
           (options_.check.interrupted && options_.check.interrupted({}));
  }

 private:
  void try_one(const lang::Repair& repair) {
    const lang::CompileResult repaired = toolchain_.compile(path_, repair.after);
    if (!repaired.ok()) return;
    if (!still_prints(printed(repaired.program, options_.check.world), before_)) return;
    const CheckReport checked = check(repaired.program, options_.check);
    if (checked.result.verdict != ProofVerdict::Proved) return;
    report_.suggestions.push_back({repair.what, repair.after, checked.result.progress.states});
  }

  std::string path_;
  SuggestOptions options_;
  lang::Toolchain toolchain_;
  std::string before_;  // what the program prints
  std::vector<lang::Repair> repairs_;
  SuggestReport report_;
};

Suggester::Suggester(std::string path, std::string source, SuggestOptions options)
    : trial_(std::make_unique<Trial>(std::move(path), source, std::move(options))) {}
Suggester::Suggester(Suggester&&) noexcept = default;
Suggester& Suggester::operator=(Suggester&&) noexcept = default;
Suggester::~Suggester() = default;

bool Suggester::advance() {
  return trial_->advance();
}
bool Suggester::is_over() const {
  return trial_->is_over();
}
const SuggestReport& Suggester::report() const {
  return trial_->report();
}

SuggestReport suggest(const std::string& path, std::string_view source,
                      const SuggestOptions& options) {
  Suggester suggester(path, std::string(source), options);
  while (!suggester.advance()) {
  }
  return suggester.report();
}

}  // namespace gopark
