#include "sim/lang/syntax_highlight.h"

#include <string>

#include <gtest/gtest.h>

#include "sim/lang/syntax.h"

namespace gopark::lang {
namespace {

// The pieces of that kind, each followed by a blank.
std::string pieces(std::string_view source, HighlightKind kind) {
  std::string text;
  for (const HighlightSpan& span : highlight(source)) {
    if (span.kind != kind) continue;
    text += source.substr(span.offset, span.length);
    text += ' ';
  }
  return text;
}

constexpr std::string_view kProgram = R"(package main // entry
import "fmt"
type T struct{ n int }
func (t *T) add(m int) { t.n += m }
func main() {
	ch := make(chan T, 1_0)
	go func() { ch <- T{n: 'a'} }()
	t := <-ch
	t.add(len(`x`) + int(2))
	fmt.Println(t == nil, true)
}
)";

TEST(Highlight, EachKind) {
  EXPECT_EQ(pieces(kProgram, HighlightKind::Keyword),
            "package import type struct func func chan go func ");
  EXPECT_EQ(pieces(kProgram, HighlightKind::Type), "T int T int T T int ");
  EXPECT_EQ(pieces(kProgram, HighlightKind::Function), "add main add Println ");
  EXPECT_EQ(pieces(kProgram, HighlightKind::Builtin), "make len ");
  EXPECT_EQ(pieces(kProgram, HighlightKind::Constant), "nil true ");
  EXPECT_EQ(pieces(kProgram, HighlightKind::String), "\"fmt\" 'a' `x` ");
  EXPECT_EQ(pieces(kProgram, HighlightKind::Number), "1_0 2 ");
  EXPECT_EQ(pieces(kProgram, HighlightKind::Comment), "// entry ");
  EXPECT_EQ(pieces(kProgram, HighlightKind::Operator), "* += := <- := <- + == ");
  EXPECT_EQ(pieces(kProgram, HighlightKind::Variable), "main n t m t n m ch ch n t ch t fmt t ");
}

TEST(Highlight, CoversAllButBlanksInOrder) {
  uint32_t covered = 0;
  for (const HighlightSpan& span : highlight(kProgram)) {
    const std::string_view between = kProgram.substr(covered, span.offset - covered);
    EXPECT_GE(span.offset, covered);
    EXPECT_EQ(between.find_first_not_of(" \t\n"), std::string_view::npos) << between;
    covered = span.offset + span.length;
  }
  EXPECT_EQ(kProgram.substr(covered), "\n");
}

TEST(Highlight, WhileItIsBeingTyped) {
  const std::string_view source = "package main\nfunc main() {\n\tfor i := range \"x";
  EXPECT_EQ(pieces(source, HighlightKind::Keyword), "package func for range ");
}

TEST(Highlight, NamesByTheirPlace) {
  const std::string_view source = R"(package p
import "time"
type (
	Key = string
	Set[K comparable, V ~int | Key] struct {
		time.Time
		string map[K][]*V
	}
	Closer interface{ close(len int) (Key, error) }
)
func (s *Set[K, V]) clear(any, max Key) (nil bool) {
	var x = struct{ a Key }{f[Key](Set[int, int]{}, new(Key), []Key{true.nil})}
error:
	for range x.(Closer).len(x) {
		switch x := s.v.(type) {
		case nil, *Closer, chan<- Key:
			break error
		}
	}
	return Key(max)
}
)";
  EXPECT_EQ(pieces(source, HighlightKind::Type),
            "Key string Set K comparable V int Key Time K V Closer int Key error Set K V Key bool "
            "Key Set int int Key Key Closer Closer Key ");
  EXPECT_EQ(pieces(source, HighlightKind::Function), "close clear f len Key ");
  EXPECT_EQ(pieces(source, HighlightKind::Builtin), "new ");
  EXPECT_EQ(pieces(source, HighlightKind::Constant), "true nil ");
}

// The function after a broken one is coloured as it will be; so is what the parser could make of a
// text without a package clause, and of one that is nested too deep to be read.
TEST(Highlight, WhatIsWholeBesideWhatIsBroken) {
  const std::string whole = "func f(a, b T) { g(U{}) }\n";
  for (const std::string broken : {"package p\nfunc h( {\n\tx :=\n}\n", "import oops\n", "",
                                   "package p\nvar x = }\n", "@\n"}) {
    EXPECT_EQ(pieces(broken + whole, HighlightKind::Type), "T U ") << broken;
  }
  const std::string deep = "package p\nvar x = " + std::string(100000, '(');
  EXPECT_EQ(pieces(deep + whole, HighlightKind::Function), "f g ");
  std::string chain = "package p\nvar x = 1";
  for (int i = 0; i < 40000; ++i) chain += "+x.y";
  EXPECT_EQ(pieces(chain + "\n" + whole, HighlightKind::Type), "T U ");
}

TEST(Highlight, CommentsEverywhere) {
  const std::string_view source = "// a\npackage /* b */ p /* c\nd */ // e\n/* open";
  EXPECT_EQ(pieces(source, HighlightKind::Comment), "// a /* b */ /* c\nd */ // e /* open ");
  EXPECT_EQ(pieces("/", HighlightKind::Comment), "");
  EXPECT_EQ(pieces("/*", HighlightKind::Comment), "/* ");
  EXPECT_EQ(pieces("//", HighlightKind::Comment), "// ");
}

TEST(Highlight, TextThatIsNotGo) {
  EXPECT_TRUE(highlight("").empty());
  for (const HighlightSpan& span : highlight("\xFF\x00\xC3(\n@ ")) {
    EXPECT_LE(span.offset + span.length, 7u);
  }
}

// The parser names the leaf of a NUL byte with the empty text (found by fuzzing).
TEST(Highlight, ByteThatHasNoName) {
  const std::string source("package p\nvar x = \0\n", 20);
  EXPECT_EQ(pieces(source, HighlightKind::Keyword), "package var ");
}

TEST(Highlight, TextUpToTheLimit) {
  std::string source = "package p\n//";
  source.resize(kMaxSourceBytes, 'x');
  EXPECT_FALSE(highlight(source).empty());
  EXPECT_TRUE(highlight(source + "x").empty());
}

}  // namespace
}  // namespace gopark::lang
