// Std packages are read function by function: nothing may be lost by that.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "sim/lang/check.h"
#include "sim/lang/embedded_std.h"
#include "sim/lang/syntax.h"
#include "sim/lang/syntax_outline.h"
#include "sim/lang/toolchain.h"
#include "tests/lang/tree_dump.h"

namespace gopark::lang {
namespace {

// The tree of a text, read through its outline; "" and complaints where it is not what it should
// be.
std::string through_outline(std::string_view text) {
  Arena arena;
  Diagnostics diagnostics;
  Outline outline(text, 0, arena, diagnostics);
  for (const Decl& decl : outline.file()->declarations) {
    if (decl.func == nullptr || decl.func->body == nullptr) continue;
    EXPECT_TRUE(decl.func->unread) << decl.func->name->name;
    EXPECT_TRUE(decl.func->body->statements.empty()) << decl.func->name->name;
    outline.read_body(decl.func);
    EXPECT_FALSE(decl.func->unread);
  }
  EXPECT_TRUE(diagnostics.empty());
  return dump_tree(*outline.file());
}

std::string at_once(std::string_view text) {
  FileSet files;
  files.files.push_back({"x.go", std::string(text), true});
  Arena arena;
  Diagnostics diagnostics;
  return dump_tree(*parse_file(files, 0, arena, diagnostics));
}

TEST(Outline, IsTheWholeFileOnceEveryBodyIsRead) {
  for (const EmbeddedFile& file : embedded_std_files())
    EXPECT_EQ(through_outline(file.text), at_once(file.text)) << file.path;
}

// What only speaks to a reader is left out of the program (GO in .cmake/embed.cmake).
TEST(StdFiles, AreCarriedWithoutTheirCommentsAndAreTheSameGo) {
  for (const EmbeddedFile& carried : embedded_std_files()) {
    std::ifstream file(GOPARK_SOURCE_DIR "/sim/lang/std/" + std::string(carried.path));
    const std::string written(std::istreambuf_iterator<char>(file), {});
    EXPECT_EQ(at_once(carried.text), at_once(written)) << carried.path;
    EXPECT_EQ(std::count(carried.text.begin(), carried.text.end(), '\n'),
              std::count(written.begin(), written.end(), '\n'))
        << carried.path;
    EXPECT_EQ(carried.text.find("\n// "), std::string_view::npos) << carried.path;
  }
}

TEST(Outline, TellsBodiesFromBracesOfTypesAndLiterals) {
  const std::string text =
      "package p\n\n"
      "var f = func() { go g() }\n"
      "type t struct{ next *t }\n"
      "func native(x interface{ M() }) struct{}\n"
      "func a(x struct{ y int }) interface{ M() } { return nil }\n"
      "func (t) b() (c chan struct{}, d func() struct{}) {\n\tfor {\n\t}\n}\n"
      "func e[T interface{ ~int }]() {}\n"
      "const last = 1\n";
  EXPECT_EQ(through_outline(text), at_once(text));
}

// The scanner passes over what stands in lines of its own; positions below it must not suffer.
TEST(Outline, PassesOverBodiesWhateverTheyHold) {
  const std::string text =
      "package p\n\n"
      "func a(\n\tx int,\n) (s struct{ y int }) {\n\tfor {\n\t\ts.y = '}'\n\t}\n}\n"
      "//gopark:quiet\n"
      "func b() string {\n\treturn `\n\t}\n{` // }\n}\n"
      "func c() { b() } // {\n"
      "type t struct {\n\tx int\n}\n"
      "func (t) d() map[string]interface{} { // a comment\n\treturn nil\n}\n"
      "var last = []int{\n\t1,\n}\n";
  EXPECT_EQ(through_outline(text), at_once(text));
}

// Bodies that no program reaches are checked nowhere else.
TEST(Outline, EveryStdPackageIsGoInAllItsBodies) {
  FileSet files;
  Arena arena;
  Diagnostics diagnostics;
  std::map<std::string, Package*> packages;
  CheckContext* known = nullptr;
  const auto import = [&](const std::string& path) {
    if (packages.count(path) != 0) return packages[path];
    std::vector<SourceFile*> sources;
    for (const EmbeddedFile& file : embedded_std_files()) {
      if (file.path.substr(0, file.path.rfind('/')) != path) continue;
      files.files.push_back({std::string(file.path), std::string(file.text), true});
      const auto number = static_cast<uint32_t>(files.files.size() - 1);
      sources.push_back(parse_file(files, number, arena, diagnostics));
    }
    return packages[path] = check_package(*known, path, sources);
  };
  CheckContext context(&arena, &files, &diagnostics, import, supported_packages());
  known = &context;
  for (const std::string& path : supported_packages()) import(path);
  for (const Diagnostic& each : diagnostics.sorted()) ADD_FAILURE() << to_string(each, files);
  EXPECT_FALSE(packages.empty());
}

}  // namespace
}  // namespace gopark::lang
