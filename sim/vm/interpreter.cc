// The interpreter loop: the meaning of every opcode, as opcodes.inc words it.
//
// Two copies are compiled: one that journals every write (kRecord) and a bare one. While it runs,
// the current goroutine's pc and base live in locals; save() puts them where the rest of vm/ looks
// (State::live_*), reload() takes them back after calls that may enter or leave frames, and
// rebase() after calls that may move the memory.
#include <bit>
#include <cmath>
#include <cstring>

#include "sim/vm/native.h"
#include "sim/vm/reach.h"
#include "sim/vm/state.h"

namespace gopark {

using namespace layout;

namespace {

constexpr std::string_view kNilText = "invalid memory address or nil pointer dereference";

double to_double(Word w) {
  return std::bit_cast<double>(w);
}
Word to_word(double d) {
  return std::bit_cast<Word>(d);
}
int64_t to_signed(Word w) {
  return static_cast<int64_t>(w);
}

// What amd64 gives for values out of range. (Go: the spec leaves it open.)
Word float_to_signed(double d) {
  if (!(d > -9223372036854775809.0 && d < 9223372036854775808.0)) return Word{1} << 63;
  return static_cast<Word>(static_cast<int64_t>(d));
}
Word float_to_unsigned(double d) {
  if (d >= 9223372036854775808.0 && d < 18446744073709551616.0) return static_cast<Word>(d);
  return float_to_signed(d);
}

Word divide_signed(Word a, Word b) {
  return b == ~Word{0} ? 0 - a : static_cast<Word>(to_signed(a) / to_signed(b));
}
Word remainder_signed(Word a, Word b) {
  return b == ~Word{0} ? 0 : static_cast<Word>(to_signed(a) % to_signed(b));
}
Word shift_right_signed(Word a, Word count) {
  return static_cast<Word>(to_signed(a) >> (count > 63 ? 63 : count));
}

std::string index_text(Word index, Word length) {
  if (to_signed(index) < 0) return "index out of range [" + std::to_string(to_signed(index)) + "]";
  return "index out of range [" + std::to_string(index) + "] with length " + std::to_string(length);
}

// The size that a value has in Go, for growth of slices only; padding is left out.
uint64_t go_bytes(const TypeDescription& type) {
  switch (type.kind) {
    case Kind::Bool:
    case Kind::Int8:
    case Kind::Uint8:
      return 1;
    case Kind::Int16:
    case Kind::Uint16:
      return 2;
    case Kind::Int32:
    case Kind::Uint32:
    case Kind::Float32:
      return 4;
    case Kind::String:
    case Kind::Interface:
      return 16;
    case Kind::Slice:
      return 24;
    default:
      return uint64_t{type.words} * sizeof(Word);
  }
}

struct Bounds {
  Word low = 0, high = 0, max = 0;
  bool three = false;
};

// Go's text for slice bounds that do not fit; "" when they do. `limit`: capacity or length, named
// `of`.
std::string bounds_error(const Bounds& b, Word limit, std::string_view of) {
  const std::string start = "slice bounds out of range [";
  const auto number = [](Word w) { return std::to_string(to_signed(w)); };
  const std::string with = " with " + std::string(of) + " " + number(limit);
  if (b.three && b.max > limit)
    return start + "::" + number(b.max) + "]" + (to_signed(b.max) < 0 ? "" : with);
  if (b.three && b.high > b.max)
    return start + ":" + number(b.high) + ":" + (to_signed(b.high) < 0 ? "" : number(b.max)) + "]";
  if (!b.three && b.high > limit)
    return start + ":" + number(b.high) + "]" + (to_signed(b.high) < 0 ? "" : with);
  if (b.low > b.high)
    return start + number(b.low) + ":" + (to_signed(b.low) < 0 ? "" : number(b.high)) +
           (b.three ? ":]" : "]");
  return "";
}

template <bool kRecord>
class Loop {
 public:
  Loop(State& s, Mode mode, uint64_t& steps) : s_(s), mode_(mode), steps_(steps) {}

  Stop run() {
    s_.interpreting = true;
    enter_goroutine();
    Stop stop = loop();
    while (stop == Stop::Blocked && next_goroutine()) stop = loop();
    leave_goroutine();
    s_.interpreting = false;
    return stop;
  }

 private:
  // ---- places
  void enter_goroutine() {
    g_ = low(s_.get(kCurrent));
    s_.live_pc = low(s_.field(g_, kGCode));
    s_.live_function = FunctionId{high(s_.field(g_, kGCode))};
    s_.live_base = high(s_.field(g_, kGStack));
    reload();
  }
  // Mode::Free: who is next in Go's order goes on here and now, since most programs park at every
  // few instructions. What is left to World::run: the clock, the end, the last step.
  bool next_goroutine() {
    if (mode_ != Mode::Free || s_.ended() || steps_ < 2 || s_.get(kRunnable) == 0) return false;
    --steps_;  // the step that blocked
    count_choice();
    take_first(s_);
    fuel_ = kQuantum;
    enter_goroutine();
    return true;
  }
  void leave_goroutine() {
    const Address g = low(s_.get(kCurrent));
    if (g == 0) return;  // parked, yielded or finished: already saved
    store_place(g);
  }
  void store_place(Address g) {
    s_.set_field(g, kGCode, pack(s_.live_pc, static_cast<uint32_t>(s_.live_function)));
    s_.set_field(g, kGStack, pack(low(s_.field(g, kGStack)), s_.live_base));
  }
  void save() {
    s_.live_pc = static_cast<uint32_t>(ip_ - code_);
    s_.live_base = base_;
    s_.live_function = function_;
  }
  void reload() {
    function_ = s_.live_function;
    base_ = s_.live_base;
    code_ = s_.prepared->functions[static_cast<std::size_t>(function_)].code;
    ip_ = code_ + s_.live_pc;
    rebase();
  }
  [[gnu::always_inline]] void rebase() {
    stack_ = low(s_.field(g_, kGStack));
    r_ = s_.memory.raw() + stack_ + 1 + base_;
  }
  Address address(uint32_t reg) const { return stack_ + 1 + base_ + reg; }

  // ---- registers
  void set(uint32_t reg, Word value) {
    if constexpr (kRecord)
      s_.memory.store(address(reg), value);
    else
      r_[reg] = value;
  }
  void store_word(Address a, Word value) {
    if constexpr (kRecord)
      s_.memory.store(a, value);
    else
      s_.memory.raw()[a] = value;
  }
  void copy_to_registers(uint32_t reg, Address from, uint32_t words) {
    for (uint32_t i = 0; i < words; ++i) set(reg + i, s_.get(from + i));
  }
  void move_registers(uint32_t to, uint32_t from, uint32_t words) {
    if (to < from)
      for (uint32_t i = 0; i < words; ++i) set(to + i, r_[from + i]);
    else
      for (uint32_t i = words; i-- > 0;) set(to + i, r_[from + i]);
  }
  uint64_t constant(Instruction ext) const {
    return s_.program->constants[uint32_t{ext.b} | uint32_t{ext.c} << 16];
  }
  const TypeDescription& type(uint32_t id) const { return type_of(*s_.program, TypeId{id}); }

