// Many programs under real Go for the price of one build: all of them are files of one package
// main, and one binary runs the one that it is told to.
//
// So the names at package level must differ from program to program; only each has its own main, as
// `func main()` at the start of a line. Nothing may happen before main: no init, no calls in the
// initialisers of package variables.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "tests/oracle/real_go.h"

namespace gopark::oracle {

struct BatchResult {
  std::vector<GoDiagnostic> diagnostics;  // any: it was refused, and what follows is empty
  // GOTRACEBACK is all here: in a deadlock the goroutines are those of the dump.
  RealLeftovers run;
};

class RealBatch {
 public:
  // Builds all programs. What has mistakes is left out of the binary.
  explicit RealBatch(const std::vector<std::string>& programs);

  // Runs one. What does not end is killed after some seconds, and has timed_out set.
  BatchResult run(std::size_t program) const;
  // Runs each once, some at a time.
  std::vector<BatchResult> run_all() const;

 private:
  void build();
  void write_dispatch() const;
  bool take_diagnostics(const std::string& text);

  TemporaryFolder folder_;
  std::vector<std::vector<GoDiagnostic>> diagnostics_;
  std::set<std::size_t> building_;
  std::string failure_;  // of a build that says nothing about a program
};

}  // namespace gopark::oracle
