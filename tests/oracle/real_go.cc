#include "tests/oracle/real_go.h"

#include <filesystem>
#include <regex>
#include <sstream>
#include <utility>

namespace gopark::oracle {
namespace {

namespace fs = std::filesystem;

constexpr const char* kProgram = "gopark_program";

// A second file of the program's package. The program's own main has another name by then.
constexpr const char* kDumpAtEnd = R"(package main

import (
	"os"
	"runtime"
)

func main() {
	goparkMain()
	stacks := make([]byte, 1<<24)
	stacks = stacks[:runtime.Stack(stacks, true)]
	os.Stderr.WriteString("-- goroutines at exit --\n")
	os.Stderr.Write(stacks)
}
)";

std::string file_name(const std::string& path) {
  return fs::path(path).filename().string();
}

// Where Debian puts the sources of golang.org/x/sync, which ./dev installs: outside of modules, and
// only for the programs that ask for it.
std::vector<std::string> surroundings(const std::string& folder,
                                      const std::vector<std::string>& files) {
  for (const std::string& file : files) {
    if (read_file(folder + "/" + file).find("\"golang.org/x/") != std::string::npos)
      return {"GO111MODULE=off", "GOPATH=/usr/share/gocode"};
  }
  return {};
}

// A file of tests is built into a program that runs them.
bool is_test(const std::string& file) {
  constexpr std::string_view kEnd = "_test.go";
  return file.size() > kEnd.size() && file.substr(file.size() - kEnd.size()) == kEnd;
}

// `every_error` lifts the limit of ten messages.
ProcessResult build(const std::string& folder, const std::vector<std::string>& files,
                    bool every_error = false) {
  std::vector<std::string> command = {"go"};
  if (is_test(files[0]))
    command.insert(command.end(), {"test", "-c", "-vet=off"});
  else
    command.push_back("build");
  command.insert(command.end(), {every_error ? "-gcflags=-e -l" : "-gcflags=-l", "-o", kProgram});
  command.insert(command.end(), files.begin(), files.end());
  return run_process(command, folder, surroundings(folder, files));
}

ProcessResult run_built(const std::string& folder) {
  return run_process({folder + "/" + kProgram}, folder, {"GOMAXPROCS=1", "GOTRACEBACK=single"},
                     std::chrono::seconds(30));
}

ProcessResult not_built(ProcessResult build) {
  build.exit_code = -1;
  return build;
}

// Gives main another name on the same line, so that every line keeps its number.
std::string rename_main(const std::string& source) {
  return std::regex_replace(source, std::regex(R"((^|\n)func main\(\))"), "$1func goparkMain()");
}

void restore_main(DumpFrame& frame) {
  frame.function =
      std::regex_replace(frame.function, std::regex(R"(^main\.goparkMain\b)"), "main.main");
}

std::vector<DumpGoroutine> all_but_main(std::string_view dump) {
  std::vector<DumpGoroutine> goroutines;
  for (DumpGoroutine& goroutine : parse_dump(dump)) {
    if (goroutine.number == 1) continue;
    for (DumpFrame& frame : goroutine.frames) restore_main(frame);
    restore_main(goroutine.created_by);
    goroutines.push_back(std::move(goroutine));
  }
  return goroutines;
}

}  // namespace

bool real_go_available() {
  return run_process({"go", "version"}, "/").exit_code == 0;
}

bool real_go_has_go122() {
  const std::string version = run_process({"go", "env", "GOVERSION"}, "/").out;
  std::smatch match;
  return std::regex_search(version, match, std::regex(R"(go1\.(\d+))")) &&
         std::stoi(match[1]) >= 22;
}

