// What real Go prints, run after run and with one, two and four processors, is among what the
// schedules of the simulator print: the whole set of it, by an exhaustive search.
#include <algorithm>
#include <iostream>
#include <set>

#include <gtest/gtest.h>

#include "sim/base/hash.h"
#include "sim/lang/toolchain.h"
#include "tests/explore/all_outputs.h"
#include "tests/oracle/process.h"
#include "tests/oracle/real_go.h"

namespace gopark {
namespace {

constexpr uint64_t kScenes = 24;
constexpr uint64_t kStatesOfAScene = 20'000;
constexpr int kRunsOfAScene = 10;  // with each number of processors

// Two or three workers that send, lock, count and print; main prints what came, in its order.
class Scene {
 public:
  explicit Scene(uint64_t seed) : state_(mix(seed + 77)) {}

  std::string body() {
    const uint64_t workers = 2 + below(2);
    std::string text = "\tc := make(chan int, " + std::to_string(below(3)) + ")\n" +
                       "\tvar mu sync.Mutex\n\tvar n int32\n\tlog := \"\"\n";
    uint64_t sends = 0;
    for (uint64_t w = 0; w < workers; ++w) {
      text += "\tgo func() {\n";
      for (uint64_t i = 0; i <= below(2); ++i) text += statement(w);
      const uint64_t count = 1 + (workers == 2 ? below(2) : 0);
      for (uint64_t i = 0; i < count; ++i) text += "\t\tc <- " + std::to_string(10 * w + i) + "\n";
      sends += count;
      text += "\t}()\n";
    }
    text += "\tfor i := 0; i < " + std::to_string(sends) +
            "; i++ {\n\t\tfmt.Print(<-c, \" \")\n\t}\n" +
            "\tmu.Lock()\n\tfmt.Println(log, atomic.LoadInt32(&n))\n";
    return text;
  }

 private:
  uint64_t below(uint64_t count) {
    state_ = mix(state_ + 0x9e3779b97f4a7c15);
    return state_ % count;
  }
  std::string statement(uint64_t worker) {
    const std::string name(1, static_cast<char>('a' + worker));
    switch (below(4)) {
      case 0:
        return "\t\truntime.Gosched()\n";
      case 1:
        return "\t\tmu.Lock()\n\t\tlog += \"" + name + "\"\n\t\tmu.Unlock()\n";
      case 2:
        return "\t\tatomic.StoreInt32(&n, " + std::to_string(worker + 1) + ")\n";
      default:
        return "\t\tselect {\n\t\tcase v := <-c:\n\t\t\tc <- v + 100\n\t\tdefault:\n\t\t}\n";
    }
  }
  uint64_t state_;
};

constexpr const char* kHeadOfScenes =
    "package main\n\nimport (\n\t\"fmt\"\n\t\"os\"\n\t\"runtime\"\n\t\"sync\"\n"
    "\t\"sync/atomic\"\n)\n\nvar _ = os.Args\nvar _ = runtime.Gosched\n\n";

std::string function_of_program(uint64_t n) {
  return "func program" + std::to_string(n) + "() {\n" + Scene(n).body() + "}\n\n";
}

// One program of real Go that runs the one that it is told.
std::string all_programs() {
  std::string text = kHeadOfScenes, cases;
  for (uint64_t n = 0; n < kScenes; ++n) {
    text += function_of_program(n);
    cases += "\tcase \"" + std::to_string(n) + "\":\n\t\tprogram" + std::to_string(n) + "()\n";
  }
  return text + "func main() {\n\tswitch os.Args[1] {\n" + cases + "\t}\n}\n";
}

std::set<std::string> printed_by_real_go(const std::string& folder, uint64_t n) {
  std::set<std::string> outputs;
  for (const char* processors : {"1", "2", "4"})
    for (int run = 0; run < kRunsOfAScene; ++run) {
      const oracle::ProcessResult result =
          oracle::run_process({folder + "/programs", std::to_string(n)}, folder,
                              {std::string("GOMAXPROCS=") + processors});
      if (!result.timed_out) outputs.insert(result.out);
    }
  return outputs;
}

TEST(Outputs, OfRealGoAreAmongThoseOfAllSchedules) {
  ASSERT_TRUE(oracle::real_go_available());
  const oracle::TemporaryFolder folder;
  oracle::write_file(folder.path() + "/programs.go", all_programs());
  const oracle::ProcessResult built =
      oracle::run_process({"go", "build", "-o", "programs", "programs.go"}, folder.path());
  ASSERT_EQ(built.exit_code, 0) << built.err;
  lang::Toolchain toolchain;
  std::size_t compared = 0, known = 0, seen = 0;
  for (uint64_t n = 0; n < kScenes; ++n) {
    const std::string text = kHeadOfScenes + function_of_program(n) + "func main() {\n\tprogram" +
                             std::to_string(n) + "()\n}\n";
    const lang::CompileResult compiled = toolchain.compile("outputs.go", text);
    ASSERT_TRUE(compiled.ok()) << text;
    const auto possible = all_outputs(compiled.program, {}, kStatesOfAScene);
    if (!possible) continue;
    const std::set<std::string> real = printed_by_real_go(folder.path(), n);
    for (const std::string& output : real)
      EXPECT_EQ(possible->count(output), 1u) << "real Go prints " << output << "\n" << text;
    ++compared;
    known += possible->size();
    seen += real.size();
  }
  std::cout << compared << " programs have " << known << " outputs, real Go printed " << seen
            << " of them\n";
  EXPECT_GT(compared, kScenes / 2);
  EXPECT_GT(seen, compared);
}

}  // namespace
}  // namespace gopark
