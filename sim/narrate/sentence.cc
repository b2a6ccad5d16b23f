#include "sim/narrate/sentence.h"

#include <algorithm>

#include "sim/narrate/names.h"
#include "sim/narrate/std_call.h"
#include "sim/narrate/value_text.h"

namespace gopark {

namespace {

// What the parts of one step come to. Sentences are built from the one event that says what was
// done, and from those that say what followed.
class Teller {
 public:
  Teller(const World& world, std::span<const Event> events) : world_(world), events_(events) {}

  StepStory tell(std::span<const FunctionId> returned) {
    StepStory story;
    const Event* main = main_event();
    story.goroutine = main != nullptr ? main->goroutine : world_.current();
    story.place = place_of(main, story.goroutine);
    place_ = story.place;
    who_ = name_of(story.goroutine);
    if (story.goroutine != kNoGoroutine) inside_ = std_call(world_, story.goroutine);
    story.name = story.goroutine == kNoGoroutine ? (main != nullptr ? "clock" : "") : who_;
    story.sentence = main != nullptr ? sentence_of(*main) : quiet_sentence();
    if (main != nullptr) story.sentence = with_returns(std::move(story.sentence), returned);
    story.part = part();
    story.channels = touched_channels();
    story.returned.assign(returned.begin(), returned.end());
    return story;
  }

 private:
  template <typename T>
  const T* find() const {
    for (const Event& event : events_) {
      if (const T* found = std::get_if<T>(&event.data)) return found;
    }
    return nullptr;
  }

  // The event that says what the step was: a panic or the end before all else, then the operation,
  // and reads and writes of variables only when there is nothing more to say.
  const Event* main_event() const {
    const Event* best = nullptr;
    int best_rank = -1;
    for (const Event& event : events_) {
      const int rank = rank_of(event.data);
      if (rank > best_rank) best = &event, best_rank = rank;
    }
    return best;
  }

  // Only what changes nothing that others could see is left out.
  StepPart part() const {
    if (!woken().empty() || find<Parked>() != nullptr) return StepPart::Whole;
    if (const auto* operation = find<SyncOperation>()) return part_of(operation->kind);
    const auto* stopped = find<TimerStopped>();
    const bool stops_nothing = stopped != nullptr && !stopped->was_pending;
    return inside_ == StdCall::Context && stops_nothing ? StepPart::Trails : StepPart::Whole;
  }
  StepPart part_of(SyncKind kind) const {
    switch (inside_) {
      case StdCall::RWMutexLock:
        return kind == SyncKind::Lock ? StepPart::LeadsUp : StepPart::Whole;
      case StdCall::RWMutexUnlock:
        return kind == SyncKind::Unlock ? StepPart::Trails : StepPart::Whole;
      case StdCall::CondWait:
        if (kind == SyncKind::Lock) return StepPart::LeadsUp;
        return kind == SyncKind::Unlock || kind == SyncKind::WriterUnlock ? StepPart::LeadsUp
                                                                          : StepPart::Whole;
      case StdCall::OnceDo:
        if (kind == SyncKind::Unlock) return StepPart::Trails;
        return kind == SyncKind::AtomicRead ? StepPart::LeadsUp : StepPart::Whole;
      default:
        return StepPart::Whole;
    }
  }

  static int rank_of(const EventData& data) {
    struct Rank {
      int operator()(const Crashed&) const { return 9; }
      int operator()(const Exited&) const { return 8; }
      int operator()(const Panicked&) const { return 7; }
      int operator()(const TimerFired&) const { return 6; }
      int operator()(const Slept&) const { return 6; }
      int operator()(const Parked&) const { return 5; }
      int operator()(const Sent&) const { return 4; }
      int operator()(const Received&) const { return 4; }
      int operator()(const Closed&) const { return 4; }
      int operator()(const SyncOperation&) const { return 4; }
      int operator()(const GoroutineCreated&) const { return 4; }
      int operator()(const GoroutineFinished&) const { return 4; }
      int operator()(const TimerStarted&) const { return 4; }
      int operator()(const TimerStopped&) const { return 4; }
      int operator()(const Printed&) const { return 4; }
      int operator()(const ChannelMade&) const { return 3; }
      int operator()(const SelectChose&) const { return 3; }
      int operator()(const Yielded&) const { return 2; }
      int operator()(const Recovered&) const { return 2; }
      int operator()(const MapEntryTaken&) const { return 2; }
      int operator()(const VariableWritten&) const { return 1; }
      int operator()(const VariableRead&) const { return 1; }
      int operator()(const ClockAdvanced&) const { return 0; }
      int operator()(const Readied&) const { return 0; }
    };
    return std::visit(Rank{}, data);
  }

