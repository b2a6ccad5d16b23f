// A connection is handed, with the lock held, to somebody whose context has ended.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

var ErrClosed = errors.New("pool: closed")

type Conn struct {
	id    int
	pool  *ConnPool
	inUse bool
}

type ConnPool struct {
	mu       sync.Mutex
	idle     []*Conn
	open     int
	max      int
	waiters  []chan *Conn
	closed   bool
	dial     func() (*Conn, error)
	maxWait  time.Duration
	waitTime int
}

func (p *ConnPool) Get(ctx context.Context) (*Conn, error) {
	p.mu.Lock()
	if p.closed {
		p.mu.Unlock()
		return nil, ErrClosed
	}
	if n := len(p.idle); n > 0 {
		c := p.idle[n-1]
		p.idle = p.idle[:n-1]
		c.inUse = true
		p.mu.Unlock()
		return c, nil
	}
	if p.open < p.max {
		p.open++
		p.mu.Unlock()
		c, err := p.dial()
		if err != nil {
			p.mu.Lock()
			p.open--
			p.mu.Unlock()
			return nil, fmt.Errorf("dial: %w", err)
		}
		c.pool, c.inUse = p, true
		return c, nil
	}
	w := make(chan *Conn, 1)
	p.waiters = append(p.waiters, w)
	p.waitTime++
	p.mu.Unlock()
	select {
	case c := <-w:
		return c, nil
	case <-ctx.Done():
		p.leave(w)
		return nil, ctx.Err()
	}
}

// leave takes w out of the queue, or else passes on what it was handed.
func (p *ConnPool) leave(w chan *Conn) {
	p.mu.Lock()
	for i, other := range p.waiters {
		if other == w {
			p.waiters = append(p.waiters[:i], p.waiters[i+1:]...)
			p.mu.Unlock()
			return
		}
	}
	p.mu.Unlock()
	p.Put(<-w)
}

func (p *ConnPool) Put(c *Conn) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.waiters) > 0 {
		w := p.waiters[0]
		p.waiters = p.waiters[1:]
		w <- c
		return
	}
	c.inUse = false
	p.idle = append(p.idle, c)
}

func main() {
	next := 0
	p := &ConnPool{max: 1, dial: func() (*Conn, error) {
		next++
		return &Conn{id: next}, nil
	}}
	first, err := p.Get(context.Background())
	if err != nil {
		panic(err)
	}
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
		defer cancel()
		c, err := p.Get(ctx)
		if err != nil {
			fmt.Println("second:", err)
			return
		}
		p.Put(c)
	}()
	time.Sleep(20 * time.Millisecond)
	p.Put(first)
	wg.Wait()
	fmt.Println("open", p.open, "idle", len(p.idle))
}
