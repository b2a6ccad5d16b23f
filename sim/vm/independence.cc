#include "sim/vm/independence.h"

#include <algorithm>
#include <bit>

#include "sim/vm/frames.h"
#include "sim/vm/futures.h"
#include "sim/vm/native.h"
#include "sim/vm/reach.h"

namespace gopark {

using namespace layout;

namespace {

constexpr std::size_t kMaxMembers = 63;  // a bit each, and one for the clock
// Words that may be looked at in one state; beyond, all candidates are tried.
constexpr uint64_t kMaxWords = 1u << 15;

// What a word that may hold a reference reaches, by its type.
struct Slot {
  enum class Kind : uint8_t {
    None,      // no reference, or one to what never changes
    Value,     // the next `words` words from where it points
    Elements,  // of a slice: its capacity (in the word after it) times `words`
    Object,    // the whole object
  };
  Kind kind = Kind::None;
  uint32_t words = 0;
};

class Slots {
 public:
  explicit Slots(const Program& program) : program_(program), known_(program.types.size()) {}

  // One for each word of a value of the type.
  const std::vector<Slot>& of(TypeId id) {
    std::vector<Slot>& slots = known_[static_cast<std::size_t>(id)];
    const TypeDescription& type = type_of(program_, id);
    if (!slots.empty() || type.words == 0) return slots;
    slots.resize(type.words);
    // The list of pointers is what counts; the structure only says more about them.
    for (const uint32_t offset : type.pointers) slots[offset].kind = Slot::Kind::Object;
    std::vector<Slot> refined = slots;
    refine(id, 0, refined);
    return known_[static_cast<std::size_t>(id)] = std::move(refined);
  }

