// Package testing runs tests as `go test` does: what is printed, in which order, and how it ends.
// Elapsed times are those of the virtual clock. (Go: testing.go.)
//
//gopark:quiet
package testing

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"
)

type TB interface {
	Cleanup(func())
	Context() context.Context
	Error(args ...any)
	Errorf(format string, args ...any)
	Fail()
	FailNow()
	Failed() bool
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Helper()
	Log(args ...any)
	Logf(format string, args ...any)
	Name() string
	Skip(args ...any)
	SkipNow()
	Skipf(format string, args ...any)
	Skipped() bool
	private()
}

// common is what a test and a benchmark share.
type common struct {
	mu       sync.Mutex
	name     string
	level    int
	parent   *common
	output   string // what is printed when it has ended
	helpers  map[string]bool
	failed   bool
	skipped  bool
	finished bool
	done     bool
	parallel bool
	ran      bool

	cleanups  []func()
	start     time.Time
	duration  time.Duration
	barrier   chan bool // closed when the parallel subtests may start
	signal    chan bool // says that a test is done, or waits for its siblings
	sub       []*T
	waited    bool // its parallel subtests are over
	ctx       context.Context
	cancelCtx context.CancelFunc
	inBubble  bool // it runs in a synctest bubble, and reports through its parent
}

func (c *common) private() {}

func (c *common) Name() string { return c.name }

func (c *common) Context() context.Context { return c.ctx }

func (c *common) Fail() {
	if c.parent != nil {
		c.parent.Fail()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.done {
		panic("Fail in goroutine after " + c.name + " has completed")
	}
	c.failed = true
}

func (c *common) Failed() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.failed
}

func (c *common) FailNow() {
	c.Fail()
	c.mu.Lock()
	c.finished = true
	c.mu.Unlock()
	runtime.Goexit()
}

func (c *common) SkipNow() {
	c.mu.Lock()
	c.skipped = true
	c.finished = true
	c.mu.Unlock()
	runtime.Goexit()
}

func (c *common) Skipped() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.skipped
}

// Helper takes the caller out of the places that are named in the output.
func (c *common) Helper() {
	pc, _, _, ok := runtime.Caller(1)
	if !ok {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.helpers == nil {
		c.helpers = map[string]bool{}
	}
	c.helpers[runtime.FuncForPC(pc).Name()] = true
}

// place is where the test called, outside of its helpers.
func (c *common) place(skip int) string {
	for ; ; skip++ {
		pc, file, line, ok := runtime.Caller(skip + 1)
		if !ok {
			return "???:1: "
		}
		if c.helpers[runtime.FuncForPC(pc).Name()] {
			continue
		}
		if slash := strings.LastIndex(file, "/"); slash >= 0 {
			file = file[slash+1:]
		}
		return fmt.Sprintf("%s:%d: ", file, line)
	}
}

// log is called by the methods that the test calls.
func (c *common) log(s string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	s = c.place(2) + strings.ReplaceAll(strings.TrimSuffix(s, "\n"), "\n", "\n        ")
	if !c.done {
		c.output += "    " + s + "\n"
		return
	}
	for parent := c.parent; parent != nil; parent = parent.parent {
		parent.mu.Lock()
		defer parent.mu.Unlock()
		if !parent.done {
			parent.output += "    " + s + "\n"
			return
		}
	}
	panic("Log in goroutine after " + c.name + " has completed: " + s + "\n")
}

func (c *common) Log(args ...any)                 { c.log(fmt.Sprintln(args...)) }
func (c *common) Logf(format string, args ...any) { c.log(fmt.Sprintf(format, args...)) }

func (c *common) Error(args ...any) {
	c.log(fmt.Sprintln(args...))
	c.Fail()
}

func (c *common) Errorf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...))
	c.Fail()
}

func (c *common) Fatal(args ...any) {
	c.log(fmt.Sprintln(args...))
	c.FailNow()
}

func (c *common) Fatalf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...))
	c.FailNow()
}

func (c *common) Skip(args ...any) {
	c.log(fmt.Sprintln(args...))
	c.SkipNow()
}

func (c *common) Skipf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...))
	c.SkipNow()
}

func (c *common) Cleanup(f func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.cleanups = append(c.cleanups, f)
}

