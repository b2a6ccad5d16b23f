// The command line as a program sees it: text, streams, exit codes.
#include "native/cli/cli.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include <gtest/gtest.h>
#include <unistd.h>

#include "native/cli/search_watch.h"
#include "native/cli/source.h"
#include "native/cli/terminal.h"
#include "tests/sanitized.h"

namespace gopark {
namespace {

struct Ran {
  int code = 0;
  std::string out, err;
};

Ran cli(const std::vector<std::string>& arguments, const std::string& input = "") {
  std::istringstream in(input);
  std::ostringstream out, err;
  const int code = run_cli(arguments, Streams{in, out, err});
  return {code, out.str(), err.str()};
}

nlohmann::json json_of(const Ran& ran) {
  nlohmann::json object = nlohmann::json::parse(ran.out, nullptr, false);
  EXPECT_TRUE(object.is_object()) << ran.out;
  return object;
}

// All lessons; the sanitizers' build takes one of four.
std::vector<LessonEntry> lessons_to_try() {
  std::vector<LessonEntry> lessons;
  for (const LessonEntry& entry : all_lessons())
    if (entry.lesson.order % kSanitizedStride == 0) lessons.push_back(entry);
  return lessons;
}

constexpr const char* kLeak = R"(package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan int)
	go func() {
		c <- 1
	}()
	time.Sleep(1)
	fmt.Println("done")
}
)";

TEST(CliRun, OutputOnStdoutFindingsOnStderr) {
  const Ran ran = cli({"run", "-"}, kLeak);
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out, "done\n");
  EXPECT_EQ(ran.err, "leaked: main.1 [chan send] at stdin.go:11, created at stdin.go:10\n");
}

TEST(CliRun, ExitsAsTheProgramWould) {
  EXPECT_EQ(cli({"run", "-"}, "package main\n\nimport \"os\"\n\nfunc main() { os.Exit(5) }\n").code,
            5);
  const Ran deadlock = cli({"run", "-"}, "package main\n\nfunc main() { select {} }\n");
  EXPECT_EQ(deadlock.code, 2);
  EXPECT_EQ(deadlock.err,
            "fatal error: all goroutines are asleep - deadlock!\n\n"
            "goroutine 1 [select (no cases)]:\nmain.main()\n\tstdin.go:3\n");
}

TEST(CliRun, ManyOfAKindAreOneLine) {
  const Ran ran = cli({"run", "-"}, R"(package main

import "time"

func main() {
	for i := 0; i < 20; i++ {
		go func() { select {} }()
	}
	time.Sleep(1)
}
)");
  EXPECT_EQ(
      ran.err,
      "leaked: 20 goroutines [select (no cases)] at stdin.go:7, created at stdin.go:7, the first "
      "is main.1\n");
}

TEST(CliRun, JsonIsOneObject) {
  const nlohmann::json object = json_of(cli({"run", "-", "--json"}, kLeak));
  EXPECT_EQ(object["program"], "-");
  EXPECT_EQ(object["verdict"], "leak");
  EXPECT_EQ(object["proved"], false);
  EXPECT_EQ(object["schedule"], "g1:");
  ASSERT_EQ(object["findings"].size(), 1u);
  const nlohmann::json finding = object["findings"][0];
  EXPECT_EQ(finding["kind"], "leaked");
  EXPECT_EQ(finding["goroutine"], "main.1");
  EXPECT_EQ(finding["function"], "main.main.func1");
  EXPECT_EQ(finding["wait_reason"], "chan send");
  EXPECT_EQ(finding["file"], "stdin.go");
  EXPECT_EQ(finding["line"], 11);
  EXPECT_EQ(finding["created_line"], 10);
  EXPECT_TRUE(finding["doomed_at_step"].is_number());
  EXPECT_NE(finding["why"].get<std::string>().find("parked sending on c"), std::string::npos);
}

TEST(CliRun, StopsAtTheStepLimit) {
  const Ran ran =
      cli({"run", "-", "--max-steps", "50"}, "package main\n\nfunc main() { for {} }\n");
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.err, "step limit: 50 steps done, and the program has not ended (--max-steps)\n");
}

TEST(CliRun, StopsAtTheMemoryLimit) {
  const Ran ran = cli({"run", "-", "--max-memory", "1MB"},
                      "package main\n\nfunc main() { _ = make([]int, 1<<20) }\n");
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.err.find("1048576"), std::string::npos) << ran.err;
}

