#include "native/cli/lesson.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "sim/sched/schedule.h"

namespace gopark {

std::string_view to_string(LessonKind kind) {
  return kind == LessonKind::Pattern ? "pattern" : "cause";
}

std::string_view to_string(LessonVariant variant) {
  return variant == LessonVariant::Leaky ? "leaky" : "fixed";
}

namespace {

enum class KeyForm : uint8_t { Line, List };

struct Key {
  std::string_view name;
  KeyForm form;
  bool required;
};

constexpr std::array<Key, 10> kKeys = {{
    {"title", KeyForm::Line, true},
    {"order", KeyForm::Line, true},
    {"kind", KeyForm::Line, true},
    {"notice", KeyForm::Line, true},
    {"relation", KeyForm::Line, true},
    {"want", KeyForm::List, true},
    {"wrong_models", KeyForm::List, true},
    {"decisive", KeyForm::List, true},
    {"schedule", KeyForm::Line, false},
    {"notes", KeyForm::List, true},
}};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t";
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return "";
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

// Takes what stands before `separator` off the front of `text`; all of it if there is none.
std::string_view take_until(std::string_view& text, std::string_view separator) {
  const std::size_t at = text.find(separator);
  const std::string_view front = text.substr(0, at);
  text = at == std::string_view::npos ? "" : text.substr(at + separator.size());
  return front;
}

std::optional<uint32_t> parse_number(std::string_view text) {
  uint32_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || stopped != end || number == 0) return std::nullopt;
  return number;
}

// "main", "main.1", "main.1.2"
bool is_spawn_path(std::string_view text) {
  if (take_until(text, ".") != "main") return false;
  while (!text.empty()) {
    if (!parse_number(take_until(text, "."))) return false;
  }
  return true;
}

std::optional<FindingKind> parse_verdict(std::string_view text) {
  for (const FindingKind kind :
       {FindingKind::Leaked, FindingKind::NeverWakes, FindingKind::AliveAtExit}) {
    if (text == to_string(kind)) return kind;
  }
  return std::nullopt;
}

class LessonParser {
 public:
  explicit LessonParser(std::string_view text) : rest_(text) {}

  Result<Lesson> parse() {
    if (!next_line() || line_ != "---") fail("expected --- on the first line");
    while (ok() && !at_end_of_front()) read_front_line();
    for (const Key& key : kKeys) {
      if (key.required && !was_seen(key)) fail("the key " + std::string(key.name) + " is missing");
    }
    finish_question();
    if (lesson_.decisive.size() > 3) fail("more than three questions");
    lesson_.text = rest_;
    if (!ok()) return Error{error_};
    return lesson_;
  }

 private:
  bool ok() const { return error_.empty(); }

  void fail(std::string_view what) {
    if (ok())
      error_ = "lesson.md:" + std::to_string(std::max(number_, 1u)) + ": " + std::string(what);
  }

  bool next_line() {
    if (rest_.empty()) return false;
    ++number_;
    line_ = take_until(rest_, "\n");
    if (line_.ends_with('\r')) line_.remove_suffix(1);
    return true;
  }

  bool at_end_of_front() {
    if (next_line()) return line_ == "---";
    fail("the front matter has no second ---");
    return true;
  }

  void read_front_line() {
    if (trimmed(line_).empty()) return;
    if (line_.front() == ' ' || line_.front() == '\t') return fail("an indented line");
    if (line_.starts_with("- ") || line_ == "-") return read_item(trimmed(line_.substr(1)));
    const std::size_t colon = line_.find(':');
    if (colon == std::string_view::npos) return fail("expected \"key: value\"");
    read_key(line_.substr(0, colon), trimmed(line_.substr(colon + 1)));
  }

  void read_key(std::string_view name, std::string_view value) {
    const auto key =
        std::find_if(kKeys.begin(), kKeys.end(), [name](const Key& k) { return k.name == name; });
    if (key == kKeys.end()) return fail("unknown key: " + std::string(name));
    if (was_seen(*key)) return fail("the key " + std::string(name) + " stands twice");
    finish_question();
    seen_[static_cast<std::size_t>(key - kKeys.begin())] = true;
    list_ = nullptr;
    if (key->form == KeyForm::List) {
      if (!value.empty()) return fail("a value beside a list key");
      list_ = &*key;
      return;
    }
    if (value.empty()) return fail("the key " + std::string(name) + " has no value");
    read_value(name, value);
  }

  bool was_seen(const Key& key) const {
    return seen_[static_cast<std::size_t>(&key - kKeys.data())];
  }

  void read_value(std::string_view name, std::string_view value) {
    if (name == "title") lesson_.title = value;
    if (name == "notice") lesson_.notice = value;
    if (name == "relation") lesson_.relation = value;
    if (name == "order") read_order(value);
    if (name == "kind") read_kind(value);
    if (name == "schedule") read_schedule(value);
  }

  void read_order(std::string_view value) {
    const auto order = parse_number(value);
    if (!order) return fail("order is not a whole number from 1");
    lesson_.order = *order;
  }

