#include "tests/oracle/markers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gopark::oracle {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Markers, OutputBlockIsTheEndOfTheFile) {
  const Markers markers = parse_markers("package main\n// Output:\n// a\n//\n//  b\n");
  EXPECT_TRUE(markers.has_output);
  EXPECT_EQ(markers.output, "a\n\n b\n");
  EXPECT_THAT(markers.mistakes, IsEmpty());
}

TEST(Markers, TextAfterTheOutputBlockIsAMistake) {
  EXPECT_THAT(parse_markers("// Output:\n// a\nfunc f() {}\n").mistakes,
              ElementsAre("3: text after the output block"));
}

TEST(Markers, ExitCodeAndLinesOfStandardError) {
  const Markers markers = parse_markers(
      "// Exit: 2\n// Stderr: panic: a [recovered]\n// Stderr: \tpanic: b\n// Stderr:\n");
  EXPECT_EQ(markers.exit_code, 2);
  EXPECT_THAT(markers.stderr_lines, ElementsAre("panic: a [recovered]", "\tpanic: b", ""));
}

TEST(Markers, SeveralErrorsOfALineInEitherQuotes) {
  const Markers markers = parse_markers(
      "\nx := y // ERROR \"undefined: y\" `\"fmt\" imported`\ns // ERROR+1 \"next\"\n");
  ASSERT_EQ(markers.errors.size(), 3u);
  EXPECT_EQ(markers.errors[0].line, 2);
  EXPECT_EQ(markers.errors[0].pattern, "undefined: y");
  EXPECT_EQ(markers.errors[1].pattern, "\"fmt\" imported");
  EXPECT_EQ(markers.errors[2].line, 4);
}

TEST(Markers, FindingsWithAndWithoutALine) {
  const Markers markers = parse_markers(
      "//gopark:want leaked main.1.2 \"chan send\" 12\n"
      "//gopark:want never_wakes main.1 \"chan receive (nil chan)\" leaky.go:7\n"
      "//gopark:want alive_at_exit main.3 \"sleep\"\n");
  ASSERT_EQ(markers.findings.size(), 3u);
  EXPECT_EQ(markers.findings[0].goroutine, "main.1.2");
  EXPECT_EQ(markers.findings[0].line, 12);
  EXPECT_EQ(markers.findings[1].wait_reason, "chan receive (nil chan)");
  EXPECT_EQ(markers.findings[1].line, 7);
  EXPECT_EQ(markers.findings[2].line, 0);
}

TEST(Markers, WantNothingIsAWish) {
  const Markers markers = parse_markers("//gopark:want nothing\n");
  EXPECT_TRUE(markers.has_findings);
  EXPECT_THAT(markers.findings, IsEmpty());
}

TEST(Markers, WhatCannotBeReadIsSaidWithItsLine) {
  const Markers markers = parse_markers(
      "//gopark:want lost main.1 \"chan send\"\n//gopark:wish\n// ERROR unquoted\n// Exit: two\n");
  EXPECT_THAT(markers.mistakes,
              ElementsAre("1: bad want", "2: unknown directive",
                          "3: ERROR without a quoted pattern", "4: bad exit code"));
}

TEST(Markers, BlanksAtTheEndOfALineAreTakenAway) {
  EXPECT_EQ(without_trailing_blanks("a \n\t\nb  c\t \n d "), "a\n\nb  c\n d");
}

}  // namespace
}  // namespace gopark::oracle