  CodePlace place_of(const Event* main, GoroutineId goroutine) const {
    if (main != nullptr && static_cast<uint32_t>(main->place.function) != kNone) return main->place;
    if (goroutine == kNoGoroutine) return CodePlace{FunctionId{kNone}, 0};
    return world_.user_place(goroutine);
  }

  std::string name_of(GoroutineId id) const {
    return id == kNoGoroutine ? "the timer" : world_.name_of(id);
  }

  // ---- who was woken

  std::vector<std::string> woken() const {
    std::vector<std::string> names;
    for (const Event& event : events_) {
      if (const auto* readied = std::get_if<Readied>(&event.data)) {
        names.push_back(name_of(readied->goroutine));
      }
    }
    return names;
  }

  std::string woken_text() const {
    const std::vector<std::string> names = woken();
    return names.size() > 3 ? std::to_string(names.size()) + " goroutines" : join_names(names);
  }

  std::string and_wakes() const { return woken().empty() ? "" : " and wakes " + woken_text(); }

  // ---- channels

  std::string channel(Reference r) const {
    const auto* chose = find<SelectChose>();
    if (chose == nullptr) return channel_name(world_, r, place_);
    const std::string_view name = select_case_name(world_.program(), place_, chose->index);
    return name.empty() ? channel_name(world_, r) : std::string(name);
  }
  std::string value(const MovedValue& moved) const { return value_text(world_, moved); }
  bool in_select() const { return find<SelectChose>() != nullptr; }
  // "main's select takes", "main takes"
  std::string subject() const { return in_select() ? who_ + "'s select" : who_; }

  std::string fill(Reference r) const {
    const auto view = world_.channel(r);
    if (!view) return "";
    return " (" + std::to_string(view->count) + " of " + std::to_string(view->capacity) + ")";
  }

  // ---- one function for each event

  std::string say(const ChannelMade& made) const {
    const std::string name = channel(made.channel);
    if (made.capacity == 0) return who_ + " makes " + name + ", a channel without a buffer.";
    return who_ + " makes " + name + ", a channel with room for " + plural(made.capacity, "value") +
           ".";
  }

  std::string say(const GoroutineCreated& created) const {
    const std::string child = name_of(created.child) + ", which will run " +
                              std::string(short_function_name(world_.program(), created.function));
    return who_ + made_before() + " starts " + child + ".";
  }

  // " makes c, without a buffer, and": the channel that the step made before its operation.
  std::string made_before() const {
    const auto* made = find<ChannelMade>();
    if (made == nullptr) return "";
    const std::string name = channel_name(world_, made->channel);
    if (made->capacity == 0) return " makes " + name + ", without a buffer, and";
    return " makes " + name + ", with room for " + plural(made->capacity, "value") + ", and";
  }

  std::string say(const GoroutineFinished&) const {
    return who_ + " has nothing left to do, so it ends.";
  }

