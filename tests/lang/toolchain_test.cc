// One toolchain for many texts: each compiles as if it were the first, and memory stays bounded.
#include "sim/lang/toolchain.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "sim/sched/schedulers.h"
#include "sim/vm/world.h"

namespace gopark::lang {
namespace {

std::string output_of(const CompileResult& result) {
  if (!result.ok()) return "refused: " + to_string(result.diagnostics.front(), result.files);
  World world(result.program);
  FifoScheduler scheduler;
  world.run(scheduler, 100000, true);
  return world.terminal_output(1 << 16);
}

std::string edited(int i) {
  return "package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Printf(\"%d %v\\n\", " +
         std::to_string(i) + ", []int{" + std::to_string(i) + "}) }\n";
}

TEST(Toolchain, AnEditCompilesAsTheFirstTextDoes) {
  Toolchain kept;
  for (int i = 0; i < 5; ++i) {
    const std::string answer = std::to_string(i) + " [" + std::to_string(i) + "]\n";
    EXPECT_EQ(output_of(kept.compile("x.go", edited(i))), answer);
    EXPECT_EQ(output_of(Toolchain().compile("x.go", edited(i))), answer);
    EXPECT_EQ(output_of(kept.compile("x.go", "package main\nfunc main() { x }\n")),
              "refused: x.go:2:15: undefined: x");
  }
}

// What was compiled before stays valid: a program does not live in its toolchain.
TEST(Toolchain, StartsAfreshBeforeItHoldsTooMuch) {
  std::string large = edited(7);
  for (int i = 0; i < 2000; ++i)
    large += "func f" + std::to_string(i) + "(a, b int) int { return a*b + (a-b)*(a+b) }\n";
  Toolchain kept;
  const CompileResult first = kept.compile("x.go", large);
  const std::size_t once = kept.kept_bytes();
  std::size_t most = once, least_after = once;
  for (int i = 0; i < 40; ++i) {
    const std::size_t before = kept.kept_bytes();
    EXPECT_TRUE(kept.compile("x.go", large).ok());
    if (kept.kept_bytes() < before) least_after = std::min(least_after, kept.kept_bytes());
    most = std::max(most, kept.kept_bytes());
  }
  EXPECT_GT(40 * (once / 2), Toolchain::kMaxKeptBytes) << "too little is compiled to tell";
  EXPECT_LE(most, Toolchain::kMaxKeptBytes + once);
  EXPECT_LE(least_after, once);
  EXPECT_EQ(output_of(first), "7 [7]\n");
}

bool reaches(const std::string& field, std::string_view method) {
  const CompileResult result = Toolchain().compile(
      "x.go", "package main\n\nimport (\n\t\"fmt\"\n\t\"time\"\n)\n\ntype shown struct{ " + field +
                  " }\n\nfunc main() { fmt.Println(shown{}) }\n");
  EXPECT_TRUE(result.ok()) << to_string(result.diagnostics.front(), result.files);
  const std::vector<Function>& functions = result.program->functions;
  return std::any_of(functions.begin(), functions.end(),
                     [&](const Function& function) { return function.name == method; });
}

// fmt calls the methods of what it prints, but for what an unexported field holds.
TEST(Toolchain, TranslatesMethodsThatFmtCanCall) {
  EXPECT_TRUE(reaches("At time.Time", "time.Time.String"));
  EXPECT_TRUE(reaches("time.Time", "time.Time.String"));
  EXPECT_TRUE(reaches("At []struct{ At time.Time }", "time.Time.String"));
  EXPECT_FALSE(reaches("at time.Time", "time.Time.String"));
  EXPECT_FALSE(reaches("at []struct{ At time.Time }", "time.Time.String"));
}

}  // namespace
}  // namespace gopark::lang
