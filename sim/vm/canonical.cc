#include "sim/vm/canonical.h"

#include <algorithm>

#include "sim/vm/clock_readers.h"
#include "sim/vm/frames.h"
#include "sim/vm/liveness.h"
#include "sim/vm/native.h"
#include "sim/vm/reach.h"
#include "sim/vm/state.h"

namespace gopark {

using namespace layout;

namespace {

constexpr uint64_t kStatusOfInterest = 0xffff | kGWoken | kGSendPanics;

bool is_queue_field(const std::string& name) {
  return name == "waiters" || name == "writerQueue" || name == "readerQueue" || name == "queue";
}

// The std packages whose structs hold queues.
bool has_queues(const std::string& package) {
  return package == "sync" || package == "iter" || package == "internal/poll" ||
         package == "internal/synctest";
}

enum class Deadlines : uint8_t { Shown, Hidden };

// Word offsets inside each type that are no part of a state: wait queues, raw addresses that a
// canonical state says otherwise; and deadlines of contexts where nobody will ask for them.
class HiddenWords {
 public:
  HiddenWords(const Program& program, Deadlines deadlines)
      : program_(program), deadlines_(deadlines), known_(program.types.size()) {}

  const std::vector<uint32_t>& of(TypeId id) {
    Entry& entry = known_[static_cast<std::size_t>(id)];
    if (!entry.done) {
      entry.done = true;
      std::vector<uint32_t> offsets;
      collect(id, 0, offsets);
      known_[static_cast<std::size_t>(id)].offsets = std::move(offsets);
    }
    return known_[static_cast<std::size_t>(id)].offsets;
  }

 private:
  struct Entry {
    bool done = false;
    std::vector<uint32_t> offsets;
  };
  void collect(TypeId id, uint32_t base, std::vector<uint32_t>& out) const {
    const TypeDescription& type = type_of(program_, id);
    if (type.kind == Kind::Array) {
      const uint32_t words = type_of(program_, type.element).words;
      for (uint64_t i = 0; i < type.length && words != 0; ++i)
        collect(type.element, base + static_cast<uint32_t>(i) * words, out);
    }
    if (type.kind != Kind::Struct) return;
    for (const FieldDescription& field : type.fields) {
      if (has_queues(type.package) && is_queue_field(field.name))
        out.push_back(base + field.offset);
      else if (deadlines_ == Deadlines::Hidden && type.name == "context.timerCtx" &&
               field.name == "deadline")
        add_words(base + field.offset, type_of(program_, field.type).words, out);
      else
        collect(field.type, base + field.offset, out);
    }
  }
  static void add_words(uint32_t first, uint32_t count, std::vector<uint32_t>& out) {
    for (uint32_t w = 0; w < count; ++w) out.push_back(first + w);
  }
  const Program& program_;
  const Deadlines deadlines_;
  std::vector<Entry> known_;
};

// One word after the other, in their order.
struct Hasher {
  StateHash hash{0x243f6a8885a308d3, 0x13198a2e03707344};

  void put(uint64_t w) {
    hash.a = (hash.a ^ w) * 0xd6e8feb86659fd93;
    hash.a ^= hash.a >> 32;
    hash.b = (hash.b + w) * 0x9fb21c651e98df25;
    hash.b ^= hash.b >> 29;
  }
};

}  // namespace

class Canonical::Walk {
 public:
  Walk(const Program& program, ClockReaders* readers)
      : program_(program),
        hidden_(program, Deadlines::Shown),
        hidden_with_deadlines_(program, Deadlines::Hidden),
        readers_(readers),
        reads_clock_(gopark::reads_clock(program)) {}

  StateHash run(const State& s, GoroutineId marked) {
    s_ = &s;
    marked_ = marked;
    reset();
    order_goroutines();
    put(s.get(kEnded));
    clock_matters_ = reads_clock_ && (readers_ == nullptr || readers_->may_read(s));
    if (clock_matters_) put(s.get(kClock));
    put(goroutines_.size());
    for (const Ordered& o : goroutines_) put_goroutine(o);
    put_payload(base_of(s.get(kGlobals)), program_.global_pointers, {});
    put_timers();
    for (std::size_t i = 0; i < pending_.size(); ++i) put_object(pending_[i]);
    return hasher_.hash;
  }