TEST(CliRefused, DiagnosticsOnStderrAndThree) {
  const Ran ran = cli({"run", "-"}, "package main\n\nfunc main() {\n\tx := 1\n}\n");
  EXPECT_EQ(ran.code, 3);
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(ran.err, "stdin.go:4:2: declared and not used: x\n");
}

TEST(CliRefused, EveryCommandRefusesIt) {
  for (const char* command : {"run", "explain", "check"}) {
    EXPECT_EQ(cli({command, "-"}, "not go").code, 3) << command;
    EXPECT_EQ(cli({command, "-"}, "").code, 3) << command;
    EXPECT_EQ(cli({command, "-"}, std::string("\x7f\x45\x4c\x46\0\1", 6)).code, 3) << command;
  }
}

TEST(CliUsage, OneLineAndSixtyFour) {
  const auto fails = [](const std::vector<std::string>& arguments, const std::string& text) {
    const Ran ran = cli(arguments);
    EXPECT_EQ(ran.code, 64);
    EXPECT_EQ(ran.out, "");
    EXPECT_NE(ran.err.find(text), std::string::npos) << ran.err;
  };
  fails({"run", "no/such.go"}, "gopark: no/such.go: no such file or lesson\n");
  fails({"run", "scenarios"}, "gopark: scenarios: is a folder\n");
  fails({"compare", "no_such_lesson"}, "gopark: no_such_lesson: no such lesson");
  fails({"explain", "timeout/other"}, "gopark: timeout/other: no such file or lesson\n");
  fails({}, "subcommand is required");
  fails({"frobnicate"}, "");
  fails({"run"}, "program is required");
  fails({"run", "a", "b"}, "");
  fails({"run", "timeout", "--policy", "best"}, "--policy");
  fails({"run", "timeout", "--seed", "-1"}, "-1 is not a whole number");
  fails({"run", "timeout", "--clock", "fast"}, "--clock");
  fails({"run", "timeout", "--nonsense"}, "--nonsense");
}

