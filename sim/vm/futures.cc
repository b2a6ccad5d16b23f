#include "sim/vm/futures.h"

#include <algorithm>
#include <utility>

#include "sim/vm/frames.h"
#include "sim/vm/native.h"
#include "sim/vm/operands.h"

namespace gopark {

namespace {

// Done's own Add takes away, whatever it is called with.
bool only_takes_away(const Function& function) {
  return function.name == "sync.(*WaitGroup).Done";
}

// Of calls that name nothing.
bool calls_value(Opcode op) {
  return op == Opcode::CallClosure || op == Opcode::GoClosure || op == Opcode::DeferClosure;
}
bool calls_method(Opcode op) {
  return op == Opcode::CallInterface || op == Opcode::GoInterface || op == Opcode::DeferInterface;
}

bool takes_value(Opcode op) {
  return op == Opcode::LoadFunction || op == Opcode::MakeClosure;
}

}  // namespace

bool starts_timer(std::string_view native) {
  return native == "time.sleep" || native == "time.startTimer" || native == "time.resetTimer" ||
         native == "os/signal.expect";
}

bool uses_clock(std::string_view native) {
  return starts_timer(native) || native == "time.now" || native == "time.stopTimer" ||
         native == "os/signal.forget";
}

uint32_t named_function(const Function& function, uint32_t pc) {
  const Instruction i = function.code[pc];
  switch (i.op) {
    case Opcode::Call:
    case Opcode::LoadFunction:
      return static_cast<uint32_t>(imm32(i));
    case Opcode::MakeClosure:
    case Opcode::Go:
    case Opcode::Defer:
      return type32(function.code[pc + 1]);
    case Opcode::GoClosure:
    case Opcode::DeferClosure:
      return type32(function.code[pc + 1]) - 1;  // kNone: of no literal
    default:
      return kNone;
  }
}

Futures::Futures(const Program& program, std::vector<CodePlace> marked)
    : program_(program),
      marked_(std::move(marked)),
      words_((program.globals.size() + 5) / 64 + 1),
      global_at_(program.global_words, kNone),
      rows_(program.functions.size()) {
  for (uint32_t g = 0; g < program.globals.size(); ++g) {
    const GlobalVariable& global = program.globals[g];
    const uint32_t end = global.offset + type_of(program, global.type).words;
    for (uint32_t w = global.offset; w < end && w < global_at_.size(); ++w) global_at_[w] = g;
  }
  list_callers();
  summarize();
}

// No value that is taken has more.
Futures::Row Futures::row_of_value(uint32_t argument_words) const {
  return row_of_method(static_cast<uint32_t>(program_.method_names.size())) +
         std::min(argument_words, most_argument_words_ + 1);
}

bool Futures::merge(uint64_t* into, const uint64_t* bits) const {
  bool changed = false;
  for (std::size_t w = 0; w < words_; ++w) {
    changed = changed || (bits[w] & ~into[w]) != 0;
    into[w] |= bits[w];
  }
  return changed;
}

void Futures::add_global(uint32_t offset, uint64_t* into) const {
  const uint32_t global = offset < global_at_.size() ? global_at_[offset] : kNone;
  if (global != kNone) into[global / 64] |= uint64_t{1} << global % 64;
}

void Futures::add_instruction(const Function& function, uint32_t pc, uint64_t* into) const {
  const Instruction i = function.code[pc];
  if (i.op == Opcode::LoadGlobal || i.op == Opcode::StoreGlobal || i.op == Opcode::GlobalAddress)
    add_global(static_cast<uint32_t>(imm32(i)), into);
  if (i.op == Opcode::Native) add_native(native(static_cast<uint32_t>(imm32(i))).name, into);
  if (!marked_.empty()) add_mark(function, pc, into);
  if (const uint32_t callee = named_function(function, pc);
      callee != kNone && !only_takes_away(function))
    merge(into, of_call(FunctionId{callee}));
  else
    add_call(function, pc, into);
}

// Deferred calls are met where they are deferred; those that are pending stand in the goroutine's
// list. A panic that ends the run prints what it was called with.
void Futures::add_call(const Function& function, uint32_t pc, uint64_t* into) const {
  const Instruction i = function.code[pc];
  if (calls_value(i.op))
    merge(into, row(row_of_value(i.op == Opcode::CallClosure ? i.c : function.code[pc + 1].c)));
  if (calls_method(i.op)) merge(into, row(row_of_method(type32(function.code[pc + 1]))));
  if (i.op != Opcode::Panic) return;
  merge(into, row(row_of_method(static_cast<uint32_t>(program_.error_method))));
  merge(into, row(row_of_method(static_cast<uint32_t>(program_.string_method))));
}

void Futures::add_native(std::string_view name, uint64_t* into) const {
  const auto set = [into](std::size_t bit) { into[bit / 64] |= uint64_t{1} << bit % 64; };
  if (name == "sync.(*WaitGroup).Add") set(adds_bit());
  if (name == kBeginChange) set(changes_bit());
  if (uses_clock(name)) set(clock_bit());
  if (starts_timer(name)) set(starts_bit());
  if (name == "time.startTimer" || name == "os/signal.expect") merge(into, row(row_of_value(0)));
}

// (Lists of marked places are short.)
void Futures::add_mark(const Function& function, uint32_t pc, uint64_t* into) const {
  const auto id = static_cast<uint32_t>(&function - program_.functions.data());
  if (std::find(marked_.begin(), marked_.end(), CodePlace{FunctionId{id}, pc}) != marked_.end())
    into[marked_bit() / 64] |= uint64_t{1} << marked_bit() % 64;
}

void Futures::list_callers() {
  const std::size_t size = program_.functions.size();
  std::vector<bool> is_called(size, false), is_taken(size, false);
  for (const Function& function : program_.functions)
    for (uint32_t pc = 0; pc < function.code.size(); pc += 1 + extra_words(function.code[pc]))
      if (calls_value(function.code[pc].op) && named_function(function, pc) != kNone)
        is_called[named_function(function, pc)] = true;
  for (const Function& function : program_.functions)
    for (uint32_t pc = 0; pc < function.code.size(); pc += 1 + extra_words(function.code[pc]))
      if (takes_value(function.code[pc].op)) is_taken[named_function(function, pc)] = true;
  for (std::size_t f = 0; f < size; ++f) {
    is_taken[f] = is_taken[f] && !is_called[f];
    if (is_taken[f])
      most_argument_words_ = std::max(most_argument_words_, program_.functions[f].parameter_words);
  }
  callers_.resize(size);
  for (std::size_t f = 0; f < size; ++f)
    if (is_taken[f])
      callers_[f] = {row_of_unknown(), row_of_value(program_.functions[f].parameter_words)};
  for (const TypeDescription& type : program_.types)
    for (const MethodEntry& method : type.methods) {
      std::vector<Row>& callers = callers_[static_cast<std::size_t>(method.function)];
      callers.push_back(row_of_unknown());
      callers.push_back(row_of_method(static_cast<uint32_t>(method.method)));
    }
  summaries_.assign((row_of_value(kNone) + 1) * words_, 0);
}

void Futures::summarize() {
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t f = program_.functions.size(); f-- > 0;) {
      const Function& function = program_.functions[f];
      std::vector<uint64_t> bits(words_, 0);
      for (uint32_t pc = 0; pc < function.code.size(); pc += 1 + extra_words(function.code[pc]))
        add_instruction(function, pc, bits.data());
      changed = merge(&summaries_[f * words_], bits.data()) || changed;
      for (const Row caller : callers_[f])
        changed = merge(&summaries_[caller * words_], bits.data()) || changed;
    }
  }
}

