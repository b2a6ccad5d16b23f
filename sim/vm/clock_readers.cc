#include "sim/vm/clock_readers.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "sim/vm/frames.h"
#include "sim/vm/liveness.h"

namespace gopark {

namespace {

bool has_function(const Program& program, std::string_view name) {
  return std::any_of(program.functions.begin(), program.functions.end(),
                     [name](const Function& f) { return f.name == name; });
}

template <typename F>
void for_each_instruction(const Program& program, F&& visit) {
  for (uint32_t f = 0; f < program.functions.size(); ++f) {
    const std::vector<Instruction>& code = program.functions[f].code;
    for (uint32_t pc = 0; pc < code.size(); pc += 1 + extra_words(code[pc]))
      visit(CodePlace{FunctionId{f}, pc}, code.data() + pc);
  }
}

constexpr uint16_t kTimeWords = 3;  // of a time.Time, and perhaps of other values

// Where a time is received and read afterwards.
class KeptTimes {
 public:
  explicit KeptTimes(const Program& program) : program_(program), liveness_(program) {}

  std::vector<CodePlace> places() const {
    std::vector<CodePlace> places;
    for_each_instruction(program_, [&](CodePlace place, const Instruction* at) {
      if (keeps(place.function, place.pc, at)) places.push_back(place);
    });
    return places;
  }

 private:
  bool keeps(FunctionId function, uint32_t pc, const Instruction* at) const {
    if (at->op == Opcode::Receive) return at[1].a == kTimeWords && is_read(function, pc, at->a);
    if (at->op != Opcode::Select) return false;
    for (uint32_t n = 0; n < at->b; ++n) {
      const Instruction* one = at + 1 + 2 * n;
      if (one->op == Opcode::SelectReceive && one[1].a == kTimeWords &&
          is_read(function, pc, one->b))
        return true;
    }
    return false;
  }
  bool is_read(FunctionId function, uint32_t pc, uint16_t first) const {
    if (first == kNoRegister) return false;
    for (uint32_t word = 0; word < kTimeWords; ++word)
      if (liveness_.is_live_after(function, pc, first + word)) return true;
    return false;
  }

  const Program& program_;
  Liveness liveness_;
};

// What only a timer's channel sends is a time that nobody asked for.
std::vector<CodePlace> kept_times(const Program& program) {
  if (!has_function(program, "time.hideBuffer")) return {};
  return KeptTimes(program).places();
}

bool asks_for_time(const Program& program, const Function& from, const Instruction* at) {
  if (from.is_std || at->op != Opcode::Call) return false;
  const std::string& callee =
      function_of(program, FunctionId{static_cast<uint32_t>(imm32(*at))}).name;
  return callee == "time.Now" || callee == "time.Since" || callee == "time.Until";
}

}  // namespace

bool reads_clock(const Program& program) {
  return has_function(program, "time.Now") || !kept_times(program).empty();
}

ClockReaders::ClockReaders(const Program& program)
    : program_(program), places_(kept_times(program)) {
  for_each_instruction(program, [&](CodePlace place, const Instruction* at) {
    if (asks_for_time(program, function_of(program, place.function), at)) places_.push_back(place);
  });
}

bool ClockReaders::add(CodePlace place) {
  const bool nobody = place.function == FunctionId{kNone};
  if (nobody ? always_ : std::find(places_.begin(), places_.end(), place) != places_.end())
    return false;
  always_ = always_ || nobody;
  if (!nobody) places_.push_back(place);
  futures_.reset();
  return true;
}

// Whether it stands in a call that it has made at one of the places: what comes after that is no
// longer the read.
bool ClockReaders::is_reading(const State& s, Address goroutine) const {
  bool reads = false;
  for_each_frame(s, goroutine, [&](const Frame& frame) {
    const CodePlace place{frame.function, frame.pc};
    reads = reads || std::find(places_.begin(), places_.end(), place) != places_.end();
  });
  return reads;
}

bool ClockReaders::may_read(const State& s) {
  if (always_) return true;
  if (places_.empty()) return false;
  for (Address g = layout::low(s.get(layout::kAllHead)); g != 0;
       g = layout::low(s.field(g, layout::kGAll)))
    if (is_reading(s, g)) return true;
  look_ahead(s);
  return Futures::has(bits_.data(), futures_->marked_bit());
}

bool ClockReaders::may_start_timer(const State& s) {
  look_ahead(s);
  return Futures::has(bits_.data(), futures_->starts_bit());
}

void ClockReaders::look_ahead(const State& s) {
  if (!futures_) futures_.emplace(program_, places_);
  bits_.assign(futures_->words(), 0);
  for (Address g = layout::low(s.get(layout::kAllHead)); g != 0;
       g = layout::low(s.field(g, layout::kGAll)))
    futures_->add_goroutine(s, g, bits_.data());
  futures_->add_timers(s, bits_.data());
}

}  // namespace gopark
