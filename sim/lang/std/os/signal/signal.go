// Package signal is Go's package os/signal in a world where somebody sends each channel that was given
// to Notify one signal, an hour later: the first of those that it asked for.
//
//gopark:quiet
package signal

import (
	"context"
	"os"
	"sync"
	"time"
)

const patience = time.Hour

var (
	mu     sync.Mutex
	timers = map[chan<- os.Signal]*time.Timer{}
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
	if timers[c] != nil {
		return
	}
	timers[c] = time.AfterFunc(patience, func() {
		select {
		case c <- s:
		default:
		}
	})
}

func Stop(c chan<- os.Signal) {
	mu.Lock()
	defer mu.Unlock()
	if t := timers[c]; t != nil {
		t.Stop()
		delete(timers, c)
	}
}

func Ignore(sig ...os.Signal)    {}
func Reset(sig ...os.Signal)     {}
func Ignored(sig os.Signal) bool { return false }

func NotifyContext(parent context.Context, signals ...os.Signal) (ctx context.Context, stop context.CancelFunc) {
	ctx, cancel := context.WithCancel(parent)
	t := time.AfterFunc(patience, cancel)
	return ctx, func() {
		t.Stop()
		cancel()
	}
}
