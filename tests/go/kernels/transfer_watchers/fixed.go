// Docker's transfers: each watcher has a goroutine that waits for the next progress; releasing a
// watcher takes it out of the map and does not tell that goroutine.
package main

import (
	"fmt"
	"sync"
)

type watcher struct {
	signalChan  chan struct{}
	releaseChan chan struct{}
	running     chan struct{}
}

type transfer struct {
	mu       sync.Mutex
	progress int
	watchers map[chan struct{}]*watcher
	running  chan struct{}
}

func newTransfer() *transfer {
	return &transfer{watchers: make(map[chan struct{}]*watcher), running: make(chan struct{})}
}

func (t *transfer) watch(out chan<- int) *watcher {
	t.mu.Lock()
	defer t.mu.Unlock()
	w := &watcher{
		signalChan:  make(chan struct{}, 1),
		releaseChan: make(chan struct{}),
		running:     make(chan struct{}),
	}
	t.watchers[w.releaseChan] = w
	go func() {
		defer close(w.running)
		for {
			t.mu.Lock()
			progress := t.progress
			t.mu.Unlock()
			select {
			case out <- progress:
			default:
			}
			select {
			case <-w.signalChan:
			case <-w.releaseChan:
				return
			}
		}
	}()
	return w
}

func (t *transfer) release(w *watcher) {
	t.mu.Lock()
	delete(t.watchers, w.releaseChan)
	t.mu.Unlock()
	close(w.releaseChan)
	<-w.running
}

func (t *transfer) broadcast(progress int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.progress = progress
	for _, w := range t.watchers {
		select {
		case w.signalChan <- struct{}{}:
		default:
		}
	}
}

func main() {
	t := newTransfer()
	out := make(chan int, 1)
	w := t.watch(out)
	t.broadcast(50)
	t.release(w)
	t.broadcast(100)
	fmt.Println("pulled")
}
