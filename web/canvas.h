// Canvas: the app on a canvas, as one of two faces of a lesson. The other is the page's own
// controls and its text. Both show one state, the program and the step: who is moved tells the
// other.
//
// The page moves the canvas by the setters, which are never told back. What a person changed on the
// canvas is told as JSON (CanvasNews in web/page/types.d.ts).
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "web/host_html5.h"

namespace gopark {

// Schedules of runs with more steps are not told: they are too long for a link, too.
inline constexpr uint64_t kMaxToldSteps = 20'000;

// What stands for a question's answer where there is none.
inline constexpr int kSkipped = -1;
inline constexpr int kNotAsked = -2;

class Canvas {
 public:
  // False when the canvas has no WebGL 2. `given` outlives it. `tell`: one JSON text.
  bool open(const Given& given, std::function<void(const std::string&)> tell);
  // The module has its second half: every lesson can be opened, every letter drawn.
  void know_all();
  // A lesson by its name; any other name: a program of the reader's own, given by set_text().
  void show(const std::string& lesson);
  void set_text(uint32_t side, const std::string& text);
  void set_variant(uint32_t side);
  void set_schedule(const std::string& text);
  void set_step(uint64_t step);
  // The question `ask` was answered with its answer of that index; kSkipped: with none.
  void set_answer(uint32_t side, const std::string& ask, int answer);
  void set_look(ThemeKind theme, float scale);
  CanvasHost& host() { return *host_; }

 private:
  // What both faces know.
  struct State {
    uint32_t side = 0;
    uint64_t step = 0;
    ThemeKind theme{};
    std::string schedule;
    std::array<std::string, 2> texts;
    std::vector<int> answers;  // of each question: an index, kSkipped or kNotAsked

    friend bool operator==(const State&, const State&) = default;
  };

  State state() const;
  void known() { known_ = state(); }
  void tell_news();
  std::string news(const State& now) const;
  void leave_to_page();

  std::unique_ptr<CanvasHost> host_;
  std::function<void(const std::string&)> tell_;
  std::string lesson_;
  State known_;
};

}  // namespace gopark
