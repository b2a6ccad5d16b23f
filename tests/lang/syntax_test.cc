// Go text to our tree: what each construct becomes. That every position is Go's own is held by
// syntax_oracle_test.cc, over all Go source that is installed.
#include "sim/lang/syntax.h"

#include <string>

#include <gtest/gtest.h>

#include "sim/lang/expr_string.h"
#include "tests/lang/parsed.h"

namespace gopark::lang {
namespace {

std::string line_column(Pos pos) {
  return std::to_string(pos.line) + ":" + std::to_string(pos.column);
}

// The statements of `func f() { BODY }`, which must be Go. BODY starts on line 2.
struct Body {
  explicit Body(const std::string& text) : parsed(parse("package p; func f() {\n" + text + "\n}")) {
    EXPECT_EQ(parsed->messages(), "") << text;
    if (parsed->file->declarations.empty()) return;
    statements = parsed->file->declarations.back().func->body->statements;
  }
  template <typename T>
  const T* at(std::size_t i) const {
    return as<T>(statements.at(i));
  }
  std::unique_ptr<Parsed> parsed;
  std::vector<Stmt*> statements;
};

// The first value of `var x = TEXT`, as text.
std::string value(const std::string& text) {
  const auto parsed = parse("package p; var x = " + text);
  EXPECT_EQ(parsed->messages(), "") << text;
  if (parsed->file->declarations.empty()) return "";
  return to_string(parsed->file->declarations[0].gen->values[0]->values[0]);
}

// The type of `var x TEXT`.
struct VarType {
  explicit VarType(const std::string& text) : parsed(parse("package p; var x " + text)) {
    EXPECT_EQ(parsed->messages(), "") << text;
    if (parsed->file->declarations.empty()) return;
    expr = parsed->file->declarations[0].gen->values[0]->type_expr;
  }
  std::unique_ptr<Parsed> parsed;
  const Expr* expr = nullptr;
};

TEST(Syntax, ExpressionsPrintAsWritten) {
  for (const char* text : {"a + b*c",
                           "(a + b) * c",
                           "-a",
                           "!ok",
                           "^x",
                           "&x",
                           "*p",
                           "<-ch",
                           "f(a, b)",
                           "f(xs...)",
                           "x.y.z",
                           "a[i]",
                           "a[i:j]",
                           "a[:]",
                           "a[i:j:k]",
                           "x.(int)",
                           "[]int{…}",
                           "T{}",
                           "a << 1",
                           "a &^ b",
                           "p.T{…}",
                           "make([]int, 3)",
                           "make(chan int)",
                           "new(T)",
                           "map[string]int{}",
                           "[...]int{…}",
                           "func() {…}",
                           "func(a, b int, c ...string) (x int, err error) {}",
                           "[]byte(s)",
                           "(*T)(p)",
                           "(<-chan int)(c)",
                           "(func())(x)",
                           "interface{}(x)",
                           "struct{}{}",
                           "f[int](x)",
                           "f[int, string](x)",
                           "T[int]{}",
                           "T[[]int]{}",
                           "(*S[K, V]).M",
                           "chan int(nil)",
                           "<-chan int(c)",
                           "*(*[20]int)(p)",
                           "[2][]int{…}",
                           "a == b && c || d",
                           "interface{m(int) error; ~int | ~string; fmt.Stringer}(nil)",
                           "struct{a, b int; *T; s string `tag`}{}",
                           "(func(int, string))(nil)"}) {
    std::string written = text;
    if (const auto dots = written.find("…"); dots != written.npos) {
      written.replace(dots, 3, written.rfind("func", 0) == 0 ? "return" : "1");
    }
    const bool spaced = written.find("b*c") == written.npos;
    EXPECT_EQ(value(written), spaced ? text : "a + b * c");
  }
}

TEST(Syntax, OperatorsBindAsInGo) {
  const Body body("_ = a + b*c<<d == e && f || !g");
  const Expr* expr = body.at<AssignStmt>(0)->rhs[0];
  const auto* either = as<BinaryExpr>(expr);
  EXPECT_EQ(either->op, Token::LOr);
  EXPECT_EQ(to_string(either->y), "!g");
  const auto* both = as<BinaryExpr>(either->x);
  EXPECT_EQ(both->op, Token::LAnd);
  const auto* equal = as<BinaryExpr>(both->x);
  EXPECT_EQ(equal->op, Token::Eql);
  const auto* sum = as<BinaryExpr>(equal->x);
  EXPECT_EQ(sum->op, Token::Add);
  const auto* shift = as<BinaryExpr>(sum->y);
  EXPECT_EQ(shift->op, Token::Shl);
  EXPECT_EQ(to_string(shift->x), "b * c");
}

TEST(Syntax, PositionsOfAnExpression) {
  const Body body("\tx := first.second(1, 2) +\n\t\tthird");
  const auto* assign = body.at<AssignStmt>(0);
  EXPECT_EQ(line_column(assign->pos), "2:2");
  EXPECT_EQ(line_column(assign->op_pos), "2:4");
  const auto* sum = as<BinaryExpr>(assign->rhs[0]);
  EXPECT_EQ(line_column(sum->pos), "2:7");
  EXPECT_EQ(line_column(sum->op_pos), "2:26");
  EXPECT_EQ(line_column(sum->end), "3:8");
  const auto* call = as<CallExpr>(sum->x);
  EXPECT_EQ(line_column(call->lparen), "2:19");
  EXPECT_EQ(line_column(call->rparen), "2:24");
  EXPECT_EQ(line_column(call->end), "2:25");
  EXPECT_EQ(line_column(as<SelectorExpr>(call->fun)->sel->pos), "2:13");
}

TEST(Syntax, ColumnsCountBytes) {
  const Body body("s := \"größe\" + π");
  EXPECT_EQ(line_column(as<BinaryExpr>(body.at<AssignStmt>(0)->rhs[0])->y->pos), "2:18");
}

TEST(Syntax, BlockEndsPastItsBrace) {
  const auto parsed = parse("package p\nfunc f() int {\n\treturn 1\n}");
  const FuncDecl* func = parsed->file->declarations[0].func;
  EXPECT_EQ(line_column(func->pos), "2:1");
  EXPECT_EQ(line_column(func->body->pos), "2:14");
  EXPECT_EQ(line_column(func->body->end), "4:2");
  EXPECT_EQ(line_column(func->end), "4:2");
}

TEST(Syntax, RawStringEndsOnItsLastLine) {
  const Body body("s := `a\n  b`; t := 1");
  EXPECT_EQ(line_column(body.at<AssignStmt>(0)->end), "3:5");
  EXPECT_EQ(line_column(body.at<AssignStmt>(1)->pos), "3:7");
}

struct ChannelCase {
  const char* text;
  const char* printed;
  std::vector<ChanDir> directions;  // outside in
};

TEST(Syntax, ChannelDirections) {
  const ChannelCase kCases[] = {
      {"chan int", "chan int", {ChanDir::Both}},
      {"chan<- int", "chan<- int", {ChanDir::SendOnly}},
      {"<-chan int", "<-chan int", {ChanDir::RecvOnly}},
      {"chan<- chan int", "chan<- chan int", {ChanDir::SendOnly, ChanDir::Both}},
      {"chan <- chan int", "chan<- chan int", {ChanDir::SendOnly, ChanDir::Both}},
      {"chan<- <-chan int", "chan<- <-chan int", {ChanDir::SendOnly, ChanDir::RecvOnly}},
      {"<-chan <-chan int", "<-chan <-chan int", {ChanDir::RecvOnly, ChanDir::RecvOnly}},
      {"<-chan chan<- int", "<-chan chan<- int", {ChanDir::RecvOnly, ChanDir::SendOnly}},
      {"chan chan<- chan int",
       "chan chan<- chan int",
       {ChanDir::Both, ChanDir::SendOnly, ChanDir::Both}},
      {"chan<- chan<- chan int",
       "chan<- chan<- chan int",
       {ChanDir::SendOnly, ChanDir::SendOnly, ChanDir::Both}},
  };
  for (const ChannelCase& each : kCases) {
    const VarType type(each.text);
    EXPECT_EQ(to_string(type.expr), each.printed);
    const Expr* channel = type.expr;
    for (const ChanDir dir : each.directions) {
      ASSERT_EQ(channel->kind, ExprKind::ChanType) << each.text;
      EXPECT_EQ(as<ChanTypeExpr>(channel)->dir, dir) << each.text;
      channel = as<ChanTypeExpr>(channel)->element;
    }
  }
}

TEST(Syntax, ParenthesesKeepAnArrowWithItsChannel) {
  const VarType type("chan (<-chan int)");
  EXPECT_EQ(as<ChanTypeExpr>(type.expr)->dir, ChanDir::Both);
  EXPECT_EQ(to_string(type.expr), "chan (<-chan int)");
}

// In an expression `<-` comes before it is known that a type follows.
TEST(Syntax, ArrowBeforeAChannelTypeInAnExpression) {
  const Body body("_ = (<-chan<- chan int)(nil)");
  const auto* call = as<CallExpr>(body.at<AssignStmt>(0)->rhs[0]);
  const Expr* type = as<ParenExpr>(call->fun)->x;
  EXPECT_EQ(to_string(type), "<-chan <-chan int");
  EXPECT_EQ(line_column(type->pos), "2:6");
  EXPECT_EQ(line_column(as<ChanTypeExpr>(type)->element->pos), "2:12");
}

TEST(Syntax, ParametersWithoutNamesAreTypes) {
  const VarType type("func(int, string, ...T)");
  const auto* func = as<FuncType>(type.expr);
  ASSERT_EQ(func->params.size(), 3u);
  for (const Field& field : func->params) EXPECT_TRUE(field.names.empty());
  EXPECT_EQ(func->params[2].type_expr->kind, ExprKind::Ellipsis);
}

TEST(Syntax, NamesShareATypeInParameters) {
  const VarType type("func(a, b int, c, d []string) (x, y error)");
  const auto* func = as<FuncType>(type.expr);
  ASSERT_EQ(func->params.size(), 2u);
  EXPECT_EQ(func->params[0].names.size(), 2u);
  EXPECT_EQ(func->params[1].names[1]->name, "d");
  ASSERT_EQ(func->results.size(), 1u);
  EXPECT_EQ(func->results[0].names.size(), 2u);
}

TEST(Syntax, TypeParametersAndConstraints) {
  const auto parsed = parse("package p; func f[K comparable, V int | ~string, A, B any](k K) {}");
  EXPECT_EQ(parsed->messages(), "");
  const FuncType* func = parsed->file->declarations[0].func->signature;
  ASSERT_EQ(func->type_params.size(), 3u);
  EXPECT_EQ(to_string(func->type_params[1].type_expr), "int | ~string");
  EXPECT_EQ(func->type_params[2].names.size(), 2u);
}

TEST(Syntax, BracketAfterATypeNameIsAnArrayOrTypeParameters) {
  const auto parsed = parse(
      "package p; type A [n]int; type B [n * 2]int; type C[P any] int; type D[P *T,] int;"
      "type E[P *T | Q] int; type F []int; type G[P interface{ *T }] int; type H[P []int] int");
  EXPECT_EQ(parsed->messages(), "");
  std::string generic;
  for (const Decl& decl : parsed->file->declarations) {
    const TypeSpec* spec = decl.gen->types[0];
    if (!spec->type_params.empty()) generic += spec->name->name;
  }
  EXPECT_EQ(generic, "CDGH");
}

TEST(Syntax, EmbeddedFields) {
  const VarType type("struct { T; *U; p.V; *p.W; X[int]; a [n]int; b, c int \"tag\" }");
  std::string embedded;
  const auto* structure = as<StructTypeExpr>(type.expr);
  for (const Field& field : structure->fields) {
    if (field.embedded) embedded += to_string(field.type_expr) + " ";
  }
  EXPECT_EQ(embedded, "T *U p.V *p.W X[int] ");
  EXPECT_EQ(structure->fields.back().names.size(), 2u);
  EXPECT_EQ(structure->fields.back().tag, "\"tag\"");
}

TEST(Syntax, InterfaceElements) {
  const VarType type("interface { m(a int) error; fmt.Stringer; ~int | []string; T[int] }");
  const auto& elements = as<InterfaceTypeExpr>(type.expr)->elements;
  ASSERT_EQ(elements.size(), 4u);
  EXPECT_EQ(elements[0].method->name, "m");
  EXPECT_EQ(elements[0].signature->results.size(), 1u);
  EXPECT_EQ(elements[1].terms.size(), 1u);
  EXPECT_EQ(elements[2].terms.size(), 2u);
  EXPECT_EQ(to_string(elements[2].terms[0]), "~int");
  EXPECT_EQ(elements[3].terms[0]->kind, ExprKind::Index);
}

TEST(Syntax, ElidedLiteralTypes) {
  const Body body("_ = map[string][]T{\"a\": {{1}, {x: 2}}, \"b\": nil}");
  const auto* map = as<CompositeLit>(body.at<AssignStmt>(0)->rhs[0]);
  ASSERT_EQ(map->elements.size(), 2u);
  const auto* list = as<CompositeLit>(as<KeyValueExpr>(map->elements[0])->value);
  EXPECT_EQ(list->type_expr, nullptr);
  EXPECT_EQ(list->elements.size(), 2u);
  EXPECT_EQ(as<CompositeLit>(list->elements[1])->elements[0]->kind, ExprKind::KeyValue);
}

TEST(Syntax, BracesOfAHeaderAreItsBlock) {
  const Body body(
      "if x == (T{1}) {}\nfor range xs {}\nswitch v {}\nif f(T{}) {}\nfor x := range t {}");
  ASSERT_EQ(body.statements.size(), 5u);
  const auto* condition = as<BinaryExpr>(body.at<IfStmt>(0)->condition);
  EXPECT_EQ(as<ParenExpr>(condition->y)->x->kind, ExprKind::CompositeLit);
  EXPECT_EQ(body.at<SwitchStmt>(2)->tag->kind, ExprKind::Ident);
}

TEST(Syntax, ConstantsCountWithIota) {
  const auto parsed = parse("package p; const (\n a = iota\n b\n _, c = iota, 2\n d int = 3)");
  EXPECT_EQ(parsed->messages(), "");
  const GenDecl* decl = parsed->file->declarations[0].gen;
  ASSERT_EQ(decl->values.size(), 4u);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(decl->values[i]->iota, static_cast<int64_t>(i));
  EXPECT_TRUE(decl->values[1]->values.empty());
  EXPECT_EQ(decl->values[2]->names.size(), 2u);
}

TEST(Syntax, RangeForms) {
  const Body body(
      "for range ch {}\nfor range 10 {}\nfor x := range 5 {}\nfor k, v = range m {}\n"
      "for _, v := range m {}");
  EXPECT_EQ(body.at<RangeStmt>(0)->op, Token::None);
  EXPECT_EQ(body.at<RangeStmt>(0)->key, nullptr);
  EXPECT_EQ(body.at<RangeStmt>(1)->x->kind, ExprKind::BasicLit);
  EXPECT_EQ(body.at<RangeStmt>(2)->op, Token::Define);
  EXPECT_EQ(body.at<RangeStmt>(2)->value, nullptr);
  EXPECT_EQ(body.at<RangeStmt>(3)->op, Token::Assign);
  EXPECT_EQ(to_string(body.at<RangeStmt>(4)->key), "_");
}

TEST(Syntax, ForForms) {
  const Body body(
      "for {}\nfor ok {}\nfor i := 0; i < 3; i++ {}\nfor ; ; {}\nfor i := 0; i < 3; {}");
  EXPECT_EQ(body.at<ForStmt>(0)->condition, nullptr);
  EXPECT_EQ(to_string(body.at<ForStmt>(1)->condition), "ok");
  EXPECT_EQ(body.at<ForStmt>(2)->init->kind, StmtKind::Assign);
  EXPECT_EQ(body.at<ForStmt>(2)->post->kind, StmtKind::IncDec);
  EXPECT_EQ(body.at<ForStmt>(3)->init, nullptr);
  EXPECT_EQ(body.at<ForStmt>(4)->post, nullptr);
}

TEST(Syntax, SwitchForms) {
  const Body body(
      "switch {}\nswitch x := f(); {}\nswitch ; y {\ncase 1, 2:\n f()\n fallthrough\ndefault:\n}");
  EXPECT_EQ(body.at<SwitchStmt>(0)->tag, nullptr);
  EXPECT_NE(body.at<SwitchStmt>(1)->init, nullptr);
  const auto* last = body.at<SwitchStmt>(2);
  EXPECT_EQ(to_string(last->tag), "y");
  ASSERT_EQ(last->clauses.size(), 2u);
  EXPECT_EQ(last->clauses[0]->values.size(), 2u);
  EXPECT_EQ(last->clauses[0]->body.size(), 2u);
  EXPECT_TRUE(last->clauses[1]->is_default);
}

TEST(Syntax, TypeSwitchForms) {
  const Body body(
      "switch x.(type) {}\nswitch a := 1; v := f(a).(type) {\ncase nil, []int, *T, <-chan int:\n"
      "case func(int) string:\ndefault:\n}");
  EXPECT_EQ(body.at<TypeSwitchStmt>(0)->binding, nullptr);
  const auto* last = body.at<TypeSwitchStmt>(1);
  EXPECT_EQ(last->binding->name, "v");
  EXPECT_EQ(to_string(last->x), "f(a)");
  EXPECT_NE(last->init, nullptr);
  ASSERT_EQ(last->clauses.size(), 3u);
  EXPECT_EQ(to_string(last->clauses[0]->values[3]), "<-chan int");
}

TEST(Syntax, SelectForms) {
  const Body body(
      "select {}\nselect {\ncase <-a:\ncase x := <-b:\ncase y, ok = <-c:\ncase d <- 1:\n f()\n"
      "case (<-e):\ndefault:\n}");
  EXPECT_TRUE(body.at<SelectStmt>(0)->clauses.empty());
  const auto& clauses = body.at<SelectStmt>(1)->clauses;
  ASSERT_EQ(clauses.size(), 6u);
  EXPECT_EQ(clauses[0]->comm->kind, StmtKind::Expr);
  EXPECT_EQ(as<AssignStmt>(clauses[1]->comm)->op, Token::Define);
  EXPECT_EQ(as<AssignStmt>(clauses[2]->comm)->lhs.size(), 2u);
  EXPECT_EQ(clauses[3]->comm->kind, StmtKind::Send);
  EXPECT_EQ(clauses[3]->body.size(), 1u);
  EXPECT_EQ(clauses[5]->comm, nullptr);
}

TEST(Syntax, LabelsAndBranches) {
  const Body body("outer:\nfor {\n break outer\n continue\n}\ngoto end\nend:");
  const auto* outer = body.at<LabeledStmt>(0);
  EXPECT_EQ(outer->label->name, "outer");
  EXPECT_EQ(outer->body->kind, StmtKind::For);
  const auto* leave = as<BranchStmt>(as<ForStmt>(outer->body)->body->statements[0]);
  EXPECT_EQ(leave->op, Token::Break);
  EXPECT_EQ(leave->label->name, "outer");
  EXPECT_EQ(body.at<BranchStmt>(1)->op, Token::Goto);
  EXPECT_EQ(body.at<LabeledStmt>(2)->body->kind, StmtKind::Empty);
}

TEST(Syntax, AssignmentForms) {
  const Body body("a, b = b, a\nx := 1\nx += 2\nx &^= 3\nx--\nch <- <-in");
  EXPECT_EQ(body.at<AssignStmt>(0)->lhs.size(), 2u);
  EXPECT_EQ(body.at<AssignStmt>(1)->op, Token::Define);
  EXPECT_EQ(body.at<AssignStmt>(2)->op, Token::Add);
  EXPECT_EQ(body.at<AssignStmt>(3)->op, Token::AndNot);
  EXPECT_EQ(body.at<IncDecStmt>(4)->op, Token::Dec);
  EXPECT_EQ(line_column(body.at<SendStmt>(5)->arrow), "7:4");
}

TEST(Syntax, Methods) {
  const auto parsed =
      parse("package p; func (s *Stack[T]) Push(x T) {}; func (Stack[T]) Len() int");
  EXPECT_EQ(parsed->messages(), "");
  const FuncDecl* push = parsed->file->declarations[0].func;
  EXPECT_EQ(push->receiver[0].names[0]->name, "s");
  EXPECT_EQ(to_string(push->receiver[0].type_expr), "*Stack[T]");
  const FuncDecl* len = parsed->file->declarations[1].func;
  EXPECT_TRUE(len->receiver[0].names.empty());
  EXPECT_EQ(len->body, nullptr);
}

TEST(Syntax, Imports) {
  const auto parsed = parse("package p; import \"a/b\"; import (c \"d\"; . `e`; _ \"\\x66\")");
  EXPECT_EQ(parsed->messages(), "");
  const auto& group = parsed->file->declarations[1].gen->imports;
  EXPECT_EQ(parsed->file->declarations[0].gen->imports[0]->path, "a/b");
  ASSERT_EQ(group.size(), 3u);
  EXPECT_EQ(group[0]->name->name, "c");
  EXPECT_EQ(group[1]->name->name, ".");
  EXPECT_EQ(group[2]->path, "f");
}

TEST(Syntax, DirectiveRightAboveAFunction) {
  const auto parsed = parse(
      "package p\n//gopark:native sync.lock\nfunc a()\n\n//gopark:quiet\n\nfunc b() {}\n"
      "// Doc.\n//gopark:quiet \nfunc c() {}\n");
  const auto& declarations = parsed->file->declarations;
  EXPECT_EQ(declarations[0].func->directive, "native sync.lock");
  EXPECT_EQ(declarations[1].func->directive, "");
  EXPECT_EQ(declarations[2].func->directive, "quiet");
}

TEST(Syntax, PredeclaredNamesAreNames) {
  const Body body(
      "make := func(a, b int) int { return a }\nnew := make(1, 2)\nnil, true := new, make(3, 4)");
  EXPECT_EQ(to_string(body.at<AssignStmt>(2)->lhs[1]), "true");
}

TEST(Syntax, NewlinesEndStatementsAsInGo) {
  const Body body("x := a\n*p = 1\ny := f(\n1,\n)\nz := 1 /* a\n*/ w := 2 // end\nreturn\n");
  EXPECT_EQ(body.statements.size(), 6u);
}

TEST(Syntax, EmptyStatementsAreDropped) {
  EXPECT_EQ(Body(";;a();;;b();").statements.size(), 2u);
}

TEST(Syntax, ByteOrderMarkAndCarriageReturns) {
  const auto parsed = parse("\xEF\xBB\xBFpackage p\r\nvar s = `a\r\nb`\r\n");
  EXPECT_EQ(parsed->messages(), "");
  EXPECT_EQ(parsed->file->package_name->name, "p");
  EXPECT_EQ(line_column(parsed->file->declarations[0].gen->pos), "2:1");
}

TEST(Syntax, AFileWithErrorsGivesAnEmptyTree) {
  const auto parsed = parse("package p\nvar x = \n");
  EXPECT_NE(parsed->messages(), "");
  EXPECT_EQ(parsed->file->package_name, nullptr);
  EXPECT_TRUE(parsed->file->declarations.empty());
}

TEST(Syntax, GoOfNoCallIsReportedAndKeptForTheChecker) {
  const auto parsed = parse("package p\nfunc f() {\n\tgo (f())\n\tdefer f\n}\n");
  EXPECT_EQ(parsed->messages(),
            "3:5: expression in go must not be parenthesized\n"
            "4:8: expression in defer must be function call\n");
  const auto& statements = parsed->file->declarations[0].func->body->statements;
  EXPECT_EQ(statements[0]->kind, StmtKind::Go);
  ASSERT_EQ(statements[1]->kind, StmtKind::Defer);
  EXPECT_EQ(to_string(as<DeferStmt>(statements[1])->uncalled), "f");
}

TEST(ExprString, NullAndBad) {
  EXPECT_EQ(to_string(static_cast<const Expr*>(nullptr)), "");
  const BadExpr bad;
  EXPECT_EQ(to_string(&bad), "<bad expr>");
}

}  // namespace
}  // namespace gopark::lang