  std::string say(const Parked& parked) const {
    switch (parked.reason) {
      case WaitReason::ChanSend:
        return parked_sending(parked.object);
      case WaitReason::ChanReceive:
        return parked_receiving(parked.object);
      case WaitReason::ChanSendNil:
      case WaitReason::ChanReceiveNil:
        return nil_channel() + " is nil, so " + who_ + " parks for ever.";
      case WaitReason::Select:
        return "No case of the select is ready, so " + who_ + " parks.";
      case WaitReason::SelectNoCases:
        return "A select without cases never goes on, so " + who_ + " parks for ever.";
      case WaitReason::Sleep:
        return who_ + " sleeps.";
      case WaitReason::MutexLock:
        if (inside_ == StdCall::OnceDo)
          return sync("the once") + ".Do is still running, so " + who_ + " parks.";
        return sync("The mutex") + " is locked, so " + who_ + " parks.";
      case WaitReason::RWMutexLock:
        return "Readers have " + sync("the lock") + ", so " + who_ + " parks until it can write.";
      case WaitReason::RWMutexRLock:
        return "A writer has " + sync("the lock") + " or waits for it, so " + who_ + " parks.";
      case WaitReason::WaitGroupWait:
        return sync("The wait group") + " has not come down to 0, so " + who_ + " parks.";
      case WaitReason::CondWait:
        return who_ + " gives its lock back and parks until somebody signals " +
               sync("the condition") + ".";
      case WaitReason::Coroutine:
        return who_ + " parks until the other side of the iterator gives it its turn.";
      case WaitReason::IOWait:
        return who_ + " parks until the other end of the connection does something.";
      case WaitReason::SynctestRun:
      case WaitReason::SynctestWait:
        return who_ + " parks until all others in the bubble are blocked.";
      case WaitReason::None:
        break;
    }
    return who_ + " parks.";
  }

  // The object of the step's operation; `what` when nothing names it.
  std::string sync(std::string_view what) const {
    Reference object = 0;
    if (const auto* operation = find<SyncOperation>()) object = operation->object;
    if (const auto* parked = find<Parked>()) object = parked->object;
    // At Cond.Wait the source names the condition, not the lock.
    const bool is_its_lock = inside_ == StdCall::CondWait && is_lock_operation();
    const CodePlace nowhere{FunctionId{kNone}, 0};
    return sync_name(world_, object, is_its_lock ? nowhere : place_, what);
  }

  bool is_lock_operation() const {
    if (const auto* parked = find<Parked>()) return parked->reason != WaitReason::CondWait;
    const auto* operation = find<SyncOperation>();
    return operation != nullptr && operation->kind != SyncKind::CondWait;
  }

  std::string nil_channel() const {
    const std::string_view name = operand_name(world_.program(), place_);
    return name.empty() ? "The channel" : std::string(name);
  }

  std::string parked_sending(Reference r) const {
    const auto view = world_.channel(r);
    if (view && view->capacity > 0) {
      return "The buffer of " + channel(r) + " is full" + fill(r) + ", so " + who_ +
             " parks with its value.";
    }
    return "Nobody is receiving from " + channel(r) + ", so " + who_ + " parks with its value.";
  }

  std::string parked_receiving(Reference r) const {
    const auto view = world_.channel(r);
    if (view && view->is_timers)
      return "The timer of " + channel(r) + " sends nothing yet, so " + who_ +
             " parks until it does.";
    if (view && view->capacity > 0) {
      return "The buffer of " + channel(r) + " is empty, so " + who_ +
             " parks until a value comes.";
    }
    if (view && is_done_channel(world_.program(), *view))
      return channel(r) + " is not closed yet, so " + who_ + " parks until it is.";
    return "Nobody is sending on " + channel(r) + ", so " + who_ + " parks until a value comes.";
  }

  std::string say(const Sent& sent) const {
    const std::string what = value(sent.value), name = channel(sent.channel);
    if (sent.receiver != kNoGoroutine) {
      return name_of(sent.receiver) + " is waiting at " + name + ", so " + subject() +
             " hands it " + what + " and wakes it.";
    }
    return name + " has room, so " + subject() + " puts " + what + " into the buffer" +
           fill(sent.channel) + " and goes on.";
  }

