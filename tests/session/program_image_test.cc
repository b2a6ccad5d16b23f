// Programs as bytes: what is read again is the same program, and damaged bytes are none.
#include "sim/vm/program_image.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "sim/base/prng.h"
#include "sim/lang/toolchain.h"
#include "sim/session/session.h"

namespace gopark {
namespace {

namespace fs = std::filesystem;

using Programs = std::vector<std::shared_ptr<const Program>>;

// A lesson's two programs, for every lesson.
std::vector<Programs> lessons() {
  lang::Toolchain toolchain;
  std::vector<Programs> lessons;
  for (const auto& folder : fs::directory_iterator(GOPARK_SOURCE_DIR "/scenarios")) {
    Programs programs;
    for (const char* name : {"leaky.go", "fixed.go"}) {
      std::ifstream file(folder.path() / name);
      if (!file) continue;
      std::stringstream text;
      text << file.rdbuf();
      programs.push_back(toolchain.compile(name, text.str()).program);
    }
    if (programs.size() == 2) lessons.push_back(std::move(programs));
  }
  return lessons;
}

std::string disassembled(const Program& program) {
  std::string text;
  for (const Function& function : program.functions) text += disassemble(program, function);
  return text;
}

std::vector<uint64_t> fingerprints(const std::shared_ptr<const Program>& program) {
  Session session(program);
  std::vector<uint64_t> result;
  session.replay([&](uint64_t, const World& world, std::span<const Event>) {
    result.push_back(world.fingerprint());
    return true;
  });
  return result;
}

TEST(ProgramImage, EveryLessonComesBackAsItWas) {
  const std::vector<Programs> all = lessons();
  ASSERT_GT(all.size(), 20u);
  for (const Programs& programs : all) {
    const std::string image = write_programs(programs);
    const auto read = read_programs(image);
    ASSERT_EQ(read.size(), 2u);
    EXPECT_EQ(write_programs(Programs(read.begin(), read.end())), image);
    for (std::size_t i = 0; i < 2; ++i) {
      EXPECT_EQ(disassembled(*read[i]), disassembled(*programs[i]));
      EXPECT_EQ(fingerprints(read[i]), fingerprints(programs[i]));
    }
  }
}

TEST(ProgramImage, DamagedBytesAreNoPrograms) {
  const std::string image = write_programs(lessons().front());
  EXPECT_TRUE(read_programs("").empty());
  EXPECT_TRUE(read_programs(image + "x").empty());
  Prng prng(1);
  const auto somewhere = [&] { return prng.below(static_cast<uint32_t>(image.size())); };
  for (int i = 0; i < 200; ++i) {
    EXPECT_TRUE(read_programs(image.substr(0, somewhere())).empty());
    std::string flipped = image;
    flipped[somewhere()] ^= static_cast<char>(1 << prng.below(8));
    EXPECT_TRUE(read_programs(flipped).empty()) << i;
  }
}

}  // namespace
}  // namespace gopark
