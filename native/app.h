// App: the playground. It owns the lessons, the one or two variants on the screen and what is shown
// of them. A frame builds views, lets the panels draw them, and performs the commands they asked
// for.
//
// It knows no window, no file system and no clock but its Host. REQUIRES: an ImGui context is
// current in every call.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "native/commands.h"
#include "native/fonts.h"
#include "native/host.h"
#include "native/kept_views.h"
#include "native/lesson_list.h"
#include "native/panels/panels.h"
#include "native/quiz.h"
#include "native/run_picture.h"
#include "native/schedule_search.h"
#include "native/ui_state.h"
#include "native/variant.h"
#include "sim/explore/suggest.h"
#include "sim/explore/turning_point.h"

namespace gopark {

// Writes a whole run as text for other programs.
using TraceWriter = std::function<std::string(const Session&)>;
struct TraceWriters {
  TraceWriter json, chrome;  // empty: cannot be written here
};

class App {
 public:
  App(Host host, Compile compile, std::vector<LessonText> lessons);

  // ---- what to show. A name that is no lesson and no readable file is told in ui().notice, and
  // answers false.
  bool open(const std::string& lesson_path_or_link);
  void open_lesson(std::size_t index);
  void open_text(const std::string& name, const std::string& text);

  // ---- one frame; the host has called ImGui::NewFrame and will call ImGui::Render.
  void frame(float width, float height);
  // The time of Host::now at which a frame is due without any input; nullopt: none, nothing moves.
  std::optional<double> next_frame_at() const;
  void perform(const Command& command);
  // The window is looked at again: has the file that is open changed meanwhile?
  void look_at_file();
  void set_reduced_motion(bool reduced) { host_.reduced_motion = reduced; }
  // The second window: notes and the next question. `fonts` are those of the context that is
  // current; keys pressed there work as in the first.
  void notes_frame(const Fonts& fonts, float width, float height);
  void set_traces(TraceWriters traces) { traces_ = std::move(traces); }
  void set_lecture(bool on);

  // ---- looking
  UiState& ui() { return ui_; }
  const DumpView& dump() const { return dump_; }
  const UiState& ui() const { return ui_; }
  const std::vector<LessonText>& lessons() const { return lessons_; }
  // An app that began with one lesson and the first letters of its fonts gets all. What is open
  // stays open. Not within a frame.
  void know_all(std::vector<LessonText> lessons);
  std::size_t lesson() const { return lesson_; }
  std::vector<Variant>& variants() { return variants_; }
  const std::vector<Variant>& variants() const { return variants_; }
  uint64_t step() const;             // where the variants that are shown stand
  uint64_t length() const;           // of the longest run that is shown
  Result<std::string> link() const;  // to what is on the screen
  const std::vector<QuizItem>& quiz() const { return quiz_; }
  // A question that was answered elsewhere, on the page around a canvas; no answer: it was skipped.
  void recall_answer(std::size_t question, std::optional<std::size_t> answer);
  // Looks through all schedules to the end now, instead of a little in every frame.
  void finish_searches();
  const Theme& theme() const { return theme_of(ui_.theme); }

 private:
  struct Pair {
    std::string first, second;
  };

  // A way through the choices that the person has taken, to come back to.
  struct Branch {
    std::string name;
    Schedule schedule;
  };
  struct Progress {
    uint64_t right = 0, asked = 0;
    bool finished = false;
  };

