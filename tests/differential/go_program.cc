#include "tests/differential/go_program.h"

#include <regex>
#include <set>
#include <sstream>
#include <vector>

#include "sim/base/hash.h"

namespace gopark {

namespace {

class Dice {
 public:
  explicit Dice(uint64_t seed) : state_(mix(seed * 2 + 1)) {}

  uint64_t below(uint64_t count) {
    state_ = mix(state_ + 0x9e3779b97f4a7c15);
    return state_ % count;
  }
  bool one_in(uint64_t count) { return below(count) == 0; }
  const std::string& one_of(const std::vector<std::string>& texts) {
    return texts[static_cast<std::size_t>(below(texts.size()))];
  }
  std::string number(uint64_t from, uint64_t to) {
    return std::to_string(from + below(to - from + 1));
  }

 private:
  uint64_t state_;
};

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

// What every program has at package level. `@` stands for the seed.
constexpr const char* kDeclarations = R"go(
type point@ struct {
	x, y int
	name string
}

func (p point@) sum() int       { return p.x + p.y }
func (p *point@) move(dx int)   { p.x += dx }
func (p point@) String() string { return fmt.Sprintf("(%d,%d)", p.x, p.y) }

type shape@ interface{ sum() int }

type square@ int

func (s square@) sum() int { return int(s) * 2 }

type wrapped@ struct {
	point@
	*guarded@
	tags []string
}

type guarded@ struct {
	mu sync.Mutex
	n  int
}

func (g *guarded@) add(d int) int {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.n += d
	return g.n
}

type failure@ struct{ code int }

func (f *failure@) Error() string { return "failure " + strconv.Itoa(f.code) }

var (
	ticks@  int
	table@  = map[string]int{"a": 1, "b": 2}
	errBad@ = errors.New("bad")
)

func tick@() int {
	ticks@++
	return ticks@
}

func divide@(a, b int) (result int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	if b == 7 {
		return 0, &failure@{b}
	}
	if b == 8 {
		return 1, fmt.Errorf("wrapped: %w", errBad@)
	}
	return a / b, nil
}

func fold@[T any](list []T, start int, f func(int, T) int) int {
	for _, v := range list {
		start = f(start, v)
	}
	return start
}

func describe@(v any) string {
	switch t := v.(type) {
	case nil:
		return "nil"
	case int:
		return "int " + strconv.Itoa(t)
	case string, bool:
		return fmt.Sprint("simple ", t)
	case shape@:
		return fmt.Sprint("shape ", t.sum())
	case error:
		return t.Error()
	case []int:
		return fmt.Sprint("ints ", len(t))
	}
	return fmt.Sprintf("%T", v)
}
)go";

constexpr const char* kImports = R"go(package main

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

var _ = context.Canceled
var _ = sort.Ints
var _ atomic.Value
var _ = strings.ToUpper
var _ time.Duration
)go";

class Writer {
 public:
  explicit Writer(uint64_t seed, Mistake mistake)
      : dice_(seed), seed_(seed), wants_mistake_(mistake == Mistake::OneTypeError) {}

  std::string program() {
    std::string functions, main;
    const uint64_t parts = 1 + dice_.below(3);
    mistake_in_ = dice_.below(parts);
    for (uint64_t part = 0; part < parts; ++part) {
      const std::string name = "part" + std::to_string(part) + "@";
      here_ = wants_mistake_ && part == mistake_in_;
      functions += "\nfunc " + name + "() {\n" + body() + "}\n";
      main += "\t" + name + "()\n";
    }
    if (dice_.one_in(3)) main += "\ttime.Sleep(" + millis(50, 60) + ")\n";
    return replaced(kImports + std::string(kDeclarations) + functions + "\nfunc main() {\n" + main +
                        "\tfmt.Println(\"end\", ticks@)\n}\n",
                    "@", std::to_string(seed_));
  }

 private:
  std::string body() {
    ints_ = {"n"};
    texts_ = {"s"};
    lists_ = {"list"};
    points_ = {"p"};
    depth_ = 0;
    std::string text =
        "\tn, s, list := 3, \"go\", []int{4, 5, 6}\n\tp := point@{1, 2, \"p\"}\n"
        "\t_, _, _, _ = n, s, list, p\n";
    text += statements(dice_.below(4), "\t");
    text += scene("\t");
    text += statements(1 + dice_.below(5), "\t");
    if (here_) text += mistake();
    return text;
  }