// runCleanup calls what is left to clean up, last first, also when one of them panics or exits.
func (c *common) runCleanup() {
	defer func() {
		c.mu.Lock()
		again := len(c.cleanups) > 0
		c.mu.Unlock()
		if again {
			c.runCleanup()
		}
	}()
	if c.cancelCtx != nil {
		c.cancelCtx()
	}
	for {
		var cleanup func()
		c.mu.Lock()
		if last := len(c.cleanups) - 1; last >= 0 {
			cleanup = c.cleanups[last]
			c.cleanups = c.cleanups[:last]
		}
		c.mu.Unlock()
		if cleanup == nil {
			return
		}
		cleanup()
	}
}

type T struct {
	common
	context *testContext
}

// testContext bounds how many tests run in parallel. (Go: testState.)
type testContext struct {
	mu      sync.Mutex
	start   chan bool
	running int
	waiting int
	max     int
}

// maxParallel is -parallel, which is GOMAXPROCS in Go: that of a small machine.
const maxParallel = 8

func (c *testContext) waitParallel() {
	c.mu.Lock()
	if c.running < c.max {
		c.running++
		c.mu.Unlock()
		return
	}
	c.waiting++
	c.mu.Unlock()
	<-c.start
}

func (c *testContext) release() {
	c.mu.Lock()
	if c.waiting == 0 {
		c.running--
		c.mu.Unlock()
		return
	}
	c.waiting--
	c.mu.Unlock()
	c.start <- true
}

func (t *T) Parallel() {
	if t.inBubble {
		panic("testing: t.Parallel called inside synctest bubble")
	}
	if t.parallel {
		panic("testing: t.Parallel called multiple times")
	}
	t.parallel = true
	if t.parent.barrier == nil {
		return
	}
	t.duration += time.Since(t.start)
	t.parent.mu.Lock()
	t.parent.sub = append(t.parent.sub, t)
	t.parent.mu.Unlock()
	t.signal <- true
	<-t.parent.barrier
	t.context.waitParallel()
	t.start = time.Now()
}

func (t *T) Deadline() (deadline time.Time, ok bool) {
	if t.inBubble {
		panic("testing: t.Deadline called inside synctest bubble")
	}
	return
}

// RunInBubble runs f as a test of the same name, for testing/synctest. (Go: testingSynctestTest.)
func RunInBubble(t *T, f func(*T)) (ok bool) {
	t2 := newT(&t.common, t.name, t.context, context.Background())
	t2.inBubble = true
	go tRunner(t2, f)
	if !<-t2.signal {
		runtime.Goexit()
	}
	return !t2.failed
}

// newT is a test whose context ends with `base`.
func newT(parent *common, name string, state *testContext, base context.Context) *T {
	t := &T{common: common{
		name:    name,
		level:   parent.level + 1,
		parent:  parent,
		barrier: make(chan bool),
		signal:  make(chan bool, 1),
	}, context: state}
	t.ctx, t.cancelCtx = context.WithCancel(base)
	return t
}

func tRunner(t *T, fn func(t *T)) {
	defer func() {
		err := recover()
		signal := true
		t.mu.Lock()
		finished := t.finished
		t.mu.Unlock()
		if !finished && err == nil {
			err = fmt.Errorf("test executed panic(nil) or runtime.Goexit")
			for p := t.parent; p != nil; p = p.parent {
				p.mu.Lock()
				finished := p.finished
				p.mu.Unlock()
				if finished {
					t.Errorf("%v: subtest may have called FailNow on a parent test", err)
					err = nil
					signal = false
					break
				}
			}
		}
		doPanic := func(err any) {
			t.Fail()
			t.runCleanup()
			for c := &t.common; c.parent != nil; c = c.parent {
				c.mu.Lock()
				c.duration += time.Since(c.start)
				c.mu.Unlock()
				c.report()
				c.parent.runCleanup()
			}
			panic(err)
		}
		if err != nil {
			doPanic(err)
		}
		t.duration += time.Since(t.start)
		if len(t.sub) > 0 {
			t.context.release()
			close(t.barrier)
			for _, sub := range t.sub {
				<-sub.signal
			}
			start := time.Now()
			t.runCleanup()
			t.duration += time.Since(start)
			if !t.parallel {
				t.context.waitParallel()
			}
		} else if t.parallel {
			t.context.release()
		}
		t.report()
		t.mu.Lock()
		t.done = true
		t.mu.Unlock()
		t.signal <- signal
	}()
	defer func() {
		if len(t.sub) == 0 {
			t.runCleanup()
		}
	}()
	t.start = time.Now()
	fn(t)
	t.mu.Lock()
	t.finished = true
	t.mu.Unlock()
}

