// Go values as text, where the runtime itself prints them.
#pragma once

#include <string>

#include "sim/vm/state.h"

namespace gopark {

// What `panic(v)` prints after "panic: " for a value without Error and String methods. (Go:
// printpanicval.)
std::string format_panic_value(const State& s, Reference interface);
// What the builtin print writes for a value in a box. (Go: printslice, printpointer, printeface.)
std::string format_printed(const State& s, Reference boxed);
// As the builtin print writes a float: "+1.500000e+000".
std::string format_print_float(double d);

}  // namespace gopark