  std::string fresh(const std::string& stem) { return stem + std::to_string(++names_); }
  std::string millis(uint64_t from, uint64_t to) {
    return dice_.number(from, to) + " * time.Millisecond";
  }

  // ---- expressions

  std::string integer(int depth = 0) {
    if (depth > 2) return dice_.one_in(2) ? dice_.one_of(ints_) : dice_.number(0, 9);
    switch (dice_.below(16)) {
      case 0:
        return "len(" + dice_.one_of({dice_.one_of(texts_), dice_.one_of(lists_)}) + ")";
      case 1:
        return "tick@()";
      case 2:
        return dice_.one_of(points_) + dice_.one_of({".x", ".y", ".sum()"});
      case 3:
        return "table@[" + text(depth + 1) + "]";
      case 4:
        return "(" + integer(depth + 1) + dice_.one_of({" + ", " - ", " * ", " & ", " | ", " ^ "}) +
               integer(depth + 1) + ")";
      case 5:
        return "(" + integer(depth + 1) + " % (1 + " + integer(depth + 1) + "&7))";
      case 6:
        return "(" + integer(depth + 1) + dice_.one_of({" << ", " >> "}) + dice_.number(0, 4) + ")";
      case 7:
        return "int(" + dice_.one_of({"uint8", "int8", "uint16"}) + "(n + " + integer(depth + 1) +
               "))";
      case 8:
        return "func() int { " + std::string(dice_.one_in(2) ? "n++; " : "") + "return " +
               integer(depth + 1) + " }()";
      case 9:
        return "fold@(" + dice_.one_of(lists_) + ", " + integer(depth + 1) +
               ", func(a, b int) int { return a" + dice_.one_of({"+b", "-b", "*2+b"}) + " })";
      case 10:
        return "shape@(square@(" + integer(depth + 1) + ")).sum()";
      case 11:
        return "-" + dice_.one_of(ints_);
      case 12:
        return "strings.Index(" + text(depth + 1) + ", " + text(depth + 1) + ")";
      default:
        return dice_.one_in(2) ? dice_.one_of(ints_) : dice_.number(0, 40);
    }
  }
  std::string text(int depth = 0) {
    if (depth > 2) return dice_.one_in(2) ? dice_.one_of(texts_) : "\"ab\"";
    switch (dice_.below(10)) {
      case 0:
        return text(depth + 1) + " + " + text(depth + 1);
      case 1:
        return "strconv.Itoa(" + integer(depth + 1) + ")";
      case 2:
        return "fmt.Sprint(" + anything(depth + 1) + ", " + anything(depth + 1) + ")";
      case 3:
        return "strings.Repeat(" + text(depth + 1) + ", " + integer(depth + 1) + "&3)";
      case 4:
        return "strings.ToUpper(" + text(depth + 1) + ")";
      case 5:
        return "fmt.Sprintf(\"%" +
               dice_.one_of({"d", "x", "5d", "-4d", "03d", "v", "T", "q", "c"}) + "|\", " +
               integer(depth + 1) + ")";
      case 6:
        return "describe@(" + anything(depth + 1) + ")";
      default:
        return dice_.one_in(2) ? dice_.one_of(texts_) : dice_.one_of({"\"x\"", "\"héllo\"", "`r`"});
    }
  }
  std::string truth(int depth = 0) {
    switch (dice_.below(depth > 1 ? 2 : 5)) {
      case 0:
        return integer(depth + 1) + dice_.one_of({" < ", " == ", " != ", " >= "}) +
               integer(depth + 1);
      case 1:
        return text(depth + 2) + dice_.one_of({" == ", " < ", " != "}) + text(depth + 2);
      case 2:
        return "(" + truth(depth + 1) + dice_.one_of({" && ", " || "}) + truth(depth + 1) + ")";
      case 3:
        return "!(" + truth(depth + 1) + ")";
      default:
        return dice_.one_of(points_) + " == (point@{" + integer(2) + ", 2, \"p\"})";
    }
  }
  std::string anything(int depth = 0) {
    switch (dice_.below(8)) {
      case 0:
        return text(depth + 1);
      case 1:
        return truth(depth + 1);
      case 2:
        return dice_.one_of(points_);
      case 3:
        return dice_.one_of(lists_);
      case 4:
        return "square@(" + integer(depth + 1) + ")";
      case 5:
        return "float64(" + integer(depth + 1) + ") / 4";
      case 6:
        return dice_.one_of({"table@", "errBad@", "[2]bool{true}", "any(nil)",
                             "[]string{\"a\", \"b\"}", "struct{ a, b int }{1, 2}", "rune('x')",
                             "uint8(200)", "&failure@{3}", "time.Duration(1500)*time.Millisecond"});
      default:
        return integer(depth + 1);
    }
  }

