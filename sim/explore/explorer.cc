#include "sim/explore/explorer.h"

#include <algorithm>

#include "sim/base/hash.h"
#include "sim/detect/leaked.h"
#include "sim/detect/race_watch.h"
#include "sim/explore/failures.h"
#include "sim/explore/replay_path.h"
#include "sim/explore/segments.h"
#include "sim/explore/state_table.h"
#include "sim/vm/canonical.h"
#include "sim/vm/clock_readers.h"
#include "sim/vm/independence.h"

namespace gopark {

std::string_view to_string(ProofVerdict verdict) {
  constexpr std::string_view kTexts[] = {"PROVED", "BUG", "INCOMPLETE"};
  return kTexts[static_cast<std::size_t>(verdict)];
}

namespace {

// Takes the way that the search has decided on: first who moves, then the answers to the choices
// inside that step. Choices beyond the given answers get 0 and are written down, so that the search
// can come back for the others.
class Steered : public Scheduler {
 public:
  explicit Steered(uint64_t random_ways) : random_ways_(random_ways) {}

  uint64_t mover = 0;             // index among the candidates
  std::vector<uint64_t> answers;  // of the inner choices
  std::vector<uint64_t> counts;   // met in the last step
  bool cut = false;               // a choice had more ways than are tried

  void begin() { counts.clear(); }
  uint64_t pick(const World&, const Choice& choice) override {
    if (choice.kind == ChoiceKind::Next) return mover;
    uint64_t ways = choice.count;
    if (choice.kind == ChoiceKind::Random && ways > random_ways_) {
      ways = random_ways_;
      cut = true;
    }
    const std::size_t n = counts.size();
    counts.push_back(ways);
    if (n >= answers.size()) answers.push_back(0);
    return answers[n];
  }
  // The next combination of answers, as an odometer; false: all were tried.
  bool next_answers() {
    answers.resize(counts.size());
    while (!answers.empty() && answers.back() + 1 >= counts[answers.size() - 1]) answers.pop_back();
    if (answers.empty()) return false;
    ++answers.back();
    return true;
  }

 private:
  const uint64_t random_ways_;
};

// More is no search that comes to an end.
constexpr uint64_t kMaxPassedOver = 2'000;
constexpr std::ptrdiff_t kLongestLookBack = 10'000;

// States in a row from which only one goroutine is tried and which are not kept: less to hash and
// to remember, and what leads to one of them twice goes on twice, but not far.
constexpr uint32_t kMostPassedBy = 10;

// For one question whether a goroutine can still be woken.
constexpr uint64_t kFutureTransitions = 1'000'000;

bool reads_goroutine_count(const Program& program) {
  return std::any_of(program.functions.begin(), program.functions.end(),
                     [](const Function& f) { return f.name == "runtime.NumGoroutine"; });
}

}  // namespace

// One state on the current path.
struct PathNode {
  uint64_t mark = 0;                    // of the journal, to come back
  std::vector<GoroutineId> movers;      // kNoGoroutine: the clock
  std::vector<GoroutineId> candidates;  // all that could move
  std::size_t next = 0;                 // the mover that is tried
  std::vector<uint64_t> answers;        // of its inner choices
  bool started = false;                 // answers are those of the move that was made last
  std::vector<GoroutineId> fruitless;   // movers that led to a known state
  std::vector<GoroutineId> postponed;   // left out because the first mover's step is local
  uint64_t number = 0;                  // of its state
  double failing = 0, total = 0;        // schedules from here on, so far
  GoroutineId last = kNoGoroutine;      // who moved to come here
  uint32_t preemptions = 0;             // on the way here
  uint32_t passed_by = 0;               // states up to here that are not kept
  Segments segments;                    // here
  uint64_t low = 0;                     // smallest number of its component that is known (Tarjan)
  bool exits = false;                   // of that component: the search has left it from here
  bool in_circle = false;               // its component has a way from a state to itself
  std::vector<Access> accesses;         // of the moves from here that were tried
  std::vector<uint64_t> counts;         // of the inner choices of the last move

