// Real Go as the judge of our tests: builds and runs a single-file program with the go command.
//
// Everything happens in temporary folders; GOMAXPROCS is 1, as in the policy `go`. Functions are
// not inlined, so that names and lines are those of the source.
#pragma once

#include <string>
#include <vector>

#include "tests/oracle/goroutine_dump.h"
#include "tests/oracle/process.h"

namespace gopark::oracle {

// Whether there is a go command on the PATH.
bool real_go_available();

// Whether it is Go 1.22 or later: range over int, one variable for each iteration.
bool real_go_has_go122();

// One message of Go's compiler. Lines that continue it are part of it, after a '\n'.
struct GoDiagnostic {
  int line = 0;
  int column = 0;
  std::string message;
};

// All that Go's compiler says about a file, in its order; empty if it builds. The wording is that
// of the installed release; see newer_wording().
std::vector<GoDiagnostic> real_diagnostics(const std::string& path);

// The message as Go 1.20 and later say it. The texts that changed after 1.19 are listed in
// real_go.cc.
std::string newer_wording(const std::string& message);

// Builds and runs the file. If it does not build, exit_code is -1 and err says why.
ProcessResult run_real_go(const std::string& path);

// What stands on standard error before the dump that ends a main of ours.
inline constexpr const char* kDumpMarker = "-- goroutines at exit --\n";

// What is left of a program when its main returns.
struct RealLeftovers {
  ProcessResult process;
  std::vector<DumpGoroutine> goroutines;  // without main, oldest first
};

// Runs the file with a goroutine dump at the end of main. A program that ends in another way
// (panic, os.Exit) leaves no dump of this kind: then goroutines is empty and process says how it
// ended.
RealLeftovers real_leftovers(const std::string& path);

}  // namespace gopark::oracle