TEST(CliUsage, HelpIsNoMistake) {
  const Ran ran = cli({"--help"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_NE(ran.out.find("explain"), std::string::npos);
}

TEST(CliSchedule, ThatDoesNotParseOrFitSaysWhere) {
  const Ran text = cli({"run", "ncast", "--schedule", "g1:0/2,"});
  EXPECT_EQ(text.code, 64);
  EXPECT_EQ(text.err, "gopark: schedule: column 8: expected a digit\n");
  const Ran other = cli({"run", "ncast", "--schedule", "g1:0/2,0/9"});
  EXPECT_EQ(other.code, 64);
  EXPECT_EQ(other.err,
            "gopark: the program changed: choice 2 offers 3 ways, the schedule says 9\n");
  const Ran left = cli({"explain", "ncast", "--schedule", "g1:;1/2*50"});
  EXPECT_EQ(left.code, 64);
  EXPECT_EQ(cli({"run", "ncast", "--schedule", "g1a:", "--clock", "quiescent"}).code, 64);
}

TEST(CliSchedule, OfAnotherPolicyReplaysTheSameRun) {
  const nlohmann::json first =
      json_of(cli({"run", "ncast", "--policy", "random", "--seed", "7", "--json"}));
  const nlohmann::json again =
      json_of(cli({"run", "ncast", "--schedule", first["schedule"].get<std::string>(), "--json"}));
  EXPECT_EQ(again["findings"], first["findings"]);
  EXPECT_EQ(again["steps"], first["steps"]);
}

TEST(CliExplain, ExitCodesFollowTheVerdict) {
  EXPECT_EQ(cli({"explain", "timeout/leaky"}).code, 1);
  EXPECT_EQ(cli({"explain", "timeout/fixed"}).code, 0);
  EXPECT_EQ(cli({"explain", "-"}, "package main\n\nfunc main() { panic(1) }\n").code, 1);
  EXPECT_EQ(
      cli({"explain", "-", "--max-steps", "20"}, "package main\n\nfunc main() { for {} }\n").code,
      2);
}

// The search counts two steps; the learner wrote one operation.
TEST(CliExplain, OneOperationOfALockIsOneRow) {
  const std::string out = cli({"explain", "-"},
                              "package main\n\nimport \"sync\"\n\nfunc main() {\n\tvar m "
                              "sync.RWMutex\n\tm.Lock()\n\tm.Unlock()\n}\n")
                              .out;
  EXPECT_NE(out.find("1-2    main      7: m.Lock()\n                 m is free"), std::string::npos)
      << out;
  EXPECT_NE(out.find("3-4    main      8: m.Unlock()\n                 main unlocks m."),
            std::string::npos)
      << out;
}

TEST(CliExplain, FitsIntoEightyColumnsWithoutColour) {
  for (const LessonEntry& entry : lessons_to_try()) {
    for (const char* command : {"explain", "compare", "play"}) {
      std::istringstream lines(cli({command, entry.name}).out);
      for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(width_of(line), kColumns) << command << " " << entry.name << ": " << line;
        EXPECT_EQ(line.find('\x1b'), std::string::npos);
      }
    }
  }
}

TEST(CliExplain, ColourOnlyWhenAskedFor) {
  EXPECT_NE(cli({"explain", "timeout", "--color", "always"}).out.find("\x1b["), std::string::npos);
  EXPECT_EQ(cli({"explain", "timeout", "--color", "never"}).out.find("\x1b["), std::string::npos);
}

TEST(CliExplain, LongRunsAreToldInPart) {
  const Ran ran = cli({"explain", "-"}, R"(package main

func main() {
	c := make(chan int, 1)
	for i := 0; i < 1000; i++ {
		c <- i
		<-c
	}
}
)");
  EXPECT_EQ(ran.code, 0);
  EXPECT_NE(ran.out.find("steps are not told here"), std::string::npos);
  EXPECT_NE(ran.out.find("main returns, so the program ends."), std::string::npos);
}

TEST(CliLessons, LeakyLeaksAndFixedIsClean) {
  for (const LessonEntry& entry : lessons_to_try()) {
    const nlohmann::json leaky = json_of(cli({"explain", entry.name + "/leaky", "--json"}));
    EXPECT_EQ(leaky["verdict"], "leak") << entry.name;
    EXPECT_EQ(leaky["findings"].size(), entry.lesson.want.size()) << entry.name;
    const nlohmann::json fixed = json_of(cli({"explain", entry.name + "/fixed", "--json"}));
    EXPECT_EQ(fixed["verdict"], "clean") << entry.name;
    EXPECT_TRUE(fixed["findings"].empty()) << entry.name;
  }
}

TEST(CliLessons, FindingsAreThoseThatTheLessonWants) {
  for (const LessonEntry& entry : lessons_to_try()) {
    const nlohmann::json found = json_of(cli({"explain", entry.name, "--json"}))["findings"];
    ASSERT_EQ(found.size(), entry.lesson.want.size()) << entry.name;
    for (std::size_t i = 0; i < found.size(); ++i) {
      const WantedFinding& want = entry.lesson.want[i];
      EXPECT_EQ(found[i]["goroutine"], want.goroutine) << entry.name;
      EXPECT_EQ(found[i]["wait_reason"], want.reason) << entry.name;
      EXPECT_EQ(found[i]["file"], want.file) << entry.name;
      EXPECT_EQ(found[i]["line"], want.line) << entry.name;
      // What only a search can say is alive at exit here.
      const bool searched = want.kind == FindingKind::NeverWakes;
      EXPECT_EQ(found[i]["kind"], searched ? "alive_at_exit" : to_string(want.kind)) << entry.name;
    }
  }
}

TEST(CliCompare, SaysWhereTheyPart) {
  const Ran text = cli({"compare", "timeout"});
  EXPECT_EQ(text.code, 1);
  EXPECT_NE(text.out.find("They part at step "), std::string::npos);
  const nlohmann::json object = json_of(cli({"compare", "timeout", "--json"}));
  EXPECT_EQ(object["leaky"]["verdict"], "leak");
  EXPECT_EQ(object["fixed"]["verdict"], "clean");
  EXPECT_TRUE(object["parting_step"].is_number());
}

TEST(CliPlay, PlaysThePatternsInOrder) {
  const Ran ran = cli({"play"});
  EXPECT_EQ(ran.code, 0);
  std::size_t at = 0;
  for (const LessonEntry& entry : lessons_to_try()) {
    const std::size_t found = ran.out.find(entry.lesson.title, at);
    if (entry.lesson.kind == LessonKind::Pattern) {
      ASSERT_NE(found, std::string::npos) << entry.name;
      at = found;
    }
  }
}

TEST(CliList, NamesEveryLesson) {
  const Ran ran = cli({"list"});
  const nlohmann::json object = json_of(cli({"list", "--json"}));
  EXPECT_EQ(object["lessons"].size(), all_lessons().size());
  for (const LessonEntry& entry : all_lessons()) {
    EXPECT_NE(ran.out.find(entry.name), std::string::npos);
  }
}

constexpr const char* kDump =
    "goroutine 1 [running]:\nmain.main()\n\t/src/main.go:9 +0x1d\n\n"
    "goroutine 7 [chan send, 3 minutes]:\nmain.work(...)\n\t/src/main.go:14 +0x25\n"
    "created by main.main in goroutine 1\n\t/src/main.go:8 +0x47\n";

constexpr const char* kRacy = R"(package main

func main() {
	n := 0
	done := make(chan bool)
	go func() {
		n++
		done <- true
	}()
	n++
	<-done
}
)";