 private:
  void refine(TypeId id, uint32_t base, std::vector<Slot>& slots) const {
    const TypeDescription& type = type_of(program_, id);
    if (type.words == 0 || base >= slots.size()) return;
    Slot& slot = slots[base];
    if (type.kind == Kind::Struct)
      for (const FieldDescription& field : type.fields)
        refine(field.type, base + field.offset, slots);
    if (type.kind == Kind::Array)
      for (uint64_t i = 0; i < type.length; ++i)
        refine(type.element,
               base + static_cast<uint32_t>(i) * type_of(program_, type.element).words, slots);
    if (slot.kind != Slot::Kind::Object) return;
    if (type.kind == Kind::Pointer)
      slot = {Slot::Kind::Value, type_of(program_, type.element).words};
    if (type.kind == Kind::Slice)
      slot = {Slot::Kind::Elements, type_of(program_, type.element).words};
    if (type.kind == Kind::String) slot = {};
  }
  const Program& program_;
  std::vector<std::vector<Slot>> known_;
};

constexpr std::string_view kBeginLook = "internal/section.(*Guard).BeginLook";
constexpr std::string_view kBeginWith = "internal/section.(*Guard).BeginWith";
constexpr std::string_view kBeginTimed = "internal/section.(*Guard).BeginTimed";

bool begins_section(std::string_view name) {
  return name == "internal/section.(*Guard).Begin" || name == kBeginWith || name == kBeginTimed ||
         name == kBeginLook || name == kBeginChange;
}

// Words of the objects that the natives of sync and sync/atomic work on.
uint32_t words_touched(std::string_view name) {
  if (name.starts_with("sync/atomic.")) return 1;
  if (name.starts_with("sync.(*RWMutex)") || name.starts_with("sync.rw")) return 6;
  if (name == "sync.condEnqueue" || name == "internal/poll.enqueue" || begins_section(name))
    return 1;
  return 2;  // Mutex, WaitGroup, Cond, Poll
}

bool touches_its_argument(std::string_view name) {
  return name.starts_with("sync.") || name.starts_with("sync/atomic.") ||
         name.starts_with("internal/poll.") || begins_section(name);
}

bool touches_nothing(std::string_view name) {
  return name == "os.write" || name == "runtime.print" || name == "runtime.println" ||
         name == "runtime.Gosched" || name == "math/rand.choose";
}

// Std functions whose quiet state nothing guards, or that see how many goroutines there are.
bool sees_what_is_not_tracked(const Program& program) {
  return std::any_of(program.functions.begin(), program.functions.end(), [](const Function& f) {
    return f.name == "runtime.NumGoroutine" || f.name == "runtime.SetFinalizer" ||
           f.name == "runtime.ReadMemStats";
  });
}

bool contains_wait_group(const Program& program, TypeId id) {
  const TypeDescription& type = type_of(program, id);
  if (type.kind == Kind::Struct && type.package == "sync" && type.name == "sync.WaitGroup")
    return true;
  if (type.kind == Kind::Array && type.length > 0)
    return contains_wait_group(program, type.element);
  return type.kind == Kind::Struct &&
         std::any_of(type.fields.begin(), type.fields.end(), [&](const FieldDescription& field) {
           return contains_wait_group(program, field.type);
         });
}

// Then who it is that panics may matter.
bool recovers(const Program& program) {
  return std::any_of(program.functions.begin(), program.functions.end(), [](const Function& f) {
    for (uint32_t pc = 0; !f.is_std && pc < f.code.size(); pc += 1 + extra_words(f.code[pc]))
      if (f.code[pc].op == Opcode::Recover) return true;
    return false;
  });
}

// Whether some code may copy a WaitGroup, by the widths of what it loads.
bool may_copy_wait_group(const Program& program) {
  std::vector<uint32_t> widths;
  for (uint32_t id = 0; id < program.types.size(); ++id)
    if (contains_wait_group(program, TypeId{id})) widths.push_back(program.types[id].words);
  const auto copies = [&](const Function& f) {
    for (uint32_t pc = 0; pc < f.code.size(); pc += 1 + extra_words(f.code[pc])) {
      const Opcode op = f.code[pc].op;
      if (op != Opcode::LoadN && op != Opcode::IndexLoad && op != Opcode::ArrayLoad) continue;
      if (std::find(widths.begin(), widths.end(), f.code[pc + 1].a) != widths.end()) return true;
    }
    return false;
  };
  return std::any_of(program.functions.begin(), program.functions.end(),
                     [&](const Function& f) { return !f.is_std && copies(f); });
}

}  // namespace

bool uses_timers(const Program& program) {
  return std::any_of(program.functions.begin(), program.functions.end(),
                     [](const Function& f) { return starts_timer(f.name); });
}

class Independence::Finder {
 public:
  explicit Finder(const Program& program)
      : program_(program),
        slots_(program),
        futures_(program),
        roots_(program.functions.size()),
        is_off_(sees_what_is_not_tracked(program)),
        may_leave_out_counting_(!recovers(program) && !may_copy_wait_group(program)) {}

  std::vector<GoroutineId> run(const World& world, const std::vector<GoroutineId>& candidates,
                               const std::vector<Access>& segments) {
    s_ = &world.state();
    const bool async = s_->options.clock == ClockMode::Async;
    if (is_off_ || candidates.size() < 2 || !list_members()) return candidates;
    clock_bit_ = async && s_->get(kTimerCount) != 0 ? uint64_t{1} << members_.size() : 0;
    read_futures();
    for (Member& member : members_) find_next(member, async);
    find_clock();
    for (const Access& access : segments) add_segment(access);
    if (const Member* alone = one_that_touches_nothing()) return {alone->id};
    if (!reach_all()) return candidates;
    for (Member& member : members_) find_needs(member);
    find_needs(clock_);
    return choose(candidates);
  }

 private:
  struct Range {
    Address first = 0;
    uint32_t words = 0;
  };
  struct Member {
    Address record = 0;
    GoroutineId id{};
    uint64_t bit = 0;
    bool can_move = false;
    bool queues_up = false;  // at the Lock of a mutex that is held
    bool is_last = false;    // main, at its end
    bool touches_all = false;
    bool uses_clock = false;     // where time may pass at any time
    std::vector<Range> touched;  // by its next operation
    uint64_t needs = 0;          // the goroutines that can reach that
  };

