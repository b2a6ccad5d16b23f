#include "sim/narrate/proof.h"

#include <algorithm>
#include <optional>

#include "sim/detect/ability.h"
#include "sim/detect/holders.h"
#include "sim/detect/leaked.h"
#include "sim/narrate/drop.h"
#include "sim/narrate/lock_holders.h"
#include "sim/narrate/names.h"
#include "sim/narrate/value_text.h"

namespace gopark {

namespace {

// Who could wake the goroutine at one step: the holders of what it waits on that are not leaked
// themselves.
struct Holding {
  std::vector<Holder> able;
  std::vector<Holder> unable;  // goroutines without code that could
  std::vector<Holder> stuck;   // goroutines that are leaked themselves
};

class Proof {
 public:
  Proof(Session& session, const Finding& finding) : session_(session), finding_(finding) {}

  std::vector<Clause> build() {
    if (finding_.kind == FindingKind::Panic) return panic();
    see_waiting();
    say_waiting();
    if (finding_.kind == FindingKind::AliveAtExit) return alive_at_exit();
    if (finding_.waits_on.empty()) {
      add("No goroutine can ever make it go on" + verdict_suffix(), finding_.doomed_at_step);
      return clauses_;
    }
    if (is_lock()) say_locker();
    if (finding_.doomed_at_step != 0) say_who_could();
    say_verdict();
    return clauses_;
  }

 private:
  const World& world() const { return session_.world(); }

  void add(std::string text, uint64_t step, GoroutineId who = kNoGoroutine) {
    clauses_.push_back(Clause{std::move(text), step, who});
  }

  uint64_t end() { return session_.run_to_end(); }

  // ---- what it waits for

  bool is_lock() const {
    return finding_.reason == WaitReason::MutexLock || finding_.reason == WaitReason::RWMutexLock ||
           finding_.reason == WaitReason::RWMutexRLock;
  }

  // Looks at the goroutine where it is parked, for names and channel facts.
  void see_waiting() {
    session_.seek(finding_.parked_at_step != 0 ? finding_.parked_at_step : end());
    for (const Reference r : finding_.waits_on) {
      const auto view = world().channel(r);
      serials_.push_back(view ? view->serial : 0);
    }
    object_ = object_name();
    abilities_.emplace(world().program(), finding_.reason, words_waited_for());
  }

  // Of a value of the channel that it waits on, if that is one.
  std::optional<uint32_t> words_waited_for() const {
    if (finding_.waits_on.size() != 1 || finding_.reason == WaitReason::Select) return std::nullopt;
    const auto view = world().channel(finding_.waits_on.front());
    if (!view) return std::nullopt;
    return type_of(world().program(), view->element).words;
  }

  std::string object_name() const {
    if (finding_.waits_on.empty())
      return std::string(operand_name(world().program(), finding_.place));
    if (finding_.reason == WaitReason::Select) return select_names();
    if (serials_.front() != 0)
      return channel_name(world(), finding_.waits_on.front(), finding_.place);
    return sync_name(world(), finding_.waits_on.front(), finding_.place, "it");
  }

  std::string select_names() const {
    std::vector<std::string> names;
    const Function& function = function_of(world().program(), finding_.place.function);
    const Instruction select = function.code[finding_.place.pc];
    for (uint32_t i = 0; select.op == Opcode::Select && i < select.b; ++i) {
      std::string name(select_case_name(world().program(), finding_.place, i));
      if (name.empty() || std::find(names.begin(), names.end(), name) != names.end()) continue;
      names.push_back(std::move(name));
    }
    if (names.size() > 3) return std::to_string(names.size()) + " channels";
    return names.empty() ? "channels" : join_names(names);
  }

  std::string capacity_text() const {
    const auto view =
        finding_.waits_on.empty() ? std::nullopt : world().channel(finding_.waits_on[0]);
    if (!view || finding_.waits_on.size() != 1 || finding_.reason == WaitReason::Select) return "";
    if (view->is_timers) return "";
    if (view->capacity == 0) return " (capacity 0)";
    return " (capacity " + std::to_string(view->capacity) + ", " +
           (view->count == 0                ? "empty"
            : view->count == view->capacity ? "full"
                                            : "not full") +
           ")";
  }

