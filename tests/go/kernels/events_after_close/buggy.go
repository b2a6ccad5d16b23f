// gRPC's stream: a writer still sends to the control buffer when the transport has closed it.
package main

import (
	"errors"
	"fmt"
	"sync"
)

var errClosing = errors.New("transport is closing")

type item interface{ isItem() }

type dataFrame struct{ stream int }

func (dataFrame) isItem() {}

type transport struct {
	mu          sync.Mutex
	closed      bool
	controlBuf  chan item
	loopyWriter sync.WaitGroup
}

func newTransport() *transport {
	t := &transport{controlBuf: make(chan item, 2)}
	t.loopyWriter.Add(1)
	go func() {
		defer t.loopyWriter.Done()
		for i := range t.controlBuf {
			_ = fmt.Sprint(i)
		}
	}()
	return t
}

func (t *transport) write(stream int) error {
	t.mu.Lock()
	closed := t.closed
	t.mu.Unlock()
	if closed {
		return errClosing
	}
	t.controlBuf <- dataFrame{stream} // BUG panic "send on closed channel"
	return nil
}

func (t *transport) Close() {
	t.mu.Lock()
	t.closed = true
	close(t.controlBuf)
	t.mu.Unlock()
	t.loopyWriter.Wait()
}

func main() {
	t := newTransport()
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		if err := t.write(1); err != nil {
			fmt.Println(err)
		}
	}()
	t.Close()
	wg.Wait()
}