  Word reg(Address registers, uint32_t n) const { return s_->get(registers + n); }

  // ---- who is there
  bool list_members() {
    std::size_t count = 0;
    for (Address g = low(s_->get(kAllHead)); g != 0; g = low(s_->field(g, kGAll))) {
      if (count == kMaxMembers) return false;
      if (members_.size() == count) members_.emplace_back();
      Member& member = members_[count];
      std::vector<Range> touched = std::move(member.touched);
      touched.clear();
      member = Member();
      member.record = g;
      member.id = id_of(*s_, g);
      member.bit = uint64_t{1} << count++;
      member.touched = std::move(touched);
    }
    members_.resize(count);
    all_ = (uint64_t{1} << count) - 1;
    return true;
  }
  // Whether somebody other than `bit` may still add to a WaitGroup.
  bool others_may_add(uint64_t bit) const { return (adders_ & ~bit) != 0; }
  // The same of what is looked at in sections.
  bool others_may_change(uint64_t bit) const { return (changers_ & ~bit) != 0; }
  void read_futures() {
    const std::size_t words = futures_.words();
    bits_.assign(members_.size() * words, 0);
    adders_ = changers_ = clock_users_ = 0;
    for (std::size_t m = 0; m < members_.size(); ++m) {
      uint64_t* bits = &bits_[m * words];
      futures_.add_goroutine(*s_, members_[m].record, bits);
      note_futures(bits, members_[m].bit);
    }
    if (clock_bit_ == 0) return;
    timer_bits_.assign(words, 0);
    futures_.add_timers(*s_, timer_bits_.data());
    note_futures(timer_bits_.data(), clock_bit_);
  }
  void note_futures(const uint64_t* bits, uint64_t bit) {
    if (Futures::has(bits, futures_.adds_bit())) adders_ |= bit;
    if (Futures::has(bits, futures_.changes_bit())) changers_ |= bit;
    if (Futures::has(bits, futures_.clock_bit())) clock_users_ |= bit;
  }

