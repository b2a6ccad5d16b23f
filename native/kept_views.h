// KeptViews: of one variant what takes a look at every goroutine, every object or every step. It is
// made once for each place in a run, or for each run, not once for each frame.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "native/sync_rows.h"
#include "native/views.h"

namespace gopark {

class KeptViews {
 public:
  // Of where the variant stands now. REQUIRES: always the same variant. Valid until the next call
  // for another place.
  const std::vector<LinePlaces>& places(const Variant& variant);
  const std::vector<ChannelRow>& channels(const Variant& variant);
  const std::vector<SyncRow>& syncs(const Variant& variant);
  const MemoryRow& memory(const Variant& variant);
  const std::vector<GoroutineId>& wakers(const Variant& variant, GoroutineId selected);
  // Of the whole run: its schedule's text, or the beginning of a long one. REQUIRES: it has a
  // session.
  const std::string& schedule(const Variant& variant);

 private:
  struct OfPlace {
    uint64_t run = 0;
    std::optional<Position> position;
    std::optional<std::vector<LinePlaces>> places;
    std::optional<std::vector<ChannelRow>> channels;
    std::optional<std::vector<SyncRow>> syncs;
    std::optional<MemoryRow> memory;
    std::optional<std::vector<GoroutineId>> wakers;
    GoroutineId selected{};  // of `wakers`
  };

  OfPlace& at(const Variant& variant);

  OfPlace place_;
  uint64_t schedule_run_ = 0;  // 0: of none
  std::string schedule_;
};

}  // namespace gopark
