// Package signal is Go's package os/signal in a world where somebody sends each channel that was given
// to Notify one signal, the first of those that it asked for. It may come whenever time may pass; a
// schedule that says nothing of it lets an hour go by.
//
//gopark:quiet
package signal

import (
	"context"
	"os"
	"sync"
	"time"
)

// pending is the simulator's own record of a signal that has not come.
type pending struct{ opaque int }

// expect calls f in a goroutine of its own when the signal comes; `patience` in nanoseconds.
func expect(f func(), patience int64) *pending
func forget(p *pending) bool

const patience = int64(time.Hour)

var (
	mu      sync.Mutex
	signals = map[chan<- os.Signal]*pending{}
)

func Notify(c chan<- os.Signal, sig ...os.Signal) {
	if c == nil {
		panic("os/signal: Notify using nil channel")
	}
	s := os.Interrupt
	if len(sig) > 0 {
		s = sig[0]
	}
	mu.Lock()
	defer mu.Unlock()
	if signals[c] != nil {
		return
	}
	signals[c] = expect(func() {
		select {
		case c <- s:
		default:
		}
	}, patience)
}

func Stop(c chan<- os.Signal) {
	mu.Lock()
	defer mu.Unlock()
	if p := signals[c]; p != nil {
		forget(p)
		delete(signals, c)
	}
}

func Ignore(sig ...os.Signal)    {}
func Reset(sig ...os.Signal)     {}
func Ignored(sig os.Signal) bool { return false }

func NotifyContext(parent context.Context, signals ...os.Signal) (ctx context.Context, stop context.CancelFunc) {
	ctx, cancel := context.WithCancel(parent)
	p := expect(cancel, patience)
	return ctx, func() {
		forget(p)
		cancel()
	}
}
