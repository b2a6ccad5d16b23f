#include "native/kept_views.h"

namespace gopark {

// Forgets what was of another place.
void KeptViews::come_to(const Variant& variant) {
  std::optional<Position> position;
  if (variant.session) position = variant.session->position();
  if (run_ == variant.run && position_ == position) return;
  *this = KeptViews();
  run_ = variant.run;
  position_ = position;
}

const std::vector<LinePlaces>& KeptViews::places(const Variant& variant) {
  come_to(variant);
  if (!places_) places_ = line_places(variant);
  return *places_;
}

const std::vector<ChannelRow>& KeptViews::channels(const Variant& variant) {
  come_to(variant);
  if (!channels_) channels_ = channel_rows(variant);
  return *channels_;
}

const std::vector<SyncRow>& KeptViews::syncs(const Variant& variant) {
  come_to(variant);
  if (!syncs_) syncs_ = sync_rows(variant);
  return *syncs_;
}

const MemoryRow& KeptViews::memory(const Variant& variant) {
  come_to(variant);
  if (!memory_) memory_ = memory_row(variant);
  return *memory_;
}

}  // namespace gopark
