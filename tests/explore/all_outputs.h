// Every output that a small program can have, by its schedule. The explorer's own search joins
// states whatever was printed on the way; here what was printed is part of a state.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "sim/vm/world.h"

namespace gopark {

// What is printed in the runs that end by themselves. Nullopt: more than `max_states`.
std::optional<std::set<std::string>> all_outputs(const std::shared_ptr<const Program>& program,
                                                 const WorldOptions& options, uint64_t max_states);

}  // namespace gopark
