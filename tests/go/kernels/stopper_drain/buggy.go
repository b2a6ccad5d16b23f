// CockroachDB's stopper: a drained task's end is waited for under the lock that its end takes.
package main

import (
	"fmt"
	"sync"
)

type stopper struct {
	mu       sync.Mutex
	drain    *sync.Cond
	draining bool
	numTasks int
	stop     sync.WaitGroup
	stopper  chan struct{}
}

func newStopper() *stopper {
	s := &stopper{stopper: make(chan struct{})}
	s.drain = sync.NewCond(&s.mu)
	return s
}

func (s *stopper) runWorker(f func()) {
	s.stop.Add(1)
	go func() {
		defer s.stop.Done()
		f()
	}()
}

func (s *stopper) runTask(f func()) bool {
	s.mu.Lock() // BUG deadlock "sync.Mutex.Lock"
	if s.draining {
		s.mu.Unlock()
		return false
	}
	s.numTasks++
	s.mu.Unlock()
	defer func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.numTasks--
		s.drain.Broadcast()
	}()
	f()
	return true
}

func (s *stopper) quiesce() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.draining = true
	for s.numTasks > 0 {
		s.drain.Wait()
	}
	close(s.stopper)
	s.stop.Wait() // BUG deadlock "sync.WaitGroup.Wait"
}

func main() {
	s := newStopper()
	jobs := make(chan int)
	s.runWorker(func() {
		for {
			select {
			case <-s.stopper:
				s.runTask(func() {})
				return
			case n := <-jobs:
				s.runTask(func() { fmt.Println("job", n) })
			}
		}
	})
	jobs <- 1
	s.quiesce()
}
