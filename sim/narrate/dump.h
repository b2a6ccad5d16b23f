// Goroutine dumps as Go's runtime prints them, for the terminal, the copy button and pasting back.
//
//     goroutine 7 [chan send (leaked)]:
//     main.Example.func1()
//     	leaky.go:9
//     created by main.Example in goroutine 1
//     	leaky.go:8
//
// Left out on purpose: the words of arguments ("f(...)" stands for any), the offset into the
// function ("+0x1d"), the runtime's own frames, and frames of the standard library above the
// learner's, whose text here is not Go's. As in Go, of more than 100 frames those in the middle are
// left out; unlike in Go, so are goroutines beyond the first thousand. "(leaked)" is what Go 1.26
// adds in its leak profile; the dump of a crash does not say it.
#pragma once

#include <string>
#include <vector>

#include "sim/vm/world.h"

namespace gopark {

enum class DumpScope : uint8_t {
  All,      // every goroutine, the one that ended the run first
  Crashed,  // only the one that panicked (Go: GOTRACEBACK=single)
};

enum class LeakMarks : uint8_t { Hidden, Shown };

std::string goroutine_dump(const World& world, DumpScope scope = DumpScope::All,
                           LeakMarks marks = LeakMarks::Shown);

// What Go prints on stderr at such an end, the dump included, or "" if it prints nothing. The
// limits of the simulator print one line.
std::string exit_text(const World& world);

// The exit code of the program: os.Exit's, 2 after a crash or at a limit.
int exit_code(const World& world);

}  // namespace gopark
