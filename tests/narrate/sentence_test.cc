// The sentence of each operation, and what holds for all of them.
#include "sim/narrate/sentence.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/session/run_of.h"

namespace gopark {
namespace {

using testing::Contains;

std::vector<std::string> sentences(const RunOf& run) {
  std::vector<std::string> told;
  StoryTeller teller;
  Session session = run.session();
  session.replay([&](uint64_t, const World& world, std::span<const Event> events) {
    told.push_back(teller.tell(world, events).sentence);
    return true;
  });
  return told;
}

std::size_t words_in(const std::string& sentence) {
  return static_cast<std::size_t>(std::count(sentence.begin(), sentence.end(), ' ')) + 1;
}

TEST(Sentence, AnUnbufferedHandOver) {
  const auto told = sentences(run_of(R"(
func main() {
	c := make(chan int)
	go func() { c <- 42 }()
	<-c
})"));
  EXPECT_THAT(told,
              testing::ElementsAre(
                  "main makes c, without a buffer, and starts main.1, which will run main.func1.",
                  "Nobody is sending on c, so main parks until a value comes.",
                  "main is waiting at c, so main.1 hands it 42 and wakes it.",
                  "main.1 returns from main.func1 and has nothing left to do, so it ends.",
                  "main returns, so the program ends."));
}

TEST(Sentence, AParkedSenderIsRelieved) {
  const auto told = sentences(run_of(R"(
func main() {
	c := make(chan string)
	go func() { c <- "hello" }()
	time.Sleep(1)
	<-c
})"));
  EXPECT_THAT(told, Contains("Nobody is receiving from c, so main.1 parks with its value."));
  EXPECT_THAT(
      told,
      Contains("main.1 is waiting with \"hello\", so main takes it from c and wakes main.1."));
}

TEST(Sentence, ABufferFillsAndEmpties) {
  const auto told = sentences(run_of(R"(
func main() {
	c := make(chan int, 1)
	go func() {
		c <- 1
		c <- 2
	}()
	time.Sleep(1)
	<-c
	<-c
})"));
  EXPECT_THAT(told, Contains("c has room, so main.1 puts 1 into the buffer (1 of 1) and goes on."));
  EXPECT_THAT(told, Contains("The buffer of c is full (1 of 1), so main.1 parks with its value."));
  EXPECT_THAT(told, Contains("main takes 1 from c; the value of main.1 moves up, and it wakes."));
  EXPECT_THAT(told, Contains("c has a value, so main takes 2 from the buffer (0 of 1)."));
}

TEST(Sentence, CloseAndWhatFollows) {
  const auto told = sentences(run_of(R"(
func main() {
	c := make(chan int)
	go func() { <-c }()
	time.Sleep(1)
	close(c)
	<-c
})"));
  EXPECT_THAT(told, Contains("main closes c, which wakes main.1."));
  EXPECT_THAT(told, Contains("c is closed and empty, so main gets 0, the zero value, at once."));
}

TEST(Sentence, SelectNamesTheCaseThatWasTaken) {
  const auto told = sentences(run_of(R"(
type box struct{ in, quit chan int }

func main() {
	b := box{make(chan int, 1), make(chan int)}
	select {
	case b.in <- 7:
	case <-b.quit:
	}
	select {
	case <-b.quit:
	default:
	}
	go func() { b.quit <- 1 }()
	select {
	case <-b.quit:
	}
})"));
  EXPECT_THAT(
      told,
      Contains("b.in has room, so main's select puts 7 into the buffer (1 of 1) and goes on."));
  EXPECT_THAT(told, Contains("No case is ready, so main's select takes its default."));
}

TEST(Sentence, LocksAndWaitGroups) {
  const auto told = sentences(run_of(R"(
func main() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	mu.Lock()
	wg.Add(1)
	go func() {
		mu.Lock()
		wg.Done()
	}()
	time.Sleep(1)
	mu.Unlock()
	wg.Wait()
})"));
  EXPECT_THAT(told, Contains("mu is free, so main locks it."));
  EXPECT_THAT(told, Contains("main sets wg to 1."));
  EXPECT_THAT(told, Contains("mu is locked, so main.1 parks."));
  EXPECT_THAT(told, Contains("main unlocks mu and wakes main.1."));
  EXPECT_THAT(told, Contains("wg has not come down to 0, so main parks."));
  EXPECT_THAT(told, Contains("wg comes down to 0, so main.1 wakes main."));
}

// The std packages make these operations out of several steps, with names of their own.
TEST(Sentence, StepsInsideAnOperationAreToldWithTheNamesOfTheSource) {
  const auto told = sentences(run_of(R"(
type store struct {
	mu   sync.RWMutex
	full *sync.Cond
	once sync.Once
}

func (s *store) fill() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.full.Broadcast()
}

func main() {
	s := &store{}
	s.full = sync.NewCond(&s.mu)
	go func() {
		time.Sleep(1)
		s.fill()
	}()
	s.mu.Lock()
	s.full.Wait()
	s.mu.Unlock()
	s.once.Do(func() {})
})"));
  EXPECT_THAT(told, Contains("No other writer has s.mu, so main is the next one."));
  EXPECT_THAT(told, Contains("s.mu is free, so main locks it."));
  EXPECT_THAT(told, Contains("main gives its lock back and parks until somebody signals s.full."));
  EXPECT_THAT(told, Contains("main.1 unlocks s.mu."));
  EXPECT_THAT(told, Contains("main.1 lets other writers at s.mu."));
  EXPECT_THAT(told, Contains("main enters s.once.Do alone; others wait."));
  EXPECT_THAT(told, Contains("main notes that s.once has run."));
  for (const std::string& sentence : told) {
    EXPECT_EQ(sentence.find("rw"), std::string::npos) << sentence;
    EXPECT_EQ(sentence.find("atomic variable"), std::string::npos) << sentence;
  }
}

TEST(Sentence, WhatPrintlnWritesIsTold) {
  EXPECT_THAT(sentences(run_of("func main() { println(7, true) }")),
              Contains("main prints \"7 true\"."));
}

TEST(Sentence, ALockThatItsOwnerTakesTwiceIsNotCalledAnothersLock) {
  EXPECT_THAT(sentences(run_of("func main() { var a sync.Mutex; a.Lock(); a.Lock() }")),
              Contains("a is locked, so main parks."));
}

TEST(Sentence, WhatAContextLooksAtIsNotCalledASelect) {
  const auto told = sentences(run_of(R"(
func main() {
	ctx, cancel := context.WithCancel(context.Background())
	println(ctx.Err() == nil)
	cancel()
	println(ctx.Err() == nil)
	cancel()
})"));
  EXPECT_THAT(told, Contains("Done channel #1 is closed, so main sees that the context is done."));
  EXPECT_THAT(told, Contains("The context was done already, so main changes nothing."));
}

TEST(Sentence, NamesKeepTheirCase) {
  EXPECT_THAT(sentences(run_of("func main() { var a sync.Mutex; a.Lock() }")),
              Contains("a is free, so main locks it."));
}

TEST(Sentence, TheClockMovesWhenNobodyCanRun) {
  EXPECT_THAT(sentences(run_of("func main() { time.Sleep(1500 * time.Millisecond) }")),
              testing::ElementsAre(
                  "main sleeps for 1.5s.",
                  "Nobody can run, so the clock moves on to 1.5s and main wakes from its sleep.",
                  "main returns, so the program ends."));
}

TEST(Sentence, TheClockMovesWhenWhatRunsGoesRoundInACircle) {
  EXPECT_THAT(
      sentences(run_of("func main() {\n\tc := make(chan int)\n\tgo func() { "
                       "time.Sleep(2 * time.Millisecond); close(c) }()\n\tfor {\n\t\tselect "
                       "{\n\t\tcase <-c:\n\t\t\treturn\n\t\tdefault:\n\t\t}\n\t}\n}")),
      Contains("What is running takes time: the clock comes to 2ms and main.1 wakes from its "
               "sleep."));
}

TEST(Sentence, PanicsAndDeadlocks) {
  EXPECT_THAT(sentences(run_of("func main() { panic(\"no\") }")),
              Contains("main panics: no. Nobody recovers, so the program ends."));
  EXPECT_EQ(sentences(run_of("func main() { select {} }")).back(),
            "All goroutines are asleep and no timer is pending, so nothing can ever happen again.");
}

TEST(Sentence, SharedVariablesHaveTheirNames) {
  const auto told = sentences(run_of(R"(
type point struct{ x, y int }

var total int

func main() {
	p := &point{}
	n := 0
	go func() {
		n++
		p.y = 2
		total = 3
	}()
	time.Sleep(1)
	println(n, p.y, total)
})"));
  EXPECT_THAT(told, Contains("main.1 writes n."));
  EXPECT_THAT(told, Contains("main.1 writes p.y."));
  EXPECT_THAT(told, Contains("main.1 writes total."));
}

TEST(Sentence, MainSaysHowManyItLeavesBehind) {
  EXPECT_EQ(
      sentences(run_of("func main() { go func() { select {} }(); go func() { select {} }() }"))
          .back(),
      "main returns, so the program ends; 2 goroutines are left behind.");
}

TEST(Sentence, AtMostTwentyWords) {
  constexpr std::string_view kAll = R"(
type connection struct{ requests, replies chan string }

func serve(c *connection, wg *sync.WaitGroup, mu *sync.RWMutex, ctx context.Context) {
	defer wg.Done()
	for {
		select {
		case r := <-c.requests:
			mu.Lock()
			c.replies <- r + r
			mu.Unlock()
		case <-ctx.Done():
			return
		case <-time.After(time.Second):
			return
		}
	}
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	var wg sync.WaitGroup
	var mu sync.RWMutex
	c := &connection{make(chan string), make(chan string, 2)}
	for i := 0; i < 4; i++ {
		wg.Add(1)
		go serve(c, &wg, &mu, ctx)
	}
	for i := 0; i < 6; i++ {
		c.requests <- "a rather long message that goes on and on and on and on"
	}
	for i := 0; i < 6; i++ {
		mu.RLock()
		mu.RUnlock()
		fmt.Println(<-c.replies)
	}
	close(c.requests)
	wg.Wait()
})";
  for (uint64_t seed = 0; seed < 20; ++seed) {
    for (const std::string& sentence :
         sentences(run_of(kAll).with_policy(PolicyKind::Random, seed).with_max_steps(500))) {
      const std::string outside = sentence.substr(0, sentence.find('"'));
      EXPECT_LE(words_in(outside), kMaxSentenceWords) << sentence;
      EXPECT_TRUE(sentence.ends_with('.')) << sentence;
    }
  }
}

TEST(Sentence, ALogHasSettingsAndATimerSends) {
  const std::vector<std::string> told = sentences(run_of(R"(
func main() {
	log.SetFlags(0)
	println(log.Flags())
	t := time.NewTimer(time.Second)
	<-t.C
	t.Reset(0)
	time.Sleep(1)
	<-t.C
})"));
  for (const char* sentence :
       {"main changes the settings of the log.", "main looks at the settings of the log.",
        "The timer of t.C sends nothing yet, so main parks until it does.",
        "The timer of t.C has fired, so main takes the time from it."})
    EXPECT_EQ(std::count(told.begin(), told.end(), sentence), 1) << sentence;
}

// Its channel has one name all the time, and nothing says that it has a buffer.
TEST(ChannelLine, ATimersChannelShowsNoCapacity) {
  Session session = run_of(R"(
func main() {
	t := time.NewTimer(1)
	time.Sleep(2)
	c := t.C
	<-c
})")
                        .session();
  session.run_to_end();
  std::vector<std::string> lines;
  for (session.seek(0); session.step();)
    for (const Reference channel : session.world().channels()) {
      const std::string line = channel_line(session.world(), channel);
      if (lines.empty() || lines.back() != line) lines.push_back(line);
      EXPECT_EQ(session.world().channel(channel)->shown_capacity(), 0u);
    }
  EXPECT_EQ(lines, (std::vector<std::string>{"timer channel #1", "timer channel #1  fired",
                                             "timer channel #1"}));
}

TEST(ChannelLine, ShowsBufferQueuesAndClose) {
  Session session = run_of(R"(
func main() {
	c := make(chan string, 2)
	go func() {
		for _, s := range []string{"a", "b", "c"} {
			c <- s
		}
	}()
	time.Sleep(1)
	println(len(c))
	<-c
})")
                        .session();
  session.run_to_end();
  for (session.seek(0); session.step();) {
    const auto channels = session.world().channels();
    if (channels.empty() || session.world().channel(channels[0])->sender_count == 0) continue;
    EXPECT_EQ(channel_line(session.world(), channels[0]),
              "c  [\"a\" \"b\"] 2 of 2  sending: main.1");
    return;
  }
  FAIL() << "nobody parked";
}

}  // namespace
}  // namespace gopark