  // ---- what a goroutine's next operation touches
  void find_next(Member& m, bool async) {
    const Word status = s_->field(m.record, kGStatus);
    if (static_cast<GoroutineStatus>(status & 0xff) == GoroutineStatus::Waiting)
      return find_awaited(m);
    m.can_move = true;
    const Word code = s_->field(m.record, kGCode), stack = s_->field(m.record, kGStack);
    const Instruction* at = s_->prepared->functions[high(code)].code + low(code);
    const Address registers = low(stack) + 1 + high(stack);
    switch (at->op) {
      case Opcode::Go:
      case Opcode::GoClosure:
      case Opcode::GoInterface:
        return;
      case Opcode::Return:
        m.is_last = m.record == low(s_->get(kMainRecord));
        m.touches_all = (high(s_->get(registers - 1)) & kFrameEntry) == 0;
        return;
      case Opcode::Native:
        return find_native(m, native(static_cast<uint32_t>(imm32(*at))).name, registers, async);
      case Opcode::Send:
      case Opcode::Close:
        m.touches_all = panics_at(reg(registers, at->a), at->op);
        return touch_object(m, reg(registers, at->a));
      case Opcode::Receive:
      case Opcode::ChanLen:
        return touch_object(m, reg(registers, at->b));
      case Opcode::MapNext:
        return touch_object(m, s_->field(base_of(reg(registers, at->a)), kIMap));
      case Opcode::Select:
        for (uint32_t n = 0; n < at->b; ++n) {
          const Instruction one = at[1 + 2 * n];
          if (one.op == Opcode::SelectSend && panics_at(reg(registers, one.a), Opcode::Send))
            m.touches_all = true;
          touch_object(m, reg(registers, one.a));
        }
        return;
      case Opcode::MapGet:
      case Opcode::MapSet:
      case Opcode::MapDelete:
        m.touches_all = may_not_hash(TypeId{type32(at[1])});
        return touch_object(m, reg(registers, at->op == Opcode::MapGet ? at->b : at->a));
      case Opcode::LoadGlobal:
      case Opcode::StoreGlobal:
        return touch(m, base_of(s_->get(kGlobals)) + 1 + static_cast<uint32_t>(imm32(*at)), 1);
      case Opcode::Load:
        return touch_value(m, reg(registers, at->b), at->c, 1);
      case Opcode::LoadN:
        return touch_value(m, reg(registers, at->b), at->c, at[1].a);
      case Opcode::Store:
        return touch_value(m, reg(registers, at->a), at->c, 1);
      case Opcode::StoreN:
        return touch_value(m, reg(registers, at->a), at->c, at[1].a);
      case Opcode::IndexLoad:
        return touch_value(m, reg(registers, at->b),
                           static_cast<uint32_t>(reg(registers, at->c)) * at[1].a, at[1].a);
      case Opcode::IndexStore:
        return touch_value(m, reg(registers, at->a),
                           static_cast<uint32_t>(reg(registers, at->c)) * at[1].a, at[1].a);
      default:
        m.touches_all = true;
        return;
    }
  }
  // An operation that panics goes on with the deferred calls, up to another operation: that could
  // be any. Nobody can take back what makes it panic.
  bool panics_at(Reference channel, Opcode op) const {
    if (channel == 0) return op == Opcode::Close;
    return (s_->field(base_of(channel), kCFlags) & kCClosed) != 0;
  }
  bool may_not_hash(TypeId map) const {
    const Kind key = type_of(program_, type_of(program_, map).key).kind;
    return key == Kind::Interface || key == Kind::Struct || key == Kind::Array;
  }
  void find_native(Member& m, std::string_view name, Address registers, bool async) {
    if (touches_nothing(name)) return;
    if (uses_clock(name)) {
      m.uses_clock = async;
      return touch_timer(m, name, registers);
    }
    if (!touches_its_argument(name)) {
      m.touches_all = true;
      return;
    }
    const Reference object = reg(registers, 0);
    if (name == kBeginLook && object != 0 && !others_may_change(m.bit)) return;
    // A section may start timers: they are the bubble's if there is one, or else the clock's.
    const bool in_bubble = begins_section(name) && s_->field(m.record, kGBubble) != 0;
    m.touches_all = object == 0 || in_bubble || counts_below_zero(name, object, registers);
    if (m.touches_all) return;
    m.queues_up = name == "sync.(*Mutex).Lock" && s_->get(word_of(object)) != 0;
    if (may_leave_out_counting_ && only_counts_down(name, registers) && !others_may_add(m.bit))
      return;
    touch(m, word_of(object), words_touched(name));
    const Reference timed = name == kBeginTimed ? reg(registers, 3) : 0;
    m.uses_clock = async && name == kBeginTimed && (timed == 0 || s_->get(word_of(timed)) != 0);
    if (name != kBeginWith && name != kBeginTimed) return;
    touch_value(m, reg(registers, 1), 0, 1);
    touch_object(m, reg(registers, 2));
  }
  // Who stops or resets one takes back what it has sent.
  void touch_timer(Member& m, std::string_view name, Address registers) {
    if (name != "time.stopTimer" && name != "time.resetTimer" && name != "os/signal.forget") return;
    const Reference timer = reg(registers, 0);
    m.touches_all = timer == 0;
    if (timer == 0) return;
    touch_object(m, timer);
    if (static_cast<TimerKind>(s_->field(base_of(timer), kTKind)) == TimerKind::SendTime)
      touch_object(m, s_->field(base_of(timer), kTTarget));
  }
  // The clock's next move: one of the timers that are due first.
  void find_clock() {
    clock_.touched.clear();
    clock_.bit = clock_bit_;
    clock_.id = kNoGoroutine;
    clock_.needs = 0;
    clock_.can_move = clock_.uses_clock = clock_bit_ != 0;
    if (clock_bit_ == 0) return;
    const Address heap = low(s_->get(kTimerHeap));
    const Word first = s_->field(low(s_->field(heap, 0)), kTWhen);
    for (uint32_t i = 0; i < s_->get(kTimerCount); ++i) {
      const Address timer = low(s_->field(heap, i));
      const bool sends = static_cast<TimerKind>(s_->field(timer, kTKind)) == TimerKind::SendTime;
      if (sends && s_->field(timer, kTWhen) == first)
        touch_object(clock_, s_->field(timer, kTTarget));
    }
  }
  bool counts_below_zero(std::string_view name, Reference object, Address registers) const {
    return name == "sync.(*WaitGroup).Add" &&
           static_cast<int64_t>(s_->get(word_of(object)) + reg(registers, 1)) < 0;
  }
  bool only_counts_down(std::string_view name, Address registers) const {
    return name == "sync.(*WaitGroup).Wait" ||
           (name == "sync.(*WaitGroup).Add" && static_cast<int64_t>(reg(registers, 1)) < 0);
  }
  // A blocked one is touched by whoever could wake it.
  void find_awaited(Member& m) {
    const Reference object = s_->field(m.record, kGWaitsOn);
    if (object == 0) {  // sleeps, or for ever
      m.needs = clock_bit_;
      return;
    }
    if (kind_of(s_->get(base_of(object))) == ObjectKind::Waiter) {
      for (Address w = base_of(object); w != 0; w = base_of(s_->field(w, kWNextCase)))
        touch_object(m, s_->field(w, kWChannel));
    } else if (kind_of(s_->get(base_of(object))) == ObjectKind::Channel) {
      touch_object(m, object);
    } else {
      touch(m, word_of(object), 2);
    }
  }
  static void touch(Member& m, Address first, uint32_t words) {
    m.touched.push_back({first, words});
  }
  static void touch_object(Member& m, Reference object) {
    if (object != 0) touch(m, base_of(object), 1);
  }
  static void touch_value(Member& m, Reference pointer, uint32_t offset, uint32_t words) {
    if (pointer != 0) touch(m, word_of(pointer) + offset, words);
  }
  void add_segment(const Access& access) {
    for (Member& m : members_)
      if (m.id == access.who) touch(m, access.first, access.words);
  }
  // The cheap case, without a look at the heap.
  const Member* one_that_touches_nothing() const {
    for (const Member& m : members_)
      if (m.can_move && !m.is_last && !m.touches_all && !m.uses_clock && m.touched.empty())
        return &m;
    return nullptr;
  }

