#include "native/run_picture.h"

#include <algorithm>
#include <cstdio>

namespace gopark {

namespace {

constexpr float kWidth = 1200, kMargin = 24, kRow = 24, kAdvance = 9.0f;
constexpr uint32_t kSourceRows = 9;
constexpr std::size_t kMostChannels = 4, kMostClauses = 6;

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (static_cast<unsigned char>(c) >= 0x20)
      out.push_back(c);
  }
  return out;
}

std::string hex(ImU32 color) {
  char text[8];
  std::snprintf(text, sizeof text, "#%02x%02x%02x", color & 255, color >> 8 & 255,
                color >> 16 & 255);
  return text;
}

std::string number(float value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", static_cast<double>(value));
  return text;
}

std::size_t signs_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

// At blanks, so that no line is longer than `most` signs but for single words.
std::vector<std::string> wrapped(std::string_view text, std::size_t most) {
  std::vector<std::string> lines(1);
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    if (!lines.back().empty() && signs_of(lines.back()) + 1 + signs_of(word) > most)
      lines.emplace_back();
    if (!lines.back().empty()) lines.back() += ' ';
    lines.back() += word;
  }
  return lines;
}

ImU32 ink(const Theme& theme, Shade shade) {
  return theme.ink[static_cast<std::size_t>(shade)];
}

class Canvas {
 public:
  explicit Canvas(const Theme& theme) : theme_(theme) {}

  void rect(float x, float y, float width, float height, ImU32 color, float round = 0) {
    out_ += "<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" +
            number(std::max(width, 0.5f)) + "\" height=\"" + number(height) + "\" rx=\"" +
            number(round) + "\" fill=\"" + hex(color) + "\"/>\n";
  }
  void line(float x0, float y0, float x1, float y1, ImU32 color, float width) {
    out_ += "<line x1=\"" + number(x0) + "\" y1=\"" + number(y0) + "\" x2=\"" + number(x1) +
            "\" y2=\"" + number(y1) + "\" stroke=\"" + hex(color) + "\" stroke-width=\"" +
            number(width) + "\"/>\n";
  }
  // `y` is the base line.
  void text(float x, float y, std::string_view words, ImU32 color, const char* style) {
    out_ += "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" class=\"" + style +
            "\" fill=\"" + hex(color) + "\" xml:space=\"preserve\">" + escaped(words) + "</text>\n";
  }
  // The shape stands for the state before its colour does.
  void shade(float x, float y, Shade shade) {
    constexpr const char* kShapes[] = {"▶", "○", "‖", "☾", "✗", "✓"};
    text(x, y, kShapes[static_cast<std::size_t>(shade)], ink(theme_, shade), "b");
  }

  const Theme& theme() const { return theme_; }
  std::string take() { return std::move(out_); }

 private:
  const Theme& theme_;
  std::string out_;
};

// Each part answers the y below it.
float draw_source(Canvas& canvas, const SourceView& view, float x, float y, float width) {
  const Theme& theme = canvas.theme();
  const auto count = static_cast<uint32_t>(view.lines.size());
  const uint32_t focus = std::max<uint32_t>(view.focus_line, 1);
  uint32_t first = focus > kSourceRows * 2 / 3 ? focus - kSourceRows * 2 / 3 : 1;
  first = std::min(first, count > kSourceRows ? count - kSourceRows + 1 : 1);
  for (uint32_t n = first; n < first + kSourceRows && n <= count; ++n, y += kRow) {
    const SourceLineView& line = view.lines[n - 1];
    if (line.moved_here) canvas.rect(x, y, width, kRow, theme.raised, 3);
    const float text = x + 5 * kAdvance;
    for (const ChangedRange& range : line.changed)
      canvas.rect(text + kAdvance * static_cast<float>(range.from), y + 1,
                  kAdvance * static_cast<float>(std::max(range.to, range.from + 1) - range.from),
                  kRow - 2, theme.changed, 3);
    canvas.text(x + 4, y + 17, std::to_string(line.number), theme.dim, "m");
    const auto most = static_cast<std::size_t>((width - 5 * kAdvance) / kAdvance);
    std::string shown = line.text;
    if (signs_of(shown) > most) shown = shown.substr(0, most > 1 ? most - 1 : 0) + "…";
    canvas.text(text, y + 17, shown, theme.text, "m");
    float right = x + width;
    for (std::size_t i = 0; i < line.here.size() && i < 3; ++i) {
      const float wide = kAdvance * static_cast<float>(signs_of(line.here[i].name)) + 24;
      right -= wide + 4;
      canvas.rect(right, y + 2, wide, kRow - 4, theme.raised, 9);
      canvas.shade(right + 4, y + 17, line.here[i].shade);
      canvas.text(right + 22, y + 17, line.here[i].name, ink(theme, line.here[i].shade), "p");
    }
    if (!line.ghost.empty())
      canvas.text(text + kAdvance * static_cast<float>(signs_of(shown) + 2), y + 17,
                  "◌ " + line.ghost, ink(theme, Shade::Waiting), "p");
  }
  return y + 12;
}

