#include "sim/narrate/leak_test.h"

#include <algorithm>

namespace gopark {

namespace {

constexpr std::size_t kMostFindings = 10;

std::string on_one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return text;
}

}  // namespace

std::string leak_test(std::string_view file, const std::vector<std::string>& found) {
  std::string text = "// What gopark found in " + on_one_line(std::string(file)) +
                     ", with real Go:\n//\n//\tgo mod init leak && go get go.uber.org/goleak\n" +
                     "//\tgo test -timeout 10s -count 100\n//\n";
  if (found.empty()) text += "// gopark found nothing: the test passes.\n";
  for (std::size_t i = 0; i < std::min(found.size(), kMostFindings); ++i) {
    text += "// " + on_one_line(found[i]) + "\n";
  }
  if (found.size() > kMostFindings) {
    text += "// and " + std::to_string(found.size() - kMostFindings) + " more\n";
  }
  return text + R"(package main

import (
	"testing"

	"go.uber.org/goleak"
)

func TestNoGoroutineIsLeft(t *testing.T) {
	defer goleak.VerifyNone(t)
	main()
}
)";
}

}  // namespace gopark
