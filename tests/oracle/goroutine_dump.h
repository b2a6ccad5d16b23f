// Reads a goroutine dump as Go's runtime prints it (runtime.Stack, a panic, a deadlock).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gopark::oracle {

// One "function(…)" line of a dump and the "file:line" line below it. The file is without folders.
struct DumpFrame {
  std::string function;
  std::string file;
  int line = 0;
};

// One goroutine of a dump, innermost frame first.
struct DumpGoroutine {
  int number = 0;
  std::string wait_reason;  // in the newer texts, without "2 minutes" and "(leaked)"
  std::vector<DumpFrame> frames;
  DumpFrame created_by;  // an empty function for the main goroutine

  // The innermost frame of the user's package main, or the outermost frame if there is none (as in
  // `go mutex.Lock()`).
  const DumpFrame& place() const;
};

// The goroutines of a dump, in its order. Text that is not part of one is skipped.
//
// Go 1.19 says "semacquire" where newer releases name the operation. The name is taken from the
// innermost frame of package sync: "sync.(*Mutex).Lock" gives "sync.Mutex.Lock".
std::vector<DumpGoroutine> parse_dump(std::string_view text);

}  // namespace gopark::oracle
