// A connection pool: one who waits for a free connection gives up after its time, and the one that
// was handed to it in that moment is lost for all others.
package main

import (
	"fmt"
	"sync"
	"time"
)

type conn struct{ id int }

type pool struct {
	mu      sync.Mutex
	free    []*conn
	waiters []chan *conn
}

func (p *pool) get(timeout time.Duration) *conn {
	p.mu.Lock()
	if n := len(p.free); n > 0 {
		c := p.free[n-1]
		p.free = p.free[:n-1]
		p.mu.Unlock()
		return c
	}
	ch := make(chan *conn, 1)
	p.waiters = append(p.waiters, ch)
	p.mu.Unlock()
	if timeout == 0 {
		return <-ch // BUG deadlock "chan receive"
	}
	timer := time.NewTimer(timeout)
	defer timer.Stop()
	select {
	case c := <-ch:
		return c
	case <-timer.C:
		return nil
	}
}

func (p *pool) put(c *conn) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.waiters) > 0 {
		ch := p.waiters[0]
		p.waiters = p.waiters[1:]
		ch <- c
		return
	}
	p.free = append(p.free, c)
}

func main() {
	p := &pool{free: []*conn{{id: 1}}}
	held := p.get(0)
	gaveUp := make(chan bool)
	go func() {
		gaveUp <- p.get(10*time.Millisecond) == nil
	}()
	time.Sleep(20 * time.Millisecond)
	p.put(held)
	if <-gaveUp {
		fmt.Println("again", p.get(0).id)
	}
}
