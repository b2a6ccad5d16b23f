// The learner's side of the app: questions, other schedules, the game, all schedules, progress.
#include <algorithm>
#include <cstdlib>

#include "native/app.h"
#include "sim/narrate/names.h"
#include "sim/session/twins.h"

namespace gopark {

namespace {

constexpr std::size_t kMaxBranches = 8;
// Of one repair: a frame waits for it.
constexpr uint64_t kFixStates = 5'000;
constexpr uint64_t kTransitionsAFrame = 4000, kTransitionsAtOnce = 250;
// Looked at by one search for the point of no return; a frame waits for log2(steps) of them.
constexpr uint64_t kTurningStatesAFrame = 1'000, kMostTurningSteps = 5'000;
constexpr double kSearchSeconds = 0.002;  // of a frame
constexpr uint64_t kMostForcedSteps = 10'000;

SessionOptions study_options() {
  SessionOptions options;
  options.max_steps = kAppMaxSteps;
  options.world.max_memory_bytes = 512ULL << 20;
  return options;
}

}  // namespace

// ---------------------------------------------------------------- stepping and questions

// Only the steps that matter, if so wished; and a question before a decisive one.
void App::step_on(bool forward) {
  const uint64_t here = step();
  if (ui_.asking >= 0 && forward) {
    quiz_[static_cast<std::size_t>(ui_.asking)].skipped = true;
    return go_on();
  }
  ui_.asking = -1;
  if (!forward) {
    uint64_t to = here > 0 ? here - 1 : 0;
    if (ui_.only_causes && focus() != nullptr) {
      to = 0;
      for (const uint64_t cause : focus()->causes)
        if (cause < here) to = cause;
    }
    return seek(to);
  }
  if (const auto asked = question_ahead()) {
    ui_.asking = static_cast<int>(*asked);
    ui_.playing = false;
    return;
  }
  uint64_t to = here + 1;
  if (ui_.only_causes && focus() != nullptr && !focus()->causes.empty()) {
    const auto& causes = focus()->causes;
    const auto next = std::upper_bound(causes.begin(), causes.end(), here);
    to = next == causes.end() ? length() : *next;
  }
  seek(std::min(to, length()));
  note_progress();
}

// Of a program that is on the screen.
std::optional<std::size_t> App::question_ahead() const {
  if (!ui_.asks || ui_.editing || ui_.beating) return std::nullopt;
  const std::vector<uint32_t> sides = shown_sides();
  for (std::size_t i = 0; i < quiz_.size(); ++i)
    if (quiz_[i].is_open() && quiz_[i].step == step() + 1 &&
        std::count(sides.begin(), sides.end(), quiz_[i].side) > 0)
      return i;
  return std::nullopt;
}

void App::answer(std::size_t index) {
  if (ui_.asking < 0) return;
  QuizItem& item = quiz_[static_cast<std::size_t>(ui_.asking)];
  if (index >= item.question.answers.size()) return;
  item.answer = index;
  ui_.lower = LowerPanel::Why;
  go_on();
}

void App::recall_answer(std::size_t question, std::optional<std::size_t> answer) {
  if (question >= quiz_.size()) return;
  QuizItem& item = quiz_[question];
  if (answer && *answer >= item.question.answers.size()) return;
  item.answer = answer;
  item.skipped = !answer;
  if (ui_.asking == static_cast<int>(question)) ui_.asking = -1;
  note_progress();
}

// Past the open question: to the next one at this step, or on.
void App::go_on() {
  ui_.asking = -1;
  if (const auto asked = question_ahead())
    ui_.asking = static_cast<int>(*asked);
  else
    seek(std::min(step() + 1, length()));
  note_progress();
}

bool App::answer_by_pointing(GoroutineId id) {
  const Variant* variant = focus();
  if (ui_.asking < 0 || variant == nullptr || !variant->session || id == kNoGoroutine) return false;
  const auto& answers = quiz_[static_cast<std::size_t>(ui_.asking)].question.answers;
  const std::string name = variant->session->world().name_of(id);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (answers[i] != name && answers[i] != name + ".") continue;
    answer(i);
    return true;
  }
  return false;
}

// After an edit or another schedule the decisive steps stand elsewhere; answers stay.
void App::ask_again() {
  ui_.asking = -1;
  if (quiz_.empty() || lesson_ >= lessons_.size()) return;
  std::vector<QuizItem> items = quiz_of(lessons_[lesson_].questions, variants_);
  for (QuizItem& item : items)
    for (const QuizItem& old : quiz_)
      if (old.question.at == item.question.at) item.answer = old.answer, item.skipped = old.skipped;
  quiz_ = std::move(items);
}