TEST(CliRace, RunSaysItWhenAskedAndFails) {
  EXPECT_EQ(cli({"run", "-"}, kRacy).err, "");
  const Ran ran = cli({"run", "--race", "-"}, kRacy);
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.err, "race: main.1 reads at stdin.go:7, and main writes at stdin.go:10\n");
  const Ran clean = cli({"run", "--race", "-"}, "package main\n\nfunc main() {\n}\n");
  EXPECT_EQ(clean.code, 0);
  EXPECT_EQ(clean.err, "");
}

TEST(CliRace, CheckNeverProvesItAndItsScheduleShowsItAgain) {
  const Ran ran = cli({"check", "-"}, kRacy);
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.out.find("BUG"), 0u) << ran.out;
  EXPECT_NE(ran.out.find("A data race"), std::string::npos) << ran.out;
  const nlohmann::json object = json_of(cli({"check", "--json", "-"}, kRacy));
  EXPECT_EQ(object["verdict"], "race");
  ASSERT_EQ(object["findings"].size(), 1u);
  EXPECT_EQ(object["findings"][0]["line"], 7);
  EXPECT_EQ(object["findings"][0]["other"]["line"], 10);
  EXPECT_EQ(object["findings"][0]["other"]["access"], "write");
  const std::string schedule = object["schedule"];
  for (const char* command : {"run", "explain"}) {
    const nlohmann::json again =
        json_of(cli({command, "--json", "--schedule", schedule, "-"}, kRacy));
    EXPECT_EQ(again["verdict"], "race") << command;
    EXPECT_EQ(again["findings"][0]["other"], object["findings"][0]["other"]) << command;
  }
}

// Its states never end.
constexpr const char* kGrowing = R"(package main

import "runtime"

func main() {
	n := 0
	go func() {
		for {
			runtime.Gosched()
		}
	}()
	for {
		n++
		runtime.Gosched()
	}
}
)";

TEST(CliCheck, StopsWhenItsTimeIsUp) {
  for (const char* seconds : {"0", "0.05"}) {
    const Ran ran = cli({"check", "-", "--budget-seconds", seconds}, kGrowing);
    EXPECT_EQ(ran.code, 2);
    EXPECT_EQ(ran.out.find("INCOMPLETE"), 0u) << ran.out;
    EXPECT_NE(ran.out.find(std::string("stopped by the budget of ") + seconds +
                           " seconds (--budget-seconds)"),
              std::string::npos)
        << ran.out;
  }
  EXPECT_EQ(cli({"check", "-", "--budget-seconds", "-1"}, kGrowing).code, 64);
  EXPECT_EQ(cli({"check", "-", "--budget-seconds", "soon"}, kGrowing).code, 64);
}

