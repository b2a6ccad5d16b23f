// CockroachDB's compactor: a suggestion is announced on a channel with one slot, and the loop that
// drains it announces one itself.
package main

import (
	"fmt"
	"sync"
	"time"
)

type suggestion struct{ bytes int }

type stopper struct {
	wg   sync.WaitGroup
	quit chan struct{}
}

func (s *stopper) runWorker(f func()) {
	s.wg.Add(1)
	go func() {
		defer s.wg.Done()
		f()
	}()
}

func (s *stopper) stop() {
	close(s.quit)
	s.wg.Wait()
}

type compactor struct {
	ch      chan struct{}
	mu      sync.Mutex
	pending []suggestion
	done    int
}

func (c *compactor) suggest(s suggestion) {
	c.mu.Lock()
	c.pending = append(c.pending, s)
	c.mu.Unlock()
	select {
	case c.ch <- struct{}{}:
	default:
	}
}

func (c *compactor) start(s *stopper) {
	s.runWorker(func() {
		for {
			select {
			case <-c.ch:
				c.process()
			case <-s.quit:
				return
			}
		}
	})
}

func (c *compactor) process() {
	c.mu.Lock()
	batch := c.pending
	c.pending = nil
	c.mu.Unlock()
	for _, s := range batch {
		if s.bytes > 10 {
			c.suggest(suggestion{bytes: s.bytes / 4})
			c.suggest(suggestion{bytes: s.bytes / 4})
		}
	}
	c.done += len(batch)
}

func main() {
	s := &stopper{quit: make(chan struct{})}
	c := &compactor{ch: make(chan struct{}, 1)}
	c.start(s)
	c.suggest(suggestion{bytes: 40})
	time.Sleep(5 * time.Millisecond)
	s.stop()
	fmt.Println(c.done > 0)
}
