#include "sim/session/session.h"

#include <algorithm>
#include <string>

#include "sim/sched/recorder.h"
#include "sim/vm/inspect.h"

namespace gopark {

namespace {

constexpr uint64_t kFirstInterval = 1024;  // steps
// A checkpoint may cost so many bytes for each step since the one before it.
constexpr uint64_t kCheckpointBytesPerStep = 256;

SessionOptions completed(SessionOptions options) {
  if (options.schedule) options.world.clock = options.schedule->clock;
  options.world.time_passes_in_circles = true;
  return options;
}

uint64_t size_of(const World& world) {
  return world.memory().capacity_bytes() + world.output().size() + sizeof(World);
}

std::string step_limit_text(uint64_t steps) {
  return "step limit: " + std::to_string(steps) +
         " steps done, and the program has not ended (--max-steps)";
}

// One step, which also ends the run when it was the last one allowed or when the schedule did not
// fit. The latter undoes what the step did. `mark` is the world's journal before the step.
void end_at_limits(World& world, SessionScheduler& scheduler, uint64_t mark, uint64_t steps,
                   uint64_t max_steps) {
  if (const auto mismatch = scheduler.mismatch()) {
    world.undo_to(mark);
    world.end(OutcomeKind::ScheduleMismatch, 2, to_string(*mismatch));
    scheduler.forget_mismatch();
  } else if (!world.ended() && steps >= max_steps) {
    world.end(OutcomeKind::StepLimit, 2, step_limit_text(steps));
  }
}

}  // namespace

Session::Session(std::shared_ptr<const Program> program, SessionOptions options)
    : options_(completed(std::move(options))),
      scheduler_(options_.policy, options_.schedule),
      world_(std::make_unique<World>(std::move(program), options_.world)),
      events_(std::make_unique<std::vector<Event>>()),
      interval_(kFirstInterval) {
  world_->set_recording(true);
  world_->set_event_sink(events_.get());
  take_checkpoint();
  if (options_.max_steps == 0) world_->end(OutcomeKind::StepLimit, 2, step_limit_text(0));
}

Session::Session(const Session& other)
    : options_(other.options_),
      scheduler_(other.scheduler_),
      length_(other.length_),
      events_(std::make_unique<std::vector<Event>>()),
      checkpoints_(other.checkpoints_),
      interval_(other.interval_),
      checkpoint_bytes_(other.checkpoint_bytes_) {
  const uint64_t step = other.position_;
  restore(nearest_checkpoint(step == 0 ? 0 : step - 1));
  seek(other.position());
}

Session Session::fork() const {
  return Session(*this);
}

// ---------------------------------------------------------------- one step forward

std::span<const Event> Session::events() const {
  const std::span<const Event> all(*events_);
  if (micro_ > 0) return all.subspan(current_.events);
  return marks_.empty() ? std::span<const Event>() : all.subspan(marks_.back().events);
}

void Session::begin_step() {
  current_ = StepMark{world_->mark(), events_->size()};
}

void Session::finish_step() {
  ++position_;
  micro_ = 0;
  if (scheduler_.mismatch()) events_->resize(current_.events);
  end_at_limits(*world_, scheduler_, current_.journal, position_, options_.max_steps);
  marks_.push_back(current_);
  after_step();
}

void Session::do_step() {
  if (micro_ == 0) begin_step();
  world_->step(scheduler_);
  finish_step();
}

void Session::do_instruction() {
  if (micro_ == 0) begin_step();
  world_->step_instruction(scheduler_);
  ++micro_;
  if (!world_->in_step() || world_->ended() || scheduler_.mismatch()) finish_step();
}

bool Session::step(Grain grain) {
  if (at_end()) return false;
  if (grain == Grain::Operation) {
    do_step();
    return true;
  }
  do {
    do_instruction();
  } while (grain == Grain::Statement && micro_ > 0 && !at_statement());
  return true;
}

// Whether the goroutine that moves stands at the beginning of a statement of the learner's own
// code.
bool Session::at_statement() const {
  const std::vector<FrameView> frames = world_->frames(world_->current());
  if (frames.empty()) return false;
  const CodePlace place = frames.front().place;
  const Function& function = function_of(program(), place.function);
  if (function.is_std || function.lines.empty()) return false;
  const LineEntry& entry = line_at(function, place.pc);
  return entry.statement && entry.pc == place.pc;
}

void Session::after_step() {
  if (at_end()) length_ = position_;
  if (position_ % interval_ == 0) {
    if (checkpoints_.back().step < position_) take_checkpoint();
    const Checkpoint& checkpoint = nearest_checkpoint(position_);
    if (checkpoint.step == position_) check_fingerprint(checkpoint);
  }
  if (world_->journal_bytes() > options_.journal_bytes && marks_.size() > 1) {
    forget_old_steps((marks_.size() + 1) / 2);
  }
}

// ---------------------------------------------------------------- back

void Session::undo_step() {
  world_->undo_to(marks_.back().journal);
  events_->resize(marks_.back().events);
  marks_.pop_back();
  --position_;
}

void Session::leave_middle_of_step() {
  if (micro_ == 0) return;
  world_->undo_to(current_.journal);
  events_->resize(current_.events);
  micro_ = 0;
}

bool Session::back(Grain grain) {
  if (at_start()) return false;
  if (grain == Grain::Operation) {
    if (micro_ > 0) {
      leave_middle_of_step();
    } else if (marks_.size() > 1) {
      undo_step();
    } else {
      seek(position_ - 1);
    }
    return true;
  }
  Position target = position();
  if (micro_ == 0) --target.step;
  const uint32_t before = micro_ == 0 ? ~uint32_t{0} : micro_;
  seek(target.step);
  target.instruction = 0;
  for (const uint32_t stop : stops_in_step(grain)) {
    if (stop < before) target.instruction = stop;
  }
  seek(target);
  return true;
}

// The places inside the next step where a walk at this grain stops, as instructions done.
// REQUIRES: at a step boundary, not at the end.
std::vector<uint32_t> Session::stops_in_step(Grain grain) {
  std::vector<uint32_t> stops;
  const uint64_t here = position_;
  do_instruction();
  while (micro_ > 0) {
    if (grain == Grain::Instruction || at_statement()) stops.push_back(micro_);
    do_instruction();
  }
  seek(here);
  return stops;
}

// Whether undoing leads there, and costs less than a replay. The step that led to a position stays
// in the window, for its events.
bool Session::can_undo_to(uint64_t step) const {
  const uint64_t window_begin = position_ - marks_.size();
  if (step > position_ || position_ - step > 2 * interval_) return false;
  return step > window_begin || (step == 0 && window_begin == 0);
}

void Session::seek(Position target) {
  leave_middle_of_step();
  if (!can_undo_to(target.step)) {
    const Checkpoint& checkpoint = nearest_checkpoint(target.step == 0 ? 0 : target.step - 1);
    if (target.step < position_ || checkpoint.step > position_) restore(checkpoint);
  }
  while (position_ > target.step) undo_step();
  while (position_ < target.step && !at_end()) do_step();
  if (position_ < target.step || at_end()) return;
  for (uint32_t i = 0; i < target.instruction; ++i) {
    do_instruction();
    if (micro_ == 0) return;  // the step has fewer instructions
  }
}

uint64_t Session::run_to_end() {
  leave_middle_of_step();
  if (length_) {
    seek(*length_);
  } else {
    while (!at_end()) do_step();
  }
  return position_;
}

// ---------------------------------------------------------------- checkpoints

const Session::Checkpoint& Session::nearest_checkpoint(uint64_t step) const {
  const auto after = std::upper_bound(
      checkpoints_.begin(), checkpoints_.end(), step,
      [](uint64_t s, const Checkpoint& checkpoint) { return s < checkpoint.step; });
  return *std::prev(after);
}

// The same step must give the same state, whichever way it was reached.
void Session::check_fingerprint(const Checkpoint& checkpoint) const {
  GOPARK_ASSERT(checkpoint.fingerprint == world_->fingerprint(), "a replay gave another state");
}

void Session::take_checkpoint() {
  const uint64_t bytes = size_of(*world_);
  if (!checkpoints_.empty() && !has_room_for_checkpoint(bytes)) return;
  auto copy = std::make_shared<World>(*world_);
  checkpoints_.push_back(Checkpoint{position_, world_->fingerprint(), bytes, std::move(copy)});
  checkpoint_bytes_ += bytes;
}

// Makes room by thinning if it has to. A checkpoint must be worth the steps since the one before
// it.
bool Session::has_room_for_checkpoint(uint64_t bytes) {
  if (bytes > (position_ - checkpoints_.back().step) * kCheckpointBytesPerStep) return false;
  while (checkpoint_bytes_ + bytes > options_.checkpoint_bytes && checkpoints_.size() > 1) {
    thin_checkpoints();
  }
  return checkpoint_bytes_ + bytes <= options_.checkpoint_bytes && position_ % interval_ == 0;
}

// Doubles the interval and drops the checkpoints that are not at a multiple of it.
void Session::thin_checkpoints() {
  interval_ *= 2;
  std::erase_if(checkpoints_, [this](const Checkpoint& checkpoint) {
    const bool drop = checkpoint.step % interval_ != 0;
    if (drop) checkpoint_bytes_ -= checkpoint.bytes;
    return drop;
  });
}

void Session::restore(const Checkpoint& checkpoint) {
  world_ = std::make_unique<World>(*checkpoint.world);
  world_->set_recording(true);
  check_fingerprint(checkpoint);
  events_->clear();
  world_->set_event_sink(events_.get());
  marks_.clear();
  position_ = checkpoint.step;
  micro_ = 0;
}

void Session::forget_old_steps(std::size_t kept) {
  const auto first_kept = marks_.end() - static_cast<std::ptrdiff_t>(kept);
  const StepMark from = *first_kept;
  marks_.erase(marks_.begin(), first_kept);
  events_->erase(events_->begin(), events_->begin() + static_cast<std::ptrdiff_t>(from.events));
  for (StepMark& mark : marks_) mark.events -= from.events;
  world_->forget_before(from.journal);
}

// ---------------------------------------------------------------- other ways on

namespace {

class Spy final : public Scheduler {
 public:
  explicit Spy(Scheduler& inner) : inner_(inner) {}
  uint64_t pick(const World& world, const Choice& choice) override {
    met.push_back(MetChoice{choice, inner_.pick(world, choice)});
    return met.back().pick;
  }
  std::vector<MetChoice> met;