  // ---- what each goroutine can reach: a bit for it on every word
  struct Mark {
    uint64_t goroutines = 0;
    uint64_t epoch = 0;
  };
  struct Pending {
    Address base = 0;
    uint32_t offset = 0;
    uint32_t words = 0;  // kNone: the whole object
    uint64_t goroutines = 0;
  };
  uint64_t& mark(Address a) {
    Mark& m = marks_[a];
    if (m.epoch != epoch_) m = {0, epoch_};
    return m.goroutines;
  }
  bool reach_all() {
    ++epoch_;
    looked_at_ = 0;
    const std::size_t words = low(s_->get(kBump)) + 1;
    if (marks_.size() < words) marks_.resize(words);
    pending_.clear();
    for (std::size_t m = 0; m < members_.size(); ++m) {
      reach_registers(members_[m]);
      reach_globals(&bits_[m * futures_.words()], members_[m].bit);
    }
    if (clock_bit_ != 0) reach_timers();
    while (!pending_.empty() && looked_at_ <= kMaxWords) {
      const Pending next = pending_.back();
      pending_.pop_back();
      visit(next);
    }
    return looked_at_ <= kMaxWords;
  }
  // The clock's next move does what the first timer says, and sooner or later what the others say.
  void reach_timers() {
    const Address heap = low(s_->get(kTimerHeap));
    for (uint32_t i = 0; i < s_->get(kTimerCount); ++i) {
      const Address timer = low(s_->field(heap, i));
      if (static_cast<TimerKind>(s_->field(timer, kTKind)) != TimerKind::WakeGoroutine)
        reach_object(s_->field(timer, kTTarget), clock_bit_);
    }
    reach_globals(timer_bits_.data(), clock_bit_);
  }
  void follow(const Slot& slot, Word w, Word after, uint64_t goroutines) {
    if (w == 0 || slot.kind == Slot::Kind::None) return;
    uint32_t words = kNone;
    if (slot.kind == Slot::Kind::Value) words = slot.words;
    if (slot.kind == Slot::Kind::Elements) words = high(after) * slot.words;
    if (words == 0) return;
    pending_.push_back(
        {base_of(w), slot.kind == Slot::Kind::Object ? 0 : offset_of(w), words, goroutines});
  }
  void reach_object(Reference r, uint64_t goroutines) {
    if (r != 0) pending_.push_back({base_of(r), 0, kNone, goroutines});
  }

