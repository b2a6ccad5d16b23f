// A rate limiter's refill blocks while the bucket is full, and does not see the stop.
package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

type Limiter struct {
	tokens chan struct{}
	stop   chan struct{}
	done   sync.WaitGroup
}

type Option func(*Limiter)

func Burst(n int) Option {
	return func(l *Limiter) {
		l.tokens = make(chan struct{}, n)
		for i := 0; i < n; i++ {
			l.tokens <- struct{}{}
		}
	}
}

func NewLimiter(every time.Duration, opts ...Option) *Limiter {
	l := &Limiter{tokens: make(chan struct{}, 1), stop: make(chan struct{})}
	for _, o := range opts {
		o(l)
	}
	l.done.Add(1)
	go l.refill(every)
	return l
}

func (l *Limiter) refill(every time.Duration) {
	defer l.done.Done()
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			l.tokens <- struct{}{} // BUG leaked "chan send"
		case <-l.stop:
			return
		}
	}
}

func (l *Limiter) Wait(ctx context.Context) error {
	select {
	case <-l.tokens:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("limiter: %w", ctx.Err())
	}
}

func (l *Limiter) Stop() {
	close(l.stop)
	l.done.Wait() // BUG leaked "sync.WaitGroup.Wait"
}

func main() {
	l := NewLimiter(10*time.Millisecond, Burst(2))
	ctx, cancel := context.WithTimeout(context.Background(), 15*time.Millisecond)
	defer cancel()
	for i := 0; i < 3; i++ {
		fmt.Println(i, l.Wait(ctx))
	}
	time.Sleep(35 * time.Millisecond)
	l.Stop()
	fmt.Println("stopped")
}
