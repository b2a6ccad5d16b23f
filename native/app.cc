#include "native/app.h"

#include <algorithm>
#include <cstdlib>

#include "native/keys.h"
#include "native/link.h"
#include "sim/session/twins.h"

namespace gopark {

namespace {

constexpr double kTravelSeconds = 0.2;
constexpr float kFewestRows = 3;  // of a program
constexpr float kMinScale = 0.75f, kMaxScale = 3.0f;

std::string shown_output(const World& world) {
  const uint64_t all = world.output().size() + world.error_output().size();
  const std::string before = all <= kMaxShownOutput ? ""
                                                    : "(" + std::to_string(all - kMaxShownOutput) +
                                                          " bytes before this)\n";
  return before + world.terminal_output(kMaxShownOutput);
}

// What an action shows.
template <typename What>
struct Showing {
  Action action;
  What what;
};
constexpr Showing<LowerPanel> kPanels[] = {
    {Action::Why, LowerPanel::Why},
    {Action::Schedule, LowerPanel::Schedule},
    {Action::AllSchedules, LowerPanel::AllSchedules},
    {Action::Notes, LowerPanel::Notes},
    {Action::Channels, LowerPanel::Channels},
    {Action::Lanes, LowerPanel::Lanes},
    {Action::Memory, LowerPanel::Memory},
    {Action::Output, LowerPanel::Output},
};
constexpr Showing<Overlay> kOverlays[] = {
    {Action::Lessons, Overlay::Lessons}, {Action::Parts, Overlay::Parts},
    {Action::Help, Overlay::Help},       {Action::Share, Overlay::Share},
    {Action::Palette, Overlay::Palette}, {Action::Open, Overlay::Open},
};
constexpr Showing<Shown> kShown[] = {{Action::ShowLeaky, Shown::Leaky},
                                     {Action::ShowBoth, Shown::Both},
                                     {Action::ShowFixed, Shown::Fixed}};

template <typename What, std::size_t N>
const What* shown_by(const Showing<What> (&all)[N], Action action) {
  for (const Showing<What>& showing : all)
    if (showing.action == action) return &showing.what;
  return nullptr;
}

void add_lines(std::vector<std::string>& out, const char* sign, std::string_view text,
               const std::vector<ChangedRange>& ranges) {
  const std::vector<std::string_view> lines = lines_of(text);
  uint32_t last = 0;
  for (const ChangedRange& range : ranges) {
    if (range.line == last || range.line == 0 || range.line > lines.size()) continue;
    last = range.line;
    std::string_view line = lines[range.line - 1];
    while (!line.empty() && line.front() == '\t') line.remove_prefix(1);
    out.push_back(sign + std::string(line));
  }
}

std::vector<std::string> fix_lines(const SourceDiff& diff, std::string_view leaky,
                                   std::string_view fixed) {
  std::vector<std::string> out;
  add_lines(out, "- ", leaky, diff.left);
  add_lines(out, "+ ", fixed, diff.right);
  return out;
}

// Where only a line or two of the program would be left, the lesson's remarks give way: they are
// told by the title's tooltip and by the notes.
float room_for_remarks(std::vector<SourceView>& views, const Box& box, float row) {
  float height = 0;
  for (SourceView& view : views) height = std::max(height, remark_height(view.remark, box));
  if (height == 0 || (box.height - height) / row - 3 >= kFewestRows) return height;
  for (SourceView& view : views) view.has_remark = false;
  return 0;
}

}  // namespace

App::App(Host host, Compile compile, std::vector<LessonText> lessons)
    : host_(std::move(host)), compile_(std::move(compile)), lessons_(std::move(lessons)) {
  fonts_ = load_fonts(host_.has_all ? Letters::All : Letters::First);
  recall_settings();
  recall_progress();
}

// ---------------------------------------------------------------- what to show

bool App::open(const std::string& lesson_or_path) {
  if (is_link(lesson_or_path)) return open_link(lesson_or_path);
  for (std::size_t i = 0; i < lessons_.size(); ++i) {
    if (lessons_[i].name != lesson_or_path) continue;
    open_lesson(i);
    return true;
  }
  ui_.notice.clear();
  open_path(lesson_or_path);
  return ui_.notice.empty();
}

void App::know_all(std::vector<LessonText> lessons) {
  host_.has_all = true;
  fonts_ = load_fonts(Letters::All);
  const std::string open = lesson_ < lessons_.size() ? lessons_[lesson_].name : "";
  lessons_ = std::move(lessons);
  const auto same = std::find_if(lessons_.begin(), lessons_.end(),
                                 [&](const LessonText& lesson) { return lesson.name == open; });
  lesson_ = same == lessons_.end() ? 0 : static_cast<std::size_t>(same - lessons_.begin());
  begin_searches();
}

void App::open_lesson(std::size_t index) {
  if (index >= lessons_.size()) return;
  lesson_ = index;
  const LessonText& lesson = lessons_[index];
  variants_.clear();
  for (const auto& [name, text] :
       {Pair{"leaky.go", lesson.leaky}, Pair{"fixed.go", lesson.fixed}}) {
    Variant& variant = variants_.emplace_back();
    variant.name = name;
    variant.original = text;
    load_text(variant, text, compile_, options_of_app());
  }
  path_.clear();
  origin_ = lesson.name;
  start(lesson.title, lesson.relation);
  notice_ = lesson.notice;
  quiz_ = quiz_of(lesson.questions, variants_);
  remember_settings();
  recall_edits();
}

void App::open_text(const std::string& name, const std::string& text) {
  variants_.clear();
  Variant& variant = variants_.emplace_back();
  variant.name = name;
  variant.original = text;
  load_text(variant, text, compile_, options_of_app());
  path_.clear();
  origin_ = "text";
  start(name, "");
}

void App::start(std::string title, std::string relation) {
  title_ = std::move(title);
  relation_ = std::move(relation);
  ui_.selected = kNoGoroutine;
  ui_.playing = ui_.editing = false;
  close_lane_filter();
  ui_.overlay = Overlay::None;
  ui_.notice.clear();
  ui_.asking = -1;
  ui_.beating = false;
  quiz_.clear();
  branches_.clear();
  branch_ = 0;
  policy_ = {};
  begin_searches();
  kept_.assign(variants_.size(), KeptViews());
  diff_ = {};
  part_.reset();
  edited_.clear();
  for (const Variant& variant : variants_) edited_.push_back(variant.text);
  if (variants_.size() < 2) return;
  diff_ = diff_sources(variants_[0].text, variants_[1].text);
  part_ = first_difference(variants_[0], variants_[1]);
}

// ---------------------------------------------------------------- moving through the run

uint64_t App::step() const {
  uint64_t step = 0;
  if (variants_.empty()) return step;
  for (const uint32_t side : shown_sides())
    if (variants_[side].session) step = std::max(step, variants_[side].session->position().step);
  return step;
}

uint64_t App::length() const {
  uint64_t length = 0;
  if (variants_.empty()) return length;
  for (const uint32_t side : shown_sides()) length = std::max(length, variants_[side].trace.steps);
  return length;
}

void App::seek(uint64_t step) {
  for (Variant& variant : variants_)
    if (variant.session) variant.session->seek(step);
  moved_at_ = host_.now();
}

void App::step_fine(bool forward) {
  for (Variant& variant : variants_) {
    if (!variant.session) continue;
    if (forward)
      variant.session->step(Grain::Statement);
    else
      variant.session->back(Grain::Statement);
  }
}

void App::to_marker(bool forward) {
  const uint64_t here = step();
  std::optional<uint64_t> best;
  for (const Variant& variant : variants_) {
    for (const Marker& marker : variant.markers) {
      if (forward ? marker.step <= here : marker.step >= here) continue;
      if (!best || (forward ? marker.step < *best : marker.step > *best)) best = marker.step;
    }
  }
  seek(best.value_or(forward ? length() : 0));
}

void App::to_next_of_selected() {
  const Variant* variant = focus();
  if (variant == nullptr || !variant->session || ui_.selected == kNoGoroutine) {
    ui_.notice = "Select a goroutine first: click its name, or press the arrow keys up and down.";
    return;
  }
  const uint64_t here = step();
  std::optional<uint64_t> found;
  variant->session->replay([&](uint64_t at, const World&, std::span<const Event> events) {
    if (at <= here) return true;
    for (const Event& event : events)
      if (event.goroutine == ui_.selected) found = at;
    return !found.has_value();
  });
  if (found)
    seek(*found);
  else
    ui_.notice = "Nothing happens to it any more.";
}

void App::select_neighbour(int by) {
  const Variant* variant = focus();
  if (variant == nullptr || !variant->session) return;
  const std::vector<GoroutineId> ids = known_goroutines(*variant);
  if (ids.empty()) return;
  const auto at = std::find(ids.begin(), ids.end(), ui_.selected);
  const auto count = static_cast<int>(ids.size());
  int index = at == ids.end() ? (by > 0 ? -1 : 0) : static_cast<int>(at - ids.begin());
  index = (index + by + count) % count;
  ui_.selected = ids[static_cast<std::size_t>(index)];
}

void App::run_to_line(uint32_t side, uint32_t line) {
  if (side >= variants_.size() || !variants_[side].session) return;
  const Session& session = *variants_[side].session;
  const uint64_t here = step();
  std::optional<uint64_t> found, first;
  session.replay([&](uint64_t at, const World& world, std::span<const Event> events) {
    for (const Event& event : events) {
      if (static_cast<uint32_t>(event.place.function) == kNone) continue;
      if (source_place(world.program(), event.place).line != line) continue;
      if (!first) first = at;
      if (at > here) found = at;
    }
    return !found.has_value();
  });
  if (found || first)
    seek(found.value_or(first.value_or(here)));
  else
    ui_.notice = "No step of this run does something visible in line " + std::to_string(line) + ".";
}

// ---------------------------------------------------------------- commands

void App::toggle(Overlay overlay) {
  ui_.overlay = ui_.overlay == overlay ? Overlay::None : overlay;
  ui_.query.clear();
}

// The lanes come into sight, wherever they are.
void App::open_lane_filter() {
  ui_.filters_lanes = ui_.filter_wants_caret = true;
  if (ui_.band != Band::All) ui_.band = Band::Lanes;
  ui_.lower = shows_lanes_ ? ui_.lower : LowerPanel::Lanes;
}

void App::close_lane_filter() {
  ui_.filters_lanes = false;
  ui_.lane_filter.clear();
}

void App::close_top() {
  if (ui_.overlay != Overlay::None)
    ui_.overlay = Overlay::None;
  else if (ui_.asking >= 0)
    step_on(true);
  else if (ui_.editing && ui_.find.is_open)
    close_find();
  else if (ui_.filters_lanes)
    close_lane_filter();
  else if (ui_.spotlight)
    ui_.spotlight = false;
  else if (ui_.band != Band::All)
    ui_.band = Band::All;
  else if (ui_.editing)
    ui_.editing = false;
  else if (!ui_.notice.empty())
    ui_.notice.clear();
  else
    ui_.selected = kNoGoroutine;
}

void App::perform(const Command& command) {
  if (command.action != Action::Close && command.action != Action::Select) ui_.notice.clear();
  if (command.action != Action::Save) may_overwrite_ = false;
  const bool chosen = ui_.overlay == Overlay::Palette || ui_.overlay == Overlay::Share;
  if (chosen && command.action != Action::Palette && command.action != Action::Share)
    ui_.overlay = Overlay::None;
  perform_run(command);
  perform_edit(command);
  perform_study(command);
  perform_share(command);
  perform_view(command);
}

void App::perform_run(const Command& command) {
  switch (command.action) {
    case Action::Step:
      step_on(true);
      break;
    case Action::Back:
      step_on(false);
      break;
    case Action::FineStep:
      step_fine(true);
      break;
    case Action::FineBack:
      step_fine(false);
      break;
    case Action::First:
      seek(0);
      break;
    case Action::Last:
      seek(length());
      break;
    case Action::Seek:
      seek(std::min(command.number, length()));
      break;
    case Action::Part:
      if (part_)
        seek(*part_);
      else
        ui_.notice = "They do the same from the start to the end.";
      break;
    case Action::NextMarker:
      to_marker(true);
      break;
    case Action::PreviousMarker:
      to_marker(false);
      break;
    case Action::NextOfGoroutine:
      to_next_of_selected();
      break;
    case Action::RunToLine:
      run_to_line(command.side, static_cast<uint32_t>(command.number));
      break;
    case Action::Choose:
      choose(command.number);
      break;
    case Action::OpenLesson:
      open_lesson(command.number);
      break;
    case Action::NextLesson:
      open_lesson(std::min(lesson_ + 1, lessons_.size() - 1));
      break;
    case Action::PreviousLesson:
      open_lesson(lesson_ > 0 ? lesson_ - 1 : 0);
      break;
    case Action::PasteDump:
      read_dump();
      break;
    default:
      break;
  }
}

void App::read_dump() {
  dump_ = dump_view(host_.paste(), lessons_);
  ui_.overlay = Overlay::Dump;
}

// Whether to show something is all that the action asks for.
bool App::perform_show(Action action) {
  if (const LowerPanel* panel = shown_by(kPanels, action))
    ui_.lower = *panel;
  else if (const Overlay* overlay = shown_by(kOverlays, action))
    toggle(*overlay);
  else if (const Shown* shown = shown_by(kShown, action))
    ui_.shown = *shown;
  else
    return false;
  return true;
}

void App::perform_view(const Command& command) {
  if (perform_show(command.action)) return;
  switch (command.action) {
    case Action::Play:
      ui_.playing = !ui_.playing;
      if (ui_.playing && step() >= length()) seek(0);
      ui_.next_step_at = host_.now() + 1.0 / ui_.steps_per_second;
      break;
    case Action::Faster:
      set_speed(ui_.steps_per_second * 1.5);
      break;
    case Action::Slower:
      set_speed(ui_.steps_per_second / 1.5);
      break;
    case Action::SelectNext:
      select_neighbour(1);
      break;
    case Action::SelectPrevious:
      select_neighbour(-1);
      break;
    case Action::Select:
      if (answer_by_pointing(static_cast<GoroutineId>(command.number))) break;
      ui_.selected = static_cast<GoroutineId>(command.number);
      break;
    case Action::Causes:
      ui_.only_causes = !ui_.only_causes;
      ui_.notice = ui_.only_causes ? "Step goes only to the steps that matter for the leak."
                                   : "Step goes to every step.";
      break;
    case Action::Quiz:
      ui_.asks = !ui_.asks;
      ui_.asking = -1;
      ui_.notice = ui_.asks ? "Questions are asked at the decisive steps." : "No questions.";
      break;
    case Action::FilterLanes:
      open_lane_filter();
      break;
    case Action::ZoomIn:
      ui_.zoom = std::min(ui_.zoom * 1.5f, 200.0f);
      break;
    case Action::ZoomOut:
      ui_.zoom = std::max(ui_.zoom / 1.5f, 1.0f);
      break;
    case Action::NextBand:
      ui_.band = static_cast<Band>((static_cast<int>(ui_.band) + 1) % 5);
      break;
    case Action::Spotlight:
      ui_.spotlight = !ui_.spotlight;
      break;
    case Action::RunOdometer:
      run_odometer();
      break;
    case Action::NextTheme:
      ui_.theme = static_cast<ThemeKind>((static_cast<int>(ui_.theme) + 1) % 3);
      break;
    case Action::Larger:
      ui_.scale = std::min(ui_.scale * 1.1f, kMaxScale);
      break;
    case Action::Smaller:
      ui_.scale = std::max(ui_.scale / 1.1f, kMinScale);
      break;
    case Action::Lecture:
      set_lecture(!ui_.lecture);
      break;
    case Action::SecondWindow:
      ui_.second_window = !ui_.second_window && host_.can_open_windows;
      if (!host_.can_open_windows) ui_.notice = "A second window cannot be opened here.";
      break;
    case Action::FullScreen:
      ui_.full_screen = !ui_.full_screen;
      host_.set_full_screen(ui_.full_screen);
      break;
    case Action::Close:
      close_top();
      break;
    case Action::Quit:
      ui_.quit = host_.can_quit;
      break;
    default:
      return;
  }
  remember_settings();
}

// Large type in high contrast; the theme that was comes back with it.
void App::set_lecture(bool on) {
  if (on == ui_.lecture) return;
  ui_.lecture = on;
  if (on) ui_.theme_before = ui_.theme;
  ui_.theme = on ? ThemeKind::Contrast : ui_.theme_before;
}

// ---------------------------------------------------------------- settings

void App::remember_settings() {
  const std::string lesson = lesson_ < lessons_.size() ? lessons_[lesson_].name : "";
  host_.remember("settings",
                 "theme=" + std::string(to_string(ui_.lecture ? ui_.theme_before : ui_.theme)) +
                     "\nscale=" + std::to_string(ui_.scale) + "\nlesson=" + lesson + "\n");
}

// A damaged file costs the settings, nothing else.
void App::recall_settings() {
  const auto text = host_.recall("settings");
  if (!text) return;
  for (const std::string_view line : lines_of(*text)) {
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string value(line.substr(equals + 1));
    if (line.substr(0, equals) == "theme") ui_.theme = parse_theme(value).value_or(ui_.theme);
    if (line.substr(0, equals) == "scale") {
      const float scale = std::strtof(value.c_str(), nullptr);
      if (scale >= kMinScale && scale <= kMaxScale) ui_.scale = scale;
    }
    for (std::size_t i = 0; i < lessons_.size(); ++i)
      if (line.substr(0, equals) == "lesson" && lessons_[i].name == value) lesson_ = i;
  }
}

// ---------------------------------------------------------------- one frame

// The calls that have come in: all, unless they come one by one.
uint64_t App::odometer_calls() const {
  if (ui_.odometer_since < 0) return ui_.odometer_calls;
  const double come = (host_.now() - ui_.odometer_since) * static_cast<double>(ui_.odometer_rate);
  return std::min(static_cast<uint64_t>(std::max(come, 0.0)), ui_.odometer_calls);
}

void App::run_odometer() {
  ui_.lower = LowerPanel::Memory;
  ui_.odometer_since = ui_.odometer_since < 0 && !host_.reduced_motion ? host_.now() : -1;
}

// "2.3 steps a second"
void App::set_speed(double steps_per_second) {
  ui_.steps_per_second = std::clamp(steps_per_second, 0.2, 60.0);
  const auto tenths = static_cast<uint64_t>(ui_.steps_per_second * 10 + 0.5);
  ui_.notice = "Play: " + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) +
               " steps a second.";
}