  static SessionOptions options_of_app();
  void start(std::string title, std::string relation);
  void seek(uint64_t step);
  void step_fine(bool forward);
  void to_marker(bool forward);
  void to_next_of_selected();
  void select_neighbour(int by);
  void run_to_line(uint32_t side, uint32_t line);
  void choose(uint64_t index);
  void to_next_choice();
  void run_with(SessionOptions options);
  void run_policy(PolicyKind kind, uint64_t seed);
  void load_schedule(const std::string& text);
  void add_branch(std::string name);
  void to_branch(std::size_t index);
  void load_simplest(uint32_t side);
  void beat_fix();
  void give_up();
  void step_on(bool forward);
  std::optional<std::size_t> question_ahead() const;
  void answer(std::size_t index);
  void go_on();
  bool answer_by_pointing(GoroutineId id);
  void ask_again();
  void take_fix();
  std::optional<std::size_t> side_to_fix() const;
  void advance_fixes();
  void apply_fix(uint32_t side, std::size_t index);
  void begin_searches();
  void begin_search(std::size_t side);
  void find_turning_points();
  const TurningPoint* turning(uint32_t side) const;
  std::string future_text(const WhyView& why) const;
  std::string proof_text(uint32_t side) const;
  void load_nearest(uint32_t side);
  void advance_searches();
  void note_progress();
  void recall_progress();
  std::vector<std::string> progress_texts() const;
  void set_source(uint32_t side, const std::string& text);
  void reset_sources();
  void open_path(const std::string& path);
  bool is_of_another(const std::string& file) const;
  void save();
  void copy_link();
  bool open_link(const std::string& text);
  bool is_loaded(const std::string& schedule) const;
  std::string lesson_name() const;
  PictureView picture_view() const;
  std::vector<uint64_t> marked_steps() const;
  std::vector<PictureView> filmstrip();
  std::string file_stem(bool with_step) const;
  void save_text(const std::string& name, const std::string& text);
  void save_trace(const TraceWriter& writer, const std::string& name);
  void save_png();
  void perform_share(const Command& command);
  void copy_schedule();
  std::string edits_name(uint32_t side) const;
  void recall_edits();
  void remember_edits(uint32_t side);
  void open_file(const std::string& path, const std::string& text);
  void copy_test();
  void read_dump();
  void open_lane_filter();
  void close_lane_filter();
  void close_top();
  uint32_t side_to_search() const;
  void open_find();
  void find_next(bool forward);
  void close_find();
  void perform_edit(const Command& command);
  bool perform_show(Action action);
  void perform_view(const Command& command);
  void perform_run(const Command& command);
  void toggle(Overlay overlay);
  void remember_settings();
  void recall_settings();
  uint64_t odometer_calls() const;
  void run_odometer();
  void set_speed(double steps_per_second);
  void advance_play();

  std::vector<uint32_t> shown_sides() const;
  std::size_t most_lanes() const;
  const Variant* focus() const;
  ScheduleView schedule_view();
  std::string game_text() const;
  std::string way_name(const Variant& variant, const Choice& choice, uint64_t index) const;
  std::vector<SchedulesView> every_view() const;
  NotesView notes_view() const;
  std::vector<OutputView> output_views() const;
  void perform_study(const Command& command);
  LowerViews lower_views(const Layout& layout);
  Look look() const;
  Commands pressed(bool typing) const;
  void draw(float width, float height, Commands& commands);
  SourceView source_view_of(uint32_t side) const;
  void draw_sources(const Look& look, const std::vector<Box>& boxes, Commands& commands);
  void draw_runs(const Look& look, const Layout& layout, Commands& commands);
  void draw_spotlight(const Look& look, float width, float height);

  Host host_;
  Compile compile_;
  TraceWriters traces_;
  std::vector<LessonText> lessons_;
  std::size_t lesson_ = 0;
  std::string title_, relation_, notice_;  // of the lesson
  std::vector<Variant> variants_;
  std::optional<uint64_t> part_;
  SourceDiff diff_;
  std::vector<std::string> edited_;  // the texts in the editors
  std::string path_;                 // of the file that is open; "": none
  bool may_overwrite_ = false;       // the person was told that it changed
  std::string origin_;  // what the texts come from, as a part of a name: the lesson, or the file
  UiState ui_;
  DumpView dump_;  // of the goroutine dump that was pasted last
  Fonts fonts_;
  mutable std::vector<KeptViews> kept_;  // by side; a cache
  double moved_at_ = -1;                 // Host::now of the last move, for the value that travels
  std::vector<QuizItem> quiz_;
  std::vector<std::optional<ScheduleSearch>> searches_;  // by side
  std::vector<std::optional<Suggester>> fixes_;          // by side, once its search found a bug
  // Of the run on the screen, by side, once it is known whether it fails; an empty inside: nobody
  // knows.
  std::vector<std::optional<std::optional<TurningPoint>>> turnings_;
  std::vector<Branch> branches_;
  std::size_t branch_ = 0;
  Policy policy_;
  std::map<std::string, Progress> progress_;  // by lesson
  bool narrow_ = false;                       // the window of the last frame
  bool shows_lanes_ = false;                  // the same
};

}  // namespace gopark