  std::string say(const Received& received) const {
    const std::string what = value(received.value), name = channel(received.channel);
    if (!received.ok && inside_ == StdCall::Context) return closed_in_context(name);
    if (!received.ok) {
      return name + " is closed and empty, so " + subject() + " gets " + zero(what) + " at once.";
    }
    const auto view = world_.channel(received.channel);
    const bool buffered = view && view->capacity > 0;
    if (received.sender != kNoGoroutine && !buffered) {
      return name_of(received.sender) + " is waiting with " + what + ", so " + subject() +
             " takes it from " + name + and_wakes() + ".";
    }
    if (received.sender != kNoGoroutine) {
      return subject() + " takes " + what + " from " + name + "; the value of " +
             name_of(received.sender) + " moves up, and it wakes.";
    }
    if (view && view->is_timers)
      return "The timer of " + name + " has fired, so " + subject() + " takes the time from it.";
    return name + " has a value, so " + subject() + " takes " + what + " from the buffer" +
           fill(received.channel) + ".";
  }

  std::string closed_in_context(const std::string& name) const {
    if (in_select()) return name + " is closed, so " + who_ + " sees that the context is done.";
    return "The context was done already, so " + who_ + " changes nothing.";
  }

  static std::string zero(const std::string& what) {
    return what == "{}" ? "the zero value" : what + ", the zero value,";
  }

  std::string say(const Closed& closed) const {
    std::string text = who_ + " closes " + channel(closed.channel);
    if (closed.receivers > 0) text += ", which wakes " + woken_text();
    if (closed.senders > 0) {
      text += closed.receivers > 0 ? ", and " : ", and ";
      text += plural(closed.senders, "parked sender") + " will panic";
    }
    return text + ".";
  }

  std::string say(const SelectChose& chose) const {
    if (chose.is_default && inside_ == StdCall::Context)
      return "The context is not done, so " + who_ + " goes on.";
    if (chose.is_default) return "No case is ready, so " + who_ + "'s select takes its default.";
    return who_ + "'s select takes case " + std::to_string(chose.index + 1) + ".";
  }

  std::string say(const SyncOperation& operation) const {
    const std::string number = std::to_string(operation.value);
    if (inside_ == StdCall::OnceDo) return once(operation.kind);
    if (inside_ == StdCall::Context && operation.kind == SyncKind::AtomicRead)
      return "The context was done already, so " + who_ + " changes nothing.";
    if (inside_ == StdCall::Context && operation.kind == SyncKind::AtomicWrite)
      return "The context is not done, so " + who_ + " goes on.";
    switch (operation.kind) {
      case SyncKind::Lock:
        if (inside_ == StdCall::RWMutexLock)
          return "No other writer has " + sync("the lock") + ", so " + who_ + " is the next one.";
        return sync("The mutex") + " is free, so " + who_ + " locks it.";
      case SyncKind::Unlock:
        if (inside_ == StdCall::RWMutexUnlock)
          return who_ + " lets other writers at " + sync("the lock") + and_wakes() + ".";
        return who_ + " unlocks " + sync("the mutex") + and_wakes() + ".";
      case SyncKind::WriterLock:
        return sync("The lock") + " is free, so " + who_ + " locks it.";
      case SyncKind::WriterUnlock:
        return who_ + " unlocks " + sync("the lock") + and_wakes() + ".";
      case SyncKind::RLock:
        return "No writer has " + sync("the lock") + ", so " + who_ + " locks it to read.";
      case SyncKind::RUnlock:
        return who_ + " gives back its read lock of " + sync("the lock") + and_wakes() + ".";
      case SyncKind::TryLock:
        return operation.value != 0
                   ? sync("The mutex") + " is free, so " + who_ + " locks it."
                   : sync("The mutex") + " is locked, so " + who_ + "'s try fails.";
      case SyncKind::WaitGroupAdd:
        return wait_group(operation.value);
      case SyncKind::WaitGroupWait:
        return sync("The wait group") + " is at 0, so " + who_ + " goes on.";
      case SyncKind::CondSignal:
      case SyncKind::CondBroadcast:
        if (woken().empty() && operation.value != 0)
          return who_ + " signals " + sync("the condition") + " to who is about to park there.";
        if (woken().empty())
          return who_ + " signals " + sync("the condition") + ", but nobody is waiting.";
        return who_ + " signals " + sync("the condition") + and_wakes() + ".";
      case SyncKind::CondWait:
        return sync("The condition") + " was signalled before " + who_ + " parked, so it goes on.";
      case SyncKind::OnceDo:
        return who_ + " comes to " + sync("the once") + ".Do.";
      case SyncKind::AtomicRead:
        return who_ + (inside_ == StdCall::Log ? " looks at the settings of the log."
                                               : " reads an atomic variable.");
      case SyncKind::AtomicWrite:
        return who_ + (inside_ == StdCall::Log ? " changes the settings of the log."
                                               : " changes an atomic variable.");
    }
    return who_ + " uses " + sync("a lock") + ".";
  }

