#include "tests/oracle/goroutine_dump.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gopark::oracle {
namespace {

DumpGoroutine only_goroutine(std::string_view text) {
  const auto goroutines = parse_dump(text);
  EXPECT_EQ(goroutines.size(), 1u);
  return goroutines.empty() ? DumpGoroutine{} : goroutines.front();
}

TEST(GoroutineDump, GivesReasonPlaceAndCreator) {
  const DumpGoroutine goroutine = only_goroutine(
      "goroutine 6 [select]:\n"
      "main.(*Conn).read(0xc000010030)\n"
      "\t/somewhere/leaky.go:22 +0xb2\n"
      "created by main.Dial\n"
      "\t/somewhere/leaky.go:16 +0xf0\n");
  EXPECT_EQ(goroutine.number, 6);
  EXPECT_EQ(goroutine.wait_reason, "select");
  EXPECT_EQ(goroutine.place().function, "main.(*Conn).read");
  EXPECT_EQ(goroutine.place().file, "leaky.go");
  EXPECT_EQ(goroutine.place().line, 22);
  EXPECT_EQ(goroutine.created_by.function, "main.Dial");
  EXPECT_EQ(goroutine.created_by.line, 16);
}

TEST(GoroutineDump, DropsWaitingTimeLeakMarkAndNewerCreatorText) {
  const DumpGoroutine goroutine = only_goroutine(
      "goroutine 7 gp=0xc000 m=nil [chan send (leaked), 2 minutes, locked to thread]:\n"
      "main.f()\n\tx.go:3\n"
      "created by main.main in goroutine 1\n\tx.go:9\n");
  EXPECT_EQ(goroutine.wait_reason, "chan send");
  EXPECT_EQ(goroutine.created_by.function, "main.main");
}

TEST(GoroutineDump, KeepsTheNilChannelInTheReason) {
  EXPECT_EQ(
      only_goroutine("goroutine 3 [chan receive (nil chan)]:\nmain.f()\n\tx.go:1\n").wait_reason,
      "chan receive (nil chan)");
}

TEST(GoroutineDump, NamesSemacquireByTheInnermostSyncFrame) {
  const DumpGoroutine goroutine = only_goroutine(
      "goroutine 8 [semacquire]:\n"
      "sync.runtime_SemacquireMutex(0x0?, 0x0?, 0x0?)\n\t/go/src/runtime/sema.go:77 +0x25\n"
      "sync.(*Mutex).lockSlow(0xc0)\n\t/go/src/sync/mutex.go:171 +0x165\n"
      "sync.(*Mutex).Lock(...)\n\t/go/src/sync/mutex.go:90\n"
      "sync.(*RWMutex).Lock(0x0?)\n\t/go/src/sync/rwmutex.go:147 +0x36\n"
      "created by main.main\n\t/x/l.go:5 +0x116\n");
  EXPECT_EQ(goroutine.wait_reason, "sync.Mutex.Lock");
  EXPECT_EQ(goroutine.place().function, "sync.(*RWMutex).Lock") << "no frame of the user's";
}

TEST(GoroutineDump, SkipsTextAroundTheGoroutines) {
  const auto goroutines = parse_dump(
      "panic: oops\n\ngoroutine 1 [running]:\nmain.main()\n\t/x/a.go:3 +0x1\n\nexit status 2\n"
      "goroutine 5 [sleep]:\ntime.Sleep(0x1)\n\t/go/src/runtime/time.go:195 +0x1\n"
      "main.nap()\n\t/x/a.go:7 +0x1\n");
  ASSERT_EQ(goroutines.size(), 2u);
  EXPECT_EQ(goroutines[0].frames.size(), 1u);
  EXPECT_EQ(goroutines[1].place().function, "main.nap");
}

}  // namespace
}  // namespace gopark::oracle