void App::advance_play() {
  if (!ui_.playing || host_.now() < ui_.next_step_at) return;
  if (step() >= length()) {
    ui_.playing = false;
    return;
  }
  seek(step() + 1);
  ui_.next_step_at = host_.now() + 1.0 / ui_.steps_per_second;
}

std::optional<double> App::next_frame_at() const {
  const double now = host_.now();
  if (!host_.reduced_motion && moved_at_ >= 0 && now < moved_at_ + kTravelSeconds) return now;
  for (const auto& search : searches_)
    if (search && !search->is_over()) return now;
  for (const auto& turning : turnings_)
    if (host_.has_all && !turning) return now;
  if (side_to_fix()) return now;
  if (ui_.playing) return ui_.next_step_at;
  const bool counts = ui_.odometer_since >= 0 && odometer_calls() < ui_.odometer_calls;
  if (counts && ui_.lower == LowerPanel::Memory) return now + 0.05;
  if (ui_.editing || ui_.filters_lanes || ui_.overlay == Overlay::Palette ||
      ui_.overlay == Overlay::Open)
    return now + 0.4;  // the caret
  return std::nullopt;
}

Look App::look() const {
  const double passed = host_.now() - moved_at_;
  const bool still = host_.reduced_motion || moved_at_ < 0 || passed >= kTravelSeconds;
  return {theme(),
          fonts_.prose,
          fonts_.bold,
          fonts_.mono,
          body_size(ui_),
          px(ui_, 1),
          still ? 1.0f : static_cast<float>(passed / kTravelSeconds)};
}

