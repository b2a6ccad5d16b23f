// The markers of a conformance program: what it must print, how it must end, which lines must be
// refused and which findings it must give. tests/go/README.md defines them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gopark::oracle {

// `// ERROR "regexp"`: a diagnostic is expected on this line whose message contains a match.
struct ExpectedError {
  int line = 0;
  std::string pattern;  // an ECMAScript regular expression
};

// `//gopark:want leaked main.1 "chan send" 12`, or with a file's name before the line:
// `leaky.go:12`.
struct ExpectedFinding {
  std::string verdict;
  std::string goroutine;
  std::string wait_reason;
  int line = 0;  // 0: not checked
};

struct Markers {
  bool has_output = false;
  std::string output;  // every line ends in '\n' and not in a blank
  int exit_code = 0;
  std::vector<std::string> stderr_lines;  // the first lines of standard error
  std::vector<ExpectedError> errors;      // any: the program must be refused
  bool first_error_only = false;          // `//gopark:first-error`: what follows it is not compared
  std::string refused;                    // `//gopark:refused TEXT`: a message without a line
  std::vector<ExpectedFinding> findings;
  bool has_findings = false;   // also for `//gopark:want nothing`
  bool needs_go122 = false;    // `//gopark:go1.22`: older releases of real Go cannot judge it
  bool go_order_only = false;  // `//gopark:go-order`: what it prints depends on the schedule
  bool differs = false;        // `//gopark:differs …`: we depart from Go on purpose
  std::vector<std::string> mistakes;  // markers that cannot be read, as "LINE: what is wrong"
};

// Reads one `want`, as in a marker or in a lesson's front matter. False if it cannot be read.
bool parse_finding(const std::string& text, ExpectedFinding& finding);

// The text as it can stand in a comment: gofmt takes the blanks at the end of a line away. What a
// program prints is compared with Markers::output in this form.
std::string without_trailing_blanks(const std::string& text);

// Never fails: what cannot be read is in `mistakes`.
Markers parse_markers(std::string_view source);

}  // namespace gopark::oracle
