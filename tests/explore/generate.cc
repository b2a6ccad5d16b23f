#include "tests/explore/generate.h"

#include <vector>

#include "sim/base/hash.h"

namespace gopark {

namespace {

class Generator {
 public:
  explicit Generator(uint64_t seed) : state_(mix(seed + 1)) {}

  std::string program() {
    const uint64_t workers = 1 + below(2);
    std::string body;
    for (uint64_t i = 0; i < workers; ++i)
      body += "\tgo func() {\n" + statements(1 + below(3), "\t\t") + "\t}()\n";
    body += statements(1 + below(3), "\t");
    return "package main\n\n" + imports() + "func main() {\n" + setup() + body + "}\n";
  }

 private:
  uint64_t below(uint64_t count) {
    state_ = mix(state_ + 0x9e3779b97f4a7c15);
    return state_ % count;
  }
  std::string one_of(const std::vector<std::string>& texts) {
    return texts[static_cast<std::size_t>(below(texts.size()))];
  }
  std::string number() { return std::to_string(1 + below(3)); }

  std::string channel() { return one_of({"c", "d"}); }

  std::string statements(uint64_t count, const std::string& indent) {
    std::string text;
    for (uint64_t i = 0; i < count; ++i) text += statement(indent);
    return text;
  }

  std::string statement(const std::string& indent) {
    const std::string line = "\n" + indent;
    switch (below(17)) {
      case 0:
      case 1:
      case 2:
        return indent + channel() + " <- " + number() + "\n";
      case 3:
      case 4:
      case 5:
        return indent + "<-" + channel() + "\n";
      case 6:
        return indent + "close(" + channel() + ")\n";
      case 7:
      case 8:
      case 9:
        return select(indent);
      case 10:
        uses_sync_ = uses_mutex_ = true;
        return indent + "mu.Lock()" + line + simple() + line + "mu.Unlock()\n";
      case 11:
        uses_sync_ = uses_rw_ = true;
        return below(2) == 0 ? indent + "rw.Lock()" + line + simple() + line + "rw.Unlock()\n"
                             : indent + "rw.RLock()" + line + simple() + line + "rw.RUnlock()\n";
      case 12:
        uses_sync_ = uses_wait_group_ = true;
        return indent + one_of({"wg.Done()", "wg.Wait()"}) + "\n";
      case 13:
        uses_sync_ = uses_mutex_ = uses_cond_ = true;
        return below(2) == 0 ? indent + "mu.Lock()" + line + "cond.Wait()" + line + "mu.Unlock()\n"
                             : indent + one_of({"cond.Signal()", "cond.Broadcast()"}) + "\n";
      case 14:
        uses_time_ = true;
        return indent + "time.Sleep(" + number() + ")\n";
      case 15:
        return indent + "if x == " + number() + " {" + line + "\t" + channel_operation() + line +
               "}\n";
      default:
        return indent + simple() + "\n";
    }
  }

  std::string simple() {
    return one_of({"x++", "x = " + number(), "y = x", "x = y + 1", channel_operation()});
  }
  std::string channel_operation() {
    return below(2) == 0 ? channel() + " <- " + number() : "x = <-" + channel();
  }

  std::string select(const std::string& indent) {
    std::string text = indent + "select {\n";
    const uint64_t cases = 1 + below(2);
    for (uint64_t i = 0; i < cases; ++i) {
      text += indent + "case " + channel_operation() + ":\n";
      if (below(2) == 0) text += indent + "\ty += " + number() + "\n";
    }
    if (below(5) == 0) {
      uses_time_ = true;
      text += indent + "case <-time.After(" + number() + "):\n";
    }
    if (below(3) == 0) text += indent + "default:\n" + indent + "\tx = " + number() + "\n";
    return text + indent + "}\n";
  }

  std::string imports() const {
    return std::string(uses_sync_ ? "import \"sync\"\n" : "") +
           (uses_time_ ? "import \"time\"\n" : "") + "\n";
  }
  std::string setup() {
    std::string text = "\tx, y := 0, 0\n";
    for (const char* name : {"c", "d"})
      text += std::string("\t") + name + " := make(chan int" + one_of({"", ", 1", ", 2"}) + ")\n";
    text += "\t_, _, _, _ = x, y, c, d\n";
    if (uses_mutex_) text += "\tvar mu sync.Mutex\n";
    if (uses_rw_) text += "\tvar rw sync.RWMutex\n";
    if (uses_cond_) text += "\tcond := sync.NewCond(&mu)\n";
    if (uses_wait_group_) text += "\tvar wg sync.WaitGroup\n\twg.Add(" + number() + ")\n";
    return text;
  }

  uint64_t state_;
  bool uses_sync_ = false, uses_mutex_ = false, uses_rw_ = false, uses_wait_group_ = false;
  bool uses_cond_ = false, uses_time_ = false;
};

}  // namespace

std::string random_program(uint64_t seed) {
  return Generator(seed).program();
}

}  // namespace gopark
