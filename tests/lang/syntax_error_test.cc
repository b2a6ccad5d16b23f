// What is not Go: the words and places of the diagnostics, and input that is not even text.
#include <algorithm>
#include <chrono>
#include <string>

#include <gtest/gtest.h>

#include "sim/lang/syntax.h"
#include "tests/lang/parsed.h"
#include "tests/lang/syntax_mistakes.h"

namespace gopark::lang {
namespace {

std::string repeat(const std::string& text, std::size_t count) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) result += text;
  return result;
}

std::string syntax_messages(const std::string& source) {
  return parse(source)->messages();
}

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

TEST(SyntaxError, SaysWhatGoSays) {
  for (const SyntaxMistake& mistake : kSyntaxMistakes) {
    EXPECT_EQ(syntax_messages("package main\n" + std::string(mistake.source)), mistake.diagnostics)
        << mistake.name << "\n"
        << mistake.source;
  }
}

TEST(SyntaxError, PackageClause) {
  EXPECT_EQ(syntax_messages(""), "1:1: expected 'package', found 'EOF'\n");
  EXPECT_EQ(syntax_messages("func main() {}\n"), "1:1: expected 'package', found 'func'\n");
  EXPECT_EQ(syntax_messages("hello world\n"), "1:1: expected 'package', found hello\n");
  EXPECT_EQ(syntax_messages("package"), "1:8: expected 'IDENT', found 'EOF'\n");
  EXPECT_EQ(syntax_messages("package 12\n"), "1:9: expected 'IDENT', found 12\n");
  EXPECT_EQ(syntax_messages("package _\n"), "1:9: invalid package name _\n");
  EXPECT_EQ(syntax_messages("package main foo\n"),
            "1:14: syntax error: unexpected name foo, expected semicolon or newline\n");
}

TEST(SyntaxError, ImportsStopAtTheFirstMistake) {
  const auto after_package = [](const std::string& text) {
    return syntax_messages("package p\n" + text);
  };
  EXPECT_EQ(after_package("import fmt\nfunc f( {}\n"),
            "2:11: missing import path; require quoted string\n");
  EXPECT_EQ(after_package("import (\n\"fmt\",\n\"os\"\n)\n"), "3:6: expected ';', found ','\n");
  EXPECT_EQ(after_package("import \"fmt\", \"os\"\n"),
            "2:13: syntax error: unexpected comma after top level declaration\n");
  EXPECT_EQ(after_package("import \"\"\n"), "2:8: invalid import path: \"\"\n");
  EXPECT_EQ(after_package("import \"a b\"\n"), "2:8: invalid import path: \"a b\"\n");
  EXPECT_EQ(after_package("import 12\n"), "2:8: import path must be a string\n");
  EXPECT_EQ(after_package("import (\n\"fmt\"\nfunc f() {}\n"),
            "4:1: missing import path; require quoted string\n");
}

TEST(SyntaxError, SeveralInOrderOneALine) {
  EXPECT_EQ(syntax_messages("package p\nfunc f() {\n\tx = = 1 )\n}\n\nfunc g( {\n}\nvar @ int\n"),
            "3:6: syntax error: unexpected =, expected expression\n"
            "6:9: syntax error: unexpected {, expected )\n"
            "8:5: invalid character U+0040 '@'\n");
}

TEST(SyntaxError, OneParserOnlyForWhatTheTreeCannotHold) {
  EXPECT_EQ(syntax_messages("package p\nconst a int\n"), "2:7: missing init expr for a\n");
  EXPECT_EQ(syntax_messages("package p\nvar _ = ~1\n"),
            "2:9: cannot use ~ outside of interface or type constraint\n");
}

TEST(SyntaxError, InvalidText) {
  EXPECT_EQ(syntax_messages("package p\nvar \xFFx int\n"), "2:5: invalid UTF-8 encoding\n");
  EXPECT_EQ(syntax_messages("package p\nvar x\xEF\xBB\xBF int\n"),
            "2:6: invalid BOM in the middle of the file\n");
  EXPECT_EQ(syntax_messages("package p\nvar x² int\n"),
            "2:6: invalid character U+00B2 '²' in identifier\n");
  EXPECT_EQ(syntax_messages("package p\nvar ١ int\n"),
            "2:5: identifier cannot begin with digit U+0661 '١'\n");
}

TEST(SyntaxError, ABinaryFileIsRefusedOnce) {
  using std::string_literals::operator""s;
  EXPECT_EQ(syntax_messages("\x7f"s + "ELF\x02\x01\0\0\n\0"s), "1:7: invalid NUL character\n");
  EXPECT_EQ(syntax_messages("package\0p\nvar x y z\n"s), "1:8: invalid NUL character\n");
}

TEST(SyntaxError, WithANulByteTheRestIsRead) {
  using std::string_literals::operator""s;
  EXPECT_EQ(syntax_messages("package p\nvar x\0int\n"s),
            "2:6: invalid NUL character\n"
            "2:10: syntax error: unexpected newline, expected type\n");
  EXPECT_EQ(syntax_messages("package p\nvar x\0 int\nvar s = \"\0\"\n"s),
            "2:6: invalid NUL character\n3:10: invalid NUL character\n");
}

TEST(SyntaxError, SourceUpToTheLimit) {
  const std::string source = "package p\n//";
  const auto of_size = [&](std::size_t size) {
    return syntax_messages(source + std::string(size - source.size(), 'x'));
  };
  EXPECT_EQ(of_size(kMaxSourceBytes), "");
  EXPECT_EQ(of_size(kMaxSourceBytes + 1), "1:1: source file is larger than 262144 bytes\n");
}

