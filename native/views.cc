#include "native/views.h"

#include <algorithm>
#include <map>

#include "sim/detect/holders.h"
#include "sim/narrate/names.h"
#include "sim/narrate/sentence.h"
#include "sim/narrate/value_text.h"

namespace gopark {

namespace {

const World& world_of(const Variant& variant) {
  return variant.session->world();
}

const Lane* lane_of(const Variant& variant, GoroutineId id) {
  const std::vector<Lane>& lanes = variant.trace.lanes;
  const auto found = std::lower_bound(
      lanes.begin(), lanes.end(), id,
      [](const Lane& lane, GoroutineId wanted) { return lane.goroutine < wanted; });
  return found != lanes.end() && found->goroutine == id ? &*found : nullptr;
}

bool is_to_come(const Variant& variant, const Lane& lane) {
  return lane.born > variant.session->position().step;
}

const Finding* finding_of(const Variant& variant, GoroutineId id) {
  const std::vector<Finding>& findings = variant.findings.findings;  // by goroutine
  const auto found = std::lower_bound(
      findings.begin(), findings.end(), id,
      [](const Finding& finding, GoroutineId wanted) { return finding.goroutine < wanted; });
  return found != findings.end() && found->goroutine == id ? &*found : nullptr;
}

bool is_doomed_by(const Variant& variant, GoroutineId id, uint64_t step) {
  const Finding* finding = finding_of(variant, id);
  return finding != nullptr && finding->doomed_at_step > 0 && finding->doomed_at_step <= step;
}

Shade shade_of(const Variant& variant, const GoroutineView& view) {
  if (view.status == GoroutineStatus::Waiting) {
    if (view.reason == WaitReason::Sleep) return Shade::Sleeping;
    const bool doomed = is_doomed_by(variant, view.id, variant.session->position().step);
    return doomed ? Shade::Leaked : Shade::Waiting;
  }
  return view.is_current ? Shade::Running : Shade::Runnable;
}

std::string state_text(Shade shade, WaitReason reason) {
  const std::string why(to_string(reason));
  if (shade == Shade::Leaked) return "leaked: " + why;
  if (shade == Shade::Waiting) return "parked: " + why;
  return std::string(to_string(shade));
}

std::string without_tabs(std::string_view line) {
  std::string out;
  for (const char c : line) {
    if (c == '\t')
      out.append("    ");
    else
      out.push_back(c);
  }
  return out;
}

uint32_t after_tabs(std::string_view line, uint32_t byte) {
  const auto end =
      line.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(byte, line.size()));
  return byte + 3 * static_cast<uint32_t>(std::count(line.begin(), end, '\t'));
}

// Appends a range, and before it a plain one where there is a gap.
void add_token(SourceLineView& line, uint32_t from, uint32_t to, lang::HighlightKind kind) {
  const uint32_t end = line.tokens.empty() ? 0 : line.tokens.back().to;
  if (from > end) line.tokens.push_back({end, from, lang::HighlightKind::Punctuation});
  if (to > from) line.tokens.push_back({from, to, kind});
}

// Spans may reach over several lines: comments and raw strings do.
void color_lines(SourceView& view, const Variant& variant,
                 const std::vector<std::string_view>& lines) {
  auto span = variant.highlights.begin();
  uint32_t start = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto end = start + static_cast<uint32_t>(lines[i].size());
    for (auto s = span; s != variant.highlights.end() && s->offset < end; ++s) {
      const uint32_t from = std::max(s->offset, start), to = std::min(s->offset + s->length, end);
      if (to > from)
        add_token(view.lines[i], after_tabs(lines[i], from - start),
                  after_tabs(lines[i], to - start), s->kind);
      if (s->offset + s->length <= end) span = s + 1;
    }
    const auto shown = static_cast<uint32_t>(view.lines[i].text.size());
    add_token(view.lines[i], shown, shown, lang::HighlightKind::Punctuation);
    start = end + 1;
  }
}