const Futures::Rows& Futures::rows_of(FunctionId id) {
  Rows& rows = rows_[static_cast<std::size_t>(id)];
  if (rows.done) return rows;
  rows.done = true;
  const Function& function = function_of(program_, id);
  const std::size_t size = function.code.size();
  rows.from.assign(size * words_, 0);
  rows.after.assign(size * words_, 0);
  std::vector<uint32_t> pcs;
  for (uint32_t pc = 0; pc < size; pc += 1 + extra_words(function.code[pc])) {
    pcs.push_back(pc);
    add_instruction(function, pc, &rows.from[pc * words_]);
  }
  const auto flow = [&](uint32_t pc, uint32_t to) {
    return to < size && merge(&rows.after[pc * words_], &rows.from[to * words_]);
  };
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t n = pcs.size(); n-- > 0;) {
      const uint32_t pc = pcs[n];
      const Successors next = successors_of(function, pc);
      if (next.falls_through)
        changed = flow(pc, pc + 1 + extra_words(function.code[pc])) || changed;
      for (const uint32_t target : next.targets)
        if (target != kNone) changed = flow(pc, target) || changed;
      // A panic in there may be recovered.
      if (function.recover_pc != kNone) changed = flow(pc, function.recover_pc) || changed;
      changed = merge(&rows.from[pc * words_], &rows.after[pc * words_]) || changed;
    }
  }
  return rows;
}

const uint64_t* Futures::from(FunctionId function, uint32_t pc) {
  return &rows_of(function).from[pc * words_];
}
const uint64_t* Futures::after(FunctionId function, uint32_t pc) {
  return &rows_of(function).after[pc * words_];
}

// A frame below another one stands at a call; or at what has panicked, and may be tried again.
const uint64_t* Futures::waiting_at(FunctionId function, uint32_t pc) {
  const Opcode op = function_of(program_, function).code[pc].op;
  const bool calls = op == Opcode::Call || op == Opcode::CallClosure || op == Opcode::CallInterface;
  return calls ? after(function, pc) : from(function, pc);
}

FunctionId Futures::deferred_function(const State& s, Address deferred) const {
  const uint32_t named = layout::low(s.field(deferred, layout::kDFunction));
  if (named != kNone) return FunctionId{named};
  const Reference closure = s.field(deferred, layout::kDClosure);
  // A nil function value panics: as an unknown call.
  return closure == 0 ? FunctionId{static_cast<uint32_t>(program_.functions.size())}
                      : FunctionId{layout::aux_of(s.get(base_of(closure)))};
}

void Futures::add_goroutine(const State& s, Address goroutine, uint64_t* into) {
  for_each_frame(s, goroutine, [&](const Frame& frame) {
    merge(into,
          frame.innermost ? from(frame.function, frame.pc) : waiting_at(frame.function, frame.pc));
  });
  Address d = layout::low(s.field(goroutine, layout::kGDefers));
  for (; d != 0; d = base_of(s.field(d, layout::kDNext)))
    merge(into, of_call(deferred_function(s, d)));
}

void Futures::add_timers(const State& s, uint64_t* into) const {
  const Address heap = layout::low(s.get(layout::kTimerHeap));
  for (uint32_t i = 0; i < s.get(layout::kTimerCount); ++i) {
    const Address timer = layout::low(s.field(heap, i));
    if (static_cast<TimerKind>(s.field(timer, layout::kTKind)) != TimerKind::CallFunction) continue;
    const Reference closure = s.field(timer, layout::kTTarget);
    merge(into, of_call(FunctionId{layout::aux_of(s.get(base_of(closure)))}));
  }
}

}  // namespace gopark
