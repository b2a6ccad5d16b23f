#include "web/canvas.h"

#include "native/embedded_lessons.h"
#include "sim/sched/schedule.h"
#include "web/json.h"

namespace gopark {

namespace {

int answer_of(const QuizItem& item) {
  if (item.is_open()) return kNotAsked;
  return item.answer ? static_cast<int>(*item.answer) : kSkipped;
}

void write_answer(JsonWriter& json, const QuizItem& item) {
  json.begin_object();
  json.field("side", item.side);
  json.field("ask", item.question.ask);
  json.field("answer", answer_of(item));
  json.end_object();
}

}  // namespace

bool Canvas::open(const Given& given, std::function<void(const std::string&)> tell) {
  tell_ = std::move(tell);
  host_ = CanvasHost::open(given, [this](CanvasHost&) {
    leave_to_page();
    tell_news();
  });
  return host_ != nullptr;
}

void Canvas::know_all() {
  host_->app().know_all(lessons_of(embedded_lessons()));
  host_->wake();
}

void Canvas::show(const std::string& lesson) {
  lesson_ = lesson;
  if (!host_->app().open(lesson)) host_->app().open_text("main.go", "package main\n");
  host_->app().ui().notice.clear();
  host_->app().ui().shown = Shown::Leaky;
  known();
  host_->wake();
}

void Canvas::set_text(uint32_t side, const std::string& text) {
  App& app = host_->app();
  if (side >= app.variants().size()) return;
  Variant& variant = app.variants()[side];
  // A program of the reader's own is its own original.
  if (app.variants().size() == 1) variant.original = text;
  if (variant.text != text) app.perform({Action::SetSource, 0, side, text});
  known();
  host_->wake();
}

// Both sides stay on the screen when they are, and this one is the one in front.
void Canvas::set_variant(uint32_t side) {
  UiState& ui = host_->app().ui();
  if (side == 0 && ui.shown == Shown::Fixed) ui.shown = Shown::Leaky;
  if (side == 1) ui.shown = Shown::Fixed;
  known();
  host_->wake();
}

void Canvas::set_schedule(const std::string& text) {
  App& app = host_->app();
  if (state().schedule != text) app.perform({Action::LoadSchedule, 0, 0, text});
  app.ui().notice.clear();
  known();
  host_->wake();
}

void Canvas::set_step(uint64_t step) {
  host_->app().perform({Action::Seek, step, 0, ""});
  known();
  host_->wake();
}

void Canvas::set_answer(uint32_t side, const std::string& ask, int answer) {
  App& app = host_->app();
  for (std::size_t i = 0; i < app.quiz().size(); ++i) {
    const QuizItem& item = app.quiz()[i];
    if (item.side != side || item.question.ask != ask) continue;
    app.recall_answer(i, answer < 0 ? std::nullopt : std::optional<std::size_t>(answer));
  }
  known();
  host_->wake();
}

void Canvas::set_look(ThemeKind theme, float scale) {
  UiState& ui = host_->app().ui();
  ui.theme = theme;
  ui.scale = scale;
  known();
  host_->wake();
}

Canvas::State Canvas::state() const {
  const App& app = host_->app();
  const std::vector<Variant>& variants = app.variants();
  State state;
  state.side = variants.size() > 1 && app.ui().shown == Shown::Fixed ? 1 : 0;
  state.step = app.step();
  state.theme = app.ui().theme;
  for (std::size_t side = 0; side < variants.size() && side < 2; ++side)
    state.texts[side] = variants[side].text;
  for (const QuizItem& item : app.quiz()) state.answers.push_back(answer_of(item));
  if (variants.empty()) return state;
  const Variant& front = variants[state.side];
  if (front.session && front.trace.steps <= kMaxToldSteps)
    state.schedule = to_string(front.session->schedule());
  return state;
}

// What the page does better: it has the editor, and the other lessons.
void Canvas::leave_to_page() {
  App& app = host_->app();
  JsonWriter json;
  json.begin_object();
  if (app.ui().editing) {
    app.ui().editing = false;
    json.field("edit", true);
  }
  const std::string& name = app.lessons()[app.lesson()].name;
  const bool was_lesson = app.variants().size() > 1;
  if (was_lesson && name != lesson_) {
    json.field("lesson", name);
    show(lesson_);
  }
  json.end_object();
  if (json.text() != "{}") tell_(json.text());
}

std::string Canvas::news(const State& now) const {
  JsonWriter json;
  json.begin_object();
  json.field("side", now.side);
  json.field("step", now.step);
  json.field("theme", to_string(now.theme));
  if (now.schedule != known_.schedule) json.field("schedule", now.schedule);
  if (now.texts != known_.texts) {
    json.key("texts");
    json.begin_array();
    for (const std::string& text : now.texts) json.string(text);
    json.end_array();
  }
  if (now.answers != known_.answers) {
    json.key("answers");
    json.begin_array();
    for (const QuizItem& item : host_->app().quiz())
      if (!item.is_open()) write_answer(json, item);
    json.end_array();
  }
  json.end_object();
  return json.text();
}

void Canvas::tell_news() {
  State now = state();
  if (now == known_) return;
  const std::string text = news(now);
  known_ = std::move(now);
  tell_(text);
}

}  // namespace gopark