// Where time goes on while others compute, an hour may have any number of ticks.
TEST(CliCheck, SaysWhatIsProvedUnderTheSimplerClock) {
  const Ran ran = cli({"check", "-"}, R"(package main

import "time"

func main() {
	hour := time.After(time.Hour)
	done := make(chan bool)
	go func() {
		t := time.NewTicker(time.Millisecond)
		defer t.Stop()
		for i := 0; ; {
			select {
			case <-t.C:
			case done <- true:
				return
			case <-hour:
				i++
			}
		}
	}()
	<-done
}
)");
  EXPECT_EQ(ran.code, 2) << ran.out;
  EXPECT_NE(ran.out.find("async clock"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("With the quiescent clock it is clean in every schedule.\n"),
            std::string::npos)
      << ran.out;
}

TEST(CliRun, OutputAndErrorsComeInTheOrderOfTime) {
  std::istringstream in(
      "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tfmt.Println(1)\n"
      "\tprintln(2)\n\tfmt.Println(3)\n}\n");
  std::ostringstream terminal;
  EXPECT_EQ(run_cli({"run", "-"}, Streams{in, terminal, terminal}), 0);
  EXPECT_EQ(terminal.str(), "1\n2\n3\n");
}

// More schedules than anybody has time for.
constexpr const char* kWide = R"(package main

func main() {
	c := make(chan int, 100)
	for i := 0; i < 8; i++ {
		go func() {
			for j := 0; j < 8; j++ {
				c <- i*100 + j
			}
		}()
	}
	for i := 0; i < 64; i++ {
		<-c
	}
}
)";

// In a process of their own: the signal is kept until the end of the program.
void check_after_ctrl_c() {
  { const SearchWatch watch(std::nullopt, nullptr); }
  std::raise(SIGINT);
  const Ran ran = cli({"check", "-", "-"}, kGrowing);
  std::fputs(ran.out.empty() ? "nothing begun" : ran.out.c_str(), stderr);
  std::_Exit(ran.code);
}
void check_and_press_ctrl_c() {
  std::istringstream in(kWide);
  std::ostringstream out, err;
  { const SearchWatch watch(std::nullopt, nullptr); }  // the thread is not to take the signal
  std::thread presses([] {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    kill(getpid(), SIGINT);
  });
  const int code = run_cli({"check", "-", "--budget-states", "999999999"}, Streams{in, out, err});
  presses.join();
  std::fputs(out.str().c_str(), stderr);
  std::_Exit(code);
}

TEST(CliCheck, CtrlCPrintsWhatWasFoundSoFar) {
  EXPECT_EXIT(check_after_ctrl_c(), testing::ExitedWithCode(0), "nothing begun");
  EXPECT_EXIT(check_and_press_ctrl_c(), testing::ExitedWithCode(2),
              "Nothing found so far; stopped by Ctrl-C");
}

TEST(CliCheck, OnATerminalALineOfProgressComesAndGoes) {
  std::istringstream in(kWide);
  std::ostringstream out, err;
  run_cli({"check", "-", "--budget-seconds", "0.7"}, Streams{in, out, err, false, true});
  EXPECT_NE(err.str().find(" states, "), std::string::npos) << err.str();
  EXPECT_TRUE(err.str().ends_with("\r\x1b[K")) << err.str();
}

TEST(CliCheck, AFolderIsEachOfItsPrograms) {
  const std::string folder = GOPARK_SOURCE_DIR "/scenarios/timeout";
  const Ran ran = cli({"check", folder});
  EXPECT_EQ(ran.code, 1);
  EXPECT_NE(ran.out.find("PROVED  " + folder + "/fixed.go"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("BUG  " + folder + "/leaky.go"), std::string::npos) << ran.out;
  const Ran none = cli({"check", GOPARK_SOURCE_DIR "/sim/base"});
  EXPECT_EQ(none.code, 64);
  EXPECT_NE(none.err.find("no Go file in this folder"), std::string::npos) << none.err;
}

TEST(CliCheck, SarifPointsAtTheLines) {
  const nlohmann::json log = json_of(cli({"check", "timeout", "timeout/fixed", "--sarif"}));
  EXPECT_EQ(log["version"], "2.1.0");
  const nlohmann::json& run = log["runs"][0];
  EXPECT_EQ(run["tool"]["driver"]["name"], "gopark");
  ASSERT_EQ(run["results"].size(), 1u);
  const nlohmann::json& result = run["results"][0];
  EXPECT_EQ(result["level"], "error");
  EXPECT_GT(result["locations"][0]["physicalLocation"]["region"]["startLine"], 1);
  EXPECT_GT(result["relatedLocations"][0]["physicalLocation"]["region"]["startLine"], 1);
  const std::string rule = result["ruleId"];
  const nlohmann::json& rules = run["tool"]["driver"]["rules"];
  EXPECT_TRUE(std::any_of(rules.begin(), rules.end(),
                          [&](const nlohmann::json& r) { return r["id"] == rule; }));
  EXPECT_EQ(cli({"check", "timeout", "--sarif", "--json"}).code, 64);
  const nlohmann::json undecided =
      json_of(cli({"check", "-", "--sarif", "--budget-seconds", "0"}, kGrowing));
  EXPECT_EQ(undecided["runs"][0]["results"].size(), 0u);
  EXPECT_EQ(undecided["runs"][0]["invocations"][0]["toolExecutionNotifications"].size(), 1u);
}

// Too many states to be searched, and a leak that needs a schedule of its own.
constexpr const char* kNeedle = R"(package main

import (
	"runtime"
	"sync/atomic"
)

func main() {
	var n, seen atomic.Int64
	done := make(chan int)
	for i := 0; i < 6; i++ {
		go func() {
			for j := 0; j < 50; j++ {
				n.Add(int64(1) << (10 * i))
				runtime.Gosched()
			}
			done <- i
		}()
	}
	go func() {
		seen.Store(n.Load())
		if seen.Load() > 1<<20 {
			make(chan int) <- 1
		}
	}()
	for i := 0; i < 6; i++ {
		<-done
	}
}
)";