  // ---- statements

  std::string statements(uint64_t count, const std::string& in) {
    std::string result;
    for (uint64_t i = 0; i < count; ++i) result += statement(in);
    return result;
  }
  std::string block(const std::string& in) {
    const auto ints = ints_;
    const auto texts = texts_, lists = lists_, points = points_;
    ++depth_;
    std::string result = statements(1 + dice_.below(2), in + "\t");
    --depth_;
    ints_ = ints, texts_ = texts, lists_ = lists, points_ = points;
    return result;
  }

  std::string statement(const std::string& in) {
    if (depth_ > 2) return in + "fmt.Println(" + anything() + ", " + anything() + ")\n";
    const std::string v = fresh("v");
    switch (dice_.below(24)) {
      case 0: {
        const std::string e = integer();
        ints_.push_back(v);
        return in + v + " := " + e + "\n" + in + "_ = " + v + "\n";
      }
      case 1: {
        const std::string e = text();
        texts_.push_back(v);
        return in + v + " := " + e + "\n" + in + "_ = " + v + "\n";
      }
      case 2: {
        const std::string e = "[]int{" + integer() + ", " + integer() + "}";
        lists_.push_back(v);
        return in + "var " + v + " = " + e + "\n" + in + "_ = " + v + "\n";
      }
      case 3: {
        const std::string e = integer();
        points_.push_back(v);
        return in + v + " := point@{x: " + e + "}\n" + in + v + ".move(" + integer() + ")\n";
      }
      case 4:
        return in + dice_.one_of(ints_) + dice_.one_of({" = ", " += ", " -= ", " ^= ", " |= "}) +
               integer() + "\n";
      case 5:
        return in + dice_.one_of(texts_) + " = " + text() + "\n";
      case 6: {
        const std::string a = dice_.one_of(ints_), list = dice_.one_of(lists_);
        return in + a + ", " + list + "[" + a + "&1] = " + integer() + ", " + integer() + "\n";
      }
      case 7:
        return in + dice_.one_of(lists_) + " = append(" + dice_.one_of(lists_) + ", " + integer() +
               ", " + integer() + ")\n";
      case 8:
        return in + "if " + truth() + " {\n" + block(in) + in + "} else if " + truth() + " {\n" +
               block(in) + in + "}\n";
      case 9:
        return in + "for " + v + " := 0; " + v + " < " + dice_.number(1, 3) + "; " + v + "++ {\n" +
               block(in) + in + "}\n";
      case 10:
        return in + "for i, " + v + " := range " + dice_.one_of(lists_) + " {\n" + in +
               "\tif i > 3 {\n" + in + "\t\tbreak\n" + in + "\t}\n" + in + "\tn += " + v +
               " - i\n" + block(in) + in + "}\n";
      case 11:
        return in + "for _, " + v + " := range " + text() + " {\n" + in + "\tn += int(" + v +
               ") & 15\n" + in + "}\n";
      case 12:
        return in + "for k, " + v + " := range table@ {\n" + in + "\tn += len(k) + " + v + "\n" +
               in + "}\n";
      case 13:
        return in + "switch " + v + " := " + integer() + "; {\n" + in + "case " + v + " > 10:\n" +
               block(in) + (dice_.one_in(2) ? in + "\tfallthrough\n" : "") + in + "case " +
               truth() + ":\n" + block(in) + in + "default:\n" + block(in) + in + "}\n";
      case 14:
        return in + "defer fmt.Println(\"deferred\", " + integer() + ", " + text() + ")\n";
      case 15:
        return in + "defer func() { fmt.Println(\"later\", n, " + dice_.one_of(texts_) + ") }()\n";
      case 16: {
        const std::string result = in + v + ", err := divide@(" + integer() + ", " + integer() +
                                   "&15)\n" + in + "fmt.Println(" + v +
                                   ", err, errors.Is(err, errBad@), err != nil)\n";
        return in + "{\n" + result + in + "}\n";
      }
      case 17:
        return in + "table@[" + text() + "] " + dice_.one_of({"= ", "+= "}) + integer() + "\n";
      case 18:
        return in + "delete(table@, " + text() + ")\n";
      case 19: {
        const std::string list = dice_.one_of(lists_);
        return in + "copy(" + list + "[" + dice_.number(0, 2) + ":], " + dice_.one_of(lists_) +
               ")\n" + in + "fmt.Println(" + list + "[:" + dice_.number(0, 3) + "], cap(" + list +
               "[1:2:2]))\n";
      }
      case 20:
        return in + v + ":\n" + in + "for i := 0; i < 3; i++ {\n" + in +
               "\tfor j := 0; j < 3; j++ {\n" + in + "\t\tif " + truth() + " {\n" + in + "\t\t\t" +
               dice_.one_of({"break ", "continue "}) + v + "\n" + in + "\t\t}\n" + in +
               "\t\tn++\n" + in + "\t}\n" + in + "}\n";
      case 21: {
        return in + v + " := wrapped@{point@: p, guarded@: &guarded@{n: " + integer() + "}}\n" +
               in + "fmt.Println(" + v + ".add(" + integer() + "), " + v + ".sum(), " + v +
               ".x, len(" + v + ".tags))\n";
      }
      case 22:
        return in + "func() {\n" + in + "\tdefer func() { fmt.Println(\"got\", recover()) }()\n" +
               in + "\t" +
               dice_.one_of(
                   {"panic(" + text() + ")", "panic(errBad@)", "var m map[string]int; m[s] = 1",
                    "fmt.Println(list[n+" + integer() + "])",
                    "var e any = " + anything() + "; fmt.Println(e.(int))",
                    "var q *point@; fmt.Println(q.x)", "fmt.Println(s[n-2:n-" + integer() + "])",
                    "fmt.Println(list[n-2:n-3+" + integer() + "])",
                    "panic(fmt.Sprint(" + anything() + "))",
                    "_ = make([]int, n-20+" + integer() + ")"}) +
               "\n" + in + "}()\n";
      default:
        return in + "fmt.Println(" + anything() + ", " + anything() + ", " + anything() + ")\n";
    }
  }

