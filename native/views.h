// Views: what the panels show, as plain values built from const runs. Pure functions, tested
// without ImGui. Panels read them, draw, and ask for commands; nothing else.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "native/source_diff.h"
#include "native/theme.h"
#include "native/variant.h"
#include "sim/narrate/proof.h"

namespace gopark {

// A goroutine as every panel names it: its shape, its name, its state in words.
struct GoroutineTag {
  GoroutineId id{};
  std::string name;
  Shade shade = Shade::Runnable;
  std::string state;  // "parked: chan send", "leaked: chan send", "running", "finished"
};

struct TokenRange {
  uint32_t from = 0, to = 0;  // bytes of the line as shown; ranges follow each other without gaps
  lang::HighlightKind kind = lang::HighlightKind::Variable;
};

struct SourceLineView {
  uint32_t number = 0;
  std::string text;                   // tabs as four blanks
  std::vector<TokenRange> tokens;     // cover `text`
  std::vector<ChangedRange> changed;  // bytes of `text`
  std::vector<GoroutineTag> here;     // whose innermost frame stands here: the first of them
  uint64_t here_count = 0;            // all of them
  bool moved_here = false;            // the step did something here
  std::vector<std::string> complaints;
  std::string ghost;  // "the receive that never happened"; "" for most lines
};
struct SourceView {
  std::string title;
  bool is_stale = false;  // the run, if there is one, is of the last text that compiled
  bool has_run = false;
  std::string badge;    // over all schedules: "PROVED", "BUG", "INCOMPLETE"; "" while not known
  std::string verdict;  // "leaks: 1 goroutine", "clean", "does not compile"
  Shade verdict_shade = Shade::Finished;
  std::vector<SourceLineView> lines;
  uint32_t focus_line = 0;     // keep this one in sight; 0: none
  std::vector<uint32_t> rows;  // beside a twin: the line of each row, 0 where only the twin has one
  uint32_t focus_row = 0;      // keep this row in sight, from 1; 0: none
  bool is_apart = false;       // the twin looks at a place too far away to scroll along
  std::vector<std::string> fix;  // of the leaky twin: "- old", "+ new", what the fix changes
  std::string remark;            // of the lesson: what to notice, or what the one change does
  bool has_remark = true;        // there is room for it
};
// The goroutines that stand in one line of the program.
struct LinePlaces {
  uint32_t line = 0;
  std::vector<GoroutineTag> first;  // by id; at most kMaxHere
  uint64_t count = 0;
};
inline constexpr std::size_t kMaxHere = 8;
std::vector<LinePlaces> line_places(const Variant& variant);

SourceView source_view(const Variant& variant, const std::vector<ChangedRange>& changed,
                       const std::vector<LinePlaces>& places);
SourceView source_view(const Variant& variant, const std::vector<ChangedRange>& changed);
// Twins show the same place, row by row, if both focus lines fit into so many rows.
void align_twins(SourceView& left, SourceView& right, const std::vector<AlignedRow>& rows,
                 std::size_t fits);

// Who can still reach what is waited for by whom the story is about (`selected`, or kNoGoroutine:
// as the run has it); sorted. It walks the whole memory.
std::vector<GoroutineId> could_wake(const Variant& variant, GoroutineId selected);

struct LaneView {
  GoroutineTag tag;
  const Lane* lane = nullptr;
  uint64_t folded = 0;  // > 1: stands for so many goroutines of one go statement
  std::string summary;  // of folded ones: "999 parked"
};
struct LanesView {
  uint64_t steps = 0, position = 0;
  std::vector<LaneView> lanes;
  uint64_t more = 0;  // that the filter lets through, beyond kMaxLanes
  const std::vector<Message>* messages = nullptr;
  const Trace* old_future = nullptr;  // the future that was before the person chose another
  // Who is parked, and whoever could still wake it; with nobody left and `never`, nobody will.
  GoroutineId parked = kNoGoroutine;
  std::vector<GoroutineId> could_wake;  // of those that have a lane here
  std::vector<GoroutineId> lost;        // who could before, and cannot any more
  bool has_lost_now = false;            // one of them in this very step
  bool never = false;
};
// `wakers`: could_wake() of the same.
LanesView lanes_view(const Variant& variant, const std::string& filter, GoroutineId selected,
                     const std::vector<GoroutineId>& wakers);
LanesView lanes_view(const Variant& variant, const std::string& filter,
                     GoroutineId selected = kNoGoroutine);

struct ChannelRow {
  std::string name;                  // as the source names it
  uint64_t capacity = 0, count = 0;  // as cap says: 0 of a timer
  bool is_timers = false;
  bool closed = false;
  std::vector<std::string> slots;   // values, oldest first; at most kMaxSlots
  std::vector<uint64_t> slot_sent;  // the step that sent each; 0: not known
  std::vector<GoroutineTag> senders, receivers;
  uint64_t more_senders = 0, more_receivers = 0;
  bool changed = false;  // in this step
};
inline constexpr std::size_t kMaxSlots = 8;
inline constexpr std::size_t kMaxWaiters = 4;
std::vector<ChannelRow> channel_rows(const Variant& variant);

struct WhyView {
  bool has_run = false;
  std::optional<GoroutineTag> subject;
  std::vector<Clause> clauses;  // each with the step and the goroutine that a click goes to
  std::vector<GoroutineTag> could_wake;  // who can still reach what it waits on: the first of them
  uint64_t more_could_wake = 0;
  bool never = false;
  std::string future;  // what all schedules say about it; "" while not known
};
inline constexpr std::size_t kMaxShownWakers = 8;
// `wakers`: could_wake() of the same.
WhyView why_view(const Variant& variant, GoroutineId selected,
                 const std::vector<GoroutineId>& wakers);
WhyView why_view(const Variant& variant, GoroutineId selected);

struct QuestionMark {
  uint64_t step = 0;
  bool is_open = true, is_answered = false, is_right = false;
};
struct TransportView {
  bool narrow = false;  // the bar has a row of its own
  std::vector<QuestionMark> questions;
  uint64_t step = 0, length = 0;
  std::string story;  // one sentence about the step that led here
  GoroutineTag who;
  const std::vector<Marker>* markers = nullptr;  // by step
  std::optional<uint64_t> part;
  std::optional<uint64_t> no_return;  // after this step no schedule ends clean
};
TransportView transport_view(const Variant& variant, std::optional<uint64_t> part);

struct MemoryRow {
  std::string title;
  uint64_t goroutines = 0, leaked = 0;
  uint64_t stack_bytes = 0, heap_bytes = 0;
  uint64_t retained_per_call = 0;  // bytes of stacks that one call leaves behind
};
MemoryRow memory_row(const Variant& variant);
// "2.6 KB", "1.2 GB"
std::string bytes_text(uint64_t bytes);
// "1,000"
std::string count_text(uint64_t count);

GoroutineTag tag_of(const Variant& variant, GoroutineId id);
// Everyone whom the trace knows, by id.
std::vector<GoroutineId> known_goroutines(const Variant& variant);

}  // namespace gopark
