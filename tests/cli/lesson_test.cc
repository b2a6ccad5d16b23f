// lesson.md: every rule of scenarios/README.md, and the lessons themselves.
#include "native/cli/lesson.h"

#include <set>

#include <gtest/gtest.h>

#include "native/cli/source.h"
#include "native/embedded_lessons.h"

namespace gopark {
namespace {

constexpr std::string_view kGoodLesson = R"md(---
title: A title
order: 3
kind: cause
notice: Watch this.
relation: Capacity 0 -> 1.
want:
- leaked main.1.2 "chan receive (nil chan)" leaky.go:30
wrong_models:
- It ends by itself.
decisive:
- at: leaky:32 chan send main.1 #4
- ask: What happens?
- right: It parks.
- wrong: It ends.
- because: So it is.
schedule: g1:1/2
notes:
- Say it slowly.
---
## What happens

Text.
)md";

std::string error_of(std::string text) {
  const Result<Lesson> lesson = parse_lesson(text);
  return lesson.ok() ? "parsed" : lesson.error();
}

std::string with(std::string_view from, std::string_view to) {
  std::string text(kGoodLesson);
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(Lesson, ReadsEveryKey) {
  const Result<Lesson> parsed = parse_lesson(kGoodLesson);
  ASSERT_TRUE(parsed.ok()) << parsed.error();
  const Lesson& lesson = parsed.value();
  EXPECT_EQ(lesson.title, "A title");
  EXPECT_EQ(lesson.order, 3u);
  EXPECT_EQ(lesson.kind, LessonKind::Cause);
  EXPECT_EQ(lesson.schedule, "g1:1/2");
  ASSERT_EQ(lesson.want.size(), 1u);
  EXPECT_EQ(lesson.want[0].goroutine, "main.1.2");
  EXPECT_EQ(lesson.want[0].reason, "chan receive (nil chan)");
  EXPECT_EQ(lesson.want[0].file, "leaky.go");
  EXPECT_EQ(lesson.want[0].line, 30u);
  ASSERT_EQ(lesson.decisive.size(), 1u);
  EXPECT_EQ(lesson.decisive[0].operation, "chan send");
  EXPECT_EQ(lesson.decisive[0].goroutine, "main.1");
  EXPECT_EQ(lesson.decisive[0].line, 32u);
  EXPECT_EQ(lesson.decisive[0].count, 4u);
  ASSERT_EQ(lesson.decisive[0].answers.size(), 2u);
  EXPECT_TRUE(lesson.decisive[0].answers[0].is_right);
  EXPECT_EQ(lesson.text, "## What happens\n\nText.\n");
}

TEST(Lesson, CarriageReturnsAndBlankLinesAreNothing) {
  EXPECT_EQ(error_of(with("title: A title\n", "\n \t\ntitle: A title\r\n")), "parsed");
}

TEST(Lesson, ErrorsNameTheLine) {
  EXPECT_EQ(error_of(""), "lesson.md:1: expected --- on the first line");
  EXPECT_EQ(error_of("---\ntitle: x\n"), "lesson.md:2: the front matter has no second ---");
  EXPECT_EQ(error_of(with("kind: cause", "colour: red")), "lesson.md:4: unknown key: colour");
  EXPECT_EQ(error_of(with("kind: cause", "title: again")),
            "lesson.md:4: the key title stands twice");
  EXPECT_EQ(error_of(with("kind: cause\n", "")), "lesson.md:19: the key kind is missing");
  EXPECT_EQ(error_of(with("kind: cause", "kind: other")),
            "lesson.md:4: kind is neither pattern nor cause");
  EXPECT_EQ(error_of(with("order: 3", "order: 0")),
            "lesson.md:3: order is not a whole number from 1");
  EXPECT_EQ(error_of(with("order: 3", "order: 3rd")),
            "lesson.md:3: order is not a whole number from 1");
  EXPECT_EQ(error_of(with("title: A title", "title:")), "lesson.md:2: the key title has no value");
  EXPECT_EQ(error_of(with("notes:", "notes: x")), "lesson.md:18: a value beside a list key");
  EXPECT_EQ(error_of(with("notice: Watch this.", "- an item")),
            "lesson.md:5: an item that belongs to no list");
  EXPECT_EQ(error_of(with("notice:", "  notice:")), "lesson.md:5: an indented line");
  EXPECT_EQ(error_of(with("notice:", "notice")), "lesson.md:5: expected \"key: value\"");
  EXPECT_EQ(error_of(with("g1:1/2", "g1:x")), "lesson.md:17: schedule: column 4: expected a digit");
}

TEST(Lesson, WantsAreParsedToTheLetter) {
  EXPECT_EQ(error_of(with("leaked main", "leaks main")),
            "lesson.md:8: expected leaked, never_wakes or alive_at_exit");
  EXPECT_EQ(error_of(with("main.1.2", "main.x")),
            "lesson.md:8: expected a goroutine such as main.1");
  EXPECT_EQ(error_of(with("leaky.go:30", "leaky.go")),
            "lesson.md:8: expected \"reason\" file:line");
}

TEST(Lesson, QuestionsAreComplete) {
  EXPECT_EQ(error_of(with("- ask: What happens?\n", "")),
            "lesson.md:13: ask: comes right after at:, and once");
  EXPECT_EQ(error_of(with("- wrong: It ends.\n", "")),
            "lesson.md:16: a question has one to three wrong answers");
  EXPECT_EQ(error_of(with("- right: It parks.\n", "")),
            "lesson.md:16: a question has one right answer");
  EXPECT_EQ(error_of(with("- because: So it is.\n", "")),
            "lesson.md:16: a question without because:");
  EXPECT_EQ(error_of(with("leaky:32", "leaky:x")), "lesson.md:12: expected a line number");
  EXPECT_EQ(error_of(with("#4", "#0")), "lesson.md:12: expected a number from 1 after #");
}

TEST(Lesson, EveryLessonOfTheRepositoryParses) {
  std::size_t files = 0;
  for (const EmbeddedFile& file : embedded_lessons()) {
    if (!file.path.ends_with("/lesson.md")) continue;
    ++files;
    const Result<Lesson> lesson = parse_lesson(file.text);
    EXPECT_TRUE(lesson.ok()) << file.path << ": " << lesson.error();
  }
  EXPECT_EQ(all_lessons().size(), files);
}

TEST(Lesson, LessonsAreInTheirOrderAndComplete) {
  std::set<uint32_t> orders;
  for (const LessonEntry& entry : all_lessons()) {
    EXPECT_TRUE(orders.insert(entry.lesson.order).second) << entry.name;
    EXPECT_EQ(entry.lesson.order, *orders.rbegin()) << entry.name;
    EXPECT_FALSE(entry.leaky.empty()) << entry.name;
    EXPECT_FALSE(entry.fixed.empty()) << entry.name;
  }
}

}  // namespace
}  // namespace gopark
