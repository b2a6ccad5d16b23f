#include "sim/detect/ability.h"

#include <algorithm>
#include <string_view>

#include "sim/vm/operands.h"

namespace gopark {

namespace {

bool ends_wait(WaitReason reason, Opcode op) {
  switch (op) {
    case Opcode::Receive:
    case Opcode::SelectReceive:
      return reason == WaitReason::ChanSend || reason == WaitReason::Select;
    case Opcode::Send:
    case Opcode::SelectSend:
    case Opcode::Close:
      return reason == WaitReason::ChanReceive || reason == WaitReason::Select;
    default:
      return false;
  }
}

// The library's functions that end a wait. (RWMutex.Lock may wait in the mutex inside.)
bool ends_wait(WaitReason reason, std::string_view function) {
  switch (reason) {
    case WaitReason::MutexLock:
      return function == "sync.(*Mutex).Unlock" || function == "sync.(*RWMutex).Unlock";
    case WaitReason::RWMutexLock:
    case WaitReason::RWMutexRLock:
      return function == "sync.(*RWMutex).Unlock" || function == "sync.(*RWMutex).RUnlock";
    case WaitReason::WaitGroupWait:
      return function == "sync.(*WaitGroup).Done" || function == "sync.(*WaitGroup).Add";
    case WaitReason::CondWait:
      return function == "sync.(*Cond).Signal" || function == "sync.(*Cond).Broadcast";
    case WaitReason::Coroutine:
      return function == "iter.resume" || function == "iter.yield" || function == "iter.exit";
    case WaitReason::IOWait:
      return function == "internal/poll.wake";
    default:
      return false;
  }
}

// Calls visit(pc, instruction, its ext word) for each instruction.
template <typename F>
void for_each_instruction(const Function& function, F&& visit) {
  for (uint32_t pc = 0; pc < function.code.size(); pc += 1 + extra_words(function.code[pc])) {
    visit(pc);
  }
}

// Of the value that the operation moves; nothing where it moves none.
std::optional<uint32_t> words_moved(const Function& function, uint32_t pc) {
  const Instruction i = function.code[pc];
  switch (i.op) {
    case Opcode::Send:
      return i.c;
    case Opcode::Receive:
    case Opcode::SelectSend:
    case Opcode::SelectReceive:
      return function.code[pc + 1].a;
    default:
      return std::nullopt;
  }
}

bool is_defer(Opcode op) {
  return op == Opcode::Defer || op == Opcode::DeferClosure || op == Opcode::DeferInterface;
}

bool is_call(Opcode op) {
  return op == Opcode::Call || op == Opcode::CallClosure || op == Opcode::CallInterface;
}

// Functions that the program uses as values: any of them may be called wherever a value is called.
template <typename F>
void for_each_function_value(const Program& program, F&& visit) {
  for (const Function& function : program.functions) {
    for_each_instruction(function, [&](uint32_t pc) {
      const Instruction i = function.code[pc];
      if (i.op == Opcode::LoadFunction) visit(static_cast<uint32_t>(imm32(i)));
      if (i.op == Opcode::MakeClosure) visit(type32(function.code[pc + 1]));
    });
  }
}

}  // namespace

// Grows the sets until nothing changes.
Abilities::Abilities(const Program& program, WaitReason reason, std::optional<uint32_t> words)
    : program_(program),
      reason_(reason),
      words_(words),
      able_(program.functions.size()),
      method_able_(program.method_names.size()) {
  for (std::size_t i = 0; i < able_.size(); ++i)
    able_[i] = ends_wait(reason, program.functions[i].name);
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < able_.size(); ++i) {
      if (able_[i]) continue;
      const Function& function = program.functions[i];
      bool able = false;
      for_each_instruction(function, [&](uint32_t pc) { able = able || may(function, pc); });
      if (able) able_[i] = changed = true;
    }
    for (const TypeDescription& type : program.types) {
      for (const MethodEntry& entry : type.methods) {
        const auto method = static_cast<std::size_t>(entry.method);
        if (!able_[static_cast<std::size_t>(entry.function)] || method_able_[method]) continue;
        method_able_[method] = changed = true;
      }
    }
    for_each_function_value(program, [&](uint32_t function) {
      if (!able_[function] || function_value_able_) return;
      function_value_able_ = changed = true;
    });
  }
}

// Whether it is an operation on a channel, of the right size, that ends a wait.
bool Abilities::operates(const Function& function, uint32_t pc) const {
  if (!ends_wait(reason_, function.code[pc].op)) return false;
  const std::optional<uint32_t> moved = words_moved(function, pc);
  return !words_ || !moved || *moved == *words_;
}

// Whether the instruction ends a wait, or calls what may.
bool Abilities::may(const Function& function, uint32_t pc) const {
  if (operates(function, pc)) return true;
  const Instruction i = function.code[pc];
  switch (i.op) {
    case Opcode::Call:
      return able_[static_cast<std::size_t>(imm32(i))];
    case Opcode::Go:
    case Opcode::Defer:
      return able_[type32(function.code[pc + 1])];
    case Opcode::CallInterface:
    case Opcode::GoInterface:
    case Opcode::DeferInterface:
      return method_able_[type32(function.code[pc + 1])];
    case Opcode::CallClosure:
    case Opcode::GoClosure:
    case Opcode::DeferClosure:
      return function_value_able_;
    case Opcode::Select: {
      for (uint32_t c = 0; c < i.b; ++c) {
        if (operates(function, pc + 1 + 2 * c)) return true;
      }
      return false;
    }
    default:
      return false;
  }
}

// What the frame can still execute, and the calls that it has deferred. A call that it is in is
// that of the frame inside.
bool Abilities::frame_may(const FrameView& frame, bool is_innermost) const {
  const Function& function = function_of(program_, frame.place.function);
  std::vector<bool> seen(function.code.size());
  std::vector<uint32_t> pending{frame.place.pc};
  if (!is_innermost && is_call(function.code[frame.place.pc].op))
    pending.front() += 1 + extra_words(function.code[frame.place.pc]);
  if (function.recover_pc != kNone) pending.push_back(function.recover_pc);
  bool able = false;
  for_each_instruction(function, [&](uint32_t pc) {
    if (is_defer(function.code[pc].op)) able = able || may(function, pc);
  });
  while (!pending.empty() && !able) {
    const uint32_t pc = pending.back();
    pending.pop_back();
    if (pc >= seen.size() || seen[pc]) continue;
    seen[pc] = true;
    able = may(function, pc);
    const Successors next = successors_of(function, pc);
    for (const uint32_t target : next.targets) pending.push_back(target);
    if (next.falls_through) pending.push_back(pc + 1 + extra_words(function.code[pc]));
  }
  return able;
}

bool Abilities::has(const World& world, GoroutineId goroutine) const {
  const std::vector<FrameView> frames = world.frames(goroutine);
  return std::any_of(frames.begin(), frames.end(), [&](const FrameView& frame) {
    return frame_may(frame, &frame == &frames.front());
  });
}

}  // namespace gopark