std::vector<GoDiagnostic> real_diagnostics(const std::string& path) {
  const TemporaryFolder folder;
  write_file(folder.path() + "/" + file_name(path), read_file(path));
  std::istringstream lines(build(folder.path(), {file_name(path)}, true).err);
  static const std::regex kStart(R"((?:\./)?[^:\t]+\.go:(\d+):(?:(\d+):)? (.*))");
  std::vector<GoDiagnostic> diagnostics;
  std::smatch match;
  for (std::string line; std::getline(lines, line);) {
    if (std::regex_match(line, match, kStart)) {
      const int column = match[2].matched ? std::stoi(match[2]) : 0;
      diagnostics.push_back({std::stoi(match[1]), column, match[3]});
    } else if (!diagnostics.empty() && line.substr(0, 1) == "\t") {
      diagnostics.back().message += "\n" + line;
    }
  }
  return diagnostics;
}

std::string newer_wording(const std::string& message) {
  static const std::vector<std::pair<std::regex, std::string>> kChanged = {
      {std::regex(R"(^(\S+) declared (?:but|and) not used$)"), "declared and not used: $1"},
      {std::regex(R"(^imported and not used: ("[^"]*")( as \w+)?$)"), "$1 imported$2 and not used"},
      {std::regex(R"((\)|nil) as type (.+) in (\w[\w. ]*)(?=$|:\n))"), "$1 as $2 value in $3"},
      {std::regex(R"(:\n\t(?=.* does not implement |need type assertion))"), ": "},
      {std::regex(R"(\((missing|wrong type for) (\w+) method)"), "($1 method $2"},
      {std::regex(R"(\((\w+) method has pointer receiver\))"), "(method $1 has pointer receiver)"},
      {std::regex(R"(^cannot assign to (?!struct field)(.+?)( \((value|untyped|constant)[^]*)?$)"),
       "cannot assign to $1 (neither addressable nor a map index expression)"},
      {std::regex(R"(^cannot convert (-?\d+) \(untyped int constant\) to type (u?int\d*|byte)$)"),
       "constant $1 overflows $2"},
      {std::regex(R"(^(invalid argument: .*) for (len|cap)$)"), "$1 for built-in $2"},
      {std::regex(R"(^(cannot range over .*) \((receive from [^)]*)\)$)"), "$1: $2"},
      {std::regex(R"( in assignment to _ identifier$)"), " in assignment"},
      {std::regex(R"(^(syntax error: .*), expecting )"), "$1, expected "},
      {std::regex(
           R"(^(syntax error: unexpected )(?=(break|case|chan|const|continue|default|defer|else|fallthrough|for|func|go|goto|if|import|interface|map|package|range|return|select|struct|switch|type|var)\b))"),
       "$1keyword "},
      {std::regex(
           R"(^(syntax error: unexpected )(?!newline|semicolon|comma|EOF|name |literal |keyword )(?=[A-Za-z_]))"),
       "$1name "},
  };
  std::string newer = message;
  for (const auto& [pattern, replacement] : kChanged)
    newer = std::regex_replace(newer, pattern, replacement);
  return newer;
}

ProcessResult run_real_go(const std::string& path) {
  const TemporaryFolder folder;
  write_file(folder.path() + "/" + file_name(path), read_file(path));
  const ProcessResult built = build(folder.path(), {file_name(path)});
  if (built.exit_code != 0) return not_built(built);
  return run_built(folder.path());
}

RealLeftovers real_leftovers(const std::string& path) {
  const TemporaryFolder folder;
  const std::string name = file_name(path);
  write_file(folder.path() + "/" + name, rename_main(read_file(path)));
  write_file(folder.path() + "/gopark_dump.go", kDumpAtEnd);
  const ProcessResult built = build(folder.path(), {name, "gopark_dump.go"});
  if (built.exit_code != 0) return {not_built(built), {}};
  RealLeftovers left{run_built(folder.path()), {}};
  const size_t dump = left.process.err.find(kDumpMarker);
  if (dump == std::string::npos) return left;
  left.goroutines = all_but_main(std::string_view(left.process.err).substr(dump));
  left.process.err.resize(dump);
  return left;
}

}  // namespace gopark::oracle
