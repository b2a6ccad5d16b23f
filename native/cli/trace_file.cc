#include "native/cli/trace_file.h"

#include "native/cli/json.h"
#include "sim/detect/finding.h"
#include "sim/narrate/sentence.h"

namespace gopark {

void write_trace(const Session& session, std::ostream& out) {
  StoryTeller teller;
  session.replay([&](uint64_t step, const World& world, std::span<const Event> events) {
    const StepStory story = teller.tell(world, events);
    const SourcePlace place = source_place(world.program(), story.place);
    Json channels = Json::array();
    for (const Reference r : story.channels) channels.push_back(channel_line(world, r));
    const Json line = {{"step", step},
                       {"goroutine", story.name},
                       {"function", std::string(place.function)},
                       {"file", std::string(place.file)},
                       {"line", place.line},
                       {"clock_ns", world.clock()},
                       {"sentence", story.sentence},
                       {"channels", channels}};
    out << line.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
    return static_cast<bool>(out);
  });
}

}  // namespace gopark