  void clear() {
    movers.clear();
    candidates.clear();
    answers.clear();
    fruitless.clear();
    postponed.clear();
    accesses.clear();
    counts.clear();
    next = 0;
    started = false;
    failing = total = 0;
    last = kNoGoroutine;
    preemptions = passed_by = 0;
    exits = in_circle = false;
  }
};

// The nodes of the current path. One that was left is used again, with the memory of its lists.
class Path {
 public:
  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }
  PathNode& back() { return nodes_[size_ - 1]; }
  const PathNode& back() const { return nodes_[size_ - 1]; }
  // Valid until the next push.
  PathNode& push() {
    if (size_ == nodes_.size()) nodes_.emplace_back();
    PathNode& node = nodes_[size_++];
    node.clear();
    return node;
  }
  // The node stays as it was until the next push.
  const PathNode& pop() { return nodes_[--size_]; }
  const PathNode* begin() const { return nodes_.data(); }
  const PathNode* end() const { return nodes_.data() + size_; }

 private:
  std::vector<PathNode> nodes_;
  std::size_t size_ = 0;
};

class Explorer::Search {
 public:
  Search(std::shared_ptr<const Program> program, const ExploreOptions& options,
         ClockReaders& readers)
      : program_(std::move(program)),
        options_(options),
        world_(program_, options.world),
        readers_(options.unread_clock == Reduction::On ? &readers : nullptr),
        canonical_(*program_, readers_),
        exits_are_observed_(reads_goroutine_count(*program_)) {
    report_.counts_exact = options_.persistent_sets == Reduction::Off;
    if (options_.persistent_sets == Reduction::On) independence_.emplace(*program_);
    world_.set_recording(true, Fingerprint::Not);
    if (options_.races) world_.set_access_sink(&accesses_);
    if (readers_ != nullptr) world_.set_clock_sink(&clock_reads_);
    poise_all();
    look_at_clock_reads();
    arrive();
  }

  // Every future of a world in which goroutine `marked` is blocked: is it never woken, nor the run
  // ended? See escapes().
  Search(const World& start, const ExploreOptions& options, GoroutineId marked,
         ClockReaders* readers)
      : program_(start.shared_program()),
        options_(options),
        world_(start),
        readers_(readers),
        canonical_(*program_, readers_),
        exits_are_observed_(true),
        marked_(marked) {
    world_.set_recording(true, Fingerprint::Not);
    if (readers_ != nullptr) world_.set_clock_sink(&clock_reads_);
    arrive();
  }
  // The same of any world, for an end that is clean.
  Search(const World& start, const ExploreOptions& options)
      : program_(start.shared_program()),
        options_(options),
        world_(start),
        canonical_(*program_),
        exits_are_observed_(reads_goroutine_count(*program_)),
        seeks_clean_end_(true) {
    world_.set_recording(true, Fingerprint::Not);
    poise_all();
    arrive();
  }
  CleanEnd clean_end(uint64_t transitions) {
    if (!advance(transitions)) return {};
    if (clean_end_) return {true, clean_end_};
    return {report_.bound.empty() && !was_cut_ && !goes_round_, std::nullopt};
  }
  // Whether the marked goroutine was woken, or the run ended, in some future. Nothing: not known.
  std::optional<bool> escapes(uint64_t transitions) {
    if (!advance(transitions)) return std::nullopt;
    if (escaped_) return true;
    return report_.bound.empty() && !was_cut_ ? std::optional(false) : std::nullopt;
  }

  bool advance(uint64_t transitions) {
    while (!done_ && !is_outdated_ && transitions-- > 0) {
      if (path_.empty())
        finish();
      else
        make_move();
    }
    return done_;
  }
  // Somebody has read the clock where that was not known: states that differ were taken for one.
  bool is_outdated() const { return is_outdated_; }
  ExploreProgress progress() const {
    const uint64_t bytes =
        table_.bytes() + counts_.size() * sizeof(Counts) + (on_path_.size() + finished_.size()) / 8;
    return {numbered_, transitions_, path_.size(), bytes};
  }
  const ExploreReport& report() const { return report_; }
  void stop(const std::string& bound) {
    if (done_) return;
    if (report_.bound.empty()) report_.bound = bound;
    done_ = true;
    conclude();
  }

