// Docker's health check: stopping sends to the monitor under the container's lock, and the monitor
// that has just failed a probe wants the lock to write the result.
package main

import (
	"fmt"
	"sync"
	"time"
)

type health struct {
	status string
	stop   chan struct{}
}

func (h *health) openMonitorChannel() chan struct{} {
	if h.stop == nil {
		h.stop = make(chan struct{})
		return h.stop
	}
	return nil
}

func (h *health) closeMonitorChannel() {
	if h.stop != nil {
		close(h.stop)
		h.stop = nil
		h.status = "unhealthy"
	}
}

type container struct {
	sync.Mutex
	health health
}

type daemon struct{ probes int }

func (d *daemon) monitor(c *container, stop <-chan struct{}, every time.Duration) {
	for {
		select {
		case <-stop:
			return
		case <-time.After(every):
			d.probes++
			handleProbeResult(c, d.probes)
		}
	}
}

func handleProbeResult(c *container, probes int) {
	c.Lock()
	defer c.Unlock()
	c.health.status = fmt.Sprintf("healthy after %d", probes)
}

func (d *daemon) start(c *container) {
	c.Lock()
	defer c.Unlock()
	if stop := c.health.openMonitorChannel(); stop != nil {
		go d.monitor(c, stop, time.Millisecond)
	}
}

func (d *daemon) stop(c *container) {
	c.Lock()
	defer c.Unlock()
	c.health.closeMonitorChannel()
}

func main() {
	d, c := &daemon{}, &container{}
	d.start(c)
	time.Sleep(time.Millisecond)
	d.stop(c)
	fmt.Println("stopped")
}
