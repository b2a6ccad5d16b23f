#include "sim/explore/explorer.h"

namespace gopark {

namespace {

ExploreReport explore(const std::shared_ptr<const Program>& program, const CheckOptions& options,
                      ClockMode clock) {
  ExploreOptions one;
  one.world = options.world;
  one.world.clock = clock;
  one.budget_states = options.budget_states;
  Explorer explorer(program, one);
  while (!explorer.advance(100'000)) {
  }
  return explorer.report();
}

}  // namespace

// A bug under the quiescent clock is the simpler one: it needs no computation to take time. PROVED
// needs both clocks, since real time is asynchronous.
ExploreReport check(const std::shared_ptr<const Program>& program, const CheckOptions& options) {
  if (options.clock) return explore(program, options, *options.clock);
  const ExploreReport quiescent = explore(program, options, ClockMode::Quiescent);
  if (quiescent.verdict == ProofVerdict::Bug) return quiescent;
  const ExploreReport async = explore(program, options, ClockMode::Async);
  return async.verdict == ProofVerdict::Proved ? quiescent : async;
}

}  // namespace gopark
