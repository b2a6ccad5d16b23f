// What a learner gets wrong, and what Go says about it. Sources follow a line "package main".
// syntax_error_test.cc holds us to the texts, syntax_oracle_test.cc holds the texts to real Go.
#pragma once

#include <cstdint>
#include <string_view>

namespace gopark::lang {

// Go 1.19, the oldest release that may judge us, has another text for the same mistake.
enum class Wording : uint8_t { SameSinceGo119, NewerThanGo119 };

struct SyntaxMistake {
  std::string_view name;
  std::string_view source;
  std::string_view diagnostics;  // one a line: "line:column: message"
  Wording wording = Wording::SameSinceGo119;
};

inline constexpr SyntaxMistake kSyntaxMistakes[] = {
    {"MissingClosingBrace", R"(func main() {
	x := 1
	_ = x
)",
     R"(5:1: syntax error: unexpected EOF, expected }
)"},
    {"MissingParenInCall", R"(func main() {
	println("a"
	println("b")
}
)",
     R"(3:13: syntax error: unexpected newline in argument list; possibly missing comma or )
)"},
    {"MissingCommaInLiteral", R"(var xs = []int{
	1,
	2
}
)",
     R"(4:3: syntax error: unexpected newline in composite literal; possibly missing comma or }
)"},
    {"MissingCommaInCall", R"(func main() {
	println(1 2)
}
)",
     R"(3:12: syntax error: unexpected literal 2 in argument list; possibly missing comma or )
)"},
    {"ShortDeclarationOutside", R"(x := 1
)",
     R"(2:1: syntax error: non-declaration statement outside function body
)"},
    {"AssignmentOutside", R"(var x int
x = 1
)",
     R"(3:1: syntax error: non-declaration statement outside function body
)"},
    {"CallOutside", R"(println("hi")
)",
     R"(2:1: syntax error: non-declaration statement outside function body
)"},
    {"EqualsForColonEquals", R"(const x := 1
)",
     R"(2:9: syntax error: unexpected :=, expected =
)"},
    {"ElseOnNewLine", R"(func main() {
	if true {
	}
	else {
	}
}
)",
     R"(5:2: syntax error: unexpected keyword else, expected }
)"},
    {"ElseWithoutBlock", R"(func main() {
	if true {
	} else println(1)
}
)",
     R"(4:9: syntax error: else must be followed by if or statement block
)"},
    {"MissingExpression", R"(func main() {
	x :=
	_ = x
}
)",
     R"(4:4: syntax error: unexpected = at end of statement
)"},
    {"MissingOperand", R"(func main() {
	x := 1 +
}
)",
     R"(4:1: syntax error: unexpected }, expected expression
)"},
    {"UnclosedString", R"(func main() {
	println("hello)
}
)",
     R"(3:17: newline in string
