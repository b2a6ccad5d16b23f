// Package synctest is the bubble of testing/synctest: its clock and its timers. Who is durably
// blocked is the simulator's to know. (Go: runtime/synctest.go, with the timers of runtime/time.go.)
//
//gopark:quiet
package synctest

import "internal/section"

// Bubble is a group of goroutines with a clock of its own, which moves when all of them are durably
// blocked. The simulator knows the first five words.
type Bubble struct {
	serial  int
	active  int // goroutines that are not durably blocked
	total   int
	queue   int // the goroutine in Wait
	waiters int // the root, while it waits

	now     int64
	done    bool // the function that was run has returned
	timers  []*Timer
	waiting bool
	guard   section.Guard // of timers
}

func current() *Bubble

// enter puts the running goroutine into b, alone; a nil b takes it out.
func enter(b *Bubble)

// idle and await park until all others in b are durably blocked: the root, and who called Wait.
func idle(b *Bubble)
func await(b *Bubble)

// sleeper has the shape of sync.Cond.
type sleeper struct{ unused, queue int }

func enqueue(queue *int)
func sleep(s *sleeper)
func wake(s *sleeper)

// Current is the bubble of the running goroutine, or nil.
func Current() *Bubble { return current() }

func (b *Bubble) Now() int64 { return b.now }

// After is the instant d nanoseconds from now.
func (b *Bubble) After(d int64) int64 {
	when := b.now + max(d, 0)
	if when < 0 {
		when = 1<<63 - 1
	}
	return when
}

// Timer calls its function in the bubble's root goroutine, once or again and again.
type Timer struct {
	bubble  *Bubble
	when    int64
	period  int64
	pending bool
	f       func()
}

func (b *Bubble) NewTimer(when, period int64, f func()) *Timer {
	t := &Timer{bubble: b, f: f}
	t.start(when, period)
	return t
}

func (t *Timer) start(when, period int64) {
	t.bubble.guard.BeginAnywhere()
	t.remove()
	t.insert(when, period)
	t.bubble.guard.End(true)
}

func (t *Timer) Restart(d, period int64) { t.start(t.bubble.After(d), period) }

// Stop tells whether the timer was pending.
func (t *Timer) Stop() bool {
	t.bubble.guard.BeginAnywhere()
	was := t.remove()
	t.bubble.guard.End(was)
	return was
}

// insert and remove are for sections.
func (t *Timer) insert(when, period int64) {
	t.when, t.period, t.pending = max(when, t.bubble.now), period, true
	t.bubble.timers = append(t.bubble.timers, t)
}

func (t *Timer) remove() bool {
	was := t.pending
	t.pending = false
	for i, other := range t.bubble.timers {
		if other == t {
			t.bubble.timers = append(t.bubble.timers[:i:i], t.bubble.timers[i+1:]...)
			break
		}
	}
	return was
}

func (b *Bubble) Sleep(d int64) {
	if d <= 0 {
		return
	}
	s := new(sleeper)
	enqueue(&s.queue)
	b.NewTimer(b.After(d), 0, func() { wake(s) })
	sleep(s)
}

// due is a timer whose time has come, or nil.
func (b *Bubble) due() *Timer {
	for _, t := range b.timers {
		if t.when <= b.now {
			return t
		}
	}
	return nil
}

// fire moves the clock to the earliest timer and lets all that are due happen; false: there is none.
func (b *Bubble) fire() bool {
	if len(b.timers) == 0 {
		return false
	}
	next := b.timers[0].when
	for _, t := range b.timers {
		next = min(next, t.when)
	}
	b.now = next
	for more := true; more; {
		b.guard.BeginAnywhere()
		if t := b.due(); t != nil {
			t.remove()
			if t.period > 0 {
				t.insert(next+t.period, t.period)
			}
			t.f()
		}
		more = b.due() != nil
		b.guard.End(true)
	}
	return true
}

type deadlockError string

func (e deadlockError) Error() string { return string(e) }

var serials int

// Run calls f in a goroutine of a new bubble, and returns when all goroutines of the bubble are gone.
func Run(f func()) {
	if current() != nil {
		panic("synctest.Run called from within a synctest bubble")
	}
	serials++
	b := &Bubble{serial: serials}
	enter(b)
	go func() {
		defer func() { b.done = true }()
		f()
	}()
	for {
		idle(b)
		if b.total == 1 || !b.fire() {
			break
		}
	}
	left := b.total - 1
	enter(nil)
	switch {
	case left == 0:
	case b.done:
		panic(deadlockError("deadlock: main bubble goroutine has exited but blocked goroutines remain"))
	default:
		panic(deadlockError("deadlock: all goroutines in bubble are blocked"))
	}
}

// Wait returns when all other goroutines of the bubble are durably blocked.
func Wait() {
	b := current()
	if b == nil {
		panic("goroutine is not in a bubble")
	}
	if b.waiting {
		panic("wait already in progress")
	}
	b.waiting = true
	await(b)
	b.waiting = false
}
