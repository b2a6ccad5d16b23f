// Syncthing's connection: the dispatcher loop closes the connection after an error, and closing
// waits for the dispatcher loop to end.
package main

import (
	"errors"
	"fmt"
	"sync"
)

type message interface{ size() int }

type indexMessage struct{ files []string }

func (m indexMessage) size() int { return len(m.files) }

type closeMessage struct{ reason string }

func (m closeMessage) size() int { return 0 }

type model interface {
	index(files []string)
	closed(err error)
}

type memoryModel struct {
	mu    sync.Mutex
	files int
	err   error
}

func (m *memoryModel) index(files []string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.files += len(files)
}

func (m *memoryModel) closed(err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.err = err
}

type rawConnection struct {
	receiver              model
	inbox                 chan message
	dispatcherLoopStopped chan struct{}
	closed                chan struct{}
	closeOnce             sync.Once
}

func (c *rawConnection) start() {
	go func() {
		err := c.dispatcherLoop()
		c.internalClose(err)
	}()
}

func (c *rawConnection) dispatcherLoop() error {
	defer close(c.dispatcherLoopStopped)
	for {
		select {
		case msg := <-c.inbox:
			switch m := msg.(type) {
			case indexMessage:
				c.receiver.index(m.files)
			case closeMessage:
				c.internalClose(errors.New(m.reason))
			}
		case <-c.closed:
			return errors.New("closed")
		}
	}
}

func (c *rawConnection) internalClose(err error) {
	c.closeOnce.Do(func() {
		close(c.closed)
		<-c.dispatcherLoopStopped // BUG leaked "chan receive"
		c.receiver.closed(err)
	})
}

func main() {
	m := &memoryModel{}
	c := &rawConnection{
		receiver:              m,
		inbox:                 make(chan message),
		dispatcherLoopStopped: make(chan struct{}),
		closed:                make(chan struct{}),
	}
	c.start()
	c.inbox <- indexMessage{files: []string{"a", "b"}}
	c.inbox <- closeMessage{reason: "device removed"}
	fmt.Println("sent")
}