  // ---- goroutines. `@` is the seed; other marks are replaced by what the dice say.

  std::string scene(const std::string& in) {
    static const std::vector<std::string> kScenes = {
        // Workers and their sum.
        R"(var wg sync.WaitGroup
var mu sync.Mutex
total := 0
for i := 0; i < N; i++ {
	wg.Add(1)
	go func(id int) {
		defer wg.Done()
		mu.Lock()
		total += id * N
		mu.UNLOCK
	}(i)
}
wg.Wait()
fmt.Println("total", total)
)",
        // A producer and a consumer.
        R"(c := make(chan int, CAP)
done := make(chan struct{})
go func() {
	for i := 0; i < N; i++ {
		c <- i * 2
	}
	CLOSE(c)
}()
go func() {
	for v := range c {
		n += v
	}
	close(done)
}()
WAITDONE
)",
        // A timeout.
        R"(c := make(chan string, CAP)
go func() {
	time.Sleep(SHORT)
	c <- s
	fmt.Println("sent")
}()
select {
case v := <-c:
	fmt.Println("received", v)
case <-time.After(OTHER):
	fmt.Println("timed out")
}
)",
        // A context.
        R"(ctx, cancel := context.WITH
_ = cancel
c := make(chan int)
go func() {
	defer close(c)
	for i := 0; ; i++ {
		select {
		case c <- i:
		case <-ctx.Done():
			return
		}
	}
}()
for v := range c {
	if v == N {
		CANCEL
		break
	}
}
fmt.Println(ctx.Err())
)",
        // A pipeline.
        R"(source := make(chan int)
