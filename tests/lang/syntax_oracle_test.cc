// Real Go judges our parser: the same trees, the same words.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "sim/lang/syntax.h"
#include "tests/lang/parsed.h"
#include "tests/lang/syntax_mistakes.h"
#include "tests/lang/tree_dump.h"
#include "tests/oracle/process.h"
#include "tests/oracle/real_go.h"

namespace gopark::lang {
namespace {

namespace fs = std::filesystem;

// The Go files under the folder that are not too large for us, in order.
std::vector<std::string> go_files(const fs::path& folder) {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const bool small = entry.is_regular_file() && entry.file_size() <= kMaxSourceBytes;
    if (small && entry.path().extension() == ".go") files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string go_root() {
  std::string root = oracle::run_process({"go", "env", "GOROOT"}, "/").out;
  while (!root.empty() && root.back() == '\n') root.pop_back();
  return root;
}

// What go/parser makes of each file, by name.
std::map<std::string, std::string> real_trees(const std::vector<std::string>& files) {
  const oracle::TemporaryFolder folder;
  std::ofstream list(folder.path() + "/files.txt");
  for (const std::string& file : files) list << file << "\n";
  list.close();
  const std::string program = std::string(GOPARK_SOURCE_DIR) + "/tests/lang/tree_dump.go";
  const std::string command = "go run " + program + " < files.txt";
  const oracle::ProcessResult result = oracle::run_process({"sh", "-c", command}, folder.path());
  EXPECT_EQ(result.exit_code, 0) << result.err;
  std::map<std::string, std::string> trees;
  std::istringstream lines(result.out);
  std::string* tree = nullptr;
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("FILE ", 0) == 0) {
      tree = &trees[line.substr(5)];
    } else if (tree != nullptr) {
      *tree += line + "\n";
    }
  }
  return trees;
}

// Raw strings lose their carriage returns in go/ast.
std::string without_carriage_returns(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '\r'), text.end());
  return text;
}

std::string first_difference(const std::string& a, const std::string& b) {
  std::istringstream left(a);
  std::istringstream right(b);
  std::string x;
  std::string y;
  while (std::getline(left, x) && std::getline(right, y)) {
    if (x != y) return "Go:   " + x + "\nours: " + y;
  }
  return "one is longer";
}

// Compares trees of the files that both accept; returns how many those were.
std::size_t compare_trees(const std::vector<std::string>& files) {
  std::size_t compared = 0;
  for (const auto& [path, real] : real_trees(files)) {
    if (real.rfind("REFUSED", 0) == 0) continue;
    const auto parsed = parse(oracle::read_file(path));
    if (!parsed->diagnostics.empty()) continue;
    ++compared;
    const std::string ours = without_carriage_returns(dump_tree(*parsed->file));
    EXPECT_TRUE(ours == real) << path << "\n" << first_difference(real, ours);
  }
  return compared;
}

TEST(SyntaxOracle, LessonsAndTestProgramsGiveGosTrees) {
  const std::string root = GOPARK_SOURCE_DIR;
  EXPECT_GT(compare_trees(go_files(root + "/scenarios")), 10u);
  EXPECT_GT(compare_trees(go_files(root + "/tests/go")), 10u);
}

// Go's own tests: what a language must be able to say, and all that people got wrong with it.
TEST(SyntaxOracle, GosTestsGiveGosTrees) {
  const std::string folder = go_root() + "/test";
  if (!fs::exists(folder)) GTEST_SKIP() << "this Go comes without its tests";
  EXPECT_GT(compare_trees(go_files(folder)), 1500u);
}

TEST(SyntaxOracle, TheStandardLibraryGivesGosTrees) {
  std::vector<std::string> files;
  for (const char* package :
       {"context", "sync", "time", "fmt", "runtime", "net/http", "go/types"}) {
    for (std::string& file : go_files(go_root() + "/src/" + package)) {
      if (file.find("testdata") == std::string::npos) files.push_back(std::move(file));
    }
  }
  EXPECT_GT(compare_trees(files), 500u);
}

// What Go's compiler says of mistake.go in the folder, as "line:column: message" with the words
// that Go 1.20 chose. The output is named too: the compiler removes it after an error, whatever it
// is.
std::vector<std::string> real_messages(const std::string& folder) {
  const oracle::ProcessResult result =
      oracle::run_process({"go", "tool", "compile", "-e", "-o", "mistake.o", "mistake.go"}, folder);
  std::vector<std::string> messages;
  std::istringstream lines(result.out + result.err);
  const std::string prefix = "mistake.go:";
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind(prefix, 0) != 0) continue;
    messages.push_back(
        std::regex_replace(line.substr(prefix.size()), std::regex("expecting "), "expected "));
  }
  return messages;
}

// Go 1.19 says "unexpected x" for what is "unexpected name x" or "unexpected keyword x" later.
std::string older_token_names(const std::string& message) {
  static const std::regex kClass(R"(unexpected (name|keyword) )");
  return std::regex_replace(message, kClass, "unexpected ");
}

TEST(SyntaxOracle, MistakesGetGosWords) {
  const oracle::TemporaryFolder folder;
  for (const SyntaxMistake& mistake : kSyntaxMistakes) {
    if (mistake.wording == Wording::NewerThanGo119) continue;
    std::ofstream(folder.path() + "/mistake.go") << "package main\n" << mistake.source;
    std::vector<std::string> real = real_messages(folder.path());
    for (std::string& message : real) message = older_token_names(message);
    std::istringstream ours{std::string(mistake.diagnostics)};
    for (std::string line; std::getline(ours, line);) {
      EXPECT_NE(std::find(real.begin(), real.end(), older_token_names(line)), real.end())
          << mistake.name << " is not told \"" << line << "\" but \""
          << (real.empty() ? "" : real[0]) << "\"";
    }
  }
}

}  // namespace
}  // namespace gopark::lang