std::vector<uint32_t> App::shown_sides() const {
  if (variants_.size() < 2 || ui_.shown == Shown::Leaky) return {0};
  if (narrow_ && ui_.band != Band::Sources && ui_.shown == Shown::Both) return {0};
  if (ui_.shown == Shown::Fixed) return {1};
  return {0, 1};
}

const Variant* App::focus() const {
  return variants_.empty() ? nullptr : &variants_[shown_sides().front()];
}

ScheduleView App::schedule_view() {
  ScheduleView view;
  Variant& variant = variants_[shown_sides().front()];
  if (!variant.session) return view;
  view.text = kept_[shown_sides().front()].schedule(variant);
  view.headline = game_text();
  view.is_game = ui_.beating;
  view.policy = policy_.kind;
  view.seed = policy_.seed;
  for (const Branch& branch : branches_) view.branches.push_back(branch.name);
  view.branch = branch_;
  if (variant.session->at_end() || variant.session->position().instruction != 0) return view;
  const std::vector<MetChoice> ahead = variant.session->choices_ahead();
  if (ahead.empty()) return view;
  const MetChoice& met = ahead.front();
  const bool next = met.choice.kind == ChoiceKind::Next;
  view.question = next ? "Who moves next?" : "Which way?";
  if (met.choice.kind == ChoiceKind::Select) view.question = "Which ready case?";
  for (uint64_t i = 0; i < met.choice.count && i < 50; ++i) {
    WayOn way;
    way.picked = i == met.pick;
    if (next) way.tag = tag_of(variant, variant.session->world().candidate(i));
    way.label = way_name(variant, met.choice, i);
    view.ways.push_back(std::move(way));
  }
  return view;
}