 private:
  void reset() {
    hasher_ = Hasher();
    pending_.clear();
    ++epoch_;
    const std::size_t words = low(s_->get(kBump)) + 1;
    if (numbers_.size() < words) numbers_.resize(words, 0);
  }
  void put(uint64_t w) { hasher_.put(w); }

  // ---- numbers: epoch << 32 | number, so that nothing need be cleared between states
  uint32_t number_of(Address base) {
    uint64_t& n = numbers_[base];
    if (n >> 32 != epoch_) {
      pending_.push_back(base);
      n = uint64_t{epoch_} << 32 | pending_.size();
    }
    return static_cast<uint32_t>(n);
  }
  void put_reference(Word r) {
    if (r == 0) return put(0);
    // The program's own objects are never renamed.
    if ((s_->get(base_of(r)) & kImmortalFlag) != 0) return put(r | uint64_t{1} << 63);
    put(uint64_t{number_of(base_of(r))} | uint64_t{offset_of(r)} << 32);
  }
  void put_goroutine_number(Address g) { put(g == 0 ? 0 : static_cast<uint32_t>(numbers_[g])); }

  // ---- goroutines, ordered by what they are doing, then by name
  struct Ordered {
    StateHash local;  // of all but what it refers to
    uint32_t serial = 0;
    Address record = 0;
    std::size_t references = 0;  // of its live registers: the first in references_...
    std::size_t end = 0;         // ... and past the last
  };
  Ordered look_at(Address g) {
    Ordered o;
    o.record = g;
    o.serial = low(s_->field(g, kGSerial));
    o.references = references_.size();
    Hasher local;
    local.put(shown_status(s_->field(g, kGStatus)));
    local.put((g == low(s_->get(kMainRecord)) ? 1 : 0) | (is_marked(g) ? 2 : 0));
    const Liveness& liveness = *s_->prepared->liveness;
    const Address stack = low(s_->field(g, kGStack)) + 1;
    for_each_frame(*s_, g, [&](const Frame& frame) {
      local.put(pack(frame.pc, static_cast<uint32_t>(frame.function)));
      local.put(pack(frame.base, frame.flags));
      for (const Liveness::Register r :
           liveness.live_registers(frame.function, frame.pc, frame.innermost)) {
        const Word w = s_->get(stack + frame.base + r.slot);
        if (r.is_pointer)
          references_.push_back(w);
        else
          local.put(w);
      }
    });
    o.local = local.hash;
    o.end = references_.size();
    return o;
  }
  // Running or runnable is the same to a search.
  static Word shown_status(Word status) {
    Word shown = status & kStatusOfInterest;
    if ((shown & 0xff) == static_cast<Word>(GoroutineStatus::Running))
      shown = (shown & ~Word{0xff}) | static_cast<Word>(GoroutineStatus::Runnable);
    return shown;
  }
  bool is_marked(Address g) const { return marked_ != kNoGoroutine && id_of(*s_, g) == marked_; }
  // By insertion: they are few, and come in nearly the same order each time.
  void order_goroutines() {
    goroutines_.clear();
    references_.clear();
    for (Address g = low(s_->get(kAllHead)); g != 0; g = low(s_->field(g, kGAll))) {
      const Ordered o = look_at(g);
      std::size_t at = goroutines_.size();
      goroutines_.emplace_back();
      for (; at > 0 && comes_before(o, goroutines_[at - 1]); --at)
        goroutines_[at] = goroutines_[at - 1];
      goroutines_[at] = o;
    }
    for (std::size_t n = 0; n < goroutines_.size(); ++n)
      numbers_[goroutines_[n].record] = uint64_t{epoch_} << 32 | (n + 1) | 0x80000000u;
  }
  static bool comes_before(const Ordered& x, const Ordered& y) {
    return x.local.a != y.local.a ? x.local.a < y.local.a : x.serial < y.serial;
  }
  void put_goroutine(const Ordered& o) {
    const Address g = o.record;
    put(o.local.a);
    put(o.local.b);
    for (std::size_t r = o.references; r < o.end; ++r) put_reference(references_[r]);
    put_waits(g, s_->field(g, kGStatus));
    const Word defers = s_->field(g, kGDefers);
    put_reference(low(defers));
    put_reference(high(defers));
    put_reference(s_->field(g, kGTicket));
    put_reference(s_->field(g, kGBubble));
  }
  void put_waits(Address g, Word status) {
    if (static_cast<GoroutineStatus>(status & 0xff) != GoroutineStatus::Waiting) return;
    const Word object = s_->field(g, kGWaitsOn);
    if (object != 0 && kind_of(s_->get(base_of(object))) == ObjectKind::Waiter) {
      for (Address w = base_of(object); w != 0; w = base_of(s_->field(w, kWNextCase))) {
        put(s_->field(w, kWCase));
        put_reference(s_->field(w, kWChannel));
        put_before(w);
      }
      return;
    }
    put_reference(object);
    put_before(g);
  }
  // Who stands before this node in its queue.
  void put_before(Address node) {
    const Address previous = high(s_->field(node, kGLink));
    if (previous == 0) return put(0);
    if (kind_of(s_->get(previous)) == ObjectKind::Goroutine) return put_goroutine_number(previous);
    put_goroutine_number(low(s_->field(previous, kWGoroutine)));
    put(s_->field(previous, kWCase));
  }

