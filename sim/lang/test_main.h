// A file of tests has no main: `go test` writes one, and so do we. (Go: cmd/go/internal/load, the
// template of _testmain.go.)
#pragma once

#include <string>

#include "sim/lang/ast.h"
#include "sim/lang/diagnostic.h"

namespace gopark::lang {

// What the written file is called, here and in Go's dumps.
inline constexpr const char* kTestMainPath = "_testmain.go";

// Whether the file imports "testing" and has no function main.
bool is_test_file(const SourceFile& file);

// The first test whose signature is wrong, as the go command words it.
void check_tests(const SourceFile& file, Diagnostics& diagnostics);

// A second file of the package, with a main that runs all tests, by TestMain where there is one.
std::string test_main_text(const SourceFile& file);

}  // namespace gopark::lang