// Only what is shown is made: some of it looks at the whole run.
LowerViews App::lower_views(const Layout& layout) {
  LowerViews views;
  views.has_channels = layout.channels.height <= 0;
  views.has_lanes = layout.lanes.height <= 0;
  if (ui_.asking >= 0) views.question = &quiz_[static_cast<std::size_t>(ui_.asking)];
  for (const QuizItem& item : quiz_)
    if (item.answer && item.step <= step()) views.mark = &item;
  views.side_title = focus()->name;
  const LowerPanel open = open_tab(views, ui_);
  if (open == LowerPanel::Why && focus()->session) {
    views.why = why_view(*focus(), ui_.selected,
                         kept_[shown_sides().front()].wakers(*focus(), ui_.selected));
    views.why.future = future_text(views.why);
  }
  if (open == LowerPanel::Schedule) views.schedule = schedule_view();
  if (open == LowerPanel::AllSchedules) views.every = every_view();
  if (open == LowerPanel::Notes) views.notes = notes_view();
  if (open == LowerPanel::Output) views.outputs = output_views();
  if (open != LowerPanel::Memory) return views;
  views.calls = odometer_calls();
  for (const uint32_t side : shown_sides())
    views.memory.push_back(kept_[side].memory(variants_[side]));
  return views;
}

