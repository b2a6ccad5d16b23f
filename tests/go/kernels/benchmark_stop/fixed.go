// gRPC's benchmark client: the workers read from a channel until it is closed, and stopping the
// client closes the connection but never that channel.
package main

import (
	"fmt"
	"sync"
)

type histogram struct {
	mu    sync.Mutex
	count int
}

func (h *histogram) add() {
	h.mu.Lock()
	h.count++
	h.mu.Unlock()
}

type benchmarkClient struct {
	stop      chan bool
	work      chan int
	histogram *histogram
}

func newBenchmarkClient(workers int) *benchmarkClient {
	c := &benchmarkClient{
		stop:      make(chan bool),
		work:      make(chan int),
		histogram: &histogram{},
	}
	for i := 0; i < workers; i++ {
		go c.closedLoop()
	}
	return c
}

func (c *benchmarkClient) closedLoop() {
	done := make(chan bool, 1)
	go func() {
		for range c.work {
			c.histogram.add()
		}
		done <- true
	}()
	select {
	case <-c.stop:
	case <-done:
	}
}

func (c *benchmarkClient) shutdown() {
	close(c.stop)
	close(c.work)
}

func main() {
	c := newBenchmarkClient(2)
	for i := 0; i < 3; i++ {
		c.work <- i
	}
	c.shutdown()
	fmt.Println("stopped")
}
