// gRPC's keepalive: the dormant loop waits to be awakened while it holds the transport's lock that
// a new stream needs in order to awaken it.
package main

import (
	"fmt"
	"sync"
	"time"
)

type stream struct{ id int }

type http2Client struct {
	mu              sync.Mutex
	awakenKeepalive chan struct{}
	activeStreams   []*stream
	closed          chan struct{}
}

func newClient() *http2Client {
	t := &http2Client{awakenKeepalive: make(chan struct{}, 1), closed: make(chan struct{})}
	// A full channel says that keepalive is awake.
	t.awakenKeepalive <- struct{}{}
	go t.keepalive(10 * time.Millisecond)
	return t
}

func (t *http2Client) keepalive(interval time.Duration) {
	timer := time.NewTimer(interval)
	for {
		select {
		case <-timer.C:
			t.mu.Lock()
			if len(t.activeStreams) < 1 {
				<-t.awakenKeepalive
				t.mu.Unlock()
				select {
				case <-t.awakenKeepalive:
				case <-t.closed:
					return
				}
				t.mu.Lock()
			}
			t.mu.Unlock()
			timer.Reset(interval)
		case <-t.closed:
			timer.Stop()
			return
		}
	}
}

func (t *http2Client) newStream(id int) *stream {
	t.mu.Lock()
	defer t.mu.Unlock()
	s := &stream{id: id}
	t.activeStreams = append(t.activeStreams, s)
	if len(t.activeStreams) == 1 {
		select {
		case t.awakenKeepalive <- struct{}{}:
		default:
		}
	}
	return s
}

func main() {
	t := newClient()
	time.Sleep(15 * time.Millisecond)
	fmt.Println("stream", t.newStream(1).id)
	close(t.closed)
	time.Sleep(15 * time.Millisecond)
}
