#include "sim/narrate/read_dump.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

namespace gopark {

namespace {

struct KnownReason {
  std::string_view text;
  ParkKind kind;
};

// (Go: waitReasonStrings and gStatusStrings.)
constexpr KnownReason kReasons[] = {
    {"chan send", ParkKind::Send},
    {"chan receive", ParkKind::Receive},
    {"select", ParkKind::Select},
    {"chan send (nil chan)", ParkKind::NilChannel},
    {"chan receive (nil chan)", ParkKind::NilChannel},
    {"select (no cases)", ParkKind::NoCases},
    {"sync.Mutex.Lock", ParkKind::Lock},
    {"sync.RWMutex.Lock", ParkKind::Lock},
    {"sync.RWMutex.RLock", ParkKind::Lock},
    {"semacquire", ParkKind::Lock},
    {"sync.WaitGroup.Wait", ParkKind::WaitGroup},
    {"sync.Cond.Wait", ParkKind::Cond},
    {"IO wait", ParkKind::Io},
    {"sleep", ParkKind::Sleep},
    {"running", ParkKind::Active},
    {"runnable", ParkKind::Active},
    {"syscall", ParkKind::Active},
    {"copystack", ParkKind::Active},
    {"preempted", ParkKind::Active},
    {"idle", ParkKind::Active},
    {"dead", ParkKind::Active},
    {"GC assist marking", ParkKind::Runtime},
    {"GC assist wait", ParkKind::Runtime},
    {"GC background sweeper wait", ParkKind::Runtime},
    {"GC scavenge wait", ParkKind::Runtime},
    {"GC scavenger wait", ParkKind::Runtime},
    {"GC sweep wait", ParkKind::Runtime},
    {"GC worker (active)", ParkKind::Runtime},
    {"GC worker (idle)", ParkKind::Runtime},
    {"GC worker init", ParkKind::Runtime},
    {"cleanup wait", ParkKind::Runtime},
    {"debug call", ParkKind::Runtime},
    {"dumping heap", ParkKind::Runtime},
    {"finalizer wait", ParkKind::Runtime},
    {"force gc (idle)", ParkKind::Runtime},
    {"garbage collection", ParkKind::Runtime},
    {"garbage collection scan", ParkKind::Runtime},
    {"panicwait", ParkKind::Runtime},
    {"timer goroutine (idle)", ParkKind::Runtime},
    {"trace reader (blocked)", ParkKind::Runtime},
};

// What Go says after the reason about the state of the goroutine, not about what it waits for.
constexpr std::array<std::string_view, 3> kMarks = {" (leaked)", " (durable)", " (scan)"};

// Older versions of Go say "semacquire" for all of these; who called says which it is.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kSemaphores = {{
    {"sync.(*RWMutex).RLock", "sync.RWMutex.RLock"},
    {"sync.(*RWMutex).Lock", "sync.RWMutex.Lock"},
    {"sync.(*Mutex).Lock", "sync.Mutex.Lock"},
    {"sync.(*WaitGroup).Wait", "sync.WaitGroup.Wait"},
}};

// First elements of the import paths of Go's standard library.
constexpr std::string_view kStandard[] = {
    "archive", "bufio",    "builtin", "bytes",   "cmp",      "compress", "container", "context",
    "crypto",  "database", "debug",   "embed",   "encoding", "errors",   "expvar",    "flag",
    "fmt",     "go",       "hash",    "html",    "image",    "index",    "internal",  "io",
    "iter",    "log",      "maps",    "math",    "mime",     "net",      "os",        "path",
    "plugin",  "reflect",  "regexp",  "runtime", "slices",   "sort",     "strconv",   "strings",
    "sync",    "syscall",  "testing", "time"};

bool is_standard(const DumpFrame& frame) {
  const std::string_view name = frame.function;
  const std::string_view first = name.substr(0, name.find_first_of("./"));
  return std::find(std::begin(kStandard), std::end(kStandard), first) != std::end(kStandard);
}

ParkKind kind_of(std::string_view reason) {
  for (const KnownReason& known : kReasons) {
    if (known.text == reason) return known.kind;
  }
  return ParkKind::Other;
}

// Takes the next line, without its end, off the front of a text.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// Takes a number off the front; nothing when there is none, or one too large.
template <typename Number>
std::optional<Number> take_number(std::string_view& text) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