std::string plural(uint64_t count, std::string_view noun) {
  return count_text(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

void set_verdict(SourceView& view, const Variant& variant) {
  if (!variant.complaints.empty()) {
    view.verdict = "does not compile";
    view.verdict_shade = Shade::Waiting;
    return;
  }
  if (variant.findings.verdict == Verdict::Leak)
    view.verdict = "leaks " + plural(variant.failures, "goroutine");
  else
    view.verdict = std::string(to_string(variant.findings.verdict));
  view.verdict_shade = variant.findings.verdict == Verdict::Clean ? Shade::Finished : Shade::Leaked;
}

uint32_t line_of(const World& world, CodePlace place) {
  return static_cast<uint32_t>(place.function) == kNone ? 0
                                                        : source_place(world.program(), place).line;
}

// Where the eye rests when the step did nothing in the text: at a leaked goroutine, else at the one
// change, else at any goroutine.
uint32_t resting_line(const SourceView& view) {
  uint32_t line = 0;
  for (const SourceLineView& l : view.lines) {
    if (!l.here.empty() && line == 0) line = l.number;
    for (const GoroutineTag& tag : l.here)
      if (tag.shade == Shade::Leaked) return l.number;
  }
  for (const SourceLineView& l : view.lines)
    if (!l.changed.empty()) return l.number;
  return line;
}

void place_goroutines(SourceView& view, const Variant& variant,
                      const std::vector<LinePlaces>& places) {
  for (const LinePlaces& place : places) {
    if (place.line == 0 || place.line > view.lines.size()) continue;
    view.lines[place.line - 1].here = place.first;
    view.lines[place.line - 1].here_count = place.count;
  }
  view.focus_line = resting_line(view);
  const std::span<const Event> events = variant.session->events();
  if (events.empty()) return;
  const uint32_t line = line_of(world_of(variant), events.front().place);
  if (line == 0 || line > view.lines.size()) return;
  view.lines[line - 1].moved_here = true;
  view.focus_line = line;
}

CodePlace place_waiting(const World& world, Reference channel, const ChannelView& view) {
  for (const auto* queue : {&view.senders, &view.receivers})
    if (!queue->empty()) return world.user_place(queue->front());
  (void)channel;
  return view.made_at;
}

std::vector<GoroutineTag> tags_of(const Variant& variant, const std::vector<GoroutineId>& ids) {
  std::vector<GoroutineTag> tags;
  for (std::size_t i = 0; i < ids.size() && i < kMaxWaiters; ++i)
    tags.push_back(tag_of(variant, ids[i]));
  return tags;
}

// The last values that went into the buffer are those that are in it.
void set_slot_sent(ChannelRow& row, const Variant& variant, Reference channel, uint64_t count) {
  const uint64_t position = variant.session->position().step;
  std::vector<uint64_t> sent;
  for (const Buffered& value : variant.trace.buffered) {
    if (value.sent > position) break;
    if (value.channel == channel) sent.push_back(value.sent);
  }
  const bool known = sent.size() >= count;
  for (std::size_t i = 0; i < row.slots.size(); ++i)
    row.slot_sent.push_back(known ? sent[sent.size() - static_cast<std::size_t>(count) + i] : 0);
}

ChannelRow row_of(const Variant& variant, Reference channel, const ChannelView& view) {
  const World& world = world_of(variant);
  ChannelRow row;
  // A timer's channel was made in package time, and has another name at each place that uses it.
  row.name = view.is_timers ? channel_name(world, channel)
                            : channel_name(world, channel, place_waiting(world, channel, view));
  row.is_timers = view.is_timers;
  row.capacity = view.shown_capacity();
  row.count = view.count;
  row.closed = view.closed;
  for (std::size_t i = 0; i < view.buffer.size() && i < kMaxSlots; ++i)
    row.slots.push_back(value_text(world, view.element, view.buffer[i]));
  set_slot_sent(row, variant, channel, view.count);
  row.senders = tags_of(variant, view.senders);
  row.receivers = tags_of(variant, view.receivers);
  row.more_senders = view.sender_count - row.senders.size();
  row.more_receivers = view.receiver_count - row.receivers.size();
  return row;
}

// Whom the story is about when nobody was selected: the first failure, else who moved.
GoroutineId subject_of(const Variant& variant, GoroutineId selected) {
  if (selected != kNoGoroutine) return selected;
  const uint64_t step = variant.session->position().step;
  for (const Subject& subject : variant.subjects)
    if (subject.parked_at_step <= step) return subject.id;
  const GoroutineId current = world_of(variant).current();
  const std::span<const Event> events = variant.session->events();
  // Who has just parked is nobody's current goroutine any more.
  return current == kNoGoroutine && !events.empty() ? events.front().goroutine : current;
}

// Before it is doomed: what it waits for, and who can still help.
void explain_wait(WhyView& view, const Variant& variant, const GoroutineView& goroutine,
                  const std::vector<GoroutineId>& wakers) {
  const World& world = world_of(variant);
  view.never = view.subject->shade == Shade::Leaked;
  const auto proof = variant.proofs.find(goroutine.id);
  const bool told = view.never || variant.session->at_end();
  if (told && proof != variant.proofs.end()) {
    view.clauses = proof->second;
    return;
  }
  for (std::size_t i = 0; i < wakers.size() && i < kMaxShownWakers; ++i)
    view.could_wake.push_back(tag_of(variant, wakers[i]));
  view.more_could_wake = wakers.size() - view.could_wake.size();
  const std::string line = std::to_string(line_of(world, world.user_place(goroutine.id)));
  view.clauses.push_back({view.subject->name + " waits in line " + line + ": " +
                              std::string(to_string(goroutine.reason)) + ".",
                          0, goroutine.id});
  for (const Reference reference : goroutine.waits_on)
    if (const auto channel = world.channel(reference); channel && !channel->is_timers)
      view.clauses.push_back({channel_name(world, reference, world.user_place(goroutine.id)) +
                                  " has capacity " + std::to_string(channel->capacity) +
                                  " and holds " + plural(channel->count, "value") + ".",
                              0, kNoGoroutine});
  const uint64_t here = variant.session->position().step;
  const auto wake =
      std::find_if(variant.trace.wakes.begin(), variant.trace.wakes.end(),
                   [&](const Wake& w) { return w.step > here && w.woken == goroutine.id; });
  if (wake != variant.trace.wakes.end())
    view.clauses.push_back({(wake->by == kNoGoroutine ? "A timer" : world.name_of(wake->by)) +
                                " wakes it in this run.",
                            wake->step, wake->by});
  else if (!view.could_wake.empty())
    view.clauses.push_back(
        {"It is not lost yet, but nobody wakes it in this run.", 0, kNoGoroutine});
}

std::string grouped(uint64_t value) {
  std::string digits = std::to_string(value);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

bool matches(const GoroutineTag& tag, const std::string& filter) {
  return filter.empty() || tag.name.find(filter) != std::string::npos ||
         tag.state.find(filter) != std::string::npos;
}

void set_lost(LanesView& view, const Variant& variant, GoroutineId parked) {
  const auto wakers = variant.wakers.find(parked);
  if (wakers == variant.wakers.end()) return;
  for (const Waker& waker : wakers->second) {
    if (waker.until >= view.position) continue;
    view.lost.push_back(waker.id);
    view.has_lost_now = view.has_lost_now || waker.until + 1 == view.position;
  }
}

void set_parked(LanesView& view, const Variant& variant, GoroutineId selected) {
  const GoroutineId id = subject_of(variant, selected);
  const World& world = world_of(variant);
  const auto goroutine = id == kNoGoroutine ? std::nullopt : world.goroutine(id);
  if (!goroutine || goroutine->status != GoroutineStatus::Waiting) return;
  view.parked = id;
  view.never = is_doomed_by(variant, id, view.position);
  set_lost(view, variant, id);
}

void set_wakers(LanesView& view, const std::vector<GoroutineId>& wakers) {
  if (view.parked == kNoGoroutine || view.never) return;
  for (const LaneView& lane : view.lanes)
    if (std::binary_search(wakers.begin(), wakers.end(), lane.tag.id))
      view.could_wake.push_back(lane.tag.id);
}

LaneView lane_view(const Variant& variant, const Lane& lane) {
  LaneView row;
  row.lane = &lane;
  row.tag = tag_of(variant, lane.goroutine);
  return row;
}

// One lane for each go statement under each parent: that of its first goroutine.
LaneView group_view(const Variant& variant, const LaneGroup& group) {
  LaneView row = lane_view(variant, variant.trace.lanes[group.first]);
  row.folded = group.count;
  if (group.count < 2) return row;
  row.tag.name = group.name;
  row.summary = "× " + grouped(group.count) + " · " +
                grouped(group.parked_at(variant.session->position().step)) + " parked";
  return row;
}

void set_lanes(LanesView& view, const Variant& variant, const std::string& filter) {
  if (filter.empty() && !variant.trace.groups.empty()) {
    for (const LaneGroup& group : variant.trace.groups)
      view.lanes.push_back(group_view(variant, group));
    return;
  }
  for (const Lane& lane : variant.trace.lanes) {
    LaneView row = lane_view(variant, lane);
    if (!matches(row.tag, filter)) continue;
    if (view.lanes.size() < kMaxLanes)
      view.lanes.push_back(std::move(row));
    else
      ++view.more;
  }
}

}  // namespace

GoroutineTag tag_of(const Variant& variant, GoroutineId id) {
  GoroutineTag tag;
  tag.id = id;
  if (id == kNoGoroutine) return tag;
  const World& world = world_of(variant);
  tag.name = world.name_of(id);
  const Outcome outcome = world.outcome();
  if (id == kMainGoroutine && outcome.kind == OutcomeKind::Exited) {
    tag.shade = Shade::Finished;
    tag.state = "returned";
  } else if (const auto view = world.goroutine(id)) {
    tag.shade = shade_of(variant, *view);
    tag.state = state_text(tag.shade, view->reason);
  } else if (const Lane* lane = lane_of(variant, id);
             lane != nullptr && is_to_come(variant, *lane)) {
    // Nobody has named it yet but the run that is ahead.
    tag.name = lane->name;
    tag.state = "not started";
  } else {
    tag.shade = Shade::Finished;
    tag.state = "finished";
  }
  return tag;
}

std::vector<GoroutineId> known_goroutines(const Variant& variant) {
  std::vector<GoroutineId> ids;
  for (const Lane& lane : variant.trace.lanes) ids.push_back(lane.goroutine);
  return ids;
}

std::vector<LinePlaces> line_places(const Variant& variant) {
  std::vector<LinePlaces> places;
  if (!variant.session) return places;
  const World& world = world_of(variant);
  std::map<uint32_t, std::size_t> index;
  for (const GoroutineId id : world.goroutines()) {
    const uint32_t line = line_of(world, world.user_place(id));
    const auto [at, is_new] = index.try_emplace(line, places.size());
    if (is_new) places.push_back({line, {}, 0});
    LinePlaces& place = places[at->second];
    ++place.count;
    if (place.first.size() < kMaxHere) place.first.push_back(tag_of(variant, id));
  }
  return places;
}

SourceView source_view(const Variant& variant, const std::vector<ChangedRange>& changed) {
  return source_view(variant, changed, line_places(variant));
}

SourceView source_view(const Variant& variant, const std::vector<ChangedRange>& changed,
                       const std::vector<LinePlaces>& places) {
  SourceView view;
  view.title = variant.name;
  view.is_stale = variant.is_stale;
  view.has_run = variant.session.has_value();
  const std::vector<std::string_view> lines = lines_of(variant.text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    SourceLineView line;
    line.number = static_cast<uint32_t>(i + 1);
    line.text = without_tabs(lines[i]);
    view.lines.push_back(std::move(line));
  }
  color_lines(view, variant, lines);
  for (const ChangedRange& range : changed)
    if (range.line <= lines.size())
      view.lines[range.line - 1].changed.push_back({range.line,
                                                    after_tabs(lines[range.line - 1], range.from),
                                                    after_tabs(lines[range.line - 1], range.to)});
  for (const Complaint& complaint : variant.complaints)
    if (complaint.line > 0 && complaint.line <= lines.size())
      view.lines[complaint.line - 1].complaints.push_back(complaint.message);
  for (const Ghost& ghost : variant.ghosts)
    if (ghost.line > 0 && ghost.line <= view.lines.size() && !variant.is_stale &&
        ghost.doomed_at_step <= variant.session->position().step)
      view.lines[ghost.line - 1].ghost = ghost.text;
  set_verdict(view, variant);
  if (variant.session && !variant.is_stale) place_goroutines(view, variant, places);
  return view;
}

void align_twins(SourceView& left, SourceView& right, const std::vector<AlignedRow>& rows,
                 std::size_t fits) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto number = static_cast<uint32_t>(i + 1);
    left.rows.push_back(rows[i].left);
    right.rows.push_back(rows[i].right);
    if (rows[i].left == left.focus_line && left.focus_line > 0) left.focus_row = number;
    if (rows[i].right == right.focus_line && right.focus_line > 0) right.focus_row = number;
  }
  const uint32_t high = std::min(left.focus_row, right.focus_row);
  const uint32_t low = std::max(left.focus_row, right.focus_row);
  left.is_apart = right.is_apart = high > 0 && low - high > fits;
  if (!left.is_apart) left.focus_row = right.focus_row = low;
}

