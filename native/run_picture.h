// A run as SVG: the picture of a step, and a filmstrip of the steps that matter. Text stays text,
// and each picture says in words what it shows, for those who cannot see it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "native/theme.h"
#include "native/views.h"

namespace gopark {

struct PictureTwin {
  std::string title;
  SourceView source;
  LanesView lanes;
  std::vector<ChannelRow> channels;
  WhyView why;
};
struct PictureView {
  std::string title;  // of the lesson
  uint64_t step = 0, length = 0;
  std::string story;  // what the step did
  std::vector<PictureTwin> twins;
  std::string link;  // "#lesson=timeout&step=9"
};

// What the picture shows, in a few sentences.
std::string alt_text(const PictureView& view);
// One picture.
std::string picture_svg(const PictureView& view, const Theme& theme);
// All of them, one below the other, each with its caption.
std::string filmstrip_svg(const std::vector<PictureView>& views, const Theme& theme);
// The same as a page: a figure for each, with alt text, caption and a link beside the site's page.
std::string filmstrip_html(const std::vector<PictureView>& views, const Theme& theme);

}  // namespace gopark
