#include "web/page_run.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "sim/base/hash.h"
#include "sim/detect/leaked.h"
#include "sim/explore/turning_point.h"
#include "sim/narrate/dump.h"
#include "sim/narrate/names.h"
#include "sim/narrate/operation.h"
#include "sim/narrate/proof.h"
#include "sim/narrate/sentence.h"
#include "sim/narrate/value_text.h"

namespace gopark {

namespace {

std::string refusal(const lang::CompileResult& result) {
  JsonWriter json;
  json.begin_object();
  json.field("ok", false);
  json.key("diagnostics");
  json.begin_array();
  for (const lang::Diagnostic& diagnostic : result.diagnostics) {
    json.begin_object();
    json.field("line", diagnostic.pos.line);
    json.field("column", diagnostic.pos.column);
    json.field("message", diagnostic.message);
    json.field("text", lang::to_string(diagnostic, result.files));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.text();
}

// The word for what a goroutine is doing; the page has a shape and a colour for each.
std::string_view state_word(const World& world, const GoroutineView& view, bool doomed) {
  if (doomed) return "leaked";
  const bool returned = view.id == kMainGoroutine && world.outcome().kind == OutcomeKind::Exited;
  if (returned || view.status == GoroutineStatus::Finished) return "finished";
  if (view.status == GoroutineStatus::Waiting) {
    return view.reason == WaitReason::Sleep ? "sleeping" : "waiting";
  }
  return view.is_current ? "running" : "runnable";
}

void write_operations(JsonWriter& json, const Program& program, std::span<const Event> events) {
  json.key("operations");
  json.begin_array();
  std::set<std::string> written;
  for (const Event& event : events) {
    const std::string_view operation = operation_of(event.data);
    if (operation.empty()) continue;
    const std::string text =
        std::to_string(source_place(program, event.place).line) + " " + std::string(operation);
    if (written.insert(text).second) json.string(text);
  }
  json.end_array();
}

void write_names(JsonWriter& json, std::string_view key, const World& world,
                 const std::vector<GoroutineId>& ids) {
  json.key(key);
  json.begin_array();
  for (std::size_t i = 0; i < ids.size() && i < kMaxListed; ++i) json.string(world.name_of(ids[i]));
  json.end_array();
}

// ---- lanes: for each goroutine the stretches of steps in which it was in one state

struct Stretch {
  uint64_t from = 0, to = 0;
  std::string_view state;
  WaitReason reason = WaitReason::None;
};

struct Lane {
  std::string name;
  uint64_t created_line = 0;
  std::vector<Stretch> stretches;
};

class Lanes {
 public:
  explicit Lanes(const RunFindings& findings) {
    for (const Finding& finding : findings.findings) {
      if (finding.doomed_at_step > 0) doomed_[finding.goroutine] = finding.doomed_at_step;
    }
  }

  void look(uint64_t step, const World& world) {
    for (const GoroutineId id : world.goroutines()) {
      if (lanes_.size() >= kMaxPageLanes && !lanes_.contains(id)) {
        left_out_.insert(id);
      } else {
        extend(id, step, world);
      }
    }
  }

  void write(JsonWriter& json) const {
    json.field("lanesLeftOut", left_out_.size());
    json.key("lanes");
    json.begin_array();
    for (const auto& [id, lane] : lanes_) write_lane(json, id, lane);
    json.end_array();
  }

 private:
  void extend(GoroutineId id, uint64_t step, const World& world) {
    const std::optional<GoroutineView> view = world.goroutine(id);
    if (!view) return;
    auto [found, is_new] = lanes_.try_emplace(id);
    Lane& lane = found->second;
    if (is_new) {
      lane.name = world.name_of(id);
      lane.created_line = source_place(world.program(), view->created_at).line;
    }
    const auto doomed = doomed_.find(id);
    const std::string_view state =
        state_word(world, *view, doomed != doomed_.end() && step >= doomed->second);
    if (!lane.stretches.empty()) {
      Stretch& last = lane.stretches.back();
      if (last.state == state && last.reason == view->reason && last.to + 1 == step) {
        last.to = step;
        return;
      }
    }
    lane.stretches.push_back({step, step, state, view->reason});
  }

  static void write_lane(JsonWriter& json, GoroutineId id, const Lane& lane) {
    json.begin_object();
    json.field("id", static_cast<uint32_t>(id));
    json.field("name", lane.name);
    json.field("created", lane.created_line);
    json.key("stretches");
    json.begin_array();
    for (const Stretch& stretch : lane.stretches) {
      json.begin_object();
      json.field("from", stretch.from);
      json.field("to", stretch.to);
      json.field("state", stretch.state);
      json.field("reason", to_string(stretch.reason));
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }

  std::map<GoroutineId, Lane> lanes_;
  std::set<GoroutineId> left_out_;
  std::map<GoroutineId, uint64_t> doomed_;
};

// ---- steps

void write_step(JsonWriter& json, uint64_t step, const World& world, std::span<const Event> events,
                const StepStory& story) {
  json.begin_object();
  json.field("step", step);
  json.field("name", story.name);
  json.field("sentence", story.sentence);
  json.field("line", source_place(world.program(), story.place).line);
  write_operations(json, world.program(), events);
  json.key("values");
  json.begin_array();
  for (const Event& event : events) {
    const auto* sent = std::get_if<Sent>(&event.data);
    const auto* received = std::get_if<Received>(&event.data);
    const bool handed = sent != nullptr && sent->receiver != kNoGoroutine;
    const bool taken = received != nullptr && received->sender != kNoGoroutine;
    if (!handed && !taken) continue;
    json.begin_object();
    json.field("from", world.name_of(handed ? event.goroutine : received->sender));
    json.field("to", world.name_of(handed ? sent->receiver : event.goroutine));
    json.field("value", value_text(world, handed ? sent->value : received->value));
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

std::string_view marker_word(MarkerKind kind) {
  switch (kind) {
    case MarkerKind::Parked:
      return "parked";
    case MarkerKind::Doomed:
      return "doomed";
    case MarkerKind::End:
      return "end";
  }
  return "end";
}

void write_clauses(JsonWriter& json, const std::vector<Clause>& clauses) {
  json.key("clauses");
  json.begin_array();
  for (const Clause& clause : clauses) {
    json.begin_object();
    json.field("text", clause.text);
    json.field("step", clause.step);
    json.end_object();
  }
  json.end_array();
}

void write_finding(JsonWriter& json, const Program& program, const Finding& finding) {
  const SourcePlace place = source_place(program, finding.place);
  json.field("kind", to_string(finding.kind));
  json.field("goroutine", finding.name);
  json.field("function", place.function);
  json.field("reason", status_text(finding.status, finding.reason));
  json.field("line", place.line);
  json.field("created", source_place(program, finding.created).line);
  json.field("parkedAt", finding.parked_at_step);
  json.field("doomedAt", finding.doomed_at_step);
  json.field("failure", is_failure(finding));
}

std::string_view choice_word(ChoiceKind kind) {
  switch (kind) {
    case ChoiceKind::Next:
      return "next";
    case ChoiceKind::Select:
      return "select";
    case ChoiceKind::MapOrder:
      return "map";
    case ChoiceKind::Timer:
      return "timer";
    case ChoiceKind::Random:
      return "random";
  }
  return "next";
}

}  // namespace

std::string PageRun::load(std::string_view path, std::string_view text, SessionOptions options,
                          std::shared_ptr<const Program> known) {
  session_.reset();
  search_.reset();
  suggester_.reset();
  path_ = path;
  text_ = text;
  world_ = options.world;
  program_ = std::move(known);
  if (program_ == nullptr) {
    const lang::CompileResult result = toolchain_.compile(path, text);
    if (!result.ok()) return refusal(result);
    program_ = result.program;
  }
  session_.emplace(program_, std::move(options));
  return story();
}

std::string PageRun::story() {
  findings_ = find_all(*session_);
  const World& world = session_->world();
  JsonWriter json;
  json.begin_object();
  json.field("ok", true);
  json.field("length", findings_.steps);
  json.field("verdict", to_string(findings_.verdict));
  json.field("exit", exit_text(world));
  json.field("outcome", findings_.outcome.text);
  json.field("code", exit_code(world));
  json.field("output", world.terminal_output(kMaxShownOutput));
  json.field("schedule", to_string(session_->schedule()));
  write_findings(json);
  json.key("markers");
  json.begin_array();
  for (const Marker& marker : markers_of(findings_)) {
    json.begin_object();
    json.field("step", marker.step);
    json.field("kind", marker_word(marker.kind));
    json.field("name", marker.goroutine == kNoGoroutine ? "" : world.name_of(marker.goroutine));
    json.end_object();
  }
  json.end_array();
  write_steps(json);
  json.end_object();
  return json.text();
}

void PageRun::write_findings(JsonWriter& json) {
  json.key("findings");
  json.begin_array();
  std::size_t proofs = 0;
  for (const Finding& finding : findings_.findings) {
    json.begin_object();
    write_finding(json, *program_, finding);
    write_clauses(json, proofs++ < kMaxProofs ? prove(*session_, finding) : std::vector<Clause>{});
    json.end_object();
    if (proofs >= kMaxListed) break;
  }
  json.end_array();
  session_->run_to_end();
}

void PageRun::write_steps(JsonWriter& json) {
  Lanes lanes(findings_);
  StoryTeller teller;
  json.key("steps");
  json.begin_array();
  uint64_t fingerprints = 0;
  session_->replay([&](uint64_t step, const World& world, std::span<const Event> events) {
    write_step(json, step, world, events, teller.tell(world, events));
    lanes.look(step, world);
    fingerprints = hash_next(fingerprints, world.fingerprint());
    return step < kMaxStorySteps;
  });
  json.end_array();
  json.field("fingerprint", std::to_string(fingerprints));
  lanes.write(json);
}

std::string PageRun::state(uint64_t step) {
  session_->seek(step);
  const World& world = session_->world();
  const StepStory story = tell_step(world, session_->events());
  JsonWriter json;
  json.begin_object();
  json.field("step", session_->position().step);
  json.field("atEnd", session_->at_end());
  json.field("sentence", session_->at_start() ? "" : story.sentence);
  json.field("name", session_->at_start() ? "" : story.name);
  json.field("line", session_->at_start() ? 0u : source_place(*program_, story.place).line);
  json.field("clock", duration_text(world.clock()));
  json.field("outputBytes", world.output().size() + world.error_output().size());
  json.field("output", world.terminal_output(kMaxShownOutput));
  json.field("goroutineCount", world.goroutine_count());
  json.key("changed");
  json.begin_array();
  for (const Reference channel : story.channels) {
    if (const auto view = world.channel(channel)) json.number(view->serial);
  }
  json.end_array();
  write_goroutines(json);
  write_channels(json);
  write_choice(json);
  json.end_object();
  return json.text();
}

bool PageRun::is_doomed(GoroutineId id) const {
  const auto is_it = [&](const Finding& finding) {
    return finding.goroutine == id && finding.doomed_at_step > 0 &&
           session_->position().step >= finding.doomed_at_step;
  };
  return std::any_of(findings_.findings.begin(), findings_.findings.end(), is_it);
}

void PageRun::write_goroutines(JsonWriter& json) const {
  const World& world = session_->world();
  json.key("goroutines");
  json.begin_array();
  std::size_t listed = 0;
  for (const GoroutineId id : world.goroutines()) {
    const std::optional<GoroutineView> view = world.goroutine(id);
    if (!view || ++listed > kMaxListed) continue;
    const SourcePlace place = source_place(*program_, world.user_place(id));
    json.begin_object();
    json.field("id", static_cast<uint32_t>(id));
    json.field("name", world.name_of(id));
    json.field("state", state_word(world, *view, is_doomed(id)));
    json.field("reason", to_string(view->reason));
    json.field("function", place.function);
    json.field("line", place.line);
    json.key("waitsOn");
    json.begin_array();
    for (const Reference object : view->waits_on) {
      if (const auto channel = world.channel(object)) json.number(channel->serial);
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
}

void PageRun::write_channels(JsonWriter& json) const {
  const World& world = session_->world();
  json.key("channels");
  json.begin_array();
  std::size_t listed = 0;
  for (const Reference reference : world.channels()) {
    const std::optional<ChannelView> view = world.channel(reference);
    if (!view || ++listed > kMaxListed) continue;
    json.begin_object();
    json.field("serial", view->serial);
    json.field("name", channel_name(world, reference, view->made_at));
    json.field("capacity", view->shown_capacity());
    json.field("timers", view->is_timers);
    json.field("count", view->count);
    json.field("closed", view->closed);
    json.field("type", type_of(*program_, view->element).name);
    json.field("line", source_place(*program_, view->made_at).line);
    json.key("slots");
    json.begin_array();
    for (std::size_t i = 0; i < view->buffer.size() && i < kMaxListed; ++i) {
      json.string(value_text(world, view->element, view->buffer[i]));
    }
    json.end_array();
    write_names(json, "senders", world, view->senders);
    write_names(json, "receivers", world, view->receivers);
    json.end_object();
  }
  json.end_array();
}

void PageRun::write_choice(JsonWriter& json) {
  if (session_->at_end()) return;
  const std::vector<MetChoice> choices = session_->choices_ahead();
  if (choices.empty()) return;
  const World& world = session_->world();
  const MetChoice& first = choices.front();
  json.key("choice");
  json.begin_object();
  json.field("kind", choice_word(first.choice.kind));
  json.field("count", first.choice.count);
  json.field("pick", first.pick);
  json.key("names");
  json.begin_array();
  if (first.choice.kind == ChoiceKind::Next) {
    for (uint64_t i = 0; i < first.choice.count && i < kMaxListed; ++i) {
      const GoroutineId id = world.candidate(i);
      json.string(id == kNoGoroutine ? "the timer" : world.name_of(id));
    }
  }
  json.end_array();
  json.end_object();
}

std::string PageRun::choose(uint64_t step, uint64_t index) {
  session_->seek(step);
  if (!session_->at_end()) {
    const std::vector<MetChoice> choices = session_->choices_ahead();
    if (!choices.empty() && index < choices.front().choice.count) {
      session_->choose(choices.front().choice.kind, index);
    }
  }
  return story();
}

std::string PageRun::dump(uint64_t step) {
  session_->seek(step);
  return goroutine_dump(session_->world());
}

// ---- every schedule

std::string PageRun::begin_check(uint64_t budget_states) {
  search_ = std::make_unique<ScheduleSearch>(program_, budget_states);
  return advance_check(0);
}

std::string PageRun::advance_check(uint64_t transitions) {
  JsonWriter json;
  json.begin_object();
  const bool over = search_->advance(transitions);
  json.field("done", over);
  json.field("states", search_->states());
  if (over) write_report(json);
  json.end_object();
  return json.text();
}

namespace {

void write_clock(JsonWriter& json, const ClockSearch& search, bool has_timers) {
  constexpr double kMaxShown = 9e15;
  const ExploreReport& report = search.report;
  json.begin_object();
  json.field("clock", !has_timers                        ? "none"
                      : search.clock == ClockMode::Async ? "async"
                                                         : "quiescent");
  json.field("verdict", to_string(report.verdict));
  json.field("bound", report.bound);
  json.field("failing", static_cast<uint64_t>(std::min(report.failing, kMaxShown)));
  json.field("total", static_cast<uint64_t>(std::min(report.total, kMaxShown)));
  json.field("exact", report.counts_exact && report.total < kMaxShown);
  json.end_object();
}

void write_race(JsonWriter& json, const Program& program, const Finding& finding) {
  json.key("race");
  json.begin_object();
  json.field("writes", finding.racing.writes);
  json.field("other", finding.racing.other);
  json.field("otherWrites", finding.racing.other_writes);
  json.field("otherLine", source_place(program, finding.racing.other_place).line);
  json.end_object();
}

// The first clock with a bug; null: none has one.
const ExploreReport* failing_report(const ScheduleSearch& search) {
  for (const ClockSearch& clock : search.clocks())
    if (clock.report.verdict == ProofVerdict::Bug) return &clock.report;
  return nullptr;
}

}  // namespace

void PageRun::write_report(JsonWriter& json) const {
  json.field("verdict", to_string(search_->verdict()));
  json.field("bound", search_->bound());
  json.key("clocks");
  json.begin_array();
  for (const ClockSearch& clock : search_->told()) write_clock(json, clock, search_->has_timers());
  json.end_array();
  const ExploreReport* failing = failing_report(*search_);
  const Schedule* simplest = search_->simplest_bug();
  json.field("schedule", simplest == nullptr ? "" : to_string(*simplest));
  json.field("outcome", failing == nullptr ? "" : failing->outcome.text);
  json.key("findings");
  json.begin_array();
  std::size_t listed = 0;
  for (const Finding& finding : failing == nullptr ? std::vector<Finding>{} : failing->findings) {
    if (++listed > kMaxListed) break;
    json.begin_object();
    write_finding(json, *program_, finding);
    if (is_race(finding)) write_race(json, *program_, finding);
    json.end_object();
  }
  json.end_array();
}

std::string PageRun::turning() {
  JsonWriter json;
  json.begin_object();
  std::optional<TurningPoint> point;
  const ExploreReport* failing = failing_report(*search_);
  const Schedule* simplest = search_->simplest_bug();
  if (failing != nullptr && simplest != nullptr && failing->outcome.kind != OutcomeKind::Running &&
      !std::all_of(failing->findings.begin(), failing->findings.end(), is_race)) {
    SessionOptions options;
    options.world = world_;
    options.world.clock = simplest->clock;
    options.schedule = *simplest;
    Session run(program_, options);
    run.run_to_end();
    point =
        turning_point(program_, options.world, *simplest, run.position().step, kPageTurningStates);
  }
  json.field("known", point.has_value());
  if (point) {
    json.field("step", point->step);
    json.field("passing", point->passing ? to_string(*point->passing) : "");
  }
  json.end_object();
  return json.text();
}

// ---- fixes

std::string PageRun::begin_fixes(uint64_t budget_states) {
  SuggestOptions options;
  options.check.world = world_;
  options.check.budget_states = budget_states;
  suggester_ = std::make_unique<Suggester>(path_, text_, options);
  return fixes();
}

std::string PageRun::advance_fixes() {
  suggester_->advance();
  return fixes();
}

std::string PageRun::fixes() const {
  JsonWriter json;
  json.begin_object();
  json.field("done", suggester_->is_over());
  json.field("tried", suggester_->report().tried);
  json.key("fixes");
  json.begin_array();
  for (const Suggestion& fix : suggester_->report().suggestions) {
    json.begin_object();
    json.field("what", fix.what);
    json.field("after", fix.after);
    json.field("states", fix.states);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.text();
}

}  // namespace gopark
