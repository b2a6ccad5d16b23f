// Host: what the app needs of the platform it runs on, as plain functions. The desktop fills it in
// host_sdl.cc, the page in web/, the tests and screenshots leave most of it as it is here.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "native/fonts.h"
#include "sim/base/result.h"

namespace gopark {

struct Host {
  // Seconds since some start; never goes back.
  std::function<double()> now = [] { return 0.0; };
  std::function<void(const std::string&)> copy = [](const std::string&) {};
  std::function<std::string()> paste = [] { return std::string(); };
  // A file's text; an error is one sentence.
  std::function<Result<std::string>(const std::string& path)> read_file =
      [](const std::string&) -> Result<std::string> { return Error{"files cannot be read here"}; };
  std::function<Result<Done>(const std::string& path, const std::string& text)> write_file =
      [](const std::string&, const std::string&) -> Result<Done> {
    return Error{"files cannot be written here"};
  };
  // Small texts that outlive the program (settings, unsaved edits), by name. Losing them is no
  // error.
  std::function<std::optional<std::string>(const std::string& name)> recall =
      [](const std::string&) -> std::optional<std::string> { return std::nullopt; };
  std::function<void(const std::string& name, const std::string& text)> remember =
      [](const std::string&, const std::string&) {};
  std::function<void(bool on)> set_full_screen = [](bool) {};
  // For the program in a link, without a header (RFC 1951). inflate refuses what is damaged or
  // gives more than kMaxLinkProgram bytes.
  std::function<Result<std::string>(const std::string&)> deflate =
      [](const std::string&) -> Result<std::string> {
    return Error{"programs go into no link here"};
  };
  std::function<Result<std::string>(const std::string&)> inflate =
      [](const std::string&) -> Result<std::string> {
    return Error{"programs go into no link here"};
  };
  // Saves the picture that is on the screen after the next frame, and tells so in ui().notice;
  // empty: it cannot.
  std::function<void(const std::string& name)> save_picture;
  bool can_open_windows = false;  // a second one, which draws App::notes_frame
  bool reduced_motion = false;
  bool can_quit = true;
  // False: until App::know_all() there is the given lesson only, with the letters of
  // Letters::First, and no schedules are searched.
  bool has_all = true;
};

}  // namespace gopark
