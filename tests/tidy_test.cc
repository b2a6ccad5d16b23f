// Keeps what must never break in this repository, and prints what a reader should look at. Each
// rule is first shown to fail on a tiny tree, then asked about every file that git tracks.

#include <algorithm>
#include <iostream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/tidy/rules.h"
#include "tests/tidy/scopes.h"
#include "tests/tidy/source.h"

namespace gopark::tidy {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string blanked(std::string_view text) {
  std::string code = code_of(text);
  code.erase(std::remove(code.begin(), code.end(), ' '), code.end());
  return code;
}

TEST(TidySource, CommentsAreNotCode) {
  EXPECT_EQ(blanked("a; // throw\nb; /* throw\n */ c;"), "a;\nb;\nc;");
  EXPECT_EQ(blanked("// one \\\n still a comment\ncode;"), "\n\ncode;");
}

TEST(TidySource, LiteralsAreNotCode) {
  EXPECT_EQ(blanked(R"(f("throw \" // x", 'y', '"', '\'');)"), R"(f("",'','','');)");
}

TEST(TidySource, RawStringsEndAtTheirOwnDelimiter) {
  EXPECT_EQ(blanked("f(R\"go(a \" b)\" throw)go\", u8R\"(x)\"); g(\"y\");"),
            "f(R\"\",u8R\"\");g(\"\");");
}

TEST(TidySource, DigitSeparatorsDoNotOpenALiteral) {
  EXPECT_EQ(blanked("f(1'000'000, 0xff'ffu, u8'x', throw_it);"),
            "f(1'000'000,0xff'ffu,u8'',throw_it);");
}

TEST(TidySource, BlankingKeepsEveryLineInItsPlace) {
  const std::string text = "/* a\nb */ \"c\"\nR\"(d\ne)\" f";
  EXPECT_EQ(code_of(text).size(), text.size());
  EXPECT_EQ(line_at(code_of(text), code_of(text).find('f')), 4);
}

TEST(TidySource, IncludesAreReadWithTheirLines) {
  const auto includes = includes_of(
      "// #include \"a.h\"\n#include <b>\n#  include \"c/d.h\"  // e\n"
      "auto text = R\"(\n#include \"f.h\"\n)\";\n");
  ASSERT_EQ(includes.size(), 2u);
  EXPECT_EQ(includes[0].path, "b");
  EXPECT_EQ(includes[1].path, "c/d.h");
  EXPECT_EQ(includes[1].line, 3);
}

TEST(TidySource, WordsAreFoundWhole) {
  EXPECT_EQ(find_word("rethrow throws throw", "throw"), 15u);
  EXPECT_EQ(find_word("std::unordered_map", "unordered_"), 5u);
  EXPECT_EQ(find_word("snprintf", "printf"), std::string_view::npos);
}

std::vector<std::string> function_names(std::string_view text) {
  std::vector<std::string> names;
  for (const Function& function : outline_of(text).functions) names.push_back(function.name);
  return names;
}

TEST(TidyScopes, FunctionsAreNamedAndMeasured) {
  const Outline outline =
      outline_of("namespace x {\nint f(int a = 3) {\n  if (a) {\n  }\n  return a;\n}\n}");
  ASSERT_EQ(outline.functions.size(), 1u);
  EXPECT_EQ(outline.functions[0].name, "f");
  EXPECT_EQ(outline.functions[0].first_line, 2);
  EXPECT_EQ(outline.functions[0].line_count, 5);
}

TEST(TidyScopes, LambdasInitializersAndMacrosDoNotConfuseTheOutline) {
  EXPECT_THAT(
      function_names(
          "A::A(int b) : b_{b}, c_(b) { go(); }\n"
          "template <class T, int N = 3>\nvoid g() { sort(x, [](T t) { return t; }); }\n"
          "constexpr int kTable[] = {1, 2, 3};\n"
          "#define M(x) { x\n"
          "struct S : B {\n bool operator==(const S&) const { return true; }\n S() = default;\n};\n"
          "enum class E : char { a, b };\n"
          "extern \"C\" {\nint h() { return 0; }\n}\n"),
      ElementsAre("A::A", "g", "operator==", "h"));
}

// Complaints of check_globals about one file of sim/.
Complaints globals_in(const std::string& text) {
  return check_globals({{"sim/vm/a.cc", text}});
}

TEST(TidyGlobals, MutableVariablesAtNamespaceScopeAreFound) {
  EXPECT_THAT(globals_in("int counter = 0;"),
              ElementsAre(HasSubstr("sim/vm/a.cc:1: `int counter = 0`")));
  EXPECT_EQ(globals_in("namespace {\nstd::map<int, int> cache;\n}").size(), 1u);
  EXPECT_EQ(globals_in("static std::vector<int> pool{1, 2};").size(), 1u);
  EXPECT_EQ(globals_in("inline int* cursor;").size(), 1u);
  EXPECT_EQ(globals_in("const char* names[] = {\"a\"};").size(), 1u);
  EXPECT_EQ(globals_in("thread_local int depth = 0;").size(), 1u);
}

TEST(TidyGlobals, StaticsOfFunctionsAndClassesAreFound) {
  EXPECT_EQ(globals_in("int next() {\n  static int n = 0;\n  return ++n;\n}").size(), 1u);
  EXPECT_EQ(globals_in("int f() {\n  if (x) {\n    static const Table t = make();\n  }\n}").size(),
            1u);
  EXPECT_EQ(globals_in("int f() {\n  static const int t[] = {1};\n  return t[0];\n}").size(), 1u);
  EXPECT_EQ(globals_in("class C {\n public:\n  static int live_count;\n};").size(), 1u);
  EXPECT_EQ(globals_in("class C {\n  int m() {\n    static int n;\n    return n;\n  }\n};").size(),
            1u);
}

TEST(TidyGlobals, ConstantsFunctionsAndTypesAreFine) {
  EXPECT_THAT(
      globals_in(
          "constexpr int kMax = 3;\nconst std::string kName = \"a\";\n"
          "inline constexpr char kText[] = {'a'};\nconst char* const kNames[] = {\"b\"};\n"
          "static int helper(int a);\nint f();\nusing Id = int;\nstruct A;\n"
          "template <typename T>\nT twice(T t) { return t + t; }\n"
          "static_assert(sizeof(int) == 4);\nenum class E { a };\n"
          "__extension__ typedef __int128 Wide;\nextern template struct Box<int>;\nbool "
          "operator<(A a, A b);\n[[noreturn]] void "
          "fail(const char* file);\n"
          "struct B {\n  static B make();\n  static constexpr int kSize = 3;\n  int x = 0;\n};\n"
          "int g() {\n  static constexpr int kTable[] = {1};\n  int local = 0;\n"
          "  return static_cast<int>(local);\n}\n"
          "A::A() : b_{1}, c_(2) { int d = 0; use(d); }\n"),
      IsEmpty());
}

TEST(TidyArrows, AnIncludeAgainstTheArrowsIsFound) {
  EXPECT_THAT(check_arrows({{"sim/vm/a.cc", "\n#include \"sim/lang/ast.h\"\n"}}),
              ElementsAre("sim/vm/a.cc:2: no arrow leads from sim/vm to sim/lang"));
  EXPECT_EQ(check_arrows({{"sim/sched/a.h", "#include \"sim/detect/b.h\""}}).size(), 1u);
  EXPECT_EQ(check_arrows({{"sim/session/a.h", "#include \"sim/explore/b.h\""}}).size(), 1u);
  EXPECT_EQ(check_arrows({{"sim/base/a.h", "#include \"sim/vm/ids.h\""}}).size(), 1u);
  EXPECT_EQ(check_arrows({{"sim/narrate/a.h", "#include <native/views.h>"}}).size(), 1u);
  EXPECT_EQ(check_arrows({{"native/a.h", "#include \"web/exports.h\""}}).size(), 1u);
  EXPECT_EQ(check_arrows({{"native/a.h", "#include \"tests/helper.h\""}}).size(), 1u);
  EXPECT_EQ(check_arrows({{"sim/helpers/a.h", ""}}).size(), 1u);
}

TEST(TidyArrows, IncludesAlongTheArrowsAreFine) {
  EXPECT_THAT(
      check_arrows({{"sim/narrate/a.cc",
                     "#include \"sim/explore/b.h\"\n#include \"sim/base/c.h\"\n#include <map>\n"
                     "#include \"sim/narrate/a.h\"\n// #include \"native/app.h\"\n"},
                    {"web/a.cc", "#include \"native/app.h\""},
                    {"tests/vm/a.cc", "#include \"sim/session/s.h\""}}),
      IsEmpty());
}

TEST(TidyBannedWords, EachIsFoundWithItsReplacement) {
  for (const char* code :
       {"std::chrono::seconds s;", "std::unordered_map<int, int> m;", "std::rand();",
        "printf(\"x\");", "std::cout << 1;", "throw 1;", "std::uniform_int_distribution<int> d;",
        "std::shuffle(a, b, r);", "std::sort(a, b);", "#include <iostream>",
        "std::ranges::sort(v);", "thread_local int x;"}) {
    EXPECT_EQ(check_banned_words({{"sim/vm/a.cc", code}}).size(), 1u) << code;
  }
  EXPECT_THAT(
      check_banned_words({{"sim/vm/a.cc", "\n  throw 1;"}}),
      ElementsAre("sim/vm/a.cc:2: `throw` is banned in sim/; use Result, Diagnostic, Outcome or "
                  "GOPARK_ASSERT"));
}

TEST(TidyBannedWords, CommentsStringsOtherWordsAndOtherFoldersAreFine) {
  EXPECT_THAT(
      check_banned_words({{"sim/vm/a.cc",
                           "// We throw nothing.\nf(\"panic: printf\");\nrethrow();\n"
                           "std::stable_sort(a, b);\nGOPARK_ASSERT(x);\nstatic_assert(x);\n"},
                          {"sim/base/assert.cc", "std::fprintf(stderr, \"x\");"},
                          {"native/main.cc", "std::printf(\"x\");"},
                          {"sim/lang/std/fmt.go", "printf"}}),
      IsEmpty());
}

TEST(TidyPlatformSwitches, TheSecondOneIsTooMany) {
  const File one = {"native/a.cc", "#ifdef __EMSCRIPTEN__\n#endif\n"};
  const File other = {"web/b.cc", "#if defined(__EMSCRIPTEN__)\n#endif\n"};
  EXPECT_THAT(check_platform_switches({one}), IsEmpty());
  EXPECT_EQ(check_platform_switches({one, other}).size(), 2u);
}

TEST(TidyDeadFiles, ASourceThatNoCMakeListsNamesIsFound) {
  const File cmake = {"tests/CMakeLists.txt",
                      "gopark_test(vm SOURCES\n vm/a_test.cc\n # vm/c_test.cc\n)"};
  EXPECT_THAT(check_dead_files({cmake, {"tests/vm/a_test.cc", ""}}), IsEmpty());
  EXPECT_THAT(check_dead_files({cmake, {"tests/vm/b_test.cc", ""}, {"tests/vm/c_test.cc", ""}}),
              ElementsAre("tests/vm/b_test.cc:1: no CMakeLists.txt names this file",
                          "tests/vm/c_test.cc:1: no CMakeLists.txt names this file"));
  // Neither the same name in another folder, nor a longer name, builds it.
  EXPECT_EQ(check_dead_files({cmake, {"tests/lang/a_test.cc", ""}}).size(), 1u);
  EXPECT_EQ(
      check_dead_files({{"sim/vm/CMakeLists.txt", "extra_step.cc"}, {"sim/vm/step.cc", ""}}).size(),
      1u);
}

TEST(TidyDeadFiles, AHeaderThatNobodyIncludesIsFound) {
  const File header = {"sim/vm/a.h", ""};
  EXPECT_EQ(check_dead_files({header}).size(), 1u);
  EXPECT_THAT(
      check_dead_files({header, {"sim/vm/b.inc", ""}, {"tests/b.h", "#include \"tests/b.h\""}}),
      ElementsAre(HasSubstr("sim/vm/a.h"), HasSubstr("sim/vm/b.inc"), HasSubstr("tests/b.h")));
  EXPECT_THAT(
      check_dead_files(
          {header, {"sim/vm/CMakeLists.txt", "a.cc"}, {"sim/vm/a.cc", "#include \"sim/vm/a.h\""}}),
      IsEmpty());
}

TEST(TidyDisabledTests, AreFound) {
  EXPECT_EQ(check_disabled_tests({{"tests/a_test.cc", "TEST(A, DISABLED_B) {}"}}).size(), 1u);
  EXPECT_THAT(check_disabled_tests({{"tests/a_test.cc", "// DISABLED_B"}}), IsEmpty());
}

TEST(TidyLibraries, ImGuiOutsideOfTheViewsIsFound) {
  const std::string include = "#include <imgui.h>";
  EXPECT_EQ(check_libraries({{"tests/vm/a.cc", include}}).size(), 1u);
  EXPECT_EQ(check_libraries({{"sim/README.md", "No ImGui here."}}).size(), 1u);
  EXPECT_THAT(
      check_libraries({{"native/a.cc", include}, {"web/a.cc", include}, {"README.md", "ImGui"}}),
      IsEmpty());
}

TEST(TidyPlaces, MachinePathsAndRegistryHostsAreFound) {
  const std::string slash = "/";
  EXPECT_EQ(check_places({{"dev", "cd " + slash + "work/main"}}).size(), 1u);
  EXPECT_EQ(check_places({{"README.md", "out=" + slash + "tmp/x"}}).size(), 1u);
  EXPECT_EQ(check_places({{"package-lock.json", "https://registry." + std::string("npmjs.org/x")}})
                .size(),
            1u);
  EXPECT_THAT(check_places({{"README.md", "a/work/b and $x/tmp/y, framework/root/z"}}), IsEmpty());
}

TEST(TidyTopLevel, AnEntryThatTheDesignDoesNotNameIsFound) {
  EXPECT_THAT(
      check_top_level({{"docs/a.md", ""}, {"sim/b.h", ""}, {".ci/run", ""}, {"LICENSE", ""}}),
      ElementsAre(HasSubstr("docs")));
}

TEST(TidyLongest, NamesTheLongestFunctionFirst) {
  const std::string text =
      longest({{"sim/vm/a.cc", "void shorter() {\n}\nvoid longer() {\n\n\n}\n"},
               {"tests/b.cc", "void t() {\n\n\n\n\n\n}"}});
  EXPECT_LT(text.find("4  longer  sim/vm/a.cc:3"), text.find("2  shorter  sim/vm/a.cc:1"));
  EXPECT_THAT(text, Not(HasSubstr("tests/b.cc")));
}

// What follows reads the repository itself.
class Repository : public testing::Test {
 protected:
  void SetUp() override {
    tree_ = tracked_files(GOPARK_SOURCE_DIR);
    if (tree_.empty()) GTEST_SKIP() << "this folder is not a git checkout";
  }

