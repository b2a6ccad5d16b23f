// The app's own small widgets: shapes of states, text that is never cut without a tooltip, buttons.
#pragma once

#include <string>
#include <vector>

#include <imgui.h>

#include "native/commands.h"
#include "native/layout.h"
#include "native/theme.h"
#include "native/ui_state.h"
#include "native/views.h"

namespace gopark {

// What every panel draws with.
struct Look {
  const Theme& theme;
  ImFont* prose = nullptr;
  ImFont* bold = nullptr;
  ImFont* mono = nullptr;
  float size = 17;   // of text, in pixels
  float unit = 1;    // what lengths are multiplied with
  float motion = 1;  // how far the value of this step has travelled, 0..1
};

// Opens a panel at its place; close with end_panel() in any case.
void begin_panel(const char* id, const Box& box, const Look& look);
void end_panel();
// A panel's own name, small, above its content.
void panel_title(const Look& look, const char* text);

// The shape of a state, `size` wide: ▶ ○ ‖ ☾ ✗ ✓, drawn, so that no font matters.
void draw_shade(ImDrawList& list, ImVec2 at, float size, Shade shade, const Theme& theme);
// Area in a state's colour; leaked is hatched.
void fill_shade(ImDrawList& list, ImVec2 from, ImVec2 to, Shade shade, const Theme& theme,
                float unit);

// Text at the cursor, in one line, shortened to `width` with "…" and then told whole by a tooltip.
void text_in(const std::string& text, float width, ImU32 color);
// Wrapped to the width that is left.
void text_wrapped(const std::string& text, ImU32 color);
// A button as wide as its place, its text wrapped; true when clicked.
bool wrapped_button(const Look& look, const std::string& text, const char* id);
// Puts the next item, so wide, on this line if it fits there.
void flow(float width);
// The width of a button with this label.
float button_width(const char* label);
// The width of goroutine_button.
float goroutine_width(const Look& look, const GoroutineTag& tag);
// Shape, name and state of a goroutine on one line; true when clicked.
bool goroutine_button(const Look& look, const GoroutineTag& tag, const char* id, bool selected);
// To Escape ImGui's fields answer by taking back all that was typed into them. After this call the
// next ones keep it.
void keep_text_on_escape();
// A line to type into, `width` wide (-1: all that is left); true after Enter.
bool input_line(const char* id, const char* hint, std::string& text, float width = -1);
// A button that asks for an action; its tooltip tells the title and the key.
bool action_button(const Look& look, Commands& commands, Action action, const char* label,
                   bool on = false);
// One of a row of them.
struct ActionItem {
  Action action;
  const char* label;
  bool on = false;
};
using ActionItems = std::vector<ActionItem>;
// With the space after each.
float width_of(const ActionItems& items);

}  // namespace gopark
