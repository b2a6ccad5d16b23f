#include "tests/explore/generate.h"

#include <vector>

#include "sim/base/hash.h"

namespace gopark {

namespace {

constexpr const char* kConnect =
    "func connect() (net.Conn, net.Conn) {\n\tl, _ := net.Listen(\"tcp\", \"localhost:80\")\n"
    "\tnear, _ := net.Dial(\"tcp\", \"localhost:80\")\n\tfar, _ := l.Accept()\n\tl.Close()\n"
    "\treturn near, far\n}\n\n";

class Generator {
 public:
  Generator(uint64_t seed, Clock clock)
      : state_(mix(seed + 1)), richer_kinds_(clock == Clock::Read ? 26 : 23) {}

  std::string program() {
    const uint64_t workers = 1 + below(2);
    std::string body;
    for (uint64_t i = 0; i < workers; ++i)
      body += "\tgo func() {\n" + statements(1 + below(3), "\t\t") + "\t}()\n";
    body += statements(1 + below(3), "\t");
    const std::string before = setup();
    return "package main\n\n" + imports() + "func main() {\n" + before + body + "}\n";
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
    if (below(3) == 0) return richer_statement(indent);
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

  // What is shared through more than a variable: fields, elements, globals, values that travel.
  std::string richer_statement(const std::string& indent) {
    const std::string line = "\n" + indent;
    switch (below(richer_kinds_)) {
      case 21:
        uses_context_ = uses_tree_ = true;
        return indent +
               one_of({"fail(errors.New(" + quoted_number() + "))",
                       "if context.Cause(tree) == context.Canceled {" + line + "\t" +
                           channel_operation() + line + "}",
                       "if context.AfterFunc(tree, func() { " + channel_operation() + " })() {" +
                           line + "\t" + channel_operation() + line + "}",
                       "if stop() {" + line + "\t" + channel_operation() + line + "}",
                       "if e := context.Cause(tree); e != nil && e.Error() == " + quoted_number() +
                           " {" + line + "\t" + channel_operation() + line + "}",
                       "if leaf, _ := context.WithCancel(tree); leaf.Err() != nil {" + line + "\t" +
                           channel_operation() + line + "}",
                       "<-tree.Done()"}) +
               "\n";
      case 22:
        uses_sync_ = uses_map_ = true;
        return indent +
               one_of({"table.Store(" + number() + ", 1)", "table.Delete(" + number() + ")",
                       "if _, ok := table.Load(" + number() + "); ok {" + line + "\t" +
                           channel_operation() + line + "}",
                       "if _, ok := table.LoadOrStore(" + number() + ", x); !ok {" + line + "\t" +
                           channel_operation() + line + "}",
                       "table.Range(func(key, value any) bool {" + line + "\tc <- key.(int)" +
                           line + "\treturn " + one_of({"true", "false"}) + line + "})"}) +
               "\n";
      case 20:
        return indent + "for key, to := range map[int]chan int{1: c, 2: d} {" + line +
               "\t_, _ = key, to" + line + "\t" + one_of({"x = key", "to <- key", "x = <-to"}) +
               line + "\t" + one_of({"break", "y = key"}) + line + "}\n";
      case 23:
        uses_time_ = uses_begin_ = true;
        return indent + "if time.Since(begin) " + one_of({"<", ">"}) + " " + number() + " {" +
               line + "\t" + channel_operation() + line + "}\n";
      case 24:
        uses_time_ = uses_timer_ = uses_begin_ = true;
        return indent + "if at := <-timer.C; at.Sub(begin) > " + number() + " {" + line + "\t" +
               channel_operation() + line + "}\n";
      case 25:
        uses_time_ = uses_context_ = uses_deadline_ = true;
        return indent + "if at, _ := ctx.Deadline(); time.Until(at) > 1 {" + line + "\t" +
               channel_operation() + line + "}\n";
      case 0:
        uses_sync_ = uses_locks_ = true;
        return indent + "locks[" + digit() + "].Lock()" + line + channel_operation() + line +
               "locks[" + digit() + "].Unlock()\n";
      case 1: {
        uses_sync_ = uses_locks_ = true;
        const std::string a = digit(), b = digit();
        return indent + "locks[" + a + "].Lock()" + line + "locks[" + b + "].Lock()" + line +
               "locks[" + b + "].Unlock()" + line + "locks[" + a + "].Unlock()\n";
      }
      case 2:
        uses_sync_ = uses_locks_ = uses_handed_ = true;
        return indent +
               one_of({"handed <- &locks[" + digit() + "]", "(<-handed).Lock()",
                       "(<-handed).Unlock()"}) +
               "\n";
      case 3:
        uses_channels_ = true;
        return indent +
               one_of({"channels <- " + channel(), "(<-channels) <- " + number(), "<-(<-channels)",
                       "close(<-channels)"}) +
               "\n";
      case 4:
        uses_sync_ = uses_node_ = true;
        return indent +
               one_of({"head.next.mu.Lock()", "head.next.mu.Unlock()", "head.mu.Lock()",
                       "head.c <- " + number(), "<-head.next.c", "head.next.c <- 1",
                       "go head.next.run()", "head.run()"}) +
               "\n";
      case 5:
        if (below(3) == 0) return indent + network(line) + "\n";
        uses_global_ = true;
        return indent + one_of({"global <- " + number(), "<-global", "close(global)"}) + "\n";
      case 6:
        uses_atomic_ = true;
        return indent + "atomic.AddInt64(&count, 1)\n";
      case 7:
        uses_atomic_ = true;
        return indent + "if atomic.LoadInt64(&count) == " + number() + " {" + line + "\t" +
               channel_operation() + line + "}\n";
      case 8:
        uses_sync_ = uses_once_ = true;
        return indent + "once.Do(func() { " + channel_operation() + " })\n";
      case 9:
        uses_sync_ = uses_mutex_ = true;
        return indent + "if mu.TryLock() {" + line + "\t" + simple() + line + "\tmu.Unlock()" +
               line + "}\n";
      case 10:
        uses_context_ = true;
        return indent + one_of({"cancel()", "<-ctx.Done()", call_with_timeout(line)}) + "\n";
      case 11:
        uses_context_ = true;
        return indent + "select {\n" + indent + "case " + channel_operation() + ":\n" + indent +
               "case <-ctx.Done():\n" + indent + "}\n";
      case 12:
        uses_time_ = uses_timer_ = true;
        return indent +
               one_of(
                   {"timer.Stop()", "timer.Reset(" + number() + ")", "<-timer.C",
                    "time.AfterFunc(" + number() + ", func() { " + channel_operation() + " })"}) +
               "\n";
      case 13:
        return indent + "go func() {\n" + statements(1 + below(2), indent + "\t") + indent +
               "}()\n";
      case 14:
        uses_sync_ = uses_wait_group_ = true;
        return indent + "wg.Add(1)" + line + "go func() {" + line + "\tdefer wg.Done()" + line +
               "\t" + channel_operation() + line + "}()\n";
      case 15:
        return indent + "if len(" + channel() + ") == " + digit() + " {" + line + "\t" +
               channel_operation() + line + "}\n";
      case 16:
        return indent + "for i := 0; i < 2; i++ {\n" + statements(1, indent + "\t") + indent +
               "}\n";
      case 17:
        return indent + "for i := range []chan int{c, d} {" + line + "\t[]chan int{d, c}[i] <- i" +
               line + "}\n";
      case 18:
        return indent + "defer close(" + channel() + ")\n";
      default:
        return indent + "func() {" + line + "\tdefer func() { recover() }()" + line + "\t" +
               one_of({"close(c)", "c <- 1", "panic(1)"}) + line + "}()\n";
    }
  }
  std::string call_with_timeout(const std::string& line) {
    return "if call, end := context.WithTimeout(ctx, " + number() + "); call != nil {" + line +
           "\tselect {" + line + "\tcase " + channel_operation() + ":" + line +
           "\tcase <-call.Done():" + line + "\t}" + line + "\tend()" + line + "}";
  }
  std::string network(const std::string& line) {
    uses_network_ = uses_time_ = true;
    const std::string end = one_of({"near", "far"});
    return one_of({end + ".Write([]byte{1})", end + ".Close()", end + ".Read(make([]byte, 1))",
                   end + ".SetReadDeadline(time.Unix(946684800, " + number() + "))",
                   "if _, err := " + end + ".Read(make([]byte, 1)); err != nil {" + line + "\t" +
                       channel_operation() + line + "}"});
  }
  std::string quoted_number() { return "\"" + number() + "\""; }
  std::string digit() { return std::to_string(below(2)); }

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
    return std::string(uses_context_ ? "import \"context\"\n" : "") +
           (uses_tree_ ? "import \"errors\"\n" : "") + (uses_network_ ? "import \"net\"\n" : "") +
           (uses_sync_ ? "import \"sync\"\n" : "") +
           (uses_atomic_ ? "import \"sync/atomic\"\n" : "") +
           (uses_time_ ? "import \"time\"\n" : "") + "\n" + declarations();
  }
  std::string declarations() const {
    return std::string(uses_network_ ? kConnect : "") +
           std::string(uses_global_ ? "var global = make(chan int, 1)\n\n" : "") +
           (uses_node_ ? "type node struct {\n\tmu sync.Mutex\n\tc chan int\n\tnext *node\n}\n\n"
                         "func (n *node) run() {\n\tn.mu.Lock()\n\tn.c <- 1\n\tn.mu.Unlock()\n}\n\n"
                       : "");
  }
  std::string setup() {
    std::string text = "\tx, y := 0, 0\n";
    for (const char* name : {"c", "d"})
      text += std::string("\t") + name + " := make(chan int" + one_of({"", ", 1", ", 2"}) + ")\n";
    text += "\t_, _, _, _ = x, y, c, d\n";
    if (uses_network_) text += "\tnear, far := connect()\n\t_, _, _ = near, far, time.Second\n";
    if (uses_channels_) text += "\tchannels := make(chan chan int, 1)\n";
    if (uses_locks_) text += "\tvar locks [2]sync.Mutex\n\t_ = &locks\n";
    if (uses_handed_) text += "\thanded := make(chan *sync.Mutex, 1)\n";
    if (uses_node_)
      text += "\thead := &node{c: c, next: &node{c: make(chan int" + one_of({"", ", 1"}) + ")}}\n";
    if (uses_once_) text += "\tvar once sync.Once\n";
    if (uses_atomic_) text += "\tvar count int64\n";
    if (uses_timer_) text += "\ttimer := time.NewTimer(" + number() + ")\n\t_ = timer\n";
    if (uses_begin_) text += "\tbegin := time.Now()\n\t_ = begin\n";
    if (uses_context_)
      text += "\tctx, cancel := context." +
              (uses_deadline_ ? "WithTimeout(context.Background(), " + number() + ")"
                              : std::string("WithCancel(context.Background())")) +
              "\n\t_, _ = ctx, cancel\n";
    if (uses_tree_)
      text +=
          "\ttree, fail := context.WithCancelCause(ctx)\n"
          "\tstop := context.AfterFunc(ctx, func() { fail(errors.New(\"2\")) })\n"
          "\t_, _, _ = tree, fail, stop\n";
    if (uses_map_) text += "\tvar table sync.Map\n";
    if (uses_mutex_) text += "\tvar mu sync.Mutex\n";
    if (uses_rw_) text += "\tvar rw sync.RWMutex\n";
    if (uses_cond_) text += "\tcond := sync.NewCond(&mu)\n";
    if (uses_wait_group_) text += "\tvar wg sync.WaitGroup\n\twg.Add(" + number() + ")\n";
    return text;
  }

  uint64_t state_;
  const uint64_t richer_kinds_;  // of statements; the last three look at the clock
  bool uses_sync_ = false, uses_mutex_ = false, uses_rw_ = false, uses_wait_group_ = false;
  bool uses_cond_ = false, uses_time_ = false, uses_locks_ = false, uses_handed_ = false;
  bool uses_channels_ = false, uses_node_ = false, uses_global_ = false, uses_atomic_ = false;
  bool uses_once_ = false, uses_context_ = false, uses_timer_ = false;
  bool uses_tree_ = false, uses_map_ = false;
  bool uses_network_ = false;
  bool uses_begin_ = false, uses_deadline_ = false;
};

}  // namespace

std::string random_program(uint64_t seed, Clock clock) {
  return Generator(seed, clock).program();
}

}  // namespace gopark