 private:
  // ---- states
  // Runs everyone's invisible instructions, which commute with everything. But one that panics
  // there takes the processor from somebody: where preemptions count, each runs them in its own
  // turn.
  void poise_all() {
    poised_ = kNoGoroutine;
    if (world_.ended()) return;
    if (options_.max_preemptions && !options_.races) {
      if (const GoroutineId last = came_by().first; can_move(last)) world_.poise(last);
      return;
    }
    world_.list_candidates(&candidates_);
    const GoroutineId mover = came_by().first;
    for (const GoroutineId id : candidates_)
      if (id != mover && !stands_poised(id) && !poise(id)) return;
    if (mover != kNoGoroutine && contains(candidates_, mover) && !poise(mover)) return;
    poised_ = kNoGoroutine;
  }
  // False: that has ended the run; a move of its own in the replay.
  bool poise(GoroutineId id) {
    poised_ = id;
    accesses_.clear();
    world_.poise(id);
    if (!accesses_.empty()) extend_segment();
    return !world_.ended();
  }
  // Whoever could move before the last move, and did not.
  bool stands_poised(GoroutineId id) const {
    if (id == kNoGoroutine) return true;
    return !path_.empty() && contains(path_.back().candidates, id);
  }
  static bool contains(const std::vector<GoroutineId>& ids, GoroutineId id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  }
  // The world stands in a state, new or known: judges it, and enters it if there is more to see
  // from here.
  void arrive() {
    movers_.clear();
    if (world_.ended()) return leaf();
    if (done_) return;  // a race
    if (marked_ != kNoGoroutine && (world_.ended() || !world_.is_waiting(marked_))) {
      escaped_ = done_ = true;
      return;
    }
    if (passes_by()) {
      if (!is_over_limit()) enter(++numbered_);
      return;
    }
    StateTable::Slot& slot = table_.find(key_of(canonical_.hash(world_, told_apart())));
    if (slot.value != 0 && options_.merging == Reduction::On) return known(slot.value);
    if (slot.value == 0) table_.fill(slot, ++numbered_);
    const uint64_t number = slot.value;
    if (world_.candidate_count() == 0 && !world_.has_timers()) {
      finish_component(number);
      if (!independence_) counts(number) = {1, 1};  // a deadlock, for those who come here again
      return leaf();
    }
    if (is_over_limit()) return;
    if (leaks_already()) return leaf();
    enter(number);
    path_.back().passed_by = 0;
  }
  // True: that ends the search.
  bool is_over_limit() {
    if (numbered_ > options_.budget_states)
      stop("the budget of " + std::to_string(options_.budget_states) + " states (--budget-states)");
    else if (path_.size() >= options_.max_depth)
      stop("a schedule of more than " + std::to_string(options_.max_depth) + " steps");
    else if (passes_over_somebody())
      stop("a goroutine that could move and was passed over " + std::to_string(kMaxPassedOver) +
           " times in a row");
    return done_;
  }
  // Whether this state need not be kept: one goroutine alone is tried here, and what led here had
  // no choices inside, so that paths through states like this do not branch. A circle has one that
  // is kept, since only so many are passed by in a row.
  bool passes_by() {
    if (!independence_ || options_.merging == Reduction::Off || path_.empty()) return false;
    if (table_.size() < options_.keep_all_up_to) return false;
    if (path_.back().passed_by == kMostPassedBy || !path_.back().counts.empty()) return false;
    if (world_.candidate_count() == 0) return false;
    list_movers();
    return movers_.size() == 1 && movers_.front() != kNoGoroutine;
  }
  // A path along endless ticks, say, never comes to its end while somebody else could move: the
  // depth-first search would go on and on there. Looked at now and then.
  bool passes_over_somebody() const {
    if (path_.size() % kMaxPassedOver != 0 || path_.empty()) return false;
    const std::vector<GoroutineId>& waiting = path_.back().candidates;
    return std::any_of(waiting.begin(), waiting.end(), [this](GoroutineId id) {
      return id != kNoGoroutine && times_passed_over(id) >= kMaxPassedOver;
    });
  }
  // How often on this path somebody else moves, though `id` could and that leads on, since it
  // moved.
  uint64_t times_passed_over(GoroutineId id) const {
    uint64_t times = 0;
    const PathNode* const first = path_.begin();
    for (const PathNode* node = path_.end(); node-- != first;) {
      if (!contains(node->candidates, id) || node->movers[node->next] == id) break;
      if (contains(node->movers, id) && !contains(node->fruitless, id)) ++times;
      if (path_.end() - node > kLongestLookBack) break;
    }
    return times;
  }

