// Session: one run that can be walked. The first file to read for a user of the library:
//
//     Session session(program, options);     // a Program comes from lang/toolchain.h
//     while (session.step()) show(session.world(), session.events());
//     session.back();                        // one step back
//     session.seek(3);                       // any step, forward or backward
//     Session what_if = session.fork();      // two runs that can part
//     what_if.choose(ChoiceKind::Next, 1);   // from here on, let the second candidate move
//
// A position is a number of steps done: 0 is before the first, length() the end of the run. Within
// a step one can stand at finer grains (Position::instruction).
//
// How it goes back: the journal of the world undoes recent steps one by one; older positions are
// replayed from the nearest of the checkpoints, which are copies of the world. That works because
// schedulers are pure; each replay is checked against the fingerprints of the checkpoints that it
// passes.
//
// A Session never judges a run (detect/, findings.h) and never words it (narrate/).
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "sim/sched/policy.h"
#include "sim/sched/schedule.h"
#include "sim/session/session_scheduler.h"
#include "sim/vm/world.h"

namespace gopark {

enum class Grain : uint8_t {
  Operation,    // a whole step: up to and including the next visible operation
  Statement,    // up to the next statement of the learner's own code, or the end of the step
  Instruction,  // one bytecode instruction
};

inline constexpr uint64_t kDefaultMaxSteps = 3'000'000;

struct SessionOptions {
  WorldOptions world;  // clock, memory limit, output limit
  Policy policy;
  std::optional<Schedule>
      schedule;  // replayed instead of asking the policy; it also sets the clock
  uint64_t max_steps = kDefaultMaxSteps;
  uint64_t checkpoint_bytes = 256u << 20;  // all checkpoints together, at most
  uint64_t journal_bytes = 4u << 20;       // of the journal that undoes recent steps, about
};

struct Position {
  uint64_t step = 0;         // whole steps done
  uint32_t instruction = 0;  // instructions done of the next one

  friend auto operator<=>(const Position&, const Position&) = default;
};

// A choice that the next step meets, and the answer that it gets.
struct MetChoice {
  Choice choice;
  uint64_t pick = 0;
};

class Session {
 public:
  explicit Session(std::shared_ptr<const Program> program, SessionOptions options = {});
  Session(Session&&) noexcept = default;
  Session& operator=(Session&&) noexcept = default;

  // ---- where it stands
  const World& world() const { return *world_; }
  const Program& program() const { return world_->program(); }
  std::shared_ptr<const Program> shared_program() const { return world_->shared_program(); }
  const SessionOptions& options() const { return options_; }
  Position position() const { return {position_, micro_}; }
  bool at_start() const { return position_ == 0 && micro_ == 0; }
  bool at_end() const { return world_->ended(); }
  // Steps of the whole run, once its end has been met.
  std::optional<uint64_t> length() const { return length_; }
  // What the step that led here did; within a step, what it has done so far. Empty at the start.
  std::span<const Event> events() const;

  // ---- walking. What does not move answers false.
  bool step(Grain grain = Grain::Operation);
  bool back(Grain grain = Grain::Operation);
  // Goes to a step, or to the end if the run is shorter.
  void seek(uint64_t step) { seek(Position{step, 0}); }
  void seek(Position position);
  // Walks to the end of the run, which may be the step limit. Returns its length.
  uint64_t run_to_end();

  // ---- other ways on
  Session fork() const;
  // The choices that the next step meets, in order. Those after the first may change with its
  // answer.
  std::vector<MetChoice> choices_ahead();
  // Answers the next choice of this sort by hand; the run from here on is forgotten. From the next
  // choice on the policy (or schedule) decides again. REQUIRES: at a step boundary.
  void choose(ChoiceKind kind, uint64_t index);

  // ---- the run as a whole
  // Runs again from the start to the end in a world of its own and calls visit(step, world, events)
  // after each step, from step 1 on, until it answers false.
  using Visitor = std::function<bool(uint64_t, const World&, std::span<const Event>)>;
  void replay(const Visitor& visit) const;
  // At the end: what the schedule still says about choices that the run never met.
  std::optional<ScheduleMismatch> left_over() const { return scheduler_.left_over(*world_); }
  // The picks of the run up to its end, as text to share.
  Schedule schedule() const;

 private:
  struct Checkpoint {
    uint64_t step = 0;
    uint64_t fingerprint = 0;
    uint64_t bytes = 0;
    std::shared_ptr<const World> world;
  };

  Session(const Session& other);

  void begin_step();
  void finish_step();
  void do_step();
  void do_instruction();
  void undo_step();
  void leave_middle_of_step();
  bool can_undo_to(uint64_t step) const;
  bool at_statement() const;
  std::vector<uint32_t> stops_in_step(Grain grain);

  void after_step();
  void take_checkpoint();
  bool has_room_for_checkpoint(uint64_t bytes);
  void thin_checkpoints();
  const Checkpoint& nearest_checkpoint(uint64_t step) const;
  void check_fingerprint(const Checkpoint& checkpoint) const;
  void restore(const Checkpoint& checkpoint);
  void forget_old_steps(std::size_t kept);  // REQUIRES: 0 < kept <= marks_.size()
  void forget_future();

  SessionOptions options_;
  SessionScheduler scheduler_;
  std::unique_ptr<World> world_;
  uint64_t position_ = 0;
  uint32_t micro_ = 0;
  std::optional<uint64_t> length_;

  // The window of steps that can be undone: the last marks_.size() ones. Each has its place in the
  // journal and in events_; what follows the last of them belongs to the step in progress.
  struct StepMark {
    uint64_t journal = 0;
    std::size_t events = 0;
  };
  std::vector<StepMark> marks_;
  StepMark current_;                            // of the step in progress; valid when micro_ > 0
  std::unique_ptr<std::vector<Event>> events_;  // at an address that stays when the session moves

  std::vector<Checkpoint> checkpoints_;  // by step; the first is at 0
  uint64_t interval_;                    // checkpoints stand at multiples of it
  uint64_t checkpoint_bytes_ = 0;
};

}  // namespace gopark