std::vector<GoroutineId> could_wake(const Variant& variant, GoroutineId selected) {
  std::vector<GoroutineId> ids;
  if (!variant.session) return ids;
  const World& world = world_of(variant);
  const GoroutineId id = subject_of(variant, selected);
  const auto goroutine = id == kNoGoroutine ? std::nullopt : world.goroutine(id);
  if (!goroutine || goroutine->status != GoroutineStatus::Waiting) return ids;
  if (is_doomed_by(variant, id, variant.session->position().step)) return ids;
  for (const Holder& holder : holders_of(world, id))
    if (holder.kind == HolderKind::Goroutine) ids.push_back(holder.goroutine);
  std::sort(ids.begin(), ids.end());
  return ids;
}

LanesView lanes_view(const Variant& variant, const std::string& filter, GoroutineId selected) {
  return lanes_view(variant, filter, selected, could_wake(variant, selected));
}

LanesView lanes_view(const Variant& variant, const std::string& filter, GoroutineId selected,
                     const std::vector<GoroutineId>& wakers) {
  LanesView view;
  if (!variant.session) return view;
  view.steps = variant.trace.steps;
  view.position = variant.session->position().step;
  view.messages = &variant.trace.messages;
  view.old_future = variant.old_future.lanes.empty() ? nullptr : &variant.old_future;
  set_parked(view, variant, selected);
  set_lanes(view, variant, filter);
  set_wakers(view, wakers);
  return view;
}