stage := func(from <-chan int, f func(int) int) <-chan int {
	to := make(chan int, CAP)
	go func() {
		defer close(to)
		for v := range from {
			to <- f(v)
		}
	}()
	return to
}
out := stage(stage(source, func(v int) int { return v + 1 }), func(v int) int { return v * v })
go func() {
	for i := 0; i < N; i++ {
		source <- i
	}
	CLOSE(source)
}()
for i := 0; i < N; i++ {
	fmt.Println(<-out)
}
)",
        // Errors, of which only the first is wanted.
        R"(errs := make(chan error, CAP)
for i := 0; i < N; i++ {
	i := i
	go func() {
		if i == 1 {
			errs <- &failure@{i}
			return
		}
		errs <- nil
	}()
}
fmt.Println(<-errs != nil)
)",
        // A condition.
        R"(var mu sync.Mutex
cond := sync.NewCond(&mu)
ready := false
go func() {
	mu.Lock()
	ready = true
	mu.Unlock()
	cond.WAKE()
}()
mu.Lock()
for !ready {
	cond.Wait()
}
mu.UNLOCK
fmt.Println("ready", ready)
)",
        // Locks in two orders, or twice.
        R"(var a, b sync.RWMutex
finished := make(chan bool, CAP)
go func() {
	a.LOCK()
	time.Sleep(SHORT)
	b.Lock()
	b.Unlock()
	a.UN
	finished <- true
}()
b.Lock()
time.Sleep(SHORT)
a.LOCK()
a.UN
b.Unlock()
fmt.Println(<-finished)
)",
        // A panic in a goroutine, recovered or not.
        R"(answers := make(chan string, CAP)
go func() {
	defer func() {
		RECOVER
		answers <- "done"
	}()
	var list []int
	_ = list[N]
}()
fmt.Println(<-answers)
)",
        // A semaphore.
        R"(slots := make(chan struct{}, N)
var wg sync.WaitGroup
var active int32
for i := 0; i < 4; i++ {
	wg.Add(1)
	go func() {
		defer wg.Done()
		slots <- struct{}{}
		atomic.AddInt32(&active, 1)
		RELEASE
	}()
}
wg.Wait()
fmt.Println(atomic.LoadInt32(&active), len(slots))
)",
        // Timers and tickers.
        R"(ticker := time.NewTicker(TICK)
timer := time.AfterFunc(SHORT, func() { fmt.Println("fired") })
for i := 0; i < 2; i++ {
	<-ticker.C
	fmt.Println("tick", i)
}
ticker.Stop()
fmt.Println(timer.Stop())
)",
        // Wrong use of channels and locks.
        R"(c := make(chan int, CAP)
go func() {
	time.Sleep(SHORT)
	BADUSE
}()
select {
case v, ok := <-c:
	fmt.Println(v, ok)
case <-time.After(OTHER):
}
)",
        // Once, and a map for many.
        R"(var once sync.Once
var m sync.Map
var wg sync.WaitGroup
for i := 0; i < N; i++ {
	i := i
	wg.Add(1)
	go func() {
		defer wg.Done()
		once.Do(func() { m.Store("once", true) })
		m.LoadOrStore(i%2, i)
	}()
}
wg.Wait()
_, found := m.Load("once")
keys := 0
m.Range(func(k, v any) bool { keys++; return true })
fmt.Println(found, keys)
)",
        // Readers of a broadcast, and one that is too late.
        R"(stop := make(chan struct{})
var wg sync.WaitGroup
for i := 0; i < N; i++ {
	wg.Add(1)
	go func() {
		defer wg.Done()
		<-stop
	}()
}
CLOSE(stop)
WAITGROUP
select {
case <-stop:
	fmt.Println("stopped")
default:
	fmt.Println("going on")
}
)",
        // A select in a loop over what may be nil.
        R"(a, b := make(chan int, 2), make(chan string, 2)