// ---------------------------------------------------------------- other schedules

// The program in focus leads, its twin follows. What was is kept as the old future.
void App::run_with(SessionOptions options) {
  const uint32_t lead = shown_sides().front();
  if (variants_[lead].program == nullptr) return;
  const uint64_t here = step();
  turnings_.assign(variants_.size(), std::nullopt);
  for (Variant& variant : variants_) variant.old_future = variant.trace;
  const bool twins = variants_.size() > 1 && variants_[1 - lead].program != nullptr;
  if (twins) {
    Twins pair(variants_[lead].program, variants_[1 - lead].program, options);
    variants_[lead].session.emplace(std::move(pair.leaky()));
    variants_[1 - lead].session.emplace(std::move(pair.fixed()));
  } else {
    variants_[lead].session.emplace(variants_[lead].program, options);
  }
  for (Variant& variant : variants_) {
    if (!variant.session) continue;
    variant.session->seek(0);
    judge(variant);
  }
  if (twins) part_ = first_difference(variants_[0], variants_[1]);
  ask_again();
  seek(std::min(here, length()));
}

void App::add_branch(std::string name) {
  const Variant& variant = variants_[shown_sides().front()];
  if (!variant.session) return;
  if (branches_.size() >= kMaxBranches) branches_.erase(branches_.begin() + 1);
  branches_.push_back({std::move(name), variant.session->schedule()});
  branch_ = branches_.size() - 1;
}

void App::choose(uint64_t index) {
  Variant& variant = variants_[shown_sides().front()];
  if (!variant.session || variant.session->at_end() || variant.session->position().instruction != 0)
    return;
  const uint64_t here = variant.session->position().step;
  const std::vector<MetChoice> ahead = variant.session->choices_ahead();
  if (ahead.empty() || index >= ahead.front().choice.count) return;
  const MetChoice met = ahead.front();
  const std::string name =
      "step " + count_text(here + 1) + ": " + way_name(variant, met.choice, index);
  if (met.pick != index) {
    if (branches_.empty()) add_branch("first run");
    variant.session->choose(met.choice.kind, index);
    SessionOptions options = study_options();
    options.schedule = variant.session->schedule();
    seek(here);
    run_with(options);
    add_branch(name);
  }
  seek(here + 1);
  if (ui_.beating) to_next_choice();
}

void App::to_branch(std::size_t index) {
  if (index >= branches_.size()) return;
  branch_ = index;
  SessionOptions options = study_options();
  options.schedule = branches_[index].schedule;
  run_with(options);
}

void App::run_policy(PolicyKind kind, uint64_t seed) {
  if (variants_.empty()) return;
  policy_ = {kind, seed};
  SessionOptions options = study_options();
  options.policy = policy_;
  branches_.clear();
  run_with(options);
  ui_.notice = kind == PolicyKind::Go ? "Both run in Go's own order."
               : kind == PolicyKind::Fifo
                   ? "Who has waited longest moves first."
                   : "Both run the random schedule with seed " + std::to_string(seed) + ".";
}

void App::load_schedule(const std::string& text) {
  if (variants_.empty()) return;
  std::string_view trimmed = text;
  while (!trimmed.empty() && (trimmed.back() == '\n' || trimmed.back() == ' '))
    trimmed.remove_suffix(1);
  const Result<Schedule> schedule = parse_schedule(trimmed);
  if (!schedule.ok()) {
    ui_.notice = "The clipboard holds no schedule: " + schedule.error() + ".";
    return;
  }
  SessionOptions options = study_options();
  options.schedule = schedule.value();
  run_with(options);
  const Variant& variant = variants_[shown_sides().front()];
  if (variant.findings.outcome.kind == OutcomeKind::ScheduleMismatch)
    ui_.notice = variant.findings.outcome.text;
  else
    ui_.notice = "Both run the schedule from the clipboard.";
}

void App::load_simplest(uint32_t side) {
  if (side >= searches_.size() || !searches_[side]) return;
  const Schedule* simplest = searches_[side]->simplest_bug();
  if (simplest == nullptr) {
    ui_.notice = "No schedule of this program fails.";
    return;
  }
  if (variants_.size() > 1 && shown_sides().front() != side)
    ui_.shown = side == 0 ? Shown::Leaky : Shown::Fixed;
  SessionOptions options = study_options();
  options.schedule = *simplest;
  run_with(options);
  ui_.notice = "This is the simplest schedule that fails.";
}

