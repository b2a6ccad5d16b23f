// What leaves the app: links, pictures, filmstrips, traces, schedules and tests.
#include <algorithm>

#include "native/app.h"
#include "native/link.h"
#include "native/run_picture.h"
#include "sim/narrate/leak_test.h"
#include "sim/narrate/names.h"
#include "sim/sched/schedule.h"

namespace gopark {

namespace {

constexpr std::size_t kMostPictures = 16;  // of a filmstrip
constexpr std::size_t kLongLink = 4'000;   // some programs cut longer ones

std::string without_extension(const std::string& name) {
  return name.substr(0, name.rfind('.'));
}

}  // namespace

// ---------------------------------------------------------------- links

std::string App::lesson_name() const {
  return origin_.substr(0, 4) == "file" || origin_ == "text" ? "playground" : origin_;
}

// Of the twins the first that was edited, else whichever is shown alone.
Result<std::string> App::link() const {
  Link link;
  link.lesson = lesson_name();
  uint32_t side = shown_sides().front();
  for (uint32_t i = static_cast<uint32_t>(variants_.size()); i-- > 0;)
    if (variants_[i].text != variants_[i].original) side = i;
  const Variant& variant = variants_[side];
  const bool is_own = variants_.size() < 2;
  if (is_own || variant.text != variant.original) link.code = variant.text;
  if (!is_own && (link.code || ui_.shown != Shown::Both))
    link.variant = side == 0 ? "leaky" : "fixed";
  link.step = step();
  if (variant.session) {
    const bool chosen =
        variant.session->options().schedule.has_value() || policy_.kind != PolicyKind::Go;
    if (chosen) link.schedule = to_string(variant.session->schedule());
  }
  return format_link(link, host_.deflate);
}

void App::copy_link() {
  if (variants_.empty()) return;
  const Result<std::string> link = this->link();
  if (!link.ok()) {
    ui_.notice = "No link: " + link.error() + ".";
    return;
  }
  host_.copy(link.value());
  ui_.notice = link.value().size() > kLongLink
                   ? "The link is on the clipboard. It is long: some programs cut such links."
                   : "The link is on the clipboard: put it behind the page's address, or behind "
                     "gopark-app.";
}

bool App::open_link(const std::string& text) {
  const Result<Link> link = parse_link(text, host_.inflate);
  if (!link.ok()) {
    ui_.notice = "The link cannot be opened: " + link.error() + ".";
    return false;
  }
  const Link& wanted = link.value();
  const auto lesson = std::find_if(lessons_.begin(), lessons_.end(), [&](const LessonText& known) {
    return known.name == wanted.lesson;
  });
  if (lesson != lessons_.end()) {
    open_lesson(static_cast<std::size_t>(lesson - lessons_.begin()));
  } else if (wanted.code) {
    open_text("main.go", *wanted.code);
  } else {
    ui_.notice = "The link names a lesson that is not here: " + wanted.lesson + ".";
    return false;
  }
  ui_.shown = wanted.variant == "leaky"   ? Shown::Leaky
              : wanted.variant == "fixed" ? Shown::Fixed
                                          : Shown::Both;
  if (wanted.code && variants_.size() > 1)
    set_source(wanted.variant == "fixed" ? 1 : 0, *wanted.code);
  std::string problem;
  if (!wanted.schedule.empty()) {
    load_schedule(wanted.schedule);
    problem = is_loaded(wanted.schedule) ? "" : ui_.notice;
  }
  seek(std::min(wanted.step.value_or(0), length()));
  ui_.notice = problem;
  return true;
}

bool App::is_loaded(const std::string& schedule) const {
  const Result<Schedule> wanted = parse_schedule(schedule);
  const Variant* variant = focus();
  return wanted.ok() && variant != nullptr && variant->session &&
         variant->session->options().schedule == wanted.value() &&
         variant->findings.outcome.kind != OutcomeKind::ScheduleMismatch;
}

void App::copy_schedule() {
  const Variant* variant = focus();
  if (variant == nullptr || !variant->session) return;
  host_.copy(to_string(variant->session->schedule()));
  ui_.notice = "The schedule's text is on the clipboard.";
}

void App::copy_test() {
  const Variant* variant = focus();
  if (variant == nullptr || !variant->session) return;
  std::vector<std::string> found;
  for (const Finding& finding : variant->findings.findings) {
    if (!is_failure(finding)) continue;
    const SourcePlace place = source_place(*variant->program, finding.place);
    found.push_back(finding.name + " [" + std::string(status_text(finding.status, finding.reason)) +
                    "] at " + std::string(place.file) + ":" + std::to_string(place.line));
  }
  host_.copy(leak_test(variant->name, found));
  ui_.notice = "A leak_test.go for " + variant->name + " is on the clipboard.";
}

// ---------------------------------------------------------------- pictures

// Of the step at which the variants stand.
PictureView App::picture_view() const {
  PictureView view;
  view.title = title_;
  view.step = step();
  view.length = length();
  view.story = transport_view(*focus(), part_).story;
  view.link = link().ok() ? link().value() : "";
  for (const uint32_t side : shown_sides()) {
    const Variant& variant = variants_[side];
    PictureTwin& twin = view.twins.emplace_back();
    twin.title = variant.name;
    twin.source = source_view_of(side);
    twin.lanes = lanes_view(variant, ui_.lane_filter, ui_.selected);
    twin.channels = channel_rows(variant);
    twin.why = why_view(variant, ui_.selected);
  }
  return view;
}

// The steps that a filmstrip shows: parks, dooms, where the twins part, questions, the end.
std::vector<uint64_t> App::marked_steps() const {
  std::vector<uint64_t> steps = {length()};
  for (const uint32_t side : shown_sides())
    for (const Marker& marker : variants_[side].markers) steps.push_back(marker.step);
  for (const QuizItem& item : quiz_) steps.push_back(item.step);
  if (part_) steps.push_back(*part_);
  std::sort(steps.begin(), steps.end());
  steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
  std::erase_if(steps, [&](uint64_t step) { return step == 0 || step > length(); });
  if (steps.size() > kMostPictures) steps.erase(steps.begin() + kMostPictures - 1, steps.end() - 1);
  return steps;
}

std::vector<PictureView> App::filmstrip() {
  const uint64_t here = step();
  std::vector<PictureView> views;
  const std::vector<uint64_t> steps = marked_steps();
  // A view points into the run, not at a step of it; still, each is made where it stands.
  for (const uint64_t step : steps) {
    seek(step);
    views.push_back(picture_view());
  }
  seek(here);
  return views;
}

// "timeout-step-9"
std::string App::file_stem(bool with_step) const {
  const std::string name =
      variants_.size() > 1 ? origin_ : without_extension(variants_.front().name);
  return with_step ? name + "-step-" + std::to_string(step()) : name;
}

// Where nothing can be written the text goes to the clipboard: it is not lost.
void App::save_text(const std::string& name, const std::string& text) {
  const Result<Done> done = host_.write_file(name, text);
  if (!done.ok()) host_.copy(text);
  ui_.notice =
      done.ok() ? "Saved as " + name + "." : done.error() + ": it is on the clipboard instead.";
}

void App::save_trace(const TraceWriter& writer, const std::string& name) {
  const Variant* variant = focus();
  if (!writer)
    ui_.notice = "Traces are written by the desktop's app and by `gopark run --trace`.";
  else if (variant != nullptr && variant->session)
    save_text(name, writer(*variant->session));
}

void App::save_png() {
  if (host_.save_picture)
    host_.save_picture(file_stem(true) + ".png");
  else
    ui_.notice = "PNG pictures are made by the desktop's app; an SVG can be saved here.";
}

void App::perform_share(const Command& command) {
  if (variants_.empty()) return;
  switch (command.action) {
    case Action::CopyLink:
      copy_link();
      break;
    case Action::CopySchedule:
      copy_schedule();
      break;
    case Action::CopyTest:
      copy_test();
      break;
    case Action::SaveSvg:
      save_text(file_stem(true) + ".svg", picture_svg(picture_view(), theme()));
      break;
    case Action::SavePng:
      save_png();
      break;
    case Action::SaveFilmstrip:
      save_text(file_stem(false) + "-filmstrip.svg", filmstrip_svg(filmstrip(), theme()));
      break;
    case Action::SaveFilmstripPage:
      save_text(file_stem(false) + "-filmstrip.html", filmstrip_html(filmstrip(), theme()));
      break;
    case Action::SaveTrace:
      save_trace(traces_.json, file_stem(false) + "-trace.jsonl");
      break;
    case Action::SaveChromeTrace:
      save_trace(traces_.chrome, file_stem(false) + "-chrome-trace.json");
      break;
    default:
      break;
  }
}

}  // namespace gopark
