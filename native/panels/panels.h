// The panels: each a free function that reads a view, draws it, and asks for commands.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "native/lesson_list.h"
#include "native/views.h"
#include "native/widgets/draw.h"

namespace gopark {

struct HeaderView {
  std::string title, relation;
  bool has_twins = false;
};
void draw_header_panel(const Look& look, const Box& box, const HeaderView& view, const UiState& ui,
                       Commands& commands);
void draw_transport_panel(const Look& look, const Box& box, const TransportView& view,
                          const UiState& ui, Commands& commands);
void draw_source_panel(const Look& look, const Box& box, const SourceView& view, uint32_t side,
                       const UiState& ui, Commands& commands);
// The same place while it is edited; `text` is changed in place.
void draw_editor_panel(const Look& look, const Box& box, const SourceView& view, uint32_t side,
                       std::string& text, Commands& commands);

struct TwinLanes {
  std::string title;
  uint32_t side = 0;
  LanesView view;
};
void draw_lanes_panel(const Look& look, const Box& box, const std::vector<TwinLanes>& twins,
                      UiState& ui, Commands& commands);

struct TwinChannels {
  std::string title;
  std::vector<ChannelRow> rows;
};
void draw_channels_panel(const Look& look, const Box& box, const std::vector<TwinChannels>& twins,
                         Commands& commands);

struct WayOn {
  GoroutineTag tag;   // of a choice of who moves; otherwise without an id
  std::string label;  // of the other choices: "case 2 of 3"
  bool picked = false;
};
struct ScheduleView {
  std::string question;  // "" when the next step has only one way on
  std::vector<WayOn> ways;
  uint64_t picks_total = 0;
  std::string text;  // of the whole schedule
};
struct OutputView {
  std::string title, output, outcome;
  std::vector<Complaint> complaints;
};
struct LowerViews {
  std::string side_title;
  WhyView why;
  ScheduleView schedule;
  std::vector<MemoryRow> memory;
  std::vector<OutputView> outputs;
};
void draw_lower_panel(const Look& look, const Box& box, const LowerViews& views, UiState& ui,
                      Commands& commands);
void draw_why(const Look& look, const WhyView& view, const std::string& title, const UiState& ui,
              Commands& commands);
void draw_schedule(const Look& look, const ScheduleView& view, Commands& commands);
void draw_memory(const Look& look, const std::vector<MemoryRow>& rows, UiState& ui);
void draw_output(const Look& look, const std::vector<OutputView>& outputs);

// What lies over everything: lessons, help, palette, parts. Nothing when none is open.
void draw_overlay(const Look& look, const Box& screen, const std::vector<LessonText>& lessons,
                  std::size_t current, UiState& ui, Commands& commands);

}  // namespace gopark
