// What things are called in sentences: as the source names them at the place in question.
#pragma once

#include <string>
#include <string_view>

#include "sim/vm/world.h"

namespace gopark {

// "Example.func1" for main.Example.func1; functions of other packages keep theirs.
std::string_view short_function_name(const Program& program, FunctionId function);

// The operand that the source has at this place ("done" in `done <- x`), or "".
std::string_view operand_name(const Program& program, CodePlace place);

// The channel of a case of the select at this place, as the source names it, or "". The cases are
// words of their own after the select.
std::string_view select_case_name(const Program& program, CodePlace place, uint32_t index);

// A channel without an operation at hand: as the variable that it was made for ("c", or "c#2" for
// the second of several that were made there), else as a variable that leads to it
// ("conn.requests"), else "channel #3" by order of make.
std::string channel_name(const World& world, Reference channel);
// As the operation at `place` names it, else as above.
std::string channel_name(const World& world, Reference channel, CodePlace place);
// A context's, on which nobody ever sends.
bool is_done_channel(const Program& program, const ChannelView& channel);

// A mutex, wait group...: as the operation at `place` names it, else as a variable that leads to
// it, else `what`.
std::string sync_name(const World& world, Reference object, CodePlace place, std::string_view what);

// A variable that goroutines share: a global, a local of any frame of the goroutine, or what one of
// these leads to ("conn.requests"); else "a shared variable".
std::string variable_name(const World& world, GoroutineId goroutine, Reference variable);

// "a, b and c"; "nobody" for none.
std::string join_names(const std::vector<std::string>& names, std::string_view last = " and ");

}  // namespace gopark