  void say_waiting() {
    add(finding_.name + waiting_text() + capacity_text() + ".", finding_.parked_at_step,
        finding_.goroutine);
  }

  std::string waiting_text() const {
    if (finding_.status != GoroutineStatus::Waiting) return " can still run";
    switch (finding_.reason) {
      case WaitReason::ChanSend:
        return " is parked sending on " + object_;
      case WaitReason::ChanReceive:
        return " is parked receiving from " + object_;
      case WaitReason::ChanSendNil:
        return " is parked sending on a nil channel" + named();
      case WaitReason::ChanReceiveNil:
        return " is parked receiving from a nil channel" + named();
      case WaitReason::Select:
        if (finding_.waits_on.empty()) return " is parked in a select whose channels are all nil";
        return " is parked in a select on " + object_;
      case WaitReason::SelectNoCases:
        return " is parked in a select without cases";
      case WaitReason::Sleep:
        return " is asleep";
      case WaitReason::MutexLock:
      case WaitReason::RWMutexLock:
        return " is parked waiting to lock " + object_;
      case WaitReason::RWMutexRLock:
        return " is parked waiting to lock " + object_ + " for reading";
      case WaitReason::WaitGroupWait:
        return " is parked until " + object_ + " comes down to 0";
      case WaitReason::CondWait:
        return " is parked until somebody signals " + object_;
      case WaitReason::Coroutine:
        return " is parked until the other side of its iterator gives it its turn";
      case WaitReason::IOWait:
        return " is parked until the other end of its connection does something";
      case WaitReason::SynctestRun:
      case WaitReason::SynctestWait:
        return " is parked until all others in its bubble are blocked";
      case WaitReason::None:
        break;
    }
    return " is parked";
  }

  std::string named() const { return object_.empty() ? "" : ", " + object_; }

  std::string could_do() const {
    switch (finding_.reason) {
      case WaitReason::ChanSend:
        return "receive";
      case WaitReason::ChanReceive:
        return "send or close it";
      case WaitReason::Select:
        return "make a case ready";
      case WaitReason::MutexLock:
      case WaitReason::RWMutexLock:
      case WaitReason::RWMutexRLock:
        return "unlock it";
      case WaitReason::WaitGroupWait:
        return "call Done";
      case WaitReason::CondWait:
        return "signal it";
      case WaitReason::Coroutine:
        return "call next or stop";
      case WaitReason::IOWait:
        return "answer or close it";
      default:
        return "wake it";
    }
  }

  // ---- who could have woken it

  // At a step from which on the objects are what they are now: a channel has its serial number;
  // anything else is the same object as long as the goroutine itself, or one that it comes from,
  // leads to it.
  bool objects_exist() const {
    for (std::size_t i = 0; i < finding_.waits_on.size(); ++i) {
      if (serials_[i] == 0) continue;
      const auto view = world().channel(finding_.waits_on[i]);
      if (!view || view->serial != serials_[i]) return false;
    }
    return world().goroutine(finding_.goroutine).has_value();
  }

  Holding holding_at(uint64_t step) {
    session_.seek(step);
    Holding holding;
    if (!objects_exist()) return holding;
    const std::vector<GoroutineId> leaked = leaked_goroutines(world());
    for (const Holder& holder : holders_of(world(), finding_.waits_on, finding_.goroutine)) {
      sort_in(holder, leaked, holding);
    }
    return holding;
  }

  void sort_in(const Holder& holder, const std::vector<GoroutineId>& leaked, Holding& holding) {
    if (holder.kind != HolderKind::Goroutine) return holding.able.push_back(holder);
    if (!abilities_->has(world(), holder.goroutine)) return holding.unable.push_back(holder);
    const bool is_stuck = std::binary_search(leaked.begin(), leaked.end(), holder.goroutine);
    (is_stuck ? holding.stuck : holding.able).push_back(holder);
  }