std::vector<OutputView> App::output_views() const {
  std::vector<OutputView> views;
  for (const uint32_t side : shown_sides()) {
    const Variant& variant = variants_[side];
    OutputView& view = views.emplace_back();
    view.title = variant.name;
    view.complaints = variant.complaints;
    if (!variant.session) continue;
    view.output = shown_output(variant.session->world());
    view.outcome = variant.session->world().outcome().text;
  }
  return views;
}

std::size_t App::most_lanes() const {
  std::size_t most = 0;
  for (const uint32_t side : shown_sides())
    most = std::max(most, variants_[side].trace.lanes.size());
  return most;
}

void App::draw_sources(const Look& look, const std::vector<Box>& boxes, Commands& commands) {
  const std::vector<uint32_t> sides = shown_sides();
  const float row = look.size * 1.45f;
  std::vector<SourceView> views;
  for (std::size_t i = 0; i < sides.size() && i < boxes.size(); ++i)
    views.push_back(source_view_of(sides[i]));
  const float remark = boxes.empty() ? 0 : room_for_remarks(views, boxes.front(), row);
  if (views.size() == 2 && !diff_.rows.empty()) {
    const float fits = (boxes[0].height - remark) / row - 3;
    align_twins(views[0], views[1], diff_.rows, static_cast<std::size_t>(std::max(fits, 0.0f)));
  }
  for (std::size_t i = 0; i < views.size(); ++i) {
    if (ui_.editing)
      draw_editor_panel(look, boxes[i], views[i], sides[i], edited_[sides[i]], ui_, commands);
    else
      draw_source_panel(look, boxes[i], views[i], sides[i], remark, ui_, commands);
  }
}