std::string App::way_name(const Variant& variant, const Choice& choice, uint64_t index) const {
  const World& world = variant.session->world();
  if (choice.kind == ChoiceKind::Next) {
    const GoroutineId id = world.candidate(index);
    return id == kNoGoroutine ? "the next timer fires" : world.name_of(id);
  }
  if (choice.kind == ChoiceKind::Select) return "ready case " + std::to_string(index + 1);
  return "way " + std::to_string(index + 1) + " of " + std::to_string(choice.count);
}

// ---------------------------------------------------------------- the game

void App::beat_fix() {
  ui_.beating = !ui_.beating;
  if (!ui_.beating) return give_up();
  if (variants_.size() > 1) ui_.shown = Shown::Fixed;
  ui_.lower = LowerPanel::Schedule;
  seek(0);
  to_next_choice();
}

void App::to_next_choice() {
  Variant& variant = variants_[shown_sides().front()];
  if (!variant.session) return;
  for (uint64_t i = 0; i < kMostForcedSteps && !variant.session->at_end(); ++i) {
    if (!variant.session->choices_ahead().empty()) break;
    variant.session->step();
  }
  seek(variant.session->position().step);
}

std::string App::game_text() const {
  if (!ui_.beating) return "";
  const uint32_t side = shown_sides().front();
  const Variant& variant = variants_[side];
  if (!variant.session) return "";
  if (!variant.session->at_end()) return "You are the scheduler: make it leak.";
  if (variant.findings.verdict != Verdict::Clean) return "You made it leak!";
  const std::string text = "It ended clean. Go back and try another way";
  return text + (proof_text(side).empty() ? "." : ", or give up.");
}

// "All 22 schedules of fixed.go end clean: PROVED.", or "" while that is not so.
std::string App::proof_text(uint32_t side) const {
  if (side >= searches_.size() || !searches_[side] || !searches_[side]->is_over()) return "";
  if (searches_[side]->verdict() != ProofVerdict::Proved) return "";
  const ExploreReport& report = searches_[side]->clocks().back().report;
  if (!report.counts_exact)
    return "Every schedule of " + variants_[side].name + " ends clean: PROVED.";
  const std::string total = schedules_text(report.total);
  return (total == "1" ? "The one schedule of " : "All " + total + " schedules of ") +
         variants_[side].name + (total == "1" ? " ends" : " end") + " clean: PROVED.";
}

// The game ends with what is true.
void App::give_up() {
  const std::string proof = proof_text(shown_sides().front());
  if (proof.empty()) return;
  ui_.lower = LowerPanel::AllSchedules;
  ui_.notice = proof + " No scheduler can make it leak.";
}

// ---------------------------------------------------------------- every schedule

void App::begin_searches() {
  searches_.clear();
  fixes_ = std::vector<std::optional<Suggester>>(variants_.size());
  turnings_.assign(variants_.size(), std::nullopt);
  searches_.resize(variants_.size());
  for (std::size_t side = 0; side < variants_.size(); ++side) begin_search(side);
}

void App::begin_search(std::size_t side) {
  if (host_.has_all && !variants_[side].is_stale) searches_[side].emplace(variants_[side].program);
}

void App::advance_searches() {
  if (!host_.has_all) return;
  const double until = host_.now() + kSearchSeconds;
  uint64_t done = 0;
  for (auto& search : searches_)
    while (search && !search->is_over() && done < kTransitionsAFrame && host_.now() <= until) {
      search->advance(kTransitionsAtOnce);
      done += kTransitionsAtOnce;
    }
  if (done > 0) return;
  find_turning_points();
  advance_fixes();
}

// From which step on nothing can save a run that fails. Of short runs only: it takes a search at
// each of log2(steps) places.
void App::find_turning_points() {
  for (std::size_t side = 0; side < variants_.size(); ++side) {
    const Variant& variant = variants_[side];
    if (turnings_[side] || !variant.session) continue;
    turnings_[side].emplace();
    if (variant.findings.verdict == Verdict::Clean || variant.findings.steps > kMostTurningSteps)
      continue;
    if (std::none_of(variant.findings.findings.begin(), variant.findings.findings.end(),
                     is_failure))
      continue;
    *turnings_[side] =
        turning_point(variant.program, study_options().world, variant.session->schedule(),
                      variant.findings.steps, kTurningStatesAFrame);
    return;
  }
}

const TurningPoint* App::turning(uint32_t side) const {
  const bool known = side < turnings_.size() && turnings_[side] && *turnings_[side];
  return known ? &**turnings_[side] : nullptr;
}

