#include "tests/oracle/goroutine_dump.h"

#include <optional>
#include <regex>
#include <sstream>

#include "sim/base/assert.h"

namespace gopark::oracle {
namespace {

bool starts_with(const std::string& text, std::string_view prefix) {
  return text.compare(0, prefix.size(), prefix) == 0;
}

// "goroutine 7 [chan send, 2 minutes]:" -> 7 and "chan send".
std::optional<DumpGoroutine> parse_header(const std::string& line) {
  static const std::regex kHeader(R"(goroutine (\d+)[^\[]*\[([^\],]*)[^\]]*\]:)");
  std::smatch match;
  if (!std::regex_match(line, match, kHeader)) return std::nullopt;
  DumpGoroutine goroutine;
  goroutine.number = std::stoi(match[1]);
  goroutine.wait_reason = std::regex_replace(match[2].str(), std::regex(R"( \(leaked\))"), "");
  return goroutine;
}

// "main.(*Conn).read(0xc000010030)" -> "main.(*Conn).read".
std::string function_name(const std::string& line) {
  return line.substr(0, line.rfind('('));
}

// "created by main.Dial in goroutine 1" -> "main.Dial".
std::string creator_name(const std::string& line) {
  const std::string name = line.substr(std::string_view("created by ").size());
  return name.substr(0, name.find(" in goroutine "));
}

// "\t/tmp/x/leaky.go:22 +0xb2" -> leaky.go and 22.
void set_place(DumpFrame& frame, const std::string& line) {
  static const std::regex kPlace(R"(\t(?:.*/)?([^/]+):(\d+)(?: .*)?)");
  std::smatch match;
  if (!std::regex_match(line, match, kPlace)) return;
  frame.file = match[1];
  frame.line = std::stoi(match[2]);
}

std::string newer_reason(const DumpGoroutine& goroutine) {
  if (goroutine.wait_reason != "semacquire") return goroutine.wait_reason;
  static const std::regex kMethod(R"(sync\.\(\*(\w+)\)\.(Lock|RLock|Wait))");
  std::smatch match;
  for (const DumpFrame& frame : goroutine.frames) {
    if (std::regex_match(frame.function, match, kMethod))
      return "sync." + match[1].str() + "." + match[2].str();
  }
  return goroutine.wait_reason;
}

}  // namespace

const DumpFrame& DumpGoroutine::place() const {
  GOPARK_ASSERT(!frames.empty());
  for (const DumpFrame& frame : frames) {
    if (starts_with(frame.function, "main.")) return frame;
  }
  return frames.back();
}

std::vector<DumpGoroutine> parse_dump(std::string_view text) {
  std::vector<DumpGoroutine> goroutines;
  DumpFrame* frame = nullptr;
  bool inside = false;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    if (auto header = parse_header(line)) {
      goroutines.push_back(*header);
      inside = true;
    } else if (line.empty()) {
      inside = false;
    } else if (inside && line[0] == '\t') {
      if (frame != nullptr) set_place(*frame, line);
    } else if (inside && starts_with(line, "created by ")) {
      frame = &goroutines.back().created_by;
      frame->function = creator_name(line);
    } else if (inside) {
      goroutines.back().frames.push_back({function_name(line), "", 0});
      frame = &goroutines.back().frames.back();
    }
  }
  for (DumpGoroutine& goroutine : goroutines) goroutine.wait_reason = newer_reason(goroutine);
  return goroutines;
}

}  // namespace gopark::oracle