  // The steps of Once.Do: look, lock, run the function, note that it ran, unlock.
  std::string once(SyncKind kind) const {
    const std::string name = sync("the once");
    switch (kind) {
      case SyncKind::AtomicRead:
        return who_ + " looks whether " + name + " has run.";
      case SyncKind::Lock:
        return who_ + " enters " + name + ".Do alone; others wait.";
      case SyncKind::AtomicWrite:
        return who_ + " notes that " + name + " has run.";
      default:
        return who_ + " leaves " + name + ".Do" + and_wakes() + ".";
    }
  }

  std::string wait_group(int64_t counter) const {
    const std::string name = sync("the wait group");
    if (counter != 0) return who_ + " sets " + name + " to " + std::to_string(counter) + ".";
    if (woken().empty()) return who_ + " brings " + name + " down to 0.";
    return name + " comes down to 0, so " + who_ + " wakes " + woken_text() + ".";
  }

  std::string say(const Slept& slept) const {
    if (slept.nanoseconds <= 0) return who_ + " sleeps for no time and goes on.";
    return who_ + " sleeps for " + duration_text(slept.nanoseconds) + ".";
  }

  std::string say(const TimerStarted& started) const {
    return who_ + " starts a timer that fires in " + duration_text(started.when - world_.clock()) +
           ".";
  }

  std::string say(const TimerStopped& stopped) const {
    return stopped.was_pending ? who_ + " stops a timer before it fires."
                               : who_ + " stops a timer that is not running.";
  }

  std::string say(const TimerFired& fired) const {
    std::string text = when_fired();
    if (fired.woke != kNoGoroutine)
      return text + " and " + name_of(fired.woke) + " wakes from its sleep.";
    if (fired.channel == 0) return text + " and a timer starts its function.";
    const std::string names = woken().empty() ? "" : " to " + woken_text();
    return text + " and a timer sends" + names + " on its channel.";
  }

  std::string when_fired() const {
    const std::string now = duration_text(world_.clock());
    if (world_.options().clock == ClockMode::Async) return "The clock comes to " + now;
    const auto* advanced = find<ClockAdvanced>();
    return advanced == nullptr ? "It is still " + now + "," : why_time_passes(*advanced) + now;
  }

  static std::string why_time_passes(const ClockAdvanced& advanced) {
    return advanced.somebody_runs ? "What is running takes time: the clock comes to "
                                  : "Nobody can run, so the clock moves on to ";
  }

  std::string say(const Printed& printed) const {
    const std::string_view output = printed.to_error ? world_.error_output() : world_.output();
    std::string_view text = output.substr(
        std::min<std::size_t>(output.size(), static_cast<std::size_t>(printed.offset)),
        printed.length);
    while (text.ends_with('\n')) text.remove_suffix(1);
    return who_ + " prints " + quoted(text) + ".";
  }

  std::string say(const VariableRead& read) const {
    return who_ + " reads " + variable(read.variable) + ".";
  }
  std::string say(const VariableWritten& written) const {
    return who_ + " writes " + variable(written.variable) + ".";
  }
  std::string variable(Reference r) const { return variable_name(world_, world_.current(), r); }