std::vector<ChannelRow> channel_rows(const Variant& variant) {
  std::vector<ChannelRow> rows;
  if (!variant.session) return rows;
  const World& world = world_of(variant);
  const StepStory story = tell_step(world, variant.session->events());
  for (const Reference reference : world.channels()) {
    const auto view = world.channel(reference);
    if (!view || rows.size() >= 100) continue;
    rows.push_back(row_of(variant, reference, *view));
    rows.back().changed =
        std::find(story.channels.begin(), story.channels.end(), reference) != story.channels.end();
  }
  return rows;
}

WhyView why_view(const Variant& variant, GoroutineId selected) {
  return why_view(variant, selected, could_wake(variant, selected));
}

WhyView why_view(const Variant& variant, GoroutineId selected,
                 const std::vector<GoroutineId>& wakers) {
  WhyView view;
  view.has_run = variant.session.has_value();
  if (!view.has_run) return view;
  const GoroutineId id = subject_of(variant, selected);
  if (id == kNoGoroutine) return view;
  view.subject = tag_of(variant, id);
  const auto goroutine = world_of(variant).goroutine(id);
  if (!goroutine) {
    const Lane* lane = lane_of(variant, id);
    const bool to_come = lane != nullptr && is_to_come(variant, *lane);
    view.clauses.push_back(
        {to_come ? "It has not been started yet." : "It has finished.", 0, kNoGoroutine});
  } else if (goroutine->status == GoroutineStatus::Waiting) {
    explain_wait(view, variant, *goroutine, wakers);
  } else {
    view.clauses.push_back(
        {view.subject->name + " can run: nothing holds it up.", 0, kNoGoroutine});
  }
  return view;
}