float draw_lanes(Canvas& canvas, const LanesView& view, uint64_t longest, float x, float y,
                 float width) {
  const Theme& theme = canvas.theme();
  std::size_t widest = 0;
  for (const LaneView& lane : view.lanes)
    widest = std::max(
        widest, signs_of(lane.tag.name + "  " + (lane.folded > 1 ? lane.summary : lane.tag.state)));
  const float label = std::min(width / 2, 30 + 8 * static_cast<float>(widest));
  const float left = x + label, span = width - label;
  const auto at = [&](uint64_t step) {
    return left + span * static_cast<float>(static_cast<double>(step) /
                                            static_cast<double>(std::max<uint64_t>(longest, 1)));
  };
  const float top = y;
  for (const LaneView& lane : view.lanes) {
    canvas.shade(x + 2, y + 17, lane.tag.shade);
    canvas.text(x + 22, y + 17, lane.tag.name, theme.text, "p");
    canvas.text(x + 32 + 8.6f * static_cast<float>(signs_of(lane.tag.name)), y + 17,
                lane.folded > 1 ? lane.summary : lane.tag.state, ink(theme, lane.tag.shade), "p");
    float done = left - 1;
    for (const Stretch& stretch : lane.lane->stretches) {
      const uint64_t to = std::min(stretch.to, view.position);
      if (stretch.from >= view.position || at(to) - done < 0.5f) continue;
      const bool thin = stretch.shade == Shade::Runnable || stretch.shade == Shade::Finished;
      canvas.rect(at(stretch.from) + 1, y + (thin ? 9.0f : 3.0f), at(to) - at(stretch.from) - 1,
                  thin ? 5.0f : 18.0f, theme.fill[static_cast<std::size_t>(stretch.shade)], 3);
      done = at(to);
    }
    y += kRow;
  }
  canvas.line(at(view.position), top, at(view.position), y, theme.accent, 2);
  return y + 12;
}

std::string channel_words(const ChannelRow& row) {
  std::string words = row.name + "  cap " + count_text(row.capacity);
  if (row.closed) words += " · closed";
  for (const std::string& slot : row.slots) words += "  [" + slot + "]";
  for (const GoroutineTag& tag : row.senders) words += "  " + tag.name + " waits to send";
  for (const GoroutineTag& tag : row.receivers) words += "  " + tag.name + " waits to receive";
  const uint64_t more = row.more_senders + row.more_receivers;
  return more > 0 ? words + " and " + count_text(more) + " more" : words;
}

float draw_words(Canvas& canvas, std::string_view words, float x, float y, float width, ImU32 color,
                 const char* style) {
  for (const std::string& line : wrapped(words, static_cast<std::size_t>(width / 8.2f))) {
    canvas.text(x, y + 17, line, color, style);
    y += kRow;
  }
  return y;
}

float draw_twin(Canvas& canvas, const PictureTwin& twin, uint64_t longest, float x, float y,
                float width) {
  const Theme& theme = canvas.theme();
  canvas.text(x, y + 17, twin.title, theme.text, "b");
  const float verdict = x + 10 * static_cast<float>(signs_of(twin.title)) + 20;
  canvas.shade(verdict, y + 17, twin.source.verdict_shade);
  canvas.text(verdict + 22, y + 17,
              twin.source.verdict + (twin.source.badge.empty() ? "" : " · " + twin.source.badge),
              ink(theme, twin.source.verdict_shade), "b");
  y = draw_source(canvas, twin.source, x, y + 30, width);
  y = draw_lanes(canvas, twin.lanes, longest, x, y, width);
  for (std::size_t i = 0; i < twin.channels.size() && i < kMostChannels; ++i)
    y = draw_words(canvas, channel_words(twin.channels[i]), x, y, width,
                   twin.channels[i].changed ? theme.accent : theme.dim, "p");
  if (!twin.why.subject || twin.why.subject->shade == Shade::Finished) return y + 8;
  y += 8;
  for (std::size_t i = 0; i < twin.why.clauses.size() && i < kMostClauses; ++i)
    y = draw_words(canvas, twin.why.clauses[i].text, x, y, width, theme.text, "p");
  return y + 8;
}

struct Drawn {
  std::string shapes;
  float height = 0;
};