go func() {
	a <- 1
	a <- 2
	close(a)
}()
go func() {
	b <- "x"
	CLOSE(b)
}()
for a != nil || b != nil {
	select {
	case v, ok := <-a:
		if !ok {
			a = nil
			continue
		}
		n += v
	case v, ok := <-b:
		if !ok {
			b = nil
			break
		}
		s += v
	}
}
fmt.Println(n, s)
)",
        // Requests that carry the channel for their answer.
        R"(type request struct {
	v     int
	reply chan int
}
requests := make(chan request)
go func() {
	for r := range requests {
		r.reply <- r.v * r.v
	}
	fmt.Println("server ends")
}()
for i := 0; i < N; i++ {
	reply := make(chan int, CAP)
	requests <- request{i, reply}
	fmt.Println(<-reply)
}
CLOSE(requests)
)",
    };
    return filled(dice_.one_of(kScenes), in);
  }

  std::string filled(std::string text, const std::string& in) {
    const auto put = [&](const char* mark, const std::string& with) {
      text = replaced(std::move(text), mark, with);
    };
    put("BADUSE",
        dice_.one_of({"close(c); close(c)", "close(c); c <- 1", "var wg sync.WaitGroup; wg.Done()",
                      "var none chan int; <-none", "var mu sync.Mutex; mu.Unlock()",
                      "c <- 1; c <- 2; c <- 3", "var mu sync.RWMutex; mu.RUnlock()", "select {}",
                      "var none chan int; close(none)", "panic(errBad@)",
                      "panic(fmt.Sprintf(\"%03d\", n))"}));
    put("WAITDONE", dice_.one_in(5) ? "time.Sleep(SHORT)" : "<-done\nfmt.Println(\"sum\", n)");
    put("WAITGROUP", dice_.one_in(4) ? "time.Sleep(SHORT)" : "wg.Wait()");
    put("RECOVER", dice_.one_in(4) ? "_ = n" : "fmt.Println(recover())");
    put("RELEASE", dice_.one_in(5) ? "_ = n" : "<-slots");
    put("WAKE", dice_.one_of({"Signal", "Broadcast"}));
    put("WITH", dice_.one_of({"WithCancel(context.Background())",
                              "WithTimeout(context.Background(), OTHER)"}));
    put("CANCEL", dice_.one_in(4) ? "_ = n" : "cancel()");
    const bool reads = dice_.one_in(3);
    put("UNLOCK", dice_.one_in(8) ? "TryLock()" : "Unlock()");
    put("a.UN", reads ? "a.RUnlock()" : "a.Unlock()");
    put("LOCK", reads ? "RLock" : "Lock");
    put("CLOSE", dice_.one_in(5) ? "_ = cap" : "close");
    put("CAP", dice_.number(0, 2));
    put("SHORT", millis(4, 6));
    put("OTHER", dice_.one_in(3) ? millis(1, 1) : millis(30, 35));
    put("TICK", millis(20, 22));
    text = std::regex_replace(text, std::regex("\\bN\\b"), dice_.number(1, 3));
    std::string result;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) result += in + line + "\n";
    return in + "func() {\n" + replaced(result, "\n" + in, "\n\t" + in).insert(0, "\t") + in +
           "}()\n";
  }

  // ---- mistakes

  std::string mistake() {
    return "\t" +
           dice_.one_of({
               "var wrong int = \"x\"\n\t_ = wrong",
               "unused := n",
               "undefinedName(n)",
               "tick@(1)",
               "n := n",
               "s = n",
               "n = s + 1",
               "n, s = 1",
               "var r <-chan int = make(chan int)\n\tr <- 1",
               "var w chan<- int\n\t<-w",
               "close(n)",
               "return 1",
               "break",
               "p.missing()",
               "p.z = 1",
               "fmt.Printn(n)",
               "for i := range n.x {\n\t}",
               "if n {\n\t}",
               "switch n {\n\tcase 1:\n\tcase 1:\n\t}",
               "var sh shape@ = guarded@{}\n\t_ = sh",
               "go tick@",
               "defer recover",
               "_ = map[[]int]int{}",
               "n++\n\tgoto nowhere",
               "_ = list == list",
               "_ = &1",
               "const k = 1\n\tk = 2",
               "_ = point@{1, 2}",
               "_ = point@{a: 1}",
               "divide@(1, 2, 3)",
               "x, y, z := divide@(1, 2)",
               "_ = n.(int)",
               "var e any = 1\n\t_ = e + 1",
               "select {\n\tcase n:\n\t}",
               "func() int {\n\t\tif n > 0 {\n\t\t\treturn 1\n\t\t}\n\t}()",
               "list.append(1)",
               "_ = uint8(300)",
               "_ = 1 / 0",
               "nil := nil",
               "var u = nil",
               "fold@(list, \"x\", nil)",
               "_ = len(n)",
               "unusedLabel:\n\tfor {\n\t\tbreak\n\t}",
               "s[0] = 'x'",
               "n + 1",
               "1 << s",
               "for {\n\t\tvar q int\n\t\tbreak\n\t}",
               "tick@() = 3",
               "type t struct{ t }",
               "_ = *n",
               "errBad@.Wrong()",
               "wg.Wait()",
               "var f func(int) = func(s string) {}\n\t_ = f",
               "ch := make(chan int)\n\tch <- \"x\"",
               "for range table@ {\n\t\tcontinue outer\n\t}",
           }) +
           "\n";
  }

  Dice dice_;
  uint64_t seed_;
  bool wants_mistake_, here_ = false;
  uint64_t mistake_in_ = 0;
  int names_ = 0, depth_ = 0;
  std::vector<std::string> ints_, texts_, lists_, points_;
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// The first line after the imports.
std::size_t first_line_of_code(const std::vector<std::string>& lines) {
  std::size_t first = 0;
  for (std::size_t n = 0; n < lines.size(); ++n)
    if (lines[n].substr(0, 6) == "import" || (first == 0 && lines[n] == ")")) first = n + 1;
  if (first < lines.size() && lines[first - 1] == "import (")
    while (first < lines.size() && lines[first - 1] != ")") ++first;
  return first;
}

