// The entry point of the desktop app.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "native/cli/chrome_trace.h"
#include "native/cli/trace_file.h"
#include "native/embedded_lessons.h"
#include "native/host_sdl.h"
#include "native/screenshot.h"
#include "native/toolchain_compile.h"

namespace gopark {
namespace {

struct Arguments {
  std::string what;  // a lesson, a file or a link; "": the last lesson
  uint64_t step = 0;
  bool has_step = false;
  std::string variant, theme, screenshot, panel;
  std::string size = "1280x720";
  float scale = 0;  // 0: as it was last time
  float density = 1;
  bool lecture = false;
};

bool apply(App& app, const Arguments& arguments) {
  UiState& ui = app.ui();
  app.set_lecture(arguments.lecture);
  if (const auto theme = parse_theme(arguments.theme)) ui.theme = *theme;
  if (arguments.scale > 0) ui.scale = arguments.scale;
  bool found = true;
  if (arguments.what.empty())
    app.open_lesson(app.lesson());
  else
    found = app.open(arguments.what);
  if (!found) return false;
  if (arguments.variant == "leaky") ui.shown = Shown::Leaky;
  if (arguments.variant == "fixed") ui.shown = Shown::Fixed;
  if (arguments.panel == "memory") ui.lower = LowerPanel::Memory;
  if (arguments.panel == "schedule") ui.lower = LowerPanel::Schedule;
  if (arguments.panel == "schedules") ui.lower = LowerPanel::AllSchedules;
  if (arguments.panel == "notes") ui.lower = LowerPanel::Notes;
  if (arguments.panel == "output") ui.lower = LowerPanel::Output;
  if (arguments.has_step) app.perform({Action::Seek, arguments.step, 0, ""});
  return true;
}

// A writer to a stream as one to a text.
template <void (*write)(const Session&, std::ostream&)>
std::string to_text(const Session& session) {
  std::ostringstream out;
  write(session, out);
  return out.str();
}

int fail(const std::string& sentence, int code) {
  std::fprintf(stderr, "gopark-app: %s\n", sentence.c_str());
  return code;
}

int take_screenshot(const Arguments& arguments) {
  int width = 0, height = 0;
  if (std::sscanf(arguments.size.c_str(), "%dx%d", &width, &height) != 2 || width < 320 ||
      height < 240 || width > 8192 || height > 8192)
    return fail("--size: expected WIDTHxHEIGHT from 320x240 to 8192x8192, not " + arguments.size,
                64);
  Host host = desktop_host();
  host.reduced_motion = true;
  // A picture depends on its arguments alone, and leaves nothing behind.
  host.recall = Host().recall;
  host.remember = Host().remember;
  HeadlessImGui imgui(static_cast<float>(width) / arguments.density,
                      static_cast<float>(height) / arguments.density, arguments.density);
  App app(host, toolchain_compile(), lessons_of(embedded_lessons()));
  if (!apply(app, arguments)) return fail(app.ui().notice, 64);
  app.finish_searches();
  const std::string png = to_png(imgui.picture(app));
  std::ofstream out(arguments.screenshot, std::ios::binary);
  out << png;
  out.flush();
  return out ? 0 : fail(arguments.screenshot + " cannot be written", 64);
}

int open_window(const Arguments& arguments) {
  const Result<Done> done = run_in_window([&](Host host) {
    auto app =
        std::make_unique<App>(std::move(host), toolchain_compile(), lessons_of(embedded_lessons()));
    app->set_traces({to_text<write_trace>, to_text<write_chrome_trace>});
    if (!apply(*app, arguments)) {
      const std::string notice = app->ui().notice;
      app->open_lesson(0);
      app->ui().notice = notice;
    }
    return app;
  });
  return done.ok() ? 0
                   : fail(done.error() + "; `gopark explain LESSON` tells it in the terminal", 1);
}

int run(int argc, char** argv) {
  CLI::App cli("The playground: watch goroutines park, step back, see why", "gopark-app");
  Arguments a;
  cli.add_option("LESSON|FILE|LINK", a.what, "a lesson's name, a Go file, or a link of the page");
  CLI::Option* step = cli.add_option("--step", a.step, "stand at this step");
  cli.add_option("--variant", a.variant)->check(CLI::IsMember({"leaky", "both", "fixed"}));
  cli.add_option("--theme", a.theme)->check(CLI::IsMember({"dark", "light", "contrast"}));
  cli.add_option("--scale", a.scale, "of everything")->check(CLI::Range(0.75, 3.0));
  cli.add_option("--panel", a.panel)
      ->check(CLI::IsMember({"why", "schedule", "schedules", "memory", "output", "notes"}));
  cli.add_flag("--lecture", a.lecture, "large type");
  cli.add_option("--screenshot", a.screenshot, "write a PNG; no window is opened");
  cli.add_option("--size", a.size, "of the PNG in pixels, WIDTHxHEIGHT");
  cli.add_option("--density", a.density, "pixels of the PNG per unit")->check(CLI::Range(1.0, 4.0));
  try {
    cli.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return cli.exit(error) == 0 ? 0 : 64;
  }
  a.has_step = step->count() > 0;
  return a.screenshot.empty() ? open_window(a) : take_screenshot(a);
}

}  // namespace
}  // namespace gopark

int main(int argc, char** argv) {
  return gopark::run(argc, argv);
}
