// BUG main panic running
package main

import "time"

type limiter struct {
	now  func() time.Time
	last time.Time
}

// The clock is read through a function value: only a run shows where.
func (l *limiter) check() {
	if l.now().Sub(l.last) > 3*time.Second {
		panic("nobody came for three seconds")
	}
}

func main() {
	l := &limiter{now: time.Now}
	l.last = l.now()
	tick := time.NewTicker(time.Second)
	for range tick.C {
		l.check()
	}
}
