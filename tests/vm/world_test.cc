// The simulator on hand-made programs: steps, undo, fingerprints, memory.
#include <gtest/gtest.h>

#include "tests/vm/program_builder.h"

namespace gopark {
namespace {

// main: x = fib(n); exits with it through a channel of capacity 1 that keeps the value.
std::shared_ptr<const Program> fib_program(int n) {
  ProgramBuilder b;
  const TypeId chan = b.chan_type();
  const FunctionId fib{1};
  b.add("runtime.main", 0, 8, {0},
        {
            op32(Opcode::LoadImm, 1, 1),
            op(Opcode::MakeChan, 0, 1),
            ext(chan),
            op32(Opcode::LoadImm, 4, n),
            op32(Opcode::Call, 2, static_cast<int32_t>(fib)),
            op(Opcode::Send, 0, 4, 1),
            op(Opcode::Return, 0, 0),
        });
  // fib(n): r0 = n; r1 = first result; window at 2 (argument in 4)
  b.add("main.fib", 1, 6, {},
        {
            op(Opcode::JumpGreaterEqualImm, 0, 2, 1),
            op(Opcode::Return, 0, 1),
            op(Opcode::AddImm, 4, 0, -1),
            op32(Opcode::Call, 2, static_cast<int32_t>(fib)),
            op(Opcode::Move, 1, 4),
            op(Opcode::AddImm, 4, 0, -2),
            op32(Opcode::Call, 2, static_cast<int32_t>(fib)),
            op(Opcode::Add, 1, 1, 4),
            op(Opcode::Return, 1, 1),
        });
  b.function(fib).result_words = 1;
  return b.build();
}

// main makes an unbuffered channel, starts a sender of 42 and receives it.
std::shared_ptr<const Program> handover_program(bool receive) {
  ProgramBuilder b;
  const TypeId chan = b.chan_type();
  const FunctionId sender{1};
  std::vector<Instruction> code = {
      op32(Opcode::LoadImm, 1, 0), op(Opcode::MakeChan, 0, 1), ext(chan),
      op(Opcode::Move, 4, 0),      op(Opcode::Go, 2),          ext(sender, 1),
  };
  if (receive)
    code.insert(code.end(), {op(Opcode::Receive, 1, 0, kNoRegister), words(1)});
  else
    code.push_back(op32(Opcode::LoadImm, 0, 0));
  code.push_back(op(Opcode::Return, 0, 0));
  b.add("runtime.main", 0, 5, {0, 4}, code);
  b.add("main.sender", 1, 2, {0},
        {
            op32(Opcode::LoadImm, 1, 42),
            op(Opcode::Send, 0, 1, 1),
            op(Opcode::Return, 0, 0),
        });
  return b.build();
}

TEST(World, CallsAndReturnsComputeFibonacci) {
  World world(fib_program(15));
  FirstScheduler scheduler;
  std::vector<Event> events;
  world.set_event_sink(&events);
  while (world.step(scheduler)) {
  }
  EXPECT_EQ(world.outcome().kind, OutcomeKind::Exited);
  uint64_t sent = 0;
  for (const Event& e : events)
    if (const auto* s = std::get_if<Sent>(&e.data)) sent = s->value.words[0];
  EXPECT_EQ(sent, 610u);
}

TEST(World, SendToParkedReceiverBypassesBuffer) {
  World world(handover_program(true));
  FirstScheduler scheduler;
  std::vector<Event> events;
  world.set_event_sink(&events);
  while (world.step(scheduler)) {
  }
  bool direct = false;
  for (const Event& e : events)
    if (const auto* s = std::get_if<Sent>(&e.data))
      direct = s->receiver == kMainGoroutine && s->value.words[0] == 42;
  EXPECT_TRUE(direct);
}

TEST(World, UndoRestoresEveryFingerprint) {
  World world(handover_program(true));
  FirstScheduler scheduler;
  world.set_recording(true);
  std::vector<uint64_t> marks{world.mark()}, prints{world.fingerprint()};
  while (world.step(scheduler)) {
    marks.push_back(world.mark());
    prints.push_back(world.fingerprint());
    ASSERT_EQ(world.fingerprint(), world.memory().full_fingerprint());
  }
  for (std::size_t i = marks.size(); i-- > 0;) {
    world.undo_to(marks[i]);
    EXPECT_EQ(world.fingerprint(), prints[i]);
    EXPECT_EQ(world.fingerprint(), world.memory().full_fingerprint());
  }
}

TEST(World, TheFastPathEndsLikeStepping) {
  World fast(fib_program(10)), slow(fib_program(10));
  FirstScheduler scheduler;
  fast.run(scheduler, 1000000, true);
  while (slow.step(scheduler)) {
  }
  EXPECT_EQ(fast.steps(), slow.steps());
  EXPECT_EQ(fast.outcome().kind, slow.outcome().kind);
}

TEST(World, AForgottenSenderIsParkedAtExit) {
  World world(handover_program(false));
  // The scheduler that lets the sender run first.
  struct Last : Scheduler {
    uint64_t pick(const World&, const Choice& c) override { return c.count - 1; }
  } last;
  while (world.step(last)) {
  }
  const auto ids = world.goroutines();
  ASSERT_EQ(ids.size(), 2u);
  const auto sender = world.goroutine(ids[1]);
  ASSERT_TRUE(sender.has_value());
  EXPECT_EQ(sender->reason, WaitReason::ChanSend);
  EXPECT_EQ(world.name_of(ids[1]), "main.1");
}

TEST(World, StepLimitEndsTheRunAtTheLimit) {
  ProgramBuilder b;
  b.add("runtime.main", 0, 1, {}, {op32(Opcode::Jump, 0, -1)});
  World world(b.build());
  FirstScheduler scheduler;
  world.run(scheduler, 7, true);
  EXPECT_EQ(world.outcome().kind, OutcomeKind::StepLimit);
  EXPECT_EQ(world.steps(), 7u);
}

}  // namespace
}  // namespace gopark