TEST(SyntaxError, NestingUpToTheLimit) {
  const auto nested = [](std::size_t count) {
    return syntax_messages("package p\nvar x = " + repeat("(", count) + "1" + repeat(")", count) +
                           "\n");
  };
  EXPECT_EQ(nested(kMaxNesting - 1), "");
  EXPECT_EQ(nested(kMaxNesting), "2:1009: syntax error: exceeded max nesting depth\n");
}

TEST(SyntaxError, ChainsUpToTheLimit) {
  const auto chain = [](std::size_t operators) {
    return syntax_messages("package p\nvar x = a" + repeat("+a", operators) + "\n");
  };
  EXPECT_EQ(chain(kMaxTreeDepth - 1), "");  // the first operand is a level too
  EXPECT_EQ(chain(kMaxTreeDepth), "2:9: exceeded max nesting depth\n");
}

// However a tree becomes deep, it is measured as a whole.
TEST(SyntaxError, ChainsInsideEachOtherAddUp) {
  const std::string half = repeat("+a", kMaxTreeDepth / 2);
  const std::string deep[] = {
      "var x = (a" + half + ")" + half,
      "var x = a" + repeat(".a", kMaxTreeDepth / 2) + half,
      "var x = f(a" + half + ")" + repeat("[0]", kMaxTreeDepth / 2),
      "var x = func() int { return a" + half + " }()" + half,
      "var x = T{a" + half + "}.a" + half,
      "type T [a" + half + "]int; var x = [a" + half + "]int{}[0]" + half,
      "func f() {" + repeat("if x {", kMaxNesting / 2) + "x = a" + half + half,
  };
  for (const std::string& source : deep) {
    const std::string closing = source.back() == 'a' && source.rfind("func", 0) == 0
                                    ? repeat("}", kMaxNesting / 2 + 1)
                                    : std::string();
    const std::string messages = syntax_messages("package p\n" + source + closing + "\n");
    EXPECT_NE(messages.find(": exceeded max nesting depth\n"), std::string::npos)
        << source.substr(0, 40) << messages;
  }
}

// Many chains side by side are no deep tree.
TEST(SyntaxError, ChainsSideBySideDoNotAddUp) {
  const std::string sum = "a" + repeat("+a", 9);
  const std::string wide[] = {
      "var x = f(" + repeat(sum + ", ", kMaxTreeDepth) + "0)",
      "var x = []T{" + repeat(sum + ".a.b, ", kMaxTreeDepth) + "}",
      "func f() {" + repeat(sum + "()\n", kMaxTreeDepth) + "}",
      repeat("func f() {}\n", kMaxTreeDepth),
      repeat("var x = " + sum + "\n", kMaxTreeDepth),
      "func f[" + repeat("P A|B|C, ", kMaxTreeDepth) + "]() {}",
      "func f() { switch { " + repeat("case x: " + sum + "()\n", kMaxTreeDepth) + " } }",
  };
  for (const std::string& source : wide) {
    EXPECT_EQ(syntax_messages("package p\n" + source + "\n"), "") << source.substr(0, 40);
  }
}

// Each of these once was, or could be, a crash or a long wait.
TEST(SyntaxError, HostileInputIsAnsweredInTime) {
  constexpr std::size_t kMany = 10000;
  const std::string sources[] = {
      "var x = " + repeat("(", kMany) + repeat(")", kMany),
      "var x = " + repeat("(", kMany),
      "func f() " + repeat("{", kMany),
      "var x " + repeat("[", kMany),
      "var x " + repeat("*", kMany) + "int",
      "var x " + repeat("chan ", kMany) + "int",
      "var x " + repeat("func(", kMany),
      "type T " + repeat("struct{ a ", kMany),
      "type T " + repeat("interface{ m(", kMany),
      "var x " + repeat("T[", kMany),
      "var x = T" + repeat("{", kMany),
      "var x = a" + repeat("+a", kMany),
      "var x = a" + repeat(".a", kMany),
      "var x = a" + repeat("()", kMany),
      "var x = a" + repeat("[0]", kMany),
      "func f() { x := " + repeat("<-", kMany) + "c }",
      "func f() { x := " + repeat("!", kMany) + "c }",
      "func f() {" + repeat("L:", kMany) + "}",
      "func f() {" + repeat("if x {} else ", kMany) + "{} }",
      "var x = " + repeat("func(){ x = ", kMany),
      "func f() { switch {" + repeat("case 1:", kMany),
      "var x = \"" + repeat("\\", kMany),
      repeat("@", kMany),
      repeat("\xFF", kMany),
      repeat("/*", kMany),
      repeat("'", kMany),
      repeat("else\n", kMany),
  };
  for (const std::string& source : sources) {
    const auto start = std::chrono::steady_clock::now();
    EXPECT_NE(syntax_messages("package p\n" + source + "\n"), "") << source.substr(0, 40);
    const auto taken = std::chrono::steady_clock::now() - start;
    EXPECT_LT(taken, std::chrono::seconds(1)) << source.substr(0, 40);
  }
}

TEST(SyntaxError, ManyErrorsAreCut) {
  std::string source = "package p\n";
  for (std::size_t i = 0; i <= kMaxDiagnostics; ++i) source += "@\n";
  const std::string text = syntax_messages(source);
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'),
            static_cast<std::ptrdiff_t>(kMaxDiagnostics) + 1);
  EXPECT_NE(text.find("102:1: too many errors\n"), std::string::npos);
  EXPECT_EQ(first_line(text), "2:1: invalid character U+0040 '@'");
}

}  // namespace
}  // namespace gopark::lang