 private:
  Scheduler& inner_;
};

}  // namespace

std::vector<MetChoice> Session::choices_ahead() {
  leave_middle_of_step();
  if (at_end()) return {};
  Spy spy(scheduler_);
  const uint64_t mark = world_->mark();
  world_->set_event_sink(nullptr);
  world_->step(spy);
  world_->undo_to(mark);
  world_->set_event_sink(events_.get());
  scheduler_.forget_mismatch();
  return spy.met;
}

void Session::forget_future() {
  length_.reset();
  std::erase_if(checkpoints_, [this](const Checkpoint& checkpoint) {
    const bool drop = checkpoint.step > position_;
    if (drop) checkpoint_bytes_ -= checkpoint.bytes;
    return drop;
  });
}

void Session::choose(ChoiceKind kind, uint64_t index) {
  GOPARK_ASSERT(micro_ == 0, "choices are answered between steps");
  forget_future();
  const uint64_t next = next_choices(*world_), other = other_choices(*world_);
  scheduler_.forget_from(next, other);
  scheduler_.answer(kind, kind == ChoiceKind::Next ? next : other, index);
}

// ---------------------------------------------------------------- the run as a whole

void Session::replay(const Visitor& visit) const {
  World world(world_->shared_program(), options_.world);
  SessionScheduler scheduler(scheduler_);
  std::vector<Event> events;
  world.set_recording(true);
  world.set_event_sink(&events);
  for (uint64_t step = 1; !world.ended() && step <= options_.max_steps; ++step) {
    events.clear();
    world.forget_before(world.mark());
    const uint64_t mark = world.mark();
    world.step(scheduler);
    if (scheduler.mismatch()) events.clear();
    end_at_limits(world, scheduler, mark, step, options_.max_steps);
    if (!visit(step, world, events)) return;
  }
}

// Recorded, as the run itself is, though nobody steps back: the first half of the page's module has
// one of the interpreter's two loops (web/README.md).
Schedule Session::schedule() const {
  World world(world_->shared_program(), options_.world);
  SessionScheduler scheduler(scheduler_);
  Recorder recorder(scheduler, options_.world.clock);
  world.set_recording(true);
  for (uint64_t step = 1; !world.ended() && step <= options_.max_steps; ++step) {
    world.forget_before(world.mark());
    world.step(recorder);
    if (scheduler.mismatch()) break;
  }
  return recorder.schedule();
}

}  // namespace gopark
