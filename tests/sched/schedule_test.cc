#include "sim/sched/schedule.h"

#include <string>

#include <gtest/gtest.h>

#include "sim/base/prng.h"

namespace gopark {
namespace {

std::string error_of(std::string_view text) {
  const Result<Schedule> result = parse_schedule(text);
  return result.ok() ? "parsed" : result.error();
}

std::string round_trip(std::string_view text) {
  const Result<Schedule> result = parse_schedule(text);
  return result.ok() ? to_string(result.value()) : result.error();
}

TEST(Schedule, EmptyIsTheHeaderAlone) {
  EXPECT_EQ(to_string(Schedule()), "g1:");
  EXPECT_EQ(round_trip("g1:"), "g1:");
}

TEST(Schedule, EqualPicksInARowAreCounted) {
  Schedule schedule;
  schedule.next.append(Pick{0, 2}, 11);
  schedule.next.append(Pick{0, 2});
  schedule.next.append(Pick{1, 3});
  EXPECT_EQ(to_string(schedule), "g1:0/2*12,1/3");
  EXPECT_EQ(schedule.next.size(), 13u);
}

TEST(Schedule, TheSameIndexOfAnotherCountIsAnotherPick) {
  Schedule schedule;
  schedule.next.append(Pick{0, 2});
  schedule.next.append(Pick{0, 3});
  EXPECT_EQ(to_string(schedule), "g1:0/2,0/3");
}

TEST(Schedule, TheAsyncClockIsPartOfTheText) {
  const Result<Schedule> result = parse_schedule("g1a:1/2");
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result.value().clock, ClockMode::Async);
  EXPECT_EQ(to_string(result.value()), "g1a:1/2");
  EXPECT_NE(result.value(), parse_schedule("g1:1/2").value());
}

TEST(Schedule, AtFindsThePickOfEachNumber) {
  const PickList picks = parse_schedule("g1:0/2*3,1/2,2/5*2").value().next;
  const uint64_t indexes[] = {0, 0, 0, 1, 2, 2};
  ASSERT_EQ(picks.size(), 6u);
  for (uint64_t i = 0; i < 6; ++i) EXPECT_EQ(picks.at(i).index, indexes[i]) << i;
  EXPECT_EQ(picks.at(5).count, 5u);
}

TEST(Schedule, TruncateKeepsTheFirstPicks) {
  PickList picks = parse_schedule("g1:0/2*3,1/2,2/5*2").value().next;
  picks.truncate(4);
  EXPECT_EQ(to_string(picks), "0/2*3,1/2");
  picks.truncate(2);
  EXPECT_EQ(to_string(picks), "0/2*2");
  picks.append(Pick{0, 2});
  EXPECT_EQ(to_string(picks), "0/2*3");
  picks.truncate(0);
  EXPECT_EQ(to_string(picks), "");
}

TEST(Schedule, OtherChoicesStandAfterTheSemicolon) {
  const Schedule schedule = parse_schedule("g1:1/2;2/3*2,0/4").value();
  EXPECT_EQ(schedule.next.size(), 1u);
  EXPECT_EQ(schedule.others.size(), 3u);
  EXPECT_EQ(schedule.others.at(1).index, 2u);
  EXPECT_EQ(to_string(schedule), "g1:1/2;2/3*2,0/4");
  EXPECT_EQ(round_trip("g1:;1/2"), "g1:;1/2");
  EXPECT_EQ(error_of("g1:1/2;"), "schedule: column 8: expected a digit");
  EXPECT_EQ(error_of("g1:1/2;1/2;"), "schedule: column 11: expected ',' or the end");
}

TEST(Schedule, EqualNeighboursInATextAreMerged) {
  EXPECT_EQ(round_trip("g1:0/2,0/2*4"), "g1:0/2*5");
}

TEST(Schedule, ErrorsSayWhere) {
  EXPECT_EQ(error_of(""), "schedule: column 1: expected \"g1:\"");
  EXPECT_EQ(error_of("0/2"), "schedule: column 1: expected \"g1:\"");
  EXPECT_EQ(error_of("g"), "schedule: column 2: expected a digit");
  EXPECT_EQ(error_of("g2:"),
            "schedule: column 2: version 2 is not known, this program reads version 1");
  EXPECT_EQ(error_of("g1"), "schedule: column 3: expected ':'");
  EXPECT_EQ(error_of("g1b:"), "schedule: column 3: expected ':'");
  EXPECT_EQ(error_of("g1:x"), "schedule: column 4: expected a digit");
  EXPECT_EQ(error_of("g1:0"), "schedule: column 5: expected '/'");
  EXPECT_EQ(error_of("g1:0/"), "schedule: column 6: expected a digit");
  EXPECT_EQ(error_of("g1:0/2 "), "schedule: column 7: expected ',' or the end");
  EXPECT_EQ(error_of("g1:0/2,"), "schedule: column 8: expected a digit");
  EXPECT_EQ(error_of("g1:0/2*"), "schedule: column 8: expected a digit");
  EXPECT_EQ(error_of(std::string_view("g1:0/2\0", 7)),
            "schedule: column 7: expected ',' or the end");
}

TEST(Schedule, NumbersOutOfRangeAreRefused) {
  EXPECT_EQ(error_of("g1:0/1"), "schedule: column 6: a number below 2");
  EXPECT_EQ(error_of("g1:2/2"), "schedule: column 4: pick 2 of 2 ways, they are counted from 0");
  EXPECT_EQ(error_of("g1:0/2*0"), "schedule: column 8: a number below 1");
  EXPECT_EQ(error_of("g1:0/4294967296"), "parsed");
  EXPECT_EQ(error_of("g1:0/4294967297"), "schedule: column 6: a number above 4294967296");
  EXPECT_EQ(error_of("g1:99999999999999999999999/2"),
            "schedule: column 4: a number above 4294967295");
}

TEST(Schedule, SoManyPicksAndNotOneMore) {
  EXPECT_EQ(error_of("g1:0/2*1099511627776"), "parsed");
  EXPECT_EQ(error_of("g1:0/2*1099511627776,1/2"), "schedule: column 22: too many picks");
  EXPECT_EQ(error_of("g1:0/2*1099511627777"), "schedule: column 8: a number above 1099511627776");
}

TEST(Schedule, TextRoundTripOfRandomSchedules) {
  Prng prng(1);
  for (int round = 0; round < 200; ++round) {
    Schedule schedule;
    if (prng.below(2) == 1) schedule.clock = ClockMode::Async;
    for (uint32_t picks = prng.below(30); picks > 0; --picks) {
      const uint64_t count = 2 + prng.below(5);
      PickList& list = prng.below(2) == 0 ? schedule.next : schedule.others;
      list.append(Pick{prng.below(static_cast<uint32_t>(count)), count}, prng.below(4));
    }
    const Result<Schedule> again = parse_schedule(to_string(schedule));
    ASSERT_TRUE(again.ok()) << to_string(schedule) << ": " << again.error();
    ASSERT_EQ(again.value(), schedule) << to_string(schedule);
  }
}

}  // namespace
}  // namespace gopark
