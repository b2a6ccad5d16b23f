// How many schedules small programs have, each list checked by hand. G is the goroutine, M is main;
// "end" is the end of one, and what G has left to do when main ends is not done.
#include <gtest/gtest.h>

#include "sim/explore/explorer.h"
#include "sim/lang/toolchain.h"

namespace gopark {
namespace {

struct Counts {
  uint64_t states = 0;
  double failing = 0, total = 0;
  friend bool operator==(const Counts&, const Counts&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Counts& c) {
    return out << c.states << " states, " << c.failing << " of " << c.total << " fail";
  }
};

Counts counts_of(const std::string& imports, const std::string& body) {
  const lang::CompileResult compiled = lang::Toolchain().compile(
      "counts.go", "package main\n\n" + imports + "\nfunc main() {\n" + body + "\n}\n");
  EXPECT_TRUE(compiled.ok()) << body;
  if (!compiled.ok()) return {};
  ExploreOptions options;
  options.stop_at_bug = false;
  options.local_steps = Reduction::Off;
  Explorer explorer(compiled.program, options);
  EXPECT_TRUE(explorer.advance(10'000));
  EXPECT_TRUE(explorer.report().counts_exact);
  const ExploreReport& report = explorer.report();
  return {report.progress.states, report.failing, report.total};
}

// M.end · G.end M.end. The states: before go, after it, after G.end.
TEST(Counts, AGoroutineThatDoesNothing) {
  EXPECT_EQ(counts_of("", "go func() {}()"), (Counts{3, 0, 2}));
}

// The one state waits for ever.
TEST(Counts, ReceiveFromNobody) {
  EXPECT_EQ(counts_of("", "<-make(chan int)"), (Counts{2, 1, 1}));
}

// G.send M.receive M.end · G.send M.receive G.end M.end · G.send G.end M.receive M.end ·
// M.parks G.send M.end · M.parks G.send G.end M.end
TEST(Counts, OneMessageThroughABuffer) {
  EXPECT_EQ(counts_of("", "c := make(chan int, 1)\ngo func() { c <- 1 }()\n<-c"),
            (Counts{7, 0, 5}));
}

// Who comes first parks, and the other one serves it: twice M.end · G.end M.end.
TEST(Counts, OneMessageHandedOver) {
  EXPECT_EQ(counts_of("", "c := make(chan int)\ngo func() { c <- 1 }()\n<-c"), (Counts{6, 0, 4}));
}

// G.parks M.receives M.end · G.parks M.receives G.end M.end · M.default M.end ·
// M.default G.parks M.end, and G is leaked.
TEST(Counts, SelectWithDefaultMayComeTooEarly) {
  EXPECT_EQ(counts_of("",
                      "c := make(chan int)\ngo func() { c <- 1 }()\n"
                      "select {\ncase <-c:\ndefault:\n}"),
            (Counts{7, 1, 4}));
}

// One choice, of two ready cases.
TEST(Counts, SelectOfTwoReadyCases) {
  EXPECT_EQ(counts_of("",
                      "c, d := make(chan int, 1), make(chan int, 1)\nc <- 1\nd <- 1\n"
                      "select {\ncase <-c:\ncase <-d:\n}"),
            (Counts{4, 0, 2}));
}

// G.parks M.close, then M.end · G.end M.end; M.close, then M.end · G.receive M.end ·
// G.receive G.end M.end.
TEST(Counts, CloseWakesOrComesFirst) {
  EXPECT_EQ(counts_of("", "c := make(chan int)\ngo func() { <-c }()\nclose(c)"), (Counts{6, 0, 5}));
}

// M.close M.end is clean; M.close G panics · G.close M panics · G.close G.end M panics.
TEST(Counts, TwoWhoClose) {
  EXPECT_EQ(counts_of("", "c := make(chan int)\ngo close(c)\nclose(c)"), (Counts{5, 3, 4}));
}

// G.parks M.unlock · M.unlock, and after each M.end · G.lock M.end · G.lock G.end M.end.
TEST(Counts, LockWaitsOrComesLate) {
  EXPECT_EQ(counts_of("import \"sync\"", "var mu sync.Mutex\nmu.Lock()\ngo mu.Lock()\nmu.Unlock()"),
            (Counts{8, 0, 6}));
}

// M.parks G.done, then M.end · G.end M.end; G.done first, with G.end before M.wait, before M.end or
// never.
TEST(Counts, WaitOfAWaitGroup) {
  EXPECT_EQ(
      counts_of("import \"sync\"", "var wg sync.WaitGroup\nwg.Add(1)\ngo wg.Done()\nwg.Wait()"),
      (Counts{8, 0, 5}));
}

// M loads 0, then M.end · G.add M.end · G.add G.end M.end; G.add first, then M loads 1 and adds,
// with G.end before the load, before the add, before M.end or never.
TEST(Counts, AnAtomicSeenOrNot) {
  EXPECT_EQ(counts_of("import \"sync/atomic\"",
                      "var n atomic.Int64\ngo n.Add(1)\nif n.Load() == 1 {\nn.Add(1)\n}"),
            (Counts{9, 0, 7}));
}

// The timer is started before G parks, after it, or M parks first: each time M.end · G.end M.end.
// The quiescent clock never moves, since somebody can.
TEST(Counts, AnswerBeforeTheTimeout) {
  EXPECT_EQ(counts_of("import \"time\"",
                      "c := make(chan int)\ngo func() { c <- 1 }()\n"
                      "select {\ncase <-c:\ncase <-time.After(time.Second):\n}"),
            (Counts{8, 0, 6}));
}

// One draw of three.
TEST(Counts, ARandomNumber) {
  EXPECT_EQ(counts_of("import \"math/rand\"", "if rand.Intn(3) == 0 {\n<-make(chan int)\n}"),
            (Counts{4, 1, 3}));
}

uint64_t reduced_states(const std::string& imports, const std::string& print) {
  const lang::CompileResult compiled =
      lang::Toolchain().compile("print.go", "package main\n\n" + imports + R"(
func main() {
	end := make(chan bool, 3)
	for i := 0; i < 3; i++ {
		go func() {
			own := make(chan int, 1)
			for j := 0; j < 3; j++ {
				own <- j
				<-own
			}
			end <- true
		}()
	}
	for i := 0; i < 3; i++ {
		<-end
	}
	)" + print + "\n}\n");
  EXPECT_TRUE(compiled.ok()) << print;
  if (!compiled.ok()) return 0;
  Explorer explorer(compiled.program, ExploreOptions());
  EXPECT_TRUE(explorer.advance(100'000));
  return explorer.report().progress.states;
}

// Nobody closes the standard output only since it has a method for that.
TEST(Counts, WhoPrintsWithFmtIsReducedAsWhoPrintsWithPrintln) {
  const uint64_t states = reduced_states("", "println(1)");
  EXPECT_EQ(reduced_states("import \"fmt\"", "fmt.Println(1)"), states);
  EXPECT_EQ(reduced_states("import \"log\"", "log.Println(1)"), states);
}

}  // namespace
}  // namespace gopark