  // With a bound on preemptions it matters who could go on without one...
  GoroutineId told_apart() {
    if (!options_.max_preemptions) return marked_;
    const GoroutineId last = came_by().first;
    return can_move(last) ? last : kNoGoroutine;
  }
  // ... and how many there were.
  StateHash key_of(StateHash hash) const {
    if (!segments_.empty()) {
      hash.a += segments_.key();
      hash.b ^= mix(segments_.key());
    }
    if (!options_.max_preemptions) return hash;
    const uint64_t way = mix(came_by().second + 1);
    return {hash.a ^ way, hash.b + mix(way)};
  }
  // Who made the last move, and the preemptions up to and with it.
  std::pair<GoroutineId, uint32_t> came_by() const {
    if (path_.empty()) return {kNoGoroutine, 0};
    const PathNode& node = path_.back();
    const GoroutineId mover = node.movers[node.next];
    return {mover, node.preemptions + (preempts(node, mover) ? 1 : 0)};
  }
  // Whether choosing `mover` takes the processor from somebody who could have gone on.
  static bool preempts(const PathNode& node, GoroutineId mover) {
    if (node.last == kNoGoroutine || mover == node.last) return false;
    return contains(node.candidates, node.last);
  }
  bool can_move(GoroutineId id) {
    if (id == kNoGoroutine) return false;
    world_.list_candidates(&candidates_);
    return contains(candidates_, id);
  }
  // A preemption just before an operation that commutes with all others could as well come after
  // it.
  void drop_preemptions(PathNode& node) {
    const auto beyond = [&](GoroutineId mover) {
      return preempts(node, mover) && node.preemptions >= *options_.max_preemptions;
    };
    node.movers.erase(std::remove_if(node.movers.begin(), node.movers.end(), beyond),
                      node.movers.end());
    if (options_.local_steps == Reduction::On && can_move(node.last) && is_local(node.last)) {
      node.postponed = node.movers;
      std::erase(node.postponed, node.last);
      node.movers = {node.last};
    }
  }

  void enter(uint64_t number) {
    const auto [last, preemptions] = came_by();
    const uint32_t passed_by = path_.empty() ? 0 : path_.back().passed_by + 1;
    PathNode& node = path_.push();
    node.passed_by = passed_by;
    node.last = last;
    node.preemptions = preemptions;
    node.mark = world_.mark();
    node.number = node.low = number;
    component_.push_back(number);
    node.segments = segments_;
    if (movers_.empty()) list_movers();
    node.candidates.swap(candidates_);
    node.movers.swap(movers_);
    movers_.clear();
    if (options_.max_preemptions)
      drop_preemptions(node);
    else if (independence_)
      postpone_others(node);
    else if (options_.local_steps == Reduction::On)
      keep_local_mover(node);
    on_path(number, true);
  }
  // All that can move where the world stands, and those of them that are to be tried.
  void list_movers() {
    world_.list_candidates(&candidates_);
    if (candidates_.empty()) candidates_.push_back(kNoGoroutine);
    // Whoever has just moved comes last: most failures need turns that alternate, and are met
    // sooner.
    movers_.assign(candidates_.rbegin(), candidates_.rend());
    if (independence_ && !options_.max_preemptions && movers_.size() > 1)
      movers_ = independence_->persistent_set(world_, movers_, segments_.accesses());
  }
  static void postpone_others(PathNode& node) {
    for (auto id = node.candidates.rbegin(); id != node.candidates.rend(); ++id)
      if (!contains(node.movers, *id)) node.postponed.push_back(*id);
  }
  void keep_local_mover(PathNode& node) const {
    for (std::size_t i = 0; i < node.movers.size() && node.movers.size() > 1; ++i) {
      if (!is_local(node.movers[i])) continue;
      node.postponed = node.movers;
      node.postponed.erase(node.postponed.begin() + static_cast<std::ptrdiff_t>(i));
      node.movers = {node.movers[i]};
    }
  }
  bool is_local(GoroutineId id) const {
    if (id == kNoGoroutine || next_kind(world_, id) != NextKind::Local) return false;
    // Others must get their turn while what it did last is not yet ordered with what they do.
    return !exits_are_observed_ && !segments_.has(id);
  }