TEST(CliCheck, WhatIsTooLargeToSearchIsSampled) {
  const auto with = [](const char* engine) {
    return cli({"check", "-", "--budget-states", "100", "--engine", engine}, kNeedle);
  };
  EXPECT_EQ(with("search").code, 2);
  for (const char* engine : {"all", "sample"}) {
    const Ran ran = with(engine);
    EXPECT_EQ(ran.code, 1) << engine << ran.out;
    EXPECT_NE(ran.out.find("leaked: main.7 [chan send]"), std::string::npos) << ran.out;
  }
  const nlohmann::json object = json_of(
      cli({"check", "-", "--json", "--engine", "sample", "--budget-states", "100"}, kNeedle));
  const std::string schedule = object["schedule"];
  EXPECT_EQ(
      json_of(cli({"run", "-", "--json", "--schedule", schedule}, kNeedle))["findings"].size(),
      object["findings"].size());
  const Ran fixed = cli({"check", "timeout/fixed", "--engine", "sample"});
  EXPECT_EQ(fixed.code, 2);
  EXPECT_NE(fixed.out.find("no failure in 400 sampled runs"), std::string::npos) << fixed.out;
  EXPECT_EQ(with("magic").code, 64);
}

TEST(CliCheck, SaysWhereItCouldStillHaveEndedClean) {
  const char* program = R"(package main

import "sync"

func main() {
	var a, b sync.Mutex
	done := make(chan bool, 2)
	go func() {
		a.Lock()
		b.Lock()
		b.Unlock()
		a.Unlock()
		done <- true
	}()
	b.Lock()
	a.Lock()
	a.Unlock()
	b.Unlock()
	<-done
}
)";
  const nlohmann::json object = json_of(cli({"check", "-", "--json"}, program));
  EXPECT_EQ(object["verdict"], "deadlock");
  EXPECT_EQ(object["point_of_no_return"], 3);  // both have their first lock
  const std::string passing = object["nearest_passing_schedule"];
  EXPECT_EQ(json_of(cli({"run", "-", "--json", "--schedule", passing}, program))["verdict"],
            "clean");
  EXPECT_EQ(object["preemptions"], 1);
  EXPECT_EQ(object["fewest_preemptions"], true);
  const std::string text = cli({"check", "-"}, program).out;
  EXPECT_NE(text.find("Point of no return: step 3."), std::string::npos) << text;
  EXPECT_NE(text.find("The simplest: 1 preemption (with fewer none fails), "), std::string::npos)
      << text;
}

TEST(CliCheck, WhoNeverWakesWhileTheProgramRunsForEver) {
  const char* program = R"(package main

import "time"

var registry = map[string]chan int{}

func main() {
	c := make(chan int)
	registry["a"] = c
	go func() { c <- 1 }()
	for {
		time.Sleep(time.Second)
	}
}
)";
  const nlohmann::json object = json_of(cli({"check", "-", "--json"}, program));
  EXPECT_EQ(object["verdict"], "leak");
  ASSERT_EQ(object["findings"].size(), 1u);
  EXPECT_EQ(object["findings"][0]["kind"], "never_wakes");
  EXPECT_EQ(object["findings"][0]["line"], 10);
  EXPECT_NE(cli({"check", "-"}, program).out.find("All its futures were looked at"),
            std::string::npos);
}

