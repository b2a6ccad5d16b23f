// gopark_app_bench: what a frame of the app costs, on ImGui's null backend: no window, no GPU.
//
// Medians, as people feel them, of processor time: a shared machine must not count.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "native/embedded_lessons.h"
#include "native/screenshot.h"
#include "native/toolchain_compile.h"
#include "sim/base/prng.h"

namespace gopark {
namespace {

// 100,000 goroutines that wait for ever.
constexpr const char* kManyGoroutines = R"(package main

func main() {
	c := make(chan int)
	for i := 0; i < 100000; i++ {
		go func() {
			c <- 1
		}()
	}
	<-c
}
)";

// About 10^6 steps: two goroutines hand values to each other.
constexpr const char* kManySteps = R"(package main

func main() {
	c, done := make(chan int), make(chan bool)
	go func() {
		for range c {
		}
		close(done)
	}()
	for i := 0; i < 350000; i++ {
		c <- i
	}
	close(c)
	<-done
}
)";

double milliseconds_of(const std::function<void()>& work) {
  const std::clock_t start = std::clock();
  work();
  return static_cast<double>(std::clock() - start) * 1000.0 / CLOCKS_PER_SEC;
}

double median_of(int runs, const std::function<void()>& work) {
  std::vector<double> times;
  for (int i = 0; i < runs; ++i) times.push_back(milliseconds_of(work));
  std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
  return times[static_cast<std::size_t>(runs / 2)];
}

void row(const std::string& name, double value, const char* unit, double most) {
  std::printf("%-58s %9.2f %-6s  <= %g %s %s\n", name.c_str(), value, unit, most, unit,
              value <= most ? "reached" : "SHORT");
}

class AppBench {
 public:
  AppBench() : imgui_(1280, 720) {
    Host host;
    host.reduced_motion = true;
    // The search through all schedules takes its share of a frame by this clock; here none.
    host.now = [this] { return now_; };
    start_ = milliseconds_of([&] {
      app_.emplace(host, toolchain_compile(), lessons_of(embedded_lessons()));
      app_->open("timeout");
      imgui_.frame(*app_);
    });
  }

  void run() {
    std::printf("%-58s %9s\n", "row", "gopark");
    row("app: start to the first frame", start_, "ms", 300);
    app_->finish_searches();
    app_->perform({Action::Seek, 9, 0, ""});
    frames("a lesson", 1);
    for (int i = 0; i < 5; ++i) imgui_.frame(*app_);
    row("app: frames a second when idle", app_->next_frame_at() ? 60 : 0, "", 0);
    open("main.go", kManyGoroutines);
    app_->perform({Action::Last, 0, 0, ""});
    frames("100,000 goroutines", 4);
    steps();
    app_->perform({Action::Seek, app_->length() - 3, 0, ""});
    frames("each of which could wake main", 4);
    open("main.go", kManySteps);
    std::printf("%-58s %9llu\n", "(steps of the long run)",
                static_cast<unsigned long long>(app_->length()));
    app_->perform({Action::Seek, app_->length() / 2, 0, ""});
    frames("10^6 steps", 4);
    seeks();
  }

 private:
  void open(const std::string& name, const char* text) {
    app_->open_text(name, text);
    // Only frames are measured here, not the search.
    app_->perform({Action::CancelSearch, 0, 0, ""});
  }
  // With whichever tab of the answers takes longest.
  void frames(const std::string& what, double most) {
    double longest = 0;
    for (const LowerPanel tab : {LowerPanel::Why, LowerPanel::Schedule, LowerPanel::AllSchedules,
                                 LowerPanel::Memory, LowerPanel::Output, LowerPanel::Notes}) {
      app_->ui().lower = tab;
      for (int i = 0; i < 5; ++i) imgui_.frame(*app_);
      const double time = median_of(most > 1 ? 15 : 101, [&] { imgui_.frame(*app_); });
      longest = std::max(longest, time);
    }
    app_->ui().lower = LowerPanel::Why;
    row("app: a frame, " + what, longest, "ms", most);
  }
  // Where all of them are there: what looks at each is made anew.
  void steps() {
    bool forward = false;
    row("app: a step among them, to the end of the frame",
        median_of(15,
                  [&] {
                    app_->perform({forward ? Action::Step : Action::Back, 0, 0, ""});
                    forward = !forward;
                    imgui_.frame(*app_);
                  }),
        "ms", 4);
  }
  void seeks() {
    Prng random(7);
    row("app: seek anywhere in them, to the end of the frame",
        median_of(31,
                  [&] {
                    app_->perform(
                        {Action::Seek, random.below(static_cast<uint32_t>(app_->length())), 0, ""});
                    imgui_.frame(*app_);
                  }),
        "ms", 16);
  }

  double now_ = 100;
  HeadlessImGui imgui_;
  std::optional<App> app_;
  double start_ = 0;
};

}  // namespace
}  // namespace gopark

int main() {
  gopark::AppBench().run();
}
