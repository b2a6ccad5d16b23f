#include "sim/sched/schedule.h"

#include <algorithm>

namespace gopark {

Pick PickList::at(uint64_t number) const {
  GOPARK_ASSERT(number < size_);
  const auto after = std::upper_bound(runs_.begin(), runs_.end(), number,
                                      [](uint64_t n, const Run& run) { return n < run.first; });
  return std::prev(after)->pick;
}

void PickList::append(Pick pick, uint64_t times) {
  GOPARK_ASSERT(pick.count >= 2 && pick.count <= kMaxWays && pick.index < pick.count);
  GOPARK_ASSERT(!full() && times <= kMaxPicks - size_);
  if (times == 0) return;
  if (runs_.empty() || runs_.back().pick != pick) runs_.push_back(Run{pick, size_});
  size_ += times;
}

void PickList::truncate(uint64_t size) {
  GOPARK_ASSERT(size <= size_);
  size_ = size;
  while (!runs_.empty() && runs_.back().first >= size) runs_.pop_back();
}

std::string to_string(const PickList& picks) {
  std::string text;
  const auto& runs = picks.runs_;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const uint64_t end = i + 1 < runs.size() ? runs[i + 1].first : picks.size_;
    const uint64_t times = end - runs[i].first;
    if (i > 0) text += ',';
    text += std::to_string(runs[i].pick.index) + '/' + std::to_string(runs[i].pick.count);
    if (times > 1) text += '*' + std::to_string(times);
  }
  return text;
}

std::string to_string(const Schedule& schedule) {
  std::string text = schedule.clock == ClockMode::Async ? "g1a:" : "g1:";
  text += to_string(schedule.next);
  if (!schedule.others.empty()) text += ';' + to_string(schedule.others);
  return text;
}

namespace {

// Reads the grammar of schedule.h from left to right. After the first error every read fails.
class ScheduleParser {
 public:
  explicit ScheduleParser(std::string_view text) : text_(text) {}

  Result<Schedule> parse() {
    if (text_.size() > kMaxScheduleText) fail_at(0, "the text is longer than 64 MiB");
    Schedule schedule;
    read_header(schedule);
    if (position_ < text_.size() && peek() != ';') read_picks(schedule.next);
    if (accept(';')) read_picks(schedule.others);
    if (position_ < text_.size()) fail_at(position_, "expected ',' or the end");
    if (!ok()) return Error{error_};
    return schedule;
  }

 private:
  bool ok() const { return error_.empty(); }

  void fail_at(std::size_t position, std::string_view what) {
    if (!ok()) return;
    error_ = "schedule: column " + std::to_string(position + 1) + ": " + std::string(what);
  }

  char peek() const { return position_ < text_.size() ? text_[position_] : '\0'; }

  bool accept(char c) {
    if (!ok() || position_ >= text_.size() || text_[position_] != c) return false;
    ++position_;
    return true;
  }

  void expect(char c, std::string_view what) {
    if (!accept(c)) fail_at(position_, what);
  }

  void read_header(Schedule& schedule) {
    expect('g', "expected \"g1:\"");
    const std::size_t version_at = position_;
    const uint64_t version = read_number(0, kMaxPicks);
    if (ok() && version != 1) {
      fail_at(version_at,
              "version " + std::to_string(version) + " is not known, this program reads version 1");
    }
    if (accept('a')) schedule.clock = ClockMode::Async;
    expect(':', "expected ':'");
  }

  void read_picks(PickList& picks) {
    do {
      read_run(picks);
    } while (accept(','));
  }

  void read_run(PickList& picks) {
    const std::size_t index_at = position_;
    Pick pick;
    pick.index = read_number(0, kMaxWays - 1);
    expect('/', "expected '/'");
    pick.count = read_number(2, kMaxWays);
    if (pick.index >= pick.count) {
      fail_at(index_at, "pick " + std::to_string(pick.index) + " of " + std::to_string(pick.count) +
                            " ways, they are counted from 0");
    }
    uint64_t times = 1;
    if (accept('*')) times = read_number(1, kMaxPicks);
    if (picks.full() || times > kMaxPicks - picks.size()) fail_at(index_at, "too many picks");
    if (ok()) picks.append(pick, times);
  }

  uint64_t read_number(uint64_t least, uint64_t most) {
    const std::size_t start = position_;
    if (peek() < '0' || peek() > '9') fail_at(position_, "expected a digit");
    uint64_t number = 0;
    while (ok() && peek() >= '0' && peek() <= '9') {
      number = number * 10 + static_cast<uint64_t>(peek() - '0');
      if (number > most) fail_at(start, "a number above " + std::to_string(most));
      ++position_;
    }
    if (ok() && number < least) fail_at(start, "a number below " + std::to_string(least));
    return number;
  }

  std::string_view text_;
  std::size_t position_ = 0;
  std::string error_;
};

}  // namespace

Result<Schedule> parse_schedule(std::string_view text) {
  return ScheduleParser(text).parse();
}

}  // namespace gopark