  // ---- timers, by their distance from now, or by their order if nobody will start another one
  void put_timers() {
    const Address heap = low(s_->get(kTimerHeap));
    timers_.clear();
    for (uint32_t i = 0; i < s_->get(kTimerCount); ++i) timers_.push_back(low(s_->field(heap, i)));
    std::stable_sort(timers_.begin(), timers_.end(), [this](Address x, Address y) {
      const Word wx = when(x), wy = when(y);
      return wx != wy ? wx < wy : s_->field(x, kTSerial) < s_->field(y, kTSerial);
    });
    put(timers_.size());
    const bool by_order = order_is_enough();
    uint64_t order = 0;
    for (std::size_t i = 0; i < timers_.size(); ++i) {
      const Address t = timers_[i];
      if (i > 0 && when(t) != when(timers_[i - 1])) ++order;
      put_reference(t);
      put(comes_at_any_time(*s_, t) ? when(t) : by_order ? order : when(t) - s_->get(kClock));
    }
  }
  bool order_is_enough() const {
    return readers_ != nullptr && !clock_matters_ && !timers_.empty() &&
           std::all_of(timers_.begin(), timers_.end(),
                       [this](Address t) { return s_->field(t, kTPeriod) == 0; }) &&
           !readers_->may_start_timer(*s_);
  }
  // What comes at any time stands behind all that has one.
  Word when(Address timer) const {
    return comes_at_any_time(*s_, timer) ? ~Word{0} : s_->field(timer, kTWhen);
  }