SourceView App::source_view_of(uint32_t side) const {
  SourceView view = source_view(variants_[side], side == 0 ? diff_.left : diff_.right,
                                kept_[side].places(variants_[side]));
  if (variants_.size() > 1) view.remark = side == 1 ? relation_ : notice_;
  if (side < searches_.size() && searches_[side] && searches_[side]->is_over() &&
      !variants_[side].is_stale)
    view.badge = to_string(searches_[side]->verdict());
  if (ui_.editing && side == 0 && variants_.size() > 1)
    view.fix = fix_lines(diff_, variants_[0].text, variants_[1].text);
  return view;
}

void App::draw_runs(const Look& look, const Layout& layout, Commands& commands) {
  LowerViews lower = lower_views(layout);
  for (const uint32_t side : shown_sides()) {
    const Variant& variant = variants_[side];
    lower.lanes.push_back({variant.name, side,
                           lanes_view(variant, ui_.lane_filter, ui_.selected,
                                      kept_[side].wakers(variant, ui_.selected))});
    lower.channels.push_back(
        {variant.name, kept_[side].channels(variant), kept_[side].syncs(variant)});
  }
  if (layout.lanes.height > 0) draw_lanes_panel(look, layout.lanes, lower.lanes, ui_, commands);
  if (layout.channels.height > 0)
    draw_channels_panel(look, layout.channels, lower.channels, commands);
  if (layout.lower.height > 0) draw_lower_panel(look, layout.lower, lower, ui_, commands);
}

