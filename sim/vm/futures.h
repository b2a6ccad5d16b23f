// Futures: what the code from a place on may still do, for each function and pc, whatever the
// values are: which global variables it may touch, whether it may add to a WaitGroup, change what
// sections look at, start or stop a timer or look at the clock, and whether it may come by one of
// the marked places.
//
// Calls are followed: a call of a known function into that function; of an interface's method into
// every method of that name and signature; of another value into every function whose value is
// taken anywhere in the program and takes as many words of arguments. A function literal that is
// only there for go or defer is nobody else's value. A function whose value is taken counts as
// called there, since it may be handed to somebody else; so do those of go and defer.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sim/vm/bytecode.h"
#include "sim/vm/event.h"
#include "sim/vm/state.h"

namespace gopark {

// The native that begins a section that changes what others may look at.
inline constexpr std::string_view kBeginChange = "internal/section.(*Guard).BeginChange";

// The natives that start or stop a timer, or look at the clock; and those that start one.
bool uses_clock(std::string_view native);
bool starts_timer(std::string_view native);

// The function that an instruction names, to call it, now or later, or as a value; or kNone.
uint32_t named_function(const Function& function, uint32_t pc);

class Futures {
 public:
  explicit Futures(const Program& program, std::vector<CodePlace> marked = {});

  // One bit for each of Program::globals, then one each for a WaitGroup, marked places, sections,
  // the clock, and a timer that is started.
  std::size_t words() const { return words_; }
  std::size_t adds_bit() const { return program_.globals.size(); }
  std::size_t marked_bit() const { return program_.globals.size() + 1; }
  std::size_t changes_bit() const { return program_.globals.size() + 2; }
  std::size_t clock_bit() const { return program_.globals.size() + 3; }
  std::size_t starts_bit() const { return program_.globals.size() + 4; }
  static bool has(const uint64_t* bits, std::size_t bit) {
    return (bits[bit / 64] >> bit % 64 & 1) != 0;
  }
  // From the instruction at pc on, to the end of this call.
  const uint64_t* from(FunctionId function, uint32_t pc);
  // Of a frame that waits at pc for a call of its own to come back.
  const uint64_t* after(FunctionId function, uint32_t pc);
  // All that a call of the function may do.
  const uint64_t* of_call(FunctionId function) const {
    return &summaries_[static_cast<std::size_t>(function) * words_];
  }
  // All that a goroutine may still do, by its frames and pending deferred calls.
  void add_goroutine(const State& s, Address goroutine, uint64_t* into);
  // All that pending timers may call.
  void add_timers(const State& s, uint64_t* into) const;

 private:
  struct Rows {
    bool done = false;
    std::vector<uint64_t> from, after;  // a row per pc
  };
  using Row = std::size_t;  // of summaries_
  Row row_of_unknown() const { return program_.functions.size(); }
  Row row_of_method(uint32_t method) const { return program_.functions.size() + 1 + method; }
  Row row_of_value(uint32_t argument_words) const;
  const uint64_t* row(Row r) const { return &summaries_[r * words_]; }
  void list_callers();
  void summarize();
  void add_call(const Function& function, uint32_t pc, uint64_t* into) const;
  const uint64_t* waiting_at(FunctionId function, uint32_t pc);
  FunctionId deferred_function(const State& s, Address deferred) const;
  bool merge(uint64_t* into, const uint64_t* bits) const;
  // What the instruction itself may do, calls included.
  void add_instruction(const Function& function, uint32_t pc, uint64_t* into) const;
  void add_native(std::string_view name, uint64_t* into) const;
  void add_global(uint32_t offset, uint64_t* into) const;
  void add_mark(const Function& function, uint32_t pc, uint64_t* into) const;
  const Rows& rows_of(FunctionId function);

  const Program& program_;
  std::vector<CodePlace> marked_;
  std::size_t words_;
  std::vector<uint32_t> global_at_;  // by word offset: index in Program::globals
  // By function, words_ each; then of an unknown call, of each method, and of values by the words
  // of their arguments.
  std::vector<uint64_t> summaries_;
  std::vector<std::vector<Row>> callers_;  // by function: the other rows that it is a part of
  uint32_t most_argument_words_ = 0;       // of a value that is taken
  std::vector<Rows> rows_;
};

}  // namespace gopark