TEST(CliCheck, SuggestsWhatIsProved) {
  const Ran ran = cli({"check", "-", "--suggest"}, kLeak);
  EXPECT_EQ(ran.code, 1) << "the program still leaks";
  EXPECT_NE(ran.out.find("give c one slot"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("-\tc := make(chan int)\n+\tc := make(chan int, 1)\n"), std::string::npos);
  const nlohmann::json object = json_of(cli({"check", "-", "--suggest", "--json"}, kLeak));
  EXPECT_EQ(object["fixes"][0]["what"], "give c one slot");
  EXPECT_GT(object["fixes"][0]["states"], 0);
}

TEST(CliCheck, SaysWhenNoFixIsFound) {
  const Ran ran =
      cli({"check", "-", "--suggest"}, "package main\n\nfunc main() {\n\tselect {}\n}\n");
  EXPECT_EQ(ran.code, 1);
  EXPECT_NE(ran.out.find("No fix found: 0 edits tried"), std::string::npos) << ran.out;
  EXPECT_EQ(cli({"check", "-"}, kLeak).out.find("fix"), std::string::npos) << "not asked for";
}

TEST(CliCheck, SaysThatACleanProgramNeedsNoFix) {
  const Ran clean = cli({"check", "timeout/fixed", "--suggest"});
  EXPECT_EQ(clean.code, 0);
  EXPECT_NE(clean.out.find("\n  Nothing to fix.\n"), std::string::npos) << clean.out;
  const nlohmann::json object = json_of(cli({"check", "timeout/fixed", "--suggest", "--json"}));
  EXPECT_EQ(object["fixes"].size(), 0u);
  const Ran unknown = cli({"check", "-", "--suggest", "--budget-seconds", "0"}, kGrowing);
  EXPECT_NE(unknown.out.find("no fix can be looked for"), std::string::npos) << unknown.out;
}

TEST(CliCheck, WithABudgetOfNoStatesItOnlySamples) {
  const Ran ran = cli({"check", "timeout/fixed", "--budget-states", "0"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.out.find("stopped by the budget of 0 states (--budget-states); then no failure in "
                         "400 sampled runs"),
            std::string::npos)
      << ran.out;
}

TEST(CliLeakTest, IsAGoTestThatTellsTheFindings) {
  const Ran ran = cli({"leak-test", "premature_return"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out.find("// What gopark found in leaky.go, with real Go:\n"), 0u) << ran.out;
  EXPECT_NE(ran.out.find("// leaked: main.1 [chan send] at leaky.go:14"), std::string::npos);
  EXPECT_NE(ran.out.find("\npackage main\n"), std::string::npos);
  EXPECT_NE(cli({"leak-test", "premature_return/fixed"}).out.find("found nothing"),
            std::string::npos);
  EXPECT_EQ(cli({"leak-test", "-"}, "nonsense").code, 3);
}

TEST(CliDump, GroupsAndLessonsLikeThem) {
  const Ran ran = cli({"dump", "-"}, kDump);
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out.find("2 goroutines in 2 groups."), 0u) << ran.out;
  EXPECT_LT(
      ran.out.find("1 goroutine [chan send], up to 3 minutes\n  at main.work (/src/main.go:14)"
                   "\n  created by main.main (/src/main.go:8)"),
      ran.out.find("[running]"))
      << ran.out;
  EXPECT_NE(ran.out.find("Looks like: premature_return, timeout"), std::string::npos) << ran.out;
}

TEST(CliDump, JsonSaysTheSame) {
  const nlohmann::json object = json_of(cli({"dump", "-", "--json"}, kDump));
  EXPECT_EQ(object["goroutines"], 2);
  const nlohmann::json& group = object["groups"][0];
  EXPECT_EQ(group["kind"], "send");
  EXPECT_EQ(group["at"]["line"], 14);
  EXPECT_EQ(group["lessons"][0], "premature_return");
}

TEST(CliDump, WhatIsNoDumpIsSixtyFour) {
  EXPECT_EQ(cli({"dump", "-"}, "hello").code, 64);
  EXPECT_EQ(cli({"dump", "nowhere.txt"}).err, "gopark: nowhere.txt: no such file or lesson\n");
  EXPECT_NE(cli({"dump", "-"}, "goroutine profile: total 3\n").err.find("debug=2"),
            std::string::npos);
  const Ran ran = cli({"dump", "-"}, "goroutine 1 [\x1b[31m]:\nmain.f()\n\t/a\x1b[2J.go:1\n");
  EXPECT_EQ(ran.out.find('\x1b'), std::string::npos) << "the terminal obeys nothing";
}

TEST(CliTrace, WritesALineForEachStep) {
  const std::string path =
      testing::TempDir() + "gopark_trace_" + std::to_string(::getpid()) + ".jsonl";
  const nlohmann::json report = json_of(cli({"run", "ncast", "--json", "--trace", path}));
  std::ifstream file(path);
  uint64_t steps = 0;
  for (std::string line; std::getline(file, line);) {
    EXPECT_EQ(nlohmann::json::parse(line)["step"], ++steps);
  }
  EXPECT_EQ(report["steps"], steps);
  std::remove(path.c_str());
}

TEST(CliTrace, ChromeTraceHasATrackForEachGoroutineAndAnArrowForEachMessage) {
  const std::string path =
      testing::TempDir() + "gopark_chrome_" + std::to_string(::getpid()) + ".json";
  const char* program = R"(package main

func main() {
	direct, buffered := make(chan int), make(chan int, 2)
	go func() {
		direct <- 1
		buffered <- 2
		buffered <- 3
		direct <- 4
	}()
	<-direct
	<-buffered
	<-buffered
	select {}
}
)";
  EXPECT_EQ(cli({"run", "-", "--chrome-trace", path}, program).code, 2);
  std::ifstream file(path);
  const nlohmann::json trace = nlohmann::json::parse(file, nullptr, false);
  ASSERT_TRUE(trace.is_object());
  std::map<std::string, int> tracks;
  std::map<int, std::pair<int, int>> arrows;  // by id: from, to
  std::map<int, double> free_from;            // by track: slices do not overlap
  int never_woken = 0;
  std::vector<nlohmann::json> slices;
  for (const nlohmann::json& event : trace["traceEvents"]) {
    if (event["name"] == "thread_name") tracks[event["args"]["name"]] = event["tid"];
    if (event["ph"] == "s") arrows[event["id"]].first = event["tid"];
    if (event["ph"] == "f") arrows[event["id"]].second = event["tid"];
    if (event["ph"] == "X") slices.push_back(event);
  }
  std::stable_sort(slices.begin(), slices.end(), [](const auto& a, const auto& b) {
    return a["ts"].template get<double>() < b["ts"].template get<double>();
  });
  for (const nlohmann::json& slice : slices) {
    const std::string name = slice["name"];
    never_woken += name.find("(never woken)") != std::string::npos ? 1 : 0;
    EXPECT_GE(slice["ts"].get<double>(), free_from[slice["tid"]]) << slice;
    free_from[slice["tid"]] = slice["ts"].get<double>() + slice["dur"].get<double>();
  }
  EXPECT_EQ(tracks.size(), 3u);  // with the clock
  EXPECT_EQ(arrows.size(), 3u);
  for (const auto& [id, ends] : arrows) {
    EXPECT_EQ(ends.first, tracks["main.1"]);
    EXPECT_EQ(ends.second, tracks["main"]);
  }
  EXPECT_EQ(never_woken, 2);
  std::remove(path.c_str());
}

TEST(CliTrace, AFileThatCannotBeWrittenIsSixtyFour) {
  const Ran ran = cli({"explain", "ncast", "--trace", "no/such/folder/t"});
  EXPECT_EQ(ran.code, 64);
  EXPECT_EQ(ran.err, "gopark: no/such/folder/t: cannot be written\n");
}

TEST(Terminal, WrapsAtEightyAndCutsBetweenCharacters) {
  EXPECT_EQ(wrapped("a b", 0), "a b");
  EXPECT_EQ(wrapped(std::string(78, 'x') + " yy", 2), std::string(78, 'x') + "\n  yy");
  EXPECT_EQ(wrapped(std::string(75, 'x') + " yy", 2), std::string(75, 'x') + " yy");
  EXPECT_EQ(cut("äöü", 3), "äöü");
  EXPECT_EQ(cut("äöüß", 3), "äö…");
  EXPECT_EQ(harmless("a\x1b[1m"), "a\\x1b[1m");
}

}  // namespace
}  // namespace gopark
