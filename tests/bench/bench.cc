// gopark_bench: one table, each row a ratio to a peer that is run here and now, on the same
// machine.
//
// Times are the best of kRuns, since a shared machine only ever adds time; we and the peer take
// turns, since it is also faster in one minute than in the next. A row says what is to be reached
// and whether it is; the exit code is 0 either way: a benchmark is read, not passed.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "sim/explore/explorer.h"
#include "sim/lang/toolchain.h"
#include "sim/session/session.h"
#include "sim/vm/world.h"

namespace gopark {
namespace {

namespace fs = std::filesystem;

constexpr int kRuns = 5;
constexpr unsigned kArticleLessons = 9;  // those with the lowest `order`

// Go's own order; math/rand is not used here.
class FirstScheduler : public Scheduler {
 public:
  uint64_t pick(const World&, const Choice&) override { return 0; }
};

double seconds_of(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

using Measure = std::function<double()>;

double best_of(const Measure& measure) {
  double best = measure();
  for (int i = 1; i < kRuns; ++i) best = std::min(best, measure());
  return best;
}

struct Times {
  double mine = 0, theirs = 0;
};

Times best_in_turns(const Measure& mine, const Measure& theirs) {
  Times best{mine(), theirs()};
  for (int i = 1; i < kRuns; ++i) {
    best.mine = std::min(best.mine, mine());
    best.theirs = std::min(best.theirs, theirs());
  }
  return best;
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

// The numbers that a command prints; empty when it fails.
std::vector<double> numbers_of(const std::string& command) {
  std::FILE* pipe = popen((command + " 2>/dev/null").c_str(), "r");
  std::vector<double> numbers;
  if (pipe == nullptr) return numbers;
  double number = 0;
  while (std::fscanf(pipe, "%lf", &number) == 1) numbers.push_back(number);
  return pclose(pipe) == 0 ? numbers : std::vector<double>{};
}

class Bench {
 public:
  // `filter`: only rows with this in their name, such as "stepping" or "worker_pool".
  Bench(fs::path folder, std::string filter)
      : folder_(std::move(folder)),
        scratch_(fs::path(GOPARK_BINARY_DIR) / "bench"),
        filter_(std::move(filter)) {
    fs::create_directories(scratch_);
  }

  void run() {
    std::printf("%-44s %12s %22s %9s  %s\n", "row", "gopark", "peer", "ratio", "to reach");
    computation();
    channels();
    goroutines();
    if (wants("stepping")) stepping();
    if (wants("lessons")) lessons();
    if (wants("large file")) large_file();
    schedules();
  }

 private:
  bool wants(const std::string& group) const { return group.find(filter_) != std::string::npos; }
  std::shared_ptr<const Program> compile(const fs::path& file) {
    lang::CompileResult result = toolchain_.compile(file.filename().string(), read(file));
    if (result.program == nullptr)
      for (const lang::Diagnostic& d : result.diagnostics)
        std::fprintf(stderr, "%s\n", to_string(d, result.files).c_str());
    return result.program;
  }
  // Seconds of a whole run of a program on the fast path.
  Measure ours(const std::string& name) {
    return [program = compile(folder_ / (name + ".go"))] {
      if (program == nullptr) return 0.0;
      World world(program);
      FirstScheduler scheduler;
      return seconds_of([&] { world.run(scheduler, ~uint64_t{0}, true); });
    };
  }
  // Seconds that a Go program says it took, under real Go with one processor.
  Measure real_go(const std::string& file) {
    const fs::path binary = scratch_ / fs::path(file).stem();
    if (!built("GO111MODULE=off go build -o " + binary.string() + " " + (folder_ / file).string()))
      return [] { return 0.0; };
    return said("GOMAXPROCS=1 " + binary.string());
  }
  Measure lua(const std::string& name) {
    return said("lua5.4 " + (folder_ / "peers" / (name + ".lua")).string());
  }
  Measure yaegi(const std::string& name) {
    const fs::path binary = scratch_ / "yaegi";
    if (!built("GO111MODULE=off GOPATH=/usr/share/gocode go build -o " + binary.string() + " " +
               (folder_ / "peers" / "yaegi.go").string()))
      return [] { return 0.0; };
    return said(binary.string() + " " + (folder_ / (name + ".go")).string());
  }
  static bool built(const std::string& command) {
    return std::system((command + " 1>&2").c_str()) == 0;
  }
  static Measure said(const std::string& command) {
    return [command] {
      const std::vector<double> numbers = numbers_of(command);
      return numbers.empty() ? 0 : numbers[0] / 1e9;
    };
  }

  // `gain`: how many times faster than the peer we must be.
  static void row(const std::string& name, const Measure& ours, double count,
                  const std::string& peer, const Measure& peers, double gain) {
    const auto [mine, theirs] = best_in_turns(ours, peers);
    if (mine <= 0 || theirs <= 0) {
      std::printf("%-44s %12s %22s\n", name.c_str(), mine <= 0 ? "failed" : "",
                  theirs <= 0 ? (peer + ": failed").c_str() : "");
      return;
    }
    char text[2][64];
    std::snprintf(text[0], sizeof text[0], "%.1f ns", mine / count * 1e9);
    std::snprintf(text[1], sizeof text[1], "%s %.1f ns", peer.c_str(), theirs / count * 1e9);
    const double ratio = theirs / mine;
    std::printf("%-44s %12s %22s %8.2fx  >= %gx %s\n", name.c_str(), text[0], text[1], ratio, gain,
                ratio >= gain ? "reached" : "SHORT");
  }
  static void limit(const std::string& name, double value, const std::string& unit, double most) {
    std::printf("%-44s %9.1f %-2s %32s  <= %g %s %s\n", name.c_str(), value, unit.c_str(), "", most,
                unit.c_str(), value <= most ? "reached" : "SHORT");
  }

  void computation() {
    if (wants("fib(30)")) {
      row("fib(30), a call", ours("fib"), 1346269, "Lua 5.4", lua("fib"), 1);
      row("fib(30), a call", ours("fib"), 1346269, "yaegi", yaegi("fib"), 20);
    }
    if (wants("loop")) {
      row("loop of 10^7 additions, one", ours("loop"), 1e7, "Lua 5.4", lua("loop"), 1);
      row("loop of 10^7 additions, one", ours("loop"), 1e7, "yaegi", yaegi("loop"), 1);
    }
  }
  // A program of this folder, run by us and by real Go.
  void beside_go(const std::string& name, const std::string& program, double gain) {
    if (wants(name)) row(name, ours(program), 1e6, "Go", real_go(program + ".go"), gain);
  }
  void channels() {
    beside_go("unbuffered ping-pong, a round trip", "pingpong", 3);
    beside_go("buffered send + receive", "buffered", 1);
    beside_go("select with two ready cases (+ send)", "select", 1);
  }
  void goroutines() {
    beside_go("create and finish a goroutine", "spawn", 3);
    beside_go("10^6 goroutines blocked on send, one", "blocked", 5);
    if (wants("bytes of 10^6 goroutines")) bytes_of_blocked();
  }
  void bytes_of_blocked() {
    if (const auto program = compile(folder_ / "blocked.go"); program != nullptr) {
      World world(program);
      FirstScheduler scheduler;
      while (world.goroutine_count() < 1000001 && world.step(scheduler)) {
      }
      limit("... and its bytes", static_cast<double>(world.live_bytes()) / 1e6, "B", 200);
    }
    const std::vector<double> real =
        numbers_of("GO111MODULE=off go run " + (folder_ / "peers" / "blocked.go").string());
    if (real.size() > 1) std::printf("%-44s %12s %20.0f B\n", "... in real Go", "", real[1]);
  }

  void stepping() {
    const auto program = compile(folder_ / "pingpong.go");
    if (program == nullptr) return;
    constexpr uint64_t kSteps = 1000000;
    FirstScheduler scheduler;
    const auto steps = [&](World& world) {
      return seconds_of([&] {
               while (world.steps() < kSteps && world.step(scheduler)) {
               }
             }) /
             kSteps;
    };
    const double bare = best_of([&] {
      World world(program);
      return steps(world);
    });
    // As a Session does: the journal keeps a window of recent steps, whose memory is used again and
    // again.
    constexpr uint64_t kWindow = 50000;
    double back = 0;
    const double recorded = best_of([&] {
      World world(program);
      world.set_recording(true);
      double forward = 0, backward = 0;
      for (uint64_t window = 0; window < kSteps / kWindow; ++window) {
        world.forget_before(world.mark());
        const uint64_t start = world.mark(), until = world.steps() + kWindow;
        const auto walk = [&] {
          while (world.steps() < until && world.step(scheduler)) {
          }
        };
        forward += seconds_of(walk);
        backward += seconds_of([&] { world.undo_to(start); });
        walk();
      }
      back = backward / kSteps;
      return forward / kSteps;
    });
    std::printf("%-44s %9.1f ns\n", "a bare step", bare * 1e9);
    limit("a step with journal + fingerprint, in bare steps", recorded / bare, "x", 3);
    limit("a step back", back * 1e9, "ns", 100);
    seeking(program);
  }
  // Jumps to and fro in a run of 10^6 steps: the time that all but one of a hundred keep to.
  static void seeking(const std::shared_ptr<const Program>& program) {
    constexpr uint64_t kSteps = 1000000;
    constexpr std::size_t kSeeks = 2000;
    SessionOptions options;
    options.max_steps = kSteps;
    Session session(program, options);
    session.run_to_end();
    std::mt19937_64 random(1);
    std::vector<double> times;
    for (std::size_t i = 0; i < kSeeks; ++i) {
      const uint64_t step = random() % kSteps;
      times.push_back(seconds_of([&] { session.seek(step); }));
    }
    std::sort(times.begin(), times.end());
    std::printf("%-44s %9.1f us\n", "a random seek in 10^6 steps, the median",
                times[kSeeks / 2] * 1e6);
    limit("a random seek in 10^6 steps, p99", times[kSeeks * 99 / 100] * 1e3, "ms", 1);
  }

  // The article's lessons from text to their end, against `go run` of one. Go's cache keeps what it
  // has built, so its program gets a new comment each time: both start from a text that they have
  // not seen.
  void lessons() {
    std::vector<std::pair<std::string, std::string>> files;
    for (const fs::path& file : programs_of_lessons(kArticleLessons))
      files.emplace_back(file.string(), read(file));
    std::sort(files.begin(), files.end());
    if (files.empty()) return;
    const Measure go = [&] { return seconds_of_go_run(files.front().second); };
    const auto ours = [&](lang::Toolchain& toolchain, std::size_t count) {
      return seconds_of([&] {
        for (std::size_t i = 0; i < count; ++i) play(toolchain, files[i].first, files[i].second);
      });
    };
    const Measure all = [&] {
      lang::Toolchain toolchain;
      return ours(toolchain, files.size());
    };
    lang::Toolchain warm;
    play(warm, files.front().first, files.front().second);
    row("the nine lessons, both variants, to verdict", all, 1, "go run of one", go, 100);
    row(
        "... one of them, the library parsed", [&] { return ours(warm, 1); }, 1, "go run of one",
        go, 100);
  }
  // From text to the first step, the standard library parsed on the way: what a person waits for
  // who opens a file, or edits it.
  void large_file() {
    text_to_running("a file of 2,000 lines", large_program(2000), 20);
    text_to_running("a small file", read(folder_ / "programs" / "large.go"), 20);
  }
  void text_to_running(const std::string& what, const std::string& text, double most_ms) {
    const auto until_running = [&](lang::Toolchain& toolchain) {
      return seconds_of([&] {
        World world(toolchain.compile("large.go", text).program);
        FirstScheduler scheduler;
        world.step(scheduler);
      });
    };
    const double cold = best_of([&] {
      lang::Toolchain toolchain;
      return until_running(toolchain);
    });
    lang::Toolchain warm;
    until_running(warm);
    limit(what + ", from text to running", cold * 1e3, "ms", most_ms);
    limit("... again, as after an edit", best_of([&] { return until_running(warm); }) * 1e3, "ms",
          most_ms);
  }
  // programs/large.go with the part about One repeated under other names, for so many lines.
  std::string large_program(int lines) {
    const std::string once = read(folder_ / "programs" / "large.go");
    const std::size_t begin = once.find("// One"), end = once.find("func main");
    const std::string part = once.substr(begin, end - begin);
    const auto length = static_cast<int>(std::count(part.begin(), part.end(), '\n'));
    std::string text = once.substr(0, end);
    for (int made = length; made < lines; made += length)
      text += std::regex_replace(part, std::regex("One"), "No" + std::to_string(made));
    return text + once.substr(end);
  }
  static void play(lang::Toolchain& toolchain, const std::string& path, const std::string& text) {
    const lang::CompileResult result = toolchain.compile(path, text);
    if (result.program == nullptr) return;
    World world(result.program);
    FirstScheduler scheduler;
    world.run(scheduler, 1000000, true);
  }
  double seconds_of_go_run(const std::string& text) {
    const fs::path file = scratch_ / "lesson.go";
    std::ofstream(file) << text << "\n// "
                        << std::chrono::system_clock::now().time_since_epoch().count() << "\n";
    return seconds_of([&] {
      (void)std::system(("GO111MODULE=off go run " + file.string() + " > /dev/null 2>&1").c_str());
    });
  }

  // ---- the search of all schedules, against SPIN on a model of the same program
  struct Searched {
    double seconds = 0;
    ExploreReport report;
  };
  static Searched proof_of(const std::shared_ptr<const Program>& program) {
    Searched searched;
    searched.seconds = best_of([&] {
      ExploreOptions options;
      options.persistent_sets = Reduction::On;
      Explorer explorer(program, options);
      const double seconds = seconds_of([&] { explorer.advance(~uint64_t{0}); });
      searched.report = explorer.report();
      return seconds;
    });
    return searched;
  }
  // What SPIN needs: compiled here and now, states stored, bytes each as it says. 0 states: it did
  // not end within kSpinSeconds.
  struct Spin {
    double seconds = 0, states = 0, bytes = 0;
  };
  static constexpr int kSpinSeconds = 30;
  Spin spin(const std::string& name, const std::string& how) {
    const fs::path place = scratch_ / ("spin-" + name);
    fs::create_directories(place);
    const std::string model = (folder_ / "peers" / (name + ".pml")).string();
    if (!built("cd " + place.string() + " && spin -a " + model + " >/dev/null && gcc -O2 -w " +
               how + " -DMEMLIM=1500 -o pan pan.c"))
      return {};
    Spin result;
    // States stored, and bytes of a state as stored with SPIN's overhead.
    const std::string run =
        "cd " + place.string() + " && timeout " + std::to_string(kSpinSeconds) +
        " ./pan -m100000 -n 2>&1 | awk '/states, stored/ {states = $1} /equivalent memory/ {mb = "
        "$1} "
        "/memory limit|max search depth/ {cut = 1} END {if (!cut && states) print states, mb * "
        "1048576 / states}'";
    for (int i = 0; i < kRuns; ++i) {
      std::vector<double> numbers;
      const double seconds = seconds_of([&] { numbers = numbers_of(run); });
      if (i == 0 || seconds < result.seconds) result.seconds = seconds;
      if (numbers.size() != 2) break;  // it would not end the next time either
      result.states = numbers[0];
      result.bytes = numbers[1];
    }
    return result;
  }
  static std::string milliseconds(double seconds) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f ms", seconds * 1e3);
    return text;
  }
  void schedule_row(const std::string& name, double most_ms, const std::string& how,
                    const std::string& peer) {
    if (!wants("schedules: " + name)) return;
    const auto program = compile(folder_ / "programs" / (name + ".go"));
    if (program == nullptr) return;
    const Searched mine = proof_of(program);
    const Spin theirs = spin(name, how);
    const double ms = mine.seconds * 1e3;
    const ExploreProgress& done = mine.report.progress;
    std::printf("%-44s %12s %22s %8.2fx  <= %g ms %s\n",
                (name + ", " + std::string(to_string(mine.report.verdict))).c_str(),
                milliseconds(mine.seconds).c_str(),
                (peer + " " + milliseconds(theirs.seconds)).c_str(), theirs.seconds / mine.seconds,
                most_ms, ms <= most_ms ? "reached" : "SHORT");
    std::printf("%-44s %12llu %22s\n", "... states", static_cast<unsigned long long>(done.states),
                theirs.states > 0 ? std::to_string(static_cast<uint64_t>(theirs.states)).c_str()
                                  : "not all in its time");
    const double bytes = static_cast<double>(done.bytes) / static_cast<double>(done.states);
    std::printf("%-44s %10.1f B %20.1f B %9s  <= SPIN's %s\n", "... bytes a state", bytes,
                theirs.bytes, "",
                theirs.states <= 0      ? ""
                : bytes <= theirs.bytes ? "reached"
                                        : "SHORT");
    std::printf("%-44s %10.2f M %32s >= 2 M %s\n", "... states a second",
                static_cast<double>(done.states) / mine.seconds / 1e6, "",
                static_cast<double>(done.states) / mine.seconds >= 2e6 ? "reached" : "SHORT");
  }
  void schedules() {
    if (std::system("spin -V >/dev/null 2>&1") != 0) return;
    schedule_row("philosophers_deadlock", 50, "-DBFS", "SPIN, BFS");
    schedule_row("philosophers_ordered", 50, "", "SPIN");
    for (const char* name : {"ncast_leaky", "ncast_fixed"}) schedule_row(name, 5, "", "SPIN");
    schedule_row("worker_pool", 20, "", "SPIN");
    for (const char* name : {"pipeline_unbuffered", "pipeline_buffered"})
      schedule_row(name, 5, "", "SPIN");
    if (wants("schedules: the nine lessons"))
      checked("the nine lessons of the article", kArticleLessons);
    if (wants("schedules: all lessons")) checked("all lessons", ~0u);
  }
  // check() on both variants of the first lessons, compiled before: every schedule, the simplest
  // failure, how many there are.
  void checked(const std::string& name, unsigned lessons) {
    std::vector<std::shared_ptr<const Program>> programs;
    for (const fs::path& file : programs_of_lessons(lessons)) programs.push_back(compile(file));
    const double seconds = best_of([&] {
      return seconds_of([&] {
        for (const auto& program : programs)
          if (program != nullptr) check(program, {});
      });
    });
    limit("check of " + name + ", " + std::to_string(programs.size()) + " programs", seconds * 1e3,
          "ms", 100);
  }
  // Both variants of the first lessons, in the page's order.
  static std::vector<fs::path> programs_of_lessons(unsigned lessons) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(fs::path(GOPARK_SOURCE_DIR) / "scenarios")) {
      if (!entry.is_directory() || order_of(entry.path()) > lessons) continue;
      for (const char* variant : {"leaky.go", "fixed.go"}) files.push_back(entry.path() / variant);
    }
    return files;
  }
  static unsigned order_of(const fs::path& lesson) {
    const std::string text = read(lesson / "lesson.md");
    const std::string key = "\norder: ";
    const std::size_t at = text.find(key);
    return at == std::string::npos
               ? ~0u
               : static_cast<unsigned>(std::stoul(text.substr(at + key.size())));
  }

  fs::path folder_, scratch_;
  std::string filter_;
  lang::Toolchain toolchain_;
};

}  // namespace
}  // namespace gopark

// gopark_bench [FILTER]
int main(int argc, char** argv) {
  gopark::Bench(std::filesystem::path(GOPARK_SOURCE_DIR) / "tests" / "bench",
                argc > 1 ? argv[1] : "")
      .run();
  return 0;
}