  std::string say(const MapEntryTaken&) const {
    return who_ + " takes one of the entries that its range over a map has left.";
  }

  std::string say(const Panicked& panicked) const { return panic_text(panicked) + "."; }

  std::string panic_text(const Panicked& panicked) const {
    const auto value = boxed_value(world_, panicked.value);
    if (!value) return who_ + " panics";
    std::string text = value_text(world_, *value);
    const bool is_string = type_of(world_.program(), value->type).kind == Kind::String;
    if (is_string) text = one_line(string_at(world_, world_.memory().load(value->address)));
    return who_ + " panics: " + text;
  }

  static std::string one_line(std::optional<std::string_view> text) {
    constexpr std::size_t kLongest = 100;
    const std::string quotes = quoted(text.value_or(""), kLongest);
    return quotes.substr(1, quotes.size() - 2);
  }

  std::string say(const Recovered&) const { return who_ + " recovers from its panic and goes on."; }
  std::string say(const Crashed&) const {
    const auto* panicked = find<Panicked>();
    const std::string what = panicked != nullptr ? panic_text(*panicked) : who_ + " panics";
    return what + ". Nobody recovers, so the program ends.";
  }

  std::string say(const Yielded&) const { return who_ + " lets the others run."; }

  std::string say(const Exited& exited) const {
    const uint64_t others = world_.goroutine_count() - (world_.goroutine(kMainGoroutine) ? 1 : 0);
    const bool by_call = exited.code != 0 || world_.outcome().goroutine != kNoGoroutine;
    std::string text = by_call ? who_ + " calls os.Exit(" + std::to_string(exited.code) + ")"
                               : std::string("main returns");
    text += ", so the program ends";
    if (others == 1) text += "; one goroutine is left behind";
    if (others > 1) text += "; " + std::to_string(others) + " goroutines are left behind";
    return text + ".";
  }

  std::string say(const ClockAdvanced& advanced) const {
    return why_time_passes(advanced) + duration_text(advanced.to) + ".";
  }
  std::string say(const Readied& readied) const { return name_of(readied.goroutine) + " wakes."; }

  std::string sentence_of(const Event& event) const {
    return capitalized(std::visit([this](const auto& data) { return say(data); }, event.data));
  }

  // A step without events: a stretch of plain computation, or an end that the runtime found.
  std::string quiet_sentence() const {
    const Outcome outcome = world_.outcome();
    switch (outcome.kind) {
      case OutcomeKind::Deadlock:
        return "All goroutines are asleep and no timer is pending, so nothing can ever happen "
               "again.";
      case OutcomeKind::Running:
      case OutcomeKind::Exited:
        break;
      default:
        return last_line(outcome.text) + ".";
    }
    return who_ + " computes.";
  }

  static std::string last_line(const std::string& text) {
    return text.substr(text.rfind('\n') + 1);
  }

  // ---- putting it together

  std::string with_returns(std::string sentence, std::span<const FunctionId> returned) const {
    if (returned.empty() || !sentence.starts_with(who_ + " ") || find<Exited>() != nullptr)
      return sentence;
    const std::string left(short_function_name(world_.program(), returned.back()));
    const std::string joined =
        who_ + " returns from " + left + " and" + sentence.substr(who_.size());
    const auto words = std::count(joined.begin(), joined.end(), ' ') + 1;
    return words <= static_cast<std::ptrdiff_t>(kMaxSentenceWords) ? joined : sentence;
  }

  // Where a phrase of ours came to stand first: names keep their case.
  static std::string capitalized(std::string text) {
    for (const std::string_view phrase : {"the timer ", "a channel "}) {
      if (text.starts_with(phrase)) text.front() = phrase.front() == 't' ? 'T' : 'A';
    }
    return text;
  }

  static std::string plural(uint64_t count, std::string_view noun) {
    return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
  }

