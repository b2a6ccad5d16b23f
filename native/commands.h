// Commands: what panels ask for. app.cc alone performs them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gopark {

enum class Action : uint8_t {
#define ACTION(name, key, title) name,
#include "native/actions.inc"
#undef ACTION
};

struct ActionInfo {
  Action action{};
  std::string_view name;   // "FineStep"
  std::string_view key;    // "Shift+Right"; "": none
  std::string_view title;  // for people
};

// All actions, in the order of the enum.
std::span<const ActionInfo> all_actions();
const ActionInfo& info_of(Action action);
// The key as people read it on a keyboard: "Shift+→", "?"; "" without a key.
std::string key_label(Action action);

struct Command {
  Action action{};
  uint64_t number =
      0;  // Seek: step; Select: goroutine; RunToLine: line; OpenLesson, Choose, ApplyFix: index
  uint32_t side = 0;  // of the variant meant: 0 leaky (or the only one), 1 fixed
  std::string text;   // SetSource: the program; OpenFile: the path
};
using Commands = std::vector<Command>;

}  // namespace gopark
