#include "native/cli/search_watch.h"

#include <csignal>
#include <ostream>

namespace gopark {

namespace {

// Written by the signal handler, which can reach nothing else.
volatile std::sig_atomic_t g_interrupted = 0;

void on_interrupt(int) {
  SearchWatch::interrupt();
  std::signal(SIGINT, SIG_DFL);  // pressed once more it ends the program
}

constexpr double kShowEvery = 0.2;  // seconds

// "2", "0.5"
std::string seconds_text(double seconds) {
  std::string text = std::to_string(seconds);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace

SearchWatch::SearchWatch(std::optional<double> budget_seconds, std::ostream* progress)
    : begin_(std::chrono::steady_clock::now()),
      budget_(budget_seconds),
      progress_(progress),
      before_(std::signal(SIGINT, on_interrupt)) {}

SearchWatch::~SearchWatch() {
  if (shown_) *progress_ << "\r\x1b[K" << std::flush;
  std::signal(SIGINT, before_ == SIG_ERR ? SIG_DFL : before_);
}

void SearchWatch::interrupt() {
  g_interrupted = 1;
}
bool SearchWatch::was_interrupted() {
  return g_interrupted != 0;
}

std::optional<std::string> SearchWatch::ask(const ExploreProgress& now) {
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
  if (was_interrupted()) return "Ctrl-C";
  if (budget_ && seconds >= *budget_)
    return "the budget of " + seconds_text(*budget_) + " seconds (--budget-seconds)";
  if (progress_ != nullptr && seconds - shown_at_ >= kShowEvery) show(now, seconds);
  return std::nullopt;
}

void SearchWatch::show(const ExploreProgress& now, double seconds) {
  shown_at_ = seconds;
  shown_ = true;
  *progress_ << "\r\x1b[K" << now.states << " states, " << now.transitions << " steps, depth "
             << now.depth << ", " << seconds_text(static_cast<int>(seconds * 10) / 10.0) << " s"
             << std::flush;
}

}  // namespace gopark