  // ---- visible operations
  bool stops_before_visible() const { return mode_ == Mode::Poise; }
  // A variable that another goroutine can reach: access to it is a visible operation.
  bool is_shared(Reference r) const {
    return mode_ != Mode::Free && s_.tracks_variables && (s_.get(base_of(r)) & kSharedFlag) != 0 &&
           !quiet();
  }
  bool globals_shared() const {
    return mode_ != Mode::Free && s_.tracks_variables && s_.get(kSpawned) != 0 && !quiet();
  }
  bool quiet() const { return s_.prepared->functions[static_cast<std::size_t>(function_)].quiet; }
  // Called when a visible operation (or a quantum) is done and ip_ stands at what follows. True:
  // stop here.
  [[gnu::always_inline]] bool step_done() {
    fuel_ = kQuantum;
    if (s_.get(kInSection) != 0) [[unlikely]]
      return false;
    if (mode_ != Mode::Free) return true;
    if (--steps_ == 0) return true;
    if (s_.get(kRunnable) > 1 || s_.options.clock == ClockMode::Async) count_choice();
    return false;
  }
  bool is_slice_over() const {
    return s_.get(kSliceQuanta) >= kMaxSliceQuanta && s_.get(kInSection) == 0;
  }
  // Keeps the number of choices the same as when stepping.
  void count_choice() {
    if (candidate_count(s_) > 1) s_.set(kChoices, s_.get(kChoices) + 1);
  }
  void shared_store(Reference object, Word value_pointer) {
    if (s_.tracks_variables && (s_.get(base_of(object)) & kSharedFlag) != 0)
      mark_shared(s_, value_pointer);
  }
  // After words were written into a shared object: what they point to is shared too.
  void share_from(Reference object) {
    if (!s_.tracks_variables || (s_.get(base_of(object)) & kSharedFlag) == 0) return;
    for_each_reference(s_, base_of(object), [this](Reference r) { mark_shared(s_, r); });
  }
  // For data races: an access of `words` words, visible or not.
  void note(bool write, Reference at, uint64_t words, bool visible = false) {
    if (s_.accesses == nullptr || mode_ == Mode::Free ||
        !s_.prepared->functions[static_cast<std::size_t>(function_)].notes_accesses)
      return;
    save();
    Access how;
    how.write = write;
    how.visible = visible;
    note_access(s_, g_, at, words, how);
  }
  void emit_access(bool write, Reference variable) {
    if (s_.events == nullptr) return;
    save();
    if (write)
      emit(s_, id_of(s_, g_), VariableWritten{variable});
    else
      emit(s_, id_of(s_, g_), VariableRead{variable});
  }

  // What len and cap tell of a channel: a timer's shows nothing of its buffer. (Go: chanlen.)
  Word shown_word(Reference channel, ChannelWord word) {
    const bool hides = channel == 0 || (s_.field(base_of(channel), kCFlags) & kCTimer) != 0;
    return hides ? 0 : s_.field(base_of(channel), word);
  }

  // ---- panics
  void nil_panic() { raise(kNilText); }
  void raise(std::string_view text) {
    save();
    panic_runtime(s_, text);
  }
  void raise_bounds(std::string_view text) {
    save();
    panic_bounds(s_, text);
  }
  // After a panic or an unwound frame. True: the loop must stop with *stop.
  bool unwound(Stop* stop) {
    if (s_.ended()) {
      *stop = Stop::Ended;
      return true;
    }
    if (goroutine_exits(s_)) {
      *stop = end_goroutine();
      return true;
    }
    reload();
    if (s_.get(kInSection) == 0) return false;
    // What panics in a section ends it, and the step.
    s_.set(kInSection, 0);
    if (!step_done()) return false;
    save();
    *stop = Stop::Step;
    return true;
  }
  Stop end_goroutine() {
    const bool is_main = g_ == low(s_.get(kMainRecord));
    if (s_.events != nullptr) emit(s_, id_of(s_, g_), GoroutineFinished{});
    finish(s_, g_);
    if (is_main) s_.set(kMainRecord, 0);
    return Stop::Blocked;
  }

  Stop loop();
  bool call(uint32_t window, FunctionId callee, Reference closure);
  bool call_interface(Instruction i, FunctionId* callee);
  Stop native_call(Instruction i, bool* go_on);
  FunctionId method_of(Reference interface, uint32_t method, Word* receiver);
  void append(Instruction i, const Word* values, uint64_t count, TypeId element, Address from);
  bool slice_bounds(Instruction ext, uint32_t first, Word length, Word capacity,
                    std::string_view of, Bounds* b);
  std::string assert_text(Reference value, TypeId wanted, TypeId from, bool to_interface) const;

