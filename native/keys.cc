#include "native/keys.h"

#include <imgui_internal.h>

namespace gopark {

namespace {

struct Modifier {
  std::string_view prefix;
  ImGuiKey key;
};
constexpr Modifier kModifiers[] = {{"Ctrl+", ImGuiMod_Ctrl}, {"Shift+", ImGuiMod_Shift}};

// A presenter's remote, and the names that ImGui gives to what is on the keys.
struct Alias {
  ImGuiKey key;
  Action action;
};
constexpr Alias kAliases[] = {{ImGuiKey_PageDown, Action::Step},
                              {ImGuiKey_PageUp, Action::Back},
                              {ImGuiKey_Period, Action::Lecture},
                              {ImGuiKey_KeypadAdd, Action::Faster},
                              {ImGuiKey_KeypadSubtract, Action::Slower}};

bool counts_while_typing(ImGuiKeyChord chord) {
  const int key = chord & ~ImGuiMod_Mask_;
  return (chord & ImGuiMod_Ctrl) != 0 || key == ImGuiKey_Escape ||
         (key >= ImGuiKey_F1 && key <= ImGuiKey_F12);
}

// The modifiers that were down when the key went down: a quick hand has let go of Ctrl again before
// the frame is drawn.
ImGuiKeyChord modifiers_of(ImGuiKey key) {
  ImGuiKeyChord held = ImGui::GetIO().KeyMods;
  const ImVector<ImGuiInputEvent>& events = ImGui::GetCurrentContext()->InputEventsTrail;
  for (int i = events.Size; i-- > 0;) {
    if (events[i].Type != ImGuiInputEventType_Key) continue;
    const ImGuiInputEventKey& event = events[i].Key;
    if (event.Key == key && event.Down) return held;
    if ((event.Key & ImGuiMod_Mask_) != 0) held = event.Down ? held & ~event.Key : held | event.Key;
  }
  return ImGui::GetIO().KeyMods;
}

bool is_pressed(ImGuiKeyChord chord) {
  const auto key = static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_);
  return ImGui::IsKeyPressed(key, true) && modifiers_of(key) == (chord & ImGuiMod_Mask_);
}

}  // namespace

std::optional<ImGuiKeyChord> parse_chord(std::string_view key) {
  ImGuiKeyChord chord = 0;
  for (const Modifier& modifier : kModifiers) {
    if (key.substr(0, modifier.prefix.size()) != modifier.prefix) continue;
    chord |= modifier.key;
    key.remove_prefix(modifier.prefix.size());
  }
  if (key.size() == 1 && key[0] >= 'A' && key[0] <= 'Z')
    return chord | (ImGuiKey_A + (key[0] - 'A'));
  if (key.size() == 1 && key[0] >= '0' && key[0] <= '9')
    return chord | (ImGuiKey_0 + (key[0] - '0'));
  for (int k = ImGuiKey_NamedKey_BEGIN; k < ImGuiKey_NamedKey_END; ++k) {
    const std::string_view name = ImGui::GetKeyName(static_cast<ImGuiKey>(k));
    if (key == name || (name.size() == key.size() + 5 && name.substr(0, key.size()) == key &&
                        name.substr(key.size()) == "Arrow"))
      return chord | k;
  }
  return std::nullopt;
}

void read_keys(bool typing, Commands& commands) {
  for (const ActionInfo& info : all_actions()) {
    if (info.key.empty()) continue;
    const auto chord = parse_chord(info.key);
    if (!chord || (typing && !counts_while_typing(*chord))) continue;
    if (is_pressed(*chord)) commands.push_back({info.action, 0, 0, ""});
  }
  if (typing) return;
  for (const Alias& alias : kAliases)
    if (is_pressed(alias.key)) commands.push_back({alias.action, 0, 0, ""});
}

}  // namespace gopark
