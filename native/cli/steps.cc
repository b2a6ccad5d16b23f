#include "native/cli/steps.h"

#include <algorithm>

#include "sim/narrate/sentence.h"

namespace gopark {

namespace {

constexpr std::size_t kIndent = 17;  // of what is told about a step

bool is_read(const Event& event) {
  return std::holds_alternative<VariableRead>(event.data);
}

// Nothing but reads or computation: it is told with what follows.
bool leads_up(std::span<const Event> events, const World& world) {
  return !world.ended() && std::all_of(events.begin(), events.end(), is_read);
}

class RowBuilder {
 public:
  RowBuilder(const std::string& file, uint64_t steps, StepRange range)
      : file_(file), steps_(steps), range_(range) {}

  void add(uint64_t step, const World& world, std::span<const Event> events) {
    if (step < range_.from || is_left_out(step)) {
      teller_ = StoryTeller();  // it has not seen everything
      if (step >= range_.from) note_gap(step);
      return;
    }
    StepRow row = make_row(step, world, events);
    if (part_ == StepPart::Trails && !rows_.empty() && joins(row)) {
      rows_.back().last = step;
      return;
    }
    if (may_join_ && joins(row)) {
      row.first = rows_.back().first;
      rows_.pop_back();
    }
    may_join_ = part_ == StepPart::LeadsUp || (leads_up(events, world) && !has_returned_);
    rows_.push_back(std::move(row));
  }

  std::vector<StepRow> take() { return std::move(rows_); }

 private:
  bool is_left_out(uint64_t step) const {
    const uint64_t end = std::min(steps_, range_.to);
    const uint64_t told = kToldAtStart + kToldAtEnd;
    if (end < range_.from || end - range_.from < told) return false;
    return step >= range_.from + kToldAtStart && step + kToldAtEnd <= end;
  }

  void note_gap(uint64_t step) {
    if (rows_.empty() || !rows_.back().is_gap) {
      rows_.emplace_back();
      rows_.back().first = step;
      rows_.back().is_gap = true;
    }
    rows_.back().last = step;
    may_join_ = false;
  }

  StepRow make_row(uint64_t step, const World& world, std::span<const Event> events) {
    const StepStory story = teller_.tell(world, events);
    const SourcePlace place = source_place(world.program(), story.place);
    has_returned_ = !story.returned.empty();
    part_ = story.part;
    StepRow row;
    row.first = row.last = step;
    row.goroutine = story.name;
    row.line = place.file == file_ ? place.line : 0;
    row.sentence = story.sentence;
    for (const Reference r : story.channels) row.channels.push_back(channel_line(world, r));
    return row;
  }

  bool joins(const StepRow& row) const {
    const StepRow& before = rows_.back();
    return !before.is_gap && before.goroutine == row.goroutine && before.line == row.line;
  }

  const std::string& file_;
  uint64_t steps_;
  StepRange range_;
  StoryTeller teller_;
  std::vector<StepRow> rows_;
  bool may_join_ = false;  // the last row leads up to the next
  StepPart part_ = StepPart::Whole;
  bool has_returned_ = false;  // a function returned in the last row's step
};

std::string step_text(const StepRow& row) {
  if (row.first == row.last) return std::to_string(row.last);
  return std::to_string(row.first) + "-" + std::to_string(row.last);
}

std::string gap_text(const StepRow& row) {
  return "… " + std::to_string(row.last - row.first + 1) +
         " steps are not told here; --trace FILE writes all of them.";
}

std::string head(const StepRow& row, const Paint& paint) {
  return padded(step_text(row), 6) + " " + paint(Color::Cyan, padded(row.goroutine, 9)) + " ";
}

std::string source_line(const std::vector<std::string>& source, uint32_t line) {
  if (line == 0 || line > source.size()) return "";
  const std::string& text = source[line - 1];
  const std::size_t start = text.find_first_not_of(" \t");
  if (start == std::string::npos) return "";
  return cut(std::to_string(line) + ": " + harmless(text.substr(start)), kColumns - kIndent);
}

}  // namespace

std::vector<StepRow> tell_steps(const Session& session, const std::string& file, uint64_t steps,
                                StepRange range) {
  RowBuilder builder(file, steps, range);
  session.replay([&](uint64_t step, const World& world, std::span<const Event> events) {
    builder.add(step, world, events);
    return step < range.to;
  });
  return builder.take();
}

std::string row_text(const StepRow& row, const std::vector<std::string>& source,
                     const Paint& paint) {
  if (row.is_gap) return gap_text(row) + "\n";
  const std::string indent(kIndent, ' ');
  const std::string code = source_line(source, row.line);
  std::string text = head(row, paint);
  if (!code.empty()) text += paint(Color::Dim, code) + "\n" + indent;
  text += wrapped(row.sentence, kIndent) + "\n";
  for (const std::string& channel : row.channels) {
    text += indent + paint(Color::Yellow, cut(channel, kColumns - kIndent)) + "\n";
  }
  return text;
}

std::string row_line(const StepRow& row, const Paint& paint) {
  if (row.is_gap) return gap_text(row) + "\n";
  return head(row, paint) + wrapped(row.sentence, kIndent) + "\n";
}

}  // namespace gopark
