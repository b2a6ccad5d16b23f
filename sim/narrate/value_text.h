// Values as people read them in a sentence: as Go's %v, with strings in quotes, and cut where they
// get long.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/vm/event.h"
#include "sim/vm/inspect.h"
#include "sim/vm/world.h"

namespace gopark {

inline constexpr std::size_t kMaxValueText = 40;  // bytes, about; then "…"

std::string value_text(const World& world, ValueView value);
// A value that has been copied out of the memory, such as one in ChannelView::buffer.
std::string value_text(const World& world, TypeId type, const std::vector<Word>& words);
// Of a value wider than MovedValue keeps, only the type is told.
std::string value_text(const World& world, const MovedValue& value);

// "10ms", "1.5s", "2m0s": as time.Duration prints.
std::string duration_text(int64_t nanoseconds);
// In quotes, with Go's escapes for what does not print, cut to `limit` bytes at a character.
std::string quoted(std::string_view bytes, std::size_t limit = kMaxValueText);

}  // namespace gopark