  // ---- moves
  void make_move() {
    PathNode& node = path_.back();
    if (node.started && !advance_answers(node)) return leave();
    if (!node.started) steered_.answers.clear();
    node.started = true;
    perform(node);
    ++transitions_;
    if (options_.races) follow_segments(node);
    poise_all();
    look_at_clock_reads();
    if (!is_outdated_) arrive();
  }
  void look_at_clock_reads() {
    for (const CodePlace& place : clock_reads_)
      if (readers_->add(place)) is_outdated_ = true;
    clock_reads_.clear();
  }
  // The next answers of the same mover, or the next mover; false: all were tried.
  bool advance_answers(PathNode& node) {
    go_back_to(node);
    steered_.answers = node.answers;
    steered_.counts = node.counts;
    if (steered_.next_answers()) return true;
    steered_.answers.clear();
    return ++node.next < node.movers.size();
  }
  void perform(PathNode& node) {
    const GoroutineId mover = node.movers[node.next];
    steered_.begin();
    accesses_.clear();
    steered_.mover = static_cast<uint64_t>(
        std::find(node.candidates.begin(), node.candidates.end(), mover) - node.candidates.begin());
    world_.step(steered_);
    node.answers = steered_.answers;
    node.answers.resize(steered_.counts.size());
    node.counts = steered_.counts;
    if (steered_.cut) was_cut_ = true;
    if (world_.closed_a_stream()) closed_a_stream_ = true;
  }
  void leave() {
    const PathNode& node = path_.pop();
    on_path(node.number, false);
    leave_component(node);
    if (!independence_) counts(node.number) = {node.failing, node.total};
    add_to_parent(node.failing, node.total);
    come_back();
  }

  // ---- data races
  void go_back_to(const PathNode& node) {
    world_.undo_to(node.mark);
    segments_ = node.segments;
  }
  // What the goroutine that is being poised has just accessed.
  void extend_segment() {
    for (const Access& access : accesses_) {
      if (const Access* other = segments_.conflicting(access)) found_race(access, *other);
      segments_.add(access);
    }
  }
  // The move from `node` is made: its accesses race with those of the other moves from here, and
  // with what others have done since their last operations.
  void follow_segments(PathNode& node) {
    for (const Access& access : accesses_) {
      if (const Access* other = node.segments.conflicting(access)) found_race(access, *other);
      for (const Access& other : node.accesses)
        if (conflict(access, other)) found_race(access, other);
    }
    node.accesses.insert(node.accesses.end(), accesses_.begin(), accesses_.end());
    if (segments_.empty()) return;
    segments_.drop(node.movers[node.next]);
    // Whom the move has woken has its operation behind it. Freed memory may be in use again.
    const bool collected = world_.collections() != collections_;
    collections_ = world_.collections();
    for (const Access& access : node.segments.accesses())
      if (collected || !stands_as_before(access.who, node)) segments_.drop(access.who);
  }
  bool stands_as_before(GoroutineId id, const PathNode& node) const {
    return contains(node.candidates, id) || world_.is_waiting(id);
  }
  void found_race(const Access& later, const Access& earlier) {
    if (race_) return;
    race_ = race_finding(world_, later, earlier);
    race_path_ = moves();
    race_path_.push_back({earlier.who, {}});
    if (!options_.stop_at_bug) return;
    done_ = true;
    conclude();
  }

