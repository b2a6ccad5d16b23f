#include "native/sync_rows.h"

#include <algorithm>
#include <map>

namespace gopark {

namespace {

// What the operations so far have made of one object.
struct SyncState {
  Reference object = 0;
  SyncKind first{};
  std::vector<GoroutineId> holders, readers;
  int64_t counter = 0;
  uint64_t changed_at = 0;
};

void remove_one(std::vector<GoroutineId>& from, GoroutineId id) {
  const auto found = std::find(from.begin(), from.end(), id);
  // Go lets anybody unlock.
  if (found != from.end())
    from.erase(found);
  else if (!from.empty())
    from.pop_back();
}

void apply(SyncState& state, const SyncUse& use) {
  state.changed_at = use.step;
  switch (use.kind) {
    case SyncKind::Lock:
      state.holders.push_back(use.by);
      break;
    case SyncKind::Unlock:
      remove_one(state.holders, use.by);
      break;
    case SyncKind::TryLock:
      if (use.value != 0) state.holders.push_back(use.by);
      break;
    case SyncKind::RLock:
      state.readers.push_back(use.by);
      break;
    case SyncKind::RUnlock:
      remove_one(state.readers, use.by);
      break;
    case SyncKind::WaitGroupAdd:
      state.counter = use.value;
      break;
    default:
      break;
  }
}

std::vector<SyncState> states_at(const Variant& variant, uint64_t step) {
  std::vector<SyncState> states;
  std::map<Reference, std::size_t> index;
  for (const SyncUse& use : variant.trace.syncs) {
    if (use.step > step) break;
    const auto [at, is_new] = index.try_emplace(use.object, states.size());
    if (is_new) {
      states.emplace_back();
      states.back().object = use.object;
      states.back().first = use.kind;
    }
    apply(states[at->second], use);
  }
  return states;
}

std::string names_of(const World& world, const std::vector<GoroutineId>& ids) {
  std::string names;
  for (std::size_t i = 0; i < ids.size() && i < kMaxWaiters; ++i)
    names += (i > 0 ? ", " : "") + world.name_of(ids[i]);
  return names + (ids.size() > kMaxWaiters ? ", …" : "");
}

std::string text_of(const World& world, const SyncState& state) {
  if (state.first == SyncKind::WaitGroupAdd || state.first == SyncKind::WaitGroupWait)
    return "counter " + std::to_string(state.counter);
  if (state.first == SyncKind::CondWait || state.first == SyncKind::CondSignal ||
      state.first == SyncKind::CondBroadcast)
    return "keeps no signal";
  if (!state.holders.empty()) return "held by " + names_of(world, state.holders);
  if (!state.readers.empty()) return "read by " + names_of(world, state.readers);
  return "free";
}

// Who is parked at which object; the first kMaxParked of them.
constexpr std::size_t kMaxParked = 2000;
std::map<Reference, std::vector<GoroutineId>> parked_at(const World& world) {
  std::map<Reference, std::vector<GoroutineId>> parked;
  std::size_t seen = 0;
  for (const GoroutineId id : world.goroutines()) {
    if (!world.is_waiting(id)) continue;
    if (++seen > kMaxParked) break;
    const auto view = world.goroutine(id);
    for (const Reference reference : view->waits_on) parked[reference].push_back(id);
  }
  return parked;
}

}  // namespace

std::vector<SyncRow> sync_rows(const Variant& variant) {
  std::vector<SyncRow> rows;
  if (!variant.session || variant.trace.syncs.empty()) return rows;
  const World& world = variant.session->world();
  const uint64_t step = variant.session->position().step;
  auto parked = parked_at(world);
  std::map<std::string, uint32_t> named;
  for (const SyncState& state : states_at(variant, step)) {
    if (rows.size() >= kMaxSyncRows) break;
    SyncRow& row = rows.emplace_back();
    row.name = variant.trace.sync_names.at(state.object);
    // Two that the source calls the same, each in its own function.
    if (const uint32_t number = ++named[row.name]; number > 1)
      row.name += " #" + std::to_string(number);
    row.state = text_of(world, state);
    row.changed = state.changed_at == step && step > 0;
    const std::vector<GoroutineId>& waiting = parked[state.object];
    for (std::size_t i = 0; i < waiting.size() && i < kMaxWaiters; ++i)
      row.waiting.push_back(tag_of(variant, waiting[i]));
    row.more_waiting = waiting.size() - row.waiting.size();
  }
  return rows;
}

}  // namespace gopark
