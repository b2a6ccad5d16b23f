// Deferred calls, panics, recover and Goexit. (Go: panic.go.)
//
// A panic runs deferred calls on top of the stack of the frame that panicked. When one of them
// recovers, the stack is cut back to the frame that deferred it, which goes on at its recover_pc.
// An unrecovered panic first calls Error or String of each value that has one, as Go does, then
// ends the run.
#include <bit>
#include <cmath>

#include "sim/vm/format.h"
#include "sim/vm/state.h"

namespace gopark {

using namespace layout;

namespace {

Address current(const State& s) {
  return low(s.get(kCurrent));
}
Address stack_of(const State& s) {
  return low(s.field(current(s), kGStack));
}
Address top_defer(const State& s) {
  return low(s.field(current(s), kGDefers));
}
Address top_panic(const State& s) {
  return high(s.field(current(s), kGDefers));
}
void set_top_defer(State& s, Address d) {
  s.set_field(current(s), kGDefers, pack(d, top_panic(s)));
}
void set_top_panic(State& s, Address p) {
  s.set_field(current(s), kGDefers, pack(top_defer(s), p));
}
bool has_flag(const State& s, Address panic, Word flag) {
  return (s.field(panic, kPFlags) & flag) != 0;
}
void add_flag(State& s, Address panic, Word flag) {
  s.set_field(panic, kPFlags, s.field(panic, kPFlags) | flag);
}

// Enters `function` with its window at register `window` of the live frame.
void enter(State& s, FunctionId function, Reference closure, uint32_t window, uint32_t flags) {
  const HotFunction& hot = s.prepared->functions[static_cast<std::size_t>(function)];
  const uint32_t base = s.live_base + window + kLinkWords;
  const Address g = current(s);
  if (base + hot.extent > words_of(s.get(stack_of(s)))) grow_stack(s, g, base, base + hot.extent);
  const Address stack = stack_of(s);
  s.set_field(stack, base - 2, pack(s.live_pc, static_cast<uint32_t>(s.live_function)));
  s.set_field(stack, base - 1, pack(base - s.live_base, flags));
  if (hot.has_closure) s.set_field(stack, base + hot.parameter_words, closure);
  s.live_function = function;
  s.live_base = base;
  s.live_pc = 0;
}

// The live frame's registers end here: a window that disturbs nothing.
uint32_t free_window(const State& s) {
  return s.prepared->functions[static_cast<std::size_t>(s.live_function)].extent;
}

// Enters the deferred call `d`, which is taken from the list.
void enter_deferred(State& s, Address d, uint32_t window, uint32_t flags) {
  set_top_defer(s, base_of(s.field(d, kDNext)));
  const Word function = s.field(d, kDFunction);
  const Reference closure = s.field(d, kDClosure);
  const auto count = static_cast<uint32_t>(s.field(d, kDCount));
  std::vector<Word> arguments(count);
  for (uint32_t i = 0; i < count; ++i) arguments[i] = s.field(d, kDArguments + i);
  release(s, d);
  if (low(function) == kNone)
    return panic_runtime(s, "invalid memory address or nil pointer dereference");
  enter(s, FunctionId{low(function)}, closure, window, flags);
  for (uint32_t i = 0; i < count; ++i) s.set_field(stack_of(s), s.live_base + i, arguments[i]);
}

void leave_to(State& s, const Frame& frame, uint32_t pc) {
  s.live_function = frame.function;
  s.live_base = frame.base;
  s.live_pc = pc;
}

// ---- the end of an unrecovered panic

FunctionId printing_method(const State& s, Reference value) {
  if (value == 0) return FunctionId{kNone};
  const TypeId type{aux_of(s.get(base_of(value)))};
  const FunctionId error = find_method(s, type, s.program->error_method);
  return error != FunctionId{kNone} ? error : find_method(s, type, s.program->string_method);
}

std::string panic_text(const State& s, Address panic) {
  if (s.field(panic, kPText) != 0) return std::string(string_bytes(s, s.field(panic, kPText)));
  return format_panic_value(s, s.field(panic, kPValue));
}

// "panic: first [recovered]\n\tpanic: second"; the oldest first.
void append_chain(const State& s, Address panic, std::string& text) {
  if (panic == 0) return;
  const Address older = base_of(s.field(panic, kPNext));
  append_chain(s, older, text);
  if (has_flag(s, panic, kPGoexit)) return;
  if (!text.empty()) text += "\n\t";
  text += "panic: " + panic_text(s, panic);
  if (has_flag(s, panic, kPRecovered)) text += " [recovered]";
}

// Calls Error or String of the next value that needs it; false when all are known.
bool print_next(State& s) {
  for (Address p = top_panic(s); p != 0; p = base_of(s.field(p, kPNext))) {
    if (has_flag(s, p, kPPrinted | kPGoexit)) continue;
    add_flag(s, p, kPPrinted);
    const Reference value = s.field(p, kPValue);
    const FunctionId method = printing_method(s, value);
    if (method == FunctionId{kNone}) continue;
    const TypeId type{aux_of(s.get(base_of(value)))};
    const Word receiver = type_of(*s.program, type).words == 1 ? s.get(word_of(value)) : value;
    s.set_field(p, kPFrame, 1);  // marks whose text the print frame returns
    enter(s, method, 0, free_window(s), kFramePrint);
    s.set_field(stack_of(s), s.live_base, receiver);
    return true;
  }
  return false;
}

void crash(State& s) {
  if (print_next(s)) return;
  std::string text;
  append_chain(s, top_panic(s), text);
  if (recording_events(s)) emit(s, id_of(s, current(s)), Crashed{});
  end_run(s, OutcomeKind::Panicked, 2, text, id_of(s, current(s)));
}

bool inside_print(const State& s) {
  for (const Frame& frame : frames_of(s, current(s)))
    if ((frame.flags & kFramePrint) != 0) return true;
  return false;
}

// An Error or String that panics while a panic is printed. (Go: preprintpanics.)
void end_of_printing(State& s, Address panic) {
  const Reference value = s.field(panic, kPValue);
  std::string text = "fatal error: panic while printing panic value";
  if (value != 0) {
    const TypeDescription& type = type_of(*s.program, TypeId{aux_of(s.get(base_of(value)))});
    const bool is_string = type.kind == Kind::String && type.package.empty();
    text += ": " + (is_string ? panic_text(s, panic) : "type " + type.name);
  }
  end_run(s, OutcomeKind::FatalError, 2, text, id_of(s, current(s)));
}

// Runs the next deferred call of the panicking goroutine, or ends it.
void unwind(State& s) {
  const Address panic = top_panic(s);
  if (inside_print(s)) return end_of_printing(s, panic);
  const Address d = top_defer(s);
  if (d == 0) {
    if (has_flag(s, panic, kPGoexit))
      add_flag(s, panic, kPDone);  // the interpreter finishes the goroutine
    else
      crash(s);
    return;
  }
  s.set_field(panic, kPTarget, s.field(d, kDFrame));
  const uint32_t window = free_window(s);
  s.set_field(panic, kPFrame, s.live_base + window + kLinkWords);
  enter_deferred(s, d, window, kFramePanic);
}

void begin(State& s, Reference value, Word flags) {
  const Address p = allocate(s, ObjectKind::Panic, kPWords, 0);
  s.set_field(p, kPValue, value);
  s.set_field(p, kPNext, top_panic(s));
  s.set_field(p, kPFlags, flags);
  set_top_panic(s, p);
  unwind(s);
}

// Drops the panics whose deferred calls run in frames above `target`.
void drop_panics_above(State& s, uint32_t target) {
  while (top_panic(s) != 0 && s.field(top_panic(s), kPFrame) > target)
    set_top_panic(s, base_of(s.field(top_panic(s), kPNext)));
}

// Cuts the stack back to the frame that deferred the recovering call.
void resume_after_recover(State& s) {
  const Address panic = top_panic(s);
  const auto target = static_cast<uint32_t>(s.field(panic, kPTarget));
  Address exiting = 0;
  for (Address p = base_of(s.field(panic, kPNext)); p != 0; p = base_of(s.field(p, kPNext)))
    if (has_flag(s, p, kPGoexit) && s.field(p, kPFrame) > target) exiting = p;
  drop_panics_above(s, target);
  for (const Frame& frame : frames_of(s, current(s))) {
    if (frame.base != target) continue;
    const Function& function = function_of(*s.program, frame.function);
    GOPARK_ASSERT(function.recover_pc != kNone, "a function with defers has a recover_pc");
    if (recording_events(s)) emit(s, id_of(s, current(s)), Recovered{});
    leave_to(s, frame, function.recover_pc);
    break;
  }
  // A Goexit that the recovered panic interrupted goes on. (Go: gopanic, "p.goexit".)
  if (exiting != 0) begin(s, 0, kPGoexit);
}

void emit_panic(State& s, Reference value) {
  if (recording_events(s)) emit(s, id_of(s, current(s)), Panicked{value});
}

void panic_with_word(State& s, TypeId type, Word word) {
  const Reference value = new_box(s, type, &word);
  emit_panic(s, value);
  begin(s, value, 0);
}
void panic_with(State& s, TypeId type, std::string_view text) {
  panic_with_word(s, type, new_string(s, text));
}
// The type is a pointer to a struct that holds the text.
void panic_with_text_behind(State& s, TypeId type, std::string_view text) {
  const TypeId pointee = type_of(*s.program, type).element;
  const Reference string = new_string(s, text);
  const Address value = allocate(s, ObjectKind::Value, 1, static_cast<uint32_t>(pointee));
  s.set_field(value, 0, string);
  panic_with_word(s, type, value);
}

}  // namespace

void panic_runtime(State& s, std::string_view text) {
  panic_with(s, s.program->error_string_type, text);
}
void panic_plain(State& s, std::string_view text) {
  panic_with(s, s.program->plain_error_type, text);
}
void panic_bounds(State& s, std::string_view text) {
  panic_with(s, s.prepared->bounds_error, text);
}
void panic_assertion(State& s, std::string_view text) {
  panic_with_text_behind(s, s.prepared->assertion_error, text);
}

void panic_value(State& s, Reference value) {
  if (value == 0)
    return panic_with_text_behind(
        s, s.prepared->nil_panic_error,
        "panic called with nil argument (use GODEBUG=panicnil=1 to disable)");
  emit_panic(s, value);
  begin(s, value, 0);
}

void go_exit(State& s) {
  begin(s, 0, kPGoexit);
}

void push_defer(State& s, FunctionId function, Reference closure, const Word* arguments,
                uint32_t count) {
  const std::vector<Word> kept(arguments, arguments + count);
  const Address d = allocate(s, ObjectKind::Deferred, kDArguments + count, 0);
  s.set_field(d, kDNext, top_defer(s));
  s.set_field(d, kDFrame, s.live_base);
  s.set_field(d, kDFunction, static_cast<uint32_t>(function));
  s.set_field(d, kDClosure, closure);
  s.set_field(d, kDCount, count);
  for (uint32_t i = 0; i < count; ++i) s.set_field(d, kDArguments + i, kept[i]);
  set_top_defer(s, d);
}

void defer_in(State& s, uint32_t base) {
  const Address moved = top_defer(s);
  s.set_field(moved, kDFrame, base);
  Address above = 0, d = base_of(s.field(moved, kDNext));
  while (d != 0 && s.field(d, kDFrame) > base) {
    above = d;
    d = base_of(s.field(d, kDNext));
  }
  if (above == 0) return;
  set_top_defer(s, base_of(s.field(moved, kDNext)));
  s.set_field(moved, kDNext, d);
  s.set_field(above, kDNext, moved);
}

bool run_deferred(State& s, uint32_t window) {
  const Address d = top_defer(s);
  if (d == 0 || s.field(d, kDFrame) != s.live_base) return false;
  enter_deferred(s, d, window, kFrameDeferred);
  return true;
}

Returned leave_frame(State& s) {
  const Address stack = stack_of(s);
  const Word link = s.field(stack, s.live_base - 2), chain = s.field(stack, s.live_base - 1);
  const uint32_t flags = high(chain);
  if ((flags & kFrameEntry) != 0) return Returned::Goroutine;
  const Word result = s.field(stack, s.live_base);
  s.live_base -= low(chain);
  s.live_pc = low(link);
  s.live_function = FunctionId{high(link)};
  if ((flags & kFramePrint) != 0) {
    for (Address p = top_panic(s); p != 0; p = base_of(s.field(p, kPNext))) {
      if (s.field(p, kPFrame) != 1 || s.field(p, kPText) != 0) continue;
      s.set_field(p, kPText, result);
      break;
    }
    crash(s);
    return Returned::Unwound;
  }
  if ((flags & kFramePanic) != 0) {
    if (has_flag(s, top_panic(s), kPRecovered))
      resume_after_recover(s);
    else
      unwind(s);
    return Returned::Unwound;
  }
  if ((flags & kFrameDeferred) != 0) return Returned::Unwound;  // back at RunDefers
  return Returned::ToCaller;
}

bool goroutine_exits(const State& s) {
  return top_panic(s) != 0 && has_flag(s, top_panic(s), kPDone);
}

Reference recover(State& s) {
  const Address panic = top_panic(s);
  if (panic == 0 || has_flag(s, panic, kPRecovered | kPGoexit) ||
      s.field(panic, kPFrame) != s.live_base)
    return 0;
  add_flag(s, panic, kPRecovered);
  return s.field(panic, kPValue);
}

}  // namespace gopark