  // ---- strongly connected components, as Tarjan finds them. One that the search never leaves is
  // how a program runs for ever, and who is blocked in all of it never wakes.
  bool is_finished(uint64_t number) const {
    return number < finished_.size() && finished_[static_cast<std::size_t>(number)];
  }
  void finish_component(uint64_t number) {
    if (finished_.size() <= number) finished_.resize(static_cast<std::size_t>(number) + 1);
    finished_[static_cast<std::size_t>(number)] = true;
  }
  // The last move has led to a known state.
  void meet_component(uint64_t number) {
    if (path_.empty()) return;
    PathNode& node = path_.back();
    if (is_finished(number)) {
      node.exits = true;
    } else {
      node.low = std::min(node.low, number);
      node.in_circle = true;
    }
  }
  // `node` is done with, and off the path.
  void leave_component(const PathNode& node) {
    PathNode* parent = path_.empty() ? nullptr : &path_.back();
    if (node.low != node.number) {
      parent->low = std::min(parent->low, node.low);
      parent->exits = parent->exits || node.exits;
      parent->in_circle = true;
      return;
    }
    while (component_.back() != node.number) {
      finish_component(component_.back());
      component_.pop_back();
    }
    finish_component(node.number);
    component_.pop_back();
    if (parent != nullptr) parent->exits = true;
    if (!node.exits && node.in_circle && marked_ == kNoGoroutine && !seeks_clean_end_)
      judge_endless();
  }
  // The world stands in a state from which the program can only go round for ever.
  void judge_endless() {
    if (closed_a_stream_) return;            // somebody may see that who did not here
    if (sets_finalizers(*program_)) return;  // any collection may wake somebody
    std::vector<Finding> findings;
    for (const GoroutineId id : world_.goroutines()) {
      // That main waits for ever is how servers are written.
      if (id == kMainGoroutine || !is_blocked(*world_.goroutine(id))) continue;
      ExploreOptions all = options_;
      all.local_steps = Reduction::Off;
      all.persistent_sets = Reduction::Off;
      all.merging = Reduction::On;
      all.races = false;
      all.stop_at_bug = false;
      all.max_preemptions.reset();
      Search futures(world_, all, id, readers_);
      const std::optional<bool> escapes = futures.escapes(kFutureTransitions);
      if (futures.is_outdated()) {
        is_outdated_ = true;
        return;
      }
      if (!escapes) limit_ = "whether " + world_.name_of(id) + " ever wakes was not settled";
      if (escapes && !*escapes)
        findings.push_back(finding_about(world_, id, FindingKind::NeverWakes));
    }
    if (!findings.empty()) found(findings);
  }

  // ---- what a path ends in
  void leaf() {
    const bool failed = judge();
    if (!path_.empty()) path_.back().exits = true;
    if (seeks_clean_end_ && !failed && world_.outcome().kind == OutcomeKind::Exited) {
      clean_end_ = moves();
      done_ = true;
      return;
    }
    add_to_parent(failed ? 1 : 0, 1);
    come_back();
  }
  void known(uint64_t number) {
    // What was left out must not be left out all around a circle: here the others get their turn as
    // well. (For persistent sets a circle of the path is enough, as Peled shows.)
    if (!path_.empty() && !path_.back().postponed.empty() &&
        (is_on_path(number) || (!independence_ && !options_.max_preemptions))) {
      PathNode& node = path_.back();
      node.movers.insert(node.movers.end(), node.postponed.begin(), node.postponed.end());
      node.postponed.clear();
    }
    if (!path_.empty()) path_.back().fruitless.push_back(came_by().first);
    meet_component(number);
    if (is_on_path(number)) {
      report_.counts_exact = false;
      goes_round_ = true;
      // A circle: whoever is leaked in it stays so for ever.
      judge_leaks();
    } else if (!independence_) {
      const Counts c = counts(number);
      add_to_parent(c.failing, c.total);
    }
    come_back();
  }
  void come_back() {
    if (!path_.empty()) go_back_to(path_.back());
  }
  void add_to_parent(double failing, double total) {
    PathNode* parent = path_.empty() ? nullptr : &path_.back();
    (parent != nullptr ? parent->failing : report_.failing) += failing;
    (parent != nullptr ? parent->total : report_.total) += total;
  }

