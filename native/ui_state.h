// UiState: what is shown, never what is true. Ids and sizes only.
#pragma once

#include <cstdint>
#include <string>

#include "native/find.h"
#include "native/theme.h"
#include "sim/vm/ids.h"

namespace gopark {

enum class Shown : uint8_t { Leaky, Both, Fixed };
enum class LowerPanel : uint8_t {
  Why,
  Schedule,
  AllSchedules,
  Memory,
  Output,
  Notes,
  Channels,  // here only where the window has no room for a panel of its own
  Lanes
};
// One band of the screen, for a lecture.
enum class Band : uint8_t { All, Sources, Lanes, Channels, Lower };
enum class Overlay : uint8_t { None, Lessons, Help, Palette, Parts, Open, Dump, Share };

// The bar that finds a text in the program that is edited.
struct FindBar {
  bool is_open = false;
  std::string text;
  LetterCase letters = LetterCase::Any;
  uint32_t side = 0;          // of the editor that had the caret last
  uint32_t at = 0;            // the current match is the first that begins here or later
  bool has_caret = false;     // what is typed goes into the bar
  bool wants_caret = false;   // it shall from the next frame on
  bool gives_caret = false;   // the editor shall have it, with the current match selected
  bool wants_scroll = false;  // the current match shall come into sight
};

struct UiState {
  Shown shown = Shown::Both;
  ThemeKind theme = ThemeKind::Dark;
  float scale = 1.0f;
  bool lecture = false;
  ThemeKind theme_before = ThemeKind::Dark;  // the lecture
  bool second_window = false;
  bool full_screen = false;
  LowerPanel lower = LowerPanel::Why;
  Overlay overlay = Overlay::None;
  GoroutineId selected{};  // kNoGoroutine: whoever the story is about
  bool editing = false;
  bool playing = false;
  double steps_per_second = 1.5;
  double next_step_at = 0;  // Host::now, while playing
  uint64_t odometer_calls = 1000;
  uint64_t odometer_rate = 10;  // calls a second
  double odometer_since = -1;   // Host::now when the calls began to come in; < 0: all are there
  bool asks = true;             // the questions of the lesson
  int asking = -1;              // which of them is open; -1: none
  bool only_causes = false;     // step over what does not matter for the leak
  bool beating = false;         // the person is the scheduler of the fixed program
  Band band = Band::All;
  bool spotlight = false;
  float zoom = 1.0f;                // of the lanes; 1: the whole run fits
  float source_top = 0;             // the first row that twins show
  std::string lane_filter;          // part of a name or of a state
  bool filters_lanes = false;       // the line for it is there
  bool filter_wants_caret = false;  // in the next frame
  FindBar find;
  std::string query;   // of the palette, or the path to open
  std::string notice;  // one sentence about the last command; "" for none
  bool quit = false;
};

// Sizes at the current scale. Lecture mode is at least 28 px type.
inline float body_size(const UiState& ui) {
  const float size = 17.0f * ui.scale;
  return ui.lecture && size < 28.0f ? 28.0f : size;
}
// What everything else is multiplied with, so that it keeps its proportion to the type.
inline float px(const UiState& ui, float size) {
  return size * body_size(ui) / 17.0f;
}

}  // namespace gopark