TransportView transport_view(const Variant& variant, std::optional<uint64_t> part) {
  TransportView view;
  view.part = part;
  view.story = "There is no run: the program does not compile.";
  if (!variant.session) return view;
  view.step = variant.session->position().step;
  view.length = variant.trace.steps;
  view.markers = &variant.markers;
  const StepStory story = tell_step(world_of(variant), variant.session->events());
  view.story = variant.session->at_start() ? "Nothing has run yet." : story.sentence;
  view.who = tag_of(variant, story.goroutine);
  return view;
}

MemoryRow memory_row(const Variant& variant) {
  MemoryRow row;
  row.title = variant.name;
  if (!variant.session) return row;
  const World& world = world_of(variant);
  for (const GoroutineId id : world.goroutines()) {
    const uint64_t bytes = world.stack_bytes(id);
    ++row.goroutines;
    row.stack_bytes += bytes;
    if (!is_doomed_by(variant, id, variant.session->position().step)) continue;
    ++row.leaked;
    // Real Go gives every goroutine a stack of at least 2 KB. (Go: stackMin.)
    row.retained_per_call += std::max<uint64_t>(bytes, 2048);
  }
  row.heap_bytes = world.live_bytes();
  return row;
}

std::string bytes_text(uint64_t bytes) {
  constexpr const char* kUnits[] = {"B", "KB", "MB", "GB", "TB"};
  std::size_t unit = 0;
  uint64_t tenths = bytes * 10;
  while (tenths >= 10240 && unit < 4) tenths /= 1024, ++unit;
  std::string text = grouped(tenths / 10);
  if (unit > 0 && tenths < 1000) text += "." + std::to_string(tenths % 10);
  return text + " " + kUnits[unit];
}

std::string count_text(uint64_t count) {
  return grouped(count);
}

}  // namespace gopark
