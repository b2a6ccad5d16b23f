// Package time follows Go 1.23's package time on the run's virtual clock, which starts at
// 2000-01-01 00:00:00 UTC as in testing/synctest. There is no monotonic reading, as there.
//
//gopark:quiet
package time

import "internal/synctest"

// sleep is Sleep outside of a synctest bubble.
func sleep(d Duration)

func Sleep(d Duration) {
	if b := synctest.Current(); b != nil {
		b.Sleep(int64(d))
		return
	}
	sleep(d)
}

// worldNow is the virtual clock in nanoseconds since its start.
//
//gopark:native time.now
func worldNow() int64

// now is the clock of the synctest bubble, or else of the run.
func now() int64 {
	if b := synctest.Current(); b != nil {
		return b.Now()
	}
	return worldNow()
}

// runtimeTimer is the simulator's own record of a timer.
type runtimeTimer struct{ opaque int }

// startTimer arms a timer d nanoseconds from now, and then every `period` nanoseconds unless that is 0.
// It sends the time on c without blocking, or, when c is nil, calls f in a goroutine of its own.
func startTimer(c chan Time, f func(), d, period int64) *runtimeTimer

// stopTimer tells whether the timer was pending. What it has sent and nobody received is taken back,
// and counts as pending. (Go 1.23: timers.)
func stopTimer(t *runtimeTimer) bool

// resetTimer is stopTimer and then arming it anew, as one operation.
func resetTimer(t *runtimeTimer, d, period int64) bool

type Timer struct {
	C <-chan Time
	r anyTimer
}

// anyTimer is a timer of the simulator, or of a synctest bubble.
type anyTimer struct {
	r *runtimeTimer
	b *synctest.Timer
	c chan Time
}

func start(c chan Time, f func(), d Duration, period int64) anyTimer {
	b := synctest.Current()
	if b == nil {
		return anyTimer{r: startTimer(c, f, int64(d), period)}
	}
	fire := func() {
		select {
		case c <- at(b.Now()):
		default:
		}
	}
	if c == nil {
		if f == nil {
			f()
		}
		fire = func() { go f() }
	}
	return anyTimer{b: b.NewTimer(b.After(int64(d)), period, fire), c: c}
}

// drain takes back what has been sent and nobody received. (Go 1.23: timers.)
func (t anyTimer) drain() bool {
	select {
	case <-t.c:
		return true
	default:
		return false
	}
}

func (t anyTimer) stop() bool {
	if t.b == nil {
		return stopTimer(t.r)
	}
	return t.b.Stop() || t.drain()
}

func (t anyTimer) reset(d Duration, period int64) bool {
	if t.b == nil {
		return resetTimer(t.r, int64(d), period)
	}
	pending := t.stop()
	t.b.Restart(int64(d), period)
	return pending
}

func (t anyTimer) isZero() bool { return t.r == nil && t.b == nil }

// hideBuffer lets len and cap of c be 0. (Go 1.23: timers.)
func hideBuffer(c chan Time)

func NewTimer(d Duration) *Timer {
	c := make(chan Time, 1)
	hideBuffer(c)
	return &Timer{C: c, r: start(c, nil, d, 0)}
}

func AfterFunc(d Duration, f func()) *Timer {
	return &Timer{r: start(nil, f, d, 0)}
}

func (t *Timer) Stop() bool {
	if t.r.isZero() {
		panic("time: Stop called on uninitialized Timer")
	}
	return t.r.stop()
}

func (t *Timer) Reset(d Duration) bool {
	if t.r.isZero() {
		panic("time: Reset called on uninitialized Timer")
	}
	return t.r.reset(d, 0)
}

func After(d Duration) <-chan Time { return NewTimer(d).C }

type Ticker struct {
	C <-chan Time
	r anyTimer
}

func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	c := make(chan Time, 1)
	hideBuffer(c)
	return &Ticker{C: c, r: start(c, nil, d, int64(d))}
}

func (t *Ticker) Stop() {
	if !t.r.isZero() {
		t.r.stop()
	}
}

func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if t.r.isZero() {
		panic("time: Reset called on uninitialized Ticker")
	}
	t.r.reset(d, int64(d))
}

func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}
