// Values as sentences show them.
#include "sim/narrate/value_text.h"

#include <gtest/gtest.h>

#include "tests/session/run_of.h"

namespace gopark {
namespace {

// The value of an expression of the given type, as it is shown when it goes through a channel.
std::string shown(const std::string& type, const std::string& value) {
  Session session = run_of(R"(
type pair struct {
	name string
	n    int
}

func main() {
	c := make(chan )" + type +
                           R"(, 1)
	c <- )" + value + R"(
	_ = pair{}
	time.Sleep(time.Duration(len(fmt.Sprint(errors.New("")))))
})")
                        .session();
  while (session.step()) {
    for (const Event& event : session.events()) {
      if (!std::holds_alternative<Sent>(event.data)) continue;
      const auto view = session.world().channel(std::get<Sent>(event.data).channel);
      return value_text(session.world(), view->element, view->buffer.at(0));
    }
  }
  return "nothing was sent";
}

TEST(ValueText, BasicValues) {
  EXPECT_EQ(shown("int8", "-5"), "-5");
  EXPECT_EQ(shown("uint64", "18446744073709551615"), "18446744073709551615");
  EXPECT_EQ(shown("bool", "true"), "true");
  EXPECT_EQ(shown("float64", "2.5"), "2.5");
  EXPECT_EQ(shown("string", "\"a\\n\\\"b\\\"\""), "\"a\\n\\\"b\\\"\"");
  EXPECT_EQ(shown("time.Duration", "1500*time.Millisecond"), "1.5s");
}

TEST(ValueText, NilIsNil) {
  EXPECT_EQ(shown("*pair", "nil"), "nil");
  EXPECT_EQ(shown("any", "nil"), "nil");
  EXPECT_EQ(shown("func()", "nil"), "nil");
  EXPECT_EQ(shown("chan int", "nil"), "nil");
  EXPECT_EQ(shown("[]int", "nil"), "[]");
  EXPECT_EQ(shown("map[string]int", "nil"), "map[]");
}

TEST(ValueText, CompositeValues) {
  EXPECT_EQ(shown("pair", "pair{\"x\", 3}"), "{\"x\" 3}");
  EXPECT_EQ(shown("*pair", "&pair{\"x\", 3}"), "&{\"x\" 3}");
  EXPECT_EQ(shown("[]int", "[]int{1, 2, 3}"), "[1 2 3]");
  EXPECT_EQ(shown("[2]bool", "[2]bool{true, false}"), "[true false]");
  EXPECT_EQ(shown("map[string]int", "map[string]int{\"a\": 1}"), "map[\"a\":1]");
  EXPECT_EQ(shown("any", "pair{\"x\", 3}"), "{\"x\" 3}");
  EXPECT_EQ(shown("struct{}", "struct{}{}"), "{}");
}

TEST(ValueText, AnErrorIsItsMessage) {
  EXPECT_EQ(shown("error", "errors.New(\"no such file\")"), "\"no such file\"");
}

TEST(ValueText, LongValuesAreCut) {
  EXPECT_EQ(quoted(std::string(50, 'x'), 40), "\"" + std::string(40, 'x') + "…\"");
  EXPECT_EQ(quoted(std::string(40, 'x'), 40), "\"" + std::string(40, 'x') + "\"");
  EXPECT_EQ(quoted("äöü", 3), "\"ä…\"") << "never inside a character";
  EXPECT_LE(shown("[]int", "make([]int, 100)").size(), kMaxValueText);
}

TEST(DurationText, AsGoPrintsIt) {
  EXPECT_EQ(duration_text(0), "0s");
  EXPECT_EQ(duration_text(1), "1ns");
  EXPECT_EQ(duration_text(1'100), "1.1µs");
  EXPECT_EQ(duration_text(2'200'000), "2.2ms");
  EXPECT_EQ(duration_text(3'300'000'000), "3.3s");
  EXPECT_EQ(duration_text(245'000'000'000), "4m5s");
  EXPECT_EQ(duration_text(18'367'000'000'000), "5h6m7s");
  EXPECT_EQ(duration_text(-1'500'000), "-1.5ms");
  EXPECT_EQ(duration_text(INT64_MIN), "-2562047h47m16.854775808s");
}

}  // namespace
}  // namespace gopark
