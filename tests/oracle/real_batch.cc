#include "tests/oracle/real_batch.h"

#include <atomic>
#include <map>
#include <regex>
#include <sstream>
#include <thread>

namespace gopark::oracle {
namespace {

constexpr std::chrono::seconds kLimit{5};
constexpr int kAtOnce = 4;  // they sleep more than they work

constexpr const char* kDispatch = R"(
func main() {
	programs[os.Args[1]]()
	stacks := make([]byte, 1<<20)
	stacks = stacks[:runtime.Stack(stacks, true)]
	os.Stderr.WriteString("-- goroutines at exit --\n")
	os.Stderr.Write(stacks)
}
)";

std::string file_of(std::size_t program) {
  return "p" + std::to_string(program) + ".go";
}

std::string main_of(std::size_t program) {
  return "main_" + std::to_string(program);
}

std::string with_other_main(const std::string& source, std::size_t program) {
  static const std::regex kMain(R"((^|\n)func main\(\))");
  return std::regex_replace(source, kMain, "$1func " + main_of(program) + "()");
}

}  // namespace

RealBatch::RealBatch(const std::vector<std::string>& programs) : diagnostics_(programs.size()) {
  for (std::size_t n = 0; n < programs.size(); ++n) {
    write_file(folder_.path() + "/" + file_of(n), with_other_main(programs[n], n));
    building_.insert(n);
  }
  build();
}

// What has mistakes is taken out, and the rest is built again: after a syntax error in one file
// nobody looks at the types in another.
void RealBatch::build() {
  while (!building_.empty()) {
    write_dispatch();
    std::vector<std::string> command = {"go", "build", "-gcflags=-e -l",
                                        "-o", "batch", "dispatch.go"};
    for (const std::size_t n : building_) command.push_back(file_of(n));
    const ProcessResult built = run_process(command, folder_.path());
    if (built.exit_code == 0) return;
    if (!take_diagnostics(built.err)) {
      failure_ = built.err.substr(0, 2000);
      building_.clear();
    }
  }
}

BatchResult RealBatch::run(std::size_t n) const {
  if (!diagnostics_[n].empty()) return {diagnostics_[n], {}};
  if (building_.count(n) == 0) return {{GoDiagnostic{0, 0, failure_}}, {}};
  BatchResult result;
  result.run.process = run_process({folder_.path() + "/batch", std::to_string(n)}, folder_.path(),
                                   {"GOMAXPROCS=1", "GOTRACEBACK=all"}, kLimit);
  const std::regex own_main("main\\." + main_of(n) + "\\b");
  std::string& err = result.run.process.err;
  err = std::regex_replace(err, own_main, "main.main");
  result.run.goroutines = parse_dump(err);
  if (const size_t dump = err.find(kDumpMarker); dump != std::string::npos) {
    result.run.goroutines = parse_dump(std::string_view(err).substr(dump));
    std::erase_if(result.run.goroutines, [](const DumpGoroutine& g) { return g.number == 1; });
    err.resize(dump);
  }
  return result;
}

void RealBatch::write_dispatch() const {
  std::string text =
      "package main\n\nimport (\n\t\"os\"\n\t\"runtime\"\n)\n\nvar programs = "
      "map[string]func(){\n";
  for (const std::size_t n : building_)
    text += "\t\"" + std::to_string(n) + "\": " + main_of(n) + ",\n";
  write_file(folder_.path() + "/dispatch.go", text + "}\n" + kDispatch);
}
// False if nothing in the text is about a program.
bool RealBatch::take_diagnostics(const std::string& text) {
  static const std::regex kStart(R"((?:\./)?p(\d+)\.go:(\d+):(?:(\d+):)? (.*))");
  std::istringstream lines(text);
  std::set<std::size_t> refused;
  std::smatch match;
  for (std::string line; std::getline(lines, line);) {
    if (!std::regex_match(line, match, kStart)) continue;
    const std::size_t program = std::stoul(match[1]);
    const int column = match[3].matched ? std::stoi(match[3]) : 0;
    diagnostics_[program].push_back({std::stoi(match[2]), column, match[4]});
    refused.insert(program);
  }
  for (const std::size_t program : refused) building_.erase(program);
  return !refused.empty();
}

std::vector<BatchResult> RealBatch::run_all() const {
  std::atomic<std::size_t> next{0};
  std::vector<BatchResult> results(diagnostics_.size());
  std::vector<std::thread> threads;
  for (int thread = 0; thread < kAtOnce; ++thread)
    threads.emplace_back([&] {
      for (std::size_t n = next++; n < results.size(); n = next++) results[n] = run(n);
    });
  for (std::thread& thread : threads) thread.join();
  return results;
}

}  // namespace gopark::oracle