  void reach_registers(const Member& m) {
    const Address stack = low(s_->field(m.record, kGStack));
    for_each_frame(*s_, m.record, [&](const Frame& frame) {
      for (const Root& root : roots_of(frame)) {
        const Address at = stack + 1 + frame.base + root.slot;
        follow(root.what, s_->get(at), root.what.kind == Slot::Kind::Elements ? s_->get(at + 1) : 0,
               m.bit);
      }
    });
    reach_object(low(s_->field(m.record, kGDefers)), m.bit);
    reach_object(high(s_->field(m.record, kGDefers)), m.bit);
    reach_object(s_->field(m.record, kGTicket), m.bit);
    reach_awaited(m);
  }
  // What it waits on it reaches, whatever its registers say.
  void reach_awaited(const Member& m) {
    const Word status = s_->field(m.record, kGStatus);
    const Reference object = s_->field(m.record, kGWaitsOn);
    if (static_cast<GoroutineStatus>(status & 0xff) != GoroutineStatus::Waiting || object == 0)
      return;
    if (kind_of(s_->get(base_of(object))) != ObjectKind::Waiter)
      return pending_.push_back({base_of(object), offset_of(object), 2, m.bit});
    for (Address w = base_of(object); w != 0; w = base_of(s_->field(w, kWNextCase)))
      reach_object(s_->field(w, kWChannel), m.bit);
  }
  void reach_globals(const uint64_t* bits, uint64_t goroutine) {
    for (std::size_t g = 0; g < program_.globals.size(); ++g) {
      if ((bits[g / 64] >> g % 64 & 1) == 0) continue;
      const GlobalVariable& global = program_.globals[g];
      const uint32_t words = type_of(program_, global.type).words;
      if (words != 0)
        pending_.push_back({base_of(s_->get(kGlobals)), global.offset, words, goroutine});
    }
  }