  std::vector<Reference> touched_channels() const {
    std::vector<Reference> channels;
    const auto add = [&](Reference r) {
      if (r != 0 && std::find(channels.begin(), channels.end(), r) == channels.end() &&
          world_.channel(r).has_value()) {
        channels.push_back(r);
      }
    };
    for (const Event& event : events_) {
      if (const auto* made = std::get_if<ChannelMade>(&event.data)) add(made->channel);
      if (const auto* sent = std::get_if<Sent>(&event.data)) add(sent->channel);
      if (const auto* received = std::get_if<Received>(&event.data)) add(received->channel);
      if (const auto* closed = std::get_if<Closed>(&event.data)) add(closed->channel);
      if (!std::holds_alternative<Parked>(event.data)) continue;
      const auto view = world_.goroutine(event.goroutine);
      for (const Reference r : view ? view->waits_on : std::vector<Reference>()) add(r);
    }
    return channels;
  }

  const World& world_;
  std::span<const Event> events_;
  CodePlace place_;
  std::string who_;
  StdCall inside_ = StdCall::None;
};

}  // namespace

StepStory tell_step(const World& world, std::span<const Event> events,
                    std::span<const FunctionId> returned) {
  return Teller(world, events).tell(returned);
}

namespace {

std::vector<FunctionId> user_functions(const World& world, GoroutineId goroutine) {
  std::vector<FunctionId> functions;
  for (const FrameView& frame : world.frames(goroutine)) {
    if (!function_of(world.program(), frame.place.function).is_std) {
      functions.push_back(frame.place.function);
    }
  }
  std::reverse(functions.begin(), functions.end());
  return functions;
}

GoroutineId mover(const World& world, std::span<const Event> events) {
  for (const Event& event : events) {
    if (event.goroutine != kNoGoroutine && !std::holds_alternative<Readied>(event.data)) {
      return event.goroutine;
    }
  }
  return world.current();
}

}  // namespace

StepStory StoryTeller::tell(const World& world, std::span<const Event> events) {
  const GoroutineId id = mover(world, events);
  Stack& before = stacks_[id];
  Stack now = user_functions(world, id);
  const auto [old_end, new_end] =
      std::mismatch(before.begin(), before.end(), now.begin(), now.end());
  const std::vector<FunctionId> returned(std::make_reverse_iterator(before.end()),
                                         std::make_reverse_iterator(old_end));
  (void)new_end;
  before = std::move(now);
  if (before.empty()) stacks_.erase(id);
  return tell_step(world, events, returned);
}

namespace {

std::string queue_text(const World& world, std::string_view label,
                       const std::vector<GoroutineId>& ids, uint64_t count) {
  constexpr std::size_t kShown = 4;
  if (count == 0) return "";
  std::vector<std::string> names;
  for (std::size_t i = 0; i < ids.size() && i < kShown; ++i) names.push_back(world.name_of(ids[i]));
  std::string text = "  " + std::string(label) + ": " + join_names(names, ", ");
  if (count > names.size()) text += " and " + std::to_string(count - names.size()) + " more";
  return text;
}

std::string buffer_text(const World& world, const ChannelView& view) {
  if (view.capacity == 0) return "";
  constexpr std::size_t kShown = 8;
  std::string text = "  [";
  for (std::size_t i = 0; i < view.buffer.size() && i < kShown; ++i) {
    if (i > 0) text += ' ';
    text += value_text(world, view.element, view.buffer[i]);
  }
  if (view.count > kShown) text += " …";
  return text + "] " + std::to_string(view.count) + " of " + std::to_string(view.capacity);
}

}  // namespace

std::string channel_line(const World& world, Reference channel) {
  const auto view = world.channel(channel);
  if (!view) return "";
  std::string text = channel_name(world, channel);
  // (A timer's: cap says 0, and yet what it has sent waits there.)
  if (view->is_timers)
    text += view->count > 0 ? "  fired" : "";
  else
    text += view->capacity == 0 ? "  no buffer" : buffer_text(world, *view);
  if (view->closed) text += "  closed";
  text += queue_text(world, "sending", view->senders, view->sender_count);
  text += queue_text(world, "receiving", view->receivers, view->receiver_count);
  return text;
}

}  // namespace gopark
