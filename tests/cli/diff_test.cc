// Unified diffs, as `patch` reads them.
#include "native/cli/diff.h"

#include <gtest/gtest.h>

namespace gopark {
namespace {

TEST(Diff, OneLineWithItsContext) {
  EXPECT_EQ(unified_diff("a.go", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n"),
            "--- a.go\n+++ a.go\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n");
}

TEST(Diff, AtTheEdges) {
  EXPECT_EQ(unified_diff("a", "1\n", "0\n1\n"), "--- a\n+++ a\n@@ -1,1 +1,2 @@\n+0\n 1\n");
  EXPECT_EQ(unified_diff("a", "1\n2\n", "1\n"), "--- a\n+++ a\n@@ -1,2 +1,1 @@\n 1\n-2\n");
  EXPECT_EQ(unified_diff("a", "", "1\n"), "--- a\n+++ a\n@@ -0,0 +1,1 @@\n+1\n");
  EXPECT_EQ(unified_diff("a", "1", "1\n"),
            "--- a\n+++ a\n@@ -1,1 +1,1 @@\n-1\n\\ No newline at end of file\n+1\n");
  EXPECT_EQ(unified_diff("a", "1\n", "1\n"), "");
}

TEST(Diff, LinesThatRepeatAreNotCountedTwice) {
  EXPECT_EQ(unified_diff("a", "x\nx\n", "x\nx\nx\n"),
            "--- a\n+++ a\n@@ -1,2 +1,3 @@\n x\n x\n+x\n");
}

}  // namespace
}  // namespace gopark
