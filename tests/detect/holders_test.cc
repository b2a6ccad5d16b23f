// Who could still wake a parked goroutine, and who is able to.
#include "sim/detect/holders.h"

#include <gtest/gtest.h>

#include "sim/detect/ability.h"
#include "tests/session/run_of.h"

namespace gopark {
namespace {

// The names of the holders of what main.1 waits on, at the end of the run.
std::string holders_at_end(const RunOf& run) {
  Session session = run.session();
  session.run_to_end();
  const World& world = session.world();
  std::string text;
  for (const Holder& holder : holders_of(world, GoroutineId{2})) {
    if (!text.empty()) text += ", ";
    switch (holder.kind) {
      case HolderKind::Goroutine:
        text += world.name_of(holder.goroutine) + (holder.is_blocked ? " (blocked)" : "");
        break;
      case HolderKind::Global:
        text += world.program().globals[holder.global].name;
        break;
      case HolderKind::Timer:
        text += "timer";
        break;
    }
  }
  return text;
}

TEST(Holders, GoroutinesGlobalsAndTimersInThisOrder) {
  EXPECT_EQ(holders_at_end(run_of(R"(
type box struct{ c chan int }

var held map[string]*box

func main() {
	b := &box{make(chan int)}
	go func() { <-b.c }()
	held = map[string]*box{"x": b}
	other := make(chan int)
	go func() {
		<-other
		b.c <- 1
	}()
	time.AfterFunc(time.Hour, func() { close(b.c) })
	time.Sleep(1)
})")),
            "main.2 (blocked), main.held, timer");
}

TEST(Holders, NobodyHoldsWhatOnlyTheWaiterHolds) {
  EXPECT_EQ(holders_at_end(run_of(R"(
func main() {
	go func() { <-make(chan int) }()
	time.Sleep(1)
})")),
            "");
}

// Whether main.2 has code that could let main.1 go on, where main.1 waits for `reason` (at a
// channel: of ints).
bool second_is_able(WaitReason reason, const std::string& body) {
  Session session = run_of(
                        "func main() {\n\tc := make(chan int)\n\tvar mu sync.Mutex\n\tmu.Lock()\n"
                        "\tgo func() { select {} }()\n\tgo func() {\n\t\ttime.Sleep(time.Hour)\n" +
                        body + "\n\t}()\n\ttime.Sleep(1)\n\t_, _ = c, &mu\n}")
                        .session();
  session.run_to_end();
  return Abilities(session.program(), reason, 1).has(session.world(), GoroutineId{3});
}

TEST(Abilities, OnlyReceivingLetsASenderGo) {
  EXPECT_TRUE(second_is_able(WaitReason::ChanSend, "<-c"));
  EXPECT_TRUE(second_is_able(WaitReason::ChanSend, "for range c {}"));
  EXPECT_TRUE(second_is_able(WaitReason::ChanSend, "select { case <-c: default: }"));
  EXPECT_FALSE(second_is_able(WaitReason::ChanSend, "c <- 1"));
  EXPECT_FALSE(second_is_able(WaitReason::ChanSend, "close(c)"));
}

TEST(Abilities, AChannelOfOtherValuesIsAnotherChannel) {
  EXPECT_FALSE(second_is_able(WaitReason::ChanSend, "<-make(chan [2]int)"));
  EXPECT_FALSE(second_is_able(WaitReason::ChanSend,
                              "select { case <-make(chan [2]int): case <-make(chan struct{}): }"));
  EXPECT_FALSE(second_is_able(WaitReason::ChanReceive, "make(chan [2]int) <- [2]int{}"));
  EXPECT_TRUE(second_is_able(WaitReason::ChanReceive, "close(make(chan [2]int))"))
      << "what is closed has no size";
}

TEST(Abilities, SendingAndClosingLetAReceiverGo) {
  EXPECT_TRUE(second_is_able(WaitReason::ChanReceive, "c <- 1"));
  EXPECT_TRUE(second_is_able(WaitReason::ChanReceive, "close(c)"));
  EXPECT_TRUE(second_is_able(WaitReason::ChanReceive, "defer close(c)"));
  EXPECT_FALSE(second_is_able(WaitReason::ChanReceive, "<-c"));
}

TEST(Abilities, OnlyUnlockingLetsALockerGo) {
  EXPECT_TRUE(second_is_able(WaitReason::MutexLock, "mu.Unlock()"));
  EXPECT_FALSE(second_is_able(WaitReason::MutexLock, "mu.Lock()"));
}

}  // namespace
}  // namespace gopark