// verdict is the line that ends a test, "" when nobody asks for it.
func (c *common) verdict() string {
	if !c.Failed() {
		return ""
	}
	return fmt.Sprintf("--- FAIL: %s (%.2fs)\n", c.name, c.duration.Seconds())
}

// indented is what a test's parent shows of it.
func indented(s string) string {
	if s == "" {
		return ""
	}
	return "    " + strings.ReplaceAll(strings.TrimSuffix(s, "\n"), "\n", "\n    ") + "\n"
}

// report hands what a failed test has to say to its parent, whose own line comes first.
func (c *common) report() {
	text := c.verdict()
	if text == "" {
		return
	}
	c.mu.Lock()
	if c.inBubble {
		c.parent.mu.Lock()
		c.parent.output += c.output
		c.parent.mu.Unlock()
		c.output = ""
		c.mu.Unlock()
		return
	}
	text += c.output
	c.output = ""
	c.mu.Unlock()
	c.parent.mu.Lock()
	defer c.parent.mu.Unlock()
	if c.parent.parent == nil {
		os.Stdout.WriteString(text)
		return
	}
	c.parent.output += indented(text)
}

func (t *T) Run(name string, f func(t *T)) bool {
	if t.inBubble {
		panic("testing: t.Run called inside synctest bubble")
	}
	sub := newT(&t.common, t.subName(name), t.context, t.ctx)
	t.ran = true
	go tRunner(sub, f)
	if !<-sub.signal {
		runtime.Goexit()
	}
	return !sub.failed
}

// rewrite is how a subtest's name is written.
func rewrite(s string) string {
	text := ""
	for _, r := range s {
		switch {
		case r == ' ' || r == '\t' || r == '\n':
			text += "_"
		default:
			text += string(r)
		}
	}
	return text
}

var (
	namesMu sync.Mutex
	names   = map[string]int{}
)

// subName is unique: a second test of the same name is "#01", one without a name "#00".
func (t *T) subName(name string) string {
	base := t.name + "/" + rewrite(name)
	namesMu.Lock()
	defer namesMu.Unlock()
	for {
		n := names[base]
		names[base] = n + 1
		if n == 0 && name != "" {
			return base
		}
		unique := fmt.Sprintf("%s#%02d", base, n)
		if names[unique] == 0 {
			return unique
		}
	}
}

type InternalTest struct {
	Name string
	F    func(*T)
}

// M is what TestMain gets.
type M struct {
	tests []InternalTest
	code  int
}

// Exit ends a program of tests.
func (m *M) Exit() { os.Exit(m.code) }

func MainStart(tests []InternalTest) *M { return &M{tests: tests} }

// Run runs the tests one after the other, and then those that called Parallel together.
func (m *M) Run() int {
	root := &T{common: common{barrier: make(chan bool), signal: make(chan bool, 1)}}
	root.context = &testContext{start: make(chan bool), running: 1, max: maxParallel}
	root.ctx, root.cancelCtx = context.WithCancel(context.Background())
	go tRunnerRoot(root, m.tests)
	<-root.signal
	if len(m.tests) == 0 {
		os.Stderr.WriteString("testing: warning: no tests to run\n")
	}
	if root.failed {
		os.Stdout.WriteString("FAIL\n")
		m.code = 1
		return 1
	}
	os.Stdout.WriteString("PASS\n")
	return 0
}

func tRunnerRoot(root *T, tests []InternalTest) {
	for _, test := range tests {
		t := newT(&root.common, test.Name, root.context, root.ctx)
		go tRunner(t, test.F)
		<-t.signal
	}
	if len(root.sub) > 0 {
		root.context.release()
		close(root.barrier)
		for _, sub := range root.sub {
			<-sub.signal
		}
	}
	root.signal <- true
}

// A benchmark is compiled and not run, as without -bench.
type B struct {
	common
	N int
}

func (b *B) ResetTimer()      {}
func (b *B) StartTimer()      {}
func (b *B) StopTimer()       {}
func (b *B) ReportAllocs()    {}
func (b *B) SetBytes(n int64) {}
func (b *B) Loop() bool       { return false }
func (b *B) Run(name string, f func(b *B)) bool {
	return true
}

type PB struct{}

func (pb *PB) Next() bool               { return false }
func (b *B) RunParallel(body func(*PB)) {}
func (b *B) SetParallelism(p int)       {}

func Short() bool   { return false }
func Verbose() bool { return false }
func Testing() bool { return true }
func AllocsPerRun(runs int, f func()) (avg float64) {
	for i := 0; i < runs+1; i++ {
		f()
	}
	return 0
}
