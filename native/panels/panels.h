// The panels: each a free function that reads a view, draws it, and asks for commands.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "native/dial_view.h"
#include "native/dump_view.h"
#include "native/lesson_list.h"
#include "native/quiz.h"
#include "native/sync_rows.h"
#include "native/views.h"
#include "native/widgets/draw.h"
#include "sim/sched/policy.h"

namespace gopark {

struct HeaderView {
  std::string title;
  bool has_twins = false;
  bool one_source = false;  // both cannot be shown
  bool narrow = false;      // two rows, without what has a key
};
void draw_header_panel(const Look& look, const Box& box, const HeaderView& view, const UiState& ui,
                       Commands& commands);
void draw_transport_panel(const Look& look, const Box& box, const TransportView& view,
                          const UiState& ui, Commands& commands);
// How high the lesson's remark is in such a box.
float remark_height(const std::string& remark, const Box& box);
// `remark`: the height that is kept for it.
void draw_source_panel(const Look& look, const Box& box, const SourceView& view, uint32_t side,
                       float remark, UiState& ui, Commands& commands);
// One line of highlighted text, in the font that is pushed.
void draw_tokens(const Look& look, const SourceLineView& line, ImVec2 at, ImDrawList& list);
// The same place while it is edited; `text` is changed in place.
void draw_editor_panel(const Look& look, const Box& box, const SourceView& view, uint32_t side,
                       std::string& text, UiState& ui, Commands& commands);
// Above the text that is searched.
void draw_find_bar(const Look& look, std::size_t matches, std::size_t current, FindBar& find,
                   Commands& commands);

// A pasted goroutine dump.
void draw_dump(const Look& look, const DumpView& view, const std::vector<LessonText>& lessons,
               Commands& commands);

struct TwinLanes {
  std::string title;
  uint32_t side = 0;
  LanesView view;
};
void draw_lanes(const Look& look, const std::vector<TwinLanes>& twins, UiState& ui,
                Commands& commands);
void draw_lanes_panel(const Look& look, const Box& box, const std::vector<TwinLanes>& twins,
                      UiState& ui, Commands& commands);

struct TwinChannels {
  std::string title;
  std::vector<ChannelRow> rows;
  std::vector<SyncRow> syncs;
};
void draw_channels(const Look& look, const std::vector<TwinChannels>& twins, Commands& commands);
void draw_channels_panel(const Look& look, const Box& box, const std::vector<TwinChannels>& twins,
                         Commands& commands);

struct WayOn {
  GoroutineTag tag;   // of a choice of who moves; otherwise without an id
  std::string label;  // of the other choices: "case 2 of 3"
  bool picked = false;
};
struct ScheduleView {
  std::string question;  // "" when the next step has only one way on
  std::vector<WayOn> ways;
  std::string headline;  // of the game "beat the fix"; "" outside it
  bool is_game = false;
  PolicyKind policy = PolicyKind::Go;
  uint64_t seed = 0;
  std::vector<std::string> branches;
  std::size_t branch = 0;  // the one on the screen
  std::string text;        // of the whole schedule
};
// All schedules of one program.
struct SchedulesView {
  std::string title;  // "leaky.go"
  uint32_t side = 0;
  bool running = false;
  std::string badge;  // "PROVED clean", "BUG", "INCOMPLETE"
  Shade shade = Shade::Finished;
  uint64_t states = 0;
  std::vector<DialView> dials;
  bool has_simplest = false;
  bool has_passing = false;  // a schedule that goes with this run as far as it can, and passes
  bool looks_for_fixes = false;
  std::vector<std::string> fixes;  // "give c one slot"; each is PROVED
};
struct NotesView {
  std::string title, story;  // of the lesson, and of the step
  uint64_t step = 0, length = 0;
  std::string notice, next_question;
  uint64_t next_step = 0;
  std::vector<std::string> notes;
};
struct OutputView {
  std::string title, output, outcome;
  std::vector<Complaint> complaints;
};
struct LowerViews {
  std::string side_title;
  WhyView why;
  ScheduleView schedule;
  std::vector<MemoryRow> memory;
  uint64_t calls = 0;  // of the odometer, that have come in
  std::vector<OutputView> outputs;
  std::vector<SchedulesView> every;
  NotesView notes;
  const QuizItem* question = nullptr;            // open now
  const QuizItem* mark = nullptr;                // the last one that was answered before this step
  bool has_channels = false, has_lanes = false;  // as tabs here
  std::vector<TwinChannels> channels;
  std::vector<TwinLanes> lanes;
};
// The tab that is open: channels and lanes may have a panel of their own.
LowerPanel open_tab(const LowerViews& views, const UiState& ui);
void draw_question(const Look& look, const QuizItem& item, Commands& commands);
void draw_mark(const Look& look, const QuizItem& item);
void draw_notes(const Look& look, const NotesView& view);
// The whole second window.
void draw_notes_window(const Look& look, const Box& box, const NotesView& view);
void draw_all_schedules(const Look& look, const std::vector<SchedulesView>& views,
                        Commands& commands);
void draw_lower_panel(const Look& look, const Box& box, const LowerViews& views, UiState& ui,
                      Commands& commands);
void draw_why(const Look& look, const WhyView& view, const std::string& title, const UiState& ui,
              Commands& commands);
void draw_schedule(const Look& look, const ScheduleView& view, Commands& commands);
// `calls`: that have come in, of ui.odometer_calls.
void draw_memory(const Look& look, const std::vector<MemoryRow>& rows, uint64_t calls, UiState& ui,
                 Commands& commands);
void draw_output(const Look& look, const std::vector<OutputView>& outputs);

// What lies over everything: lessons, help, palette, parts. Nothing when none is open.
void draw_overlay(const Look& look, const Box& screen, const std::vector<LessonText>& lessons,
                  std::size_t current, const std::vector<std::string>& progress,
                  const DumpView& dump, UiState& ui, Commands& commands);

}  // namespace gopark
