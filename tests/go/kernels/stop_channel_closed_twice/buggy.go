// Docker's exec: both the end of the stream and the detach key close the channel that stops the
// copy.
package main

import (
	"fmt"
	"sync"
)

type execConfig struct {
	id   string
	stop chan struct{}
}

func newExec(id string) *execConfig {
	return &execConfig{id: id, stop: make(chan struct{})}
}

func (e *execConfig) detach() {
	select {
	case <-e.stop:
		return
	default:
		close(e.stop) // BUG panic "close of closed channel"
	}
}

type attachment struct {
	wg    sync.WaitGroup
	input chan string
}

func (a *attachment) copyStreams(e *execConfig) {
	a.wg.Add(2)
	go func() {
		defer a.wg.Done()
		for line := range a.input {
			if line == "^P^Q" {
				e.detach()
			}
		}
	}()
	go func() {
		defer a.wg.Done()
		e.detach()
	}()
}

func main() {
	a := &attachment{input: make(chan string, 1)}
	e := newExec("sh")
	a.copyStreams(e)
	a.input <- "^P^Q"
	close(a.input)
	a.wg.Wait()
	<-e.stop
	fmt.Println("detached")
}