// "Who could still wake it", settled for every future.
std::string App::future_text(const WhyView& why) const {
  const uint32_t side = shown_sides().front();
  if (!why.subject || (why.subject->shade != Shade::Waiting && why.subject->shade != Shade::Leaked))
    return "";
  const Variant& variant = variants_[side];
  if (why.subject->id != kMainGoroutine && !variant.is_stale && !proof_text(side).empty())
    return "No schedule leaves it stuck: PROVED.";
  const TurningPoint* turning = this->turning(side);
  if (turning == nullptr) return "";
  // The other clock may have other futures.
  const bool in_order = variant.session->schedule().clock == ClockMode::Quiescent;
  const std::string when = in_order ? " while timers fire in order." : ".";
  if (turning->step == 0) return "No schedule of this program ends clean" + when;
  if (step() >= turning->step) return "Too late: from here on no schedule ends clean" + when;
  return "Some futures still end clean: until step " + count_text(turning->step) + ".";
}

void App::load_nearest(uint32_t side) {
  const TurningPoint* turning = this->turning(side);
  if (turning == nullptr || !turning->passing) {
    ui_.notice = "No schedule that passes is known beside this run.";
    return;
  }
  const uint64_t parts = turning->step;
  SessionOptions options = study_options();
  options.schedule = *turning->passing;
  if (variants_.size() > 1 && shown_sides().front() != side)
    ui_.shown = side == 0 ? Shown::Leaky : Shown::Fixed;
  run_with(options);
  seek(std::min(parts, length()));
  ui_.notice =
      "This schedule passes. It parts from the one that fails at step " + count_text(parts) + ".";
}

// The first side whose schedules are all known, of which some fail, with repairs still to be tried.
// None while nobody looks at the panel that shows them.
std::optional<std::size_t> App::side_to_fix() const {
  if (ui_.lower != LowerPanel::AllSchedules) return std::nullopt;
  for (std::size_t side = 0; side < searches_.size(); ++side) {
    const auto& search = searches_[side];
    if (!search || !search->is_over() || search->verdict() != ProofVerdict::Bug) continue;
    if (!fixes_[side] || !fixes_[side]->is_over()) return side;
  }
  return std::nullopt;
}

// One repair a frame.
void App::advance_fixes() {
  const std::optional<std::size_t> side = side_to_fix();
  if (!side) return;
  auto& fixes = fixes_[*side];
  if (!fixes) {
    SuggestOptions options;
    options.check.budget_states = kFixStates;
    fixes.emplace(variants_[*side].name, variants_[*side].run_text, options);
  }
  fixes->advance();
}

void App::apply_fix(uint32_t side, std::size_t index) {
  if (side >= fixes_.size() || !fixes_[side]) return;
  const std::vector<Suggestion>& offered = fixes_[side]->report().suggestions;
  if (index >= offered.size()) return;
  const Suggestion fix = offered[index];  // the list goes with the text
  set_source(side, fix.after);
  ui_.notice = "Done, and PROVED: " + fix.what + ". Ctrl+R brings the lesson's own text back.";
}

void App::finish_searches() {
  for (auto& search : searches_)
    while (search && !search->advance(kTransitionsAFrame)) {
    }
  for (std::size_t side = 0; side < variants_.size(); ++side) find_turning_points();
  while (side_to_fix()) advance_fixes();
}

std::vector<SchedulesView> App::every_view() const {
  std::vector<SchedulesView> views;
  for (const uint32_t side : shown_sides()) {
    if (side >= searches_.size() || !searches_[side]) continue;
    const ScheduleSearch& search = *searches_[side];
    SchedulesView view;
    view.title = variants_[side].name;
    view.side = side;
    view.running = !search.is_over();
    view.states = search.states();
    view.has_simplest = search.is_over() && search.simplest_bug() != nullptr;
    view.has_passing = turning(side) != nullptr && turning(side)->passing.has_value();
    const ProofVerdict verdict = search.verdict();
    view.badge = verdict == ProofVerdict::Proved ? "PROVED clean" : std::string(to_string(verdict));
    view.shade = verdict == ProofVerdict::Proved ? Shade::Finished
                 : verdict == ProofVerdict::Bug  ? Shade::Leaked
                                                 : Shade::Waiting;
    for (const ClockSearch& clock : search.told())
      view.dials.push_back(dial_view(clock, search.has_timers()));
    if (fixes_[side]) {
      view.looks_for_fixes = !fixes_[side]->is_over();
      for (const Suggestion& fix : fixes_[side]->report().suggestions)
        view.fixes.push_back(fix.what);
    }
    views.push_back(std::move(view));
  }
  return views;
}

