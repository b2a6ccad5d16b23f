// PROVED
package main

import (
	"fmt"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

type server struct {
	wg   sync.WaitGroup
	stop chan struct{}
	mu   sync.Mutex
	beat int
}

func (s *server) loop() {
	defer s.wg.Done()
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-s.stop:
			return
		case <-t.C:
			s.mu.Lock()
			s.beat = 1 - s.beat
			s.mu.Unlock()
		}
	}
}

func main() {
	s := &server{stop: make(chan struct{})}
	s.wg.Add(1)
	go s.loop()
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, os.Interrupt, syscall.SIGTERM)
	fmt.Println("got", <-sig)
	signal.Stop(sig)
	close(s.stop)
	s.wg.Wait()
}
