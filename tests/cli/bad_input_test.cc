// Whatever text comes, there is an answer: a diagnostic, Go's own panic text, or a named limit.
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "native/cli/cli.h"
#include "tests/sanitized.h"

namespace gopark {
namespace {

struct Story {
  const char* name;
  std::string source;
  int code;
  std::vector<std::string> says;  // on stderr, each of them
  std::vector<std::string> options = {};
};

std::string repeated(std::string_view text, std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

std::string package_main(const std::string& rest) {
  return "package main\n\n" + rest + "\n";
}

std::string in_main(const std::string& statements) {
  return package_main("func main() { " + statements + " }");
}

std::string name_of_story(const testing::TestParamInfo<Story>& info) {
  return info.param.name;
}

class BadInput : public testing::TestWithParam<Story> {};

TEST_P(BadInput, HasAnAnswer) {
  const Story& story = GetParam();
  std::istringstream in(story.source);
  std::ostringstream out, err;
  std::vector<std::string> arguments = {"run", "-"};
  arguments.insert(arguments.end(), story.options.begin(), story.options.end());
  EXPECT_EQ(run_cli(arguments, Streams{in, out, err}), story.code);
  for (const std::string& part : story.says) {
    EXPECT_NE(err.str().find(part), std::string::npos)
        << "wanted: " << part << "\nsaid: " << err.str().substr(0, 2000);
  }
}

// Texts that are refused: exit 3.
const Story kRefused[] = {
    {"Empty", "", 3, {"stdin.go:1:1: expected 'package', found 'EOF'"}},
    {"Binary", std::string("\0\1\2\3\xff\xfe", 6), 3, {"stdin.go:1:1: invalid NUL character"}},
    {"TenMegabytes",
     package_main("// " + std::string(10u << 20, 'x') + "\nfunc main() {}"),
     3,
     {"stdin.go:1:1: source file is larger than 262144 bytes"}},
    {"UnclosedString",
     package_main("func main() {\n\tprintln(\"abc)\n}"),
     3,
     {"stdin.go:4:15: newline in string"}},
    {"TenThousandParentheses",
     package_main("var x = " + std::string(10000, '(') + "1" + std::string(10000, ')')),
     3,
     {"exceeded max nesting depth"}},
    {"InvalidUtf8", in_main("println(\"\xff\")"), 3, {"invalid UTF-8 encoding"}},
    {"ByteOrderMarkInTheMiddle",
     in_main("println(\"\xef\xbb\xbf\")"),
     3,
     {"invalid BOM in the middle of the file"}},
    {"NoMain", package_main("func f() {}"), 3, {"function main is undeclared in the main package"}},
    {"TwoMains",
     package_main("func main() {}\nfunc main() {}"),
     3,
     {"stdin.go:4:6: main redeclared in this block", "other declaration of main"}},
    {"CycleOfNames",
     package_main("const a = b\nconst b = a\ntype T [2]T\nvar x = y\nvar y = x\nfunc main() {}"),
     3,
     {"initialization cycle", "invalid recursive type: T", "x refers to y"}},
    {"UnknownPackage",
     package_main("import \"net/http/nothing\"\nfunc main() { nothing.X() }"),
     3,
     {"package net/http/nothing is not in std"}},
    {"UnsupportedPackage",
     package_main("import \"unsafe\"\nfunc main() { _ = unsafe.Sizeof(1) }"),
     3,
     {"package \"unsafe\" is not supported by the simulator"}},
    {"AnErrorOnEveryLine",
     package_main("func main() {\n" + repeated("\tvar _ int = \"a\"\n", 3000) + "}"),
     3,
     {"stdin.go:4:14: cannot use \"a\"", "stdin.go:12:14: cannot use \"a\""}},
};
INSTANTIATE_TEST_SUITE_P(Refused, BadInput, testing::ValuesIn(kRefused), name_of_story);

// Texts that only look bad.
const Story kGood[] = {
    {"ByteOrderMarkAtTheStart", "\xef\xbb\xbf" + in_main("println(1)"), 0, {"1\n"}},
    {"CarriageReturns", "package main\r\n\r\nfunc main() {\r\n\tprintln(1)\r\n}\r\n", 0, {"1\n"}},
};
INSTANTIATE_TEST_SUITE_P(Good, BadInput, testing::ValuesIn(kGood), name_of_story);

// Programs that crash say what Go says.
const Story kCrash[] = {
    {"DivisionByZero",
     in_main("x := 0; println(1 / x)"),
     2,
     {"panic: runtime error: integer divide by zero", "goroutine 1 [running]:\nmain.main()"}},
    {"NilMap",
     in_main("var m map[string]int; m[\"a\"] = 1"),
     2,
     {"panic: assignment to entry in nil map"}},
    {"NilPointer",
     in_main("var p *int; println(*p)"),
     2,
     {"panic: runtime error: invalid memory address or nil pointer dereference"}},
    {"OutOfRange",
     in_main("s := []int{1}; i := 5; println(s[i])"),
     2,
     {"panic: runtime error: index out of range [5] with length 1"}},
    {"CloseOfNil", in_main("var c chan int; close(c)"), 2, {"panic: close of nil channel"}},
};
INSTANTIATE_TEST_SUITE_P(Crash, BadInput, testing::ValuesIn(kCrash), name_of_story);

// Programs that want more than there is meet a limit with a name, and what was reached.
const Story kLimit[] = {
    {"Forever",
     in_main("for {}"),
     2,
     {"step limit: 1000 steps done, and the program has not ended (--max-steps)"},
     {"--max-steps", "1000"}},
    {"Terabytes", in_main("_ = make([]int, 1<<40)"), 2, {"memory limit: ", "(--max-memory)"}},
    {"AChannelOf2To31", in_main("c := make(chan int, 1<<31); c <- 1"), 2, {"memory limit: "}},
    // Each name would be as long as the chain of those who started it.
    {"EachStartsTheNext",
     package_main("func spawn() {\n\tgo spawn()\n\tselect {}\n}\n\nfunc main() {\n\tspawn()\n}"),
     2,
     {"step limit: 200000 steps done", "the first is main.1"},
     {"--max-steps", "200000"}},
    {"AHundredThousandEachSpawnOne",
     in_main("for i := 0; i < 100000; i++ { go func() { go func() { select {} }() }() }; "
             "for { }"),
     2,
     {"step limit: 400000 steps done"},
     {"--max-steps", "400000"}},
};
INSTANTIATE_TEST_SUITE_P(Limit, BadInput, testing::ValuesIn(kLimit), name_of_story);

// What takes half a minute under the sanitizers, where it would do nothing that the others do not.
[[maybe_unused]] const Story kHuge[] = {
    {"Recursion",
     package_main("func f(n int) int { return f(n+1) + 1 }\nfunc main() { println(f(0)) }"),
     2,
     {"runtime: goroutine stack exceeds 1000000000-byte limit\nfatal error: stack overflow",
      "main.f(...)", "...additional frames elided...", "main.main()"}},
    {"AHundredMegabytesOfOutput",
     package_main("import \"fmt\"\nfunc main() {\n\ts := make([]byte, 1<<16)\n\tfor {\n"
                  "\t\tfmt.Println(string(s))\n\t}\n}"),
     2,
     {"output limit: the program has printed 67", "67108864"}},
};
#ifndef GOPARK_SANITIZED
INSTANTIATE_TEST_SUITE_P(Huge, BadInput, testing::ValuesIn(kHuge), name_of_story);
#endif

}  // namespace
}  // namespace gopark
