// PageRun: one program as the page shows it. It answers in JSON, which web/page/types.d.ts
// describes.
//
// The page asks for everything that it shows: the story of the run once, when a program is loaded
// or a choice is changed, and the state at one step whenever that step is shown.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "native/limits.h"
#include "native/schedule_search.h"
#include "sim/explore/suggest.h"
#include "sim/lang/toolchain.h"
#include "sim/session/findings.h"
#include "sim/session/session.h"
#include "web/json.h"

namespace gopark {

// Limits of what is told at once; the rest of a longer run is asked for step by step.
inline constexpr uint64_t kMaxStorySteps = 4000;
inline constexpr std::size_t kMaxPageLanes = 200;
inline constexpr std::size_t kMaxListed = 200;  // goroutines, channels of one state
// States for each place that is tried as the point of no return: the reader waits for it.
inline constexpr uint64_t kPageTurningStates = 20'000;

class PageRun {
 public:
  // `toolchain` outlives the run.
  explicit PageRun(lang::Toolchain& toolchain) : toolchain_(toolchain) {}

  // Compiles and runs to the end, or to max_steps. A text that is refused leaves nothing loaded.
  // `known`: what the text compiles to, for who knows.
  std::string load(std::string_view path, std::string_view text, SessionOptions options,
                   std::shared_ptr<const Program> known = nullptr);
  // Goes to the step, or to the end, and tells what is there. REQUIRES: loaded().
  std::string state(uint64_t step);
  // Answers the first choice that the step after `step` meets. The run from there on is new: the
  // answer is that of load().
  std::string choose(uint64_t step, uint64_t index);
  // The goroutine dump at the step, in Go's own format.
  std::string dump(uint64_t step);

  // Every schedule, under both clocks. begin_check() forgets an earlier search; advance_check()
  // goes on for up to so many transitions and tells how far it came. REQUIRES: loaded(); then
  // checking().
  std::string begin_check(uint64_t budget_states);
  std::string advance_check(uint64_t transitions);
  // Of the failing run that the search found: from where on nothing could save it, and the nearest
  // run that passes. REQUIRES: checking(), and the search is over.
  std::string turning();
  // Fixes that are PROVED. begin_fixes() forgets earlier ones; advance_fixes() tries one edit more.
  // REQUIRES: loaded(); then fixing().
  std::string begin_fixes(uint64_t budget_states);
  std::string advance_fixes();

  bool loaded() const { return session_.has_value(); }
  bool checking() const { return search_ != nullptr; }
  bool fixing() const { return suggester_ != nullptr; }

 private:
  std::string story();
  void write_findings(JsonWriter& json);
  void write_steps(JsonWriter& json);
  void write_goroutines(JsonWriter& json) const;
  void write_channels(JsonWriter& json) const;
  void write_choice(JsonWriter& json);
  void write_report(JsonWriter& json) const;
  std::string fixes() const;
  bool is_doomed(GoroutineId id) const;

  std::string path_, text_;
  WorldOptions world_;
  lang::Toolchain& toolchain_;
  std::shared_ptr<const Program> program_;
  std::optional<Session> session_;
  RunFindings findings_;
  std::unique_ptr<ScheduleSearch> search_;
  std::unique_ptr<Suggester> suggester_;
};

}  // namespace gopark
