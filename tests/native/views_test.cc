// Views as pure functions of a run.
#include "native/views.h"

#include <gtest/gtest.h>

#include "native/kept_views.h"
#include "native/sync_rows.h"
#include "native/toolchain_compile.h"

namespace gopark {
namespace {

Variant variant_of(const std::string& text) {
  Variant variant;
  variant.name = "test.go";
  load_text(variant, text, toolchain_compile(), {});
  EXPECT_TRUE(variant.complaints.empty());
  return variant;
}

const char* const kLeak = R"(package main

import "time"

func main() {
	c := make(chan int)
	for i := 0; i < 40; i++ {
		go func(c chan int) { c <- i }(c)
	}
	<-c
	time.Sleep(1)
}
)";

TEST(Views, LanesFoldByGoStatementWhenThereAreMany) {
  Variant variant = variant_of(kLeak);
  variant.session->run_to_end();
  const LanesView view = lanes_view(variant, "");
  ASSERT_EQ(view.lanes.size(), 2u);
  EXPECT_EQ(view.lanes[0].tag.name, "main");
  EXPECT_EQ(view.lanes[1].tag.name, "main.*");
  EXPECT_EQ(view.lanes[1].summary, "× 40 · 39 parked");
}

TEST(Views, AFoldedLaneCountsWhoIsParkedAtEveryStep) {
  Variant variant = variant_of(kLeak);
  do {
    uint64_t parked = 0;
    for (const GoroutineId id : variant.session->world().goroutines()) {
      const Shade shade = tag_of(variant, id).shade;
      if (id != kMainGoroutine && (shade == Shade::Waiting || shade == Shade::Leaked)) ++parked;
    }
    ASSERT_EQ(lanes_view(variant, "").lanes[1].summary,
              "× 40 · " + std::to_string(parked) + " parked")
        << "after step " << variant.session->position().step;
  } while (variant.session->step());
}

TEST(Views, FilterByStateKeepsOnlyThose) {
  Variant variant = variant_of(kLeak);
  variant.session->run_to_end();
  const LanesView view = lanes_view(variant, "finished");
  for (const LaneView& lane : view.lanes) EXPECT_EQ(lane.tag.state, "finished");
  EXPECT_EQ(view.lanes.size(), 1u);
}

TEST(Views, ChannelRowShowsTheQueueAndHowManyMore) {
  Variant variant = variant_of(kLeak);
  variant.session->run_to_end();
  const std::vector<ChannelRow> rows = channel_rows(variant);
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].name, "c");
  EXPECT_EQ(rows[0].capacity, 0u);
  EXPECT_EQ(rows[0].senders.size() + rows[0].more_senders, 39u);
}

TEST(Views, WhyEndsWithNeverForALeak) {
  Variant variant = variant_of(kLeak);
  variant.session->run_to_end();
  const WhyView view = why_view(variant, kNoGoroutine);
  ASSERT_TRUE(view.subject);
  EXPECT_TRUE(view.never);
  EXPECT_GE(view.clauses.size(), 2u);
}

TEST(Views, WhyOfAParkedOneNamesWhoCouldWakeIt) {
  Variant variant = variant_of(
      "package main\nfunc main() {\n\tc := make(chan int)\n\tgo func() { c <- 1 }()\n\t<-c\n}\n");
  while (tag_of(variant, kMainGoroutine).shade != Shade::Waiting)
    ASSERT_TRUE(variant.session->step());
  const WhyView view = why_view(variant, kMainGoroutine);
  ASSERT_EQ(view.subject->state, "parked: chan receive");
  ASSERT_EQ(view.could_wake.size(), 1u);
  EXPECT_EQ(view.could_wake[0].name, "main.1");
  EXPECT_FALSE(view.never);
}

TEST(Views, WhoIsStillToComeHasItsNameAndIsNotFinished) {
  const Variant variant = variant_of(
      "package main\nfunc main() {\n\tc := make(chan int)\n\tgo func() { c <- 42 }()\n\t<-c\n}\n");
  const LanesView view = lanes_view(variant, "");
  ASSERT_EQ(view.lanes.size(), 2u);
  EXPECT_EQ(view.lanes[1].tag.name, "main.1");
  EXPECT_EQ(view.lanes[1].tag.state, "not started");
  EXPECT_NE(view.lanes[1].tag.shade, Shade::Finished);
  const WhyView why = why_view(variant, view.lanes[1].tag.id);
  EXPECT_EQ(why.subject->name, "main.1");
  EXPECT_EQ(why.clauses.at(0).text, "It has not been started yet.");
}

TEST(Views, OfManyWhoCouldWakeItTheFirstAreNamedAndTheOthersCounted) {
  Variant variant = variant_of(kLeak);
  while (tag_of(variant, kMainGoroutine).shade != Shade::Waiting)
    ASSERT_TRUE(variant.session->step());
  const WhyView view = why_view(variant, kMainGoroutine);
  EXPECT_EQ(view.could_wake.size(), kMaxShownWakers);
  EXPECT_EQ(view.could_wake.size() + view.more_could_wake,
            could_wake(variant, kMainGoroutine).size());
  EXPECT_EQ(view.more_could_wake, 40 - kMaxShownWakers);
  KeptViews kept;
  EXPECT_EQ(kept.wakers(variant, kMainGoroutine).size(), 40u);
  EXPECT_EQ(kept.wakers(variant, view.could_wake[0].id).size(), 0u) << "it can run";
}