  // The last step before `doomed` at which somebody could wake it, looked for further and further
  // back, down to the step at which the goroutine and what it waits on began to exist.
  std::optional<uint64_t> last_held(uint64_t doomed) {
    uint64_t not_held = doomed;
    for (uint64_t distance = 1; not_held > 0; distance *= 2) {
      uint64_t step = doomed > distance ? doomed - distance : 0;
      const bool exists = exist_at(step);
      if (!exists) step = first_existing(step, not_held);
      if (step < not_held && !holding_at(step).able.empty())
        return last_held_between(step, not_held);
      if (!exists) return std::nullopt;
      not_held = step;
    }
    return std::nullopt;
  }

  bool exist_at(uint64_t step) {
    session_.seek(step);
    return objects_exist();
  }

  uint64_t first_existing(uint64_t missing, uint64_t existing) {
    while (existing - missing > 1) {
      const uint64_t middle = missing + (existing - missing) / 2;
      (exist_at(middle) ? existing : missing) = middle;
    }
    return existing;
  }

  uint64_t last_held_between(uint64_t held, uint64_t not_held) {
    while (not_held - held > 1) {
      const uint64_t middle = held + (not_held - held) / 2;
      if (holding_at(middle).able.empty())
        not_held = middle;
      else
        held = middle;
    }
    return held;
  }

  void say_who_could() {
    const Holding at_end = holding_at(finding_.doomed_at_step);
    const std::optional<uint64_t> step = last_held(finding_.doomed_at_step);
    if (step) {
      const Holding before = holding_at(*step);
      say_able(before.able, *step);
      say_drops(before.able, *step);
    } else if (at_end.stuck.empty() && at_end.unable.empty()) {
      add("Nobody else can reach " + object_or_it() + ".", finding_.parked_at_step);
    }
    session_.seek(finding_.doomed_at_step);
    if (!step) say_stuck(at_end.stuck);
    say_unable(at_end.unable);
  }

  // "main.2 holds c too, but never receives from it."
  void say_unable(std::vector<Holder> unable) {
    std::erase_if(unable, [this](const Holder& holder) {
      return std::find(told_.begin(), told_.end(), holder.goroutine) != told_.end();
    });
    if (unable.empty()) return;
    const std::string who = world().name_of(unable.front().goroutine);
    const bool alone = unable.size() == 1;
    const std::string others = alone ? "" : " and " + std::to_string(unable.size() - 1) + " more";
    add(who + others + (alone ? " holds " : " hold ") + object_or_it() + " too, but " +
            (alone ? never_does() : "never " + could_do()) + ".",
        finding_.doomed_at_step, unable.front().goroutine);
  }

  std::string never_does() const {
    switch (finding_.reason) {
      case WaitReason::ChanSend:
        return "never receives from it";
      case WaitReason::ChanReceive:
        return "never sends or closes it";
      case WaitReason::Select:
        return "never makes a case ready";
      case WaitReason::WaitGroupWait:
        return "never calls Done";
      case WaitReason::CondWait:
        return "never signals it";
      case WaitReason::Coroutine:
        return "never calls next or stop";
      case WaitReason::IOWait:
        return "never answers or closes it";
      default:
        return "never unlocks it";
    }
  }

  std::string object_or_it() const { return object_.empty() ? "what it waits for" : object_; }

  void say_able(const std::vector<Holder>& able, uint64_t step) {
    std::vector<std::string> names;
    for (const Holder& holder : able) names.push_back(holder_name(holder));
    if (names.size() > 3) {
      const std::string more = std::to_string(names.size() - 2) + " more";
      names.resize(2);
      names.push_back(more);
    }
    add((is_own_ ? "Beside it, only " : "Only ") + join_names(names) + " could " + could_do() + ".",
        step);
  }

  std::string holder_name(const Holder& holder) const {
    switch (holder.kind) {
      case HolderKind::Goroutine:
        return world().name_of(holder.goroutine);
      case HolderKind::Global:
        return "code that uses " + global(holder);
      case HolderKind::Timer:
        return "a timer";
    }
    return "";
  }

  std::string global(const Holder& holder) const {
    const std::string& name = world().program().globals[holder.global].name;
    return name.starts_with("main.") ? name.substr(5) : name;
  }