Drawn draw(const PictureView& view, const Theme& theme) {
  Canvas canvas(theme);
  canvas.text(kMargin, 42, view.title, theme.text, "t");
  const std::string where = "step " + count_text(view.step) + " of " + count_text(view.length);
  canvas.text(kWidth - kMargin - 8.5f * static_cast<float>(where.size()), 42, where, theme.dim,
              "p");
  float y = draw_words(canvas, view.story, kMargin, 56, kWidth - 2 * kMargin, theme.accent, "b");
  y += 10;
  uint64_t longest = 1;
  for (const PictureTwin& twin : view.twins) longest = std::max(longest, twin.lanes.steps);
  const auto count = static_cast<float>(std::max<std::size_t>(view.twins.size(), 1));
  const float each = (kWidth - 2 * kMargin - (count - 1) * kMargin) / count;
  float bottom = y;
  for (std::size_t i = 0; i < view.twins.size(); ++i)
    bottom =
        std::max(bottom, draw_twin(canvas, view.twins[i], longest,
                                   kMargin + static_cast<float>(i) * (each + kMargin), y, each));
  return {canvas.take(), bottom + 12};
}

std::string style() {
  return "<style>.m{font:15px 'JetBrains Mono',monospace}.p{font:15px Inter,sans-serif}"
         ".b{font:600 16px Inter,sans-serif}.t{font:600 24px Inter,sans-serif}</style>\n";
}

std::string begin_svg(const std::string& id, const PictureView& view, float height,
                      const Theme& theme) {
  const std::string size = number(kWidth) + " " + number(height);
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + "\" width=\"" +
         number(kWidth) + "\" height=\"" + number(height) + "\" role=\"img\" aria-labelledby=\"" +
         id + "-title " + id + "-desc\">\n<title id=\"" + id + "-title\">" +
         escaped(view.title + ", step " + count_text(view.step)) + "</title>\n<desc id=\"" + id +
         "-desc\">" + escaped(alt_text(view)) + "</desc>\n" + style() +
         "<rect width=\"100%\" height=\"100%\" fill=\"" + hex(theme.panel) + "\"/>\n";
}

std::string id_of(const PictureView& view) {
  return "step-" + std::to_string(view.step);
}

}  // namespace

std::string alt_text(const PictureView& view) {
  std::string text = "Step " + count_text(view.step) + " of " + count_text(view.length) + " of " +
                     view.title + ". " + view.story;
  for (const PictureTwin& twin : view.twins) {
    text += " " + twin.title + ": ";
    for (std::size_t i = 0; i < twin.lanes.lanes.size(); ++i) {
      const LaneView& lane = twin.lanes.lanes[i];
      text += (i > 0 ? ", " : "") + lane.tag.name + " " +
              (lane.folded > 1 ? lane.summary : lane.tag.state);
    }
    text += ".";
  }
  return text;
}

std::string picture_svg(const PictureView& view, const Theme& theme) {
  const Drawn drawn = draw(view, theme);
  return begin_svg(id_of(view), view, drawn.height, theme) + drawn.shapes + "</svg>\n";
}

std::string filmstrip_svg(const std::vector<PictureView>& views, const Theme& theme) {
  std::string shapes;
  float y = 0;
  for (const PictureView& view : views) {
    const Drawn drawn = draw(view, theme);
    shapes += "<g transform=\"translate(0 " + number(y) + ")\" aria-label=\"" +
              escaped(alt_text(view)) + "\">\n" + drawn.shapes + "</g>\n";
    y += drawn.height;
    shapes += "<rect y=\"" + number(y) + "\" width=\"100%\" height=\"2\" fill=\"" +
              hex(theme.outline) + "\"/>\n";
    y += 2;
  }
  const PictureView whole = views.empty() ? PictureView{} : views.front();
  return begin_svg("filmstrip", whole, std::max(y, 1.0f), theme) + shapes + "</svg>\n";
}

std::string filmstrip_html(const std::vector<PictureView>& views, const Theme& theme) {
  const std::string title = views.empty() ? "" : escaped(views.front().title);
  std::string out =
      "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
      "content=\"width=device-width\">\n<title>" +
      title +
      "</title>\n<style>body{font:18px/1.5 Inter,system-ui,sans-serif;max-width:1240px;"
      "margin:2rem auto;padding:0 1rem;color:" +
      hex(theme.text) + ";background:" + hex(theme.background) +
      "}figure{margin:0 0 3rem}svg{width:100%;height:auto}a{color:" + hex(theme.accent) +
      "}</style>\n<h1>" + title + "</h1>\n";
  for (const PictureView& view : views)
    out += "<figure id=\"" + id_of(view) + "\">\n" + picture_svg(view, theme) +
           "<figcaption><a href=\"index.html" + escaped(view.link) + "\">Step " +
           count_text(view.step) + "</a>: " + escaped(view.story) + "</figcaption>\n</figure>\n";
  return out + "</html>\n";
}

}  // namespace gopark
