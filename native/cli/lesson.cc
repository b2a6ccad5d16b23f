#include "native/cli/lesson.h"

#include <algorithm>
#include <map>

namespace gopark {

namespace {

std::string_view trim(std::string_view s) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t'; };
  while (!s.empty() && is_blank(s.front())) s.remove_prefix(1);
  while (!s.empty() && is_blank(s.back())) s.remove_suffix(1);
  return s;
}

struct Key {
  std::string_view name;
  bool is_list;
  bool is_required;
};
constexpr Key kKeys[] = {
    {"title", false, true},       {"order", false, true},    {"kind", false, true},
    {"notice", false, true},      {"relation", false, true}, {"want", true, true},
    {"wrong_models", true, true}, {"decisive", true, true},  {"schedule", false, false},
    {"notes", true, true},
};

class Parser {
 public:
  explicit Parser(std::string_view text) : rest_(text) {}

  Result<LessonFile> run() {
    if (rest_.size() > kMaxLessonBytes)
      return Error{"lesson.md:1: longer than " + std::to_string(kMaxLessonBytes) + " bytes"};
    if (next_line() != "---") return fail("the first line must be ---");
    bool closed = false;
    while (!rest_.empty() && error_.empty() && !closed) {
      const std::string_view line = next_line();
      if (line == "---")
        closed = true;
      else
        front_line(line);
    }
    if (error_.empty() && !closed) return fail("the front matter has no second ---");
    if (error_.empty()) fill();
    if (!error_.empty()) return Error{error_};
    lesson_.text = std::string(rest_);
    return lesson_;
  }

 private:
  std::string_view next_line() {
    ++line_;
    const std::size_t end = rest_.find('\n');
    std::string_view line = rest_.substr(0, end);
    rest_ = end == std::string_view::npos ? std::string_view() : rest_.substr(end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    return line;
  }
  Error fail(const std::string& what) {
    if (error_.empty()) error_ = "lesson.md:" + std::to_string(line_) + ": " + what;
    return Error{error_};
  }

  void front_line(std::string_view line) {
    if (trim(line).empty()) return;
    if (line.substr(0, 2) == "- ") return item(trim(line.substr(2)));
    const std::size_t colon = line.find(':');
    if (line.front() == ' ' || line.front() == '\t' || colon == std::string_view::npos) {
      fail("expected a key, an item or ---");
      return;
    }
    begin_key(line.substr(0, colon), trim(line.substr(colon + 1)));
  }
  void begin_key(std::string_view name, std::string_view value) {
    const auto* key = std::find_if(std::begin(kKeys), std::end(kKeys),
                                   [name](const Key& k) { return k.name == name; });
    if (key == std::end(kKeys)) {
      fail("unknown key: " + std::string(name));
      return;
    }
    if (values_.contains(std::string(name))) {
      fail("a second " + std::string(name));
      return;
    }
    if (key->is_list != value.empty()) {
      fail(std::string(name) +
           (key->is_list ? " has its values on lines of their own" : " needs a value"));
      return;
    }
    current_ = key->is_list ? std::string(name) : std::string();
    auto& values = values_[std::string(name)];
    if (!key->is_list) values.emplace_back(value);
  }
  void item(std::string_view value) {
    if (current_.empty() || value.empty()) {
      fail(value.empty() ? "an empty item" : "an item without a list");
      return;
    }
    if (current_ == "decisive")
      question_line(value);
    else
      values_[current_].emplace_back(value);
  }

  // "at: ...", "ask: ...", "right: ...", "wrong: ...", "because: ..."
  void question_line(std::string_view value) {
    const std::size_t colon = value.find(':');
    const std::string_view tag = value.substr(0, colon == std::string_view::npos ? 0 : colon);
    const std::string text(trim(value.substr(colon == std::string_view::npos ? 0 : colon + 1)));
    auto& questions = lesson_.decisive;
    if (tag == "at") return questions.push_back({text, "", {}, SIZE_MAX, ""});
    if (questions.empty()) {
      fail("a question begins with at:");
      return;
    }
    LessonQuestion& q = questions.back();
    if (tag == "ask" && q.ask.empty())
      q.ask = text;
    else if (tag == "because" && q.because.empty())
      q.because = text;
    else if (tag == "wrong")
      q.answers.push_back(text);
    else if (tag == "right" && q.right == SIZE_MAX) {
      q.right = q.answers.size();
      q.answers.push_back(text);
    } else {
      fail("unexpected in a question: " + std::string(tag));
    }
  }

  void fill() {
    for (const Key& key : kKeys)
      if (key.is_required && !values_.contains(std::string(key.name))) {
        fail("missing key: " + std::string(key.name));
        return;
      }
    const auto line = [this](const char* name) {
      return values_.contains(name) ? values_[name].front() : std::string();
    };
    lesson_.title = line("title");
    lesson_.kind = line("kind");
    lesson_.notice = line("notice");
    lesson_.relation = line("relation");
    lesson_.schedule = line("schedule");
    lesson_.want = values_["want"];
    lesson_.wrong_models = values_["wrong_models"];
    lesson_.notes = values_["notes"];
    const std::string order = line("order");
    for (const char c : order) {
      if (c < '0' || c > '9' || order.size() > 6) {
        fail("order must be a whole number");
        return;
      }
      lesson_.order = lesson_.order * 10 + static_cast<uint32_t>(c - '0');
    }
    if (lesson_.kind != "pattern" && lesson_.kind != "cause") fail("kind must be pattern or cause");
    for (const LessonQuestion& q : lesson_.decisive)
      if (q.ask.empty() || q.because.empty() || q.right == SIZE_MAX || q.answers.size() < 2)
        fail("a question needs ask, right, wrong and because");
    if (lesson_.decisive.empty() || lesson_.decisive.size() > 3)
      fail("decisive has 1 to 3 questions");
  }

  std::string_view rest_;
  uint32_t line_ = 0;
  std::string error_;
  std::string current_;
  std::map<std::string, std::vector<std::string>> values_;
  LessonFile lesson_;
};

}  // namespace

Result<LessonFile> parse_lesson(std::string_view text) {
  return Parser(text).run();
}

}  // namespace gopark
