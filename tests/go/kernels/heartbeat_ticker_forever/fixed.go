// Uber's "loops with timers": the heartbeat of each session ticks on when the session is over; the
// flag that it asks is never set.
package main

import (
	"fmt"
	"sync"
	"time"
)

type session struct {
	id     int
	mu     sync.Mutex
	closed bool
	stop   chan struct{}
	beats  chan int
}

func (s *session) heartbeat(interval time.Duration) {
	ticker := time.NewTicker(interval)
	defer ticker.Stop()
	for range ticker.C {
		select {
		case s.beats <- s.id:
		case <-s.stop:
			return
		}
	}
}

type server struct{ sessions []*session }

func (srv *server) serve(n int) int {
	s := &session{id: len(srv.sessions) + 1, stop: make(chan struct{}), beats: make(chan int)}
	srv.sessions = append(srv.sessions, s)
	go s.heartbeat(10 * time.Millisecond)
	sum := 0
	for i := 0; i < n; i++ {
		sum += <-s.beats
	}
	close(s.stop)
	srv.sessions = srv.sessions[:0]
	return sum
}

func main() {
	srv := &server{}
	fmt.Println(srv.serve(2))
	time.Sleep(50 * time.Millisecond)
}
