#include "native/commands.h"

#include <array>

namespace gopark {

namespace {

constexpr ActionInfo kActions[] = {
#define ACTION(name, key, title) {Action::name, #name, key, title},
#include "native/actions.inc"
#undef ACTION
};

struct Sign {
  std::string_view key, label;
};
constexpr Sign kSigns[] = {{"Right", "→"}, {"Left", "←"},  {"Up", "↑"},       {"Down", "↓"},
                           {"Equal", "+"}, {"Minus", "-"}, {"Escape", "Esc"}, {"Slash", "/"}};

}  // namespace

std::span<const ActionInfo> all_actions() {
  return kActions;
}

const ActionInfo& info_of(Action action) {
  return kActions[static_cast<std::size_t>(action)];
}

std::string key_label(Action action) {
  const std::string_view key = info_of(action).key;
  if (key == "Shift+Slash") return "?";
  const std::size_t plus = key.rfind('+');
  const std::size_t start = plus == std::string_view::npos ? 0 : plus + 1;
  std::string out(key.substr(0, start));
  for (const Sign& sign : kSigns)
    if (key.substr(start) == sign.key) return out.append(sign.label);
  return out.append(key.substr(start));
}

}  // namespace gopark
