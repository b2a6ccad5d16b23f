#include "native/layout.h"

#include <algorithm>

namespace gopark {

namespace {

// The bands below the transport: sources, lanes, channels with the lower panel.
struct Bands {
  float sources = 0, lanes = 0, lower = 0;
};

Bands bands_of(float height, const UiState& ui, std::size_t lanes) {
  const float row = body_size(ui) * 1.25f + px(ui, 8);
  const float needed = row * static_cast<float>(std::max<std::size_t>(lanes, 2) + 1) + px(ui, 16);
  Bands bands;
  bands.lanes = std::min(needed, height * 0.3f);
  bands.lower = height * 0.33f;
  bands.sources = height - bands.lanes - bands.lower;
  return bands;
}

}  // namespace

Layout layout_of(float width, float height, const UiState& ui, std::size_t variants,
                 std::size_t lanes) {
  const float gap = px(ui, 8), inner = std::max(width - 2 * gap, 1.0f);
  const bool narrow = width < 800 * px(ui, 1);
  Layout layout;
  layout.header = {gap, gap, inner, px(ui, 36)};
  layout.transport = {gap, layout.header.y + layout.header.height + gap, inner, px(ui, 76)};
  const float top = layout.transport.y + layout.transport.height + gap;
  const float rest = std::max(height - top - 3 * gap, 3.0f);
  const Bands bands = bands_of(rest, ui, lanes);
  const auto shown = static_cast<float>(narrow ? 1 : std::max<std::size_t>(variants, 1));
  const float each = (inner - gap * (shown - 1)) / shown;
  for (float i = 0; i < shown; ++i)
    layout.sources.push_back({gap + i * (each + gap), top, each, bands.sources});
  layout.lanes = {gap, top + bands.sources + gap, inner, bands.lanes};
  const float lower = layout.lanes.y + bands.lanes + gap;
  if (narrow) {
    const float half = (bands.lower - gap) / 2;
    layout.channels = {gap, lower, inner, half};
    layout.lower = {gap, lower + half + gap, inner, half};
  } else {
    const float left = (inner - gap) * 0.42f;
    layout.channels = {gap, lower, left, bands.lower};
    layout.lower = {gap + left + gap, lower, inner - gap - left, bands.lower};
  }
  return layout;
}

}  // namespace gopark