  // The live registers of a frame that hold references, and what these reach.
  struct Root {
    uint32_t slot = 0;
    Slot what;
  };
  struct Roots {
    bool done = false;
    std::vector<Root> roots;
  };
  const std::vector<Root>& roots_of(const Frame& frame) {
    std::vector<Roots>& by_place = roots_[static_cast<std::size_t>(frame.function)];
    if (by_place.empty()) by_place.resize(2 * function_of(program_, frame.function).code.size());
    Roots& roots = by_place[2 * frame.pc + (frame.innermost ? 1 : 0)];
    if (roots.done) return roots.roots;
    roots.done = true;
    s_->prepared->liveness->for_each_live_pointer(
        frame.function, frame.pc, frame.innermost, [&](uint32_t slot) {
          roots.roots.push_back({slot, type_of_register(frame, slot)});
        });
    return roots.roots;
  }
  Slot type_of_register(const Frame& frame, uint32_t slot) {
    const Function& function = function_of(program_, frame.function);
    const Instruction at = function.code[frame.pc];
    if (at.op == Opcode::Native && frame.innermost) {
      const std::string_view name = native(static_cast<uint32_t>(imm32(at))).name;
      if (slot == 0 && touches_its_argument(name)) return {Slot::Kind::Value, words_touched(name)};
      return {Slot::Kind::Object, 0};
    }
    for (const LocalVariable& local : function.locals) {
      if (frame.pc < local.from_pc || frame.pc >= local.to_pc || local.is_capture) continue;
      const TypeDescription& type = type_of(program_, local.type);
      if (local.in_cell && local.slot == slot) return {Slot::Kind::Value, type.words};
      if (!local.in_cell && local.slot <= slot && slot < local.slot + type.words)
        return slots_.of(local.type)[slot - local.slot];
    }
    return {Slot::Kind::Object, 0};
  }

  // ---- the heap
  void visit(const Pending& p) {
    const Word header = s_->get(p.base);
    const ObjectKind kind = kind_of(header);
    if (kind == ObjectKind::String || kind == ObjectKind::Free) return;
    const bool is_words = kind == ObjectKind::Value || kind == ObjectKind::Box ||
                          kind == ObjectKind::Array || kind == ObjectKind::Globals;
    if (!is_words) return visit_object(p.base, p.goroutines);
    if (p.words == kNone) mark(p.base) |= p.goroutines;
    const uint32_t size = words_of(header);
    const uint32_t end =
        p.words == kNone
            ? size
            : static_cast<uint32_t>(std::min<uint64_t>(size, uint64_t{p.offset} + p.words));
    const std::vector<Slot>& slots =
        kind == ObjectKind::Globals ? global_slots() : slots_.of(TypeId{aux_of(header)});
    if (leads_nowhere(slots))
      return mark_touched(p.base + 1 + p.offset, p.base + 1 + end, p.goroutines);
    const uint32_t stride = static_cast<uint32_t>(slots.size());
    for (uint32_t w = p.offset; w < end && looked_at_ <= kMaxWords; ++w) {
      ++looked_at_;
      const Address at = p.base + 1 + w;
      uint64_t& known = mark(at);
      const uint64_t fresh = p.goroutines & ~known;
      if (fresh == 0) continue;
      known |= fresh;
      if (stride != 0)
        follow(slots[w % stride], s_->get(at), w + 1 < size ? s_->get(at + 1) : 0, fresh);
    }
  }
  static bool leads_nowhere(const std::vector<Slot>& slots) {
    return std::all_of(slots.begin(), slots.end(),
                       [](const Slot& slot) { return slot.kind == Slot::Kind::None; });
  }
  // Of words without references only those count that somebody touches: buffers are large.
  void mark_touched(Address first, Address end, uint64_t goroutines) {
    ++looked_at_;
    for (const Member& m : members_)
      for (const Range& range : m.touched)
        for (Address at = std::max(first, range.first);
             at < std::min(end, range.first + range.words); ++at)
          mark(at) |= goroutines;
  }
  void visit_object(Address base, uint64_t goroutines) {
    uint64_t& known = mark(base);
    const uint64_t fresh = goroutines & ~known;
    if (fresh == 0) return;
    known |= fresh;
    const Word header = s_->get(base);
    const uint32_t size = words_of(header);
    looked_at_ += size + 1;
    if (looked_at_ > kMaxWords) return;
    if ((header & kImmortalFlag) != 0) return;
    for (uint32_t w = 0; w < size; ++w) mark(base + 1 + w) |= fresh;
    for_each_reference(*s_, base, [&](Reference r) { reach_object(r, fresh); });
  }
  const std::vector<Slot>& global_slots() {
    if (!global_slots_.empty() || program_.global_words == 0) return global_slots_;
    global_slots_.resize(program_.global_words);
    for (const uint32_t offset : program_.global_pointers)
      global_slots_[offset].kind = Slot::Kind::Object;
    for (const GlobalVariable& global : program_.globals) {
      const std::vector<Slot>& slots = slots_.of(global.type);
      std::copy(slots.begin(), slots.end(), global_slots_.begin() + global.offset);
    }
    return global_slots_;
  }