  // What became of each of them in the step after `step`. At most three are told.
  void say_drops(const std::vector<Holder>& able, uint64_t step) {
    constexpr std::size_t kTold = 3;
    for (std::size_t i = 0; i < able.size() && i < kTold; ++i) say_drop(able[i], step);
  }

  void say_drop(const Holder& holder, uint64_t step) {
    const std::string at = " at step " + std::to_string(step + 1) + ".";
    if (holder.kind == HolderKind::Global) {
      return add("The global " + global(holder) + " stopped leading to " + object_ + at, step + 1);
    }
    if (holder.kind == HolderKind::Timer) {
      return add("The timer was over" + at, step + 1);
    }
    const Drop drop = find_drop(session_, holder.goroutine, finding_.waits_on, step);
    const std::string who = world().name_of(holder.goroutine);
    const std::string what = drop.variable.empty() ? object_or_it() : drop.variable;
    switch (drop.kind) {
      case DropKind::Finished:
        return add(who + " ended" + at, step + 1, holder.goroutine);
      case DropKind::Returned:
        return add(who + " dropped " + what + " when " + drop.function + " returned" + at, step + 1,
                   holder.goroutine);
      case DropKind::LastUse:
        return add(who + " dropped " + what + " at step " + std::to_string(step + 1) +
                       ": it never uses it again.",
                   step + 1, holder.goroutine);
      case DropKind::Stuck:
        told_.push_back(holder.goroutine);
        return add(who + " still has it, but is stuck itself (" + drop.reason + ") from step " +
                       std::to_string(step + 1) + " on.",
                   step + 1, holder.goroutine);
      case DropKind::Unable:
        told_.push_back(holder.goroutine);
        return add(
            "From step " + std::to_string(step + 1) + " on " + who + " " + never_does() + ".",
            step + 1, holder.goroutine);
    }
  }

  void say_stuck(const std::vector<Holder>& stuck) {
    constexpr std::size_t kTold = 2;
    for (std::size_t i = 0; i < stuck.size() && i < kTold; ++i) {
      const auto view = world().goroutine(stuck[i].goroutine);
      const std::string reason(status_text(view->status, view->reason));
      add(world().name_of(stuck[i].goroutine) + " could " + could_do() + ", but is stuck itself (" +
              reason + ").",
          finding_.doomed_at_step, stuck[i].goroutine);
    }
  }

  // Who has what it wants to lock.
  void say_locker() {
    const LockHolders held = lock_holders(session_, finding_.waits_on.front());
    const bool reads = finding_.reason == WaitReason::RWMutexRLock;
    if (held.waiting && held.waiting->goroutine != finding_.goroutine)
      say_waiting_writer(*held.waiting);
    else if (held.writer)
      say_has(*held.writer, " locked ");
    else if (held.locked && finding_.reason == WaitReason::MutexLock)
      say_has(*held.locked, " locked ");
    if ((reads || held.waiting) && !held.readers.empty()) say_reader(held.readers);
  }
  // Its own read lock is the more telling one.
  void say_reader(const std::vector<LockHolder>& readers) {
    const auto own = std::find_if(readers.begin(), readers.end(), [this](const LockHolder& r) {
      return r.goroutine == finding_.goroutine;
    });
    say_has(own == readers.end() ? readers.back() : *own, " read-locked ");
  }
  void say_waiting_writer(const LockHolder& writer) {
    add(world().name_of(writer.goroutine) + " waits to lock " + object_ + at_line(writer) +
            ", which keeps all others out.",
        writer.step, writer.goroutine);
  }
  void say_has(const LockHolder& holder, std::string_view did) {
    const bool itself = holder.goroutine == finding_.goroutine;
    if (itself) is_own_ = true;
    add(world().name_of(holder.goroutine) + (itself ? " itself" : "") + std::string(did) + object_ +
            at_line(holder) + ", and has not unlocked it.",
        holder.step, holder.goroutine);
  }
  std::string at_line(const LockHolder& holder) const {
    return " at line " + std::to_string(source_place(world().program(), holder.place).line) +
           ", step " + std::to_string(holder.step);
  }

  std::string verdict_suffix() const {
    return finding_.kind == FindingKind::Deadlock ? ": deadlock." : ": leaked.";
  }

