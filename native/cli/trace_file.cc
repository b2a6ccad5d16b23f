#include "native/cli/trace_file.h"

#include <nlohmann/json.hpp>

#include "sim/detect/finding.h"
#include "sim/narrate/sentence.h"

namespace gopark {

void write_trace(const Session& session, std::ostream& out) {
  StoryTeller teller;
  session.replay([&](uint64_t step, const World& world, std::span<const Event> events) {
    const StepStory story = teller.tell(world, events);
    const SourcePlace place = source_place(world.program(), story.place);
    nlohmann::ordered_json channels = nlohmann::ordered_json::array();
    for (const Reference r : story.channels) channels.push_back(channel_line(world, r));
    const nlohmann::ordered_json line = {{"step", step},
                                         {"goroutine", story.name},
                                         {"function", std::string(place.function)},
                                         {"file", std::string(place.file)},
                                         {"line", place.line},
                                         {"clock_ns", world.clock()},
                                         {"sentence", story.sentence},
                                         {"channels", channels}};
    out << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    return static_cast<bool>(out);
  });
}

}  // namespace gopark
