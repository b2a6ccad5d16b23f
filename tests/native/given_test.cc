// What the page gives to the module: a lesson, ready to run and to be shown, without the compiler.
#include "web/given.h"

#include <gtest/gtest.h>

#include "native/embedded_lessons.h"
#include "native/toolchain_compile.h"

namespace gopark {
namespace {

TEST(Given, ALessonIsShownWithoutTheCompiler) {
  const auto embedded = lessons_of(embedded_lessons());
  const Compile compile = toolchain_compile();
  for (const LessonText& lesson : embedded) {
    Given given;
    ASSERT_TRUE(given.add(pack_lesson(lesson.name))) << lesson.name;
    ASSERT_EQ(given.lessons().size(), 1u);
    const LessonText text = given.lessons().front();
    EXPECT_EQ(text.title, lesson.title);
    EXPECT_EQ(text.questions.size(), lesson.questions.size());
    for (const auto& [name, source] :
         {std::pair{"leaky.go", text.leaky}, std::pair{"fixed.go", text.fixed}}) {
      const auto known = given.find(name, source);
      ASSERT_TRUE(known) << lesson.name;
      const Compiled compiled = compile(name, source);
      EXPECT_EQ(known->program->source_hash, compiled.program->source_hash);
      EXPECT_EQ(known->program->files[0].path, name);
      EXPECT_EQ(known->highlights, compiled.highlights);
    }
  }
}

TEST(Given, OneLetterMakesItAnotherProgram) {
  Given given;
  ASSERT_TRUE(given.add(pack_lesson("timeout")));
  const std::string source = given.lessons().front().leaky;
  EXPECT_TRUE(given.knows(source));
  EXPECT_FALSE(given.knows(source + " "));
  EXPECT_FALSE(given.find("leaky.go", source + "\n"));
}

TEST(Given, BytesOfAnotherBuildAreLeftAlone) {
  EXPECT_EQ(lessons_of({}).size(), Given().lessons().size());
  Given given;
  const std::string packed = pack_lesson("timeout");
  for (std::size_t size = 0; size < packed.size(); size += 997) {
    EXPECT_FALSE(given.add(packed.substr(0, size))) << size;
  }
  EXPECT_FALSE(given.add(packed + "x"));
  EXPECT_TRUE(given.lessons().empty());
}

}  // namespace
}  // namespace gopark
