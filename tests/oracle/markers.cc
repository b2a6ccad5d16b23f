#include "tests/oracle/markers.h"

#include <regex>
#include <sstream>

namespace gopark::oracle {
namespace {

bool take_prefix(std::string& text, std::string_view prefix) {
  if (text.compare(0, prefix.size(), prefix) != 0) return false;
  text.erase(0, prefix.size());
  return true;
}

// Reads the markers line by line. After `// Output:` all comment lines are expected output.
class Reader {
 public:
  explicit Reader(Markers& markers) : markers_(markers) {}

  void read_line(std::string line) {
    ++number_;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (in_output_) return read_output(line);
    read_errors(line);
    if (line == "// Output:") {
      markers_.has_output = in_output_ = true;
    } else if (take_prefix(line, "// Exit: ")) {
      read_exit_code(line);
    } else if (take_prefix(line, "// Stderr: ")) {
      markers_.stderr_lines.push_back(line);
    } else if (line == "// Stderr:") {
      markers_.stderr_lines.emplace_back();
    } else if (take_prefix(line, "//gopark:")) {
      read_directive(line);
    }
  }

 private:
  void mistake(const std::string& what) {
    markers_.mistakes.push_back(std::to_string(number_) + ": " + what);
  }

  void read_output(std::string line) {
    if (line.empty()) return;
    if (line != "//" && !take_prefix(line, "// ")) return mistake("text after the output block");
    markers_.output += (line == "//" ? "" : line) + "\n";
  }

  void read_exit_code(const std::string& text) {
    if (!std::regex_match(text, std::regex(R"(\d{1,3})"))) return mistake("bad exit code");
    markers_.exit_code = std::stoi(text);
  }

  void read_errors(const std::string& line) {
    const size_t start = line.find("// ERROR");
    if (start == std::string::npos) return;
    static const std::regex kQuoted("\"([^\"]*)\"|`([^`]*)`");
    const std::string rest = line.substr(start);
    const int line_number = rest.substr(0, 10) == "// ERROR+1" ? number_ + 1 : number_;
    const std::sregex_iterator none;
    std::sregex_iterator quoted(rest.begin(), rest.end(), kQuoted);
    if (quoted == none) mistake("ERROR without a quoted pattern");
    for (; quoted != none; ++quoted) {
      const std::string pattern = (*quoted)[1].matched ? (*quoted)[1] : (*quoted)[2];
      markers_.errors.push_back({line_number, pattern});
    }
  }

  void read_directive(std::string text) {
    if (text == "go1.22") {
      markers_.needs_go122 = true;
    } else if (text == "first-error") {
      markers_.first_error_only = true;
    } else if (take_prefix(text, "refused ")) {
      markers_.refused = text;
    } else if (text == "go-order") {
      markers_.go_order_only = true;
    } else if (take_prefix(text, "differs ")) {
      markers_.differs = true;
    } else if (take_prefix(text, "want ")) {
      read_finding(text);
    } else {
      mistake("unknown directive");
    }
  }

  void read_finding(const std::string& text) {
    markers_.has_findings = true;
    if (text == "nothing") return;
    ExpectedFinding finding;
    if (!parse_finding(text, finding)) return mistake("bad want");
    markers_.findings.push_back(finding);
  }

  Markers& markers_;
  int number_ = 0;
  bool in_output_ = false;
};

}  // namespace

bool parse_finding(const std::string& text, ExpectedFinding& finding) {
  static const std::regex kFinding(
      R"re((leaked|never_wakes|alive_at_exit) (main(?:\.\d+)*) "([^"]+)"(?: (?:\w+\.go:)?(\d+))?)re");
  std::smatch match;
  if (!std::regex_match(text, match, kFinding)) return false;
  finding = {match[1], match[2], match[3], match[4].matched ? std::stoi(match[4]) : 0};
  return true;
}

std::string without_trailing_blanks(const std::string& text) {
  return std::regex_replace(text, std::regex("[ \t]+(\n|$)"), "$1");
}

Markers parse_markers(std::string_view source) {
  Markers markers;
  Reader reader(markers);
  std::istringstream lines{std::string(source)};
  for (std::string line; std::getline(lines, line);) reader.read_line(line);
  return markers;
}

}  // namespace gopark::oracle