NotesView App::notes_view() const {
  NotesView view;
  view.title = title_;
  view.step = step();
  view.length = length();
  if (focus() != nullptr) view.story = transport_view(*focus(), part_).story;
  if (variants_.size() < 2 || lesson_ >= lessons_.size()) return view;
  view.notice = lessons_[lesson_].notice;
  view.notes = lessons_[lesson_].notes;
  for (const QuizItem& item : quiz_) {
    if (item.step <= step()) continue;
    view.next_question = item.question.ask;
    view.next_step = item.step;
    break;
  }
  return view;
}

// ---------------------------------------------------------------- the fix, and progress

void App::take_fix() {
  if (variants_.size() < 2) {
    ui_.notice = "Only lessons bring a fix of their own.";
    return;
  }
  set_source(0, variants_[1].original);
  ui_.notice = "The fix is in: " + relation_;
}

// "timeout=2/3 done", a line for each lesson.
void App::note_progress() {
  if (quiz_.empty() || lesson_ >= lessons_.size()) return;
  Progress& progress = progress_[lessons_[lesson_].name];
  const Progress before = progress;
  uint64_t right = 0;
  for (const QuizItem& item : quiz_) right += item.is_right() ? 1 : 0;
  progress.asked = quiz_.size();
  progress.right = std::max(progress.right, right);
  progress.finished = progress.finished || step() >= length();
  if (progress.right == before.right && progress.finished == before.finished) return;
  std::string text;
  for (const auto& [name, done] : progress_)
    text += name + "=" + std::to_string(done.right) + "/" + std::to_string(done.asked) +
            (done.finished ? " done\n" : "\n");
  host_.remember("progress", text);
}

// A damaged line counts nothing.
void App::recall_progress() {
  const auto text = host_.recall("progress");
  if (!text) return;
  for (const std::string_view line : lines_of(*text)) {
    const std::size_t equals = line.find('='), slash = line.find('/');
    if (equals == std::string_view::npos || slash == std::string_view::npos || slash < equals)
      continue;
    Progress& progress = progress_[std::string(line.substr(0, equals))];
    progress.right = std::strtoul(std::string(line.substr(equals + 1)).c_str(), nullptr, 10);
    progress.asked = std::strtoul(std::string(line.substr(slash + 1)).c_str(), nullptr, 10);
    progress.right = std::min(progress.right, progress.asked);
    progress.finished = line.find(" done") != std::string_view::npos;
  }
}

std::vector<std::string> App::progress_texts() const {
  std::vector<std::string> texts;
  for (const LessonText& lesson : lessons_) {
    const auto found = progress_.find(lesson.name);
    if (found == progress_.end() || (!found->second.finished && found->second.right == 0)) {
      texts.emplace_back();
      continue;
    }
    texts.push_back(std::string(found->second.finished ? "seen to the end" : "begun") + " · " +
                    std::to_string(found->second.right) + " of " +
                    std::to_string(found->second.asked) + " predicted");
  }
  return texts;
}

// ---------------------------------------------------------------- commands

void App::perform_study(const Command& command) {
  if (variants_.empty()) return;
  switch (command.action) {
    case Action::Answer:
      answer(command.number);
      break;
    case Action::GoOrder:
      run_policy(PolicyKind::Go, 0);
      break;
    case Action::FifoOrder:
      run_policy(PolicyKind::Fifo, 0);
      break;
    case Action::RandomOrder:
      run_policy(PolicyKind::Random, policy_.seed + 1);
      break;
    case Action::PasteSchedule:
      load_schedule(host_.paste());
      break;
    case Action::LoadSchedule:
      load_schedule(command.text);
      break;
    case Action::Branch:
      to_branch(command.number);
      break;
    case Action::NextBranch:
      if (!branches_.empty()) to_branch((branch_ + 1) % branches_.size());
      break;
    case Action::Simplest:
      load_simplest(command.side);
      break;
    case Action::NearestClean:
      load_nearest(command.side);
      break;
    case Action::BeatFix:
      beat_fix();
      break;
    case Action::CancelSearch:
      for (auto& search : searches_)
        if (search) search->cancel();
      break;
    case Action::ApplyFix:
      apply_fix(command.side, command.number);
      break;
    case Action::TakeFix:
      take_fix();
      break;
    default:
      break;
  }
}

}  // namespace gopark