  void expect_none(const Complaints& complaints) {
    std::string text;
    for (const std::string& complaint : complaints) text += complaint + "\n";
    if (!text.empty()) ADD_FAILURE() << text;
  }

  Tree tree_;
};

TEST_F(Repository, FollowsTheArrows) {
  expect_none(check_arrows(tree_));
}
TEST_F(Repository, HasNoBannedWordInSim) {
  expect_none(check_banned_words(tree_));
}
TEST_F(Repository, HasNoMutableGlobals) {
  expect_none(check_globals(tree_));
}
TEST_F(Repository, HasOnePlatformSwitch) {
  expect_none(check_platform_switches(tree_));
}
TEST_F(Repository, HasNoDeadFiles) {
  expect_none(check_dead_files(tree_));
}
TEST_F(Repository, HasNoDisabledTests) {
  expect_none(check_disabled_tests(tree_));
}
TEST_F(Repository, KeepsLibrariesInTheirFolders) {
  expect_none(check_libraries(tree_));
}
TEST_F(Repository, NamesNoPlaces) {
  expect_none(check_places(tree_));
}
TEST_F(Repository, HasTheTopLevelOfTheDesign) {
  expect_none(check_top_level(tree_));
}
TEST_F(Repository, ShowsItsLongestParts) {
  std::cout << longest(tree_);
}

}  // namespace
}  // namespace gopark::tidy
