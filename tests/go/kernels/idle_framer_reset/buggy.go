// Kubernetes' SPDY connection: the monitor wants the write lock to close, and the writer holds it
// while it tells the monitor that the connection is not idle.
package main

import (
	"fmt"
	"sync"
	"time"
)

type frame struct{ stream int }

type connection struct {
	framer *idleAwareFramer
	closed chan bool
}

type idleAwareFramer struct {
	writeLock sync.Mutex
	resetChan chan struct{}
	conn      *connection
	written   int
}

func newConnection() *connection {
	c := &connection{closed: make(chan bool)}
	c.framer = &idleAwareFramer{resetChan: make(chan struct{}), conn: c}
	return c
}

func (i *idleAwareFramer) monitor(timeout time.Duration) {
	timer := time.NewTimer(timeout)
	defer timer.Stop()
	for {
		select {
		case <-timer.C:
			i.writeLock.Lock() // BUG leaked "sync.Mutex.Lock"
			i.resetChan = nil
			i.writeLock.Unlock()
			return
		case <-i.resetChan:
			timer.Reset(timeout)
		case <-i.conn.closed:
			return
		}
	}
}

func (i *idleAwareFramer) writeFrame(f frame) {
	i.writeLock.Lock()
	defer i.writeLock.Unlock()
	if i.resetChan == nil {
		return
	}
	i.written++
	i.resetChan <- struct{}{} // BUG leaked "chan send"
}

func main() {
	c := newConnection()
	go c.framer.monitor(10 * time.Millisecond)
	for stream := 1; stream <= 2; stream++ {
		go func(stream int) {
			time.Sleep(time.Duration(stream) * 9 * time.Millisecond)
			c.framer.writeFrame(frame{stream})
		}(stream)
	}
	time.Sleep(100 * time.Millisecond)
	fmt.Println("done")
}
