#include "native/quiz.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "sim/narrate/operation.h"

namespace gopark {

namespace {

// "leaky:14 chan send main.1 #4", taken apart. (scenarios/README.md, `decisive`.)
struct Place {
  uint32_t side = 0, line = 0, count = 1;
  std::string operation, goroutine;
};

uint32_t number_of(std::string_view digits) {
  uint32_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::optional<Place> parse_place(std::string_view at) {
  Place place;
  const std::size_t colon = at.find(':'), blank = at.find(' ');
  if (colon == std::string_view::npos || blank == std::string_view::npos || blank < colon)
    return std::nullopt;
  place.side = at.substr(0, colon) == "fixed" ? 1 : 0;
  place.line = number_of(at.substr(colon + 1, blank - colon - 1));
  at.remove_prefix(blank + 1);
  const std::size_t hash = at.rfind(" #");
  if (hash != std::string_view::npos) {
    place.count = number_of(at.substr(hash + 2));
    at = at.substr(0, hash);
  }
  const std::size_t last = at.rfind(' ');
  if (last == std::string_view::npos) return std::nullopt;
  place.operation = at.substr(0, last);
  place.goroutine = at.substr(last + 1);
  return place;
}

bool does_it(const World& world, std::span<const Event> events, const Place& place) {
  return std::any_of(events.begin(), events.end(), [&](const Event& event) {
    return event.goroutine != kNoGoroutine && operation_of(event.data) == place.operation &&
           source_place(world.program(), event.place).line == place.line &&
           world.name_of(event.goroutine) == place.goroutine;
  });
}

std::optional<uint64_t> step_of(const Session& session, const Place& place) {
  std::optional<uint64_t> found;
  uint32_t times = 0;
  session.replay([&](uint64_t step, const World& world, std::span<const Event> events) {
    if (does_it(world, events, place) && ++times == place.count) found = step;
    return !found && step < 100'000;
  });
  return found;
}

}  // namespace

std::vector<QuizItem> quiz_of(const std::vector<Question>& questions,
                              const std::vector<Variant>& variants) {
  std::vector<QuizItem> items;
  for (const Question& question : questions) {
    const std::optional<Place> place = parse_place(question.at);
    if (!place || place->side >= variants.size() || !variants[place->side].session) continue;
    const std::optional<uint64_t> step = step_of(*variants[place->side].session, *place);
    if (step) items.push_back({place->side, *step, question, std::nullopt, false});
  }
  std::stable_sort(items.begin(), items.end(),
                   [](const QuizItem& a, const QuizItem& b) { return a.step < b.step; });
  return items;
}

}  // namespace gopark