  // ---- objects
  void put_payload(Address base, const std::vector<uint32_t>& pointers,
                   const std::vector<uint32_t>& hidden) {
    put_words(base + 1, words_of(s_->get(base)), pointers, hidden);
  }
  void put_words(Address first, uint64_t count, const std::vector<uint32_t>& pointers,
                 const std::vector<uint32_t>& hidden) {
    std::size_t p = 0, h = 0;
    for (uint32_t i = 0; i < count; ++i) {
      const Word w = s_->get(first + i);
      const bool is_pointer = p < pointers.size() && pointers[p] == i;
      const bool is_hidden = h < hidden.size() && hidden[h] == i;
      p += is_pointer ? 1 : 0;
      h += is_hidden ? 1 : 0;
      if (is_pointer)
        put_reference(w);
      else if (!is_hidden)
        put(w);
    }
  }
  void put_elements(Address first, uint64_t count, TypeId id) {
    const TypeDescription& type = type_of(program_, id);
    const std::vector<uint32_t>& hidden =
        (clock_matters_ ? hidden_ : hidden_with_deadlines_).of(id);
    if (type.pointers.empty() && hidden.empty()) return put_plain(first, count * type.words);
    for (uint64_t i = 0; i < count; ++i)
      put_words(first + static_cast<Address>(i * type.words), type.words, type.pointers, hidden);
  }
  // Many zeros, as a buffer has, are one zero and their number.
  void put_plain(Address first, uint64_t count) {
    const Word* word = s_->memory.data() + first;
    const Word* const end = word + count;
    while (word != end) {
      const Word* next = std::find_if(word, end, [](Word w) { return w != 0; });
      if (next != word) {
        put(0);
        put(static_cast<uint64_t>(next - word));
      }
      for (word = next; word != end && *word != 0; ++word) put(*word);
    }
  }
  void put_channel(Address c) {
    const Word element = s_->field(c, kCElement);
    put(s_->field(c, kCCapacity));
    put(s_->field(c, kCCount));
    put(s_->field(c, kCFlags) & (kCClosed | kCTimer | kCBubbleMask << kCBubbleShift));
    put(element);
    // A tick's time is seen where it is received and kept: there the clock is read.
    if (!clock_matters_ && (s_->field(c, kCFlags) & kCTimer) != 0) return;
    const uint64_t capacity = s_->field(c, kCCapacity);
    for (uint64_t i = 0; i < s_->field(c, kCCount) && high(element) != 0; ++i) {
      const uint64_t slot = (s_->field(c, kCHead) + i) % capacity;
      put_elements(c + 1 + kCBuffer + static_cast<Address>(slot * high(element)), 1,
                   TypeId{low(element)});
    }
  }
  void put_deferred(Address d) {
    put_reference(s_->field(d, kDNext));
    put(s_->field(d, kDFrame));
    put(s_->field(d, kDFunction));
    put_reference(s_->field(d, kDClosure));
    const Word function = s_->field(d, kDFunction);
    if (low(function) == kNone) return;
    put_words(d + 1 + kDArguments, s_->field(d, kDCount),
              function_of(program_, FunctionId{low(function)}).parameter_pointers, {});
  }
  void put_panic(Address p) {
    put_reference(s_->field(p, kPValue));
    put_reference(s_->field(p, kPNext));
    put_reference(s_->field(p, kPText));
    put(s_->field(p, kPFlags));
    put(s_->field(p, kPFrame));
    put(s_->field(p, kPTarget));
  }
  void put_map_entries(Address base, TypeId map) {
    const TypeDescription& type = type_of(program_, map);
    const uint32_t key = type_of(program_, type.key).words,
                   value = type_of(program_, type.element).words;
    const uint32_t stride = 1 + key + value;
    for (uint64_t i = 0; i < words_of(s_->get(base)) / stride; ++i) {
      const Address entry = base + 1 + static_cast<Address>(i * stride);
      if (s_->get(entry) == 0) continue;
      put_elements(entry + 1, 1, type.key);
      put_elements(entry + 1 + key, 1, type.element);
    }
  }
  // Keys that it has been at do not matter any more.
  void put_iterator(Address base) {
    const Reference map = s_->field(base, kIMap);
    const uint64_t next = s_->field(base, kINext), left = s_->field(base, kICount) - next;
    put_reference(map);
    put(left);
    if (left == 0) return;
    const TypeId key = type_of(program_, TypeId{low(s_->field(base_of(map), kMType))}).key;
    const uint64_t done = next * type_of(program_, key).words;
    put_elements(base_of(s_->field(base, kIKeys)) + 1 + static_cast<Address>(done), left, key);
  }
  void put_object(Address base) {
    const Word header = s_->get(base);
    const TypeId type{aux_of(header)};
    put(static_cast<Word>(kind_of(header)) | uint64_t{aux_of(header)} << 8);
    switch (kind_of(header)) {
      case ObjectKind::Value:
      case ObjectKind::Box:
        return put_elements(base + 1, 1, type);
      case ObjectKind::Array: {
        const uint32_t words = type_of(program_, type).words;
        put(words_of(header));
        return words == 0 ? void() : put_elements(base + 1, words_of(header) / words, type);
      }
      case ObjectKind::Closure:
        return put_payload(base, function_of(program_, FunctionId{aux_of(header)}).capture_pointers,
                           {});
      case ObjectKind::Channel:
        return put_channel(base);
      case ObjectKind::Map:
        put(s_->field(base, kMCount));
        // The index follows from the entries.
        return put_reference(s_->field(base, kMEntries));
      case ObjectKind::MapEntries:
        return put_map_entries(base, type);
      case ObjectKind::Iterator:
        return put_iterator(base);
      case ObjectKind::Deferred:
        return put_deferred(base);
      case ObjectKind::Panic:
        return put_panic(base);
      case ObjectKind::Timer:
        put(s_->field(base, kTPeriod));
        put(s_->field(base, kTKind));
        put(s_->field(base, kTHeapIndex) == 0 ? 0 : 1);
        if (static_cast<TimerKind>(s_->field(base, kTKind)) == TimerKind::WakeGoroutine)
          return put_goroutine_number(low(s_->field(base, kTTarget)));
        return put_reference(s_->field(base, kTTarget));
      case ObjectKind::Waiter:
        // A ticket of a sync.Cond.
        put_goroutine_number(low(s_->field(base, kWGoroutine)));
        put(s_->field(base, kWCase));
        return put_before(base);
      case ObjectKind::String:
      case ObjectKind::Raw:
      case ObjectKind::Globals:
        return put_payload(base, {}, {});
      case ObjectKind::Goroutine:
      case ObjectKind::Stack:
      case ObjectKind::Free:
        GOPARK_ASSERT(false, "no value refers to a goroutine, a stack or freed memory");
    }
  }