void change_words(Dice& dice, std::string& line) {
  static const std::vector<std::pair<std::string, std::string>> kChanges = {
      {"<-", ""},
      {":=", "="},
      {"defer ", ""},
      {"go ", ""},
      {"make(chan ", "make(<-chan "},
      {", 1)", ")"},
      {"close(", "cap("},
      {"Unlock", "Lock"},
      {"Lock", "Unlock"},
      {" < ", " <= "},
      {"1", "2"},
      {"0", "1"},
      {"10", "1"},
      {"&", ""},
      {"*", ""},
      {"return", "break"},
      {"err", "er"},
      {"string", "int"},
      {"wg.Done()", "wg.Wait()"},
      {"case ", "default "},
      {"(", "(("},
      {"nil", "0"},
      {"range ", ""},
      {"if ", "for "},
      {"Add(1)", "Add(2)"},
      {"make(chan int)", "make(chan int, 1)"},
      {"func()", "func(x int)"},
      {".Done()", ".Err()"},
      {"true", "false"},
      {"==", "!="},
  };
  for (int attempt = 0; attempt < 40; ++attempt) {
    const auto& [from, to] = kChanges[static_cast<std::size_t>(dice.below(kChanges.size()))];
    const std::size_t at = line.find(from);
    if (at == std::string::npos) continue;
    line.replace(at, from.size(), to);
    return;
  }
}

}  // namespace

std::string random_go_program(uint64_t seed, Mistake mistake) {
  return Writer(seed, mistake).program();
}

std::string with_own_names(const std::string& source, uint64_t seed) {
  static const std::regex kDeclared(R"((?:^|\n)(?:func|type|var|const) (\w+))");
  std::set<std::string> names;
  for (std::sregex_iterator it(source.begin(), source.end(), kDeclared), end; it != end; ++it)
    names.insert((*it)[1]);
  names.erase("main");
  names.erase("_");
  std::string text = source;
  for (const std::string& name : names)
    text = std::regex_replace(text, std::regex("\\b" + name + "\\b"),
                              name + "_" + std::to_string(seed));
  return text;
}

std::string mutated(const std::string& source, uint64_t seed) {
  Dice dice(seed);
  std::vector<std::string> lines = lines_of(source);
  const std::size_t first = first_line_of_code(lines);
  for (uint64_t changes = 1 + dice.below(2); changes > 0 && lines.size() > first + 3; --changes) {
    const auto at = first + static_cast<std::size_t>(dice.below(lines.size() - first - 2));
    const bool is_main = lines[at].substr(0, 9) == "func main";
    if (is_main) continue;
    switch (dice.below(6)) {
      case 0:
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at));
        break;
      case 1:
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), lines[at]);
        break;
      case 2:
        if (lines[at + 1].substr(0, 9) != "func main") std::swap(lines[at], lines[at + 1]);
        break;
      default:
        change_words(dice, lines[at]);
    }
  }
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace gopark
