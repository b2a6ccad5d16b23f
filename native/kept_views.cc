#include "native/kept_views.h"

#include "native/limits.h"
#include "sim/sched/schedule.h"

namespace gopark {

// Forgets what was of another place.
KeptViews::OfPlace& KeptViews::at(const Variant& variant) {
  std::optional<Position> position;
  if (variant.session) position = variant.session->position();
  if (place_.run != variant.run || place_.position != position) {
    place_ = {};
    place_.run = variant.run;
    place_.position = position;
  }
  return place_;
}

const std::vector<LinePlaces>& KeptViews::places(const Variant& variant) {
  OfPlace& place = at(variant);
  if (!place.places) place.places = line_places(variant);
  return *place.places;
}

const std::vector<ChannelRow>& KeptViews::channels(const Variant& variant) {
  OfPlace& place = at(variant);
  if (!place.channels) place.channels = channel_rows(variant);
  return *place.channels;
}

const std::vector<SyncRow>& KeptViews::syncs(const Variant& variant) {
  OfPlace& place = at(variant);
  if (!place.syncs) place.syncs = sync_rows(variant);
  return *place.syncs;
}

const MemoryRow& KeptViews::memory(const Variant& variant) {
  OfPlace& place = at(variant);
  if (!place.memory) place.memory = memory_row(variant);
  return *place.memory;
}

const std::vector<GoroutineId>& KeptViews::wakers(const Variant& variant, GoroutineId selected) {
  OfPlace& place = at(variant);
  if (!place.wakers || place.selected != selected) place.wakers = could_wake(variant, selected);
  place.selected = selected;
  return *place.wakers;
}

const std::string& KeptViews::schedule(const Variant& variant) {
  if (schedule_run_ == variant.run) return schedule_;
  schedule_run_ = variant.run;
  schedule_ = to_string(variant.session->schedule());
  if (schedule_.size() > kMaxShownSchedule)
    schedule_ = schedule_.substr(0, kMaxShownSchedule) + "…";
  return schedule_;
}

}  // namespace gopark
