#include "native/cli/search_watch.h"

#include <csignal>
#include <ostream>

namespace gopark {

namespace {

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
    : begin_(std::chrono::steady_clock::now()), budget_(budget_seconds), progress_(progress) {
  sigset_t interrupt;
  sigemptyset(&interrupt);
  sigaddset(&interrupt, SIGINT);
  pthread_sigmask(SIG_BLOCK, &interrupt, nullptr);
}

SearchWatch::~SearchWatch() {
  if (shown_) *progress_ << "\r\x1b[K" << std::flush;
}

bool SearchWatch::was_interrupted() {
  sigset_t pending;
  return sigpending(&pending) == 0 && sigismember(&pending, SIGINT) == 1;
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