  State& s_;
  const Mode mode_;
  uint64_t& steps_;
  Address g_ = 0;
  Address stack_ = 0;
  Word* r_ = nullptr;
  const Instruction* code_ = nullptr;
  const Instruction* ip_ = nullptr;
  uint32_t base_ = 0;
  FunctionId function_{};
  uint64_t fuel_ = kQuantum;
};

// Enters a callee whose arguments stand in the window. False: the stack is at its limit and the run
// ended.
template <bool kRecord>
bool Loop<kRecord>::call(uint32_t window, FunctionId callee, Reference closure) {
  const HotFunction& hot = s_.prepared->functions[static_cast<std::size_t>(callee)];
  const uint32_t delta = window + kLinkWords;
  const uint32_t base = base_ + delta;
  if (base + hot.extent > words_of(s_.get(stack_))) [[unlikely]] {
    save();
    if (base + hot.extent > kMaxStackWords) {
      end_run(s_, OutcomeKind::FatalError, 2,
              "runtime: goroutine stack exceeds 1000000000-byte limit\nfatal error: stack overflow",
              id_of(s_, g_));
      return false;
    }
    grow_stack(s_, g_, base_ + delta + std::max(hot.parameter_words, 1u), base + hot.extent);
    rebase();
    if (s_.ended()) return false;
  }
  set(window, pack(static_cast<uint64_t>(ip_ - code_), static_cast<uint32_t>(function_)));
  set(window + 1, delta);
  if (hot.has_closure) set(delta + hot.parameter_words, closure);
  function_ = callee;
  base_ = base;
  r_ += delta;
  code_ = hot.code;
  ip_ = code_;
  return true;
}

template <bool kRecord>
FunctionId Loop<kRecord>::method_of(Reference interface, uint32_t method, Word* receiver) {
  const TypeId dynamic{aux_of(s_.get(base_of(interface)))};
  *receiver = type_of(*s_.program, dynamic).words == 1 ? s_.get(word_of(interface)) : interface;
  const FunctionId found = find_method(s_, dynamic, MethodId{method});
  GOPARK_ASSERT(found != FunctionId{kNone}, "a value in an interface has its methods");
  return found;
}

// Go's allocator hands out these sizes; append makes use of all that it gets. (Go: sizeclasses.go.)
constexpr uint32_t kSizeClasses[] = {
    8,     16,    24,    32,    48,    64,    80,    96,    112,   128,   144,   160,  176,   192,
    208,   224,   240,   256,   288,   320,   352,   384,   416,   448,   480,   512,  576,   640,
    704,   768,   896,   1024,  1152,  1280,  1408,  1536,  1792,  2048,  2304,  2688, 3072,  3200,
    3456,  4096,  4864,  5120,  5376,  6144,  6528,  6784,  6912,  8192,  9472,  9728, 10240, 10880,
    12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672, 32768};
constexpr uint64_t kGoPage = 8192;

uint64_t rounded_bytes(uint64_t bytes) {
  for (const uint32_t size : kSizeClasses)
    if (bytes <= size) return size;
  return (bytes + kGoPage - 1) / kGoPage * kGoPage;
}

// Doubles up to 256 elements, then grows by a quarter and 192, then rounds up to what Go's
// allocator gives. (Go: growslice.) `bytes`: of an element in Go.
uint64_t grown_capacity(uint64_t old, uint64_t need, uint64_t bytes) {
  uint64_t capacity = old;
  if (need > old * 2)
    capacity = need;
  else if (old < 256)
    capacity = old * 2;
  else
    while (capacity < need) capacity += (capacity + 3 * 256) / 4;
  if (bytes == 0) return need;
  return std::max(need, rounded_bytes(capacity * bytes) / bytes);
}

// append(slice at b, ...) into a. The values come from `values` (copied by the caller) or from
// memory at `from`.
template <bool kRecord>
void Loop<kRecord>::append(Instruction i, const Word* values, uint64_t count, TypeId element,
                           Address from) {
  const uint32_t words = type_of(*s_.program, element).words;
  Reference array = r_[i.b];
  const uint64_t length = low(r_[i.b + 1u]);
  uint64_t capacity = high(r_[i.b + 1u]);
  if (length + count > capacity) {
    capacity = grown_capacity(capacity, length + count, go_bytes(type_of(*s_.program, element)));
    if (capacity * words > kMaxPayloadWords || capacity > 0xffffffff ||
        !make_room(s_, capacity * words)) {
      if (!s_.ended()) make_room(s_, kMaxPayloadWords + 1);
      return;
    }
    const Address fresh = allocate(s_, ObjectKind::Array, std::max<uint64_t>(1, capacity * words),
                                   static_cast<uint32_t>(element));
    if (array != 0) {
      note(false, array, length * words);
      const Address old = word_of(array);
      for (uint64_t w = 0; w < length * words; ++w)
        s_.set(fresh + 1 + static_cast<Address>(w), s_.get(old + static_cast<Address>(w)));
    }
    array = fresh;
    rebase();
  }
  if (count != 0) {
    note(true, array + (length * words << 32), count * words);
    const Address to = word_of(array) + static_cast<Address>(length * words);
    if (values != nullptr)
      for (uint64_t w = 0; w < count * words; ++w) s_.set(to + static_cast<Address>(w), values[w]);
    else if (to <= from)
      for (uint64_t w = 0; w < count * words; ++w)
        s_.set(to + static_cast<Address>(w), s_.get(from + static_cast<Address>(w)));
    else
      for (uint64_t w = count * words; w-- > 0;)
        s_.set(to + static_cast<Address>(w), s_.get(from + static_cast<Address>(w)));
    share_from(array);
  }
  set(i.a, array);
  set(i.a + 1u, pack(length + count, capacity));
}

// Reads the bounds in registers first, first + 1, first + 2; false: raised.
template <bool kRecord>
bool Loop<kRecord>::slice_bounds(Instruction ext, uint32_t first, Word length, Word capacity,
                                 std::string_view of, Bounds* b) {
  b->three = (ext.b & 4) != 0;
  b->low = (ext.b & 1) != 0 ? r_[first] : 0;
  b->high = (ext.b & 2) != 0 ? r_[first + 1] : length;
  b->max = b->three ? r_[first + 2] : capacity;
  const std::string error = bounds_error(*b, capacity, of);
  if (error.empty()) return true;
  raise_bounds(error);
  return false;
}

// (Go: TypeAssertionError.Error.)
template <bool kRecord>
std::string Loop<kRecord>::assert_text(Reference value, TypeId wanted, TypeId from,
                                       bool to_interface) const {
  const std::string& as = type_of(*s_.program, wanted).name;
  const std::string inter =
      value == 0 && to_interface ? "interface" : type_of(*s_.program, from).name;
  if (value == 0) return "interface conversion: " + inter + " is nil, not " + as;
  const TypeId dynamic{aux_of(s_.get(base_of(value)))};
  const std::string& is = type_of(*s_.program, dynamic).name;
  if (!to_interface)
    return "interface conversion: " + inter + " is " + is + ", not " + as +
           (is == as ? " (types from different scopes)" : "");
  for (const MethodId m : type_of(*s_.program, wanted).required)
    if (find_method(s_, dynamic, m) == FunctionId{kNone})
      return "interface conversion: " + is + " is not " + as + ": missing method " +
             s_.program->method_names[static_cast<std::size_t>(m)];
  return "interface conversion: " + is + " is not " + as;
}

template <bool kRecord>
Stop Loop<kRecord>::native_call(Instruction i, bool* go_on) {
  *go_on = false;
  const Native& n = native(static_cast<uint32_t>(imm32(i)));
  const bool visible = n.is_visible(s_.options.clock);
  if (visible && stops_before_visible()) {
    save();
    return Stop::Poised;
  }
  save();
  store_place(g_);
  maybe_collect(s_);
  NativeCall call{s_, g_, address(0)};
  Stop stop = Stop::Ended;
  switch (n.function(call)) {
    case NativeDid::Done:
      if (s_.ended()) return Stop::Ended;
      rebase();
      ++ip_;
      if (visible && step_done()) {
        save();
        return Stop::Step;
      }
      *go_on = true;
      return Stop::Step;
    case NativeDid::Parked:
      return Stop::Blocked;
    case NativeDid::Yielded:
      s_.set_field(g_, kGCode, pack(s_.live_pc + 1, static_cast<uint32_t>(function_)));
      yield_current(s_);
      return Stop::Blocked;
    case NativeDid::Panicked:
    case NativeDid::Finished:
      if (unwound(&stop)) return stop;
      *go_on = true;
      return Stop::Step;
    case NativeDid::Ended:
      return Stop::Ended;
  }
  return stop;
}

template <bool kRecord>
Stop Loop<kRecord>::loop() {
  if (s_.ended()) return Stop::Ended;
  Stop stop = Stop::Ended;
  // Woken by close while it was sending: it panics where it stands. (Go: chansend, "closed".)
  if (const Word status = s_.field(g_, kGStatus); (status & kGSendPanics) != 0) {
    s_.set_field(g_, kGStatus, status & ~kGSendPanics);
    panic_plain(s_, "send on closed channel");
    if (unwound(&stop)) return stop;
  }
  bool first = true;

// Leaves the loop.
#define STOP(how) \
  do {            \
    save();       \
    return (how); \
  } while (false)
#define PANICKED()                   \
  {                                  \
    if (unwound(&stop)) return stop; \
    continue;                        \
  }
#define NIL_PANIC() \
  {                 \
    nil_panic();    \
    PANICKED()      \
  }
// A visible operation is done; ip_ has moved on.
#define VISIBLE_DONE() \
  if (step_done()) STOP(Stop::Step)
// Before a visible operation. (Instruction mode stops after it, like Step.)
#define BEFORE_VISIBLE() \
  if (stops_before_visible()) STOP(Stop::Poised)
// A back jump or a call: bounds the length of a step.
#define SPEND_FUEL()                                      \
  if (--fuel_ == 0) [[unlikely]] {                        \
    if (s_.ended()) STOP(Stop::Ended);                    \
    s_.set(kQuanta, s_.get(kQuanta) + 1);                 \
    s_.set(kSliceQuanta, s_.get(kSliceQuanta) + 1);       \
    if (step_done() || is_slice_over()) STOP(Stop::Step); \
  }
#define JUMP(offset)             \
  {                              \
    const int32_t by = (offset); \
    ip_ += 1 + by;               \
    if (by < 0) SPEND_FUEL()     \
    continue;                    \
  }
#define NEXT(words) \
  {                 \
    ip_ += (words); \
    continue;       \
  }
#define COLLECT()      \
  {                    \
    save();            \
    maybe_collect(s_); \
  }
#define BINARY(name, expression)         \
  case Opcode::name: {                   \
    const Word x = r_[i.b], y = r_[i.c]; \
    set(i.a, (expression));              \
    NEXT(1)                              \
  }
#define UNARY(name, expression) \
  case Opcode::name: {          \
    const Word x = r_[i.b];     \
    set(i.a, (expression));     \
    NEXT(1)                     \
  }
#define JUMP_IF(name, condition)                            \
  case Opcode::name: {                                      \
    const int64_t x = to_signed(r_[i.a]);                   \
    if (condition) JUMP(int32_t{static_cast<int16_t>(i.c)}) \
    NEXT(1)                                                 \
  }

  for (;;) {
    if (mode_ == Mode::Instruction) {
      if (!first) STOP(Stop::Instruction);
      first = false;
    }
    const Instruction i = *ip_;
    switch (i.op) {
      case Opcode::Nop:
        NEXT(1)
      case Opcode::Move:
        set(i.a, r_[i.b]);
        NEXT(1)
      case Opcode::MoveN:
        move_registers(i.a, i.b, i.c);
        NEXT(1)
      case Opcode::LoadImm:
        set(i.a, static_cast<Word>(int64_t{imm32(i)}));
        NEXT(1)
      case Opcode::LoadConst:
        set(i.a, s_.program->constants[static_cast<uint32_t>(imm32(i))]);
        NEXT(1)
      case Opcode::LoadString:
        set(i.a, s_.prepared->strings[static_cast<uint32_t>(imm32(i))]);
        NEXT(1)
      case Opcode::LoadFunction:
        set(i.a, s_.prepared->function_values[static_cast<uint32_t>(imm32(i))]);
        NEXT(1)
      case Opcode::Zero:
        for (uint32_t n = 0; n < i.b; ++n) set(i.a + n, 0);
        NEXT(1)

        BINARY(Add, x + y)
        BINARY(Sub, x - y)
        BINARY(Mul, x * y)
        BINARY(And, x & y)
        BINARY(Or, x | y)
        BINARY(Xor, x ^ y)
        BINARY(AndNot, x & ~y)
        BINARY(Shl, y > 63 ? 0 : x << y)
        BINARY(ShrSigned, shift_right_signed(x, y))
        BINARY(ShrUnsigned, y > 63 ? 0 : x >> y)
        BINARY(FloatAdd, to_word(to_double(x) + to_double(y)))
        BINARY(FloatSub, to_word(to_double(x) - to_double(y)))
        BINARY(FloatMul, to_word(to_double(x) * to_double(y)))
        BINARY(FloatDiv, to_word(to_double(x) / to_double(y)))
        BINARY(Equal, x == y)
        BINARY(NotEqual, x != y)
        BINARY(LessSigned, to_signed(x) < to_signed(y))
        BINARY(LessEqualSigned, to_signed(x) <= to_signed(y))
        BINARY(LessUnsigned, x < y)
        BINARY(LessEqualUnsigned, x <= y)
        BINARY(FloatEqual, to_double(x) == to_double(y))
        BINARY(FloatLess, to_double(x) < to_double(y))
        BINARY(FloatLessEqual, to_double(x) <= to_double(y))
        BINARY(StringEqual, x == y || string_bytes(s_, x) == string_bytes(s_, y))
        BINARY(StringLess, string_bytes(s_, x) < string_bytes(s_, y))
        BINARY(StringLessEqual, string_bytes(s_, x) <= string_bytes(s_, y))
      case Opcode::AddImm:
        set(i.a, r_[i.b] + static_cast<Word>(int64_t{static_cast<int16_t>(i.c)}));
        NEXT(1)
      case Opcode::DivSigned:
      case Opcode::DivUnsigned:
      case Opcode::RemSigned:
      case Opcode::RemUnsigned: {
        const Word x = r_[i.b], y = r_[i.c];
        if (y == 0) {
          raise("integer divide by zero");
          PANICKED()
        }
        set(i.a, i.op == Opcode::DivSigned     ? divide_signed(x, y)
                 : i.op == Opcode::DivUnsigned ? x / y
                 : i.op == Opcode::RemSigned   ? remainder_signed(x, y)
                                               : x % y);
        NEXT(1)
      }
      case Opcode::CheckShift:
        if (to_signed(r_[i.a]) < 0) {
          raise("negative shift amount");
          PANICKED()
        }
        NEXT(1)
        UNARY(Neg, 0 - x)
        UNARY(Complement, ~x)
        UNARY(Not, x ^ 1)
        UNARY(ExtendSigned, static_cast<Word>(to_signed(x << (64 - i.c)) >> (64 - i.c)))
        UNARY(ExtendUnsigned, x << (64 - i.c) >> (64 - i.c))
        UNARY(FloatNeg, x ^ (Word{1} << 63))
        UNARY(RoundFloat32, to_word(static_cast<double>(static_cast<float>(to_double(x)))))
        UNARY(SignedToFloat, to_word(static_cast<double>(to_signed(x))))
        UNARY(UnsignedToFloat, to_word(static_cast<double>(x)))
        UNARY(FloatToSigned, float_to_signed(to_double(x)))
        UNARY(FloatToUnsigned, float_to_unsigned(to_double(x)))
      case Opcode::EqualTyped: {
        TypeId culprit{};
        const Equality e = equal(s_, TypeId{type32(ip_[1])}, r_ + i.b, r_ + i.c, &culprit);
        if (e == Equality::Uncomparable) {
          raise("comparing uncomparable type " + type_of(*s_.program, culprit).name);
          PANICKED()
        }
        set(i.a, e == Equality::Equal ? 1 : 0);
        NEXT(2)
      }

      case Opcode::Jump:
        // A loop without a body, `for {}`, is the same after each round: one is as good as all.
        if (imm32(i) == -1) fuel_ = 1;
        JUMP(imm32(i))
      case Opcode::JumpIf:
        if (r_[i.a] != 0) JUMP(imm32(i))
        NEXT(1)
      case Opcode::JumpIfNot:
        if (r_[i.a] == 0) JUMP(imm32(i))
        NEXT(1)
        JUMP_IF(JumpEqual, x == to_signed(r_[i.b]))
        JUMP_IF(JumpNotEqual, x != to_signed(r_[i.b]))
        JUMP_IF(JumpLess, x < to_signed(r_[i.b]))
        JUMP_IF(JumpLessEqual, x <= to_signed(r_[i.b]))
        JUMP_IF(JumpEqualImm, x == static_cast<int16_t>(i.b))
        JUMP_IF(JumpNotEqualImm, x != static_cast<int16_t>(i.b))
        JUMP_IF(JumpLessImm, x < static_cast<int16_t>(i.b))
        JUMP_IF(JumpLessEqualImm, x <= static_cast<int16_t>(i.b))
        JUMP_IF(JumpGreaterImm, x > static_cast<int16_t>(i.b))
        JUMP_IF(JumpGreaterEqualImm, x >= static_cast<int16_t>(i.b))

      case Opcode::LoadGlobal: {
        const bool visible = globals_shared();
        if (visible) BEFORE_VISIBLE();
        const Address a = low(s_.get(kGlobals)) + 1 + static_cast<uint32_t>(imm32(i));
        set(i.a, s_.get(a));
        note(false, pack(low(s_.get(kGlobals)), static_cast<uint32_t>(imm32(i))), 1, visible);
        if (visible) {
          emit_access(false, pack(low(s_.get(kGlobals)), static_cast<uint32_t>(imm32(i))));
          ++ip_;
          VISIBLE_DONE();
          continue;
        }
        NEXT(1)
      }
      case Opcode::StoreGlobal: {
        const bool visible = globals_shared();
        if (visible) BEFORE_VISIBLE();
        const Address a = low(s_.get(kGlobals)) + 1 + static_cast<uint32_t>(imm32(i));
        store_word(a, r_[i.a]);
        share_from(s_.get(kGlobals));
        note(true, pack(low(s_.get(kGlobals)), static_cast<uint32_t>(imm32(i))), 1, visible);
        if (visible) {
          emit_access(true, pack(low(s_.get(kGlobals)), static_cast<uint32_t>(imm32(i))));
          ++ip_;
          VISIBLE_DONE();
          continue;
        }
        NEXT(1)
      }
      case Opcode::GlobalAddress:
        set(i.a, pack(low(s_.get(kGlobals)), static_cast<uint32_t>(imm32(i))));
        NEXT(1)

      case Opcode::New: {
        COLLECT()
        const uint32_t id = static_cast<uint32_t>(imm32(i));
        const Address base = allocate(s_, ObjectKind::Value, type(id).words, id);
        rebase();
        set(i.a, base);
        NEXT(1)
      }
      case Opcode::Load:
      case Opcode::LoadN: {
        const Reference p = r_[i.b];
        if (p == 0) NIL_PANIC()
        const bool visible = is_shared(p);
        if (visible) BEFORE_VISIBLE();
        const bool many = i.op == Opcode::LoadN;
        if (many)
          copy_to_registers(i.a, word_of(p) + i.c, ip_[1].a);
        else
          set(i.a, s_.get(word_of(p) + i.c));
        note(false, p + (uint64_t{i.c} << 32), many ? ip_[1].a : 1, visible);
        if (visible) emit_access(false, p + (uint64_t{i.c} << 32));
        ip_ += many ? 2 : 1;
        if (visible) VISIBLE_DONE();
        continue;
      }
      case Opcode::Store:
      case Opcode::StoreN: {
        const Reference p = r_[i.a];
        if (p == 0) NIL_PANIC()
        const bool visible = is_shared(p);
        if (visible) BEFORE_VISIBLE();
        const bool many = i.op == Opcode::StoreN;
        const uint32_t from = i.b;
        const uint32_t words = many ? ip_[1].a : 1;
        for (uint32_t w = 0; w < words; ++w) store_word(word_of(p) + i.c + w, r_[from + w]);
        share_from(p);
        note(true, p + (uint64_t{i.c} << 32), words, visible);
        if (visible) emit_access(true, p + (uint64_t{i.c} << 32));
        ip_ += many ? 2 : 1;
        if (visible) VISIBLE_DONE();
        continue;
      }
      case Opcode::FieldAddress:
        if (r_[i.b] == 0) NIL_PANIC()
        set(i.a, r_[i.b] + (uint64_t{i.c} << 32));
        NEXT(1)
      case Opcode::ElementAddress: {
        const Word length = constant(ip_[1]), index = r_[i.c];
        if (r_[i.b] == 0) NIL_PANIC()
        if (index >= length) {
          raise_bounds(index_text(index, length));
          PANICKED()
        }
        set(i.a, r_[i.b] + (index * ip_[1].a << 32));
        NEXT(2)
      }
      case Opcode::CheckNil:
        if (r_[i.a] == 0) NIL_PANIC()
        NEXT(1)

      case Opcode::ArrayLoad:
      case Opcode::ArrayStore: {
        const Word length = constant(ip_[1]), index = r_[i.c];
        const uint32_t words = ip_[1].a;
        if (index >= length) {
          raise_bounds(index_text(index, length));
          PANICKED()
        }
        const uint32_t element = static_cast<uint32_t>(index) * words;
        if (i.op == Opcode::ArrayLoad)
          move_registers(i.a, i.b + element, words);
        else
          move_registers(i.a + element, i.b, words);
        NEXT(2)
      }
      case Opcode::CheckIndex:
        if (r_[i.a] >= r_[i.b]) {
          raise_bounds(index_text(r_[i.a], r_[i.b]));
          PANICKED()
        }
        NEXT(1)

      case Opcode::MakeSlice: {
        COLLECT()
        const TypeId element{type32(ip_[1])};
        const uint32_t words = type_of(*s_.program, element).words;
        const Word length = r_[i.b], capacity = r_[i.c];
        // Go's own limit is the address space: 2^48 bytes. (Go: makeslice.)
        const Word most = (Word{1} << 48) / (std::max(words, 1u) * sizeof(Word));
        if (length > most || (capacity > most && length > capacity)) {
          raise("makeslice: len out of range");
          PANICKED()
        }
        if (capacity > most || length > capacity) {
          raise("makeslice: cap out of range");
          PANICKED()
        }
        const Word total = capacity * words;
        if (capacity > 0xffffffff || total > kMaxPayloadWords || !make_room(s_, total)) {
          if (!s_.ended()) make_room(s_, kMaxPayloadWords + 1);
          STOP(Stop::Ended);
        }
        const Address base = allocate(s_, ObjectKind::Array, std::max<Word>(1, total),
                                      static_cast<uint32_t>(element));
        rebase();
        set(i.a, base);
        set(i.a + 1u, pack(length, capacity));
        NEXT(2)
      }
      case Opcode::SliceLen:
        set(i.a, low(r_[i.b + 1u]));
        NEXT(1)
      case Opcode::SliceCap:
        set(i.a, high(r_[i.b + 1u]));
        NEXT(1)
      case Opcode::IndexLoad: {
        const Word index = r_[i.c], length = low(r_[i.b + 1u]);
        if (index >= length) {
          raise_bounds(index_text(index, length));
          PANICKED()
        }
        const Reference array = r_[i.b];
        const bool visible = is_shared(array);
        if (visible) BEFORE_VISIBLE();
        const uint32_t words = ip_[1].a;
        const uint32_t element = static_cast<uint32_t>(index) * words;
        if (words == 1)
          set(i.a, s_.get(word_of(array) + element));
        else
          copy_to_registers(i.a, word_of(array) + element, words);
        note(false, array + (uint64_t{element} << 32), words, visible);
        if (visible) emit_access(false, array + (uint64_t{element} << 32));
        ip_ += 2;
        if (visible) VISIBLE_DONE();
        continue;
      }
      case Opcode::IndexStore: {
        const Word index = r_[i.c], length = low(r_[i.a + 1u]);
        if (index >= length) {
          raise_bounds(index_text(index, length));
          PANICKED()
        }
        const Reference array = r_[i.a];
        const bool visible = is_shared(array);
        if (visible) BEFORE_VISIBLE();
        const uint32_t words = ip_[1].a;
        const uint32_t element = static_cast<uint32_t>(index) * words;
        for (uint32_t w = 0; w < words; ++w) store_word(word_of(array) + element + w, r_[i.b + w]);
        share_from(array);
        note(true, array + (uint64_t{element} << 32), words, visible);
        if (visible) emit_access(true, array + (uint64_t{element} << 32));
        ip_ += 2;
        if (visible) VISIBLE_DONE();
        continue;
      }
      case Opcode::IndexAddress: {
        const Word index = r_[i.c], length = low(r_[i.b + 1u]);
        if (index >= length) {
          raise_bounds(index_text(index, length));
          PANICKED()
        }
        set(i.a, r_[i.b] + (index * ip_[1].a << 32));
        NEXT(2)
      }
      case Opcode::SliceSlice: {
        const Word length = low(r_[i.b + 1u]), capacity = high(r_[i.b + 1u]);
        Bounds b;
        if (!slice_bounds(ip_[1], i.c, length, capacity, "capacity", &b)) PANICKED()
        const Reference array = r_[i.b];
        // An empty rest keeps pointing at the array, not past it. (Go does the same.)
        const bool moves = b.max != b.low;
        set(i.a, array == 0 || !moves ? array : array + (b.low * ip_[1].a << 32));
        set(i.a + 1u, pack(b.high - b.low, b.max - b.low));
        NEXT(2)
      }
      case Opcode::SliceArray: {
        const Reference array = r_[i.b];
        if (array == 0) NIL_PANIC()
        const Word length = s_.program->constants[type32(ip_[2])];
        Bounds b;
        if (!slice_bounds(ip_[1], i.c, length, length, "length", &b)) PANICKED()
        set(i.a, b.max == b.low ? array : array + (b.low * ip_[1].a << 32));
        set(i.a + 1u, pack(b.high - b.low, b.max - b.low));
        NEXT(3)
      }
      case Opcode::Append: {
        COLLECT()
        const TypeId element{uint32_t{ip_[1].b} | uint32_t{ip_[1].c} << 16};
        const uint32_t words = type_of(*s_.program, element).words * ip_[1].a;
        Word few[8];
        std::vector<Word> many;
        const Word* values = few;
        if (words <= 8)
          std::copy_n(r_ + i.c, words, few);
        else
          values = (many.assign(r_ + i.c, r_ + i.c + words), many.data());
        append(i, values, ip_[1].a, element, 0);
        if (s_.ended()) STOP(Stop::Ended);
        NEXT(2)
      }
      case Opcode::AppendSlice: {
        COLLECT()
        const Word length = low(r_[i.c + 1u]);
        note(false, r_[i.c], uint64_t{length} * type_of(*s_.program, TypeId{type32(ip_[1])}).words);
        append(i, nullptr, length, TypeId{type32(ip_[1])}, length == 0 ? 0 : word_of(r_[i.c]));
        if (s_.ended()) STOP(Stop::Ended);
        NEXT(2)
      }
      case Opcode::AppendString: {
        COLLECT()
        std::vector<Word> values;
        for (const char c : string_bytes(s_, r_[i.c]))
          values.push_back(static_cast<unsigned char>(c));
        append(i, values.data(), values.size(), TypeId{type32(ip_[1])}, 0);
        if (s_.ended()) STOP(Stop::Ended);
        NEXT(2)
      }
      case Opcode::CopySlice: {
        const uint64_t count = std::min(low(r_[i.b + 1u]), low(r_[i.c + 1u]));
        const uint64_t words = count * ip_[1].a;
        if (words != 0) {
          note(false, r_[i.c], words);
          note(true, r_[i.b], words);
          const Address to = word_of(r_[i.b]), from = word_of(r_[i.c]);
          for (uint64_t n = 0; n < words; ++n) {
            const auto w = static_cast<Address>(to <= from ? n : words - 1 - n);
            s_.set(to + w, s_.get(from + w));
          }
          share_from(r_[i.b]);
        }
        set(i.a, count);
        NEXT(2)
      }
      case Opcode::CopyString: {
        const std::string_view bytes = string_bytes(s_, r_[i.c]);
        const uint64_t count = std::min<uint64_t>(low(r_[i.b + 1u]), bytes.size());
        note(true, r_[i.b], count);
        for (uint64_t n = 0; n < count; ++n)
          s_.set(word_of(r_[i.b]) + static_cast<Address>(n),
                 static_cast<unsigned char>(bytes[static_cast<std::size_t>(n)]));
        set(i.a, count);
        NEXT(1)
      }
      case Opcode::ClearSlice: {
        const uint64_t words = uint64_t{low(r_[i.a + 1u])} * ip_[1].a;
        note(true, r_[i.a], words);
        for (uint64_t n = 0; n < words; ++n) s_.set(word_of(r_[i.a]) + static_cast<Address>(n), 0);
        NEXT(2)
      }

        UNARY(StringLen, string_bytes(s_, x).size())
      case Opcode::StringIndex: {
        const std::string_view bytes = string_bytes(s_, r_[i.b]);
        const Word index = r_[i.c];
        if (index >= bytes.size()) {
          raise_bounds(index_text(index, bytes.size()));
          PANICKED()
        }
        set(i.a, static_cast<unsigned char>(bytes[static_cast<std::size_t>(index)]));
        NEXT(1)
      }
      case Opcode::StringConcat: {
        COLLECT()
        const Reference joined = concat(s_, r_[i.b], r_[i.c]);
        if (s_.ended()) STOP(Stop::Ended);
        rebase();
        set(i.a, joined);
        NEXT(1)
      }
      case Opcode::StringSlice: {
        COLLECT()
        const Word length = string_bytes(s_, r_[i.b]).size();
        Bounds b;
        if (!slice_bounds(ip_[1], i.c, length, length, "length", &b)) PANICKED()
        const Reference cut = substring(s_, r_[i.b], b.low, b.high);
        rebase();
        set(i.a, cut);
        NEXT(2)
      }
      case Opcode::StringFromRune: {
        COLLECT()
        const Reference text = new_string(s_, encode_rune(to_signed(r_[i.b])));
        rebase();
        set(i.a, text);
        NEXT(1)
      }
      case Opcode::StringToBytes:
      case Opcode::StringToRunes: {
        COLLECT()
        const std::string bytes(string_bytes(s_, r_[i.b]));
        std::vector<Word> elements;
        if (i.op == Opcode::StringToBytes)
          for (const char c : bytes) elements.push_back(static_cast<unsigned char>(c));
        else
          for (std::string_view rest = bytes; !rest.empty();) {
            const Rune rune = decode_rune(rest);
            elements.push_back(static_cast<Word>(int64_t{rune.value}));
            rest.remove_prefix(rune.width);
          }
        if (!make_room(s_, elements.size() + 1)) STOP(Stop::Ended);
        const TypeId element =
            i.op == Opcode::StringToBytes ? s_.program->byte_type : s_.program->rune_type;
        const Address array =
            allocate(s_, ObjectKind::Array, std::max<uint64_t>(1, elements.size()),
                     static_cast<uint32_t>(element));
        for (std::size_t n = 0; n < elements.size(); ++n)
          s_.set_field(array, static_cast<uint32_t>(n), elements[n]);
        rebase();
        set(i.a, array);
        set(i.a + 1u, pack(elements.size(), elements.size()));
        NEXT(1)
      }
      case Opcode::BytesToString:
      case Opcode::RunesToString: {
        COLLECT()
        std::string text;
        const uint32_t length = low(r_[i.b + 1u]);
        note(false, r_[i.b], length);
        for (uint32_t n = 0; n < length; ++n) {
          const Word element = s_.get(word_of(r_[i.b]) + n);
          if (i.op == Opcode::BytesToString)
            text += static_cast<char>(element);
          else
            text += encode_rune(to_signed(element));
        }
        const Reference string = new_string(s_, text);
        rebase();
        set(i.a, string);
        NEXT(1)
      }
      case Opcode::StringRune: {
        const Rune rune =
            decode_rune(string_bytes(s_, r_[i.b]).substr(static_cast<std::size_t>(r_[i.c])));
        set(i.a, static_cast<Word>(int64_t{rune.value}));
        set(i.a + 1u, rune.width);
        NEXT(1)
      }

      case Opcode::MakeMap: {
        COLLECT()
        const Reference map = make_map(s_, TypeId{static_cast<uint32_t>(imm32(i))});
        rebase();
        set(i.a, map);
        NEXT(1)
      }
      case Opcode::MapGet:
      case Opcode::MapSet:
      case Opcode::MapDelete: {
        const Reference map = r_[i.op == Opcode::MapGet ? i.b : i.a];
        const bool visible = map != 0 && is_shared(map);
        if (visible) BEFORE_VISIBLE();
        const TypeDescription& shape = type(type32(ip_[1]));
        const uint32_t key = i.op == Opcode::MapGet ? i.c : i.b;
        TypeId culprit{kNone};
        hash_value(s_, shape.key, r_ + key, &culprit);
        if (culprit != TypeId{kNone}) {
          raise("hash of unhashable type " + type_of(*s_.program, culprit).name);
          PANICKED()
        }
        const uint32_t words = type_of(*s_.program, shape.element).words;
        if (i.op == Opcode::MapGet) {
          const Address found = map_find(s_, map, r_ + key);
          for (uint32_t w = 0; w < words; ++w) set(i.a + w, found == 0 ? 0 : s_.get(found + w));
          if (ip_[1].c != kNoRegister) set(ip_[1].c, found != 0 ? 1 : 0);
        } else if (i.op == Opcode::MapDelete) {
          map_delete(s_, map, r_ + key);
        } else {
          if (map == 0) {
            save();
            panic_plain(s_, "assignment to entry in nil map");
            PANICKED()
          }
          COLLECT()
          const Address slot = map_insert(s_, map, r_ + key);
          if (s_.ended()) STOP(Stop::Ended);
          rebase();
          for (uint32_t w = 0; w < words; ++w) s_.set(slot + w, r_[i.c + w]);
          share_from(s_.field(base_of(map), kMEntries));
          share_from(map);
        }
        note(i.op != Opcode::MapGet, map, 1, visible);
        if (visible) emit_access(i.op != Opcode::MapGet, map);
        ip_ += 2;
        if (visible) VISIBLE_DONE();
        continue;
      }
      case Opcode::MapLen:
        note(false, r_[i.b], 1);
        set(i.a, map_length(s_, r_[i.b]));
        NEXT(1)
      case Opcode::MapClear:
        note(true, r_[i.a], 1);
        map_clear(s_, r_[i.a]);
        NEXT(1)
      case Opcode::MapIterate: {
        COLLECT()
        const Reference iterator = map_iterate(s_, r_[i.b]);
        rebase();
        set(i.a, iterator);
        NEXT(1)
      }
      case Opcode::MapNext: {
        const TypeDescription& shape = type(type32(ip_[1]));
        Address key = 0, value = 0;
        const bool visible = map_entries_left(s_, r_[i.a]) > 1;
        if (visible) BEFORE_VISIBLE();
        note(false, s_.field(base_of(r_[i.a]), kIMap), 1, visible);
        save();
        if (!map_next(s_, r_[i.a], &key, &value)) {
          ip_ += 2 + static_cast<int16_t>(ip_[1].c);
          continue;
        }
        if (i.b != kNoRegister) copy_to_registers(i.b, key, type_of(*s_.program, shape.key).words);
        if (i.c != kNoRegister)
          copy_to_registers(i.c, value, type_of(*s_.program, shape.element).words);
        ip_ += 2;
        if (!visible) continue;
        if (s_.events != nullptr) emit(s_, id_of(s_, g_), MapEntryTaken{});
        VISIBLE_DONE();
        continue;
      }

      case Opcode::MakeChan: {
        COLLECT()
        const TypeId channel_type{type32(ip_[1])};
        const Word capacity = r_[i.b];
        const uint32_t words =
            type_of(*s_.program, type_of(*s_.program, channel_type).element).words;
        // (Go: makechan; maxAlloc is 2^48 bytes.)
        if (to_signed(capacity) < 0 ||
            (words != 0 && capacity > (Word{1} << 48) / (words * sizeof(Word)))) {
          save();
          panic_plain(s_, "makechan: size out of range");
          PANICKED()
        }
        if (words != 0 &&
            (capacity * words + kCBuffer > kMaxPayloadWords || !make_room(s_, capacity * words))) {
          if (!s_.ended()) make_room(s_, kMaxPayloadWords + 1);
          STOP(Stop::Ended);
        }
        const Reference channel = make_channel(
            s_, channel_type, capacity, CodePlace{function_, static_cast<uint32_t>(ip_ - code_)});
        rebase();
        set(i.a, channel);
        if (s_.events != nullptr) emit(s_, id_of(s_, g_), ChannelMade{channel, capacity});
        NEXT(2)
      }
      case Opcode::Send:
      case Opcode::Receive:
      case Opcode::Select: {
        BEFORE_VISIBLE();
        save();
        Did did;
        if (i.op == Opcode::Send)
          did = send(s_, g_, r_[i.a], address(i.b), i.c);
        else if (i.op == Opcode::Receive)
          did = receive(s_, g_, r_[i.b], i.a == kNoRegister ? 0 : address(i.a),
                        i.c == kNoRegister ? 0 : address(i.c), ip_[1].a);
        else
          did = select(s_, g_, address(0), ip_);
        if (did == Did::Parked) {
          store_place(g_);
          return Stop::Blocked;
        }
        if (did == Did::Panicked) PANICKED()
        rebase();
        ip_ += 1 + (i.op == Opcode::Send ? 0 : i.op == Opcode::Receive ? 1 : 2u * i.b);
        VISIBLE_DONE();
        continue;
      }
      case Opcode::Close: {
        BEFORE_VISIBLE();
        save();
        if (close_channel(s_, g_, r_[i.a]) == Did::Panicked) PANICKED()
        ++ip_;
        VISIBLE_DONE();
        continue;
      }
      case Opcode::ChanLen: {
        const Reference channel = r_[i.b];
        const bool visible = channel != 0 && is_shared(channel);
        if (visible) BEFORE_VISIBLE();
        set(i.a, shown_word(channel, kCCount));
        ++ip_;
        if (visible) VISIBLE_DONE();
        continue;
      }
        UNARY(ChanCap, shown_word(x, kCCapacity))
      case Opcode::SelectSend:
      case Opcode::SelectReceive:
        GOPARK_ASSERT(false, "the cases of a select are not executed");
        NEXT(1)

      case Opcode::MakeInterface: {
        COLLECT()
        const TypeId id{type32(ip_[1])};
        const uint32_t words = type_of(*s_.program, id).words;
        const Address box = allocate(s_, ObjectKind::Box, words, static_cast<uint32_t>(id));
        rebase();
        for (uint32_t w = 0; w < words; ++w) s_.set_field(box, w, r_[i.b + w]);
        set(i.a, box);
        NEXT(2)
      }
      case Opcode::AssertType: {
        const Reference value = r_[i.b];
        const uint32_t wanted = type32(ip_[1]);
        const bool fits = value != 0 && aux_of(s_.get(base_of(value))) == wanted;
        if (!fits && i.c == kNoRegister) {
          save();
          panic_assertion(s_, assert_text(value, TypeId{wanted}, TypeId{type32(ip_[2])}, false));
          PANICKED()
        }
        for (uint32_t w = 0; w < type(wanted).words; ++w)
          set(i.a + w, fits ? s_.get(word_of(value) + w) : 0);
        if (i.c != kNoRegister) set(i.c, fits ? 1 : 0);
        NEXT(3)
      }
      case Opcode::AssertInterface: {
        const Reference value = r_[i.b];
        const TypeId wanted{type32(ip_[1])};
        const bool fits =
            value != 0 && implements(s_, TypeId{aux_of(s_.get(base_of(value)))}, wanted);
        if (!fits && i.c == kNoRegister) {
          save();
          panic_assertion(s_, assert_text(value, wanted, TypeId{type32(ip_[2])}, true));
          PANICKED()
        }
        set(i.a, fits ? value : 0);
        if (i.c != kNoRegister) set(i.c, fits ? 1 : 0);
        NEXT(3)
      }
      case Opcode::IsType: {
        const Reference value = r_[i.b];
        const TypeId wanted{type32(ip_[1])};
        bool fits = value != 0;
        if (fits) {
          const TypeId dynamic{aux_of(s_.get(base_of(value)))};
          fits = type_of(*s_.program, wanted).kind == Kind::Interface
                     ? implements(s_, dynamic, wanted)
                     : dynamic == wanted;
        }
        set(i.a, fits ? 1 : 0);
        NEXT(2)
      }

      case Opcode::Call:
        SPEND_FUEL()
        if (!call(i.a, FunctionId{static_cast<uint32_t>(imm32(i))}, 0)) STOP(Stop::Ended);
        continue;
      case Opcode::CallClosure: {
        const Reference closure = r_[i.b];
        if (closure == 0) NIL_PANIC()
        SPEND_FUEL()
        if (!call(i.a, FunctionId{aux_of(s_.get(base_of(closure)))}, closure)) STOP(Stop::Ended);
        continue;
      }
      case Opcode::CallInterface: {
        const Reference interface = r_[i.b];
        if (interface == 0) NIL_PANIC()
        SPEND_FUEL()
        Word receiver = 0;
        const FunctionId callee = method_of(interface, type32(ip_[1]), &receiver);
        set(i.a + 2u, receiver);
        if (!call(i.a, callee, 0)) STOP(Stop::Ended);
        continue;
      }
      case Opcode::Return: {
        const Word link = r_[-2], chain = r_[-1];
        if (i.a != 0) move_registers(0, i.a, i.b);
        if (high(chain) == 0) [[likely]] {
          const uint32_t delta = low(chain);
          base_ -= delta;
          r_ -= delta;
          function_ = FunctionId{high(link)};
          code_ = s_.prepared->functions[high(link)].code;
          ip_ = code_ + low(link);
          ip_ += ip_->op == Opcode::CallInterface ? 2 : 1;
          continue;
        }
        if ((high(chain) & kFrameEntry) != 0) BEFORE_VISIBLE();
        save();
        const Returned returned = leave_frame(s_);
        if (returned == Returned::Goroutine) {
          if (g_ != low(s_.get(kMainRecord))) return end_goroutine();
          if (s_.events != nullptr) emit(s_, id_of(s_, g_), Exited{0});
          end_run(s_, OutcomeKind::Exited, 0, "");
          return Stop::Ended;
        }
        PANICKED()
      }
      case Opcode::RunDefers: {
        save();
        if (!run_deferred(s_, i.a)) NEXT(1)
        PANICKED()
      }
      case Opcode::MakeClosure: {
        COLLECT()
        const uint32_t function = type32(ip_[1]);
        const Address closure =
            allocate(s_, ObjectKind::Closure, std::max<uint32_t>(1, i.b), function);
        rebase();
        for (uint32_t w = 0; w < i.b; ++w) s_.set_field(closure, w, r_[i.c + w]);
        set(i.a, closure);
        NEXT(2)
      }
      case Opcode::LoadCapture:
        set(i.a, s_.field(base_of(r_[i.c]), i.b));
        NEXT(1)
      case Opcode::Native: {
        bool go_on = false;
        const Stop how = native_call(i, &go_on);
        if (!go_on) return how;
        continue;
      }

      case Opcode::Go:
      case Opcode::GoClosure:
      case Opcode::GoInterface: {
        BEFORE_VISIBLE();
        COLLECT()
        const CodePlace site{function_, static_cast<uint32_t>(ip_ - code_)};
        Reference closure = 0;
        FunctionId callee{type32(ip_[1])};
        uint32_t words = ip_[1].c;
        if (i.op != Opcode::Go) closure = r_[i.b];
        if (i.op != Opcode::Go && closure == 0) {
          if (i.op == Opcode::GoInterface) NIL_PANIC()
          end_run(s_, OutcomeKind::FatalError, 2, "fatal error: go of nil func value",
                  id_of(s_, g_));
          STOP(Stop::Ended);
        }
        if (i.op == Opcode::GoClosure) callee = FunctionId{aux_of(s_.get(base_of(closure)))};
        if (i.op == Opcode::GoInterface) {
          Word receiver = 0;
          callee = method_of(closure, type32(ip_[1]), &receiver);
          set(i.a + 2u, receiver);
          ++words;
        }
        const Address child = spawn(s_, callee, closure, r_ + i.a + 2, words, site);
        rebase();
        if (s_.events != nullptr)
          emit(s_, id_of(s_, g_), GoroutineCreated{id_of(s_, child), callee});
        if (s_.ended()) STOP(Stop::Ended);
        ip_ += 2;
        VISIBLE_DONE();
        continue;
      }
      case Opcode::Defer:
      case Opcode::DeferClosure:
      case Opcode::DeferInterface: {
        COLLECT()
        Reference closure = 0;
        FunctionId callee{type32(ip_[1])};
        uint32_t words = ip_[1].c;
        if (i.op != Opcode::Defer) closure = r_[i.b];
        if (i.op == Opcode::DeferClosure)
          callee = FunctionId{closure == 0 ? kNone : aux_of(s_.get(base_of(closure)))};
        if (i.op == Opcode::DeferInterface) {
          if (closure == 0) NIL_PANIC()
          Word receiver = 0;
          callee = method_of(closure, type32(ip_[1]), &receiver);
          set(i.a + 2u, receiver);
          ++words;
        }
        push_defer(s_, callee, closure, r_ + i.a + 2, words);
        rebase();
        NEXT(2)
      }
      case Opcode::ThisFrame:
        save();
        set(i.a, pack(s_.live_base, static_cast<uint32_t>(id_of(s_, g_))));
        NEXT(1)
      case Opcode::DeferIn: {
        const Word frame = r_[i.a];
        if (high(frame) != static_cast<uint32_t>(id_of(s_, g_))) {
          end_run(s_, OutcomeKind::FatalError, 2,
                  "fatal error: defer in a loop over a function that another goroutine runs is not "
                  "supported by the simulator",
                  id_of(s_, g_));
          STOP(Stop::Ended);
        }
        save();
        defer_in(s_, low(frame));
        NEXT(1)
      }
      case Opcode::Panic:
        save();
        panic_value(s_, r_[i.a]);
        PANICKED()
      case Opcode::Recover: {
        save();
        set(i.a, recover(s_));
        NEXT(1)
      }
      case Opcode::Unreachable:
        end_run(s_, OutcomeKind::FatalError, 2, "fatal error: unreachable", id_of(s_, g_));
        STOP(Stop::Ended);
    }
  }
}

}  // namespace

Stop interpret(State& s, Mode mode, uint64_t& steps) {
  if (s.memory.recording()) return Loop<true>(s, mode, steps).run();
  return Loop<false>(s, mode, steps).run();
}

}  // namespace gopark
