// KeptViews: of one variant what takes a look at every goroutine or every object. It is made once
// for each place in a run, not once for each frame.
#pragma once

#include <optional>
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

 private:
  void come_to(const Variant& variant);

  uint64_t run_ = 0;
  std::optional<Position> position_;
  std::optional<std::vector<LinePlaces>> places_;
  std::optional<std::vector<ChannelRow>> channels_;
  std::optional<std::vector<SyncRow>> syncs_;
  std::optional<MemoryRow> memory_;
};

}  // namespace gopark
