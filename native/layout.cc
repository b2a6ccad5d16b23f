#include "native/layout.h"

#include <algorithm>
#include <cmath>

namespace gopark {

namespace {

// The bands below the transport: sources, lanes, channels with the lower panel.
struct Bands {
  float sources = 0, lanes = 0, lower = 0;
};

// Whole lanes, so that none is cut: as many as there are, or as fit into `most`.
float lanes_height(float most, const UiState& ui, std::size_t lanes) {
  const float row = body_size(ui) * 1.22f + px(ui, 8), rest = px(ui, 46);
  const float fits = std::max(std::floor((most - rest) / row), 2.0f);
  return rest + row * std::min(fits, static_cast<float>(std::max<std::size_t>(lanes, 2)));
}

Bands bands_of(float height, const UiState& ui, std::size_t lanes) {
  // Where there is little room more of it is the program's.
  const bool tight = height < px(ui, 420);
  Bands bands;
  bands.lanes = std::min(lanes_height(height * 0.3f, ui, lanes), height * 0.3f);
  bands.lower = height * (ui.editing ? 0.2f : tight ? 0.33f : 0.35f);
  bands.sources = height - bands.lanes - bands.lower;
  return bands;
}

void place_sources(Layout& layout, const Box& place, const UiState& ui, std::size_t variants) {
  const float gap = px(ui, 8);
  const auto shown = static_cast<float>(std::max<std::size_t>(variants, 1));
  const float each = (place.width - gap * (shown - 1)) / shown;
  layout.sources.clear();
  for (float i = 0; i < shown; ++i)
    layout.sources.push_back({place.x + i * (each + gap), place.y, each, place.height});
}

// One band has the whole place below the transport.
void give_all(Layout& layout, const Box& place, const UiState& ui, std::size_t variants) {
  for (Box* box : {&layout.lanes, &layout.channels, &layout.lower}) *box = {};
  layout.sources.clear();
  if (ui.band == Band::Sources) place_sources(layout, place, ui, variants);
  if (ui.band == Band::Lanes) layout.lanes = place;
  if (ui.band == Band::Channels) layout.channels = place;
  if (ui.band == Band::Lower) layout.lower = place;
}

// Sources, lanes if there is room, and one panel with the rest as tabs.
void stack(Layout& layout, const Box& place, const UiState& ui, std::size_t lanes) {
  const float gap = px(ui, 8);
  const bool roomy = place.height > px(ui, 480);
  const Bands bands = bands_of(place.height - 2 * gap, ui, lanes);
  const float lane_height = roomy ? std::min(bands.lanes, place.height * 0.2f) : 0;
  const float source = (place.height - lane_height - 2 * gap) * 0.5f;
  layout.sources = {{place.x, place.y, place.width, source}};
  float y = place.y + source + gap;
  if (roomy) {
    layout.lanes = {place.x, y, place.width, lane_height};
    y += lane_height + gap;
  }
  layout.lower = {place.x, y, place.width, std::max(place.y + place.height - y, 1.0f)};
}

void spread(Layout& layout, const Box& place, const UiState& ui, std::size_t variants,
            std::size_t lanes) {
  const float gap = px(ui, 8);
  const Bands bands = bands_of(std::max(place.height - 2 * gap, 3.0f), ui, lanes);
  place_sources(layout, {place.x, place.y, place.width, bands.sources}, ui, variants);
  layout.lanes = {place.x, place.y + bands.sources + gap, place.width, bands.lanes};
  const float y = layout.lanes.y + bands.lanes + gap, left = (place.width - gap) * 0.42f;
  layout.channels = {place.x, y, left, bands.lower};
  layout.lower = {place.x + left + gap, y, place.width - gap - left, bands.lower};
}

}  // namespace

bool is_narrow(float width, const UiState& ui) {
  return width < 800 * px(ui, 1);
}

Layout layout_of(float width, float height, const UiState& ui, std::size_t variants,
                 std::size_t lanes) {
  const float gap = px(ui, 8), inner = std::max(width - 2 * gap, 1.0f);
  Layout layout;
  layout.stacked = is_narrow(width, ui);
  layout.narrow = inner < 610 * px(ui, 1);
  layout.header = {gap, gap, inner, px(ui, layout.narrow ? 72 : 36)};
  layout.transport = {gap, layout.header.y + layout.header.height + gap, inner,
                      px(ui, layout.narrow ? (inner < 500 * px(ui, 1) ? 142 : 116) : 78)};
  const float top = layout.transport.y + layout.transport.height + gap;
  const Box place{gap, top, inner, std::max(height - top - gap, 4.0f)};
  if (layout.stacked)
    stack(layout, place, ui, lanes);
  else
    spread(layout, place, ui, variants, lanes);
  if (ui.band != Band::All) give_all(layout, place, ui, variants);
  return layout;
}

}  // namespace gopark