TEST(Views, TraceHasTheMessageBetweenTheTwo) {
  const Variant variant = variant_of(
      "package main\nfunc main() {\n\tc := make(chan int)\n\tgo func() { c <- 42 }()\n\t<-c\n}\n");
  ASSERT_EQ(variant.trace.messages.size(), 1u);
  EXPECT_EQ(variant.trace.messages[0].value, "42");
  EXPECT_EQ(variant.trace.messages[0].to, kMainGoroutine);
}

TEST(Views, MemoryCountsOnlyLeakedGoroutinesAsRetained) {
  Variant variant = variant_of(kLeak);
  variant.session->run_to_end();
  const MemoryRow row = memory_row(variant);
  EXPECT_EQ(row.leaked, 39u);
  EXPECT_GE(row.retained_per_call, 39u * 2048u);
}

TEST(Views, TokensCoverEveryLineWithoutGaps) {
  const Variant variant = variant_of(
      "package main\n\n/* a\nb */\nfunc main() {\n\tx := `raw\n\ttext` // end\n\t_ = x\n}\n");
  for (const SourceLineView& line : source_view(variant, {}).lines) {
    uint32_t at = 0;
    for (const TokenRange& token : line.tokens) {
      EXPECT_EQ(token.from, at) << line.text;
      at = token.to;
    }
    EXPECT_EQ(at, line.text.size()) << line.text;
  }
}

TEST(Views, NumbersReadWell) {
  EXPECT_EQ(count_text(999), "999");
  EXPECT_EQ(count_text(1000), "1,000");
  EXPECT_EQ(count_text(1234567), "1,234,567");
  EXPECT_EQ(bytes_text(2048), "2.0 KB");
  EXPECT_EQ(bytes_text(12), "12 B");
}

TEST(SourceDiff, MarksTheFewestTokens) {
  const SourceDiff diff =
      diff_sources("a\nc := make(chan error)\nb\n", "a\nc := make(chan error, 1)\nb\n");
  ASSERT_EQ(diff.right.size(), 1u);
  EXPECT_EQ(diff.right[0].line, 2u);
  EXPECT_EQ(std::string("c := make(chan error, 1)")
                .substr(diff.right[0].from, diff.right[0].to - diff.right[0].from),
            ", 1");
}

TEST(SourceDiff, AnAddedLineIsWhole) {
  const SourceDiff diff = diff_sources("a\nb\n", "a\n\tdefer close(c)\nb\n");
  EXPECT_TRUE(diff.left.empty());
  ASSERT_EQ(diff.right.size(), 1u);
  EXPECT_EQ(diff.right[0].line, 2u);
  EXPECT_EQ(diff.right[0].from, 1u);
}

TEST(SourceDiff, ARowOfOneSideIsAGapBesideIt) {
  const SourceDiff diff = diff_sources("a\nb\nc\n", "a\nnew\nb\nd\n");
  std::string rows;
  for (const AlignedRow& row : diff.rows)
    rows += std::to_string(row.left) + "|" + std::to_string(row.right) + " ";
  EXPECT_EQ(rows, "1|1 0|2 2|3 3|4 ");
}

TEST(Views, TwinsLookAtOneRowUnlessTheyAreTooFarApart) {
  const SourceDiff diff = diff_sources("a\nb\nc\nd\n", "a\nnew\nb\nc\nd\n");
  SourceView left, right;
  left.focus_line = 2;   // row 3
  right.focus_line = 5;  // row 5
  SourceView far_left = left, far_right = right;
  align_twins(left, right, diff.rows, 2);
  EXPECT_FALSE(left.is_apart);
  EXPECT_EQ(left.focus_row, 5u);
  EXPECT_EQ(right.focus_row, 5u);
  align_twins(far_left, far_right, diff.rows, 1);
  EXPECT_TRUE(far_left.is_apart);
  EXPECT_EQ(far_left.focus_row, 3u);
}

TEST(Views, ALockTellsItsHolderAndWhoWaits) {
  Variant variant = variant_of(R"(package main

import "sync"

func main() {
	var mutex sync.Mutex
	mutex.Lock()
	go func() {
		mutex.Lock()
	}()
	select {}
}
)");
  variant.session->run_to_end();
  const std::vector<SyncRow> rows = sync_rows(variant);
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].name, "mutex");
  EXPECT_EQ(rows[0].state, "held by main");
  ASSERT_EQ(rows[0].waiting.size(), 1u);
  EXPECT_EQ(rows[0].waiting[0].name, "main.1");
  variant.session->seek(0);
  EXPECT_TRUE(sync_rows(variant).empty());
}

}  // namespace
}  // namespace gopark
