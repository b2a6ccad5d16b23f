// Proofs: each clause, and the step that it names.
#include "sim/narrate/proof.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/session/run_of.h"

namespace gopark {
namespace {

// The clauses of the first finding of a goroutine, one a line.
std::string proof_of(const RunOf& run, const std::string& name) {
  Session session = run.session();
  const RunFindings found = find_all(session);
  for (const Finding& finding : found.findings) {
    if (finding.name != name) continue;
    std::string text;
    for (const Clause& clause : prove(session, finding)) text += clause.text + "\n";
    return text;
  }
  return "no finding for " + name;
}

TEST(Proof, TheHolderReturned) {
  EXPECT_EQ(proof_of(run_of(R"(
func leak(early bool) {
	c := make(chan int)
	go func() { c <- 1 }()
	if early {
		return
	}
	<-c
}
func main() {
	leak(len("x") == 1)
	time.Sleep(1)
})"),
                     "main.1"),
            "main.1 is parked sending on c (capacity 0).\n"
            "Only main could receive.\n"
            "main dropped c when leak returned at step 2.\n"
            "So nobody ever will: leaked.\n");
}

TEST(Proof, TheHolderEnded) {
  EXPECT_EQ(proof_of(run_of(R"(
func main() {
	c := make(chan int)
	go func() { c <- 1 }()
	go func(c chan int) {
		time.Sleep(5)
		if len(c) > 0 {
			<-c
		}
	}(c)
	time.Sleep(10)
})"),
                     "main.1"),
            "main.1 is parked sending on c (capacity 0).\n"
            "Only main.2 could receive.\n"
            "main.2 ended at step 8.\n"
            "So nobody ever will: leaked.\n");
}

TEST(Proof, WhoHoldsItButNeverReceivesDoesNotCount) {
  const std::string proof = proof_of(run_of(R"(
func race() {
	c := make(chan int)
	for i := 0; i < 3; i++ {
		go func() { c <- i }()
	}
	<-c
}
func main() {
	race()
	time.Sleep(1)
})"),
                                     "main.1");
  EXPECT_NE(proof.find("Only main could receive.\n"), std::string::npos) << proof;
  EXPECT_NE(proof.find("main.2 holds c too, but never receives from it.\n"), std::string::npos)
      << proof;
}

// main.1 reaches c through b, and receives, but from another channel: it could not have received
// c's.
TEST(Proof, ToReceiveSomethingElseIsNotToReceive) {
  const std::string proof = proof_of(run_of(R"(
type bus struct {
	mu sync.Mutex
	c  chan int
}
func main() {
	b := &bus{c: make(chan int)}
	quit := make(chan struct{})
	go func() {
		<-quit
		b.mu.Lock()
		b.c = nil
	}()
	go func() {
		b.mu.Lock()
		b.c <- 1
		b.c <- 2
	}()
	<-b.c
	close(quit)
	time.Sleep(1)
})"),
                                     "main.2");
  EXPECT_NE(proof.find("main.2 is parked sending on b.c (capacity 0).\nOnly main could receive.\n"),
            std::string::npos)
      << proof;
  EXPECT_NE(proof.find("main dropped b at step "), std::string::npos) << proof;
  EXPECT_NE(proof.find("main.1 holds b.c too, but never receives from it.\n"), std::string::npos)
      << proof;
}

// It has c to the end, but has passed its last receive.
TEST(Proof, WhoIsPastItsLastReceiveIsNotSaidToHaveDroppedIt) {
  const std::string proof = proof_of(run_of(R"(
func main() {
	c := make(chan int)
	go func() {
		c <- 1
		c <- 2
	}()
	<-c
	println(len(c))
	select {}
})"),
                                     "main.1");
  EXPECT_NE(proof.find("From step "), std::string::npos) << proof;
  EXPECT_NE(proof.find(" on main never receives from it.\n"), std::string::npos) << proof;
  EXPECT_EQ(proof.find("dropped"), std::string::npos) << proof;
}

TEST(Proof, OfSeveralClosedChannelsItNamesTheOneThatWasSentOn) {
  const std::string proof = proof_of(run_of(R"(
func main() {
	quit := make(chan bool)
	c := make(chan int)
	close(c)
	close(quit)
	c <- 1
})"),
                                     "main");
  EXPECT_NE(proof.find("main closed c at line "), std::string::npos) << proof;
}

TEST(Proof, NobodyElseEverHadIt) {
  EXPECT_EQ(proof_of(run_of(R"(
func main() {
	go func() {
		c := make(chan int)
		c <- 1
	}()
	time.Sleep(1)
})"),
                     "main.1"),
            "main.1 is parked sending on c (capacity 0).\n"
            "Nobody else can reach c.\n"
            "So nobody ever will: leaked.\n");
}

// cap(t.C) is 0 since Go 1.23, though there is room for one value.
TEST(Proof, OfATimersChannelNoCapacityIsTold) {
  EXPECT_NE(proof_of(run_of(R"(
func main() {
	go func() {
		t := time.NewTicker(time.Second)
		t.Stop()
		<-t.C
	}()
	time.Sleep(time.Millisecond)
}
)"),
                     "main.1")
                .find("main.1 is parked receiving from t.C.\n"),
            std::string::npos);
}

TEST(Proof, NilChannelsNeedNoHolder) {
  EXPECT_EQ(proof_of(run_of("func main() { var c chan int; go func() { <-c }(); time.Sleep(1) }"),
                     "main.1"),
            "main.1 is parked receiving from a nil channel, c.\n"
            "No goroutine can ever make it go on: leaked.\n");
}

TEST(Proof, ALockSaysWhoHasIt) {
  const std::string proof = proof_of(run_of(R"(
func main() {
	var a, b sync.Mutex
	c := make(chan int)
	go func() {
		a.Lock()
		c <- 1
		b.Lock()
	}()
	b.Lock()
	<-c
	a.Lock()
})"),
                                     "main");
  EXPECT_NE(proof.find("main is parked waiting to lock a.\n"), std::string::npos) << proof;
  EXPECT_NE(proof.find("main.1 locked a at line "), std::string::npos) << proof;
  EXPECT_NE(proof.find("All goroutines are asleep and no timer is pending: deadlock.\n"),
            std::string::npos)
      << proof;
}

// A writer that waits has locked nothing yet: readers have.
TEST(Proof, AWaitingWriterIsNotSaidToHaveTheLock) {
  const RunOf run = run_of(R"(
func main() {
	var m sync.RWMutex
	m.RLock()
	go func() { m.Lock() }()
	time.Sleep(1)
	m.RLock()
})");
  const std::string writer = proof_of(run, "main.1");
  EXPECT_NE(writer.find("main read-locked m at line "), std::string::npos) << writer;
  EXPECT_EQ(writer.find("main.1 itself"), std::string::npos) << writer;
  const std::string reader = proof_of(run, "main");
  EXPECT_NE(reader.find("main.1 waits to lock m at line "), std::string::npos) << reader;
  EXPECT_NE(reader.find("main itself read-locked m at line "), std::string::npos) << reader;
}

TEST(Proof, APanicOnAClosedChannelSaysWhoClosedIt) {
  const std::string proof = proof_of(run_of(R"(
func main() {
	c := make(chan int)
	close(c)
	close(c)
})"),
                                     "main");
  EXPECT_NE(proof.find("main closed c at line "), std::string::npos) << proof;
}

TEST(Proof, AliveAtExitSaysThatItIsNoProof) {
  const std::string proof = proof_of(
      run_of("var held = make(chan int)\nfunc main() { go func() { held <- 1 }(); time.Sleep(1) }"),
      "main.1");
  EXPECT_NE(proof.find("The global held still leads to held"), std::string::npos) << proof;
  EXPECT_NE(proof.find("alive at exit. That is no proof."), std::string::npos) << proof;
}

TEST(Proof, ThePanicIsQuotedWithItsLine) {
  EXPECT_EQ(proof_of(run_of("package main\n\nfunc main() {\n\tpanic(\"no\")\n}\n"), "main"),
            "main stopped at line 4 with \"panic: no\".\n"
            "Nobody recovered, so the program ended.\n");
}

TEST(Proof, EveryClauseIsShortAndInsideTheRun) {
  for (uint64_t seed = 0; seed < 20; ++seed) {
    Session session = run_of(R"(
type conn struct{ in, quit chan int }

func dial() *conn {
	c := &conn{make(chan int), make(chan int)}
	go func() {
		for {
			select {
			case <-c.in:
			case <-c.quit:
				return
			}
		}
	}()
	return c
}
func main() {
	var mu sync.Mutex
	for i := 0; i < 3; i++ {
		c := dial()
		go func() {
			mu.Lock()
			c.in <- i
		}()
	}
	time.Sleep(1)
})")
                          .with_policy(PolicyKind::Random, seed)
                          .session();
    const RunFindings found = find_all(session);
    EXPECT_FALSE(found.findings.empty());
    for (const Finding& finding : found.findings) {
      for (const Clause& clause : prove(session, finding)) {
        EXPECT_LE(std::count(clause.text.begin(), clause.text.end(), ' ') + 1, 20) << clause.text;
        EXPECT_LE(clause.step, found.steps) << clause.text;
      }
    }
  }
}

}  // namespace
}  // namespace gopark
