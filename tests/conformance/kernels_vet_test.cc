// Real Go builds and vets every kernel of tests/go/kernels, all of them in one run of `go vet`.
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "tests/oracle/process.h"
#include "tests/oracle/real_go.h"

namespace gopark::oracle {
namespace {

namespace fs = std::filesystem;

// Each program in a folder of its own, since each is a package main.
std::size_t copy_kernels(const fs::path& to) {
  std::size_t programs = 0;
  for (const auto& entry : fs::directory_iterator(GOPARK_SOURCE_DIR "/tests/go/kernels")) {
    if (!entry.is_directory()) continue;
    for (const char* variant : {"buggy", "fixed"}) {
      const fs::path folder = to / entry.path().filename() / variant;
      fs::create_directories(folder);
      fs::copy(entry.path() / (std::string(variant) + ".go"), folder / "main.go");
      ++programs;
    }
  }
  std::ofstream(to / "go.mod") << "module kernels\n\ngo 1.19\n";
  return programs;
}

TEST(Kernels, RealGoVetsThem) {
  ASSERT_TRUE(real_go_available());
  const TemporaryFolder folder;
  EXPECT_GE(copy_kernels(folder.path()), 80u);
  const ProcessResult vetted = run_process({"go", "vet", "./..."}, folder.path());
  EXPECT_EQ(vetted.exit_code, 0) << vetted.err;
}

}  // namespace
}  // namespace gopark::oracle