  void read_kind(std::string_view value) {
    if (value != "pattern" && value != "cause") return fail("kind is neither pattern nor cause");
    lesson_.kind = value == "pattern" ? LessonKind::Pattern : LessonKind::Cause;
  }

  void read_schedule(std::string_view value) {
    const Result<Schedule> schedule = parse_schedule(value);
    if (!schedule.ok()) return fail(schedule.error());
    lesson_.schedule = value;
  }

  void read_item(std::string_view item) {
    if (list_ == nullptr) return fail("an item that belongs to no list");
    if (item.empty()) return fail("an empty item");
    if (list_->name == "want") read_want(item);
    if (list_->name == "wrong_models") lesson_.wrong_models.emplace_back(item);
    if (list_->name == "notes") lesson_.notes.emplace_back(item);
    if (list_->name == "decisive") read_decisive(item);
  }

  // leaked main.1 "chan send" leaky.go:30
  void read_want(std::string_view item) {
    WantedFinding want;
    const auto kind = parse_verdict(take_until(item, " "));
    const std::string_view goroutine = take_until(item, " ");
    if (!kind) return fail("expected leaked, never_wakes or alive_at_exit");
    if (!is_spawn_path(goroutine)) return fail("expected a goroutine such as main.1");
    if (!item.starts_with('"')) return fail("expected a wait reason in quotes");
    item.remove_prefix(1);
    const std::string_view reason = take_until(item, "\" ");
    const std::size_t colon = item.rfind(':');
    const auto line =
        colon == std::string_view::npos ? std::nullopt : parse_number(item.substr(colon + 1));
    if (reason.empty() || !line || colon == 0) return fail("expected \"reason\" file:line");
    lesson_.want.push_back({*kind, std::string(goroutine), std::string(reason),
                            std::string(item.substr(0, colon)), *line});
  }

  // ---- decisive

  void read_decisive(std::string_view item) {
    const std::size_t colon = item.find(": ");
    const std::string_view tag = item.substr(0, colon);
    const std::string_view text =
        colon == std::string_view::npos ? "" : trimmed(item.substr(colon + 2));
    if (text.empty()) return fail("expected \"tag: text\"");
    if (tag == "at") return begin_question(text);
    if (!in_question_ || lesson_.decisive.empty()) return fail("a question begins with at:");
    DecisiveStep& question = lesson_.decisive.back();
    if (question.ask.empty() != (tag == "ask")) return fail("ask: comes right after at:, and once");
    if (!question.because.empty()) return fail("because: comes last");
    if (tag == "ask")
      question.ask = text;
    else if (tag == "because")
      question.because = text;
    else if (tag == "right" || tag == "wrong")
      question.answers.push_back({tag == "right", std::string(text)});
    else
      fail("unknown tag: " + std::string(tag));
  }

  void begin_question(std::string_view at) {
    finish_question();
    in_question_ = true;
    lesson_.decisive.emplace_back();
    read_at(at, lesson_.decisive.back());
  }

  // leaky:30 chan send main.1 #4
  void read_at(std::string_view at, DecisiveStep& question) {
    const std::string_view variant = take_until(at, ":");
    if (variant != "leaky" && variant != "fixed") return fail("expected leaky: or fixed:");
    question.variant = variant == "leaky" ? LessonVariant::Leaky : LessonVariant::Fixed;
    const auto line = parse_number(take_until(at, " "));
    if (!line) return fail("expected a line number");
    question.line = *line;
    if (const std::size_t hash = at.rfind(" #"); hash != std::string_view::npos) {
      const auto count = parse_number(at.substr(hash + 2));
      if (!count) return fail("expected a number from 1 after #");
      question.count = *count;
      at = at.substr(0, hash);
    }
    const std::size_t blank = at.rfind(' ');
    if (blank == std::string_view::npos || blank == 0 || !is_spawn_path(at.substr(blank + 1))) {
      return fail("expected an operation and a goroutine such as main.1");
    }
    question.operation = at.substr(0, blank);
    question.goroutine = at.substr(blank + 1);
  }

  void finish_question() {
    if (!in_question_) return;
    in_question_ = false;
    const DecisiveStep& question = lesson_.decisive.back();
    const auto right = std::count_if(question.answers.begin(), question.answers.end(),
                                     [](const Answer& a) { return a.is_right; });
    const auto wrong = static_cast<std::ptrdiff_t>(question.answers.size()) - right;
    if (question.ask.empty())
      fail("a question without ask:");
    else if (right != 1)
      fail("a question has one right answer");
    else if (wrong < 1 || wrong > 3)
      fail("a question has one to three wrong answers");
    else if (question.because.empty())
      fail("a question without because:");
  }

  std::string_view rest_;
  std::string_view line_;
  uint32_t number_ = 0;
  std::string error_;
  Lesson lesson_;
  std::array<bool, kKeys.size()> seen_{};
  const Key* list_ = nullptr;  // the list that items belong to
  bool in_question_ = false;
};

}  // namespace

Result<Lesson> parse_lesson(std::string_view text) {
  return LessonParser(text).parse();
}

}  // namespace gopark