  void say_verdict() {
    if (finding_.kind == FindingKind::Deadlock) {
      return add("All goroutines are asleep and no timer is pending: deadlock.", end());
    }
    add("So nobody ever will: leaked.", finding_.doomed_at_step, finding_.goroutine);
  }

  std::vector<Clause> alive_at_exit() {
    const uint64_t last = end();
    const std::string at = " at step " + std::to_string(last);
    if (finding_.status != GoroutineStatus::Waiting || finding_.reason == WaitReason::Sleep) {
      add("It had more to do when main returned" + at + ": alive at exit.", last);
      return clauses_;
    }
    const std::vector<Holder> able = holding_at(last).able;
    for (const Holder& holder : able) {
      if (holder.kind == HolderKind::Global) {
        add("The global " + global(holder) + " still leads to " + object_or_it() +
                ", so code that runs could use it.",
            last);
        break;
      }
      if (holder.goroutine == kMainGoroutine) continue;
      add(holder_name(holder) + " could still " + could_do() + ".", last, holder.goroutine);
      break;
    }
    add("Nobody did before main returned" + at + ": alive at exit. That is no proof.", last);
    return clauses_;
  }

  std::vector<Clause> panic() {
    const uint64_t last = end();
    const Outcome outcome = world().outcome();
    const std::string line = std::to_string(source_place(world().program(), finding_.place).line);
    std::string_view text = outcome.text;
    text.remove_prefix(std::min(text.size(), text.rfind('\n') + 1));  // the last panic
    text.remove_prefix(std::min(text.size(), text.find_first_not_of('\t')));
    add(finding_.name + " stopped at line " + line + " with \"" + std::string(text) + "\".", last,
        finding_.goroutine);
    if (text.ends_with("closed channel")) say_who_closed();
    if (outcome.kind == OutcomeKind::Panicked) add("Nobody recovered, so the program ended.", last);
    return clauses_;
  }

  // The channel of the operation that panicked; 0 where the frame is gone, or it was in a select.
  Reference channel_used() const {
    for (const FrameView& frame : world().frames(finding_.goroutine)) {
      if (frame.place != finding_.place) continue;
      const Instruction i =
          function_of(world().program(), frame.place.function).code[frame.place.pc];
      if (i.op != Opcode::Send && i.op != Opcode::Close) return 0;
      return static_cast<Reference>(world().memory().load(frame.registers + i.a));
    }
    return 0;
  }

  // Where it is not known which channel it was: told when only one was closed in the whole run.
  void say_who_closed() {
    const Reference used = channel_used();
    std::optional<Clause> closed;
    std::vector<Reference> channels;
    session_.replay([&](uint64_t step, const World& then, std::span<const Event> events) {
      for (const Event& event : events) {
        const auto* close = std::get_if<Closed>(&event.data);
        if (close == nullptr || (used != 0 && close->channel != used)) continue;
        channels.push_back(close->channel);
        const std::string line = std::to_string(source_place(then.program(), event.place).line);
        closed = Clause{then.name_of(event.goroutine) + " closed " +
                            channel_name(then, close->channel, event.place) + " at line " + line +
                            ", step " + std::to_string(step) + ".",
                        step, event.goroutine};
      }
      return true;
    });
    const bool is_one = std::adjacent_find(channels.begin(), channels.end(),
                                           std::not_equal_to<>()) == channels.end();
    if (closed && is_one) clauses_.push_back(*closed);
  }

  Session& session_;
  const Finding& finding_;
  std::optional<Abilities> abilities_;
  std::vector<uint32_t> serials_;  // of the channels in waits_on; 0 for other objects
  std::string object_;
  bool is_own_ = false;            // it has locked itself what it waits for
  std::vector<GoroutineId> told_;  // who was said to have it and to be stuck
  std::vector<Clause> clauses_;
};

}  // namespace

std::vector<Clause> prove(Session& session, const Finding& finding) {
  return Proof(session, finding).build();
}

std::string to_text(const std::vector<Clause>& clauses) {
  std::string text;
  for (const Clause& clause : clauses) {
    if (!text.empty()) text += ' ';
    text += clause.text;
  }
  return text;
}

}  // namespace gopark
