// Ability: whether a goroutine has any code left that could end a wait of a given kind.
// Reachability alone says who holds a channel; of these, a goroutine that only ever sends can never
// let another sender go.
//
// Decided from the code: what its frames can still execute, and all that this may call. It errs
// only in one direction: who is not able never wakes anybody by itself. For sentences and pictures;
// the verdict "leaked" does not use it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/vm/world.h"

namespace gopark {

class Abilities {
 public:
  // To end a wait for this reason: to receive for ChanSend, to send or close for ChanReceive, and
  // so on. `words`: of a value of the channel that is waited on, where there is one such channel;
  // who only sends or receives values of another size does so on others.
  Abilities(const Program& program, WaitReason reason, std::optional<uint32_t> words);

  // REQUIRES: the goroutine lives.
  bool has(const World& world, GoroutineId goroutine) const;

 private:
  bool may(const Function& function, uint32_t pc) const;
  bool operates(const Function& function, uint32_t pc) const;
  bool frame_may(const FrameView& frame, bool is_innermost) const;

  const Program& program_;
  WaitReason reason_;
  std::optional<uint32_t> words_;
  std::vector<bool> able_;            // by FunctionId: the function, or what it calls
  std::vector<bool> method_able_;     // by MethodId: some method of this name is
  bool function_value_able_ = false;  // some function that is used as a value is
};

}  // namespace gopark
