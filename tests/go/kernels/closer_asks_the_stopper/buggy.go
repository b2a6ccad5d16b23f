// A stopper runs its closers with the lock held that their last tasks take.
package main

import (
	"fmt"
	"sync"
)

type Closer interface{ Close() }
type CloserFn func()

func (f CloserFn) Close() { f() }

type Stopper struct {
	drainer  chan struct{}
	stopper  chan struct{}
	stopped  chan struct{}
	stop     sync.WaitGroup
	mu       sync.Mutex
	drain    *sync.Cond
	draining bool
	numTasks int
	tasks    map[string]int
	closers  []Closer
}

func NewStopper() *Stopper {
	s := &Stopper{drainer: make(chan struct{}), stopper: make(chan struct{}), stopped: make(chan struct{}), tasks: map[string]int{}}
	s.drain = sync.NewCond(&s.mu)
	return s
}

func (s *Stopper) RunWorker(f func()) {
	s.stop.Add(1)
	go func() {
		defer s.stop.Done()
		f()
	}()
}

func (s *Stopper) RunTask(name string, f func()) bool {
	if !s.begin(name) {
		return false
	}
	defer s.end(name)
	f()
	return true
}

func (s *Stopper) begin(name string) bool {
	s.mu.Lock() // BUG deadlock "sync.Mutex.Lock"
	defer s.mu.Unlock()
	if s.draining {
		return false
	}
	s.numTasks++
	s.tasks[name]++
	return true
}

func (s *Stopper) end(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.numTasks--
	if s.tasks[name]--; s.tasks[name] == 0 {
		delete(s.tasks, name)
	}
	s.drain.Broadcast()
}

func (s *Stopper) AddCloser(c Closer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closers = append(s.closers, c)
}

func (s *Stopper) Quiesce() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.draining = true
	for s.numTasks > 0 {
		s.drain.Wait()
	}
	close(s.drainer)
}

// Stop keeps the lock while the closers run: one of them that asks the stopper waits for itself.
func (s *Stopper) Stop() {
	s.Quiesce()
	close(s.stopper)
	s.stop.Wait()
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.closers {
		c.Close()
	}
	close(s.stopped)
}

type store struct {
	*Stopper
	queue chan int
	sum   int
}

func (st *store) start() {
	st.RunWorker(func() {
		for {
			select {
			case n := <-st.queue:
				st.RunTask("apply", func() { st.sum += n })
			case <-st.drainer:
				return
			}
		}
	})
}

func main() {
	st := &store{Stopper: NewStopper(), queue: make(chan int)}
	st.AddCloser(CloserFn(func() {
		if !st.RunTask("flush", func() {}) {
			fmt.Println("too late to flush")
		}
	}))
	st.start()
	for i := 1; i <= 2; i++ {
		st.queue <- i
	}
	go st.Stop()
	<-st.stopped // BUG deadlock "chan receive"
	fmt.Println(st.sum)
}
