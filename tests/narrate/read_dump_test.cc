// Dumps of real Go, and texts that pretend to be one.
#include "sim/narrate/read_dump.h"

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "sim/narrate/dump.h"
#include "tests/session/run_of.h"

namespace gopark {
namespace {

GoroutineDump read(std::string_view text) {
  Result<GoroutineDump> dump = read_dump(text);
  EXPECT_TRUE(dump.ok()) << text;
  return dump.ok() ? std::move(dump).value() : GoroutineDump{};
}

std::string titles(const GoroutineDump& dump) {
  std::string text;
  for (const DumpGroup& group : dump.groups) {
    const DumpFrame* own = own_frame(group.first);
    text += title_of(group) + " " + (own == nullptr ? "" : place_text(*own)) + "\n";
  }
  return text;
}

// As Go 1.19 printed it, but for the folders' names.
TEST(ReadDump, OfARealProgram) {
  std::ifstream in(GOPARK_SOURCE_DIR "/tests/narrate/dumps/debug2.txt");
  std::ostringstream text;
  text << in.rdbuf();
  const GoroutineDump dump = read(text.str());
  EXPECT_EQ(dump.goroutines, 11u);
  EXPECT_EQ(titles(dump),
            "2 goroutines [chan send] main.(*server).work (/src/main.go:14)\n"
            "1 goroutine [chan receive] main.main.func1 (/src/main.go:24)\n"
            "1 goroutine [sync.Mutex.Lock] main.main.func2 (/src/main.go:28)\n"
            "1 goroutine [sync.WaitGroup.Wait] sync.(*WaitGroup).Wait "
            "(/goroot/src/sync/waitgroup.go:139)\n"
            "1 goroutine [chan receive (nil chan)] main.main.func3 (/src/main.go:33)\n"
            "1 goroutine [select (no cases)] main.main.func4 (/src/main.go:34)\n"
            "1 goroutine [IO wait] net.(*TCPListener).Accept (/goroot/src/net/tcpsock.go:288)\n"
            "1 goroutine [select (no cases)] main.main.func5 (/src/main.go:41)\n"
            "1 goroutine [sleep] time.Sleep (/goroot/src/runtime/time.go:195)\n"
            "1 goroutine [running] main.main (/src/main.go:50)\n");
  EXPECT_EQ(dump.groups[0].ids, (std::vector<uint64_t>{7, 8}));
  EXPECT_EQ(place_text(dump.groups[0].first.created), "main.main (/src/main.go:21)");
  EXPECT_EQ(dump.groups[4].kind, ParkKind::NilChannel);
  EXPECT_EQ(dump.groups[6].kind, ParkKind::Io);
}

// What we print, we read.
TEST(ReadDump, OfOurOwn) {
  Session session = run_of(R"(package main

func main() {
	for i := 0; i < 3; i++ {
		go func() { <-make(chan int) }()
	}
	for i := 0; i < 9; i++ { println(i) }
	go func() { var c chan int; c <- 1 }()
	select {}
}
)")
                        .session();
  session.run_to_end();
  const std::string printed = goroutine_dump(session.world(), DumpScope::All, LeakMarks::Shown);
  const GoroutineDump dump = read(printed);
  EXPECT_EQ(titles(dump),
            "3 goroutines [chan receive], and Go has proved the leak main.main.func1 (main.go:5)\n"
            "1 goroutine [select (no cases)], and Go has proved the leak main.main (main.go:9)\n"
            "1 goroutine [chan send (nil chan)], and Go has proved the leak main.main.func2 "
            "(main.go:8)\n")
      << printed;
}

TEST(ReadDump, WhatStandsInTheHeader) {
  const DumpGroup group =
      read(
          "goroutine 18446744073709551615 gp=0xc000 m=nil [chan send (durable) (leaked), "
          "1 minutes, locked to thread]:\r\n"
          "main.(*T[...]).f({0x1, 0x2}, (nil))\r\n\tC:/src/a.go:12 +0x1\r\n"
          "...additional frames elided...\r\n"
          "created by main.g.h.func1 in goroutine 3\r\n\tC:/src/a.go:3 +0x2\r\n")
          .groups.at(0);
  EXPECT_EQ(title_of(group), "1 goroutine [chan send], up to 1 minute, and Go has proved the leak");
  EXPECT_EQ(group.ids.at(0), ~uint64_t{0});
  EXPECT_EQ(place_text(group.first.created), "main.g.h.func1 (C:/src/a.go:3)");
  EXPECT_EQ(group.first.frames.at(0).file, "C:/src/a.go");
  EXPECT_EQ(group.first.frames.at(0).line, 12u);
}

TEST(ReadDump, OthersThanDumpsAreOneSentence) {
  for (const char* text : {"", "\n", "hello", "goroutine", "goroutine x [y]:", "goroutine 1 [",
                           "goroutine 99999999999999999999 [running]:", "goroutine 1[running]:"}) {
    const Result<GoroutineDump> dump = read_dump(text);
    ASSERT_FALSE(dump.ok()) << text;
    EXPECT_NE(dump.error().find("no goroutine found"), std::string::npos);
  }
  EXPECT_NE(read_dump("goroutine profile: total 3\n1 @ 0x43\n").error().find("debug=2"),
            std::string::npos);
}

TEST(ReadDump, BrokenFramesLoseNothingElse) {
  const GoroutineDump dump = read(
      "goroutine 1 [chan receive]:\nmain.f()\n\tnot a place\n\t/a.go:x\n\tmore\nrubbish\n)\n"
      "goroutine 2 [chan receive]:\nmain.f()\n\t/a.go:99999999999\n");
  EXPECT_EQ(dump.goroutines, 2u);
  EXPECT_EQ(dump.groups.back().first.frames.at(0).line, 0u);
  EXPECT_EQ(read("goroutine 1 [\xff]:").groups.at(0).kind, ParkKind::Other);
  EXPECT_EQ(own_frame(read("goroutine 1 []:").groups.at(0).first), nullptr);
}

TEST(ReadDump, Limits) {
  std::string text = "goroutine 1 [chan send]:\n";
  for (std::size_t i = 0; i < kMaxDumpFrames + 1; ++i) text += "main.f()\n\t/a.go:1\n";
  EXPECT_EQ(read(text).groups.at(0).first.frames.size(), kMaxDumpFrames);
  text.resize(kMaxDumpBytes, '\n');
  EXPECT_TRUE(read_dump(text).ok());
  text += '\n';
  EXPECT_NE(read_dump(text).error().find("16777216 bytes"), std::string::npos);
}

TEST(ReadDump, LikenessIsTheReasonAndWhetherThereAreMany) {
  const std::vector<LeakShape> shapes = {
      {"select"}, {"chan send"}, {"chan send", "chan send"}, {"chan send"}, {"chan send"}};
  DumpGroup group;
  group.first.reason = "chan send";
  group.ids = {1};
  EXPECT_EQ(leaks_like(group, shapes), (std::vector<std::size_t>{1, 3, 4}));
  group.ids = {1, 2, 3};
  EXPECT_EQ(leaks_like(group, shapes), (std::vector<std::size_t>{2, 1, 3}));
  group.first.reason = "sleep";
  EXPECT_TRUE(leaks_like(group, shapes).empty());
}

}  // namespace
}  // namespace gopark
