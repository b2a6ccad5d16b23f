// Real Go's race detector is asked about each program of tests/go/race: it finds a race in those
// that have lines marked `// RACE`, and none in the others.
#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

#include "tests/oracle/process.h"
#include "tests/oracle/real_go.h"

namespace gopark::oracle {
namespace {

namespace fs = std::filesystem;

constexpr int kRuns = 3;  // it sees a race only in a run that has both accesses unordered

bool real_go_sees_a_race(const std::string& program) {
  const TemporaryFolder folder;
  const std::string binary = folder.path() + "/program";
  const ProcessResult built =
      run_process({"go", "build", "-race", "-o", binary, program}, folder.path());
  EXPECT_EQ(built.exit_code, 0) << program << "\n" << built.err;
  for (int run = 0; run < kRuns; ++run) {
    const ProcessResult ran = run_process({binary}, folder.path());
    if (ran.err.find("WARNING: DATA RACE") != std::string::npos) return true;
    EXPECT_EQ(ran.exit_code, 0) << program << "\n" << ran.err;
  }
  return false;
}

TEST(Race, RealGoAgreesAboutEveryProgram) {
  ASSERT_TRUE(real_go_available());
  std::size_t racy = 0, clean = 0;
  for (const auto& entry : fs::directory_iterator(GOPARK_SOURCE_DIR "/tests/go/race")) {
    const std::string path = entry.path().string();
    if (entry.path().extension() != ".go") continue;
    const bool marked = read_file(path).find("// RACE") != std::string::npos;
    EXPECT_EQ(real_go_sees_a_race(path), marked) << path;
    ++(marked ? racy : clean);
  }
  EXPECT_GE(racy, 11u);
  EXPECT_GE(clean, 6u);
}

}  // namespace
}  // namespace gopark::oracle
