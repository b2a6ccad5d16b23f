// Reads goroutine dumps of real Go: what a crash prints, SIGQUIT, runtime.Stack and
// /debug/pprof/goroutine?debug=2. Goroutines that stand at the same place for the same reason are
// one group, and what a group waits for is said in the simulator's words.
//
// A dump is text from outside: whatever it holds, reading it ends with groups or with one sentence.
// (Go: goroutineheader and traceback in runtime/traceback.go.)
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/result.h"

namespace gopark {

inline constexpr std::size_t kMaxDumpBytes = std::size_t{16} << 20;
inline constexpr std::size_t kMaxDumpFrames = 128;  // of one goroutine; Go itself prints 100

// What keeps a goroutine where it is.
enum class ParkKind : uint8_t {
  Send,
  Receive,
  Select,
  NilChannel,  // nothing can ever wake it
  NoCases,     // select {}: nothing can ever wake it
  Lock,        // a mutex
  WaitGroup,
  Cond,
  Io,       // the network, a pipe, a file
  Sleep,    // its timer wakes it
  Other,    // parked for a reason that this version does not know
  Active,   // not parked: running, runnable, in a system call
  Runtime,  // Go's own
};

struct DumpFrame {
  std::string function;  // "main.(*Server).Run"
  std::string file;      // as the dump has it; "" when it says none
  uint32_t line = 0;     // 0: not known
};

struct DumpGoroutine {
  uint64_t id = 0;
  std::string reason;             // as Go 1.25 words it: "chan send", "sync.Mutex.Lock"
  uint64_t minutes = 0;           // that it has waited; 0: less than one, or not said
  bool leaked = false;            // Go 1.26 marks it so
  std::vector<DumpFrame> frames;  // innermost first
  DumpFrame created;              // the go statement; function "": not said
};

struct DumpGroup {
  ParkKind kind = ParkKind::Other;
  DumpGoroutine first;  // one for all: the first of them in the dump
  std::vector<uint64_t> ids;
  uint64_t most_minutes = 0;
};

struct GoroutineDump {
  std::vector<DumpGroup> groups;  // those that may leak first, the biggest of them first
  std::size_t goroutines = 0;
};

// Errors say what the text is when it is no such dump, or which limit it exceeds.
Result<GoroutineDump> read_dump(std::string_view text);

// The innermost frame outside the standard library; if all are inside, the function that the
// goroutine was started with; null when there is none.
const DumpFrame* own_frame(const DumpGoroutine& goroutine);

// "4 goroutines [chan send], up to 12 minutes"
std::string title_of(const DumpGroup& group);
// "main.(*Server).Run (server.go:30)"
std::string place_text(const DumpFrame& frame);

// How a program leaks: the wait reason of each goroutine that it leaves.
using LeakShape = std::vector<std::string>;
// Indices of the programs that leak as this group does, at most three: those first in which as many
// stay as here, one or several.
std::vector<std::size_t> leaks_like(const DumpGroup& group, std::span<const LeakShape> shapes);

// A sentence about what such a goroutine waits for, and when that never comes.
std::string_view what_it_waits_for(ParkKind kind);

}  // namespace gopark