// Everything but the place around the pointer is dark.
void App::draw_spotlight(const Look& look, float width, float height) {
  const float radius = 130 * look.unit, thick = width + height;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool inside = mouse.x >= 0 && mouse.y >= 0 && mouse.x < width && mouse.y < height;
  const ImVec2 at = inside ? mouse : ImVec2(width / 2, height / 2);
  ImGui::GetForegroundDrawList()->AddCircle(at, radius + thick / 2, IM_COL32(0, 0, 0, 170), 96,
                                            thick);
}

void App::draw(float width, float height, Commands& commands) {
  const Look look = this->look();
  const Layout layout = layout_of(width, height, ui_, shown_sides().size(), most_lanes());
  draw_header_panel(
      look, layout.header,
      {title_, variants_.size() > 1, layout.stacked && ui_.band != Band::Sources, layout.narrow},
      ui_, commands);
  shows_lanes_ = layout.lanes.height > 0;
  TransportView transport = transport_view(*focus(), part_);
  transport.length = length();
  transport.step = step();
  transport.narrow = layout.narrow;
  if (const TurningPoint* turning = this->turning(shown_sides().front()))
    transport.no_return = turning->step > 0 ? std::optional(turning->step) : std::nullopt;
  for (const QuizItem& item : quiz_)
    transport.questions.push_back(
        {item.step, item.is_open(), item.answer.has_value(), item.is_right()});
  if (!ui_.notice.empty()) transport.story = ui_.notice;
  draw_transport_panel(look, layout.transport, transport, ui_, commands);
  draw_sources(look, layout.sources, commands);
  draw_runs(look, layout, commands);
  if (ui_.spotlight) draw_spotlight(look, width, height);
}

// What the keys of this frame ask for. While a question is open, digits answer it.
Commands App::pressed(bool typing) const {
  Commands commands;
  read_keys(typing, commands);
  for (Command& command : commands) {
    const bool digit = command.action == Action::ShowLeaky || command.action == Action::ShowBoth ||
                       command.action == Action::ShowFixed;
    if (ui_.asking >= 0 && digit)
      command = {Action::Answer,
                 static_cast<uint64_t>(command.action) - static_cast<uint64_t>(Action::ShowLeaky),
                 0, ""};
  }
  return commands;
}

void App::notes_frame(const Fonts& fonts, float width, float height) {
  Look look = this->look();
  look.prose = fonts.prose;
  look.bold = fonts.bold;
  look.mono = fonts.mono;
  apply_theme(theme(), px(ui_, 1));
  Commands commands = pressed(false);
  ImGui::PushFont(fonts.prose, body_size(ui_));
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(ImVec2(width, height));
  ImGui::Begin("notes", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNavInputs);
  const float gap = px(ui_, 8);
  draw_notes_window(look, {gap, gap, width - 2 * gap, height - 2 * gap}, notes_view());
  ImGui::End();
  ImGui::PopFont();
  for (const Command& command : commands) perform(command);
}

void App::frame(float width, float height) {
  narrow_ = is_narrow(width, ui_);
  advance_play();
  advance_searches();
  if (odometer_calls() == ui_.odometer_calls) ui_.odometer_since = -1;
  apply_theme(theme(), px(ui_, 1));
  Commands commands = pressed(ImGui::GetIO().WantTextInput);
  ImGui::PushFont(fonts_.prose, body_size(ui_));
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(ImVec2(width, height));
  ImGui::Begin("gopark", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                   ImGuiWindowFlags_NoNavInputs);
  if (!variants_.empty()) draw(width, height, commands);
  ImGui::End();
  draw_overlay(look(), {0, 0, width, height}, lessons_, lesson_, progress_texts(), dump_, ui_,
               commands);
  ImGui::PopFont();
  for (const Command& command : commands) perform(command);
}

}  // namespace gopark
