// PROVED
package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

type pool struct {
	mu   sync.Mutex
	idle int
	wg   sync.WaitGroup
}

// Ticks for as long as the pool is open, so that a timeout may begin after any number of them.
func (p *pool) health(ctx context.Context) {
	defer p.wg.Done()
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(10 * time.Millisecond):
		}
		p.mu.Lock()
		p.idle = 1
		p.mu.Unlock()
	}
}

func (p *pool) acquire(ctx context.Context, ready chan int) error {
	select {
	case <-ready:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func main() {
	p := &pool{}
	all, stop := context.WithCancel(context.Background())
	p.wg.Add(1)
	go p.health(all)
	p.mu.Lock()
	p.idle = 0
	p.mu.Unlock()
	ctx, cancel := context.WithTimeout(all, 5*time.Millisecond)
	defer cancel()
	ready := make(chan int, 1)
	time.AfterFunc(5*time.Millisecond, func() { ready <- 1 })
	fmt.Println(p.acquire(ctx, ready))
	stop()
	p.wg.Wait()
}
