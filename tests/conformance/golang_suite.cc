#include "tests/conformance/golang_suite.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <sstream>

#include "sim/sched/policy.h"
#include "tests/conformance/simulate.h"
#include "tests/oracle/process.h"

namespace gopark::conformance {

namespace fs = std::filesystem;

namespace {

constexpr uint64_t kMaxSteps = 3'000'000;
constexpr uint64_t kMaxMemoryBytes = 1ULL << 30;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

bool has(const std::string& text, std::string_view words) {
  return text.find(words) != std::string::npos;
}

// ---- what a test asks for

// "errorcheck -0 -m" of the lines before the first empty one.
std::vector<std::string> words_of_directive(const std::string& source) {
  std::string first = source.substr(0, source.find('\n'));
  if (has(first, "+build")) {
    const std::string rest = source.substr(first.size() + 1);
    first = rest.substr(0, rest.find('\n'));
  }
  if (first.substr(0, 2) != "//") return {};
  std::istringstream in(first.substr(2));
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

std::optional<GolangAction> action_of(const std::string& word) {
  static const std::map<std::string, GolangAction> kActions = {
      {"run", GolangAction::Run},
      {"buildrun", GolangAction::Run},
      {"runoutput", GolangAction::RunOutput},
      {"errorcheck", GolangAction::ErrorCheck},
      {"errorcheckoutput", GolangAction::ErrorCheckOutput},
      {"compile", GolangAction::Compile},
      {"build", GolangAction::Compile},
  };
  const auto found = kActions.find(word);
  if (found == kActions.end()) return std::nullopt;
  return found->second;
}

// Go's tests of several files, of the compiler's analyses and of its machine code.
std::string outside_by_directive(const std::vector<std::string>& words) {
  static const std::set<std::string> kFolders = {
      "rundir",      "compiledir", "errorcheckdir",      "runindir",
      "buildrundir", "builddir",   "errorcheckandrundir"};
  if (kFolders.count(words[0]) != 0) return "several files";
  if (words[0] == "asmcheck") return "machine code";
  if (words[0] == "errorcheckwithauto") return "analyses of the compiler";
  if (!action_of(words[0])) return "";
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word.substr(0, 6) == "-lang=") return "another version of Go";
    if (word == "-0" && words[0] == "errorcheck") return "analyses of the compiler";
    if (words[0] == "run" && word[0] != '-') return "program arguments";
    if (word == "-m" || word == "-+" || word == "-goexperiment" || word.substr(0, 4) == "-gcf")
      return "analyses of the compiler";
    if (word.size() > 3 && word.substr(word.size() - 3) == ".go") return "several files";
  }
  return "";
}

// What the text imports and names of the things that gopark leaves out by its design.
std::string outside_by_source(const std::string& source) {
  static const std::vector<std::pair<std::regex, std::string>> kOutside = {
      {std::regex(R"re((^|\n)\s*(import\s+)?([\w.]+\s+)?"unsafe")re"), "package unsafe"},
      {std::regex(R"re((^|\n)\s*(import\s+)?([\w.]+\s+)?"reflect")re"), "package reflect"},
      {std::regex(R"re((^|\n)\s*(import\s+)?([\w.]+\s+)?"C")re"), "cgo"},
      {std::regex(
           R"re((^|\n)\s*(import\s+)?([\w.]+\s+)?"(io/ioutil|os/exec|io/fs|path/filepath|go/\w+|net|syscall|debug/\w+|encoding/\w+|text/\w+|internal/\w+|runtime/\w+)")re"),
       "files and processes"},
      {std::regex(R"re(\b(complex(64|128)?|real|imag)\b|[0-9.]i\b)re"), "complex numbers"},
  };
  for (const auto& [pattern, name] : kOutside)
    if (std::regex_search(source, pattern)) return name;
  return "";
}

// A constraint that leaves this machine out. (Go: shouldTest.)
bool is_for_another_system(const std::string& source) {
  static const std::regex kConstraint(R"((^|\n)(?://go:build|// \+build) (.*))");
  std::smatch match;
  const std::string head = source.substr(0, source.find("\npackage "));
  if (!std::regex_search(head, match, kConstraint)) return false;
  const std::string words = match[2];
  if (words[0] == '!') return has(words, "!linux") || has(words, "!amd64") || has(words, "!gc ");
  return !has(words, "linux") && !has(words, "amd64") && !has(words, "gc") && !has(words, "unix") &&
         !has(words, "cgo") && !has(words, "!");
}

bool is_concurrent(const std::string& source) {
  static const std::regex kWords(
      R"re(\bgo (func\b|[\w.]+\()|\bchan\b|<-|\bselect\b|"sync(/atomic)?")re");
  std::istringstream lines(source);
  for (std::string line; std::getline(lines, line);)
    if (std::regex_search(line.substr(0, line.find("//")), kWords)) return true;
  return false;
}

std::optional<GolangTest> read_test(const fs::path& folder, const fs::path& path) {
  GolangTest test{path, path.lexically_relative(folder).string(), {}, read_text(path), "", false};
  const std::vector<std::string> words = words_of_directive(test.source);
  if (words.empty()) return std::nullopt;
  test.outside = outside_by_directive(words);
  const std::optional<GolangAction> action = action_of(words[0]);
  if (!action && test.outside.empty()) return std::nullopt;
  test.action = action.value_or(GolangAction::Run);
  if (is_for_another_system(test.source)) return std::nullopt;
  if (test.outside.empty()) test.outside = outside_by_source(test.source);
  test.concurrent = is_concurrent(test.source);
  return test;
}

// ---- what the simulator answers

// The tests of the compiler are of packages of any name, mostly without a main. Ours are main.
std::string in_package_main(const std::string& source) {
  static const std::regex kPackage(R"((^|\n)package (\w*[A-Za-z0-9]\w*))");
  std::smatch match;
  if (!std::regex_search(source, match, kPackage)) return source;
  return match.prefix().str() + match[1].str() + "package main" + match.suffix().str();
}

std::string with_main(const std::string& source) {
  static const std::regex kMain(R"((^|\n)func\s+main\s*\()");
  const std::string text = in_package_main(source);
  return std::regex_search(text, kMain) ? text : text + "\nfunc main() {}\n";
}

std::string feature_of(const std::smatch& match) {
  const std::string words = match[1];
  return has(match[0], " larger ") || has(match[0], "too large") ? "a larger " + words : words;
}

// The feature that the first of the diagnostics names. None: it is no refusal but a mistake of
// ours.
std::string refused_feature(const std::vector<lang::Diagnostic>& diagnostics) {
  static const std::vector<std::regex> kRefusals = {
      std::regex(R"re(^package "([^"]+)" is not supported)re"),
      std::regex(R"re(^(.*) (?:is|are) not supported)re"),
      std::regex(
          R"re(^undefined: ([a-z]+\.[A-Z]\w*) \(the simulator has only a part of package \w+\)$)re"),
      std::regex(
          R"re(^(?:the )?(source file|function|type|package variables).*(?:too large|larger) )re"),
  };
  std::smatch match;
  for (const lang::Diagnostic& d : diagnostics)
    for (const std::regex& refusal : kRefusals)
      if (std::regex_search(d.message, match, refusal)) return feature_of(match);
  return "";
}

std::string said(const lang::CompileResult& result) {
  std::string text;
  for (const lang::Diagnostic& d : result.diagnostics)
    text += "\n    " + to_string(d, result.files);
  return text;
}

// What `go tool compile` leaves to others: the program may have more files, and parts in assembly.
bool is_for_the_linker(const lang::Diagnostic& d) {
  return d.message == "missing function body" ||
         d.message == "function main is undeclared in the main package";
}

GolangVerdict refused(const lang::CompileResult& result) {
  const std::string feature = refused_feature(result.diagnostics);
  if (!feature.empty()) return {GolangResult::Refused, feature, 0};
  if (std::all_of(result.diagnostics.begin(), result.diagnostics.end(), is_for_the_linker))
    return {GolangResult::Outside, "functions in assembly", 0};
  return {GolangResult::Failed, "is valid, and refused:" + said(result), 0};
}

// The lines with `// ERROR "regexp"`. (Go: wantedErrors; `////` hides a marker.)
std::set<uint32_t> wanted_lines(const std::string& source) {
  static const std::regex kMarker(R"(// (GC_)?ERROR )");
  std::set<uint32_t> wanted;
  uint32_t number = 0;
  for (const std::string& line : lines_of(source)) {
    ++number;
    if (!has(line, "////") && std::regex_search(line, kMarker)) wanted.insert(number);
  }
  return wanted;
}

GolangVerdict verdict_of_errors(const lang::CompileResult& result, const std::string& source) {
  const std::set<uint32_t> wanted = wanted_lines(source);
  std::set<uint32_t> missing = wanted;
  std::vector<lang::Diagnostic> extra;
  for (const lang::Diagnostic& d : result.diagnostics) {
    if (d.message == "too many errors") break;
    missing.erase(d.pos.line);
    if (wanted.count(d.pos.line) == 0 && !is_for_the_linker(d)) extra.push_back(d);
  }
  if (result.diagnostics.size() > lang::kMaxDiagnostics) missing.clear();  // they are cut there
  if (missing.empty() && extra.empty()) return {GolangResult::Passed, "", 0};
  const std::string feature = refused_feature(extra);
  if (!feature.empty()) return {GolangResult::Refused, feature, 0};
  std::string problem = "diagnostics:";
  for (const lang::Diagnostic& d : extra)
    problem += "\n    not wanted " + to_string(d, result.files);
  for (const uint32_t line : missing)
    problem += "\n    line " + std::to_string(line) + " is not diagnosed";
  return {GolangResult::Failed, problem, 0};
}

struct Ran {
  Outcome outcome;
  std::string output, error_output;
  uint64_t steps = 0;

  std::string text() const { return output + error_output; }
};

Ran run_to_end(const std::shared_ptr<const Program>& program) {
  WorldOptions options;
  options.time_passes_in_circles = true;
  options.max_memory_bytes = kMaxMemoryBytes;
  World world(program, options);
  const auto scheduler = make_scheduler(Policy{});
  world.run(*scheduler, kMaxSteps, true);
  return {world.outcome(), std::string(world.output()), std::string(world.error_output()),
          world.steps()};
}

// Go's test takes both outputs from one pipe. Of a program that writes to both we know the lines,
// and not how they alternate.
bool writes(const Ran& ran, const std::string& wanted) {
  if (ran.output.empty() || ran.error_output.empty()) return ran.text() == wanted;
  std::vector<std::string> ours = lines_of(ran.text()), theirs = lines_of(wanted);
  std::sort(ours.begin(), ours.end());
  std::sort(theirs.begin(), theirs.end());
  return ours == theirs;
}

std::string wanted_output(const fs::path& path) {
  fs::path output = path;
  output.replace_extension(".out");
  return fs::exists(output) ? read_text(output) : "";
}

GolangVerdict verdict_of_run(const std::shared_ptr<const Program>& program, const fs::path& path) {
  const Ran ran = run_to_end(program);
  if (ran.outcome.kind != OutcomeKind::Exited || ran.outcome.code != 0)
    return {GolangResult::Failed,
            "ends with " + std::to_string(ran.outcome.code) + ": " + ran.outcome.text + "\n" +
                ran.text().substr(0, 300),
            ran.steps};
  if (writes(ran, wanted_output(path))) return {GolangResult::Passed, "", ran.steps};
  return {GolangResult::Failed, "writes: " + ran.text().substr(0, 300), ran.steps};
}

}  // namespace

fs::path golang_test_folder() {
  const oracle::ProcessResult said = oracle::run_process({"go", "env", "GOROOT"}, ".");
  return fs::path(said.out.substr(0, said.out.find('\n'))) / "test";
}

std::vector<GolangTest> golang_tests(const fs::path& folder) {
  std::vector<GolangTest> tests;
  for (const char* part : {".", "ken", "chan", "interface", "syntax", "dwarf", "fixedbugs",
                           "codegen", "runtime", "abi", "typeparam", "typeparam/mdempsky"})
    for (const fs::path& path : programs_in((folder / part).lexically_normal()))
      if (std::optional<GolangTest> test = read_test(folder, path))
        tests.push_back(std::move(*test));
  std::sort(tests.begin(), tests.end(),
            [](const GolangTest& a, const GolangTest& b) { return a.name < b.name; });
  return tests;
}

GolangVerdict verdict_of(lang::Toolchain& toolchain, const GolangTest& test) {
  const std::string file = test.path.filename().string();
  const bool complete = test.action != GolangAction::ErrorCheck;
  const std::string source = complete ? with_main(test.source) : in_package_main(test.source);
  const lang::CompileResult result = toolchain.compile(file, source);
  if (test.action == GolangAction::ErrorCheck) return verdict_of_errors(result, source);
  if (!result.ok()) return refused(result);
  if (test.action == GolangAction::Compile) return {GolangResult::Passed, "", 0};
  if (test.action == GolangAction::Run) return verdict_of_run(result.program, test.path);
  const std::string written = in_package_main(run_to_end(result.program).text());
  const lang::CompileResult second = toolchain.compile(file, written);
  if (test.action == GolangAction::ErrorCheckOutput) return verdict_of_errors(second, written);
  return second.ok() ? verdict_of_run(second.program, test.path) : refused(second);
}

}  // namespace gopark::conformance