// "chan send (leaked), 12 minutes, locked to thread"
void read_state(std::string_view state, DumpGoroutine& goroutine) {
  const std::size_t comma = state.find(", ");
  std::string_view reason = state.substr(0, comma);
  for (bool stripped = true; stripped;) {
    stripped = false;
    for (const std::string_view mark : kMarks) {
      if (!reason.ends_with(mark)) continue;
      if (mark == kMarks[0]) goroutine.leaked = true;
      reason.remove_suffix(mark.size());
      stripped = true;
    }
  }
  goroutine.reason = reason;
  while (state.find(", ") != std::string_view::npos) {
    state.remove_prefix(state.find(", ") + 2);
    std::string_view part = state.substr(0, state.find(", "));
    const std::optional<uint64_t> minutes = take_number<uint64_t>(part);
    if (minutes && part == " minutes") goroutine.minutes = *minutes;
  }
}

// "goroutine 7 [chan send, 5 minutes]:"; between the number and the bracket newer versions of Go
// print addresses when they are asked for them.
std::optional<DumpGoroutine> header(std::string_view line) {
  constexpr std::string_view kWord = "goroutine ";
  if (!line.starts_with(kWord) || !line.ends_with("]:")) return std::nullopt;
  line.remove_prefix(kWord.size());
  DumpGoroutine goroutine;
  const std::optional<uint64_t> id = take_number<uint64_t>(line);
  const std::size_t open = line.find('[');
  if (!id || !line.starts_with(' ') || open == std::string_view::npos) return std::nullopt;
  goroutine.id = *id;
  read_state(line.substr(open + 1, line.size() - open - 3), goroutine);
  return goroutine;
}

// "	/src/server.go:30 +0x1d"
void read_place(std::string_view line, DumpFrame& frame) {
  line.remove_prefix(1);
  line = line.substr(0, line.rfind(" +0x"));
  const std::size_t colon = line.rfind(':');
  if (colon == std::string_view::npos) return;
  std::string_view number = line.substr(colon + 1);
  const std::optional<uint32_t> at = take_number<uint32_t>(number);
  if (!at || !number.empty()) return;
  frame.file = line.substr(0, colon);
  frame.line = *at;
}

// "created by main.(*Server).Run in goroutine 1"; before Go 1.21 without the goroutine.
std::string_view creator(std::string_view line) {
  return line.substr(0, line.rfind(" in goroutine "));
}

// The lines of one goroutine up to the empty line after them, or the next header.
void read_frames(std::string_view& text, DumpGoroutine& goroutine) {
  constexpr std::string_view kCreated = "created by ";
  DumpFrame* frame = nullptr;
  while (!text.empty()) {
    std::string_view rest = text;
    const std::string_view line = take_line(rest);
    if (header(line)) return;
    text = rest;
    if (line.empty()) return;
    if (line.front() == '\t' || line.front() == ' ') {
      if (frame != nullptr) read_place(line, *frame);
      frame = nullptr;
    } else if (line.starts_with(kCreated)) {
      goroutine.created = {std::string(creator(line.substr(kCreated.size()))), "", 0};
      frame = &goroutine.created;
    } else if (line.ends_with(')') && goroutine.frames.size() < kMaxDumpFrames) {
      goroutine.frames.push_back({std::string(line.substr(0, line.rfind('('))), "", 0});
      frame = &goroutine.frames.back();
    } else {
      frame = nullptr;  // "...additional frames elided..." and what is no frame
    }
  }
}

void say_as_newer_go(DumpGoroutine& goroutine) {
  if (goroutine.reason != "semacquire") return;
  for (const DumpFrame& frame : goroutine.frames) {
    for (const auto& [function, reason] : kSemaphores) {
      if (frame.function != function) continue;
      goroutine.reason = reason;
      return;
    }
  }
}

std::string key_of(const DumpGoroutine& goroutine) {
  std::string key = goroutine.reason;
  const auto add = [&key](const DumpFrame& frame) {
    key += "\n" + frame.function + "\n" + frame.file + ":" + std::to_string(frame.line);
  };
  for (const DumpFrame& frame : goroutine.frames) add(frame);
  add(goroutine.created);
  return key;
}

// Those that may leak come before those that something outside wakes, and these before those that
// are not parked.
int rank(ParkKind kind) {
  if (kind == ParkKind::Runtime) return 3;
  if (kind == ParkKind::Active) return 2;
  return kind == ParkKind::Sleep ? 1 : 0;
}

