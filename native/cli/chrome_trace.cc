#include "native/cli/chrome_trace.h"

#include <deque>
#include <map>
#include <optional>
#include <variant>

#include "native/cli/json.h"
#include "sim/detect/finding.h"
#include "sim/narrate/sentence.h"

namespace gopark {

namespace {

constexpr uint64_t kStepMicroseconds = 1000;
constexpr int kProcess = 1;

uint64_t begin_of(uint64_t step) {
  return (step - 1) * kStepMicroseconds;
}

class ChromeTrace {
 public:
  explicit ChromeTrace(std::ostream& out) : out_(out) {
    out_ << "{\"displayTimeUnit\":\"ms\",\"traceEvents\":[\n";
    metadata("process_name", 0, "gopark: one millisecond is one step");
    metadata("thread_name", 0, "clock");
  }

  bool add(uint64_t step, const World& world, std::span<const Event> events) {
    step_ = step;
    const StepStory story = teller_.tell(world, events);
    const SourcePlace place = source_place(world.program(), story.place);
    mover_ = mover_of(events);
    name(world, mover_);
    slice(mover_, story.sentence, begin_of(step), kStepMicroseconds,
          {{"step", step}, {"line", place.line}, {"clock_ns", world.clock()}});
    for (const Event& event : events) follow(world, event);
    return static_cast<bool>(out_);
  }
  // Who is parked now was never woken.
  void finish() {
    ++step_;
    while (!parked_.empty()) unpark(parked_.begin()->first, " (never woken)");
    out_ << "\n]}\n";
  }

 private:
  struct Sending {
    GoroutineId sender{};
    uint64_t at = 0;  // microseconds
  };
  struct Park {
    std::string reason;
    uint64_t since = 0;  // microseconds
  };

  static GoroutineId mover_of(std::span<const Event> events) {
    return events.empty() ? kNoGoroutine : events.front().goroutine;
  }
  static uint32_t track(GoroutineId id) { return static_cast<uint32_t>(id); }
  uint64_t middle() const { return begin_of(step_) + kStepMicroseconds / 2; }

  void write(const Json& event) {
    out_ << (is_first_ ? "" : ",\n") << event.dump(-1, ' ', false, Json::error_handler_t::replace);
    is_first_ = false;
  }
  void metadata(const char* what, uint32_t thread, const std::string& value) {
    write({{"ph", "M"},
           {"name", what},
           {"pid", kProcess},
           {"tid", thread},
           {"args", {{"name", value}}}});
  }
  void name(const World& world, GoroutineId id) {
    if (id == kNoGoroutine || !named_.try_emplace(id, true).second) return;
    metadata("thread_name", track(id), world.name_of(id));
  }
  void slice(GoroutineId id, const std::string& text, uint64_t begin, uint64_t duration,
             const Json& arguments) {
    write({{"ph", "X"},
           {"name", text},
           {"pid", kProcess},
           {"tid", track(id)},
           {"ts", begin},
           {"dur", duration},
           {"args", arguments}});
  }
  // From where the value was sent to where it was received.
  void arrow(const Sending& from, GoroutineId to) {
    if (from.sender == kNoGoroutine || to == kNoGoroutine) return;
    const uint64_t number = ++arrows_;
    write({{"ph", "s"},
           {"name", "message"},
           {"cat", "message"},
           {"id", number},
           {"pid", kProcess},
           {"tid", track(from.sender)},
           {"ts", from.at}});
    write({{"ph", "f"},
           {"bp", "e"},
           {"name", "message"},
           {"cat", "message"},
           {"id", number},
           {"pid", kProcess},
           {"tid", track(to)},
           {"ts", middle()}});
  }

  void follow(const World& world, const Event& event) {
    if (const auto* made = std::get_if<ChannelMade>(&event.data)) buffered_[made->channel].clear();
    if (const auto* created = std::get_if<GoroutineCreated>(&event.data))
      name(world, created->child);
    if (const auto* parked = std::get_if<Parked>(&event.data))
      parked_[event.goroutine] = {std::string(to_string(parked->reason)), begin_of(step_ + 1)};
    if (const auto* readied = std::get_if<Readied>(&event.data)) unpark(readied->goroutine, "");
    if (const auto* sent = std::get_if<Sent>(&event.data)) send(*sent, event.goroutine);
    if (const auto* received = std::get_if<Received>(&event.data))
      receive(*received, event.goroutine);
  }
  void unpark(GoroutineId id, const std::string& more) {
    const auto found = parked_.find(id);
    if (found == parked_.end()) return;
    const Park park = found->second;
    parked_.erase(found);
    const uint64_t end = begin_of(step_) + (more.empty() ? kStepMicroseconds : 0);
    if (end > park.since)
      slice(id, park.reason + more, park.since, end - park.since, Json::object());
  }
  void send(const Sent& sent, GoroutineId sender) {
    if (sent.receiver != kNoGoroutine) return arrow({sender, middle()}, sent.receiver);
    buffered_[sent.channel].push_back({sender, middle()});
  }
  // A full buffer hands out its oldest value, and takes that of a parked sender.
  void receive(const Received& received, GoroutineId receiver) {
    std::deque<Sending>& buffer = buffered_[received.channel];
    const Sending parked{received.sender, middle()};
    if (buffer.empty()) return arrow(parked, receiver);
    arrow(buffer.front(), receiver);
    buffer.pop_front();
    if (received.sender != kNoGoroutine) buffer.push_back(parked);
  }

  std::ostream& out_;
  StoryTeller teller_;
  bool is_first_ = true;
  uint64_t step_ = 0;
  GoroutineId mover_{};
  uint64_t arrows_ = 0;
  std::map<GoroutineId, bool> named_;
  std::map<GoroutineId, Park> parked_;
  std::map<Reference, std::deque<Sending>> buffered_;
};

}  // namespace

void write_chrome_trace(const Session& session, std::ostream& out) {
  ChromeTrace trace(out);
  session.replay([&](uint64_t step, const World& world, std::span<const Event> events) {
    return trace.add(step, world, events);
  });
  trace.finish();
}

}  // namespace gopark
