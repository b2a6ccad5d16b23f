// Package time follows Go 1.23's package time on the run's virtual clock, which starts at
// 2000-01-01 00:00:00 UTC as in testing/synctest. There is no monotonic reading, as there.
//
//gopark:quiet
package time

func Sleep(d Duration)

// now is the virtual clock in nanoseconds since its start.
func now() int64

// runtimeTimer is the simulator's own record of a timer.
type runtimeTimer struct{ opaque int }

// startTimer arms a timer for the instant `when` of the virtual clock, and then every `period`
// nanoseconds unless that is 0. It sends the time on c without blocking, or, when c is nil, calls f
// in a goroutine of its own.
func startTimer(c chan Time, f func(), when, period int64) *runtimeTimer

// stopTimer tells whether the timer was pending. What it has sent and nobody received is taken back,
// and counts as pending. (Go 1.23: timers.)
func stopTimer(t *runtimeTimer) bool

// resetTimer is stopTimer and then arming it anew, as one operation.
func resetTimer(t *runtimeTimer, when, period int64) bool

func when(d Duration) int64 {
	t := now()
	if d <= 0 {
		return t
	}
	t += int64(d)
	if t < 0 {
		t = 1<<63 - 1
	}
	return t
}

type Timer struct {
	C <-chan Time
	r *runtimeTimer
}

func NewTimer(d Duration) *Timer {
	c := make(chan Time, 1)
	return &Timer{C: c, r: startTimer(c, nil, when(d), 0)}
}

func AfterFunc(d Duration, f func()) *Timer {
	return &Timer{r: startTimer(nil, f, when(d), 0)}
}

func (t *Timer) Stop() bool {
	if t.r == nil {
		panic("time: Stop called on uninitialized Timer")
	}
	return stopTimer(t.r)
}

func (t *Timer) Reset(d Duration) bool {
	if t.r == nil {
		panic("time: Reset called on uninitialized Timer")
	}
	return resetTimer(t.r, when(d), 0)
}

func After(d Duration) <-chan Time { return NewTimer(d).C }

type Ticker struct {
	C <-chan Time
	r *runtimeTimer
}

func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	c := make(chan Time, 1)
	return &Ticker{C: c, r: startTimer(c, nil, when(d), int64(d))}
}

func (t *Ticker) Stop() {
	if t.r != nil {
		stopTimer(t.r)
	}
}

func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if t.r == nil {
		panic("time: Reset called on uninitialized Ticker")
	}
	resetTimer(t.r, when(d), int64(d))
}

func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}