class Reader {
 public:
  void add(DumpGoroutine goroutine) {
    say_as_newer_go(goroutine);
    ++dump_.goroutines;
    const auto [entry, is_new] = index_.try_emplace(key_of(goroutine), dump_.groups.size());
    if (is_new) dump_.groups.push_back({kind_of(goroutine.reason), goroutine, {}, 0});
    DumpGroup& group = dump_.groups[entry->second];
    group.ids.push_back(goroutine.id);
    group.most_minutes = std::max(group.most_minutes, goroutine.minutes);
    group.first.leaked |= goroutine.leaked;
  }
  GoroutineDump finish() {
    std::stable_sort(dump_.groups.begin(), dump_.groups.end(),
                     [](const DumpGroup& a, const DumpGroup& b) {
                       if (rank(a.kind) != rank(b.kind)) return rank(a.kind) < rank(b.kind);
                       return a.ids.size() > b.ids.size();
                     });
    return std::move(dump_);
  }

 private:
  GoroutineDump dump_;
  std::map<std::string, std::size_t> index_;
};

}  // namespace

Result<GoroutineDump> read_dump(std::string_view text) {
  if (text.size() > kMaxDumpBytes) {
    return Error{"a dump of more than " + std::to_string(kMaxDumpBytes) + " bytes is not read"};
  }
  const bool is_profile = text.starts_with("goroutine profile: total ");
  Reader reader;
  std::size_t found = 0;
  while (!text.empty()) {
    std::optional<DumpGoroutine> goroutine = header(take_line(text));
    if (!goroutine) continue;
    read_frames(text, *goroutine);
    reader.add(std::move(*goroutine));
    ++found;
  }
  if (found > 0) return reader.finish();
  if (is_profile) {
    return Error{
        "this is a profile with debug=1, which does not say why a goroutine waits; take it with "
        "debug=2"};
  }
  return Error{"no goroutine found: each begins with a line such as \"goroutine 7 [chan send]:\""};
}

const DumpFrame* own_frame(const DumpGoroutine& goroutine) {
  for (const DumpFrame& frame : goroutine.frames) {
    if (!is_standard(frame)) return &frame;
  }
  return goroutine.frames.empty() ? nullptr : &goroutine.frames.back();
}

namespace {

std::string count_text(std::size_t count, const std::string& one) {
  return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

}  // namespace

std::string title_of(const DumpGroup& group) {
  std::string text = count_text(group.ids.size(), "goroutine") + " [" + group.first.reason + "]";
  if (group.most_minutes > 0) {
    text += ", up to " + count_text(static_cast<std::size_t>(group.most_minutes), "minute");
  }
  if (group.first.leaked) text += ", and Go has proved the leak";
  return text;
}

std::string place_text(const DumpFrame& frame) {
  if (frame.line == 0) return frame.function;
  return frame.function + " (" + frame.file + ":" + std::to_string(frame.line) + ")";
}

std::vector<std::size_t> leaks_like(const DumpGroup& group, std::span<const LeakShape> shapes) {
  constexpr std::size_t kMost = 3;
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    const LeakShape& shape = shapes[i];
    if (std::find(shape.begin(), shape.end(), group.first.reason) != shape.end()) {
      found.push_back(i);
    }
  }
  const bool are_many = group.ids.size() > 1;
  std::stable_partition(found.begin(), found.end(),
                        [&](std::size_t index) { return (shapes[index].size() > 1) == are_many; });
  found.resize(std::min(found.size(), kMost));
  return found;
}

std::string_view what_it_waits_for(ParkKind kind) {
  switch (kind) {
    case ParkKind::Send:
      return "Waits for a receiver or a free slot: for ever, once nobody is left who receives.";
    case ParkKind::Receive:
      return "Waits for a send or a close: for ever, once nobody is left who sends or closes.";
    case ParkKind::Select:
      return "Waits for any of its cases: for ever, once nobody is left at the other ends.";
    case ParkKind::NilChannel:
      return "The channel is nil: nothing can ever wake it.";
    case ParkKind::NoCases:
      return "A select without cases: nothing can ever wake it.";
    case ParkKind::Lock:
      return "Waits for a lock: for ever, if who holds it waits as well, or forgot to unlock.";
    case ParkKind::WaitGroup:
      return "Waits for the counter to reach 0: for ever, if one Done is missing.";
    case ParkKind::Cond:
      return "Waits for Signal or Broadcast: for ever, if it came too early or never comes.";
    case ParkKind::Io:
      return "Waits for a peer: for ever, if that stays silent and there is no deadline or close.";
    case ParkKind::Sleep:
      return "Its timer wakes it.";
    case ParkKind::Other:
      return "Parked for a reason that this version does not know.";
    case ParkKind::Active:
      return "Not parked.";
    case ParkKind::Runtime:
      return "Go's own; it belongs there.";
  }
  return "";
}

}  // namespace gopark
