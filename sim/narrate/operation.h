// Operation: what lesson.md calls what an event did (scenarios/README.md, `decisive`): the wait
// reason's text where the operation can wait, else the statement's keyword.
#pragma once

#include <string_view>

#include "sim/vm/event.h"

namespace gopark {

// "chan send", "close", "select", "sync.Mutex.Lock"...; "" for events that are no operation.
std::string_view operation_of(const EventData& data);

}  // namespace gopark