  // ---- judging
  // Ends the world if nothing can go on, and judges the end. True: it is a failure.
  bool judge() {
    if (!world_.ended() && world_.candidate_count() == 0 && !world_.has_timers()) {
      steered_.begin();
      world_.step(steered_);  // finds the deadlock
    }
    const std::vector<Finding> findings = failures_of(world_);
    if (!findings.empty()) found(findings);
    const OutcomeKind kind = world_.outcome().kind;
    if (kind == OutcomeKind::MemoryLimit || kind == OutcomeKind::OutputLimit ||
        kind == OutcomeKind::StepLimit)
      limit_ = world_.outcome().text;
    return !findings.empty();
  }
  // Who is leaked stays so: with persistent sets it is soon enough to see it where a path ends.
  bool leaks_already() {
    return options_.stop_at_bug && !independence_ && blocked_goroutines() && judge_leaks();
  }
  bool judge_leaks() {
    if (leaked_goroutines(world_).empty()) return false;
    const std::vector<Finding> findings = failures_of(world_);
    if (findings.empty()) return false;
    found(findings);
    return true;
  }
  bool blocked_goroutines() const { return world_.candidate_count() < world_.goroutine_count(); }
  void found(const std::vector<Finding>& findings) {
    if (options_.on_failure) options_.on_failure(findings);
    if (has_bug_) return;
    has_bug_ = true;
    report_.findings = findings;
    report_.outcome = world_.outcome();
    bug_path_ = moves();
    ends_in_bug_ = world_.ended() && !path_.empty();
    if (ends_in_bug_)
      poised_in_bug_ = path_.back().candidates;
    else
      world_.list_candidates(&poised_in_bug_);
    if (options_.stop_at_bug) done_after_bug();
  }
  // The moves that led here.
  std::vector<PathMove> moves() const {
    std::vector<PathMove> result;
    for (const PathNode& node : path_)
      if (node.next < node.movers.size()) result.push_back({node.movers[node.next], node.answers});
    if (poised_ != kNoGoroutine) result.push_back({poised_, {}});
    return result;
  }

  // The bug was seen when everyone had run their invisible instructions; in a replay main may
  // return before somebody does. Here each gets one step before that.
  PathRun bug_run_after_poised(uint64_t tail) const {
    std::vector<PathMove> path = bug_path_;
    const std::ptrdiff_t last = ends_in_bug_ ? 1 : 0;
    for (const GoroutineId id : poised_in_bug_)
      if (id != kMainGoroutine) path.insert(path.end() - last, {id, {}});
    return run_path(program_, options_.world, path, options_.races, tail);
  }

  // ---- the end
  void done_after_bug() {
    done_ = true;
    conclude();
  }
  void finish() {
    done_ = true;
    report_.random_cut = was_cut_ && report_.bound.empty();
    if (report_.random_cut)
      report_.bound =
          "a random choice of more than " + std::to_string(options_.random_ways) + " ways";
    if (!limit_.empty() && report_.bound.empty()) report_.bound = limit_;
    if (sets_finalizers(*program_) && report_.bound.empty())
      report_.bound = "finalizers, which the collector runs when it finds their objects";
    if (closed_a_stream_ && report_.bound.empty())
      report_.bound = "a standard stream that is closed while other goroutines may write to it";
    report_.exhausted = report_.bound.empty() && !has_bug_ && !race_;
    if (options_.max_preemptions && report_.bound.empty())
      report_.bound = "at most " + std::to_string(*options_.max_preemptions) + " preemptions";
    conclude();
  }
  void conclude() {
    report_.progress = progress();
    report_.counts_exact = report_.counts_exact && path_.empty() && report_.bound.empty();
    report_.verdict = has_bug_ || race_       ? ProofVerdict::Bug
                      : report_.bound.empty() ? ProofVerdict::Proved
                                              : ProofVerdict::Incomplete;
    report_.random_cut = report_.random_cut && report_.verdict == ProofVerdict::Incomplete;
    if (report_.verdict != ProofVerdict::Bug) return;
    const bool endless = has_bug_ && report_.outcome.kind == OutcomeKind::Running &&
                         report_.findings.front().kind == FindingKind::NeverWakes;
    const uint64_t tail = endless ? 0 : kMaxTail;
    report_.path = has_bug_ ? bug_path_ : race_path_;
    PathRun run = run_path(program_, options_.world, report_.path, options_.races, tail);
    if (has_bug_ && run.findings.empty()) {
      report_.path.clear();
      run = bug_run_after_poised(tail);
    }
    report_.schedule = run.schedule;
    report_.steps = run.steps;
    report_.preemptions = run.preemptions;
    report_.outcome = run.outcome;
    if (!run.findings.empty()) report_.findings = run.findings;
    const bool told = std::any_of(report_.findings.begin(), report_.findings.end(), is_race);
    if (race_ && !told) report_.findings.push_back(*race_);
  }

