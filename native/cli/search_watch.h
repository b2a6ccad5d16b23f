// SearchWatch: what can end a search from outside, and what is shown while it runs: the time
// budget, Ctrl-C, and one line of progress on a terminal.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

#include "sim/explore/explorer.h"

namespace gopark {

class SearchWatch {
 public:
  // `progress`: where the line goes, or null. From here on Ctrl-C ends searches, not the program:
  // the signal is blocked, and asked for. REQUIRES: no other thread takes it.
  SearchWatch(std::optional<double> budget_seconds, std::ostream* progress);
  ~SearchWatch();
  SearchWatch(const SearchWatch&) = delete;
  SearchWatch& operator=(const SearchWatch&) = delete;

  // For CheckOptions::interrupted: what stops the search, if anything does.
  std::optional<std::string> ask(const ExploreProgress& now);
  // Whether Ctrl-C was pressed: then what comes next need not begin.
  static bool was_interrupted();

 private:
  void show(const ExploreProgress& now, double seconds);

  std::chrono::steady_clock::time_point begin_;
  std::optional<double> budget_;
  std::ostream* progress_;
  double shown_at_ = 0;
  bool shown_ = false;
};

}  // namespace gopark