3:17: syntax error: unexpected newline in argument list; possibly missing comma or )
)"},
    {"UnclosedRawString", R"(func main() {
	println(`hello)
}
)",
     R"(3:10: string not terminated
5:1: syntax error: unexpected EOF in argument list; possibly missing comma or )
)"},
    {"UnclosedRune", R"(func main() {
	x := 'a
}
)",
     R"(3:9: newline in rune literal
)"},
    {"SingleQuotedString", R"(func main() {
	println('hello')
}
)",
     R"(3:10: more than one character in rune literal
)"},
    {"EmptyRune", R"(func main() {
	println('')
}
)",
     R"(3:11: empty rune literal or unescaped '
)"},
    {"UnknownEscape", R"(func main() {
	println("\d")
}
)",
     R"(3:12: unknown escape
)"},
    {"UnclosedComment", R"(func main() {
}
/* forever
)",
     R"(4:1: comment not terminated
)"},
    {"StrayBrace", R"(func main() {
}
}
)",
     R"(4:1: syntax error: non-declaration statement outside function body
)"},
    {"StrayParen", R"(func main() {
	println(1))
}
)",
     R"(3:12: syntax error: unexpected ) at end of statement
)"},
    {"KeywordAsName", R"(func main() {
	var range int
	type := 3
}
)",
     R"(3:6: syntax error: unexpected keyword range, expected name
4:7: syntax error: unexpected :=, expected name
)"},
    {"KeywordAsFunction", R"(func select() {}
)",
     R"(2:6: syntax error: unexpected keyword select, expected name or (
)"},
    {"FuncWithoutName", R"(func () {
}
)",
     R"(2:9: method has no receiver
2:9: syntax error: unexpected {, expected name
)",
     Wording::NewerThanGo119},
    {"FuncWithoutParens", R"(func main {
}
)",
     R"(2:11: syntax error: unexpected {, expected (
3:1: syntax error: unexpected }, expected )
)"},
    {"BraceOnNextLine", R"(func main()
{
}
)",
     R"(3:1: syntax error: unexpected semicolon or newline before {
)"},
    {"IfBraceOnNextLine", R"(func main() {
	if true
	{
	}
}
)",
     R"(3:9: syntax error: unexpected newline, expected { after if clause
)"},
    {"ForBraceOnNextLine", R"(func main() {
	for i := 0; i < 3; i++
	{
	}
}
)",
     R"(3:24: syntax error: unexpected newline, expected { after for clause
)"},
    {"ForWithoutPost", R"(func main() {
	for i := 0; i < 3 {
	}
}
)",
     R"(3:20: syntax error: unexpected {, expected semicolon or newline
4:2: syntax error: unexpected }, expected expression
)"},
    {"ForWithoutCondition", R"(func main() {
	for i := 0; {
	}
}
)",
     R"(3:14: syntax error: unexpected {, expected for loop condition
)"},
    {"ForWithOnlyInit", R"(func main() {
	for i := 0 {
	}
}
)",
     R"(3:8: syntax error: cannot use i := 0 as value
)"},
    {"ForWithVar", R"(func main() {
	for var i = 0; i < 3; i++ {
	}
}
)",
     R"(3:10: syntax error: var declaration not allowed in for initializer
)"},
    {"ForWithParens", R"(func main() {
	for (i := 0; i < 3; i++) {
	}
}
)",
     R"(3:9: syntax error: unexpected :=, expected )
)"},
    {"ForWithCommas", R"(func main() {
	for i := 0, i < 3, i++ {
	}
}
)",
     R"(3:22: syntax error: unexpected ++, expected {
)"},
    {"ForPostDeclares", R"(func main() {
	for i := 0; i < 3; j := 1 {
	}
}
)",
     R"(3:23: syntax error: cannot declare in post statement of for loop
)"},
    {"ForIn", R"(func main() {
	for x in xs {
	}
}
)",
     R"(3:8: syntax error: unexpected name in, expected {
)"},
    {"While", R"(func main() {
	while true {
	}
}
)",
     R"(3:8: syntax error: unexpected name true at end of statement
5:1: syntax error: non-declaration statement outside function body
)"},
    {"AssignmentAsCondition", R"(func main() {
	x := 1
	if x = 2 {
	}
}
)",
     R"(4:7: syntax error: cannot use assignment x = 2 as value
)",
     Wording::NewerThanGo119},
    {"AssignmentOfSumAsCondition", R"(func main() {
	x := 1
	if x = 1 + 1 {
	}
}
)",
     R"(4:7: syntax error: cannot use assignment x = (1 + 1) as value
)",
     Wording::NewerThanGo119},
    {"DeclarationAsCondition", R"(func main() {
	if x := 2 {
	}
}
)",
     R"(3:7: syntax error: cannot use x := 2 as value
)"},
    {"IfWithoutCondition", R"(func main() {
	if {
	}
}
)",
     R"(3:5: syntax error: missing condition in if statement
)"},
    {"IfWithoutBraces", R"(func main() {
	if true return
}
)",
     R"(3:10: syntax error: unexpected keyword return, expected {
4:1: syntax error: unexpected }, expected expression
)"},
    {"IfParensNoBraces", R"(func main() {
	if (true)
		return
}
)",
     R"(4:3: syntax error: unexpected keyword return, expected expression
)"},
    {"Ternary", R"(func main() {
	x := true ? 1 : 2
}
)",
     R"(3:12: invalid character U+003F '?'
3:14: syntax error: unexpected literal 1 at end of statement
)"},
    {"PlusPlusAsExpression", R"(func main() {
	x := 1
	y := x++
}
)",
     R"(4:8: syntax error: unexpected ++ at end of statement
)"},
    {"PrefixPlusPlus", R"(func main() {
	x := 1
	++x
}
)",
     R"(4:2: syntax error: unexpected ++, expected }
)"},
    {"CStyleDeclaration", R"(func main() {
	int x = 1
}
)",
     R"(3:6: syntax error: unexpected name x at end of statement
)"},
    {"ColonInParameter", R"(func f(x: int) {
}
)",
     R"(2:9: syntax error: unexpected : in parameter list; possibly missing comma or )
)"},
    {"ArrowResult", R"(func f() -> int {
}
)",
     R"(2:10: syntax error: unexpected - after top level declaration
)"},
    {"MixedParameters", R"(func f(a int, string) {
}
)",
     R"(2:15: syntax error: mixed named and unnamed parameters
)"},
    {"VarWithoutType", R"(func main() {
	var x
}
)",
     R"(3:7: syntax error: unexpected newline, expected type
)"},
    {"VarShort", R"(func main() {
	var x := 1
}
)",
     R"(3:8: syntax error: unexpected :=, expected =
)"},
    {"Let", R"(func main() {
	let x = 1
}
)",
     R"(3:6: syntax error: unexpected name x at end of statement
)"},
    {"MissingReturnComma", R"(func f() int string {
}
)",
     R"(2:14: syntax error: unexpected name string after top level declaration
)"},
    {"ReturnKeywordTwice", R"(func f() int {
	return return 1
}
)",
     R"(3:9: syntax error: unexpected keyword return, expected expression
)"},
    {"GoWithoutCall", R"(func main() {
	go func() {
	}
}
)",
     R"(3:5: expression in go must be function call
)"},
    {"GoBlock", R"(func main() {
	go {
	}
}
)",
     R"(3:5: syntax error: unexpected {, expected expression
3:5: expression in go must be function call
5:1: syntax error: non-declaration statement outside function body
)"},
    {"DeferParenthesized", R"(func main() {
	defer (println())
}
)",
     R"(3:8: expression in defer must not be parenthesized
)"},
    {"CaseOutsideSwitch", R"(func main() {
	case 1:
}
)",
     R"(3:2: syntax error: unexpected keyword case, expected }
)"},
    {"StatementBeforeCase", R"(func main() {
	switch 1 {
		println()
	case 1:
	}
}
)",
     R"(4:3: syntax error: unexpected name println, expected case or default or }
5:2: syntax error: unexpected keyword case, expected :
)"},
    {"CaseWithoutColon", R"(func main() {
	switch 1 {
	case 1
		println()
	}
}
)",
     R"(4:8: syntax error: unexpected newline, expected :
)"},
    {"SelectCaseIsNoCommunication", R"(func main() {
	select {
	case 1 > 0:
	}
}
)",
     R"(4:9: select case must be send or receive (possibly with assignment)
)"},
    {"SendWithoutValue", R"(func main() {
	var ch chan int
	ch <-
}
)",
     R"(5:1: syntax error: unexpected }, expected expression
)"},
    {"WrongArrow", R"(func main() {
	var ch chan int
	ch -> 1
}
)",
     R"(4:6: syntax error: unexpected >, expected expression
)"},
    {"ChanWithoutType", R"(func main() {
	ch := make(chan)
}
)",
     R"(3:17: syntax error: missing channel element type
)"},
    {"LabelAtEnd", R"(func main() {
L:
	case
}
)",
     R"(3:2: syntax error: missing statement after label
4:2: syntax error: unexpected keyword case, expected }
5:1: syntax error: unexpected } after top level declaration
)"},
    {"ImportAfter", R"(func f() {}
import "fmt"
)",
     R"(3:1: syntax error: imports must appear before other declarations
)",
     Wording::NewerThanGo119},
    {"StructComma", R"(type T struct {
	a int,
	b int
}
)",
     R"(3:7: syntax error: unexpected comma in struct type; possibly missing semicolon or newline or }
)"},
    {"StructLiteralNewline", R"(type T struct{ a, b int }
var t = T{
	a: 1,
	b: 2
}
)",
     R"(5:6: syntax error: unexpected newline in composite literal; possibly missing comma or }
)"},
    {"StructFieldAssigned", R"(type T struct {
	a int = 1
}
)",
     R"(3:8: syntax error: unexpected = in struct type; possibly missing semicolon or newline or }
)"},
    {"TypeWithoutType", R"(type T
)",
     R"(2:7: syntax error: unexpected newline in type declaration
)"},
    {"InvalidCharacter", R"(func main() {
	x @ y
}
)",
     R"(3:4: invalid character U+0040 '@'
3:6: syntax error: unexpected name y at end of statement
)"},
    {"Dollar", R"(func main() {
	$x := 1
}
)",
     R"(3:2: invalid character U+0024 '$'
)"},
    {"Backslash", R"(func main() {
	x \ y
}
)",
     R"(3:4: invalid character U+005C '\'
3:6: syntax error: unexpected name y at end of statement
)"},
    {"CurlyQuotes", R"(func main() {
	println(“hi”)
}
)",
     R"(3:10: invalid character U+201C '“' in identifier
3:15: invalid character U+201D '”' in identifier
)"},
    {"NonBreakingSpace", R"(func main() {
	x := 1
}
)",
     R"(3:3: invalid character U+00A0 in identifier
)"},
    {"OctalNine", R"(func main() {
	x := 09
}
)",
     R"(3:8: invalid digit '9' in octal literal
)"},
    {"NameStartsWithDigit", R"(func main() {
	2x := 1
}
)",
     R"(3:3: syntax error: unexpected name x at end of statement
)"},
    {"MissingIndex", R"(func main() {
	x[] = 1
}
)",
     R"(3:4: syntax error: unexpected ], expected operand
)"},
    {"ThreeIndexSlice", R"(func main() {
	x = y[::]
}
)",
     R"(3:9: middle index required in 3-index slice
3:10: final index required in 3-index slice
)"},
    {"MapWithoutKey", R"(var m map[]int
)",
     R"(2:11: syntax error: unexpected ], expected type
)"},
    {"GenericMethod", R"(type T int
func (t T) f[P any]() {}
)",
     R"(3:13: syntax error: method must have no type parameters
)"},
    {"EmptyTypeParameters", R"(func f[]() {}
)",
     R"(2:8: syntax error: empty type parameter list
)"},
    {"TypeParametersWithoutConstraint", R"(func f[T]() {}
)",
     R"(2:9: syntax error: missing type constraint
)"},
    {"TypeSwitchOutside", R"(func f(x any) {
	y := x.(type)
}
)",
     R"(3:7: use of .(type) outside type switch
)",
     Wording::NewerThanGo119},
    {"RangeThree", R"(func f(xs []int) {
	for a, b, c := range xs {
	}
}
)",
     R"(3:12: range clause permits at most two iteration variables
)"},
    {"OpenArrayOfParameterAndField", R"(func f(x [...]int) {}
type T struct { f [...]int }
)",
     R"(2:11: syntax error: unexpected ..., expected expression
3:20: syntax error: unexpected ..., expected expression
)"},
    {"NestedFunction", R"(func main() {
	func inner() {
	}
}
)",
     R"(3:7: syntax error: unexpected name inner, expected (
5:1: syntax error: non-declaration statement outside function body
)"},
    {"TwoErrors", R"(func f() {
	x := (1
}

func g() {
	y := [}
}
)",
     R"(3:9: syntax error: unexpected newline, expected )
7:8: syntax error: unexpected }, expected expression
)"},
    {"SemicolonAfterIf", R"(func main() {
	if true; {
	}
}
)",
     R"(3:9: syntax error: missing condition in if statement
)"},
    {"ElseIfMissing", R"(func main() {
	if true {
	} else if {
	}
}
)",
     R"(4:12: syntax error: missing condition in if statement
)"},
    {"AnonymousStructMissingBrace", R"(var x = struct{ a int }{1
)",
     R"(2:26: syntax error: unexpected newline in composite literal; possibly missing comma or }
)"},
    {"MethodEmptyReceiver", R"(func () f() {}
)",
     R"(2:9: method has no receiver
)"},
    {"MethodTwoReceivers", R"(func (a A, b B) f() {}
)",
     R"(2:17: method has multiple receivers
)"},
    {"DotAtLineStart", R"(func main() {
	x
		.f()
}
)",
     R"(4:3: syntax error: unexpected ., expected }
)"},
    {"CompositeInCondition", R"(type T struct{}
func main() {
	if x == T{} {
	}
}
)",
     R"(4:14: syntax error: unexpected { at end of statement
6:1: syntax error: non-declaration statement outside function body
)"},
};

}  // namespace gopark::lang
