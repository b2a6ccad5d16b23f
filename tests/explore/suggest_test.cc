// Suggested fixes: offered only when PROVED, and when nothing that was printed gets lost.
#include "sim/explore/suggest.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "sim/lang/repair.h"
#include "sim/lang/toolchain.h"

namespace gopark {
namespace {

std::string program(const std::string& body) {
  return "package main\n\nimport \"fmt\"\n\nfunc main() {\n" + body + "\tfmt.Println(\"end\")\n}\n";
}

std::vector<std::string> repairs(const std::string& source) {
  std::vector<std::string> all;
  for (const lang::Repair& repair : lang::repairs_of(source)) all.push_back(repair.what);
  return all;
}

std::vector<std::string> suggestions(const std::string& source, std::size_t most = 64) {
  std::vector<std::string> all;
  SuggestOptions options;
  options.most = most;
  for (const Suggestion& one : suggest("main.go", source, options).suggestions) {
    all.push_back(one.what);
  }
  return all;
}

bool has(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

TEST(Suggest, EachOfferIsProvedAndPrintsTheSame) {
  const std::string source = program("\tc := make(chan int)\n\tgo func() { c <- 1 }()\n");
  const SuggestReport report = suggest("main.go", source, {});
  ASSERT_FALSE(report.suggestions.empty());
  EXPECT_EQ(report.suggestions[0].what, "give c one slot");
  lang::Toolchain toolchain;
  for (const Suggestion& one : report.suggestions) {
    const lang::CompileResult result = toolchain.compile("main.go", one.after);
    ASSERT_TRUE(result.ok()) << one.after;
    EXPECT_EQ(check(result.program, {}).result.verdict, ProofVerdict::Proved) << one.after;
  }
}

TEST(Suggest, ASlotForOneIsNotEnoughForThree) {
  const std::string source = program(
      "\titems := []int{1, 2, 3}\n\tc := make(chan int)\n"
      "\tfor _, i := range items {\n\t\tgo func() { c <- i }()\n\t}\n");
  const std::vector<std::string> tried = repairs(source), offered = suggestions(source);
  EXPECT_TRUE(has(tried, "give c one slot"));
  EXPECT_FALSE(has(offered, "give c one slot")) << "two of three still leak";
  EXPECT_TRUE(has(offered, "give c len(items) slots"));
}

TEST(Suggest, NotWhatTradesALeakForAPanic) {
  const std::string source = program("\tc := make(chan int)\n\tgo func() { c <- 1 }()\n");
  EXPECT_TRUE(has(repairs(source), "defer close(c)"));
  EXPECT_FALSE(has(suggestions(source), "defer close(c)")) << "a send on a closed channel";
}

TEST(Suggest, NotWhatLosesAnAnswer) {
  // In Go's own order the value is dropped before main comes to receive it.
  const std::string source = program(
      "\tc := make(chan int)\n\tgo func() {\n\t\tc <- 1\n\t\tc <- 2\n\t}()\n"
      "\tfmt.Println(<-c)\n");
  for (const std::string& one : suggestions(source)) {
    EXPECT_NE(one, "drop the value when nobody takes it, at the send in line 8");
  }
}

TEST(Suggest, ACloseEndsTheRange) {
  EXPECT_TRUE(has(suggestions(program("\tc := make(chan int, 1)\n\tdone := make(chan bool)\n"
                                      "\tgo func() {\n\t\tfmt.Println(\"got\", <-c)\n"
                                      "\t\tdone <- true\n\t\tfor range c {\n\t\t}\n\t}()\n"
                                      "\tc <- 1\n\t<-done\n")),
                  "defer close(c)"));
}

TEST(Suggest, AContextThatEndsTheSend) {
  const std::string source =
      "package main\n\nimport \"context\"\n\nfunc work(ctx context.Context, c chan int) {\n"
      "\tc <- 1\n}\n\nfunc main() {\n\tctx, cancel := context.WithCancel(context.Background())\n"
      "\tc := make(chan int)\n\tgo work(ctx, c)\n\tcancel()\n}\n";
  EXPECT_TRUE(has(suggestions(source), "let ctx.Done() end the send in line 6"));
}

TEST(Suggest, AsManyAsAskedFor) {
  const std::string source = program("\tc := make(chan int)\n\tgo func() { c <- 1 }()\n");
  EXPECT_EQ(suggestions(source, 1).size(), 1u);
  EXPECT_TRUE(suggestions(source, 0).empty());
}

TEST(Suggest, StopsWhenItIsInterrupted) {
  SuggestOptions options;
  options.check.interrupted = [](const ExploreProgress&) { return std::optional("enough"); };
  const SuggestReport report =
      suggest("main.go", program("\tc := make(chan int)\n\tgo func() { c <- 1 }()\n"), options);
  EXPECT_EQ(report.tried, 0u);
}

TEST(Repair, OfWhatIsNoGoThereIsNone) {
  EXPECT_TRUE(lang::repairs_of("").empty());
  EXPECT_TRUE(lang::repairs_of("package main\n\nfunc main() {").empty());
  EXPECT_TRUE(lang::repairs_of(std::string("\0\xff", 2)).empty());
}

TEST(Repair, NoMoreThanTheLimit) {
  std::string makes;
  for (int i = 0; i < 100; ++i) makes += "\t_ = make(chan int)\n";
  EXPECT_EQ(lang::repairs_of(program(makes)).size(), lang::kMaxRepairs);
  std::string ranges = "\tvar s []int\n\tc := make(chan int)\n";
  for (int i = 0; i < 2000; ++i) ranges += "\tfor range s {\n\t}\n";
  EXPECT_EQ(lang::repairs_of(program(ranges)).size(), lang::kMaxRepairs);
}

}  // namespace
}  // namespace gopark