  const Program& program_;
  HiddenWords hidden_, hidden_with_deadlines_;
  ClockReaders* const readers_;
  const bool reads_clock_;
  bool clock_matters_ = false;
  const State* s_ = nullptr;
  GoroutineId marked_ = kNoGoroutine;
  Hasher hasher_;
  uint32_t epoch_ = 0;
  std::vector<uint64_t> numbers_;  // by address
  std::vector<Address> pending_;   // objects in the order of their numbers
  std::vector<Ordered> goroutines_;
  std::vector<Reference> references_;
  std::vector<Address> timers_;
};

Canonical::Canonical(const Program& program, ClockReaders* readers)
    : walk_(std::make_unique<Walk>(program, readers)) {}
Canonical::~Canonical() = default;
StateHash Canonical::hash(const World& world, GoroutineId marked) {
  return walk_->run(world.state(), marked);
}

bool sets_finalizers(const Program& program) {
  return std::any_of(program.functions.begin(), program.functions.end(),
                     [](const Function& f) { return f.name == "runtime.SetFinalizer"; });
}

NextKind next_kind(const World& world, GoroutineId id) {
  const State& s = world.state();
  const Address g = s.spawns[static_cast<std::size_t>(id)].record;
  const Word code = s.field(g, kGCode);
  const Instruction at = s.prepared->functions[high(code)].code[low(code)];
  switch (at.op) {
    case Opcode::Go:
    case Opcode::GoClosure:
    case Opcode::GoInterface:
      return NextKind::Local;
    case Opcode::Return: {
      const Address stack = low(s.field(g, kGStack));
      const bool leaves = (high(s.field(stack, high(s.field(g, kGStack)) - 1)) & kFrameEntry) != 0;
      return leaves && g != low(s.get(kMainRecord)) ? NextKind::Local
             : leaves                               ? NextKind::Visible
                                                    : NextKind::Unknown;
    }
    case Opcode::Native: {
      const Native& n = native(static_cast<uint32_t>(imm32(at)));
      if (n.name == "os.write") return NextKind::Local;
      return n.is_visible(s.options.clock) ? NextKind::Visible : NextKind::Unknown;
    }
    case Opcode::Jump:
    case Opcode::Call:
      return NextKind::Unknown;
    default:
      return NextKind::Visible;
  }
}

}  // namespace gopark