  // ---- per state
  struct Counts {
    double failing = 0, total = 0;
  };
  Counts& counts(uint64_t number) {
    if (counts_.size() <= number) counts_.resize(static_cast<std::size_t>(number) + 1);
    return counts_[static_cast<std::size_t>(number)];
  }
  void on_path(uint64_t number, bool on) {
    if (on_path_.size() <= number) on_path_.resize(static_cast<std::size_t>(number) + 1);
    on_path_[static_cast<std::size_t>(number)] = on;
  }
  bool is_on_path(uint64_t number) const {
    return number < on_path_.size() && on_path_[static_cast<std::size_t>(number)];
  }

  std::shared_ptr<const Program> program_;
  ExploreOptions options_;
  World world_;
  ClockReaders* readers_ = nullptr;  // null: the clock is part of every state
  std::vector<CodePlace> clock_reads_;
  bool is_outdated_ = false;
  Canonical canonical_;
  bool exits_are_observed_;
  std::optional<Independence> independence_;
  Steered steered_{options_.random_ways};
  StateTable table_;
  Path path_;
  std::vector<GoroutineId> candidates_;  // where the world stands
  std::vector<GoroutineId> movers_;      // of these, to be tried; empty: not listed
  std::vector<Counts> counts_;
  std::vector<bool> on_path_;
  GoroutineId poised_ = kNoGoroutine;  // whose invisible instructions are running
  uint64_t numbered_ = 0;
  uint64_t transitions_ = 0;
  bool was_cut_ = false;
  bool closed_a_stream_ = false;
  std::string limit_;
  Segments segments_;             // in the state where the world stands
  std::vector<Access> accesses_;  // of what runs now
  uint64_t collections_ = 0;
  std::optional<Finding> race_;
  std::vector<PathMove> race_path_;
  GoroutineId marked_ = kNoGoroutine;  // whom this search is about
  bool escaped_ = false;
  bool seeks_clean_end_ = false;
  std::optional<std::vector<PathMove>> clean_end_;
  bool goes_round_ = false;
  std::vector<uint64_t> component_;  // states whose component is not finished (Tarjan's stack)
  std::vector<bool> finished_;       // by number
  bool has_bug_ = false;
  std::vector<PathMove> bug_path_;
  std::vector<GoroutineId> poised_in_bug_;  // those who could move where it was seen
  bool ends_in_bug_ = false;                // the last move of its path ended the run
  bool done_ = false;
  ExploreReport report_;
};

CleanEnd Explorer::clean_end(const World& start, const ExploreOptions& options) {
  ExploreOptions how = options;
  how.races = false;
  how.stop_at_bug = false;
  how.max_preemptions.reset();
  return Search(start, how).clean_end(~uint64_t{0});
}
CleanEnd find_clean_end(const World& start, const ExploreOptions& options) {
  return Explorer::clean_end(start, options);
}

Explorer::Explorer(std::shared_ptr<const Program> program, ExploreOptions options)
    : program_(std::move(program)),
      options_(std::move(options)),
      readers_(std::make_unique<ClockReaders>(*program_)),
      search_(std::make_unique<Search>(program_, options_, *readers_)) {}
Explorer::~Explorer() = default;
bool Explorer::advance(uint64_t transitions) {
  for (;;) {
    if (search_->advance(transitions)) return true;
    if (!search_->is_outdated()) return false;
    search_ = std::make_unique<Search>(program_, options_, *readers_);
  }
}
void Explorer::stop(const std::string& bound) {
  search_->stop(bound);
}
ExploreProgress Explorer::progress() const {
  return search_->progress();
}
const ExploreReport& Explorer::report() const {
  return search_->report();
}

}  // namespace gopark
