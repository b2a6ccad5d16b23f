// The checker's messages and what it notes in the tree. The wording of many more mistakes is held
// by tests/go/err against real Go.
#include "sim/lang/check.h"

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "sim/lang/constant.h"
#include "sim/lang/toolchain.h"
#include "tests/lang/checked.h"

namespace gopark::lang {
namespace {

// The messages for the body of a function in a program with a few declarations. BODY is line 1.
std::string body_messages(const std::string& body) {
  const auto checked = check(
      "package main; type T struct { a int; p *T }; func (t *T) M() {}; "
      "type I interface { M() }; func one() int { return 1 }; "
      "func two() (int, error) { return 1, nil }; func none() {}; func main() { " +
      body + " }");
  return checked->messages();
}

std::string messages(const std::string& source) {
  return check(source)->messages();
}

// A checked program without mistakes, and ways to find things in it.
struct Program {
  explicit Program(const std::string& source, std::map<std::string, std::string> library = {})
      : checked(check(source, std::move(library))) {
    EXPECT_EQ(checked->messages(), "") << source;
  }
  const Object* global(const std::string& name) const {
    return checked->package->scope->find(name);
  }
  std::vector<Stmt*> body(const std::string& function) const {
    const FuncDecl* declaration = checked->function(function);
    EXPECT_NE(declaration, nullptr) << function;
    return declaration == nullptr ? std::vector<Stmt*>() : declaration->body->statements;
  }
  std::unique_ptr<Checked> checked;
};

// The variable that a statement `x := …` or `var x …` declares.
const Object* variable(const Stmt* stmt) {
  if (stmt->kind == StmtKind::Assign) {
    return as<Ident>(as<AssignStmt>(stmt)->lhs[0])->object;
  }
  return as<DeclStmt>(stmt)->decl->values[0]->names[0]->object;
}

Expr* right_side(const Stmt* stmt) {
  return as<AssignStmt>(stmt)->rhs[0];
}

// ---------------------------------------------------------------- messages

TEST(Check, UsesOfTheWrongType) {
  EXPECT_EQ(body_messages("var s string = one(); _ = s"),
            "1: cannot use one() (value of type int) as string value in variable declaration\n");
  EXPECT_EQ(body_messages("var b byte; b = 300; _ = b"),
            "1: cannot use 300 (untyped int constant) as byte value in assignment (overflows)\n");
  EXPECT_EQ(body_messages("_ = byte(256)"), "1: constant 256 overflows byte\n");
  EXPECT_EQ(body_messages("x := 1; _ = x + \"a\""),
            "1: invalid operation: x + \"a\" (mismatched types int and untyped string)\n");
  EXPECT_EQ(body_messages("x := 1; _ = !x"),
            "1: invalid operation: operator ! not defined on x (variable of type int)\n");
  EXPECT_EQ(body_messages("_ = 1 / 0"), "1: invalid operation: division by zero\n");
}

TEST(Check, InterfacesSayWhatIsMissing) {
  EXPECT_EQ(body_messages("var i I = T{}; _ = i"),
            "1: cannot use T{} (value of type T) as I value in variable declaration: T does not "
            "implement I (method M has pointer receiver)\n");
  EXPECT_EQ(
      body_messages("var i I; _ = i.(int)"),
      "1: impossible type assertion: i.(int)\n\tint does not implement I (missing method M)\n");
  EXPECT_EQ(body_messages("var i any = 1; switch i.(type) { case int: case int: }"),
            "1: duplicate case int in type switch\n\tx.go:1:232: previous case\n");
}

TEST(Check, NamesAndTheirUse) {
  EXPECT_EQ(body_messages("x := 1"), "1: declared and not used: x\n");
  EXPECT_EQ(body_messages("x := 1; x = 2"), "1: declared and not used: x\n");
  EXPECT_EQ(body_messages("x := 1; func() { x = 2 }()"), "1: declared and not used: x\n");
  EXPECT_EQ(body_messages("y = 1"), "1: undefined: y\n");
  EXPECT_EQ(body_messages("var t T; t.A = 1"),
            "1: t.A undefined (type T has no field or method A, but does have field a)\n");
  EXPECT_EQ(body_messages("one"), "1: one (value of type func() int) is not used\n");
  EXPECT_EQ(body_messages("a := 1; a := 2; _ = a"), "1: no new variables on left side of :=\n");
  EXPECT_EQ(messages("package main\nimport \"fmt\"\nfunc main() {}"),
            "2: package \"fmt\" is not supported by the simulator (supported: )\n");
  EXPECT_EQ(messages("package main\nimport \"nosuch/thing\"\nfunc main() {}"),
            "2: package nosuch/thing is not in std\n");
  EXPECT_EQ(messages("package main\nfunc f() {}"),
            "1: function main is undeclared in the main package\n");
}

TEST(Check, UnusedImportsTellTheirName) {
  const std::map<std::string, std::string> library = {{"fmt", "package fmt"}};
  EXPECT_EQ(check("package main\nimport \"fmt\"\nfunc main() {}", library)->messages(),
            "2: \"fmt\" imported and not used\n");
  EXPECT_EQ(check("package main\nimport f \"fmt\"\nfunc main() {}", library)->messages(),
            "2: \"fmt\" imported as f and not used\n");
}

TEST(Check, WhatTheSimulatorLacksIsNamed) {
  const std::map<std::string, std::string> library = {{"os", "package os"},
                                                      {"internal/poll", "package poll"}};
  EXPECT_EQ(check("package main\nimport \"os\"\nfunc main() { os.Open() }", library)->messages(),
            "3: undefined: os.Open (the simulator has only a part of package os)\n");
  EXPECT_EQ(check("package main\nimport \"os/exec\"\nfunc main() {}", library)->messages(),
            "2: package \"os/exec\" is not supported by the simulator (supported: os)\n");
  // Those that many miss come with what to use instead.
  EXPECT_EQ(check("package main\nimport \"io/ioutil\"\nfunc main() {}", library)->messages(),
            "2: package \"io/ioutil\" is not supported by the simulator: use io\n");
  EXPECT_EQ(check("package main\nimport \"internal/poll\"\nfunc main() {}", library)->messages(),
            "2: use of internal package internal/poll not allowed\n");
}

TEST(Check, CountsOfValues) {
  EXPECT_EQ(body_messages("x := two(); _ = x"),
            "1: assignment mismatch: 1 variable but two returns 2 values\n");
  EXPECT_EQ(body_messages("a, b := one(); _, _ = a, b"),
            "1: assignment mismatch: 2 variables but one returns 1 value\n");
  EXPECT_EQ(messages("package main\nfunc f(a, b int) {}\nfunc main() { f(1) }"),
            "3: not enough arguments in call to f\n\thave (number)\n\twant (int, int)\n");
  EXPECT_EQ(messages("package main\nfunc f() int { return 1, \"a\" }\nfunc main() { f() }"),
            "2: too many return values\n\thave (number, string)\n\twant (int)\n");
  EXPECT_EQ(messages("package main\nfunc f() int {\n}\nfunc main() { f() }"),
            "3: missing return\n");
}

TEST(Check, ChannelsHaveDirections) {
  EXPECT_EQ(body_messages("var c <-chan int; c <- 1"),
            "1: invalid operation: cannot send to receive-only channel c (variable of type <-chan "
            "int)\n");
  EXPECT_EQ(body_messages("var c chan<- int; <-c"),
            "1: invalid operation: cannot receive from send-only channel c (variable of type "
            "chan<- int)\n");
  EXPECT_EQ(body_messages("var c <-chan int; close(c)"),
            "1: invalid operation: cannot close receive-only channel c (variable of type <-chan "
            "int)\n");
}

TEST(Check, LabelsAndJumps) {
  EXPECT_EQ(body_messages("L: for { }"), "1: label L defined and not used\n");
  EXPECT_EQ(body_messages("break"), "1: break is not in a loop, switch, or select\n");
  EXPECT_EQ(body_messages("L: { for { continue L } }"), "1: invalid continue label L\n");
  EXPECT_EQ(body_messages("goto L; x := 1; _ = x; L:"),
            "1: goto L jumps over variable declaration at line 1\n");
  EXPECT_EQ(body_messages("if one() == 1 { L: } else { goto L }"),
            "1: goto L jumps into block starting at x.go:1:208\n")
      << "two blocks side by side";
}

TEST(Check, CyclesAreFound) {
  EXPECT_EQ(messages("package main\ntype T struct { t T }\nfunc main() {}"),
            "2: invalid recursive type: T refers to itself\n");
  EXPECT_EQ(messages("package main\nvar a = b\nvar b = f()\nfunc f() int { return a }\n"
                     "func main() {}"),
            "2: initialization cycle for a\n\tx.go:2:5: a refers to b\n\tx.go:3:5: b refers to "
            "f\n\tx.go:4:6: f refers to a\n");
  EXPECT_EQ(messages("package main\ntype A = []B\ntype B = []A\nfunc main() {}"),
            "2: invalid recursive type A\n\tx.go:2:6: A refers to B\n\tx.go:3:6: B refers to A\n");
  EXPECT_EQ(messages("package main\ntype T T.x\nfunc main() {}"), "2: invalid recursive type T\n");
}

TEST(Check, AMistakeGivesNoFollowUps) {
  EXPECT_EQ(body_messages("x := nosuch.F(); y := x + 1; for range y { y() }"),
            "1: undefined: nosuch\n");
  EXPECT_EQ(body_messages("var t Missing; t.f().g[1] = 2; _ = *t"), "1: undefined: Missing\n");
}

TEST(Check, ManyMistakesAreAllReportedInOrder) {
  EXPECT_EQ(messages("package main\nfunc main() {\n\tvar a int = \"x\"\n\tb := 1\n\tc()\n\treturn "
                     "1\n}"),
            "3: cannot use \"x\" (untyped string constant) as int value in variable declaration\n"
            "4: declared and not used: b\n5: undefined: c\n"
            "6: too many return values\n\thave (number)\n\twant ()\n");
}

// ---------------------------------------------------------------- what the tree says

TEST(Check, UntypedExpressionsGetTheTypeOfTheirContext) {
  const Program p(
      "package main\nfunc main() {\n\tvar n uint = 3\n\tvar f float32 = 1\n\tvar x int64 = 1 << n\n"
      "\ty := 1 == f\n\tvar z interface{} = 'a'\n\t_, _, _ = x, y, z\n}");
  const std::vector<Stmt*> body = p.body("main");
  const auto value = [&](std::size_t i) {
    return body[i]->kind == StmtKind::Assign ? right_side(body[i])
                                             : as<DeclStmt>(body[i])->decl->values[0]->values[0];
  };
  EXPECT_EQ(to_string(value(1)->type, nullptr), "float32");
  EXPECT_EQ(value(1)->constant->kind, ConstantKind::Float) << "1 as a float32";
  const BinaryExpr* shift = as<BinaryExpr>(value(2));
  EXPECT_EQ(to_string(shift->type, nullptr), "int64");
  EXPECT_EQ(to_string(shift->x->type, nullptr), "int64") << "as if the shift were not there";
  const BinaryExpr* comparison = as<BinaryExpr>(value(3));
  EXPECT_EQ(to_string(comparison->type, nullptr), "bool");
  EXPECT_EQ(to_string(comparison->x->type, nullptr), "float32");
  EXPECT_EQ(to_string(value(4)->type, nullptr), "rune");
}

TEST(Check, CapturesAreNotedInEveryLiteralBetween) {
  const Program p(
      "package main\nfunc main() {\n\ta, b, c := 1, 2, 3\n\tf := func(p int) {\n\t\tg := func() { "
      "b++; _ = a + p }\n\t\tg()\n\t}\n\tf(c)\n}");
  const std::vector<Stmt*> body = p.body("main");
  const auto object = [&](std::size_t i) {
    return as<Ident>(as<AssignStmt>(body[0])->lhs[i])->object;
  };
  const FuncLit* outer = as<FuncLit>(right_side(body[1]));
  const FuncLit* inner = as<FuncLit>(right_side(outer->body->statements[0]));
  EXPECT_EQ(outer->captures, (std::vector<Object*>{object(1), object(0)})) << "first use first";
  ASSERT_EQ(inner->captures.size(), 3U);
  EXPECT_EQ(inner->captures[2]->name, "p");
  EXPECT_EQ(inner->captures[2]->owner, outer);
  EXPECT_TRUE(object(0)->captured && !object(0)->reassigned);
  EXPECT_TRUE(object(1)->captured && object(1)->reassigned) << "b++";
  EXPECT_FALSE(object(2)->captured);
}

TEST(Check, ReassignmentAndAddressesReachTheRootVariable) {
  const Program p(
      "package main\ntype S struct { n int; arr [2]int; p *S }\nfunc (s *S) M() {}\nfunc main() {\n"
      "\tvar field S\n\tvar through S\n\tvar method S\n\tvar array [3]int\n\tvar sliced [3]int\n"
      "\tvar ranged, second int\n\tonce := 1\n\tvar late int\n\tvar elements []int\n"
      "\tfield.arr[0] = 1\n\tthrough.p.n = 1\n\tmethod.M()\n\t_ = &array[1]\n\t_ = sliced[:]\n"
      "\tfor ranged = range elements {}\n\tonce, second = once, 1\n\tlate = 1\n"
      "\telements[0] = late + ranged + second\n}");
  const std::vector<Stmt*> body = p.body("main");
  EXPECT_TRUE(variable(body[0])->reassigned) << "field.arr[0] = 1";
  EXPECT_FALSE(variable(body[1])->reassigned) << "a pointer lies between";
  EXPECT_TRUE(variable(body[2])->address_taken) << "method.M() takes &method";
  EXPECT_TRUE(variable(body[3])->address_taken) << "&array[1]";
  EXPECT_TRUE(variable(body[4])->address_taken) << "sliced[:]";
  EXPECT_TRUE(variable(body[5])->reassigned) << "for ranged = range";
  EXPECT_TRUE(variable(body[6])->reassigned) << "once, second = …";
  EXPECT_TRUE(variable(body[7])->reassigned) << "var late int, assigned later";
  EXPECT_FALSE(variable(body[8])->reassigned) << "elements[0] = … changes no variable";
}

TEST(Check, ReturnReassignsNamedResults) {
  const Program p(
      "package main\nfunc f() (err error) { defer func() { _ = err }(); return nil }\n"
      "func main() { f() }");
  const Object* result = p.checked->function("f")->signature->results[0].names[0]->object;
  EXPECT_TRUE(result->is_result && result->captured && result->reassigned);
}

TEST(Check, SelectorsTellTheirPath) {
  const Program p(
      "package main\ntype A struct { x int }\nfunc (a *A) M() {}\ntype B struct { n int; *A }\n"
      "type C struct { B }\ntype I interface { Z(); M() }\nfunc main() {\n\tvar c C\n\tx := c.x\n\t"
      "m := c.M\n\tvar i I\n\tz := i.Z\n\te := (*A).M\n\t_, _, _, _ = x, m, z, e\n}");
  const std::vector<Stmt*> body = p.body("main");
  const auto selector = [&](std::size_t i) { return as<SelectorExpr>(right_side(body[i])); };
  EXPECT_EQ(selector(1)->selection, SelectionKind::Field);
  EXPECT_EQ(selector(1)->path, (std::vector<uint32_t>{0, 1, 0}));
  EXPECT_EQ(selector(2)->selection, SelectionKind::Method);
  EXPECT_EQ(selector(2)->path, (std::vector<uint32_t>{0, 1}));
  EXPECT_EQ(selector(2)->method->name, "M");
  EXPECT_EQ(to_string(selector(2)->receiver, nullptr), "main.A");
  EXPECT_EQ(selector(4)->selection, SelectionKind::InterfaceMethod);
  EXPECT_EQ(selector(4)->method_index, 1U) << "methods are sorted: M, Z";
  EXPECT_EQ(selector(5)->selection, SelectionKind::MethodExpr);
  EXPECT_EQ(to_string(selector(5)->type, p.checked->package), "func(*A)");
}

TEST(Check, CompositeLiteralsAreIndexed) {
  const Program p(
      "package main\ntype P struct { x, y int }\nvar a = [...]int{5: 1, 2, 0: 3}\n"
      "var s = []*P{{1, 2}, {y: 3}}\nfunc main() {}");
  const auto literal = [&](std::size_t i) {
    return as<CompositeLit>(p.checked->package->initializers[i].value);
  };
  EXPECT_EQ(literal(0)->indices, (std::vector<int64_t>{5, 6, 0}));
  EXPECT_EQ(literal(0)->length, 7);
  EXPECT_EQ(to_string(literal(0)->type, nullptr), "[7]int");
  const CompositeLit* second = as<CompositeLit>(literal(1)->elements[1]);
  EXPECT_TRUE(second->implicit_address);
  EXPECT_EQ(second->indices, (std::vector<int64_t>{1}));
  EXPECT_EQ(to_string(second->type, nullptr), "*main.P");
}

TEST(Check, TwoValuedExpressionsAreMarked) {
  const Program p(
      "package main\nfunc main() {\n\tm := map[int]int{}\n\tv, ok := m[1]\n\tw := m[2]\n\tc := "
      "make(chan int)\n\tselect { case x, open := <-c: _, _ = x, open }\n\t_, _, _ = v, ok, w\n}");
  const std::vector<Stmt*> body = p.body("main");
  EXPECT_TRUE(right_side(body[1])->comma_ok);
  EXPECT_EQ(to_string(right_side(body[1])->type, nullptr), "int");
  EXPECT_FALSE(right_side(body[2])->comma_ok);
  EXPECT_TRUE(right_side(as<SelectStmt>(body[4])->clauses[0]->comm)->comma_ok);
}

TEST(Check, BranchesKnowTheirTarget) {
  const Program p(
      "package main\nfunc main() {\nL:\n\tfor i := 0; i < 3; i++ {\n\t\tswitch { case i == 1: "
      "break\n\t\tdefault: continue L }\n\t}\n}");
  const ForStmt* loop = as<ForStmt>(as<LabeledStmt>(p.body("main")[0])->body);
  const SwitchStmt* choice = as<SwitchStmt>(loop->body->statements[0]);
  EXPECT_EQ(as<BranchStmt>(choice->clauses[0]->body[0])->target, choice);
  EXPECT_EQ(as<BranchStmt>(choice->clauses[1]->body[0])->target, loop);
  ASSERT_EQ(loop->loop_variables.size(), 1U);
  EXPECT_TRUE(loop->loop_variables[0]->reassigned);
}

TEST(Check, VariablesAreInitialisedByNeed) {
  const Program p(
      "package main\nvar a = b + f()\nvar b, c = g()\nvar _ = 1\nvar d = 2\nvar e int\n"
      "func f() int { return d }\nfunc g() (int, int) { return 1, 2 }\nfunc init() {}\n"
      "func init() {}\nfunc main() { _, _ = a, c }");
  std::string order;
  for (const Initializer& initializer : p.checked->package->initializers) {
    for (const Object* object : initializer.variables) {
      order += (object != nullptr ? object->name : "_") + " ";
    }
    order += "; ";
  }
  EXPECT_EQ(order, "b c ; _ ; d ; a ; ") << "Go's specification, package initialization";
  EXPECT_EQ(p.checked->package->globals.size(), 5U);
  EXPECT_EQ(p.checked->package->init_functions.size(), 2U);
}

// ---------------------------------------------------------------- generics

TEST(Check, GenericFunctionsBecomeConcrete) {
  const Program p(
      "package main\nfunc Map[T, U any](list []T, f func(T) U) []U {\n\tvar out []U\n\tfor _, x := "
      "range list { out = append(out, f(x)) }\n\treturn out\n}\nfunc main() {\n\ta := "
      "Map([]int{1}, "
      "func(i int) string { return \"\" })\n\tb := Map([]int{2}, func(i int) string { return \"\" "
      "})\n\tc := Map([]string{}, func(s string) bool { return true })\n\t_, _, _ = a, b, c\n}");
  const std::vector<Stmt*> body = p.body("main");
  const auto call = [&](std::size_t i) { return as<CallExpr>(right_side(body[i])); };
  ASSERT_NE(call(0)->instance, nullptr);
  EXPECT_EQ(call(0)->instance, call(1)->instance) << "one function for one list of arguments";
  EXPECT_NE(call(0)->instance, call(2)->instance);
  EXPECT_EQ(to_string(call(0)->type, nullptr), "[]string");
  const std::vector<FuncDecl*>& functions = p.checked->package->functions;
  EXPECT_EQ(std::count_if(functions.begin(), functions.end(),
                          [](const FuncDecl* f) { return f->name->name == "Map"; }),
            2)
      << "the generic one is not compiled";
  const FuncDecl* clone = call(0)->instance->declaration;
  EXPECT_EQ(
      to_string(
          clone->body->statements[0]->kind == StmtKind::Decl
              ? as<DeclStmt>(clone->body->statements[0])->decl->values[0]->names[0]->object->type
              : nullptr,
          nullptr),
      "[]string");
}

TEST(Check, GenericTypesHaveMethods) {
  const Program p(
      "package main\ntype List[T any] struct { head *node[T] }\ntype node[T any] struct { v T; "
      "next "
      "*node[T] }\nfunc (l *List[E]) Push(v E) { l.head = &node[E]{v, l.head} }\nfunc (n *node[_]) "
      "Last() bool { return n.next == nil }\nfunc main() {\n\tl := &List[string]{}\n\t"
      "l.Push(\"a\")\n\t_ = l.head.Last()\n}");
  const SelectorExpr* push =
      as<SelectorExpr>(as<CallExpr>(as<ExprStmt>(p.body("main")[1])->x)->fun);
  ASSERT_NE(push->method->declaration, nullptr);
  EXPECT_EQ(to_string(push->method->type, nullptr), "func(v string)");
  EXPECT_EQ(to_string(push->method->receiver, nullptr), "main.List[string]");
  EXPECT_NE(p.checked->function("Last"), nullptr) << "needed through a field";
}

TEST(Check, ConversionsToTypeParametersAreNoConstants) {
  const Program p(
      "package main\nfunc ones[T ~uint8 | ~uint16]() T { return -T(1) }\nfunc main() { _ = "
      "ones[uint8]() }");
  EXPECT_NE(p.checked->function("ones"), nullptr) << "-uint8(1) alone would overflow";
}

TEST(Check, ConstraintsAreChecked) {
  EXPECT_EQ(messages("package main\nfunc Sum[T int | float64](x T) T { return x }\nfunc main() { _ "
                     "= Sum(\"a\") }"),
            "3: string does not satisfy int | float64 (string missing in int | float64)\n");
  EXPECT_EQ(messages("package main\nfunc Add[T any](x, y T) T { return x + y }\nfunc main() {}"),
            "2: invalid operation: operator + not defined on x (variable of type T constrained by "
            "any)\n");
  EXPECT_EQ(messages("package main\nfunc F[T any]() {}\nfunc main() { F() }"),
            "3: in call to F, cannot infer T\n");
  EXPECT_EQ(messages("package main\nfunc F[T any](n int) {}\nfunc main() {\n\tF(\n\t\t1,\n\t)\n}"),
            "4: in call to F, cannot infer T\n");
}

TEST(Check, WhatDoesNotFitAConstraintsOnlyShapeIsNamedWithItsParameter) {
  EXPECT_EQ(messages("package main\nfunc First[S ~[]E, E any](s S) (e E) { return }\nfunc main() { "
                     "First(map[string]int{}) }"),
            "3: S (type map[string]int) does not satisfy ~[]E\n");
}

TEST(Check, AWrongTermLeavesTheOthersOfItsUnion) {
  EXPECT_EQ(
      messages(
          "package main\ntype N interface { ~int | ~flaot64 | ~uint }\nfunc F[T N](x T) bool { "
          "return x+x > 0 }\nfunc main() { F(1); F(\"a\") }"),
      "2: undefined: flaot64\n4: string does not satisfy N (string missing in ~int | ~uint)\n");
}

TEST(Check, EndlessInstantiationIsCut) {
  EXPECT_EQ(
      messages("package main\nfunc f[T any](n int, t T) {\n\tf(n-1, []T{t})\n\tf(n-1, &t)\n}\n"
               "func main() { f(3, 1) }"),
      "2: instantiation cycle\n");
  EXPECT_EQ(
      messages("package main\ntype T[P any] struct { f *T[[]P] }\nfunc main() { var t T[int]; "
               "_ = t }"),
      "2: instantiation cycle\n");
}

TEST(Check, AnonymousInterfacesThatReferToThemselvesAreRefusedAsSinceGo120) {
  const std::string refusal =
      "invalid recursive type: anonymous interface refers to itself (see "
      "https://go.dev/issue/56103)\n";
  EXPECT_EQ(messages("package main\ntype A interface { a() interface { B; C } }\n"
                     "type B interface { a() interface { B; C }; b() interface { B; C } }\n"
                     "type C interface { c() interface { B; C } }\nfunc main() {}"),
            "3: " + refusal + "4: " + refusal);
}

// ---------------------------------------------------------------- one library for many programs

constexpr const char* kGenericProgram = R"(package main

import "sync/atomic"

type box struct{ p atomic.Pointer[int] }

func main() {
	var b box
	n := 1
	b.p.Store(&n)
	println(*b.p.Load())
}
)";

TEST(Check, ProgramsDoNotInheritInstances) {
  Toolchain toolchain;
  EXPECT_FALSE(toolchain.compile("a.go", std::string(kGenericProgram) + "var x int = \"\"\n").ok())
      << "leaves its instances half done";
  EXPECT_TRUE(toolchain.compile("a.go", kGenericProgram).ok());
  EXPECT_TRUE(toolchain.compile("b.go", kGenericProgram).ok());
}

}  // namespace
}  // namespace gopark::lang