  // ---- the set
  void find_needs(Member& m) {
    if (m.touches_all) {
      m.needs = ~uint64_t{0};
      return;
    }
    for (const Range& range : m.touched)
      for (uint32_t w = 0; w < range.words; ++w) m.needs |= mark(range.first + w);
    if (m.uses_clock) m.needs |= clock_users_ | clock_bit_;
  }
  const Member& member_at(int index) const {
    const auto i = static_cast<std::size_t>(index);
    return i < members_.size() ? members_[i] : clock_;
  }
  uint64_t closure(uint64_t set) const {
    const uint64_t everybody = all_ | clock_bit_;
    for (uint64_t todo = set; todo != 0;) {
      const uint64_t needs = member_at(std::countr_zero(todo)).needs;
      todo = (todo & (todo - 1)) | (needs & ~set & everybody);
      set |= needs & everybody;
    }
    return set;
  }
  std::vector<GoroutineId> choose(const std::vector<GoroutineId>& candidates) const {
    uint64_t movable = clock_bit_;
    for (const Member& m : members_)
      if (m.can_move && !m.queues_up && !m.is_last) movable |= m.bit;
    uint64_t best = movable;
    for (uint64_t left = movable; left != 0 && std::popcount(best) != 1; left &= left - 1) {
      const uint64_t set = closure(left & ~(left - 1)) & movable;
      if (std::popcount(set) < std::popcount(best)) best = set;
    }
    // What comes last and who queues up would wait for timers that need not have an end.
    if (best == movable && clock_bit_ != 0) return candidates;
    if (best == 0) best = all_but_the_last();
    std::vector<GoroutineId> chosen;
    for (const GoroutineId id : candidates)
      if (is_member(id, best)) chosen.push_back(id);
    return chosen.empty() ? candidates : chosen;
  }
  bool is_member(GoroutineId id, uint64_t set) const {
    for (; set != 0; set &= set - 1)
      if (member_at(std::countr_zero(set)).id == id) return true;
    return false;
  }
  // Those that queue up, before main ends.
  uint64_t all_but_the_last() const {
    uint64_t set = 0;
    for (const Member& m : members_)
      if (m.can_move && !m.is_last) set |= m.bit;
    return set;
  }

  const Program& program_;
  Slots slots_;
  Futures futures_;
  std::vector<std::vector<Roots>> roots_;
  const bool is_off_;
  const bool may_leave_out_counting_;  // see the rule on Done and Wait
  const State* s_ = nullptr;
  std::vector<Member> members_;
  uint64_t all_ = 0;                  // a bit for each member
  uint64_t clock_bit_ = 0;            // of the clock, where time may pass now; it is no member
  std::vector<uint64_t> timer_bits_;  // futures of what timers call
  std::vector<uint64_t> bits_;        // futures, by member
  uint64_t adders_ = 0;
  uint64_t changers_ = 0;
  uint64_t clock_users_ = 0;
  Member clock_;
  std::vector<Mark> marks_;  // by address
  uint64_t epoch_ = 0;
  uint64_t looked_at_ = 0;
  std::vector<Pending> pending_;
  std::vector<Slot> global_slots_;
};

Independence::Independence(const Program& program) : finder_(std::make_unique<Finder>(program)) {}
Independence::~Independence() = default;
std::vector<GoroutineId> Independence::persistent_set(const World& world,
                                                      const std::vector<GoroutineId>& candidates,
                                                      const std::vector<Access>& segments) {
  return finder_->run(world, candidates, segments);
}

}  // namespace gopark
